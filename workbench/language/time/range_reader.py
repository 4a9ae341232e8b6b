"""Times that run from one day or month to another, and parts of a month."""

from __future__ import annotations

import re
from datetime import date, timedelta

from workbench.domain.quantities import TimeKind, TimeRef
from workbench.language.text.calendar_names import MONTHS, WEEKDAYS
from workbench.language.time.calendar_words import UNIT_DAYS, month_span, safe_date
from workbench.language.time.time_reader import TimeReader
from workbench.language.time.time_spans import count_of, unit_of
from workbench.language.time.time_tense import Side
from workbench.language.time.told_times import is_fiscal

_UNTIL = re.compile(r"\b(?:by|until|till)\s+(?:the\s+)?$", re.IGNORECASE)
_OF_A_QUARTER = re.compile(r"\s+(?:of\s+(?!(?:this|last|next|the)\s+(?:fiscal\s+|financial\s+)?year\b)|century|final)")
_IN_A_QUARTER = re.compile(
    r"\b(?:in|for|during|of|by|record|fiscal|a|its|our)\s+(?:the\s+|its\s+|our\s+|a\s+|record\s+){0,2}$", re.IGNORECASE
)
"""Words that stand before a quarter of a year: "results for the third quarter"."""
_NTH = {
    "first": 0,
    "1st": 0,
    "1": 0,
    "second": 1,
    "2nd": 1,
    "2": 1,
    "third": 2,
    "3rd": 2,
    "3": 2,
    "fourth": 3,
    "4th": 3,
    "4": 3,
}
_TWO = 2


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

    def _partyear(self, match: re.Match[str]) -> TimeRef | None:
        """ "the third quarter of 2025", "the first half of 2024", "mid-2026"; one without a year is of results."""
        written = match["yq"] or match["yn"] or match["yh"] or match["y"]
        if written is None:
            spoken = _OF_A_QUARTER.match(self.text, match.end()) or not _IN_A_QUARTER.search(
                self.text, 0, match.start()
            )
            return None if spoken else self._ref(match, TimeKind.PERIOD)
        if is_fiscal(self.text, *match.span()):
            return self._ref(match, TimeKind.PERIOD)
        named = (match["q"] or match["n"] or match["h"] or match["part"]).lower()
        first, months = {"early": (1, 4), "mid": (5, 4), "late": (9, 4)}.get(named, (0, 0))
        if not months:
            months = 6 if match["h"] else 3
            first = _NTH[named] * months + 1
        end = month_span(int(written), first + months - 1)[1]
        until = _UNTIL.search(self.text, max(0, match.start() - 12), match.start()) is not None
        span = (None if until else date(int(written), first, 1), end)
        return self._ref(match, TimeKind.UNTIL if until else TimeKind.PERIOD, span, approximate=bool(match["part"]))

    def _amount(self, match: re.Match[str]) -> TimeRef | None:
        """ "three years and four months", "a year and a half": one duration, of units that grow smaller."""
        parts = [(match[n], match[u]) for n, u in (("n", "u"), ("n2", "u2"), ("n3", "u3")) if match[n]]
        days = [(count_of(n) or 0.0, UNIT_DAYS[unit_of(u)]) for n, u in parts]
        units = [unit for _, unit in days]
        if match["half"]:
            days.append((0.5, units[0]))
        elif units != sorted(set(units), reverse=True) or len(days) < _TWO:
            return None
        if any(count == 0 for count, _ in days):
            return None
        total = sum(count * unit for count, unit in days)
        if (match["dir"] or "").lower() == "ago":
            return self._ref(match, TimeKind.PERIOD, days=total, relative=True)
        return self._ref(match, TimeKind.DURATION, days=total)

    def _weekdays(self, match: re.Match[str]) -> TimeRef | None:
        """ "between Monday and Thursday": the days of one stretch, so that the first is at most six days before."""
        if not (match["w"][0].isupper() and match["wa"][0].isupper()):
            return None
        last = self._weekday_of(match, "on")
        if last is None:
            return self._ref(match, TimeKind.PERIOD, relative=True)
        back = (WEEKDAYS[match["w"].lower()] - WEEKDAYS[match["wa"].lower()]) % 7
        return self._ref(match, TimeKind.PERIOD, (last - timedelta(days=back), last), relative=True)

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
