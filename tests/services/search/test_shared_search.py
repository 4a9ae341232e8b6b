"""The workspace and its collections searched at once: one order, and who does not answer is told in a line."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from tests.index.hashing import HashingEncoder
from tests.services.collections.memory_engine import MemoryEngine, attach, facts_of
from workbench.domain.errors import CollectionError
from workbench.domain.evidence import Hit, SearchResult
from workbench.domain.shared_evidence import HeldPassage
from workbench.ingest.options import ReadOptions
from workbench.ingest.reader import read
from workbench.services.collections import attaching
from workbench.services.collections.asking import SharedEvidence
from workbench.services.collections.collection_loading import CollectionLoader
from workbench.services.evidence.reindex import reindex
from workbench.services.evidence.sources import EvidenceReport, add_evidence, without_skipped
from workbench.services.search.search import Searcher
from workbench.services.workspace import Workspace

ENCODER = HashingEncoder()
ROWS = (
    ("bridge", "Bridge closed", "The Estuary Bridge was closed to lorries on 4 May 2021.", "Gazette", "2021-05-05"),
    ("cracks", "Bridge inspected", "Engineers found 14 cracks in the piers of the bridge.", "Gazette", "2019-03-01"),
    ("ferry", "Ferry timetable", "The ferry to Harwich sails twice a day in summer.", "Port", "2020-06-01"),
    ("grain", "Grain harvest", "Farmers in the valley brought in 120,000 tonnes of wheat.", "Farm", "2021-10-01"),
    ("toll", "Bridge toll", "The toll of the Estuary Bridge rises to £3 for cars.", "Council", None),
    ("piers", "Piers renewed", "The piers of the bridge were renewed in 2022 for £9m.", "Council", "2022-08-01"),
)


def rows(path: Path, ids: tuple[str, ...]) -> Path:
    lines = [
        json.dumps({"id": i, "title": t, "text": x, "publisher": p, "published": d})
        for i, t, x, p, d in ROWS
        if i in ids
    ]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


def fill(engine: MemoryEngine, path: Path) -> None:
    report = EvidenceReport()
    documents = without_skipped(read(str(path), as_evidence=True, options=ReadOptions()), report.skipped)
    CollectionLoader(engine, "ada", encoder=ENCODER).load(documents, report, None, lambda: False)
    assert report.added


HERE, THERE = ("bridge", "ferry", "grain"), ("cracks", "toll", "piers")


@pytest.fixture
def engine(monkeypatch: pytest.MonkeyPatch) -> MemoryEngine:
    monkeypatch.setattr("workbench.services.search.shared_questions.encoder_of_collection", lambda _: ENCODER)
    return MemoryEngine(facts_of(ENCODER))


@pytest.fixture
def divided(workspace: Workspace, engine: MemoryEngine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Workspace:
    """Half of the rows in the workspace, half in a collection."""
    add_evidence(workspace, [str(rows(tmp_path / "here.jsonl", HERE))])
    reindex(workspace, encoder=ENCODER)
    fill(engine, rows(tmp_path / "there.jsonl", THERE))
    attach(workspace, engine, monkeypatch)
    return workspace


@pytest.fixture
def whole(tmp_path: Path) -> Iterator[Workspace]:
    """All of the rows in one workspace."""
    with Workspace.create(tmp_path / "whole", reviewer="ada") as made:
        add_evidence(made, [str(rows(tmp_path / "all.jsonl", HERE + THERE))])
        reindex(made, encoder=ENCODER)
        yield made


def search(workspace: Workspace, text: str, **how: object) -> SearchResult:
    shared = SharedEvidence(workspace)
    result = Searcher(workspace, encoder=ENCODER, shared=shared).search(text, **how)  # type: ignore[arg-type]
    shared.close()
    return result


def key(hit: Hit) -> str:
    return hit.source.id.removeprefix("world/")


def test_the_order_is_that_of_one_index_over_everything(divided: Workspace, whole: Workspace) -> None:
    for mode in ("hybrid", "dense", "lexical"):
        both, one = (
            search(workspace, "cracks in the piers of the Estuary Bridge", mode=mode) for workspace in (divided, whole)
        )
        assert [key(hit) for hit in both.hits] == [key(hit) for hit in one.hits]
        assert both.searched == one.searched == 6
        for here, there in zip(both.hits, one.hits, strict=True):
            assert here.dense_rank == there.dense_rank
            assert here.lexical_rank == there.lexical_rank
            assert here.dense_score == pytest.approx(there.dense_score, abs=1e-3)
            assert [match.word for match in here.matches] == [match.word for match in there.matches]
            assert here.shared == there.shared
    named = {key(hit): isinstance(hit.passage, HeldPassage) for hit in both.hits}
    assert named["cracks"]
    assert not named["bridge"]


@pytest.mark.parametrize(
    "how",
    [
        {"before": date(2021, 1, 1)},
        {"after": date(2021, 1, 1)},
        {"publishers": ["GAZETTE"]},
        {"publishers": ["gazette", "Council"], "before": date(2022, 1, 1)},
    ],
)
def test_filters_leave_the_same_sources(divided: Workspace, whole: Workspace, how: dict[str, object]) -> None:
    both, one = (search(workspace, "the bridge", **how) for workspace in (divided, whole))
    assert [key(hit) for hit in both.hits] == [key(hit) for hit in one.hits] != []


def test_a_collection_alone_is_enough(
    workspace: Workspace, engine: MemoryEngine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fill(engine, rows(tmp_path / "there.jsonl", THERE))
    attach(workspace, engine, monkeypatch)
    result = search(workspace, "cracks in the piers")
    assert key(result.hits[0]) == "cracks"
    assert result.note == ""
    assert search(workspace, "cracks in the piers", mode="dense").hits
    assert search(workspace, "zebra yodelling quiz").note == "nothing close found"


def test_evidence_that_is_not_indexed_yet_stands_beside_a_collection(
    workspace: Workspace, engine: MemoryEngine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    add_evidence(workspace, [str(rows(tmp_path / "here.jsonl", HERE))])
    fill(engine, rows(tmp_path / "there.jsonl", THERE))
    attach(workspace, engine, monkeypatch)
    result = search(workspace, "the Estuary Bridge was closed to lorries")
    assert {"bridge", "toll"} <= {key(hit) for hit in result.hits}
    assert result.note == "3 new passages are found by words alone until `workbench reindex`"


def test_who_is_gone_is_told_and_the_others_answer(divided: Workspace, engine: MemoryEngine) -> None:
    def gone() -> None:
        raise CollectionError("Milvus at news.example:19530 does not answer; is it running?")

    engine.before_find = gone
    result = search(divided, "the Estuary Bridge was closed")
    assert key(result.hits[0]) == "bridge"
    assert result.note == (
        "the collection world was not searched: Milvus at news.example:19530 does not answer; is it running?"
    )


def test_who_failed_is_left_alone_for_a_while_and_then_asked_again(divided: Workspace, engine: MemoryEngine) -> None:
    def gone() -> None:
        raise CollectionError("it is gone.")

    clock = [0.0]
    engine.before_find = gone
    searcher = Searcher(divided, encoder=ENCODER, shared=SharedEvidence(divided, now=lambda: clock[0]))
    first = searcher.search("the Estuary Bridge was closed")
    again = searcher.search("the Estuary Bridge was closed")
    assert first.note == again.note == "the collection world was not searched: it is gone"
    assert first.incomplete
    assert (engine.asked, engine.closed) == (1, 1), "what failed is opened anew later: it may hold a lock"
    engine.before_find = lambda: None
    clock[0] = 61.0
    found = searcher.search("the Estuary Bridge was closed")
    assert (found.note, found.incomplete, engine.asked) == ("", False, 2)


def test_what_is_detached_is_let_go_of_at_the_next_search(divided: Workspace, engine: MemoryEngine) -> None:
    searcher = Searcher(divided, encoder=ENCODER, shared=SharedEvidence(divided))
    searcher.search("the Estuary Bridge was closed")
    assert (engine.asked, engine.closed) == (1, 0)
    attaching.detach(divided, "world")
    searcher.search("the Estuary Bridge was closed")
    assert (engine.asked, engine.closed) == (1, 1)


def test_who_is_slow_is_told_asked_no_more_meanwhile_and_found_again(divided: Workspace, engine: MemoryEngine) -> None:
    end = threading.Event()
    engine.before_find = lambda: (end.wait(), None)[1]
    shared = SharedEvidence(divided, seconds=0.01)
    searcher = Searcher(divided, encoder=ENCODER, shared=shared)
    result = searcher.search("the Estuary Bridge was closed")
    assert key(result.hits[0]) == "bridge"
    assert result.note == "the collection world did not answer within 0.01 seconds; the others did"
    assert "still works on an earlier search" in searcher.search("the Estuary Bridge was closed").note
    assert engine.asked == 1
    [busy] = shared._slow.values()
    end.set()
    busy.join()
    shared._seconds = 3600.0
    assert {key(hit) for hit in searcher.search("the Estuary Bridge was closed").hits} >= {"bridge", "toll"}


def test_nothing_of_a_confidential_workspace_is_asked_elsewhere(divided: Workspace, engine: MemoryEngine) -> None:
    divided.set_setting(f"{attaching.SETTING}world", json.dumps({"uri": "https://news.example:19530"}))
    divided.set_setting("confidential", "yes")
    result = search(divided, "the Estuary Bridge was closed")
    assert "was not asked: this workspace is confidential" in result.note
    assert engine.asked == 0


def test_a_collection_of_other_vectors_is_searched_by_words(divided: Workspace, engine: MemoryEngine) -> None:
    engine.facts = facts_of(HashingEncoder(32, "another/1"))
    result = search(divided, "cracks in the piers")
    assert "was searched by words alone: it holds vectors of another/1 (32 figures each)" in result.note
    assert [hit.dense_score for hit in result.hits if key(hit) == "cracks"] == [None]


def test_what_is_in_both_is_shown_once(divided: Workspace, engine: MemoryEngine, tmp_path: Path) -> None:
    fill(engine, rows(tmp_path / "again.jsonl", ("bridge",)))
    result = search(divided, "The Estuary Bridge was closed to lorries")
    assert [key(hit) for hit in result.hits].count("bridge") == 1


def test_a_workspace_without_collections_asks_nobody(workspace: Workspace, tmp_path: Path) -> None:
    add_evidence(workspace, [str(rows(tmp_path / "here.jsonl", HERE))])
    reindex(workspace, encoder=ENCODER)
    plain = Searcher(workspace, encoder=ENCODER).search("the Estuary Bridge")
    assert search(workspace, "the Estuary Bridge") == plain
