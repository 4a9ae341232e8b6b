"""What SQLite says about a file, or about text that it cannot take, in one sentence each."""

from __future__ import annotations

import errno
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from workbench.domain.errors import BadInputError, OutOfReachError, WorkspaceError
from workbench.domain.system_errors import no_more_files, reason, too_many_open
from workbench.store.patience import is_busy
from workbench.store.reading_alone import FULL, READ_ONLY, FullDiskError


@contextmanager
def explained(path: Path) -> Iterator[None]:
    """Turn errors about the file itself, or about text that SQLite cannot take, into one sentence each."""
    try:
        yield
    except UnicodeDecodeError as error:
        # the words of SQLite about a damaged table, which quote it
        raise _damaged(path) from error
    except UnicodeEncodeError as error:
        shown = error.object[max(0, error.start - 20) : error.end].encode("utf-8", "replace").decode()
        raise BadInputError(
            f"a text holds half a character, which cannot be stored or searched: {shown!r}; is it from a file or "
            "terminal that is not UTF-8?"
        ) from error
    except OverflowError as error:
        if "SQLite INTEGER" not in str(error):
            raise
        raise BadInputError("a number is larger than any id or place that is stored here.") from error
    except sqlite3.OperationalError as error:
        words = str(error)
        if is_busy(error):
            raise OutOfReachError(
                f"{path} is locked by another program; close it there or try again in a moment."
            ) from error
        if "readonly" in words or "read-only" in words:
            raise WorkspaceError(READ_ONLY.format(path)) from error
        if "unable to open" in words:
            if too_many_open():
                raise OutOfReachError(f"{path} cannot be opened: {reason(OSError(errno.EMFILE, ''))}.") from error
            if no_more_files(path.parent):
                raise OutOfReachError(f"{path} cannot be opened: {reason(OSError(errno.ENOSPC, ''), path)}.") from error
            raise OutOfReachError(f"{path} cannot be opened: check that the folder exists and is yours.") from error
        if "disk is full" in words or "disk I/O" in words:
            raise FullDiskError(FULL.format(path)) from error
        if "Could not decode" in words:
            raise _damaged(path) from error
        if "duplicate column" in words or "already exists" in words:
            raise WorkspaceError(
                f"{path} cannot be upgraded: its tables are not those of the version that it says it is of ({words}); "
                "restore a backup (`workbench restore FILE`)."
            ) from error
        if "no such table" in words or "no such column" in words or "no such module" in words:
            raise WorkspaceError(
                f"{path} lacks a part that every workspace has ({words}); restore a backup (`workbench restore FILE`)."
            ) from error
        raise
    except sqlite3.DatabaseError as error:
        if any(words in str(error) for words in ("malformed", "not a database", "vtable constructor failed")):
            raise _damaged(path) from error
        raise


def _damaged(path: Path) -> WorkspaceError:
    return WorkspaceError(f"{path} is damaged or not a database; restore a copy with `workbench restore FILE`.")
