"""How near a passage is to what was asked: near enough to be called close, or to be the very claim."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from workbench.domain.documents import SourceKind
from workbench.domain.evidence import NOTHING_CLOSE, Hit, SearchResult
from workbench.domain.folding import folded
from workbench.services.search.close_elsewhere import shares_words
from workbench.services.search.retrieval import Ranked

CLOSE_DENSE = 0.5
"""Similarity from which a passage counts as close; chosen by measurement (docs/quality.md)."""

CLOSE_COVERAGE = 0.6
"""Share of the query's weighted words from which a passage counts as close without looking at meaning."""

SAME_CLAIM = 0.6
"""Similarity from which an earlier fact check is shown first."""


def is_near(dense: float | None, coverage: float) -> bool:
    """Whether a passage is similar enough in meaning, or holds enough of the query's words, to be called close."""
    return (dense is not None and dense >= CLOSE_DENSE) or coverage >= CLOSE_COVERAGE


def same_claim(one: Ranked) -> bool:
    """Whether a passage is a claim someone already checked, and close enough to be this one."""
    near = (one.dense is not None and one.dense >= SAME_CLAIM) or one.coverage >= CLOSE_COVERAGE
    return one.kind is SourceKind.FACT_CHECK and near


def holds(hit: Hit, text: str) -> bool:
    """Whether a passage holds the very words that were asked for, three at least, in whatever case and spacing."""
    wanted = folded(text).split()
    return len(wanted) >= 3 and " ".join(wanted).strip(".?! ") in " ".join(folded(hit.passage.text).split())


def is_close(hit: Hit, ranked: Ranked, text: str) -> bool:
    """Whether a hit is about the same thing, by meaning or by the share of the query's words it holds."""
    if not shares_words(hit, text):
        return False
    if ranked.dense is None and not ranked.coverage:
        # Without an index it is not known which words are rare: three of the query's words will do.
        return len({match.word.casefold() for match in hit.matches}) >= 3
    return is_near(ranked.dense, ranked.coverage)


def counted(result: SearchResult, hits: Sequence[Hit]) -> SearchResult:
    """A result whose hits are known better now: those that are close are counted again, and it is told if none is."""
    close = sum(hit.close for hit in hits)
    parts = [part for part in result.note.split("; ") if part and part != NOTHING_CLOSE]
    if not close:
        parts.insert(0, NOTHING_CLOSE)
    return replace(result, hits=tuple(hits), close=close, note="; ".join(parts))
