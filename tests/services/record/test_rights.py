"""Who else at the machine can read what the workbench keeps: nobody whom the workspace itself keeps out."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from pathlib import Path

import pytest

from workbench.cli.main import main
from workbench.services.record.doctor import examine
from workbench.services.workspace import Workspace, state_folder
from workbench.store.unfinished import rights_where_it_lies
from workbench.system.whole_files import write_private
from workbench.tui.runtime.saved_session import SavedSession, save_session, state_file

pytestmark = pytest.mark.skipif(os.name != "posix", reason="rights are those of POSIX")


@pytest.fixture
def open_folder() -> Iterator[Path]:
    """A folder that everyone can enter, under a path that everyone can."""
    import shutil
    import tempfile

    path = Path(tempfile.mkdtemp(dir="/tmp"))
    path.chmod(0o755)
    before = os.umask(0o022)
    yield path
    os.umask(before)
    shutil.rmtree(path)


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def test_a_new_workspace_is_closed_to_others(open_folder: Path) -> None:
    path = open_folder / "desk"
    assert main(["init", str(path)]) == 0
    assert {mode(path), mode(path / "index")} == {0o750}
    assert mode(path / "claims.db") == 0o640


def test_a_team_with_a_umask_of_its_own_shares_one(open_folder: Path) -> None:
    os.umask(0o002)
    assert main(["init", str(open_folder / "desk")]) == 0
    assert mode(open_folder / "desk" / "claims.db") == 0o660
    assert mode(open_folder / "desk") == 0o770


@pytest.mark.parametrize(
    ("folder", "file", "left"), [(0o700, 0o644, 0o600), (0o755, 0o600, 0o600), (0o755, 0o644, 0o644)]
)
def test_a_backup_is_as_closed_as_the_workspace(open_folder: Path, folder: int, file: int, left: int) -> None:
    desk = open_folder / "desk"
    Workspace.create(desk, reviewer="ada").close()
    (desk / "claims.db").chmod(file)
    desk.chmod(folder)
    assert main(["--workspace", str(desk), "backup", str(open_folder / "copy.db")]) == 0
    assert mode(open_folder / "copy.db") == left


def test_a_backup_that_is_replaced_stays_closed(open_folder: Path) -> None:
    desk, copy = open_folder / "desk", open_folder / "copy.db"
    Workspace.create(desk, reviewer="ada").close()
    desk.chmod(0o755)
    (desk / "claims.db").chmod(0o644)
    for _ in range(2):
        assert main(["--workspace", str(desk), "backup", "--force", str(copy)]) == 0
        copy.chmod(0o600)
    assert mode(copy) == 0o600


def test_what_restore_keeps_aside_is_as_closed_as_it_was(open_folder: Path) -> None:
    desk, copy = open_folder / "desk", open_folder / "copy.db"
    Workspace.create(desk, reviewer="ada").close()
    desk.chmod(0o755)
    (desk / "claims.db").chmod(0o600)
    assert main(["--workspace", str(desk), "backup", str(copy)]) == 0
    assert main(["--workspace", str(desk), "restore", "--force", str(copy)]) == 0
    assert mode(desk / "claims.before-restore-1.db") == 0o600
    assert mode(desk / "claims.db") == 0o600


@pytest.mark.parametrize(
    ("mask", "backup", "folder", "file"),
    [(0o022, 0o644, 0o750, 0o640), (0o002, 0o664, 0o770, 0o660), (0o022, 0o600, 0o750, 0o600)],
)
def test_restore_makes_a_workspace_as_closed_as_a_new_one(
    open_folder: Path, mask: int, backup: int, folder: int, file: int
) -> None:
    copy, made = open_folder / "copy.db", open_folder / "made"
    Workspace.create(open_folder / "desk", reviewer="ada").close()
    assert main(["--workspace", str(open_folder / "desk"), "backup", str(copy)]) == 0
    copy.chmod(backup)
    os.umask(mask)
    assert main(["--workspace", str(made), "restore", str(copy)]) == 0
    assert {mode(made), mode(made / "index")} == {folder}
    assert mode(made / "claims.db") == file


def test_restore_into_an_open_folder_writes_a_closed_file(open_folder: Path) -> None:
    copy, made = open_folder / "copy.db", open_folder / "made"
    Workspace.create(open_folder / "desk", reviewer="ada").close()
    assert main(["--workspace", str(open_folder / "desk"), "backup", str(copy)]) == 0
    copy.chmod(0o644)
    made.mkdir()
    assert main(["--workspace", str(made), "restore", str(copy)]) == 0
    assert (mode(made), mode(made / "index"), mode(made / "claims.db")) == (0o755, 0o750, 0o640)


def test_restore_in_the_place_of_a_damaged_database_is_as_closed_as_that(open_folder: Path) -> None:
    desk, copy = open_folder / "desk", open_folder / "copy.db"
    Workspace.create(desk, reviewer="ada").close()
    assert main(["--workspace", str(desk), "backup", str(copy)]) == 0
    copy.chmod(0o644)
    (desk / "claims.db").write_bytes(b"no database")
    (desk / "claims.db").chmod(0o600)
    assert main(["--workspace", str(desk), "restore", "--force", str(copy)]) == 0
    assert mode(desk / "claims.db") == 0o600


def test_the_copy_before_an_upgrade_is_as_closed(open_folder: Path) -> None:
    with Workspace.create(open_folder / "desk", reviewer="ada") as desk:
        desk.path.chmod(0o755)
        (desk.path / "claims.db").chmod(0o600)
        desk.database._back_up_before_upgrade(1)
        assert mode(desk.path / "claims.schema-1.backup.db") == 0o600


def test_what_the_terminal_keeps_is_the_users_alone(
    open_folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("WORKBENCH_STATE", str(open_folder / "home" / "state"))
    save_session(tmp_path, SavedSession(find="Zelda"))
    assert mode(state_file(tmp_path)) == 0o600
    assert mode(state_folder()) == 0o700
    state_file(tmp_path).chmod(0o644)  # as an earlier version left it
    save_session(tmp_path, SavedSession(find="Zelda"))
    assert mode(state_file(tmp_path)) == 0o600


def test_the_last_error_is_the_users_alone(open_folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WORKBENCH_STATE", str(open_folder / "state"))
    monkeypatch.setattr("workbench.services.record.stats.stats", _fail)
    Workspace.create(open_folder / "desk", reviewer="ada").close()
    assert main(["--workspace", str(open_folder / "desk"), "stats"]) == 70
    assert "\\udc80" in (open_folder / "state" / "last-error.txt").read_text(encoding="utf-8")
    assert mode(open_folder / "state" / "last-error.txt") == 0o600


def _fail(*_: object, **__: object) -> None:
    raise RuntimeError("half a character: \udc80")


def test_a_folder_that_is_there_is_left_as_it_is(open_folder: Path) -> None:
    write_private(open_folder / "note", b"it")
    assert mode(open_folder) == 0o755
    assert mode(open_folder / "note") == 0o600


def test_doctor_tells_who_can_read_what_is_confidential(open_folder: Path) -> None:
    with Workspace.create(open_folder / "desk", reviewer="ada") as desk:
        desk.set_setting("confidential", "yes")
        assert [one for one in examine(desk) if one.check == "rights"] == []
        desk.path.chmod(0o755)
        (desk.path / "claims.db").chmod(0o644)
        [told] = [one for one in examine(desk) if one.check == "rights"]
        assert told.state == "warning"
        assert "every user of this machine can read it" in told.detail
        desk.path.chmod(0o750)
        assert rights_where_it_lies(desk.path / "claims.db") == 0o640
        desk.set_setting("confidential", None)
        desk.path.chmod(0o755)
        assert [one for one in examine(desk) if one.check == "rights"] == []
