"""Files out, in one piece: whoever looks sees the old file or the new one."""

from __future__ import annotations

import errno
import os
import re
import sys
from collections.abc import Iterable
from pathlib import Path

from workbench.domain.errors import BadInputError
from workbench.domain.system_errors import reason
from workbench.system.whole_files import copy_parts, write_file

_SQLITE = b"SQLite format 3\0"
_RECORD = re.compile(r"claims\.(?:db(?:-\w+)?|before-restore-\d+\.db|schema-.*\.db)|proposals\.jsonl", re.IGNORECASE)


def check_replaceable(path: Path) -> None:
    """Refuse to write over a workspace: its record, what was kept of it, its index. Links are followed.

    Raises:
        BadInputError: The file belongs to a workspace.
    """
    from workbench.services.workspace import INDEX_NAME
    from workbench.store.database import DATABASE_NAME

    real = Path(os.path.realpath(path))
    if (real.parent / DATABASE_NAME).is_file() and _RECORD.fullmatch(real.name):
        raise BadInputError(f"{path} belongs to the workspace {real.parent}; name another file.")
    for folder in real.parents:
        if folder.name == INDEX_NAME and (folder.parent / DATABASE_NAME).is_file():
            raise BadInputError(f"{path} belongs to the index of the workspace {folder.parent}; name another file.")


def _check_no_database(path: Path) -> None:
    """Refuse to write anything but a database over one: it may be a record, or the only backup of one."""
    check_replaceable(path)
    if not path.is_file():
        return
    try:
        with path.open("rb") as file:
            there = file.read(len(_SQLITE))
    except OSError:
        return  # what cannot be read is told when it is written
    if there == _SQLITE:
        raise BadInputError(
            f"{path} is a database, maybe a record or its backup; name another file, or remove it first."
        )


def check_reachable(path: Path) -> None:
    """Look whether a file could be written, without writing it.

    Raises:
        BadInputError: It is a folder or a part of a workspace, or its folder is missing or cannot be written.
    """
    if path.is_dir():
        raise BadInputError(f"{path} cannot be written: {os.strerror(errno.EISDIR)}.")
    if path.exists() and not path.is_file():
        return
    _check_no_database(path)
    folder = Path(os.path.realpath(path)).parent
    if not folder.is_dir():
        raise BadInputError(f"{path} cannot be written: {os.strerror(errno.ENOENT)}.")
    if not os.access(folder, os.W_OK | os.X_OK):
        raise BadInputError(f"{path} cannot be written: {os.strerror(errno.EACCES)}.")


def write_whole(path: Path, content: bytes | Iterable[bytes]) -> int:
    """Write a file in one piece: a temporary one beside it, then renamed; gives how many bytes it has.

    The content may come in parts, which are written as they come.

    A link is followed and stays a link. A pipe or a device is written to, and so is standard output under any of its
    names (/dev/stdout): a file renamed onto it would take its place for every program of the machine.

    Raises:
        BadInputError: The folder is missing or cannot be written, or the file is a part of a workspace or a database.
    """
    parts = (content,) if isinstance(content, bytes) else content
    try:
        if _is_standard_output(path):
            sys.stdout.flush()
            size = copy_parts(parts, sys.stdout.buffer)
            sys.stdout.buffer.flush()
            return size
        if path.exists() and not path.is_file():
            with path.open("wb") as other:
                return copy_parts(parts, other)
        _check_no_database(path)
        return write_file(Path(os.path.realpath(path)), parts)
    except BrokenPipeError:
        raise
    except OSError as error:
        raise BadInputError(f"{path} cannot be written: {reason(error, path)}.") from error


def _is_standard_output(path: Path) -> bool:
    try:
        return os.path.samestat(path.stat(), os.fstat(sys.stdout.fileno()))
    except (OSError, ValueError):
        # ValueError: standard output is closed, or is no file of the system's
        return False
