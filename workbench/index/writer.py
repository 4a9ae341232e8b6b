"""Making a generation of the index: built beside the old one, then put in its place in one step."""

from __future__ import annotations

import hashlib
import shutil
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from workbench.domain.clock import build_time
from workbench.domain.errors import IndexProblemError
from workbench.index.array_files import explained, map_array, write_array
from workbench.index.exact import ExactIndex
from workbench.index.ivf import build_ivf, factory_for, update_ivf
from workbench.index.lexical import FILES, LexicalBuilder, LexicalIndex
from workbench.index.manifest import Manifest, analyzer_in_use, check_files, mark, read_manifest, write_manifest
from workbench.index.opened import GROUPS, IDS, IVF, KINDS, LANGUAGES, ROWS
from workbench.index.vectors import BLOCKS, HASH_BYTES, HASHES, VECTORS, WIDTH, VectorStore
from workbench.system.whole_files import sync_folder

if TYPE_CHECKING:
    from numpy.typing import NDArray

EXACT_UP_TO = 100_000
"""Passages searched exactly; above, inverted lists are made."""

RETRAIN_AFTER = 0.2
"""Share of changed passages after which the inverted lists are trained again instead of updated."""

Told = Callable[[str, int], None]
"""Called with what is being done and how much of it is done."""


@dataclass(frozen=True, slots=True)
class ModelMark:
    """A model as the index knows it: key, digest of its weights, length of its vectors, and how it is loaded again."""

    key: str
    sha256: str
    dimension: int
    name: str = ""
    precision: str = "float32"


@dataclass(frozen=True, slots=True)
class Contents:
    """What the index asks of the passages it is made of; each function gives its answers in the order of the ids."""

    words: Callable[[NDArray[np.int64]], Iterator[tuple[int, list[str]]]]
    """The language of passages, as its place in the list of languages, and their counted words."""
    places: Callable[[NDArray[np.int64]], tuple[NDArray[np.uint64], NDArray[np.uint8]]]
    """The group and the kind of passages, see `OpenIndex`."""


class IndexWriter:
    """The index folder in the hands of the holder of its lock."""

    def __init__(self, folder: Path, model: ModelMark, *, full: bool = False) -> None:
        """Look at what is there.

        Args:
            folder: The index folder.
            model: What makes the vectors.
            full: Use nothing of what is there.
        """
        self.folder = folder
        self._model = model
        self._full = full
        self.previous = self._readable()
        name = "vectors-" + hashlib.sha256(f"{model.key}\n{model.sha256}\n{VECTORS}".encode()).hexdigest()[:12]
        spare = f"{name}-b"
        in_use = self.previous.vectors if self.previous else ""
        if full and in_use == name:
            name, spare = spare, name
        elif not full and in_use == spare:
            name = spare
        self.vectors_name = name
        self.store = VectorStore(folder / name, model.dimension)
        self.damaged_rows = 0
        if not self._trusted():
            self.damaged_rows = self.store.check()

    def is_current(self, digest: str) -> bool:
        """Whether the index in use is whole, of this model, and of exactly these passages."""
        previous = self.previous
        return (
            previous is not None
            and previous.vectors == self.vectors_name
            and previous.digest == digest
            and previous.model_sha256 == self._model.sha256
            and previous.model == self._model.key
            and previous.counts_words_as_we_do
            and self.is_whole
        )

    @property
    def is_whole(self) -> bool:
        """Whether the files of the index in use are as they were written."""
        if self.previous is None:
            return False
        try:
            check_files(self.folder, self.previous)
        except IndexProblemError:
            return False
        return True

    def old_ids(self) -> NDArray[np.int64]:
        """The passage ids of the index in use, none when it cannot be read."""
        if self.previous is None:
            return np.empty(0, dtype=np.int64)
        try:
            ids: NDArray[np.int64] = map_array(self.folder / self.previous.folder / IDS, np.int64, self.previous.count)
        except IndexProblemError:
            return np.empty(0, dtype=np.int64)
        return ids

    def kept(self, ids: NDArray[np.int64], hashes: NDArray[np.uint8]) -> NDArray[np.bool_]:
        """Which of `old_ids` name the same text still: a restored database may give a number to another one."""
        old_ids = self.old_ids()
        if self.previous is None or not len(old_ids) or not len(ids):
            return np.zeros(len(old_ids), dtype=np.bool_)
        try:
            rows = map_array(self.folder / self.previous.folder / ROWS, np.int32, len(old_ids))
            known = map_array(self.folder / self.previous.vectors / HASHES, np.uint8, self.previous.rows * HASH_BYTES)
            old_hashes = known.reshape(-1, HASH_BYTES)[rows]
        except (IndexProblemError, IndexError):
            return np.zeros(len(old_ids), dtype=np.bool_)
        at = np.minimum(np.searchsorted(ids, old_ids), len(ids) - 1)
        same: NDArray[np.bool_] = (ids[at] == old_ids) & (hashes[at] == old_hashes).all(axis=1)
        return same

    def publish(
        self,
        ids: NDArray[np.int64],
        hashes: NDArray[np.uint8],
        digest: str,
        contents: Contents,
        told: Told,
    ) -> Manifest:
        """Build a generation over the given passages and put it in place of the one in use.

        Args:
            ids: Passage ids, ascending.
            hashes: What is encoded of each, shape (n, 32); all of them are in the store.
            digest: Of ids and hashes.
            contents: Tells of the passages what it is asked.
            told: Told of progress.
        Raises:
            IndexProblemError: The folder cannot be written; the index in use is left as it was.
        """
        with explained(self.folder):
            return self._publish(ids, hashes, digest, contents, told)

    def _publish(
        self,
        ids: NDArray[np.int64],
        hashes: NDArray[np.uint8],
        digest: str,
        contents: Contents,
        told: Told,
    ) -> Manifest:
        self._sweep()
        generation = self._next_generation()
        building = self.folder / f"building-{generation:06d}"
        building.mkdir(parents=True)
        try:
            rows = self.store.lookup(hashes)
            write_array(building / IDS, ids)
            write_array(building / ROWS, rows.astype(np.int32))
            kept = self.old_ids()[self.kept(ids, hashes)]
            self._write_passages(building, ids, kept, contents, told)
            exact = ExactIndex(ids, rows, self.store.vectors())
            factory, nprobe, recall = self._write_neighbours(building, ids, kept, exact, told)
            sync_folder(building)
            place = self.folder / f"generation-{generation:06d}"
            building.rename(place)
        except BaseException:
            shutil.rmtree(building, ignore_errors=True)
            raise
        sync_folder(self.folder)
        names = [IDS, ROWS, GROUPS, KINDS, LANGUAGES, *FILES, *([IVF] if factory != "Flat" else [])]
        store = self.folder / self.vectors_name
        marks = {f"{place.name}/{name}": mark(place / name) for name in names}
        if self.store.count:
            marks[f"{store.name}/{VECTORS}"] = mark(store / VECTORS, self.store.count * self._model.dimension * WIDTH)
            marks[f"{store.name}/{HASHES}"] = mark(store / HASHES)
            marks[f"{store.name}/{BLOCKS}"] = mark(store / BLOCKS)
        manifest = Manifest(
            generation=generation,
            folder=place.name,
            vectors=self.vectors_name,
            rows=self.store.count,
            model=self._model.key,
            model_sha256=self._model.sha256,
            model_name=self._model.name,
            precision=self._model.precision,
            dimension=self._model.dimension,
            factory=factory,
            nprobe=nprobe,
            recall_at_10=round(recall, 4),
            count=len(ids),
            digest=digest,
            last_id=int(ids[-1]) if len(ids) else 0,
            built_at=build_time().isoformat(timespec="seconds"),
            analyzer=analyzer_in_use(),
            files=marks,
            libraries={name: version(name) for name in ("numpy", "faiss-cpu")},
        )
        try:
            write_manifest(self.folder, manifest)
        except OSError:
            in_use = self._readable()
            if in_use is None or in_use.generation != generation:
                shutil.rmtree(place, ignore_errors=True)
            raise
        self.previous = manifest
        self._sweep()
        return manifest

    def _write_passages(
        self, building: Path, ids: NDArray[np.int64], same: NDArray[np.int64], contents: Contents, told: Told
    ) -> None:
        """Words, languages, groups and kinds, taken over for passages that are the same still, unless all is new."""
        builder = LexicalBuilder()
        new = ids
        groups, kinds = np.zeros(len(ids), dtype=np.uint64), np.zeros(len(ids), dtype=np.uint8)
        languages = np.zeros(len(ids), dtype=np.uint8)
        old_ids = self.old_ids()
        previous = self.previous
        alike = previous is not None and previous.counts_words_as_we_do
        if len(old_ids) and previous is not None and alike and self.is_whole and not self._full:
            place = self.folder / previous.folder
            at = np.minimum(np.searchsorted(ids, old_ids), max(0, len(ids) - 1))
            positions = np.where(np.isin(old_ids, same), at, -1)
            builder.take_over(LexicalIndex(place), positions, len(ids))
            kept = positions >= 0
            groups[positions[kept]] = map_array(place / GROUPS, np.uint64, len(old_ids))[kept]
            kinds[positions[kept]] = map_array(place / KINDS, np.uint8, len(old_ids))[kept]
            languages[positions[kept]] = map_array(place / LANGUAGES, np.uint8, len(old_ids))[kept]
            new = np.setdiff1d(ids, same, assume_unique=True)
        at = np.searchsorted(ids, new)
        groups[at], kinds[at] = contents.places(new)
        write_array(building / GROUPS, groups)
        write_array(building / KINDS, kinds)
        found = bytearray()
        for number, (language, stems) in enumerate(contents.words(new), start=1):
            found.append(language)
            builder.add(stems)
            if number % 5000 == 0:
                told("indexing words", number)
        languages[at] = np.frombuffer(found, dtype=np.uint8)
        write_array(building / LANGUAGES, languages)
        builder.write(building)

    def _write_neighbours(
        self, building: Path, ids: NDArray[np.int64], same: NDArray[np.int64], exact: ExactIndex, told: Told
    ) -> tuple[str, int, float]:
        if len(ids) <= EXACT_UP_TO:
            return "Flat", 0, 1.0
        previous = self.previous
        if (
            previous is not None
            and previous.vectors == self.vectors_name
            and previous.factory == factory_for(len(ids))
            and self.is_whole
        ):
            old_ids = self.old_ids()
            removed = np.setdiff1d(old_ids, same, assume_unique=True)
            added = np.setdiff1d(ids, same, assume_unique=True)
            if len(removed) + len(added) <= RETRAIN_AFTER * len(ids):
                told("updating neighbours", len(added))
                old = self.folder / previous.folder / IVF
                return previous.factory, *update_ivf(old, building / IVF, removed, added, ids, exact)
        return build_ivf(
            building / IVF, ids, exact, self._model.dimension, lambda done: told("arranging neighbours", done)
        )

    def _readable(self) -> Manifest | None:
        try:
            return read_manifest(self.folder)
        except IndexProblemError:
            return None

    def _trusted(self) -> bool:
        """Whether the vector file is known to be whole without reading it."""
        marks = self.previous.files if self.previous is not None else {}
        for name in (VECTORS, HASHES):
            expected = marks.get(f"{self.vectors_name}/{name}")
            with suppress(OSError):
                status = (self.folder / self.vectors_name / name).stat()
                if expected is not None and (status.st_size, status.st_mtime_ns) == (expected.bytes, expected.mtime_ns):
                    continue
            return False
        return True

    def _next_generation(self) -> int:
        there = [
            int(path.name.rpartition("-")[2])
            for path in self.folder.glob("generation-*")
            if path.name.rpartition("-")[2].isdigit()
        ]
        return 1 + max([self.previous.generation if self.previous else 0, *there])

    def _sweep(self) -> None:
        """Remove what earlier runs left: half-built folders, generations and vectors that nothing points at."""
        kept = {self.previous.folder, self.previous.vectors} if self.previous else set()
        kept.add(self.vectors_name)
        models = {path for path in self.folder.glob("vectors-*") if path.name.removesuffix("-b") + "-b" == path.name}
        for path in [*self.folder.glob("building-*"), *self.folder.glob("generation-*"), *models]:
            twin = path.name.removesuffix("-b")
            if path.name in kept or (path in models and twin not in kept and f"{twin}-b" not in kept):
                continue
            shutil.rmtree(path, ignore_errors=True)
        for path in self.folder.glob("vectors-*"):
            # another model's vectors make going back to it quick, but not those of an older format
            if path.name not in kept and not (path / VECTORS).exists():
                shutil.rmtree(path, ignore_errors=True)
        if self.previous is not None and self.previous.vectors.endswith("-b"):
            stale = self.folder / self.previous.vectors.removesuffix("-b")
            if stale.name not in kept:
                shutil.rmtree(stale, ignore_errors=True)
