"""The list of articles."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.widgets import Input

from tests.tui.desk import add_text, make_app, review, settle
from tests.tui.test_everywhere import text_of
from workbench.services.workspace import Workspace
from workbench.store.articles import article
from workbench.tui.app import WorkbenchApp
from workbench.tui.desk.screen import GREETING, ArticleList, DeskScreen
from workbench.tui.dialogs.sheet import AskDay
from workbench.tui.review.screen import ReviewScreen
from workbench.tui.runtime.jobs import Job
from workbench.tui.runtime.messages import ArticlesAdded

SIZES = pytest.mark.parametrize("size", [(80, 24), (100, 30), (160, 48)], ids=["80x24", "100x30", "160x48"])


def titles(app: WorkbenchApp) -> list[str]:
    """The articles that are listed, in order."""
    screen = app.front
    assert isinstance(screen, DeskScreen)
    return [row.summary.title for row in screen.query_one(ArticleList).items]


@SIZES
async def test_an_article_opens_and_esc_comes_back(full_desk: Path, size: tuple[int, int]) -> None:
    """j, Enter, Esc."""
    app = make_app(full_desk, article_id=None)
    async with app.run_test(size=size) as pilot:
        await settle(pilot)
        assert len(titles(app)) == 3
        await pilot.press("j", "enter")
        await settle(pilot)
        assert isinstance(app.screen, ReviewScreen)
        assert app.screen.session.article_id == 2
        await pilot.press("escape")
        await settle(pilot)
        assert isinstance(app.screen, DeskScreen)


async def test_an_empty_workspace_greets_and_says_the_first_step(tmp_path: Path) -> None:
    """The list says which key adds an article; the tour is shown once."""
    Workspace.create(tmp_path / "new", reviewer="ann").close()
    app = make_app(tmp_path / "new", article_id=None)
    app.saved.toured = False
    async with app.run_test() as pilot:
        await settle(pilot)
        for _ in range(5):
            await pilot.press("enter")
        await settle(pilot)
        assert app.saved.toured
        screen = app.front
        assert isinstance(screen, DeskScreen)
        assert screen.query_one(ArticleList).note == screen.keyed(GREETING)
        for key in ("+  adds", "p  adds", "E adds", "F1 is", "? lists"):
            assert key in text_of(app), key


@SIZES
async def test_articles_are_sorted_and_filtered(full_desk: Path, size: tuple[int, int]) -> None:
    """By title; then only those that hold a word."""
    app = make_app(full_desk, article_id=None)
    async with app.run_test(size=size) as pilot:
        await settle(pilot)
        await pilot.press("s")
        await settle(pilot)
        await pilot.press("down", "enter")
        await settle(pilot)
        assert titles(app) == sorted(titles(app))
        await pilot.press("f")
        await settle(pilot)
        await pilot.press(*"edition 2", "enter")
        await settle(pilot)
        assert titles(app) == ["Edition 2 of the story"]


async def test_a_deadline_that_is_past_is_told_with_its_day(full_desk: Path) -> None:
    app = make_app(full_desk, article_id=None)
    async with app.run_test(size=(100, 30)) as pilot:
        await settle(pilot)
        await pilot.press("d")
        await settle(pilot)
        await pilot.press(*"yesterday", "enter")
        await settle(pilot)
        assert [str(note.message) for note in app._notifications] == ["The deadline 29 Jan 2022 is past."]


async def test_a_deadline_is_set_shown_and_taken_back(full_desk: Path) -> None:
    """The day is in the database; undo removes it; what is no day is refused in words."""
    app = make_app(full_desk, article_id=None)
    async with app.run_test(size=(100, 30)) as pilot:
        await settle(pilot)
        await pilot.press("d")
        await settle(pilot)
        await pilot.press(*"2022-02-01", "enter")
        await settle(pilot)
        with Workspace.open(full_desk, reviewer="ann") as workspace:
            assert str(article(workspace.database, 3).deadline) == "2022-02-01"
        await pilot.press("u")
        await settle(pilot)
        with Workspace.open(full_desk, reviewer="ann") as workspace:
            assert article(workspace.database, 3).deadline is None
        await pilot.press("d")
        await settle(pilot)
        await pilot.press(*"soon", "enter")
        await settle(pilot)
        assert isinstance(app.screen, AskDay), "a day that cannot be read keeps the words"
        await pilot.press(*["backspace"] * 4, *"tomorrow", "enter")
        await settle(pilot)
        assert isinstance(app.screen, DeskScreen)
        with Workspace.open(full_desk, reviewer="ann") as workspace:
            assert str(article(workspace.database, 3).deadline) == "2022-01-31"


async def test_an_article_is_removed_after_asking_and_comes_back(full_desk: Path) -> None:
    """y removes, u restores."""
    app = make_app(full_desk, article_id=None)
    async with app.run_test(size=(100, 30)) as pilot:
        await settle(pilot)
        await pilot.press("D")
        await settle(pilot)
        await pilot.press("y")
        await settle(pilot)
        assert len(titles(app)) == 2
        gone = "Edition 2 of the story"
        assert gone not in titles(app)
        await pilot.press("j", "u")
        await settle(pilot)
        assert len(titles(app)) == 3
        screen = app.front
        assert isinstance(screen, DeskScreen)
        assert screen.current is not None
        assert screen.current.title == gone, "what came back is under the cursor"
        await pilot.press("h")
        await settle(pilot)
        assert f"ann, “{gone}”: removed the article" in text_of(app)


async def test_the_session_comes_back_where_it_was(full_desk: Path) -> None:
    """Article and claim under the cursor."""
    app = make_app(full_desk, article_id=2)
    async with app.run_test() as pilot:
        await settle(pilot)
        await pilot.press("j", "j")
        await settle(pilot)
        here = review(app).session.current_id
        await pilot.press("q")
    again = make_app(full_desk, article_id=None)
    async with again.run_test() as pilot:
        await settle(pilot)
        assert isinstance(again.screen, ReviewScreen)
        assert (again.screen.session.article_id, again.screen.session.current_id) == (2, here)


async def test_the_cursor_stands_on_what_was_added(full_desk: Path) -> None:
    """Enter then opens it; an article of the same title elsewhere does not matter."""
    app = make_app(full_desk, article_id=None)
    async with app.run_test() as pilot:
        await settle(pilot)
        await pilot.press("j", "j")
        before = frozenset({1, 2, 3})

        def work(workspace: Workspace, _: Job) -> str:
            add_text(workspace, "The bridge was opened in 2019.", "The bridge opened", ())
            return "1 article added."

        app.start_job("Adding articles", work, lambda _: app.tell_all(ArticlesAdded(before)))
        await settle(pilot)
        screen = app.front
        assert isinstance(screen, DeskScreen)
        assert screen.current is not None
        assert screen.current.title == "The bridge opened"


async def test_what_comes_in_and_is_hidden_by_the_filter_is_told(full_desk: Path) -> None:
    """ "1 article added" stood over a list without it; the words of the filter are shown as they are."""
    app = make_app(full_desk, article_id=None)
    async with app.run_test() as pilot:
        await settle(pilot)
        app.saved.find = "{undo} [b]harbour"
        before = frozenset({1, 2, 3})

        def work(workspace: Workspace, _: Job) -> str:
            add_text(workspace, "The bridge was opened in 2019.", "The bridge opened", ())
            return "1 article added."

        app.start_job("Adding articles", work, lambda _: app.tell_all(ArticlesAdded(before)))
        await settle(pilot)
        told = [str(note.message) for note in app._notifications]
        assert "1 article that came in is not listed: the filter is “{undo} [b]harbour”. f changes it." in told


async def test_a_fault_in_the_background_is_told(full_desk: Path, forgiven: list[BaseException]) -> None:
    """The screen stays, and a sentence says what ended early."""

    def work(_: Workspace, __: Job) -> str:
        raise OverflowError("math range error")

    app = make_app(full_desk, article_id=None)
    async with app.run_test() as pilot:
        await settle(pilot)
        app.start_job("Adding articles", work)
        await settle(pilot)
        assert [str(note.message) for note in app._notifications] == [
            "Adding articles ended early: OverflowError: math range error. What was done by then is kept."
        ]
        assert not app.jobs.running
    assert isinstance(forgiven.pop(), OverflowError)


async def test_both_answers_can_be_read_on_a_small_screen(full_desk: Path) -> None:
    """Buttons of one line show their words, also the one that has the focus."""
    app = make_app(full_desk, article_id=None)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press("D")
        await settle(pilot)
        assert "Remove (y)" in text_of(app)
        assert "Keep (n)" in text_of(app)


async def test_an_article_is_dated_from_the_desk_and_from_its_review(full_desk: Path) -> None:
    """`W` sets the day of publication; evidence is told apart by age again; undo brings the day before back."""
    app = make_app(full_desk, article_id=None)
    forgotten: list[str] = []
    app.finder.forget = lambda: forgotten.append("found")  # type: ignore[method-assign]
    async with app.run_test(size=(160, 48)) as pilot:
        await settle(pilot)
        await pilot.press("W")
        await settle(pilot)
        app.screen.query_one(Input).value = "2022-03-01"
        await pilot.press("enter")
        await settle(pilot)
        assert "1 Mar 2022" in text_of(app)
        app.open_article(1)
        await settle(pilot)
        assert "Evening News · 29 Jan 2022" in text_of(app)
        await pilot.press("W")
        await settle(pilot)
        app.screen.query_one(Input).value = ""
        await pilot.press("enter")
        await settle(pilot)
        assert "29 Jan 2022" not in text_of(app)
        assert forgotten == ["found"]
        await pilot.press("u")
        await settle(pilot)
        assert "Evening News · 29 Jan 2022" in text_of(app)
        assert forgotten == ["found", "found"]
        await pilot.press("W")
        await settle(pilot)
        await pilot.press(*"soon", "enter")
        await settle(pilot)
        assert "Evening News · 29 Jan 2022" in text_of(app)


async def test_the_desk_begins_at_the_article_that_was_left(full_desk: Path) -> None:
    """Also where the session came back into a review, with no desk behind it yet."""
    app = make_app(full_desk, article_id=2)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press("escape")
        await settle(pilot)
        screen = app.front
        assert isinstance(screen, DeskScreen)
        assert screen.current is not None
        assert screen.current.id == 2
