"""Keys that come faster than the screen: each means what it would mean had the one before been waited for."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual import events
from textual.pilot import Pilot
from textual.widgets import Input, TextArea

from tests.tui.desk import make_app, review, settle
from workbench.services.review.desk_work import comments_on
from workbench.services.review.review import record_of
from workbench.services.workspace import Workspace
from workbench.store.evidence import evidence_of


async def burst(pilot: Pilot[None], *keys: str) -> None:
    """Press keys without waiting between them, as a driver hands over what was typed while the program was busy."""
    for key in keys:
        pilot.app.post_message(events.Key(key, key if len(key) == 1 else None))
    await settle(pilot)


async def test_a_rating_is_given_to_the_claim_that_was_gone_to(desk: Path) -> None:
    """`j` and `1` at once: the second claim is rated, not the first."""
    app = make_app(desk)
    async with app.run_test(size=(100, 30)) as pilot:
        await settle(pilot)
        await burst(pilot, "j", "1")
        assert list(review(app).session.pending) == [2]


async def test_four_keys_at_once_are_a_verdict_that_names_its_evidence(desk: Path) -> None:
    """The reason that is suggested knows the evidence accepted a moment before."""
    app = make_app(desk)
    async with app.run_test(size=(100, 30)) as pilot:
        await settle(pilot)
        await burst(pilot, "j", "s", "1", "enter")
    with Workspace.open(desk, reviewer="ann") as workspace:
        given = record_of(workspace, 2).standing
        assert given is not None
        assert (given.rating, given.rationale) == ("False", "Refuted by Nord Stream AG, 10 Sep 2021.")


async def test_what_is_typed_after_a_dialogs_key_goes_into_the_dialog(desk: Path) -> None:
    """The letters of a reason are no commands, however soon they come."""
    app = make_app(desk)
    async with app.run_test(size=(100, 30)) as pilot:
        await settle(pilot)
        await burst(pilot, "1", "r", *" Add D")
        assert app.screen.query_one(TextArea).text.endswith(" Add D")
        await burst(pilot, "ctrl+s", "slash", *"pu")
        assert app.screen.query_one(Input).value == "pu"
        assert app.screen.focused is app.screen.query_one(Input)


async def test_a_dialog_that_reads_first_gets_what_is_typed_meanwhile(desk: Path) -> None:
    """The comments are read before their dialog opens; the letters are no keys of the review."""
    app = make_app(desk)
    async with app.run_test(size=(100, 30)) as pilot:
        await settle(pilot)
        await pilot.press("j", "j")
        await settle(pilot)
        await burst(pilot, "semicolon", *"as1", "enter")
        await settle(pilot)
        assert not review(app).session.pending
    with Workspace.open(desk, reviewer="ann") as ann:
        assert [one.text for one in comments_on(ann, [3])] == ["as1"]
        assert evidence_of(ann.database, 3) == []


async def test_what_is_pasted_after_a_dialogs_key_goes_into_the_dialog(desk: Path) -> None:
    """A paste waits for its turn like a key."""
    app = make_app(desk)
    async with app.run_test(size=(100, 30)) as pilot:
        await settle(pilot)
        app.post_message(events.Key("slash", "/"))
        app.post_message(events.Paste("troops on the border"))
        await settle(pilot)
        assert app.screen.query_one(Input).value == "troops on the border"


async def test_ones_own_changes_are_no_conflict_however_fast(desk: Path) -> None:
    """Edges, undo, redo and a rating at once: each builds on what the one before made."""
    app = make_app(desk)
    async with app.run_test(size=(100, 30)) as pilot:
        await settle(pilot)
        await burst(pilot, "j", "]", "]", "[", "u", "u", "ctrl+r", "]", "1", "enter", "k", "u", "2", "enter")
        await settle(pilot)
        assert review(app) is app.screen
    with Workspace.open(desk, reviewer="ann") as workspace:
        assert [verdict.rating for verdict in record_of(workspace, 2).verdicts] == ["Mostly false"]


@pytest.mark.parametrize("size", [(80, 24), (160, 48)])
@pytest.mark.parametrize(
    "words",
    [
        "Council page says 46",  # had accepted a passage, pinned it and opened the wording
        "July figures: 12",
        "Kent Police say so.",
        "the regulator counts 5",
        "Upheld on appeal",
        "Published in May",
        "Das Amt zählt 12",
        "Él lo dijo",
        "everyone agrees",
        "No such day",
        "it is false",
        "“Lost”, says the log",
    ],
)
async def test_a_reason_typed_right_after_the_rating_is_a_reason(desk: Path, words: str, size: tuple[int, int]) -> None:
    app = make_app(desk)
    async with app.run_test(size=size) as pilot:
        await settle(pilot)
        await burst(pilot, "1", *words)
        assert app.screen.query_one(TextArea).text == words
        await burst(pilot, "ctrl+s")
    with Workspace.open(desk, reviewer="ann") as workspace:
        given = record_of(workspace, 1).standing
        assert given is not None
        assert (given.rating, given.rationale) == ("False", words)
        assert not evidence_of(workspace.database, 1)


async def test_what_is_pasted_while_a_rating_waits_is_its_reason(desk: Path) -> None:
    app = make_app(desk)
    async with app.run_test(size=(100, 30)) as pilot:
        await settle(pilot)
        await burst(pilot, "j", "1")
        pilot.app.post_message(events.Paste("Says 46,\nnot 60."))
        await settle(pilot)
        assert app.screen.query_one(TextArea).text.rstrip() == "Says 46,\nnot 60."
        await burst(pilot, "escape", "1", "W", "ctrl+s")  # the draft stays, and is gone on with
    with Workspace.open(desk, reviewer="ann") as workspace:
        given = record_of(workspace, 2).standing
        assert given is not None
        assert given.rationale == "Says 46,\nnot 60. W"


@pytest.mark.parametrize("key", ["j", "k", "o", "a", "s", "d", "f", "x", "u", "n", "2", "escape", "tab", "space", "?"])
async def test_keys_that_go_with_a_rating_keep_their_meaning_while_it_waits(desk: Path, key: str) -> None:
    app = make_app(desk)
    async with app.run_test(size=(160, 48)) as pilot:
        await settle(pilot)
        await burst(pilot, "j", "1", key)
        assert not app.screen.query(TextArea)


async def test_letters_are_commands_where_no_rating_waits(desk: Path) -> None:
    app = make_app(desk)
    async with app.run_test(size=(160, 48)) as pilot:
        await settle(pilot)
        await burst(pilot, "j", "1", "escape", "F")
        assert not app.screen.query(TextArea)
        assert app.screen is not review(app)
