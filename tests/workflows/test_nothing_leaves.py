"""The gate for dependencies sees what a program asks for that must not be asked: also native code, also a child."""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
from pathlib import Path

import pytest

from tools import nothing_leaves
from tools.nothing_leaves import NotWatchedError, Place, Watcher, problems_of

watched = pytest.mark.skipif(shutil.which("strace") is None, reason="strace is what sees what native code asks for")

FROM_A_CHILD_BY_NATIVE_CODE = """
import ctypes, os, struct
if os.fork():
    os.wait()
else:
    libc = ctypes.CDLL(None)
    address = struct.pack("<H", 2) + struct.pack(">H", 9) + bytes([192, 0, 2, 1]) + bytes(8)  # for documentation alone
    libc.connect(libc.socket(2, 2, 0), address, len(address))  # UDP: nothing is sent by that
"""


@pytest.fixture
def watcher(tmp_path: Path) -> Watcher:
    return Watcher(Place(tmp_path / "place"))


def test_a_file_is_told_with_command_and_path(tmp_path: Path) -> None:
    place = Place(tmp_path / "place")
    home = place.home
    lines = [
        f'openat(AT_FDCWD</x>, "{home}/.cache/maker/id", O_WRONLY|O_CREAT|O_EXCL, 0600) = 3<{home}/.cache/maker/id>',
        f'openat(AT_FDCWD</x>, "{home}/.cache/maker/read", O_RDONLY|O_CLOEXEC) = 3<{home}/.cache/maker/read>',
        f'openat(5<{home}/.cache>, "\\303\\251t\\303\\251 \\"1\\"", O_RDWR|O_CREAT, 0600) = -1 EACCES',
        f'mkdir("{home}/.local", 0777) = 0',
        f'mkdir("{home}/.local/state/workbench", 0777) = 0',
        f'openat(AT_FDCWD</x>, "{home}/.local/state/other", O_RDWR|O_CREAT, 0600) = 3<{home}/.local/state/other>',
        'mkdir("desk", 0777) = 0',
        'rename("desk/a", "../../../../../../../../etc/a") = 0',
        'symlink("/etc/passwd", "desk/link") = 0',
        'openat(AT_FDCWD</x>, "/dev/null", O_WRONLY|O_CREAT|O_TRUNC, 0666) = 3</dev/null>',
        'openat(AT_FDCWD</x>, "/usr/lib/a/__pycache__/a.pyc.1", O_WRONLY|O_CREAT|O_EXCL, 0644) = 3</usr/lib/a>',
    ]
    assert list(problems_of(lines, place)) == [
        f"openat of {home}/.cache/maker/id",
        f'openat of {home}/.cache/été "1"',
        f"openat of {home}/.local/state/other",
        "rename of ../../../../../../../../etc/a",
    ]


def test_what_serves_may_listen_on_loopback_and_no_other_program_may(tmp_path: Path) -> None:
    place = Place(tmp_path / "place")
    listening = [
        "socket(AF_INET, SOCK_STREAM|SOCK_CLOEXEC, IPPROTO_TCP) = 6<socket:[1]>",
        'bind(6<socket:[1]>, {sa_family=AF_INET, sin_port=htons(8000), sin_addr=inet_addr("127.0.0.1")}, 16) = 0',
        'sendto(6<socket:[1]>, "{sa_family=AF_INET} is but text", 31, 0, NULL, 0) = 31',
    ]
    assert list(problems_of(listening[:2], place, serves=True)) == []
    assert list(problems_of(listening[:2], place)) == [
        "socket of AF_INET",
        'bind to AF_INET, sin_port=htons(8000), sin_addr=inet_addr("127.0.0.1")',
    ]
    assert list(problems_of(listening[2:], place)) == []
    beyond = [
        'bind(6<socket:[1]>, {sa_family=AF_INET, sin_port=htons(8000), sin_addr=inet_addr("0.0.0.0")}, 16) = 0',
        "connect(6<socket:[1]>, {sa_family=AF_INET6, sin6_port=htons(443), sin6_flowinfo=htonl(0), "
        'inet_pton(AF_INET6, "2001:db8::1", &sin6_addr), sin6_scope_id=0}, 28) = -1 ENETUNREACH',
        'sendto(6<socket:[1]>, "x", 1, 0, {sa_family=AF_INET, sin_port=htons(53), '
        'sin_addr=inet_addr("192.0.2.1")}, 16) = 1',
        "socket(AF_NETLINK, SOCK_RAW|SOCK_CLOEXEC, NETLINK_ROUTE) = 8<socket:[2]>",
        'connect(8<socket:[3]>, {sa_family=AF_UNIX, sun_path="/run/systemd/resolve/io.systemd.Resolve"}, 42) = 0',
        "io_uring_setup(8, {flags=0}) = 9<anon_inode:[io_uring]>",
    ]
    told = list(problems_of(beyond, place, serves=True))
    assert len(told) == len(beyond)
    assert "0.0.0.0" in told[0]
    assert "2001:db8::1" in told[1]
    assert "192.0.2.1" in told[2]
    assert told[4] == "connect to /run/systemd/resolve/io.systemd.Resolve"
    own = 'connect(8<socket:[3]>, {sa_family=AF_UNIX, sun_path="' + str(place.folder) + '/socket"}, 42) = 0'
    assert list(problems_of([own], place)) == []


@watched
def test_a_socket_that_native_code_of_a_child_opens_is_told(watcher: Watcher) -> None:
    watcher.run([sys.executable, "-c", FROM_A_CHILD_BY_NATIVE_CODE], name="a program")
    assert watcher.found == [
        "a program: socket of AF_INET",
        'a program: connect to AF_INET, sin_port=htons(9), sin_addr=inet_addr("192.0.2.1")',
    ]


@watched
def test_a_file_outside_current_temporary_and_own_folders_is_told(watcher: Watcher) -> None:
    program = "import pathlib; [pathlib.Path.home().joinpath(n).write_text('x') for n in ('id', '../beside')]"
    watcher.run([sys.executable, "-c", program], name="a program")
    assert watcher.found == [f"a program: openat of {watcher.place.home}/id"]


def test_devices_are_meant_by_their_whole_names(tmp_path: Path) -> None:
    lines = [
        f'openat(AT_FDCWD</x>, "/dev/{name}", O_RDWR) = 3</dev/{name}>' for name in ("tty", "ttyS0", "null", "nullx")
    ]
    assert list(problems_of(lines, Place(tmp_path / "place"))) == ["openat of /dev/ttyS0", "openat of /dev/nullx"]


def test_each_address_of_several_messages_and_one_without_a_file_is_looked_at(tmp_path: Path) -> None:
    place = Place(tmp_path / "place")
    own = f'{{sa_family=AF_UNIX, sun_path="{place.folder}/socket"}}'
    lines = [
        f"sendmmsg(3<socket:[1]>, [{{msg_hdr={{msg_name={own}, msg_iov=[]}}}}, "
        '{msg_hdr={msg_name={sa_family=AF_INET, sin_port=htons(53), sin_addr=inet_addr("192.0.2.1")}}}], 2, 0) = 2',
        'connect(8<socket:[3]>, {sa_family=AF_UNIX, sun_path=@"/tmp/.X11-unix/X0"}, 20) = 0',
    ]
    told = list(problems_of(lines, place))
    assert len(told) == 2
    assert "192.0.2.1" in told[0]
    assert told[1] == "connect to @/tmp/.X11-unix/X0, which is no file"


def test_a_socket_of_another_program_is_none_of_ours_wherever_it_lies(tmp_path: Path) -> None:
    """Those of a desktop and of keys lie in the folder for temporary files, as ours do, in folders of their own."""
    place, temporary = Place(tmp_path / "place"), tempfile.gettempdir()
    called = 'connect(8<socket:[3]>, {{sa_family=AF_UNIX, sun_path="{}"}}, 42) = 0'
    ours = [f"{temporary}/workbench-{os.geteuid()}/0a1b/socket", str(place.folder / "socket")]
    others = [f"{temporary}/ssh-x/agent.1", f"{temporary}/.X11-unix/X0", f"{temporary}/workbench-x/socket"]
    assert list(problems_of(map(called.format, ours), place)) == []
    assert list(problems_of(map(called.format, others), place)) == [f"connect to {path}" for path in others]


def test_memory_that_others_share_is_a_file_too(tmp_path: Path) -> None:
    lines = [
        'openat(AT_FDCWD</x>, "/dev/shm/a", O_RDWR|O_CREAT, 0600) = 3</dev/shm/a>',
        'openat(AT_FDCWD</x>, "/proc/self/mem", O_RDWR) = 3</proc/self/mem>',
    ]
    told = ["openat of /dev/shm/a", "openat of /proc/self/mem"]
    assert list(problems_of(lines, Place(tmp_path / "place"))) == told


@watched
def test_a_screen_that_never_shows_the_article_ends_the_run(watcher: Watcher, monkeypatch: pytest.MonkeyPatch) -> None:
    """It waited for ever, and so did continuous integration."""
    monkeypatch.setattr(nothing_leaves, "PATIENCE_SECONDS", 1.0)
    program = [sys.executable, "-c", "import time; print('What is your name?', flush=True); time.sleep(600)"]
    with pytest.raises(NotWatchedError, match="did not show the article"):
        nothing_leaves.open_terminal(watcher, program)


@watched
def test_a_program_that_fails_was_not_watched(watcher: Watcher) -> None:
    with pytest.raises(NotWatchedError, match="ended with 3"):
        watcher.run([sys.executable, "-c", "raise SystemExit(3)"])


def test_where_nothing_can_be_watched_that_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(NotWatchedError, match="apt-get install strace"):
        Watcher(Place(tmp_path / "one"))
    program = tmp_path / "strace"
    program.write_text("#!/bin/sh\necho 'ptrace: Operation not permitted' >&2\nexit 1\n", encoding="utf-8")
    program.chmod(0o755)
    with pytest.raises(NotWatchedError, match=r"cannot watch here \(ptrace: Operation not permitted\)"):
        Watcher(Place(tmp_path / "two"))
