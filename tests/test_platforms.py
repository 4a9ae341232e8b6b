"""What only some systems have is missing on others: the program goes on without it."""

from __future__ import annotations

import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from tests.workflows.program import succeed
from workbench.ingest.specimens import WORDS, specimens
from workbench.system import cores, limits, locks
from workbench.system.whole_files import write_file

POOR = """
import os, sys
class Gone:
    def find_spec(self, name, path=None, target=None):
        if name in ("fcntl", "resource"):
            raise ModuleNotFoundError(f"No module named {name!r}", name=name)
sys.meta_path.insert(0, Gone())
del os.sched_getaffinity
"""


def test_the_main_job_is_done_on_a_system_without_locks_limits_and_affinity(tmp_path: Path, sample: Path) -> None:
    """Page in (in a parser's process), index made, question answered, backup written."""
    (tmp_path / "poor").mkdir()
    (tmp_path / "poor" / "sitecustomize.py").write_text(POOR, encoding="utf-8")
    paths = filter(None, (str(tmp_path / "poor"), os.environ.get("PYTHONPATH")))
    poor = {"PYTHONPATH": os.pathsep.join(paths)}
    check = subprocess.run(
        [sys.executable, "-c", "import workbench.ingest.worker, workbench.store.database, sys; print(*sys.modules)"],
        capture_output=True, text=True, check=True, env={**os.environ, **poor},
    )  # fmt: skip
    assert not {"fcntl", "resource"} & set(check.stdout.split())
    (tmp_path / "page.html").write_bytes(specimens()["html"][1])
    succeed("evidence", "add", tmp_path / "page.html", workspace=sample, **poor)
    succeed("reindex", workspace=sample, **poor)
    found = succeed("search", WORDS, "--format", "json", workspace=sample, **poor).rows
    assert WORDS in found[0]["text"]
    succeed("backup", tmp_path / "copy.db", workspace=sample, **poor)
    assert (tmp_path / "copy.db").is_file()


def test_fallbacks_say_what_they_could_not_do(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(limits, "resource", None)
    monkeypatch.setattr(locks, "fcntl", None)
    monkeypatch.delattr(os, "sched_getaffinity")
    assert limits.bound_memory(1) is False
    limits.write_no_core()
    with (tmp_path / "held").open("w") as one, (tmp_path / "held").open("w") as other:
        locks.lock(one.fileno(), wait=False)
        locks.lock(other.fileno(), wait=False)
    assert cores.cores() == (os.cpu_count() or 1)


NO_NETWORK = """
import ctypes, socket, subprocess, sys
from workbench.system import network
if sys.argv[1] == "elsewhere":
    network._closed_by_kernel = lambda: False
one, other = socket.socketpair()
print(network.give_up_network())
one.sendall(b"word")
print(other.recv(9))
for family in (socket.AF_INET, socket.AF_INET6, socket.AF_UNIX):
    try:
        socket.socket(family)
    except PermissionError as error:
        print(error)
if sys.argv[1] == "here":
    print(ctypes.CDLL(None).socket(2, 1, 0))
    child = "import socket\\ntry:\\n    socket.socket()\\nexcept PermissionError: print('nor a child')"
    print(subprocess.run([sys.executable, "-c", child], capture_output=True, text=True).stdout, end="")
"""


@pytest.mark.parametrize("where", ["here", "elsewhere"])
def test_a_process_gives_its_network_up_for_good(where: str) -> None:
    script = [sys.executable, "-c", NO_NETWORK, where]
    said = subprocess.run(script, capture_output=True, text=True, check=True).stdout.splitlines()
    refused = ["[Errno 13] Permission denied"] * 3
    expected = ["False", "b'word'", *refused]
    if where == "here" and sys.platform.startswith("linux"):
        expected = ["True", "b'word'", *refused, "-1", "nor a child"]
    assert said == expected


def test_a_lock_is_held_until_its_file_is_closed(tmp_path: Path) -> None:
    first = locks.open_folder(tmp_path)
    second = locks.open_folder(tmp_path)
    locks.lock(first)
    with pytest.raises(BlockingIOError):
        locks.lock(second, wait=False)
    os.close(first)
    locks.lock(second, wait=False)
    os.close(second)


def test_a_new_file_gets_the_users_rights_and_a_replaced_one_keeps_its_own(tmp_path: Path) -> None:
    """What was closed to others stays closed; the umask of the process is never touched, not even to read it."""
    script = """
import os, sys
from pathlib import Path
os.umask(0o027)
os.umask = None
from workbench.system.whole_files import write_file
write_file(Path(sys.argv[1]), [b"wo", b"rds"])
"""
    new, closed = tmp_path / "new", tmp_path / "closed"
    closed.write_bytes(b"old")
    closed.chmod(0o600)
    for path in (new, closed):
        subprocess.run([sys.executable, "-c", script, path], check=True)
    assert [stat.S_IMODE(path.stat().st_mode) for path in (new, closed)] == [0o640, 0o600]
    assert [path.read_bytes() for path in (new, closed)] == [b"words", b"words"]
    assert sorted(path.name for path in tmp_path.iterdir()) == ["closed", "new"]


def test_nothing_is_left_of_a_file_that_could_not_be_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(handle: int) -> None:
        raise OSError(28, "No space left on device")

    path = tmp_path / "report"
    path.write_bytes(b"old")
    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="No space"):
        write_file(path, [b"new"])
    assert path.read_bytes() == b"old"
    assert [one.name for one in tmp_path.iterdir()] == ["report"]
