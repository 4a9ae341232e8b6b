"""Long work never stands in the way, and what was typed into a form is never lost."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.widgets import Input, TextArea

from tests.tui.desk import make_app, settle
from workbench.domain.errors import BadInputError
from workbench.services.articles import articles
from workbench.services.articles.stored_articles import list_articles
from workbench.services.evidence import decisions, reindex
from workbench.services.workspace import Workspace
from workbench.store.articles import ArticleSummary
from workbench.tui.app import WorkbenchApp
from workbench.tui.desk.screen import DeskScreen
from workbench.tui.dialogs.add import PasteForm
from workbench.tui.runtime.jobs import Job
from workbench.tui.runtime.saved_session import load_session
from workbench.tui.runtime.threads import Lane

STORY = "The harbour of Lindau was dredged in 2014.\n\nIt took 40 workers three years."


async def quiet(pilot: Pilot[None], app: WorkbenchApp, lane: str) -> None:
    """Wait until the work of a lane is done; `settle` would wait for all lanes."""
    while app.jobs._lanes.get(Lane(lane)):
        await pilot.pause()


def articles_of(desk: Path) -> list[ArticleSummary]:
    """The articles of the workspace, read beside the program."""
    with Workspace.open(desk, reviewer="ann") as workspace:
        return list_articles(workspace)


async def paste(pilot: Pilot[None], app: WorkbenchApp, text: str) -> None:
    """Paste an article, and accept the form."""
    await pilot.press("p")
    while not isinstance(app.screen, PasteForm):
        await pilot.pause()
    app.screen.query_one(TextArea).text = text
    await pilot.press("ctrl+s")


async def test_an_article_is_added_while_the_index_is_updated(desk: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Three minutes of indexing are no reason to refuse a text."""
    app = make_app(desk, article_id=None)
    async with app.run_test(size=(100, 30)) as pilot:
        await settle(pilot)
        let_go = threading.Event()

        def standing(*_: object, **__: object) -> object:
            let_go.wait()
            raise BadInputError("It was enough.")

        monkeypatch.setattr(reindex, "reindex", standing)
        await pilot.press("I")
        while not app.jobs.running:
            await pilot.pause()
        await paste(pilot, app, STORY)
        while len(articles_of(desk)) < 2:  # it may be done before anyone looks at the queue
            await pilot.pause()
        await quiet(pilot, app, "articles")
        assert [job.title for job in app.jobs.running] == ["Updating the index"]
        let_go.set()
        await settle(pilot)
    assert load_session(desk).forms == {}


async def test_work_of_one_kind_goes_in_the_order_it_was_asked_for(desk: Path) -> None:
    """Nothing is refused: the second waits, and says so."""
    app = make_app(desk, article_id=None)
    done: list[str] = []
    let_go = threading.Event()

    def work(name: str) -> None:
        def run(workspace: Workspace, job: Job) -> str:
            let_go.wait()
            done.append(name)
            return f"{name} done."

        app.start_job(name, run)

    async with app.run_test(size=(100, 30)) as pilot:
        await settle(pilot)
        work("First")
        work("Second")
        await pilot.pause()
        assert any("Second: waits for “First”" in told.message for told in app._notifications)
        let_go.set()
        await settle(pilot)
    assert done == ["First", "Second"]


async def test_a_text_that_was_refused_is_there_again(desk: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Its form has it when it is opened again; accepted in the end, it is gone from there."""
    app = make_app(desk, article_id=None)

    def none_of_it(*_: object, **__: object) -> list[object]:
        return []

    async with app.run_test(size=(100, 30)) as pilot:
        await settle(pilot)
        with monkeypatch.context() as patch:
            patch.setattr(articles, "add_articles", none_of_it)
            await paste(pilot, app, STORY)
            await settle(pilot)
        await pilot.press("p")
        await settle(pilot)
        assert app.screen.query_one(TextArea).text == STORY
        await pilot.press("escape")
        await settle(pilot)
        await pilot.press("p")
        await settle(pilot)
        assert app.screen.query_one(TextArea).text == STORY, "Esc keeps it too"
        await pilot.press("ctrl+s")
        await settle(pilot)
        await pilot.press("p")
        await settle(pilot)
        assert app.screen.query_one(TextArea).text == ""


async def test_a_text_that_was_waiting_when_the_session_ended_is_there_in_the_next(desk: Path) -> None:
    """Also work that never began keeps what was typed for it."""
    app = make_app(desk, article_id=None)
    let_go = threading.Event()

    def work(workspace: Workspace, job: Job) -> str:
        job.stop.wait()
        let_go.wait()
        return "Stopped."

    async with app.run_test(size=(100, 30)) as pilot:
        await settle(pilot)
        app.start_job("Adding articles", work)
        await paste(pilot, app, STORY)
        while not isinstance(app.screen, DeskScreen) or len(app.jobs._lanes[Lane.ARTICLES]) < 2:
            await pilot.pause()
        app.jobs.stop()
        let_go.set()
        app.exit()
    kept = load_session(desk).forms.get("PasteForm: Paste an article", [])
    with Workspace.open(desk, reviewer="ann") as workspace:
        added = len(list_articles(workspace)) - 1
    assert [fields["text"] for fields in kept] == [STORY] * (1 - added)


async def test_a_link_that_was_refused_is_there_again(desk: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever the reason was."""
    app = make_app(desk)

    def full(*_: object, **__: object) -> object:
        raise OSError("No space left on device")

    async with app.run_test(size=(160, 48)) as pilot:
        await settle(pilot)
        with monkeypatch.context() as patch:
            patch.setattr(decisions, "add_link", full)
            await pilot.press("L")
            await settle(pilot)
            app.screen.query_one("#url", Input).value = "https://example.org/a"
            app.screen.query_one("#quote", TextArea).text = "The harbour was dredged in 2014."
            await pilot.press("ctrl+s")
            await settle(pilot)
        await pilot.press("L")
        await settle(pilot)
        assert app.screen.query_one("#quote", TextArea).text == "The harbour was dredged in 2014."
        assert app.screen.query_one("#url", Input).value == "https://example.org/a"
