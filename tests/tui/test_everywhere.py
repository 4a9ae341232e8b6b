"""What every screen shares: help, palette, keys, themes, background work, hostile text, the walk by Tab."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest
from textual.command import CommandPalette
from textual.widgets import Input, Static

from tests.tui.desk import HOSTILE, add_text, draft, held, make_app, review, settle
from workbench.domain.articles import Kind
from workbench.domain.errors import BadInputError
from workbench.services.record import export as exporting
from workbench.services.workspace import Workspace
from workbench.tui.commands.registry import Scope, bindings_of, keymap_from, keys_of, reference
from workbench.tui.commands.table import COMMANDS
from workbench.tui.desk.background import export
from workbench.tui.dialogs.add import AddForm, PasteForm
from workbench.tui.dialogs.export import ExportForm, Target
from workbench.tui.dialogs.forms import AddLinkForm, FilterForm, KindsForm, SearchForm, Wanted
from workbench.tui.dialogs.help import HelpSheet, help_lines
from workbench.tui.dialogs.palette import RegistryProvider
from workbench.tui.dialogs.pick import PickPath
from workbench.tui.dialogs.reason import WriteText
from workbench.tui.dialogs.sheet import Ask, Choose, Confirm, Sheet, Tell
from workbench.tui.runtime.jobs import Job, duration
from workbench.tui.runtime.saved_session import ListFilter
from workbench.tui.text.themes import THEMES
from workbench.tui.widgets.job_bar import JobBar
from workbench.tui.work_screen import WorkScreen

SIZES = pytest.mark.parametrize("size", [(80, 24), (100, 30), (160, 48)], ids=["80x24", "100x30", "160x48"])


def text_of(app: object) -> str:
    """Everything on the screen, as text."""
    screen = app.screen  # type: ignore[attr-defined]
    return "\n".join("".join(segment.text for segment in strip) for strip in screen._compositor.render_strips())


async def test_every_command_has_help_a_title_and_does_something(desk: Path) -> None:
    """The registry is whole: help, a title, a handler on its screen."""
    app = make_app(desk)
    async with app.run_test() as pilot:
        await settle(pilot)
        handlers = {**app._handlers, **review(app).handlers()}
        await pilot.press("j")  # a claim with evidence, whose source can be opened
        await settle(pilot)
        for key in ("V", "h", "g", "escape"):
            await pilot.press(key)
            await settle(pilot)
            assert app.front is not None
            handlers |= app.front.handlers()
            if key != "escape":
                await pilot.press("escape")
                await settle(pilot)
    for command in COMMANDS:
        assert command.help.endswith((".", "Enter adds."))
        assert command.title
        assert command.action in handlers


@pytest.mark.parametrize("scope", list(Scope), ids=str)
def test_no_key_means_two_things_on_one_screen(scope: Scope) -> None:
    """Also not together with the keys of every screen."""
    both = {Scope.EVERYWHERE, scope}
    keys = [key for one in both for binding in bindings_of(COMMANDS, one) for key in binding.key.split(",")]
    assert sorted(keys) == sorted(set(keys))


def test_the_reference_page_is_made_from_the_registry() -> None:
    """docs/reference/keys.md is up to date (`make docs` writes it)."""
    page = Path(__file__).parents[2] / "docs" / "reference" / "keys.md"
    assert page.read_text(encoding="utf-8") == reference(COMMANDS)


def test_keys_are_rebound_by_the_configuration() -> None:
    """A key or a list of keys; anything else is refused in a sentence that names it."""
    keymap = keymap_from({"keys": {"next_claim": ["n", "ctrl+n"], "quit": "f10"}}, COMMANDS)
    shown = {command.action: keys_of(command, keymap) for command in COMMANDS}
    assert shown["next_claim"] == ["n", "Ctrl+N"]
    assert shown["quit"] == ["F10"]
    with pytest.raises(BadInputError, match="no_such"):
        keymap_from({"keys": {"no_such": "x"}}, COMMANDS)
    with pytest.raises(BadInputError, match="undo needs a key"):
        keymap_from({"keys": {"undo": 3}}, COMMANDS)


async def test_a_rebound_key_works_and_is_shown(desk: Path) -> None:
    """The new key moves, the help names it."""
    app = make_app(desk, keys={"next_claim": "z"})
    async with app.run_test() as pilot:
        await settle(pilot)
        await pilot.press("z")
        await settle(pilot)
        assert review(app).session.current_id == 2
        words = ["".join(part for part, _ in line) for line in help_lines(review(app).keys, review(app).session.scale)]
        assert any(line.startswith("z") and "next claim" in line for line in words)


@SIZES
async def test_help_lists_the_keys_of_the_screen(desk: Path, size: tuple[int, int]) -> None:
    """With the ratings of the scale and the marks."""
    app = make_app(desk)
    async with app.run_test(size=size) as pilot:
        await settle(pilot)
        await pilot.press("?")
        await settle(pilot)
        assert isinstance(app.screen, HelpSheet)
        said = "\n".join("".join(part for part, _ in line) for line in app.screen.parts)
        for words in ("Go to the next claim", "Mostly false", "Rely on this", "published after the claim was made"):
            assert words in said
        await pilot.press("escape")
        assert review(app)


@SIZES
async def test_the_palette_runs_a_command_by_name(desk: Path, size: tuple[int, int]) -> None:
    """Typed, chosen, done."""
    app = make_app(desk)
    async with app.run_test(size=size) as pilot:
        await settle(pilot)
        await pilot.press("ctrl+p")
        await settle(pilot)
        assert isinstance(app.screen, CommandPalette)
        await pilot.press(*"next claim")
        await pilot.pause(0.3)
        await settle(pilot)
        await pilot.press("enter")
        await pilot.pause()
        await settle(pilot)
        if isinstance(app.screen, CommandPalette):
            await pilot.press("enter")
            await settle(pilot)
        assert review(app).session.current_id == 2


async def test_the_palette_holds_what_applies_now(desk: Path) -> None:
    """An open claim is neither published nor corrected; without evidence nothing is cited."""
    app = make_app(desk)
    async with app.run_test(size=(100, 30)) as pilot:
        await settle(pilot)

        def offered() -> set[str]:
            return {title.rsplit("  ", 1)[0] for title, _, _ in RegistryProvider(app.screen)._available()}

        always = {"Next claim", "Edit the wording", "Write the reason", "Undo", "Export the report", "Quit"}
        now = offered()
        assert always <= now
        assert not now & {"Publish the verdict", "Correct a published verdict", "Settle a disagreement"}
        assert not now & {"Copy the citation", "Open the source text", "Stop the background work", "Command palette"}
        await pilot.press("5", "enter", "k")
        await settle(pilot)
        assert offered() - now >= {"Publish the verdict", "Ask for a second opinion"}
        await pilot.press("j", "j")
        await settle(pilot)
        assert {"Copy the citation", "Open the source text", "Accept: it supports"} <= offered()


async def test_themes_change_and_are_remembered(desk: Path) -> None:
    """Dark, light, high contrast; the next session has the last one."""
    app = make_app(desk)
    async with app.run_test() as pilot:
        await settle(pilot)
        seen = []
        for _ in THEMES:
            await pilot.press("f2")
            await settle(pilot)
            seen.append(app.theme)
        assert sorted(seen) == sorted(theme.name for theme in THEMES)
        await pilot.press("f2")
        await settle(pilot)
        last = app.theme
    again = make_app(desk)
    assert again.theme == last


async def test_hostile_text_shows_as_written(tmp_path: Path) -> None:
    """Markup stays text, escapes and direction marks are shown as signs, in article, list, wording and title."""
    with Workspace.create(tmp_path / "hostile", reviewer="ann") as workspace:
        claims = (
            draft(HOSTILE, "He wrote [sic] and [bold]more[/bold], with \x1b[31mred\x1b[0m letters", Kind.EVENT),
            draft(HOSTILE, "[/nowhere] has 12,000 people", Kind.QUANTITY, speaker="[red]\u05e9\u05dc\u05d5\u05dd"),
        )
        add_text(workspace, HOSTILE, "A page with [/foo] in \x1b[31mit", claims)
    app = make_app(tmp_path / "hostile")
    async with app.run_test(size=(160, 48)) as pilot:
        await settle(pilot)
        shown = text_of(app)
        assert "A page with [/foo] in ␛[31mit" in shown
        assert "He wrote [sic] and [bold]more[/bold], with ␛[31mred␛[0m" in shown.replace("\n", " ")
        assert "⇄gnihtemos⇄" in shown
        await pilot.press("j")
        await settle(pilot)
        shown = text_of(app)
        assert "[/nowhere] has 12,000 people" in shown
        assert "[red]\u05e9\u05dc\u05d5\u05dd" in shown
        assert "\x1b" not in shown
        await pilot.press("e")
        await settle(pilot)
        assert "[/nowhere]" in text_of(app)


@pytest.mark.parametrize(
    "sheet",
    [
        lambda: SearchForm(Wanted("words")),
        AddLinkForm,
        lambda: FilterForm(ListFilter()),
        lambda: KindsForm((Kind.EVENT,)),
        lambda: ExportForm(Path("/newsroom"), "report", "An article", lambda _: None),
        lambda: AddForm("Add an article"),
        PasteForm,
        lambda: Ask("Deadline"),
        lambda: Confirm("Remove it?", "An article"),
        lambda: Choose("Sort", [("a", "By age"), ("b", "By title")]),
        lambda: Tell("Agreement", "100 per cent"),
        lambda: WriteText("Reason"),
        lambda: PickPath(Path.cwd()),
    ],
    ids=[
        *("search", "link", "filter", "kinds", "export", "add", "paste"),
        *("ask", "confirm", "choose", "tell", "write", "pick"),
    ],
)
async def test_tab_reaches_every_control_and_escape_leaves(desk: Path, sheet: type[Sheet[object]]) -> None:
    """Every field, list and button of every form, without a mouse."""
    app = make_app(desk)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        app.push_screen(sheet())  # type: ignore[call-arg]
        await settle(pilot)
        controls = {widget for widget in app.screen.query("*") if widget.can_focus and widget.display}
        reached = set()
        for _ in range(len(controls) + 1):
            reached.add(app.screen.focused)
            await pilot.press("tab")
        assert controls
        assert controls <= reached
        await pilot.press("escape")
        await settle(pilot)
        assert isinstance(app.screen, WorkScreen)


@SIZES
async def test_tab_walks_through_the_panes(desk: Path, size: tuple[int, int]) -> None:
    """All three and around; on a small screen the pane comes to the front."""
    app = make_app(desk)
    async with app.run_test(size=size) as pilot:
        await settle(pilot)
        seen = []
        for _ in range(3):
            await pilot.press("tab")
            await settle(pilot)
            assert app.screen.focused is not None
            assert app.screen.focused.region.area > 0
            seen.append(app.screen.focused.id)
        assert sorted(str(name) for name in seen) == ["article", "claims", "evidence"]


@SIZES
@pytest.mark.parametrize("way", ["", "g", "h", "j,j,enter"], ids=["desk", "statistics", "history", "source"])
async def test_tab_reaches_every_part_of_the_other_screens(desk: Path, way: str, size: tuple[int, int]) -> None:
    """Whatever can have the focus has it in turn."""
    app = make_app(desk, article_id=1 if "j" in way else None)
    async with app.run_test(size=size) as pilot:
        await settle(pilot)
        for key in filter(None, way.split(",")):
            await pilot.press(key)
            await settle(pilot)
        controls = {widget for widget in app.screen.query("*") if widget.can_focus and widget.display}
        reached = set()
        for _ in range(len(controls) + 1):
            reached.add(app.screen.focused)
            await pilot.press("tab")
        assert controls
        assert controls <= reached


async def test_long_work_shows_its_progress_and_can_be_stopped(desk: Path) -> None:
    """The line tells how far it is; Ctrl+X asks it to stop; the screen answers meanwhile."""
    app = make_app(desk)
    begun, stopped = threading.Event(), threading.Event()

    def work(workspace: Workspace, job: Job) -> str:
        job.progress(3, 10, "reading")
        begun.set()
        job.stop.wait()
        stopped.set()
        return "Stopped: 3 read."

    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.pause()
        app.start_job("Adding", work)
        while not begun.is_set():
            await pilot.pause()
        app.jobs.show()
        await pilot.pause()
        bar = app.screen.query_one(JobBar)
        assert "3 of 10" in "".join(words for words, _ in bar.lines(100)[0])
        await pilot.press("j")
        await pilot.press("ctrl+x")
        await settle(pilot)
        assert stopped.is_set()
        assert not app.jobs.running


async def test_the_report_is_written_in_the_background(desk: Path, tmp_path: Path) -> None:
    """X chooses format and file; an unwritable place is one sentence and no crash."""
    app = make_app(desk)
    async with app.run_test(size=(100, 30)) as pilot:
        await settle(pilot)
        await pilot.press("X")
        await settle(pilot)
        await pilot.press("down", "enter", "enter")
        await settle(pilot)
        assert (desk / "report-1.html").read_text(encoding="utf-8").startswith("<!")
        export(app, 1, Target("csv", str(tmp_path / "missing" / "report.csv")))
        await settle(pilot)
        assert not app.jobs.running


async def test_an_export_that_is_stopped_writes_nothing(
    desk: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Also where a file of that name is there: it stays as it is."""
    let_go = held(monkeypatch, exporting, "make")
    there = tmp_path / "report.csv"
    there.write_text("mine", encoding="utf-8")
    app = make_app(desk)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        export(app, 1, Target("csv", str(there)))
        await pilot.press("ctrl+x")
        let_go.set()
        await settle(pilot)
        assert there.read_text(encoding="utf-8") == "mine"
        assert [str(note.message) for note in app._notifications] == ["Stopped: no report was written."]


async def test_pasted_text_becomes_an_article(desk: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The reading runs in the background; the list has one more. Meanwhile the text lies in the workspace alone."""
    from workbench.services.articles import articles
    from workbench.services.articles.articles import AddedArticle

    texts: list[str] = []
    places: list[bool] = []
    left = desk / ".pasted-of-somebody-who-was-killed"
    (left / "made").mkdir(parents=True)
    (left / "made" / "pasted.txt").write_text("Snow fell", encoding="utf-8")

    def add(workspace: Workspace, specs: list[str], *_: object, **__: object) -> list[AddedArticle]:
        texts.extend(Path(spec).read_text(encoding="utf-8") for spec in specs)
        places.extend(desk.resolve() in Path(spec).resolve().parents for spec in specs)
        return [AddedArticle(9, "Pasted", 2, "added")]

    monkeypatch.setattr(articles, "add_articles", add)
    app = make_app(desk, article_id=None)
    async with app.run_test(size=(100, 30)) as pilot:
        await settle(pilot)
        await pilot.press("p")
        await settle(pilot)
        await pilot.press(*"Rain fell", "ctrl+s")
        await settle(pilot)
        assert texts == ["Rain fell"]
        assert places == [True]
        assert not left.exists()


@SIZES
async def test_a_link_is_added_as_evidence_and_wrong_fields_are_named(desk: Path, size: tuple[int, int]) -> None:
    """The form says what is wrong, its button in sight; then the link is accepted evidence of the claim."""
    app = make_app(desk)
    async with app.run_test(size=size) as pilot:
        await settle(pilot)
        await pilot.press("L")
        await settle(pilot)
        await pilot.press(*"example.org", "ctrl+s")
        await settle(pilot)
        assert isinstance(app.screen, AddLinkForm)
        wrong = str(app.screen.query_one(".wrong", Static).visual)
        assert wrong.split(".")[0] in text_of(app)
        assert wrong
        assert "Add (Ctrl+S)" in text_of(app)
        app.screen.query_one("#url", Input).value = "https://example.org/a"
        app.screen.query_one("#quote").text = "Five thousand were counted."  # type: ignore[attr-defined]
        await pilot.press("ctrl+s")
        await settle(pilot)
        card = review(app).evidence.card
        assert card is not None
        assert (card.passage.text, card.state.value) == ("Five thousand were counted.", "accepted")


@pytest.mark.parametrize(("seconds", "words"), [(0.2, "1 s"), (59, "59 s"), (600, "10 min"), (6000, "1 h 40 min")])
def test_time_left_is_told_in_words(seconds: float, words: str) -> None:
    """Seconds, minutes, hours."""
    assert duration(seconds) == words
