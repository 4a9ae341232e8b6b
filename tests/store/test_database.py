"""Opening claims.db: what is refused and in which words, upgrades after a backup, transactions, threads."""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from sqlite_utils import Migrations

from workbench.domain.documents import SourceKind
from workbench.domain.errors import BadInputError, WorkspaceError
from workbench.domain.evidence import Source
from workbench.store import backup, migrations, record_checks, search
from workbench.store import database as module
from workbench.store.acts import Act, new_batch
from workbench.store.database import Database, ThreadConnection
from workbench.store.events import record
from workbench.store.reporting import read_record
from workbench.store.scales import stored_scales
from workbench.store.schema_version import SCHEMA_VERSION
from workbench.store.settings import change_setting, settings
from workbench.store.sources import NewPassage, insert_source


def set_setting(database: Database, key: str, value: str) -> None:
    """Any write will do."""
    with database.write() as connection:
        change_setting(connection, key, value, Act("Ann", "setting.change", new_batch()))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A new, empty database, closed."""
    Database.create(tmp_path / "claims.db").close()
    return tmp_path / "claims.db"


@pytest.fixture
def database(path: Path) -> Iterator[Database]:
    opened = Database.open(path)
    yield opened
    opened.close()


def by_hand(path: Path, *statements: str) -> None:
    """Change the file behind the workbench's back."""
    connection = sqlite3.connect(path, isolation_level=None)
    for statement in statements:
        connection.execute(statement)
    connection.close()


def test_a_new_database_has_the_newest_schema_and_a_write_ahead_log(database: Database) -> None:
    assert database.value("PRAGMA user_version") == SCHEMA_VERSION
    assert database.value("PRAGMA journal_mode") == "wal"
    assert database.value("PRAGMA foreign_keys") == 1
    assert database.value("PRAGMA integrity_check") == "ok"


def test_the_schema_version_counts_the_migrations(database: Database) -> None:
    assert database.value("SELECT count(*) FROM _sqlite_migrations") == SCHEMA_VERSION


def test_a_missing_database_says_how_to_make_one(tmp_path: Path) -> None:
    with pytest.raises(WorkspaceError, match=r"is not a workspace: it has no claims\.db; make one with"):
        Database.open(tmp_path / "claims.db")


def test_another_programs_database_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "claims.db"
    by_hand(path, "CREATE TABLE recipes (id INTEGER)")
    before = path.read_bytes()
    with pytest.raises(WorkspaceError, match="is not a workbench database"):
        Database.open(path)
    assert path.read_bytes() == before


@pytest.mark.parametrize("content", [b"no database at all" * 100, b"SQLite format 3\x00" + b"\xff" * 5000])
def test_a_damaged_file_is_told_in_one_sentence(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "claims.db"
    path.write_bytes(content)
    with pytest.raises(WorkspaceError, match="is damaged or not a database; restore a copy"):
        Database.open(path)


@pytest.mark.parametrize("harm", [b"\xffat", b"\x01{\x02"])
def test_a_damaged_record_is_told_in_one_sentence(path: Path, harm: bytes) -> None:
    """Bytes that are no text any more, or no JSON, though the file as such can be read."""
    by_hand(
        path,
        "INSERT INTO rating_scales (id, name, ratings, added_at) "  # noqa: S608
        f"VALUES ('x', 'X', CAST(x'{harm.hex()}' AS TEXT), '2022-01-29T00:00:00.000Z')",
    )
    database = Database.open(path)
    with pytest.raises(WorkspaceError, match=r"claims\.db is damaged"):
        stored_scales(database)
    with pytest.raises(WorkspaceError, match=r"claims\.db is damaged"):
        read_record(database)
    database.close()


def test_a_damaged_note_of_how_an_article_was_found_is_told_in_one_sentence(path: Path) -> None:
    by_hand(
        path,
        "INSERT INTO articles (sha256, title, text, found, added_at, added_by, splitter, language) "
        "VALUES ('0', 'T', 'Text.', '{', '2022-01-29T00:00:00.000Z', 'ada', '', 'en')",
    )
    database = Database.open(path)
    with pytest.raises(WorkspaceError, match=r"claims\.db is damaged"):
        read_record(database)
    database.close()


def searched(database: Database) -> None:
    """Everything that reindexing and searching ask."""
    ids, _ = search.live_passages(database)
    list(search.passage_words(database, ids))
    search.texts(database, ids[:3].tolist())
    search.places(database, ids[:3].tolist())
    search.find_words(database, ["ferry"], 5)


@pytest.mark.parametrize("table", ["passages", "passages_by_hash", "sources", "passages_fts_config"])
def test_damage_that_shows_only_while_searching_is_told_in_one_sentence(path: Path, table: str) -> None:
    """The pages of one table hold nothing any more: whoever reads them is told, in words and with the way out."""
    database = Database.open(path)
    with database.write() as connection:
        source = Source(
            id="s", kind=SourceKind.DOCUMENT, title="T", url=None, archive_url=None, publisher=None, author=None,
            published=None, published_guessed=False, retrieved=None, language=None, sha256="0", text="",
        )  # fmt: skip
        passages = [NewPassage(0, 1, f"ferry {n}", "T", f"{n:064x}", None) for n in range(2000)]
        insert_source(connection, source, passages, digest="0")
    root = database.value("SELECT rootpage FROM sqlite_schema WHERE name = ?", (table,))
    size = database.value("PRAGMA page_size")
    database.value("PRAGMA wal_checkpoint(TRUNCATE)")
    database.close()
    with path.open("r+b") as file:
        file.seek((root - 1) * size)
        file.write(b"\xff" * size)
    database = Database.open(path)
    with pytest.raises(WorkspaceError, match=r"claims\.db is damaged"):
        searched(database)
    database.close()


def test_a_copy_before_an_upgrade_takes_its_name_only_when_it_is_whole(
    old: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept = old.with_name("claims.schema-1.backup.db")
    kept.write_bytes(b"of an upgrade before")

    class Full:
        def backup(self, target: sqlite3.Connection) -> None:
            raise sqlite3.OperationalError("database or disk is full")

    database = Database(old)
    with monkeypatch.context() as patch:
        patch.setattr(Database, "connection", property(lambda _: ThreadConnection(Full())))  # type: ignore[arg-type]
        with pytest.raises(sqlite3.OperationalError):
            database._back_up_before_upgrade(1)
    assert kept.read_bytes() == b"of an upgrade before"
    assert sorted(file.name for file in old.parent.iterdir() if "backup" in file.name) == [kept.name]


def test_a_newer_database_is_refused_and_not_touched(path: Path) -> None:
    by_hand(path, f"PRAGMA user_version = {SCHEMA_VERSION + 1}")
    with pytest.raises(WorkspaceError, match="was made by a newer workbench"):
        Database.open(path)


@pytest.fixture
def old(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A database as the first version of the workbench made it, with a setting in it."""
    path = tmp_path / "claims.db"
    with monkeypatch.context() as first:
        only_first = Migrations("workbench")
        only_first(name="001_tables")(migrations.create_tables)
        first.setattr(migrations, "migrations", only_first)
        first.setattr(module, "SCHEMA_VERSION", 1)
        made = Database.create(path)
        with made.write() as connection:
            connection.execute("INSERT INTO workspace VALUES ('organisation', 'The Paper')")
            setting = '{"key":"organisation","value":"The Paper"}'
            connection.execute(
                "INSERT INTO events (at, reviewer, action, subject, subject_id, after) VALUES (?,?,?,?,?,?)",
                ("2021-01-01T00:00:00.000Z", "Ann", "setting.change", "workspace", "organisation", setting),
            )
        assert "removed_at" not in {row["name"] for row in made.rows("PRAGMA table_info(rating_scales)")}
        made.close()
    return path


def test_several_processes_may_open_an_older_database_at_once(old: Path) -> None:
    script = "import sys; from pathlib import Path; from workbench.store.database import Database; "
    script += "print(Database.open(Path(sys.argv[1])).value('PRAGMA user_version'))"
    top = Path(__file__).resolve().parents[2]
    openers = [
        subprocess.Popen([sys.executable, "-c", script, str(old)], stdout=subprocess.PIPE, text=True, cwd=top)
        for _ in range(4)
    ]
    assert [opener.communicate()[0].strip() for opener in openers] == [str(SCHEMA_VERSION)] * 4
    assert [file.name for file in old.parent.glob("*backup*")] == ["claims.schema-1.backup.db"]


def test_several_processes_may_make_the_same_workspace_at_once(tmp_path: Path) -> None:
    script = "import sys; from pathlib import Path; from workbench.services.workspace import Workspace; "
    script += "print(Workspace.create(Path(sys.argv[1])).database.value('PRAGMA user_version'))"
    top = Path(__file__).resolve().parents[2]
    makers = [
        subprocess.Popen(
            [sys.executable, "-c", script, str(tmp_path / "w")], stdout=subprocess.PIPE, text=True, cwd=top
        )
        for _ in range(6)
    ]
    assert [maker.communicate()[0].strip() for maker in makers] == [str(SCHEMA_VERSION)] * 6
    made = Database.open(tmp_path / "w" / "claims.db")
    assert made.value("SELECT count(*) FROM _sqlite_migrations") == SCHEMA_VERSION
    made.close()


def test_an_older_database_is_upgraded_after_a_copy_was_kept(old: Path) -> None:
    """The row that was there survives; the copy is the old file, whole."""
    path = old
    new = Database.open(path)
    assert new.value("PRAGMA user_version") == SCHEMA_VERSION
    assert settings(new) == {"organisation": "The Paper"}
    assert "removed_at" in {row["name"] for row in new.rows("PRAGMA table_info(rating_scales)")}
    assert list(record_checks.flaws(new)) == []
    assert [row["action"] for row in new.rows("SELECT action FROM events ORDER BY id")] == [
        "setting.change",
        "record.seal",
    ]
    set_setting(new, "organisation", "Another")
    assert list(record_checks.flaws(new)) == []
    new.close()
    copy = sqlite3.connect(path.with_name("claims.schema-1.backup.db"))
    assert copy.execute("PRAGMA user_version").fetchone() == (1,)
    assert copy.execute("SELECT value FROM workspace").fetchone() == ("The Paper",)
    copy.close()


def test_an_upgraded_database_has_what_a_new_one_has(old: Path, tmp_path: Path) -> None:
    listed = "SELECT type, name, tbl_name, sql FROM sqlite_schema ORDER BY name"
    (tmp_path / "new").mkdir()
    upgraded, new = Database.open(old), Database.create(tmp_path / "new" / "claims.db")
    assert upgraded.rows(listed) == new.rows(listed)
    upgraded.close()
    new.close()


def test_a_failing_upgrade_leaves_the_old_schema(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    failing = Migrations("workbench")
    failing(name="001_tables")(migrations.create_tables)

    def broken(database: object) -> None:
        raise sqlite3.IntegrityError("no")

    failing(name="999_broken")(broken)
    monkeypatch.setattr(migrations, "migrations", failing)
    monkeypatch.setattr(module, "SCHEMA_VERSION", SCHEMA_VERSION + 1)
    with pytest.raises(sqlite3.IntegrityError):
        Database.open(path)
    connection = sqlite3.connect(path)
    assert connection.execute("PRAGMA user_version").fetchone() == (SCHEMA_VERSION,)
    connection.close()


def test_a_locked_database_says_so_instead_of_hanging(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("workbench.store.patience.PATIENCE_SECONDS", 0.02)
    holder = sqlite3.connect(path, isolation_level=None)
    holder.execute("BEGIN IMMEDIATE")
    database = Database.open(path)
    with pytest.raises(WorkspaceError, match="is locked by another program"):
        set_setting(database, "scale", "averitec")
    holder.execute("ROLLBACK")
    set_setting(database, "scale", "averitec")
    assert settings(database) == {"scale": "averitec"}
    holder.close()
    database.close()


def _as_nobody(act: Path) -> str:
    """Try to write to the database as a user who may only read it, in a process of its own; gives what was said."""
    read_end, write_end = os.pipe()
    child = os.fork()
    if child == 0:  # pragma: no cover - measured in the parent
        said = "nothing"
        try:
            if os.geteuid() == 0:
                os.setgid(65534)
                os.setuid(65534)
            opened = Database.open(act)
            set_setting(opened, "scale", "averitec")
            said = "written"
        except WorkspaceError as error:
            said = str(error)
        except BaseException as error:
            said = f"{type(error).__name__}: {error}"
        finally:
            os.write(write_end, said.encode())
            os._exit(0)
    os.close(write_end)
    with os.fdopen(read_end) as pipe:
        said = pipe.read()
    os.waitpid(child, 0)
    return said


def test_a_read_only_folder_is_told_in_one_sentence() -> None:
    """Permissions do not bind root, so the attempt is made by a process that has given that up."""
    folder = Path(tempfile.mkdtemp())
    try:
        path = folder / "claims.db"
        Database.create(path).close()
        path.chmod(0o444)
        folder.chmod(0o555)
        said = _as_nobody(path)
        assert said.endswith(("is read-only.", "is yours."))
        assert str(path) in said
        assert [file.name for file in folder.iterdir()] == ["claims.db"]
    finally:
        folder.chmod(0o755)
        shutil.rmtree(folder)


def test_a_connection_that_may_only_read_is_told_in_one_sentence(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real = sqlite3.connect

    def read_only(database: Path, **options: object) -> sqlite3.Connection:
        return real(f"file:{database}?mode=ro", **{**options, "uri": True})  # type: ignore[call-overload, no-any-return]

    monkeypatch.setattr(sqlite3, "connect", read_only)
    database = Database.open(path)
    with pytest.raises(WorkspaceError, match="cannot be written: the file or its folder is read-only"):
        set_setting(database, "scale", "averitec")
    database.close()


def test_half_a_character_is_refused_in_words(database: Database) -> None:
    """A terminal that is not UTF-8 gives such; nothing is written, and the sentence can be printed."""
    with pytest.raises(BadInputError, match="holds half a character") as caught:
        set_setting(database, "organisation", "caf\udce9")
    str(caught.value).encode()
    with pytest.raises(BadInputError, match="holds half a character"):
        database.rows("SELECT * FROM workspace WHERE key = ?", ("\ud800",))
    assert settings(database) == {}


def test_a_write_is_all_or_nothing_also_when_nested(database: Database) -> None:
    def two_settings() -> None:
        with database.write():
            set_setting(database, "organisation", "The Paper")
            with database.write() as connection:
                connection.execute("INSERT INTO workspace VALUES ('scale', 'averitec')")
                raise KeyError("in the middle")

    with pytest.raises(KeyError):
        two_settings()
    assert settings(database) == {}
    with database.write():
        set_setting(database, "organisation", "The Paper")
    assert settings(database) == {"organisation": "The Paper"}


def test_every_thread_has_its_own_connection_and_close_closes_all(database: Database) -> None:
    seen: list[dict[str, str]] = []
    set_setting(database, "scale", "averitec")

    def read() -> None:
        seen.append(settings(database))

    threads = [threading.Thread(target=read) for _ in range(4)]
    with database.write() as connection:
        connection.execute("UPDATE workspace SET value = 'politifact'")
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
    assert seen == [{"scale": "averitec"}] * 4, "what is not committed is not seen elsewhere"
    database.close()
    assert settings(database) == {"scale": "politifact"}, "it opens again on use"


@pytest.mark.parametrize("statement", ["UPDATE events SET reviewer = 'x'", "DELETE FROM events"])
def test_the_trail_cannot_be_rewritten(database: Database, statement: str) -> None:
    with database.write() as connection:
        record(connection, reviewer="Ann", action="x", subject="claims", subject_id=1)
    with pytest.raises(sqlite3.IntegrityError, match="events are append-only"), database.write() as connection:
        connection.execute(statement)
    with pytest.raises(sqlite3.IntegrityError, match="events must be linked"), database.write() as connection:
        connection.execute("INSERT OR REPLACE INTO events SELECT * FROM events")


def test_the_schema_of_a_file_from_elsewhere_is_not_trusted_where_it_is_only_read(path: Path) -> None:
    """A view that somebody put into it calls no function that this program made for its own queries."""
    by_hand(path, "CREATE VIEW spy AS SELECT folded(key) FROM workspace")
    with closing(Database(path, read_only=True)._fresh()) as connection:
        with pytest.raises(sqlite3.OperationalError, match=r"unsafe use of folded"):
            connection.execute("SELECT * FROM spy").fetchall()
        assert connection.execute("SELECT count(*) FROM passages_fts WHERE passages_fts MATCH 'x'").fetchone() == (0,)
    for connect in (backup._read_only, backup._connect):
        with closing(connect(path)) as connection:
            assert connection.execute("PRAGMA trusted_schema").fetchone() == (0,)
    opened = Database.open(path)
    with opened.as_it_lies() as connection:
        assert connection.execute("PRAGMA trusted_schema").fetchone() == (0,)
    opened.close()
