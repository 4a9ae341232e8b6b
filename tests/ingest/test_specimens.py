"""The smallest file of every kind: `doctor` tries the readers with them."""

from __future__ import annotations

from pathlib import Path

from tests.ingest.making import documents
from workbench.ingest.file_kinds import kind_of, kinds
from workbench.ingest.item import Item
from workbench.ingest.options import ReadOptions
from workbench.ingest.specimens import WORDS, specimens, try_readers


def test_there_is_one_of_every_kind_and_it_is_recognised_as_that() -> None:
    found = {
        kind: kind_of(Item(kind, name, as_evidence=True, options=ReadOptions(), data=data))
        for kind, (name, data) in specimens().items()
    }
    assert found == {kind: kind for kind in kinds()}


def test_every_reader_reads_its_own(tmp_path: Path) -> None:
    assert dict(try_readers()) == dict.fromkeys(kinds(), "")
    for name, data in specimens().values():
        (tmp_path / name).write_bytes(data)
        assert WORDS in documents(tmp_path / name)[0].text
