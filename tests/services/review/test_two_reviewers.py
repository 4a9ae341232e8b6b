"""Three people review at once, in any order: the record stays consistent and nobody sees what they must not."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from tests.newsroom import colleague, make_newsroom
from workbench.domain.articles import ClaimFilter, Kind, ReviewStatus
from workbench.domain.errors import WorkbenchError
from workbench.domain.evidence import EvidenceState, Stance
from workbench.domain.review import VerdictKind
from workbench.domain.standing import agreement, opinions, review_status, same_person, standing
from workbench.services.claims import claim_editing, claim_surgery
from workbench.services.evidence import decisions
from workbench.services.record import history
from workbench.services.record.reporting import build_report
from workbench.services.review import blind, review
from workbench.services.review.blind import list_claims, unseen_now, visible_claim
from workbench.services.workspace import Workspace
from workbench.store.claims import claim_row
from workbench.store.verdicts import review_state, verdicts, withdrawn_verdicts

WHO = st.integers(0, 2)
CLAIM = st.integers(0, 2)
RATING = st.sampled_from(["5", "1"])


class Together(RuleBasedStateMachine):
    """Ann, Bob and Cleo on three claims of one workspace, each with a connection of their own."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp())
        self.said: list[str] = []
        self.published: dict[int, str | None] = {}

    def teardown(self) -> None:
        for person in self.people:
            person.close()
        shutil.rmtree(self.folder)

    @initialize()
    def open(self) -> None:
        ann, self.room = make_newsroom(self.folder / "w")
        self.people = [ann, colleague(ann, "Bob"), colleague(ann, "Cleo")]

    def _state(self) -> list[Any]:
        tables = ("claims", "evidence", "verdicts", "events", "sources")
        return [self.people[0].database.rows(f"SELECT * FROM {table}") for table in tables]  # noqa: S608

    def _try(self, act: Callable[..., Any], who: int, *arguments: Any, **named: Any) -> bool:
        before = self._state()
        try:
            act(self.people[who], *arguments, **named)
        except WorkbenchError as error:
            self.said.append(str(error))
            assert self._state() == before, "what is refused changes nothing"
            return False
        return True

    @rule(who=WHO, pick=CLAIM, rating=RATING, cite=st.none() | st.integers(0, 2))
    def rate(self, who: int, pick: int, rating: str, cite: int | None) -> None:
        evidence = None if cite is None else [(self.room.passages[cite], None)]
        self._try(review.rate, who, self.room.claims[pick], rating, why=f"reason of {who}", evidence=evidence)

    @rule(who=WHO, pick=CLAIM, rating=RATING)
    def rate_what_was_read(self, who: int, pick: int, rating: str) -> None:
        """A verdict on the version that stands is never a conflict, whatever else may forbid it."""
        for claim in list_claims(self.people[who]):
            if claim.id == self.room.claims[pick]:
                self._try(review.rate, who, claim.id, rating, why="x", version=claim.version)
                assert not any("after you read it" in sentence for sentence in self.said)

    @rule(who=WHO, pick=CLAIM)
    def request(self, who: int, pick: int) -> None:
        self._try(review.request_second_opinion, who, self.room.claims[pick])

    @rule(who=WHO, pick=CLAIM, rating=RATING, consent=st.booleans())
    def settle(self, who: int, pick: int, rating: str, consent: bool) -> None:
        self._try(review.settle, who, self.room.claims[pick], rating, why="so be it", by_consent=consent)

    @rule(who=WHO, pick=CLAIM)
    def publish(self, who: int, pick: int) -> None:
        claim = self.room.claims[pick]
        if self._try(review.publish, who, claim):
            self.published[claim] = visible_claim(self.people[who], claim).rating

    @rule(who=WHO, pick=CLAIM, rating=RATING)
    def correct(self, who: int, pick: int, rating: str) -> None:
        claim = self.room.claims[pick]
        if self._try(review.correct, who, claim, rating, why="mistaken"):
            self.published[claim] = {"5": "True", "1": "False"}[rating]

    @rule(who=WHO, pick=CLAIM, passage=st.integers(0, 2), stance=st.sampled_from(Stance))
    def decide(self, who: int, pick: int, passage: int, stance: Stance) -> None:
        ids = self.room.claims[pick], self.room.passages[passage]
        self._try(decisions.decide, who, *ids, EvidenceState.ACCEPTED, stance=stance)

    @rule(who=WHO, pick=CLAIM, text=st.sampled_from(["one", "two"]))
    def reword(self, who: int, pick: int, text: str) -> None:
        self._try(claim_editing.edit_wording, who, self.room.claims[pick], text)

    @rule(who=WHO, pick=CLAIM, kind=st.sampled_from([Kind.EVENT, Kind.OPINION]))
    def set_kind(self, who: int, pick: int, kind: Kind) -> None:
        self._try(claim_editing.set_kinds, who, self.room.claims[pick], [kind])

    @rule(who=WHO, pick=CLAIM)
    def remove_or_restore(self, who: int, pick: int) -> None:
        if not self._try(claim_surgery.remove, who, self.room.claims[pick]):
            self._try(claim_surgery.restore, who, self.room.claims[pick])

    @rule(who=WHO, n=st.integers(1, 3))
    def undo(self, who: int, n: int) -> None:
        self._try(history.undo, who, n)

    @rule(who=WHO, n=st.integers(1, 3))
    def redo(self, who: int, n: int) -> None:
        self._try(history.redo, who, n)

    @rule(who=WHO, back=st.integers(0, 9))
    def undo_any_act(self, who: int, back: int) -> None:
        self._try(history.undo, who, event_id=max(1, history.last_event_id(self.people[who]) - back))

    @invariant()
    def every_refusal_is_a_sentence(self) -> None:
        assert all(sentence.endswith(".") and "\n" not in sentence for sentence in self.said)

    @invariant()
    def every_claim_shows_what_follows_from_its_record(self) -> None:
        ann = self.people[0]
        for claim in list_claims(ann):
            state = review_state(ann.database, claim.id)
            row = claim_row(ann.database.connection.conn, claim.id)
            stands = standing(state.verdicts)
            assert row["rating"] == (stands.rating if stands else None)
            assert row["status"] == review_status(
                state.verdicts,
                rateable=claim.rateable,
                second_requested=state.requested_by is not None,
                published=state.published_at is not None,
            )
            assert {v.id for v in state.withdrawn} == {
                v.id for v in verdicts(ann.database, claim_ids=[claim.id]) if v.id in withdrawn_verdicts(ann.database)
            }

    @invariant()
    def nobody_judging_blind_sees_another_verdict(self) -> None:
        for person in self.people:
            for claim in list_claims(person, ClaimFilter(statuses=(ReviewStatus.SECOND_OPINION,))):
                record = review.record_of(person, claim.id)
                mine = [v for v in record.verdicts if same_person(v.reviewer, person.reviewer)]
                given = opinions(review_state(person.database, claim.id).verdicts)
                if len(given) < 2 and not mine:
                    assert record.blind
                    assert claim.rating is None
                    assert record.verdicts == ()
                    self._nothing_of_others(person, claim.id)

    def _nothing_of_others(self, person: Workspace, claim_id: int) -> None:
        for item in blind.visible_evidence(person, claim_id):
            assert item.evidence.reviewer in (None, person.reviewer)
        for line in history.history(person, claim_id=claim_id):
            if line.reviewer != person.reviewer:
                assert "reason of" not in line.words
                assert "rated it True" not in line.words
                assert "passage" not in line.words
        report = build_report(person, hidden=unseen_now(person, dropped=True))
        for told in (one for article in report.articles for one in (*article.claims, *article.dropped)):
            if told.claim.id == claim_id:
                assert all(verdict.reviewer == person.reviewer for verdict in told.verdicts)
                assert all(linked.evidence.reviewer in (None, person.reviewer) for linked in told.evidence)

    @invariant()
    def what_is_published_changes_by_correction_alone(self) -> None:
        for claim_id, rating in self.published.items():
            row = claim_row(self.people[0].database.connection.conn, claim_id)
            assert (row["status"], row["rating"], row["removed_at"]) == ("published", rating, None)

    @invariant()
    def a_second_opinion_is_another_persons(self) -> None:
        for claim_id in self.room.claims:
            state = review_state(self.people[0].database, claim_id)
            given = opinions(state.verdicts)
            assert len({v.reviewer for v in given}) == len(given) <= 3
            assert agreement(state.verdicts) is not None
            seconds = [v for v in given if v.kind is VerdictKind.SECOND_OPINION]
            assert len(given) - len(seconds) <= 1


Together.TestCase.settings = settings(
    max_examples=25, stateful_step_count=30, deadline=None, suppress_health_check=list(HealthCheck)
)
TestTogether = Together.TestCase
