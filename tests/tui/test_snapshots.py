"""How the screens look. `pytest tests/tui/test_snapshots.py --snapshot-update` accepts a new look."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot
from textual.widgets import Input, TextArea

from tests.tui.desk import HOSTILE, add_text, draft, make_app, settle
from workbench.domain.articles import Kind, ReviewStatus
from workbench.services.review.presence import heartbeat
from workbench.services.review.review import publish, rate, request_second_opinion
from workbench.services.review.review import settle as settle_review
from workbench.services.workspace import Workspace
from workbench.tui.dialogs.sheet import Confirm
from workbench.tui.review.screen import ReviewScreen
from workbench.tui.runtime.jobs import Job, Jobs
from workbench.tui.widgets.claim_list import claim_block
from workbench.tui.widgets.job_bar import JobBar

Compare = Callable[..., bool]
MORNING, NOON = "2022-01-29T08:00:00.000Z", "2022-01-29T12:00:00.000Z"


@pytest.fixture(autouse=True)
def no_blinking(monkeypatch: pytest.MonkeyPatch) -> None:
    """No cursor blinks, from the beginning: a tick that is under way when it is stopped would still hide it."""
    for kind in (TextArea, Input):
        monkeypatch.setattr(kind.cursor_blink, "_default", False)


def keys(*pressed: str) -> Callable[[Pilot[None]], Any]:
    """Press keys, each once everything before it has been shown; notes that pass by are taken away."""

    async def run(pilot: Pilot[None]) -> None:
        await settle(pilot)
        for key in pressed:
            await pilot.press(key)
            await settle(pilot)
        pilot.app.clear_notifications()
        await settle(pilot)

    return run


SIZES = {"80x24": (80, 24), "100x30": (100, 30), "160x48": (160, 48)}


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("name", ["begin", "evidence", "pending"])
def test_review(snap_compare: Compare, desk: Path, size: str, name: str) -> None:
    """The review at three sizes: as it opens, on a claim with evidence, with a rating that waits."""
    pressed = {"begin": (), "evidence": ("j", "j", "tab"), "pending": ("j", "j", "s", "1")}[name]
    assert snap_compare(make_app(desk), run_before=keys(*pressed), terminal_size=SIZES[size])


@pytest.mark.parametrize("size", SIZES)
def test_desk(snap_compare: Compare, full_desk: Path, size: str) -> None:
    """The list of articles, with progress."""
    with Workspace.open(full_desk, reviewer="ann") as ann:
        for claim_id, rating in ((7, "5"), (8, "1"), (9, "3")):
            rate(ann, claim_id, rating, why="Seen.")
    assert snap_compare(make_app(full_desk, article_id=None), run_before=keys("j"), terminal_size=SIZES[size])


@pytest.mark.parametrize("size", SIZES)
def test_statistics(snap_compare: Compare, desk: Path, size: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Figures and bars, without colours: each bar has its name and number beside it."""
    monkeypatch.setenv("NO_COLOR", "1")
    many_states(desk)
    monkeypatch.setattr("workbench.services.record.stats.first_verdict_times", lambda *_: [(MORNING, NOON)])
    assert snap_compare(make_app(desk, article_id=None), run_before=keys("g"), terminal_size=SIZES[size])


def test_empty_desk(snap_compare: Compare, tmp_path: Path) -> None:
    """The greeting of an empty workspace."""
    Workspace.create(tmp_path / "newsroom", reviewer="ann").close()
    app = make_app(tmp_path / "newsroom", article_id=None)
    assert snap_compare(app, run_before=keys(), terminal_size=(100, 30))


@pytest.mark.parametrize(
    ("name", "pressed"),
    [
        ("help", ("?",)),
        ("reason", ("j", "j", "s", "1", "r")),
        ("filter", ("F",)),
        ("search", ("/",)),
        ("link", ("L",)),
        ("export", ("X",)),
        ("source", ("j", "j", "enter")),
        ("split", ("S",)),
        ("kinds", ("t",)),
        ("scores", ("j", "j", "v")),
        ("rejected", ("j", "j", "x", "J", "p")),
        ("tour", ("f1",)),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_sheets_and_states(snap_compare: Compare, desk: Path, name: str, pressed: tuple[str, ...]) -> None:
    """Each dialog and each state of a card."""
    assert snap_compare(make_app(desk), run_before=keys(*pressed), terminal_size=(100, 32))


@pytest.mark.parametrize("theme", ["light", "contrast"])
def test_themes(snap_compare: Compare, desk: Path, theme: str) -> None:
    """The other two themes."""
    app = make_app(desk, theme=theme)
    assert snap_compare(app, run_before=keys("j", "j"), terminal_size=(160, 40))


def many_states(path: Path) -> None:
    """One claim in every state."""
    with Workspace.open(path, reviewer="ben") as ben, Workspace.open(path, reviewer="cyd") as cyd:
        rate(ben, 1, "1", why="Only hundreds were counted.")
        rate(ben, 2, "5", why="It does.")
        publish(ben, 2)
        rate(ben, 3, "1", why="It was completed.")
        request_second_opinion(ben, 3)
        rate(ben, 4, "4", why="Nearly.")
        request_second_opinion(ben, 4)
        rate(cyd, 4, "2", why="Hardly.")
        with Workspace.open(path, reviewer="dan") as dan:
            settle_review(dan, 4, "4", why="The calendar shows it.")
        heartbeat(ben, "window", 1, 5)


def test_no_color_every_state_differs_by_text(
    snap_compare: Compare, desk: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Without colour each state has a glyph and words of its own."""
    monkeypatch.setenv("NO_COLOR", "1")
    many_states(desk)
    app = make_app(desk)
    assert app.no_color

    async def look(pilot: Pilot[None]) -> None:
        app._look()
        await settle(pilot)
        await keys()(pilot)
        screen = app.front
        assert isinstance(screen, ReviewScreen)
        states = {claim.status for claim in screen.session.claims}
        assert states == set(ReviewStatus)
        glyphs = {"".join(words for words, _ in claim_block(row, 60, False)[0])[1] for row in screen.session.rows()}
        assert len(glyphs) == len(states), "each state has a glyph of its own"

    assert snap_compare(app, run_before=look, terminal_size=(160, 40))


def test_hostile_text(snap_compare: Compare, tmp_path: Path) -> None:
    """Markup, escapes and direction marks as written."""
    with Workspace.create(tmp_path / "newsroom", reviewer="ann") as workspace:
        claims = (draft(HOSTILE, "[/nowhere] has 12,000 people", Kind.QUANTITY, speaker="[b]Nobody[/b]"),)
        add_text(workspace, HOSTILE, "A page with [/foo] in it", claims)
    assert snap_compare(make_app(tmp_path / "newsroom"), run_before=keys(), terminal_size=(160, 30))


def test_confirmation(snap_compare: Compare, desk: Path) -> None:
    """A question before something leaves the machine."""
    app = make_app(desk)

    async def ask(pilot: Pilot[None]) -> None:
        await settle(pilot)
        app.push_screen(Confirm("Open in the browser?", "https://example.org/notice", yes="Open", no="Stay"))
        await settle(pilot)

    assert snap_compare(app, run_before=ask, terminal_size=(80, 24))


def test_background_work(snap_compare: Compare, desk: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The line of progress above the wording; the clock that keeps it in step finds the same work each time."""
    app = make_app(desk)
    job = Job("Updating the index", started=0.0)
    job.progress(300, 1200, "encoding")
    words = ("Updating the index: encoding", "300 of 1,200 (25 %) · 150/s · 6 s left")
    monkeypatch.setattr(job, "words", lambda _now: words)

    async def show(pilot: Pilot[None]) -> None:
        await settle(pilot)
        monkeypatch.setattr(Jobs, "running", [job])
        app.jobs.tick()
        await pilot.pause()
        bar = app.screen.query_one(JobBar)
        assert bar.display
        assert words[0] in "".join(part for part, _ in bar.lines(100)[0])

    assert snap_compare(app, run_before=show, terminal_size=(120, 30))
