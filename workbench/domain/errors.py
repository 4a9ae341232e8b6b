"""Everything that can go wrong for a user, each with one clear sentence and an exit code."""

from __future__ import annotations

from enum import IntEnum

from workbench.domain.system_errors import short_of


class ExitCode(IntEnum):
    """What the process tells its caller."""

    OK = 0
    """All done."""
    PROBLEMS = 1
    """The check ran and found problems."""
    BAD_INPUT = 2
    """Usage or input is wrong; nothing was changed."""
    INDEX = 3
    """The index is stale or damaged; `workbench reindex` mends it."""
    MODEL = 4
    """A model, or another part of the installation, is missing, damaged or does not load."""
    CRASHED = 70
    """The program failed in a way it did not foresee; this is a fault of its own."""
    INTERRUPTED = 130
    """The user pressed Ctrl-C; what was finished is kept."""


class WorkbenchError(Exception):
    """An error a user can act on. Its text says what is wrong, where, and what to do."""

    exit_code: ExitCode = ExitCode.PROBLEMS


class BadInputError(WorkbenchError):
    """A file, argument or text that cannot be used as given."""

    exit_code = ExitCode.BAD_INPUT


class MissingPartError(BadInputError):
    """The installation lacks something it should have brought; what was given is not to blame."""

    exit_code = ExitCode.MODEL


class MissingExtraError(BadInputError):
    """Something optional is asked for that was not installed; its text names the extra."""

    exit_code = ExitCode.MODEL


def missing_part(error: ImportError) -> str:
    """What the installation lacks when an import fails, or the system is short of, as a clause that says what to do."""
    if lack := short_of(error):  # a library that does not fit is not one that is missing
        return lack
    if isinstance(error, ModuleNotFoundError) and error.name:
        part = error.name
    elif error.name:
        part = f"a working {error.name}"
    else:  # raised by hand, or a shared library that does not load: the first line says which
        part = f"a part ({(str(error).splitlines() or ['an import fails'])[0].rstrip('.')})"
    return f"the installation lacks {part}; install it again"


class WorkspaceError(BadInputError):
    """The folder is no workspace, cannot be written, is locked, or is of another version."""


class OutOfReachError(WorkspaceError):
    """The workspace may be sound, but this program cannot read it now: it is locked, or of a newer version."""


class NotFoundError(BadInputError):
    """An id that names nothing in this workspace."""


class ConflictError(BadInputError):
    """Someone else changed the row after it was read; nothing was written.

    Attributes:
        mine: What the caller wanted to write, as words.
        theirs: What stands in the database now, as words.
        event_id: The event that was to be taken back; 0 elsewhere.
    """

    event_id: int = 0

    def __init__(self, message: str, *, mine: str = "", theirs: str = "") -> None:
        super().__init__(message)
        self.mine = mine
        self.theirs = theirs


class NotAllowedError(BadInputError):
    """The role of whoever works here does not allow the act; nothing was written."""


class LockedError(BadInputError):
    """A published or locked review that only a correction may change.

    Attributes:
        event_id: The event that was to be taken back; 0 elsewhere.
    """

    event_id: int = 0


class CollectionError(BadInputError):
    """A collection, or the engine that keeps it, cannot be reached, refuses, or is not as this program needs it."""


class IndexProblemError(WorkbenchError):
    """The index is missing, stale, foreign or damaged; `workbench reindex` mends it."""

    exit_code = ExitCode.INDEX


class ModelUnavailableError(WorkbenchError):
    """A model file is missing, damaged, of another version, or cannot be loaded."""

    exit_code = ExitCode.MODEL
