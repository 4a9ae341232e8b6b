"""The main job by the real program and the real model: in, split, evidence found, judged, report out.

What brings the workspace about, and `doctor`, run in processes of their own; what is asked of it then is asked here.
"""

from __future__ import annotations

import csv
import io
import json
from functools import partial
from pathlib import Path

import pytest

from tests.workflows import program
from tests.workflows.program import SAMPLES, run
from workbench.services.sample import find_sample

succeed = partial(program.succeed, here=True)

QUERY = "Russia has massed thousands of troops near Ukraine"


@pytest.fixture(scope="module")
def newsroom(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A workspace made by commands alone: the sample article, its evidence, indexed."""
    path = tmp_path_factory.mktemp("work") / "newsroom"
    program.succeed("init", path)
    added = program.succeed(
        "article", "add", SAMPLES / "article.md", "--published", "2022-01-29", "--publisher", "The Sample Post",
        "--format", "json", workspace=path,
    )  # fmt: skip
    assert added.rows[0]["id"] == 1
    assert added.rows[0]["claims"] > 15
    evidence = program.succeed("evidence", "add", SAMPLES / "evidence.jsonl", "--format", "json", workspace=path)
    assert evidence.rows[0]["added"] >= 40
    done = program.succeed("reindex", workspace=path)
    assert "added" in done.out + done.err
    return path


def test_every_command_run_twice_changes_nothing(newsroom: Path) -> None:
    again = succeed("init", newsroom)
    assert "nothing was changed" in again.err
    article = succeed("article", "add", SAMPLES / "article.md", "--format", "json", workspace=newsroom)
    assert article.rows[0]["state"] == "unchanged"
    assert "already" in article.err
    evidence = succeed("evidence", "add", SAMPLES / "evidence.jsonl", "--format", "json", workspace=newsroom)
    assert (evidence.rows[0]["added"], evidence.rows[0]["updated"]) == (0, 0)
    before = {path.name: path.stat().st_mtime_ns for path in (newsroom / "index").rglob("*") if path.is_file()}
    succeed("reindex", workspace=newsroom)
    after = {path.name: path.stat().st_mtime_ns for path in (newsroom / "index").rglob("*") if path.is_file()}
    assert before == after


def test_claims_are_the_exact_words_of_the_article(newsroom: Path) -> None:
    claims = succeed("claim", "list", "--article", "1", "--format", "json", workspace=newsroom).rows
    shown = succeed("article", "show", "1", "--format", "json", workspace=newsroom).rows[0]
    for claim in claims:
        assert shown["text"][claim["start"] : claim["end"]] == claim["quote"]
        assert 0 <= claim["checkworthiness"] <= 1
        assert claim["text"]
    quotes = [claim["quote"] for claim in claims]
    for words in ("more than 100,000 troops", "would be the first of its kind since 2017", "yet to be completed"):
        assert any(words in quote for quote in quotes), words
    first = next(claim for claim in claims if "since 2017" in claim["quote"])
    assert {"time", "comparison"} <= set(first["kinds"])
    assert any(claim["status"] == "not_rated" and "prediction" in claim["kinds"] for claim in claims)


def test_search_finds_and_explains(newsroom: Path) -> None:
    rows = succeed("search", QUERY, "-k", "5", "--format", "json", workspace=newsroom).rows
    assert len(rows) == 5
    assert [row["rank"] for row in rows] == [1, 2, 3, 4, 5]
    assert all(row["source"] and row["published"] and row["text"] for row in rows)
    assert any("troops" in row["text"] for row in rows[:2])
    assert all(row["dense_score"] is not None or row["lexical_score"] is not None for row in rows)
    assert rows == succeed("search", QUERY, "-k", "5", "--format", "json", workspace=newsroom).rows


def test_search_before_a_date_gives_nothing_later(newsroom: Path) -> None:
    rows = succeed("search", QUERY, "--before", "2022-01-01", "--format", "json", workspace=newsroom).rows
    assert rows
    assert all(row["published"] < "2022-01-01" for row in rows)


def test_a_verdict_reaches_every_report(newsroom: Path, tmp_path: Path) -> None:
    claims = succeed("claim", "list", "--article", "1", "--format", "json", workspace=newsroom).rows
    claim = next(claim for claim in claims if "yet to be completed" in claim["quote"])
    hits = succeed("search", "Nord Stream 2 construction completed", "-k", "1", "--format", "json", workspace=newsroom)
    passage = hits.rows[0]["passage_id"]
    succeed(
        "verdict", str(claim["id"]), "False", "--why", "Laid and filled in 2021.", "--evidence", f"{passage}:refutes",
        workspace=newsroom,
    )  # fmt: skip
    rated = succeed("claim", "list", "--article", "1", "--format", "json", workspace=newsroom).rows
    assert next(row for row in rated if row["id"] == claim["id"])["rating"] == "False"

    for format_ in ("markdown", "html", "json", "csv"):
        path = tmp_path / f"report.{format_}"
        succeed("export", "--article", "1", "--format", format_, "-o", path, workspace=newsroom)
        assert "Laid and filled in 2021." in path.read_text(encoding="utf-8")
        again = tmp_path / f"again.{format_}"
        succeed("export", "--article", "1", "--format", format_, "-o", again, workspace=newsroom)
        assert path.read_bytes() == again.read_bytes()
    rows = list(csv.DictReader(io.StringIO((tmp_path / "report.csv").read_text(encoding="utf-8"))))
    assert any(row["rating"] == "False" for row in rows)

    review = tmp_path / "review.json"
    succeed(
        "export", "--article", "1", "--format", "claimreview", "--page-url", "https://example.org/checks/1",
        "-o", review, workspace=newsroom,
    )  # fmt: skip
    text = review.read_text(encoding="utf-8")
    data = json.loads(text)
    found = data if isinstance(data, list) else data.get("@graph", [data])
    assert any(item["@type"] == "ClaimReview" and item["reviewRating"]["alternateName"] == "False" for item in found)

    succeed("undo", workspace=newsroom)
    undone = succeed("claim", "list", "--article", "1", "--format", "json", workspace=newsroom).rows
    assert next(row for row in undone if row["id"] == claim["id"])["rating"] is None


def test_doctor_finds_a_sound_workspace(newsroom: Path) -> None:
    rows = program.succeed("doctor", "--format", "json", workspace=newsroom).rows
    assert {"database", "claims", "index", "model"} <= {row["check"] for row in rows}
    assert all(row["state"] == "ok" for row in rows), rows


def test_the_sample_opens_with_something_to_review(sample: Path) -> None:
    articles = succeed("article", "list", "--format", "json", workspace=sample).rows
    assert articles[0]["claims"] > 15
    assert succeed("evidence", "list", "--format", "json", workspace=sample).rows
    doctor = run("doctor", "--format", "json", workspace=sample)
    assert doctor.code == 0, doctor.out


def test_the_demo_of_a_checkout_changes_nothing_under_version_control() -> None:
    top = Path(__file__).resolve().parents[2]
    assert find_sample().is_relative_to(top / "build")
    assert "build/" in (top / ".gitignore").read_text(encoding="utf-8").splitlines()
