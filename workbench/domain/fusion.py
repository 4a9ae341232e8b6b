"""One order out of two: how words and meaning together rank passages.

Both sides' scores are standardised over the pooled candidates (every candidate has its true score on both sides,
whichever list it came from), so that neither needs a scale of its own. The weight of meaning follows the query: where
both sides order the pool alike, the candidates are all on the subject and meaning tells them apart; where they
disagree, the words carry names and figures that vectors blur. Constants were chosen by measurement (docs/quality.md).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import log, sqrt
from statistics import fmean

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


@dataclass(frozen=True, slots=True)
class Candidate:
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


@dataclass(frozen=True, slots=True)
class Fused:
    """A candidate with its place in the common order; higher scores are better."""

    candidate: Candidate
    score: float


def standardised(values: Sequence[float]) -> list[float]:
    """Values less their mean, divided by their standard deviation; all 0 where they do not differ."""
    if not values:
        return []
    mean = fmean(values)
    spread = sqrt(fmean([(value - mean) ** 2 for value in values]))
    if spread < 1e-9:
        return [0.0] * len(values)
    return [(value - mean) / spread for value in values]


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
    both = [c for c in candidates if c.dense is not None and c.lexical is not None]
    weight = dense_weight(
        standardised([c.dense for c in both if c.dense is not None]),
        standardised([c.lexical for c in both if c.lexical is not None]),
    )
    dense = _by_id(candidates, [c.dense for c in candidates])
    lexical = _by_id(candidates, [c.lexical for c in candidates])
    length = standardised([log(1 + c.length) for c in candidates])
    names = standardised([c.names for c in candidates])
    numbers = standardised([c.numbers for c in candidates])
    scores: dict[int, float] = {}
    for i, candidate in enumerate(candidates):
        meaning, words = dense.get(candidate.id), lexical.get(candidate.id)
        if meaning is None:
            main = words if words is not None else 0.0
        elif words is None:
            main = meaning
        else:
            main = weight * meaning + (1 - weight) * words
        scores[candidate.id] = main + LENGTH * length[i] + NAMED * (names[i] + numbers[i])
    best: dict[str | int, float] = {}
    for candidate in candidates:
        if candidate.group is not None:
            best[candidate.group] = max(best.get(candidate.group, float("-inf")), scores[candidate.id])
    fused = [
        Fused(c, scores[c.id] + COMPANY * (scores[c.id] if c.group is None else best[c.group])) for c in candidates
    ]
    return sorted(fused, key=lambda item: (-item.score, item.candidate.id))


def _by_id(candidates: Sequence[Candidate], values: Sequence[float | None]) -> dict[int, float]:
    """Standardised values of the candidates that have one."""
    known = [(c.id, value) for c, value in zip(candidates, values, strict=True) if value is not None]
    return dict(zip([key for key, _ in known], standardised([value for _, value in known]), strict=True))
