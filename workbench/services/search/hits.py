"""The passages that are shown, each with why it is there."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from workbench.comparison.outcomes import beside, told
from workbench.domain.evidence import Hit
from workbench.language.text.stemmers import ENGLISH
from workbench.services.search.deduplication import Chosen
from workbench.services.search.explaining import named, shared, timing
from workbench.services.search.retrieval import Query, Ranked
from workbench.services.search.search_context import SearchContext
from workbench.services.search.shared_pool import HeldPassages
from workbench.services.search.stance_reading import StancePair, compared
from workbench.store import search as store
from workbench.store.database import Database
from workbench.store.sources import sources_of_passages


def explained(
    database: Database,
    chosen: Sequence[Chosen],
    repeated: Mapping[int, Sequence[str]],
    held: HeldPassages,
    query: Query,
    context: SearchContext,
    scores: Mapping[int, float],
) -> list[tuple[Hit, Ranked]]:
    """The hits in their order, each beside where the search had placed it.

    Args:
        database: Holds the passages that `held` does not.
        chosen: The passages that are shown.
        repeated: By passage, the ids of the sources that say the same.
        held: Passages of collections.
        query: What was asked.
        context: From where it is looked at.
        scores: What the reranker gave, by passage.
    """
    found = {**sources_of_passages(database, [one.ranked.id for one in chosen]), **held}
    titles = store.titles(database, [name for names in repeated.values() for name in names]) if repeated else {}
    titles |= {source.id: source.title for _, source in held.values()} if repeated else {}
    names = named(query.text, query.languages)
    hits: list[tuple[Hit, Ranked]] = []
    for one in chosen:
        passage, source = found[one.ranked.id]
        when, days = timing(source.published, context.day)
        pair = StancePair(
            query.text,
            passage.text,
            source.read_under,
            context.day,
            source.published,
            speaker=context.speaker,
            publisher=source.publisher,
            language=source.language or ENGLISH,
            subject=context.subject,
        )
        found_of = compared(pair)
        also_in = dict.fromkeys(titles[name] for name in repeated.get(one.ranked.id, ()))
        hit = Hit(
            rank=len(hits) + 1,
            passage=passage,
            source=source,
            fused=one.ranked.score,
            lexical_score=one.ranked.lexical,
            lexical_rank=one.ranked.lexical_rank,
            dense_score=one.ranked.dense,
            dense_rank=one.ranked.dense_rank,
            rerank_score=scores.get(one.ranked.id),
            matches=one.matches,
            shared=shared(names, one.wording.words),
            comparisons=told(found_of),
            beside=beside(found_of),
            also_in=tuple(also_in),
            timing=when,
            days_before=days,
        )
        hits.append((hit, one.ranked))
    return hits
