"""An engine of shared evidence that keeps its passages in this process: for tests of all that is above an engine."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from math import log1p
from pathlib import Path

import pytest

from workbench.domain.evidence import Source
from workbench.domain.folding import folded
from workbench.domain.searching import Filters
from workbench.domain.shared_evidence import CollectionFacts, EngineAnswer, EngineQuestion, KnownShared, SharedPassage
from workbench.services.collections import attaching
from workbench.services.workspace import Workspace


def facts_of(encoder: object) -> CollectionFacts:
    key, sha256, dimension = (getattr(encoder, name) for name in ("key", "sha256", "dimension"))
    return CollectionFacts(key, "", "float32", sha256, dimension)


class MemoryEngine:
    """Keeps rows by id; `before_put` and `before_find` are called first and may raise or wait."""

    def __init__(self, facts: CollectionFacts, name: str = "world") -> None:
        self.facts, self.name = facts, name
        self.rows: dict[str, SharedPassage] = {}
        self.puts: list[int] = []
        self.before_put: Callable[[], None] = lambda: None
        self.before_find: Callable[[], None] = lambda: None
        self.asked = self.closed = 0

    def count(self) -> int:
        return len(self.rows)

    def languages(self) -> Mapping[str, int]:
        return dict(Counter(row.analysed_as for row in self.rows.values()).most_common())

    def find(self, asked: EngineQuestion, seconds: float) -> EngineAnswer:
        self.asked += 1
        self.before_find()
        rows = [row for row in self.rows.values() if self._takes_part(row.source, row.source_key, asked.filters)]
        frequencies = {stem: float(sum(stem in row.stems for row in self.rows.values())) for stem in asked.stems}
        total = len(self.rows)

        def score(row: SharedPassage) -> float:
            return sum(row.stems.count(s) * log1p(total / (1 + frequencies[s])) for s in asked.stems)

        worded = sorted((row for row in rows if score(row)), key=score, reverse=True)[: asked.size]
        vector, near = asked.vector, list[SharedPassage]()
        if vector is not None:
            near = sorted(rows, key=lambda row: -float(vector @ row.vector))[: asked.size]  # type: ignore[operator]
        found = {row.id: row for row in (*(worded if asked.by_words else ()), *near)}
        average = sum(len(row.stems) for row in self.rows.values()) / max(total, 1)
        return EngineAnswer(tuple(found.values()), total, max(average, 1.0), frequencies, tuple(row.id for row in near))

    def _takes_part(self, source: Source, key: str, filters: Filters) -> bool:
        day = source.published
        own = f"{self.name}/{key}"
        return not (
            (filters.before is not None and (day is None or day >= filters.before))
            or (filters.after is not None and (day is None or day < filters.after))
            or (filters.sources and own not in filters.sources)
            or (filters.publishers and folded(source.publisher or "") not in map(folded, filters.publishers))
            or (filters.languages and folded(source.language or "") not in map(folded, filters.languages))
            or own in filters.not_sources
            or source.url in filters.not_urls
        )

    def passage(self, passage_id: str) -> SharedPassage | None:
        return self.rows.get(passage_id)

    def known(self, source_keys: Sequence[str]) -> Mapping[str, KnownShared]:
        found: dict[str, KnownShared] = {}
        for row in sorted(self.rows.values(), key=lambda row: row.stamp):
            if row.source_key in source_keys and row.ordinal == 0:
                found[row.source_key] = KnownShared(row.digest, row.source.title, row.source.url, row.stamp)
        return found

    def present(self, ids: Sequence[str]) -> set[str]:
        return set(ids) & set(self.rows)

    def put(self, passages: Sequence[SharedPassage]) -> None:
        self.before_put()
        self.puts.append(len(passages))
        for passage in passages:
            assert passage.vector is not None
            # what is written is text: nothing of the sender's objects stays
            self.rows[passage.id] = replace(passage, stems=tuple(json.loads(json.dumps(passage.stems))))

    def remove(self, versions: Mapping[str, str], before: int) -> int:
        gone = [
            row.id
            for row in self.rows.values()
            if versions.get(row.source_key, row.digest) != row.digest and row.stamp < before
        ]
        for passage_id in gone:
            del self.rows[passage_id]
        return len(gone)

    def close(self) -> None:
        self.closed += 1


def attach(workspace: Workspace, engine: MemoryEngine, monkeypatch: pytest.MonkeyPatch, name: str = "world") -> None:
    """Attach an engine to a workspace under a name, as if it lay in a folder."""
    workspace.set_setting(attaching.SETTING + name, json.dumps({"uri": str(Path(f"/nowhere/{name}.db"))}))
    before = attaching.opened
    engines = {name: engine}
    monkeypatch.setattr(attaching, "opened", lambda one: engines.get(one.name) or before(one))
