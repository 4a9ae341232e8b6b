"""Dates as files and pages state them. The day is taken in the time zone the text gives."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime
from email.utils import parsedate_to_datetime

_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan",
            "february feb",
            "march mar",
            "april apr",
            "may",
            "june jun",
            "july jul",
            "august aug",
            "september sep sept",
            "october oct",
            "november nov",
            "december dec",
        ),
        start=1,
    )
    for name in names.split()
}
_ISO = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[t\s].*)?", re.DOTALL)
_COMPACT = re.compile(r"(\d{4})(\d{2})(\d{2})(?:t?\d{6}.*|\d{6})?")
_DAY_FIRST = re.compile(r"(?:[a-z]+,?\s+)?(\d{1,2})(?:st|nd|rd|th)?\s+([a-z]+)\.?,?\s+(\d{4})(?:\b.*)?", re.DOTALL)
_MONTH_FIRST = re.compile(r"(?:[a-z]+,?\s+)?([a-z]+)\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})(?:\b.*)?", re.DOTALL)
_IN_NAME = re.compile(r"(?<!\d)((?:19|20)\d{2})[-_.]?([01]\d)[-_.]?([0-3]\d)(?!\d)")
_EPOCH = re.compile(r"\d{9,10}(?:\d{3})?")


def _day(year: str, month: str | int, day: str) -> date | None:
    try:
        found = date(int(year), int(month), int(day))
    except ValueError:
        return None
    return found if found.year >= 1000 else None


def parse_date(text: object) -> date | None:
    """Read a date as data states it: ISO 8601, RFC 2822, "29 January 2022", "Jan 29, 2022", seconds since 1970.

    Day and month in figures only ("01/02/2022") are not read, since nobody can tell which is which.

    Returns:
        The day in the stated time zone, or None where the text is no date.
    """
    if isinstance(text, bool) or not isinstance(text, str | int | float):
        return None
    words = str(text).strip()[:100].lower()
    if match := _ISO.fullmatch(words):
        return _day(*match.groups())
    if match := _COMPACT.fullmatch(words):
        return _day(*match.groups())
    if match := _DAY_FIRST.fullmatch(words):
        day, month, year = match.groups()
        if month in _MONTHS:
            return _day(year, _MONTHS[month], day)
    if match := _MONTH_FIRST.fullmatch(words):
        month, day, year = match.groups()
        if month in _MONTHS:
            return _day(year, _MONTHS[month], day)
    if _EPOCH.fullmatch(words):
        seconds = int(words) / (1000 if len(words) > 10 else 1)
        return datetime.fromtimestamp(seconds, UTC).date()
    try:
        return parsedate_to_datetime(words).date()
    except (ValueError, TypeError, IndexError, OverflowError):
        return None


_IN_WORDS = re.compile(
    r"\b(?:\d{4}-\d{2}-\d{2}|\d{1,2}(?:st|nd|rd|th)?\s+[A-Za-z]{3,9}\.?,?\s+\d{4}|[A-Za-z]{3,9}\.?\s+\d{1,2}(?:st|nd|rd|th)?,?\s+\d{4})\b"
)


def date_in_words(text: str) -> date | None:
    """The first whole date (day, month, year) in running text, None without one."""
    return next((found for match in _IN_WORDS.finditer(text) if (found := parse_date(match.group()))), None)


def date_in_name(name: str) -> date | None:
    """A date like 2022-01-29 or 20220129 in a file name or address, None without one."""
    match = _IN_NAME.search(name)
    return _day(*match.groups()) if match else None
