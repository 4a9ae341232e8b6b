"""How words limit an amount: its lower and upper end, and where such words only tell a place or time."""

from __future__ import annotations

import re

from workbench.domain.quantities import Bound
from workbench.language.numbers.numbers import CARDINALS
from workbench.language.text.tokenizer import word_set

_PLACED = frozenset({"over", "under", "above", "below"})
"""Bounds that are also where, while or on which terms something is: "over two seasons", "under four contracts"."""
_STRETCHES = word_set("season game match round leg session weekend stage series phase episode meeting")
_LARGEST_SMALL = 20


_OF_PEOPLE = re.compile(
    r"\b(?:children|people|adults|anyone|anybody|everyone|everybody|nobody|those|men|women|boys|girls|pupils|patients|voters|kids|workers|"
    r"drivers|residents|citizens|women\s+and\s+men|aged)\s+$",
    re.IGNORECASE,
)
_SPANS = _STRETCHES | word_set("second minute hour day night week month year decade generation")


def is_age(word: str, before: str, unit: str | None) -> bool:
    """Whether "over" or "under" limits the age of the people before it: "children over five"."""
    return word in {"over", "under"} and unit not in _SPANS and _OF_PEOPLE.search(before) is not None


def is_placed(word: str, written: str, low: float, unit: str | None) -> bool:
    """Whether "over" or "under" before a small number tells where or when: "over two seasons", "above two shops"."""
    if word not in _PLACED:
        return False
    if word == "over" and unit in _STRETCHES:
        return True
    return low <= _LARGEST_SMALL and written.strip().lower() in CARDINALS["en"]


_NOT = re.compile(r"(?:\b(?:not|never|nowhere|neither|without)|n['’]t)\s+(?:[a-z]+\s+){0,2}$", re.IGNORECASE)
_TURNED = {Bound.LESS_THAN: Bound.AT_LEAST, Bound.MORE_THAN: Bound.AT_MOST}


def turned(bound: Bound, text: str, at: int) -> Bound:
    """A bound with the "not" before it: what did "not fall below" 20 is at least 20."""
    return _TURNED.get(bound, bound) if _NOT.search(text, max(0, at - 28), at) else bound


def bounded(low: float, high: float, bound: Bound) -> tuple[float | None, float | None]:
    """The limits that a bound sets."""
    if bound in {Bound.AT_LEAST, Bound.MORE_THAN}:
        return low, None
    if bound in {Bound.AT_MOST, Bound.LESS_THAN}:
        return None, high
    return low, high
