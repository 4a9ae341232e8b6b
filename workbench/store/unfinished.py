"""Half-made copies of a database: named so that they are found, locked while somebody makes them, removed when not.

A process that is killed cannot clean up behind itself, and a copy of a confidential database is nothing to leave lying
under a hidden name. Each workspace notes where a copy is being made; whoever comes next removes what nobody holds.
"""

from __future__ import annotations

import os
import secrets
import stat
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from workbench.system.locks import lock

NOTE = ".workbench-copies"
"""The file in a workspace that names the copies being made, one path a line."""

_PREFIX, _SUFFIX = ".workbench-", ".db"
ALL = 0o666
_PARTS = ("", "-journal", "-wal", "-shm")


@contextmanager
def half_made(
    target: Path, workspace: Path | None, *, like: Path | None = None, made_with: int = ALL
) -> Iterator[Path]:
    """A temporary file in the folder of `target`, gone afterwards unless it was renamed.

    Args:
        target: What the file is to become.
        workspace: The folder that notes it; None, or one that cannot be written, notes nothing.
        like: The database whose words it will hold: who cannot read that one cannot read this one.
        made_with: The rights that it is made with where nothing has its name yet, less what the umask takes.
    """
    sweep(target.parent)
    handle, path = _begun(target.parent, workspace, made_with)
    try:
        if like is not None and hasattr(os, "fchmod"):
            before = target.stat() if target.exists() else os.fstat(handle)
            os.fchmod(handle, stat.S_IMODE(before.st_mode) & rights_where_it_lies(like))
        yield path
    finally:
        _remove(path)
        # closed last: as long as it is open, the file is taken for one that is being made
        os.close(handle)
        if workspace is not None:
            sweep(workspace)


def rights_where_it_lies(path: Path) -> int:
    """Who can read and write a file: what a folder above it keeps from its group or from others, it keeps from them."""
    rights = stat.S_IMODE(path.stat().st_mode) & ALL
    for folder in path.resolve().parents:
        mode = folder.stat().st_mode
        rights &= ~(0o066 if not mode & stat.S_IXGRP and not mode & stat.S_IXOTH else 0)
        rights &= ~(0o006 if not mode & stat.S_IXOTH else 0)
    return rights


def _begun(folder: Path, workspace: Path | None, rights: int) -> tuple[int, Path]:
    while True:
        path = folder / f"{_PREFIX}{secrets.token_hex(8)}{_SUFFIX}"
        if workspace is not None:
            _note(workspace, path)
        handle = os.open(path, os.O_RDWR | os.O_CREAT | os.O_EXCL, rights)
        with suppress(OSError):  # a file system without locks
            lock(handle)
        if path.exists():
            return handle, path
        os.close(handle)  # somebody swept between the two steps


def left_behind(folder: Path) -> list[Path]:
    """Copies that were begun for this workspace, or in this folder, and that nobody is making any more."""
    found = {path for path in folder.glob(f"{_PREFIX}*{_SUFFIX}*") if path.suffix.startswith(_SUFFIX)}
    noted = {path for path in _noted(folder) if path.exists()}
    bases = {path.with_name(path.name.partition(_SUFFIX)[0] + _SUFFIX) for path in found | noted}
    return sorted(base for base in bases if _abandoned(base))


def sweep(folder: Path) -> list[Path]:
    """Remove what was left behind in a folder or for a workspace; gives what was removed."""
    gone = []
    for path in left_behind(folder):
        with suppress(OSError):
            _remove(path)
            gone.append(path)
    note = folder / NOTE
    if note.exists() and not any(path.exists() for path in _noted(folder)):
        with suppress(OSError):
            note.unlink()
    return gone


def _abandoned(path: Path) -> bool:
    """Whether no process holds the file."""
    try:
        handle = os.open(path, os.O_RDONLY)
    except FileNotFoundError:
        return any(path.with_name(path.name + part).exists() for part in _PARTS)
    except OSError:
        return False
    try:
        lock(handle, wait=False)
    except OSError:
        return False
    finally:
        os.close(handle)
    return True


def _remove(path: Path) -> None:
    for part in _PARTS:
        path.with_name(path.name + part).unlink(missing_ok=True)


def _note(workspace: Path, path: Path) -> None:
    with suppress(OSError), (workspace / NOTE).open("a", encoding="utf-8", errors="surrogateescape") as note:
        note.write(f"{path.resolve()}\n")
        note.flush()
        os.fsync(note.fileno())


def _noted(folder: Path) -> list[Path]:
    try:
        lines = (folder / NOTE).read_text(encoding="utf-8", errors="surrogateescape").splitlines()
    except OSError:
        return []
    # the note may be anybody's: only names of ours are ever touched
    return [Path(line) for line in lines if Path(line).name.startswith(_PREFIX) and Path(line).suffix == _SUFFIX]
