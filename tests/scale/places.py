"""Where evidence is kept for a test: the workspace's own index, or a collection of Milvus."""

from __future__ import annotations

import json
import os
import uuid
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from workbench.cli.main import main
from workbench.domain.evidence import SearchResult
from workbench.services.collections.asking import SharedEvidence
from workbench.services.search.search import Searcher
from workbench.services.workspace import Workspace

Row = dict[str, Any]
SECONDS = 3600.0
"""No test waits for a clock: a server that never answers is what the suite's own limit is for."""


@dataclass
class Place:
    """A workspace whose evidence lies in one kind of place, used by commands as a user uses it."""

    path: Path
    collection: str = ""
    """Its name; "" for the workspace's own index."""
    uri: str = ""
    shared: list[SharedEvidence] = field(default_factory=list)

    def run(self, *arguments: str) -> int:
        return main(["-w", str(self.path), *arguments])

    def add(self, *rows: Row, name: str = "rows", language: str = "") -> None:
        """Add rows of a file, and bring everything up to date."""
        how = ("--language", language) if language else ()
        path = self.path.parent / f"{name}.jsonl"
        path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
        if self.collection:
            assert self.run("evidence", "add", str(path), "--collection", self.collection, *how) == 0
        else:
            assert self.run("evidence", "add", str(path), *how) == 0
            assert self.run("reindex") == 0

    def remove(self, source: str) -> None:
        where = ("--collection", self.collection) if self.collection else ()
        assert self.run("evidence", "remove", source, *where) == 0

    def key(self, source_id: str) -> str:
        """The id that its maker gave a source, without what versions and collections add to it."""
        return source_id.removeprefix(f"{self.collection}/").partition("@")[0]

    def ids(self, result: SearchResult) -> list[str]:
        return [self.key(hit.source.id) for hit in result.hits]

    def searcher(self, workspace: Workspace) -> Searcher:
        self.shared.append(SharedEvidence(workspace, seconds=SECONDS))
        return Searcher(workspace, shared=self.shared[-1])

    def search(self, text: str, **how: Any) -> SearchResult:
        with Workspace.open(self.path, reviewer="ann") as workspace:
            return self.searcher(workspace).search(text, **how)

    def close(self) -> None:
        for one in self.shared:
            one.close()
        if self.uri.startswith("http"):
            self.run("collection", "drop", self.collection, "--yes")


def make_place(folder: Path, kind: str) -> Place:
    """An empty place of a kind: "embedded", or "milvus" (MILVUS_URI names a cluster, else it is in a folder)."""
    place = Place(folder / "work")
    assert main(["init", str(place.path)]) == 0
    if kind == "milvus":
        place.collection = f"test_{uuid.uuid4().hex[:12]}"
        place.uri = os.environ.get("MILVUS_URI") or str(folder / "evidence.db")
        host = place.uri.partition("://")[2].partition("/")[0].rpartition(":")[0]
        consent = ("--allow-host", host) if host else ()
        assert place.run("collection", "create", place.collection, "--uri", place.uri, *consent) == 0
    return place


def row(key: str, title: str, text: str, publisher: str = "", day: str = "", url: str = "") -> Row:
    return {"id": key, "title": title, "text": text, "publisher": publisher, "published": day, "url": url}
