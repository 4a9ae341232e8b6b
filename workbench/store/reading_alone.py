"""How a database is opened where nothing can be written beside it: in a read-only folder, or on a full disk."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from workbench.domain.errors import OutOfReachError, WorkspaceError

READ_ONLY = "{} cannot be written: the file or its folder is read-only."
FULL = "{} could not be written: the disk is full or failing."

AT_REST = "&immutable=1"
"""Ends the address of a file that nobody is taken to write to."""

_INDEX_BYTES = 32_768
"""An index is so large at least; of one that a full disk has no room for, the beginning may lie there."""


Lying = tuple[tuple[int, int, int], ...]
"""How a database lies on the disk: its file and its log, each with its number, size and time of the last change."""


class FullDiskError(WorkspaceError):
    """SQLite found no room for what it writes beside a database, or for what it was to write."""


class OvertakenError(OutOfReachError):
    """A file that nobody was taken to write to was written to while it was read: what was read is of two states."""


def reading_address(path: Path) -> str:
    """The URI that opens a database in a folder that cannot be written.

    SQLite reads a write-ahead log only beside its index (`-shm`), which it cannot make there. Without a log all is in
    the file itself, and "immutable" tells SQLite that it needs neither (https://www.sqlite.org/wal.html#readonly).

    Raises:
        WorkspaceError: The log holds changes, and its index is missing: reading without it would show an older state.
    """
    log, index = (path.with_name(path.name + ending) for ending in ("-wal", "-shm"))
    address = f"{path.resolve().as_uri()}?mode=ro"
    if log.exists() and index.exists() and index.stat().st_size >= _INDEX_BYTES:
        return address
    if log.exists() and log.stat().st_size:
        raise WorkspaceError(
            f"{path} cannot be read where nothing can be written: its latest changes are still in {log.name}; "
            "copy the workspace and open the copy."
        )
    return address + AT_REST


def lying(path: Path) -> Lying:
    """How a database lies on the disk now; it is another as soon as anybody wrote to it.

    "Immutable" is a promise that nobody can keep: where a disk has room again, or who may write comes from elsewhere,
    the file changes, and SQLite would mix what it remembers with what it reads and call that damaged.
    """
    return tuple(_found(one) for one in (path, path.with_name(path.name + "-wal")))


def refuse_overtaken(path: Path, lay: Lying | None) -> None:
    """Refuse what was read of a file that lay there otherwise when it was opened; None: it was not taken to be at rest.

    Raises:
        OvertakenError: Somebody has written to it since.
    """
    if lay is not None and lay != lying(path):
        raise OvertakenError(f"{path} was changed by somebody else while it was read; it is not damaged: try again.")


@contextmanager
def of_one_state(path: Path, lay: Lying | None) -> Iterator[None]:
    """Refuse what was read in the block where the file changed meanwhile, and call nothing damaged for that.

    Raises:
        OvertakenError: As for `refuse_overtaken`.
    """
    try:
        yield
    except sqlite3.DatabaseError:
        refuse_overtaken(path, lay)
        raise
    refuse_overtaken(path, lay)


def _found(path: Path) -> tuple[int, int, int]:
    try:
        found = path.stat()
    except OSError:
        return (0, 0, 0)
    return (found.st_ino, found.st_size, found.st_mtime_ns)
