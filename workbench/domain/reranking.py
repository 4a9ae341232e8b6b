"""A first order of passages and a second opinion on their relevance, brought into one order."""

from __future__ import annotations

from collections.abc import Sequence

from workbench.domain.fusion import standardised


def combined(fused: Sequence[float], relevance: Sequence[float], weight: float) -> list[float]:
    """Scores of passages from their place in the search and from a reranker, each standardised over the pool.

    Args:
        fused: The search's own scores, higher is better.
        relevance: The reranker's scores of the same passages.
        weight: How many times as much as the search the reranker counts; 0 leaves the order as it was.
    Raises:
        ValueError: The two are not of one length.
    """
    if len(fused) != len(relevance):
        raise ValueError(f"{len(fused)} passages have {len(relevance)} relevance scores")
    pairs = zip(standardised(fused), standardised(relevance), strict=True)
    return [one + weight * other for one, other in pairs]
