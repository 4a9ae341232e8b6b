"""Long work tells how far it is on a terminal, nowhere else, and Ctrl-C ends it with nothing half done."""

from __future__ import annotations

import os
import pty
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from workbench.cli.reading import progress_line
from workbench.services.articles.stored_articles import list_articles
from workbench.services.workspace import Workspace

PROGRAM = Path(sys.executable).with_name("workbench")
ENDLESS = "the council moved 40 lorries over the bridges while the mayor of the town said that it rained, and " * 2000


def test_ctrl_c_while_a_long_text_is_split_leaves_nothing_of_it(tmp_path: Path) -> None:
    """One sentence of 200,000 characters: the line on the terminal says how far it is, and the exit code is 130."""
    Workspace.create(tmp_path / "work", reviewer="ada").close()
    (tmp_path / "endless.txt").write_text(ENDLESS, encoding="utf-8")
    ours, theirs = pty.openpty()
    command = [str(PROGRAM), "--workspace", str(tmp_path / "work"), "article", "add", str(tmp_path / "endless.txt")]
    with subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=theirs) as process:
        os.close(theirs)
        painted = b""
        while b"sentences parsed: " not in painted:
            painted += os.read(ours, 4096)
        process.send_signal(signal.SIGINT)
        while b"Interrupted" not in painted:
            painted += os.read(ours, 4096)
        assert process.wait() == 130
        assert process.stdout is not None
        assert process.stdout.read() == b""
    os.close(ours)
    assert b"Traceback" not in painted
    with Workspace.open(tmp_path / "work", reviewer="ada") as workspace:
        assert list_articles(workspace) == []


class Terminal:
    """Standard error that says it is a terminal."""

    def __init__(self) -> None:
        self.painted = ""

    def isatty(self) -> bool:
        return True

    def write(self, text: str) -> None:
        self.painted += text

    def flush(self) -> None:
        """Nothing is held back."""


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """The time that the progress line goes by; what is appended is the time now."""
    times = [0.0]
    monkeypatch.setattr(time, "monotonic", lambda: times[-1])
    return times


def test_each_count_has_its_own_rate(clock: list[float], monkeypatch: pytest.MonkeyPatch) -> None:
    """What came before the sentences were counted does not make them slower, and what follows begins again."""
    terminal = Terminal()
    monkeypatch.setattr(sys, "stderr", terminal)
    with progress_line("articles") as progress:
        clock.append(10.0)
        progress(1, None, "report.txt")
        clock.append(12.0)
        progress(20, 100, "sentences parsed")
        clock.append(14.0)
        progress(10, 50, "claims scored")
    lines = terminal.painted.split("\r\x1b[K")
    assert lines[1:4] == [
        "report.txt: 1 articles, 0/s",
        "sentences parsed: 20 of 100, 10/s, 8 s left",
        "claims scored: 10 of 50, 5/s, 8 s left",
    ]
    assert terminal.painted.endswith("\r\x1b[K")


class Pipe(Terminal):
    """What is no terminal."""

    def isatty(self) -> bool:
        return False


def test_a_text_that_takes_minutes_says_so_once_in_a_pipe(clock: list[float], monkeypatch: pytest.MonkeyPatch) -> None:
    pipe = Pipe()
    monkeypatch.setattr(sys, "stderr", pipe)
    with progress_line("articles", long="Ctrl-C stops it.") as progress:
        for at, done in ((15.0, 0), (16.0, 1), (26.0, 100), (40.0, 200)):
            clock.append(at)
            progress(done, 2_000, "sentences parsed")
    assert pipe.painted.splitlines() == ["sentences parsed: 100 of 2,000, about 3 min 29 s left; Ctrl-C stops it."]


def test_a_short_one_says_nothing_in_a_pipe(clock: list[float], monkeypatch: pytest.MonkeyPatch) -> None:
    pipe = Pipe()
    monkeypatch.setattr(sys, "stderr", pipe)
    with progress_line("articles", long="Ctrl-C stops it.") as progress:
        for at, done in ((15.0, 0), (26.0, 100), (40.0, 200)):
            clock.append(at)
            progress(done, 300, "sentences parsed")
    assert pipe.painted == ""
