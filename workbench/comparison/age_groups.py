"""The age group that an amount is told of: "over-65s", "those aged 18 to 24", "children under five"."""

from __future__ import annotations

import re
from typing import NamedTuple

from workbench.comparison.context_window import sentence

_YEARS = {"five": 5, "sixteen": 16, "eighteen": 18}
"""Ages that are often written in words."""

_AGE = rf"(?:{'|'.join(_YEARS)}|\d{{1,3}})"
_RANGE = rf"{_AGE}\s?-?\s?(?:-|–|to)\s?{_AGE}"
_BETWEEN = rf"between\s+(?:the\s+ages\s+of\s+)?{_AGE}\s+and\s+{_AGE}"
_BESIDE = rf"(?:over|under|above|below|older\s+than|younger\s+than)\s+(?:the\s+age\s+of\s+)?{_AGE}"
_SIDE = r"(?:and|or)\s+(?:over|older|above|up|under|younger|below)\b"
_GROUP = re.compile(
    rf"\b(?:over|under)[- ]{_AGE}s\b"
    rf"|\b(?:{_RANGE}|{_AGE})[- ]years?[- ]olds\b"
    # "two patients aged 34 and 26" are no group
    rf"|\b(?:ages?|aged)\s+(?:{_RANGE}|{_BETWEEN}|{_BESIDE}|{_AGE}\+)(?!\w)"
    r"|\b(?:people|those|adults|men|women|children|patients|residents|workers|voters|pupils|anyone|everyone"
    r"|inhabitants|citizens|members|students|employees|drivers|passengers|users)\s+"
    rf"(?:{_BESIDE}|{_BETWEEN})\b(?!,\d|\s?%|\sper\b)"
    rf"|\b{_AGE}(?:\s+years)?\s+{_SIDE}",
    re.I,
)
_YEAR = re.compile(rf"(?<![^\W_]){_AGE}(?=s?\b)", re.I)
_UP = re.compile(r"\b(?:over|above|older|up)\b|\+", re.I)
_DOWN = re.compile(r"\b(?:under|below|younger)\b", re.I)


class AgeGroup(NamedTuple):
    """The years that name an age group, and whether it goes up or down from there."""

    years: frozenset[int]
    up: bool
    down: bool


_REACH = 40
"""Characters on either side of a number within which the age group that it names lies."""


def names_ages(text: str, start: int, end: int) -> bool:
    """Whether a number is one that names an age group: the 24 of "18- to 24-year-olds" counts nothing."""
    near_by = _GROUP.finditer(text, max(0, start - _REACH), min(len(text), end + _REACH))
    return any(found.start() <= start and end <= found.end() for found in near_by)


def age_group(text: str, start: int, end: int) -> AgeGroup | None:
    """The age group named nearest to a span in its sentence, None without one; the span itself does not count.

    >>> age_group("Of people aged 65 and over, 18 % voted.", 28, 32)
    AgeGroup(years=frozenset({65}), up=True, down=False)
    """
    groups = [
        found for found in _GROUP.finditer(text, *sentence(text, start)) if found.end() <= start or found.start() >= end
    ]
    nearest = min(groups, key=lambda found: max(found.start() - end, start - found.end()), default=None)
    if nearest is None:
        return None
    said = nearest.group()
    years = frozenset(_YEARS.get(year.casefold()) or int(year) for year in _YEAR.findall(said))
    return AgeGroup(years, _UP.search(said) is not None, _DOWN.search(said) is not None)
