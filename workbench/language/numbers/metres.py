"""Whether the "m" behind a number is metres or millions: "5.84m at the bridge", "3m people"."""

from __future__ import annotations

import re

from workbench.language.text.tokenizer import word_set

_METRES = re.compile(r"\d\s?m\.?$")
_TALL = re.compile(
    r"\b(?:level|levels|height|heights|tall|high|deep|depth|depths|long|length|wide|width|tide|tides|river|"
    r"waves?|snow|snowdrifts?|jump(?:ed|s)?|cleared|"
    r"threw|throw|leap|leapt|altitude|elevation|diameter|swim|sprint|hurdles|above\s+(?:sea|normal)|"
    r"below\s+(?:sea|ground)|underwater|distance)\b",
    re.IGNORECASE,
)
"""What is told of in metres where "m" may be a million."""
_PAID = re.compile(
    r"\b(?:rais(?:e|es|ed|ing)|cost(?:s|ing)?|pa(?:y|ys|id|ying)|spen(?:d|ds|t|ding)|earn(?:s|ed|ing)?|donat(?:e|es|ed|ing)|"
    r"fined|owe[sd]?|borrow(?:s|ed)?|invest(?:s|ed)?|worth|sold\s+for|bought\s+for)\b[^.;\d]{0,30}$",
    re.IGNORECASE,
)
"""What is told of money right before a number: "the distance runners raised 3m"."""
_RAISED_BY = re.compile(r"\b(?:by|to) $", re.IGNORECASE)
"""Before a measure: "raised the wall by 3m"."""
_SIZED = word_set(
    """
    wall fence wave swell bank pile pole post tower mast board barrier sheet rod pipe cable rope ladder beam bar trench
    crack hole gap drift strip section stretch span race hurdle sprint
    """
)
"""What is itself so many metres high, long or deep: "3m waves"."""


def are_metres(text: str, at: int, end: int, written: str, unit: str | None) -> bool:
    """Whether a number is told of in metres.

    Args:
        text: The text.
        at: Where the number begins.
        end: Where it ends.
        written: The number as it is written, the last one of a range.
        unit: What the words behind it say that it counts.
    """
    if _METRES.search(written) is None:
        return False
    if _PAID.search(text[max(0, at - 60) : at]) is not None and not _RAISED_BY.search(text[max(0, at - 4) : at]):
        return False
    around = text[max(0, at - 60) : at] + " " + text[end : end + 16]
    return _TALL.search(around) is not None and not _counts_many(text, at, end, unit)


def _counts_many(text: str, at: int, end: int, unit: str | None) -> bool:
    """Whether a plural that can be counted in millions follows a number: "3m people", "5m jobs", not "3m waves"."""
    if unit is None or unit in _SIZED or _TALL.fullmatch(unit) or text[at - 3 : at].lower() == "at ":
        return False
    return unit not in re.findall(r"[a-z]+", text[end : end + 48].lower())
