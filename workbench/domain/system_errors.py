"""What the operating system refuses, as a clause that is true."""

from __future__ import annotations

import errno
import os
from pathlib import Path

_TOO_MANY = "too many files are open; close other programs or raise the limit (`ulimit -n`)"
_NO_PROCESS = "the system starts no more processes or threads; close other programs"
MEMORY = "there is not enough memory for this; close other programs or give less at a time"


def no_more_files(folder: Path) -> bool:
    """Whether a disk has no room for one more file, whatever space is left on it."""
    try:
        disk = os.statvfs(folder)
    except (OSError, AttributeError):  # AttributeError: the system knows no such question
        return False
    return disk.f_files > 0 and disk.f_favail == 0


def too_many_open() -> bool:
    """Whether this process can open no more files."""
    try:
        os.close(os.open(os.devnull, os.O_RDONLY))
    except OSError as error:
        return error.errno in (errno.EMFILE, errno.ENFILE)
    return False


def reason(error: OSError, path: Path | None = None) -> str:
    """Why something failed, as a clause without a full stop; the system's own words where they say enough.

    Args:
        error: What the system says.
        path: What was to be read or written, where the error does not name it.
    """
    if error.errno == errno.ENOSPC:
        place = Path(os.fsdecode(error.filename)) if isinstance(error.filename, str | bytes) else path
        if place is not None and no_more_files(place if place.is_dir() else place.parent):
            return "its disk holds as many files as it can (it is out of inodes); delete some"
    if error.errno in (errno.EMFILE, errno.ENFILE):
        return _TOO_MANY
    if error.errno == errno.EAGAIN:
        return _NO_PROCESS
    if error.errno == errno.ENOMEM:
        return MEMORY
    return error.strerror or "it cannot be read or written"


def short_of(error: BaseException) -> str | None:
    """What the system is short of when a library fails in words of its own, None where it is something else."""
    words = str(error).lower()
    if isinstance(error, MemoryError) or "cannot allocate memory" in words or "failed to map segment" in words:
        return MEMORY
    if "bad_alloc" in words or "failed to allocate memory" in words:
        return MEMORY
    if "start new thread" in words or "resource temporarily unavailable" in words:
        return _NO_PROCESS
    if "too many open files" in words:
        return _TOO_MANY
    return None
