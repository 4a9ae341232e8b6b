"""What the screens say besides the work: notes in passing, reports, progress, the scale, keys as they are bound."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from textual.widgets import Input

from tests.tui.desk import make_app, review, settle
from tests.tui.test_everywhere import SIZES, text_of
from workbench.domain.review import BUILT_IN_SCALES, Rating, RatingScale
from workbench.services.review.review import record_of
from workbench.services.review.scales import add_own_scale, use_scale
from workbench.services.workspace import Workspace
from workbench.tui.app import WorkbenchApp
from workbench.tui.dialogs.help import TOUR, TourSheet, help_lines
from workbench.tui.dialogs.pick import PickPath, begin_at
from workbench.tui.dialogs.sheet import Tell
from workbench.tui.runtime.jobs import Job
from workbench.tui.widgets.bars import ScaleBar
from workbench.tui.widgets.job_bar import JobBar


def told(app: WorkbenchApp) -> list[str]:
    """The notes that are shown."""
    return [note.message for note in app._notifications]


async def test_notes_in_passing_do_not_pile_up(desk: Path) -> None:
    """The newest takes the place of the one before, and a long one is cut; what a job came to stays beside it."""
    app = make_app(desk)
    async with app.run_test(size=(100, 30)) as pilot:
        await settle(pilot)
        app.notifications.report("Exporting", "The report is in /r.md.")
        for number in range(3):
            app.notifications.say(f"Note {number} [/foo]")
        await settle(pilot)
        assert told(app) == ["The report is in /r.md.", "Note 2 [/foo]"]
        app.notifications.say("word " * 200)
        await settle(pilot)
        assert len(told(app)[-1]) < 260


async def test_a_long_report_is_read_in_peace(desk: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It is a sheet that stays, but never under the fingers of somebody who is typing."""
    app = make_app(desk)
    report = "\n".join(f"claim {n}: the page of the full fact check is not known" for n in range(9))
    async with app.run_test(size=(100, 30)) as pilot:
        await settle(pilot)
        monkeypatch.setattr(type(app.key_queue), "idle_seconds", property(lambda _: 0.1))
        app.notifications.report("Exporting", report)
        await settle(pilot)
        assert not isinstance(app.screen, Tell)
        monkeypatch.setattr(type(app.key_queue), "idle_seconds", property(lambda _: 9.0))
        app.notifications.report("Exporting", report)
        await settle(pilot)
        assert isinstance(app.screen, Tell)
        assert app.screen.text == report


@pytest.mark.parametrize("width", [80, 100, 160])
def test_the_line_of_background_work_always_tells_the_time_left(width: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """However long the name of the file is; the rate is that of the last word from the work."""
    now = 1000.0
    monkeypatch.setattr(time, "monotonic", lambda: now)
    job = Job("Adding articles", started=now - 20)
    job.progress(133, 500, "a file whose name nobody would want to type twice, nor to read.txt")
    bar = JobBar()
    bar.job, bar.key = job, "Ctrl+X"
    [line] = bar.lines(width)
    said = "".join(words for words, _ in line)
    assert len(said) <= width
    assert said.replace(" (26 %)", "").count("133 of 500 · 7/s · 55 s left") == 1
    assert "Ctrl+X stops" in said
    job.stop.set()
    [line] = bar.lines(width)
    said = "".join(words for words, _ in line)
    assert "Adding articles: stopping …" in said
    assert "Ctrl+X" not in said
    job.stop.clear()
    now += 5
    assert job.words(now)[1] == "133 of 500 (26 %) · 7/s · 50 s left"
    assert Job("Adding", started=now - 5, began=now - 5).words(now) == ("Adding", "5 s")


@pytest.mark.parametrize("scale", BUILT_IN_SCALES, ids=lambda scale: scale.id)
@pytest.mark.parametrize("width", [80, 100, 160])
def test_every_step_of_a_scale_can_be_told_from_the_others(scale: RatingScale, width: int) -> None:
    """All keys with words of their own on one line, as long as there is room."""
    bar = ScaleBar()
    bar.scale = scale
    [line] = bar.lines(width)
    said = "".join(words for words, _ in line).rstrip()
    assert len(said) <= width
    steps = [part for part in said.split("  ") if part.strip()]
    assert [step.strip()[0] for step in steps] == [rating.key for rating in scale.ratings]
    assert len({step.strip()[2:] for step in steps}) == len(scale.ratings)
    assert all(len(step.strip()) >= 5 for step in steps)


@SIZES
@pytest.mark.parametrize("scale", ["politifact", "averitec"])
async def test_a_verdict_on_another_scale(desk: Path, scale: str, size: tuple[int, int]) -> None:
    """The scale of the workspace is on the bar and in the help, also when it is changed meanwhile."""
    app = make_app(desk)
    async with app.run_test(size=size) as pilot:
        await settle(pilot)
        app._look()
        await settle(pilot)
        with Workspace.open(desk, reviewer="ben") as ben:
            use_scale(ben, scale)
        app._look()
        await settle(pilot)
        await pilot.press("3", "enter")
        await settle(pilot)
    with Workspace.open(desk, reviewer="ann") as ann:
        given = record_of(ann, 1).standing
        assert given is not None
        assert (given.scale_id, given.rating) == (
            scale,
            {"politifact": "Mostly False", "averitec": "Supported"}[scale],
        )


async def test_the_built_in_scale_is_whole_at_80_columns_also_with_its_tick(desk: Path) -> None:
    """ "Mostly" gives way, nothing is cut; what waits for its reason names the keys as they are bound."""
    app = make_app(desk, keys={"write_reason": "f9"})
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        assert "2 M.false  1 False  0 Unproven  n Not checkable" in text_of(app)
        await pilot.press("n")
        await settle(pilot)
        assert "F9 edits" in text_of(app)
        await pilot.press("enter", "k")
        await settle(pilot)
        assert "5 True  4 M.true  3 Half true  2 M.false  1 False  0 Unproven  ✓n Not checkable" in text_of(app)


async def test_a_scale_of_ones_own_may_take_the_keys_of_commands(desk: Path) -> None:
    """The rating wins; bar and help show no key that means something else, and what is left without one is told."""
    steps = (Rating("g", "Right", "So it is.", 2), Rating("j", "Half", "Partly.", 1), Rating("f", "Open", "Unclear."))
    with Workspace.open(desk, reviewer="ann") as ann:
        add_own_scale(ann, RatingScale("own", "Ours", steps))
        use_scale(ann, "own")
    app = make_app(desk, keys={"filter": "f5"})
    async with app.run_test(size=(100, 30)) as pilot:
        await settle(pilot)
        assert told(app)[0].startswith("The scale takes the keys of: Next claim, Statistics. The palette")
        shown = text_of(app)
        assert "j next" not in shown
        assert "F5 filter" in shown
        words = ["".join(part for part, _ in line) for line in help_lines(review(app).keys, review(app).session.scale)]
        assert any(line.startswith("palette") and "next claim" in line for line in words)
        await pilot.press("j", "enter")
        await settle(pilot)
    with Workspace.open(desk, reviewer="ann") as ann:
        given = record_of(ann, 1).standing
        assert given is not None
        assert given.rating == "Half"


async def test_what_is_said_follows_the_keys_as_they_are_bound(desk: Path) -> None:
    """Notes, the tour and the line of background work name the keys of the configuration."""
    app = make_app(desk, keys={"undo": "ctrl+z", "stop_work": "ctrl+k", "add_article": "f4", "split_claim": "f8"})
    async with app.run_test(size=(100, 30)) as pilot:
        await settle(pilot)
        await pilot.press("f8")
        await settle(pilot)
        await pilot.press("enter")
        await settle(pilot)
        assert told(app)[-1] == "Split in two; Ctrl+Z takes it back."
        await pilot.press("ctrl+z")
        await settle(pilot)
        assert len(review(app).session.claims) == 6
        app._show_job(Job("Adding"), 0)
        assert app.screen.query_one(JobBar).key == "Ctrl+K"
        app._show_job(None, 0)
        await pilot.press("f1", "enter")
        await settle(pilot)
        assert isinstance(app.screen, TourSheet)
        assert "On the desk, F4 adds an article" in text_of(app)


@SIZES
async def test_the_tour_is_five_steps_forth_and_back(desk: Path, size: tuple[int, int]) -> None:
    """Every step can be read whole; the last ends it."""
    app = make_app(desk)
    async with app.run_test(size=size) as pilot:
        await settle(pilot)
        await pilot.press("f1")
        await settle(pilot)
        assert len(TOUR) == 5
        for title, words in TOUR:
            assert title in text_of(app)
            last = app.screen_stack[-1].query_one(".text").render()
            assert str(last).split()[-1] in text_of(app), words
            await pilot.press("enter")
            await settle(pilot)
        assert review(app) is app.screen


async def test_an_existing_file_is_replaced_only_when_told_twice(desk: Path) -> None:
    """The form says that it is there; the report says where it is, in full."""
    target = desk / "report-1.md"
    target.write_text("precious", encoding="utf-8")
    app = make_app(desk)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press("X")
        await settle(pilot)
        assert "Tensions rise as the pipeline" in text_of(app)
        await pilot.press("ctrl+s")
        await settle(pilot)
        assert target.read_text(encoding="utf-8") == "precious"
        assert "Once more replaces it" in " ".join(text_of(app).split())
        await pilot.press("ctrl+s")
        await settle(pilot)
        assert "Tensions rise" in target.read_text(encoding="utf-8")
        assert [words.splitlines()[0] for words in told(app)] == [f"The report is in {target}."]


@pytest.mark.parametrize("opened", ["h", "g", "j,j,enter"], ids=["history", "statistics", "source"])
async def test_a_report_is_of_the_article_in_front(desk: Path, opened: str) -> None:
    """Also from its history, its statistics and a source beside it."""
    app = make_app(desk)
    async with app.run_test(size=(100, 30)) as pilot:
        await settle(pilot)
        for key in opened.split(","):
            await pilot.press(key)
            await settle(pilot)
        await pilot.press("X")
        await settle(pilot)
        assert app.screen.query_one("#path", Input).value == "report-1.md"


@SIZES
async def test_a_file_or_a_whole_folder_is_chosen_from_a_list(
    full_desk: Path, tmp_path: Path, size: tuple[int, int]
) -> None:
    """Ctrl+O opens it where a file was last chosen; Enter takes a file, Ctrl+S the folder."""
    folder = tmp_path / "texts"
    folder.mkdir()
    (folder / "a.txt").write_text("Rain fell.", encoding="utf-8")
    app = make_app(full_desk, article_id=None)
    app.saved.folder = str(folder)
    async with app.run_test(size=size) as pilot:
        await settle(pilot)
        await pilot.press("+", "ctrl+o")
        await settle(pilot)
        assert isinstance(app.screen, PickPath)
        assert "a.txt" in text_of(app)
        await pilot.press("down", "enter", "enter")
        await settle(pilot)
        field = app.screen.query_one("#source", Input)
        assert field.value == str(folder / "a.txt")
        await pilot.press("ctrl+o")
        await settle(pilot)
        await pilot.press("ctrl+s")
        await settle(pilot)
        assert field.value == str(folder)


def test_the_list_of_files_begins_at_what_was_typed(tmp_path: Path) -> None:
    """Else where it was last, else here."""
    file = tmp_path / "a.txt"
    file.write_text("x", encoding="utf-8")
    assert begin_at(str(file), "/nowhere") == tmp_path
    assert begin_at("https://example.org/", str(tmp_path)) == tmp_path
    assert begin_at("", "") == Path.cwd()
