"""How long the terminal takes to show something: `python -m benchmarks.first_evidence [--workspace DIR] [--times N]`.

`workbench` is started in a terminal of 160 × 48 of its own, on the sample or on a workspace named, again and again; it
comes back to the article that was open last, as it does for a user. The clock runs from the start of the process to the
first words on the screen, to the article, and to the first evidence beside the claim under the cursor. Beside them, in
turns: a fresh interpreter that imports `textual.app`, and one that imports sentence_transformers.
"""

from __future__ import annotations

import argparse
import fcntl
import os
import pty
import re
import select
import signal
import statistics
import struct
import subprocess
import sys
import tempfile
import termios
import time
from pathlib import Path

from workbench.domain.articles import ClaimFilter
from workbench.domain.errors import WorkbenchError
from workbench.services.search.search import Searcher
from workbench.services.workspace import Workspace
from workbench.store.articles import article, summaries
from workbench.store.claims import claims
from workbench.tui.runtime.saved_session import SavedSession, save_session

ROWS, COLUMNS = 48, 160
BEGINNING = 20
PATIENCE = 120.0
"""Seconds after which a screen counts as never shown."""

_ESCAPE = re.compile(r"\x1b(?:\[[0-?]*[ -/]*[@-~]|[PX^_\]].*?(?:\x1b\\|\x07)|[@-Z\\-_])", re.DOTALL)


def expected(workspace: Path) -> tuple[int, str, set[str]]:
    """The first article, how its title begins, and how titles begin that may be shown first beside its claims."""
    with Workspace.open(workspace) as opened:
        found = article(opened.database, summaries(opened.database)[0].id)
        searcher = Searcher(opened)
        some = claims(opened.database, ClaimFilter(found.id, limit=3))
        titles = {hit.source.title[:BEGINNING] for claim in some for hit in searcher.for_claim(claim).hits[:3]}
    return found.id, found.title[:BEGINNING], {title for title in titles if title not in found.text}


def shown(program: Path, workspace: Path, title: str, evidence: set[str]) -> tuple[float, float, float]:
    """Seconds to the first words, to the article and to the first evidence of one start.

    Raises:
        WorkbenchError: Nothing was shown in time.
    """
    started = time.perf_counter()
    child, terminal = pty.fork()
    if child == 0:
        os.environ.update({"TERM": "xterm-256color", "COLORTERM": "truecolor"})
        os.execv(program, [str(program), "-w", str(workspace)])
    fcntl.ioctl(terminal, termios.TIOCSWINSZ, struct.pack("HHHH", ROWS, COLUMNS, 0, 0))
    painted = opened = 0.0
    seen = ""
    try:
        while time.perf_counter() - started < PATIENCE:
            if not select.select([terminal], [], [], 0.5)[0]:
                continue
            seen = seen[-2_000:] + os.read(terminal, 65_536).decode("utf-8", "replace")
            now, plain = time.perf_counter() - started, _ESCAPE.sub("", seen)
            if not painted and any(letter.isalpha() for letter in plain):
                painted = now
            if not opened and title in plain:
                opened = now
            if any(one in plain for one in evidence):
                return painted, opened, now
    finally:
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        os.close(terminal)
    raise WorkbenchError("the terminal never showed evidence")


def imported(module: str) -> float:
    """Seconds of an interpreter that imports a module and ends."""
    started = time.perf_counter()
    subprocess.run([sys.executable, "-c", f"import {module}"], check=True)
    return time.perf_counter() - started


def main() -> None:
    """Read the command line and print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--workspace", type=Path, help="a workspace with an article and indexed evidence")
    parser.add_argument("--times", type=int, default=7)
    arguments = parser.parse_args()
    program = Path(sys.executable).with_name("workbench")
    with tempfile.TemporaryDirectory() as temporary:
        workspace = arguments.workspace or Path(temporary) / "sample"
        if arguments.workspace is None:
            subprocess.run([program, "demo", str(workspace), "--no-open"], check=True, capture_output=True)
        number, title, evidence = expected(workspace)
        os.environ["XDG_STATE_HOME"] = temporary
        save_session(workspace, SavedSession(article_id=number, toured=True))
        starts, textual, library = [], [], []
        for _ in range(arguments.times):
            starts.append(shown(program, workspace, title, evidence))
            textual.append(imported("textual.app"))
            library.append(imported("sentence_transformers"))
    paint, opened, first = (statistics.median(column) for column in zip(*starts, strict=True))
    bare, heavy = statistics.median(textual), statistics.median(library)
    print(f"{os.cpu_count()} cores, load {os.getloadavg()[0]:.1f}, medians of {arguments.times} starts\n")
    print("| what | seconds | beside it | ratio |\n| --- | --- | --- | --- |")
    print(f"| start to first paint | {paint:.2f} | `import textual.app` {bare:.2f} | {paint / bare:.2f} |")
    print(f"| start to the article | {opened:.2f} | the same | {opened / bare:.2f} |")
    print(
        f"| start to first evidence | {first:.2f} | `import sentence_transformers` {heavy:.2f} | {first / heavy:.3f} |"
    )


if __name__ == "__main__":
    main()
