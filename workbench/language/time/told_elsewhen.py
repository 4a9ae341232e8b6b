"""Times within what was written in another year or told on another day, which nobody can count from the publication."""

from __future__ import annotations

import re
from datetime import date, timedelta

from workbench.domain.quantities import TimeRef

_PAPERS = (
    "report|study|survey|letter|diary|memo|memoir|book|article|essay|e-?mail|interview|speech|column|paper|audit|review|"
    "message|note|diaries|biography|pamphlet|leaflet"
)
_YEAR = r"(?P<{}>(?:1[89]|20)\d\d)"
_OF_YEAR = re.compile(
    rf"\b(?:(?:{_PAPERS})s?,?\s+(?:(?:from|of|dated|written|published|sent|in|on)\s+){{1,2}}(?:[\w.]+\s+){{0,2}}?"
    rf"{_YEAR.format('behind')}|{_YEAR.format('before')}\s+(?:[a-z-]+\s+)?(?:{_PAPERS})s?)\b",
    re.IGNORECASE,
)
"""What was written in a year: "a report from 2015", "her 2011 diary"."""
_WEEKDAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_TELLING = re.compile(
    r"\b(?:told\s(?:[\w'’-]+\s){1,3}?|(?:speaking|said|says|wrote|announced|added|warned|reported|explained|confirmed|argued|"
    rf"claimed|testified)\s(?:in\san?\s(?:\w+\s){{1,2}}?)?)on\s+(?P<day>{_WEEKDAY})\b",
    re.IGNORECASE,
)
"""On which day somebody told something."""
_WEEKDAY_ALONE = re.compile(rf"(?:on\s+)?{_WEEKDAY}", re.IGNORECASE)
_CHAINED = re.compile(
    r"\b(?:years?|decades?|months?|weeks?)\s(?:earlier|before|later|previously|after|afterwards),\s+(?:on\s|in\s)?$",
    re.IGNORECASE,
)
"""What a time lies behind that is told more closely: "a year earlier, on 1 March"."""
_WEEK = timedelta(days=7)
_BEFORE = 40


def is_of_earlier_paper(sentence: str, before: int, year: int) -> bool:
    """Whether what was written in an earlier year than `year` is named before an offset: "her 2011 diary"."""
    found = _OF_YEAR.search(sentence, 0, before)
    return found is not None and int(found["behind"] or found["before"]) < year


def is_chained(text: str, start: int) -> bool:
    """Whether a time tells more closely one that is counted from another: "two years later, in July"."""
    return _CHAINED.search(text[max(0, start - _BEFORE) : start]) is not None


def telling_day(sentence: str, before: int) -> tuple[int, int] | None:
    """Where the day stands on which what follows was told, the last one before an offset."""
    *_, last = (None, *(found.span("day") for found in _TELLING.finditer(sentence, 0, before)))
    return last


def is_told_before(ref: TimeRef, told: date, published: date) -> bool:
    """Whether a weekday could be another one than it seems, for it was told on a day before the publication.

    What had happened cannot come behind its telling, and what was to come may have come since.
    """
    if ref.earliest is None or _WEEKDAY_ALONE.fullmatch(ref.text) is None or ref.earliest <= told:
        return False
    return ref.earliest <= published or ref.earliest - _WEEK > told
