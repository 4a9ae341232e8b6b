"""How far and how long a written time is, and which days it covers, counted from the day of publication."""

from __future__ import annotations

import re
from datetime import date, timedelta

from workbench.language.numbers.numbers import words_value
from workbench.language.time.calendar_words import UNIT_DAYS, add_months, month_span, safe_date, week_span, year_span

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
        return float(plain)
    return words_value(plain.replace("-", " ").split())


def unit_of(text: str) -> str:
    """The singular of a unit of time."""
    lower = text.lower()
    return "century" if lower.startswith("centur") else lower.rstrip("s")


def closest_year(month: int, day: int, published: date, ahead: bool) -> int:
    """The year that makes an undated day lie just before (or after, when it is ahead) the publication."""
    candidate = safe_date(published.year, month, min(day, 28))
    if candidate is None:
        return published.year
    if ahead:
        return published.year + (candidate < published - timedelta(days=31))
    return published.year - (candidate > published + timedelta(days=7))


def weekday_near(number: int, published: date, ahead: bool, rel: str) -> date:
    """The day a weekday name means: the last such day, or the next when something lies ahead."""
    delta = (published.weekday() - number) % 7
    if rel == "next" or (ahead and rel not in {"last"}):
        forward = (number - published.weekday()) % 7
        return published + timedelta(days=forward or 7)
    if rel == "last" and delta == 0:
        delta = 7
    return published - timedelta(days=delta)


def unit_range(rel: str, unit: str, published: date) -> Range:
    """What "last week" or "next month" covers."""
    shift = (
        -1
        if rel.startswith(("last", "past", "the last", "the past", "the previous"))
        else (1 if rel.startswith(("next", "the coming", "the following")) else 0)
    )
    if unit == "week":
        if rel in {"the past", "past"}:
            return published - timedelta(days=7), published
        return week_span(published, shift)
    if unit == "weekend":
        monday, sunday = week_span(published, shift)
        return monday + timedelta(days=5), sunday
    if unit == "month":
        if rel in {"the past", "past"}:
            return add_months(published, -1), published
        first = add_months(published.replace(day=1), shift)
        return month_span(first.year, first.month)
    if unit == "quarter":
        first = add_months(published.replace(day=1), shift * 3 - (published.month - 1) % 3)
        third = add_months(first, 2)
        return first, month_span(third.year, third.month)[1]
    if unit == "year":
        if rel in {"the past", "past"}:
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
