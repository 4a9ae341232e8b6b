"""Whether the claim's number is another clause's, and what the claim tells was done with another number.

"There were 300 patients; the hospital treated 120 of them" has the 300 of "treated 300 patients", and treated fewer.
"""

from __future__ import annotations

import re

from workbench.comparison.amounts import Amount, amounts_of
from workbench.comparison.context_window import WORD, is_verb, just_before, sentence
from workbench.comparison.counted import MOST_LOOKED_AT, is_whole
from workbench.comparison.senses import same_sense
from workbench.comparison.stemming import stem
from workbench.domain.quantities import QuantityKind

_CLAUSE_ENDS = re.compile(r"[;:]\s|,\s|\s(?:and|but|while|though|although)\s")
_OF = re.compile(r"\b[Oo]f\s(?:[^\W\d_]+\s){0,2}$")
"""Leads to the whole of a part: "of the 22 drones"."""


def done_with(own: Amount, other: Amount) -> str | None:
    """What the passage says in its own words of another number with which the claim's deed was done; else None."""
    done = _deed(own)
    if own.quantity.kind not in _KINDS or done is None or is_whole(other):
        return None
    theirs = _deed(other)
    if theirs is not None and same_sense(_stem(done), _stem(theirs)):
        return None
    begin, stop = sentence(*other.span[:2])
    near_by = [one for one in other.facts.quantities[:MOST_LOOKED_AT] if begin <= one.start < stop]
    for third in amounts_of(other.facts, near_by):
        if third.quantity.start == other.quantity.start or third.quantity.low == own.quantity.low:
            continue
        leads = _deed(third) if third.quantity.kind in _KINDS and _may_be_of(third, own) else None
        if leads is not None and leads.start() < third.quantity.start and same_sense(_stem(done), _stem(leads)):
            return other.facts.text[leads.start() : third.quantity.end].rstrip(" .,;")
    return None


_KINDS = (QuantityKind.COUNT, QuantityKind.MEASURE)


def _stem(word: re.Match[str]) -> str:
    return stem(word.group().casefold())


def _deed(amount: Amount) -> re.Match[str] | None:
    """The verb of an amount's clause, where that tells no time of its own; none of the whole of a part."""
    text, start, end = amount.span
    begin, stop = sentence(text, start)
    ends = [mark.span() for mark in _CLAUSE_ENDS.finditer(text, begin, stop)]
    begin = max((last for _, last in ends if last <= start), default=begin)
    stop = min((first for first, _ in ends if first >= end), default=stop)
    if just_before(_OF, text, start) or any(begin <= time.start < stop for time in amount.facts.times):
        return None
    before = [word for word in WORD.finditer(text, begin, start) if is_verb(word)]
    return before[-1] if before else next((word for word in WORD.finditer(text, end, stop) if is_verb(word)), None)


def _may_be_of(third: Amount, own: Amount) -> bool:
    """Whether a number counts what the claim's does, or nothing that it names: "120 of them"."""
    if third.quantity.unit is None or own.quantity.unit is None:
        return True
    return same_sense(stem(third.quantity.unit.casefold()), stem(own.quantity.unit.casefold()))
