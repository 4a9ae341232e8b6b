"""Whole dates in languages whose months are known and nothing else: "3 Ocak 2024", "3 जनवरी 2024", "3 يناير 2024"."""

from __future__ import annotations

import re
from functools import cache

from workbench.domain.quantities import TimeKind, TimeRef
from workbench.language.text.calendar_names import MONTHS_ELSEWHERE
from workbench.language.time.calendar_words import month_span, safe_date

LANGUAGES = frozenset({"tr", "hi", "ar"})
_FIRST, _LAST = 1400, 2100


def _small(word: str) -> str:
    """A word in small letters in which the two Turkish i are one: "KASIM", "kasım"."""
    return word.replace("İ", "i").lower().replace("ı", "i")


@cache
def _date(language: str) -> re.Pattern[str]:
    months = "|".join(MONTHS_ELSEWHERE[language].split())
    return re.compile(
        rf"(?<![\w.,])(?:(?P<d>\d{{1,2}})\s)?(?P<m>{months})(?!\w)[\s,،]{{1,2}}(?P<y>\d{{4}})(?!\d)", re.IGNORECASE
    )


def plain_dates(text: str, start: int, end: int, language: str) -> list[TimeRef]:
    """The dates of `text[start:end]` with a month's name and a year, in order.

    Args:
        text: The text.
        start: Where to begin.
        end: Where to stop.
        language: One of `LANGUAGES`.
    """
    found: list[TimeRef] = []
    names = MONTHS_ELSEWHERE[language].split()
    for match in _date(language).finditer(text, start, end):
        year, word = int(match["y"]), _small(match["m"])
        month = next((at for at, forms in enumerate(names, start=1) if word in map(_small, forms.split("|"))), None)
        if month is None or not _FIRST <= year <= _LAST:
            continue
        first, last = month_span(year, month)
        if match["d"] is not None:
            day = safe_date(year, month, int(match["d"]))
            if day is None:
                continue
            first = last = day
        kind = TimeKind.DATE if first == last else TimeKind.PERIOD
        found.append(TimeRef(match.start(), match.end(), match.group(), kind, first, last, None, False, False))
    return found
