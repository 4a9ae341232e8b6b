"""Candidates of both sides, scored on both, in one order."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import isnan, nan
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from workbench.domain.documents import SourceKind
from workbench.domain.fusion import Candidate, fuse
from workbench.domain.passages import encoded_text
from workbench.domain.searching import KINDS, Filters, Mode, document_number
from workbench.index.select import best
from workbench.language.text.analyzer import Forms, asked, stems
from workbench.language.text.stemmers import ENGLISH, LANGUAGES, analysed_as
from workbench.language.text.stop_words import STOP_WORDS
from workbench.store import search as store

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from workbench.domain.ports import Vectors
    from workbench.index.opened import OpenIndex
    from workbench.store.database import Database

POOL = 100
"""Candidates each side brings along, at least."""

MOST_WORDS = 64
"""Words of a query that are looked up, those that tell most; a pasted page is searched by its rarest words."""

MOST_GONE = 400
"""Removed passages the index still holds that a search makes up for."""


@dataclass(frozen=True, slots=True)
class Query:
    """The words of a search: each, given as its stems, with its count."""

    text: str
    counts: dict[Forms, int]
    written: dict[Forms, str]
    """Each word as it was first written, in lower case."""
    languages: tuple[str, ...]
    """By the rules of which its words are stemmed."""

    @property
    def stems(self) -> frozenset[str]:
        """All stems of all words."""
        return frozenset().union(*self.counts)


@dataclass(frozen=True, slots=True)
class Ranked:
    """A passage in its place, with the scores and ranks that put it there; None where a side did not give one."""

    id: int
    score: float
    dense: float | None
    dense_rank: int | None
    lexical: float | None
    lexical_rank: int | None
    coverage: float
    """Share of the query's words it holds, weighted by how rare they are, 0…1."""
    kind: SourceKind
    language: str
    """By which language's rules its words were stemmed."""


def languages_of(index: OpenIndex | None) -> tuple[str, ...]:
    """The languages by whose rules words were stemmed, those of most passages first; English without an index."""
    if index is None:
        return (ENGLISH,)
    held = [(count, LANGUAGES[number]) for number, count in enumerate(index.in_language) if count]
    return tuple(name for _, name in sorted(held, key=lambda item: -item[0])) or (ENGLISH,)


def read_query(text: str, languages: Sequence[str] = (ENGLISH,)) -> Query:
    """Count the words of a query.

    Args:
        text: The query, in any language.
        languages: By the rules of which its words are stemmed: those of the passages, see `languages_of`.
    """
    counts: Counter[Forms] = Counter()
    written: dict[Forms, str] = {}
    for word in asked(text, languages):
        counts[word.forms] += 1
        written.setdefault(word.forms, text[word.start : word.end].lower())
    return Query(text, dict(counts), written, tuple(languages))


def by_words_alone(database: Database, query: Query, count: int, filters: Filters) -> list[Ranked]:
    """The passages that a workspace without an index finds, best first, at most `count`."""
    allowed, without = store.allowed_passages(database, filters), store.left_out(database, filters)
    limit = count + len(without) if allowed is None else 100_000
    found = store.find_words(database, query.written.values(), limit)
    left: NDArray[np.int64] = np.array([i for i, _ in found], dtype=np.int64)
    kept = ~np.isin(left, without)
    if allowed is not None:
        kept &= np.isin(left, allowed)
    found = [item for item, stays in zip(found, kept.tolist(), strict=True) if stays][:count]
    there = store.places(database, [i for i, _ in found])
    return [
        Ranked(i, score, None, None, score, rank, 0.0, there[i].kind, analysed_as(there[i].language))
        for rank, (i, score) in enumerate((item for item in found if item[0] in there), start=1)
    ]


class CandidatePool(NamedTuple):
    """What either side of a search found, scored on both."""

    candidates: list[Candidate]
    """By id ascending."""
    by_words: dict[int, int]
    """The place of each passage that the words found."""
    by_meaning: dict[int, int]
    """The place of each passage that meaning found."""
    coverage: dict[int, float]
    places: dict[int, tuple[SourceKind, str]]


def retrieve(
    index: OpenIndex,
    database: Database,
    query: Query,
    vector: Vectors | None,
    mode: Mode,
    k: int,
    allowed: NDArray[np.int64] | None = None,
    without: NDArray[np.int64] | None = None,
) -> list[Ranked]:
    """Find and order passages; the arguments are those of `pooled`.

    Returns:
        At least k passages where there are as many candidates, best first, equal scores by id.
    """
    return in_order(pooled(index, database, query, vector, mode, k, allowed, without), mode, k)


def in_order(pool: CandidatePool, mode: Mode, k: int) -> list[Ranked]:
    """The passages of a pool in the order of a mode, at least k where there are as many."""
    scores = {c.id: c for c in pool.candidates}
    if mode is Mode.HYBRID:
        order = [(item.candidate, item.score) for item in fuse(pool.candidates)]
    elif mode is Mode.LEXICAL:
        order = [(scores[i], scores[i].lexical or 0.0) for i in pool.by_words]
    else:
        order = [(scores[i], scores[i].dense or 0.0) for i in pool.by_meaning]
    return [
        Ranked(
            id=c.id,
            score=score,
            dense=c.dense,
            dense_rank=pool.by_meaning.get(c.id),
            lexical=c.lexical if mode is not Mode.DENSE else None,
            lexical_rank=pool.by_words.get(c.id),
            coverage=pool.coverage[c.id],
            kind=pool.places[c.id][0],
            language=pool.places[c.id][1],
        )
        for c, score in (order if k >= POOL else order[:k])
    ]


def pooled(
    index: OpenIndex,
    database: Database,
    query: Query,
    vector: Vectors | None,
    mode: Mode,
    k: int,
    allowed: NDArray[np.int64] | None = None,
    without: NDArray[np.int64] | None = None,
    weights: dict[Forms, float] | None = None,
) -> CandidatePool:
    """Find passages by words and by meaning, and score each on both.

    Args:
        index: The open index.
        database: Tells what was removed or added since the index was made: the former never comes back, the latter
            is found by its words.
        query: The words.
        vector: Their vector, shape (dimension,); None for a lexical search.
        mode: Which side answers.
        k: How many are wanted.
        allowed: Ids (ascending) of the only passages that take part; all when None.
        without: Ids of a few passages that take no part.
        weights: How much each word counts; by its rarity in the index when None.
    """
    size = max(POOL, k)
    weights = _weights(index, query) if weights is None else weights
    gone = store.removed_passages(database)
    if without is not None and len(without):
        gone = np.concatenate([gone, without])
    removed = index.positions(gone)
    removed = removed[removed >= 0]
    lexical = index.lexical.scores(_by_stem(weights)) if weights else np.zeros(len(index.ids), dtype=np.float32)
    of_words = _best_words(index, lexical, size, allowed, removed) if mode is not Mode.DENSE else []
    of_meaning: list[int] = []
    if vector is not None and mode is not Mode.LEXICAL:
        _, found = index.dense.search(vector[np.newaxis], size + min(len(removed), MOST_GONE), allowed)
        left_out = set(index.ids[removed].tolist())
        of_meaning = [i for i in found[0].tolist() if i >= 0 and i not in left_out][:size]
    fresh = _fresh(index, database, query, weights, size, allowed) if mode is not Mode.DENSE else {}
    if without is not None:
        fresh = {i: one for i, one in fresh.items() if i not in set(without.tolist())}
    candidates, coverage, places = _candidates(index, weights, lexical, vector, {*of_words, *of_meaning}, fresh)
    scores = {c.id: c for c in candidates}
    by_words = placed({i: scores[i].lexical for i in (*of_words, *fresh) if scores[i].lexical})
    by_meaning = placed({i: scores[i].dense for i in of_meaning if scores[i].dense is not None})
    return CandidatePool(candidates, by_words, by_meaning, coverage, places)


def _candidates(
    index: OpenIndex,
    weights: dict[Forms, float],
    lexical: NDArray[np.float32],
    vector: Vectors | None,
    found: set[int],
    fresh: dict[int, _Fresh],
) -> tuple[list[Candidate], dict[int, float], dict[int, tuple[SourceKind, str]]]:
    """What is known of every passage that either side found, by id ascending.

    Of each the share of words, and its kind and language.
    """
    ids = sorted(found)
    array = np.array(ids, dtype=np.int64)
    positions = index.positions(array)
    meaning = index.dense.scores_of(vector, array).tolist() if vector is not None else [nan] * len(ids)
    shares = _shares(index, weights, positions)
    columns = zip(
        ids,
        (None if isnan(value) else value for value in meaning),
        lexical[positions].tolist(),
        index.lexical.lengths[positions].tolist(),
        index.groups[positions].tolist(),
        strict=True,
    )
    candidates = list(map(Candidate._make, columns))
    coverage = dict(zip(ids, shares, strict=True))
    held = zip(ids, index.kinds[positions].tolist(), index.languages[positions].tolist(), strict=True)
    places = {i: (KINDS[kind], LANGUAGES[language]) for i, kind, language in held}
    if fresh:
        candidates += [Candidate(i, None, one.score, group=one.group) for i, one in fresh.items()]
        candidates.sort(key=lambda c: c.id)
        coverage.update(dict.fromkeys(fresh, 0.0))
        places.update({i: (one.kind, one.language) for i, one in fresh.items()})
    return candidates, coverage, places


def _weights(index: OpenIndex, query: Query) -> dict[Forms, float]:
    """The query's words with how much each counts: its rarity times how often it is said.

    A word that is a stop word of some language stands, for all that is known, in every passage of it.
    """
    counted = [(LANGUAGES[number], count) for number, count in enumerate(index.in_language) if count]

    def rarity(forms: Forms) -> float:
        common = sum(count for name, count in counted if query.written[forms] in STOP_WORDS.get(name, ()))
        return index.lexical.weight(forms, common)

    weighed = {forms: rarity(forms) * count for forms, count in query.counts.items()}
    chosen = sorted(weighed.items(), key=lambda item: (-item[1], sorted(item[0])))[:MOST_WORDS]
    return dict(chosen)


def _by_stem(weights: dict[Forms, float]) -> dict[str, float]:
    """What each stem of the query's words counts."""
    found: dict[str, float] = {}
    for forms, weight in weights.items():
        for stem in sorted(forms):
            found[stem] = found.get(stem, 0.0) + weight
    return found


def _best_words(
    index: OpenIndex,
    scores: NDArray[np.float32],
    pool: int,
    allowed: NDArray[np.int64] | None,
    removed: NDArray[np.int64],
) -> list[int]:
    if len(removed):
        scores[removed] = 0
    if allowed is not None:
        at = index.positions(allowed)
        at = at[at >= 0]
        found = at[scores[at] > 0]
    else:
        found = np.flatnonzero(scores)
    # ids rise with positions, so either orders equal scores alike
    chosen = found[best(scores[found], found, pool)]
    return [int(i) for i in index.ids[chosen]]


@dataclass(frozen=True, slots=True)
class _Fresh:
    """A passage that is not in the index yet."""

    score: float
    group: int
    kind: SourceKind
    language: str


def _fresh(
    index: OpenIndex,
    database: Database,
    query: Query,
    weights: dict[Forms, float],
    pool: int,
    allowed: NDArray[np.int64] | None,
) -> dict[int, _Fresh]:
    """Passages added since the index was made, by their words, scored as the index would score them."""
    last = index.manifest.last_id
    if not store.count_after(database, last):
        return {}
    found = [i for i, _ in store.find_words(database, query.written.values(), 2 * pool, after_id=last)]
    if allowed is not None:
        taking_part = set(allowed.tolist())
        found = [i for i in found if i in taking_part]
    ids = np.array(sorted(found), dtype=np.int64)
    by_stem = _by_stem(weights)
    return {
        i: _Fresh(
            index.lexical.score_of(stems(encoded_text(*text), analysed_as(place.language)), by_stem),
            document_number(place.source_id, place.title),
            place.kind,
            analysed_as(place.language),
        )
        for i, text, place in zip(
            ids.tolist(), store.passage_words(database, ids), store.passage_places(database, ids), strict=True
        )
    }


def _shares(index: OpenIndex, weights: dict[Forms, float], positions: NDArray[np.int64]) -> list[float]:
    """The weighted share of the query's words that each passage holds; 0 where the query has none."""
    held = np.zeros(len(positions), dtype=np.float32)
    for forms, weight in weights.items():
        held += index.lexical.holds(forms, positions) * np.float32(weight)
    total = sum(weights.values())
    return (held / np.float32(total) if total else held).tolist()


def placed(scores: Mapping[int, float | None]) -> dict[int, int]:
    """The place of each by its score, equal scores by id; in that order."""
    order = sorted(scores, key=lambda i: (-(scores[i] or 0.0), i))
    return {passage_id: rank for rank, passage_id in enumerate(order, start=1)}
