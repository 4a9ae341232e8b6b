"""Evidence for a claim or for words of one's own: found, told apart, explained."""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from workbench.domain.articles import Article, Claim
from workbench.domain.documents import SourceKind
from workbench.domain.errors import BadInputError, IndexProblemError, ModelUnavailableError
from workbench.domain.evidence import Hit, Match, SearchResult
from workbench.domain.repetition import Wording, figures, is_copy, near_identical, runs
from workbench.domain.reranking import combined
from workbench.domain.searching import Filters, Mode
from workbench.domain.words import stems
from workbench.index.reader import OpenIndex, changed_at, open_index
from workbench.services.encoders import encoder_of
from workbench.services.explaining import compared, facts_of, named, read, shared, timing
from workbench.services.retrieval import Query, Ranked, raw_words, read_query, retrieve
from workbench.services.workspace import Workspace
from workbench.store import search as store
from workbench.store.articles import article as article_of
from workbench.store.claim_vectors import claim_vector
from workbench.store.sources import sources_of_passages

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from workbench.domain.ports import Encoder, Reranker, Vectors

CLOSE_DENSE = 0.5
"""Similarity from which a passage counts as close; chosen by measurement (docs/quality.md)."""

CLOSE_COVERAGE = 0.6
"""Share of the query's weighted words from which a passage counts as close without looking at meaning."""

SAME_CLAIM = 0.6
"""Similarity from which an earlier fact check is shown first."""

RERANKED = 50
LOOKED_AT = 20
"""Passages looked at beyond the ones wanted, to make up for those that collapse into others."""


@dataclass(frozen=True, slots=True)
class Seen:
    """From where a search is looked at: the article whose claim is checked, and the day it was made."""

    article: Article | None = None
    day: date | None = None


class Searcher:
    """Keeps the index and the model open between searches.

    Safe to use from several threads at once. A new index is picked up by itself, a search under way finishes on the
    one it began with.
    """

    def __init__(
        self,
        workspace: Workspace,
        *,
        encoder: Encoder | None = None,
        reranker: Reranker | None = None,
        strict: bool = False,
    ) -> None:
        """Make a searcher; nothing is opened yet.

        Args:
            workspace: The workspace.
            encoder: Encodes queries; None loads the one the index was made with, when it is first needed.
            reranker: Orders the best passages anew; none unless given.
            strict: Raise where the index or the model cannot be used, instead of searching by words alone.
        """
        self._workspace = workspace
        self._given = encoder
        self._reranker = reranker
        self._strict = strict
        self._lock = threading.Lock()
        self._index: OpenIndex | None = None
        self._mark: tuple[int, int] | None = None
        self._problem = ""

    def for_claim(self, claim: Claim, *, k: int = 10, before: date | None = None, mode: str = "hybrid") -> SearchResult:
        """The passages closest to a claim; the article it stands in and copies of it take no part.

        The claim's vector is the one kept when it was encoded, so that no model is needed.
        """
        article = article_of(self._workspace.database, claim.article_id)
        filters = Filters(before=before, not_urls=(article.url,) if article.url else ())
        index = self._opened(Mode(mode))
        vector = None if index is None else claim_vector(self._workspace.database, claim.text, index.manifest.model)
        return self._search(claim.text, k, filters, Mode(mode), Seen(article, article.published), vector)

    def search(
        self,
        text: str,
        *,
        k: int = 10,
        before: date | None = None,
        after: date | None = None,
        mode: str = "hybrid",
        sources: Sequence[str] = (),
        publishers: Sequence[str] = (),
        languages: Sequence[str] = (),
        not_sources: Sequence[str] = (),
        day: date | None = None,
    ) -> SearchResult:
        """The passages closest to words of one's own.

        Args:
            text: Any text; nothing in it is query syntax.
            k: How many passages.
            before: Only sources published earlier than this day.
            after: Only sources published on this day or later.
            mode: "hybrid", "dense" or "lexical".
            sources: Only these sources, by id.
            publishers: Only these publishers.
            languages: Only sources in these languages, by code.
            not_sources: Not these sources.
            day: When the words were said; hits tell whether their source was there then.
        Raises:
            BadInputError: The text holds no words.
            IndexProblemError: A dense search without an index, or, for a strict searcher, a damaged one.
            ModelUnavailableError: A dense search without the model.
        """
        filters = Filters(
            before=before,
            after=after,
            sources=tuple(sources),
            publishers=tuple(publishers),
            languages=tuple(languages),
            not_sources=tuple(not_sources),
        )
        return self._search(text, k, filters, Mode(mode), Seen(day=day), None)

    def _search(
        self, text: str, k: int, filters: Filters, mode: Mode, seen: Seen, vector: Vectors | None
    ) -> SearchResult:
        if not text.strip():
            raise BadInputError("there is nothing to search for: give some words.")
        if k < 1:
            raise BadInputError("the number of passages must be 1 or more.")
        query = read_query(text)
        database = self._workspace.database
        index = self._opened(mode)
        notes = [self._problem] if self._problem else []
        if index is None:
            ranked = self._by_words_alone(query, k, filters)
            searched = store.count_after(database, 0)
        else:
            searched = index.manifest.count
            if mode is not Mode.LEXICAL and vector is None:
                vector, problem = self._encoded(index, text, mode)
                if problem:
                    notes.append(problem)
            allowed, without = store.allowed_passages(database, filters), store.left_out(database, filters)
            pool = k + LOOKED_AT if self._reranker is None else max(k + LOOKED_AT, RERANKED)
            ranked = retrieve(index, database, query, vector, mode, pool, allowed, without)
            waiting = store.count_after(database, index.manifest.last_id)
            if waiting:
                searched += waiting
                notes.append(f"{waiting:,} new passages are found by their words alone until `workbench reindex`.")
        hits = self._hits(ranked, query, k, seen)
        close = sum(_is_close(hit, ranked_hit) for hit, ranked_hit in hits)
        if not close:
            notes.insert(0, "nothing close found")
        return SearchResult(
            query=text,
            hits=tuple(hit for hit, _ in hits),
            close=close,
            searched=searched,
            note="; ".join(notes),
            quantities=tuple(facts_of(text, seen.day).quantities),
        )

    def _opened(self, mode: Mode) -> OpenIndex | None:
        """The index in use, None where words alone must do."""
        folder = self._workspace.index_path
        with self._lock:
            mark = changed_at(folder)
            if self._index is None or mark != self._mark:
                self._problem = ""
                try:
                    self._index = open_index(folder)
                except IndexProblemError as error:
                    if self._strict or mode is Mode.DENSE:
                        raise
                    self._index, self._problem = None, f"{error} Words alone were searched."
                self._mark = mark
            if self._index is None and not self._problem:
                self._problem = "there is no index yet: words alone were searched; run `workbench reindex`"
            if self._index is None and mode is Mode.DENSE:
                raise IndexProblemError(f"{folder} holds no index that can be used; run `workbench reindex`.")
            return self._index

    def _encoded(self, index: OpenIndex, text: str, mode: Mode) -> tuple[Vectors | None, str]:
        try:
            encoder = self._given or encoder_of(index.manifest)
            if encoder.key != index.manifest.model:
                raise ModelUnavailableError(
                    f"the index was made with the model {index.manifest.model}, not {encoder.key}; "
                    "run `workbench reindex`."
                )
        except ModelUnavailableError as error:
            if mode is Mode.DENSE or self._strict:
                raise IndexProblemError(
                    f"{error} The index was made with {index.manifest.model}; "
                    "`workbench reindex` makes it anew with a model that is here."
                ) from error
            return None, f"{error} Words alone were searched."
        return encoder.encode([text])[0], ""

    def _by_words_alone(self, query: Query, k: int, filters: Filters) -> list[Ranked]:
        database = self._workspace.database
        allowed, without = store.allowed_passages(database, filters), store.left_out(database, filters)
        limit = k + LOOKED_AT + len(without) if allowed is None else 100_000
        found = store.find_words(database, raw_words(query.text), limit)
        left: NDArray[np.int64] = np.array([i for i, _ in found], dtype=np.int64)
        kept = ~np.isin(left, without)
        if allowed is not None:
            kept &= np.isin(left, allowed)
        found = [item for item, stays in zip(found, kept.tolist(), strict=True) if stays][: k + LOOKED_AT]
        there = store.places(database, [i for i, _ in found])
        return [
            Ranked(i, score, None, None, score, rank, 0.0, there[i].kind)
            for rank, (i, score) in enumerate((item for item in found if item[0] in there), start=1)
        ]

    def _hits(self, ranked: list[Ranked], query: Query, k: int, seen: Seen) -> list[tuple[Hit, Ranked]]:
        """The first k passages that do not repeat an earlier one or the article itself, explained."""
        reranks: dict[int, float] = {}
        if self._reranker is not None and ranked:
            ranked, reranks = self._reranked(self._reranker, ranked, query)
        # What someone already checked comes first, when it is about the same thing.
        ranked = sorted(ranked[: k + LOOKED_AT], key=lambda one: not _same_claim(one))
        texts = store.texts(self._workspace.database, [one.id for one in ranked])
        chosen, repeated = _chosen([one for one in ranked if one.id in texts], texts, query, k, seen.article)
        return self._explained(chosen, repeated, query, seen, reranks)

    def _explained(
        self,
        chosen: list[_Chosen],
        repeated: dict[int, list[str]],
        query: Query,
        seen: Seen,
        reranks: dict[int, float],
    ) -> list[tuple[Hit, Ranked]]:
        """The hits that are shown, each with why it is there; `repeated` are the sources that say the same."""
        database = self._workspace.database
        found = sources_of_passages(database, [one.ranked.id for one in chosen])
        titles = store.titles(database, [name for names in repeated.values() for name in names]) if repeated else {}
        claim, names = facts_of(query.text, seen.day), named(query.text)
        hits: list[tuple[Hit, Ranked]] = []
        for one in chosen:
            passage, source = found[one.ranked.id]
            when, days = timing(source.published, seen.day)
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
                rerank_score=reranks.get(one.ranked.id),
                matches=one.matches,
                shared=shared(names, one.wording.words),
                comparisons=compared(claim, facts_of(passage.text, source.published, source.title)),
                also_in=tuple(also_in),
                timing=when,
                days_before=days,
            )
            hits.append((hit, one.ranked))
        return hits

    def _reranked(
        self, reranker: Reranker, ranked: list[Ranked], query: Query
    ) -> tuple[list[Ranked], dict[int, float]]:
        found = sources_of_passages(self._workspace.database, [one.id for one in ranked[:RERANKED]])
        top = [(*found[one.id], one) for one in ranked[:RERANKED] if one.id in found]
        texts = [f"{source.title}: {passage.text}" if source.title else passage.text for passage, source, _ in top]
        scores = reranker.score([(query.text, text) for text in texts])
        by_id = {one.id: score for (_, _, one), score in zip(top, scores, strict=True)}
        # A reranker whose weight beside the search was measured joins it; any other decides alone.
        weight = getattr(reranker, "weight", None)
        order = scores if weight is None else combined([one.score for _, _, one in top], scores, weight)
        place = {one.id: value for (_, _, one), value in zip(top, order, strict=True)}
        first = sorted((one for _, _, one in top), key=lambda one: (-place[one.id], one.id))
        return [*first, *ranked[RERANKED:]], by_id


class _Chosen(NamedTuple):
    """A passage that will be shown."""

    ranked: Ranked
    source_id: str
    figures: frozenset[str]
    wording: Wording
    matches: tuple[Match, ...]


def _chosen(
    ranked: list[Ranked], texts: dict[int, store.Text], query: Query, k: int, article: Article | None
) -> tuple[list[_Chosen], dict[int, list[str]]]:
    """The first k passages that neither repeat an earlier one nor the article; the other sources of each, by its id."""
    wanted = frozenset(query.counts)
    article_runs = runs(stems(article.text)) if article is not None else frozenset()
    chosen: list[_Chosen] = []
    repeated: dict[int, list[str]] = {}
    for one in ranked:
        source_id, text = texts[one.id].source_id, texts[one.id].text
        own_figures = figures(text)
        like = [other for other in chosen if other.figures == own_figures]
        if len(chosen) == k and not like:
            continue
        passage_stems, own, found = read(text, wanted)
        if article_runs and is_copy(passage_stems, article_runs):
            continue
        twin = next((other for other in like if near_identical(own, other.wording)), None)
        this = _Chosen(one, source_id, own_figures, own, found)
        if twin is not None:
            stands, other = twin, this
            # Which of two copies a reranker likes better is chance: the one the search found first stands for both.
            if one.score > twin.ranked.score and _same_claim(one) == _same_claim(twin.ranked):
                stands, other = this, twin
                chosen[chosen.index(twin)] = this
            names = [*repeated.pop(twin.ranked.id, []), other.source_id]
            repeated[stands.ranked.id] = [name for name in dict.fromkeys(names) if name != stands.source_id]
        elif len(chosen) < k:
            chosen.append(this)
    return chosen, repeated


def search(
    workspace: Workspace,
    text: str,
    *,
    k: int = 10,
    before: date | None = None,
    after: date | None = None,
    mode: str = "hybrid",
    rerank: str | None = None,
    sources: Sequence[str] = (),
    publishers: Sequence[str] = (),
    languages: Sequence[str] = (),
    day: date | None = None,
) -> SearchResult:
    """Search once; see `Searcher.search`. A damaged index or a missing model is an error, a missing index is told.

    Args:
        rerank: "stance" for the shipped model, which joins the search's own order; or name or folder of a
            sentence-transformers cross-encoder that orders the best passages anew.
    """
    reranker = _reranker(rerank) if rerank else None
    searcher = Searcher(workspace, reranker=reranker, strict=True)
    return searcher.search(
        text,
        k=k,
        before=before,
        after=after,
        mode=mode,
        sources=sources,
        publishers=publishers,
        languages=languages,
        day=day,
    )


def _reranker(name: str) -> Reranker:
    from workbench.models.reranker import load_reranker

    load: Callable[[str], Reranker] = load_reranker
    return load(name)


def is_near(dense: float | None, coverage: float) -> bool:
    """Whether a passage is similar enough in meaning, or holds enough of the query's words, to be called close."""
    return (dense is not None and dense >= CLOSE_DENSE) or coverage >= CLOSE_COVERAGE


def _same_claim(one: Ranked) -> bool:
    """Whether a passage is a claim someone already checked, and close enough to be this one."""
    near = (one.dense is not None and one.dense >= SAME_CLAIM) or one.coverage >= CLOSE_COVERAGE
    return one.kind is SourceKind.FACT_CHECK and near


def _is_close(hit: Hit, ranked: Ranked) -> bool:
    """Whether a hit is about the same thing, by meaning or by the share of the query's words it holds."""
    if ranked.dense is None and not ranked.coverage:
        # Without an index no rarity is known: half of the words in common is close.
        asked = len({match.word.lower() for match in hit.matches})
        return asked >= 3
    return is_near(ranked.dense, ranked.coverage)
