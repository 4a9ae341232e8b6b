"""Rows on stdout: every format whole, nothing that acts on a terminal or in a spreadsheet."""

from __future__ import annotations

import csv
import io
import json
import os
import stat
import threading
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.cli.main import main
from workbench.cli.output import FORMATS, Narrow, emit, emit_rows, plain, rendered, width
from workbench.domain.errors import BadInputError
from workbench.services.record.atomic_files import write_whole
from workbench.services.record.doctor import Finding

texts = st.text(max_size=60)
rows = st.lists(
    st.fixed_dictionaries({"id": st.integers(), "title": texts, "kinds": st.lists(texts, max_size=3)}), max_size=5
)
COLUMNS = ("id", "title", "kinds")
HARMFUL = {chr(code) for code in (*range(0x20), 0x7F, *range(0x80, 0xA0))} - {"\n", "\t"}
BIDI = set("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200e\u200f\u061c")


@given(texts)
def test_plain_text_holds_no_control_or_direction_characters(text: str) -> None:
    assert not set(plain(text)) & (HARMFUL | BIDI)


@given(rows, st.sampled_from(FORMATS))
def test_no_format_lets_control_or_direction_characters_through(found: list[dict[str, object]], format_: str) -> None:
    assert not set(rendered(found, COLUMNS, format_)) & (HARMFUL | BIDI)


@given(rows)
def test_json_and_jsonl_give_the_rows_back(found: list[dict[str, object]]) -> None:
    assert json.loads(rendered(found, COLUMNS, "json")) == found
    lines = rendered(found, COLUMNS, "jsonl").split("\n")[:-1]
    assert [json.loads(line) for line in lines] == found


@given(rows, st.sampled_from(["csv", "tsv"]))
def test_no_text_cell_starts_a_formula(found: list[dict[str, object]], format_: str) -> None:
    reader = csv.reader(io.StringIO(rendered(found, COLUMNS, format_)), delimiter="," if format_ == "csv" else "\t")
    read = list(reader)
    assert read[0] == list(COLUMNS)
    assert len(read) == len(found) + 1
    assert all(cell[:1] not in ("=", "+", "-", "@", "\t", "\r") for row in read[1:] for cell in row[1:])


def test_a_negative_number_stays_a_number_in_csv() -> None:
    assert rendered([{"n": -3}], ("n",), "csv") == "n\n-3\n"


@given(rows)
def test_a_table_and_a_markdown_table_have_one_line_a_row(found: list[dict[str, object]]) -> None:
    for format_ in ("table", "markdown"):
        assert rendered(found, COLUMNS, format_).count("\n") == len(found) + 2


def test_markdown_cells_hold_no_markup() -> None:
    text = rendered([{"title": "<b>|[a](javascript:x)*`_"}], ("title",), "markdown")
    assert "<b>" not in text
    assert r"\|\[a\](javascript:x)\*\`\_" in text


def test_wide_and_combining_characters_take_their_columns() -> None:
    assert width("漢字") == 4
    assert width("e\u0301") == 1


@pytest.mark.parametrize("columns", [1, 5, 20, 40, 79, 200])
def test_a_table_never_runs_over_the_edge_of_the_terminal(monkeypatch: pytest.MonkeyPatch, columns: int) -> None:
    rows = [{name: "wörter 日本語 " * 9 for name in "abcdefgh"}]
    monkeypatch.setenv("COLUMNS", str(columns))
    monkeypatch.setattr("sys.stdout.isatty", lambda: True)
    for line in rendered(rows, tuple("abcdefgh"), "table").splitlines():
        assert width(line) <= max(2, columns)


@pytest.mark.parametrize(
    ("columns", "shown", "left_out"),
    [(200, "id source day words score rank", ""), (80, "id source day words", "score, rank"), (60, "id day words", "")],
)
def test_what_is_read_has_room_on_a_narrow_terminal(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], columns: int, shown: str, left_out: str
) -> None:
    """Lesser columns are left out and named; files and pipes hold every column."""
    row = {"id": "an-identifier-of-it", "source": "S" * 30, "day": "2026-01-02", "words": "W" * 90}
    rows, names = [{**row, "score": 1.25, "rank": 3}], ("id", "source", "day", "words", "score", "rank")
    narrow = Narrow("words", ("rank", "score", "source"))
    monkeypatch.setenv("COLUMNS", str(columns))
    monkeypatch.setattr("sys.stdout.isatty", lambda: True)
    emit_rows(rows, names, "table", None, narrow)
    out, err = capsys.readouterr()
    assert out.split("\n")[0].split() == shown.split()
    assert all(width(line) <= columns for line in out.splitlines())
    assert row["id"] in out
    assert out.count("W") >= 25
    assert left_out in err
    assert ("Left out" in err) is (len(shown.split()) < len(names))
    emit_rows(rows, names, "csv", None, narrow)
    assert capsys.readouterr().out.startswith("id,source,day,words,score,rank\n")


@pytest.mark.parametrize(("columns", "cut"), [(80, True), (200, False)])
def test_a_remedy_that_the_table_cuts_stands_whole_below_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], columns: int, cut: bool
) -> None:
    found = Finding("reader", "problem", "The reader of scans is not there.", "pip install 'claim-workbench[ocr]'")
    monkeypatch.setattr("workbench.services.record.doctor.examine", lambda *_, **__: [found])
    assert main(["init", str(tmp_path / "w")]) == 0
    capsys.readouterr()
    monkeypatch.setenv("COLUMNS", str(columns))
    monkeypatch.setattr("sys.stdout.isatty", lambda: True)
    assert main(["-w", str(tmp_path / "w"), "doctor"]) == 1
    out, err = capsys.readouterr()
    assert (found.remedy in out) is not cut
    assert (f"reader: {found.remedy}" in err) is cut


def test_a_file_and_stdout_get_the_same_bytes(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    emit("é\n")
    emit("é\n", tmp_path / "out.txt")
    assert (tmp_path / "out.txt").read_bytes() == capsys.readouterr().out.encode()


def test_a_file_that_cannot_be_written_is_one_sentence_and_leaves_nothing(tmp_path: Path) -> None:
    with pytest.raises(BadInputError, match="cannot be written"):
        write_whole(tmp_path / "missing" / "out.txt", b"x")
    (tmp_path / "folder").mkdir()
    with pytest.raises(BadInputError, match="cannot be written"):
        write_whole(tmp_path / "folder", b"x")
    assert [path.name for path in tmp_path.iterdir()] == ["folder"]


def test_a_written_file_has_ordinary_permissions(tmp_path: Path) -> None:
    write_whole(tmp_path / "out.txt", b"x")
    (tmp_path / "other").write_bytes(b"x")
    assert stat.S_IMODE((tmp_path / "out.txt").stat().st_mode) == stat.S_IMODE((tmp_path / "other").stat().st_mode)


def test_a_pipe_or_device_is_written_to_and_not_replaced(tmp_path: Path) -> None:
    """A file renamed onto /dev/null would take its place for every program of the machine."""
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    read: list[bytes] = []
    reader = threading.Thread(target=lambda: read.append(pipe.read_bytes()))
    reader.start()
    write_whole(pipe, b"rows\n")
    reader.join()
    assert read == [b"rows\n"]
    assert stat.S_ISFIFO(pipe.stat().st_mode)
    with pytest.raises(BadInputError, match="cannot be written: Is a directory"):
        write_whole(tmp_path, b"rows\n")


def test_a_link_is_followed_and_stays_a_link(tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to("target")
    write_whole(tmp_path / "link", b"rows")
    assert (tmp_path / "link").is_symlink()
    assert (tmp_path / "target").read_bytes() == b"rows"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["link", "target"]


def test_standard_output_by_name_is_written_to(tmp_path: Path, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    """`-o /dev/stdout > FILE` fills the file, and /dev/stdout stays what it was for the machine."""
    (tmp_path / "stdout").symlink_to("/proc/self/fd/1")
    write_whole(tmp_path / "stdout", b"rows\n")
    assert capfdbinary.readouterr().out == b"rows\n"
    assert (tmp_path / "stdout").is_symlink()
