"""Days and moments that a report is asked for."""

from __future__ import annotations

import re
from datetime import UTC, datetime

from workbench.domain.clock import utc_now
from workbench.domain.errors import BadInputError


def end_of(value: str, option: str) -> str:
    """The last moment (UTC, in the store's form) of a day, or the moment itself where a time of day is given.

    Raises:
        BadInputError: It is no ISO 8601 date or time.
    """
    try:
        at = datetime.fromisoformat(value)
    except ValueError as error:
        raise BadInputError(f"{option} must be a date such as 2022-01-29, not {value!r}.") from error
    if re.fullmatch(r"\d{4}-\d{2}-\d{2}|\d{8}|\d{4}-W\d{2}-\d", value):
        at = at.replace(hour=23, minute=59, second=59, microsecond=999_000)
    at = at.replace(tzinfo=UTC) if at.tzinfo is None else at.astimezone(UTC)
    return at.isoformat(timespec="milliseconds").replace("+00:00", "Z")


def so_far(value: str, option: str) -> str:
    """The same, or where that day is not over yet, now: what is still to come can be in no report.

    Raises:
        BadInputError: It is no date or time, or lies on a day to come.
    """
    moment, now = end_of(value, option), utc_now()
    if moment[:10] > now[:10]:
        raise BadInputError(f"{option} {value} lies ahead; nothing can be told of that moment yet.")
    return min(moment, now)


def day_of(value: str, option: str) -> str:
    """The day (ISO 8601, UTC) of a date or moment."""
    return end_of(value, option)[:10]
