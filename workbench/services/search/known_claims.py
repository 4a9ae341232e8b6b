"""The vectors of all rated claims in one matrix, so that holding a claim against them is one product."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

import numpy as np

from workbench.store.claim_vectors import claim_hash, claim_vector, wanted_vectors
from workbench.store.database import Database
from workbench.store.rated_claims import RatedClaim

if TYPE_CHECKING:
    from workbench.domain.ports import Vectors

    Encode = Callable[[Sequence[str]], Vectors]

QUESTIONS = 64
"""Claims compared at once: so many similarities a rated claim are held at a time."""
ENCODED = 512
FEW = 500
"""Vectors that are asked for one by one; for more the whole table is read."""


class KnownClaims:
    """Ids of rated claims and their unit vectors, exact (no approximation): 100,000 of 384 numbers are 150 MB.

    Args:
        model: The key of the model that made the vectors.
        dimension: How many numbers a vector has; left out, as many as the first one.
    """

    def __init__(self, model: str, dimension: int = 0) -> None:
        self.model, self.dimension = model, dimension
        self._ids = np.zeros(0, dtype=np.int64)
        self._vectors: Vectors = np.zeros((0, 0), dtype=np.float32)
        self._rows: dict[int, int] = {}
        self._free: list[int] = []

    def __len__(self) -> int:
        return len(self._rows)

    def take(self, database: Database, claims: Sequence[RatedClaim], encode: Encode) -> None:
        """Add claims; those whose words were not encoded yet are, and kept in the database."""
        by_hash: dict[str, list[int]] = {}
        words: dict[str, str] = {}
        for claim in claims:
            key = claim_hash(claim.text)
            by_hash.setdefault(key, []).append(claim.id)
            words[key] = claim.text
        if not by_hash:
            return
        for key, vector in self._kept(database, words):
            self._put(by_hash[key], vector, len(claims))
            del words[key]
        missing = list(words.items())
        for begin in range(0, len(missing), ENCODED):
            part = missing[begin : begin + ENCODED]
            for (key, _), vector in zip(part, encode([text for _, text in part]), strict=True):
                self._put(by_hash[key], vector, len(claims))

    def _kept(self, database: Database, words: Mapping[str, str]) -> Iterator[tuple[str, Vectors]]:
        if len(words) > FEW:
            for key, vector in wanted_vectors(database, self.model, frozenset(words)):
                if self.fits(vector):
                    yield key, vector
            return
        for key, text in list(words.items()):
            if (kept := claim_vector(database, text, self.model)) is not None and self.fits(kept):
                yield key, kept

    def fits(self, vector: Vectors) -> bool:
        """Whether a vector has as many numbers as the others: one that has not is of no use here."""
        return self.dimension in (0, len(vector))

    def put_all(self, claim_ids: Sequence[int], vectors: Vectors) -> None:
        """Add claims with their vectors, shape (n, dimension)."""
        for claim_id, vector in zip(claim_ids, vectors, strict=True):
            self._put([claim_id], vector, len(claim_ids))

    def forget(self, claim_ids: Iterable[int]) -> None:
        """Leave claims out: they are no longer rated, or are rated in other words."""
        for claim_id in claim_ids:
            row = self._rows.pop(claim_id, None)
            if row is not None:
                self._ids[row] = 0
                self._vectors[row] = 0
                self._free.append(row)

    def nearest(self, vectors: Vectors, most: int, least: float) -> list[list[tuple[int, float]]]:
        """(claim, cosine) of the nearest rated claims of each vector, shape (n, dimension), nearest first."""
        if vectors.shape[1] != self._vectors.shape[1]:  # nothing is known, or they are another model's
            return [[] for _ in vectors]
        found: list[list[tuple[int, float]]] = []
        for begin in range(0, len(vectors), QUESTIONS):
            similar = vectors[begin : begin + QUESTIONS] @ self._vectors.T
            for row in similar:
                at = np.flatnonzero(row >= least)
                at = at[np.argsort(-row[at], kind="stable")[:most]]
                found.append([(int(self._ids[i]), float(row[i])) for i in at if self._ids[i]])
        return found

    def _put(self, claim_ids: Sequence[int], vector: Vectors, expected: int) -> None:
        if not self.fits(vector):
            return
        self.dimension = len(vector)
        for claim_id in claim_ids:
            if not self._free:
                self._grow(expected)
            row = self._rows[claim_id] = self._free.pop()
            self._ids[row], self._vectors[row] = claim_id, vector

    def _grow(self, expected: int) -> None:
        """Make room: for all that is to come at first, then for half as many again."""
        before = len(self._ids)
        more = max(256, expected if before == 0 else before // 2)
        self._ids = np.concatenate([self._ids, np.zeros(more, dtype=np.int64)])
        grown = np.zeros((before + more, self.dimension), dtype=np.float32)
        if before:
            grown[:before] = self._vectors
        self._vectors = grown
        self._free = list(range(before + more - 1, before - 1, -1))
