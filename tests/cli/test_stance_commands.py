"""`stance` and `evaluate stance` as a user runs them, with the real model."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from workbench.cli.main import main

ROWS = (
    ("bridge", "Bridge closed", "The Estuary Bridge was closed to lorries on 4 May 2021.", "2021-05-05"),
    ("grain", "Grain harvest", "Farmers in the valley brought in 120,000 tonnes of wheat.", "2021-10-01"),
)


@pytest.fixture
def work(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Path:
    path = tmp_path / "work"
    rows = [{"id": i, "title": t, "text": x, "published": d} for i, t, x, d in ROWS]
    (tmp_path / "rows.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    assert main(["init", str(path)]) == 0
    assert main(["-w", str(path), "evidence", "add", str(tmp_path / "rows.jsonl")]) == 0
    capsys.readouterr()
    return path


def test_stance_prints_a_row_for_each_hit_with_the_numbers_compared(
    work: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    claim = "Farmers brought in more than 100,000 tonnes of wheat."
    assert main(["-w", str(work), "stance", claim, "-k", "2", "--format", "json"]) == 0
    row = json.loads(capsys.readouterr().out)[0]
    assert row["supports"] + row["refutes"] + row["neutral"] == pytest.approx(1)
    assert "passage: 120,000" in row["compared"]
    assert row["stance"] in {"supports", "refutes", "context", "unclear", "repeats"}


@pytest.mark.parametrize("claim", ["", "  ", "99999"])
def test_a_claim_that_is_not_there_is_refused(work: Path, claim: str) -> None:
    assert main(["-w", str(work), "stance", claim]) == 2


def test_a_model_that_is_not_there_leaves_the_hits_and_one_line(work: Path, capsys: pytest.CaptureFixture[str]) -> None:
    arguments = ["-w", str(work), "stance", "wheat", "--model", "no/such-model", "--format", "json"]
    assert main(arguments) == 4
    captured = capsys.readouterr()
    assert json.loads(captured.out)[0]["stance"] is None
    assert "no/such-model" in captured.err


def test_evaluating_writes_a_prediction_for_every_row(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    rows = [
        {"id": "1", "claim": "The bridge is closed.", "evidence": "The bridge was closed in May.", "label": "supports"},
        {"id": "2", "claim": "The bridge is closed.", "evidence": "Pasta is cooked in water.", "label": "neutral"},
        {"id": "3", "claim": "", "evidence": "<b>[/red]</b> " + "word " * 10_000},
    ]
    path, out = tmp_path / "pairs.jsonl", tmp_path / "out.jsonl"
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    assert main(["evaluate", "stance", str(path), "--predictions", str(out), "--format", "json"]) == 0
    predictions = [json.loads(line) for line in out.read_text(encoding="utf-8").splitlines()]
    assert [row["id"] for row in predictions] == ["1", "2", "3"]
    assert predictions[2]["label"] == "neutral"
    metrics = {row["metric"]: row["value"] for row in json.loads(capsys.readouterr().out)}
    assert metrics["rows"] == 2


def test_search_is_ordered_anew_by_the_shipped_model(work: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["-w", str(work), "reindex"]) == 0
    capsys.readouterr()
    assert main(["-w", str(work), "search", "wheat in the valley", "--rerank", "--format", "json"]) == 0
    assert json.loads(capsys.readouterr().out)[0]["rerank_score"] is not None
