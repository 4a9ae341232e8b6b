"""Tags, assignments, comments and the inbox by keys."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from tests.tui.desk import make_app, review, settle
from tests.tui.test_everywhere import text_of
from workbench.domain.errors import BadInputError
from workbench.services.review import desk_work
from workbench.services.review.inbox import inbox
from workbench.services.review.review import rate, request_second_opinion
from workbench.services.workspace import Workspace
from workbench.services.written_days import read_due
from workbench.tui.dialogs.beside_forms import Comments, changed_tags
from workbench.tui.dialogs.inbox_list import InboxList
from workbench.tui.dialogs.palette import RegistryProvider
from workbench.tui.review.screen import ReviewScreen
from workbench.tui.runtime.saved_session import ListFilter
from workbench.tui.text.formatting import duration_words


def by(path: Path, name: str) -> Workspace:
    """The workspace in the hands of a reviewer."""
    return Workspace.open(path, reviewer=name)


async def test_marked_claims_are_tagged_in_one_act_and_found_by_the_tag(desk: Path) -> None:
    app = make_app(desk)
    async with app.run_test(size=(150, 40)) as pilot:
        await settle(pilot)
        await pilot.press("z", "z", "number_sign")
        await settle(pilot)
        await pilot.press(*"Army, gas", "enter")
        await settle(pilot)
        assert "#army #gas" in text_of(app)
        session = review(app).session
        app.saved.filter = session.saved.filter = ListFilter(words="#gas")
        session.list_again()
        assert session.matching == 2
        await pilot.press("u")
        await settle(pilot)
        assert "#army" not in text_of(app)
    with by(desk, "ann") as ann:
        assert desk_work.tag_counts(ann) == []


async def test_what_is_no_longer_typed_is_taken_off(desk: Path) -> None:
    with by(desk, "ann") as ann:
        desk_work.tag(ann, "claim", [1], ["army", "gas"])
    app = make_app(desk)
    async with app.run_test(size=(150, 40)) as pilot:
        await settle(pilot)
        await pilot.press("number_sign")
        await settle(pilot)
        await pilot.press("end", *["backspace"] * len(", gas"), "enter")
        await settle(pilot)
    with by(desk, "ann") as ann:
        assert desk_work.tags_on(ann, "claim") == {"1": ("army",)}


async def test_a_claim_is_assigned_until_an_hour(desk: Path) -> None:
    app = make_app(desk)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press("at")
        await settle(pilot)
        await pilot.press(*"ben", "tab", *"tomorrow 5 pm", "enter")
        await settle(pilot)
        assert "→ ben by 31 Jan 2022, 17:00" in text_of(app)
    with by(desk, "ben") as ben:
        assert [one.claim_id for one in inbox(ben)] == [1]


async def test_a_comment_is_said_and_read(desk: Path) -> None:
    with by(desk, "ben") as ben:
        desk_work.comment(ben, 1, "Count again, @ann [bold]now[/bold]")
    app = make_app(desk)
    async with app.run_test(size=(100, 30)) as pilot:
        await settle(pilot)
        assert "1 comment" in text_of(app)
        await pilot.press("semicolon")
        await settle(pilot)
        assert isinstance(app.screen, Comments)
        assert "Count again, @ann [bold]now[/bold]" in text_of(app)
        await pilot.press(*"done", "enter")
        await settle(pilot)
        assert "2 comments" in text_of(app)
    with by(desk, "ann") as ann:
        assert [one.text for one in desk_work.comments_on(ann, [1])][-1] == "done"
        assert inbox(ann) == []


async def test_the_inbox_leads_to_what_waits(full_desk: Path) -> None:
    with by(full_desk, "ben") as ben:
        desk_work.assign(ben, "claim", [9], "ann", "2022-01-29")
        desk_work.comment(ben, 2, "@ann is this so?")
        rate(ben, 8, "1", why="No.")
        request_second_opinion(ben, 8)
    app = make_app(full_desk, article_id=None)
    async with app.run_test(size=(120, 30)) as pilot:
        await settle(pilot)
        assert "3 for you" in text_of(app)
        await pilot.press("f3")
        await settle(pilot)
        assert isinstance(app.screen, InboxList)
        assert [one.claim_id for one in app.screen.waiting] == [9, 8, 2]
        assert "late: 29 Jan 2022" in text_of(app)
        await pilot.press("d")
        await settle(pilot)
        assert len(app.screen.waiting) == 3, "what is assigned ends when it is done"
        await pilot.press("down", "down", "d")
        await settle(pilot)
        assert [one.claim_id for one in app.screen.waiting] == [9, 8]
        await pilot.press("escape")
        await settle(pilot)
        assert "2 for you" in text_of(app)
        await pilot.press("f3")
        await settle(pilot)
        await pilot.press("down", "enter")
        await settle(pilot)
        assert isinstance(app.front, ReviewScreen)
        assert review(app).session.current_id == 8


async def test_articles_are_tagged_assigned_and_found_on_the_desk(full_desk: Path) -> None:
    app = make_app(full_desk, article_id=None)
    async with app.run_test(size=(120, 30)) as pilot:
        await settle(pilot)
        await pilot.press("number_sign")
        await settle(pilot)
        await pilot.press(*"budget", "enter")
        await settle(pilot)
        await pilot.press("at")
        await settle(pilot)
        await pilot.press(*"cyd", "enter")
        await settle(pilot)
        assert "#budget · → cyd" in text_of(app)
        for words, count in (("#budget", 1), ("@CYD", 1), ("#other", 0)):
            app.saved.find = words
            app.front.show_articles()  # type: ignore[union-attr]
            await settle(pilot)
            assert f"“{words}” ({count})" in text_of(app)


@pytest.mark.parametrize(
    ("text", "due"),
    [
        ("", None),
        ("3 March 2022", "2022-03-03"),
        ("3 March 2022, 17:00", "2022-03-03T17:00"),
        ("tomorrow 5 pm", "2022-01-31T17:00"),
        ("tomorrow at 12 am", "2022-01-31T00:00"),
        ("17:30", "2022-01-30T17:30"),
        ("2022-03-03 9h", "2022-03-03T09:00"),
        ("morgen um 8 Uhr", "2022-01-31T08:00"),
    ],
)
def test_days_and_hours_are_read_as_people_write_them(text: str, due: str | None) -> None:
    assert read_due(text, date(2022, 1, 30)) == due


@pytest.mark.parametrize("text", ["25:00", "tomorrow 9:75", "3/4/2022 17:00", "soon", "13 pm", "0 am"])
def test_what_is_no_time_is_refused(text: str) -> None:
    with pytest.raises(BadInputError):
        read_due(text, date(2022, 1, 30))


def test_tags_that_are_typed_are_compared_with_those_there() -> None:
    assert changed_tags(("a", "b"), " B,#C , c,, ") == (("c",), ("a",))


async def test_a_key_pressed_once_too_often_does_not_leave_the_article(desk: Path) -> None:
    app = make_app(desk)
    async with app.run_test(size=(100, 30)) as pilot:
        await settle(pilot)
        await pilot.press("5", "escape", "escape")
        await settle(pilot)
        assert isinstance(app.front, ReviewScreen)
        assert not review(app).session.pending
        await pilot.press("escape")
        await settle(pilot)
        assert not isinstance(app.front, ReviewScreen)


@pytest.mark.parametrize(
    ("hours", "words"),
    [(0, "0 min"), (0.58, "35 min"), (1, "1 h"), (4.34, "4 h 20 min"), (47.999, "2 d"), (74.2, "3 d 2 h")],
)
def test_how_long_it_takes_is_said_in_minutes_hours_and_days(hours: float, words: str) -> None:
    assert duration_words(hours) == words


async def test_the_palette_finds_what_does_not_apply_now(desk: Path) -> None:
    app = make_app(desk)
    async with app.run_test(size=(100, 30)) as pilot:
        await settle(pilot)
        for words, title in (("pdf", "Export the report"), ("settle", "Settle a"), ("address", "Open the address")):
            found = [hit async for hit in RegistryProvider(app.screen).search(words)]
            assert any(title in str(hit.text) for hit in found), words
