"""One time expression that a pattern has found, as data: one method a form of `time_forms`."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta

from workbench.domain.quantities import TimeKind, TimeRef
from workbench.language.numbers.name_numbers import is_counted, is_name_year
from workbench.language.text.calendar_names import ABBREVIATED, MONTHS, WEEKDAYS
from workbench.language.time.calendar_words import UNIT_DAYS, add_months, month_span, safe_date, week_span, year_span
from workbench.language.time.time_names import is_person, is_title
from workbench.language.time.time_spans import (
    BESIDE,
    Range,
    count_of,
    is_loose,
    moved,
    unit_of,
    unit_range,
    weekday_near,
    year_of_day,
    year_of_month,
    year_told,
)
from workbench.language.time.time_tense import WITHIN, Decide, Side, is_bound, is_promised, lies_ahead, side_by_words
from workbench.language.time.told_times import in_narrative, is_fiscal, is_rate, is_told_day, is_up_to, stands_today

_ROUGH = re.compile(
    r"(?:\b(?:about|around|nearly|almost|roughly|approximately|over|more than|just over|just under|some|circa)\s+)$",
    re.IGNORECASE,
)
_WHOLE_MONTH = re.compile(rf"\b(?:{'|'.join(sorted({*MONTHS} - ABBREVIATED))})\.$", re.IGNORECASE)
_GOES_ON = re.compile(r"\s+(?:in\s+which|of|that|when|before|for\s+which)\b")
"""What makes "the last year" one of others: "the last year in which he was in office"."""
_OF_ANOTHER_YEAR = re.compile(r"\b(?:[Nn]ext|[Ll]ast)\s+year['’]s\s[^.;,]{2,80}$")  # "Next year's meeting is on 2 May"
_WOULD = re.compile(r"\bwould\b[^.;]*$")
_CASED = {"may", "march", "mar", "dec", "sat", "sun", "mai", "mars", "august", "jan", "mon"}
_MIDWEEK = 3
"""Until Wednesday "this weekend" is the one that is over, unless something lies ahead."""
_JUST_OVER, _SOON = 5, 2
"""Months from its first one, or before a season, in which "last" or "next" may mean it or another year's."""
_SEASON_MONTHS = {"spring": 3, "summer": 6, "autumn": 9, "fall": 9, "winter": 12}


class TimeReader:
    """Turns one match into a `TimeRef`.

    Args:
        text: What is read.
        published: The day that relative times are counted from.
        decide: Tells on which side of that day a time lies; without it the words around the time do.
    """

    def __init__(self, text: str, published: date | None, decide: Decide | None = None) -> None:
        self.text = text
        self.published = published
        self._decide = decide

    def read(self, name: str, match: re.Match[str]) -> TimeRef | None:
        """The time expression of a match, None when its words mean something else."""
        if is_person(self.text, match):
            return None
        method: Callable[[re.Match[str]], TimeRef | None] = getattr(self, f"_{name}")
        try:
            return method(match)
        except (OverflowError, ValueError):  # the calendar ends before it gets there
            return self._ref(match, TimeKind.PERIOD, relative=True)

    def _ref(self, match: re.Match[str], kind: TimeKind, span: Range = (None, None), *, days: float | None = None,
             relative: bool = False, approximate: bool = False) -> TimeRef:  # fmt: skip
        start, end = match.span()
        while end > start and self.text[end - 1] in " ,":
            end -= 1
        if self.text[end - 1] == "." and _WHOLE_MONTH.search(self.text, start, end):
            end -= 1
        while start < end and self.text[start].isspace():
            start += 1
        return TimeRef(start, end, self.text[start:end], kind, span[0], span[1], days, relative, approximate)

    def _is_ahead(self, match: re.Match[str]) -> bool:
        return lies_ahead(self.text, match.start(), match.end())

    def _side(self, key: str, match: re.Match[str]) -> Side | int | None:
        """Which side a time lies on that names `key` ("w4", "5", "3-5"), or the year that the article gives it."""
        if self._decide is not None:
            return self._decide(key, match.start(), match.end())
        return side_by_words(self.text, match.start(), match.end())

    def _year_of(self, match: re.Match[str], month: int, day: int) -> int | None:
        """The year of a day, or of a month (day 0), that is written without one."""
        if self.published is None:
            return None
        side = year_told(match, self.published) or self._side(f"{day}-{month}" if day else f"{month}", match)
        if isinstance(side, int):
            return side
        return year_of_day(month, day, self.published, side) if day else year_of_month(month, self.published, side)

    def _day(self, match: re.Match[str], year: int | None, month: int, day: int) -> TimeRef | None:
        relative = year is None
        if year is None:
            if self.published is None:
                return self._ref(match, TimeKind.DATE, relative=True) if 1 <= day <= 31 else None
            if _OF_ANOTHER_YEAR.search(self.text, max(0, match.start() - 120), match.start()):
                return self._ref(match, TimeKind.DATE, relative=True)
            year = self._year_by_weekday(match, month, day) or self._year_of(match, month, day)
            if year is None:
                return self._ref(match, TimeKind.DATE, relative=True) if safe_date(2000, month, day) else None
        exact = safe_date(year, month, day)
        return self._ref(match, TimeKind.DATE, (exact, exact), relative=relative) if exact else None

    def _year_by_weekday(self, match: re.Match[str], month: int, day: int) -> int | None:
        """The one year near the publication in which a day falls on the weekday that is written with it."""
        if self.published is None or not match.groupdict().get("w"):
            return None
        number = WEEKDAYS[match["w"].lower()]
        near = range(self.published.year - 1, self.published.year + 2)
        exact = [found for year in near if (found := safe_date(year, month, day)) and found.weekday() == number]
        return exact[0].year if len(exact) == 1 else None

    def _iso(self, match: re.Match[str]) -> TimeRef | None:
        return self._day(match, int(match["y"]), int(match["m"]), int(match["d"]))

    _slash = _iso

    def _dmy(self, match: re.Match[str]) -> TimeRef | None:
        year = int(match["y"]) if match["y"] else None
        if not match["m"][0].isupper() and match["m"].lower() in {"may", "march", "mar"}:
            return None
        return self._day(match, year, MONTHS[match["m"].lower()], int(match["d"]))

    _mdy = _dmy

    def _my(self, match: re.Match[str]) -> TimeRef | None:
        first, last = month_span(int(match["y"]), MONTHS[match["m"].lower()])
        return self._ref(match, TimeKind.PERIOD, (first, last), approximate=bool(match["part"]))

    def _years(self, match: re.Match[str]) -> TimeRef | None:
        first = int(match["a"])
        last = int(match["b"]) if len(match["b"]) == 4 else first // 100 * 100 + int(match["b"])
        if last < first:
            return None
        if is_fiscal(self.text, *match.span()):
            return self._ref(match, TimeKind.PERIOD)
        return self._ref(match, TimeKind.PERIOD, (date(first, 1, 1), date(last, 12, 31)))

    def _decade(self, match: re.Match[str]) -> TimeRef | None:
        text = match["y"]
        start = int(text) if len(text) == 4 else 1900 + int(text)
        low, high = {"early": (0, 3), "mid": (4, 6), "late": (7, 9)}.get((match["part"] or "").lower(), (0, 9))
        span = (date(start + low, 1, 1), date(start + high, 12, 31))
        return self._ref(match, TimeKind.PERIOD, span, approximate=bool(match["part"]))

    def _earlier(self, match: re.Match[str]) -> TimeRef | None:
        today = self.published
        if today is None:
            return self._ref(match, TimeKind.PERIOD, relative=True)
        unit = match["w"].lower().split()[-1]
        first, last = (today, today) if unit == "today" else unit_range("this", unit, today)
        span = (first, today) if match["part"].lower() == "earlier" else (today, last)
        return self._ref(match, TimeKind.PERIOD, span, relative=True)

    def _relunit(self, match: re.Match[str]) -> TimeRef | None:
        rel, unit = " ".join(match["rel"].lower().split()), match["u"].lower()
        if in_narrative(self.text, match) or (rel == "the last" and _GOES_ON.match(self.text, match.end())):
            return self._ref(match, TimeKind.PERIOD)
        span: Range = (None, None)
        if self.published:
            span = unit_range(rel, unit, self.published)
            if (
                unit == "weekend"
                and rel == "this"
                and self.published.weekday() < _MIDWEEK
                and not self._is_ahead(match)
            ):
                span = unit_range("last", unit, self.published)
        return self._ref(match, TimeKind.PERIOD, span, relative=True)

    def _season(self, match: re.Match[str]) -> TimeRef | None:
        if in_narrative(self.text, match):
            return self._ref(match, TimeKind.PERIOD)
        if self.published is None:
            return self._ref(match, TimeKind.PERIOD, relative=True)
        first = _SEASON_MONTHS[match["s"].lower()]
        month = self.published.month
        in_winter = first == 12 and month < 3  # which began the year before
        year = self.published.year - in_winter
        over = (month - first) % 12 >= 3 and month >= first
        rel = match["rel"].lower()
        soon = rel == "next" and 0 < (first - month) % 12 <= _SOON
        if soon or (rel == "last" and over and month - first <= _JUST_OVER):
            return self._ref(match, TimeKind.PERIOD, relative=True)  # in February "next spring" may be either
        year += {"last": over - 1, "next": int(month >= first or in_winter)}.get(rel, 0)
        end = add_months(date(year, first, 1), 2)
        return self._ref(
            match, TimeKind.PERIOD, (date(year, first, 1), month_span(end.year, end.month)[1]), relative=True
        )

    def _relmonth(self, match: re.Match[str]) -> TimeRef | None:
        month, rel = MONTHS[match["m"].lower()], match["rel"].lower()
        if not match["m"][0].isupper():
            return None
        if in_narrative(self.text, match):
            return self._ref(match, TimeKind.PERIOD)
        if self.published is None:
            return self._ref(match, TimeKind.PERIOD, relative=True)
        year = self.published.year
        ahead = (month - self.published.month) % 12
        if (rel == "next" and 0 < ahead <= _SOON) or (rel == "last" and ahead >= 12 - _SOON):
            return self._ref(match, TimeKind.PERIOD, relative=True)  # in April "next May" may be either
        if rel == "last":
            year -= month >= self.published.month
        elif rel == "next":
            year += month <= self.published.month
        return self._ref(match, TimeKind.PERIOD, month_span(year, month), relative=True)

    def _weekday_of(self, match: re.Match[str], rel: str) -> date | None:
        """The day that a weekday's name means, None where that is not sure."""
        number = WEEKDAYS[match["w"].lower()]
        if self.published is None:
            return None
        if told := match.groupdict().get("lw"):
            return week_span(self.published + timedelta(days=7 * BESIDE[told.lower()]))[0] + timedelta(days=number)
        side: Side | int | None = None
        if rel not in {"last", "next"}:
            bound = "by " if is_bound(self.text, match.start(), match.end()) else ""
            side = self._side(f"{bound}w{number}", match)
        return weekday_near(number, self.published, side if isinstance(side, Side) else None, rel)

    def _relday(self, match: re.Match[str]) -> TimeRef | None:
        if in_narrative(self.text, match):
            return self._ref(match, TimeKind.DATE)
        if self.published is None:
            return self._ref(match, TimeKind.DATE, relative=True)
        if is_title(self.text, match):
            return None
        rel = match["rel"].lower()
        day = self._weekday_of(match, rel)
        if day is None:
            return self._ref(match, TimeKind.DATE, relative=True)
        if rel == "since":
            return self._ref(match, TimeKind.SINCE, (day, None), relative=True)
        if rel in {"by", "until"}:
            return self._ref(match, TimeKind.UNTIL, (None, day), relative=True)
        return self._ref(match, TimeKind.DATE, (day, day), relative=True)

    def _spanpast(self, match: re.Match[str]) -> TimeRef | None:
        unit = unit_of(match["u"])
        if not match["n"] and match["u"].lower() in {"minute", "hour", "second"} and match["rel"].lower() != "past":
            return None  # "at the last minute"
        if unit in {"minute", "quarter"}:  # "in the last six minutes" of a match
            return self._ref(match, TimeKind.DURATION, approximate=True)
        count = count_of(match["n"]) if match["n"] else (None if match["u"].lower().endswith("s") else 1.0)
        days = count * UNIT_DAYS[unit] if count else None
        if in_narrative(self.text, match):
            return self._ref(match, TimeKind.DURATION, days=days, approximate=count is None)
        if self.published is None:
            return self._ref(match, TimeKind.PERIOD, days=days, relative=True)
        assumed = count or 7.0 if unit == "day" else count or 3.0
        if match["rel"].lower() in {"past", "last"}:
            span: Range = (moved(self.published, assumed, unit, -1), self.published)
        else:
            span = (self.published, moved(self.published, assumed, unit, 1))
        return self._ref(match, TimeKind.PERIOD, span, days=days, relative=True, approximate=count is None)

    def _ago(self, match: re.Match[str]) -> TimeRef | None:
        unit, count = unit_of(match["u"]), count_of(match["n"])
        relative = match["dir"].lower() == "ago"
        days = count * UNIT_DAYS[unit] if count else None
        if not relative or self.published is None or count is None or is_loose(match, count, unit):
            kind = TimeKind.PERIOD if relative else TimeKind.DURATION
            return self._ref(match, kind, days=days, relative=relative, approximate=True)
        day = moved(self.published, count, unit, -1)
        if unit in {"year", "decade", "century"}:
            span: Range = year_span(day.year)
        elif unit == "month":
            span = month_span(day.year, day.month)
        else:
            span = week_span(day) if unit == "week" else (day, day)
        return self._ref(
            match, TimeKind.PERIOD, span, days=days, relative=True, approximate=unit != "day" or bool(match["rough"])
        )

    def _daypart(self, match: re.Match[str]) -> TimeRef | None:
        if is_title(self.text, match):
            return None
        if self.published is None:
            return self._ref(match, TimeKind.DATE, relative=True)
        compared = is_up_to(self.text, match)
        if compared or (match["d"].lower() == "today" and self._side("today", match) not in {Side.AHEAD, Side.BEHIND}):
            standing = not compared and stands_today(self.text, match)
            span: Range = (self.published, self.published) if standing else (None, None)
            return self._ref(match, TimeKind.PERIOD, span, relative=True)  # "the cheapest on the market today"
        words = match["d"].lower().split()
        day = self.published + timedelta({"yesterday": -1, "tomorrow": 1}.get(words[-1], 0) * min(2, len(words)))
        return self._ref(match, TimeKind.DATE, (day, day), relative=True)

    def _sofar(self, match: re.Match[str]) -> TimeRef | None:
        if self.published is None:
            return self._ref(match, TimeKind.PERIOD, relative=True)
        first, _ = unit_range("this", match["u"].lower(), self.published)
        return self._ref(match, TimeKind.PERIOD, (first, self.published), relative=True)

    def _yearend(self, match: re.Match[str]) -> TimeRef | None:
        if self.published is None:
            return self._ref(match, TimeKind.UNTIL, relative=True)
        if (match["ye"] or " the " in match.group()[4:].lower()) and not self._is_ahead(match):
            return self._ref(match, TimeKind.DATE, relative=True)  # in results it is the end of the year before
        _, last = unit_range("this", "year" if match["ye"] else match["u"].lower(), self.published)
        return self._ref(match, TimeKind.DATE, (last, last), relative=True, approximate=True)

    def _recur(self, match: re.Match[str]) -> TimeRef | None:
        if re.fullmatch(r"[A-Z](?!\w+days$)[a-z]+", match["r"]) and self.text[match.start() - 1 : match.start()] == " ":
            return None
        return self._ref(match, TimeKind.RECURRING)

    def _age(self, match: re.Match[str]) -> TimeRef | None:
        count = count_of(match["n"])
        return self._ref(match, TimeKind.DURATION, days=count * UNIT_DAYS[unit_of(match["u"])] if count else None)

    def _within(self, match: re.Match[str]) -> TimeRef | None:
        count, unit = count_of(match["n"]), unit_of(match["u"])
        days = count * UNIT_DAYS[unit] if count else None
        promised = is_promised(self.text, match.start()) and self._side(WITHIN, match) is not Side.UNSURE
        would = _WOULD.search(
            self.text, max(0, match.start() - 100), match.start()
        )  # from the day on which it was said
        if count is None or self.published is None or not promised or would:
            return self._ref(match, TimeKind.DURATION, days=days, approximate=count is None)
        span = (self.published, moved(self.published, count, unit, 1))
        return self._ref(match, TimeKind.PERIOD, span, days=days, relative=True)

    def _span(self, match: re.Match[str]) -> TimeRef | None:
        low, high, unit = count_of(match["a"]), count_of(match["b"]), unit_of(match["u"])
        if low is None or high is None or low >= high:
            return None
        return self._ref(match, TimeKind.DURATION, days=(low + high) / 2 * UNIT_DAYS[unit], approximate=True)

    def _duration(self, match: re.Match[str]) -> TimeRef | None:
        count, unit = count_of(match["n"]), unit_of(match["u"])
        if len(match["n"]) == 4 and match["n"].isdigit() and match["u"].lower() == unit and match.group()[4] != "-":
            return None
        if match["n"].lower() in {"a", "an"} and unit in {"second", "quarter", "minute"}:
            return None
        if match["n"].lower() in {"a", "an"} and "-" not in match.group() and is_rate(self.text, match):
            return self._ref(match, TimeKind.RECURRING)
        days = count * UNIT_DAYS[unit] if count else None
        rough = bool(_ROUGH.search(self.text, max(0, match.start() - 16), match.start()))
        return self._ref(match, TimeKind.DURATION, days=days, approximate=rough or count is None)

    def _bareunit(self, match: re.Match[str]) -> TimeRef | None:
        return self._ref(match, TimeKind.DURATION, approximate=True)

    def _month(self, match: re.Match[str]) -> TimeRef | None:
        if not match["m"][0].isupper():
            return None
        month = MONTHS[match["m"].lower()]
        if match["lead"].lower() in {"of", "to", "and"} and match["m"].lower() in _CASED:
            return None
        part = bool(match["part"] or match["part2"])
        if self.published is None:
            return self._ref(match, TimeKind.PERIOD, relative=True, approximate=part)
        lead = match["lead"].lower()
        year = self._year_of(match, month, 0)
        if year is None:
            return self._ref(match, TimeKind.PERIOD, relative=True, approximate=part)
        first, last = month_span(year, month)
        if lead == "since" and month == self.published.month:
            return self._ref(match, TimeKind.PERIOD, relative=True, approximate=part)  # of this year or the last
        if lead == "since":
            return self._ref(match, TimeKind.SINCE, (first, None), relative=True, approximate=part)
        if lead in {"by", "until"}:
            return self._ref(match, TimeKind.UNTIL, (None, last), relative=True, approximate=part)
        return self._ref(match, TimeKind.PERIOD, (first, last), relative=True, approximate=part)

    def _weekday(self, match: re.Match[str]) -> TimeRef | None:
        if not match["w"][0].isupper():
            return None
        if self.published is None:
            return self._ref(match, TimeKind.DATE, relative=True)
        if is_title(self.text, match):
            return None
        told = is_told_day(self.text, match.start())
        day = None if told else self._weekday_of(match, "on")
        return self._ref(match, TimeKind.DATE, (day, day), relative=not told)

    def _clock(self, match: re.Match[str]) -> TimeRef | None:
        text = match["t"]
        if "." in text and not re.search(r"[ap]\.?m|[A-Z]{2}", text):
            return None
        return self._ref(match, TimeKind.DATE, approximate=True)  # of which day, its words do not say

    def _year(self, match: re.Match[str]) -> TimeRef | None:
        if is_name_year(self.text, match.start()) or is_counted(self.text, match.start(), match.end()):
            return None
        if is_fiscal(self.text, *match.span()):
            return self._ref(match, TimeKind.PERIOD)
        first, last = year_span(int(match["y"]))
        return self._ref(match, TimeKind.PERIOD, (first, last))
