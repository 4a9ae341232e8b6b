"""`export`, `import`, `backup`, `restore` and `stats` as they are typed."""

from __future__ import annotations

import csv
import io
import json
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from lxml import etree

from tests.services.desk import ROWS, Clock, Desk
from workbench.cli.export import FORMATS as OFFERED
from workbench.cli.main import main
from workbench.services.claims import claim_editing
from workbench.services.record.export_formats import FORMATS
from workbench.services.review import review

Capture = pytest.CaptureFixture[bytes]


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


def test_every_format_is_offered() -> None:
    assert tuple(FORMATS) == OFFERED


def test_a_file_and_standard_output_hold_the_same_bytes(desk: Desk, tmp_path: Path, capsysbinary: Capture) -> None:
    for format_ in ("markdown", "json", "csv", "xlsx", "pdf"):
        run(desk, "export", "--format", format_, "-o", tmp_path / "file")
        capsysbinary.readouterr()
        run(desk, "export", "--format", format_, "-o", "-")
        out, err = capsysbinary.readouterr()
        assert out == (tmp_path / "file").read_bytes()
        assert (b"not rated and left out" in err) == (format_ in ("markdown", "pdf"))


def test_csv_for_excel_begins_with_a_mark_and_comes_back(desk: Desk, tmp_path: Path, capsysbinary: Capture) -> None:
    run(desk, "export", "-o", tmp_path / "plain.csv")
    run(desk, "export", "--bom", "-o", tmp_path / "marked.csv")
    assert (tmp_path / "marked.csv").read_bytes() == b"\xef\xbb\xbf" + (tmp_path / "plain.csv").read_bytes()
    run(desk, "import", "decisions", tmp_path / "marked.csv")
    capsysbinary.readouterr()
    run(desk, "export", "--bom", "-o", tmp_path / "report.html", code=2)
    assert b"--bom is for csv; html needs none." in capsysbinary.readouterr().err


def test_the_name_of_the_file_says_the_format(desk: Desk, tmp_path: Path, capsysbinary: Capture) -> None:
    run(desk, "export", "-o", tmp_path / "report.html")
    assert (tmp_path / "report.html").read_bytes().startswith(b"<!DOCTYPE html>")
    assert b"html, 3 rated claims and 1 listed" in capsysbinary.readouterr().err
    run(desk, "export", "--full", "-o", tmp_path / "log.html")
    assert b"html, 5 claims" in capsysbinary.readouterr().err
    run(desk, "export", "-o", tmp_path / "report.odt", code=2)
    assert b"which format?" in capsysbinary.readouterr().err
    run(desk, "export", code=2)


def test_selection_and_moment_reach_the_report(desk: Desk, capsysbinary: Capture) -> None:
    def rated(*options: str) -> list[str]:
        run(desk, "export", "--format", "csv", *options)
        out = capsysbinary.readouterr().out.decode()
        return [row["rating"] for row in csv.DictReader(io.StringIO(out, newline="")) if row["rating"]]

    assert rated() == ["Mostly false", "True", "Unproven"]
    assert rated("--as-of", "2022-02-03") == ["False"]
    assert rated("--status", "published") == ["Mostly false"]
    assert rated("--since", "2022-02-05", "--until", "2022-02-05") == ["True"]
    assert rated("--article", str(desk.article)) == ["Mostly false", "True", "Unproven"]


def test_claimreview_says_what_it_refuses_and_what_it_warns_of(
    desk: Desk, tmp_path: Path, capsysbinary: Capture
) -> None:
    target = tmp_path / "review.json"
    run(desk, "export", "--format", "claimreview", "-o", target, code=2)
    err = capsysbinary.readouterr().err.decode()
    assert "claim 2: E3" in err
    assert "--page-url" in err
    assert not target.exists()
    run(desk, "export", "--format", "claimreview", "--page-url", "https://checks.example/x", "-o", target)
    err = capsysbinary.readouterr().err.decode()
    assert "warning: claims 2, 3, 4: W12" in err
    assert "left out: claim 1: no verdict" in err
    assert len(json.loads(target.read_bytes())) == 3
    assert f"{target}: claimreview, 3 reviews, " in err


def test_media_that_is_the_claim_is_kept_exported_and_brought_back(
    desk: Desk, tmp_path: Path, capsysbinary: Capture
) -> None:
    number = desk.claim("oldest").id
    video = ("https://clips.example/7", "--kind", "video", "--found", "staged", "--context", "a film set")
    row = {
        "claim": number, "kind": "video", "authenticity": "staged", "url": "https://clips.example/7",
        "original_url": "", "context": "a film set",
    }  # fmt: skip
    run(desk, "claim", "media", str(number), *video, "--format", "json")
    assert json.loads(capsysbinary.readouterr().out) == [row]
    run(desk, "claim", "media", str(number), "ftp://x", "--kind", "video", "--found", "staged", code=2)
    assert b"no web address" in capsysbinary.readouterr().err
    run(desk, "claim", "media", str(number), "https://clips.example/7", code=2)
    assert b"--kind" in capsysbinary.readouterr().err
    published = desk.claim("cost less").id
    run(desk, "claim", "media", str(published), *video, code=2)
    assert b"is published" in capsysbinary.readouterr().err
    run(desk, "export", "--format", "json", "-o", tmp_path / "all.json")
    assert main(["init", str(tmp_path / "other")]) == 0
    assert main(["-w", str(tmp_path / "other"), "import", str(tmp_path / "all.json")]) == 0
    capsysbinary.readouterr()
    assert main(["-w", str(tmp_path / "other"), "claim", "media", str(number), "--format", "json"]) == 0
    assert json.loads(capsysbinary.readouterr().out) == [row]
    run(desk, "undo")
    assert f"the media that claim {number} consists of" in capsysbinary.readouterr().out.decode()
    run(desk, "claim", "media", str(number), "--format", "json")
    assert json.loads(capsysbinary.readouterr().out) == []


def test_the_page_of_a_speaker_is_kept_exported_and_brought_back(
    desk: Desk, tmp_path: Path, capsysbinary: Capture
) -> None:
    claim_editing.set_speaker(desk.ada, desk.claim("oldest").id, "Mo Reed")
    page = "https://people.example/mo-reed"
    run(desk, "claim", "speakers", "mo reed", page, "--format", "json")
    assert json.loads(capsysbinary.readouterr().out) == [{"name": "Mo Reed", "claims": 1, "same_as": page}]
    run(desk, "claim", "speakers", "Nobody", page, code=2)
    run(desk, "claim", "speakers", "Mo Reed", "javascript:alert(1)", code=2)
    assert b"no web address" in capsysbinary.readouterr().err
    run(desk, "export", "--format", "json", "-o", tmp_path / "all.json")
    assert main(["init", str(tmp_path / "other")]) == 0
    assert main(["-w", str(tmp_path / "other"), "import", str(tmp_path / "all.json")]) == 0
    capsysbinary.readouterr()
    assert main(["-w", str(tmp_path / "other"), "claim", "speakers", "--format", "csv"]) == 0
    assert f"Mo Reed,1,{page}" in capsysbinary.readouterr().out.decode()
    run(desk, "undo")
    assert b"page of the speaker Mo Reed" in capsysbinary.readouterr().out
    run(desk, "claim", "speakers", "--format", "csv")
    assert b"Mo Reed,1,\n" in capsysbinary.readouterr().out
    run(desk, "claim", "speakers", "Mo Reed", page)
    run(desk, "claim", "speakers", "Mo Reed", "--unset", "--format", "csv")
    assert b"Mo Reed,1,\n" in capsysbinary.readouterr().out


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("--article", "99"), "no article 99"),
        (("--as-of", "soon"), "--as-of must be a date"),
        (("--since", "2022-02-31"), "--since must be a date"),
        (("--template", "/nowhere/at/all"), "not a folder"),
        (("--status", "lost"), "lost"),
        (("-o", "/nowhere/at/all.md"), "cannot be written"),
    ],
)
def test_a_wrong_option_is_one_sentence(
    desk: Desk, arguments: tuple[str, ...], words: str, capsysbinary: Capture
) -> None:
    run(desk, "export", "--format", "markdown", *arguments, code=2)
    out, err = capsysbinary.readouterr()
    assert out == b""
    assert words in err.decode()
    assert err.count(b"\n") == 1


def test_an_export_does_not_show_the_first_opinion_to_whoever_is_to_give_the_second(
    desk: Desk, tmp_path: Path, capsysbinary: Capture
) -> None:
    """Not its rating, nor its reason, in any format; JSON, the whole record, is refused."""
    ships = desk.claim("40 ships").id
    review.request_second_opinion(desk.bo, ships)
    reason = next(v.rationale for v in review.record_of(desk.bo, ships).verdicts)
    for format_ in ("markdown", "html", "csv", "annotations", "averitec"):
        run(desk, "export", "--format", format_)
        out, err = capsysbinary.readouterr()
        assert reason.encode() not in out, format_
        assert f"claim {ships}: your second opinion is wanted; what others decided is left out".encode() in err
        run(desk, "export", "--format", format_, "--unblind")
        out, err = capsysbinary.readouterr()
        assert b"second opinion is wanted;" not in err
        assert reason.encode() in out or format_ == "annotations"
    run(desk, "export", "-o", tmp_path / "all.json", code=2)
    assert b"--unblind" in capsysbinary.readouterr().err
    assert not (tmp_path / "all.json").exists()
    run(desk, "export", "-o", tmp_path / "all.json", "--unblind")
    assert reason in (tmp_path / "all.json").read_text(encoding="utf-8")
    review.rate(desk.ada, ships, "5", why="Counted.")
    capsysbinary.readouterr()
    run(desk, "export", "--format", "markdown", "--full")
    out, err = capsysbinary.readouterr()
    assert reason.encode() in out
    assert b"second opinion" not in err


def test_statistics_do_not_give_the_first_opinion_away(desk: Desk, capsysbinary: Capture) -> None:
    def rated() -> list[tuple[str, int]]:
        run(desk, "stats", "--format", "json")
        rows = json.loads(capsysbinary.readouterr().out)
        return [(row["name"], row["value"]) for row in rows if row["about"].startswith("ratings") and row["value"]]

    assert rated() == [("True", 1), ("Mostly false", 1), ("Unproven", 1)]
    ships = desk.claim("40 ships").id
    review.request_second_opinion(desk.bo, ships)
    assert len(rated()) == 2
    run(desk, "stats")
    out, err = capsysbinary.readouterr()
    assert f"wanted on claim {ships}:".encode() in err
    assert b"Ship log" not in out


def test_an_export_is_imported_into_a_fresh_workspace(desk: Desk, tmp_path: Path, capsysbinary: Capture) -> None:
    run(desk, "export", "-o", tmp_path / "report.json")
    assert main(["init", str(tmp_path / "other")]) == 0
    assert main(["-w", str(tmp_path / "other"), "import", str(tmp_path / "report.json")]) == 0
    assert b"6 verdicts" in capsysbinary.readouterr().err
    assert main(["-w", str(tmp_path / "other"), "export", "-o", str(tmp_path / "again.json")]) == 0
    sent, back = (json.loads((tmp_path / name).read_bytes()) for name in ("report.json", "again.json"))
    assert [back[name] for name in ("articles", "sources", "scales", "settings")] == [
        sent[name] for name in ("articles", "sources", "scales", "settings")
    ]
    assert back["events"][:-1] == sent["events"]
    assert back["events"][-1]["action"] == "record.seal"
    assert main(["-w", str(tmp_path / "other"), "import", str(tmp_path / "report.json")]) == 2
    assert b"is not empty" in capsysbinary.readouterr().err


def test_a_backup_goes_out_and_comes_back(desk: Desk, tmp_path: Path, capsysbinary: Capture) -> None:
    run(desk, "backup", tmp_path / "copy.db")
    assert b"1 article, 5 claims, 2 sources, 6 verdicts." in capsysbinary.readouterr().err
    run(desk, "backup", tmp_path / "copy.db", code=2)
    run(desk, "restore", tmp_path / "copy.db", code=2)
    assert b"--force" in capsysbinary.readouterr().err
    run(desk, "restore", tmp_path / "copy.db", "--force")
    assert b"is kept as" in capsysbinary.readouterr().err
    assert main(["-w", str(tmp_path / "new"), "restore", str(tmp_path / "copy.db")]) == 0
    assert main(["-w", str(tmp_path / "new"), "article", "list"]) == 0


def test_statistics_come_as_rows_bars_and_a_drawing(desk: Desk, tmp_path: Path, capsysbinary: Capture) -> None:
    run(desk, "stats", "--format", "json")
    rows = json.loads(capsysbinary.readouterr().out)
    assert {"about": "ratings: Six steps", "name": "True", "value": 1, "unit": "claims"} in rows
    run(desk, "stats", "--format", "plot")
    shown = capsysbinary.readouterr().out.decode()
    assert "Ratings (Six steps)" in shown
    assert any("Mostly false" in line and "█" in line and line.endswith(" 1") for line in shown.splitlines())
    run(desk, "stats", "--format", "svg", "-o", tmp_path / "stats.svg")
    etree.fromstring((tmp_path / "stats.svg").read_bytes())
    run(desk, "stats")
    assert "turnaround" in capsysbinary.readouterr().out.decode()
    run(desk, "stats", "--article", "99", code=2)


def test_statistics_of_nothing(tmp_path: Path, capsysbinary: Capture) -> None:
    assert main(["init", str(tmp_path / "empty")]) == 0
    for format_ in ("table", "plot", "svg"):
        assert main(["-w", str(tmp_path / "empty"), "stats", "--format", format_]) == 0


def test_what_is_wrong_is_said_before_a_format_is_asked_for(desk: Desk, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["-w", str(desk.path), "export", "--as-of", "2022-13-01"]) == 2
    assert "--as-of must be a date such as 2022-01-29, not '2022-13-01'" in capsys.readouterr().err
    assert main(["-w", str(desk.path), "export", "--format", "csv", "--full"]) == 2
    assert "--full is for markdown, html, pdf, docx, obsidian; csv always tells everything" in capsys.readouterr().err


def test_a_format_that_needs_what_is_not_installed_exits_as_documented(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setitem(sys.modules, "typst", None)
    assert main(["-w", str(desk.path), "export", "-o", str(tmp_path / "a.pdf")]) == 4
    assert "[pdf]" in capsys.readouterr().err


def test_a_selection_that_holds_nothing_is_told(desk: Desk, capsys: pytest.CaptureFixture[str]) -> None:
    """An article of which nothing is published gave a page without claims, and no word."""
    for format_ in ("html", "json", "csv"):
        run(desk, "export", "--since", "2031-01-01", "--format", format_, "-o", desk.path / "out")
        assert "No claim fits this selection: what is written tells of none.\n" in capsys.readouterr().err
    run(desk, "export", "-o", desk.path / "out.json")
    assert "No claim fits" not in capsys.readouterr().err


@pytest.mark.parametrize(
    ("format_", "held"),
    [
        ("markdown", "markdown, 3 rated claims and 1 listed (predictions, opinions), "),
        ("obsidian", "obsidian, 3 claims, "),
        ("json", "json, 5 claims, "),
        ("csv", "csv, 5 claims, "),
        ("averitec", "averitec, 3 claims, "),
        ("annotations", "annotations, 5 claims, "),
        ("ris", "ris, 2 sources that verdicts rely on, "),
        ("csl-json", "csl-json, 2 sources that verdicts rely on, "),
    ],
)
def test_what_is_told_of_a_file_is_what_is_in_it(
    desk: Desk, capsys: pytest.CaptureFixture[str], format_: str, held: str
) -> None:
    run(desk, "export", "--format", format_, "-o", desk.path / "out")
    assert held in capsys.readouterr().err


def test_a_dropped_claim_is_told_where_it_is_in_the_file(desk: Desk, capsys: pytest.CaptureFixture[str]) -> None:
    run(desk, "claim", "remove", str(desk.claim("Fees").id))
    run(desk, "export", "-o", desk.path / "out.json")
    assert "json, 4 claims and 1 dropped one, " in capsys.readouterr().err


def test_reviews_of_claims_that_are_not_published_are_told(desk: Desk, capsys: pytest.CaptureFixture[str]) -> None:
    page = ("--page-url", "https://checks.example/x")
    run(desk, "export", "--format", "claimreview", *page, "-o", desk.path / "out")
    err = capsys.readouterr().err
    assert "2 of 3 reviews are of claims not published yet" in err
    assert "--status published" in err
    assert "claimreview, 3 reviews, " in err
    run(desk, "export", *page, "-o", desk.path / "out.html")
    assert "2 of 3 reviews are of claims not published yet" in capsys.readouterr().err
    run(desk, "export", "-o", desk.path / "out.html")
    assert "2 of 3 verdicts told are not published yet; only published claims (--status published)" in (
        capsys.readouterr().err
    )
    run(desk, "export", "--format", "claimreview", *page, "--status", "published", "-o", desk.path / "out")
    err = capsys.readouterr().err
    assert "not published" not in err
    assert "claimreview, 1 review, " in err


@pytest.mark.parametrize(
    ("typed", "format_"),
    [("md", "markdown"), ("CSL", "csl-json"), ("bib", "bibtex"), (".htm", "html"), ("excel", "xlsx")],
)
def test_a_format_goes_by_other_names_too(
    desk: Desk, capsys: pytest.CaptureFixture[str], typed: str, format_: str
) -> None:
    run(desk, "export", "--format", typed, "-o", desk.path / "out")
    assert f"out: {format_}, " in capsys.readouterr().err


def test_of_an_unknown_format_it_is_told_which_may_be_meant(desk: Desk, capsys: pytest.CaptureFixture[str]) -> None:
    run(desk, "export", "--format", "marckdown", "-o", desk.path / "out", code=2)
    assert "there is no format 'marckdown'; did you mean markdown? There are: markdown, html" in capsys.readouterr().err
    run(desk, "export", "--format", "wqzx", "-o", desk.path / "out", code=2)
    assert "there is no format 'wqzx'; there are: markdown" in capsys.readouterr().err
    assert not (desk.path / "out").exists()


def test_what_stays_behind_of_a_json_export_is_told_going_out_and_coming_in(
    desk: Desk, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    unused = desk.file("unused.txt", "The weir was painted green.")
    run(desk, "evidence", "add", str(unused))
    capsys.readouterr()
    run(desk, "export", "-o", tmp_path / "out.json")
    assert (
        "1 of 3 sources is not in it: no claim told is linked to it; `workbench backup` keeps all."
        in capsys.readouterr().err
    )
    assert main(["init", str(tmp_path / "new")]) == 0
    assert main(["-w", str(tmp_path / "new"), "import", str(tmp_path / "out.json")]) == 0
    err = capsys.readouterr().err
    assert "2 sources" in err
    assert "Sources that no claim is linked to, comments, and the bytes that pages were read from do not come" in err


def test_a_source_that_verdicts_cite_is_not_removed_unasked(desk: Desk, capsys: pytest.CaptureFixture[str]) -> None:
    number = desk.claim("40 ships").id
    run(desk, "evidence", "remove", "log", code=2)
    err = capsys.readouterr().err
    assert f"log is cited by the verdict on claim {number}." in err
    assert "nothing was removed; --yes removes" in err
    run(desk, "evidence", "list")
    assert "log" in capsys.readouterr().out
    run(desk, "evidence", "remove", "log", "--yes")
    assert "Removed log (1 passages)." in capsys.readouterr().err


def test_an_earlier_version_of_a_source_says_so(desk: Desk, capsys: pytest.CaptureFixture[str]) -> None:
    """Verdicts on any version are named; what is out of the searches is shown as that, and not removed again."""
    number = desk.claim("40 ships").id
    run(desk, "evidence", "show", "log")
    assert "newer version" not in capsys.readouterr().out
    [row] = [row for row in ROWS if row["id"] == "log"]
    newer = desk.file("newer.jsonl", json.dumps({**row, "text": "The log was written anew."}))
    run(desk, "evidence", "add", str(newer))
    run(desk, "evidence", "show", "log")
    assert f"a newer version since {desk.clock.time:%Y-%m-%d}, which is searched: log@2\n" in capsys.readouterr().out
    run(desk, "evidence", "remove", "log", "--yes", code=2)
    assert "'log' is an earlier version and searched no more; the newest is 'log@2'." in capsys.readouterr().err
    run(desk, "evidence", "remove", "log@2", code=2)
    assert f"log@2 is cited by the verdict on claim {number}." in capsys.readouterr().err
    run(desk, "evidence", "remove", "log@2", "--yes")
    run(desk, "evidence", "show", "log@2")
    assert "removed: " in capsys.readouterr().out
    run(desk, "evidence", "show", "log")
    assert f"a newer version since {desk.clock.time:%Y-%m-%d}, removed: log@2\n" in capsys.readouterr().out


def test_a_citing_verdict_that_is_to_be_judged_blind_is_not_named(
    desk: Desk, capsys: pytest.CaptureFixture[str]
) -> None:
    review.request_second_opinion(desk.bo, desk.claim("40 ships").id)
    run(desk, "evidence", "remove", "log")
    assert "cited" not in capsys.readouterr().err


def test_an_option_that_stands_before_the_command_says_so(desk: Desk, capsys: pytest.CaptureFixture[str]) -> None:
    run(desk, "undo", "--reviewer", "Ann", code=2)
    err = capsys.readouterr().err
    assert "It stands before the command: `workbench --reviewer NAME undo`." in err
    run(desk, "undo", "--nonsense", code=2)
    assert "before the command" not in capsys.readouterr().err
