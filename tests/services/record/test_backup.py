"""Backups: whole, checked, and never in the way of what is there."""

from __future__ import annotations

import os
import random
import shutil
import signal
import sqlite3
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import closing, suppress
from pathlib import Path

import pytest

from tests.services.desk import Clock, Desk
from workbench.cli.main import main
from workbench.domain.errors import BadInputError, NotAllowedError, OutOfReachError, WorkspaceError
from workbench.domain.permissions import Role
from workbench.reports.json_format import render as to_json
from workbench.services.record.backup import backup, restore
from workbench.services.record.doctor import examine
from workbench.services.record.reporting import build_report
from workbench.services.review import review
from workbench.services.review.permissions import give_role
from workbench.services.workspace import Workspace
from workbench.store import backup as store_backup
from workbench.store import record_checks
from workbench.store.backup import check


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Desk]:
    clock = Clock()
    clock.stop(monkeypatch)
    made = Desk(tmp_path, clock)
    made.review_all()
    yield made
    made.close()


def state(path: Path) -> bytes:
    with Workspace.open(path, reviewer="eve") as workspace:
        return to_json(build_report(workspace))


def test_a_backup_brought_back_is_the_same_workspace(desk: Desk, tmp_path: Path) -> None:
    held = backup(desk.ada, tmp_path / "copy.db")
    assert (held.articles, held.claims, held.sources, held.verdicts) == (1, 5, 2, 6)
    restored, aside = restore(tmp_path / "copy.db", tmp_path / "new" / "place")
    assert (restored, aside) == (held, None)
    assert state(tmp_path / "new" / "place") == to_json(build_report(desk.ada))
    assert (tmp_path / "new" / "place" / "index").is_dir()


def test_a_backup_is_a_single_file(desk: Desk, tmp_path: Path) -> None:
    folder = tmp_path / "kept"
    folder.mkdir()
    backup(desk.ada, folder / "copy.db")
    assert [path.name for path in folder.iterdir()] == ["copy.db"]
    with closing(sqlite3.connect(folder / "copy.db")) as copy:
        assert copy.execute("PRAGMA journal_mode").fetchone()[0] == "delete"


def test_a_backup_is_consistent_while_others_write(desk: Desk, tmp_path: Path) -> None:
    """An event is written with every setting change: a copy holds both or neither."""
    stop = threading.Event()

    def work() -> None:
        with Workspace.open(desk.path, reviewer="bo") as workspace:
            number = 0
            while not stop.is_set():
                number += 1
                with workspace.database.write() as connection:
                    connection.execute("INSERT INTO workspace VALUES (?, 'x')", (f"key{number}",))
                    connection.execute("INSERT INTO reviewers VALUES (?, 'x')", (f"key{number}",))

    worker = threading.Thread(target=work)
    worker.start()
    try:
        for number in range(5):
            backup(desk.ada, tmp_path / f"copy{number}.db")
    finally:
        stop.set()
        worker.join()
    for number in range(5):
        with closing(sqlite3.connect(tmp_path / f"copy{number}.db")) as copy:
            keys = copy.execute("SELECT count(*) FROM workspace WHERE key LIKE 'key%'").fetchone()
            assert copy.execute("SELECT count(*) FROM reviewers WHERE name LIKE 'key%'").fetchone() == keys


def test_a_file_that_is_there_is_not_replaced_unasked(desk: Desk, tmp_path: Path) -> None:
    target = tmp_path / "copy.db"
    target.write_text("mine")
    with pytest.raises(BadInputError, match="exists"):
        backup(desk.ada, target)
    assert target.read_text() == "mine"
    assert backup(desk.ada, target, force=True).articles == 1
    with pytest.raises(BadInputError, match="is a folder"):
        backup(desk.ada, tmp_path)
    with pytest.raises(BadInputError, match="own database"):
        backup(desk.ada, desk.path / "claims.db", force=True)
    with pytest.raises(BadInputError, match="cannot be written"):
        backup(desk.ada, tmp_path / "no" / "copy.db")


def test_a_workspace_gives_way_only_when_forced_and_is_kept_aside(desk: Desk, tmp_path: Path) -> None:
    backup(desk.ada, tmp_path / "copy.db")
    before = to_json(build_report(desk.ada))
    review.rate(desk.ada, desk.claim("reopened").id, "True", why="Seen.", evidence=[])
    after = to_json(build_report(desk.ada))
    with pytest.raises(BadInputError, match="--force"):
        restore(tmp_path / "copy.db", desk.path)
    assert to_json(build_report(desk.ada)) == after
    _, aside = restore(tmp_path / "copy.db", desk.path, force=True)
    assert aside is not None
    # whoever has the workspace open sees the restored state at once
    assert to_json(build_report(desk.bo)) == before
    assert state(desk.path) == before
    kept, _ = restore(aside, tmp_path / "old")
    assert kept.verdicts == 7
    assert state(tmp_path / "old") == after


def test_a_damaged_workspace_is_moved_away_and_replaced(desk: Desk, tmp_path: Path) -> None:
    backup(desk.ada, tmp_path / "copy.db")
    desk.close()
    database = desk.path / "claims.db"
    for left in desk.path.glob("claims.db-*"):
        left.unlink()
    database.write_bytes(b"SQLite format 3\x00" + b"\x01" * 5000)
    _, aside = restore(tmp_path / "copy.db", desk.path, force=True)
    assert aside is not None
    assert aside.read_bytes().endswith(b"\x01")
    assert state(desk.path)


def _truncate(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:20_000])


def _overwrite(path: Path) -> None:
    content = bytearray(path.read_bytes())
    content[8192:16384] = b"\xff" * 8192
    path.write_bytes(bytes(content))


def _newer(path: Path) -> None:
    with closing(sqlite3.connect(path)) as copy:
        copy.execute("PRAGMA user_version = 999")


def _foreign(path: Path) -> None:
    path.unlink()
    with closing(sqlite3.connect(path)) as other:
        other.execute("CREATE TABLE photos (id INTEGER)")
        other.commit()


def _orphaned(path: Path) -> None:
    with closing(sqlite3.connect(path)) as copy:
        copy.execute("PRAGMA foreign_keys = OFF")
        copy.execute("DELETE FROM sources WHERE id = 'log'")
        copy.commit()


def _text(path: Path) -> None:
    path.write_text("not a database at all")


@pytest.mark.parametrize("spoil", [_truncate, _overwrite, _newer, _foreign, _orphaned, _text, Path.unlink])
def test_an_unsound_backup_is_refused_and_nothing_is_touched(desk: Desk, tmp_path: Path, spoil: object) -> None:
    copy = tmp_path / "copy.db"
    backup(desk.ada, copy)
    assert callable(spoil)
    spoil(copy)
    with pytest.raises(BadInputError) as caught:
        restore(copy, desk.path, force=True)
    assert "copy.db" in str(caught.value)
    assert "\n" not in str(caught.value)
    assert not list(desk.path.glob("claims.before-restore-*"))
    assert state(desk.path) == to_json(build_report(desk.ada))


def _killed(backup_file: Path, folder: Path, instant: int, counted: Path) -> int:
    """Restore in a process that kills itself at its n-th call; gives how it ended."""
    child = os.fork()
    if child == 0:  # pragma: no cover - measured in the parent
        calls = 0

        def at_call(*_: object) -> None:
            nonlocal calls
            calls += 1
            if calls == instant:
                os.kill(os.getpid(), signal.SIGKILL)

        try:
            sys.setprofile(at_call)
            restore(backup_file, folder, force=True)
            sys.setprofile(None)
            counted.write_text(str(calls), encoding="utf-8")
        finally:
            os._exit(0)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


@pytest.mark.parametrize("there", [True, False], ids=["over a workspace", "into a new folder"])
def test_a_kill_at_any_instant_of_a_restore_leaves_a_whole_workspace(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, there: bool
) -> None:
    """The old state or the new one, what was kept aside whole; and the next restore completes."""
    monkeypatch.setattr("workbench.store.backup._PAGES", 8)
    backup(desk.ada, tmp_path / "copy.db")
    before = to_json(build_report(desk.ada))
    review.rate(desk.ada, desk.claim("reopened").id, "True", why="Seen.", evidence=[])
    after = to_json(build_report(desk.ada))
    desk.close()
    shutil.rmtree(desk.path / "index", ignore_errors=True)

    def fresh(name: str) -> Path:
        place = tmp_path / name
        if there:
            shutil.copytree(desk.path, place)
        return place

    counted = tmp_path / "calls"
    assert _killed(tmp_path / "copy.db", fresh("whole"), -1, counted) == 0
    calls = int(counted.read_text(encoding="utf-8"))
    seen = set()
    for instant in [*sorted(random.Random(1).sample(range(1, calls), 20)), *range(calls - 4, calls)]:
        place = fresh(f"killed-{instant}")
        assert _killed(tmp_path / "copy.db", place, instant, counted) == -signal.SIGKILL
        if (place / "claims.db").exists():
            seen.add(state(place))
        for aside in place.glob("claims.before-restore-*.db"):
            assert check(aside).verdicts == 7
        restore(tmp_path / "copy.db", place, force=True)
        assert state(place) == before
        shutil.rmtree(place)
    assert seen <= {before, after}
    assert not there or len(seen) == 2


def test_a_newer_record_may_have_roles_and_is_not_replaced_unread(desk: Desk, tmp_path: Path) -> None:
    """Whoever may not replace it could else do so with an older program."""
    backup(desk.ada, tmp_path / "copy.db")
    with closing(sqlite3.connect(desk.path / "claims.db")) as connection:
        connection.execute("PRAGMA user_version = 999")
    with pytest.raises(WorkspaceError, match=r"newer workbench.*move claims\.db away"):
        restore(tmp_path / "copy.db", desk.path, force=True, reviewer="cleo")
    assert not list(desk.path.glob("claims.before-restore-*"))


def test_a_record_that_is_locked_as_a_whole_is_not_replaced_unread(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    backup(desk.ada, tmp_path / "copy.db")

    def locked(*_: object, **__: object) -> None:
        raise OutOfReachError("claims.db is locked by another program; close it there or try again in a moment.")

    monkeypatch.setattr(Workspace, "open", locked)
    with pytest.raises(WorkspaceError, match="locked"):
        restore(tmp_path / "copy.db", desk.path, force=True, reviewer="cleo")
    assert not list(desk.path.glob("claims.before-restore-*"))


def test_the_workspace_itself_is_no_backup_of_itself(desk: Desk) -> None:
    with pytest.raises(BadInputError, match="own database"):
        restore(desk.path / "claims.db", desk.path, force=True)


def test_a_record_that_this_account_cannot_open_is_not_replaced_unread(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    backup(desk.ada, tmp_path / "copy.db")

    def closed(*_: object, **__: object) -> None:
        raise sqlite3.OperationalError("unable to open database file")

    with monkeypatch.context() as patched:
        patched.setattr("workbench.store.database.sqlite3.connect", closed)
        with pytest.raises(OutOfReachError, match=r"cannot be opened.*move claims\.db away"):
            restore(tmp_path / "copy.db", desk.path, force=True, reviewer="cleo")
    assert not list(desk.path.glob("claims.before-restore-*"))


def test_a_locked_workspace_is_told(desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    backup(desk.ada, tmp_path / "copy.db")
    monkeypatch.setattr("workbench.store.backup.BUSY_TIMEOUT_MS", 200)
    with desk.bo.database.write(), pytest.raises(BadInputError, match="locked"):
        restore(tmp_path / "copy.db", desk.path, force=True)
    assert state(desk.path)


def test_several_who_restore_at_once_each_keep_what_was_there(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """No two take one name for the database that gives way: each of those copies is there afterwards."""
    backup(desk.ada, tmp_path / "copy.db")
    together = threading.Barrier(2)
    free_name = store_backup._free_name

    def slowly(folder: Path) -> Path:
        found = free_name(folder)
        with suppress(threading.BrokenBarrierError):
            together.wait(timeout=0.3)
        return found

    monkeypatch.setattr(store_backup, "_free_name", slowly)
    kept: list[Path | None] = []
    workers = [
        threading.Thread(target=lambda: kept.append(restore(tmp_path / "copy.db", desk.path, force=True)[1]))
        for _ in range(2)
    ]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    assert sorted(path.name for path in kept if path) == ["claims.before-restore-1.db", "claims.before-restore-2.db"]
    assert all(path is not None and check(path).articles == 1 for path in kept)


_WRITING = """
import sys
from pathlib import Path
from workbench.domain.errors import WorkspaceError
from workbench.services.workspace import Workspace
with Workspace.open(Path(sys.argv[1]), reviewer=sys.argv[2]) as workspace:
    print("ready", flush=True)
    number = 0
    while not Path(sys.argv[3]).exists():
        try:
            workspace.set_setting(f"{sys.argv[2]}-{number}", "x")
        except WorkspaceError:
            continue  # told that it was not written
        print(number, flush=True)
        number += 1
"""


def test_what_others_were_told_is_written_is_kept_or_stands_whatever_is_restored_meanwhile(
    desk: Desk, tmp_path: Path
) -> None:
    backup(desk.ada, tmp_path / "copy.db")
    stop = tmp_path / "stop"
    top = Path(__file__).resolve().parents[3]
    writers = [
        subprocess.Popen(
            [sys.executable, "-c", _WRITING, str(desk.path), name, str(stop)],
            stdout=subprocess.PIPE, text=True, cwd=top,
        )
        for name in ("dee", "eve")
    ]  # fmt: skip
    for writer in writers:
        assert writer.stdout is not None
        assert writer.stdout.readline() == "ready\n"
        writer.stdout.readline()
    kept = [restore(tmp_path / "copy.db", desk.path, force=True)[1] for _ in range(8)]
    stop.touch()
    confirmed = {
        f"{name}-{number}"
        for name, writer in zip(("dee", "eve"), writers, strict=True)
        for number in range(int(writer.communicate()[0].split()[-1]) + 1)
    }
    there: set[str] = set()
    for path in (*kept, desk.path / "claims.db"):
        assert path is not None
        with closing(sqlite3.connect(path)) as connection:
            there |= {key for (key,) in connection.execute("SELECT key FROM workspace")}
    assert confirmed <= there
    assert not list(record_checks.flaws(desk.ada.database))


def test_nobody_writes_between_what_is_kept_and_what_replaces_it(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    backup(desk.ada, tmp_path / "copy.db")
    refused = []
    copy = store_backup._copy

    def and_try_to_write(*given: object, **named: object) -> None:
        copy(*given, **named)  # type: ignore[arg-type]
        if not list(desk.path.glob("claims.before-restore-*")):
            with closing(sqlite3.connect(desk.path / "claims.db", timeout=0)) as other:
                with pytest.raises(sqlite3.OperationalError, match="locked"):
                    other.execute("BEGIN IMMEDIATE")
                refused.append(True)

    monkeypatch.setattr(store_backup, "_copy", and_try_to_write)
    restore(tmp_path / "copy.db", desk.path, force=True)
    assert refused == [True]


def test_a_backup_with_other_pages_comes_back_too(desk: Desk, tmp_path: Path) -> None:
    backup(desk.ada, tmp_path / "copy.db")
    with closing(sqlite3.connect(tmp_path / "copy.db", isolation_level=None)) as copy:
        copy.execute("PRAGMA page_size = 4096")
        copy.execute("VACUUM")
    before = to_json(build_report(desk.ada))
    desk.bo.set_setting("organisation", "Another")
    restore(tmp_path / "copy.db", desk.path, force=True)
    assert to_json(build_report(desk.bo)) == before
    assert not list(record_checks.flaws(desk.ada.database))


def test_what_a_killed_backup_leaves_is_found_and_removed_by_the_next_run(desk: Desk, tmp_path: Path) -> None:
    """Wherever the backup was to go: the hidden copy holds all that is confidential."""
    elsewhere = tmp_path / "kept"
    elsewhere.mkdir()
    script = (
        "import os, signal, sys; from pathlib import Path; from workbench.services.workspace import Workspace; "
        "from workbench.services.record.backup import backup; "
        "backup(Workspace.open(Path(sys.argv[1])), Path(sys.argv[2]), "
        "progress=lambda *_: os.kill(os.getpid(), signal.SIGKILL))"
    )
    top = Path(__file__).resolve().parents[3]
    for folder in (elsewhere, desk.path):
        killed = subprocess.run(
            [sys.executable, "-c", script, str(desk.path), str(folder / "copy.db")], cwd=top, check=False
        )
        assert killed.returncode == -signal.SIGKILL
        assert [path.name for path in folder.glob(".workbench-*.db")]
        with Workspace.open(desk.path, reviewer="eve") as workspace:
            told = [finding for finding in examine(workspace) if finding.check == "copies"]
        assert str(folder) in told[0].detail
        assert not list(folder.glob(".workbench-*"))
        assert not list(desk.path.glob(".workbench-*"))


def test_a_copy_that_somebody_is_making_is_left_alone(desk: Desk, tmp_path: Path) -> None:
    seen = []

    def meanwhile(*_: int) -> None:
        with Workspace.open(desk.path, reviewer="eve") as workspace:
            backup(workspace, tmp_path / "other.db", force=True)
        seen.append(len(list(tmp_path.glob(".workbench-*.db"))))

    assert backup(desk.ada, tmp_path / "copy.db", progress=meanwhile).articles == 1
    assert set(seen) == {1}
    assert not list(tmp_path.glob(".workbench-*"))
    assert not list(desk.path.glob(".workbench-*"))


def test_progress_is_told(desk: Desk, tmp_path: Path) -> None:
    told: list[tuple[int, int]] = []
    backup(desk.ada, tmp_path / "copy.db", progress=lambda done, total: told.append((done, total)))
    assert told
    assert told[-1][0] == told[-1][1]


@pytest.mark.parametrize("who", ["cleo", "rob", "nobody"])
def test_a_record_with_roles_is_replaced_by_an_editor_alone(
    desk: Desk, tmp_path: Path, who: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """Nothing is touched where it is refused; a damaged one anybody may mend."""
    backup(desk.ada, tmp_path / "copy.db")
    for name, role in (("ada", Role.EDITOR), ("cleo", Role.READER), ("rob", Role.REVIEWER)):
        give_role(desk.ada, name, role)
    folder = desk.ada.path
    before, there = state(folder), sorted(folder.iterdir())
    with pytest.raises(NotAllowedError, match="only an editor restores"):
        restore(tmp_path / "copy.db", folder, force=True, reviewer=who)
    given = ["-w", str(folder), "--reviewer", who, "restore", "--force", str(tmp_path / "copy.db")]
    assert main(given) == 2
    assert "only an editor restores" in capsys.readouterr().err
    assert (state(folder), sorted(folder.iterdir())) == (before, there)
    assert restore(tmp_path / "copy.db", folder, force=True, reviewer="ada")[1] is not None
    with Workspace.open(folder, reviewer="ada") as again:
        assert again.database.rows("SELECT 1 FROM events WHERE subject = 'roles'") == []
    desk.ada.close()
    for left in folder.glob("claims.db*"):
        left.write_bytes(b"no database" * 1000)
    assert restore(tmp_path / "copy.db", folder, force=True, reviewer=who)[0].articles == 1
