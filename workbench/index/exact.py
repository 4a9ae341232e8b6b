"""Exact nearest neighbours: every vector is looked at, straight from the mapped vector file."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from workbench.index.select import best

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from workbench.domain.ports import Vectors

CHUNK = 65_536
"""Rows multiplied at a time, so that memory stays small however many there are."""

WORTH_ALL = 4
"""Multiplying this many times the rows asked for, in file order, is quicker than gathering the ones asked for."""


class ExactIndex:
    """Inner products with all rows. It needs no file of its own: `rows[i]` of `vectors` belongs to passage `ids[i]`."""

    def __init__(self, ids: NDArray[np.int64], rows: NDArray[np.int64], vectors: Vectors) -> None:
        self._ids = ids
        self._rows = rows
        self._vectors = vectors
        self._span = (int(rows.min()), int(rows.max()) + 1) if len(rows) else (0, 0)
        # Rows in file order need no gathering; equal texts share a row, so many indexes are not like that.
        self._straight = len(rows) > 0 and bool(np.array_equal(rows, np.arange(rows[0], rows[0] + len(rows))))

    @property
    def count(self) -> int:
        """How many vectors it holds."""
        return len(self._ids)

    @property
    def dimension(self) -> int:
        """Length of a vector."""
        return int(self._vectors.shape[1])

    def search(
        self, queries: Vectors, k: int, allowed: NDArray[np.int64] | None = None
    ) -> tuple[NDArray[np.float32], NDArray[np.int64]]:
        """The k nearest of every query: scores and passage ids, both (len(queries), k), best first.

        Args:
            queries: Unit vectors, shape (n, dimension).
            k: How many neighbours.
            allowed: Only these passage ids (sorted) take part; all when None.
        Returns:
            Missing neighbours have id -1 and score -inf; equal scores are ordered by id.
        """
        positions = None if allowed is None else np.flatnonzero(np.isin(self._ids, allowed, assume_unique=True))
        ids = self._ids if positions is None else self._ids[positions]
        # One (n, count) block would be 4 GB at a million passages and a thousand queries.
        step = max(1, (1 << 26) // max(1, len(ids)))
        scores = np.full((len(queries), k), -np.inf, dtype=np.float32)
        found = np.full((len(queries), k), -1, dtype=np.int64)
        for begin in range(0, len(queries), step):
            products = self._products(queries[begin : begin + step], positions)
            for i, row in enumerate(products, start=begin):
                top = best(row, ids, k)
                scores[i, : len(top)] = row[top]
                found[i, : len(top)] = ids[top]
        return scores, found

    def scores_of(self, query: Vectors, ids: NDArray[np.int64]) -> NDArray[np.float32]:
        """Inner products of one query, shape (dimension,), with the given passages; nan for those it does not hold."""
        at = np.searchsorted(self._ids, ids)
        at = np.minimum(at, max(0, len(self._ids) - 1))
        scores = np.full(len(ids), np.nan, dtype=np.float32)
        if len(self._ids):
            held = self._ids[at] == ids
            scores[held] = self._vectors[self._rows[at[held]]] @ query
        return scores

    def vectors_of(self, positions: NDArray[np.int64]) -> Vectors:
        """The vectors at positions of the index, copied, shape (len(positions), dimension)."""
        return self._vectors[self._rows[positions]]

    def _products(self, queries: Vectors, positions: NDArray[np.int64] | None) -> NDArray[np.float32]:
        rows = self._rows if positions is None else self._rows[positions]
        if not len(rows):
            return np.empty((len(queries), 0), dtype=np.float32)
        first, stop = self._span
        straight = positions is None and self._straight
        if straight and len(queries) > 1:
            return queries @ self._vectors[first:stop].T
        if len(queries) == 1 and len(rows) * WORTH_ALL >= stop - first:
            # One query is bound by memory: the threads of a matrix product only wait for each other, and on a busy
            # machine they wait long.
            products: NDArray[np.float32] = np.einsum("ij,j->i", self._vectors[first:stop], queries[0])
            return (products if straight else products[rows - first])[np.newaxis]
        out = np.empty((len(queries), len(rows)), dtype=np.float32)
        for begin in range(0, len(rows), CHUNK):
            part = rows[begin : begin + CHUNK]
            out[:, begin : begin + CHUNK] = queries @ self._vectors[part].T
        return out
