"""Why a passage is there: the words, names, dates and amounts it shares with the claim."""

from __future__ import annotations

import re
from datetime import date

from workbench.domain.comparison import Comparison, Facts, Outcome, compare
from workbench.domain.evidence import Match
from workbench.domain.words import is_number, stems, words
from workbench.language.quantities import quantities
from workbench.language.times import times

READ_CHARACTERS = 6000
"""Amounts and times beyond this point of a text are not looked for."""

MOST_SHARED, MOST_COMPARED = 8, 3
_NAME = re.compile(r"[^\W\d_a-z]\w*(?:[ '’-][^\W\d_a-z]\w*)*")


def facts_of(text: str, day: date | None) -> Facts:
    """Amounts and times of a text; relative times are counted from `day`."""
    text = text[:READ_CHARACTERS]
    return Facts(text, quantities(text), times(text, published=day), day)


def matches(query: frozenset[str], passage: str) -> tuple[Match, ...]:
    """The words of a passage whose stems the query holds, in reading order."""
    return tuple(
        Match(word.start, word.end, passage[word.start : word.end]) for word in words(passage) if word.stem in query
    )


def shared(query: str, passage: str) -> tuple[str, ...]:
    """Names and numbers of the query that the passage holds too, as the query writes them."""
    held = set(stems(passage))
    found: dict[str, None] = {}
    for name in _NAME.finditer(query):
        parts = list(words(name.group()))
        if parts and all(part.stem in held for part in parts) and (name.start() > 0 or len(parts) > 1):
            # from the first counted word on: "The Hague" is found by "Hague"
            found.setdefault(name.group()[parts[0].start :])
    for word in words(query):
        if is_number(word.stem) and word.stem in held:
            found.setdefault(query[word.start : word.end])
    return tuple(found)[:MOST_SHARED]


def compared(claim: Facts, passage: Facts) -> tuple[str, ...]:
    """Amounts and times of claim and passage held against each other, in words, conflicts first."""
    order = {Outcome.CONFLICT: 0, Outcome.AGREEMENT: 1, Outcome.UNKNOWN: 2}
    found: list[Comparison] = sorted(compare(claim, passage), key=lambda item: order[item.outcome])
    return tuple(dict.fromkeys(item.words for item in found))[:MOST_COMPARED]


def timing(published: date | None, said: date | None) -> tuple[str, int | None]:
    """Whether a source was there when the claim was made, and how many days before."""
    if published is None or said is None:
        return "unknown", None
    days = (said - published).days
    return ("after", days) if days < 0 else ("before", days)
