"""Whole copies of claims.db by SQLite's backup API: consistent while others work, checked before they are trusted."""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

from workbench.domain.errors import BadInputError
from workbench.store import chain
from workbench.store.database import APPLICATION_ID, BUSY_TIMEOUT_MS, DATABASE_NAME, Database, one_at_a_time
from workbench.store.distrust import distrusting
from workbench.store.one_look import in_one_look
from workbench.store.schema_version import SCHEMA_VERSION
from workbench.store.unfinished import half_made
from workbench.system.whole_files import CLOSED_TO_OTHERS, make_folder_closed_to_others

Progress = Callable[[int, int], None]
"""Called with the pages copied and the pages in all."""

_PAGES = 2048
"""Pages copied at a time: others can write between two such steps, and progress is told."""

_TABLES = frozenset({"articles", "claims", "sources", "passages", "evidence", "verdicts", "events", "workspace"})


@dataclass(frozen=True, slots=True)
class Checked:
    """What a sound backup holds."""

    schema: int
    articles: int
    claims: int
    sources: int
    verdicts: int
    head: str = ""
    """The hash of the last event, "" of an empty record, or of a backup from before there was a chain."""


def copy_database(database: Database, target: Path, progress: Progress | None = None) -> Checked:
    """Write a consistent copy of the database as a single file, checked before it gets its name.

    Raises:
        BadInputError: The folder cannot be written, or the copy is not sound.
    """
    if target.exists() and not target.is_file():
        raise BadInputError(f"{target} is no file: a backup cannot be written there.")
    with _explained(target), half_made(target, database.path.parent, like=database.path) as temporary:
        with closing(sqlite3.connect(temporary)) as copy:
            in_one_look(database, lambda: _copy(database.connection.conn, copy, progress))
            # one file, without a log beside it
            copy.execute("PRAGMA journal_mode = DELETE")
        checked = check(temporary, str(database.path))
        temporary.replace(target)
    return checked


def check(path: Path, name: str | None = None) -> Checked:
    """Look whether a file is a sound database of a workspace.

    Args:
        path: The file.
        name: What to call it; its path when left out.
    Raises:
        BadInputError: It is missing, none, of a newer version, or damaged.
    """
    named = name or str(path)
    if not path.is_file():
        raise BadInputError(f"there is no file {named}.")
    try:
        with closing(_read_only(path)) as connection:
            return _checked(connection, named)
    except sqlite3.DatabaseError as error:
        raise BadInputError(f"{named} is not a backup of a workspace, or it is damaged: {error}.") from error


def _checked(connection: sqlite3.Connection, name: str) -> Checked:
    if connection.execute("PRAGMA application_id").fetchone()[0] != APPLICATION_ID:
        raise BadInputError(f"{name} is not a backup of a workspace.")
    schema = int(connection.execute("PRAGMA user_version").fetchone()[0])
    if schema > SCHEMA_VERSION:
        raise BadInputError(
            f"{name} was made by a newer workbench (schema {schema}, this one knows {SCHEMA_VERSION}); upgrade first."
        )
    found = [str(row[0]) for row in connection.execute("PRAGMA integrity_check(1)")]
    if found != ["ok"]:
        raise BadInputError(f"{name} is damaged: {' '.join(found[0].split())[:200]}.")
    lost = connection.execute("PRAGMA foreign_key_check").fetchone()
    if lost is not None:
        raise BadInputError(f"{name} is damaged: a row of {lost[0]} points at a missing row of {lost[2]}.")
    tables = {row[0] for row in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
    if not tables >= _TABLES:
        raise BadInputError(f"{name} is not a whole workspace: {', '.join(sorted(_TABLES - tables))} missing.")

    def count(table: str) -> int:
        return int(connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0])  # noqa: S608

    linked = any(column[1] == "hash" for column in connection.execute("PRAGMA table_info(events)"))
    last = chain.last_link(connection) if linked else (0, "", "")
    return Checked(
        schema, count("articles"), count("claims"), count("sources"), count("verdicts"), last[2] if last[0] else ""
    )


def bring_back(backup: Path, folder: Path, *, force: bool = False) -> tuple[Checked, Path | None]:
    """Put a checked backup in the place of a workspace's claims.db.

    A claims.db that is there is kept under another name. While it is sound, the backup is copied into it in one
    transaction, so that programs that have it open see the old state or the new one; a damaged one is moved away.

    Args:
        backup: The file to bring back.
        folder: The workspace; made when it is missing.
        force: Whether a claims.db that is there may give way.
    Returns:
        What the backup holds, and where the old database is kept (None: there was none).
    Raises:
        BadInputError: The backup is not sound, a workspace is there and `force` is not set, the old database is
            locked, or the folder cannot be written.
    """
    checked = check(backup)
    with _explained(folder / DATABASE_NAME):
        make_folder_closed_to_others(folder)
        with one_at_a_time(folder):
            return checked, _replaced(backup, folder, force=force)


def _replaced(backup: Path, folder: Path, *, force: bool) -> Path | None:
    """Put the backup in place; gives where the old database is kept."""
    target = folder / DATABASE_NAME
    if target.exists() and backup.samefile(target):
        raise BadInputError(f"{backup} is the workspace's own database; there is nothing to bring back.")
    if target.exists() and not force:
        raise BadInputError(
            f"{folder} holds a workspace already; --force replaces it and keeps its database under another name."
        )
    aside = _free_name(folder) if target.exists() else None
    if aside is not None and _is_sound(target):
        _overwrite(target, backup, aside)
        return aside
    like = target if target.exists() else backup
    with half_made(target, target.parent, like=like, made_with=CLOSED_TO_OTHERS) as temporary:
        with (
            closing(_read_only(backup)) as source,
            closing(sqlite3.connect(temporary)) as copy,
        ):
            _copy(source, copy, None)
            copy.execute("PRAGMA journal_mode = WAL")
        if aside is not None:
            _move_away(target, aside)
        temporary.replace(target)
    return aside


def _overwrite(target: Path, backup: Path, aside: Path) -> None:
    """Copy the backup into a sound database, which is kept aside, in one transaction.

    The first step of the copy takes the write lock of the target, and it is held to the end: what is kept aside is
    taken between that step and the next, so that whatever others were told is written is in one of the two files.
    """
    with _same_pages(backup, target) as ready, closing(_read_only(ready)) as source, closing(_connect(target)) as old:
        kept = False

        def keep(copied: int, total: int) -> None:
            nonlocal kept
            if kept:
                return
            with half_made(aside, aside.parent, like=target) as temporary:
                # another connection: it sees what was there before, for the copy is not committed
                with closing(_connect(target)) as reader, closing(sqlite3.connect(temporary)) as safe:
                    _copy(reader, safe, None)
                    safe.execute("PRAGMA journal_mode = DELETE")
                temporary.replace(aside)
            kept = True

        # with a journal in the log's place, nobody could read what is there while it is being replaced
        old.execute("PRAGMA journal_mode = WAL")
        (pages,) = source.execute("PRAGMA page_count").fetchone()
        # the first step must not be the last: with that one the copy is committed
        _copy(source, old, keep, pages=max(1, min(_PAGES, pages // 2)))
        if not kept:
            raise AssertionError("a database was replaced that was not kept")


@contextmanager
def _same_pages(backup: Path, target: Path) -> Iterator[Path]:
    """The backup, or a copy of it with the pages of the target: SQLite copies into a database with a log only those."""
    with closing(_read_only(backup)) as one, closing(_connect(target)) as other:
        wanted, found = (int(c.execute("PRAGMA page_size").fetchone()[0]) for c in (other, one))
        if wanted == found:
            yield backup
            return
    with half_made(target, target.parent, like=target) as temporary:
        with (
            closing(_read_only(backup)) as source,
            closing(distrusting(sqlite3.connect(temporary, isolation_level=None))) as copy,
        ):
            _copy(source, copy, None)
            copy.execute("PRAGMA journal_mode = DELETE")
            copy.execute(f"PRAGMA page_size = {wanted}")
            copy.execute("VACUUM")
        yield temporary


def _read_only(path: Path) -> sqlite3.Connection:
    return distrusting(sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True))


def _is_sound(path: Path) -> bool:
    try:
        check(path)
    except BadInputError:
        return False
    return True


def _connect(path: Path) -> sqlite3.Connection:
    return distrusting(sqlite3.connect(path, timeout=BUSY_TIMEOUT_MS / 1000))


def _copy(
    source: sqlite3.Connection, target: sqlite3.Connection, progress: Progress | None, *, pages: int = _PAGES
) -> None:
    """Copy one database into the other, as the source stands now.

    Args:
        source: Where from.
        target: Where to; its write lock is held from the first step to the last, with which all is committed.
        progress: Called after each step that copied something.
        pages: How many pages a step copies.
    Raises:
        sqlite3.OperationalError: Another program keeps one of them locked.
    """
    since = time.monotonic()

    def told(status: int, remaining: int, total: int) -> None:
        nonlocal since
        if status not in (sqlite3.SQLITE_OK, sqlite3.SQLITE_DONE):
            if time.monotonic() - since > BUSY_TIMEOUT_MS / 1000:
                # sqlite3 itself would wait forever
                raise sqlite3.OperationalError("database is locked")
            return
        since = time.monotonic()
        if progress is not None:
            progress(total - remaining, total)

    # a read transaction: else each write of another process would make the copy start again
    begun = not source.in_transaction
    if begun:
        source.execute("BEGIN")
    try:
        source.execute("SELECT 1 FROM sqlite_master").fetchone()
        source.backup(target, pages=pages, progress=told)
    finally:
        if begun:
            source.execute("ROLLBACK")


def _free_name(folder: Path) -> Path:
    """A name for the old database that nothing has yet."""
    number = 1
    while (name := folder / f"claims.before-restore-{number}.db").exists():
        number += 1
    return name


def _move_away(database: Path, aside: Path) -> None:
    """Move a damaged database and its log; the log may hold what can still be saved."""
    for ending in ("", "-wal", "-shm"):
        part = database.with_name(database.name + ending)
        if part.exists():
            part.replace(aside.with_name(aside.name + ending))


@contextmanager
def _explained(path: Path) -> Iterator[None]:
    try:
        yield
    except sqlite3.OperationalError as error:
        if "locked" in str(error) or "busy" in str(error):
            raise BadInputError(f"{path} is locked by another program; close it there or try again.") from error
        raise BadInputError(f"{path} cannot be written: {error}.") from error
    except OSError as error:
        raise BadInputError(f"{path} cannot be written: {error.strerror}.") from error
