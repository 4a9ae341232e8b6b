"""A database that nobody is taken to write to: it is opened anew once somebody did."""

from __future__ import annotations

import os
from contextlib import closing
from pathlib import Path

import pytest

from workbench.domain.documents import SourceKind
from workbench.domain.errors import WorkspaceError
from workbench.domain.evidence import Source
from workbench.store.backup import copy_database
from workbench.store.database import Database
from workbench.store.one_look import in_one_look
from workbench.store.reading_alone import FULL, READ_ONLY, OvertakenError
from workbench.store.sources import NewPassage, insert_source


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A new, empty database, closed."""
    Database.create(tmp_path / "claims.db").close()
    return tmp_path / "claims.db"


def add(database: Database, name: str) -> None:
    """A source of 300 passages."""
    with database.write() as connection:
        source = Source(
            id=name, kind=SourceKind.DOCUMENT, title="T", url=None, archive_url=None, publisher=None, author=None,
            published=None, published_guessed=False, retrieved=None, language=None, sha256=name, text="",
        )  # fmt: skip
        passages = [NewPassage(0, 1, f"ferry {n} of {name}", "T", f"{name}{n:063x}", None) for n in range(300)]
        insert_source(connection, source, passages, digest=name)


def seen(database: Database) -> tuple[int, int, int]:
    """How many sources and passages a session sees, and the last passage."""
    return (
        database.value("SELECT count(*) FROM sources"),
        database.value("SELECT count(*) FROM passages"),
        database.value("SELECT max(id) FROM passages") or 0,
    )


@pytest.mark.parametrize("why", [FULL, READ_ONLY])
def test_what_others_write_is_seen_and_the_record_is_not_called_damaged(path: Path, why: str) -> None:
    with closing(Database._open_as(path, why)) as asleep, closing(Database.open(path)) as other:
        assert seen(asleep) == (0, 0, 0)
        for count in (1, 2):
            add(other, str(count))
            assert seen(asleep) == seen(other) == (count, 300 * count, 300 * count)
    with closing(Database._open_as(path, why)) as asleep:
        assert seen(asleep) == (2, 600, 600)
        with closing(Database.open(path)) as other:
            add(other, "3")
        assert seen(asleep) == (3, 900, 900)


def test_a_session_of_a_full_disk_writes_again_once_there_is_room(path: Path) -> None:
    with closing(Database._open_as(path, FULL)) as asleep:
        assert seen(asleep) == (0, 0, 0)
        add(asleep, "1")
        assert seen(asleep) == (1, 300, 300)
        assert not asleep.read_only
    with closing(Database.open(path)) as other:
        assert seen(other) == (1, 300, 300)


def test_a_session_that_may_not_write_goes_on_refusing(path: Path) -> None:
    with closing(Database._open_as(path, READ_ONLY)) as reader:
        with closing(Database.open(path)) as other:
            add(other, "1")
        assert seen(reader) == (1, 300, 300)
        with pytest.raises(WorkspaceError, match="the file or its folder is read-only"):
            add(reader, "2")


def many(path: Path, name: str, count: int = 20_000) -> None:
    """Another session: what was there goes, and so many passages come; no page of the file stays as it was."""
    with closing(Database.open(path)) as other, other.write() as connection:
        connection.execute("DELETE FROM passages")
        connection.executemany(
            "INSERT INTO passages (source_id, start, \"end\", text, context, hash) VALUES ('1', 0, 1, ?, 'T', ?)",
            ((f"ferry {n} of {name}", f"{name}{n:063x}"[:64]) for n in range(count)),
        )


@pytest.fixture
def filled(path: Path) -> Path:
    """With some hundred passages, closed."""
    with closing(Database.open(path)) as one:
        add(one, "1")
    return path


@pytest.mark.parametrize("why", [FULL, READ_ONLY])
def test_a_look_that_somebody_overtakes_begins_again(filled: Path, why: str) -> None:
    """Exports of a record that was being written to ended in "damaged; restore a copy", or told of two states."""
    seen: list[int] = []
    with closing(Database._open_as(filled, why)) as asleep:

        def read() -> list[int]:
            found = [asleep.value("SELECT count(*) FROM passages")]
            if not seen:
                many(filled, "2")
            seen.append(found[0])
            found.append(asleep.value("SELECT count(*) FROM passages WHERE text LIKE 'ferry%'"))
            return [*found, asleep.value("SELECT max(id) FROM passages")]

        assert in_one_look(asleep, read)[:2] == [20_000, 20_000]
        assert seen == [300, 20_000]
        assert not asleep.connection.conn.in_transaction


@pytest.mark.parametrize("why", [FULL, READ_ONLY])
def test_a_look_that_is_overtaken_each_time_says_so_and_calls_nothing_damaged(filled: Path, why: str) -> None:
    with closing(Database._open_as(filled, why)) as asleep:
        asleep._writable_again = lambda: None  # type: ignore[method-assign]

        def read() -> object:
            asleep.value("SELECT count(*) FROM passages")
            with closing(Database.open(filled)) as other:
                add(other, os.urandom(4).hex())
            return asleep.rows("SELECT * FROM passages")

        with pytest.raises(OvertakenError, match="was changed by somebody else while it was read; it is not damaged"):
            in_one_look(asleep, read)
        assert not asleep.connection.conn.in_transaction


@pytest.mark.parametrize("why", [FULL, READ_ONLY])
def test_rows_in_blocks_and_as_they_lie_are_of_one_state(filled: Path, why: str) -> None:
    with closing(Database._open_as(filled, why)) as asleep:
        blocks = asleep.blocks("SELECT id, text FROM passages", 100)
        assert len(next(blocks)) == 100
        many(filled, "2")
        with pytest.raises(OvertakenError):
            list(blocks)
    with closing(Database._open_as(filled, why)) as asleep:
        assert sum(map(len, asleep.blocks("SELECT id, text FROM passages", 100))) == 20_000
        with pytest.raises(OvertakenError):
            as_it_lies(asleep, filled)


def as_it_lies(asleep: Database, path: Path) -> None:
    """One look, in which somebody writes."""
    with asleep.as_it_lies() as connection:
        connection.execute("SELECT count(*) FROM passages").fetchone()
        many(path, "3", 300)
        connection.execute("SELECT max(id), max(text) FROM passages").fetchall()


def test_a_copy_of_what_is_written_to_is_whole(filled: Path, tmp_path: Path) -> None:
    """A backup from a read-only folder, while a colleague works."""
    with closing(Database._open_as(filled, READ_ONLY)) as reader:
        told: list[int] = []

        def progress(_: int, __: int) -> None:
            if not told:
                many(filled, "2")
            told.append(1)

        copy_database(reader, tmp_path / "copy.db", progress)
    with closing(Database.open(tmp_path / "copy.db")) as copy:
        assert copy.value("SELECT count(*) FROM passages") == 20_000
