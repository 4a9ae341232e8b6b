"""Files out, in one piece: whoever looks sees the old file or the new one."""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Iterable
from pathlib import Path

from workbench.domain.errors import BadInputError
from workbench.domain.system_errors import reason
from workbench.system.whole_files import copy_parts, write_file


def check_reachable(path: Path) -> None:
    """Look whether a file could be written, without writing it.

    Raises:
        BadInputError: It is a folder, or its folder is missing or cannot be written.
    """
    if path.is_dir():
        raise BadInputError(f"{path} cannot be written: {os.strerror(errno.EISDIR)}.")
    if path.exists() and not path.is_file():
        return
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
        BadInputError: The folder is missing or cannot be written.
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
