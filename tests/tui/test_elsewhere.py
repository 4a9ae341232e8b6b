"""People who sit elsewhere and come through a proxy: what of the serving machine they can touch, and their roles."""

from __future__ import annotations

from pathlib import Path
from typing import BinaryIO

import pytest
from textual.widgets import Input

from tests.tui.desk import make_app, settle
from tests.tui.runtime.test_telling import told
from tests.tui.test_everywhere import text_of
from workbench.domain.permissions import Role
from workbench.services.review.permissions import give_role
from workbench.services.review.review import record_of
from workbench.services.workspace import DESK_FILES, Workspace
from workbench.tui.dialogs.add import AddForm
from workbench.tui.dialogs.export import ExportForm, download_name
from workbench.tui.runtime.reach import FilesInReach
from workbench.tui.runtime.saved_session import SavedSession, load_session, save_session


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The one folder that is served."""
    inside = tmp_path / "inbox"
    (inside / "deep").mkdir(parents=True)
    (inside / "deep" / "a.txt").write_text("Forty ships sailed from the port in 2021.", encoding="utf-8")
    (tmp_path / "secret.txt").write_text("A secret of the server.", encoding="utf-8")
    (inside / "link.txt").symlink_to(tmp_path / "secret.txt")
    monkeypatch.setenv(DESK_FILES, str(inside))
    return inside


def test_whoever_sits_at_the_machine_reaches_their_files(tmp_path: Path) -> None:
    here = FilesInReach.of_environment()
    assert here.file(str(tmp_path)) == tmp_path
    here.host(("wiki.example",))
    with pytest.raises(ValueError, match="no such file or folder"):
        here.file("/none")


@pytest.mark.parametrize("typed", ["../secret.txt", "link.txt", "/etc/passwd", "~", "..", "none", "a\0b", "x" * 5000])
def test_only_what_lies_in_the_folder_that_is_served_is_read(folder: Path, typed: str) -> None:
    """Links are followed first; whether something is there outside is not told."""
    reach = FilesInReach.of_environment()
    assert reach.file("deep/a.txt") == folder / "deep" / "a.txt"
    assert reach.file(str(folder / "deep")) == folder / "deep"
    with pytest.raises(ValueError, match="no such file in the folder that is served"):
        reach.file(typed)


def test_without_a_folder_no_file_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(DESK_FILES, "")
    with pytest.raises(ValueError, match="are not read from here"):
        FilesInReach.of_environment().file("/etc/passwd")


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("report-1.md", "report-1.md"),
        ("/etc/cron.d/x", "x"),
        ("..", "report"),
        ('a"; filename=b\r\nX: y', "a-filename-b-X-y"),
        ("élan.md", "lan.md"),
    ],
)
def test_a_download_has_a_name_that_can_stand_in_a_header(typed: str, name: str) -> None:
    assert download_name(typed) == name


async def test_the_forms_open_no_file_and_no_host_of_the_server(full_desk: Path, folder: Path) -> None:
    app = make_app(full_desk, article_id=None)
    async with app.run_test(size=(100, 30)) as pilot:
        await settle(pilot)
        await pilot.press("+")
        await settle(pilot)
        form = app.screen
        assert isinstance(form, AddForm)
        form.query_one("#source", Input).value = "../secret.txt"
        await pilot.press("enter")
        await settle(pilot)
        assert "no such file in the folder" in text_of(app)
        form.query_one("#source", Input).value = "https://wiki.example/a"
        form.query_one("#allowed", Input).value = "127.0.0.1"
        await pilot.press("enter")
        await settle(pilot)
        assert "are named by" in text_of(app)
        await pilot.press("ctrl+o")
        await settle(pilot)
        assert app.screen is form, "no list of the server's files is shown"


async def test_a_report_goes_to_the_browser(
    full_desk: Path, folder: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """Nothing is written where somebody typed."""
    app = make_app(full_desk, article_id=1)
    given: list[tuple[str | None, bytes]] = []

    def deliver(path_or_file: BinaryIO, *, save_filename: str | None = None) -> str:
        with path_or_file:
            given.append((save_filename, path_or_file.read()))
        return "key"

    monkeypatch.setattr(app, "deliver_binary", deliver)
    async with app.run_test(size=(100, 40)) as pilot:
        await settle(pilot)
        await pilot.press("X")
        await settle(pilot)
        assert isinstance(app.screen, ExportForm)
        app.screen.query_one("#path", Input).value = str(tmp_path / "out.json")
        app.screen.query_one("#path", Input).focus()
        await pilot.press("enter")
        await settle(pilot)
        assert "your browser keeps, as out.json" in " ".join([*told(app), text_of(app)])
    ((name, content),) = given
    assert name == "out.json"
    assert content.startswith(b"#"), "the format that was chosen: Markdown"
    assert not (tmp_path / "out.json").exists()


async def test_people_of_one_account_have_sessions_of_their_own(full_desk: Path, folder: Path) -> None:
    save_session(full_desk, SavedSession(theme="workbench-light"), "Ann")
    assert load_session(full_desk, "ann").theme == "workbench-light"
    assert load_session(full_desk, "bob").theme == load_session(full_desk).theme == ""


async def test_a_reader_is_told_so_on_the_desk(full_desk: Path) -> None:
    """The keys are there; what is refused is told in a sentence, and nothing is written."""
    app = make_app(full_desk, article_id=1)
    with Workspace.open(full_desk, reviewer="editor") as editor:
        give_role(editor, "editor", Role.EDITOR)
        give_role(editor, app.reviewer, Role.READER)
        before = record_of(editor, 1)
        async with app.run_test(size=(100, 40)) as pilot:
            await settle(pilot)
            await pilot.press("#")
            await settle(pilot)
            await pilot.press("p", "o", "r", "t", "enter")
            await settle(pilot)
            assert f"{app.reviewer} is a reader of this workspace" in " ".join([*told(app), text_of(app)])
        assert record_of(editor, 1) == before
        assert editor.database.value("SELECT count(*) FROM tags") == 0
