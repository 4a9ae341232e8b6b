"""`search`, `reindex` and `evaluate retrieval` as a user runs them, with the real model."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from workbench.cli.main import main
from workbench.domain.errors import BadInputError
from workbench.services.collections import ray_encoders

ROWS = (
    ("bridge", "Bridge closed", "The Estuary Bridge was closed to lorries on 4 May 2021.", "2021-05-05"),
    ("cracks", "Bridge inspected", "Engineers found 14 cracks in the piers of the bridge.", "2019-03-01"),
    ("ferry", "Ferry timetable", "The ferry to Harwich sails twice a day in summer.", "2020-06-01"),
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


def rows_of(capsys: pytest.CaptureFixture[str]) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = json.loads(capsys.readouterr().out)
    return rows


def test_reindex_tells_what_it_did_and_does_nothing_twice(work: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["-w", str(work), "reindex", "--format", "json"]) == 0
    first = rows_of(capsys)[0]
    assert (first["added"], first["unchanged"], first["removed"], first["encoded"]) == (4, 0, 0, 4)
    assert main(["-w", str(work), "reindex", "--format", "json"]) == 0
    assert rows_of(capsys)[0]["unchanged"] == 4
    assert main(["-w", str(work), "reindex", "--precision", "int8", "--format", "json"]) == 0
    assert rows_of(capsys)[0]["encoded"] == 4


@pytest.mark.parametrize(("ray", "told"), [("10.0.0.5:6379", True), ("127.0.0.1:6379", False), ("local", False)])
def test_reindex_tells_when_words_go_to_another_machine(
    work: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, ray: str, told: bool
) -> None:
    """Before anything is sent."""

    def nobody(*_: object, **__: object) -> object:
        raise BadInputError("nobody answers.")

    monkeypatch.setattr(ray_encoders, "reindex_on", nobody)
    assert main(["-w", str(work), "reindex", "--ray", ray]) == 2
    words = f"The words of what is new go to {ray}, which is not this machine."
    assert (words in "".join(capsys.readouterr())) is told


def test_reindex_keeps_model_and_precision_until_told_otherwise(work: Path, capsys: pytest.CaptureFixture[str]) -> None:
    def model_after(*options: str) -> str:
        assert main(["-w", str(work), "reindex", *options, "--format", "json"]) == 0
        return str(rows_of(capsys)[0]["model"])

    assert model_after("--precision", "int8") == "all-MiniLM-L6-v2/int8/2"
    assert model_after() == "all-MiniLM-L6-v2/int8/2"
    assert model_after("--full") == "all-MiniLM-L6-v2/int8/2"
    assert model_after("--precision", "float32") == "all-MiniLM-L6-v2/float32/1"
    assert model_after("--precision", "int8") == "all-MiniLM-L6-v2/int8/2"
    assert model_after("--model", "all-MiniLM-L6-v2") == "all-MiniLM-L6-v2/float32/1"
    assert model_after() == "all-MiniLM-L6-v2/float32/1"


def test_search_finds_by_meaning_and_by_words(work: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["-w", str(work), "reindex"]) == 0
    capsys.readouterr()
    assert main(["-w", str(work), "search", "cereal crops collected by growers", "-k", "2", "--format", "json"]) == 0
    assert rows_of(capsys)[0]["source_id"] == "grain"
    assert main(["-w", str(work), "search", "Estuary Bridge closed", "--said", "2020-01-01", "--format", "json"]) == 0
    first = rows_of(capsys)[0]
    assert (first["source_id"], first["timing"]) == ("bridge", "after")
    assert "Estuary Bridge" in first["shared"]
    assert main(["-w", str(work), "search", "bridge", "--before", "2020-01-01", "--format", "json"]) == 0
    assert [row["source_id"] for row in rows_of(capsys)] == ["cracks"]


@pytest.mark.parametrize(
    ("options", "told"),
    [
        ((), ""),
        (("--before", "2020-01-01"), "2 sources without a date are left out"),
        (("--after", "2020-01-01"), "2 sources without a date are left out"),
        (("--before", "2020-01-01", "--source", "gate"), "1 source without a date is left out"),
        (("--before", "2020-01-01", "--source", "cracks"), ""),
        (("--said", "2020-01-01"), ""),
    ],
)
def test_a_search_by_days_tells_how_many_sources_have_none_and_how_they_get_one(
    work: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], options: tuple[str, ...], told: str
) -> None:
    rows = [{"id": name, "title": name, "text": f"The {name} of the bridge is narrow."} for name in ("gate", "lane")]
    (tmp_path / "more.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    assert main(["-w", str(work), "evidence", "add", str(tmp_path / "more.jsonl")]) == 0
    (tmp_path / "list.txt").write_text("bridge\nbridge cracks\n", encoding="utf-8")
    capsys.readouterr()
    for asked in (["bridge"], ["--from", str(tmp_path / "list.txt")]):
        assert main(["-w", str(work), "search", *asked, *options, "--no-rerank", "--format", "json"]) == 0
        said = capsys.readouterr().err
        assert said.count("without a date") == bool(told)
        assert told in said
        assert ("--published YYYY-MM-DD" in said) is bool(told)


def test_search_without_an_index_uses_words_and_says_so(work: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["-w", str(work), "search", "ferry", "--format", "json"]) == 0
    captured = capsys.readouterr()
    assert json.loads(captured.out)[0]["source_id"] == "ferry"
    assert "no index" in captured.err
    assert main(["-w", str(work), "search", "ferry", "--mode", "dense"]) == 3
    assert "workbench reindex" in capsys.readouterr().err


@pytest.mark.parametrize("written", ["1 January 2020", "January 1, 2020", "1. Januar 2020", "2020/1/1"])
def test_a_day_may_be_written_as_in_the_forms_of_the_terminal(
    work: Path, capsys: pytest.CaptureFixture[str], written: str
) -> None:
    assert main(["-w", str(work), "search", "bridge", "--before", written, "--format", "json"]) == 0
    assert [row["source_id"] for row in rows_of(capsys)] == ["cracks"]


@pytest.mark.parametrize("day", ["soon", "", "3/4/2022", "March 2022", "31 February 2022", "Friday"])
def test_what_is_no_day_or_could_be_two_is_refused(work: Path, capsys: pytest.CaptureFixture[str], day: str) -> None:
    assert main(["-w", str(work), "search", "bridge", "--before", day]) == 2
    assert "--before" in (said := capsys.readouterr().err)
    assert "YYYY-MM-DD" in said


@pytest.mark.parametrize("arguments", [["  "], ["x", "--before", "soon"], ["x", "-k", "0"], ["x", "--mode", "guess"]])
def test_bad_searches_are_refused(work: Path, arguments: list[str]) -> None:
    assert main(["-w", str(work), "search", *arguments]) == 2


def test_a_reranker_that_is_not_there_is_one_clear_sentence(work: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["-w", str(work), "search", "ferry", "--rerank", "no/such-model"]) == 4
    assert "no/such-model" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("options", "read"),
    [([], True), (["--no-rerank"], False), (["--mode", "lexical"], False), (["--mode", "dense"], False)],
)
def test_the_stance_model_helps_to_order_what_words_and_meaning_found(
    work: Path, capsys: pytest.CaptureFixture[str], options: list[str], read: bool
) -> None:
    assert main(["-w", str(work), "reindex"]) == 0
    capsys.readouterr()
    assert main(["-w", str(work), "search", "the bridge", *options, "--format", "json"]) == 0
    assert all((row["rerank_score"] is not None) is read for row in rows_of(capsys))
    assert main(["-w", str(work), "search", "the bridge", *options, "--format", "csv"]) == 0
    assert capsys.readouterr().out.splitlines()[0].endswith(",rerank_score") is read, "what decides stands in the table"


def test_a_reranker_and_none_exclude_each_other(work: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["-w", str(work), "search", "ferry", "--rerank", "--no-rerank"]) == 2
    assert "exclude each other" in capsys.readouterr().err


def beir(folder: Path, judged: bool) -> Path:
    folder.mkdir()
    corpus = [{"_id": i, "title": t, "text": x} for i, t, x, _ in ROWS]
    queries = [{"_id": "q1", "text": "The Estuary Bridge is closed"}, {"_id": "q2", "text": "cereal crops collected"}]
    for name, rows in (("corpus", corpus), ("queries", queries)):
        (folder / f"{name}.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    if judged:
        (folder / "qrels").mkdir()
        (folder / "qrels" / "test.tsv").write_text("query-id\tcorpus-id\tscore\nq1\tbridge\t1\nq2\tgrain\t1\n")
    return folder


def test_evaluation_writes_a_run_and_measures_every_mode(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder, run, cache = beir(tmp_path / "set", True), tmp_path / "a.run", tmp_path / "cache"
    command = ["evaluate", "retrieval", str(folder), "--run", str(run), "--cache", str(cache), "--format", "json"]
    assert main(command) == 0
    rows = {row["mode"]: row for row in rows_of(capsys)}
    assert set(rows) == {"reranked", "hybrid", "dense", "lexical"}
    assert rows["hybrid"]["nDCG@10"] == rows["reranked"]["nDCG@10"] == 1.0
    assert {"MAP@5", "R@10", "R@100"} <= set(rows["hybrid"])
    assert rows["lexical"]["reranked_better"] == 1
    lines = [line.split() for line in run.read_text(encoding="utf-8").splitlines()]
    assert all(len(line) == 6 and line[1] == "Q0" for line in lines)
    assert next(line[2] for line in lines if line[0] == "q1") == "bridge"
    assert [int(line[3]) for line in lines if line[0] == "q1"] == [1, 2, 3, 4]
    first = run.read_bytes()
    assert main(command) == 0
    assert run.read_bytes() == first
    capsys.readouterr()
    assert main([*command, "--no-rerank"]) == 0
    assert {row["mode"] for row in rows_of(capsys)} == {"hybrid", "dense", "lexical"}


def test_without_judgements_there_is_only_the_run(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run = tmp_path / "a.run"
    folder = beir(tmp_path / "set", False)
    assert main(["evaluate", "retrieval", str(folder), "--run", str(run), "--mode", "lexical", "-k", "1"]) == 0
    assert capsys.readouterr().out == ""
    assert [line.split()[2] for line in run.read_text(encoding="utf-8").splitlines()] == ["bridge"]


@pytest.mark.parametrize(
    ("name", "content", "told"),
    [
        ("queries.jsonl", '{"_id": "a", "text": "x"}\n{"_id": 1\n', "line 2"),
        ("qrels/test.tsv", "query-id\tcorpus-id\tscore\nq1\tbridge\n", "line 2"),
    ],
)
def test_broken_files_are_named_with_their_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], name: str, content: str, told: str
) -> None:
    folder = beir(tmp_path / "set", True)
    (folder / name).write_text(content, encoding="utf-8")
    assert main(["evaluate", "retrieval", str(folder), "--run", str(tmp_path / "a.run")]) == 2
    assert told in capsys.readouterr().err


def test_a_folder_without_a_corpus_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = beir(tmp_path / "set", False)
    (folder / "corpus.jsonl").unlink()
    assert main(["evaluate", "retrieval", str(folder), "--run", str(tmp_path / "a.run")]) == 2
    assert "corpus.jsonl" in capsys.readouterr().err


def asked(work: Path, capsys: pytest.CaptureFixture[str], *arguments: str, code: int = 0) -> list[dict[str, object]]:
    capsys.readouterr()
    assert main(["-w", str(work), "search", *arguments, "--format", "json"]) == code
    found: list[dict[str, object]] = json.loads(capsys.readouterr().out or "[]")
    return found


@pytest.mark.parametrize(
    ("name", "content", "options", "lines"),
    [
        ("list.txt", "Estuary Bridge closed\n\nthe ferry\n", [], [1, 3]),
        ("list.csv", "id,claim\n7,Estuary Bridge closed\n8,\n9,the ferry\n", [], [2, 4]),
        ("list.csv", "nr;Question\n7;Was the Estuary Bridge closed?\n", [], [2]),
        ("list.tsv", "a\tb\nx\tthe ferry\n", ["--column", "b"], [2]),
    ],
)
def test_a_list_of_claims_is_answered_in_one_table(
    work: Path,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    name: str,
    content: str,
    options: list[str],
    lines: list[int],
) -> None:
    path = tmp_path / name
    path.write_text(content, encoding="utf-8")
    rows = asked(work, capsys, "--from", str(path), "--mode", "lexical", "-k", "2", *options)
    assert sorted({int(str(row["line"])) for row in rows}) == lines
    assert all(row["query"] and row["rank"] for row in rows)


@pytest.mark.parametrize(
    ("content", "options", "words"),
    [
        ("", [], "holds no claims or questions"),
        ("a,b\n1,2\n", [], "has no column claim or question"),
        ('claim\n"x\n', [], "no valid table"),
        ("claim\nx\n", ["--column", "c"], "has no column c"),
    ],
)
def test_a_list_that_cannot_be_read_is_one_sentence(
    work: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], content: str, options: list[str], words: str
) -> None:
    path = tmp_path / "list.csv"
    path.write_text(content, encoding="utf-8")
    assert main(["-w", str(work), "search", "--from", str(path), *options]) == 2
    assert words in capsys.readouterr().err


def test_words_and_a_list_do_not_go_together(work: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["-w", str(work), "search"]) == 2
    assert main(["-w", str(work), "search", "x", "--from", str(tmp_path / "list.txt")]) == 2
    assert main(["-w", str(work), "search", "x", "--column", "a"]) == 2
    assert main(["-w", str(work), "search", "--from", str(tmp_path / "missing.txt")]) == 2
    assert "missing.txt cannot be read" in capsys.readouterr().err
