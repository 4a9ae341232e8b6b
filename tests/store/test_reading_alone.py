"""A database that nobody is taken to write to: it is opened anew once somebody did."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

import pytest

from workbench.domain.documents import SourceKind
from workbench.domain.errors import WorkspaceError
from workbench.domain.evidence import Source
from workbench.store.database import Database
from workbench.store.reading_alone import FULL, READ_ONLY
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
