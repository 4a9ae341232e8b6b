"""Times that run from one day or month to another, and parts of a month."""

from __future__ import annotations

import re
from datetime import date

from workbench.domain.quantities import TimeKind, TimeRef
from workbench.language.text.calendar_names import MONTHS
from workbench.language.time.calendar_words import month_span, safe_date
from workbench.language.time.time_reader import TimeReader
from workbench.language.time.time_tense import Side

_UNTIL = re.compile(r"\b(?:by|until|till)\s+(?:the\s+)?$", re.IGNORECASE)


_EARLY_MONTHS = 8
"""Up to this month a part of a month that was the year before's is told as such ("the end of June" in January)."""


class RangeReader(TimeReader):
    """A `TimeReader` that reads ranges as well."""

    def _crossrange(self, match: re.Match[str]) -> TimeRef | None:
        """ "April 30 – May 2"."""
        months = [match[a] or match[b] for a, b in (("m", "mb"), ("m2", "m2b"))]
        days = [int(match[a] or match[b]) for a, b in (("d", "db"), ("d2", "d2b"))]
        return self._range(match, match["link"], months, days)

    def _dayrange(self, match: re.Match[str]) -> TimeRef | None:
        """ "June 20-25", "from 16 to 19 March"."""
        month = match["m"] or match["mb"]
        days = [int(match["d"] or match["db"]), int(match["d2"] or match["d2b"])]
        return self._range(match, match["link"] or match["linkb"], [month, month], days) if days[0] < days[1] else None

    def _monthrange(self, match: re.Match[str]) -> TimeRef | None:
        """ "between October and January"."""
        return self._range(match, match["link"], [match["m"], match["m2"]], [0, 0])

    def _range(self, match: re.Match[str], link: str, months: list[str], days: list[int]) -> TimeRef | None:
        if not all(month[0].isupper() for month in months):
            return None
        if link.strip().lower() == "and" and (match["from"] or "").lower() != "between":
            return None
        low, high = (MONTHS[month.lower()] for month in months)
        crosses = low > high
        last = int(match["y"]) if match["y"] else self._year_of(match, high, days[1])
        first = match.groupdict().get("ya")
        if last is None and not first:
            if any(day and not safe_date(2000, month, day) for month, day in zip((low, high), days, strict=True)):
                return None
            return self._ref(match, TimeKind.PERIOD, relative=True)
        begin = int(first) if first else (last or 0) - crosses
        if last is None or (first and not match["y"]):
            last = begin + crosses
        if days[0]:
            span = (safe_date(begin, low, days[0]), safe_date(last, high, days[1]))
        else:
            span = (month_span(begin, low)[0], month_span(last, high)[1])
        if span[0] is None or span[1] is None or span[0] >= span[1]:
            return None
        return self._ref(match, TimeKind.PERIOD, span, relative=not (match["y"] or first))

    def _monthpart(self, match: re.Match[str]) -> TimeRef | None:
        """ "the end of July"."""
        if not match["m"][0].isupper():
            return None
        month = MONTHS[match["m"].lower()]
        year = int(match["y"]) if match["y"] else self._year_of(match, month, 0)
        relative = not match["y"]
        until = _UNTIL.search(self.text, max(0, match.start() - 12), match.start()) is not None
        kind = TimeKind.UNTIL if until else TimeKind.PERIOD
        told = (
            relative
            and not match["ly"]
            and self.published is not None
            and year is not None
            and year < self.published.year
        )
        late = told and month > _EARLY_MONTHS and self._side(f"{month}", match) is not Side.BEHIND
        if year is None or late:  # in May "the end of October" is to come
            return self._ref(match, kind, relative=True, approximate=True)
        first, last = month_span(year, month)
        part = match["part"].lower().split()[0]
        low, high = {"end": (21, 0), "close": (21, 0), "start": (1, 10), "beginning": (1, 10), "middle": (11, 20),
                     "first": (1, 15), "second": (16, 0)}[part]  # fmt: skip
        span: tuple[date | None, date | None] = (
            None if until else first.replace(day=low),
            first.replace(day=high) if high and not until else last if not high else first.replace(day=high),
        )
        return self._ref(match, kind, span, relative=relative, approximate=True)
