"""`article show --left-out` and `evidence show --left-out` on the real program."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.ingest.test_left_out import PAGE
from workbench.cli.main import main
from workbench.services.workspace import Workspace


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    path = tmp_path / "desk"
    Workspace.create(path, reviewer="ann").close()
    (tmp_path / "page.html").write_text(PAGE)
    return path


def run(desk: Path, *arguments: str) -> int:
    return main(["--workspace", str(desk), *arguments])


def test_what_is_left_out_of_an_article_is_listed(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(desk, "article", "add", str(desk.parent / "page.html")) == 0
    capsys.readouterr()
    assert run(desk, "article", "show", "1") == 0
    assert "left out (--left-out lists it): 3 parts of the page, 1 of them a whole sentence" in capsys.readouterr().out
    assert run(desk, "article", "show", "1", "--left-out", "--format", "jsonl") == 0
    rows = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert rows[0] == {"where": "beside the article", "words": "Home News"}
    assert {"where": "hidden", "words": "40"} in rows


def test_what_is_left_out_of_evidence_is_listed(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(desk, "evidence", "add", str(desk.parent / "page.html")) == 0
    with Workspace.open(desk, reviewer="ann") as workspace:
        source = workspace.database.value("SELECT id FROM sources")
    capsys.readouterr()
    assert run(desk, "evidence", "show", source) == 0
    assert "3 parts of the page" in capsys.readouterr().out
    assert run(desk, "evidence", "show", source, "--left-out") == 0
    assert "we counted them!" in capsys.readouterr().out


def test_a_page_that_changed_or_went_is_told(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    page = desk.parent / "page.html"
    assert run(desk, "article", "add", str(page)) == 0
    page.write_text(PAGE.replace("60 people", "70 people"))
    assert run(desk, "article", "show", "1", "--left-out") == 2
    assert "reads otherwise now" in capsys.readouterr().err
    page.unlink()
    assert run(desk, "article", "show", "1", "--left-out") == 2
    assert "no file here now" in capsys.readouterr().err


@pytest.mark.parametrize("name", ["note.txt", "note.md", "note.csv"])
def test_of_what_is_no_page_a_sentence_says_so(desk: Path, capsys: pytest.CaptureFixture[str], name: str) -> None:
    note = desk.parent / name
    note.write_text(f"{'text' if name.endswith('csv') else ''}\nThe ferry carried 40 people on 4 May 2021.\n")
    assert run(desk, "article", "add", str(note)) == 0
    capsys.readouterr()
    assert run(desk, "article", "show", "1", "--left-out") == 0
    told = capsys.readouterr()
    assert told.out == ""
    assert "Article 1: nothing is known to be left out (it is told of pages alone)." in told.err
    assert run(desk, "article", "show", "1", "--left-out", "--format", "json") == 0
    assert json.loads(capsys.readouterr().out) == []


def test_of_evidence_that_is_no_page_a_sentence_says_so(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (desk.parent / "note.txt").write_text("The ferry carried 40 people on 4 May 2021.")
    assert run(desk, "evidence", "add", str(desk.parent / "note.txt")) == 0
    with Workspace.open(desk, reviewer="ann") as workspace:
        source = workspace.database.value("SELECT id FROM sources")
    capsys.readouterr()
    assert run(desk, "evidence", "show", source, "--left-out") == 0
    assert f"Source {source}: nothing is known to be left out" in capsys.readouterr().err


def test_a_page_that_lost_nothing_is_told(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (desk.parent / "page.html").write_text(
        "<html><body><p>The ferry carried 40 people on 4 May 2021.</p></body></html>"
    )
    assert run(desk, "article", "add", str(desk.parent / "page.html")) == 0
    assert run(desk, "article", "show", "1", "--left-out") == 0
    told = capsys.readouterr()
    assert "Article 1: nothing is known to be left out" in told.err


def test_all_that_could_not_be_read_is_named(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Where nobody watches all of it goes where the caller sends it; forty files had been twenty and a number."""
    folder = desk.parent / "papers"
    folder.mkdir()
    (folder / "good.txt").write_text("The ferry carried 40 people on 4 May 2021.")
    for number in range(40):
        (folder / f"broken-{number:02}.pdf").write_bytes(b"no PDF")
    assert run(desk, "evidence", "add", str(folder)) == 0
    told = capsys.readouterr().err
    assert all(f"broken-{number:02}.pdf" in told for number in range(40))
    assert "more such lines" not in told
