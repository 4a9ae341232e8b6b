"""The real program in a real terminal: opened, typed into, killed, opened again, left."""

from __future__ import annotations

import fcntl
import os
import pty
import select
import signal
import struct
import subprocess
import sys
import termios
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from workbench.services.review.presence import drafts
from workbench.services.workspace import Workspace
from workbench.tui.runtime.saved_session import SavedSession, save_session

PATIENCE = 120.0
"""Seconds to wait for something that has to come; a busy machine is slow, a wrong program never answers."""


class Terminal:
    """A program in a pseudo-terminal."""

    def __init__(self, master: int, process: subprocess.Popen[bytes]) -> None:
        self.master, self.process = master, process
        self.seen = b""

    def type(self, text: str) -> None:
        """Press keys."""
        os.write(self.master, text.encode())

    def until(self, done: Callable[[], bool]) -> None:
        """Read what the program paints until something is true."""
        deadline = time.monotonic() + PATIENCE
        while not done():
            assert time.monotonic() < deadline, self.seen[-2000:]
            ready, _, _ = select.select([self.master], [], [], 0.05)
            if ready:
                try:
                    self.seen += os.read(self.master, 65536)
                except OSError:  # the program has closed its side
                    self.process.wait(PATIENCE)

    def watch(self, seconds: float) -> None:
        """Read what the program paints for so long."""
        deadline = time.monotonic() + seconds
        while (left := deadline - time.monotonic()) > 0:
            if select.select([self.master], [], [], left)[0]:
                self.seen += os.read(self.master, 65536)

    def until_shown(self, words: str) -> None:
        """Wait until words were painted since the last wait."""
        begin = len(self.seen)
        self.until(lambda: words.encode() in self.seen[begin:])


@contextmanager
def opened(path: Path) -> Iterator[Terminal]:
    """`workbench` on a workspace, in a terminal of 100 × 30."""
    master, slave = pty.openpty()
    fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", 30, 100, 0, 0))
    command = [sys.executable, "-c", "from workbench.cli.main import run; run()", "--workspace", str(path)]
    process = subprocess.Popen(
        [*command, "--reviewer", "ann"],
        stdin=slave,
        stdout=slave,
        stderr=slave,
        env={**os.environ, "TERM": "xterm-256color"},
        start_new_session=True,
    )
    os.close(slave)
    try:
        yield Terminal(master, process)
    finally:
        process.kill()
        process.wait()
        os.close(master)


def test_a_kill_while_typing_loses_at_most_the_last_second(desk: Path) -> None:
    """Words typed are in the workspace before a verdict is; after kill -9 the next session has them."""
    save_session(desk, SavedSession(article_id=1, toured=True))
    with opened(desk) as terminal:
        terminal.until_shown("Thousands of troops")
        terminal.type("3")
        terminal.until_shown("keeps")
        terminal.type("r")
        terminal.until_shown("Ctrl+S")
        terminal.type(" Halfaword")

        def kept() -> bool:
            with Workspace.open(desk, reviewer="ann") as workspace:
                return drafts(workspace).get(1, "").endswith("Halfaword")

        terminal.until(kept)
        os.kill(terminal.process.pid, signal.SIGKILL)
    with opened(desk) as terminal:
        terminal.until_shown("Thousands of troops")
        terminal.type("3")
        terminal.until_shown("keeps")
        # The editor shows the whole reason; the bar may cut it.
        terminal.type("r")
        terminal.until_shown("Halfaword")


def test_a_key_leaves_the_program_with_exit_code_0(desk: Path) -> None:
    """`q` on the review screen ends the program and gives the terminal back."""
    save_session(desk, SavedSession(article_id=1, toured=True))
    with opened(desk) as terminal:
        terminal.until_shown("Thousands of troops")
        terminal.type("q")
        terminal.until(lambda: terminal.process.poll() is not None)
        assert terminal.process.returncode == 0


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_a_signal_to_end_leaves_the_terminal_as_it_was_found(desk: Path, number: signal.Signals) -> None:
    save_session(desk, SavedSession(article_id=1, toured=True))
    with opened(desk) as terminal:
        found = termios.tcgetattr(terminal.master)
        terminal.until_shown("Thousands of troops")
        assert termios.tcgetattr(terminal.master) != found, "the terminal is in raw mode"
        os.kill(terminal.process.pid, number)
        terminal.until(lambda: terminal.process.poll() is not None)
        assert terminal.process.returncode == 128 + number
        assert termios.tcgetattr(terminal.master) == found
    end = terminal.seen[terminal.seen.rindex(b"\x1b[?1049h") :]
    for given_back in (b"\x1b[?1049l", b"\x1b[?25h", b"\x1b[?1000l"):
        assert given_back in end, "the other screen, the cursor and the mouse"
    assert f"Ended by {number.name}; what was finished is kept.".encode() in end.rpartition(b"\x1b[?1049l")[2]
