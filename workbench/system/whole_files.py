"""Files out, in one piece: whoever looks sees the old file or the new one."""

from __future__ import annotations

import os
import re
import secrets
import stat
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from typing import BinaryIO

from workbench.system.locks import held_by_others, lock

PRIVATE = 0o600
CLOSED_TO_OTHERS = 0o660
_PREFIX = ".workbench-"
_OURS = re.compile(r"\.workbench-[0-9a-f]{16}")


def copy_parts(parts: Iterable[bytes], file: BinaryIO) -> int:
    """Write parts one after another; gives how many bytes they had."""
    size = 0
    for part in parts:
        file.write(part)
        size += len(part)
    return size


def write_private(target: Path, content: bytes) -> None:
    """Write a file that is nobody's but the user's, whatever the umask says; its folder is made like that too.

    Raises:
        OSError: It cannot be written.
    """
    private_folder(target.parent)
    write_file(target, [content], rights=PRIVATE)


def make_closed_to_others(path: Path) -> None:
    """Make an empty file that its group gets from the umask, and others not; one that is there stays as it is.

    Raises:
        OSError: It cannot be made.
    """
    with suppress(FileExistsError):
        os.close(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, CLOSED_TO_OTHERS))


def make_folder_closed_to_others(folder: Path) -> None:
    """Make a folder that its group gets from the umask, and others not; one that is there stays as it is.

    Raises:
        OSError: It cannot be made.
    """
    folder.parent.mkdir(parents=True, exist_ok=True)
    folder.mkdir(mode=0o770, exist_ok=True)


def private_folder(folder: Path) -> None:
    """Make a folder that others may not open; one that is there stays as it is.

    Raises:
        OSError: It cannot be made.
    """
    folder.parent.mkdir(parents=True, exist_ok=True)
    folder.mkdir(mode=0o700, exist_ok=True)


def write_file(target: Path, parts: Iterable[bytes], *, rights: int | None = None) -> int:
    """Write a file beside its place, see that it is on the disk, and rename it there; gives how many bytes it has.

    A new file gets the rights that any new file of this user gets; one that is replaced passes its rights on, so that
    what was closed to others stays closed; `rights` are those that it gets in any case. A kill leaves the old file, and
    at worst a hidden one beside it, which goes when the next file is written there.

    Raises:
        OSError: It cannot be written; nothing of it is left.
    """
    if rights is None and target.exists():
        rights = stat.S_IMODE(target.stat().st_mode)
    _sweep(target.parent)
    handle, temporary = _begun(target.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            if rights is not None and hasattr(os, "fchmod"):
                os.fchmod(file.fileno(), rights)
            size = copy_parts(parts, file)
            file.flush()
            os.fsync(file.fileno())
        temporary.replace(target)
    finally:
        temporary.unlink(missing_ok=True)
    with suppress(OSError):  # some file systems have nothing to say about folders; the file itself is on the disk
        sync_folder(target.parent)
    return size


def _begun(folder: Path) -> tuple[int, Path]:
    """A new file that this process holds, and where it is."""
    while True:
        path = folder / f"{_PREFIX}{secrets.token_hex(8)}"
        # The system takes the user's umask off by itself: asking for it would mean to change it for the whole process.
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o666)
        with suppress(OSError):  # a file system without locks
            lock(handle)
        if path.exists():
            return handle, path
        os.close(handle)  # somebody swept between the two steps


def _sweep(folder: Path) -> None:
    """Remove what somebody was killed over, for it may be confidential."""
    with suppress(OSError):
        for path in folder.glob(f"{_PREFIX}*"):
            if _OURS.fullmatch(path.name) and path.is_file() and not path.is_symlink() and not held_by_others(path):
                path.unlink(missing_ok=True)


def sync_file(path: Path) -> None:
    """See that a file is on the disk.

    Raises:
        OSError: The disk cannot keep it.
    """
    handle = os.open(path, os.O_RDWR | getattr(os, "O_BINARY", 0))
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def sync_folder(folder: Path) -> None:
    """See that the names in a folder are on the disk; nothing where folders cannot be opened.

    Raises:
        OSError: The disk cannot keep them.
    """
    if os.name != "posix":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
