"""Private sources at the desk: marked by a key, and named by their title alone in what goes out."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.widgets import Input

from tests.tui.desk import make_app, review, settle
from tests.tui.test_everywhere import SIZES, text_of
from workbench.services.evidence.sources import list_sources, show_source
from workbench.services.record.export import make
from workbench.services.workspace import Workspace


@SIZES
async def test_a_source_is_marked_where_it_is_read(desk: Path, size: tuple[int, int]) -> None:
    """The reason, the citation and the report then have its title and nothing else of it."""
    app = make_app(desk)
    async with app.run_test(size=size) as pilot:
        await settle(pilot)
        await pilot.press("j", "j", "V")
        await settle(pilot)
        assert type(app.screen).__name__ == "SourceScreen"
        await pilot.press("e")
        await settle(pilot)
        assert type(app.screen).__name__ == "SourceForm"
        app.screen.query_one("#title", Input).value = "A notice"
        await pilot.press("tab", "space", "ctrl+s")
        await settle(pilot)
        assert "private" in text_of(app)
        await pilot.press("c", "escape")
        assert app.clipboard == "A notice"
        await settle(pilot)
        if size[0] < 92:
            await pilot.press("tab")
        await pilot.press("s", "1")
        await settle(pilot)
        claim = review(app).session.claim
        assert claim is not None
        assert review(app).session.reason(claim.id, None) == "Refuted by A notice."
        await pilot.press("enter")
        await settle(pilot)
    with Workspace.open(desk, reviewer="ann") as workspace:
        assert show_source(workspace, "notice")[0].private
        told = make(workspace, "json").content.decode()
        assert "A notice" in told
        assert "example.org/notice" not in told
        assert "laying of the last pipe" not in told


async def test_a_title_that_is_only_the_beginning_of_the_text_is_shown_to_be_changed(desk: Path) -> None:
    with Workspace.open(desk, reviewer="ann") as workspace, workspace.database.write() as connection:
        connection.execute("UPDATE sources SET title = text WHERE id = 'notice'")
    app = make_app(desk)
    async with app.run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        await pilot.press("j", "j", "V")
        await settle(pilot)
        await pilot.press("e", "tab", "space", "ctrl+s")
        await settle(pilot)
        assert type(app.screen).__name__ == "SourceForm"
        assert app.screen.query_one("#title", Input).value.startswith("Private source of")
        await pilot.press("ctrl+s")
        await settle(pilot)
    with Workspace.open(desk, reviewer="ann") as workspace:
        assert show_source(workspace, "notice")[0].title.startswith("Private source of")


async def test_evidence_is_added_as_private(desk: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    note = tmp_path / "call.txt"
    note.write_text("He told me on the phone that the pipe was never tested.", encoding="utf-8")
    app = make_app(desk, article_id=None)
    async with app.run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        await pilot.press("E")
        await settle(pilot)
        app.screen.query_one("#source", Input).value = str(note)
        app.screen.query_one("#private").focus()
        await pilot.press("space", "ctrl+s")
        await settle(pilot)
    with Workspace.open(desk, reviewer="ann") as workspace:
        [added] = [one for one, _ in list_sources(workspace) if one.private]
        assert added.title.startswith("Private source of")
