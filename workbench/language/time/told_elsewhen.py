"""Times within what was written in another year or told on another day, which nobody can count from the publication."""

from __future__ import annotations

import re
from datetime import date, timedelta

from workbench.domain.quantities import TimeRef

_PAPERS = (
    "report|study|survey|letter|diary|memo|memoir|book|article|essay|e-?mail|interview|speech|column|paper|audit|review|"
    "message|note|diaries|biography|pamphlet|leaflet|document|statement|post|tweet|video|film|recording|log|blog|file|"
    "record|account|application|presentation|testimony|affidavit|contract|plan|brochure|newsletter|transcript"
)
_YEAR = r"(?P<{}>(?:1[89]|20)\d\d)"
_MADE = (
    r"(?:(?:that|which)\s(?:(?:was|were|had\sbeen)\s)?)?(?:(?:he|she|it|they|we|I|[A-Z][\w’'-]+|the\s[a-z]+)\s(?:had\s)?[a-z]+|sent|written|published|kept|posted|"
    r"filed|recorded|made|signed|released|issued|drawn\sup|seen|dated|given|delivered)"
)
_OF_YEAR = re.compile(
    rf"\b(?:(?i:(?:{_PAPERS})s?),?\s+(?:(?:from|of|dated|written|published|sent|in|on)\s+){{1,2}}(?:[\w.]+\s+){{0,2}}?"
    rf"{_YEAR.format('behind')}|(?i:(?:{_PAPERS})s?),?\s+{_MADE}\s(?:[\w’'-]+\s){{0,5}}?(?:in|on|from|of)\s"
    rf"(?:[\w.]+\s){{0,2}}?{_YEAR.format('made')}|{_YEAR.format('before')}\s+(?:[a-z-]+\s+)?(?i:(?:{_PAPERS})s?))\b"
)
"""What was written in a year: "a report from 2015", "her 2011 diary", "the letter he sent in May 2019"."""
_WEEKDAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_OF_DAY = r"(?:\s(?:morning|afternoon|evening|night))?(?!['’]s)(?!\s(?:is|was|will|would|had|has|could|may|might|or)\b)"
_SAYS = (
    r"(?:told\s(?:[\w'’-]+\s){1,3}?|(?:speaking|said|says|wrote|announced|added|warned|reported|explained|confirmed|argued|"
    r"claimed|testified|insisted|admitted|promised)\s(?:in\san?\s(?:\w+\s){1,2}?)?)"
)
_TELLING = re.compile(rf"\b{_SAYS}(?:on\s+)?(?P<day>{_WEEKDAY})\b{_OF_DAY}", re.IGNORECASE)
"""On which day somebody told something: "said on Tuesday that", or behind it, "…, Bob Sample said on Tuesday"."""
_SAID = re.compile(rf"\b{_SAYS}", re.IGNORECASE)
_OPENING = re.compile(rf"\W{{0,3}}(?:On\s)?(?P<day>{_WEEKDAY})\b{_OF_DAY}", re.IGNORECASE)
"""A day that opens a sentence: "On Tuesday, Bob Sample said that …"."""
_PARTED = re.compile(r"[,”\"’]\s[^.;:]{2,80}$")
"""What stands between what is said and the verb behind it: ", Bob Sample "."""
_WEEKDAY_ALONE = re.compile(rf"(?:on\s+)?{_WEEKDAY}", re.IGNORECASE)
_NEXT_TO_IT = re.compile(
    r"yesterday|today|tomorrow|tonight|last\snight|(?:yesterday|tomorrow|this)\s(?:morning|afternoon|evening|night)",
    re.IGNORECASE,
)
"""Days that whoever speaks counts from the day of speaking."""
_CHAINED = re.compile(
    r"\b(?:years?|decades?|months?|weeks?)\s(?:earlier|before|later|previously|after|afterwards),\s+(?:on\s|in\s)?$",
    re.IGNORECASE,
)
"""What a time lies behind that is told more closely: "a year earlier, on 1 March"."""
_WEEK = timedelta(days=7)
_BEFORE = 40


def is_of_earlier_paper(sentence: str, before: int, year: int) -> bool:
    """Whether what was written in an earlier year than `year` is named before an offset: "her 2011 diary"."""
    return any(int(next(filter(None, found.groups()))) < year for found in _OF_YEAR.finditer(sentence, 0, before))


def is_chained(text: str, start: int) -> bool:
    """Whether a time tells more closely one that is counted from another: "two years later, in July"."""
    return _CHAINED.search(text[max(0, start - _BEFORE) : start]) is not None


def telling_days(sentence: str, start: int, end: int) -> list[tuple[int, int]]:
    """Where days stand on which something of a sentence was told, for a time at `sentence[start:end]`.

    Before it the last day behind a verb of saying, or the one that opens the sentence; behind it that of a verb of
    saying which what is said stands before.
    """
    *_, found = (None, *(one.span("day") for one in _TELLING.finditer(sentence, 0, start)))
    days = [found] if found is not None else []
    opening = _OPENING.match(sentence, 0, start)
    if opening is not None and _SAID.search(sentence, opening.end("day"), start):
        days.append(opening.span("day"))
    behind = _TELLING.search(sentence, end)
    if behind is not None and _PARTED.search(sentence, end, behind.start()):
        days.append(behind.span("day"))
    return days


def is_told_before(ref: TimeRef, told: date, published: date) -> bool:
    """Whether a weekday or "yesterday" could be another day than it seems, for it was told before the publication.

    What had happened cannot come behind its telling, and what was to come may have come since.
    """
    if ref.earliest is None:
        return False
    if _NEXT_TO_IT.fullmatch(ref.text) is not None:
        return told != published
    if _WEEKDAY_ALONE.fullmatch(ref.text) is None or ref.earliest <= told:
        return False
    return ref.earliest <= published or ref.earliest - _WEEK > told
