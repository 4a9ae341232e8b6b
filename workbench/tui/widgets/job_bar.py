"""Background work with its progress: what, how far, how fast, how long still."""

from __future__ import annotations

import re
import threading
import time
from dataclasses import dataclass, field

from workbench.tui.text.formatting import one_line
from workbench.tui.text.wrapping import Line, cells, clip, spread
from workbench.tui.widgets.bars import Bar

_SHARE = re.compile(r" \(\d+ %\)")


@dataclass
class Job:
    """One piece of work. Its methods are called from the working thread, its fields are read by the screen."""

    title: str
    done: int = 0
    total: int | None = None
    what: str = ""
    started: float = field(default_factory=time.monotonic)
    began: float = field(default_factory=time.monotonic)
    """When the present count began; work that counts several things has a rate for each."""
    told: float = 0.0
    """When progress was last told; the rate is that of then, as nothing is known of what was done since."""
    stop: threading.Event = field(default_factory=threading.Event)

    def progress(self, done: int, total: int | None, what: str) -> None:
        """Take note of progress (the protocol `workbench.domain.ports.Progress`)."""
        if done < self.done or total != self.total:
            self.began = self.told or self.started
        self.done, self.total, self.what, self.told = done, total, what, time.monotonic()

    def cancelled(self) -> bool:
        """Whether the user wants it to stop."""
        return self.stop.is_set()

    def words(self, now: float) -> tuple[str, str]:
        """What is being done, and how far, how fast and how long still."""
        parts = []
        spent, told = now - self.began, self.told or now
        rate = self.done / max(0.1, told - self.began)
        if self.total:
            parts.append(f"{self.done:,} of {self.total:,} ({100 * self.done // self.total} %)")
        elif self.done:
            parts.append(f"{self.done:,}")
        elif spent > 2:
            parts.append(duration(spent))
        if self.done and spent > 1:
            parts.append(f"{rate:,.0f}/s" if rate >= 1 else f"{rate:.1f}/s")
            if self.total and self.done < self.total:
                parts.append(f"{duration((self.total - self.done) / rate - (now - told))} left")
        what = "stopping …" if self.stop.is_set() else one_line(self.what)
        return f"{self.title}{': ' + what if what else ''}", " · ".join(parts)


def duration(seconds: float) -> str:
    """Seconds in words: "8 s", "3 min", "1 h 20 min"."""
    if seconds < 90:
        return f"{max(1, round(seconds))} s"
    minutes = round(seconds / 60)
    return f"{minutes} min" if minutes < 90 else f"{minutes // 60} h {minutes % 60} min"


class JobBar(Bar):
    """The work that is running now; hidden when there is none."""

    DEFAULT_CSS = "JobBar { height: 1; background: $panel; display: none; } JobBar.-busy { display: block; }"

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.job: Job | None = None
        self.key = ""

    def show(self, job: Job | None, key: str) -> None:
        """Show a job, or nothing; `key` stops it."""
        self.job, self.key = job, key
        self.set_class(job is not None, "-busy")
        if job is not None:
            self.redraw()

    def lines(self, width: int) -> list[Line]:
        """One line: what is done, a bar where there is room, how far and how long still, the key that stops it."""
        if self.job is None:
            return []
        what, how = self.job.words(time.monotonic())
        keys: Line = [] if self.job.stop.is_set() else [(self.key, "key"), (" stops ", "dim")]
        taken = sum(cells(words) for words, _ in keys) + 8
        if cells(what) + cells(how) + taken > width:  # the share can be told from the rest
            how = _SHARE.sub("", how)
        right: Line = [(f"  {how}  ", "dim"), *keys]
        room = width - taken - cells(how)
        line = clip([(what, "bold")], room)
        bar = min(20, room - cells(what) - 2)
        if self.job.total and bar >= 5:
            filled = min(bar, bar * self.job.done // self.job.total)
            line += [("  ", "text"), ("━" * filled, "info"), ("─" * (bar - filled), "faint")]
        return [spread([(" ⟳ ", "key"), *line], right, width)]
