"""Opening claims.db: one connection per thread, write-ahead log, short write transactions, migrations."""

from __future__ import annotations

import os
import sqlite3
import threading
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from workbench.domain.clock import utc_now
from workbench.domain.errors import OutOfReachError, WorkspaceError
from workbench.domain.folding import folded
from workbench.store.distrust import distrusting
from workbench.store.patience import ONE_TRY_MS, patiently
from workbench.store.plain_errors import explained
from workbench.store.reading_alone import (
    AT_REST,
    FULL,
    READ_ONLY,
    FullDiskError,
    Lying,
    lying,
    of_one_state,
    reading_address,
    refuse_overtaken,
)
from workbench.store.schema_version import SCHEMA_VERSION
from workbench.store.unfinished import NOTE, half_made, sweep
from workbench.system.locks import lock, open_folder

if TYPE_CHECKING:
    from sqlite_utils import Database as Tables

__all__ = ["DATABASE_NAME", "Database", "utc_now"]

T = TypeVar("T")

DATABASE_NAME = "claims.db"
BUSY_TIMEOUT_MS = 30_000
"""Of connections that copy or check the file as a whole; others ask again by `workbench.store.patience`."""

PAGE_BYTES = 8192
"""Of a new file: a source and its text leave less of such a page empty than of SQLite's usual 4,096."""

APPLICATION_ID = 0x77627631  # "wbv1": tells a workspace from any other SQLite file


@dataclass(frozen=True, slots=True)
class ThreadConnection:
    """The connection of one thread."""

    conn: sqlite3.Connection
    lay: Lying | None = None
    """How the file lay, where it was opened as one that nobody writes."""

    @property
    def tables(self) -> Tables:
        """The same connection for sqlite-utils, which takes longer to import than most commands to run."""
        from sqlite_utils import Database as Tables

        return Tables(self.conn, recursive_triggers=False, execute_plugins=False)


class Database:
    """The claims.db of one workspace. Every thread has its connection; reads see a snapshot, writes go by `write()`.

    Attributes:
        path: The file.
        read_only: Whether file or folder cannot be written: it is opened for reading, and `write()` refuses.
        swept: Copies that somebody was killed over, removed when this was opened.
        misnumbered: The number of the schema that the file gave though its tables were of this one; it was set right.
        gate: Asked with every act whether whoever works here may change anything; raises where not.
    """

    def __init__(self, path: Path, *, read_only: bool = False) -> None:
        self.path = path
        self.read_only = read_only
        self._why_not = READ_ONLY
        self.swept: list[Path] = []
        self.misnumbered: int | None = None
        self.gate: Callable[[], None] = lambda: None
        self._local = threading.local()
        self._opened: list[sqlite3.Connection] = []
        self._one_try_ms = BUSY_TIMEOUT_MS  # while the file is opened or made, SQLite itself waits
        self._opened_lock = threading.Lock()

    @classmethod
    def create(cls, path: Path) -> Database:
        """Make an empty claims.db at `path` and open it; one that somebody else is just making is waited for.

        Raises:
            WorkspaceError: The folder cannot be written.
        """
        database = cls(path)
        with explained(path), one_at_a_time(path.parent):
            connection = database.connection.conn
            if not connection.execute("PRAGMA user_version").fetchone()[0]:
                connection.execute(f"PRAGMA page_size = {PAGE_BYTES}")
                connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
                connection.execute("PRAGMA journal_mode = WAL")
                database._migrate()
            database._wait_by_asking()
        return database

    @classmethod
    def open(cls, path: Path) -> Database:
        """Open an existing claims.db, upgrading an older one after a backup copy.

        In a folder that cannot be written, or on a full disk, it is opened for reading, and nothing is left beside it.

        Raises:
            WorkspaceError: It is missing, no workspace, newer than this program, locked, or older and read-only.
        """
        if not path.is_file():
            raise WorkspaceError(
                f"{path.parent} is not a workspace: it has no {DATABASE_NAME}; make one with `workbench init DIR`."
            )
        read_only = not (os.access(path, os.W_OK) and os.access(path.parent, os.W_OK))
        try:
            return cls._open_as(path, READ_ONLY if read_only else None)
        except FullDiskError:
            if read_only:
                raise
            return cls._open_as(path, FULL)  # what was recorded can be read, and copied elsewhere

    @classmethod
    def _open_as(cls, path: Path, why_not: str | None) -> Database:
        """Open it; for reading alone where it is said why nothing is written."""
        database = cls(path, read_only=why_not is not None)
        database._why_not = why_not or READ_ONLY
        try:
            with explained(path):
                if not database.connection.conn.execute("PRAGMA user_version").fetchone()[0]:
                    with one_at_a_time(path.parent):
                        pass  # somebody may be making it at this moment
                found = database._schema()
                if found < SCHEMA_VERSION:
                    if database.read_only:
                        raise WorkspaceError(
                            f"{path} was made by an older workbench (schema {found}, this one needs {SCHEMA_VERSION}) "
                            "and cannot be upgraded in a read-only folder; copy the workspace and open the copy."
                        )
                    with one_at_a_time(path.parent):
                        database._upgrade()
                database._wait_by_asking()
        except BaseException:
            database.close()
            raise
        if not database.read_only and (path.parent / NOTE).exists():
            database.swept = sweep(path.parent)
        return database

    @property
    def connection(self) -> ThreadConnection:
        """This thread's connection, opened on first use, and again where others wrote to a file at rest."""
        opened: ThreadConnection | None = getattr(self._local, "opened", None)
        if opened is not None and self._overtaken(opened):
            self._writable_again()
            opened = None
        if opened is None:
            opened = self._connect()
            self._local.opened = opened
        return opened

    def _overtaken(self, opened: ThreadConnection) -> bool:
        """Whether a connection takes the file for one at rest, and it was written to, or is to be."""
        if opened.lay is None or opened.conn.in_transaction:
            return False
        return not self.read_only or opened.lay != lying(self.path)

    def _writable_again(self) -> None:
        """Write from now on, where the disk was full and has room again."""
        if self.read_only and self._why_not == FULL:
            with suppress(WorkspaceError):
                self._open_as(self.path, None).close()
                self.read_only = False

    def _asked(self, read: Callable[[sqlite3.Connection], T]) -> T:
        """What a query gives; asked again where the file changed under a connection that takes it for one at rest."""
        while True:
            opened = self.connection
            try:
                found = patiently(partial(read, opened.conn))
            except sqlite3.DatabaseError:
                self._refuse_two_states(opened)
                if self.connection is opened:
                    raise
            else:
                self._refuse_two_states(opened)
                if self.connection is opened:
                    return found

    def _refuse_two_states(self, opened: ThreadConnection) -> None:
        """Within one look nothing is asked again: what was read before would be of another state."""
        if opened.conn.in_transaction:
            refuse_overtaken(self.path, opened.lay)

    def rows(self, sql: str, parameters: tuple[Any, ...] | dict[str, Any] = ()) -> list[dict[str, Any]]:
        """Run a query and give its rows as dictionaries."""
        with explained(self.path):
            names, found = self._asked(lambda conn: _read(conn, sql, parameters))
            return [dict(zip(names, row, strict=True)) for row in found]

    def tuples(self, sql: str, parameters: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
        """Run a query and give its rows as they come: for many rows, or where a search waits for them."""
        with explained(self.path):
            return self._asked(lambda conn: conn.execute(sql, parameters).fetchall())

    def blocks(self, sql: str, size: int, parameters: tuple[Any, ...] = ()) -> Iterator[list[tuple[Any, ...]]]:
        """Run a query and give its rows `size` at a time, so that memory is bounded."""
        with explained(self.path):
            cursor = self._asked(lambda conn: conn.execute(sql, parameters))
            with of_one_state(self.path, self._local.opened.lay):  # that it was asked of
                while rows := cursor.fetchmany(size):
                    yield rows

    def row(self, sql: str, parameters: tuple[Any, ...] | dict[str, Any] = ()) -> dict[str, Any] | None:
        """Run a query and give its first row, None without one."""
        found = self.rows(sql, parameters)
        return found[0] if found else None

    def value(self, sql: str, parameters: tuple[Any, ...] | dict[str, Any] = ()) -> Any:
        """Run a query and give the first column of its first row, None without one."""
        with explained(self.path):
            row = self._asked(lambda conn: conn.execute(sql, parameters).fetchone())
        return None if row is None else row[0]

    @contextmanager
    def as_it_lies(self) -> Iterator[sqlite3.Connection]:
        """One look at the file with a connection that takes values as they lie there, no text any more included."""
        lay, address = lying(self.path), self._address()
        with explained(self.path), closing(self._fresh(address)) as connection:
            distrusting(connection)
            connection.text_factory = lambda value: value.decode("utf-8", "surrogateescape")
            connection.execute("BEGIN")
            with of_one_state(self.path, lay if address.endswith(AT_REST) else None):
                yield connection

    @contextmanager
    def write(self, *, asked: bool = True) -> Iterator[sqlite3.Connection]:
        """A write transaction: all of the block or nothing. Blocks nest: an inner one joins the outer.

        The gate is not asked with `asked=False`: it is nobody's act (presence, what is computed), or the caller asks.

        Raises:
            WorkspaceError: Others hold the lock for 30 seconds on end, the disk is full, or the folder is read-only.
            NotAllowedError: The gate says so.
        """
        connection = self.connection.conn
        if connection.in_transaction:
            yield connection
            return
        self.require_writable()
        connection = self.connection.conn
        with explained(self.path):
            # IMMEDIATE takes the write lock at once: a deferred one could fail half-way, after reads it relied on.
            patiently(lambda: connection.execute("BEGIN IMMEDIATE"))
            try:
                if asked:
                    self.gate()
                yield connection
                connection.execute("COMMIT")
            except BaseException:
                _roll_back(connection)
                raise

    def require_writable(self) -> None:
        """Refuse, with a WorkspaceError, where nothing could be kept."""
        self._writable_again()
        if self.read_only:
            raise WorkspaceError(self._why_not.format(self.path))

    def require_allowed(self) -> None:
        """Refuse, before long work, what `write` would refuse: where nothing can be kept, or the gate says no."""
        self.require_writable()
        self.gate()

    def close(self) -> None:
        """Close the connections of all threads."""
        with self._opened_lock:
            for connection in self._opened:
                connection.close()
            self._opened.clear()
        self._local = threading.local()

    def _wait_by_asking(self) -> None:
        """From now on wait for a lock by `patiently`, at irregular moments, rather than in SQLite."""
        self._one_try_ms = ONE_TRY_MS
        self.connection.conn.execute(f"PRAGMA busy_timeout = {ONE_TRY_MS}")

    def _connect(self) -> ThreadConnection:
        with explained(self.path):
            lay = lying(self.path)  # before the file is opened: what is written meanwhile is seen as a change
            address = self._address()
            connection = self._fresh(address)
            connection.execute(f"PRAGMA busy_timeout = {self._one_try_ms}")
            connection.execute("PRAGMA foreign_keys = ON")
            connection.execute("PRAGMA synchronous = NORMAL")
            connection.execute("PRAGMA recursive_triggers = ON")
        with self._opened_lock:
            self._opened.append(connection)
        return ThreadConnection(connection, lay if self.read_only and address.endswith(AT_REST) else None)

    def _address(self) -> str:
        return reading_address(self.path) if self.read_only else str(self.path)

    def _fresh(self, address: str | None = None) -> sqlite3.Connection:
        # isolation_level None: transactions are ours alone; check_same_thread False: close() may come from another.
        connection = sqlite3.connect(
            address or self._address(),
            timeout=BUSY_TIMEOUT_MS / 1000,
            isolation_level=None,
            check_same_thread=False,
            uri=self.read_only,
        )
        # lower() of SQLite knows ASCII alone
        connection.create_function("folded", 1, _folded, deterministic=True)
        return distrusting(connection) if self.read_only else connection

    def _schema(self) -> int:
        """The version of the tables, once it is sure that they are ours and not from the future."""
        connection = self.connection.conn
        if connection.execute("PRAGMA application_id").fetchone()[0] != APPLICATION_ID:
            raise WorkspaceError(
                f"{self.path} is not a workbench database; make a workspace with `workbench init DIR`."
            )
        found = int(connection.execute("PRAGMA user_version").fetchone()[0])
        if found > SCHEMA_VERSION:
            raise OutOfReachError(
                f"{self.path} was made by a newer workbench (schema {found}, this one knows {SCHEMA_VERSION}); "
                "upgrade the workbench to open it."
            )
        return found

    def _upgrade(self) -> None:
        """Copy the file aside and bring its tables up to date, unless another process has done it meanwhile."""
        from workbench.store.migrations import migrations

        found = self._schema()
        if found < SCHEMA_VERSION:
            if not migrations.pending(self.connection.tables):
                self.misnumbered = found  # whoever upgraded it was killed just before, or someone changed the number
            elif found:  # else whoever made it was killed over it, and it holds nothing yet
                self._back_up_before_upgrade(found)
            self._migrate()

    def _migrate(self) -> None:
        from workbench.store.migrations import migrations

        migrations.apply(self.connection.tables)
        self.connection.conn.execute(f"PRAGMA user_version = {SCHEMA_VERSION}")

    def _back_up_before_upgrade(self, found: int) -> None:
        copy = self.path.with_name(f"{self.path.stem}.schema-{found}.backup.db")
        with half_made(copy, copy.parent, like=self.path) as half:
            with closing(sqlite3.connect(half)) as target:
                self.connection.conn.backup(target)
            half.replace(copy)


@contextmanager
def one_at_a_time(folder: Path) -> Iterator[None]:
    """Hold the folder against other workbenches: two that upgrade or replace one database would each fail half-way.

    The lock goes with the process, however that ends. A file system that knows no locks gives no lock.
    """
    handle = open_folder(folder)
    try:
        with suppress(OSError):
            lock(handle)
        yield
    finally:
        os.close(handle)


def _read(
    connection: sqlite3.Connection, sql: str, parameters: tuple[Any, ...] | dict[str, Any]
) -> tuple[list[str], list[tuple[Any, ...]]]:
    cursor = connection.execute(sql, parameters)
    return [column[0] for column in cursor.description], cursor.fetchall()


def _folded(value: object) -> str | None:
    return folded(value) if isinstance(value, str) else None


def _roll_back(connection: sqlite3.Connection) -> None:
    """Undo the open transaction; some errors have already ended it."""
    if connection.in_transaction:
        connection.execute("ROLLBACK")
