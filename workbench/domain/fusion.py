"""One order out of two: how words and meaning together rank passages.

Both sides' scores are standardised over the pooled candidates (every candidate has its true score on both sides,
whichever list it came from), so that neither needs a scale of its own. The weight of meaning follows the query: where
both sides order the pool alike, the candidates are all on the subject and meaning tells them apart; where they
disagree, the words carry names and figures that vectors blur. Constants were chosen by measurement (docs/quality.md).
"""

from __future__ import annotations

from collections.abc import Sequence
from math import fsum, log, sqrt
from statistics import fmean
from typing import NamedTuple

DENSE_WEIGHT = 0.7
"""Weight of meaning where the sides neither agree nor disagree."""

AGREEMENT = 0.4
"""How much of the correlation between the sides is added to that weight."""

LEAST_WEIGHT, MOST_WEIGHT = 0.55, 0.85
LENGTH = 0.1
"""Weight of the logarithm of a passage's length: a heading repeats the words but proves nothing."""

NAMED = 0.05
"""Weight of the query's names that a passage holds, and again of its numbers."""

COMPANY = 0.5
"""How much of the score of its document's best passage is added to each passage: good passages keep good company."""


class Candidate(NamedTuple):
    """A passage that either side found.

    `dense` and `lexical` are its true scores; None where a side cannot know it (it has no vector yet, or there is no
    such side). `names` and `numbers` are the shares, 0…1, of the query's names and numbers that it holds, `length` its
    words, `group` what tells passages of one source from others.
    """

    id: int
    dense: float | None
    lexical: float | None
    length: int = 0
    names: float = 0.0
    numbers: float = 0.0
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


def dense_weight(dense: Sequence[float], lexical: Sequence[float]) -> float:
    """The weight of meaning for a pool, from the correlation of its standardised scores."""
    correlation = fmean([a * b for a, b in zip(dense, lexical, strict=True)]) if dense else 0.0
    return min(MOST_WEIGHT, max(LEAST_WEIGHT, DENSE_WEIGHT + AGREEMENT * correlation))


def fuse(candidates: Sequence[Candidate]) -> list[Fused]:
    """Order the pooled candidates of both sides.

    A candidate that one side cannot know is placed by the other alone; no score is invented for it.

    Returns:
        All candidates, best first, equal scores by id.
    """
    if not candidates:
        return []
    ids, dense, lexical, length, names, numbers, groups = zip(*candidates, strict=True)
    both = [(a, b) for a, b in zip(dense, lexical, strict=True) if a is not None and b is not None]
    weight = dense_weight(standardised([a for a, _ in both]), standardised([b for _, b in both]))
    scores = [
        _main(meaning, words, weight) + LENGTH * long + NAMED * (named + numbered)
        for meaning, words, long, named, numbered in zip(
            _known(dense),
            _known(lexical),
            standardised([log(1 + words) for words in length]),
            standardised(names),
            standardised(numbers),
            strict=True,
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


def _main(meaning: float | None, words: float | None, weight: float) -> float:
    """The standardised scores of a candidate, weighted; one alone where the other is not known."""
    if meaning is None:
        return 0.0 if words is None else words
    return meaning if words is None else weight * meaning + (1 - weight) * words


def _known(values: Sequence[float | None]) -> list[float | None]:
    """The values that there are, standardised; None stays None."""
    found = iter(standardised([value for value in values if value is not None]))
    return [None if value is None else next(found) for value in values]
