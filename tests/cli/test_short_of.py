"""What the system is short of is one true sentence, and a fault of the program has an exit code of its own."""

from __future__ import annotations

import errno
import os
import resource
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from workbench.cli.main import main
from workbench.domain.errors import ModelUnavailableError, missing_part
from workbench.domain.system_errors import reason, short_of
from workbench.models.minilm import read_safetensors
from workbench.services.workspace import Workspace

TABLES = ("articles", "claims", "events", "evidence", "passages", "rating_scales", "sources", "verdicts")


@pytest.fixture
def empty(tmp_path: Path) -> Path:
    path = tmp_path / "desk"
    Workspace.create(path, reviewer="ann").close()
    return path


@pytest.mark.parametrize("table", TABLES)
def test_a_table_that_is_gone_is_told_as_that(empty: Path, table: str, capsys: pytest.CaptureFixture[str]) -> None:
    with sqlite3.connect(empty / "claims.db") as connection:
        connection.execute("PRAGMA foreign_keys = OFF")
        connection.execute(f"DROP TABLE {table}")
    connection.close()
    note = empty.parent / "a.txt"
    note.write_text("The ferry carried 40 people on 4 May 2021.")
    commands = [["article", "list"], ["claim", "list"], ["evidence", "add", str(note)], ["history"]]
    for arguments in [*commands, ["export", "--format", "json"]]:
        code = main(["--workspace", str(empty), *arguments])
        told = capsys.readouterr().err
        assert code in (0, 2), (arguments, told)
        if code:
            assert "lacks a part that every workspace has" in told
            assert table in told
            assert "restore" in told
            assert told.count("\n") == 1


def test_a_fault_of_the_program_has_an_exit_code_of_its_own(
    empty: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def fails(*given: object, **named: object) -> None:
        raise KeyError("unforeseen")

    monkeypatch.setenv("XDG_STATE_HOME", str(empty))
    monkeypatch.setattr("workbench.services.articles.stored_articles.list_articles", fails)
    assert main(["--workspace", str(empty), "article", "list"]) == 70
    assert "did not foresee" in capsys.readouterr().err


@pytest.mark.parametrize(
    "command", ["history", "export --format json", "reviewer list", "claim list", "stats", "inbox"]
)
def test_bytes_in_the_place_of_a_name_are_told_and_no_fault_of_the_program(
    empty: Path, command: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["--workspace", str(empty), "--reviewer", "ada", "reviewer", "add", "tom"]) == 0
    with closing(sqlite3.connect(empty / "claims.db")) as connection:
        connection.execute("DROP TRIGGER events_no_update")
        connection.execute("UPDATE events SET reviewer = x'ff61'")
        connection.execute("UPDATE reviewers SET name = x'ff62'")
        connection.commit()
    capsys.readouterr()
    code = main(["--workspace", str(empty), "--reviewer", "ada", *command.split()])
    told = capsys.readouterr().err
    assert code != 70
    assert "did not foresee" not in told
    if command in ("history", "export --format json"):
        assert code == 2
        assert "the column reviewer of events holds bytes where text belongs" in told
    assert main(["--workspace", str(empty), "doctor"]) == 1
    assert "column name of reviewers" in " ".join(capsys.readouterr().out.split())


def test_a_panic_of_a_library_in_rust_is_one_sentence(
    empty: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    panic = type("PanicException", (BaseException,), {"__module__": "pyo3_runtime"})
    told = ['IOError(Os { code: 11, message: "Resource temporarily unavailable" })', "index out of bounds"]

    def fails(*given: object, **named: object) -> None:
        raise panic(told[0])

    monkeypatch.setenv("XDG_STATE_HOME", str(empty))
    monkeypatch.setattr("workbench.services.articles.stored_articles.list_articles", fails)
    assert main(["--workspace", str(empty), "article", "list"]) == 2
    assert capsys.readouterr().err.startswith("Error: the system starts no more processes or threads")
    told.pop(0)
    assert main(["--workspace", str(empty), "article", "list"]) == 70
    assert "did not foresee (PanicException)" in capsys.readouterr().err


def limited(empty: Path, what: int, most: int, *arguments: str) -> subprocess.CompletedProcess[str]:
    program = "import sys; from workbench.cli.main import run; run()"
    return subprocess.run(
        [sys.executable, "-c", program, "--workspace", str(empty), *arguments],
        capture_output=True,
        text=True,
        check=False,
        preexec_fn=lambda: resource.setrlimit(what, (most, most)),
    )


@pytest.mark.parametrize("files", [6, 7, 8, 9, 10, 12])
def test_too_many_open_files_are_told_as_that(empty: Path, files: int) -> None:
    note = empty.parent / "a.html"
    note.write_text("<html><body><p>The ferry carried 40 people on 4 May 2021.</p></body></html>")
    done = limited(empty, resource.RLIMIT_NOFILE, files, "evidence", "add", str(note))
    assert "Traceback" not in done.stderr
    assert done.returncode == 0 or "too many" in done.stderr.lower(), done.stderr


@pytest.mark.parametrize("files", [10, 14, 18, 22, 26])
def test_too_many_open_files_are_no_damaged_index(sample: Path, files: int) -> None:
    done = limited(sample, resource.RLIMIT_NOFILE, files, "search", "troops", "--mode", "hybrid")
    assert done.returncode == 0 or "too many" in done.stderr.lower(), done.stderr
    assert "reindex" not in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize("size", range(400, 1_000, 100))
def test_a_search_that_does_not_fit_into_memory_is_one_sentence(sample: Path, size: int) -> None:
    done = limited(sample, resource.RLIMIT_AS, size * 1_000_000, "search", "troops", "--mode", "hybrid")
    # where not even a thread's own data fits, the system's loader ends the process before the program can say anything
    told = ("not enough memory", "no more processes", "cannot allocate memory for thread-local data")
    assert done.returncode == 0 or any(words in done.stderr for words in told), done.stderr
    assert done.stderr.count("\n") <= 1
    assert "reindex" not in done.stderr


def test_files_that_may_not_grow_are_told_and_leave_all_as_it_was(empty: Path) -> None:
    note = empty.parent / "a.txt"
    note.write_text("The ferry carried 40 people on 4 May 2021. " * 9_000)
    before = (empty / "claims.db").read_bytes()
    done = limited(empty, resource.RLIMIT_FSIZE, 300_000, "evidence", "add", str(note))
    assert done.returncode == 2
    assert "Traceback" not in done.stderr
    assert "claims.db could not be written" in done.stderr
    with Workspace.open(empty, reviewer="ann") as workspace:
        assert workspace.database.value("SELECT count(*) FROM sources") == 0
    assert before


def test_a_disk_without_inodes_is_not_called_full(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    error = OSError(errno.ENOSPC, "No space left on device", str(tmp_path / "a"))
    assert reason(error) == "No space left on device"
    disk = os.statvfs(tmp_path)
    values = [*disk]
    values[7] = 0  # f_favail
    monkeypatch.setattr(os, "statvfs", lambda path: os.statvfs_result(values))
    if disk.f_files:
        assert "out of inodes" in reason(error)


@pytest.mark.parametrize(
    ("error", "words"),
    [
        (MemoryError(), "not enough memory"),
        (ImportError("x.so: failed to map segment from shared object"), "not enough memory"),
        (RuntimeError("can't start new thread"), "no more processes or threads"),
        (RuntimeError("std::bad_alloc"), "not enough memory"),
        (KeyError("x"), ""),
    ],
)
def test_what_libraries_say_of_it_is_understood(error: BaseException, words: str) -> None:
    assert words in (short_of(error) or "")
    assert bool(short_of(error)) == bool(words)


def test_a_model_that_does_not_fit_is_not_called_damaged(monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*given: object, **named: object) -> None:
        raise OSError(errno.ENOMEM, "Cannot allocate memory")

    monkeypatch.setattr("numpy.memmap", full)
    with pytest.raises(ModelUnavailableError, match="not enough memory") as told:
        read_safetensors(Path("model.safetensors"))
    assert "reinstall" not in str(told.value)
    assert missing_part(ImportError("x.so: failed to map segment from shared object")).startswith("there is not enough")


def test_where_memory_is_bounded_openblas_makes_no_threads_that_may_not_fit() -> None:
    """It ends the process as Ctrl-C does where it cannot, and nobody pressed that."""
    program = """
import os, resource
from workbench.system.limits import heed_bounds
os.environ.pop("OPENBLAS_NUM_THREADS", None)
most = resource.getrlimit(resource.RLIMIT_AS)[1]
resource.setrlimit(resource.RLIMIT_AS, (1 << 36 if most == resource.RLIM_INFINITY else most, most))
heed_bounds()
print(os.environ.get("OPENBLAS_NUM_THREADS"))
"""
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "1"


@pytest.mark.parametrize("what", ["article list", "history", "export --format json", "doctor --record"])
def test_on_a_full_disk_the_record_can_be_read(empty: Path, what: str) -> None:
    """SQLite makes files beside a database only to read it; without room for them nothing could be read or saved."""
    done = limited(empty, resource.RLIMIT_FSIZE, 0, *what.split())
    assert done.returncode == 0, done.stderr
    refused = limited(empty, resource.RLIMIT_FSIZE, 0, "setting", "organisation", "The Paper")
    assert (refused.returncode, refused.stderr.count("\n")) == (2, 1)
    assert "claims.db could not be written: the disk is full or failing." in refused.stderr
    with Workspace.open(empty, reviewer="ann") as workspace:
        assert not workspace.database.read_only


def test_a_log_with_changes_on_a_full_disk_is_told(empty: Path) -> None:
    """What was recorded last is in it: an older state would be shown without."""
    with Workspace.open(empty, reviewer="ann") as workspace:
        workspace.database.connection.conn.execute("PRAGMA user_version = 99")
        for ending in ("", "-wal"):
            source = empty / f"claims.db{ending}"
            (empty.parent / source.name).write_bytes(source.read_bytes())
    lone = empty.parent / "lone"
    lone.mkdir()
    for ending in ("", "-wal"):
        (empty.parent / f"claims.db{ending}").rename(lone / f"claims.db{ending}")
    done = limited(lone, resource.RLIMIT_FSIZE, 0, "history")
    assert done.returncode == 2
    assert "its latest changes are still in claims.db-wal" in done.stderr
