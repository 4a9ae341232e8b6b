"""The arithmetic of days, weeks, months and years."""

from __future__ import annotations

from datetime import date, timedelta

from workbench.language.text.calendar_names import MONTH_NAMES

UNIT_DAYS = {
    "hour": 1 / 24, "day": 1.0, "week": 7.0, "fortnight": 14.0, "month": 30.4375, "year": 365.25, "decade": 3652.5,
    "century": 36525.0, "minute": 1 / 1440, "weekend": 2.0, "quarter": 91.3, "second": 1 / 86400,
}  # fmt: skip
"""Average length in days of the units of time."""


def month_span(year: int, month: int) -> tuple[date, date]:
    """First and last day of a month."""
    following = date(year + (month == 12), month % 12 + 1, 1) if year < 9999 or month < 12 else date(9999, 12, 31)
    return date(year, month, 1), following - timedelta(days=1)


def year_span(year: int) -> tuple[date, date]:
    """First and last day of a year."""
    return date(year, 1, 1), date(year, 12, 31)


def week_span(day: date, shift: int = 0) -> tuple[date, date]:
    """Monday and Sunday of the week of `day`, moved by `shift` weeks."""
    monday = day - timedelta(days=day.weekday()) + timedelta(weeks=shift)
    return monday, monday + timedelta(days=6)


def add_months(day: date, months: int) -> date:
    """The same day so many months later or earlier, at most the last of that month."""
    index = day.year * 12 + day.month - 1 + months
    year, month = divmod(index, 12)
    year = min(max(year, 1), 9998)
    return date(year, month + 1, min(day.day, month_span(year, month + 1)[1].day))


def safe_date(year: int, month: int, day: int) -> date | None:
    """The date, or None where the calendar has none."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def day_in_words(day: date) -> str:
    """A day as British newspapers write it ("24 January 2022")."""
    return f"{day.day} {MONTH_NAMES[day.month]} {day.year}"
