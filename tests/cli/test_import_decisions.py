"""Decisions come back from a spreadsheet as acts of the reviewer; what changed meanwhile is never overwritten."""

from __future__ import annotations

import csv
import io
import json
import re
import struct
import tracemalloc
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook, load_workbook

from tests.services.desk import Clock, Desk
from workbench.cli.main import main
from workbench.domain.withheld import KEPT_BACK
from workbench.reports.decision_sheet import read_decisions
from workbench.services.claims.claim_editing import edit_wording
from workbench.services.record.history import undo
from workbench.services.review.blind import visible_claim
from workbench.services.review.desk_work import tag, tags_on
from workbench.services.review.review import rate, record_of, request_second_opinion
from workbench.store.record_checks import head

Capture = pytest.CaptureFixture[bytes]
OPEN = "open"


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Desk]:
    clock = Clock()
    clock.stop(monkeypatch)
    made = Desk(tmp_path, clock)
    made.review_all()
    yield made
    made.close()


def run(desk: Desk, *arguments: str | Path, code: int = 0) -> None:
    assert main(["-w", str(desk.path), "--reviewer", "ada", *map(str, arguments)]) == code


def sheet(desk: Desk, capsysbinary: Capture) -> list[dict[str, str]]:
    """The claims table as a spreadsheet program reads it."""
    capsysbinary.readouterr()
    run(desk, "export", "--format", "csv")
    return list(csv.DictReader(io.StringIO(capsysbinary.readouterr().out.decode(), newline="")))


def save(rows: list[dict[str, str]], path: Path, delimiter: str = ",") -> Path:
    with path.open("w", newline="", encoding="utf-8-sig") as file:
        writer = csv.DictWriter(file, rows[0].keys(), delimiter=delimiter)
        writer.writeheader()
        writer.writerows(rows)
    return path


def told(desk: Desk, capsysbinary: Capture, *arguments: str | Path, code: int = 0) -> list[dict[str, Any]]:
    capsysbinary.readouterr()
    run(desk, "import", "decisions", *arguments, "--format", "json", code=code)
    found: list[dict[str, Any]] = json.loads(capsysbinary.readouterr().out or b"[]")
    return found


def test_a_filled_in_table_is_shown_first_and_then_becomes_acts_that_can_be_undone(
    desk: Desk, tmp_path: Path, capsysbinary: Capture
) -> None:
    rows = sheet(desk, capsysbinary)
    open_row = next(row for row in rows if row["status"] == OPEN)
    number = int(open_row["claim_id"])
    open_row.update(rating="false", rationale="=The accounts say £3.1m.", speaker="Ida Brand, harbour master")
    path = save(rows, tmp_path / "filled.csv")

    shown = told(desk, capsysbinary, path)
    assert {(one["claim_id"], one["what"], one["state"]) for one in shown} == {
        (number, "speaker", "change"),
        (number, "rating", "change"),
    }
    assert record_of(desk.ada, number).standing is None

    done = told(desk, capsysbinary, path, "--apply")
    assert {one["state"] for one in done} == {"done"}
    stands = record_of(desk.ada, number).standing
    assert stands is not None
    assert (stands.rating, stands.rationale, stands.reviewer) == (
        "False",
        "=The accounts say £3.1m.",
        desk.ada.reviewer,
    )
    assert visible_claim(desk.ada, number).speaker == "Ida Brand, harbour master"
    undo(desk.ada)
    assert record_of(desk.ada, number).standing is None


def test_the_untouched_table_changes_nothing(desk: Desk, tmp_path: Path, capsysbinary: Capture) -> None:
    path = save(sheet(desk, capsysbinary), tmp_path / "same.csv", delimiter=";")
    assert told(desk, capsysbinary, path, "--apply") == []


def test_a_table_is_no_second_opinion(desk: Desk, tmp_path: Path, capsysbinary: Capture) -> None:
    """Asked for a view of their own, ada brings back bo's table untouched: it had been kept as hers, word for word.

    Whatever the row says the answer is one, so that nobody learns from it what bo has said.
    """
    row = next(row for row in sheet(desk, capsysbinary) if row["status"] == OPEN)
    number = int(row["claim_id"])
    rate(desk.bo, number, "true", why="The log says so.")
    request_second_opinion(desk.bo, number)
    capsysbinary.readouterr()
    assert main(["-w", str(desk.path), "--reviewer", "bo", "export", "--format", "csv"]) == 0
    shown = list(csv.DictReader(io.StringIO(capsysbinary.readouterr().out.decode(), newline="")))
    [one] = [one for one in shown if one["claim_id"] == row["claim_id"]]
    for rating, reason in (("True", "The log says so."), ("True", "I rang them."), ("False", "The log says so.")):
        path = save([{**one, "rating": rating, "rationale": reason}], tmp_path / "bo.csv")
        [made] = told(desk, capsysbinary, path, "--apply", code=1)
        assert made["state"] == "conflict"
        assert made["reason"].startswith("it waits for your own opinion")
    assert len(record_of(desk.bo, number).verdicts) == 1


def test_a_reason_is_known_again_as_the_table_writes_it(desk: Desk, tmp_path: Path, capsysbinary: Capture) -> None:
    """Signs that nobody sees, breaks of lines and what was kept back make no other reason; a corrected figure does."""
    row = next(row for row in sheet(desk, capsysbinary) if row["status"] == OPEN)
    rate(desk.ada, int(row["claim_id"]), "true", why="It was 1.5 million,\nthe log says.")
    [row] = [one for one in sheet(desk, capsysbinary) if one["claim_id"] == row["claim_id"]]
    path = tmp_path / "own.csv"
    for written in ("It was 1.5 million, the log says.", f"\u202eIt was 1.5\r\nmillion, {KEPT_BACK} says."):
        assert told(desk, capsysbinary, save([{**row, "rationale": written}], path), "--apply") == [], written
    [made] = told(desk, capsysbinary, save([{**row, "rationale": "It was 15 million, the log says."}], path), "--apply")
    assert made["state"] == "done"
    standing = record_of(desk.ada, int(row["claim_id"])).standing
    assert standing is not None
    assert standing.rationale == "It was 15 million, the log says."


@pytest.mark.parametrize(
    ("filled", "what", "reason"),
    [
        ({"rationale": "I rang them."}, "rationale", "a reason without a rating"),
        ({"dropped": "yes", "rating": "true", "rationale": "Seen."}, "dropped", "leave one of them out"),
        ({"rating": "true", "rationale": f"They said {KEPT_BACK}"}, "rating", "write it anew"),
    ],
)
def test_what_is_not_taken_from_a_table_is_named(
    desk: Desk, tmp_path: Path, capsysbinary: Capture, filled: dict[str, str], what: str, reason: str
) -> None:
    row = next(row for row in sheet(desk, capsysbinary) if row["status"] == OPEN)
    [one] = told(desk, capsysbinary, save([{**row, **filled}], tmp_path / "odd.csv"), "--apply", code=1)
    assert (one["what"], one["state"]) == (what, "conflict")
    assert reason in one["reason"]
    assert record_of(desk.ada, int(row["claim_id"])).standing is None


def test_what_was_changed_since_or_rated_by_another_is_a_conflict_and_stays(
    desk: Desk, tmp_path: Path, capsysbinary: Capture
) -> None:
    rows = sheet(desk, capsysbinary)
    edited = next(row for row in rows if row["status"] == OPEN)
    edited.update(rating="true", rationale="Seen.")
    others = next(row for row in rows if row["reviewer"] and row["reviewer"] != desk.ada.reviewer)
    others.update(rating="true" if others["rating"] != "True" else "false", rationale="I see it otherwise.")
    path = save(rows, tmp_path / "old.csv")
    edit_wording(desk.bo, int(edited["claim_id"]), "The repairs cost less than two million pounds.")
    found = {one["claim_id"]: one for one in told(desk, capsysbinary, path, "--apply", code=1)}
    assert found[int(edited["claim_id"])]["reason"] == "the claim was changed after the export"
    assert found[int(others["claim_id"])]["state"] == "conflict"
    assert record_of(desk.ada, int(edited["claim_id"])).standing is None


def test_what_somebody_else_has_published_is_told_as_published(
    desk: Desk, tmp_path: Path, capsysbinary: Capture
) -> None:
    row = next(row for row in sheet(desk, capsysbinary) if row["status"] == "published")
    path = save([{**row, "rating": "half true", "rationale": "No."}], tmp_path / "published.csv")
    assert main(["-w", str(desk.path), "--reviewer", "bo", "import", "decisions", str(path), "--format", "json"]) == 1
    [one] = json.loads(capsysbinary.readouterr().out)
    assert one["reason"].startswith("it is published and locked as Mostly false; `workbench review correct")


def test_the_dry_run_tells_the_conflicts_that_making_it_meets(
    desk: Desk, tmp_path: Path, capsysbinary: Capture
) -> None:
    """A published claim is locked: its rating, its speaker and that it is to be dropped."""
    at = head(desk.ada.database)
    mine = [row for row in sheet(desk, capsysbinary) if row["reviewer"] == desk.ada.reviewer]
    row = next(row for row in mine if row["status"] == "published")
    for change in ({"rating": "half true", "rationale": "No."}, {"speaker": "Ida Brand"}, {"dropped": "yes"}):
        path = save([{**row, **change}], tmp_path / "published.csv")
        shown = told(desk, capsysbinary, path, code=1)
        assert [(one["state"], "published and locked" in one["reason"]) for one in shown] == [("conflict", True)], (
            change
        )
        assert head(desk.ada.database) == at
        assert shown == told(desk, capsysbinary, path, "--apply", code=1)


def test_a_rating_needs_a_reason_and_a_step_of_the_scale(desk: Desk, tmp_path: Path, capsysbinary: Capture) -> None:
    rows = sheet(desk, capsysbinary)
    row = next(row for row in rows if row["status"] == OPEN)
    row.update(rating="True", rationale="")
    first = told(desk, capsysbinary, save(rows, tmp_path / "a.csv"), "--apply", code=1)
    assert "needs a reason" in first[0]["reason"]
    row.update(rating="Rather true", rationale="Seen.")
    second = told(desk, capsysbinary, save(rows, tmp_path / "b.csv"), "--apply", code=1)
    assert "has no rating" in second[0]["reason"]


def test_a_dropped_claim_goes_and_a_workbook_is_read_too(desk: Desk, tmp_path: Path, capsysbinary: Capture) -> None:
    path = tmp_path / "claims.xlsx"
    run(desk, "export", "-o", path)
    book = load_workbook(path)
    claims = book["Claims"]
    names = [cell.value for cell in claims[1]]
    line = next(
        row for row in range(2, claims.max_row + 1) if claims.cell(row, names.index("status") + 1).value == OPEN
    )
    claims.cell(line, names.index("dropped") + 1).value = "yes"
    book.save(path)
    number = int(str(claims.cell(line, names.index("claim_id") + 1).value))
    done = told(desk, capsysbinary, path, "--apply")
    assert [(one["claim_id"], one["what"], one["state"]) for one in done] == [(number, "dropped", "done")]
    assert told(desk, capsysbinary, path, "--apply", code=1)[0]["reason"].startswith("there is no such claim")


def test_tags_are_put_on_and_one_that_is_gone_from_the_table_is_told(
    desk: Desk, tmp_path: Path, capsysbinary: Capture
) -> None:
    ships, oldest = desk.claim("40 ships").id, desk.claim("oldest").id
    tag(desk.ada, "article", [desk.article], ["port"])
    tag(desk.bo, "claim", [oldest], ["history"])
    rows = sheet(desk, capsysbinary)
    by_id = {int(row["claim_id"]): row for row in rows}
    assert by_id[oldest]["tags"] == "history; port"
    by_id[ships]["tags"] = "Port; Traffic, weekly"
    by_id[oldest]["tags"] = "port"
    file = save(rows, tmp_path / "claims.csv")
    found = told(desk, capsysbinary, file, "--apply", code=1)
    assert [(one["claim_id"], one["before"], one["after"], one["state"]) for one in found] == [
        (ships, "", "traffic; weekly", "done"),
        (oldest, "history", "", "conflict"),
    ]
    assert tags_on(desk.ada, "claim") == {str(ships): ("traffic", "weekly"), str(oldest): ("history",)}
    undo(desk.ada)
    assert tags_on(desk.ada, "claim") == {str(oldest): ("history",)}
    by_id[ships]["tags"] = "x" * 61
    assert "a tag is 1 to 60" in told(desk, capsysbinary, save(rows, file), code=1)[0]["reason"]


def test_a_row_is_done_whole_or_not_at_all(desk: Desk, tmp_path: Path, capsysbinary: Capture) -> None:
    rows = sheet(desk, capsysbinary)
    row = next(row for row in rows if row["status"] == OPEN)
    row.update(rating="True", rationale="x" * 20_001, speaker="Somebody Else")
    number = int(row["claim_id"])
    before = visible_claim(desk.ada, number).speaker
    told(desk, capsysbinary, save(rows, tmp_path / "long.csv"), "--apply", code=1)
    assert visible_claim(desk.ada, number).speaker == before


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "no column claim_id, version, quote"),
        (b"claim_id,quote\n1,x\n", "no column version"),
        (b"claim_id,version,quote,quote\n1,1,x,x\n", "two columns quote"),
        (b"claim_id,version,quote\none,1,x\n", "line 2: claim_id is no number"),
        (b"claim_id,version,quote\n1,1,x\n1,1,x\n", "stands in lines 2 and 3"),
        (b"claim_id,version,quote,dropped\n1,1,x,perhaps\n", "dropped must be yes, no or empty"),
        (b'claim_id,version,quote\n1,1,"x\n', "no valid CSV"),
        (b'{"a": "b" }\n', "no claims table of this workbench"),
        (b'<p class="a">x\n"', "no claims table of this workbench"),
        (b"\xff\xfe\x00", "not UTF-8"),
        (b"PK\x03\x04 nonsense", "no workbook"),
    ],
)
def test_what_is_no_claims_table_is_one_sentence(
    desk: Desk, tmp_path: Path, capsysbinary: Capture, content: bytes, words: str
) -> None:
    path = tmp_path / "bad.csv"
    path.write_bytes(content)
    capsysbinary.readouterr()
    run(desk, "import", "decisions", path, code=2)
    assert words in capsysbinary.readouterr().err.decode()


def packed(sheet: bytes, more: dict[str, bytes] | None = None, method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """A workbook whose one sheet has this XML."""
    book, out = io.BytesIO(), io.BytesIO()
    Workbook().save(book)
    with zipfile.ZipFile(book) as old, zipfile.ZipFile(out, "w", method) as new:
        for name in old.namelist():
            new.writestr(name, sheet if name == "xl/worksheets/sheet1.xml" else old.read(name))
        for name, content in (more or {}).items():
            new.writestr(name, content)
    return out.getvalue()


def rows_of(*rows: str) -> bytes:
    start = '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>'
    return f"{start}{''.join(rows)}</sheetData></worksheet>".encode()


def text_row(line: int, *cells: str) -> str:
    return f'<row r="{line}">{"".join(map(text_cell, cells))}</row>'


def text_cell(text: str) -> str:
    return f'<c t="inlineStr"><is><t>{text}</t></is></c>'


START = b"claim_id,version,quote\n"
HEADER = text_row(1, "claim_id", "version", "quote")


def damaged(content: bytes) -> bytes:
    """The compressed bytes of the sheet are overwritten."""
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        part = package.getinfo("xl/worksheets/sheet1.xml")
    at = part.header_offset + 30 + len(part.filename)
    return content[:at] + b"\xff" * part.compress_size + content[at + part.compress_size :]


def with_field(content: bytes, offset: int, value: int) -> bytes:
    """Every entry of the directory says so."""
    changed = bytearray(content)
    for match in re.finditer(b"PK\x01\x02", content):
        struct.pack_into("<H", changed, match.start() + offset, value)
    return bytes(changed)


HOSTILE: dict[str, tuple[Callable[[], bytes], str]] = {
    "no XML": (lambda: packed(b"<worksheet"), "no workbook that can be read"),
    "deflate": (lambda: damaged(packed(rows_of(HEADER))), "no workbook that can be read"),
    "lzma": (lambda: damaged(packed(rows_of(HEADER), method=zipfile.ZIP_LZMA)), "no workbook that can be read"),
    "encrypted": (lambda: with_field(packed(rows_of(HEADER)), 8, 1), "no workbook that can be read"),
    "method": (lambda: with_field(packed(rows_of(HEADER)), 10, 77), "no workbook that can be read"),
    "reference": (lambda: packed(rows_of(HEADER, '<row r="x"><c r="!"/></row>')), "no workbook that can be read"),
    "number": (lambda: packed(rows_of(HEADER, f"<row><c><v>{'9' * 9000}</v></c></row>")), "no workbook that can be"),
    "bomb": (lambda: packed(rows_of(HEADER), {"xl/more.xml": b" " * 201_000_000}), "unpacks to more than the 200 MB"),
    "one row": (lambda: packed(rows_of(HEADER, "<row>", "<c/>" * 10_000_000, "</row>")), "more cells than are read"),
    "columns": (lambda: packed(rows_of(text_row(1, "claim_id", "version", "quote", *"x" * 300))), "200 columns"),
    "long": (lambda: packed(rows_of(HEADER, text_row(2, "1", "1", "x" * 140_000))), "line 2: a cell has more than"),
    "far row": (lambda: packed(rows_of(HEADER, '<row r="99999999"/>')), "more than the 100,000 rows"),
    "long line": (lambda: START + b"1,1" + b"," * 2_000_000 + b"\n", "more than 1,000,000 characters"),
    "many lines": (lambda: START + b"\n" * 100_001, "more than the 100,000 rows"),
    "many columns": (lambda: START[:-1] + b",x" * 300 + b"\n", "more than the 200 columns"),
    "other": (lambda: packed(rows_of(text_row(1, "town"))), "no claims table of this workbench"),
}


@pytest.mark.parametrize("kind", HOSTILE)
def test_a_table_that_is_damaged_or_made_to_harm_is_one_sentence(
    desk: Desk, tmp_path: Path, capsysbinary: Capture, kind: str
) -> None:
    make, words = HOSTILE[kind]
    path = tmp_path / "bad.xlsx"
    path.write_bytes(make())
    capsysbinary.readouterr()
    run(desk, "import", "decisions", path, code=2)
    assert words in capsysbinary.readouterr().err.decode()


def test_a_cell_far_to_the_right_is_not_read(tmp_path: Path) -> None:
    path = tmp_path / "wide.xlsx"
    path.write_bytes(
        packed(rows_of(HEADER, *(f'<row r="{line}"><c r="XFD{line}"/></row>' for line in range(2, 12_000))))
    )
    tracemalloc.start()
    assert read_decisions(path) == []
    most = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert most < 10_000_000


def test_a_rating_given_again_by_the_same_person_supersedes_theirs(
    desk: Desk, tmp_path: Path, capsysbinary: Capture
) -> None:
    number = next(int(row["claim_id"]) for row in sheet(desk, capsysbinary) if row["status"] == OPEN)
    rate(desk.ada, number, "True", why="At first.")
    rows = sheet(desk, capsysbinary)
    next(row for row in rows if row["claim_id"] == str(number)).update(rating="False", rationale="Then counted.")
    told(desk, capsysbinary, save(rows, tmp_path / "again.csv"), "--apply")
    stands = record_of(desk.ada, number).standing
    assert stands is not None
    assert stands.rating == "False"
