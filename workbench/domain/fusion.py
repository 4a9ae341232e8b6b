"""One order out of two: how words and meaning together rank passages.

Both sides' scores are standardised over the pooled candidates (every candidate has its true score on both sides,
whichever list it came from), so that neither needs a scale of its own, and added with one weight for every query.
The three constants were chosen on thirteen collections, each by leaving the one that measures it out
(docs/quality.md).
"""

from __future__ import annotations

from collections.abc import Sequence
from math import fsum, log, sqrt
from typing import NamedTuple

DENSE_WEIGHT = 0.65
"""Weight of meaning; the rest is that of the words."""

LENGTH = 0.05
"""Weight of the logarithm of a passage's length: a heading repeats the words but proves nothing."""

COMPANY = 0.5
"""How much of the score of its document's best passage is added to each passage: good passages keep good company."""


class Candidate(NamedTuple):
    """A passage that either side found.

    `dense` and `lexical` are its true scores; None where a side cannot know it (it has no vector yet, or there is no
    such side). `length` is its words, `group` what tells passages of one source from others.
    """

    id: int
    dense: float | None
    lexical: float | None
    length: int = 0
    group: str | int | None = None


class Fused(NamedTuple):
    """A candidate with its place in the common order; higher scores are better."""

    candidate: Candidate
    score: float


def standardised(values: Sequence[float]) -> list[float]:
    """Values less their mean, divided by their standard deviation; all 0 where they do not differ."""
    if not values:
        return []
    mean = fsum(values) / len(values)
    apart = [value - mean for value in values]
    spread = sqrt(fsum([value * value for value in apart]) / len(values))
    if spread < 1e-9:
        return [0.0] * len(values)
    return [value / spread for value in apart]


def fuse(candidates: Sequence[Candidate]) -> list[Fused]:
    """Order the pooled candidates of both sides.

    A candidate that one side cannot know is placed by the other alone; no score is invented for it.

    Returns:
        All candidates, best first, equal scores by id.
    """
    if not candidates:
        return []
    ids, dense, lexical, length, groups = zip(*candidates, strict=True)
    scores = [
        _main(meaning, words) + LENGTH * long
        for meaning, words, long in zip(
            _known(dense), _known(lexical), standardised([log(1 + words) for words in length]), strict=True
        )
    ]
    best: dict[str | int, float] = {}
    for group, score in zip(groups, scores, strict=True):
        if group is not None and score > best.get(group, float("-inf")):
            best[group] = score
    totals = [
        score + COMPANY * (score if group is None else best[group]) for group, score in zip(groups, scores, strict=True)
    ]
    order = sorted(range(len(candidates)), key=lambda i: (-totals[i], ids[i]))
    return [Fused(candidates[i], totals[i]) for i in order]


def _main(meaning: float | None, words: float | None) -> float:
    """The standardised scores of a candidate, weighted; one alone where the other is not known."""
    if meaning is None:
        return 0.0 if words is None else words
    return meaning if words is None else DENSE_WEIGHT * meaning + (1 - DENSE_WEIGHT) * words


def _known(values: Sequence[float | None]) -> list[float | None]:
    """The values that there are, standardised; None stays None."""
    found = iter(standardised([value for value in values if value is not None]))
    return [None if value is None else next(found) for value in values]
