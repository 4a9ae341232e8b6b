"""One reindex at a time: a lock that the operating system lets go when its holder ends, however it ends."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path

from workbench.domain.errors import WorkspaceError
from workbench.index.array_files import explained
from workbench.system.locks import lock

LOCK = "lock"


@contextmanager
def index_lock(folder: Path, who: str) -> Iterator[None]:
    """Hold the index against other writers; readers need no lock.

    Raises:
        WorkspaceError: Someone else holds it; the message says who and since when.
        IndexProblemError: The folder cannot be written.
    """
    path = folder / LOCK
    with explained(folder):
        folder.mkdir(parents=True, exist_ok=True)
        handle = os.open(path, os.O_RDWR | os.O_CREAT, 0o666)
    try:
        try:
            lock(handle, wait=False)
        except BlockingIOError as error:
            raise WorkspaceError(
                f"{folder} is being reindexed{_holder(path)}; wait until that is done, then try again."
            ) from error
        words = {"pid": os.getpid(), "since": datetime.now(UTC).isoformat(timespec="seconds"), "who": who}
        with explained(folder):
            os.ftruncate(handle, 0)
            os.pwrite(handle, json.dumps(words).encode(), 0)
        yield
    finally:
        # Closing lets the lock go; the file stays, for unlinking it would let two holders in.
        os.close(handle)


def _holder(path: Path) -> str:
    with suppress(OSError, ValueError, KeyError, TypeError):
        holder = json.loads(path.read_text(encoding="utf-8"))
        return f" by {holder['who']} (process {holder['pid']}) since {holder['since']}"
    return " by another process"
