"""With encoders elsewhere the next documents are looked up while those before are encoded; all comes out the same."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

import numpy as np
import pytest

from tests.index.hashing import HashingEncoder
from tests.services.collections.memory_engine import MemoryEngine, facts_of
from workbench.domain.documents import Document
from workbench.domain.errors import BadInputError, CollectionError
from workbench.services.collections import collection_loading
from workbench.services.collections.collection_loading import CollectionLoader
from workbench.services.evidence.sources import EvidenceReport

if TYPE_CHECKING:
    from workbench.domain.ports import Vectors


class Ahead(HashingEncoder):
    """Takes so many parts before it gives the first."""

    def __init__(self, ahead: int = 3) -> None:
        super().__init__()
        self.ahead, self.begun = ahead, 0

    def encode_parts(self, parts: Iterable[Sequence[str]]) -> Iterator[Vectors]:
        self.begun += 1
        waiting: list[Vectors] = []
        for part in parts:
            waiting.append(self.encode(part))
            if len(waiting) > self.ahead:
                yield waiting.pop(0)
        yield from waiting


def document(name: str, text: str = "", *, id: str | None = None) -> Document:
    return Document(text or f"Ships called at {name}.", name, f"{name}.txt", name.ljust(64, "0"), id=id)


def loaded(documents: Iterable[Document], many: Ahead | None) -> tuple[MemoryEngine, EvidenceReport]:
    encoder = HashingEncoder()
    engine, report = MemoryEngine(facts_of(encoder)), EvidenceReport()
    loader = CollectionLoader(engine, "ada", encoder=encoder, many=many)  # type: ignore[arg-type]
    loader._stamp = 1
    loader.load(documents, report, None, lambda: False)
    return engine, report


@pytest.fixture(autouse=True)
def small_batches(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(collection_loading, "BATCH_PASSAGES", 2)
    monkeypatch.setattr(collection_loading, "FIRST_PASSAGES", 1)
    monkeypatch.setattr(collection_loading, "ENCODED", 1)


SEVERAL = [document(name) for name in ("Lowick", "Hanno", "Bree", "Orr", "Sund", "Vale", "Wick")]


@pytest.mark.parametrize("ahead", [0, 1, 3, 99])
@pytest.mark.parametrize(
    "documents",
    [
        SEVERAL,
        [*SEVERAL, *SEVERAL],
        [SEVERAL[0], document("Empty", "…"), *SEVERAL[1:4], document("Void", "…")],
        [document("Log", "Forty ships.", id="1"), SEVERAL[1], document("Log", "Fifty ships.", id="1"), SEVERAL[2]],
        [document("Log", "Forty ships.", id="1"), SEVERAL[1], document("Grain", "A harvest.", id="1"), SEVERAL[2]],
        [document("Empty", "…")],
        [],
    ],
)  # fmt: skip
def test_what_comes_out_is_what_one_encoder_makes(documents: list[Document], ahead: int) -> None:
    plain, told = loaded(documents, None)
    many, said = loaded(documents, Ahead(ahead))
    assert {key: (row.source_key, row.text) for key, row in many.rows.items()} == {
        key: (row.source_key, row.text) for key, row in plain.rows.items()
    }
    assert all(np.array_equal(row.vector, plain.rows[key].vector) for key, row in many.rows.items())  # type: ignore[arg-type]
    assert (said.added, said.updated, said.unchanged, said.passages, sorted(said.ids), said.skipped) == (
        told.added, told.updated, told.unchanged, told.passages, sorted(told.ids), told.skipped
    )  # fmt: skip


def test_batches_are_looked_up_while_those_before_are_encoded() -> None:
    many = Ahead(3)
    loaded(SEVERAL, many)
    assert many.begun == 1, "one stream over all batches"


def test_where_nothing_is_new_no_encoder_is_begun() -> None:
    engine, _ = loaded(SEVERAL, None)
    many, report = Ahead(), EvidenceReport()
    CollectionLoader(engine, "ada", many=many).load(SEVERAL, report, None, lambda: False)  # type: ignore[arg-type]
    assert (many.begun, report.unchanged) == (0, len(SEVERAL))


@pytest.mark.parametrize("many", [None, Ahead()])
def test_batches_without_anything_new_are_told_one_by_one(many: Ahead | None) -> None:
    encoder = HashingEncoder()
    engine, _ = loaded(SEVERAL, None)
    read, told = 0, [0]

    def reading() -> Iterator[Document]:
        nonlocal read
        for one in SEVERAL * 20:
            read += 1
            yield one

    loader = CollectionLoader(engine, "ada", encoder=encoder, many=many)  # type: ignore[arg-type]
    loader.load(reading(), EvidenceReport(), lambda done, _, what: told.append(done), lambda: len(told) > 3)
    assert told == sorted(set(told))
    assert read < 30


@pytest.mark.parametrize("many", [None, Ahead(0), Ahead(99)])
def test_what_was_read_before_something_went_wrong_is_there(many: Ahead | None) -> None:
    encoder = HashingEncoder()
    engine, report = MemoryEngine(facts_of(encoder)), EvidenceReport()

    def broken() -> Iterator[Document]:
        yield from SEVERAL[:5]
        raise BadInputError("a file has gone.")

    with pytest.raises(BadInputError, match="a file has gone"):
        CollectionLoader(engine, "ada", encoder=encoder, many=many).load(broken(), report, None, lambda: False)  # type: ignore[arg-type]
    assert report.added == len(engine.rows) == 5


def test_an_engine_that_dies_ends_the_load_and_its_reading() -> None:
    engine, report = MemoryEngine(facts_of(HashingEncoder())), EvidenceReport()
    closed = False

    def documents() -> Iterator[Document]:
        nonlocal closed
        try:
            yield from SEVERAL * 30
        finally:
            closed = True

    def gone() -> None:
        if len(engine.puts) == 2:
            raise CollectionError("the server is gone.")

    engine.before_put = gone
    with pytest.raises(CollectionError):
        CollectionLoader(engine, "ada", many=Ahead()).load(documents(), report, None, lambda: False)  # type: ignore[arg-type]
    assert (len(engine.rows), closed) == (2, True)
