"""Saved searches by keys: kept from the form that searches, listed, done, forgotten; what is new for them is read."""

from __future__ import annotations

from pathlib import Path

from textual.widgets import OptionList

from tests.tui.desk import make_app, review, settle
from tests.tui.test_everywhere import text_of
from workbench.domain.permissions import Role
from workbench.services.review import desk_work
from workbench.services.review.inbox import inbox
from workbench.services.review.permissions import give_role
from workbench.services.workspace import Workspace
from workbench.store.notices import SEARCH, NewNotice, keep_notices
from workbench.store.sources import passages_of
from workbench.tui.dialogs.forms import SearchForm
from workbench.tui.dialogs.kept_searches import FoundPassages, SavedSearches
from workbench.tui.review.screen import ReviewScreen


def kept(path: Path) -> list[tuple[str, str, str | None, str | None]]:
    """Name, words, day and publisher of the searches of ann."""
    with Workspace.open(path, reviewer="ann") as ann:
        return [(one.name, one.query, one.after, one.publisher) for one in desk_work.saved_searches(ann)]


async def test_a_search_is_kept_from_the_form_that_searches(desk: Path) -> None:
    """Words, day and publisher are kept; the publisher is found by a part of its name."""
    app = make_app(desk)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press("j", "j", "slash")
        await settle(pilot)
        words = [*"pipe", "tab", *"2021-09-01", "tab", "tab", *"bundesnetz", "tab", "tab", *"{gas}", "enter"]
        await pilot.press(*words)
        await settle(pilot)
        assert app.finder.asked == ["pipe"]  # type: ignore[attr-defined]
    assert kept(desk) == [("{gas}", "pipe", "2021-09-01", "Bundesnetzagentur")]


async def test_what_cannot_be_kept_keeps_the_form(desk: Path) -> None:
    app = make_app(desk)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press("slash")
        await settle(pilot)
        await pilot.press("tab", "tab", "tab", "tab", "tab", *"gas", "enter")
        await settle(pilot)
        assert isinstance(app.screen, SearchForm)
        assert "needs words of its own" in text_of(app)
        await pilot.press("shift+tab", *"port", "shift+tab", "shift+tab", "shift+tab", "shift+tab", *"pipe", "enter")
        await settle(pilot)
        assert "no last day, and no tag" in text_of(app)
    assert kept(desk) == []


async def test_it_is_listed_done_and_forgotten_on_every_screen(desk: Path) -> None:
    with Workspace.open(desk, reviewer="ann") as ann:
        desk_work.save_search(ann, "[b]gas[/b]", "certification", publisher="Gazprom")
        desk_work.save_search(ann, "troops", "troops at the border")
    app = make_app(desk)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press("j", "j", "f4")
        await settle(pilot)
        assert isinstance(app.screen, SavedSearches)
        assert "[b]gas[/b] · “certification” · Gazprom" in text_of(app)
        await pilot.press("enter")
        await settle(pilot)
        title = str(review(app).query_one("#evidence-pane").border_title)
        assert title.startswith("Evidence for “certification”, Gazprom")
        await pilot.press("f4")
        await settle(pilot)
        await pilot.press("down", "d", "escape")
        await settle(pilot)
        assert [one[0] for one in kept(desk)] == ["[b]gas[/b]"]
        await pilot.press("u")
        await settle(pilot)
    assert [one[0] for one in kept(desk)] == ["[b]gas[/b]", "troops"]


async def test_another_is_kept_from_the_list_and_done_without_a_claim(desk: Path) -> None:
    """On the desk what it finds is a list to read."""
    app = make_app(desk, article_id=None)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press("f4")
        await settle(pilot)
        assert "You have kept no search" in text_of(app)
        await pilot.press("plus")
        await settle(pilot)
        await pilot.press(*"gas", "tab", *"pipeline certification", "enter")
        await settle(pilot)
        await pilot.press("f4")
        await settle(pilot)
        await pilot.press("enter")
        await settle(pilot)
        assert isinstance(app.screen, FoundPassages)
        assert app.screen.found
    assert kept(desk) == [("gas", "pipeline certification", None, None)]


async def test_what_is_new_for_one_is_read_from_the_inbox_whose_count_falls(desk: Path) -> None:
    with Workspace.open(desk, reviewer="ann") as ann:
        desk_work.save_search(ann, "gas", "certification")
        [one] = desk_work.saved_searches(ann)
        (passage,) = passages_of(ann.database, "notice")
        keep_notices(ann.database, [NewNotice(SEARCH, passage.id, search_id=one.id)])
        assert len(inbox(ann)) == 1
    app = make_app(desk, article_id=None)
    async with app.run_test(size=(100, 30)) as pilot:
        await settle(pilot)
        await pilot.press("f3")
        await settle(pilot)
        await pilot.press("enter")
        await settle(pilot)
        assert isinstance(app.screen, FoundPassages)
        assert passage.text[:40] in text_of(app)
        await pilot.press("escape", "f3")
        await settle(pilot)
        assert "What waits for you · 1" in text_of(app)
        await pilot.press("d")
        await settle(pilot)
        assert "What waits for you · 0" in text_of(app)
        assert not isinstance(app.front, ReviewScreen)


async def test_what_a_reader_may_not_forget_or_put_aside_stays_in_its_list(desk: Path) -> None:
    """A row goes once the write has succeeded."""
    with Workspace.open(desk, reviewer="ann") as ann:
        desk_work.save_search(ann, "gas", "certification")
        [one] = desk_work.saved_searches(ann)
        (passage,) = passages_of(ann.database, "notice")
        keep_notices(ann.database, [NewNotice(SEARCH, passage.id, search_id=one.id)])
        give_role(ann, "editor", Role.EDITOR)
    app = make_app(desk, article_id=None)
    async with app.run_test(size=(100, 30)) as pilot:
        await settle(pilot)
        await pilot.press("f4")
        await settle(pilot)
        await pilot.press("d")
        await settle(pilot)
        assert isinstance(app.screen, SavedSearches)
        assert [one.name for one in app.screen.kept] == ["gas"]
        assert app.screen.query_one(OptionList).option_count == 1
        await pilot.press("escape", "f3")
        await settle(pilot)
        await pilot.press("d")
        await settle(pilot)
        assert "What waits for you · 1" in text_of(app)
        assert app.screen.query_one(OptionList).option_count == 1
    assert [one[0] for one in kept(desk)] == ["gas"]
