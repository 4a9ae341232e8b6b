"""An index as a reader has it: one generation, mapped, checked, never changing under its hands."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from workbench.domain.errors import IndexProblemError
from workbench.index.array_files import MEND, map_array
from workbench.index.exact import ExactIndex
from workbench.index.ivf import IvfIndex
from workbench.index.lexical import LexicalIndex
from workbench.index.manifest import MANIFEST, Manifest, analyzer_in_use, check_files, read_manifest
from workbench.index.vectors import HASH_BYTES, HASHES, VECTORS, restored

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from workbench.domain.ports import VectorIndex, Vectors
    from workbench.index.vectors import Stored

Neighbours = Callable[["Manifest", "VectorIndex", "Callable[[], VectorIndex]"], "VectorIndex"]
"""Gives who searches by meaning: of the manifest, the mapped vectors, and what opens the search in this process."""

IDS, ROWS, IVF = "passages.ids", "passages.rows", "neighbours.faiss"
GROUPS, KINDS, LANGUAGES = "passages.groups", "passages.kinds", "passages.languages"
TRIES = 3


class OpenIndex:
    """One generation of the index. Safe to use from several threads at once."""

    def __init__(self, folder: Path, manifest: Manifest, neighbours: Neighbours | None = None) -> None:
        """Check and map the files of a generation.

        Args:
            folder: The index folder.
            manifest: Of the generation.
            neighbours: Gives who searches by meaning; without it this process does.
        Raises:
            IndexProblemError: Something is missing, truncated, changed or foreign, or its words are stemmed otherwise.
        """
        check_files(folder, manifest)
        if not manifest.counts_words_as_we_do:
            made = manifest.analyzer or "those of an older version"
            raise IndexProblemError(
                f"the index in {folder} is stale: its words were stemmed by other rules ({made}) than those in use "
                f"({analyzer_in_use()}); {MEND}."
            )
        self.manifest = manifest
        place = folder / manifest.folder
        self.ids: NDArray[np.int64] = map_array(place / IDS, np.int64, manifest.count)
        rows = map_array(place / ROWS, np.int32, manifest.count)
        if len(rows) and (int(rows.min()) < 0 or int(rows.max()) >= manifest.rows):
            raise IndexProblemError(f"the index in {folder} does not fit its vectors; {MEND}.")
        self.groups: NDArray[np.uint64] = map_array(place / GROUPS, np.uint64, manifest.count)
        """What tells the passages of one document from those of others, for each passage."""
        self.kinds: NDArray[np.uint8] = map_array(place / KINDS, np.uint8, manifest.count)
        """The kind of its source, as its place in the list of kinds."""
        self.languages: NDArray[np.uint8] = map_array(place / LANGUAGES, np.uint8, manifest.count)
        """The language by whose rules its words were stemmed, as its place in the list of languages."""
        self.in_language = tuple(np.bincount(self.languages).tolist())
        """How many passages there are of each language."""
        vectors: Stored = map_array(
            folder / manifest.vectors / VECTORS, np.int16, manifest.rows * manifest.dimension
        ).reshape(-1, manifest.dimension)
        self._rows, self._vectors, self._vectors_folder = rows, vectors, folder / manifest.vectors
        exact = ExactIndex(self.ids, rows.astype(np.int64), vectors)
        self.lexical = LexicalIndex(place)
        if self.lexical.count != manifest.count:
            raise IndexProblemError(f"the index in {folder} does not fit its words; {MEND}.")
        own = partial(_searching_here, place, manifest, self.ids, exact)
        self.dense: VectorIndex = own() if neighbours is None else neighbours(manifest, exact, own)

    def sample(self, size: int) -> tuple[NDArray[np.int64], NDArray[np.uint8], Vectors]:
        """Ids (ascending), text hashes, shape (n, 32), and vectors of up to `size` passages, spread evenly."""
        at = np.unique(np.linspace(0, len(self.ids) - 1, min(size, len(self.ids))).astype(np.int64))
        rows = self._rows[at]
        known = map_array(self._vectors_folder / HASHES, np.uint8, self.manifest.rows * HASH_BYTES)
        return self.ids[at], known.reshape(-1, HASH_BYTES)[rows], restored(self._vectors[rows])

    def positions(self, ids: NDArray[np.int64]) -> NDArray[np.int64]:
        """Where passages stand in the index, -1 for those that are not in it."""
        if not len(self.ids):
            return np.full(len(ids), -1, dtype=np.int64)
        at = np.minimum(np.searchsorted(self.ids, ids), len(self.ids) - 1)
        return np.where(self.ids[at] == ids, at, -1)


def _searching_here(place: Path, manifest: Manifest, ids: NDArray[np.int64], exact: ExactIndex) -> VectorIndex:
    """Who searches by meaning in this very process."""
    return exact if manifest.factory == "Flat" else IvfIndex(place / IVF, manifest.nprobe, ids, exact)


def open_index(folder: Path, neighbours: Neighbours | None = None) -> OpenIndex | None:
    """Open the index in use, None without one.

    A reindex may put a new generation in place between reading the manifest and mapping the files; then the new one
    is opened.

    Args:
        folder: The index folder.
        neighbours: See `OpenIndex`.
    Raises:
        IndexProblemError: It is damaged, foreign or of another version.
    """
    for attempt in range(TRIES):
        manifest = read_manifest(folder)
        if manifest is None:
            return None
        try:
            return OpenIndex(folder, manifest, neighbours)
        except IndexProblemError:
            newer = read_manifest(folder)
            if attempt + 1 == TRIES or newer is None or newer.generation == manifest.generation:
                raise
    return None


def changed_at(folder: Path) -> tuple[int, int] | None:
    """A mark of the manifest in use that differs after every reindex; None when there is no index."""
    try:
        status = (folder / MANIFEST).stat()
    except OSError:
        return None
    return status.st_mtime_ns, status.st_ino
