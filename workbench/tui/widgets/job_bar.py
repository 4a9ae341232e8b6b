"""The line of background work."""

from __future__ import annotations

import time

from workbench.tui.runtime.jobs import SHARE, Job
from workbench.tui.text.wrapping import Line, cells, clip, spread
from workbench.tui.widgets.bars import Bar


class JobBar(Bar):
    """The work that is running now; hidden without one."""

    DEFAULT_CSS = "JobBar { height: 1; background: $panel; display: none; } JobBar.-busy { display: block; }"

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.job: Job | None = None
        self.key = ""
        self.more = 0

    def show(self, job: Job | None, key: str, more: int = 0) -> None:
        """Show a job, or nothing; `key` stops it, `more` run beside it or wait."""
        self.job, self.key, self.more = job, key, more
        self.set_class(job is not None, "-busy")
        if job is not None:
            self.redraw()

    def lines(self, width: int) -> list[Line]:
        """One line: what is done, a bar where there is room, how far and how long still, the key that stops it."""
        if self.job is None:
            return []
        what, how = self.job.words(time.monotonic())
        how += f" · {self.more} more" if self.more else ""
        keys: Line = [] if self.job.stop.is_set() else [(self.key, "key"), (" stops ", "dim")]
        taken = sum(cells(words) for words, _ in keys) + 8
        if cells(what) + cells(how) + taken > width:  # the share can be told from the rest
            how = SHARE.sub("", how)
        right: Line = [(f"  {how}  ", "dim"), *keys]
        room = width - taken - cells(how)
        line = clip([(what, "bold")], room)
        bar = min(20, room - cells(what) - 2)
        if self.job.total and bar >= 5:
            filled = min(bar, bar * self.job.done // self.job.total)
            line += [("  ", "text"), ("━" * filled, "info"), ("─" * (bar - filled), "faint")]
        return [spread([(" ⟳ ", "key"), *line], right, width)]
