"""Several people write at once: everyone gets a turn, and is told only when no turn came for half a minute."""

from __future__ import annotations

import sqlite3
import zlib
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from workbench.domain.documents import Document
from workbench.domain.errors import WorkspaceError
from workbench.domain.passages import passage_hash
from workbench.ingest.passages import split_passages
from workbench.services.evidence import sources as service
from workbench.services.evidence.sources import EvidenceReport, store_documents
from workbench.services.workspace import Workspace
from workbench.store import database as database_module
from workbench.store import patience
from workbench.store.patience import PATIENCE_SECONDS, patiently

SERVICE = "workbench.services.evidence.sources"


class Waiting:
    """Time that passes only while somebody waits."""

    def __init__(self, patch: pytest.MonkeyPatch) -> None:
        self.now = 0.0
        self.pauses: list[float] = []
        patch.setattr(patience, "monotonic", lambda: self.now)
        patch.setattr(patience, "sleep", self.sleep)
        self.meanwhile: Callable[[], None] = lambda: None

    def sleep(self, seconds: float) -> None:
        self.now += seconds
        self.pauses.append(seconds)
        self.meanwhile()


@pytest.fixture
def waiting(monkeypatch: pytest.MonkeyPatch) -> Waiting:
    monkeypatch.setattr(database_module, "ONE_TRY_MS", 0)
    return Waiting(monkeypatch)


@pytest.fixture
def workspace(tmp_path: Path, waiting: Waiting) -> Iterator[Workspace]:
    with Workspace.create(tmp_path / "w", reviewer="ada") as made:
        yield made


@pytest.fixture
def holder(workspace: Workspace) -> Iterator[sqlite3.Connection]:
    """Another program that holds the write lock."""
    connection = sqlite3.connect(workspace.database.path, isolation_level=None)
    connection.execute("BEGIN IMMEDIATE")
    yield connection
    connection.close()


def test_a_write_waits_for_its_turn(workspace: Workspace, holder: sqlite3.Connection, waiting: Waiting) -> None:
    def meanwhile() -> None:
        if waiting.now > 20 and holder.in_transaction:
            holder.execute("COMMIT")

    waiting.meanwhile = meanwhile
    workspace.set_setting("organisation", "The Desk")
    assert workspace.settings() == {"organisation": "The Desk"}
    assert 20 < waiting.now < 20.1, "the lock was free at 20 s"
    assert len(set(waiting.pauses)) > len(waiting.pauses) / 2, "those who wait do not ask in step"


def test_after_half_a_minute_it_is_told(workspace: Workspace, holder: sqlite3.Connection, waiting: Waiting) -> None:
    with pytest.raises(WorkspaceError, match="is locked by another program"):
        workspace.set_setting("organisation", "The Desk")
    assert PATIENCE_SECONDS <= waiting.now < PATIENCE_SECONDS + 1
    holder.execute("ROLLBACK")
    assert workspace.settings() == {}


def test_what_is_no_lock_is_not_tried_again(waiting: Waiting) -> None:
    def broken() -> None:
        sqlite3.connect(":memory:").execute("SELECT * FROM missing")

    with pytest.raises(sqlite3.OperationalError, match="no such table"):
        patiently(broken)
    assert waiting.pauses == []


def documents(*lengths: int) -> Iterator[Document]:
    for number, length in enumerate(lengths):
        text = ("The pier of Lowick is long. " * (length // 28 + 1))[:length]
        yield Document(text, f"T{number}", f"{number}.txt", str(number) * 64, raw=b"<p>" + text.encode())


def test_long_work_is_done_in_short_transactions(
    workspace: Workspace, waiting: Waiting, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Batches are bounded by what is in them, and nothing but storing is done while others wait."""
    inside: list[str] = []

    def watched(name: str, act: Callable[..., Any]) -> Callable[..., Any]:
        def watching(*given: Any, **named: Any) -> Any:
            if workspace.database.connection.conn.in_transaction:
                inside.append(name)
            return act(*given, **named)

        return watching

    monkeypatch.setattr(f"{SERVICE}.split_passages", watched("cut", split_passages))
    monkeypatch.setattr("workbench.store.raw.zlib.compress", watched("compress", zlib.compress))
    monkeypatch.setattr(f"{SERVICE}.passage_hash", watched("hash", passage_hash))
    monkeypatch.setattr(service, "version_digest", watched("digest", service.version_digest))
    monkeypatch.setattr(service, "BATCH", 4)
    monkeypatch.setattr(service, "BATCH_CHARACTERS", 10_000)
    read: list[str] = []

    def reading() -> Iterator[Document]:
        for document in documents(4000, 4000, 4000, 30_000, 100, 100, 100, 100, 100):
            if workspace.database.connection.conn.in_transaction:
                inside.append("read")
            read.append(document.title)
            yield document

    report = EvidenceReport()
    store_documents(workspace, reading(), report)
    assert inside == []
    assert (report.added, len(read)) == (9, 9)
    rows = workspace.database.rows("SELECT after FROM events WHERE action = 'evidence.add' ORDER BY id")
    assert [row["after"].count('"sources":2') for row in rows] == [1, 0, 0, 0, 0]
    sizes = [int(row["after"].split('"sources":')[1].rstrip("}")) for row in rows]
    assert sizes == [2, 1, 1, 4, 1], "two of 4,000, one of 4,000, the large one by itself, four, and the last"
    assert waiting.pauses.count(patience.GIVE_WAY_SECONDS) == 4, "others get their turn between two"
    assert patience.GIVE_WAY_SECONDS > patience.LONGEST_PAUSE_SECONDS + 0.02


def test_what_is_there_already_is_not_cut_again(workspace: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    store_documents(workspace, documents(100, 200), EvidenceReport())

    def cut(*_: object) -> list[object]:
        raise AssertionError("cut again")

    monkeypatch.setattr(f"{SERVICE}.split_passages", cut)
    report = EvidenceReport()
    store_documents(workspace, documents(100, 200), report)
    assert (report.added, report.unchanged) == (0, 2)
