"""How far and how long a written time is, and which days it covers, counted from the day of publication."""

from __future__ import annotations

import re
from datetime import date, timedelta

from workbench.language.numbers.numbers import words_value
from workbench.language.time.calendar_words import UNIT_DAYS, add_months, month_span, safe_date, week_span, year_span
from workbench.language.time.time_tense import Side

Range = tuple[date | None, date | None]
"""First and last day; None where that side is open or not known."""


def count_of(text: str) -> float | None:
    """The number a count word stands for; None when it is vague."""
    plain = re.sub(r"\s+", " ", text.lower().strip())
    if plain.startswith("half"):
        return 0.5
    if plain in {"several", "a few", "few", "many", "dozens of"}:
        return None
    if plain in {"a couple of", "couple of"}:
        return 2.0
    if plain in {"a", "an"}:
        return 1.0
    if plain[0].isdigit():
        return float(plain.replace(",", ""))
    return words_value(plain.replace("-", " ").split())


_NUMERAL_BEFORE = re.compile(r"(?<![\w'’])([^\W\d_]{1,12}|\d{1,12})(?:\s?[-–—/]\s?|[.,]|\s(?:or|to|and)\s|\s)$")
_A_HUNDRED = re.compile(r"an?\s+hundred", re.IGNORECASE)
_MOST_COUNTED = 999


def is_loose(match: re.Match[str], count: float, unit: str) -> bool:
    """Whether "… years ago" names no year, nor "… days ago" a day.

    "A hundred days", "a thousand years" are ways of speaking; in "two or three years", "3-4 years" the match is only
    the second number, or the end of one.
    """
    if count > _MOST_COUNTED or (unit != "year" and _A_HUNDRED.match(match["n"])):
        return True
    found = _NUMERAL_BEFORE.search(match.string, max(0, match.start() - 20), match.start())
    return found is not None and (found[1].isdigit() or words_value([found[1].lower()]) is not None)


def unit_of(text: str) -> str:
    """The singular of a unit of time."""
    lower = text.lower()
    return "century" if lower.startswith("centur") else lower.rstrip("s")


_STALE = 300
"""Days back from which a day without a year is no longer sure: the next one of its name is nearer."""
_EARLY = 14
"""Until this day of a month, what is told to have happened "in" that month may be of the year before."""


def year_of_day(month: int, day: int, published: date, side: Side | None) -> int | None:
    """The year of a day that is written without one; None where its words leave it open.

    A day lies at most ten months back, and what is still to come does not lie behind the publication.
    """
    if side is Side.UNSURE:
        return None
    if side is Side.AHEAD and (published - timedelta(days=1)).timetuple()[1:3] == (month, day):
        return None  # yesterday's date ahead is one of a year on, or was written the day before
    found: list[tuple[int, int]] = []
    for year in (published.year - 1, published.year, published.year + 1):
        exact = safe_date(year, month, day)
        if exact is None:
            continue
        days = (exact - published).days
        if side is Side.AHEAD and days >= -1:
            found.append((days, year))
        elif side is not Side.AHEAD and -_STALE <= days <= 1:
            found.append((-days, year))
    return min(found)[1] if found else None


def year_of_month(month: int, published: date, side: Side | None) -> int | None:
    """The year of a month that is written without one; None where its words leave it open."""
    if side is Side.UNSURE:
        return None
    if side is Side.AHEAD:
        return published.year + (month < published.month)
    if month == published.month and published.day <= _EARLY:
        return None
    return published.year - (month > published.month)


def weekday_near(number: int, published: date, side: Side | None, rel: str) -> date | None:
    """The day a weekday name means; None where that is not sure.

    "last Friday" is the latest one when it lies in an earlier week, "next Friday" the first one when it lies in a later
    week; of this week's days either may be meant or the one a week off. A day still to come that has the name of the
    day of publication may be that day or the next of its name.
    """
    back, forward = (published.weekday() - number) % 7, (number - published.weekday()) % 7
    if rel == "last":
        found = published - timedelta(days=back or 7)
        return found if found < week_span(published)[0] else None
    if rel == "next":
        found = published + timedelta(days=forward or 7)
        return found if found > week_span(published)[1] else None
    if side is Side.UNSURE:
        return None
    if side is Side.AHEAD:
        return published + timedelta(days=forward) if forward else None
    return published - timedelta(days=back)


_UP_TO_NOW = frozenset({"the past", "past", "the last"})
"""How a week, month or year is called that ends with the day itself: "the last year" is not last year."""


def unit_range(rel: str, unit: str, published: date) -> Range:
    """What "last week" or "next month" covers."""
    shift = (
        -1
        if rel.startswith(("last", "past", "the last", "the past", "the previous"))
        else (1 if rel.startswith(("next", "the coming", "the following")) else 0)
    )
    if unit == "week":
        if rel in _UP_TO_NOW:
            return published - timedelta(days=7), published
        return week_span(published, shift)
    if unit == "weekend":
        monday, sunday = week_span(published, shift)
        return monday + timedelta(days=5), sunday
    if unit == "month":
        if rel in _UP_TO_NOW:
            return add_months(published, -1), published
        first = add_months(published.replace(day=1), shift)
        return month_span(first.year, first.month)
    if unit == "quarter":
        return None, None  # of a year that begins when its company says, or of a match
    if unit == "year":
        if rel in _UP_TO_NOW:
            return add_months(published, -12), published
        return year_span(min(max(published.year + shift, 1), 9999))
    years = 10 if unit == "decade" else 100
    if rel.startswith(("the", "past")) or shift < 0:
        return add_months(published, -12 * years), published
    start = published.year // years * years + shift * years
    return date(start, 1, 1), date(start + years - 1, 12, 31)


def moved(published: date, count: float, unit: str, sign: int) -> date:
    """The publication date moved by a number of units."""
    if unit in {"year", "decade", "century", "month"}:
        months = {"month": 1, "year": 12, "decade": 120, "century": 1200}[unit]
        return add_months(published, round(sign * count * months))
    days = sign * count * UNIT_DAYS.get(unit, 1.0)
    if abs(days) > 300_000:
        return published
    return published + timedelta(days=round(days))


BESIDE = {"last": -1, "this": 0, "next": 1}
"""How many years or weeks on from the day of publication these words lead."""


def year_told(match: re.Match[str], published: date) -> int | None:
    """The year of a day or month that says it is of "last", "this" or "next year"; None where it does not."""
    told = match.groupdict().get("ly")
    return published.year + BESIDE[told.lower()] if told else None
