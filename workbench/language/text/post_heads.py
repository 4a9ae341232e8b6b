"""Posts of networks: whose they are, by the lines with a name, a handle or an age above each."""

from __future__ import annotations

import re
from collections.abc import Sequence

from workbench.domain.anchors import Span
from workbench.language.text.calendar_names import BEGINNINGS
from workbench.language.text.interviews import is_no_person
from workbench.language.text.single_speaker import HEAD_LINES, SpeakerTurns, lines_of, outside_marks, speaks_itself
from workbench.language.text.speaker_labels import is_role, person_at_end
from workbench.language.text.speaker_turns import Turn
from workbench.language.text.tokenizer import word_set

_HANDLE = re.compile(
    r"^(?P<name>[^@:\n]{0,60}?)(?:^|[\s(\[\u2066-\u2069\u202a-\u202e]+)@(?P<handle>[A-Za-z_][\w.-]{1,40})(?:@[\w.-]+)?[)\]\u2066-\u2069\u202a-\u202e]*"
    r"\s*(?P<mark>[·•|,–—-]|\bon\b|\bposted\b)?\s*(?P<rest>[\w\s,.:·•|'’/()\U0001f300-\U0001faff-]{0,60})$"
)
_SAYS = re.compile(r"@(?P<handle>[A-Za-z_][\w.]{1,30}):\s{1,9}(?=\S)")
"""A post on one line with its author. Of a single one it may be the other way round: who is spoken to."""
_NAMED_SAYS = re.compile(r"(?P<name>[A-ZÀ-ÞŠŽ][^@:()\n]{2,50})\s\(@(?P<handle>[A-Za-z_][\w.]{1,30})\):\s{1,9}(?=\S)")
"""The same with the name before the handle: "Councillor Ann Sample (@annsample): The mayor claims …"."""
_AGAIN = re.compile(
    r"(?:RT|MT|QT|[Rr]epost(?:ed)?|[Rr]etweet(?:ed)?|[Rr]eblogged)(?:\sfrom)?\s{1,9}@(?P<handle>[A-Za-z_][\w.]{1,30}?)"
    r"(?:@[\w.-]{1,60})?(?::\s{1,9}|\s{1,9}(?=[“\"A-ZÀ-ÞŠŽ])|:?$)"
)
"""What somebody else has posted before: "RT @bobstone: We lost 40 boats"."""
_AGAIN_INSIDE = re.compile(
    r"(?<=\s)(?:RT|MT|QT)\s{1,9}@(?P<handle>[A-Za-z_][\w.]{1,30}?)(?:@[\w.-]{1,60})?:\s{1,9}(?=\S)"
)
"""The same behind words of one's own: "Shame on them. RT @bobstone: We lost 40 boats"."""
_PASSED_ON = re.compile(
    r"(?:\W{0,3}\s?)?(?:(?:reposted|retweeted|reblogged|boosted|shared|liked)\sby\s.{1,60}|"
    r".{1,60}\s(?:reposted|retweeted|reblogged|boosted)(?:\sthis)?)",
    re.IGNORECASE,
)
"""Who has passed a post on, which is not whose it is: "Reposted by @bobstone", "Bob Stone reposted"."""
_FRONTS = frozenset({"by", "from", "to", "of", "with", "for", "at", "in", "on", "and", "rt", "mt", "qt"})
"""What no name ends in: "Photo by @bobstone"."""
_SENTENCE_END = re.compile(r"[a-zß-ÿ]{3}[.!?]\s|[.!?]$")
_AGE_WORDS = word_set(
    """
    ago hour hours hr hrs min mins minute minutes sec secs second seconds day days week weeks month months year years mo
    yr yrs am pm at on just now yesterday today from via for of the de di da del den and st nd rd th
    vor std stunde stunden minuten tag tage tagen woche wochen monat monaten gestern heute um uhr
    il ya heure heures jour jours semaine semaines mois an ans hier le
    hace hora horas minutos día días semana semanas mes meses ayer há dia dias ontem às
    fa ora ore minuti giorno giorni settimana settimane ieri alle
    uur geleden dag dagen minuut week weken gisteren tim timmar dagar sedan sen igår kl
    godz godzin godziny godzinę temu dni dzień tyg wczoraj dziś ч час часа часов мин минут назад дн дня дней вчера в
    год години годин хв хвилин тому днів учора о
    edited follow following followers followed verified posted promoted author public web app views likes
    replies account
    """
)
"""What tells how old a post is and where it was sent from, in the languages of networks."""
_DAY_AND_MONTH = re.compile(r"\b(?:[12]?\d|3[01])(?:\.|st|nd|rd|th)?\s(?:de\s|of\s)?([^\W\d_]{3,12})\b")
_MONTH_AND_DAY = re.compile(r"\b([^\W\d_]{3,12})\.?\s(?:(?:[12]?\d|3[01])(?:st|nd|rd|th)?|(?:19|20)\d\d)\b")
_CLOCK = re.compile(r"\d{1,2}[:.]\d\d|\d\s?[smhdw]\b|\d{1,2}[./]\d{1,2}[./]\d{2,4}")
_NAMES_BESIDE = 2
"""Names of an app or a place that may stand beside the age of a post."""
_NAME_ABOVE = re.compile(r"[A-ZÀ-ÞŠŽ][\w.'’-]{0,20}(?: [A-ZÀ-ÞŠŽ][\w.'’-]{0,20}){1,3}(?<!\.)")
_ANSWERS = frozenset(
    {
        "replying to",
        "in reply to",
        "reply to",
        "antwort an",
        "en réponse à",
        "en respuesta a",
        "via",
        "cc",
        "cc:",
        "h/t",
        "hat tip",
    }
)
"""What stands before the handle of somebody who is answered, not of who writes."""
_HEAD = 120
"""No line above a post is longer."""
_ENDS_LINE = re.compile(r"[^\S\n]*(?:\n|$)")
_POSTED = re.compile(
    r"^(?:posted|tweeted)\s+by\s+(?P<name>(?:u/)?[\w .'’-]{2,50}?)(?:\s{1,9}(?:on|at|·|•|\|)\s.{0,40})?$",
    re.IGNORECASE,
)
_WROTE = re.compile(
    r"(?P<name>[^\W_][\w.-]{1,30}(?:\s[\w.'’-]{1,30}){0,2})\s(?:wrote|writes|replied|posted|commented):(?:\s.{1,40}\d)?$"
)
"""Who wrote the lines below, in a forum: "mossrock88 wrote:". One such line may lead in to a quotation of a report."""
_USER = re.compile(r"(?:r/\w{2,30}\s?[·•]\s?)?u/(?P<name>[\w-]{2,30})(?:\s?[·•]\s?[\w\s.]{1,20})?")
_FORUM = re.compile(r"r/\w{2,30}(?:\s?[·•]\s?[\w\s.]{1,20})?")
"""Lines above a post of a forum: whose it is, and in which room."""
_COUNTS = re.compile(
    r"^(?=.*\d)(?:[^\w\s.,]|\d[\d.,]*+\s?[KkMm]?|likes?|retweets?|reposts?|repl(?:y|ies)|comments?|shares?|views?|quotes?|quote|bookmarks?|"
    r"reactions?|\s)+$",
    re.IGNORECASE,
)
_NETWORKED = re.compile(
    r"(?P<name>[A-ZÀ-ÞŠŽ][\w’'-]{1,30}(?:\s[A-ZÀ-ÞŠŽ][\w.’'-]{0,30}){1,3})(?:\s*[•·|,]\s*(?:1st|2nd|3rd\+?|You|Following))?"
)
_BYLINE = re.compile(r"(?:by|from|von|par|por)\s+[A-ZÀ-ÞŠŽ]", re.IGNORECASE)
_WORKS_AT = re.compile(r"(?:eer|ian|(?<!e)ist)\s(?:at|@)\s[A-ZÀ-ÞŠŽ]")
"""A trade and where it is done: "Engineer at Norrvind", not "Blaze at Holm"."""
_I = re.compile(r"\b(?:I|[Mm]y|[Mm]e|[Ii]ch|[Mm]eine?\w?|[Jj]e|[Mm]on|[Yy]o|[Ii]o|[Ee]u)\b(?!\.)|\bj['’]")
_US = re.compile(r"\b(?:[Ww]e|[Oo]ur|[Uu]s|[Yy]ou|[Yy]our)\b")
_TOLD = re.compile(r"\b(?:said|told|says|according\sto|announced)\b", re.IGNORECASE)
_AGE = re.compile(
    r"(?:\d{1,2}\s[A-Z][a-z]{2,8}|[A-Z][a-z]{2,8}\s\d{1,2})(?:,?\s\d{4})?,?\s(?:at|um)\s\d{1,2}[:.]\d\d(?:\s?[ap]\.?m\.?)?(?:\s?[·•].{0,20})?"
    r"|(?:.{2,120}[|•·]\s*)?\d{1,2}\s?(?:s|m|h|d|w|mo|yr?)(?:\s?[•·].{0,20})?(?:\s+ago)?",
    re.IGNORECASE,
)
"""How old a post of a network for work is told to be, behind or below what its author does: "CEO at Norrvind | 2d"."""


def posts(text: str) -> SpeakerTurns | None:
    """Whose posts a text is, by the lines with a name and a handle that stand above each."""
    lines = lines_of(text)
    found: list[tuple[int, int, int, str | None, str]] = []
    answers: list[Span] = []
    last = len(text.rstrip())
    wrote = sum(_WROTE.match(line) is not None for _, _, line in lines) > 1
    for number, (start, end, line) in enumerate(lines):
        if (again := _AGAIN.match(line)) is not None:
            found.append((number, start, start + again.end(), again["handle"], f"@{again['handle']}"))
        named = _NAMED_SAYS.match(line)
        if named is not None:
            name = person_at_end(named["name"]) or named["name"]
            found.append((number, start, start + named.end(), name, line[: named.end()].strip(": ")))
            continue
        inside = [] if again is not None else list(_AGAIN_INSIDE.finditer(line))
        found += [
            (number, start + each.start(), start + each.end(), each["handle"], f"@{each['handle']}") for each in inside
        ]
        if again is not None or inside:
            if end < last and (again is None or again.end() < len(line)):
                found.append((number, end, end, None, ""))  # whose the lines below are is not told
            continue
        if len(line) > _HEAD:
            continue
        if _PASSED_ON.fullmatch(line) is not None:
            if "@" in line or number < HEAD_LINES // 2:
                answers.append(Span(start, end))
            continue
        if line.startswith(">") and text.find(line[1:].strip(), 0, start) >= 0:
            answers.append(Span(start, end))  # what is answered stands above
            continue
        match = None if _SAYS.match(line) else _HANDLE.match(line)
        if match is not None and match["name"].strip().casefold() in _ANSWERS:
            answers.append(Span(start, end))
        elif match is not None and (not match["rest"].strip() or _is_age(match)):
            name = re.sub(r"[^\w\s.'’&-]", " ", match["name"]).strip(" -")
            if len(name.split()) <= 6 and not _is_said(name):
                begin, above = lines[number - 1][0], lines[number - 1][2]
                if not name and number > 0 and _NAME_ABOVE.fullmatch(above) and "\n\n" not in text[begin:start]:
                    start, name = begin, above  # the name has a line of its own
                found.append((number, start, end, " ".join(name.split()) or match["handle"], line))
        elif (posted := _USER.fullmatch(line)) is not None:
            found.append((number, start, end, posted["name"], line))
        elif _FORUM.fullmatch(line) is not None and number < HEAD_LINES:
            answers.append(Span(start, end))
        elif (posted := _POSTED.match(line)) is not None or (wrote and (posted := _WROTE.match(line)) is not None):
            found.append((number, start, end, posted["name"].strip(), line))
    if not found and (networked := _networked(text, lines)) is not None:
        name, heads = networked
        return SpeakerTurns((Turn(heads[0].start, heads[-1].end, len(text), name, name, ""),), tuple(heads))
    if not found or found[0][0] > HEAD_LINES:
        return None
    if len(found) == 1:
        number, _, end, name, line = found[0]
        if _is_by_line(line, name, [above for _, _, above in lines[:number]], text[end:]):
            return None
    alone = (Span(start, end) for _, start, end, _, _ in found if start < end and _ENDS_LINE.match(text, end))
    furniture = [*answers, *alone]  # what stands behind a handle in its line is what was said
    spoken = [(number, match, start) for number, (start, _, line) in enumerate(lines) if (match := _SAYS.match(line))]
    if len({match["handle"] for _, match, _ in spoken}) > 1:
        found += [
            (number, start, start + match.end(), match["handle"], f"@{match['handle']}")
            for number, match, start in spoken
        ]
        found.sort()
    turns = tuple(
        Turn(start, end, found[i + 1][1] if i + 1 < len(found) else len(text), name, line, "")
        for i, (_, start, end, name, line) in enumerate(found)
        if name is not None or i + 1 == len(found) or text[end : found[i + 1][1]].strip()
    )
    furniture += [Span(start, end) for start, end, line in lines if len(line) < _HEAD and _COUNTS.match(line)]
    return SpeakerTurns(turns, tuple(sorted(furniture, key=lambda span: span.start)))


def _is_by_line(line: str, name: str | None, above: Sequence[str], body: str) -> bool:
    """Whether the one line with a handle is a reporter's, above an article: "By Ann Sample @annsample".

    Without an age behind the handle, where "by" stands before the name, or nothing below is said of oneself and either
    a headline stands above or others are quoted more than once.
    """
    head = _HANDLE.match(line)
    if name is None or head is None or head["rest"].strip() or head["mark"]:
        return False
    if _BYLINE.match(name):
        return True
    own = outside_marks(body)
    headed = any(len(words.split()) > _NAMES_BESIDE for words in above)
    return _I.search(own) is None and _US.search(own) is None and (headed or len(_TOLD.findall(own)) > 1)


def _is_age(head: re.Match[str]) -> bool:
    """Whether what stands behind a handle is how old a post is, and no sentence: "@bobstone lost 40 boats".

    Names may stand beside a time ("2h · Twitter for iPhone"), not a headline ("12 Dead In Leeds").
    """
    rest = head["rest"].strip()
    first = re.match(r"\d|[^\W\d_]+", rest)
    if first is None or rest.endswith(("!", "?")):
        return False
    days = {word.casefold() for word in _DAY_AND_MONTH.findall(rest) if word[:3].casefold() in BEGINNINGS}
    days |= {word.casefold() for word in _MONTH_AND_DAY.findall(rest) if word[:3].casefold() in BEGINNINGS}
    known = _AGE_WORDS | days
    if not (first.group().isdigit() or first.group().casefold() in known):
        return False
    written = re.findall(r"[^\W\d_]{2,}", rest)
    strange = [word for word in written if word.casefold() not in known]
    timed = len(strange) < len(written) or _CLOCK.search(rest) is not None
    return (timed or not written) and len(strange) <= _NAMES_BESIDE and not any(word.islower() for word in strange)


def _is_said(words: str) -> bool:
    """Whether what stands before a handle is said rather than a name: "Shame on them.", "Photo by"."""
    parts = words.split()
    return bool(parts) and (
        parts[-1].casefold() in _FRONTS or _SENTENCE_END.search(words) is not None or words[-1] == ","
    )


def _networked(text: str, lines: Sequence[tuple[int, int, str]]) -> tuple[str, list[Span]] | None:
    """Whose post a text is by its first lines: a name, what they do, and how long ago it was.

    A headline above a day looks the same: the words below must be somebody's own, and the name a person's.
    """
    if len(lines) < HEAD_LINES // 2 or (named := _NETWORKED.fullmatch(lines[0][2])) is None:
        return None
    name, told = named["name"], named.end() > named.end("name")
    for number, (_, end, line) in enumerate(lines[1:3], start=1):
        if _BYLINE.match(line):
            return None
        does = re.split(r"[|•·]", line)[0]
        told = told or is_role(does) or _WORKS_AT.search(does) is not None
        if _AGE.fullmatch(line) is not None:
            # a headline is as long as a name, and what stands below it tells of the matter
            bare = number == 1 and (line == does or len(does.split()) < 2) and len(name.split()) == 2
            if is_no_person(name) or not (told or bare) or not _is_own(text[end:], name, told=told):
                return None
            return name, [Span(start, end) for start, end, _ in lines[: number + 1]]
        if len(line.split()) > 12 or line.endswith((".", "?", "!")):
            return None
    return None


def _is_own(body: str, name: str, *, told: bool) -> bool:
    """Whether a text is a person's own words.

    Where nothing tells what the person does, it says "I", and no word of the name is a common word in it.
    """
    if not speaks_itself(body, name):
        return False
    common = any(re.search(rf"\b{re.escape(word.lower())}\b", body) for word in name.split())
    return told or (not common and _I.search(outside_marks(body)) is not None)
