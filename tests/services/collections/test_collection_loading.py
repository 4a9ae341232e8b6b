"""Evidence into a collection: read once, sent once, whatever happens in between."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from tests.index.hashing import HashingEncoder
from tests.services.collections.memory_engine import MemoryEngine, facts_of
from workbench.domain.documents import Document
from workbench.domain.errors import CollectionError
from workbench.ingest.options import ReadOptions
from workbench.ingest.reader import read
from workbench.services.collections import collection_loading
from workbench.services.collections.collection_loading import CollectionLoader
from workbench.services.evidence.sources import EvidenceReport, add_evidence, without_skipped
from workbench.services.workspace import Workspace
from workbench.store.sources import passages_of

LONG = "\n\n".join(
    f"In year {year} the harbour of Lowick counted {year - 1900} ships. " * 9 for year in range(1990, 2000)
)


@pytest.fixture
def encoder() -> HashingEncoder:
    return HashingEncoder()


@pytest.fixture
def engine(encoder: HashingEncoder) -> MemoryEngine:
    return MemoryEngine(facts_of(encoder))


def rows(path: Path, *given: dict[str, object]) -> Path:
    path.write_text("".join(json.dumps(row) + "\n" for row in given), encoding="utf-8")
    return path


def load(engine: MemoryEngine, encoder: HashingEncoder, path: Path, stamp: int | None = None) -> EvidenceReport:
    report = EvidenceReport()
    loader = CollectionLoader(engine, "ada", encoder=encoder)
    if stamp is not None:
        loader._stamp = stamp
    documents = read(str(path), as_evidence=True, options=ReadOptions())
    loader.load(without_skipped(documents, report.skipped), report, None, lambda: False)
    return report


def told(report: EvidenceReport) -> tuple[int, int, int, int]:
    return report.added, report.updated, report.unchanged, report.passages


def test_the_passages_are_those_that_the_workspace_would_have(
    tmp_path: Path, engine: MemoryEngine, encoder: HashingEncoder, workspace: Workspace
) -> None:
    path = rows(
        tmp_path / "a.jsonl",
        {"id": "log", "title": "Ship log", "text": LONG, "publisher": "Harbour", "published": "2001-02-03"},
    )
    add_evidence(workspace, [str(path)])
    load(engine, encoder, path)
    here = passages_of(workspace.database, "log")
    there = sorted(engine.rows.values(), key=lambda row: row.ordinal)
    assert len(here) > 3
    assert [(p.start, p.end, p.text, p.hash, p.locator) for p in here] == [
        (p.start, p.end, p.text, p.hash, p.locator) for p in there
    ]
    source = there[0].source
    assert (source.publisher, str(source.published), source.title) == ("Harbour", "2001-02-03", "Ship log")
    assert source.path is None, "where a file lay on one machine is nobody's business on another"
    encoded = encoder.encode([f"{there[0].context}. {there[0].text}"])
    assert np.array_equal(there[0].vector, encoded[0])  # type: ignore[arg-type]


def test_the_same_file_twice_costs_nothing(tmp_path: Path, engine: MemoryEngine, encoder: HashingEncoder) -> None:
    path = rows(tmp_path / "a.jsonl", {"id": "log", "title": "Ship log", "text": LONG})
    first = load(engine, encoder, path)
    encoded, puts, kept = encoder.encoded, len(engine.puts), dict(engine.rows)
    assert told(first) == (1, 0, 0, encoded)
    again = load(engine, encoder, path)
    assert told(again) == (0, 0, 1, 0)
    assert (encoder.encoded, len(engine.puts), engine.rows) == (encoded, puts, kept)


def test_a_load_that_was_ended_goes_on_where_it_was(
    tmp_path: Path, engine: MemoryEngine, encoder: HashingEncoder, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(collection_loading, "ENCODED", 2)
    path = rows(tmp_path / "a.jsonl", {"id": "log", "title": "Ship log", "text": LONG})

    def gone() -> None:
        if len(engine.puts) == 2:
            raise CollectionError("the server is gone.")

    engine.before_put = gone
    with pytest.raises(CollectionError):
        load(engine, encoder, path)
    assert len(engine.rows) == 4
    engine.before_put = lambda: None
    encoder.encoded = 0
    load(engine, encoder, path)
    whole = MemoryEngine(engine.facts)
    left = encoder.encoded
    load(whole, encoder, path)
    assert set(engine.rows) == set(whole.rows)
    assert left == len(whole.rows) - 4


def test_a_newer_version_takes_the_place_of_the_older(
    tmp_path: Path, engine: MemoryEngine, encoder: HashingEncoder
) -> None:
    path = tmp_path / "a.jsonl"
    load(engine, encoder, rows(path, {"id": "log", "title": "Ship log", "text": "Forty ships called at Lowick."}))
    report = load(engine, encoder, rows(path, {"id": "log", "title": "Ship log", "text": "Fifty ships called there."}))
    assert told(report) == (0, 1, 0, 1)
    assert [row.text for row in engine.rows.values()] == ["Fifty ships called there."]


def test_two_loaders_of_two_versions_leave_the_later_one(
    tmp_path: Path, engine: MemoryEngine, encoder: HashingEncoder
) -> None:
    def in_between() -> None:
        engine.before_put = lambda: None
        later = rows(tmp_path / "b.jsonl", {"id": "log", "title": "Ship log", "text": "Fifty ships called there."})
        load(engine, encoder, later, stamp=2_000)

    engine.before_put = in_between  # the loader that began earlier comes to its end later
    path = rows(tmp_path / "a.jsonl", {"id": "log", "title": "Ship log", "text": "Forty ships called."})
    load(engine, encoder, path, stamp=1_000)
    assert "Fifty ships called there." in [row.text for row in engine.rows.values()]
    load(engine, encoder, rows(path, {"id": "log", "title": "Ship log", "text": "Sixty ships called."}), stamp=3_000)
    assert [row.text for row in engine.rows.values()] == ["Sixty ships called."]


@pytest.mark.parametrize("stamp", [2_000, 1_000])
def test_a_newer_version_is_the_newer_whatever_the_clock_says(
    stamp: int, tmp_path: Path, engine: MemoryEngine, encoder: HashingEncoder
) -> None:
    path = tmp_path / "a.jsonl"
    load(engine, encoder, rows(path, {"id": "log", "title": "Ship log", "text": "Forty ships called."}), stamp=2_000)
    load(engine, encoder, rows(path, {"id": "log", "title": "Ship log", "text": "Fifty ships called."}), stamp=stamp)
    assert [row.text for row in engine.rows.values()] == ["Fifty ships called."]


def test_rows_that_are_counted_from_1_in_two_files_are_two_sources(
    tmp_path: Path, engine: MemoryEngine, encoder: HashingEncoder
) -> None:
    load(engine, encoder, rows(tmp_path / "ships.jsonl", {"id": "1", "title": "Ships", "text": "Forty ships called."}))
    report = load(
        engine, encoder, rows(tmp_path / "grain.jsonl", {"id": "1", "title": "Grain", "text": "The harvest was poor."})
    )
    assert told(report) == (1, 0, 0, 1)
    assert sorted(row.source_key for row in engine.rows.values()) == ["1", "grain/1"]
    again = load(
        engine, encoder, rows(tmp_path / "grain.jsonl", {"id": "1", "title": "Grain", "text": "The harvest was poor."})
    )
    assert told(again) == (0, 0, 1, 0)


def test_a_document_without_words_is_told(engine: MemoryEngine, encoder: HashingEncoder) -> None:
    report = EvidenceReport()
    document = Document(text="…", title="Empty", origin="empty.txt", sha256="0" * 64)
    CollectionLoader(engine, "ada", encoder=encoder).load(
        [document, replace(document, text="Some words.", origin="full.txt")], report, None, lambda: False
    )
    assert [skipped.origin for skipped in report.skipped] == ["empty.txt"]
    assert report.added == 1
