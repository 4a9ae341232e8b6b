"""How words limit an amount: its lower and upper end, and where such words only tell a place or time."""

from __future__ import annotations

from workbench.domain.quantities import Bound
from workbench.language.numbers.numbers import CARDINALS
from workbench.language.text.tokenizer import word_set

_PLACED = frozenset({"over", "under", "above", "below"})
"""Bounds that are also where, while or on which terms something is: "over two seasons", "under four contracts"."""
_STRETCHES = word_set("season game match round leg session weekend stage series phase episode meeting")
_LARGEST_SMALL = 20


def is_placed(word: str, written: str, low: float, unit: str | None) -> bool:
    """Whether "over" or "under" before a small number tells where or when: "over two seasons", "above two shops"."""
    if word not in _PLACED:
        return False
    if word == "over" and unit in _STRETCHES:
        return True
    return low <= _LARGEST_SMALL and written.strip().lower() in CARDINALS["en"]


def bounded(low: float, high: float, bound: Bound) -> tuple[float | None, float | None]:
    """The limits that a bound sets."""
    if bound in {Bound.AT_LEAST, Bound.MORE_THAN}:
        return low, None
    if bound in {Bound.AT_MOST, Bound.LESS_THAN}:
        return None, high
    return low, high
