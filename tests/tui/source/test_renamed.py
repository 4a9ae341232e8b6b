"""A source's title stands beside what was found before it was changed: it is the one that it has now."""

from __future__ import annotations

from pathlib import Path

from textual.widgets import Input

from tests.tui.desk import make_app, review, settle
from tests.tui.test_everywhere import text_of
from workbench.services.evidence.private import edit_source
from workbench.services.evidence.sources import show_source
from workbench.services.record import history
from workbench.services.workspace import Workspace


def shown(app: object) -> set[str]:
    """The titles of the sources beside the claim under the cursor."""
    session = review(app).session  # type: ignore[arg-type]
    assert session.claim is not None
    return {card.source.title for card in session.evidence.cards(session.claim, session.claim_day)}


async def test_a_title_taken_back_is_the_old_one_again_everywhere(desk: Path) -> None:
    """It had stayed beside the claim until the program was restarted."""
    with Workspace.open(desk, reviewer="ann") as workspace:
        before = show_source(workspace, "notice")[0].title
    app = make_app(desk)
    async with app.run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        await pilot.press("j", "j", "V", "e")
        await settle(pilot)
        app.screen.query_one("#title", Input).value = "Another title"
        await pilot.press("ctrl+s")
        await settle(pilot)
        assert "Another title" in text_of(app)
        await pilot.press("escape")
        await settle(pilot)
        assert "Another title" in shown(app)
        await pilot.press("u")
        await settle(pilot)
        assert shown(app) >= {before}
        assert "Another title" not in shown(app)
        await pilot.press("U")
        await settle(pilot)
        assert "Another title" in shown(app)


async def test_where_a_source_is_read_an_undo_is_seen_at_once(desk: Path) -> None:
    """Of its title, and of what was decided about its passage; a title that is all there is stands there once."""
    app = make_app(desk)
    async with app.run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        await pilot.press("j", "j", "V", "e")
        await settle(pilot)
        app.screen.query_one("#title", Input).value = "Another title"
        await pilot.press("ctrl+s")
        await settle(pilot)
        await pilot.press("s")
        await settle(pilot)
        assert "accepted: refutes" in text_of(app)
        await pilot.press("u")
        await settle(pilot)
        assert "accepted" not in text_of(app)
        assert "Another title" in text_of(app)
        await pilot.press("u")
        await settle(pilot)
        assert type(app.screen).__name__ == "SourceScreen"
        assert "Another title" not in text_of(app).splitlines()[0]
        await pilot.press("U")
        await settle(pilot)
        assert "Another title" in text_of(app).splitlines()[0]


async def test_a_title_that_is_all_that_is_known_stands_there_once(desk: Path) -> None:
    with Workspace.open(desk, reviewer="ann") as workspace, workspace.database.write() as connection:
        connection.execute("UPDATE sources SET title = 'Of the pipe', publisher = NULL, author = NULL")
    app = make_app(desk)
    async with app.run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        await pilot.press("j", "j", "V")
        await settle(pilot)
        assert text_of(app).splitlines()[0].count("Of the pipe") == 1


async def test_a_title_changed_in_another_session_is_seen(desk: Path) -> None:
    app = make_app(desk)
    async with app.run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        await pilot.press("j", "j")
        await app.watcher.look()
        await settle(pilot)
        with Workspace.open(desk, reviewer="bob") as workspace:
            edit_source(workspace, "notice", title="Bob's title")
        await app.watcher.look()
        await settle(pilot)
        assert "Bob's title" in shown(app)
        with Workspace.open(desk, reviewer="bob") as workspace:
            history.undo(workspace)
        await app.watcher.look()
        await settle(pilot)
        assert "Bob's title" not in shown(app)
