"""The days of a chat's messages by the stamps before them: "[03/04/2024, 09:14]"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

_DAY = re.compile(r"(?P<a>\d{1,4})(?P<sign>[./-])(?P<b>\d{1,2})(?P=sign)(?P<c>\d{2,4})(?!\d)")
_HALVED = re.compile(r"[AaPp]\.?[Mm]\b")
_TURN_OF_CENTURY = 70
_NEAR = 45
"""Days from a chat's last message to its publication within which the one reading of its days is the likelier."""


def has_day(stamp: str) -> bool:
    """Whether a stamp gives a day, and no time alone."""
    return _DAY.search(stamp) is not None


def days_of_stamps(stamps: Sequence[str], published: date | None = None) -> list[date | None]:
    """The day of each stamp, in the order of the chat.

    "03/04/2024" is two days: which one is told by a stamp of the same chat that can be one alone, by the publication,
    or by how such stamps are written where the day comes first. Where nothing tells, no stamp has a day.

    Args:
        stamps: Stamps that have a day each (`has_day`).
        published: The day of publication: no message is of a later one.
    """
    return _read([found for stamp in stamps if (found := _DAY.search(stamp))], stamps, published)


def _read(found: Sequence[re.Match[str]], codes: Sequence[str], published: date | None) -> list[date | None]:
    orders = ("ymd",) if found and len(found[0]["a"]) == 4 else ("dmy", "mdy")
    ways: dict[str, list[date]] = {}
    for order in orders:
        days = [_day(match, order) for match in found]
        whole = [day for day in days if day is not None]
        if len(whole) == len(days) and whole == sorted(whole) and (published is None or whole[-1:] <= [published]):
            ways[order] = whole
    if len(ways) == 2 and ways["dmy"] != ways["mdy"]:
        halved = any(_HALVED.search(code) for code in codes)
        padded = all(len(match["a"]) == len(match["b"]) == 2 for match in found)
        near = [order for order, days in ways.items() if published is not None and (published - days[-1]).days <= _NEAR]
        if len(near) == 1:
            ways = {near[0]: ways[near[0]]}
        elif not halved and (padded or all(match["sign"] == "." for match in found)):
            ways.pop("mdy")
        elif halved and not padded:
            ways.pop("dmy")
        else:
            ways = {}
    return [*next(iter(ways.values()))] if ways else [None] * len(found)


def _day(match: re.Match[str], order: str) -> date | None:
    """A stamp's day, its parts read in an order; None where there is no such day."""
    parts = dict(zip(order, (int(match["a"]), int(match["b"]), int(match["c"])), strict=True))
    year = parts["y"]
    if year < 100:
        year += 2000 if year < _TURN_OF_CENTURY else 1900
    try:
        return date(year, parts["m"], parts["d"])
    except ValueError:
        return None
