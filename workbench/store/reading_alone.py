"""How a database is opened where nothing can be written beside it: in a read-only folder, or on a full disk."""

from __future__ import annotations

from pathlib import Path

from workbench.domain.errors import WorkspaceError

READ_ONLY = "{} cannot be written: the file or its folder is read-only."
FULL = "{} could not be written: the disk is full or failing."


_INDEX_BYTES = 32_768
"""An index is so large at least; of one that a full disk has no room for, the beginning may lie there."""


class FullDiskError(WorkspaceError):
    """SQLite found no room for what it writes beside a database, or for what it was to write."""


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
    return f"{address}&immutable=1"
