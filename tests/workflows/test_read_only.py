"""A workspace on a medium that cannot be written is read like any other; what would change it is refused."""

from __future__ import annotations

import ctypes
import os
import sqlite3
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.workflows.program import PROGRAM, Outcome

READING = (
    ("article", "list"),
    ("article", "show", "1"),
    ("claim", "list"),
    ("claim", "show", "3"),
    ("evidence", "list"),
    ("search", "gas pipeline"),
    ("stance", "3"),
    ("export", "--format", "json"),
    ("history",),
    ("stats",),
    ("doctor",),
    ("reindex",),
)
WRITING = (
    ("verdict", "3", "true", "--why", "Seen."),
    ("claim", "edit", "3", "--text", "Other words."),
    ("article", "add", __file__),
    ("evidence", "add", __file__),
    ("feed", "add", "https://example.org/feed"),
    ("article", "remove", "1"),
    ("setting", "organisation", "The Paper"),
    ("undo",),
    ("serve",),
)


def _bound_by_permissions() -> None:
    """Give up the right of root to write where the permissions say nobody may (CAP_DAC_OVERRIDE), before the exec."""
    if os.geteuid() == 0 and ctypes.CDLL(None).prctl(24, 1, 0, 0, 0):
        os._exit(99)


def run(workspace: Path, *arguments: str) -> Outcome:
    """Run `workbench` on the workspace as somebody whom its permissions bind."""
    done = subprocess.run(
        [PROGRAM, "--workspace", workspace, *arguments],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        preexec_fn=_bound_by_permissions,
        check=False,
    )
    return Outcome(done.returncode, done.stdout.decode(), done.stderr.decode())


@pytest.fixture
def current(sample: Path) -> Path:
    """The sample workspace, brought up to date while it can be written."""
    assert run(sample, "reindex").code == 0
    return sample


@pytest.fixture
def archived(current: Path) -> Iterator[Path]:
    """The same in a folder that cannot be written."""
    places = [path for path in (current, *current.rglob("*")) if path.is_dir()]
    for path in current.rglob("*"):
        if path.is_file():
            path.chmod(0o444)
    for path in places:
        path.chmod(0o555)
    yield current
    for path in places:
        path.chmod(0o755)


def contents(folder: Path) -> dict[str, bytes]:
    return {str(path): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_reading_commands_work_and_leave_nothing_behind(archived: Path) -> None:
    before = contents(archived)
    for arguments in READING:
        outcome = run(archived, *arguments)
        assert outcome.code == 0, (arguments, outcome.err)
        assert outcome.out
    assert contents(archived) == before


def test_writing_commands_say_in_one_sentence_that_it_cannot_be_written(archived: Path) -> None:
    before = contents(archived)
    for arguments in WRITING:
        outcome = run(archived, *arguments)
        assert outcome.code == 2, (arguments, outcome.err)
        said = f"Error: {archived}/claims.db cannot be written: the file or its folder is read-only.\n"
        assert outcome.err == said, arguments
        assert not outcome.out
    assert contents(archived) == before


def test_what_others_wrote_last_is_seen_while_their_log_is_open(current: Path) -> None:
    """A colleague with write access has the workspace open: the newest state is partly in the write-ahead log."""
    colleague = sqlite3.connect(current / "claims.db", isolation_level=None)
    colleague.execute("UPDATE articles SET title = 'Renamed just now'")
    current.chmod(0o555)
    try:
        assert "Renamed just now" in run(current, "article", "list").out
    finally:
        current.chmod(0o755)
        colleague.close()


def test_a_log_that_cannot_be_read_is_told_and_no_older_state_is_shown(current: Path) -> None:
    colleague = sqlite3.connect(current / "claims.db", isolation_level=None)
    colleague.execute("UPDATE articles SET title = 'Renamed just now'")
    log = (current / "claims.db-wal").read_bytes()
    colleague.close()
    (current / "claims.db-wal").write_bytes(log)
    current.chmod(0o555)
    try:
        outcome = run(current, "article", "list")
    finally:
        current.chmod(0o755)
    assert outcome.code == 2
    assert "claims.db-wal; copy the workspace and open the copy." in outcome.err
    assert not outcome.out


def test_an_older_database_is_told_that_it_cannot_be_upgraded_there(current: Path) -> None:
    older = sqlite3.connect(current / "claims.db")
    older.execute("PRAGMA user_version = 2")
    older.close()
    current.chmod(0o555)
    try:
        outcome = run(current, "claim", "list")
    finally:
        current.chmod(0o755)
    assert outcome.code == 2
    assert "older workbench" in outcome.err
    assert outcome.err.count("\n") == 1
