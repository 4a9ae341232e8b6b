"""Files read by the machines of a Ray cluster, each in a parser of its own there; what comes of it is as here.

A file is read by a machine that sees the very same one (size and time of change), and what lies in object storage by
one that may fetch it from the same server. Anything that a machine cannot have, or has no part of the installation for,
is read by the one that runs the command, which is also where it is told what is wrong with it: so no node has to be
given a key, and what is skipped, and why, does not depend on it.
"""

from __future__ import annotations

import pickle
import stat
import tempfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from workbench import __version__
from workbench.domain.documents import Document, Skipped
from workbench.domain.errors import WorkbenchError
from workbench.ingest.item import Item
from workbench.ingest.options import Limits, MissingReaderError, UnreadableError
from workbench.ingest.workers import Step, Workers
from workbench.services.collections.cut_documents import CutDocument, cut

if TYPE_CHECKING:
    from workbench.collections.object_storage import ObjectStorage, StoredFile
    from workbench.collections.ray_cluster import RayCluster

FILES = 32
"""Of one portion, at most."""
SHARES = 4
"""Portions for each that works on them, at least, where there are files enough: none waits long for the last."""
ENTRIES, CHARACTERS = 64, 200_000
"""Documents of one answer, and their text, at most; a longer document is one by itself."""
LOOKED_AT = 8
"""Files that show whether a machine sees them all."""

Mark = tuple[int, int]
"""Size of a file, and when it was changed."""
Otherwise = Callable[[Item], Iterator[Step]]


@dataclass(frozen=True, slots=True)
class NotHere:
    """What a node says of a file that it cannot have."""


@dataclass(frozen=True, slots=True)
class FileWanted:
    """One file. Of those in object storage the item has no path."""

    number: int
    item: Item
    mark: Mark | None = None
    stored: StoredFile | None = None


@dataclass(frozen=True, slots=True)
class Portion:
    """Files for one machine.

    Attributes:
        wanted: In order.
        address: Of the object storage, "" for files with a path.
        server: Digest that tells the server of that storage from others.
        folder: Where fetched files may lie meanwhile; "" for where the machine keeps such.
        version: Of the program: another one may cut in other places.
    """

    wanted: tuple[FileWanted, ...]
    address: str = ""
    server: str = ""
    folder: str = ""
    version: str = __version__


Answer = list[tuple[int, Document | Skipped | UnreadableError | NotHere | None]]


class NodeWorkers:
    """Reads as `Workers` does, on a cluster.

    Args:
        cluster: Which.
        jobs: Processes of this machine for what no node can have.
        told: Takes a sentence about how it is done, where that is not what one would think.
    """

    def __init__(self, cluster: RayCluster, jobs: int | None, told: Callable[[str], None]) -> None:
        from workbench.collections.ray_reading import RayReading

        self._cluster, self._jobs, self._told = cluster, jobs, told
        self._reading = RayReading(cluster, read_portion)

    def begin(self) -> None:
        """Begin the cluster, if it was not begun before: of all threads the first has to do it.

        Raises:
            CollectionError: No cluster answers.
            MissingExtraError: Ray is not installed.
        """
        assert self._cluster.ray

    def read(self, items: Iterable[Item]) -> Iterator[Step]:
        """What comes of files, in their order, each ending with None. Documents come cut."""
        wanted = [
            FileWanted(number, replace(item, path=item.path and item.path.absolute()), _mark(item.path))
            for number, item in enumerate(items)
        ]
        return self._read(wanted, Portion(()), self._read_here)

    def read_stored(
        self, storage: ObjectStorage, files: Sequence[tuple[Item, StoredFile]], otherwise: Otherwise
    ) -> Iterator[Step]:
        """The same of files in object storage; `otherwise` reads what no node can fetch."""
        wanted = [FileWanted(number, item, stored=file) for number, (item, file) in enumerate(files)]
        return self._read(wanted, Portion((), storage.exact, storage.server), otherwise)

    def _read(self, wanted: Sequence[FileWanted], empty: Portion, otherwise: Otherwise) -> Iterator[Step]:
        self.begin()
        each = max(1, min(FILES, len(wanted) // (SHARES * self._reading.at_once)))

        def packed(some: Sequence[FileWanted]) -> bytes:
            bare = (replace(one, item=one.item.bare()) for one in some)
            return pickle.dumps(replace(empty, wanted=tuple(bare), folder=self._cluster.folder))

        said = self._reading.sees(sees_portion, packed(wanted[:: 1 + len(wanted) // LOOKED_AT]))
        if here := not all(said):
            self._told(
                f"{said.count(False)} of {len(said)} other machines of the cluster do not have these files, or this "
                "workbench: this one reads them alone."
            )
        portions = (packed(wanted[begin : begin + each]) for begin in range(0, len(wanted), each))
        for data in self._reading.answers(portions, here=here):
            answer: Answer = pickle.loads(data)
            for number, step in answer:
                item = wanted[number].item
                for one, what in otherwise(item) if isinstance(step, NotHere) else [(item, step)]:
                    yield one, cut(what) if isinstance(what, Document) else what

    def _read_here(self, item: Item) -> Iterator[Step]:
        with Workers(self._jobs, item.options.limits) as workers:
            yield from workers.read([item])


# on a node

_kept: dict[Limits, Workers] = {}
"""A parser's process, kept from one portion to the next."""


def read_portion(data: bytes) -> Iterator[bytes]:
    """Read the files of a portion, in their order; the answers are pieces of what `Workers.read` gives."""
    portion: Portion = pickle.loads(data)
    answer: Answer = []
    characters = 0
    for number, step in _steps(portion):
        answer.append((number, cut(step) if isinstance(step, Document) else step))
        last = answer[-1][1]
        characters += sum(len(one.text) for one in last.passages) if isinstance(last, CutDocument) else 0
        if len(answer) >= ENTRIES or characters >= CHARACTERS:
            yield pickle.dumps(answer)
            answer, characters = [], 0
    if answer:
        yield pickle.dumps(answer)


def sees_portion(data: bytes) -> bool:
    """Whether all files of a portion are to be had here."""
    portion: Portion = pickle.loads(data)
    if portion.version != __version__:
        return False
    if not portion.address:
        return all(_mark(one.item.path) == one.mark is not None for one in portion.wanted)
    try:
        from workbench.collections.object_storage import ObjectStorage

        storage = ObjectStorage(portion.address)
        if storage.server != portion.server:
            return False
        return all(storage.is_there(one.stored) for one in portion.wanted if one.stored is not None)
    except WorkbenchError:
        return False


def _steps(portion: Portion) -> Iterator[tuple[int, Document | Skipped | UnreadableError | NotHere | None]]:
    """What comes of each file, in order, with those between that are not to be had."""
    lacking: list[int] = []
    numbers: dict[int, int] = {}
    given = left = -1  # the file that something came of, and the one that a part of the installation is missing for
    if not portion.wanted:
        return
    if portion.version != __version__:
        yield from ((one.number, NotHere()) for one in portion.wanted)
        return
    limits = portion.wanted[0].item.options.limits
    if limits not in _kept:
        for workers in _kept.values():
            workers.close()
        _kept.clear()
        _kept[limits] = Workers(1, limits)
    with tempfile.TemporaryDirectory(prefix="fetched-", dir=portion.folder or None) as folder:
        for item, found in _kept[limits].read(_had(portion, Path(folder), numbers, lacking)):
            number = numbers[id(item)]
            step: Document | Skipped | UnreadableError | NotHere | None = found
            while lacking and lacking[0] < number:
                yield lacking.pop(0), NotHere()
            if step is None and portion.address and item.path is not None:
                item.path.unlink()
            if isinstance(step, MissingReaderError) and given != number:
                left, step = number, NotHere()
            elif left == number:
                continue
            given = number
            yield number, step
    yield from ((number, NotHere()) for number in lacking)


def _had(portion: Portion, folder: Path, numbers: dict[int, int], lacking: list[int]) -> Iterator[Item]:
    """The files that are to be had here, as items; the numbers of the others go to `lacking`."""
    fetch = _fetching(portion) if portion.address else None
    for one in portion.wanted:
        item: Item | None = one.item
        if fetch is not None and one.stored is not None:
            path = folder / str(one.number)
            item = replace(one.item, path=path) if fetch(one.stored, path) else None
        elif _mark(one.item.path) != one.mark or one.mark is None:
            item = None
        if item is None:
            lacking.append(one.number)
            continue
        numbers[id(item)] = one.number
        yield item


def _fetching(portion: Portion) -> Callable[[StoredFile, Path], bool]:
    """What fetches a file in object storage, and says whether it could."""
    from workbench.collections.object_storage import NotFetchedError, ObjectStorage

    try:
        storage = ObjectStorage(portion.address)
    except WorkbenchError:
        return lambda one, path: False
    if storage.server != portion.server:
        return lambda one, path: False

    def fetch(one: StoredFile, path: Path) -> bool:
        try:
            storage.fetch(one, path)
        except (WorkbenchError, NotFetchedError, OSError):  # the machine that runs the command tries, and tells why not
            path.unlink(missing_ok=True)
            return False
        return True

    return fetch


def _mark(path: Path | None) -> Mark | None:
    """What tells a file from another one of its name."""
    if path is None:
        return None
    try:
        found = path.stat()
    except (OSError, ValueError):
        return None
    return (found.st_size, found.st_mtime_ns) if stat.S_ISREG(found.st_mode) else None
