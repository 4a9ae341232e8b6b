"""A passage of a collection that is relied on is copied whole, and the record needs no server for it."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from tests.index.hashing import HashingEncoder
from tests.newsroom import Newsroom, furnish
from tests.services.collections.memory_engine import MemoryEngine, attach, facts_of
from tests.services.search.test_shared_search import ROWS, fill, rows
from workbench.cli.main import main
from workbench.domain.errors import BadInputError, CollectionError, NotFoundError
from workbench.domain.evidence import EvidenceState, Stance
from workbench.domain.shared_evidence import SharedPassage
from workbench.services.collections.keeping import PREFIX, keep, kept_ids, number_of
from workbench.services.evidence.decisions import decide
from workbench.services.evidence.sources import show_source
from workbench.services.record.doctor import examine_record
from workbench.services.record.history import history, undo
from workbench.services.workspace import Workspace
from workbench.store.events import events


@pytest.fixture
def engine(tmp_path: Path) -> MemoryEngine:
    made = MemoryEngine(facts_of(HashingEncoder()))
    fill(made, rows(tmp_path / "there.jsonl", ("cracks", "toll")))
    return made


@pytest.fixture
def desk(workspace: Workspace, engine: MemoryEngine, monkeypatch: pytest.MonkeyPatch) -> Newsroom:
    attach(workspace, engine, monkeypatch)
    return furnish(workspace)


@pytest.fixture
def cracks(engine: MemoryEngine) -> SharedPassage:
    return next(row for row in engine.rows.values() if row.source_key == "cracks")


def test_the_copy_has_everything_and_needs_no_server(
    workspace: Workspace, desk: Newsroom, engine: MemoryEngine, cracks: SharedPassage
) -> None:
    passage, source = cracks.as_passage("world")
    number = keep(workspace, passage, source, claim_id=desk.claims[0])
    decide(workspace, desk.claims[0], number, EvidenceState.ACCEPTED, stance=Stance.SUPPORTS)
    engine.rows.clear()
    copied, [kept] = show_source(workspace, PREFIX + cracks.id)
    assert (kept.id, kept.text, kept.hash) == (number, ROWS[1][2], cracks.hash)
    assert copied.text == kept.text
    assert (copied.title, copied.publisher, str(copied.published)) == ("Bridge inspected", "Gazette", "2019-03-01")
    assert copied.sha256 == cracks.source.sha256
    [event] = [event for event in events(workspace.database) if event.action == "evidence.keep"]
    assert event.claim_id == desk.claims[0]
    assert event.after is not None
    assert event.after["origin"] == {
        "collection": "world",
        "engine_id": cracks.id,
        "source": "cracks",
        "source_version": cracks.digest,
        "source_sha256": cracks.source.sha256,
        "passage_sha256": cracks.hash,
        "start": cracks.start,
        "end": cracks.end,
    }
    assert [finding.detail for finding in examine_record(workspace) if PREFIX in finding.detail] == []


def test_it_is_copied_once(workspace: Workspace, desk: Newsroom, cracks: SharedPassage) -> None:
    passage, source = cracks.as_passage("world")
    first = keep(workspace, passage, source, claim_id=desk.claims[0])
    assert keep(workspace, passage, source, claim_id=desk.claims[1]) == first
    assert number_of(workspace, passage.reference, claim_id=desk.claims[1]) == first
    assert kept_ids(workspace.database, [cracks.id]) == {cracks.id: first}


def test_words_that_were_changed_in_the_engine_are_not_copied(
    workspace: Workspace, desk: Newsroom, engine: MemoryEngine, cracks: SharedPassage
) -> None:
    engine.rows[cracks.id] = replace(cracks, text="Engineers found no cracks at all.")
    with pytest.raises(CollectionError, match="was changed in the collection"):
        number_of(workspace, f"world:{cracks.id}", claim_id=desk.claims[0])
    assert kept_ids(workspace.database, [cracks.id]) == {}


def test_what_names_no_passage_is_refused(workspace: Workspace, desk: Newsroom) -> None:
    claim = desk.claims[0]
    with pytest.raises(BadInputError, match="neither a passage's number"):
        number_of(workspace, "world:12", claim_id=claim)
    with pytest.raises(NotFoundError, match="holds no passage"):
        number_of(workspace, "world:" + "0" * 32, claim_id=claim)
    with pytest.raises(NotFoundError, match="no collection 'moon'"):
        number_of(workspace, "moon:" + "0" * 32, claim_id=claim)


def test_undo_takes_the_decision_back_and_leaves_the_copy(
    workspace: Workspace, desk: Newsroom, cracks: SharedPassage
) -> None:
    passage, source = cracks.as_passage("world")
    claim = desk.claims[0]
    number = keep(workspace, passage, source, claim_id=claim)
    decide(workspace, claim, number, EvidenceState.ACCEPTED)
    undo(workspace)
    assert kept_ids(workspace.database, [cracks.id]) == {cracks.id: number}
    words = [line.words for line in history(workspace)]
    assert "copied a passage of a collection: Bridge inspected" in words


def test_commands_take_it_by_collection_and_id(
    workspace: Workspace, desk: Newsroom, cracks: SharedPassage, capsys: pytest.CaptureFixture[str]
) -> None:
    at = ["-w", str(workspace.path), "--reviewer", "ada"]
    name, claim = f"world:{cracks.id}", str(desk.claims[0])
    assert main([*at, "review", "accept", claim, name, "--stance", "refutes", "--format", "json"]) == 0
    [row] = json.loads(capsys.readouterr().out)
    assert row["stance"] == "refutes"
    number = row["passage_id"]
    rating = [*at, "verdict", claim, "1", "--why", "The record says so.", "--format", "json"]
    assert main([*rating, "--evidence", f"{name}:supports"]) == 0
    assert json.loads(capsys.readouterr().out)[0]["evidence"] == [f"{number}:supports"]
    assert main([*rating, "--evidence", f"{name}:maybe"]) == 2
    assert main([*at, "review", "accept", claim, "twelve"]) == 2
