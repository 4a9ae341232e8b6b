"""Any sequence of acts, then as many undos: the tables are as before. Redo: as after."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from tests.newsroom import TEXT, make_newsroom
from workbench.domain.articles import Kind
from workbench.domain.errors import WorkbenchError
from workbench.domain.evidence import EvidenceState, Stance
from workbench.services.claims import claim_editing, claim_surgery
from workbench.services.evidence import decisions
from workbench.services.record import history
from workbench.services.review import review, scales
from workbench.services.review.blind import list_claims, removed_claims
from workbench.services.workspace import Workspace
from workbench.store.articles import remove_article, restore_article

Tables = dict[str, list[dict[str, Any]]]

LIVE = {
    # Versions only ever rise, so that a stale write is noticed after an undo too; everything else comes back.
    "articles": "SELECT * FROM articles WHERE removed_at IS NULL ORDER BY id",
    "claims": "SELECT * FROM claims WHERE removed_at IS NULL ORDER BY id",
    "evidence": "SELECT * FROM evidence WHERE removed_at IS NULL ORDER BY id",
    "sources": "SELECT * FROM sources WHERE removed_at IS NULL ORDER BY id",
    "passages": "SELECT * FROM passages WHERE removed_at IS NULL ORDER BY id",
    "searchable": "SELECT rowid FROM passages_fts WHERE passages_fts MATCH 'port OR exports OR quoted' ORDER BY rowid",
    "workspace": "SELECT * FROM workspace ORDER BY key",
}


def tables(workspace: Workspace) -> Tables:
    """What a reader of the workspace finds, versions left out."""
    return {
        name: [{k: v for k, v in row.items() if k != "version"} for row in workspace.database.rows(sql)]
        for name, sql in LIVE.items()
    } | {
        "standing": [
            {"claim": claim.id, "verdicts": [v.id for v in review.record_of(workspace, claim.id).verdicts]}
            for claim in list_claims(workspace)
        ]
    }


class Reviewing(RuleBasedStateMachine):
    """One reviewer does anything; whatever was refused has changed nothing."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp())
        self.acts: list[tuple[Tables, Tables]] = []

    def teardown(self) -> None:
        self.workspace.close()
        shutil.rmtree(self.folder)

    @initialize()
    def open(self) -> None:
        self.workspace, self.room = make_newsroom(self.folder / "w")
        self.start = tables(self.workspace)

    def _do(self, act: Any, *arguments: Any, **named: Any) -> None:
        before, events = tables(self.workspace), history.last_event_id(self.workspace)
        try:
            act(self.workspace, *arguments, **named)
        except WorkbenchError:
            assert tables(self.workspace) == before
            assert history.last_event_id(self.workspace) == events
            return
        if history.last_event_id(self.workspace) > events:
            self.acts.append((before, tables(self.workspace)))
        else:
            assert tables(self.workspace) == before, "a change without an event"

    def _claim(self, pick: int) -> int:
        found = list_claims(self.workspace)
        return found[pick % len(found)].id if found else 1

    @rule(pick=st.integers(0, 9), rating=st.sampled_from("543210n"), cite=st.booleans())
    def rate(self, pick: int, rating: str, cite: bool) -> None:
        evidence = [(self.room.passages[pick % 3], Stance.REFUTES)] if cite else None
        self._do(review.rate, self._claim(pick), rating, why="because", evidence=evidence)

    @rule(pick=st.integers(0, 9), passage=st.integers(0, 2), state=st.sampled_from(EvidenceState), pin=st.booleans())
    def decide(self, pick: int, passage: int, state: EvidenceState, pin: bool) -> None:
        self._do(decisions.decide, self._claim(pick), self.room.passages[passage], state, pinned=pin)

    @rule(pick=st.integers(0, 9), passage=st.integers(0, 2), stance=st.sampled_from(Stance))
    def annotate(self, pick: int, passage: int, stance: Stance) -> None:
        self._do(decisions.annotate, self._claim(pick), self.room.passages[passage], stance=stance, note=f"n{pick}")

    @rule(pick=st.integers(0, 9), passage=st.integers(0, 2))
    def unlink(self, pick: int, passage: int) -> None:
        self._do(decisions.unlink, self._claim(pick), self.room.passages[passage])

    @rule(pick=st.integers(0, 9), number=st.integers(0, 1))
    def add_link(self, pick: int, number: int) -> None:
        self._do(decisions.add_link, self._claim(pick), f"https://example.org/{number}", "quoted words")

    @rule(pick=st.integers(0, 9))
    def nothing_found(self, pick: int) -> None:
        self._do(decisions.nothing_found, self._claim(pick))

    @rule(pick=st.integers(0, 9))
    def request_second(self, pick: int) -> None:
        self._do(review.request_second_opinion, self._claim(pick))

    @rule(pick=st.integers(0, 9), text=st.text(max_size=12))
    def reword(self, pick: int, text: str) -> None:
        self._do(claim_editing.edit_wording, self._claim(pick), text)

    @rule(pick=st.integers(0, 9), edge=st.sampled_from(["start", "end"]), words=st.integers(-3, 3))
    def move_edge(self, pick: int, edge: claim_editing.Edge, words: int) -> None:
        self._do(claim_editing.move_edge_by_word, self._claim(pick), edge, words)

    @rule(pick=st.integers(0, 9), share=st.floats(0, 1))
    def split(self, pick: int, share: float) -> None:
        found = list_claims(self.workspace)
        if found:
            claim = found[pick % len(found)]
            self._do(claim_surgery.split, claim.id, claim.start + round(share * (claim.end - claim.start)))

    @rule(pick=st.integers(0, 9))
    def merge(self, pick: int) -> None:
        self._do(claim_surgery.merge_with_next, self._claim(pick))

    @rule(pick=st.integers(0, 9), kinds=st.lists(st.sampled_from(Kind), max_size=2))
    def set_kinds(self, pick: int, kinds: list[Kind]) -> None:
        self._do(claim_editing.set_kinds, self._claim(pick), kinds)

    @rule(pick=st.integers(0, 9), speaker=st.sampled_from([None, "", "the ministry", "Ann O’Nymous"]))
    def set_speaker(self, pick: int, speaker: str | None) -> None:
        self._do(claim_editing.set_speaker, self._claim(pick), speaker)

    @rule(start=st.integers(0, len(TEXT)), length=st.integers(0, 30))
    def add(self, start: int, length: int) -> None:
        self._do(claim_surgery.add, self.room.article, start, start + length)

    @rule(pick=st.integers(0, 9))
    def remove(self, pick: int) -> None:
        self._do(claim_surgery.remove, self._claim(pick))

    @rule(pick=st.integers(0, 9))
    def restore(self, pick: int) -> None:
        dropped = removed_claims(self.workspace)
        if dropped:
            self._do(claim_surgery.restore, dropped[pick % len(dropped)].id)

    @rule(scale=st.sampled_from(["workbench", "politifact", "averitec", "none"]))
    def use_scale(self, scale: str) -> None:
        self._do(scales.use_scale, scale)

    @rule()
    def remove_article(self) -> None:
        self._do(lambda w: remove_article(w.database, self.room.article, reviewer=w.reviewer))

    @rule()
    def restore_article(self) -> None:
        self._do(lambda w: restore_article(w.database, self.room.article, reviewer=w.reviewer))

    @rule(n=st.integers(1, 3))
    def undo_and_redo(self, n: int) -> None:
        n = min(n, len(self.acts))
        if n:
            history.undo(self.workspace, n)
            assert tables(self.workspace) == self.acts[-n][0]
            history.redo(self.workspace, n)
            assert tables(self.workspace) == self.acts[-1][1]

    @rule()
    def undo_one(self) -> None:
        if self.acts:
            history.undo(self.workspace)
            assert tables(self.workspace) == self.acts.pop()[0]

    @rule()
    def restart(self) -> None:
        self.workspace.close()
        self.workspace = Workspace.open(self.folder / "w", reviewer="Ann")

    @rule()
    def undo_everything_and_redo_it(self) -> None:
        if self.acts:
            now = tables(self.workspace)
            history.undo(self.workspace, len(self.acts))
            assert tables(self.workspace) == self.start
            history.redo(self.workspace, len(self.acts))
            assert tables(self.workspace) == now

    @invariant()
    def every_quote_stands_where_its_claim_says(self) -> None:
        for claim in list_claims(self.workspace):
            assert TEXT[claim.start : claim.end] == claim.quote


Reviewing.TestCase.settings = settings(
    max_examples=25, stateful_step_count=25, deadline=None, suppress_health_check=list(HealthCheck)
)
TestReviewing = Reviewing.TestCase
