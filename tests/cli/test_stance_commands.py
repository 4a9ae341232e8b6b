"""`stance` and `evaluate stance` as a user runs them, with the real model."""

from __future__ import annotations

import json
import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from tests.models.tiny_cross_encoder import tiny_cross_encoder
from workbench.cli.main import main
from workbench.domain.evidence import NOTHING_CLOSE
from workbench.models import stance as shipped
from workbench.services.search.stance import StanceService
from workbench.services.workspace import Workspace

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
    readings = {"supports", "refutes", "context", "leans supports", "leans refutes", "neither", "unclear", "repeats"}
    assert row["stance"] in readings


def test_a_collection_that_is_not_asked_is_named(work: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with Workspace.open(work, reviewer="ada") as workspace:
        workspace.set_setting("collection:world", json.dumps({"uri": "/nowhere/world.db"}))
    assert main(["-w", str(work), "stance", "Farmers brought in wheat.", "-k", "1"]) == 0
    assert "Not asked: the collection world; `workbench search` asks it" in capsys.readouterr().err


def test_what_is_read_in_a_passage_can_make_it_close(
    work: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Only behind the reading is it told that nothing is."""
    asked = ["-w", str(work), "stance", "Farmers sing at night.", "-k", "2"]
    assert main(asked) == 0
    assert NOTHING_CLOSE in capsys.readouterr().err
    judge = StanceService.judge
    monkeypatch.setattr(StanceService, "judge", lambda *given: (replace(hit, close=True) for hit in judge(*given)))
    assert main(asked) == 0
    assert NOTHING_CLOSE not in capsys.readouterr().err


ANY_WORDS = {
    "ten thousand": "wheat " * 10_000,
    "digits": "9" * 5000,
    "German": "Der Weizen ist reif.",
    "markup": "<b>[/red]</b> {{7*7}}",
    "control": "\x1b[31mwheat\x07",
    "emoji": "🌾🌾",
}


@pytest.mark.parametrize("claim", ANY_WORDS.values(), ids=list(ANY_WORDS))
def test_any_words_can_be_a_claim(work: Path, capsys: pytest.CaptureFixture[str], claim: str) -> None:
    assert main(["-w", str(work), "stance", claim, "--format", "json"]) == 0
    captured = capsys.readouterr()
    assert isinstance(json.loads(captured.out), list)
    assert "\x1b" not in captured.out + captured.err


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


def test_search_is_ordered_by_the_shipped_model(work: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["-w", str(work), "reindex"]) == 0
    capsys.readouterr()
    assert main(["-w", str(work), "search", "wheat in the valley", "--rerank", "--format", "json"]) == 0
    assert json.loads(capsys.readouterr().out)[0]["rerank_score"] is not None


def spoilt(how: str, folder: Path) -> Path:
    """A folder with the shipped model, one of its files not as it should be."""
    card, graph = (folder / f"{shipped.NAME}{suffix}" for suffix in (".json", ".onnx"))
    for path in (card, graph):
        shutil.copy(shipped.WEIGHTS / path.name, path)
    if how == "missing":
        graph.unlink()
    elif how == "truncated":
        graph.write_bytes(graph.read_bytes()[:50_000])
    elif how == "no description":
        card.write_text("{", encoding="utf-8")
    else:
        card.write_text(json.dumps(json.loads(card.read_text(encoding="utf-8")) | {"version": 99}), encoding="utf-8")
    return folder


@pytest.mark.parametrize("how", ["missing", "truncated", "no description", "another version"])
@pytest.mark.parametrize("command", [["stance", "wheat in the valley"], ["search", "wheat in the valley", "--rerank"]])
def test_without_its_model_the_search_goes_on_and_one_line_says_so(
    work: Path,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    how: str,
    command: list[str],
) -> None:
    assert main(["-w", str(work), "reindex"]) == 0
    (tmp_path / "weights").mkdir()
    monkeypatch.setattr(shipped, "WEIGHTS", spoilt(how, tmp_path / "weights"))
    capsys.readouterr()
    assert main(["-w", str(work), *command, "--format", "json"]) == 4
    captured = capsys.readouterr()
    assert {row["source"] for row in json.loads(captured.out)} >= {"Grain harvest"}
    assert len(captured.err.splitlines()) == 1
    assert shipped.NAME in captured.err


def test_a_search_that_did_not_ask_for_the_model_goes_on_without_it_and_succeeds(
    work: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert main(["-w", str(work), "reindex"]) == 0
    (tmp_path / "weights").mkdir()
    monkeypatch.setattr(shipped, "WEIGHTS", spoilt("missing", tmp_path / "weights"))
    capsys.readouterr()
    assert main(["-w", str(work), "search", "wheat in the valley", "--format", "json"]) == 0
    captured = capsys.readouterr()
    assert json.loads(captured.out)[0]["rerank_score"] is None
    assert "The order is that of the search." in captured.err


@pytest.mark.parametrize("labels", [["contradiction", "entailment", "neutral"], ["NEUTRAL", "REFUTES", "SUPPORTS"]])
def test_an_inference_model_of_ones_own_ranks_and_judges(
    work: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], labels: list[str]
) -> None:
    folder = str(tiny_cross_encoder(tmp_path / "own", labels))
    assert main(["-w", str(work), "search", "wheat", "--rerank", folder, "--format", "json"]) == 0
    assert json.loads(capsys.readouterr().out)[0]["rerank_score"] is not None
    assert main(["-w", str(work), "stance", "wheat", "--model", folder, "--format", "json"]) == 0
    row = json.loads(capsys.readouterr().out)[0]
    assert row["supports"] + row["refutes"] + row["neutral"] == pytest.approx(1, abs=1e-3)


def test_a_model_whose_labels_mean_nothing_is_refused_and_the_search_goes_on(
    work: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = str(tiny_cross_encoder(tmp_path / "own", ["LABEL_0", "LABEL_1", "LABEL_2"]))
    for command in (["search", "wheat", "--rerank", folder], ["stance", "wheat", "--model", folder]):
        assert main(["-w", str(work), *command, "--format", "json"]) == 4
        captured = capsys.readouterr()
        assert json.loads(captured.out)
        assert '"LABEL_0", "LABEL_1", "LABEL_2"' in captured.err
        assert "entailment, contradiction and neutral" in captured.err


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("{", "line 2"),
        ('"text"', "line 2"),
        ('{"id": "2", "claim": "a"}', "evidence"),
        ('{"id": "2", "claim": 5, "evidence": "b"}', "claim"),
        ('{"id": "2", "claim": "a", "evidence": null}', "evidence"),
        ('{"id": "2", "claim": "a", "evidence": "b", "label": "maybe"}', "supports, refutes, neutral"),
        ('{"id": "2", "claim": "a", "evidence": "b", "label": ["supports"]}', "supports, refutes, neutral"),
        ('{"id": "2", "claim": "a", "evidence": "b", "claim_date": "soon"}', "claim_date"),
        ('{"id": "2", "claim": "a", "evidence": "b", "published": 2022}', "published"),
        ('{"id": "2", "claim": "a", "evidence": "b", "title": 5}', "title"),
    ],
)
def test_a_malformed_row_is_named_by_file_and_line_and_nothing_is_written(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], line: str, words: str
) -> None:
    path, out = tmp_path / "pairs.jsonl", tmp_path / "out.jsonl"
    path.write_text(f'{{"id": "1", "claim": "a", "evidence": "b"}}\n{line}\n', encoding="utf-8")
    assert main(["evaluate", "stance", str(path), "--predictions", str(out)]) == 2
    said = capsys.readouterr().err
    assert "pairs.jsonl, line 2" in said
    assert words in said
    assert not out.exists()


def test_the_labelled_set_is_never_written_over(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "pairs.jsonl"
    path.write_text('{"id": "1", "claim": "a", "evidence": "b"}\n', encoding="utf-8")
    before = path.read_bytes()
    assert main(["evaluate", "stance", str(path), "--predictions", str(path)]) == 2
    assert "another file" in capsys.readouterr().err
    assert path.read_bytes() == before
    nowhere = tmp_path / "no folder" / "out.jsonl"
    assert main(["evaluate", "stance", str(tmp_path / "absent.jsonl"), "--predictions", str(nowhere)]) == 2
    assert "cannot be written" in capsys.readouterr().err
