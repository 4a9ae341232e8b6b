"""Leaving a review while something is still under way for it: nothing ends early, nothing is lost in silence."""

from __future__ import annotations

import gc
import threading
import weakref
from pathlib import Path
from typing import Any

import pytest

from tests.tui.desk import held, make_app, review, settle
from tests.tui.test_everywhere import text_of
from workbench.domain.errors import ConflictError
from workbench.services.review import review as reviewing
from workbench.services.review.review import record_of
from workbench.services.workspace import Workspace
from workbench.tui.desk.screen import DeskScreen
from workbench.tui.review import loading
from workbench.tui.runtime.jobs import Job


async def test_what_was_read_for_a_screen_that_is_gone_is_dropped(desk: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Evidence that arrives after Esc finds no screen, and that is no fault."""
    app = make_app(desk)
    async with app.run_test(size=(100, 30)) as pilot:
        await settle(pilot)
        review(app).session.evidence.forget_linked()
        let_go = held(monkeypatch, loading, "load_linked")
        await pilot.press("j", "escape")
        await pilot.pause()
        let_go.set()
        await settle(pilot)
        assert isinstance(app.screen, DeskScreen)


async def test_a_verdict_is_written_though_its_screen_was_left(desk: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Enter, Esc at once: the verdict stands, and is told."""
    app = make_app(desk)
    async with app.run_test(size=(100, 30)) as pilot:
        await settle(pilot)
        let_go = held(monkeypatch, reviewing, "rate")
        await pilot.press("1", "enter", "escape")
        while "Articles" not in text_of(app):
            await pilot.pause()
        let_go.set()
        await settle(pilot)
        await settle(pilot)
        assert isinstance(app.screen, DeskScreen)
        assert any("Kept: False" in told.message for told in app._notifications)
        assert "4 claims open" in text_of(app)
    with Workspace.open(desk, reviewer="ann") as workspace:
        assert record_of(workspace, 1).standing is not None


async def test_a_verdict_that_is_refused_is_told_though_its_screen_was_left(
    desk: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Both versions are shown, wherever the reviewer has gone meanwhile."""
    let_go = threading.Event()

    def refused(*_: Any, **__: Any) -> None:
        let_go.wait()
        raise ConflictError("Bo has rated claim 1 meanwhile.", mine="False", theirs="True")

    app = make_app(desk)
    async with app.run_test(size=(100, 30)) as pilot:
        await settle(pilot)
        monkeypatch.setattr(reviewing, "rate", refused)
        await pilot.press("1", "enter", "escape")
        while "Articles" not in text_of(app):
            await pilot.pause()
        let_go.set()
        await settle(pilot)
        assert "Bo has rated claim 1 meanwhile." in text_of(app)


async def test_a_screen_that_was_left_is_let_go_of_with_all_it_had_drawn(desk: Path) -> None:
    """A day of going from article to article takes no more memory than the first hour."""
    app = make_app(desk)
    async with app.run_test(size=(100, 30)) as pilot:
        await settle(pilot)
        drawn = [weakref.ref(widget._styles_cache) for widget in app.screen.query("*")]
        await pilot.press("escape")
        await settle(pilot)
        app._tidy()
        gc.unfreeze()  # on a slow machine the screen is among what was taken out of the collector's sight
        gc.collect()
        assert [cache() for cache in drawn if cache() is not None] == []


async def test_leaving_stops_the_background_work(desk: Path) -> None:
    """Nobody waits for a folder of 500 files to end: what is done by then is kept."""
    app = make_app(desk)
    stopped: list[bool] = []

    def work(workspace: Workspace, job: Job) -> str:
        stopped.append(job.stop.wait(30))
        return "Done."

    async with app.run_test(size=(100, 30)) as pilot:
        await settle(pilot)
        app.start_job("Adding articles", work)
        await pilot.press("q")
    assert stopped == [True]
