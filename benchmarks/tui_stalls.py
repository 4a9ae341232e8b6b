"""Stalls of the event loop while something else works: run by `python -m benchmarks.tui` in a process of its own.

    python -m benchmarks.tui_stalls WORKSPACE

A task of the event loop sleeps five milliseconds again and again; what it oversleeps is a stall, and belongs to every
piece of work that ran at that time: loading the index, each model, the first search, exports, an article, a reindex.
Beside it stands the processor time that this program took meanwhile: on a busy machine a loop is also kept from its
beat by other programs, which is no fault of this one.
"""

from __future__ import annotations

import asyncio
import json
import os
import sys
import tempfile
import time
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import Any

from benchmarks.tui_workspace import add_passages

BEAT = 0.005
NEW = 300
"""Passages that a reindex finds new; they go through the real encoder."""
FORMATS = ("html", "pdf", "docx", "xlsx", "json", "csv", "markdown")
STORY = """{0} people lived in the town in 2019, the mayor said on Monday.

The bridge was the first to be built since 1990. "It cost 3.2 million euros," said Anna Becker of the council."""


class Heartbeat:
    """Stalls of the event loop, and what worked when."""

    def __init__(self) -> None:
        self.stalls: list[tuple[float, float, float]] = []
        """(begin, end, processor seconds) of what the loop was kept from."""
        self.work: list[tuple[str, float, float]] = []
        """(name, begin, end) of what worked."""

    async def beat(self) -> None:
        """Until cancelled."""
        while True:
            due, cpu = time.perf_counter() + BEAT, time.process_time()
            await asyncio.sleep(BEAT)
            now = time.perf_counter()
            self.stalls.append((due, now, min(time.process_time() - cpu, now - due)))

    def timed(self, name: str, work: Callable[..., Any]) -> Callable[..., Any]:
        """`work`, its time kept under a name."""

        def working(*args: Any, **kwargs: Any) -> Any:
            begin = time.perf_counter()
            try:
                return work(*args, **kwargs)
            finally:
                self.work.append((name, begin, time.perf_counter()))

        return working

    def worst(self) -> dict[str, dict[str, float]]:
        """The longest stall of each piece of work, and how long it took, in the order they began."""
        found: dict[str, dict[str, float]] = {}
        for name, begin, end in sorted(self.work, key=lambda one: one[1]):
            within = [(b - a, cpu) for a, b, cpu in self.stalls if a < end and b > begin]
            before = found.setdefault(name, {"seconds": 0.0, "longest stall ms": 0.0, "of the processor ms": 0.0})
            before["seconds"] = round(max(before["seconds"], end - begin), 2)
            for which, what in enumerate(("longest stall ms", "of the processor ms")):
                longest = max((one[which] for one in within), default=0.0)
                before[what] = round(max(before[what], 1000 * longest), 1)
        return found


def with_heartbeat(path: Path, heartbeat: Heartbeat) -> Any:
    """The app with its real finder, all work in its threads timed."""
    from workbench.tui.app import WorkbenchApp
    from workbench.tui.review.finder import Finder

    class Timed(Finder):
        def to_load(self) -> list[Any]:
            return [(words, heartbeat.timed(words, step)) for words, step in super().to_load()]

        def hits(self, *args: Any) -> Any:
            return heartbeat.timed("searching", super().hits)(*args)

        def judge(self, *args: Any) -> Any:
            return heartbeat.timed("suggesting stances", super().judge)(*args)

    app = WorkbenchApp(path, "bench", article_id=1)
    app.finder = Timed()
    app.finder.ranked = True
    app.saved.toured = True
    return app


async def measure(path: Path) -> dict[str, dict[str, float]]:
    """Open an article, wait for its evidence, move on, export in every format, add an article, reindex."""
    from textual.worker import WorkerCancelled

    from workbench.tui.desk.background import add_pasted, export, update_index
    from workbench.tui.dialogs.add import AddRequest
    from workbench.tui.dialogs.export import Target

    heartbeat = Heartbeat()
    app = with_heartbeat(path, heartbeat)

    async def job(name: str, start: Callable[[], None]) -> None:
        begin = time.perf_counter()
        start()
        await quiet()
        heartbeat.work.append((name, begin, time.perf_counter()))

    async def quiet() -> None:
        for _ in range(3):
            with suppress(WorkerCancelled):  # newer work of its group has taken its place
                await app.workers.wait_for_complete()
        while app.jobs.running:  # noqa: ASYNC110
            await asyncio.sleep(BEAT)

    async with app.run_test(size=(160, 48)) as pilot:
        heart = asyncio.create_task(heartbeat.beat())
        begin = time.perf_counter()
        await asyncio.sleep(0.2)
        await quiet()
        heartbeat.work.append(("opening an article, all of it", begin, time.perf_counter()))
        await asyncio.sleep(2.5)  # the collector is calmed then
        begin = time.perf_counter()
        for _ in range(10):
            await pilot.press("j")
            await quiet()
        heartbeat.work.append(("ten claims on", begin, time.perf_counter()))
        with tempfile.TemporaryDirectory() as folder:  # a report that is there already would not be written again
            for name in FORMATS:
                report = Path(folder) / f"report.{name}"
                await job(f"exporting {name}", partial(export, app, 1, Target(name, str(report))))
                if not report.is_file():
                    sys.exit(f"The {name} report was not written: its figure would mean nothing.")
        text = STORY.format(time.time_ns())
        await job("adding an article", lambda: add_pasted(app, AddRequest(text=text), frozenset()))
        await job("reindexing", lambda: update_index(app))
        heart.cancel()
    return heartbeat.worst()


def main() -> None:
    """Measure and print."""
    path = Path(sys.argv[1])
    os.environ.setdefault("WORKBENCH_STATE", str(path / "state"))
    add_passages(path, 10_000_000 + time.time_ns() % 10**9, NEW)
    print(json.dumps(asyncio.run(measure(path)), indent=2, ensure_ascii=False))


if __name__ == "__main__":
    main()
