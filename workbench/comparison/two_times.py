"""Whether two sentences name times that cannot be the same: Saturday's march and Sunday's."""

from __future__ import annotations

import re

from workbench.comparison.context_window import MONTHS

_MONTH = "|".join(MONTHS)
_TIMES = (
    re.compile(r"(?<!\d)(?:1[5-9]|20)\d\d(?!\d)"),
    re.compile(rf"\b(?:{_MONTH})\b"),
    re.compile(r"\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b"),
    re.compile(rf"\b\d{{1,2}}(?=(?:st|nd|rd|th)?\s(?:of\s)?(?:{_MONTH})\b)|(?<=[a-z]\s)\d{{1,2}}(?=,\s\d{{4}}\b)"),
    re.compile(r"\b(?:first|second|third|fourth|last)(?=\s(?:quarter|half|day|week|month|round|time)\b)", re.I),
)


def of_two_times(one: str, other: str) -> bool:
    """Whether both name years, months, weekdays, days or quarters, and none that is the same."""
    found = ([set(pattern.findall(text)) for text in (one, other)] for pattern in _TIMES)
    return any(all(pair) and not pair[0] & pair[1] for pair in found)
