"""Candidates of both sides, scored on both, in one order."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from workbench.domain.documents import SourceKind
from workbench.domain.fusion import Candidate, fuse
from workbench.domain.passages import encoded_text
from workbench.domain.searching import Mode, document_key
from workbench.domain.words import is_number, stems, words
from workbench.index.select import best
from workbench.store import search as store

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from workbench.domain.ports import Vectors
    from workbench.index.reader import OpenIndex
    from workbench.store.database import Database

POOL = 100
"""Candidates each side brings along, at least."""

MOST_WORDS = 64
"""Words of a query that are looked up, those that tell most; a pasted page is searched by its rarest words."""

MOST_GONE = 400
"""Removed passages the index still holds that a search makes up for."""


@dataclass(frozen=True, slots=True)
class Query:
    """The words of a search: each stem with its count, and which of them are names or numbers."""

    text: str
    counts: dict[str, int]
    names: frozenset[str]
    numbers: frozenset[str]


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


def read_query(text: str) -> Query:
    """Count the words of a query and tell names (capitalised, not at the start) and numbers."""
    counts: Counter[str] = Counter()
    names, numbers = set(), set()
    for word in words(text):
        counts[word.stem] += 1
        if is_number(word.stem):
            numbers.add(word.stem)
        elif word.start > 0 and text[word.start].isupper():
            names.add(word.stem)
    return Query(text, dict(counts), frozenset(names), frozenset(numbers))


def retrieve(
    index: OpenIndex,
    database: Database,
    query: Query,
    vector: Vectors | None,
    mode: Mode,
    k: int,
    allowed: NDArray[np.int64] | None = None,
) -> list[Ranked]:
    """Find and order passages.

    Args:
        index: The open index.
        database: Tells what was removed or added since the index was made: the former never comes back, the latter
            is found by its words.
        query: The words.
        vector: Their vector, shape (dimension,); None for a lexical search.
        mode: Which side answers.
        k: How many are wanted.
        allowed: Ids (ascending) of the only passages that take part; all when None.
    Returns:
        At least k passages where there are as many candidates, best first, equal scores by id.
    """
    pool = max(POOL, k)
    weights = _weights(index, query)
    removed = index.positions(store.removed_passages(database))
    removed = removed[removed >= 0]
    lexical = index.lexical.scores(weights) if weights else np.zeros(len(index.ids), dtype=np.float32)
    lexical_ids = _best_words(index, lexical, pool, allowed, removed) if mode is not Mode.DENSE else []
    dense_ids: list[int] = []
    if vector is not None and mode is not Mode.LEXICAL:
        _, found = index.dense.search(vector[np.newaxis], pool + min(len(removed), MOST_GONE), allowed)
        gone = set(index.ids[removed].tolist())
        dense_ids = [i for i in found[0].tolist() if i >= 0 and i not in gone][:pool]
    fresh = _fresh(index, database, query, weights, pool, allowed) if mode is not Mode.DENSE else {}
    ids = list(dict.fromkeys([*lexical_ids, *dense_ids, *fresh]))
    found_places = store.places(database, ids)
    ids = sorted(i for i in ids if i in found_places)
    if not ids:
        return []
    of_words = {*lexical_ids, *fresh}
    return _ordered(index, query, weights, lexical, vector, mode, ids, of_words, set(dense_ids), fresh, found_places)


def _ordered(
    index: OpenIndex,
    query: Query,
    weights: dict[str, float],
    lexical: NDArray[np.float32],
    vector: Vectors | None,
    mode: Mode,
    ids: list[int],
    of_words: set[int],
    of_meaning: set[int],
    fresh: dict[int, float],
    found_places: dict[int, store.Place],
) -> list[Ranked]:
    array = np.array(ids, dtype=np.int64)
    positions = index.positions(array)
    held = positions >= 0
    safe = np.maximum(positions, 0)
    meaning = index.dense.scores_of(vector, array) if vector is not None else np.full(len(ids), np.nan)
    lengths = index.lexical.lengths[safe] if len(index.ids) else np.zeros(len(ids))
    shares = {
        what: _coverage(index, {w: weights[w] for w in chosen if w in weights}, safe)
        for what, chosen in (("names", query.names), ("numbers", query.numbers), ("all", frozenset(weights)))
    }
    candidates = []
    for i, passage_id in enumerate(ids):
        words_score = float(lexical[safe[i]]) if held[i] else fresh.get(passage_id)
        place = found_places[passage_id]
        candidates.append(
            Candidate(
                id=passage_id,
                dense=None if np.isnan(meaning[i]) else float(meaning[i]),
                lexical=words_score,
                length=int(lengths[i]) if held[i] else 0,
                names=float(shares["names"][i]) if held[i] else 0.0,
                numbers=float(shares["numbers"][i]) if held[i] else 0.0,
                group=document_key(place.source_id, place.title),
            )
        )
    coverage = {passage_id: float(shares["all"][i]) if held[i] else 0.0 for i, passage_id in enumerate(ids)}
    by_words = _ranks({c.id: c.lexical for c in candidates if c.id in of_words and c.lexical})
    by_meaning = _ranks({c.id: c.dense for c in candidates if c.id in of_meaning and c.dense is not None})
    if mode is Mode.HYBRID:
        order = [(item.candidate, item.score) for item in fuse(candidates)]
    else:
        ranks = by_words if mode is Mode.LEXICAL else by_meaning
        chosen = sorted((c for c in candidates if c.id in ranks), key=lambda c: ranks[c.id])
        order = [(c, (c.lexical if mode is Mode.LEXICAL else c.dense) or 0.0) for c in chosen]
    return [
        Ranked(
            id=c.id,
            score=score,
            dense=c.dense,
            dense_rank=by_meaning.get(c.id),
            lexical=c.lexical if mode is not Mode.DENSE else None,
            lexical_rank=by_words.get(c.id),
            coverage=coverage[c.id],
            kind=found_places[c.id].kind,
        )
        for c, score in order
    ]


def _weights(index: OpenIndex, query: Query) -> dict[str, float]:
    """The query's words with how much each counts: its rarity times how often it is said."""
    rarity = {stem: index.lexical.weight(stem) * count for stem, count in query.counts.items()}
    chosen = sorted(rarity.items(), key=lambda item: (-item[1], item[0]))[:MOST_WORDS]
    return dict(chosen)


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


def _fresh(
    index: OpenIndex,
    database: Database,
    query: Query,
    weights: dict[str, float],
    pool: int,
    allowed: NDArray[np.int64] | None,
) -> dict[int, float]:
    """Passages added since the index was made, by their words, scored as the index would score them."""
    last = index.manifest.last_id
    if not store.count_after(database, last):
        return {}
    found = [i for i, _ in store.find_words(database, raw_words(query.text), 2 * pool, after_id=last)]
    if allowed is not None:
        found = [i for i in found if i in set(allowed.tolist())]
    ids = sorted(found)
    texts = store.passage_words(database, np.array(ids, dtype=np.int64))
    return {i: index.lexical.score_of(stems(encoded_text(*text)), weights) for i, text in zip(ids, texts, strict=True)}


def raw_words(text: str) -> list[str]:
    """The counted words of a text as they are written, for SQLite to stem."""
    return [text[word.start : word.end] for word in words(text)]


def _coverage(index: OpenIndex, weights: dict[str, float], positions: NDArray[np.int64]) -> NDArray[np.float32]:
    """The weighted share of words that each passage holds; 0 where no word is asked for."""
    total = sum(weights.values())
    shares = np.zeros(len(positions), dtype=np.float32)
    for stem, weight in weights.items():
        shares += np.float32(weight / total) * index.lexical.holds(stem, positions)
    return shares


def _ranks(scores: dict[int, float]) -> dict[int, int]:
    order = sorted(scores, key=lambda i: (-scores[i], i))
    return {passage_id: rank for rank, passage_id in enumerate(order, start=1)}
