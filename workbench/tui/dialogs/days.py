"""Days as people write them in a field: 3 March 2022, 2022-03-03, tomorrow, next Friday, in two weeks."""

from __future__ import annotations

import re
from datetime import date, timedelta

from workbench.domain.errors import BadInputError

EXAMPLE = "3 March 2022"
_NUMBERS = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})")
_TWO_WAYS = re.compile(r"(\d{1,2})[-/](\d{1,2})[-/](\d{4})")
_AHEAD = re.compile(r"in (\w+) (day|week)s?", re.IGNORECASE)
_NEAR = {"today": 0, "tomorrow": 1, "yesterday": -1}
_WEEKDAYS = frozenset({"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"})


def read_day(text: str, today: date) -> date | None:
    """The day that was written; None for nothing.

    What could be two days ("3/4/2022", "Friday") is not guessed.

    Raises:
        BadInputError: It is no day, or could be two; the words say how to write it.
    """
    said = " ".join(text.split()).rstrip(".")
    if not said:
        return None
    try:
        day = _read(said, today)
    except (ValueError, OverflowError):  # the 31st of February, a day after the last year of the calendar
        day = None
    if day is None:
        raise BadInputError(f"“{said}” cannot be read as one day: write {EXAMPLE}, 2022-03-03, tomorrow, next Friday.")
    return day


def _read(said: str, today: date) -> date | None:
    from workbench.language.numbers.numbers import CARDINALS
    from workbench.language.time.times import times

    if (found := _NUMBERS.fullmatch(said)) is not None:
        return date(*map(int, found.groups()))
    if (found := _TWO_WAYS.fullmatch(said)) is not None:
        first, second, year = map(int, found.groups())
        if first != second and max(first, second) <= 12:
            return None
        return date(year, second, first) if second <= 12 else date(year, first, second)
    if said.casefold() in _NEAR:
        return today + timedelta(days=_NEAR[said.casefold()])
    if (found := _AHEAD.fullmatch(said)) is not None:
        number = found[1].casefold()
        count = int(number) if number.isdecimal() else CARDINALS["en"].get(number)
        return (
            None if count is None else today + timedelta(days=int(count) * (7 if found[2].casefold() == "week" else 1))
        )
    if said.casefold() in _WEEKDAYS:
        return None
    whole = [one for one in times(said, published=today) if (one.start, one.end) == (0, len(said))]
    return whole[0].earliest if len(whole) == 1 and whole[0].earliest == whole[0].latest else None
