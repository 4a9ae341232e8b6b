"""Claim surgery in place, each act undoable."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.tui.desk import make_app, review, settle
from tests.tui.test_everywhere import text_of
from workbench.domain.articles import Kind
from workbench.tui.widgets.claim_list import ClaimList

SIZES = pytest.mark.parametrize("size", [(80, 24), (100, 30), (160, 48)], ids=["80x24", "100x30", "160x48"])


def quotes(app: object) -> list[str]:
    """The words of all claims, in order."""
    return [claim.quote for claim in review(app).session.claims]  # type: ignore[arg-type]


@SIZES
async def test_a_claim_is_reworded(desk: Path, size: tuple[int, int]) -> None:
    """e opens the wording, Ctrl+S keeps it, undo takes it back."""
    app = make_app(desk)
    async with app.run_test(size=size) as pilot:
        await settle(pilot)
        await pilot.press("e")
        await settle(pilot)
        await pilot.press("end", *" now", "ctrl+s")
        await settle(pilot)
        assert review(app).session.claims[0].text == "Thousands of troops stand on the border now"
        await pilot.press("u")
        await settle(pilot)
        assert review(app).session.claims[0].text == "Thousands of troops stand on the border"


@SIZES
@pytest.mark.parametrize("keys", [("e", "end", *" now", "ctrl+s"), ("{",)])
async def test_another_wording_of_a_rated_claim_is_told(
    desk: Path, size: tuple[int, int], keys: tuple[str, ...]
) -> None:
    """The verdict stays on the words that it was given on: it is said when they change, and stands there until then."""
    app = make_app(desk)
    async with app.run_test(size=size) as pilot:
        await settle(pilot)
        await pilot.press("1", "enter")
        await settle(pilot)
        await pilot.press("k")
        await settle(pilot)
        assert "another wording" not in text_of(app)
        await pilot.press(*keys)
        await settle(pilot)
        told = " ".join(str(note.message) for note in app._notifications)
        assert "Claim 1 was rated False by ann on another wording (“Thousands of troops stand on the border”)" in told
        assert "≠ rated on another wording" in text_of(app)
        await pilot.press("u")
        await settle(pilot)
        assert "≠ rated on another wording" not in text_of(app)


@SIZES
async def test_edges_move_by_word(desk: Path, size: tuple[int, int]) -> None:
    """Both edges, both ways."""
    app = make_app(desk)
    async with app.run_test(size=size) as pilot:
        await settle(pilot)
        await pilot.press("j")
        for key, words in (
            ("[", "which carries gas to Germany"),
            ("{", "carries gas to Germany"),
            ("}", "carries gas to"),
            ("]", "carries gas to Germany"),
        ):
            await pilot.press(key)
            await settle(pilot)
            assert review(app).session.claims[1].quote.rstrip(",") == words


@SIZES
async def test_a_claim_is_split_at_a_word_and_merged_again(desk: Path, size: tuple[int, int]) -> None:
    """The cursor chooses the word; both parts are claims; merging makes one of them."""
    app = make_app(desk)
    async with app.run_test(size=size) as pilot:
        await settle(pilot)
        await pilot.press("S")
        await settle(pilot)
        await pilot.press("left", "right", "enter")
        await settle(pilot)
        assert quotes(app)[:2] == ["Thousands of troops", "stand on the border"]
        await pilot.press("M")
        await settle(pilot)
        assert quotes(app)[0] == "Thousands of troops stand on the border"


@SIZES
async def test_a_claim_is_added_from_words_of_the_article(desk: Path, size: tuple[int, int]) -> None:
    """Arrows go to the words, Shift takes more of them, Enter adds, and the cursor is on the new claim."""
    app = make_app(desk)
    async with app.run_test(size=size) as pilot:
        await settle(pilot)
        await pilot.press("+")
        await settle(pilot)
        await pilot.press("shift+right", "shift+right", "enter")
        await settle(pilot)
        claim = review(app).session.claim
        assert claim is not None
        assert claim.quote == "officials said on"
        assert len(review(app).session.claims) == 7


async def test_words_selected_with_the_mouse_become_a_claim(desk: Path) -> None:
    """Dragging over words, then Enter."""
    app = make_app(desk)
    async with app.run_test(size=(160, 48)) as pilot:
        await settle(pilot)
        await pilot.mouse_down("#article", offset=(2, 2))
        await pilot.hover("#article", offset=(12, 2))
        await pilot.mouse_up("#article", offset=(12, 2))
        await settle(pilot)
        assert review(app).claims.picker.mode == "add"
        await pilot.press("escape")
        assert review(app).claims.picker.mode == ""


@SIZES
async def test_a_dropped_claim_comes_back_with_undo(desk: Path, size: tuple[int, int]) -> None:
    """The list is one shorter, then whole again."""
    app = make_app(desk)
    async with app.run_test(size=size) as pilot:
        await settle(pilot)
        await pilot.press("D")
        await settle(pilot)
        assert len(review(app).query_one(ClaimList).items) == 5
        await pilot.press("u")
        await settle(pilot)
        assert quotes(app)[0] == "Thousands of troops stand on the border"


@SIZES
async def test_kinds_and_speaker_change(desk: Path, size: tuple[int, int]) -> None:
    """A prediction that becomes an event is asked for a rating."""
    app = make_app(desk)
    async with app.run_test(size=size) as pilot:
        await settle(pilot)
        await pilot.press("j", "j", "j", "j", "j", "t")
        await settle(pilot)
        await pilot.press("down", "down", "down", "space")  # event
        await pilot.press("down", "down", "down", "down", "down", "space", "ctrl+s")  # no prediction
        await settle(pilot)
        claim = review(app).session.claims[5]
        assert claim.kinds == (Kind.EVENT,)
        assert claim.rateable
        await pilot.press("T")
        await settle(pilot)
        await pilot.press(*"Cabinet", "enter")
        await settle(pilot)
        assert review(app).session.claims[5].speaker == "Cabinet"


async def test_while_words_are_chosen_other_keys_do_nothing(desk: Path) -> None:
    """A rating key does not rate, j does not move."""
    app = make_app(desk)
    async with app.run_test(size=(100, 30)) as pilot:
        await settle(pilot)
        await pilot.press("S", "1", "j")
        await settle(pilot)
        assert (review(app).session.pending, review(app).session.current_id) == ({}, 1)
        await pilot.press("escape")
        assert quotes(app)[0] == "Thousands of troops stand on the border"


@SIZES
async def test_what_comes_back_is_gone_to(desk: Path, size: tuple[int, int]) -> None:
    """Undo of a dropped claim, from elsewhere in the list: the cursor is on it."""
    app = make_app(desk)
    async with app.run_test(size=size) as pilot:
        await settle(pilot)
        await pilot.press("j", "j", "D")
        await settle(pilot)
        await pilot.press("k", "k", "u")
        await settle(pilot)
        assert review(app).session.current_id == 3


@SIZES
async def test_words_being_chosen_are_said_and_the_keys_are_those_that_choose(
    desk: Path, size: tuple[int, int]
) -> None:
    """Not by colour alone; a small screen comes back to the pane that was shown before."""
    app = make_app(desk)
    async with app.run_test(size=size) as pilot:
        await settle(pilot)
        await pilot.press("S")
        await settle(pilot)
        shown = text_of(app)
        assert "The second claim: “stand on the border”" in shown
        assert "Enter splits" in shown
        assert "r reason" not in shown
        await pilot.press("escape", "+", "shift+right")
        await settle(pilot)
        assert "The new claim: “officials said”" in text_of(app)
        assert "Shift+← → more words" in text_of(app)
        await pilot.press("escape")
        await settle(pilot)
        assert app.saved.pane == "claims"
        assert app.screen.focused is review(app).query_one(ClaimList)


@SIZES
async def test_merging_and_dropping_are_redone_and_undone(desk: Path, size: tuple[int, int]) -> None:
    """Also by the next session, with the history to say so."""
    app = make_app(desk)
    async with app.run_test(size=size) as pilot:
        await settle(pilot)
        await pilot.press("S")
        await settle(pilot)
        await pilot.press("enter")
        await settle(pilot)
        await pilot.press("M")
        await settle(pilot)
        await pilot.press("D")
        await settle(pilot)
        assert len(quotes(app)) == 5
    again = make_app(desk)
    async with again.run_test(size=size) as pilot:
        await settle(pilot)
        for count in (6, 7, 6):
            await pilot.press("u")
            await settle(pilot)
            assert len(quotes(again)) == count
        for count in (7, 6, 5):
            await pilot.press("ctrl+r")
            await settle(pilot)
            assert len(quotes(again)) == count
