"""What `doctor` finds in a damaged database: everything, in one pass over each text."""

from __future__ import annotations

import json
import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from tests.services.desk import Clock, Desk
from tests.services.record.flips import silent, untold
from workbench.services.evidence.reindex import reindex
from workbench.services.record.doctor import examine, examine_database
from workbench.services.workspace import Workspace
from workbench.store import checks


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Desk]:
    clock = Clock()
    clock.stop(monkeypatch)
    made = Desk(tmp_path, clock)
    made.review_all()
    yield made
    made.close()


def harmed(desk: Desk, *statements: str) -> str:
    """What is told after the file was changed behind the program's back."""
    desk.close()
    with closing(sqlite3.connect(desk.path / "claims.db", isolation_level=None)) as connection:
        connection.execute("PRAGMA foreign_keys = OFF")
        for statement in statements:
            connection.execute(statement)
    with Workspace.open(desk.path, reviewer="eve") as workspace:
        return "\n".join(finding.detail for finding in examine_database(workspace) if finding.state == "problem")


def test_a_whole_database_has_no_problem(desk: Desk) -> None:
    assert harmed(desk) == ""


def test_flipped_bits_that_change_data_are_found(desk: Desk, tmp_path: Path) -> None:
    desk.ada.database.value("PRAGMA wal_checkpoint(TRUNCATE)")
    desk.close()
    missed = [told for seed in range(60) if (told := silent(desk.path, tmp_path / "flipped", seed))]
    assert not missed


def test_values_changed_and_rows_dropped_by_plain_sql_are_found(desk: Desk, tmp_path: Path) -> None:
    desk.ada.database.value("PRAGMA wal_checkpoint(TRUNCATE)")
    desk.close()
    missed = [told for seed in range(60) if (told := untold(desk.path, tmp_path / "tampered", seed))]
    assert not missed


def test_a_changed_article_text_is_found_by_its_digest(desk: Desk) -> None:
    assert "the text of article 1 is not the one" in harmed(
        desk, "UPDATE articles SET text = replace(text, 'oldest', 'newest')"
    )


def test_every_finding_is_told_whatever_else_is_broken(desk: Desk) -> None:
    told = harmed(
        desk,
        "UPDATE passages SET hash = 'zz' WHERE source_id = 'log'",
        "UPDATE articles SET text = replace(text, 'oldest', 'newest')",
        "UPDATE claims SET kinds = CAST(x'ff' AS TEXT) WHERE id = 5",
        "UPDATE sources SET superseded_by = 'nobody' WHERE id = 'accounts'",
        "UPDATE evidence SET state = 'perhaps' WHERE id = 1",
        "UPDATE claims SET article_id = 77 WHERE id = 4",
    )
    for part in ("1 passages differ", "article 1", "kinds", "names nobody", "evidence 1", "points at a missing row"):
        assert part in told, part


def test_words_that_the_text_index_lost_are_found_and_mended(desk: Desk) -> None:
    with closing(sqlite3.connect(desk.path / "claims.db", isolation_level=None)) as connection:
        number, context, text = connection.execute("SELECT id, context, text FROM passages LIMIT 1").fetchone()
        connection.execute(
            "INSERT INTO passages_fts(passages_fts, rowid, context, text) VALUES ('delete', ?, ?, ?)",
            (number, context, text),
        )
        connection.execute(
            "INSERT INTO passages_fts(rowid, context, text) VALUES (?, ?, ?)", (number, context, f"{text} forged")
        )
    assert checks.text_index_differs(desk.ada.database)
    checks.rebuild_text_index(desk.ada.database)
    assert not checks.text_index_differs(desk.ada.database)


def test_a_long_text_is_read_once_however_many_passages_it_has(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    """SQLite counts characters from the beginning of a text each time: that is left to nobody."""
    asked: list[str] = []
    fresh = desk.ada.database._fresh

    def traced(address: str) -> sqlite3.Connection:
        connection = fresh(address)
        connection.set_trace_callback(asked.append)
        return connection

    monkeypatch.setattr(desk.ada.database, "_fresh", traced)
    assert not list(checks.moved_passages(desk.ada.database))
    assert not list(checks.moved_anchors(desk.ada.database))
    assert asked
    assert not any("substr" in sql for sql in asked)


def test_it_says_which_extras_are_there_and_how_the_others_are_installed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("workbench.services.record.installation.EXTRAS", {"pdf": "json", "gone": "no_such_module"})
    with Workspace.create(tmp_path / "w", reviewer="ada") as workspace:
        found = [(one.state, one.detail, one.remedy) for one in examine(workspace) if one.check == "extras"]
    assert found == [
        ("ok", "installed: pdf", ""),
        ("ok", "not installed: gone", "pip install 'claim-workbench[gone]'"),
    ]


def test_an_index_file_that_was_harmed_without_its_time_is_told_and_mended(sample: Path) -> None:
    """Disks err, and those who hide evidence know how to set a file's time."""
    terms = next((sample / "index").glob("generation-*")) / "terms.txt"
    terms.write_bytes(terms.read_bytes()[:-1] + b"#")
    files = json.loads((sample / "index" / "manifest.json").read_text(encoding="utf-8"))["files"]
    time = files[str(terms.relative_to(sample / "index"))]["mtime_ns"]
    os.utime(terms, ns=(time, time))
    with Workspace.open(sample, reviewer="eve") as workspace:
        [told] = [one for one in examine(workspace) if one.check == "index"]
        assert (told.state, told.remedy) == ("problem", "workbench reindex --full")
        assert "terms.txt is damaged" in told.detail
        reindex(workspace, full=True)
        assert [one.state for one in examine(workspace) if one.check == "index"] == ["ok"]
