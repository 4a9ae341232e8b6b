"""Fast hands: keys act in order, on the claim and passage they were meant for; no verdict loses its evidence."""

from __future__ import annotations

import shutil
import threading
from dataclasses import replace
from pathlib import Path

import pytest

from tests.tui.desk import GivenFinder, given_hits, make_app, review, settle
from tests.tui.review.test_typing_ahead import burst
from tests.tui.test_terminal import opened
from workbench.domain.articles import Claim, ClaimFilter
from workbench.domain.evidence import EvidenceState, SearchResult
from workbench.services.review.blind import list_claims
from workbench.services.review.review import record_of
from workbench.services.workspace import Workspace
from workbench.store.evidence import evidence_of
from workbench.tui.app import WorkbenchApp
from workbench.tui.runtime.saved_session import SavedSession, save_session
from workbench.tui.widgets.evidence_list import EvidenceList

SAMPLE = Path(__file__).resolve().parents[2]
PER_SECOND = 20


class SlowFinder(GivenFinder):
    """Finds the three sources for every claim, each search and each judging not before the test lets it."""

    def __post_init__(self) -> None:
        super().__post_init__()
        self.found, self.judged = threading.Event(), threading.Event()

    def hits(self, workspace: Workspace, claim: Claim) -> SearchResult:
        """All of them."""
        self.found.wait()
        return SearchResult(claim.text, tuple(given_hits(workspace)), 3, 3)

    def judge(self, workspace: Workspace, claim: Claim, result: SearchResult) -> SearchResult:
        """The first refutes."""
        self.judged.wait()
        return super().judge(workspace, claim, result)


def slow_app(desk: Path) -> tuple[WorkbenchApp, SlowFinder]:
    """The app, its evidence held back."""
    app = make_app(desk)
    app.finder = finder = SlowFinder()
    return app, finder


def verdicts(path: Path) -> dict[int, list[tuple[str, str]]]:
    """Source and stance of what each verdict relied on, by claim."""
    with Workspace.open(path, reviewer="ann") as workspace:
        claims = list_claims(workspace, ClaimFilter(article_id=1))
        given = {claim.id: record_of(workspace, claim.id).verdicts for claim in claims}
        return {
            claim_id: [(cited.source_id, cited.stance) for cited in all_of[-1].evidence]
            for claim_id, all_of in given.items()
            if all_of
        }


async def test_what_is_typed_before_the_evidence_is_there_is_done_when_it_is(desk: Path) -> None:
    """Four keys a claim for five claims, all before the first search has ended."""
    app, finder = slow_app(desk)
    async with app.run_test(size=(160, 48)) as pilot:
        while not review(app).session.claims if app.front is not None else True:
            await pilot.pause()
        for key in ["a", "d", "4", "enter"] * 5:
            await pilot.press(key)
        finder.found.set()
        finder.judged.set()
        await settle(pilot)
    assert verdicts(desk) == {claim_id: [("notice", "context")] for claim_id in range(1, 6)}


async def test_stances_that_come_late_change_nothing_that_was_decided(desk: Path) -> None:
    """A decision says what the passage says, whatever the model would; the passages keep their places."""
    app, finder = slow_app(desk)
    finder.found.set()
    async with app.run_test(size=(160, 48)) as pilot:
        cards: list[str] = []
        while not cards:
            await pilot.pause()
            cards = [card.source.id for card in app.screen.query_one(EvidenceList).items]
        await pilot.press("s", "J", "d", "2", "enter")
        finder.judged.set()
        await settle(pilot)
        await pilot.press("k")
        await settle(pilot)
    assert sorted(verdicts(desk)[1]) == [("notice", "refutes"), ("regulator", "context")]


async def test_the_list_stays_in_order_while_it_is_looked_at(desk: Path) -> None:
    """What is accepted goes to the top on the next visit; what a search finds later stands below."""
    app = make_app(desk)
    async with app.run_test(size=(160, 48)) as pilot:
        await settle(pilot)
        await pilot.press("j", "j")
        await settle(pilot)
        cards = app.screen.query_one(EvidenceList)
        before = [card.source.id for card in cards.items]
        await pilot.press("J", "J", "a")
        await settle(pilot)
        claim, evidence = review(app).session.claim, review(app).session.evidence
        assert claim is not None
        found = evidence.result(claim)
        assert found is not None
        evidence.take_found(claim, replace(found, hits=tuple(reversed(found.hits))), judged=True)
        review(app).view.show_evidence()
        assert [card.source.id for card in cards.items] == before
        assert cards.cursor == 2
        await pilot.press("k", "j")
        await settle(pilot)
        assert cards.items[0].source.id == before[2]


async def test_escape_drops_what_waits_for_evidence(desk: Path) -> None:
    """Nobody has to wait: Esc takes back the key and all that were typed after it."""
    app, finder = slow_app(desk)
    async with app.run_test(size=(160, 48)) as pilot:
        while not review(app).session.claims if app.front is not None else True:
            await pilot.pause()
        await burst_and_wait(app, pilot, "a", "4", "enter")
        await pilot.press("escape")
        await pilot.pause()
        finder.found.set()
        finder.judged.set()
        await settle(pilot)
        assert review(app) is app.screen
        assert review(app).session.pending == {}
    assert verdicts(desk) == {}


async def burst_and_wait(app: WorkbenchApp, pilot: object, *keys: str) -> None:
    """Type until the queue is held with all but the first key waiting."""
    for key in keys:
        await pilot.press(key)  # type: ignore[attr-defined]
    while len(app.key_queue._waiting) < len(keys) - 1:
        await pilot.pause()  # type: ignore[attr-defined]


async def test_a_verdict_that_was_to_have_evidence_is_not_kept_without(desk: Path) -> None:
    """`a` finds nothing to accept: the Enter typed with it is refused, a second one is meant."""
    app = make_app(desk)
    async with app.run_test(size=(160, 48)) as pilot:
        await settle(pilot)
        await burst(pilot, "a", "4", "enter")
        assert list(review(app).session.pending) == [1]
        assert verdicts(desk) == {}
        await burst(pilot, "a", "4", "enter")
        assert verdicts(desk) == {}, "the same keys once more are no answer"
        await burst(pilot, "enter")
        assert list(verdicts(desk)) == [1]


async def test_accepting_twice_is_accepting(desk: Path) -> None:
    """A key that is pressed once too often takes nothing back."""
    app = make_app(desk)
    async with app.run_test(size=(160, 48)) as pilot:
        await settle(pilot)
        await pilot.press("j", "j", "a", "a")
        await settle(pilot)
    with Workspace.open(desk, reviewer="ann") as workspace:
        [linked] = evidence_of(workspace.database, 3)
        assert linked.evidence.state is EvidenceState.ACCEPTED


async def test_a_verdict_that_its_evidence_speaks_against_is_asked_about_once(desk: Path) -> None:
    """True on nothing but a refutation: the first Enter says so. The reason follows the evidence."""
    app = make_app(desk)
    async with app.run_test(size=(160, 48)) as pilot:
        await settle(pilot)
        await pilot.press("j", "j", "s", "5")
        await settle(pilot)
        await burst(pilot, "enter")
        assert verdicts(desk) == {}
        assert any("refutes the claim" in told.message for told in app._notifications)
        await burst(pilot, "a", "enter")
        assert verdicts(desk) == {3: [("notice", "supports")]}


async def test_another_doubt_is_another_question(desk: Path) -> None:
    """Having said yes to no evidence is no yes to evidence that says otherwise."""
    app = make_app(desk)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await burst(pilot, "j", "a", "1", "enter")  # brings the evidence, and asks
        await burst(pilot, "a", "enter")
        assert verdicts(desk) == {}
        await burst(pilot, "enter")  # no ready reason speaks against its own evidence
        assert verdicts(desk) == {}
        await burst(pilot, *"Paper", "ctrl+s")
        assert verdicts(desk) == {2: [("notice", "supports")]}


async def test_the_reason_follows_the_evidence_until_it_is_edited(desk: Path) -> None:
    """Accepted as refuting, then as supporting: the reason says what is accepted when the verdict is kept."""
    app = make_app(desk)
    async with app.run_test(size=(160, 48)) as pilot:
        await settle(pilot)
        await burst(pilot, "j", "j", "s", "4", "a", "enter")
    with Workspace.open(desk, reviewer="ann") as workspace:
        assert record_of(workspace, 3).verdicts[-1].rationale == "Supported by Nord Stream AG, 10 Sep 2021."


async def test_a_dot_does_for_the_next_claim_what_was_done_for_the_last(desk: Path) -> None:
    """Its passage accepted with that stance, that rating chosen; Enter keeps it. Nothing is done unasked."""
    app = make_app(desk)
    async with app.run_test(size=(160, 48)) as pilot:
        await settle(pilot)
        await burst(pilot, "full_stop", "enter")  # nothing to repeat yet: Enter opens no verdict
        assert verdicts(desk) == {}
        await burst(pilot, "j", "s", "1", "enter", "full_stop")
        assert verdicts(desk) == {2: [("notice", "refutes")]}
        await burst(pilot, "enter")
    assert verdicts(desk) == {claim_id: [("notice", "refutes")] for claim_id in (2, 3)}


async def test_what_is_not_on_the_screen_is_not_decided_about(desk: Path) -> None:
    """One pane at a time: the first key brings the evidence, and the Enter after it keeps no verdict."""
    app = make_app(desk)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await burst(pilot, "j", "s", "1", "enter")
        assert review(app).view.pane == "evidence"
        assert verdicts(desk) == {}
        await burst(pilot, "s", "enter")
        assert verdicts(desk) == {2: [("notice", "refutes")]}


async def test_the_article_follows_the_claim_while_it_is_hidden(desk: Path) -> None:
    """Its tab shows the claim that was gone to meanwhile."""
    app = make_app(desk)
    async with app.run_test(size=(80, 16)) as pilot:
        await settle(pilot)
        await pilot.press("j", "j", "j", "j", "shift+tab")
        await settle(pilot)
        assert review(app).view.pane == "article"
        view = review(app).view.article.view
        claim = review(app).session.claim
        assert claim is not None
        first, last = view._rows(claim.start, claim.end)
        top = round(view.scroll_y)
        assert top <= first
        assert last < top + view.scrollable_content_region.height


@pytest.mark.parametrize("paced", [True, False], ids=["20 keys a second", "all at once"])
def test_every_verdict_has_its_evidence_at_any_speed(tmp_path: Path, paced: bool) -> None:
    """The real program on the sample, typed into through a pseudo-terminal from the moment it paints."""
    path = tmp_path / "sample"
    path.mkdir()
    shutil.copy(SAMPLE / "claims.db", path)
    shutil.copytree(SAMPLE / "index", path / "index")
    save_session(path, SavedSession(article_id=1, toured=True))
    keys = ["a", "4", "\r"] * 8
    with opened(path) as terminal:
        terminal.until_shown("claim 1")
        if paced:
            for key in keys:
                terminal.type(key)
                terminal.watch(1 / PER_SECOND)
        else:
            terminal.type("".join(keys))
        terminal.type("G")  # the last key, done when all before it are
        terminal.until_shown("Agreement on this article")
    given = verdicts(path)
    assert len(given) > 3
    assert all(given.values()), given
