"""How fast the terminal UI is: `make bench-tui`, or `python benchmarks/tui.py [--passages N]`.

Measured are first paint against the bare import of Textual, key to repaint over scripted keys in a large and in a small
synthetic workspace, the longest stall of the event loop while an export runs, and memory over the script.
"""

from __future__ import annotations

import argparse
import asyncio
import hashlib
import json
import os
import random
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from datetime import date
from pathlib import Path
from typing import Any

WORDS = ["government", "budget", "troops", "border", "pipeline", "minister", "percent", "million", "agreement", "court"]
PAINTED = """
import sys, time
begin, cpu = time.perf_counter(), time.process_time()
import asyncio
from pathlib import Path
from workbench.tui.app import WorkbenchApp
from workbench.tui.screens.base import WorkScreen

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


def sentence(random_: random.Random, length: int = 14) -> str:
    """A made-up sentence."""
    return " ".join(random_.choice(WORDS) for _ in range(length)).capitalize() + "."


def make(path: Path, articles: int, claims: int, passages: int) -> None:
    """A synthetic workspace: `claims` an article, `passages` in all."""
    from workbench.domain.articles import ClaimDraft, Kind
    from workbench.domain.documents import Document
    from workbench.services.workspace import Workspace
    from workbench.store.articles import add_article

    random_ = random.Random(7)
    with Workspace.create(path, reviewer="bench") as workspace:
        database = workspace.database
        for number in range(articles):
            text, drafts = f"Article {number}\n\n", []
            for at in range(claims):
                words = sentence(random_)
                drafts.append(ClaimDraft(len(text), len(text) + len(words) - 1, words[:-1], words, (Kind.EVENT,)))
                text += words + (" " if at % 4 else "\n\n")
            digest = hashlib.sha256(text.encode()).hexdigest()
            document = Document(text, f"Article {number}", "bench", digest, published=date(2022, 1, 29))
            add_article(database, document, digest, tuple(drafts), reviewer="bench", splitter="bench")
        with database.write() as connection:
            connection.executemany(
                "INSERT INTO sources (id, title, publisher, published, sha256, text, added_at, added_by) "
                "VALUES (?,?,?,?,?,?,?,?)",
                ((f"s{i}", f"Source {i}", "Press", "2021-05-01", str(i), "", "2022", "bench") for i in range(passages)),
            )
            connection.executemany(
                'INSERT INTO passages (source_id, start, "end", text, context, hash) VALUES (?,?,?,?,?,?)',
                ((f"s{i}", 0, 90, sentence(random_), "", str(i)) for i in range(passages)),
            )


def given() -> Any:
    """A finder with evidence from a fixed set: what is measured is the screen, not the search."""
    from workbench.domain.evidence import Hit, SearchResult
    from workbench.store.sources import sources_of_passages
    from workbench.tui.finder import Finder

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
    app.session.toured = True
    return app


KEYS = {"j": 40, "k": 12, "J": 8, "K": 4, "o": 6, "v": 3, "1": 4, "2": 3, "a": 4, "w": 1}


def does_something(app: Any, key: str) -> bool:
    """Whether a key changes the screen: at the end of a list there is nowhere to go."""
    from workbench.tui.widgets.claims import ClaimList
    from workbench.tui.widgets.evidence import EvidenceList

    if key not in "jkJK":
        return True
    blocks: Any = app.screen.query_one(ClaimList if key.islower() else EvidenceList)
    step = 1 if key in "jJ" else -1
    return bool(0 <= blocks.cursor + step < len(blocks.items))


async def script(path: Path, keys: int) -> dict[str, float]:
    """Press keys and measure each until the screen was painted; then the stalls while an export runs."""
    from textual import events

    from workbench.tui.background import export
    from workbench.tui.dialogs.forms import Target

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
        await app.workers.wait_for_complete()
        stalls: list[float] = []
        exporting = True

        async def beat() -> None:
            while exporting:
                begin = time.perf_counter()
                await asyncio.sleep(0.005)
                stalls.append(time.perf_counter() - begin - 0.005)

        heart = asyncio.create_task(beat())
        export(app, 1, Target("html", str(path / "report.html")))
        await app.workers.wait_for_complete()
        exporting = False
        await heart
        grown = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - memory
    spent.sort()
    busy.sort()
    return {
        "keys measured": len(spent),
        "p50 ms": 1000 * statistics.median(spent),
        "p95 ms": 1000 * spent[int(len(spent) * 0.95)],
        "max ms": 1000 * spent[-1],
        "p95 ms of processor": 1000 * busy[int(len(busy) * 0.95)],
        "longest stall while exporting ms": 1000 * max(stalls),
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


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=int, default=200)
    parser.add_argument("--claims", type=int, default=50, help="claims an article")
    parser.add_argument("--passages", type=int, default=1_000_000)
    parser.add_argument("--keys", type=int, default=500)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        os.environ["WORKBENCH_STATE"] = str(Path(folder) / "state")
        small, large = Path(folder) / "small", Path(folder) / "large"
        make(small, 1, given.claims, 1000)
        make(large, given.articles, given.claims, given.passages)
        cache = Path(folder) / "compiled"
        imported, painted = seconds(BARE, cache=cache), seconds(PAINTED, str(large), cache=cache)
        results = {
            "import textual.app, s wall and processor": imported,
            "first paint, s wall and processor": painted,
            "first paint / import, processor": painted[1] / imported[1],
            "small": asyncio.run(script(small, given.keys)),
            "large": asyncio.run(script(large, given.keys)),
        }
    print(json.dumps(results, indent=2))


if __name__ == "__main__":
    main()
