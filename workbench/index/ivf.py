"""Approximate nearest neighbours for large collections: inverted lists of scalar-quantised vectors (FAISS).

Jégou, Douze and Schmid, "Product quantization for nearest neighbor search" (IEEE TPAMI 2011) for the inverted lists.
What the lists give is scored again with the exact vectors, so the scores are those of the exact index.
"""

from __future__ import annotations

import os
from math import log2, sqrt
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from workbench.domain.errors import IndexProblemError
from workbench.index.array_files import MEND, map_array, unreadable
from workbench.index.exact import ExactIndex
from workbench.system.cores import cores
from workbench.system.whole_files import sync_folder

if TYPE_CHECKING:
    from collections.abc import Callable

    from numpy.typing import NDArray

    from workbench.domain.ports import Vectors

RECALL_WANTED = 0.985
"""Of ten neighbours, for stand-ins of questions: that leaves .97 for real ones (docs/performance.md)."""

SAMPLE = 256
"""Questions that recall is measured on."""

OVERFETCH = 4
"""Neighbours taken from the lists for each one wanted, before the exact scores decide."""

BLOCK = 20_000
TRAINING_ROWS_PER_LIST = 40
"""FAISS warns below 39."""


def lists_for(count: int) -> int:
    """How many inverted lists a collection gets: a power of two near 2 √count."""
    return 1 << max(6, round(log2(2 * sqrt(max(count, 1)))))


def factory_for(count: int) -> str:
    """The FAISS factory string of a collection of this size."""
    return f"IVF{lists_for(count)},SQ8"


def build_ivf(
    path: Path, ids: NDArray[np.int64], exact: ExactIndex, dimension: int, told: Callable[[int], None]
) -> tuple[str, int, float]:
    """Train, fill and write an index over `exact`'s vectors, streamed in blocks.

    Args:
        path: Where the FAISS file goes.
        ids: The passage ids of `exact`, in its order.
        exact: The same vectors, searched exactly.
        dimension: Length of a vector.
        told: Called with the number of vectors added so far.
    Returns:
        The factory string, the smallest `nprobe` that reached `RECALL_WANTED`, and the recall@10 it reached.
    """
    import faiss

    faiss.omp_set_num_threads(cores())
    factory = factory_for(len(ids))
    index = faiss.index_factory(dimension, factory, faiss.METRIC_INNER_PRODUCT)
    inner = faiss.extract_index_ivf(index)
    inner.cp.niter = 8
    inner.cp.seed = 1
    inner.cp.max_points_per_centroid = TRAINING_ROWS_PER_LIST
    chooser = np.random.default_rng(1)
    wanted = min(len(ids), inner.nlist * TRAINING_ROWS_PER_LIST)
    index.train(exact.vectors_of(np.sort(chooser.choice(len(ids), wanted, replace=False))))
    for begin in range(0, len(ids), BLOCK):
        positions = np.arange(begin, min(begin + BLOCK, len(ids)))
        index.add_with_ids(exact.vectors_of(positions), ids[positions])
        told(int(positions[-1]) + 1)
    nprobe, recall = _measured_nprobe(index, ids, exact)
    _write(index, path)
    return factory, nprobe, recall


def update_ivf(
    old: Path, path: Path, removed: NDArray[np.int64], added: NDArray[np.int64], ids: NDArray[np.int64],
    exact: ExactIndex,
) -> tuple[int, float]:  # fmt: skip
    """Write a copy of the index `old` without the removed passages and with the added ones, not trained again.

    Returns:
        `nprobe` and the recall@10 it reached, measured again.
    """
    import faiss

    faiss.omp_set_num_threads(cores())
    index = faiss.read_index(str(old))
    if len(removed):
        index.remove_ids(faiss.IDSelectorBatch(removed))
    for begin in range(0, len(added), BLOCK):
        part = added[begin : begin + BLOCK]
        index.add_with_ids(exact.vectors_of(np.searchsorted(ids, part)), part)
    measured = _measured_nprobe(index, ids, exact)
    _write(index, path)
    return measured


def _write(index: Any, path: Path) -> None:
    import faiss

    try:
        faiss.write_index(index, str(path))
    except RuntimeError as error:
        raise OSError(28, "No space left on device") from error
    with path.open("rb") as file:
        os.fsync(file.fileno())
    sync_folder(path.parent)


def _measured_nprobe(index: Any, ids: NDArray[np.int64], exact: ExactIndex) -> tuple[int, float]:
    """The smallest of 1, 2, 3, 4, 6, 9 … lists whose recall@10 against exact search is enough, and that recall."""
    import faiss

    queries = _questions(ids, exact)
    true_scores, _ = exact.search(queries, 10)
    inner = faiss.extract_index_ivf(index)
    nprobe, recall = 1, 0.0
    while True:
        inner.nprobe = min(nprobe, inner.nlist)
        _, found = index.search(queries, 10 * OVERFETCH)
        hits = 0
        for query, row, truth in zip(queries, found, true_scores, strict=True):
            scores = np.sort(exact.scores_of(query, row[row >= 0]))[::-1][:10]
            # Neighbours as near as the true ones count as found: ties have no one right order.
            hits += int(np.sum(scores >= truth[9] - 1e-6))
        recall = hits / (10 * len(queries))
        if recall >= RECALL_WANTED or nprobe >= inner.nlist:
            return int(inner.nprobe), float(recall)
        nprobe = max(nprobe + 1, nprobe * 3 // 2)


def _questions(ids: NDArray[np.int64], exact: ExactIndex) -> Vectors:
    """Passages of the collection, each moved by the difference of two others.

    Passages find each other far more easily than questions find passages: a list often holds a whole document. Moved
    so, they lie as far from their neighbours as real questions do, in directions in which texts do differ.
    """
    chooser = np.random.default_rng(2)
    chosen = chooser.choice(len(ids), (3, min(SAMPLE, len(ids))))
    near, one, other = (exact.vectors_of(positions) for positions in chosen)
    moved: Vectors = near + (one - other) * np.float32(sqrt(0.5))
    moved /= np.linalg.norm(moved, axis=1, keepdims=True)
    return moved


class IvfIndex:
    """A FAISS file with inverted lists, mapped from the disk, refined by the exact vectors."""

    def __init__(self, path: Path, nprobe: int, ids: NDArray[np.int64], exact: ExactIndex) -> None:
        """Open the file.

        Raises:
            IndexProblemError: FAISS cannot read it, or it does not hold as many vectors as `exact`.
        """
        import faiss

        try:
            self._index = faiss.read_index(str(path), faiss.IO_FLAG_MMAP | faiss.IO_FLAG_READ_ONLY)
        except RuntimeError as error:
            raise unreadable(path.name, error) from error
        if self._index.ntotal != exact.count:
            raise IndexProblemError(f"the index file {path.name} belongs to another collection; {MEND}.")
        self._inner = faiss.extract_index_ivf(self._index)
        # After a reindex the file has no name any more, and whoever lets go of it last waits for the system to take
        # back its pages. FAISS would keep the interpreter locked meanwhile, this mapping does not; as attributes are
        # released in the order they were set, it is the last.
        self._file = map_array(path, np.uint8)
        self._nprobe = nprobe
        self._exact = exact
        self._ids = ids

    @property
    def count(self) -> int:
        """How many vectors it holds."""
        return self._exact.count

    def search(
        self, queries: Vectors, k: int, allowed: NDArray[np.int64] | None = None
    ) -> tuple[NDArray[np.float32], NDArray[np.int64]]:
        """The k nearest of every query; see `ExactIndex.search`, whose scores these are.

        A filter that leaves few passages is searched exactly, one that leaves many within more lists, so that
        filtering does not cost recall.
        """
        import faiss

        if allowed is not None and len(allowed) * 8 <= self.count:
            return self._exact.search(queries, k, allowed)
        parameters: Any = faiss.SearchParametersIVF()
        parameters.nprobe = self._nprobe
        if allowed is not None:
            # kept in a name of its own: FAISS does not hold on to it
            selector = faiss.IDSelectorBatch(allowed)
            parameters.sel = selector
            # the k nearest of half the passages lie as deep as the 2k nearest of all
            parameters.nprobe = min(2 * self._nprobe * self.count // len(allowed), self._inner.nlist)
        wanted = min(self.count, k * OVERFETCH if k <= 50 else k + 150)
        # one query is looked up by one thread: starting others takes longer than the few lists
        faiss.omp_set_num_threads(1)
        _, candidates = self._index.search(np.ascontiguousarray(queries), wanted, params=parameters)
        scores = np.full((len(queries), k), -np.inf, dtype=np.float32)
        found = np.full((len(queries), k), -1, dtype=np.int64)
        for i, query in enumerate(queries):
            ids = candidates[i][candidates[i] >= 0]
            exact = self._exact.scores_of(query, ids)
            order = np.lexsort((ids, -exact))[:k]
            scores[i, : len(order)] = exact[order]
            found[i, : len(order)] = ids[order]
        return scores, found

    def scores_of(self, query: Vectors, ids: NDArray[np.int64]) -> NDArray[np.float32]:
        """Inner products of one query with the given passages; nan for those it does not hold."""
        return self._exact.scores_of(query, ids)
