"""What every test can ask for: a shut-out machine and a copy of the sample workspace."""

from __future__ import annotations

import os
import shutil
import signal
import sqlite3
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

from tests.linux_only import needs_linux
from workbench.domain import unforeseen
from workbench.store.database import Database, ThreadConnection

# A busy machine is no failure: no example is timed.
settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")

# What a shell starts in the background ignores Ctrl-C, under nohup also that its terminal is gone, and hands that on to
# every program the tests start.
if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    signal.signal(signal.SIGINT, signal.default_int_handler)
if hasattr(signal, "SIGHUP") and signal.getsignal(signal.SIGHUP) is signal.SIG_IGN:
    signal.signal(signal.SIGHUP, signal.SIG_DFL)


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark the tests that need Linux: `-m "not linux and not installs"` leaves those that run anywhere."""
    for item in items:
        if needs_linux(item.path):
            item.add_marker(pytest.mark.linux)


@pytest.fixture(autouse=True)
def forgiven(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[BaseException]]:
    """The faults of our own that the program went on after: none may be left when a test ends.

    A test that provokes one takes it out of the list.
    """
    seen: list[BaseException] = []
    monkeypatch.setattr(unforeseen, "watcher", seen.append)
    yield seen
    for fault in seen:
        raise AssertionError("the program went on after a fault of its own") from fault


TOP = Path(__file__).resolve().parents[1]


@pytest.fixture(autouse=True, scope="session")
def _own_machine(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """No test reads or writes the settings, state or identity of whoever runs it."""
    home = tmp_path_factory.getbasetemp() / "home"
    home.mkdir(exist_ok=True)
    (home / "config.toml").touch()
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("WORKBENCH_CONFIG", str(home / "config.toml"))
        patch.setenv("WORKBENCH_STATE", str(home / "state"))
        patch.setenv("XDG_DATA_HOME", str(home / "data"))
        running = tempfile.mkdtemp(prefix="wb")  # short enough for sockets
        patch.setenv("XDG_RUNTIME_DIR", running)
        patch.setenv("WORKBENCH_REVIEWER", "tester")
        patch.delenv("WORKBENCH_WORKSPACE", raising=False)
        patch.delenv("NO_COLOR", raising=False)
        yield
        shutil.rmtree(running, ignore_errors=True)


@pytest.fixture
def sample(tmp_path: Path) -> Path:
    """A copy of the sample workspace that a test may change."""
    path = tmp_path / "sample"
    path.mkdir()
    shutil.copy(TOP / "claims.db", path / "claims.db")
    shutil.copytree(TOP / "index", path / "index")
    return path


class Blank:
    """An empty claims.db, made by all migrations once in a process and copied from then on."""

    def __init__(self) -> None:
        self._migrate, self._connect = Database._migrate, Database._connect
        self._made: sqlite3.Connection | None = None

    def migrate(self, database: Database) -> None:
        """As `Database._migrate` does it; an empty file becomes a copy."""
        connection = database.connection.conn
        if connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]:
            self._migrate(database)
        elif self._made is None:
            self._migrate(database)
            self._made = sqlite3.connect(":memory:", check_same_thread=False)
            connection.backup(self._made)
        else:
            self._made.backup(connection)

    def connect(self, database: Database) -> ThreadConnection:
        """As `Database._connect` does it, but no disk is waited for: no test cuts the power."""
        opened = self._connect(database)
        opened.conn.execute("PRAGMA synchronous = OFF")
        return opened


BLANK = Blank()


@pytest.fixture(autouse=True)
def _no_waiting_for_disks(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Workspaces of this process are made and written at once, but for the tests of the store: both are theirs."""
    monkeypatch.setattr(os, "fsync", lambda handle: None)
    if TOP / "tests" / "store" not in request.path.parents:
        monkeypatch.setattr(Database, "_migrate", lambda database: BLANK.migrate(database))
        monkeypatch.setattr(Database, "_connect", lambda database: BLANK.connect(database))
