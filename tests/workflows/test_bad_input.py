"""Whatever is thrown at the program: one clear sentence, the right exit code, nothing lost."""

from __future__ import annotations

import json
import shlex
import shutil
import sqlite3
from functools import partial
from pathlib import Path

import pytest

from tests.workflows import program
from workbench.cli.main import main
from workbench.domain.errors import BadInputError
from workbench.services.workspace import load_config
from workbench.store import patience

run = partial(program.run, here=True)
succeed = partial(program.succeed, here=True)
refused = partial(program.refused, here=True)

HOSTILE = (
    "The port of Odesa [sic] handled [/foo] 40 ships <script>alert(1)</script> "
    "\x1b[31mred\x1b[0m \u202eright\u202c in 2021.\x00"
)


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    path = tmp_path / "work"
    succeed("init", path)
    return path


def claims_db_rows(workspace: Path) -> int:
    with sqlite3.connect(workspace / "claims.db") as connection:
        count: int = connection.execute("SELECT count(*) FROM articles").fetchone()[0]
    connection.close()
    return count


def test_an_empty_file(workspace: Path, tmp_path: Path) -> None:
    (tmp_path / "empty.txt").touch()
    assert "empty.txt" in refused("article", "add", tmp_path / "empty.txt", workspace=workspace, code=2)
    assert claims_db_rows(workspace) == 0


def test_a_binary_file(workspace: Path, tmp_path: Path) -> None:
    (tmp_path / "noise.txt").write_bytes(bytes(range(256)) * 64)
    assert "noise.txt" in refused("article", "add", tmp_path / "noise.txt", workspace=workspace, code=2)


def test_fifty_megabytes_of_text(workspace: Path, tmp_path: Path) -> None:
    (tmp_path / "big.txt").write_text("The harbour was closed for 3 days in 2019. " * 1_200_000, encoding="utf-8")
    assert "big.txt" in refused("article", "add", tmp_path / "big.txt", workspace=workspace, code=2)


def test_a_missing_path(workspace: Path, tmp_path: Path) -> None:
    assert "nowhere.txt" in refused("article", "add", tmp_path / "nowhere.txt", workspace=workspace, code=2)
    assert "nowhere.txt" in refused("evidence", "add", tmp_path / "nowhere.txt", workspace=workspace, code=2)


def test_a_folder_without_readable_files(workspace: Path, tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "folder" / "noise.bin").write_bytes(bytes(range(256)) * 8)
    refused("article", "add", tmp_path / "folder", workspace=workspace, code=2)


def test_a_broken_line_is_named_and_the_good_ones_go_in(workspace: Path, tmp_path: Path) -> None:
    lines = [json.dumps({"id": f"n{i}", "title": f"Note {i}", "text": f"Ship {i} left port."}) for i in range(3)]
    lines[1] = '{"id": "n1", "title": '
    (tmp_path / "rows.jsonl").write_text("\n".join(lines), encoding="utf-8")
    done = succeed("evidence", "add", tmp_path / "rows.jsonl", "--format", "json", workspace=workspace)
    assert done.rows[0]["added"] == 2
    assert "rows.jsonl" in done.err
    assert "line 2" in done.err or ":2" in done.err


def test_two_rows_with_one_id(workspace: Path, tmp_path: Path) -> None:
    rows = [{"id": "same", "title": "A", "text": "First text."}, {"id": "same", "title": "B", "text": "Second text."}]
    (tmp_path / "rows.jsonl").write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    done = succeed("evidence", "add", tmp_path / "rows.jsonl", "--format", "json", workspace=workspace)
    assert done.rows[0]["added"] == 1
    assert "same" in done.err


def test_a_column_that_is_not_there_and_a_field_that_is_none(workspace: Path, tmp_path: Path) -> None:
    (tmp_path / "rows.jsonl").write_text('{"title": "A", "body": "The bridge opened in 2019."}', encoding="utf-8")
    for command in ("article", "evidence"):
        adding = (command, "add", tmp_path / "rows.jsonl", "--column")
        assert "columns are title, body" in refused(*adding, "text=zzz", workspace=workspace, code=2)
        assert "publisher, author" in refused(*adding, "nope=body", workspace=workspace, code=2)
        assert command == "evidence" or claims_db_rows(workspace) == 0


def test_a_date_that_is_none(workspace: Path, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("The bridge opened in 2019.", encoding="utf-8")
    error = refused("article", "add", tmp_path / "a.txt", "--published", "29/01/22", workspace=workspace, code=2)
    assert "YYYY-MM-DD" in error
    assert "2022-13-01" in refused("search", "bridge", "--before", "2022-13-01", workspace=workspace, code=2)
    row = {"id": "r", "title": "T", "text": "The bridge opened.", "published": "someday"}
    (tmp_path / "rows.jsonl").write_text(json.dumps(row), encoding="utf-8")
    done = succeed("evidence", "add", tmp_path / "rows.jsonl", "--format", "json", workspace=workspace)
    assert done.err.startswith("Note on ")
    assert "someday" in done.err
    assert (done.rows[0]["added"], done.rows[0]["skipped"]) == (1, 0)


def test_a_folder_that_is_no_workspace(tmp_path: Path) -> None:
    (tmp_path / "plain").mkdir()
    assert "workbench init" in refused("article", "list", workspace=tmp_path / "plain", code=2)
    assert "workbench init" in refused("article", "list", workspace=tmp_path / "missing", code=2)
    (tmp_path / "plain" / "claims.db").write_text("not a database at all, just some words", encoding="utf-8")
    refused("article", "list", workspace=tmp_path / "plain", code=2)
    (tmp_path / "plain" / "claims.db").unlink()
    sqlite3.connect(tmp_path / "plain" / "claims.db").execute("CREATE TABLE t (x)").connection.close()
    refused("article", "list", workspace=tmp_path / "plain", code=2)


def test_a_workspace_of_a_newer_version(workspace: Path) -> None:
    connection = sqlite3.connect(workspace / "claims.db")
    connection.execute("PRAGMA user_version = 999")
    connection.close()
    assert "newer" in refused("article", "list", workspace=workspace, code=2)


def test_a_database_locked_by_another_process(
    workspace: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is asked for half a minute (here less), once, and then told in one sentence; nothing is half stored."""
    monkeypatch.setattr(patience, "PATIENCE_SECONDS", 0.2)
    (tmp_path / "a.txt").write_text("The bridge opened in 2019.", encoding="utf-8")
    holder = sqlite3.connect(workspace / "claims.db", isolation_level=None)
    holder.execute("BEGIN EXCLUSIVE")
    try:
        code = main(["-w", str(workspace), "article", "add", str(tmp_path / "a.txt")])
    finally:
        holder.execute("ROLLBACK")
        holder.close()
    told = capsys.readouterr().err
    assert code == 2
    assert told.count("locked by another program") == 1
    succeed("article", "add", tmp_path / "a.txt", workspace=workspace)


@pytest.mark.parametrize("harm", ["deleted", "truncated", "foreign"])
def test_a_damaged_index_is_found_and_mended(sample: Path, harm: str) -> None:
    files = sorted(path for path in (sample / "index").rglob("*") if path.is_file())
    manifest = next(path for path in files if path.name == "manifest.json")
    if harm == "deleted":
        shutil.rmtree(sample / "index")
    elif harm == "truncated":
        for path in files:
            if path != manifest:
                path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])
    else:
        text = manifest.read_text(encoding="utf-8").replace("all-MiniLM-L6-v2", "another-model")
        manifest.write_text(text, encoding="utf-8")
    error = refused("search", "Nord Stream 2", "--mode", "dense", workspace=sample, code=3)
    assert "workbench reindex" in error
    assert run("doctor", workspace=sample).code == 1
    succeed("reindex", workspace=sample)
    succeed("search", "Nord Stream 2", "--mode", "dense", workspace=sample)
    assert run("doctor", workspace=sample).code == 0


def test_an_article_goes_in_beside_a_damaged_index(sample: Path, tmp_path: Path) -> None:
    (sample / "index" / "manifest.json").write_text("{", encoding="utf-8")
    (tmp_path / "a.txt").write_text("The bridge opened in 2019 and cost £40 million.", encoding="utf-8")
    assert "added" in succeed("article", "add", tmp_path / "a.txt", workspace=sample).out
    assert run("search", "bridge", "--mode", "dense", workspace=sample).code == 3


@pytest.mark.parametrize(
    "query",
    [
        '"unclosed quote',
        "((((",
        "NEAR(a b)",
        "col:x AND OR NOT",
        "🚢🚢",
        "*",
        "-- ; DROP TABLE claims",
        "pipeline " * 10_000,
    ],
    ids=["quote", "parentheses", "near", "operators", "emoji", "star", "sql", "10,000 words"],
)
def test_any_words_can_be_searched(sample: Path, query: str) -> None:
    succeed("search", "--", query, workspace=sample)


def test_a_query_without_words(sample: Path) -> None:
    refused("search", " ", workspace=sample, code=2)


def test_hostile_text_goes_in_and_comes_out_as_words(workspace: Path, tmp_path: Path) -> None:
    (tmp_path / "hostile.txt").write_text(HOSTILE, encoding="utf-8")
    succeed("article", "add", tmp_path / "hostile.txt", workspace=workspace)
    for arguments in (["claim", "list"], ["article", "show", "1"], ["article", "list"]):
        for format_ in ("table", "json", "csv", "markdown"):
            out = succeed(*arguments, "--format", format_, workspace=workspace).out
            assert not set(out) & {"\x1b", "\x00", "\u202e"}
    out = succeed("article", "show", "1", workspace=workspace).out
    assert "[sic]" in out
    assert "[/foo]" in out
    assert "<script>" in out


def test_usage_errors_are_code_2(workspace: Path) -> None:
    assert run("nonsense", workspace=workspace).code == 2
    assert run("article", "add", workspace=workspace).code == 2
    assert run("search", "x", "-k", "many", workspace=workspace).code == 2
    assert run("article", "show", "999", workspace=workspace).code == 2
    assert "article list" in refused("claim", "list", "--article", "999", workspace=workspace, code=2)
    for arguments in (["claim", "list", "--article"], ["claim", "show"], ["article", "show"], ["undo", "--event"]):
        assert "larger than any" in refused(*arguments, "9" * 23, workspace=workspace, code=2)


def test_without_a_terminal_the_terminal_ui_says_so_and_does_not_wait(workspace: Path) -> None:
    assert "terminal" in refused(workspace=workspace, code=2)
    assert "terminal" in refused("demo", workspace / "sample", code=2)


def test_the_next_step_can_be_pasted_whatever_the_folder_is_called(tmp_path: Path) -> None:
    folder = tmp_path / "a b's"
    told = succeed("init", folder).err
    words = shlex.split(told.partition("Next: ")[2])
    assert words == ["workbench", "--workspace", str(folder), "article", "add", "FILE"]


@pytest.mark.parametrize("arguments", [("evidence", "show", "a", "b"), ("article", "add"), ("nonsense",)])
def test_what_click_says_is_a_sentence_and_names_the_help(arguments: tuple[str, ...], workspace: Path) -> None:
    said, stop, rest = refused(*arguments, workspace=workspace, code=2).partition(". `workbench")
    assert said.startswith("Error: ")
    assert stop
    assert rest.strip().endswith("--help` shows how it is used.")


def test_a_configuration_that_is_named_and_is_not_there_is_told(
    workspace: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("WORKBENCH_CONFIG", str(tmp_path / "none.toml"))
    told = f"WORKBENCH_CONFIG names {tmp_path / 'none.toml'}, which is not there"
    assert told in refused("article", "list", workspace=workspace, code=2), "though the reviewer is named"
    monkeypatch.delenv("WORKBENCH_REVIEWER")
    assert told in refused("article", "list", workspace=workspace, code=2)


def test_a_name_that_is_none_in_the_configuration_is_told_with_its_file(
    workspace: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    config = tmp_path / "mine.toml"
    config.write_text("reviewer = 5\n", encoding="utf-8")
    monkeypatch.setenv("WORKBENCH_CONFIG", str(config))
    monkeypatch.delenv("WORKBENCH_REVIEWER")
    assert str(config) in refused("article", "list", workspace=workspace, code=2)


@pytest.mark.parametrize("text", ["a=" + "[" * 20_000 + "]" * 20_000, "x=" + "9" * 5_000])
def test_what_python_does_not_read_of_a_configuration_is_one_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, text: str
) -> None:
    path = tmp_path / "config.toml"
    path.write_text(text)
    monkeypatch.setenv("WORKBENCH_CONFIG", str(path))
    with pytest.raises(BadInputError, match="is not valid TOML"):
        load_config()


def test_a_mark_at_the_beginning_of_a_configuration_does_no_harm(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "config.toml"
    path.write_bytes(b'\xef\xbb\xbfreviewer = "Ann"')
    monkeypatch.setenv("WORKBENCH_CONFIG", str(path))
    assert load_config() == {"reviewer": "Ann"}
