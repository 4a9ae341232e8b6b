"""The words of its sentence, or of the question it answers, that a claim's wording has around it: their times too."""

from __future__ import annotations

import re
from collections.abc import Sequence

from workbench.domain.articles import Resolution
from workbench.language.claims.clause_wording import WHOLE

QUESTION = "the question it answers"
"""Why a question stands before the words of an answer."""
NEAR = 1_500
"""Characters around a claim in which such words stand."""


def is_around(repair: Resolution) -> bool:
    """Whether a repair puts in words that stand beside the claim in its article."""
    return repair.reason in {WHOLE, QUESTION} and repair.start == repair.end


def counted_again(words: str, before: Sequence[Resolution], now: Sequence[Resolution]) -> str:
    """Words with the times of another day: one expression has one date in an article, so that each is changed alike.

    Args:
        words: What a repair puts in.
        before: The times near the claim, counted from the day that the article had.
        now: The same, counted from the day that it has.
    """
    were = {(one.start, one.end): one for one in before if one.applied}
    are = {(one.start, one.end): one for one in now if one.applied}
    changed: dict[str, str] = {}
    for place in sorted({*were, *are}):
        one = were.get(place) or are[place]
        old = were[place].replacement if place in were else one.original
        new = are[place].replacement if place in are else one.original
        if old != new:
            changed.setdefault(old, new)
    if not changed:
        return words
    found = "|".join(re.escape(old) for old in sorted(changed, key=len, reverse=True))
    return re.sub(rf"(?<!\w)(?:{found})(?!\w)", lambda match: changed[match.group()], words)
