"""Texts that are one person's words: speeches by heading, letters by signature, posts by their author's line."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from workbench.domain.anchors import Span
from workbench.language.text.speaker_labels import is_role, person_at_end
from workbench.language.text.speaker_turns import Turn


@dataclass(frozen=True, slots=True)
class SpeakerTurns:
    """Whose words a text is, and the lines that say so."""

    turns: tuple[Turn, ...]
    furniture: tuple[Span, ...]


_LINE = re.compile(r"[^\r\n\u2028\u2029]+")
_SPEECH = (
    r"speech|remarks|statement|address|lecture|testimony|message|sermon|eulogy|tribute|comments|evidence|(?:open\s+)?letter|"
    r"intervention|keynote|op-ed|opening|toast|homily|proclamation"
)
_BY = re.compile(
    rf"^(?:(?:full|the|transcript|text|of|opening|closing|keynote|budget|inaugural|prepared|introductory|welcome|welcoming|"
    rf"written|commencement|graduation|plenary|annual|ministerial|presidential|memorial|"
    rf"maiden|farewell|concession|victory|acceptance|new year.s|christmas|oral|video|televised|joint)\s+)*"
    rf"(?:{_SPEECH})s?\s+(?:given\s+|delivered\s+|made\s+|as\s+delivered\s+)?(?:by|of|from)\s+(?P<who>.+)$",
    re.IGNORECASE,
)
_BY_OTHERS = re.compile(
    r"^(?:(?P<de>(?:Rede|Ansprache|Regierungserklärung|Grußwort|Erklärung|Statement)\s+(?:von\s+|der\s+|des\s+))|"
    r"(?P<fr>(?:Discours|Allocution|Déclaration|Intervention)\s+(?:de\s+la\s+|du\s+|de\s+l['’]|de\s+|d['’]))|"
    r"(?P<es>(?:Discurso|Declaración|Palabras|Intervención|Mensaje)\s+(?:del\s+|de\s+la\s+|de\s+))|"
    r"(?P<it>(?:Discorso|Intervento|Dichiarazione|Messaggio)\s+(?:del\s+|della\s+|di\s+))|"
    r"(?P<pt>(?:Discurso|Pronunciamento|Declaração)\s+(?:do\s+|da\s+|de\s+)))(?P<who>.+)$"
)
_OWN = re.compile(
    rf"^(?P<who>[^:]{{3,80}}?)(?:['’]s|s['’])\s+(?:full\s+|opening\s+|closing\s+|keynote\s+|budget\s+|inaugural\s+|\d{{4}}\s+|first\s+|"
    rf"last\s+|new\s+year\s+|resignation\s+|victory\s+|concession\s+|prepared\s+)*(?:{_SPEECH})\b(?!\s+(?:[a-z]+s|was|were|is|has)\b)",
    re.IGNORECASE,
)
_COLON = re.compile(
    rf"^(?:(?P<who>[^:]{{3,60}}):\s*(?:{_SPEECH})\b|(?:[\w'’ ]{{0,40}}\b)?(?:{_SPEECH})\s*:\s*(?P<named>.{{3,80}}))",
    re.IGNORECASE,
)
_AS_GIVEN = re.compile(
    r"\(?(?:as delivered|check against delivery|as prepared for delivery|es gilt das gesprochene wort|"
    r"seul le prononcé fait foi)"
    r"[.)]*",
    re.IGNORECASE,
)
_STOPS = re.compile(
    r"\s{0,9}(?:[–—|:;(]|\s-\s|,|\b(?:at|to|on|in|before|during|ahead|following|after|upon|regarding|concerning|about|with|am|im|"
    r"zur|zum|vor|bei|auf|devant|lors|sur|ante|en|sobre|alla|al|davanti|na|no|perante)\b|\d)\s{0,9}",
    re.IGNORECASE,
)
_FIRST = re.compile(
    r"\b(?:I|I['’]m|[Ww]e|[Mm]y|[Oo]ur|[Uu]s|[Mm]e|[Ii]ch|[Ww]ir|[Uu]nser\w*|[Mm]eine?\w*|[Jj]e|[Nn]ous|[Nn]otre|[Nn]os|[Mm]es|"
    r"[Yy]o|[Nn]osotros|[Nn]uestr[oa]s?|[Mm]is|\w+[áa]mos|\w+[ie]mos|[Ii]o|[Nn]oi|[Nn]ostr[oaie]|\w+iamo|[Ee]u|[Nn]ós|[Nn]oss[oa]s?)\b"
    r"|\bj['’]ai\b",
)
CLOSING = re.compile(
    r"^(?:yours(?:\s+\w+){0,2}|(?:very\s+)?(?:sincerely|faithfully|respectfully)(?:\s+yours)?|(?:kind|best|warm|warmest|with\s+kind|with\s+best)"
    r"\s+(?:regards|wishes)|regards|in\s+solidarity|signed|respectfully\s+submitted|mit\s+(?:freundlichen|besten|herzlichen)\s+grüßen|"
    r"cordialement|bien\s+à\s+vous|atentamente|un\s+saludo|cordiali\s+saluti|distinti\s+saluti|atenciosamente)\s*[,:.]?$",
    re.IGNORECASE,
)
SIGNER = re.compile(
    r"^[-–—]?\s*(?P<name>(?:(?:Dr|Prof|Mr|Mrs|Ms|Sir|Dame|Rev)\.?\s+)?[A-ZÀ-ÞŠŽ][\w.'’-]+(?:\s+[A-ZÀ-ÞŠŽ][\w.'’-]*|\s+(?:de|van|von|di|da|bin|al|el)){1,4})(?:,\s*(?P<role>.{2,80}))?$"
)
_BODY = re.compile(
    r"(?:the\s+)?(?P<body>[A-ZÀ-ÞŠŽ][\w'’&-]+(?:\s+(?:(?:of|for|and|the)\s+){0,2}[A-ZÀ-ÞŠŽ][\w'’&-]+){1,6})(?=\s+(?:on|about|regarding|to|at|in|"
    r"following|after|concerning)\b|[,:;]|\s+[–—-]|$)"
)
_BODIES = re.compile(
    r"(?:academ|agenc|alliance|assembl|association|authorit|bank|board|bod|cabinet|campaign|chamber|charit|church|club|"
    r"coalition|college|commission|committee|compan|confederation|congress|consortium|corporation|council|court|department|"
    r"embass|federation|foundation|forum|fund|government|group|guild|hospital|institute|institution|league|ministr|museum|"
    r"network|office|organi[sz]ation|panel|parliament|part|partnership|police|school|secretariat|senate|service|societ|"
    r"treasur|tribunal|trust|union|universit)(?:y|ies|s|es)?",
    re.IGNORECASE,
)
_PAPERS = re.compile(
    r"(?:the\s+)?(?:(?:consolidated|comprehensive|condensed|combined|common|general|main|other|net|retained|"
    r"audited|annual|profit\s+and)\s+)*(?:financial|cash|income|accounts?|earnings|equity|profit|loss|losses|changes|"
    r"operations|activities|position|assets|liabilities|balance|work|works|purpose|intent|interests?|principles?|values|facts?|claims?|"
    r"case|defen[cs]e|reasons?|grounds?|compliance|policy|policies|practice|truth|need|needs|requirements|"
    r"qualifications?|recommendation|credit|support|acceptance|resignation|understanding|harm|effect|"
    r"expenses|expenditure|revenue|affairs|faith|significance|responsibilit(?:y|ies)|conformity|origin|services?|"
    r"applicability)\b",
    re.IGNORECASE,
)
"""What a paper is of in which nobody speaks: "Statement of Financial Position", "Letter of Intent"."""
_CALLED = re.compile(
    r"\b[Mm]y\s+name\s+is\s+(?P<who>(?:[A-ZÀ-ÞŠŽ][\w'’-]+\.?\s+){1,3}[A-ZÀ-ÞŠŽ][\w'’-]+)"
    r"(?=[.,;:!]|\s+and\b)(?![,.!:;]\s+(?:so\s+)?(?:says?|said|read|reads|ran|runs|goes|went|wrote|sang|called|cried|told)\b)"
)
_ONLY_LABEL = re.compile(r"(?P<label>(?:THE\s)?[A-Z][A-Z.’'-]{2,20}(?:\s[A-Z.’'-]{2,20}){0,3}:)[^\S\n]+")
"""The one label of a speech, before its first words."""
_OPENING = 400
"""Characters in which a speaker tells a name."""
HEAD_LINES = 6
_BELOW = 3
"""Lines below a heading in which the name of who holds its office is looked for."""
_SHORT = 8
_TAIL_LINES = 12


def lines_of(text: str, limit: int = 1_000_000) -> list[tuple[int, int, str]]:
    """The lines that hold something, as (start, end, words)."""
    found = []
    for match in _LINE.finditer(text, 0, limit):
        line = match.group()
        stripped = line.strip()
        if stripped:
            start = match.start() + len(line) - len(line.lstrip())
            found.append((start, start + len(stripped), stripped))
    return found


def single_speaker(text: str, title: str = "") -> SpeakerTurns | None:
    """Whose speech, statement or letter a text is by its heading, when the text itself speaks in the first person.

    A report about a speech has a heading of the same words, but it says "he said" and not "I".
    """
    lines = lines_of(text, 4_000)[:HEAD_LINES]
    headings = ([(0, 0, title.strip())] if title.strip() else []) + lines
    as_given = any(_AS_GIVEN.search(line) for _, _, line in lines)
    for number, (start, end, line) in enumerate(headings):
        if len(line) > 220 or (line.endswith((".", "!", "?")) and not line.endswith(("Jr.", "Sr."))):
            continue
        who = _who_of(line)
        if who is not None and _office(who) == who and _names_a_person(headings[number + 1 :]):
            continue  # an office alone, where a line below names who holds it
        held = _holder(who, headings[number + 1 : number + 1 + _BELOW]) if who is not None else None
        if held is not None:
            end, who = held
        if who is None and as_given and number < 3:
            who = person_at_end(re.split(r",|\s[-–—|]\s", line)[0]) if SIGNER.match(line) else None
        if who is None:
            continue
        body = max([end, *(e for _, e, other in lines if _AS_GIVEN.fullmatch(other))])
        if not speaks_itself(text[body:], who) or _is_another(who, _introduced(text[body:])):
            return None
        heads = [Span(s, e) for s, e, _ in lines if e <= body]
        opened, said = _only_label(text, lines, body) or (start, body)
        turn = Turn(opened, said, len(text), who, line, "")
        return SpeakerTurns((turn,), tuple(heads))
    who = _introduced(text)
    if who is not None and speaks_itself(text, who):
        return SpeakerTurns((Turn(0, 0, len(text), who, "", ""),), ())
    return None


def _only_label(text: str, lines: Sequence[tuple[int, int, str]], body: int) -> tuple[int, int] | None:
    """Where the one label of a speech begins and ends, below its heading and perhaps a day."""
    for start, end, line in lines:
        if start < body:
            continue
        labelled = _ONLY_LABEL.match(text, start, end)
        if labelled is not None:
            return (start, labelled.end()) if text.count(labelled["label"]) == 1 else None
        if line.endswith((".", "!", "?")):
            return None
    return None


def _holder(office: str, lines: Sequence[tuple[int, int, str]]) -> tuple[int, str] | None:
    """Who holds an office by one of the short lines below it: "Governor Ann Sample"; and where that line ends."""
    if _office(office) != office:
        return None
    for _, end, line in lines:
        if _who_of(line) == office:
            continue  # the heading again
        if line.endswith((".", "?", "!", ":")) or len(line.split()) > _SHORT:
            return None
        name = _full(person_at_end(line)) or _full(person_at_end(line.partition(",")[0]))
        if name is not None and office.casefold() in line.replace(name, "").casefold():
            return end, name
    return None


def _names_a_person(lines: Sequence[tuple[int, int, str]]) -> bool:
    """Whether one of some lines heads somebody's words by a person's name."""
    named = (_who_of(line) for _, _, line in lines if len(line) < 220)
    return any(who is not None and _office(who) is None for who in named)


def _who_of(line: str) -> str | None:
    """The person a heading names as the one who speaks."""
    for pattern in (_BY, _BY_OTHERS):
        match = pattern.match(line)
        if match is not None:
            if line[: match.start("who")].lower().endswith("of ") and _is_a_matter(match["who"]):
                return None
            return first_person_of(match["who"]) or _body(match["who"]) or _office(_STOPS.split(match["who"])[0])
    match = _OWN.match(line)
    if match is not None:
        return _full(person_at_end(match["who"])) or _office(match["who"])
    match = _COLON.match(line)
    if match is not None:
        return first_person_of(match["who"] or match["named"])
    return None


def first_person_of(phrase: str) -> str | None:
    """The first person's name of a phrase: "the chair of the union, Dora Hess", "Governor Ada Quist at the opening"."""
    for segment in _STOPS.split(phrase):
        name = _full(person_at_end(segment))
        if name is None:
            continue
        before = segment[: segment.casefold().find(name.casefold())].split()
        if before and before[-1].casefold() in {
            "and",
            "the",
            "of",
            "for",
            "der",
            "des",
            "du",
            "la",
            "del",
            "della",
            "do",
            "da",
        }:
            continue
        rest = phrase[phrase.find(segment) + len(segment) :]
        if re.match(r"\s+[a-z]", rest) and _STOPS.match(rest) is None:
            return None
        return name
    return None


def _body(phrase: str) -> str | None:
    """The body that a heading names as the one who speaks: "Statement of the Harbour Pilots' Association on …"."""
    named = _BODY.match(phrase)
    if named is None:
        return None
    head = re.split(r"\s(?:of|for)\s", named["body"])[0].split()[-1]  # no "Financial Position"
    return named["body"] if _BODIES.fullmatch(head) else None


def _is_a_matter(words: str) -> bool:
    """Whether words are what a paper is of, and nobody: "Cash Flows", "Work: …", not "Work and Pensions Committee"."""
    return _PAPERS.match(words) is not None and not names_a_body(re.split(r"[:,;–—]", words)[0])


def names_a_body(words: str) -> bool:
    """Whether one of some words is what a body is called: a council, a bank."""
    return any(_BODIES.fullmatch(word) for word in words.split())


def _introduced(text: str) -> str | None:
    """Who says at the head of a text, outside quotation marks, what they are called: "My name is Ann Sample"."""
    head = text[:_OPENING]
    match = _CALLED.search(head)
    if match is None or any(mark in head[: match.start()] for mark in '"“‘«„'):
        return None
    return _full(match["who"])


def _is_another(named: str, introduced: str | None) -> bool:
    """Whether the name that a text gives itself is another than the person's whom its heading names."""
    if introduced is None or names_a_body(named):
        return False
    return named.split()[-1].casefold() != introduced.split()[-1].casefold()


def _office(words: str) -> str | None:
    """An office as the one who speaks: "Prime Minister's statement to the House"."""
    bare = re.sub(r"^(?:the|our)\s+", "", words.strip(), flags=re.IGNORECASE)
    office = (
        is_role(bare)
        and 0 < len(bare.split()) < 5
        and all(w[0].isupper() or w in {"of", "for", "and"} for w in bare.split())
    )
    return bare if office else None


def _full(name: str | None) -> str | None:
    return name if name is not None and len(name.split()) > 1 else None


def speaks_itself(body: str, who: str) -> bool:
    """Whether a text is somebody's own words: it says "I" or "we" outside quotation marks and never "X said"."""
    last = re.escape(who.split()[-1])
    if re.search(
        rf"\b(?:{last})\s+(?:said|says|told|added|warned|sagte|a déclaré|dijo|ha detto|disse)\b|\b(?:said|"
        rf"added)\s+(?:[A-Z]\w+\s+)?{last}\b",
        body,
    ):
        return False

    return _FIRST.search(outside_marks(body)) is not None


def outside_marks(body: str) -> str:
    """The words of a text without what stands in quotation marks."""
    return re.sub(r"“[^”]{0,2000}”|\"[^\"]{0,2000}\"|«[^»]{0,2000}»|„[^“]{0,2000}“", " ", body[:60_000])


def signed(text: str) -> SpeakerTurns | None:
    """Whose letter a text is, by the signature under its closing words."""
    lines = lines_of(text)
    for number in range(len(lines) - 1, max(0, len(lines) - _TAIL_LINES), -1):
        start, _, line = lines[number]
        if not CLOSING.match(line) or number + 1 >= len(lines):
            continue
        signer = SIGNER.match(lines[number + 1][2])
        if signer is None:
            return None
        tail = [Span(s, e) for s, e, _ in lines[number:]]
        turn = Turn(0, 0, start, signer["name"].strip(), lines[number + 1][2], signer["role"] or "")
        return SpeakerTurns((turn,), tuple(tail))
    return _to_the_editor(lines)


def _to_the_editor(lines: Sequence[tuple[int, int, str]]) -> SpeakerTurns | None:
    """A letter to a paper without closing words: a name alone in one of its last three lines."""
    if not any(_SALUTES.fullmatch(line) for _, _, line in lines[:HEAD_LINES]):
        return None
    for number in range(len(lines) - 1, max(len(lines) - 4, 0), -1):
        start, _, line = lines[number]
        signer = SIGNER.match(line)
        below = all(len(rest.split()) <= _PLACE and rest[-1] not in ".!?" for _, _, rest in lines[number + 1 :])
        ended = number > 0 and lines[number - 1][2].rstrip('"”’ ')[-1:] in ".!?"  # else the name ends a sentence
        if signer is None or not ended or _THANKS.search(line):
            continue
        if below and not names_a_body(signer["name"]) and "," not in line:
            if number == len(lines) - 1 and number and SIGNER.match(lines[number - 1][2]):
                continue  # "Ann Sample" above "Mill Road"
            turn = Turn(0, 0, start, signer["name"].strip(), line, "")
            return SpeakerTurns((turn,), tuple(Span(s, e) for s, e, _ in lines[number:]))
    return None


_SALUTES = re.compile(
    r"dear\s+[^.!?\n]{2,60},|(?:dear\s+)?(?:the\s+)?(?:editor|sirs?|madam|sir\s+or\s+madam)\s*[,:.—–-]?", re.IGNORECASE
)
_THANKS = re.compile(r"\b(?:thanks|thank|regards|wishes|respectfully|greetings)\b", re.IGNORECASE)
_PLACE = 6
"""Words of a line below a signature."""
