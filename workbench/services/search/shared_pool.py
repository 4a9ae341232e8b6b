"""What the workspace and its collections found, in one pool: scored by the same words' rarity and the same encoder.

How rare a word is, is counted over all of them together, as if their passages lay in one index. So scores can be
compared, and one order is made of all.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from workbench.domain.evidence import Passage, Source
from workbench.domain.fusion import Candidate
from workbench.domain.passages import encoded_text
from workbench.domain.searching import Mode, document_number
from workbench.domain.shared_evidence import SharedPassage
from workbench.index.lexical import K1, B
from workbench.language.text.analyzer import Forms, stems
from workbench.language.text.stemmers import LANGUAGES, analysed_as
from workbench.language.text.stop_words import STOP_WORDS
from workbench.services.collections.asking import CollectionAnswer
from workbench.services.collections.keeping import kept_ids
from workbench.services.search.retrieval import MOST_WORDS, CandidatePool, Query, placed
from workbench.store import search as store

if TYPE_CHECKING:
    from workbench.domain.ports import Vectors
    from workbench.index.opened import OpenIndex
    from workbench.store.database import Database

HeldPassages = dict[int, tuple[Passage, Source]]
"""Passages that are not in claims.db, by their number."""


@dataclass(frozen=True, slots=True)
class WeighedWords:
    """The words of a search, weighed over everything that is searched."""

    weights: dict[Forms, float]
    """The rarity of each word times its count."""
    by_stem: dict[str, float]

    def score(self, counts: Mapping[str, int], length: int, average: float) -> float:
        """BM25 of a passage, as the index scores its own."""
        norm = K1 * (1 - B + B * length / average)
        return sum(
            weight * counts[stem] * (K1 + 1) / (counts[stem] + norm)
            for stem, weight in self.by_stem.items()
            if counts.get(stem)
        )

    def coverage(self, held: frozenset[str]) -> float:
        """The weighted share of the words that a passage with these stems holds."""
        total = sum(self.weights.values())
        return sum(weight for forms, weight in self.weights.items() if forms & held) / total if total else 0.0


def languages_of_all(local: Sequence[str], answers: Sequence[CollectionAnswer]) -> tuple[str, ...]:
    """The languages by whose rules the passages of all are read: the workspace's own first."""
    return tuple(dict.fromkeys((*local, *(name for one in answers for name in one.languages))))


def weigh(index: OpenIndex | None, query: Query, answers: Sequence[CollectionAnswer], here: int) -> WeighedWords:
    """How much each word counts; `here` is how many passages the workspace has."""
    total = here + sum(one.answer.count for one in answers)
    read_as: Counter[str] = Counter()
    if index is not None:
        read_as.update({LANGUAGES[number]: count for number, count in enumerate(index.in_language) if count})
    for one in answers:
        read_as.update(one.languages)

    def rarity(forms: Forms) -> float:
        common = sum(count for name, count in read_as.items() if query.written[forms] in STOP_WORDS.get(name, ()))
        held = common + sum(one.answer.frequencies.get(stem, 0.0) for one in answers for stem in forms)
        if index is not None:
            held += sum(map(index.lexical.frequency, forms))
        held = min(held, total)
        return float(np.log1p((total - held + 0.5) / (held + 0.5)))

    weighed = {forms: rarity(forms) * count for forms, count in query.counts.items()}
    chosen = dict(sorted(weighed.items(), key=lambda item: (-item[1], sorted(item[0])))[:MOST_WORDS])
    by_stem: dict[str, float] = {}
    for forms, weight in chosen.items():
        for stem in sorted(forms):
            by_stem[stem] = by_stem.get(stem, 0.0) + weight
    return WeighedWords(chosen, by_stem)


def local_words_pool(
    database: Database, query: Query, words: WeighedWords, found: Sequence[int], average: float
) -> CandidatePool:
    """Passages of a workspace without an index, found by their words, scored as the others are.

    Args:
        database: Holds their texts.
        query: What is asked.
        words: Its words, weighed.
        found: Their ids.
        average: Words of a passage on average.
    """
    ids = np.array(sorted(found), dtype=np.int64)
    candidates, coverage, places = [], {}, {}
    for passage_id, text, place in zip(
        ids.tolist(), store.passage_words(database, ids), store.passage_places(database, ids), strict=True
    ):
        rules = analysed_as(place.language)
        counts = Counter(stems(encoded_text(*text), rules))
        length = counts.total()
        group = document_number(place.source_id, place.title)
        candidates.append(Candidate(passage_id, None, words.score(counts, length, average), length, group))
        coverage[passage_id] = words.coverage(frozenset(counts))
        places[passage_id] = (place.kind, rules)
    by_words = placed({c.id: c.lexical for c in candidates if c.lexical})
    return CandidatePool(candidates, by_words, {}, coverage, places)


def joined(
    database: Database,
    pool: CandidatePool,
    answers: Sequence[CollectionAnswer],
    words: WeighedWords,
    vector: Vectors | None,
    mode: Mode,
    size: int,
) -> tuple[CandidatePool, HeldPassages]:
    """One pool of what the workspace and its collections found; and those that are in a collection alone.

    A passage that was copied into the workspace before is the workspace's own, with the scores that the collection
    gives it.

    Args:
        database: Tells which were copied.
        pool: What the workspace found.
        answers: What the collections found.
        words: The words, weighed.
        vector: Of what is asked, shape (dimension,); None where meaning is not searched.
        mode: Which side answers.
        size: How many each side brings along.
    """
    copies = kept_ids(database, [passage.id for one in answers for passage in one.answer.passages])
    candidates = {one.id: one for one in pool.candidates}
    coverage, places = dict(pool.coverage), dict(pool.places)
    held: HeldPassages = {}
    near = list(pool.by_meaning)
    named = list(pool.by_words)
    for one in answers:
        meant = set(one.answer.near)
        for passage in one.answer.passages:
            shown, source = passage.as_passage(one.name)
            number = copies.get(passage.id, shown.id)
            if number == shown.id:
                held[number] = (shown, source)
            counts = Counter(passage.stems)
            lexical = words.score(counts, len(passage.stems), one.answer.average)
            candidates[number] = Candidate(
                number,
                _meaning(vector if one.by_meaning else None, passage),
                lexical,
                len(passage.stems),
                document_number(passage.source_key, source.title),
            )
            coverage[number] = words.coverage(frozenset(counts))
            places[number] = (source.kind, passage.analysed_as)
            if lexical and mode is not Mode.DENSE:
                named.append(number)
            if passage.id in meant:
                near.append(number)
    by_words = _first(placed({i: candidates[i].lexical for i in named}), size)
    by_meaning = _first(placed({i: candidates[i].dense for i in near if candidates[i].dense is not None}), size)
    taking_part = sorted({*by_words, *by_meaning})
    chosen = CandidatePool([candidates[i] for i in taking_part], by_words, by_meaning, coverage, places)
    return chosen, {number: both for number, both in held.items() if number in candidates}


def _meaning(vector: Vectors | None, passage: SharedPassage) -> float | None:
    if vector is None or passage.vector is None or passage.vector.shape != vector.shape:
        return None
    return float(vector @ passage.vector)


def _first(places: dict[int, int], size: int) -> dict[int, int]:
    return {number: place for number, place in places.items() if place <= size}
