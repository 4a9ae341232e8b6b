"""Times in languages whose calendar words are known: days, months, years, weekdays, "last year"."""

from __future__ import annotations

import re
from datetime import date, timedelta
from functools import cache

from workbench.domain.quantities import TimeKind, TimeRef
from workbench.language.grammar.modality_elsewhere import predicts
from workbench.language.numbers.year_like import is_count_elsewhere, is_range_of_amounts
from workbench.language.text.sentences import sentences_in
from workbench.language.time.calendar_words import add_months, month_span, safe_date, year_span
from workbench.language.time.calendars_elsewhere import CALENDARS
from workbench.language.time.directions_elsewhere import (
    ATTRIBUTES,
    directed,
    directed_forms,
    has_its_own_day,
    is_of_another_week,
    is_ordinal,
    said_year,
    side_of_attribute,
)
from workbench.language.time.times_decided import is_decided, is_past, is_term_of_a_contract, may_be_to_do

LANGUAGES = frozenset(CALENDARS)

_YEAR = r"(?:1[4-9]\d\d|20\d\d)"
_CAPITALS = "".join(sign for sign in map(chr, range(0x41, 0x530)) if sign.isupper())
"""The capitals of Latin, Greek and Cyrillic letters."""
_OLDEST = 240
"""Days back up to which a day or month without a year is that of the last time round."""
_LAST_OF_MONTH = 31
_NEAR = 60
"""The same for what was to be done: the next time round is ten months away, so the last one is meant."""
_IF_NEAR = -2
"""The side of a time of what was to be done: it has been, only where that is near ("Elle a refusé de partir en …")."""


_SOME = r"(?:(?:\d{1,4}|[^\W\d_]{2,20})\s+){1,3}?"
"""A number, or words for one, before what it counts: "zwei", "ein paar", "más de 40"."""
_ONE = r"(?:\d{1,4}|[^\W\d_]{2,20})\s+"
_WITH_A_WORD = frozenset({"sv", "pl", "uk", "ru"})
"""Languages whose weekdays are told from other words by the one before them ("в среду", "i måndags")."""


@cache
def _forms(language: str) -> list[tuple[str, re.Pattern[str]]]:
    words = CALENDARS[language]
    months, days = "|".join(words.months.split()), "|".join(words.days.split())
    of = r"(?:de\s+|del\s+)?"
    may = "" if language in _WITH_A_WORD else "?"
    opens, joins = words.between.split(" ")
    listed = [
        ("iso", r"(?<![\w-])(?P<y>\d{4})-(?P<m>\d\d)-(?P<d>\d\d)(?!\d)"),
        ("figures", rf"(?<![\d./])(?P<d>\d{{1,2}})[./](?P<m>\d{{1,2}})[./](?P<y>{_YEAR})(?!\d)"),
        *directed_forms(language),
        ("day", rf"(?<![\d.,])(?P<d>\d{{1,2}})(?:\.|er|º|°|"
        rf"-го)?\s+{of}(?P<m>{months})\b(?:\s+{of}(?P<y>{_YEAR})\b)?"),
        ("months", rf"\b(?:{opens})\s+(?P<m>{months})\s+(?:{joins})\s+(?P<m2>{months})\b(?:\s+{of}(?P<y>{_YEAR})\b)?"),
        ("month", rf"\b(?P<m>{months})\s+{of}(?P<y>{_YEAR})\b"),
        ("years", rf"\b(?:{opens})\s+(?P<a>{_YEAR})\s+(?:{joins})\s+(?P<b>{_YEAR})(?![\w%]|[.,]\d)"),
        ("years", rf"(?<![\w,.-])(?P<a>{_YEAR})\s?[-–/]\s?(?P<b>{_YEAR}|\d\d)(?![\d%]|[.,]\d)"),
        ("ago", rf"(?<![\w])(?:{words.ago.replace('*', _SOME if words.ago[0] != '*' else _ONE)})\b"),
        ("last year", rf"\b(?:{words.last_year})\b"),
        ("this year", rf"\b(?:{words.this_year})\b"),
        ("next year", rf"\b(?:{words.next_year})\b"),
        ("last month", rf"\b(?:{words.last_month})\b"),
        ("last week", rf"\b(?:{words.last_week})\b"),
        ("day before", rf"\b(?:{words.day_before})\b"),
        ("yesterday", rf"\b(?:{words.yesterday})\b"),
        ("tomorrow", rf"\b(?:{words.tomorrow})\b"),
        ("in month", rf"\b(?:{words.before_month})\s+(?P<m>{months})\b(?!\s+(?:de\s+)?{_YEAR}\b)"),
        ("weekday", rf"\b(?:(?:{words.before_day})\s+){may}(?P<w>{days})\b(?!s)"),
        ("year", rf"(?<![\w£$€.,#/-])(?P<y>{_YEAR})(?![\w%/-]|[.,]\d|\s?(?:€|%|km\b|m\b|euro|mill|mrd|mio|"
        r"personen|personnes|personas|"
         r"persone|pessoas|menschen|menschen|einwohner|habitants|habitantes|abitanti|stellen|mitarbeiter|dollar|"
         r"dólares))"),
    ]  # fmt: skip
    return [(name, re.compile(pattern, re.IGNORECASE)) for name, pattern in listed]


_THERE_IS = re.compile(r"\s(?:d[eu]s?\s|d['’]|par\s|por\s|cada\s)", re.IGNORECASE)
"""Behind "il y a 12 jours", "há 40 anos": what there are, and not how long ago it was."""
_LOWER = re.compile(rf"\s(?![{_CAPITALS}])([^\W\d_]\w{{3,}})")
_YEAR_NOUN = re.compile(r"rok|рок|год|år|jaar|vuo|év")
_IN_YEAR = re.compile(r"\b(?:in|w|we|в|у|i|år|anno|jaar|sinds|sedan|od|з|с|rok\w*)\s$", re.IGNORECASE)
_YEARS_STAND_ALONE = frozenset({"de", "fr", "es", "it", "pt"})


def is_number_elsewhere(text: str, start: int, end: int) -> bool:
    """Whether four figures count the noun behind them: "doszło do 1412 wypadków"."""
    behind = _LOWER.match(text, end)
    if behind is None or _YEAR_NOUN.match(behind.group(1)):
        return False
    return _IN_YEAR.search(text[max(0, start - 12) : start]) is None


def times_elsewhere(text: str, start: int, end: int, published: date | None, language: str) -> tuple[TimeRef, ...]:
    """The times of `text[start:end]`, in order; a day, month or weekday whose year is not sure has no dates.

    One without a year lies before the publication only where its sentence is in the past tense and does not foretell.

    Args:
        text: The text.
        start: Where to begin.
        end: Where to stop.
        published: The day that "gestern" is counted from; None leaves it open.
        language: One of `LANGUAGES`.
    """
    found: list[TimeRef] = []
    amounts: list[tuple[int, int]] = []
    for name, pattern in _forms(language):
        for match in pattern.finditer(text, start, end):
            if any(match.start() < ref.end and match.end() > ref.start for ref in found):
                continue
            if name == "years" and is_range_of_amounts(text, match.end()):
                amounts.append(match.span())
                continue
            if name == "year" and (
                is_count_elsewhere(text, *match.span()) or any(a <= match.start() < b for a, b in amounts)
            ):
                continue
            if name == "ago" and _THERE_IS.match(text, match.end()):
                continue
            if name == "year" and language not in _YEARS_STAND_ALONE and is_number_elsewhere(text, *match.span()):
                continue
            if name == "weekday" and is_ordinal(match, language):
                continue
            if name.startswith("weekday") and has_its_own_day(text, match.end()):
                continue
            begun = name not in {"years", "months", "days"} and _begun(text, start, match, language)
            side = -1 if begun else _side(text, match.start(), match.end(), language)
            if name == "weekday" and language in ATTRIBUTES:
                side = side_of_attribute(text, start, match.start("w"), side, language)
            span = _span(name, match, published, side, language)
            if name.startswith("weekday") and is_of_another_week(text, *match.span(), match.start("w"), language):
                span = _OPEN
            if span is None:
                continue
            relative = name not in {"iso", "figures", "month", "years", "year"} and not match.groupdict().get("y")
            found.append(_ref(text, start, match, span, relative, language, begun=begun))
    return tuple(sorted(found, key=lambda ref: (ref.start, ref.end)))


_Span = tuple[date | None, date | None]
_OPEN: _Span = (None, None)


def _span(name: str, match: re.Match[str], published: date | None, side: int, language: str) -> _Span | None:
    """First and last day; (None, None) where they are not sure, None where the words are no time.

    `side` is -1 for what has been, 1 for what is to come, 0 where nothing tells.
    """
    groups = match.groupdict()
    if name in {"iso", "figures"}:
        day = safe_date(int(groups["y"]), int(groups["m"]), int(groups["d"]))
        return (day, day) if day else None
    if name == "day":
        month, number = _number(CALENDARS[language].months, groups["m"]), int(groups["d"])
        if groups["y"]:
            day = safe_date(int(groups["y"]), month, number)
            return (day, day) if day else None
        return _day(month, number, published, side) if 1 <= number <= 31 else None
    if name == "days":
        return _days(match, published, side, language)
    if name.endswith(" told"):
        month = _number(CALENDARS[language].months, groups["m"]) if groups.get("m") else 0
        weekday = _number(CALENDARS[language].days, groups["w"]) - 1 if groups.get("w") else 0
        return directed(name, match, published, month, weekday)
    if name == "months":
        return _months(match, published, side, language)
    if name == "month":
        return month_span(int(groups["y"]), _number(CALENDARS[language].months, groups["m"]))
    if name == "years":
        first = int(groups["a"])
        last = int(groups["b"]) if len(groups["b"]) == 4 else first // 100 * 100 + int(groups["b"])
        return (year_span(first)[0], year_span(last)[1]) if first < last else None
    if name == "ago":
        return _OPEN
    if name == "year":
        return year_span(int(groups["y"]))
    if published is None:
        return _OPEN
    if name in _COUNTED:
        return _counted(name, published)
    if language == "sv" and name == "weekday":
        side = _swedish(match.group().lower(), side)
    if side == 0 or (side == _IF_NEAR and name == "weekday"):
        return _OPEN
    if name == "in month":
        return _month(_number(CALENDARS[language].months, groups["m"]), published, side)
    weekday = _number(CALENDARS[language].days, groups["w"]) - 1
    if side < 0:
        back = (published.weekday() - weekday) % 7
        last = language == "sv" and match.group().lower().startswith("i ")  # "i måndags" is not today
        day = published - timedelta(days=back or (7 if last else 0))
    else:
        day = published + timedelta(days=(weekday - published.weekday() - 1) % 7 + 1)
    return day, day


def _swedish(words: str, side: int) -> int:
    """Which way a Swedish weekday is counted, by its form: "i måndags" has been, "på måndag" is to come."""
    if words.startswith("i ") and words.endswith("s"):
        return -1
    return 1 if words.startswith("på ") and words.endswith("dag") else side


_COUNTED = frozenset(
    {"last year", "this year", "next year", "last month", "last week", "yesterday", "day before", "tomorrow"}
)


def _counted(name: str, published: date) -> _Span:
    """The days of words that are counted from the publication whatever the verb is."""
    if name.endswith("year"):
        return year_span(published.year + {"last": -1, "this": 0, "next": 1}[name.split()[0]])
    if name == "last month":
        before = add_months(published.replace(day=1), -1)
        return month_span(before.year, before.month)
    if name == "last week":
        monday = published - timedelta(days=published.weekday() + 7)
        return monday, monday + timedelta(days=6)
    day = published + timedelta(days={"yesterday": -1, "day before": -2, "tomorrow": 1}[name])
    return day, day


def _month(month: int, published: date, side: int) -> _Span:
    if side < 0:
        span = month_span(published.year - (month > published.month), month)
        return span if (published - span[1]).days <= _oldest(side) and month != published.month else _OPEN
    return month_span(published.year + (month < published.month), month)


def _months(match: re.Match[str], published: date | None, side: int, language: str) -> _Span:
    """A stretch of months: "entre enero y octubre de 2023"."""
    names = CALENDARS[language].months
    first, last = _number(names, match["m"]), _number(names, match["m2"])
    if match["y"]:
        year = int(match["y"])
    elif published is None or side >= 0:
        return _OPEN
    else:
        year = published.year - (last > published.month)
    return month_span(year - (first > last), first)[0], month_span(year, last)[1]


def _day(month: int, number: int, published: date | None, side: int) -> _Span:
    if published is None or side == 0:
        return _OPEN
    for year in (published.year, published.year + (1 if side > 0 else -1)):
        day = safe_date(year, month, number)
        if day is not None and (day <= published if side < 0 else day >= published):
            return (day, day) if abs((published - day).days) <= _oldest(side) else _OPEN
    return _OPEN


def _days(match: re.Match[str], published: date | None, side: int, language: str) -> _Span | None:
    """A stretch of days of one month: "vom 3. bis 5. Mai"."""
    month, first, last = _number(CALENDARS[language].months, match["m"]), int(match["a"]), int(match["d"])
    other = match.groupdict().get("m2")
    begins = _number(CALENDARS[language].months, other) if other else month
    if not (1 <= first <= _LAST_OF_MONTH and 1 <= last <= _LAST_OF_MONTH) or (begins == month and first >= last):
        return None
    year = int(match["y"]) if match["y"] else None
    if year is None and published is not None:
        year = said_year(match.groupdict(), published)
    if year is None:
        day, _ = _day(month, last, published, side)
        year = day.year if day is not None else None
    if year is None:
        return _OPEN
    begin, end = safe_date(year - (begins > month), begins, first), safe_date(year, month, last)
    return (begin, end) if begin is not None and end is not None else None


def _oldest(side: int) -> int:
    return _NEAR if side == _IF_NEAR else _OLDEST


def _number(names: str, word: str) -> int:
    """The number of a month (from 1) or weekday (from 1, Monday) by its name."""
    return next(i for i, name in enumerate(names.split(), start=1) if re.fullmatch(name, word, re.IGNORECASE))


_APART = r"[,;:](?=\s)|\s[–—-](?=\s)|[«»“”„\"]"
"""Signs that part clauses."""


_FEW = 3
"""Words of a part between commas that has no verb of its own."""


def _side(text: str, start: int, end: int, language: str) -> int:
    """Whether the clause of a time tells of what has been (-1) or is to come (1); else its sentence; 0 for neither.

    `_IF_NEAR` is for what was to be done.
    """
    if _AWAITED.search(text, max(0, start - 40), start):
        return 0
    begin, stop = max(0, start - 300), min(len(text), end + 300)
    line = max(text.rfind("\n", begin, start) + 1, begin)
    breaks = text.find("\n", end, stop)
    around = sentences_in(text, line, breaks if breaks >= 0 else stop, language)
    sentence = next((span for span in around if span.start <= start < span.end), None)
    begin, stop = (sentence.start, max(sentence.end, end)) if sentence is not None else (line, stop)
    apart = re.compile(rf"{_APART}|\b{CALENDARS[language].that}(?=\W|(?<=['’]))", re.IGNORECASE)
    parts = [match.end() for match in apart.finditer(text, begin, start)]
    behind = apart.search(text, end, stop)
    for low, high in ((parts[-1] if parts else begin, behind.start() if behind else stop), (begin, stop)):
        words = text[low:high]
        past, coming = is_past(words, language), predicts(words, language)
        around_it = text[low:start], text[start:end], text[end:high], language
        if past and is_decided(*around_it, first=low == begin):
            return 0
        if past and may_be_to_do(*around_it, first=low == begin):
            return _IF_NEAR
        if past and is_term_of_a_contract(text[low:start]) and _until(language).search(text[low:start]):
            return 0
        if past is not coming:
            return -1 if past else 1
        if (past and coming) or len(words.split()) > _FEW + len(text[start:end].split()):
            return 0  # a clause of its own in the present: "…, dass der Prozess am Montag beginnt"
    return 0


@cache
def _until(language: str) -> re.Pattern[str]:
    return re.compile(rf"(?:^|\W){CALENDARS[language].until}\s*$", re.IGNORECASE)


_AWAITED = re.compile(
    r"\b(?:attendue?s?|prévue?s?|fixée?s?|convoquée?s?|erwartet|geplant|vorgesehen|angesetzt|previst[oa]s?|"
    r"esperad[oa]s?|"
    r"programad[oa]s?|convocad[oa]s?|attes[oai]|previst[ei]|fissat[oaie]|marcad[oa]s?)\b[^.,;!?]{0,30}$",
    re.IGNORECASE,
)
"""What is awaited or set for a day has not been by then."""


def _begun(text: str, start: int, match: re.Match[str], language: str) -> bool:
    """Whether a time is one that something has lasted since."""
    since = CALENDARS[language].since
    if language == "de":
        since = since.replace("|ab", "")
    head = text[max(start, match.start() - 24) : match.start()]
    return bool(
        re.search(rf"(?:^|\W){since}\s+$", head, re.IGNORECASE) or re.match(rf"{since}\s", match.group(), re.IGNORECASE)
    )


def _ref(
    text: str, start: int, match: re.Match[str], span: _Span, relative: bool, language: str, *, begun: bool
) -> TimeRef:
    """A time with the "seit" or "jusqu'à" that stands before it or that it begins with."""
    first, last = span
    low = max(start, match.start() - 24)
    head = text[low : match.start()]
    words = match.group()
    kind = TimeKind.DATE if first is not None and first == last else TimeKind.PERIOD
    if begun:
        kind, last = TimeKind.SINCE, None
    elif re.search(rf"(?:^|\W){CALENDARS[language].until}\s+$", head, re.IGNORECASE) or re.match(
        rf"{CALENDARS[language].until}\s", words, re.IGNORECASE
    ):
        kind, first = TimeKind.UNTIL, None
    return TimeRef(match.start(), match.end(), words, kind, first, last, None, relative, False)
