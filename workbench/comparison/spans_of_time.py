"""Spans of time with two ends: "from 2008 to 2012" is no "from 2008 to 2016", though the one lies in the other."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, timedelta
from typing import NamedTuple

from workbench.comparison.context_window import beside, verb_at
from workbench.comparison.outcomes import Comparison, Outcome

_TWO_ENDS = re.compile(r"\w\s(?:to|and|until|till|through)\s\w|\d\s?[-–]\s?\d")


class TimeSpan(NamedTuple):
    """A time as it is written and where that stands, with its first and last day."""

    text: str
    place: tuple[str, int, int]
    first: date
    last: date

    @property
    def has_two_ends(self) -> bool:
        """Whether both its beginning and its end are written."""
        return self.first < self.last and _TWO_ENDS.search(self.text) is not None


def exactly(mine: TimeSpan, others: Sequence[TimeSpan]) -> int | None:
    """Which of a passage's times is the claim's span to the day; None where none is."""
    if not mine.has_two_ends:
        return None
    return next((at for at, one in enumerate(others) if (one.first, one.last) == (mine.first, mine.last)), None)


def of_other_ends(mine: TimeSpan, others: Sequence[TimeSpan]) -> Comparison | None:
    """What is told of a claim's span where a passage has one of other ends and none of the same.

    Two that follow each other may make up the claim's: "from 2008 to 2012 and again to 2016".
    """
    found = [one for one in others if one.has_two_ends]
    if not mine.has_two_ends or exactly(mine, others) is not None or not found:
        return None
    if min(one.first for one in found) == mine.first and max(one.last for one in found) == mine.last:
        return None
    other = next((one for one in found if _of_one_doing(mine, one)), found[0])
    outcome = Outcome.ANOTHER if _of_one_doing(mine, other) else Outcome.COMPATIBLE
    return Comparison(outcome, mine.text.rstrip(" .,;"), other.text.rstrip(" .,;"), places=True)


def _of_one_doing(mine: TimeSpan, other: TimeSpan) -> bool:
    """Whether one verb is told of two times, or none and the same words."""
    done = verb_at(*mine.place), verb_at(*other.place)
    return done[0] == done[1] and (done[0] is not None or len(beside(*mine.place) & beside(*other.place)) > 1)


def a_day_within(mine: TimeSpan, other: TimeSpan) -> bool:
    """Whether a passage's time is only one within the claim's span, which tells neither of its ends."""
    return mine.has_two_ends and not other.has_two_ends and (other.first, other.last) != (mine.first, mine.last)


def lies_within(mine: TimeSpan, other: TimeSpan) -> bool:
    """Whether the claim's time is one within a passage's span: what lasted from 2008 to 2012 was so in 2010."""
    lasted = other.has_two_ends and (" and " not in other.text or other.text.casefold().startswith("between"))
    return lasted and other.first <= mine.first and mine.last <= other.last and not mine.has_two_ends


_MEASURED_BY = re.compile(
    r"\b(?:compared|than|versus|vs|against|"
    r"(?:up|down|rose|fell|grew|dropped|declined|increased?|decreased?|rise|risen|fallen)\sfrom)\b[^;:]{0,60}$",
    re.I,
)


def is_a_measure(text: str, begin: int, start: int) -> bool:
    """Whether a time only belongs to what another is measured by: "26,000 in 2019, compared to 30,000 in 2018"."""
    return _MEASURED_BY.search(text, begin, start) is not None


def slack(length: timedelta) -> timedelta:
    """How far off a rough date may be: a day is right to the week, a month to the month, a year to three."""
    if length < timedelta(days=7):
        return timedelta(days=7)
    return timedelta(days=31) if length < timedelta(days=90) else timedelta(days=3 * 366)
