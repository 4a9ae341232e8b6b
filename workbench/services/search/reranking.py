"""The best passages in the order that a reranker gives them; without one they stay in the order of the search."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple, cast

from workbench.domain.errors import ModelUnavailableError
from workbench.domain.reranking import combined
from workbench.services.search.retrieval import Ranked
from workbench.services.search.stance_reading import StancePair, StanceReader
from workbench.services.search.thresholds import is_to_be_read, settles
from workbench.store.sources import sources_of_passages

if TYPE_CHECKING:
    from collections.abc import Mapping

    from workbench.domain.evidence import Hit, Passage, Source
    from workbench.domain.ports import Reranker, StanceModel
    from workbench.store.database import Database

RERANKED = 50
"""Passages that are put in order; those behind them stay as they are."""

SHIPPED = "stance"
"""Names the shipped stance model, which puts passages in order unless told otherwise."""


class Reranked(NamedTuple):
    """Passages in order, the reranker's score of each it has seen, and why it has seen none."""

    ranked: list[Ranked]
    scores: dict[int, float]
    lack: str = ""


def reranked(
    reranker: Reranker,
    ranked: list[Ranked],
    text: str,
    database: Database,
    held: Mapping[int, tuple[Passage, Source]] | None = None,
) -> Reranked:
    """Put the first passages in order.

    Args:
        reranker: Scores them. Where its weight beside the search was measured it joins it; any other decides alone.
        ranked: Passages in the order of the search.
        text: What was asked.
        database: Holds their texts.
        held: Those that it does not hold.
    """
    found = {**sources_of_passages(database, [one.id for one in ranked[:RERANKED]]), **(held or {})}
    top = [(*found[one.id], one) for one in ranked[:RERANKED] if one.id in found]
    # as it will be judged, so that one reading serves both
    pairs = [StancePair(text, passage.text, source.title, passage_day=source.published) for passage, source, _ in top]
    try:
        scores = reranker.score([(pair.claim, pair.shown) for pair in pairs])
    except ModelUnavailableError as error:
        return Reranked(ranked, {}, unranked(error))
    by_id = {one.id: score for (_, _, one), score in zip(top, scores, strict=True)}
    weight = getattr(reranker, "weight", None)
    order = scores if weight is None else combined([one.score for _, _, one in top], scores, weight)
    place = {one.id: value for (_, _, one), value in zip(top, order, strict=True)}
    first = sorted((one for _, _, one in top), key=lambda one: (-place[one.id], one.id))
    return Reranked([*first, *ranked[RERANKED:]], by_id)


def settled(reranker: Reranker | None, text: str, hits: list[Hit]) -> list[Hit]:
    """The hits, those close that the shipped stance model, where it has ordered them, takes to settle what was asked.

    What it reads it has read already.
    """
    if reranker is None or getattr(reranker, "weight", None) is None:
        return hits
    read = [hit for hit in hits if hit.rerank_score is not None and is_to_be_read(hit)]
    pairs = [StancePair(text, hit.passage.text, hit.source.title, passage_day=hit.source.published) for hit in read]
    said = StanceReader(cast("StanceModel", reranker)).read(pairs) if pairs else []
    close = {hit.passage.id for hit, one in zip(read, said, strict=True) if settles(hit, one)}
    return [replace(hit, close=True) if hit.passage.id in close else hit for hit in hits]


def unranked(error: ModelUnavailableError) -> str:
    """One line that says why the hits stand in the order of the search."""
    return f"{error} The order is that of the search."
