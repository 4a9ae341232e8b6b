"""How a time that hangs on the day of publication is said so that it stands alone: "on Monday" as a date."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from workbench.domain.articles import Resolution
from workbench.domain.quantities import TimeKind, TimeRef
from workbench.language.claims.days_in_a_row import out_of_order
from workbench.language.claims.verb_particles import is_of_verb
from workbench.language.text.calendar_names import MONTH_NAMES, MONTHS, WEEKDAYS
from workbench.language.time.calendar_words import add_months, day_in_words, month_span

COUNTED_FROM = "relative time, counted from "
COUNTED = f"{COUNTED_FROM}the publication date"
"""The reason of every wording that hangs on the day of publication."""

NOT_SURE = "a relative time; which day it is, is not sure"
"""Why a relative time is left as it is written."""


def is_counted(resolution: Resolution) -> bool:
    """Whether a repair hangs on the day of publication, or says why a time was left."""
    return resolution.reason.startswith((COUNTED_FROM, "a relative time;"))


_MONTH = "|".join(sorted(MONTHS, key=len, reverse=True))
_DAY = "|".join(sorted(WEEKDAYS, key=len, reverse=True))
_BARE_MONTH = re.compile(
    rf"^(?:(?:early|mid|late)[\s-]+)?(?P<lead>[a-z]+)\s+(?:(?:early|mid|late)[\s-]+)?(?P<m>{_MONTH})$", re.IGNORECASE
)
_MONTH_PART = re.compile(rf"\b(?:end|close|start|beginning|middle|half)\s+of\s+(?:{_MONTH})$", re.IGNORECASE)
_RANGE = re.compile(
    rf"^(?:(?P<from>from|between)\s+)?(?:the\s+)?[\w.\s]*?(?:{_MONTH}|\d(?:st|nd|rd|th)?)\b\.?\s*"
    rf"(?P<link>[-–—]|(?<=\s)(?:to|and|until|till|through)\b)\s*(?:the\s+)?[\w.\s]*$",
    re.IGNORECASE,
)
_WEEKDAY = re.compile(
    rf"^(?:(?P<lead>on|by|since|until|this|last|next|early|late)\s+)?(?:{_DAY})s?"
    r"(?:\s+(?P<part>night|morning|afternoon|evening))?$",
    re.IGNORECASE,
)
_OF_DAY = re.compile(r"^(?:this\s+(?P<part>morning|afternoon|evening)|tonight)$", re.IGNORECASE)
_AGO = re.compile(r"\bago$", re.IGNORECASE)
_FROM_DAY = re.compile(r"\s+(?:today|yesterday|tomorrow|tonight|this|next|last|on)\b", re.IGNORECASE)
_HYPHENED = re.compile(r"[-–][^\W\d]")
_AGO_BEFORE = re.compile(r"\bago\s+$", re.IGNORECASE)
_ONE_AGO = re.compile(r"\b(?:an?|one)\s+\w+\s+ago$", re.IGNORECASE)
_BEYOND = re.compile(r"(?:just|over|more|nearly|almost)\b", re.IGNORECASE)
"""Before or after the year that is counted: "more than four years ago" is no year."""
_QUALIFIED = re.compile(r"\b(?:some|exactly|precisely|at (?:least|most)|up to|good)\s+$", re.IGNORECASE)
"""Words that go with the number of "50 years ago" and not with a year."""
_MEASURED = re.compile(r"\b(?:from|than|of|to|against|with|on|as|since|until)\s+$", re.IGNORECASE)
"""Words behind which "two years ago" is a point that something is compared with."""
_YEARS = re.compile(r"\b(?:months?|years?|decades?|centur(?:y|ies)|quarters?)$", re.IGNORECASE)
_DETERMINED = re.compile(
    r"\b(?:the|an?|his|her|its|their|our|my|each|every|another|that|one)\s+(?:[a-z]+\s+)?$", re.IGNORECASE
)
_IS_SUBJECT = re.compile(r"\s+(?:is|was|will|has|had|would|marks|marked|saw|brought|may|could)\b")
_STARTS = re.compile(r"(?:^|[,;:—–\"“(]|\bthat|\band|\bbut)\s*$")


def time_in_words(ref: TimeRef) -> str | None:
    """The words that say a relative time on the calendar, preposition included; None when it is not known.

    "this week", read on 29 January 2022, is "in the week of 24 January 2022".
    """
    ref = _without_year(ref)
    surface = ref.text.lower()
    first, last = ref.earliest, ref.latest
    if not ref.relative or (first is None and last is None):
        return None
    if (ended := _END_OF.search(surface)) is not None:
        day = last or first
        return f"the end of {_period_of(ended['u'] or 'year', day, ends=True)}" if day else None
    if surface == "today" and ref.kind is TimeKind.PERIOD and first is not None:
        return f"as of {day_in_words(first)}"  # how things stand on a day
    if (days := _WEEKDAYS_FROM_TO.match(surface)) is not None and first is not None and last is not None:
        return f"{days['from']} {day_in_words(first)} {days['link']} {day_in_words(last)}"
    special = _by_form(ref)
    if special is not None:
        return special
    if _AGO.search(surface):
        return _ago(ref)
    if _YEARS.search(surface) and ref.days:
        return None  # "over the past four years", "within two years": no day of them is meant
    if first is None and last is not None and ref.kind is TimeKind.UNTIL:
        until = _period_of(surface, last, ends=True) or day_in_words(last)
        return f"{surface.split()[0]} {until}" if surface.startswith(("by", "until")) else until
    if first is not None and last is None and ref.kind is TimeKind.SINCE:
        period = _period_of(surface, first)
        return (
            f"since {period or day_in_words(first)}" if period or (ref.days is None and not ref.approximate) else None
        )
    if first is None or last is None:
        return None
    if first == last:
        return f"on {day_in_words(first)}"
    if surface.startswith(("within", "in the next", "over the next")) and ref.days:
        return f"by {day_in_words(last)}"
    if surface.startswith(("in the coming", "in the next", "over the coming", "the coming")):
        return f"in the days after {day_in_words(first)}" if (last - first).days < 27 else None
    if "past" in surface or surface.startswith(("in the last", "over the last", "the last")):
        return (
            f"between {day_in_words(first)} and {day_in_words(last)}"
            if ref.days
            else f"in the days before {day_in_words(last)}"
            if (last - first).days < 27
            else None
        )
    if surface.startswith("earlier"):
        return (
            f"between {day_in_words(first)} and {day_in_words(last)}"
            if (last - first).days
            else f"on {day_in_words(first)}"
        )
    if surface.startswith("later"):
        return f"after {day_in_words(first)}"
    if surface.startswith("so far"):
        return f"between {day_in_words(first)} and {day_in_words(last)}"
    span = (last - first).days
    if span == 6:
        return f"in the week of {day_in_words(first)}"
    if span == 1:
        return f"on the weekend of {day_in_words(first)}"
    if (first, last) == month_span(first.year, first.month):
        return f"in {_period_of(surface, first) or f'{MONTH_NAMES[first.month]} {first.year}'}"
    if first == date(first.year, 1, 1) and last == date(first.year, 12, 31):
        return f"in {first.year}"
    for season in ("spring", "summer", "autumn", "fall", "winter"):
        if season in surface:
            return f"in {_season_in_words(season, first.year)}"
    if add_months(first, 3) > last:
        return f"between {day_in_words(first)} and {day_in_words(last)}"
    return None


_END_OF = re.compile(r"\bend of (?:the|this) (?P<u>month|year)$|\byear['’]?s?[\s-]end$")
_TOLD_BESIDE = re.compile(r"(?<!\s)\s{1,9}(?:of\s{1,9})?(?:last|this|next)\s{1,9}(?:year|week)$", re.IGNORECASE)


def _without_year(ref: TimeRef) -> TimeRef:
    """A day or month with "last year" or "last week" behind it as its own words: the date says that too."""
    told = _TOLD_BESIDE.search(ref.text)
    dated = ref.earliest is not None or ref.latest is not None
    named = any(word in MONTHS or word in WEEKDAYS for word in re.findall(r"[^\W\d_]+", ref.text.lower()))
    return replace(ref, text=ref.text[: told.start()]) if told is not None and dated and named else ref


def _by_form(ref: TimeRef) -> str | None:
    """Days and months of which only the year is not said, ranges, and weekdays with a part of the day."""
    first, last = ref.earliest, ref.latest
    day = first or last
    if day is None:
        return None
    if _RANGE.search(ref.text) and first is not None and last is not None and first != last:
        return _range_in_words(ref, first, last)
    if _MONTH_PART.search(ref.text):
        return f"{ref.text} {(last or day).year}"
    if (month := _BARE_MONTH.match(ref.text)) is not None and month["lead"].lower() not in _DAYS_NAMED:
        year = (last or day).year
        if month["lead"].lower() in {"last", "this", "next"}:
            return f"in {MONTH_NAMES[MONTHS[month['m'].lower()]]} {year}"
        return f"{ref.text} {year}"
    named = _WEEKDAY.match(ref.text) or _OF_DAY.match(ref.text)
    if named is None or (first is not None and last is not None and first != last):
        return None
    lead = (named.groupdict().get("lead") or "").lower()
    part = named["part"] or ("night" if ref.text.lower() == "tonight" else None)
    said = f"the {part.lower()} of {day_in_words(day)}" if part else day_in_words(day)
    if ref.kind is TimeKind.SINCE:
        return f"since {said}"
    if ref.kind is TimeKind.UNTIL:
        return f"{lead if lead in {'by', 'until'} else 'by'} {said}"
    return f"{lead} on {said}" if lead in {"early", "late"} else f"on {said}"


_WEEKDAYS_FROM_TO = re.compile(
    rf"(?P<from>between|from)\s+(?:{_DAY})\s+(?P<link>and|to|until|till|through)\s+(?:{_DAY})$"
)
_DAYS_NAMED = frozenset(WEEKDAYS)


def _range_in_words(ref: TimeRef, first: date, last: date) -> str | None:
    """A range of days or months with its year."""
    found = _RANGE.search(ref.text)
    if found is None:
        return None
    lead = f"{found['from'].lower()} " if found["from"] else ""
    link = found["link"].lower()
    dashed = link in {"-", "–", "—"}
    link = {"from ": " to ", "between ": " and "}.get(lead, "–") if dashed else f" {link} "
    year = f" {first.year}" if first.year != last.year else ""
    if re.search(r"\d", ref.text) is None:
        begin = f"{MONTH_NAMES[first.month]}{year}"
        return f"{lead}{begin}{link}{MONTH_NAMES[last.month]} {last.year}"
    if first.month == last.month and not year:
        begin = f"{first.day}"
    else:
        begin = f"{first.day} {MONTH_NAMES[first.month]}{year}"
        link = " to " if link == "–" else link
    return f"{lead}{begin}{link}{day_in_words(last)}"


def _ago(ref: TimeRef) -> str | None:
    """ "Three years ago" with its year; None for "a year ago", which says no more of it than its words."""
    first, last = ref.earliest, ref.latest
    if first is None or last is None or _ONE_AGO.search(ref.text) or _BEYOND.match(ref.text):
        return None
    if first == last:
        return f"on {day_in_words(first)}"
    days = (last - first).days
    if days == 6:
        return (
            f"around {day_in_words(first + timedelta(days=3))}"
            if ref.days is None
            else f"in the week of {day_in_words(first)}"
        )
    if days < 31:
        return f"around {MONTH_NAMES[first.month]} {first.year}"
    return f"around {first.year}"


_PERIOD = re.compile(
    r"(?:^|\s)(?:(?P<part>early|mid|late)[\s-]+)?"
    rf"(?P<unit>week|weekend|month|year|spring|summer|autumn|fall|winter|{'|'.join(MONTHS)})$"
)


def _period_of(surface: str, day: date, *, ends: bool = False) -> str | None:
    """The week, month, season or year that a relative time names, told from its first day (or last, if it `ends`).

    "until last week" names no day: which one of the week it was is not said. None for words that name a day.
    """
    found = _PERIOD.search(surface)
    if found is None or re.search(r"\d|\bpast\b|\bend\b", surface):
        return None
    unit, part = found["unit"], f"{found['part']} " if found["part"] else ""
    if unit == "week":
        return f"the week of {day_in_words(day - timedelta(days=day.weekday()))}"
    if unit == "weekend":
        return f"the weekend of {day_in_words(day - timedelta(days=ends))}"
    if unit == "year":
        return f"{day.year}"
    if unit == "month" or unit in MONTHS:
        return f"{part}{MONTH_NAMES[day.month]} {day.year}"
    return _season_in_words(unit, (add_months(day, -2) if ends else day).year)


def _season_in_words(season: str, year: int) -> str:
    """A season with its year; a winter has two."""
    return f"the winter of {year}–{(year + 1) % 100:02}" if season == "winter" else f"{season} {year}"


_LEADING = re.compile(r"^(?:on|by|until|since|in|within|over|during|late|early|for)\s+", re.IGNORECASE)
_BEFORE = re.compile(
    r"\b(on|at|in|by|during|until|since|from|of|before|after|for|late|early|within|over|to|between|than|through|dated|"
    r"above|below|under|against|versus|like|beyond|into|around|towards?|throughout|about)"
    r"\s+$",
    re.IGNORECASE,
)
_DAY_ALONE = re.compile(
    rf"^(?:(?:{_DAY}),?\s+)?(?:the\s+)?(?:\d{{1,2}}(?:st|nd|rd|th)?\s+(?:of\s+)?(?:{_MONTH})|"
    rf"(?:{_MONTH})\.?\s+(?:the\s+)?\d{{1,2}}(?:st|nd|rd|th)?)\.?$",
    re.IGNORECASE,
)


def _alone(text: str, start: int, ref: TimeRef) -> bool:
    """Whether a weekday without a preposition may be what its clause is about ("Sunday was the hottest day")."""
    named = _WEEKDAY.match(ref.text)
    return (
        named is not None
        and named["lead"] is None
        and bool(_STARTS.search(text[max(start, ref.start - 8) : ref.start]))
    )


def _stays(text: str, start: int, ref: TimeRef) -> bool:
    """Whether a time is written so that a date in its place would break the sentence."""
    before = text[max(0, ref.start - 24) : ref.start]
    if _HYPHENED.match(text, ref.end) or _DATED.match(text, ref.end) or _FOUND_BY.search(before):
        return True  # "by March-end", "tomorrow 5th March", "last |Friday (March 1)"
    if (_AGO.search(ref.text) and _FROM_DAY.match(text, ref.end)) or _AGO_BEFORE.search(before):
        return True  # "four years ago today" is one day
    if _AGO.search(ref.text) and (_MEASURED.search(before) or _QUALIFIED.search(before)):
        return True
    named = _WEEKDAY.match(ref.text)
    possessive = text[ref.end : ref.end + 2] in {"'s", "’s"}
    attributive = named is not None and named["lead"] is None and not possessive
    if attributive and _OF_ITS_KIND.match(text, ref.end) and not _STARTS.search(before):
        return True  # "to drop Saturday matinees"
    return (
        attributive
        and re.match(r"\s+[a-z]", text[ref.end : ref.end + 2]) is not None
        and bool(_DETERMINED.search(before))
    )


_OF_ITS_KIND = re.compile(
    r"\s(?!(?:always|perhaps|across|besides|towards|afterwards|sometimes|unless)\b)[a-z]{4,30}s\b"
)
"""A noun behind a weekday that says which ones they are."""
_AT_LEAST = re.compile(
    r"\b(?:until|till|by|since|from|on|before|after)\s+(?:at\s+least|about|around|roughly|late|early)\s+$",
    re.IGNORECASE,
)
_LISTS = frozenset({"and", "or", "to", "until", "through"})
"""What stands between two days that share a preposition: "between Monday and Thursday"."""
_YESTERDAY = re.compile(r"(?:the\s+day\s+(?:before|after)\s+)?(?:yesterday|tomorrow)", re.IGNORECASE)
_PART_AFTER = re.compile(r"\s+(morning|afternoon|evening|night)\b", re.IGNORECASE)
_COUNTED_DAY = re.compile(
    rf"(?:{_DAY}|yesterday|today|tonight|tomorrow|last|this|next)\b(?!\s+\w+['’]s)", re.IGNORECASE
)
_DATED = re.compile(
    r",?\s\(?(?:the\s)?\d{1,2}(?:st|nd|rd|th)\s(?:of\s)?[A-Z]|\s\((?:[A-Z][a-z]{2,5}day,?\s)?(?:\d{1,2}\s[A-Z]|[A-Z][a-z]{2,8}\s\d)|"
    r"\s(?:lunch|tea|bed|dinner|breakfast)[- ]?time\b"
)
"""The day itself behind a relative one, or a time of day that cannot stand behind a date."""
_FOUND_BY = re.compile(r"\b(?:last|next|this|past|coming)\s$", re.IGNORECASE)
_MORE_DAYS = re.compile(r"(?:,\s\d{1,2})*,?\s(?:and|or|&)\s\d{1,2}\b")  # "June 25 and 26"
_PLAIN_TIME = re.compile(r"^(?:on|in)\s+((?:\d{1,2}\s+)?(?:[A-Z][a-z]+\s+)?\d{4})$")


def _before_noun(words: str) -> str | None:
    """A day, month or year in words so that it can stand before a noun ("in 2021" is "the 2021"), None for others."""
    match = _PLAIN_TIME.match(words)
    return f"the {match.group(1)}" if match else None


def resolve_times(
    text: str, start: int, end: int, refs: Sequence[TimeRef], language: str = "en", counted_from: str = ""
) -> list[Resolution]:
    """Resolutions for the relative times inside `text[start:end]`; what is put in is English, so others have none.

    `counted_from` says what they are counted from where that is not the publication: "6 May 2024, the day in …".
    """
    counted = f"{COUNTED_FROM}{counted_from}" if counted_from else COUNTED
    found: list[Resolution] = []
    if language != "en":
        return found
    unordered = out_of_order(text, refs)
    for ref in map(_without_year, refs):
        if ref.start in unordered:
            continue
        words = time_in_words(ref)
        if words is None or ref.start < start or ref.end > end:
            if ref.relative and ref.start >= start and ref.end <= end and ref.earliest is None and ref.latest is None:
                found.append(Resolution(ref.start, ref.end, ref.text, ref.text, NOT_SURE, 0.0, False))
            continue
        if ":" in ref.text or _stays(text, start, ref) or (ref.text[-1].isdigit() and _MORE_DAYS.match(text, ref.end)):
            continue
        before = _BEFORE.search(text, max(start, ref.start - 10), ref.start)
        beside = text[found[-1].end : ref.start].strip(", ") in _LISTS if found and found[-1].end < ref.start else False
        least = _AT_LEAST.search(text, max(start, ref.start - 28), ref.start)
        weekday = _WEEKDAY.match(ref.text) is not None
        if before and _COUNTED_DAY.match(ref.text) and is_of_verb(text, max(start, ref.start - 24), ref.start, weekday):
            before = None  # "turned himself in Monday afternoon", "took over last year"
        if _DAY_ALONE.match(ref.text) or (_IS_SUBJECT.match(text, ref.end) and _alone(text, start, ref)):
            replacement = re.sub(r"^(?:on|since|until|by)\s+", "", words)
        elif before and before.group(1).lower() in {"than", "late", "early"} and words.startswith(("on ", "in ")):
            replacement = words  # "96 more than on 1 February 2026"
        elif not _LEADING.match(ref.text) and (before or beside or least):
            replacement = re.sub(r"^(?:on|in|by|since|until)\s+(?:the\s+weekend\s+of\s+)?", "", words)
        else:
            replacement = words
        opens = ref.start == start or text[ref.start - 1] in '"“'
        stop = ref.end
        part = _PART_AFTER.match(text, ref.end, end) if _YESTERDAY.fullmatch(ref.text) else None
        if part is not None:
            day = re.sub(r"^(?:on|since|until|by)\s+", "", replacement)
            replacement = f"{replacement[: len(replacement) - len(day)]}the {part[1].lower()} of {day}"
            stop = part.end()
        if ref.text[:1].isupper() and opens:
            replacement = replacement[:1].upper() + replacement[1:]
        if text[stop : stop + 2] in {"'s", "’s"}:
            # "today's readers" may be those of these years
            noun = _before_noun(words) if ref.text.lower() not in {"today", "tonight"} else None
            alone = not text[stop + 2 : end].lstrip()[:1].isalnum()  # "smaller than last year's"
            if noun is None or alone or text[max(0, ref.start - 4) : ref.start].lower() == "the ":
                continue
            replacement, stop = noun, stop + 2
            if ref.text[:1].isupper() and opens:
                replacement = noun[:1].upper() + noun[1:]
        elif text[ref.start - 1 : ref.start] == "(":
            replacement = _LEADING.sub("", replacement)
        sure = 0.7 if ref.approximate else 0.9
        found.append(Resolution(ref.start, stop, text[ref.start : stop], replacement, counted, sure))
    return found
