"""Decisions come back from a spreadsheet as acts of the reviewer; what changed meanwhile is never overwritten."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from tests.services.desk import Clock, Desk
from workbench.cli.main import main
from workbench.services.claims.claims import edit_wording, get_claim
from workbench.services.record.history import undo
from workbench.services.review.review import rate, record_of

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
    assert get_claim(desk.ada, number).speaker == "Ida Brand, harbour master"
    undo(desk.ada)
    assert record_of(desk.ada, number).standing is None


def test_the_untouched_table_changes_nothing(desk: Desk, tmp_path: Path, capsysbinary: Capture) -> None:
    path = save(sheet(desk, capsysbinary), tmp_path / "same.csv", delimiter=";")
    assert told(desk, capsysbinary, path, "--apply") == []


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


def test_a_row_is_done_whole_or_not_at_all(desk: Desk, tmp_path: Path, capsysbinary: Capture) -> None:
    rows = sheet(desk, capsysbinary)
    row = next(row for row in rows if row["status"] == OPEN)
    row.update(rating="True", rationale="x" * 20_001, speaker="Somebody Else")
    number = int(row["claim_id"])
    before = get_claim(desk.ada, number).speaker
    told(desk, capsysbinary, save(rows, tmp_path / "long.csv"), "--apply", code=1)
    assert get_claim(desk.ada, number).speaker == before


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
