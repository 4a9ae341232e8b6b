"""Locks on open files that go with their process, however it ends.

Not filelock: what is locked here is the very file that is being made or described, or a folder, and the lock must not
need another file that a kill would leave behind.
"""

from __future__ import annotations

import os
from pathlib import Path

try:
    import fcntl
except ImportError:  # Windows
    fcntl = None  # type: ignore[assignment]

KNOWN: bool = fcntl is not None
"""Whether this system has locks that go with their process."""
FOLDER_LOCK = ".workbench-lock"
"""Stands in for a folder where folders cannot be opened."""


def lock(handle: int, *, wait: bool = True) -> None:
    """Hold an open file against others.

    Args:
        handle: Its descriptor; closing it lets the lock go.
        wait: Whether to wait for who holds it now.

    Raises:
        BlockingIOError: Somebody else holds it, and `wait` is False.
        OSError: The file system knows no locks.
    """
    if fcntl is not None:
        fcntl.flock(handle, fcntl.LOCK_EX | (0 if wait else fcntl.LOCK_NB))


def open_folder(folder: Path) -> int:
    """A descriptor that stands for a folder, to be locked and closed.

    Raises:
        OSError: There is no such folder, or it may not be opened.
    """
    if os.name == "posix":
        return os.open(folder, os.O_RDONLY)
    return os.open(folder / FOLDER_LOCK, os.O_RDWR | os.O_CREAT, 0o666)


def held_by_others(path: Path) -> bool:
    """Whether a process holds a file or folder, or it cannot be told."""
    if not KNOWN:
        return True
    try:
        handle = open_folder(path)
    except OSError:
        return True
    try:
        lock(handle, wait=False)
    except OSError:
        return True
    finally:
        os.close(handle)
    return False
