"""Who has issued a press release: asked where its claims are given to somebody, and where that one is told of."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

_LINE = re.compile(r"[^\r\n\u2028\u2029]+")
_CAPITALS = r"[A-ZÀ-ÞŠŽ][\w'’&.-]*(?:\s(?:[A-ZÀ-ÞŠŽ][\w'’&.-]*|of|and|the|for|&)){0,6}"
_ABOUT = re.compile(
    r"^About (?:the )?(?P<who>[A-ZÀ-ÞŠŽ][\w'’&.-]*(?: (?:[A-ZÀ-ÞŠŽ][\w'’&-]*|of|and|the|for|&)){0,6})(?:[.:]|$)"
)
"""The paragraph at the end of a release that says who has issued it."""
_DATELINE = re.compile(
    r"^(?:[A-ZÀ-ÞŠŽ][^\n.]{1,60}?|[A-ZÀ-ÞŠŽ]{3}(?:[^\n.]|\.(?=[, ][^A-Z]|[A-Z,])){1,80}?)\s[-–—]{1,2}\s"
    r"(?:[A-Z][a-z]{2,8} \d{1,2}, \d{4} [-–—]{1,2} )?"
)
_ANNOUNCES = re.compile(
    r"\btoday (?:announce[sd]|report(?:s|ed)|launche[sd]|release[sd]|publishe[sd]|unveil(?:s|ed)|confirm(?:s|ed)|"
    r"opene?d?|signed|completed|call(?:s|ed) (?:for|on)|warn(?:s|ed)|said)\b|"
    r"\b(?:announce[sd]|launche[sd]|release[sd]|publishe[sd]|unveil(?:s|ed)) today\b"
)
"""How a release begins; a paper of the same day may too, and so other signs must not speak against it."""
LABELLED = re.compile(
    r"\b(?:(?:press|media|news) release|for immediate release|press contact|media contact|notes to editors|"
    r"pressemitteilung|communiqué de presse|nota de prensa|comunicato stampa)\b",
    re.IGNORECASE,
)
"""Words by which a release calls itself one."""
_BEHIND = re.compile(
    r"(?:notes? (?:to|for) editors?|editors?['’] notes?|[-–—*]{0,6} ?ends? ?[-–—*]{0,6}|#{3}|"
    r"(?:(?:press|media|investor|news) )?(?:contacts?|enquiries|inquiries|relations)(?: (?:for|details)[^:]{0,30})?)"
    r"(?:\s?:.*)?",
    re.IGNORECASE,
)
"""A line that stands below a release: notes, its end, whom to write to."""
_NAMED = re.compile(
    r"(?:The )?(?P<who>[A-ZÀ-ÞŠŽ][\w'’&.-]*(?: (?:[A-ZÀ-ÞŠŽ][\w'’&.-]*|plc|of|and|for|the|&)){0,6})(?=[ ,(])"
)
_TICKER = re.compile(r"(?:, [A-Z][A-Za-z.]{1,8})? ?\([^()\n]{0,40}\b[A-Za-z]{2,12}: ?[A-Z0-9.]{1,8}\)")
"""A share's sign behind a name: "(Nasdaq: SMPL)"."""
_LEGAL_FORM = re.compile(
    r"(?:plc|PLC|Plc|Inc\.?|Ltd\.?|Limited|LLC|LLP|Corp\.?|Corporation|Company|Co\.|Group|Holdings?|AG|SE|ASA|AS|AB|Oyj|"
    r"GmbH|SA|S\.A\.|NV|N\.V\.|BV|SpA|S\.p\.A\.)"
)
"""What a name ends in that says what kind of firm it is."""
_FIRM = re.compile(rf"{_LEGAL_FORM.pattern}(?!\w)|\([^()\n]{{0,40}}\b[A-Za-z]{{2,12}}: ?[A-Z0-9.]{{1,8}}\)")
_LINKS = frozenset({"of", "and", "for", "the", "&"})
_DAY = re.compile(r"\b(?:on|late|early) (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b|\byesterday\b")
"""When a paper says something was announced; a release is of its own day."""
_REPORTED = re.compile(
    r"\b(?:told reporters|(?:declined|refused) to comment|(?:did|has|had) not (?:respond|reply|answer|return)|"
    r"(?:would|will) not comment|[Cc]ritics (?:say|said|fear|argue)|"
    r"(?:[Cc]ourt|[Pp]olice|[Ii]nternal|[Ll]eaked) (?:papers|documents|records|filings|e-?mails) "
    r"(?:show|seen|obtained|suggest)\w*|called (?:the|its) \w+ (?:an? )?(?:liars?|frauds?|disgrace)|"
    r"be reached for|our (?:questions?|reporters?|correspondents?|newspaper|paper))\b"
)
"""What only somebody who asked tells."""
_BYLINE = re.compile(
    r"(?:Written |Reporting )?[Bb]y [A-ZÀ-ÞŠŽ][\w'’-]+(?: [A-ZÀ-ÞŠŽ][\w.'’-]*){1,3}(?:,? .{2,60})?(?<![.!?])"
)
"""A line that names who wrote a report."""
_DESK = re.compile(r"\W{0,3}(?:(?:additional )?reporting|editing) by [A-ZÀ-ÞŠŽ].{2,160}", re.IGNORECASE)
_AGENCY = re.compile(
    r"[^\n]{2,80}\((?:Reuters|AP|Associated Press|AFP|dpa|Bloomberg|UPI|ANSA|EFE|Lusa|PAP|PA(?: Media)?|APA|NTB|"
    r"TT|Ritzau|STT|Belga|ANP|Interfax|TASS|Xinhua|Kyodo|AAP|CP|Canadian Press|Ukrinform)\)\s?[-–—]"
)
"""A dateline with the agency whose report it is."""
_WIRE = re.compile(
    r"[^\n]{2,120}(?:BUSINESS WIRE|PRN?ewswire|GLOBE ?NEWSWIRE|ACCESSWIRE|EQS|Newswire)\b", re.IGNORECASE
)
"""A dateline with a service that spreads releases."""
_AGAINST = re.compile(
    r"\b(?:(?:has|have|had|was|were) (?:been )?(?:\w+ )?(?:fined|sued|convicted|accused|banned|sentenced|charged)|"
    r"scandals?|found guilty)\b"
)
"""What nobody's own box tells of them."""
_ISSUED = re.compile(
    r"(?i:issued\s(?:by|on\sbehalf\sof)|(?:press|media|news)\s(?:release|notice|statement)"
    r"(?:\s(?:from|by)|\s?(?P<sign>[:|–—-])))\s"
    rf"(?:[Tt]he\s)?(?P<who>{_CAPITALS})(?:\s(?:at|on)\s[^.!?]{{1,60}})?"
)
"""The line at the head of a notice or statement that says who has issued it."""
_OPENING = 200
_OF_A_PERSON = re.compile(r"\b(?:s?he|his|hers?|him)\b", re.IGNORECASE)
_SUBJECT = re.compile(r"(?:^|[.!?] )(?:[A-ZÀ-ÞŠŽ][^.,!?]{1,60}, )?(?:[Ss]?he|He) ")
"""A person as whom a sentence is about; "founded by Bob Stone and his brother" tells of a company."""
_WHO = re.compile(r" (?:is|was) (?:an?|the|one of the) [^.,;]{1,80}? who\b")
"""What stands behind a person's name: "is a baker who employs 40 people"."""
_SET_UP = re.compile(
    r",? (?:was|were|is|has been) (?:set up|founded|established|formed|created|launched|started|incorporated|"
    r"registered|headquartered|listed)\b"
)
"""What stands behind the name of a body, which somebody set up."""
_IT = re.compile(r"(?:^|[.!?] )(?:It|Its|We|Our) ")
_THEIRS = re.compile(r"(?:^|[.!?] )(?:Her|His) (?!Majest|Royal|Highness|Excellenc|Holiness)")
_OF_A_BODY = re.compile(
    r"\b(?:it|its|we|our|employs?|founded|headquartered|based|company|firm|charity|organi[sz]ation|group|listed|members|"
    r"customers|clients|products|provider|maker|manufacturer|supplier|subsidiar(?:y|ies)|offices|employees|brands?|makes|sells|produces|supplies|manufactures|operates|provides)\b",
    re.IGNORECASE,
)
_HEAD_LINES = 6
_TAIL_LINES = 24
_HEAD_CHARACTERS, _TAIL_CHARACTERS = 4_000, 1_000
_SENTENCE = 50
_LONGEST = 1_000_000


@dataclass(frozen=True, slots=True)
class Issuer:
    """Who has issued a press release.

    Attributes:
        name: As the paragraph at its end has it, else as its first sentence has it.
        person: Whether that paragraph tells of a person ("She leads …"), or shows no longer name to be a body's.
        certain: Whether the text is a release and no report about one.
        opening: Its first sentences, which begin with the name.
    """

    name: str
    person: bool
    certain: bool = False
    opening: str = ""

    def is_called(self, name: str) -> bool:
        """Whether a name is the issuer's, with the kind of firm behind it or without: "Sample Foods N.V."."""
        if not name.startswith(f"{self.name} ") or self.person:
            return False
        return _LEGAL_FORM.fullmatch(name.removeprefix(f"{self.name} ")) is not None


def issuer(text: str, title: str = "") -> Issuer | None:
    """Who has issued a press release, where three places agree, else None.

    The sentence behind its dateline begins with the name. A paragraph at its end is "About" it, or the text is a
    release by its form (notes to editors, its end, a share's sign), whose notes or heading begin with the name too.
    Where it calls itself a release and is headed "Name: …", the paragraph "About" that name is enough.
    """
    lines = [line for found in _LINE.finditer(text, 0, _LONGEST) if (line := found[0].strip())]
    if not lines:
        return None
    labelled = _is_labelled(f"{title}\n{text[:_HEAD_CHARACTERS]}") or _is_labelled(text[-_TAIL_CHARACTERS:])
    reported = _REPORTED.search(text) is not None
    reported = reported or any(_BYLINE.fullmatch(line) for line in (*lines[:_HEAD_LINES], *lines[-_TAIL_LINES:]))
    edges = (*lines[:_HEAD_LINES], *lines[-_TAIL_LINES:])
    if any(_AGENCY.match(line) or _DESK.fullmatch(line) for line in edges):
        labelled, reported = False, True
    told = _by_about(lines, title, labelled, reported) or (None if reported else _by_form(lines, title))
    return told if (told is not None and told.certain) or reported else _by_line(lines, title) or told


def _by_line(lines: Sequence[str], title: str) -> Issuer | None:
    """Who is said to have issued it by a line of its head; behind "Press release:" a name that comes again."""
    for line in (title, *lines[:_HEAD_LINES]):
        match = _ISSUED.fullmatch(line)
        if match is None:
            continue
        name = _names(match["who"])[1]
        again = sum(name in other for other in lines) > sum(name in other for other in lines if other == line)
        if again or match["sign"] is None:
            return Issuer(name, False, True)
    return None


def _is_labelled(words: str) -> bool:
    """Whether a text calls itself a release; "the firm said in a press release" tells of one."""
    told = (words[max(0, found.start() - 6) : found.start()].lower() for found in LABELLED.finditer(words))
    return any(not before.endswith((" a ", " the ", " its ", "’s ", "'s ")) for before in told)


def _by_about(lines: Sequence[str], title: str, labelled: bool, reported: bool) -> Issuer | None:
    """Whom the paragraph at the end is about, where the heading and the sentence behind the dateline say so too."""
    for place in range(len(lines) - 1, max(-1, len(lines) - 1 - _TAIL_LINES), -1):
        if about := _ABOUT.match(lines[place]):
            break
    else:
        return None
    name = about["who"]
    opening = next((words for words in _behind_datelines(lines) if _begins(words, name)), None)
    if opening is None:
        heads = any(line.removeprefix("The ").startswith(f"{name}: ") for line in (title, *lines[:_HEAD_LINES]))
        plain = heads and labelled and not reported and " " in name and not _SUBJECT.search(lines[place])
        return Issuer(name, False, True) if plain else None
    announces = _ANNOUNCES.search(opening[:_OPENING]) is not None
    if not _heads(lines, title, name.split()[0]) and not (labelled and announces):
        return None
    told = lines[place][about.end() :].strip()
    noted = " ".join([told, *lines[place + 1 : place + 2]]).strip()
    named = opening.removeprefix("The ").removeprefix("the ")[len(name) :].lstrip(" ,")
    person = " " in name and _FIRM.match(named) is None and _is_person(noted, name)
    person = person or (
        _SUBJECT.search(noted) is not None and _IT.search(noted) is None and not _is_set_up(noted, name)
    )
    ends = any(_BEHIND.fullmatch(line) for line in lines[2:])
    signed = ends or _FIRM.match(named) is not None or any(map(_WIRE.match, lines[:_HEAD_LINES]))
    announces = (announces or any(_BEHIND.fullmatch(line) for line in lines[place + 1 :])) and signed
    reported = reported or _AGAINST.search(noted) is not None
    boxed = lines[place][about.end() - 1] == ":" and told[:1].islower()  # "About Sample: the firm has been fined"
    return Issuer(name, person, labelled or (announces and not (person or reported or boxed)), opening)


def _behind_name(noted: str, name: str) -> str:
    """What the first sentence of a paragraph says of the name that it begins with."""
    told = noted.removeprefix("The ")
    return told.removeprefix(name) if told.startswith(name) else ""


def _is_set_up(noted: str, name: str) -> bool:
    """Whether a paragraph says first that what it is about was set up: a body, whoever is spoken of behind it."""
    return _SET_UP.match(_behind_name(noted, name)) is not None


def _is_person(noted: str, name: str) -> bool:
    """Whether a paragraph about a name of more words than one tells of a person, or shows nothing of a body."""
    called = _WHO.match(_behind_name(noted, name))
    if called is not None and not _OF_A_BODY.search(called[0]):
        return True
    if _is_set_up(noted, name) or _IT.search(noted):
        return False
    return _THEIRS.search(noted) is not None or _OF_A_BODY.search(noted) is None


def _by_form(lines: Sequence[str], title: str) -> Issuer | None:
    """Whose release a text is that says "today", has notes to editors or an end, or gives the sign of a share."""
    labelled = any(LABELLED.match(line) for line in (title, *lines))
    ends = next((number for number, line in enumerate(lines) if number > 1 and _BEHIND.fullmatch(line)), len(lines))
    heads = [line for line in lines[:_HEAD_LINES] if len(line) > _SENTENCE and line != title]
    bare = heads[0] if heads and (labelled or ends < len(lines)) else ""
    told = (_NAMED.match(words) for words in (*_behind_datelines(lines), bare))
    named = next((match for match in told if match is not None), None)
    if named is None:
        return None
    opening = named.string
    whole, name = _names(named["who"])
    announces = _ANNOUNCES.search(opening[:_OPENING]) is not None
    share = _TICKER.match(opening, named.start("who") + len(whole)) is not None
    noted = any(_begins(part, name) for line in lines[ends + 1 :] for part in re.split(r"(?<=[.!?]) ", line))
    places = (_heads(lines, title, name) + noted) if labelled or ends < len(lines) else 0
    if share and announces and _heads(lines, title, name):
        places += 1
    person = _OF_A_PERSON.search(opening[:_OPENING]) is not None and not share
    if places < 1 or person or _DAY.search(opening[:_OPENING]) or not (announces or noted or labelled):
        return None
    return Issuer(name, False, True, opening)


def _names(written: str) -> tuple[str, str]:
    """A name without what it does not end in, and without the kind of firm it says: "Sample Group plc", "Sample"."""
    parts = written.split()
    while parts and parts[-1] in _LINKS:
        parts.pop()
    whole = " ".join(parts)
    while len(parts) > 1 and _LEGAL_FORM.fullmatch(parts[-1]):
        parts.pop()
    return whole, " ".join(parts).rstrip(",")


def _behind_datelines(lines: Sequence[str]) -> list[str]:
    """The words behind the datelines of a head."""
    return [line[match.end() :] for line in lines[:_HEAD_LINES] if (match := _DATELINE.match(line))]


def _heads(lines: Sequence[str], title: str, name: str) -> bool:
    """Whether a heading begins with a name."""
    return any(_begins(heading.strip(), name) for heading in (title, lines[0]))


def _begins(words: str, name: str) -> bool:
    """Whether words begin with a whole name, with or without the article."""
    rest = words.removeprefix("The ").removeprefix("the ")
    return rest.startswith(name) and not rest[len(name) : len(name) + 1].isalnum()
