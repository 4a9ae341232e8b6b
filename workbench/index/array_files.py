"""Raw arrays and JSON on disk: written whole or not at all, checked when they are opened."""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from workbench.domain.errors import IndexProblemError
from workbench.domain.system_errors import reason, short_of
from workbench.system.whole_files import sync_folder, write_file

if TYPE_CHECKING:
    from numpy.typing import DTypeLike, NDArray

CHUNK = 1 << 22
MEND = "run `workbench reindex`"


@contextmanager
def explained(folder: Path) -> Iterator[None]:
    """Turn what the operating system says while the index is written into one sentence.

    Raises:
        IndexProblemError: The disk is full, the folder is read-only, or it cannot be reached.
    """
    try:
        yield
    except OSError as error:
        why = reason(error, folder)
        raise IndexProblemError(
            f"{folder} cannot be written ({why[0].lower()}{why[1:]}); the index in use was left as it is. "
            f"Make room or give write permission, then {MEND}."
        ) from error


def unreadable(name: str | Path, error: BaseException) -> IndexProblemError:
    """What there is to say of a file of the index that cannot be read: damage, or the system is short of something."""
    lack = short_of(error)
    return IndexProblemError(f"the index file {name} cannot be read{f': {lack}.' if lack else f'; {MEND}.'}")


def write_array(path: Path, values: NDArray[Any]) -> None:
    """Write an array as raw little-endian bytes and see that they are on the disk."""
    with path.open("wb") as file:
        values.astype(values.dtype.newbyteorder("<"), copy=False).tofile(file)
        file.flush()
        os.fsync(file.fileno())


def map_array(path: Path, dtype: DTypeLike, count: int | None = None) -> NDArray[Any]:
    """Map a raw array read-only without loading it; `count` items of it, all when None.

    Raises:
        IndexProblemError: The file is missing or shorter than that.
    """
    kind = np.dtype(dtype).newbyteorder("<")
    if count == 0:
        return np.empty(0, dtype=kind)
    try:
        size = path.stat().st_size // kind.itemsize
        if count is not None and size < count:
            raise IndexProblemError(f"the index file {path.name} is truncated; {MEND}.")
        length = size if count is None else count
        if length == 0:
            return np.empty(0, dtype=kind)
        # A plain array over the mapping: numpy.memmap objects are slow to slice.
        return np.asarray(np.memmap(path, dtype=kind, mode="r", shape=(length,)))
    except OSError as error:
        raise unreadable(path.name, error) from error


def write_json(path: Path, value: Any) -> None:
    """Replace a JSON file in one step: a reader sees the old one or the new one."""
    write_file(path, [(json.dumps(value, indent=2, sort_keys=True) + "\n").encode()])
    sync_folder(path.parent)


def digest_of(path: Path, length: int | None = None) -> str:
    """Sha256 of the first `length` bytes of a file, of all when None."""
    digest = hashlib.sha256()
    left = path.stat().st_size if length is None else length
    with path.open("rb") as file:
        while left > 0 and (chunk := file.read(min(CHUNK, left))):
            digest.update(chunk)
            left -= len(chunk)
    return digest.hexdigest()
