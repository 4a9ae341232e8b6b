"""Days, months and years as Chinese and Japanese write them: "2023年5月3日", "去年8月", "昨日", "先月"."""

from __future__ import annotations

import re
from datetime import date, timedelta

from workbench.domain.quantities import TimeKind, TimeRef
from workbench.language.time.calendar_words import add_months, month_span, safe_date, year_span

LANGUAGES = frozenset({"zh", "ja"})
_MONTH = r"(?P<m>1[0-2]|0?[1-9])月(?![間间])(?:(?P<d>3[01]|[12]\d|0?[1-9])(?:[日号號]))?"
_DATE = re.compile(
    rf"(?<!\d)(?P<y>1[4-9]\d\d|20\d\d)年(?![間间前度代]|[以多後后来])(?:{_MONTH}(?:[至到-](?P<d2>\d{{1,2}})[日号號])?)?"
)
_SAID = re.compile(rf"(?P<year>去年|昨年|今年|本年|明年|来年|前年)(?![度])(?:{_MONTH})?")
_STEPS = {"前年": -2, "去年": -1, "昨年": -1, "今年": 0, "本年": 0, "明年": 1, "来年": 1}
_COUNTED = re.compile(
    r"(?P<day>昨天|昨日|昨晚|前天|一昨日|明天|明日)|(?P<week>上周|上週|上星期|先週)(?![一二三四五六日天末]|の?[月火水木金土日]曜)|"
    r"(?P<month>上个月|上個月|上月(?!\d)|先月)"
)
_DAYS = {"昨天": -1, "昨日": -1, "昨晚": -1, "前天": -2, "一昨日": -2, "明天": 1, "明日": 1}
_BARE = re.compile(
    r"(?<![\d年])(?P<m>1[0-2]|[1-9])月(?P<d>3[01]|[12]\d|[1-9])[日号號]"
    r"(?=[^，。；、]{0,6}(?:[说說称稱]|表示|宣布|宣佈|报道|報道|通报|透露|发表|發表|指出|に?発表|に?明らかに|に?述べ))"
)
_FEW = 60
"""Days back up to which a day without a year on which somebody said something is that of this publication."""


def han_times(text: str, start: int, end: int, published: date | None = None) -> tuple[TimeRef, ...]:
    """The dates of `text[start:end]` that name their year, or are counted from the publication, in order.

    Args:
        text: The text.
        start: Where to begin.
        end: Where to stop.
        published: The day that "去年" is counted from; None leaves such words out.
    """
    found: list[TimeRef] = []
    for match in _DATE.finditer(text, start, end):
        span = _within(match, int(match["y"]))
        if span is not None:
            found.append(_ref(match, span, relative=False))
    if published is not None:
        for match in _SAID.finditer(text, start, end):
            span = _within(match, published.year + _STEPS[match["year"]])
            if span is not None:
                found.append(_ref(match, span, relative=True))
        found += [_ref(each, _counted(each, published), relative=True) for each in _COUNTED.finditer(text, start, end)]
        for match in _BARE.finditer(text, start, end):
            days = (safe_date(published.year - back, int(match["m"]), int(match["d"])) for back in (0, 1))
            day = next((each for each in days if each is not None and each <= published), None)
            if day is not None and (published - day).days <= _FEW:
                found.append(_ref(match, (day, day), relative=True))
    return tuple(_apart(sorted(found, key=lambda ref: (ref.start, -ref.end))))


def _within(match: re.Match[str], year: int) -> tuple[date, date] | None:
    """The days of a year, a month or a day of it; None where there is no such day."""
    if match["m"] is None:
        return year_span(year)
    if match["d"] is None:
        return month_span(year, int(match["m"]))
    first = safe_date(year, int(match["m"]), int(match["d"]))
    until = match.groupdict().get("d2")
    last = safe_date(year, int(match["m"]), int(until)) if until else first
    return (first, last) if first is not None and last is not None and first <= last else None


def _counted(match: re.Match[str], published: date) -> tuple[date, date]:
    if match["day"]:
        day = published + timedelta(days=_DAYS[match["day"]])
        return day, day
    if match["week"]:
        monday = published - timedelta(days=published.weekday() + 7)
        return monday, monday + timedelta(days=6)
    before = add_months(published.replace(day=1), -1)
    return month_span(before.year, before.month)


def _ref(match: re.Match[str], span: tuple[date, date], *, relative: bool) -> TimeRef:
    first, last = span
    kind = TimeKind.DATE if first == last else TimeKind.PERIOD
    return TimeRef(match.start(), match.end(), match.group(), kind, first, last, None, relative, False)


def _apart(refs: list[TimeRef]) -> list[TimeRef]:
    """Those that begin behind the one before."""
    kept: list[TimeRef] = []
    for ref in refs:
        if not kept or ref.start >= kept[-1].end:
            kept.append(ref)
    return kept
