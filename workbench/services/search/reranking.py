"""The best passages in the order that a reranker gives them; without one they stay in the order of the search."""

from __future__ import annotations

from dataclasses import replace
from math import exp
from typing import TYPE_CHECKING, NamedTuple, cast

from workbench.comparison.headed_rows import row_of
from workbench.comparison.outcomes import each
from workbench.domain.errors import ModelUnavailableError
from workbench.domain.reranking import combined
from workbench.language.text.stemmers import ENGLISH
from workbench.services.search.retrieval import Ranked
from workbench.services.search.says_something import READ_CLOSELY, is_statement, told_close
from workbench.services.search.stance_reading import StancePair, StanceReader
from workbench.store.sources import sources_of_passages

if TYPE_CHECKING:
    from collections.abc import Mapping

    from workbench.domain.evidence import Hit, Passage, Source
    from workbench.domain.ports import Reranker, StanceModel
    from workbench.services.search.search_context import SearchContext
    from workbench.store.database import Database

ROW = 1.8
"""What is taken from the log-odds of relevance that the shipped model gives the row of a table: it learnt none, and
takes most of them to settle anything (docs/quality.md)."""

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
    pairs = [
        StancePair(text, passage.text, source.read_under, passage_day=source.published) for passage, source, _ in top
    ]
    try:
        scores = reranker.score([(pair.claim, pair.shown) for pair in pairs])
    except ModelUnavailableError as error:
        return Reranked(ranked, {}, unranked(error))
    weight = getattr(reranker, "weight", None)
    if weight is not None:
        scores = [
            _of_row(score) if row_of(passage.text) else score
            for score, (passage, _, _) in zip(scores, top, strict=True)
        ]
    by_id = {one.id: score for (_, _, one), score in zip(top, scores, strict=True)}
    order = scores if weight is None else combined([one.score for _, _, one in top], scores, weight)
    place = {one.id: value for (_, _, one), value in zip(top, order, strict=True)}
    first = sorted((one for _, _, one in top), key=lambda one: (-place[one.id], one.id))
    return Reranked([*first, *ranked[RERANKED:]], by_id)


def _of_row(relevance: float) -> float:
    """The relevance of a row of a table, 0…1, with what the model gives to any row taken away."""
    return relevance / (relevance + (1 - relevance) * exp(ROW))


def read_closely(reranker: Reranker | None, text: str, hits: list[Hit], context: SearchContext) -> list[Hit]:
    """The hits, those told as close that say something of a statement as the shipped stance model reads them, and each
    compared with its help.

    Only where it has put them in order, and only the first: what it reads of them the desk will ask of it next.
    """
    read = [hit for hit in hits[:READ_CLOSELY] if hit.rerank_score is not None]
    measured = getattr(reranker, "weight", None) is not None and hasattr(reranker, "judge")
    if not read or not measured or not (context.statement or is_statement(text)):
        return hits
    day, speaker = context.day, context.speaker
    pairs = [
        StancePair(
            text,
            hit.passage.text,
            hit.source.read_under,
            day,
            hit.source.published,
            speaker=speaker,
            publisher=hit.source.publisher,
            language=hit.source.language or ENGLISH,
            subject=context.subject,
        )
        for hit in read
    ]
    try:
        said = StanceReader(cast("StanceModel", reranker)).read(pairs)
        told = [
            replace(hit, comparisons=each(one.comparison))
            for hit, one in zip(told_close(pairs[0].asserted, read, said, hits), said, strict=True)
        ]
    except ModelUnavailableError:  # the encoder, and that it is not here the search has told
        return hits
    close = {hit.passage.id: hit for hit in told}
    return [close.get(hit.passage.id, hit) for hit in hits]


def unranked(error: ModelUnavailableError) -> str:
    """One line that says why the hits stand in the order of the search."""
    return f"{error} The order is that of the search."
