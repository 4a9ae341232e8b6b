"""Folders in which something is made before it is moved to its place: held while somebody makes it, removed when not.

A process that is killed cannot clean up behind itself. What it left is found by its name, and whoever makes the next
one there removes what no process holds any more.
"""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from workbench.system.locks import held_by_others, lock, open_folder


@contextmanager
def making_folder(parent: Path, prefix: str) -> Iterator[Path]:
    """An empty folder inside a folder of `parent` whose name begins with `prefix`; gone afterwards, with what is in it.

    Raises:
        OSError: It cannot be made.
    """
    with alone_in(parent):  # else whoever sweeps could take it away before it is held
        sweep(parent, prefix)
        temporary = Path(tempfile.mkdtemp(prefix=prefix, dir=parent))
        handle = open_folder(temporary)
        with suppress(OSError):  # a file system without locks
            lock(handle)
    try:
        inner = temporary / "made"
        inner.mkdir()
        yield inner
    finally:
        shutil.rmtree(temporary, ignore_errors=True)
        os.close(handle)
        shutil.rmtree(temporary, ignore_errors=True)  # where what is open cannot be removed


@contextmanager
def alone_in(folder: Path) -> Iterator[None]:
    """Hold a folder against others who do the same; where a file system knows no locks, nobody is held off."""
    handle = open_folder(folder)
    try:
        with suppress(OSError):
            lock(handle)
        yield
    finally:
        os.close(handle)


def sweep(parent: Path, prefix: str) -> list[Path]:
    """Remove the folders that somebody was killed over; gives their paths."""
    gone = []
    for path in parent.glob(f"{prefix}*"):
        if path.is_dir() and not path.is_symlink() and not held_by_others(path):
            shutil.rmtree(path, ignore_errors=True)
            gone.append(path)
    return gone
