"""Exact nearest neighbours: every vector is looked at."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING, Any

import numpy as np

from workbench.index.select import best
from workbench.index.vectors import restored

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from workbench.domain.ports import Vectors
    from workbench.index.vectors import Stored

SMALL = 20_000
"""Up to so many vectors are compared by numpy, in a copy in memory: loading FAISS would take longer than the search."""

CHUNK = 16_384
"""Rows turned into float32 at a time, so that memory stays small however many there are."""

HELD = 200_000
"""Up to so many vectors a copy that FAISS scans is kept in memory; more are read from the file each time."""

WORTH_ALL = 8
"""Scanning this many times the passages asked for is quicker than gathering the ones asked for."""

SPARE = 20
"""Neighbours scanned for beyond the ones wanted: the scan rounds, and the true scores of the best decide."""


class ExactIndex:
    """Inner products with all rows. It needs no file of its own: `rows[i]` of `vectors` belongs to passage `ids[i]`."""

    def __init__(self, ids: NDArray[np.int64], rows: NDArray[np.int64], vectors: Stored) -> None:
        """Take passage ids (ascending), the row of each, and the vectors as they stand in the file."""
        self._ids = ids
        self._rows = rows
        self._vectors = vectors
        self.small, self.held = SMALL, HELD
        self._scan: Any = None
        self._copy: Vectors | None = None
        self._lock = threading.Lock()

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
        asked = self.count if positions is None else len(positions)
        scores = np.full((len(queries), k), -np.inf, dtype=np.float32)
        found = np.full((len(queries), k), -1, dtype=np.int64)
        if not asked:
            return scores, found
        if self.small < self.count <= self.held and asked * WORTH_ALL >= self.count:
            near = self._scanned(queries, min(asked, k + SPARE), positions)
        else:
            near = self._gathered(queries, k, positions)
        for i, (query, at) in enumerate(zip(queries, near, strict=True)):
            exact = restored(self._vectors[self._rows[at]]) @ query
            order = np.lexsort((at, -exact))[:k]
            scores[i, : len(order)] = exact[order]
            found[i, : len(order)] = self._ids[at[order]]
        return scores, found

    def scores_of(self, query: Vectors, ids: NDArray[np.int64]) -> NDArray[np.float32]:
        """Inner products of one query, shape (dimension,), with the given passages; nan for those it does not hold."""
        at = np.searchsorted(self._ids, ids)
        at = np.minimum(at, max(0, len(self._ids) - 1))
        scores = np.full(len(ids), np.nan, dtype=np.float32)
        if len(self._ids):
            held = self._ids[at] == ids
            scores[held] = restored(self._vectors[self._rows[at[held]]]) @ query
        return scores

    def vectors_of(self, positions: NDArray[np.int64]) -> Vectors:
        """The vectors at positions of the index, shape (len(positions), dimension)."""
        return restored(self._vectors[self._rows[positions]])

    def _scanned(self, queries: Vectors, k: int, positions: NDArray[np.int64] | None) -> list[NDArray[np.int64]]:
        """Positions of the k nearest of every query, by a scan of the copy in memory."""
        import faiss

        scan = self._held()
        # One query is bound by memory: threads would only wait for each other, and on a busy machine they wait long.
        faiss.omp_set_num_threads(1)
        parameters = None
        if positions is not None:
            taking_part = np.zeros(self.count, dtype=bool)
            taking_part[positions] = True
            # both kept in names of their own: FAISS does not hold on to them
            bits = np.packbits(taking_part, bitorder="little")
            selector = faiss.IDSelectorBitmap(self.count, faiss.swig_ptr(bits))
            parameters = faiss.SearchParameters()
            parameters.sel = selector
        _, at = scan.search(np.ascontiguousarray(queries, dtype=np.float32), k, params=parameters)
        return [row[row >= 0] for row in at]

    def _held(self) -> Any:
        """The vectors in the order of the passages as half-precision numbers, which the processor multiplies itself."""
        with self._lock:
            if self._scan is None:
                import faiss

                faiss.omp_set_num_threads(1)
                scan = faiss.IndexScalarQuantizer(
                    self.dimension, faiss.ScalarQuantizer.QT_fp16, faiss.METRIC_INNER_PRODUCT
                )
                for begin in range(0, self.count, CHUNK):
                    scan.add(restored(self._vectors[self._rows[begin : begin + CHUNK]]))
                self._scan = scan
            return self._scan

    def _gathered(self, queries: Vectors, k: int, positions: NDArray[np.int64] | None) -> list[NDArray[np.int64]]:
        """Positions of the k nearest of every query: from a copy in memory where there are few, else from the file."""
        copy = self._few() if self.count <= self.small else None
        asked = np.arange(self.count, dtype=np.int64) if positions is None else positions
        scores = [np.empty(0, dtype=np.float32) for _ in queries]
        near = [np.empty(0, dtype=np.int64) for _ in queries]
        for begin in range(0, len(asked), CHUNK):
            part = asked[begin : begin + CHUNK]
            vectors = self.vectors_of(part) if copy is None else copy if len(part) == self.count else copy[part]
            products = queries @ vectors.T
            for i, row in enumerate(products):
                top = best(row, part, k)
                here, there = np.concatenate([scores[i], row[top]]), np.concatenate([near[i], part[top]])
                kept = best(here, there, k)
                scores[i], near[i] = here[kept], there[kept]
        return near

    def _few(self) -> Vectors:
        """All vectors in the order of the passages."""
        with self._lock:
            if self._copy is None:
                self._copy = restored(self._vectors[self._rows])
            return self._copy
