"""What machines proposed is shown as theirs, counted nowhere, and taken over as an act of the reviewer."""

from __future__ import annotations

from pathlib import Path

from tests.tui.desk import make_app, review, settle
from tests.tui.review.test_together import shown
from workbench.domain.articles import Origin
from workbench.services.assistance.proposals import keep_proposal
from workbench.services.review.blind import visible_claim
from workbench.services.workspace import Workspace
from workbench.store.evidence import evidence_of
from workbench.store.sources import passages_of
from workbench.tui.widgets.bars import WordingBar


async def test_a_wording_is_taken_over_as_ones_own(desk: Path) -> None:
    with Workspace.open(desk, reviewer="ann") as ann:
        keep_proposal(ann, "tiny-7b", "wording", {"text": "Thousands of soldiers stand there."}, claim_id=1)
    app = make_app(desk)
    async with app.run_test(size=(150, 40)) as pilot:
        await settle(pilot)
        said = shown(review(app).query_one(WordingBar))
        assert "machine: tiny-7b proposes: wording" in said
        assert "Thousands of soldiers stand there." not in said
        await pilot.press("asterisk", "1")
        await settle(pilot)
    with Workspace.open(desk, reviewer="ann") as ann:
        claim = visible_claim(ann, 1)
        assert (claim.text, claim.origin) == ("Thousands of soldiers stand there.", Origin.PERSON)


async def test_a_stance_is_accepted_and_a_query_searched_for(desk: Path) -> None:
    with Workspace.open(desk, reviewer="ann") as ann:
        (passage,) = passages_of(ann.database, "notice")
        content = {"stance": "refutes", "passage_id": passage.id, "quotation": "was completed"}
        keep_proposal(ann, "tiny-7b", "stance", content, claim_id=3)
        keep_proposal(ann, "tiny-7b", "queries", {"queries": ["certification", "other"]}, claim_id=3)
    app = make_app(desk)
    async with app.run_test(size=(100, 30)) as pilot:
        await settle(pilot)
        await pilot.press("j", "j")
        await settle(pilot)
        await pilot.press("asterisk", "2")
        await settle(pilot)
        await pilot.press("asterisk", "1")
        await settle(pilot)
        await pilot.press("1")
        await settle(pilot)
        assert app.finder.asked == ["certification"]  # type: ignore[attr-defined]
    with Workspace.open(desk, reviewer="ann") as ann:
        (linked,) = evidence_of(ann.database, 3)
        assert (linked.evidence.stance, linked.evidence.reviewer) == ("refutes", "ann")


async def test_without_one_the_key_says_so(desk: Path) -> None:
    app = make_app(desk)
    async with app.run_test(size=(100, 30)) as pilot:
        await settle(pilot)
        await pilot.press("asterisk")
        await settle(pilot)
        assert app.screen is app.front
