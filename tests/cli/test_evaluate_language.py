"""`workbench evaluate sentences|claims|checkworthiness|news` over rows of one's own."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from workbench.cli.main import main
from workbench.domain.errors import ExitCode
from workbench.services.evaluation.evaluate_news import matched

TEXT = "Rents rose by 40 per cent in 2019.\n\nMayor Ann Sample said that two schools had closed."


def written(path: Path, rows: list[dict[str, Any]]) -> Path:
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return path


def run(command: str, file: Path, *more: str) -> tuple[int, list[dict[str, Any]]]:
    predictions = file.parent / "predictions.jsonl"
    code = main(["evaluate", command, str(file), "--predictions", str(predictions), "--format", "json", *more])
    lines = predictions.read_text(encoding="utf-8").splitlines() if predictions.exists() else []
    return code, [json.loads(line) for line in lines]


def metrics(capsys: pytest.CaptureFixture[str]) -> dict[str, float]:
    return {row["metric"]: row["value"] for row in json.loads(capsys.readouterr().out)}


def test_sentences_are_measured_and_written(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = written(tmp_path / "s.jsonl", [{"id": "a", "text": "One. Two.", "sentences": ["One.", "Two."]}])
    code, predictions = run("sentences", file)
    assert code == ExitCode.OK
    assert predictions == [{"id": "a", "sentences": ["One.", "Two."]}]
    assert metrics(capsys)["F1"] == 1


def test_claims_are_reworded_to_stand_alone(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    row = {
        "id": "a",
        "document": "Work on the North Lake tunnel stopped. The tunnel was dug in 1990.",
        "sentence": "The tunnel was dug in 1990.",
        "decontextualised": "The North Lake tunnel was dug in 1990.",
        "claims": ["The North Lake tunnel was dug in 1990."],
    }
    code, predictions = run("claims", written(tmp_path / "c.jsonl", [row]), "--rules-only")
    assert code == ExitCode.OK
    assert predictions == [{"id": "a", "claims": [{"text": "The North Lake tunnel was dug in 1990."}]}]
    found = metrics(capsys)
    assert found["token F1"] == 1
    assert found["pronoun-free"] == 1
    assert found["F1 of atomic claims, alike from 0.9"] == 1
    assert (found["atomic claims found"], found["atomic claims labelled"]) == (1, 1)


def test_each_atomic_claim_is_matched_once(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    row = {
        "id": "a",
        "sentence": "The North Lake tunnel was dug in 1990.",
        "claims": ["The North Lake tunnel was dug in 1990.", "The tunnel was dug in 1990.", "North Lake has a tunnel."],
    }
    code, _ = run("claims", written(tmp_path / "c.jsonl", [row]), "--rules-only")
    assert code == ExitCode.OK
    found = metrics(capsys)
    assert found["F1 of atomic claims, alike from 0.5"] == 2 * 1 / (1 + 3)


def test_sentences_without_a_claim_count_as_none_found(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    row = {"id": "a", "sentence": "Thank you all.", "claims": ["Everybody is thanked."]}
    code, _ = run("claims", written(tmp_path / "c.jsonl", [row]), "--rules-only")
    assert code == ExitCode.OK
    assert metrics(capsys)["F1 of atomic claims, alike from 0.5"] == 0


def test_checkworthiness_ranks_by_document(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    rows = [
        {"id": "1", "text": "Taxes rose by 12 per cent in 2019.", "label": 1, "document": "d"},
        {"id": "2", "text": "Thank you very much.", "label": 0, "document": "d"},
    ]
    code, predictions = run("checkworthiness", written(tmp_path / "w.jsonl", rows))
    assert code == ExitCode.OK
    assert [row["checkworthy"] for row in predictions] == [1, 0]
    assert metrics(capsys)["MAP over documents"] == 1


@pytest.mark.parametrize("flags", [[], ["--rules-only"]])
def test_news_claims_are_matched_to_labelled_spans(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], flags: list[str]
) -> None:
    claims = [
        {"start": 0, "end": 33, "quote": TEXT[0:33], "kinds": ["quantity", "time"], "speaker": None, "checkworthy": 1},
        {"start": 36, "end": 85, "quote": TEXT[36:85], "kinds": ["quote"], "speaker": "Ann Sample", "checkworthy": 1},
    ]
    row = {"id": "a", "text": TEXT, "published": "2020-01-01", "claims": claims, "not_checkable": []}
    code, predictions = run("news", written(tmp_path / "n.jsonl", [row]), *flags)
    assert code == ExitCode.OK
    assert {"doc", "start", "end", "quote", "text", "kinds", "speaker", "checkworthiness"} == set(predictions[0])
    found = metrics(capsys)
    assert found["F1"] == 1
    assert found["speaker right, on attributed hits"] == 1


def test_rows_without_labels_give_predictions_alone(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, predictions = run("news", written(tmp_path / "n.jsonl", [{"id": "a", "text": TEXT}]), "--rules-only")
    assert code == ExitCode.OK
    assert len(predictions) == 2
    streams = capsys.readouterr()
    assert streams.out == ""
    assert "predictions only" in streams.err


@pytest.mark.parametrize(
    ("content", "words"),
    [
        ('{"id": 1, "text": "a"}\n{broken\n', "line 2"),
        ('{"id": 1}\n', "line 1"),
        ("[1, 2]\n", "line 1"),
        ("", "no rows"),
        ('{"id": 1, "text": "a", "published": "yesterday"}\n', "no date"),
        ('{"id": 1, "text": "a", "claims": "none"}\n', "line 1"),
    ],
)
def test_a_broken_row_is_named(tmp_path: Path, capsys: pytest.CaptureFixture[str], content: str, words: str) -> None:
    file = tmp_path / "broken.jsonl"
    file.write_text(content, encoding="utf-8")
    code, _ = run("news", file, "--rules-only")
    assert code == ExitCode.BAD_INPUT
    assert words in capsys.readouterr().err


def test_spans_are_matched_one_to_one_closest_first() -> None:
    assert matched([(0, 10), (0, 8)], [(0, 8)]) == {1: 0}
    assert matched([(0, 2)], [(2, 4)]) == {}
