"""Backups of a workspace's database: a single checked file out, and back."""

from __future__ import annotations

from pathlib import Path

from workbench.domain.errors import BadInputError, OutOfReachError, WorkspaceError
from workbench.services.record.atomic_files import check_replaceable
from workbench.services.review.permissions import require_editor
from workbench.services.workspace import INDEX_NAME, Workspace
from workbench.store.backup import Checked, Progress, bring_back, copy_database
from workbench.store.database import DATABASE_NAME
from workbench.system.whole_files import make_folder_closed_to_others


def backup(workspace: Workspace, path: Path, *, force: bool = False, progress: Progress | None = None) -> Checked:
    """Copy claims.db to one file, consistent while others work. The index is not in it: `reindex` makes it again.

    Args:
        workspace: The open workspace.
        path: The file to write.
        force: Whether a file that is there may be replaced.
        progress: Called with pages copied and pages in all.
    Raises:
        BadInputError: The file is there already, or cannot be written.
    """
    if path.is_dir():
        raise BadInputError(f"{path} is a folder; name the file to write.")
    if path.exists() and path.samefile(workspace.database.path):
        raise BadInputError(f"{path} is the workspace's own database; name another file.")
    check_replaceable(path)
    if path.exists() and not force:
        raise BadInputError(f"{path} exists; name another file, or give --force to replace it.")
    return copy_database(workspace.database, path, progress)


def restore(
    path: Path, folder: Path, *, force: bool = False, reviewer: str | None = None
) -> tuple[Checked, Path | None]:
    """Bring a backup back as the database of a workspace, once it is found sound.

    Where the workspace that is there opens and has roles, an editor does it; a damaged one anybody may mend. One
    that is locked, or of a newer version, is not replaced: its roles cannot be read.

    Args:
        path: The backup.
        folder: The workspace; made when it is missing, closed to other users as a new one, and never more open than
            the backup.
        force: Whether a workspace that is there may give way; its database is kept under another name.
        reviewer: Who does it, as `Workspace.open` takes it.
    Returns:
        What the backup holds, and where the old database is kept (None: there was none).
    Raises:
        OutOfReachError: The workspace that is there is locked, or of a newer version.
        BadInputError: The backup is not sound, or a workspace is there and `force` is not set.
        NotAllowedError: The workspace that is there has roles, and this reviewer is no editor of it.
    """
    if force and (folder / DATABASE_NAME).is_file():
        try:
            with Workspace.open(folder, reviewer=reviewer) as there:
                require_editor(there, "restores")
        except OutOfReachError as error:  # it may be sound, and its roles cannot be read
            raise OutOfReachError(
                f"{error} Or move {DATABASE_NAME} away yourself; what is not there is not replaced."
            ) from error
        except WorkspaceError:
            pass  # it is damaged: whoever has a backup may bring it back
    checked, aside = bring_back(path, folder, force=force)
    make_folder_closed_to_others(folder / INDEX_NAME)
    return checked, aside
