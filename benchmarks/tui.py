"""How fast the terminal UI is: `make bench-tui`, or `python -m benchmarks.tui [--passages N] [--keep DIR]`.

Measured are first paint against the bare import of Textual, key to repaint over scripted keys in a large and in a small
synthetic workspace, and the stalls of the event loop while an index, models, exports and a reindex work
(`benchmarks/tui_stalls.py`). `--minutes 60` measures memory over an hour of use instead (`benchmarks/tui_hour.py`).
"""

from __future__ import annotations

import argparse
import asyncio
import json
import os
import random
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

from benchmarks.tui_workspace import index, make

PAINTED = """
import sys, time
begin, cpu = time.perf_counter(), time.process_time()
import asyncio
from pathlib import Path
from workbench.tui.app import WorkbenchApp
from workbench.tui.work_screen import WorkScreen

class Watched(WorkbenchApp):
    painted = None

    def _display(self, screen, renderable):
        super()._display(screen, renderable)
        if self.painted is None and isinstance(screen, WorkScreen):
            self.painted = time.perf_counter() - begin, time.process_time() - cpu

async def paint():
    app = Watched(Path(sys.argv[1]), "bench", article_id=1)
    async with app.run_test(size=(160, 48)):
        app.exit()
    print(*app.painted)

asyncio.run(paint())
"""
BARE = """
import time
begin, cpu = time.perf_counter(), time.process_time()
import textual.app
print(time.perf_counter() - begin, time.process_time() - cpu)
"""


def given() -> Any:
    """A finder with evidence from a fixed set: what is measured is the screen, not the search."""
    from workbench.domain.evidence import Hit, SearchResult
    from workbench.store.sources import sources_of_passages
    from workbench.tui.review.finder import Finder

    class Given(Finder):
        result: SearchResult | None = None

        def to_load(self) -> list[Any]:
            return []

        def hits(self, workspace: Any, claim: Any) -> SearchResult:
            if self.result is None:
                found = sources_of_passages(workspace.database, list(range(1, 11)))
                hits = tuple(Hit(i, *found[key], 1 / (60 + i)) for i, key in enumerate(sorted(found), 1))
                self.result = SearchResult("", hits, len(hits), 1)
            return self.result

        def judge(self, workspace: Any, claim: Any, result: SearchResult) -> SearchResult:
            return result

        def forget(self) -> None:
            return None

    return Given()


def watched(path: Path) -> Any:
    """The app, with the moment of its last repaint; a repaint is brought to the bytes a terminal gets."""
    from workbench.tui.app import WorkbenchApp

    class Watched(WorkbenchApp):
        painted_at = 0.0
        painted_cpu = 0.0
        bytes_sent = 0

        def _display(self, screen: Any, renderable: Any) -> None:
            if renderable is not None and hasattr(renderable, "render_segments"):
                self.bytes_sent += len(renderable.render_segments(self.console))
            self.painted_at, self.painted_cpu = time.perf_counter(), time.process_time()
            super()._display(screen, renderable)

    app = Watched(path, "bench", article_id=1)
    app.finder = given()
    app.saved.toured = True
    return app


KEYS = {"j": 40, "k": 12, "J": 8, "K": 4, "o": 6, "v": 3, "1": 4, "2": 3, "a": 4, "w": 1}


def does_something(app: Any, key: str) -> bool:
    """Whether a key changes the screen: at the end of a list there is nowhere to go."""
    from workbench.tui.widgets.claim_list import ClaimList
    from workbench.tui.widgets.evidence_list import EvidenceList

    if key not in "jkJK":
        return True
    blocks: Any = app.screen.query_one(ClaimList if key.islower() else EvidenceList)
    step = 1 if key in "jJ" else -1
    return bool(0 <= blocks.cursor + step < len(blocks.items))


async def script(path: Path, keys: int) -> dict[str, float]:
    """Press keys and measure each until the screen was painted."""
    from textual import events

    app = watched(path)
    spent: list[float] = []
    busy: list[float] = []  # the same in processor time, which other programs of the machine do not lengthen
    async with app.run_test(size=(160, 48)) as pilot:
        await app.workers.wait_for_complete()
        await pilot.pause()
        memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        for key in random.Random(11).choices(list(KEYS), list(KEYS.values()), k=keys):
            if not does_something(app, key):
                continue
            begin, cpu = time.perf_counter(), time.process_time()
            app.post_message(events.Key(key, key))
            while app.painted_at < begin and time.perf_counter() - begin < 0.5:  # noqa: ASYNC110
                await asyncio.sleep(0)
            if app.painted_at >= begin:
                spent.append(app.painted_at - begin)
                busy.append(app.painted_cpu - cpu)
            await asyncio.sleep(0.02)  # a fast typist
        grown = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - memory
    spent.sort()
    busy.sort()
    return {
        "keys measured": len(spent),
        "p50 ms": 1000 * statistics.median(spent),
        "p95 ms": 1000 * spent[int(len(spent) * 0.95)],
        "max ms": 1000 * spent[-1],
        "p95 ms of processor": 1000 * busy[int(len(busy) * 0.95)],
        "memory grown MB": grown / 1024,
    }


def seconds(program: str, *arguments: str, cache: Path, best_of: int = 7) -> tuple[float, float]:
    """The best wall and processor seconds of a program that prints its own, once everything is compiled."""
    environment = {**os.environ, "PYTHONPYCACHEPREFIX": str(cache)}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    runs = []
    for _ in range(best_of):
        command = [sys.executable, "-c", program, *arguments]
        done = subprocess.run(command, capture_output=True, text=True, check=True, env=environment)
        runs.append([float(word) for word in done.stdout.split()])
    return min(run[0] for run in runs), min(run[1] for run in runs)


def memory(minutes: int, pace: float, passages: int) -> dict[str, object]:
    """What memory does over minutes of use, with a real index and the real models."""
    from benchmarks.tui_hour import hour

    with tempfile.TemporaryDirectory() as folder:
        os.environ["WORKBENCH_STATE"] = str(Path(folder) / "state")
        os.environ["WORKBENCH_CONFIG"] = os.devnull
        path = Path(folder) / "hour"
        make(path, 20, 50, passages)
        index(path)
        return hour(path, minutes, pace)


def made(path: Path, articles: int, claims: int, passages: int) -> Path:
    """A synthetic workspace with its index, made where it is not there."""
    if not (path / "index" / "manifest.json").exists():
        make(path, articles, claims, passages)
        index(path)
    return path


def stalls(path: Path) -> dict[str, object]:
    """Stalls of the event loop, by what worked meanwhile; a process of its own, in which nothing is loaded yet."""
    command = [sys.executable, "-m", "benchmarks.tui_stalls", str(path)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    return dict(json.loads(done.stdout))


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=int, default=200)
    parser.add_argument("--claims", type=int, default=50, help="claims an article")
    parser.add_argument("--passages", type=int, default=1_000_000)
    parser.add_argument("--keys", type=int, default=500)
    parser.add_argument("--keep", type=Path, help="keep the workspaces in this folder, and use those that are there")
    parser.add_argument("--minutes", type=int, default=0, help="measure memory over so many minutes of use instead")
    parser.add_argument("--pace", type=float, default=0.5, help="seconds from key to key, with --minutes")
    given = parser.parse_args()
    if given.minutes:
        print(json.dumps(memory(given.minutes, given.pace, min(given.passages, 2000)), indent=2))
        return
    with tempfile.TemporaryDirectory() as folder:
        os.environ["WORKBENCH_STATE"] = str(Path(folder) / "state")
        kept = given.keep or Path(folder)
        small = made(kept / "small", 1, given.claims, 1000)
        large = made(kept / "large", given.articles, given.claims, given.passages)
        cache = Path(folder) / "compiled"
        imported, painted = seconds(BARE, cache=cache), seconds(PAINTED, str(large), cache=cache)
        results = {
            "load of the machine": os.getloadavg()[0],
            "import textual.app, s wall and processor": imported,
            "first paint, s wall and processor": painted,
            "first paint / import, processor": painted[1] / imported[1],
            "small": asyncio.run(script(small, given.keys)),
            "large": asyncio.run(script(large, given.keys)),
            "stalls": stalls(large),
        }
    print(json.dumps(results, indent=2, ensure_ascii=False))


if __name__ == "__main__":
    main()
