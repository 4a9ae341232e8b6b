"""What the desk has rated already stands below the claim; one key looks, one takes it over."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from tests.tui.desk import GivenFinder, add_text, draft, make_app, review, settle
from tests.tui.review.test_together import shown
from tests.tui.test_everywhere import SIZES, text_of
from workbench.domain.articles import Claim, Kind
from workbench.services.review.blind import visible_claim
from workbench.services.review.review import rate, record_of, request_second_opinion
from workbench.services.search.already_checked import EarlierVerdict
from workbench.services.workspace import Workspace
from workbench.store.events import events
from workbench.tui.app import WorkbenchApp
from workbench.tui.dialogs.earlier_verdicts import LookAtEarlier
from workbench.tui.review import earlier as finding
from workbench.tui.widgets.bars import WordingBar

STORY = "Old news\n\nFour hundred soldiers stand on the border."


def rated_before(path: Path) -> int:
    """A claim of an earlier article, rated; gives its id."""
    with Workspace.open(path, reviewer="ben") as ben:
        article = add_text(ben, STORY, "Old news", (draft(STORY, "Four hundred soldiers stand", Kind.QUANTITY),))
        row = ben.database.row("SELECT id FROM claims WHERE article_id = ?", (article,))
        assert row is not None
        rate(ben, row["id"], "False", why="They were drilling elsewhere.")
        return int(row["id"])


def app_with(path: Path, earlier: int) -> WorkbenchApp:
    """The app, in which the first claim means the same as one that was rated."""
    app = make_app(path)
    assert isinstance(app.finder, GivenFinder)
    app.finder.checked[1] = earlier
    return app


@SIZES
async def test_it_is_told_and_taken_over_with_its_reference(desk: Path, size: tuple[int, int]) -> None:
    earlier = rated_before(desk)
    app = app_with(desk, earlier)
    async with app.run_test(size=size) as pilot:
        await settle(pilot)
        said = shown(review(app).query_one(WordingBar))
        assert "your desk rated a claim like this False on" in said, "what differs was never rated"
        assert " · Comma looks · = takes it over" in said, "a comma would be read as one"
        assert "here Thousands, there Four hundred" in said
        assert "≈ similar" in text_of(app) or size[0] < 90
        await pilot.press("equals_sign", "enter")
        await settle(pilot)
        with Workspace.open(desk, reviewer="ann") as ann:
            assert record_of(ann, 1).standing is None, "what differs is asked about once"
        await pilot.press("enter")
        await settle(pilot)
    with Workspace.open(desk, reviewer="ann") as ann:
        standing = record_of(ann, 1).standing
        assert standing is not None
        assert (standing.reviewer, standing.rating) == ("ann", "False")
        assert f"As in the verdict on “{record_of(ann, earlier).standing.claim_text}”" in standing.rationale  # type: ignore[union-attr]
        acts = [one for one in events(ann.database, claim_id=1) if one.subject == "verdicts"]
        assert (acts[-1].after or {})["adopts"] == record_of(ann, earlier).standing.id  # type: ignore[union-attr]


async def test_the_same_claim_is_told_as_rated(desk: Path) -> None:
    """Nothing differs: what the desk has rated is this claim, not one like it."""
    with Workspace.open(desk, reviewer="ben") as ben:
        words = visible_claim(ben, 1).text
        article = add_text(ben, words, "Old news", (draft(words, words, Kind.QUANTITY),))
        row = ben.database.row("SELECT id FROM claims WHERE article_id = ?", (article,))
        assert row is not None
        rate(ben, row["id"], "False", why="They were drilling elsewhere.")
    app = app_with(desk, int(row["id"]))
    async with app.run_test(size=(150, 40)) as pilot:
        await settle(pilot)
        assert "your desk rated this False on" in shown(review(app).query_one(WordingBar))
        assert "≈ checked" in text_of(app)


async def test_one_key_looks_at_it(desk: Path) -> None:
    app = app_with(desk, rated_before(desk))
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press("comma")
        await settle(pilot)
        assert isinstance(app.screen, LookAtEarlier)
        words = text_of(app)
        assert "drilling elsewhere" in words
        assert "Four hundred" in words
        await pilot.press("enter")
        await settle(pilot)
        assert review(app).session.pending[1].rating.words == "False"
        await pilot.press("escape")
        await settle(pilot)
        assert not review(app).session.pending
        assert not review(app).session.adopting


async def test_another_rating_takes_nothing_over(desk: Path) -> None:
    app = app_with(desk, rated_before(desk))
    async with app.run_test(size=(150, 40)) as pilot:
        await settle(pilot)
        await pilot.press("equals_sign", "5", "enter")
        await settle(pilot)
        assert "As in the verdict" not in review(app).session.own_reason(1)
    with Workspace.open(desk, reviewer="ann") as ann:
        acts = [one for one in events(ann.database, claim_id=1) if one.subject == "verdicts"]
        assert "adopts" not in (acts[-1].after or {})


async def test_without_one_the_keys_say_so(desk: Path) -> None:
    app = make_app(desk)
    async with app.run_test(size=(150, 40)) as pilot:
        await settle(pilot)
        await pilot.press("equals_sign")
        await settle(pilot)
        assert not review(app).session.pending


async def test_a_verdict_that_changed_since_it_was_read_is_not_taken_over(desk: Path) -> None:
    earlier = rated_before(desk)
    app = app_with(desk, earlier)
    async with app.run_test(size=(150, 40)) as pilot:
        await settle(pilot)
        await pilot.press("equals_sign", "enter")  # what differs is asked about once
        await settle(pilot)
        with Workspace.open(desk, reviewer="ben") as ben:
            rate(ben, earlier, "True", why="They did stand there.")
        await pilot.press("enter")
        await settle(pilot)
        assert "not the one that you read" in text_of(app)
    with Workspace.open(desk, reviewer="ann") as ann:
        assert record_of(ann, 1).standing is None


async def test_for_a_claim_that_waits_for_an_opinion_nothing_is_offered(desk: Path) -> None:
    earlier = rated_before(desk)
    with Workspace.open(desk, reviewer="ben") as ben:
        rate(ben, 1, "False", why="They were drilling.")
        request_second_opinion(ben, 1)
    app = app_with(desk, earlier)
    async with app.run_test(size=(150, 40)) as pilot:
        await settle(pilot)
        assert review(app).session.current_id == 1
        assert 1 not in review(app).session.earlier
        assert "your desk rated" not in text_of(app)


class AskedFinder(GivenFinder):
    """Notes which claims were asked about together."""

    def earlier(self, workspace: Workspace, claims: Sequence[Claim]) -> dict[int, tuple[EarlierVerdict, ...]]:
        """As given."""
        self.together.append([claim.id for claim in claims])
        return super().earlier(workspace, claims)

    def __post_init__(self) -> None:
        super().__post_init__()
        self.together: list[list[int]] = []


async def test_the_claim_at_the_cursor_comes_first_and_the_others_in_pieces(
    desk: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(finding, "PIECE", 2)
    app, finder = make_app(desk), AskedFinder()
    app.finder = finder
    async with app.run_test(size=(150, 40)) as pilot:
        await settle(pilot)
        session = review(app).session
        at = session.current_id
        waiting = [claim.id for claim in session.claims if claim.rateable]
        assert len(waiting) > 3
        assert finder.together[0] == [at]
        others = [one for part in finder.together if part != [at] for one in part]
        assert sorted(others) == sorted(set(waiting) - {at}), "each once"
        assert all(len(part) <= 2 for part in finder.together)
