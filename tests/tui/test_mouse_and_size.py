"""The mouse chooses words and claims, and the terminal may change its size at any moment."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.tui.desk import make_app, review, settle
from tests.tui.test_everywhere import text_of
from workbench.services.review.blind import list_claims
from workbench.services.review.review import record_of
from workbench.services.workspace import Workspace
from workbench.tui.widgets.claim_list import ClaimList


@pytest.mark.parametrize(("begin", "end"), [((2, 2), (12, 2)), ((12, 2), (2, 2)), ((2, 2), (8, 3))])
async def test_words_dragged_over_become_a_claim(desk: Path, begin: tuple[int, int], end: tuple[int, int]) -> None:
    """Forwards, backwards and over the end of a line: whole words, and Enter adds them."""
    app = make_app(desk)
    async with app.run_test(size=(160, 48)) as pilot:
        await settle(pilot)
        await pilot.mouse_down("#article", offset=begin)
        await pilot.hover("#article", offset=end)
        await pilot.mouse_up("#article", offset=end)
        await settle(pilot)
        span = review(app).claims.picker.span
        await pilot.press("enter")
        await settle(pilot)
        article = review(app).session.article
        assert article is not None
        words = article.text[slice(*span)]
        assert words == words.strip()
        assert not article.text[span[0] - 1 : span[0]].strip()
        assert not article.text[span[1] : span[1] + 1].strip()
        claim = review(app).session.claim
        assert claim is not None
        assert claim.start >= span[0]
        assert claim.end <= span[1]


async def test_a_click_goes_to_a_claim_and_a_step_of_the_scale_rates_it(desk: Path) -> None:
    app = make_app(desk)
    async with app.run_test(size=(160, 48)) as pilot:
        await settle(pilot)
        await pilot.click(ClaimList, offset=(10, 4))
        await settle(pilot)
        assert review(app).session.claim == review(app).query_one(ClaimList).items[1].claim


async def test_the_size_changes_while_a_verdict_is_given(desk: Path) -> None:
    """What was begun stays begun, and is kept with its evidence."""
    app = make_app(desk)
    async with app.run_test(size=(160, 48)) as pilot:
        await settle(pilot)
        await pilot.press("j", "j")
        await settle(pilot)
        claim = review(app).session.claim
        assert claim is not None
        await pilot.press("s")
        await pilot.resize_terminal(80, 24)
        await pilot.press("1")
        await pilot.resize_terminal(100, 30)
        await settle(pilot)
        assert review(app).session.claim == claim
        assert claim.id in review(app).session.pending
        await pilot.resize_terminal(160, 48)
        await pilot.press("enter")
        await settle(pilot)
    with Workspace.open(desk, reviewer="ann") as workspace:
        given = record_of(workspace, claim.id).standing
        assert given is not None
        assert [one.source_id for one in given.evidence] == ["notice"]


async def test_the_size_changes_while_words_are_chosen(desk: Path) -> None:
    """The words that were chosen are chosen still, in sight, and become the claim."""
    app = make_app(desk)
    with Workspace.open(desk, reviewer="ann") as workspace:
        before = len(list_claims(workspace))
    async with app.run_test(size=(160, 48)) as pilot:
        await settle(pilot)
        await pilot.press("plus", "shift+right", "shift+right")
        span = review(app).claims.picker.span
        for size in ((80, 24), (92, 30), (160, 48)):
            await pilot.resize_terminal(*size)
            await settle(pilot)
            assert review(app).claims.picker.span == span
            assert "The new claim" in text_of(app)
        await pilot.press("enter")
        await settle(pilot)
    with Workspace.open(desk, reviewer="ann") as workspace:
        assert len(list_claims(workspace)) == before + 1
