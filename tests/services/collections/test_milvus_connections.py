"""A connection that nobody gets is closed: Milvus Lite keeps its folder locked while one is open."""

from __future__ import annotations

from contextlib import nullcontext
from typing import Any

import pytest

from workbench.collections import milvus
from workbench.domain.errors import CollectionError
from workbench.domain.shared_evidence import CollectionFacts

FACTS = CollectionFacts("some-model/float32/1", "", "float32", "0" * 64, 8)


class Client:
    """Stands for a client of Milvus."""

    def __init__(self, there: bool) -> None:
        self.there, self.closed = there, 0

    def has_collection(self, name: str, **_: Any) -> bool:
        return self.there

    def describe_collection(self, name: str, **_: Any) -> dict[str, Any]:
        return {"description": "of another program"}

    def close(self) -> None:
        self.closed += 1


@pytest.mark.parametrize("there", [True, False])
def test_what_cannot_be_opened_is_let_go_of(monkeypatch: pytest.MonkeyPatch, there: bool) -> None:
    client = Client(there)
    monkeypatch.setattr(milvus, "client_of", lambda *_, **__: client)
    monkeypatch.setattr(milvus, "told", lambda _: nullcontext())
    with pytest.raises(CollectionError, match="was not made by the workbench" if there else "has no collection"):
        milvus.open_collection("/nowhere/a.db", "world")
    assert client.closed == 1


def test_what_cannot_be_made_is_let_go_of(monkeypatch: pytest.MonkeyPatch) -> None:
    client = Client(True)
    monkeypatch.setattr(milvus, "client_of", lambda *_, **__: client)
    monkeypatch.setattr(milvus, "told", lambda _: nullcontext())
    with pytest.raises(CollectionError, match="already"):
        milvus.make_collection("/nowhere/a.db", "world", FACTS)
    assert client.closed == 1
