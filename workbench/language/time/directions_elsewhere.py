"""Days and months that say themselves when they are: "lundi dernier", "im Mai letzten Jahres".

Whatever the verb beside them is, they are what they say; which of two weeks "nächsten Freitag" means stays open.
"""

from __future__ import annotations

import re
from datetime import date, timedelta
from functools import cache
from typing import NamedTuple

from workbench.language.time.calendar_words import month_span, safe_date
from workbench.language.time.calendars_elsewhere import CALENDARS

Span = tuple[date | None, date | None]
OPEN: Span = (None, None)


class _Directions(NamedTuple):
    """Words before or behind the name of a day or month; "open" ones may mean this week or the next."""

    last: str
    coming: str
    open: str = r"(?!)"
    last_behind: str = r"(?!)"
    coming_behind: str = r"(?!)"
    open_behind: str = r"(?!)"


_DIRECTIONS = {
    "de": _Directions(
        r"(?:vergangen|vorig)e[nrms]?|(?<!jeden )(?<!jeder )(?<!jedem )(?<!am )letzte[nrms]?", r"kommende[nrms]?",
        r"nächste[nrms]?",
    ),
    "fr": _Directions(r"(?!)", r"(?!)", last_behind=r"derni(?:er|ère)|passée?", coming_behind=r"prochaine?"),
    "es": _Directions(
        r"(?<=\bel )pasad[oa]|(?<=\bdel )pasad[oa]|(?<=\bla )pasad[oa]",
        r"próxim[oa]", last_behind=r"pasad[oa]", coming_behind=r"próxim[oa]",
        open_behind=r"que\s+viene",
    ),
    "it": _Directions(
        r"scors[oa]", r"prossim[oa]", last_behind=r"scors[oa]|passat[oa]", coming_behind=r"prossim[oa]",
    ),
    "pt": _Directions(
        r"passad[oa]|últim[oa]", r"próxim[oa]", last_behind=r"passad[oa]|últim[oa]", coming_behind=r"próxim[oa]",
        open_behind=r"que\s+vem",
    ),
    "nl": _Directions(
        r"afgelopen|vorige?", r"komende|aanstaande", r"volgende", last_behind=r"jl\b\.?|jongstleden",
    ),
    "sv": _Directions(r"förra|gångna", r"kommande", r"nästa"),
    "pl": _Directions(
        r"(?:ubiegł|zeszł|minion)[^\W\d_]{1,3}", r"najbliższ[^\W\d_]{1,3}",
        r"(?:przyszł|następn|kolejn)[^\W\d_]{1,3}",
    ),
    "uk": _Directions(r"минул[^\W\d_]{1,3}", r"найближч[^\W\d_]{1,3}", r"наступн[^\W\d_]{1,3}"),
    "ru": _Directions(
        r"(?:прошл|минувш)[^\W\d_]{1,3}", r"ближайш[^\W\d_]{1,3}", r"(?:следующ|будущ)[^\W\d_]{1,3}",
    ),
}  # fmt: skip
_TO = {
    "de": r"bis(?:\s+zum)?", "fr": r"au|à", "es": r"al?", "it": r"al?", "pt": r"ao?", "nl": r"tot(?:\s+en\s+met)?|t/m",
    "sv": r"till", "pl": r"do", "uk": r"до|по", "ru": r"до|по",
}  # fmt: skip
_NUMBER = r"(?P<d>\d{1,2})(?:\.|er|º|°|-го)?"


@cache
def directed_forms(language: str) -> list[tuple[str, str]]:
    """The patterns of such days and months, by the names that `directed` knows; before those without a direction."""
    words, told = CALENDARS[language], _DIRECTIONS[language]
    months, days = "|".join(words.months.split()), "|".join(words.days.split())
    of = r"(?:de\s+|del\s+)?"
    year = (
        rf"(?:(?:de\s+|des\s+|del\s+|van\s+|d['’]|dell['’])?(?:(?P<last_year>{words.last_year})|"
        rf"(?P<this_year>{words.this_year})|(?P<next_year>{words.next_year})))"
    )
    before = rf"(?:(?P<last>{told.last})|(?P<coming>{told.coming})|(?P<open>{told.open}))"
    behind = rf"(?:(?P<last>{told.last_behind})|(?P<coming>{told.coming_behind})|(?P<open>{told.open_behind}))"
    at_month, at_day = rf"(?:\b(?:{words.before_month})\s+)", rf"(?:\b(?:{words.before_day})\s+)"
    return [
        ("days", rf"(?<![\d.,/])(?P<a>\d{{1,2}})(?:\.|er|º|°)?\s+{of}(?P<m2>{months})\s+"
                 rf"(?:{_TO[language]})\s+(?:den\s+|dem\s+)?"
                 rf"{_NUMBER}\s+{of}(?P<m>{months})\b(?:\s+(?:{of}(?P<y>(?:1[4-9]|20)\d\d)\b|{year}))?"),
        ("days", rf"(?<![\d.,/])(?P<a>\d{{1,2}})\.?(?:\s?[–-]\s?|\s+(?:{_TO[language]})\s+){_NUMBER}\s+{of}"
                 rf"(?P<m>{months})\b(?:\s+(?:{of}(?P<y>(?:1[4-9]|20)\d\d)\b|{year}))?"),
        ("day told", rf"(?<![\d.,]){_NUMBER}\s+{of}(?P<m>{months})\s+{year}"),
        ("month told", rf"{at_month}(?P<m>{months}),?\s+{year}"),
        ("month told", rf"\b{year},?\s+{at_month}(?P<m>{months})\b(?!\s+{of}\d)"),
        ("day told", rf"{at_day}?\b{before}\s+(?:dia\s+)?(?<![\d.,]){_NUMBER}\s+{of}(?P<m>{months})\b(?!\s+{of}\d)"),
        ("day told", rf"(?<![\d.,]){_NUMBER}\s+{of}(?P<m>{months})\s+{behind}(?!\w)"),
        ("month told", rf"{at_month}?\b{before}\s+(?P<m>{months})\b(?!\s+(?:{of}\d|{year.replace('?P<', '?P<x')}))"),
        ("month told", rf"{at_month}?\b(?P<m>{months})\s+{behind}(?!\w)"),
        ("weekday told", rf"{at_day}?\b{before}\s+(?P<w>{days})\b"
                         r"(?!\s+(?:im|des|vor|d[eo]\s+cada|del?\s+mes|do\s+mês)\b)"),
        ("weekday told", rf"{at_day}?\b(?P<w>{days})\s+{behind}(?!\w)"),
    ]  # fmt: skip


def directed(name: str, match: re.Match[str], published: date | None, month: int, weekday: int) -> Span:
    """First and last day of what such a form found; both open where it does not say.

    Args:
        name: The name of the form; one of a stretch of days is read by `days_between`.
        match: What it found.
        published: The day that it is counted from.
        month: Its month, from 1; 0 without one.
        weekday: Its weekday, Monday being 0.
    """
    if published is None:
        return OPEN
    told = match.groupdict()
    if name == "weekday told":
        if told["last"]:
            day = published - timedelta(days=(published.weekday() - weekday - 1) % 7 + 1)
        elif told["coming"]:
            day = published + timedelta(days=(weekday - published.weekday() - 1) % 7 + 1)
        else:
            return OPEN
        return day, day
    year = said_year(told, published)
    if year is None:
        past = bool(told.get("last"))
        if not past and not told.get("coming") and not told.get("open"):
            return OPEN
        if name == "month told":
            year = published.year - (month >= published.month) if past else published.year + (month <= published.month)
        else:
            this = safe_date(published.year, month, int(told["d"]))
            if this is None:
                return OPEN
            year = published.year - (this >= published) if past else published.year + (this <= published)
    if name == "month told":
        return month_span(year, month)
    one = safe_date(year, month, int(told["d"]))
    return (one, one) if one is not None else OPEN


def said_year(told: dict[str, str | None], published: date) -> int | None:
    """The year that "of last year" means."""
    for name, step in (("last_year", -1), ("this_year", 0), ("next_year", 1)):
        if told.get(name):
            return published.year + step
    return None


_EVERY = re.compile(
    r"\b(?:jede[nrms]?|chaque|tous\sles|cada|ogni|elke|iedere|varje|każd\w{1,3}|кажд\w{2,3}|кожн\w{1,3}|"
    r"(?:erste|zweite|dritte|vierte|letzte)[nrms]?|premier|deuxième|dernier|primer|segundo|último|primo|secondo|ultimo|"
    r"primeir[oa]|últim[oa]|eerste|tweede|laatste|första|andra|sista|pierwsz\w{1,3}|ostatni\w{0,2}|"
    r"перш\w{1,3}|останн\w{1,3}|перв\w{2,3}|последн\w{2,3})\s(?:$|d[aeo]s?\s$)",
    re.IGNORECASE,
)
_BESIDE_WEEK = re.compile(
    r"\s(?:précédente?|suivante?|anterior|siguiente|precedente|seguente|successivo|seguinte|daarvoor|darauf|davor|danach)\b",
    re.IGNORECASE,
)
_RELATED = re.compile(
    r"\s(?:vor|nach|avant|après|antes|después|tras|prima|dopo|depois|após|voor|na|före|efter|przed|po|перед|після|после|до)\s|"
    r"\s(?:d[eo]\scada|del?\smes|do\smês|du\smois|des\smonats|del\smese)\b",
    re.IGNORECASE,
)


@cache
def _own_day(language: str) -> re.Pattern[str]:
    months = "|".join(CALENDARS[language].months.split())
    return re.compile(
        rf",?\s(?:(?:den|dem|le|el|il|dia|d[ei]n)\s)?\d{{1,2}}\b|,?\s\(\d{{1,2}}|"
        rf"\s(?:im|in|i|we?|у|в|em|en|de|del|do|di|du|des|van|av)\s(?:{months})\b",
        re.IGNORECASE,
    )


def has_its_own_day(text: str, end: int) -> bool:
    """Whether a date stands behind a weekday, which then says no more: "lunes 12 de febrero"."""
    return _WITH_DATE.match(text, end) is not None


_WITH_DATE = re.compile(
    r"(?:\s[^\W\d_]{3,12}(?=,))?,?\s(?:(?:den|dem|le|el|il|dia|d[ei]n)\s)?\d{1,2}(?:\.|er|º)?\s(?:de\s)?[^\W\d_]{3,}",
    re.IGNORECASE,
)


def is_of_another_week(text: str, start: int, end: int, weekday: int, language: str) -> bool:
    """Whether words beside a weekday make it another than the nearest: "am letzten Montag im Januar", "every Monday".

    Args:
        text: The text.
        start: Where the expression begins.
        end: Where it ends.
        weekday: Where the weekday itself begins.
        language: Its language.
    """
    if _EVERY.search(text, max(0, weekday - 24), weekday) and not _TOLD_ALONE.search(text[start:weekday]):
        return True
    if _BESIDE_WEEK.match(text, end) or _RELATED.match(text, end):
        return True
    behind = _own_day(language).match(text, end)
    return behind is not None and not behind.group().strip(" ,(").isdigit()


_TOLD_ALONE = re.compile(r"^(?:letzte[nrms]?|últim[oa])\s$|^(?:n[ao]|d[ao])\súltim[oa]\s$", re.IGNORECASE)


ATTRIBUTES = {
    "fr": r"(?:de|du)\s+$|d['’]$", "es": r"(?:de|del)\s+$", "it": r"(?:di|del|della)\s+$", "pt": r"(?:d[aeo])\s+$",
    "nl": r"van\s+$",
}  # fmt: skip
"""What makes a weekday one of a noun: "l'attentat de lundi", "la reunión del lunes"."""
_DAY_PARTS = (
    r"nuit|matin|soir|soirée|matinée|journée|après-midi|noche|mañana|tarde|madrugada|jornada|notte|mattina|mattinata|"
    r"sera|serata|pomeriggio|giornata|noite|manhã|dia|avond|ochtend|middag|nacht|partir|partire|compter|lors|día|horas?|"
    r"ore|heures?|h"
)
_AFTER = {
    "fr": r"après|depuis|suite|lors", "es": r"tras|después|desde|durante", "it": r"dopo|durante",
    "pt": r"após|depois|durante",
    "nl": r"na|sinds|tijdens",
}  # fmt: skip
"""What tells that a noun's day has been, in a clause that tells of what has been."""
_BACK = 60


def side_of_attribute(text: str, start: int, at: int, side: int, language: str) -> int:
    """Which side a weekday lies on that a noun has: open, as a meeting may be called off before its day.

    Only behind "after" and the like it has been, as the clause tells.

    Args:
        text: The text.
        start: Where the part that is read begins.
        at: Where the weekday begins.
        side: The side that its clause tells.
        language: One of `ATTRIBUTES`.
    """
    before = text[max(start, at - _BACK) : at]
    joined = re.search(rf"([^\W\d_]+)\s+(?:{ATTRIBUTES[language]})", before, re.IGNORECASE)
    if joined is None or re.fullmatch(_DAY_PARTS, joined.group(1), re.IGNORECASE):
        return side
    clause = re.split(r"[,;:.!?«»“”]", before)[-1]
    after = re.search(rf"\b(?:{_AFTER[language]})\b", clause, re.IGNORECASE) is not None
    return side if after and side < 0 else 0


_ORDINALS = frozenset({"segunda", "terça", "quarta", "quinta", "sexta"})
_NOT_NOUN = (
    r"à|às|d[aeo]s?|em|n[ao]s?|por|e|após|que|com|para|pel[ao]|ao|[ao]s?|uma?|foi|não|se|sobre|contra|passada|última|"
    r"próxima|antes|depois|ou|mas|até|durante|desde"
)
_NOUN_BEHIND = re.compile(rf"-?\s*(?!(?:{_NOT_NOUN})\b)[^\W\d_]{{2,}}")


def is_ordinal(match: re.Match[str], language: str) -> bool:
    """Whether a Portuguese weekday in its short form is an ordinal or another noun: "a quinta vez"."""
    if language != "pt" or match["w"].lower() not in _ORDINALS:
        return False
    if match.start("w") == match.start():
        return True
    return _NOUN_BEHIND.match(match.string, match.end("w")) is not None
