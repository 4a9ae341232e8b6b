"""Evidence for a claim or for words of one's own: found, told apart, explained."""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, TypeVar

from workbench.domain.articles import Claim
from workbench.domain.errors import BadInputError, IndexProblemError, ModelUnavailableError
from workbench.domain.evidence import NOTHING_CLOSE, Hit, SearchResult
from workbench.domain.searching import Filters, Mode
from workbench.domain.system_errors import short_of
from workbench.index.opened import OpenIndex, changed_at
from workbench.services.collections.asking import COMMAND_SECONDS, SharedEvidence
from workbench.services.evidence.encoders import encoder_of
from workbench.services.evidence.index_sample import MEND_ALL, wrong_vectors
from workbench.services.inference.sharing import opened_index, reranker_for
from workbench.services.review.remembered_stances import subject_for
from workbench.services.search.deduplication import chosen_of
from workbench.services.search.explaining import facts_of
from workbench.services.search.hits import explained
from workbench.services.search.reranking import RERANKED, read_closely, reranked, unranked
from workbench.services.search.retrieval import (
    POOL,
    Query,
    Ranked,
    by_words_alone,
    in_order,
    languages_of,
    pooled,
    read_query,
    retrieve,
)
from workbench.services.search.search_context import SearchContext
from workbench.services.search.shared_pool import HeldPassages, joined, languages_of_all, local_words_pool, weigh
from workbench.services.search.shared_questions import Questions
from workbench.services.search.thresholds import holds, is_close, same_claim
from workbench.services.workspace import Workspace
from workbench.store import search as store
from workbench.store.articles import article as article_of
from workbench.store.claim_vectors import claim_vector

if TYPE_CHECKING:
    from workbench.domain.ports import Encoder, Reranker, Vectors
    from workbench.services.collections.attaching import Attached

F = TypeVar("F")
LOOKED_AT = 20
"""Passages looked at beyond the ones wanted, to make up for those that collapse into others."""


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
        shared: SharedEvidence | None = None,
    ) -> None:
        """Make a searcher; nothing is opened yet.

        Args:
            workspace: The workspace.
            encoder: Encodes queries; None loads the one the index was made with, when it is first needed.
            reranker: Orders the best passages again; none unless given.
            strict: Raise where the index or the model cannot be used, instead of searching by words alone.
            shared: The collections that are searched beside the workspace's own evidence; none unless given.
        """
        self._workspace = workspace
        self._shared, self._given, self._reranker = shared, encoder, reranker
        self._strict = strict
        self._lock = threading.Lock()
        self._index: OpenIndex | None = None
        self._mark: tuple[int, int] | None = None
        self._verified: OpenIndex | None = None
        self._problem = ""

    def for_claim(
        self, claim: Claim, *, k: int = 10, before: date | None = None, mode: str = "hybrid", newer_than: int = 0
    ) -> SearchResult:
        """The passages closest to a claim; the article it stands in and copies of it take no part.

        The claim's vector is the one kept when it was encoded, so that no model is needed.
        """
        article = article_of(self._workspace.database, claim.article_id)
        filters = Filters(before=before, not_urls=(article.url,) if article.url else (), newer_than=newer_than)
        index = self._opened(Mode(mode), anyway=bool(self._attached()))
        context = SearchContext(article, article.published, claim.speaker, True, subject_for(claim, article))
        vector = None if index is None else claim_vector(self._workspace.database, claim.text, index.manifest.model)
        return self._search(claim.text, k, filters, Mode(mode), context, vector)

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
        newer_than: int = 0,
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
            newer_than: Only passages with a higher id.
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
            newer_than=newer_than,
        )
        return self._search(text, k, filters, Mode(mode), SearchContext(day=day), None)

    def _search(
        self, text: str, k: int, filters: Filters, mode: Mode, context: SearchContext, vector: Vectors | None
    ) -> SearchResult:
        if not text.strip():
            raise BadInputError("there is nothing to search for: give some words.")
        if k < 1:
            raise BadInputError("the number of passages must be 1 or more.")
        database = self._workspace.database
        if collections := self._attached():
            return self._search_all(collections, text, k, filters, mode, context, vector)
        index = self._opened(mode)
        query = read_query(text, languages_of(index))
        notes = [self._problem] if self._problem else []
        if index is None:
            ranked = by_words_alone(database, query, k + LOOKED_AT, filters)
            searched = store.count_after(database, 0)
        else:
            searched = index.manifest.count
            if mode is not Mode.LEXICAL and vector is None:
                vector, problem = self._encoded(index, text, mode)
                if problem:
                    notes.append(problem)
            allowed, without = store.allowed_passages(database, filters), store.left_out(database, filters)
            pool = self._pool_size(k)
            by = partial(retrieve, index, database, query, mode=mode, k=pool, allowed=allowed, without=without)
            ranked = self._found(lambda one: by(vector=one), vector, mode, notes)
            waiting = store.count_after(database, index.manifest.last_id)
            if waiting:
                searched += waiting
                notes.append(_not_yet_indexed(waiting))
        return self._result(ranked, {}, query, k, context, searched, notes)

    def _search_all(
        self,
        collections: list[Attached],
        text: str,
        k: int,
        filters: Filters,
        mode: Mode,
        context: SearchContext,
        vector: Vectors | None,
    ) -> SearchResult:
        """Search the workspace and its collections, in one order."""
        database = self._workspace.database
        index = self._opened(mode, anyway=True)
        notes: list[str] = []
        pool_size = self._pool_size(k)
        size = max(POOL, pool_size)
        if mode is not Mode.LEXICAL and vector is None and index is not None:
            vector, problem = self._encoded(index, text, mode)
            if problem:
                notes.append(problem)
        questions = Questions(self._workspace, text, mode, size, filters, vector, index is not None)
        assert self._shared is not None  # it named the collections
        answers, lacks = self._shared.ask(collections, questions.put)
        notes += [*questions.notes, *lacks]
        vector = questions.vector
        local = languages_of(index) if index is not None or not answers else ()
        query = read_query(text, languages_of_all(local, answers) or languages_of(None))
        waiting = store.count_after(database, index.manifest.last_id if index is not None else 0)
        here = waiting + (index.manifest.count if index is not None else 0)
        words = weigh(index, query, answers, here)
        allowed, without = store.allowed_passages(database, filters), store.left_out(database, filters)
        if index is not None:
            by = partial(pooled, index, database, query, mode=mode, k=pool_size, allowed=allowed, without=without)
            pool = self._found(lambda one: by(vector=one, weights=words.weights), vector, mode, notes)
        else:
            found = (
                [] if mode is Mode.DENSE else [one.id for one in by_words_alone(database, query, pool_size, filters)]
            )
            average = max((one.answer.average for one in answers), default=1.0)
            pool = local_words_pool(database, query, words, found, average)
        if waiting:
            notes.append(_not_yet_indexed(waiting))
        pool, held = joined(database, pool, answers, words, vector, mode, size)
        searched = here + sum(one.answer.count for one in answers)
        result = self._result(in_order(pool, mode, pool_size), held, query, k, context, searched, notes)
        return replace(result, incomplete=bool(lacks))

    def _pool_size(self, k: int) -> int:
        """How many passages are looked at to give k."""
        return k + LOOKED_AT if self._reranker is None else max(k + LOOKED_AT, RERANKED)

    def _attached(self) -> list[Attached]:
        return [] if self._shared is None else self._shared.attached()

    def _result(
        self,
        ranked: list[Ranked],
        held: HeldPassages,
        query: Query,
        k: int,
        context: SearchContext,
        searched: int,
        notes: list[str],
    ) -> SearchResult:
        hits, lack = self._hits(ranked, held, query, k, context)
        if lack:
            notes.append(lack)
        told = [replace(hit, close=is_close(hit, one, query.text) or holds(hit, query.text)) for hit, one in hits]
        told = read_closely(self._reranker, query.text, told, context)
        if not any(hit.close for hit in told):
            notes.insert(0, NOTHING_CLOSE)
        return SearchResult(
            query=query.text,
            hits=tuple(told),
            close=sum(hit.close for hit in told),
            searched=searched,
            note="; ".join(notes),
            unranked=lack,
            quantities=tuple(facts_of(query.text, context.day).quantities),
        )

    def _opened(self, mode: Mode, *, anyway: bool = False) -> OpenIndex | None:
        """The index in use, None where words alone must do; `anyway`: other evidence is there, if the index is not."""
        folder = self._workspace.index_path
        with self._lock:
            mark = changed_at(folder)
            if self._index is None or mark != self._mark:
                self._problem = ""
                try:
                    self._index = opened_index(folder)
                except IndexProblemError as error:
                    if self._strict or mode is Mode.DENSE:
                        raise
                    self._index, self._problem = None, f"{error} Words alone were searched."
                self._mark = mark
            if self._index is None and not self._problem:
                self._problem = "there is no index yet: words alone were searched; run `workbench reindex`"
            if self._index is None and mode is Mode.DENSE and not anyway:
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
            self._verify(index, encoder)
            return encoder.encode([text])[0], ""  # a model that is shared may be loaded here only now
        except ModelUnavailableError as error:
            if mode is Mode.DENSE or self._strict:
                if isinstance(error.__cause__, ImportError) or (error.__cause__ and short_of(error.__cause__)):
                    raise  # no other index would help
                raise IndexProblemError(
                    f"{error} The index was made with {index.manifest.model}; "
                    "`workbench reindex` makes it again with a model that is here."
                ) from error
            return None, f"{error} Words alone were searched."
        except IndexProblemError as error:
            if mode is Mode.DENSE or self._strict:
                raise
            return None, f"{error} Words alone were searched."

    def _found(self, by: Callable[[Vectors | None], F], vector: Vectors | None, mode: Mode, notes: list[str]) -> F:
        """What is found by a vector; by words alone where the search by meaning is opened only now, and is damaged."""
        try:
            return by(vector)
        except IndexProblemError as error:
            if self._strict or mode is Mode.DENSE or vector is None:
                raise
            notes.append(f"{error} Words alone were searched.")
            return by(None)

    def _verify(self, index: OpenIndex, encoder: Encoder) -> None:
        """Encode a sample of a newly opened index again."""
        if self._verified is not index:
            if wrong_vectors(self._workspace, index, encoder):
                folder = self._workspace.index_path
                raise IndexProblemError(f"the index in {folder} holds vectors of other texts; {MEND_ALL}.")
            self._verified = index

    def _hits(
        self, ranked: list[Ranked], held: HeldPassages, query: Query, k: int, context: SearchContext
    ) -> tuple[list[tuple[Hit, Ranked]], str]:
        """The first k passages that do not repeat an earlier one or the article, explained; why none is reranked."""
        scores, lack = dict[int, float](), ""
        if self._reranker is not None and ranked:
            ranked, scores, lack = reranked(self._reranker, ranked, query.text, self._workspace.database, held)
        # What someone already checked comes first, when it is about the same thing.
        ranked = sorted(ranked[: k + LOOKED_AT], key=lambda one: not same_claim(one))
        texts = store.texts(self._workspace.database, [one.id for one in ranked])
        texts |= {number: store.Text(source.id, passage.text) for number, (passage, source) in held.items()}
        chosen, repeated = chosen_of([one for one in ranked if one.id in texts], texts, query, k, context.article)
        return explained(self._workspace.database, chosen, repeated, held, query, context, scores), lack


def _not_yet_indexed(waiting: int) -> str:
    found = "1 new passage is" if waiting == 1 else f"{waiting:,} new passages are"
    return f"{found} found by words alone until `workbench reindex`"


def searcher_for(
    workspace: Workspace, rerank: str | None = None, *, collections: bool = True, strict: bool = True
) -> tuple[Searcher, str]:
    """A searcher over all evidence with the reranker of this name, and why it goes without one, if it does.

    Args:
        workspace: The workspace.
        rerank: See `search`.
        collections: Ask the collections too.
        strict: See `Searcher`.
    """
    reranker, lack = None, ""
    if rerank:
        try:
            reranker = reranker_for(rerank)
        except ModelUnavailableError as error:
            lack = unranked(error)
    shared = SharedEvidence(workspace, seconds=COMMAND_SECONDS) if collections else None
    return Searcher(workspace, reranker=reranker, strict=strict, shared=shared), lack


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
    """Search once; see `Searcher.search`. A damaged index or encoder is an error, a missing index is told.

    A reranker that cannot be used is told too, in the note and in `unranked`: the search goes on without it.

    Args:
        rerank: "stance" for the shipped model, which joins the search's own order; or name or folder of a
            sentence-transformers cross-encoder that orders the best passages again.
    """
    searcher, lack = searcher_for(workspace, rerank)
    result = searcher.search(
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
    return replace(result, unranked=lack, note="; ".join(filter(None, (result.note, lack)))) if lack else result
