"""A host of one's own network is read in the terminal UI where the form names it, and not else."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from textual.widgets import Input

from tests.ingest.making import WORDS, page
from tests.ingest.site import Site, body, running
from tests.tui.desk import make_app, settle
from tests.tui.runtime.test_telling import told
from tests.tui.test_everywhere import text_of
from workbench.services.articles.stored_articles import list_articles
from workbench.services.workspace import Workspace
from workbench.tui.dialogs.add import AddForm


@pytest.fixture
def site() -> Iterator[Site]:
    with running() as started:
        started.pages["/a"] = body(page("Ferry", WORDS))
        yield started


async def test_the_form_names_the_host_that_may_be_read(full_desk: Path, site: Site) -> None:
    app = make_app(full_desk, article_id=None)
    async with app.run_test(size=(100, 30)) as pilot:
        await settle(pilot)

        async def add(allowed: str) -> None:
            await pilot.press("+")
            await settle(pilot)
            assert isinstance(app.screen, AddForm)
            app.screen.query_one("#source", Input).value = f"{site.base}/a"
            app.screen.query_one("#allowed", Input).value = allowed
            await pilot.press("enter")
            await settle(pilot)

        await add("0.0.0.0/0")
        assert "is too wide a network" in text_of(app)
        await pilot.press("escape")
        await settle(pilot)
        await add("wiki.example")
        assert "is not read unless its host is allowed" in " ".join([*told(app), text_of(app)])
        assert site.asked == []
        while isinstance(app.screen, AddForm):
            await pilot.press("escape")
            await settle(pilot)
        await add("127.0.0.1")
        assert "/a" in site.paths
    with Workspace.open(full_desk) as workspace:
        assert "Ferry" in [article.title for article in list_articles(workspace)]
