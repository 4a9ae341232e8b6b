"""A passage of a collection on the desk: it says where it is from, and is the workspace's own once it is relied on."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from tests.tui.desk import GivenFinder, given_hits, make_app, review, settle
from tests.tui.test_everywhere import text_of
from workbench.domain.articles import Claim
from workbench.domain.evidence import EvidenceState, Hit, SearchResult, Stance
from workbench.domain.passages import passage_hash
from workbench.domain.shared_evidence import HeldPassage
from workbench.services.collections.keeping import PREFIX
from workbench.services.workspace import Workspace
from workbench.store.evidence import evidence_of
from workbench.tui.app import WorkbenchApp
from workbench.tui.widgets.evidence_list import Card, EvidenceList

WORDS = "The pipeline was completed in September 2021, the operator said."
ENGINE_ID = "ab" * 16


class SharedFinder(GivenFinder):
    """The first of the given hits lies in a collection."""

    def hits(self, workspace: Workspace, claim: Claim) -> SearchResult:
        found = given_hits(workspace)
        passage = HeldPassage(
            -99, "world/op", 0, len(WORDS), WORDS, passage_hash("Operator", WORDS), None, "world", ENGINE_ID, "op",
            "c" * 64, "Operator",
        )  # fmt: skip
        source = replace(found[0].source, id="world/op", title="Operator", publisher="The operator", url=None)
        first: Hit = replace(found[0], passage=passage, source=source, matches=())
        return SearchResult(claim.text, (first, *found[1:]), 2, 4)


def cards(app: WorkbenchApp) -> list[Card]:
    return list(review(app).query_one(EvidenceList).items)


async def test_it_says_where_it_lies_and_is_copied_when_it_is_accepted(desk: Path) -> None:
    app = make_app(desk)
    app.finder = SharedFinder()
    async with app.run_test(size=(160, 48)) as pilot:
        await settle(pilot)
        await pilot.press("j", "j")
        await settle(pilot)
        claim_id = review(app).session.current_id
        assert claim_id is not None
        before = cards(app)
        [place] = [at for at, card in enumerate(before) if card.passage.id == -99]
        assert "collection world" in text_of(app)
        assert place == 0
        await pilot.press("s")
        await settle(pilot)
        after = cards(app)
        assert [card.passage.text for card in after].count(WORDS) == 1
        [card] = [card for card in after if card.passage.text == WORDS]
        assert card.passage.id > 0
        assert card.source.id == PREFIX + ENGINE_ID
        assert (card.state, card.stance[0]) == (EvidenceState.ACCEPTED, "refutes")
        # nothing of it is to be decided about twice
        assert after.index(card) == review(app).query_one(EvidenceList).cursor == 0
        await pilot.press("x")
        await settle(pilot)
        assert [card.passage.text for card in cards(app)].count(WORDS) == 1
    with Workspace.open(desk) as workspace:
        [linked] = [one for one in evidence_of(workspace.database, claim_id) if one.passage.text == WORDS]
        assert linked.passage.id == card.passage.id
        assert linked.evidence.state is EvidenceState.REJECTED
        assert linked.evidence.stance in (None, Stance.REFUTES)
