"""The record's chain: whatever is done with the program keeps it whole, whatever is done behind its back is told."""

from __future__ import annotations

import io
import os
import sqlite3
import subprocess
import zipfile
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest

from tests.services.desk import Clock, Desk
from workbench.cli.main import main
from workbench.domain.errors import BadInputError, WorkspaceError
from workbench.ingest import ReadOptions
from workbench.reports.heads import WITHOUT, head_in
from workbench.services.evidence.sources import add_evidence
from workbench.services.record import history
from workbench.services.record.backup import backup, restore
from workbench.services.record.bundling import export_bundle
from workbench.services.record.doctor import Finding, compare, examine_record
from workbench.services.record.export import export
from workbench.services.record.export_formats import FORMATS
from workbench.services.record.import_ import import_report
from workbench.services.review import review
from workbench.services.review.desk_work import tag
from workbench.services.review.reviewers import add_reviewer, list_reviewers
from workbench.services.workspace import Workspace
from workbench.store import chain
from workbench.store.record_checks import LITESTREAM


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Desk]:
    clock = Clock()
    clock.stop(monkeypatch)
    made = Desk(tmp_path, clock)
    made.review_all()
    yield made
    made.close()


def problems(path: Path) -> list[Finding]:
    with Workspace.open(path, reviewer="eve") as workspace:
        return [finding for finding in examine_record(workspace) if finding.state != "ok"]


def words(path: Path) -> str:
    return "\n".join(finding.detail for finding in problems(path))


def by_hand(folder: Path, *statements: str) -> None:
    """Change the file as anyone with SQLite can: what guards a table is taken off first and put back after."""
    with closing(sqlite3.connect(folder / "claims.db", isolation_level=None)) as connection:
        connection.execute("PRAGMA foreign_keys = OFF")
        guards = connection.execute("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'").fetchall()
        for name, _ in guards:
            connection.execute(f"DROP TRIGGER {name}")
        for statement in statements:
            connection.execute(statement)
        for _, sql in guards:
            connection.execute(sql)


def test_a_record_that_only_the_program_wrote_is_whole(desk: Desk) -> None:
    assert not problems(desk.path)


@pytest.mark.parametrize(
    ("statement", "told"),
    [
        ("UPDATE verdicts SET rating = 'True' WHERE id = 6", "verdict 6"),
        ("UPDATE verdicts SET evidence = '[]' WHERE id = 1", "verdict 1"),
        ("UPDATE verdicts SET known_at = '2020-01-01' WHERE id = 2", "verdict 2"),
        ("DELETE FROM verdicts WHERE id = 6", "verdict 6"),
        ("UPDATE claims SET text = 'Another wording' WHERE id = 3", "claim 3"),
        ("UPDATE claims SET suggestion = '{}' WHERE id = 3", "claim 3"),
        ("UPDATE claims SET rating = 'True' WHERE id = 2", "claim 2"),
        ("UPDATE claims SET status = 'open' WHERE id = 2", "claim 2"),
        ("INSERT INTO claims SELECT 99, article_id, start, \"end\", quote, prefix, suffix, text, kinds, speaker, "
         "speaker_alias, attribution, attribution_verb, checkworthiness, reasons, quantities, times, resolutions, "
         "origin, suggestion, status, rating, duplicate_of, note, version, removed_at, media_start, media_end "
         "FROM claims WHERE id = 5",
         "claim 99"),
        ("UPDATE articles SET text = replace(text, '40 ships', '90 ships')", "article 1"),
        ("UPDATE articles SET published = '2022-01-01'", "article 1"),
        ("UPDATE sources SET text = replace(text, '3.1m', '1.9m') WHERE id = 'accounts'", "source accounts"),
        ("UPDATE sources SET publisher = 'Nobody' WHERE id = 'log'", "source log"),
        ("UPDATE evidence SET stance = 'supports' WHERE id = 2", "evidence 2"),
        ("DELETE FROM evidence WHERE id = 2", "evidence 2"),
        ("UPDATE events SET reviewer = 'bo' WHERE id = 5", "event 5"),
        ("UPDATE events SET at = '2021-01-01T00:00:00.000Z' WHERE id = 5", "event 5"),
        ("DELETE FROM events WHERE id = 5", "event 5"),
        ("DELETE FROM events WHERE id = (SELECT max(id) FROM events)", "cut off"),
        ("DELETE FROM sqlite_sequence WHERE name = 'events'", "cut off"),
        ("UPDATE seals SET digest = '' WHERE subject = 'verdicts' AND subject_id = '6'", "seals"),
        ("DELETE FROM seals WHERE subject = 'verdicts' AND subject_id = '6'", "verdict 6"),
        ("UPDATE passages SET text = 'Something else.' WHERE source_id = 'log'", "passage"),
        ("UPDATE passages SET hash = 'zz' WHERE source_id = 'log'", "source log"),
        ("UPDATE passages SET removed_at = '2021-01-01T00:00:00.000Z' WHERE source_id = 'log'", "otherwise than its"),
        ("UPDATE workspace SET value = 'politifact' WHERE key = 'scale'", "setting scale"),
        ("UPDATE reviewers SET name = 'ada b' WHERE name = 'ada'", "reviewer ada is missing"),
        ("UPDATE events SET reviewer = X'45FF' WHERE id = 3", "event 3 is not as it was written"),
        ("UPDATE events SET subject_id = CAST(subject_id AS BLOB) WHERE id = 3", "event 3 is not as it was written"),
        ("UPDATE reviewers SET name = 'dee f' WHERE name = 'dee'", "reviewer dee is missing"),
        ("DELETE FROM reviewers WHERE name = 'dee'", "reviewer dee is missing"),
    ],
)  # fmt: skip
def test_what_is_changed_behind_the_programs_back_is_told_with_its_place(desk: Desk, statement: str, told: str) -> None:
    desk.ada.set_setting("scale", "workbench")
    add_reviewer(desk.ada, "dee")
    desk.close()
    by_hand(desk.path, statement)
    assert told in words(desk.path)


def test_bytes_in_the_place_of_the_figures_they_spell_are_told(desk: Desk) -> None:
    tag(desk.ada, "claim", [1], ["cafe"])
    desk.close()
    by_hand(desk.path, "UPDATE tags SET tag = X'cafe'")
    assert "tag 1 is not as event" in words(desk.path)


@pytest.mark.parametrize(
    "statement",
    [
        "DROP TRIGGER verdicts_no_update",
        "DROP TRIGGER events_linked",
        "CREATE TRIGGER mine AFTER INSERT ON verdicts BEGIN UPDATE claims SET text = 'x'; END",
        "DROP INDEX verdicts_by_claim",
        "ALTER TABLE verdicts ADD COLUMN mine TEXT",
    ],
)
def test_tables_and_guards_that_are_not_as_made_are_told(desk: Desk, statement: str) -> None:
    desk.close()
    with closing(sqlite3.connect(desk.path / "claims.db", isolation_level=None)) as connection:
        connection.execute(statement)
    assert statement.split()[2] in words(desk.path) or "verdicts" in words(desk.path)


@pytest.mark.parametrize("name", ["_sqlite_mine", "passages_fts_mine", "passages_fts_data_", "PASSAGES_FTS_X"])
@pytest.mark.parametrize(
    "made",
    [
        "CREATE TRIGGER {} BEFORE INSERT ON verdicts BEGIN SELECT RAISE(IGNORE); END",
        "CREATE VIEW {} AS SELECT * FROM verdicts",
        "CREATE TABLE {} (a)",
        "CREATE INDEX {} ON verdicts(rating)",
    ],
)
def test_what_is_named_like_a_table_of_the_library_is_told_too(desk: Desk, name: str, made: str) -> None:
    desk.close()
    with closing(sqlite3.connect(desk.path / "claims.db", isolation_level=None)) as connection:
        connection.execute(made.format(name))
    assert f"{name} is not of this program" in words(desk.path)


def test_a_trigger_named_like_a_table_that_is_left_out_is_told(desk: Desk) -> None:
    desk.close()
    with closing(sqlite3.connect(desk.path / "claims.db", isolation_level=None)) as connection:
        connection.execute(
            "CREATE TRIGGER _sqlite_migrations BEFORE INSERT ON verdicts BEGIN SELECT RAISE(IGNORE); END"
        )
    assert "trigger _sqlite_migrations is not of this program" in words(desk.path)


@pytest.mark.parametrize("table", ["verdicts", "events", "seals"])
def test_a_verdict_that_is_not_stored_is_not_given(desk: Desk, table: str) -> None:
    with closing(sqlite3.connect(desk.path / "claims.db", isolation_level=None)) as connection:
        connection.execute(f"CREATE TRIGGER mine BEFORE INSERT ON {table} BEGIN SELECT RAISE(IGNORE); END")
    before = desk.ada.database.value("SELECT count(*) FROM verdicts")
    with pytest.raises(WorkspaceError, match=f"{table} .*not stored.*doctor --record"):
        review.rate(desk.ada, desk.claim("reopened").id, "True", why="So it is.", evidence=[])
    assert desk.ada.database.value("SELECT count(*) FROM verdicts") == before


def test_a_number_of_the_schema_that_is_too_low_is_told_and_set_right(desk: Desk) -> None:
    desk.close()
    by_hand(desk.path, "PRAGMA user_version = 3")
    (found,) = problems(desk.path)
    assert (found.state, "of schema 3" in found.detail) == ("repaired", True)
    assert not problems(desk.path)
    assert not list(desk.path.glob("*.backup.db")), "nothing was upgraded"


@pytest.mark.parametrize("some", ["name >= '010'", "1"])
def test_tables_that_are_not_of_the_version_they_are_said_to_be_of_are_no_crash(desk: Desk, some: str) -> None:
    desk.close()
    by_hand(desk.path, f"DELETE FROM _sqlite_migrations WHERE {some}")  # noqa: S608
    assert "the list of upgrades is not the one that this program writes" in words(desk.path)
    by_hand(desk.path, "PRAGMA user_version = 9")
    with pytest.raises(WorkspaceError, match="its tables are not those of the version that it says it is of"):
        Workspace.open(desk.path, reviewer="eve")


def test_original_bytes_that_are_gone_or_changed_are_told(desk: Desk) -> None:
    assert add_evidence(desk.ada, ["-"], options=ReadOptions(stdin=b"The quay of Lowick is long.")).added == 1
    desk.close()
    whole = (desk.path / "claims.db").read_bytes()
    assert not problems(desk.path)
    by_hand(desk.path, "UPDATE raw SET content = x'00'")
    assert "are not those that were read" in words(desk.path)
    (desk.path / "claims.db").write_bytes(whole)
    by_hand(desk.path, "DELETE FROM raw")
    assert "the original bytes of source" in words(desk.path)


LAST_ADDED = (
    "ALTER TABLE evidence DROP COLUMN cited",
    *(f"ALTER TABLE stance_cache DROP COLUMN {column}" for column in ("read", "decides")),
)
"""Takes away the columns that the last migration adds."""


def test_an_upgrade_names_who_was_added_and_did_nothing(desk: Desk) -> None:
    desk.close()
    by_hand(
        desk.path,
        "INSERT INTO reviewers VALUES ('dee', '2022-01-01T00:00:00.000Z')",
        *LAST_ADDED,
        "DELETE FROM _sqlite_migrations WHERE name >= '012'",
        "PRAGMA user_version = 11",
    )
    assert not problems(desk.path)
    with Workspace.open(desk.path, reviewer="ada") as workspace:
        assert [one.name for one in list_reviewers(workspace)] == ["ada", "bo", "cy", "dee"]
        assert history.history(workspace)[-1].words == "added the reviewer dee"


def test_passages_that_change_places_are_told(desk: Desk) -> None:
    """What was accepted as evidence would be another passage."""
    assert {desk.passage("accounts").id, desk.passage("log").id} == {1, 2}
    desk.close()
    by_hand(desk.path, "UPDATE passages SET id = -id", "UPDATE passages SET id = 3 + id")
    told = words(desk.path)
    assert "source accounts is not as event" in told
    assert "source log is not as event" in told


@pytest.fixture
def sealed_without_numbers(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A workspace of the version whose seals of sources did not cover the numbers of passages."""
    clock = Clock()
    clock.stop(monkeypatch)
    with monkeypatch.context() as before:
        newer = chain._seals
        before.setattr(chain, "_seals", lambda *a, **_: newer(*a, numbers=False))
        desk = Desk(tmp_path, clock)
        desk.add_sources()
    assert {desk.passage("accounts").id, desk.passage("log").id} == {1, 2}
    desk.close()
    by_hand(
        desk.path,
        *(f"DROP TABLE {table}" for table in MADE_SINCE),
        "ALTER TABLE evidence DROP COLUMN provenance",
        *LAST_ADDED,
        "DELETE FROM _sqlite_migrations WHERE name >= '010'",
        "PRAGMA user_version = 9",
    )
    return desk.path


def test_an_upgrade_seals_the_numbers_of_passages(sealed_without_numbers: Path) -> None:
    path = sealed_without_numbers
    assert not problems(path)
    by_hand(path, "UPDATE passages SET id = -id", "UPDATE passages SET id = 3 + id")
    assert "source accounts is not as event" in words(path)


def test_an_upgrade_vouches_for_nothing_that_is_not_as_it_was_sealed(sealed_without_numbers: Path) -> None:
    path = sealed_without_numbers
    by_hand(path, "UPDATE passages SET locator = 'page 9' WHERE source_id = 'log'")
    assert "source log is not as event" in words(path)
    assert "accounts" not in words(path)


MADE_SINCE = ("tags", "assignments", "comments", "saved_searches", "notices")
"""Tables that came after the chain."""
ADDED_SINCE = (
    *(("evidence", "provenance"), ("sources", "private"), ("claims", "media_start"), ("claims", "media_end")),
    *(("evidence", "cited"), ("stance_cache", "read"), ("stance_cache", "decides")),
    *((table, column) for table in ("articles", "sources") for column in ("segments", "machine")),
)
"""Columns that came after the chain."""


def test_a_whole_workspace_from_before_the_chain_is_upgraded_and_sealed(desk: Desk) -> None:
    """Whatever columns later migrations add: the one that seals all rows runs before them."""
    desk.close()
    with closing(sqlite3.connect(desk.path / "claims.db", isolation_level=None)) as connection:
        for trigger in ("events_linked", "events_no_update", "events_no_delete", "seals_no_update", "seals_no_delete"):
            connection.execute(f"DROP TRIGGER {trigger}")
        connection.execute("DROP TABLE seals")
        for column in ("covers", "previous", "hash"):
            connection.execute(f"ALTER TABLE events DROP COLUMN {column}")
        for table in MADE_SINCE:
            connection.execute(f"DROP TABLE {table}")
        for table, column in ADDED_SINCE:
            connection.execute(f"ALTER TABLE {table} DROP COLUMN {column}")
            connection.execute("UPDATE events SET after = json_remove(after, ?)", (f"$.{column}",))
        for verb in ("UPDATE", "DELETE"):
            connection.execute(
                f"CREATE TRIGGER events_no_{verb.lower()} BEFORE {verb} ON events "
                "BEGIN SELECT RAISE(ABORT, 'events are append-only'); END"
            )
        connection.execute("DELETE FROM _sqlite_migrations WHERE name >= '007'")
        connection.execute("PRAGMA user_version = 6")
    assert problems(desk.path) == []
    with Workspace.open(desk.path, reviewer="eve") as workspace:
        assert workspace.database.value("SELECT count(*) FROM verdicts") > 4
        assert workspace.database.value("SELECT count(*) FROM seals WHERE subject = 'sources'") == 2


def test_everything_is_told_whatever_else_is_broken(desk: Desk) -> None:
    desk.close()
    by_hand(
        desk.path,
        "UPDATE verdicts SET rating = 'True' WHERE id = 6",
        "UPDATE events SET before = CAST(x'ff7b' AS TEXT) WHERE id = 4",
        "UPDATE claims SET text = CAST(x'ff' AS TEXT) WHERE id = 3",
        "UPDATE articles SET sha256 = CAST(x'c3' AS TEXT)",
    )
    told = words(desk.path)
    for place in ("verdict 6", "event 4", "claim 3", "article 1"):
        assert place in told


def test_the_command_fails_and_says_where(desk: Desk, capsys: pytest.CaptureFixture[str]) -> None:
    desk.close()
    by_hand(desk.path, "UPDATE verdicts SET rating = 'True' WHERE id = 6")
    assert main(["-w", str(desk.path), "doctor", "--record"]) == 1
    assert "verdict 6" in capsys.readouterr().out


def undone(desk: Desk) -> Path:
    desk.ada.set_setting("organisation", "Lowick Checks")
    history.undo(desk.ada)
    history.redo(desk.ada)
    history.undo(desk.bo)
    history.undo(desk.bo)
    return desk.path


def restored(desk: Desk) -> Path:
    backup(desk.ada, desk.folder / "copy.db")
    desk.bo.set_setting("organisation", "Other")
    restore(desk.folder / "copy.db", desk.path, force=True)
    desk.cy.set_setting("organisation", "After")
    return desk.path


def imported(desk: Desk) -> Path:
    written = export(desk.ada, "json", desk.folder / "report.json")
    with Workspace.create(desk.folder / "other", reviewer="dee") as other:
        import_report(other, written.path)
        other.set_setting("organisation", "After")
    return desk.folder / "other"


def imported_in_part(desk: Desk) -> Path:
    desk.add_article("Another text\n\nThe mill of Lowick burns coal.\n", ("The mill of Lowick burns coal",))
    second = desk.add_article("A third text\n\nThe inn of Lowick is shut.\n", ("The inn of Lowick is shut",))
    written = export(desk.ada, "json", desk.folder / "report.json", articles=[second])
    with Workspace.create(desk.folder / "other", reviewer="dee") as other:
        import_report(other, written.path)
        other.set_setting("organisation", "After")
    return desk.folder / "other"


def removed(desk: Desk) -> Path:
    from workbench.store.articles import remove_article, restore_article
    from workbench.store.sources import remove_source

    second = desk.add_article("Another text\n\nThe mill of Lowick burns coal.\n", ("The mill of Lowick burns coal",))
    remove_article(desk.ada.database, second, reviewer="ada")
    restore_article(desk.ada.database, second, reviewer="ada")
    remove_source(desk.ada.database, "log", reviewer="ada")
    history.undo(desk.ada)
    return desk.path


@pytest.mark.parametrize("act", [undone, restored, imported, imported_in_part, removed])
def test_every_act_keeps_the_chain(desk: Desk, act: Callable[[Desk], Path]) -> None:
    path = act(desk)
    desk.close()
    assert not problems(path)


def test_the_trail_can_be_checked_without_this_program(desk: Desk) -> None:
    """The few lines of docs/audit-trail.md, run as they stand there."""
    page = (Path(__file__).resolve().parents[3] / "docs" / "audit-trail.md").read_text(encoding="utf-8")
    code = page.split("```python\n")[1].split("```")[0].replace("claims.db", str(desk.path / "claims.db"))
    said: dict[str, object] = {}
    exec(compile(code, "docs", "exec"), said)
    assert said["head"] == chain.last_link(desk.ada.database.connection.conn)[2]


def test_events_written_past_the_chain_are_refused(desk: Desk) -> None:
    with (
        closing(sqlite3.connect(desk.path / "claims.db")) as connection,
        pytest.raises(sqlite3.IntegrityError, match="linked"),
    ):
        connection.execute("INSERT INTO events (at, reviewer, action, subject, subject_id) VALUES ('','x','x','x','1')")


def test_times_never_run_backwards_with_the_systems_clock(desk: Desk) -> None:
    desk.clock.set("2021-06-01")
    desk.ada.set_setting("organisation", "Later")
    desk.add_article("Another text\n\nThe mill of Lowick burns coal.\n", ("The mill of Lowick burns coal",))
    times = [row["at"] for row in desk.ada.database.rows("SELECT at FROM events ORDER BY id")]
    assert times == sorted(times)
    assert desk.ada.database.value("SELECT max(added_at) FROM articles") == times[-1]


def test_an_event_that_a_wrong_clock_dated_ahead_is_told(desk: Desk) -> None:
    """All that follows is dated like it: better said than found out by a reader."""
    desk.clock.set("2023-02-01")
    desk.ada.set_setting("organisation", "Ahead")
    assert not problems(desk.path)
    desk.clock.set("2022-02-08")
    (found,) = problems(desk.path)
    assert (found.state, "lies ahead of this system's clock" in found.detail) == ("warning", True)


def test_nothing_in_the_environment_dates_the_record(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "86400")
    with Workspace.create(tmp_path / "w", reviewer="ada") as workspace:
        workspace.set_setting("organisation", "x")
        assert workspace.database.value("SELECT min(at) FROM events") > "2026"


def test_every_column_of_a_sealed_table_is_sealed_or_left_out_for_a_reason(desk: Desk) -> None:
    for table, sealed in chain.SEALED.items():
        columns = {row["name"] for row in desk.ada.database.rows(f"PRAGMA table_info({table})")}
        assert columns == (set(sealed) - {"passages", "found"} | columns & {"found"}) | chain.NOT_SEALED.get(
            table, set()
        ), table


def against(desk: Desk, named: object) -> str:
    found = list(compare(desk.ada, str(named)))
    return f"{found[-1].state}: {found[-1].detail}"


REPORTS = ("markdown", "html", "pdf", "docx", "json", "xlsx", "claimreview", "annotations")


@pytest.mark.parametrize("format_", REPORTS)
def test_a_record_is_known_again_by_every_report_made_of_it(desk: Desk, format_: str) -> None:
    written = export(desk.ada, format_, desk.folder / "report", page_url="https://checks.example/x").path
    assert against(desk, written).startswith("ok: the same record")
    desk.ada.set_setting("organisation", "Lowick Checks")
    assert against(desk, written).startswith("ok: a continuation")


def test_a_record_is_known_again_by_a_bundle_whatever_its_sources_say(desk: Desk) -> None:
    false = f"Head of the record: sha256:{'0' * 64}"
    path = desk.file("false.xml", f"<html><body><p>The basin is deep. {false}</p></body></html>")
    with zipfile.ZipFile(export_bundle(desk.ada, desk.folder / "report.zip").path) as bundle:
        names = bundle.namelist()
    assert "report.json" in names
    with zipfile.ZipFile(desk.folder / "report.zip", "a") as bundle:
        bundle.write(path, "sources/false.xml")
    assert against(desk, desk.folder / "report.zip").startswith("ok: the same record")
    desk.ada.set_setting("organisation", "Lowick Checks")
    assert against(desk, desk.folder / "report.zip").startswith("ok: a continuation")


WITHOUT_HEAD = ("csv", "averitec", "feed", "csl-json", "ris", "bibtex", "obsidian", "community-note")


@pytest.mark.parametrize("format_", WITHOUT_HEAD)
def test_what_has_no_place_for_a_head_is_told_so(desk: Desk, format_: str) -> None:
    written = export(desk.ada, format_, desk.folder / "report", page_url="https://checks.example/x").path
    with pytest.raises(BadInputError, match="names no head"):
        against(desk, written)


def test_formats_either_name_the_head_or_are_listed_as_without() -> None:
    assert {*REPORTS, *WITHOUT_HEAD} == set(FORMATS)
    named = WITHOUT.casefold().replace(" ", "-")
    assert all(one in named for one in WITHOUT_HEAD)


def test_a_record_is_known_again_by_a_backup_and_by_the_hash(desk: Desk) -> None:
    head = backup(desk.ada, desk.folder / "copy.db").head
    desk.ada.set_setting("organisation", "Lowick Checks")
    for named in (desk.folder / "copy.db", head, f"sha256:{head.upper()}"):
        assert against(desk, named).startswith("ok: a continuation")
    newer = backup(desk.ada, desk.folder / "newer.db").head
    restore(desk.folder / "copy.db", desk.path, force=True)
    assert against(desk, head).startswith("ok: the same record")
    assert against(desk, newer).startswith("problem: this is another record, or one that was rewritten or set back")


def test_a_record_that_was_rewritten_whole_is_told_by_what_was_written_down_before(desk: Desk) -> None:
    """Someone who changes a rating and computes all hashes again deceives the record, but no report of it."""
    written = export(desk.ada, "html", desk.folder / "report.html").path
    desk.close()
    with closing(sqlite3.connect(desk.path / "claims.db", isolation_level=None)) as connection:
        guards = connection.execute("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'").fetchall()
        for name, _ in guards:
            connection.execute(f"DROP TRIGGER {name}")
        connection.execute("UPDATE verdicts SET rationale = 'Something else.' WHERE id = 6")
        (number, after) = connection.execute(
            "SELECT id, after FROM events WHERE subject = 'verdicts' AND subject_id = '6'"
        ).fetchone()
        after = after.replace("The uninsured part was under £2m.", "Something else.")
        connection.execute("UPDATE events SET after = ? WHERE id = ?", (after, number))
        connection.execute(
            "UPDATE seals SET digest = ? WHERE subject = 'verdicts' AND subject_id = '6'",
            (chain.row_seal(connection, "verdicts", 6),),
        )
        names = (*chain.EVENT_COLUMNS, "hash")
        rows = connection.execute(f"SELECT {', '.join(names)} FROM events ORDER BY id").fetchall()  # noqa: S608
        previous = chain.GENESIS
        for row in rows:
            event = dict(zip(names, row, strict=True))
            seals = connection.execute(
                "SELECT subject, subject_id, digest FROM seals WHERE event_id = ?", (event["id"],)
            ).fetchall()
            event |= {"previous": previous, "covers": chain.covers(seals)}
            previous = chain.event_hash([event[name] for name in chain.EVENT_COLUMNS])
            connection.execute(
                "UPDATE events SET previous = ?, covers = ?, hash = ? WHERE id = ?",
                (event["previous"], event["covers"], previous, event["id"]),
            )
        for _, sql in guards:
            connection.execute(sql)
    assert not problems(desk.path)
    assert against(desk, written).startswith("problem: this is another record, or one that was rewritten")


def test_a_whole_export_that_was_imported_is_a_continuation_of_its_origin(desk: Desk) -> None:
    written = export(desk.ada, "json", desk.folder / "report.json").path
    with Workspace.create(desk.folder / "other", reviewer="dee") as other:
        import_report(other, written)
        assert list(compare(other, str(written)))[-1].detail.startswith("a continuation")
        words = history.history(other)[-1].words
        head = chain.last_link(desk.ada.database.connection.conn)[2]
        assert words.startswith("imported a record that workbench ")
        assert words.endswith(f" exported, head {head}, and sealed it")


@pytest.mark.parametrize("content", [b"", b"{}", b"[]", b"no report", b"PK\x03\x04no zip", b"SQLite format 3\x00"])
def test_a_file_without_a_head_is_told(desk: Desk, content: bytes) -> None:
    (desk.folder / "file").write_bytes(content)
    with pytest.raises(BadInputError):
        list(compare(desk.ada, str(desk.folder / "file")))
    with pytest.raises(BadInputError, match="cannot be read as a file"):
        list(compare(desk.ada, "nothing"))


@pytest.mark.parametrize(
    "content", [b'{"articles": [], "state": [1]}', b'{"articles": 1, "state": "x"}', b'[[1], "a"]']
)
def test_json_of_another_shape_has_no_head(content: bytes) -> None:
    with pytest.raises(BadInputError, match="names no head"):
        head_in(content, "file")


def package_of(parts: int, size: int, method: int = zipfile.ZIP_DEFLATED) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", method) as package:
        for number in range(parts):
            package.writestr(f"{number}.xml", b" " * size)
    return out.getvalue()


def changed(content: bytes, at: int, to: bytes) -> bytes:
    return content[:at] + to + content[at + len(to) :]


def plain() -> bytes:
    return package_of(1, 100)


def entry(content: bytes) -> int:
    return content.index(b"PK\x01\x02")


HOSTILE: dict[str, tuple[Callable[[], bytes], str]] = {
    "encrypted": (lambda: changed(plain(), entry(plain()) + 8, b"\x01"), "damaged or locked"),
    "method": (lambda: changed(plain(), entry(plain()) + 10, b"\x4d"), "damaged or locked"),
    "deflate": (lambda: changed(plain(), 35, b"\xff\xff\xff"), "damaged or locked"),
    "lzma": (lambda: changed(package_of(1, 100, zipfile.ZIP_LZMA), 39, b"\xff" * 8), "damaged or locked"),
    "parts": (lambda: package_of(10_001, 0), "more than the 10,000 parts"),
    "size": (lambda: package_of(5, 41_000_000), "200 MB"),
}


@pytest.mark.parametrize("kind", HOSTILE)
def test_a_package_that_is_damaged_locked_or_too_large_is_told(kind: str) -> None:
    make, words = HOSTILE[kind]
    with pytest.raises(BadInputError, match=words):
        head_in(make(), "file")


def test_an_article_cannot_pass_off_a_head_of_its_own(desk: Desk) -> None:
    false = f"Head of the record: sha256:{'0' * 64}"
    desk.add_article(f"A text\n\nThe mill burns coal. {false}\n", ("The mill burns coal",))
    assert against(desk, export(desk.ada, "json", desk.folder / "r.json").path).startswith("ok")
    written = export(desk.ada, "markdown", desk.folder / "r.md", full=True).path
    with pytest.raises(BadInputError, match="2 different heads"):
        list(compare(desk.ada, str(written)))


def test_the_command_compares(desk: Desk, capsys: pytest.CaptureFixture[str]) -> None:
    head = chain.last_link(desk.ada.database.connection.conn)[2]
    assert main(["-w", str(desk.path), "doctor", "--against", head]) == 0
    assert main(["-w", str(desk.path), "doctor", "--against", "0" * 64]) == 1
    assert main(["-w", str(desk.path), "doctor", "--against", "0" * 63]) == 2


def test_the_head_is_written_signed_and_known_again(desk: Desk, capsys: pytest.CaptureFixture[str]) -> None:
    key, file = desk.folder / "key", desk.folder / "record.head"
    subprocess.run(["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-C", "desk", "-f", key], check=True)
    assert main(["-w", str(desk.path), "head", "-o", str(file), "--sign", str(key)]) == 0
    signers = desk.folder / "signers"
    signers.write_text(f"desk {key.with_suffix('.pub').read_text(encoding='utf-8')}", encoding="utf-8")
    verify = [
        "ssh-keygen",
        "-Y",
        "verify",
        "-f",
        str(signers),
        "-I",
        "desk",
        "-n",
        "workbench-record",
        "-s",
        f"{file}.sig",
    ]
    assert subprocess.run(verify, input=file.read_bytes(), check=False, capture_output=True).returncode == 0
    assert main(["-w", str(desk.path), "doctor", "--against", str(file)]) == 0
    capsys.readouterr()
    assert main(["-w", str(desk.path), "head"]) == 0
    assert capsys.readouterr().out.strip() in file.read_text(encoding="utf-8")
    assert main(["-w", str(desk.path), "head", "--sign", str(key)]) == 2
    assert main(["-w", str(desk.path), "head", "-o", str(file), "--sign", str(desk.folder / "no key")]) == 2


STAND_IN = """#!/bin/sh
# takes what minisign 0.11 takes for signing, and refuses the rest as it does
[ "$#" = 7 ] && [ "$1 $2 $4 $6" = "-S -s -m -x" ] && [ -f "$3" ] && [ -f "$5" ] || exit 1
grep -q "refused" "$3" && exit 2
printf 'untrusted comment: signature from minisign secret key\\n%s\\n' "$(cat "$5")" > "$7"
"""


def test_a_key_of_minisign_signs_with_minisign(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """By a program that stands in for it: it is in no package index of Python."""
    key, file, programs = desk.folder / "minisign.key", desk.folder / "record.head", desk.folder / "bin"
    key.write_text("untrusted comment: minisign encrypted secret key\nRWRTY0Iy\n", encoding="utf-8")
    signing = ["-w", str(desk.path), "head", "-o", str(file), "--sign", str(key)]
    programs.mkdir()
    monkeypatch.setenv("PATH", str(programs))
    assert main(signing) == 2
    assert "minisign is not installed; nothing was signed" in capsys.readouterr().err
    assert not file.with_name("record.head.minisig").exists()
    monkeypatch.setenv("PATH", f"{programs}{os.pathsep}/usr/bin{os.pathsep}/bin")
    (programs / "minisign").write_text(STAND_IN, encoding="utf-8")
    (programs / "minisign").chmod(0o755)
    assert main(signing) == 0
    assert file.read_text(encoding="utf-8").strip() in file.with_name("record.head.minisig").read_text(encoding="utf-8")
    assert not file.with_name("record.head.sig").exists()
    key.write_text("untrusted comment: refused\n", encoding="utf-8")
    assert main(signing) == 2
    assert "minisign did not sign" in capsys.readouterr().err
    assert not file.with_name("record.head.minisig").exists()


def test_the_tables_of_litestream_are_known_to_the_letter(desk: Desk) -> None:
    """A standby is replicated with two small tables of its own in the file; what only bears their names is told."""
    desk.close()
    with closing(sqlite3.connect(desk.path / "claims.db", isolation_level=None)) as connection:
        for made in LITESTREAM.values():
            connection.execute(made)
        assert "litestream" not in words(desk.path)
        connection.execute("DROP TABLE _litestream_lock")
        connection.execute("CREATE TABLE _litestream_lock (id INTEGER, rating TEXT)")
    assert "the table _litestream_lock is not of this program" in words(desk.path)
