"""Years, months and days as Chinese and Japanese write them with figures: "1987年", "2023年5月3日"."""

from __future__ import annotations

import re

from workbench.domain.quantities import TimeKind, TimeRef
from workbench.language.time.calendar_words import month_span, safe_date, year_span

LANGUAGES = frozenset({"zh", "ja"})
_DATE = re.compile(
    r"(?<!\d)(?P<y>1[4-9]\d\d|20\d\d)年(?![間间前度代]|[以多後后来])(?:(?P<m>1[0-2]|0?[1-9])月(?![間间])(?:(?P<d>\d{1,2})[日号號])?)?"
)


def han_times(text: str, start: int, end: int) -> tuple[TimeRef, ...]:
    """The dates of `text[start:end]` that name their year, in order."""
    found = []
    for match in _DATE.finditer(text, start, end):
        year = int(match["y"])
        first, last = year_span(year)
        if match["d"] is not None:
            day = safe_date(year, int(match["m"]), int(match["d"]))
            if day is None:
                continue
            first = last = day
        elif match["m"] is not None:
            first, last = month_span(year, int(match["m"]))
        kind = TimeKind.DATE if first == last else TimeKind.PERIOD
        found.append(TimeRef(match.start(), match.end(), match.group(), kind, first, last, None, False, False))
    return tuple(found)
