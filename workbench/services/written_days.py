"""Days as people write them in a field: 3 March 2022, 2022-03-03, tomorrow, next Friday, in two weeks."""

from __future__ import annotations

import re
from datetime import date, timedelta

from workbench.domain.errors import BadInputError

EXAMPLE = "3 March 2022"
_NUMBERS = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})")
_TWO_WAYS = re.compile(r"(\d{1,2})[-/](\d{1,2})[-/](\d{4})")
_AHEAD = re.compile(
    r"(?:in|dans|en|dentro de|fra|tra|em|daqui a) (\w+) "
    r"(?:(?P<days>days?|tag(?:en)?|jours?|d[ií]as?|giorn[oi])|weeks?|wochen?|semaines?|semanas?|settiman[ae])",
    re.IGNORECASE,
)
_NEAR = {
    **dict.fromkeys(("today", "heute", "aujourd'hui", "aujourd’hui", "hoy", "oggi", "hoje"), 0),
    **dict.fromkeys(("tomorrow", "morgen", "demain", "mañana", "domani", "amanhã"), 1),
    **dict.fromkeys(("yesterday", "gestern", "hier", "ayer", "ieri", "ontem"), -1),
    **dict.fromkeys(("übermorgen", "après-demain", "pasado mañana", "dopodomani", "depois de amanhã"), 2),
}
_PORTUGUESE = re.compile(r"(\d{1,2})º? de (\w+) de (\d{4})", re.IGNORECASE)
_MESES = (
    "janeiro", "fevereiro", "março", "abril", "maio", "junho", "julho", "agosto", "setembro", "outubro", "novembro",
    "dezembro",
)  # fmt: skip
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


_HOUR = re.compile(
    r"(?:^|[\s,])(?:at |um |à |a las )?(?:(\d{1,2})[:.h](\d{2})|(\d{1,2}) ?(am|pm|h|uhr))$", re.IGNORECASE
)


def read_due(text: str, today: date) -> str | None:
    """A day, or one with an hour ("3 March 2022 17:00", "tomorrow 5 pm", "17:30" today), as ISO 8601; None for nothing.

    Raises:
        BadInputError: It is no day, or could be two; or no hour of a day.
    """
    said = " ".join(text.split()).rstrip(".")
    found = _HOUR.search(said)
    if found is None or said[: found.start()].endswith(("/", "-")):
        day = read_day(said, today)
        return None if day is None else day.isoformat()
    day = read_day(said[: found.start()].rstrip(" ,"), today) or today
    half = (found[4] or "").casefold()
    hour, minute = int(found[1] or found[3]), int(found[2] or 0)
    if half in ("am", "pm"):
        hour = hour % 12 + (12 if half == "pm" else 0) if 1 <= hour <= 12 else 24
    if hour > 23 or minute > 59:
        raise BadInputError(f"“{said}” has no hour of a day: write 17:00 or 5 pm.")
    return f"{day.isoformat()}T{hour:02}:{minute:02}"


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
        counts = {float(number)} if number.isdecimal() else {of[number] for of in CARDINALS.values() if number in of}
        if len(counts) != 1:  # no number, or not the same one in all languages
            return None
        return today + timedelta(days=int(counts.pop()) * (1 if found["days"] else 7))
    if (found := _PORTUGUESE.fullmatch(said)) is not None and found[2].casefold() in _MESES:
        return date(int(found[3]), _MESES.index(found[2].casefold()) + 1, int(found[1]))
    if said.casefold() in _WEEKDAYS:
        return None
    whole = [one for one in times(said, published=today) if (one.start, one.end) == (0, len(said))]
    return whole[0].earliest if len(whole) == 1 and whole[0].earliest == whole[0].latest else None
