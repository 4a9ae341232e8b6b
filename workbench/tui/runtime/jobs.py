"""Background work: what it is, how far it has come, and the running of it."""

from __future__ import annotations

import re
import threading
import time
from collections import deque
from collections.abc import Callable, Coroutine
from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING, Any

from workbench.domain.errors import WorkbenchError
from workbench.domain.unforeseen import went_on
from workbench.tui.runtime.host import Host
from workbench.tui.runtime.messages import Changed
from workbench.tui.runtime.threads import Lane
from workbench.tui.text.formatting import one_line

if TYPE_CHECKING:
    from workbench.services.workspace import Workspace

SHORT_SECONDS = 0.4
SHARE = re.compile(r" \(\d+ %\)")


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


@dataclass(frozen=True, slots=True)
class _Order:
    """A piece of work that was asked for: `then` is told whether it went well."""

    job: Job
    work: Callable[[Workspace, Job], str]
    then: Callable[[bool], None] | None
    changes: bool


class Jobs:
    """Runs long work: in each lane one piece after the other, the lanes beside each other.

    Nothing is refused; what a lane is too busy for waits its turn, and says so.

    Args:
        host: The application.
        run: Runs a coroutine beside the event loop's other work.
        show: Brings the line of background work in step, in the screen in front; with how many more there are.
    """

    def __init__(
        self,
        host: Host,
        run: Callable[[Callable[[], Coroutine[Any, Any, None]]], object],
        show: Callable[[Job | None, int], None],
    ) -> None:
        self._host, self._run_beside, self._show = host, run, show
        self._lanes: dict[Lane, deque[_Order]] = {}

    @property
    def running(self) -> list[Job]:
        """What runs now, the latest begun first; it is the one that is shown."""
        jobs = [orders[0].job for orders in self._lanes.values() if orders]
        return sorted(jobs, key=lambda job: -job.started)

    def start(
        self,
        title: str,
        work: Callable[[Workspace, Job], str],
        then: Callable[[bool], None] | None = None,
        *,
        lane: Lane = Lane.ARTICLES,
        changes: bool = True,
    ) -> None:
        """Run `work` when its lane is free, then tell `then` whether it went well.

        Work that `changes` nothing in the workspace leaves the screens as they are.
        """
        orders = self._lanes.setdefault(lane, deque())
        orders.append(_Order(Job(title), work, then, changes))
        if len(orders) == 1:
            self._run_beside(partial(self._run_lane, orders, lane))
        else:
            self._host.notifications.say(f"{title}: waits for “{orders[0].job.title}”, then it is done by itself.")

    async def _run_lane(self, orders: deque[_Order], lane: Lane) -> None:
        while orders:
            order = orders[0]
            order.job.started = order.job.began = time.monotonic()
            well = False
            try:
                well = await self._run(order, lane)
            finally:
                orders.popleft()
                self.show()
            if order.changes:
                self._host.tell_all(Changed())
            if order.then is not None:
                order.then(well)

    async def _run(self, order: _Order, lane: Lane) -> bool:
        """Run one piece, and tell its words; whether it went well."""
        notifications, job = self._host.notifications, order.job
        try:
            notifications.report(job.title, await self._host.threads.job(lane, order.work, job))
        except WorkbenchError as error:
            notifications.report(job.title, str(error), error=True)
        except Exception as error:  # a fault of our own must not end in silence, nor take the screen away
            went_on(error)
            words = f"{job.title} ended early: {type(error).__name__}: {error}. What was done by then is kept."
            notifications.report(job.title, words, error=True)
        else:
            return True
        finally:
            job.stop.set()  # whoever leaves does not wait for the rest of it
        return False

    def show(self) -> None:
        """Bring the line in step."""
        jobs = self.running
        waiting = sum(max(0, len(orders) - 1) for orders in self._lanes.values())
        self._show(jobs[0] if jobs else None, len(jobs) - 1 + waiting)

    def tick(self) -> None:
        """Bring the line in step; what is done in a moment moves nothing on the screen."""
        jobs = self.running
        if not jobs or time.monotonic() - jobs[-1].started > SHORT_SECONDS:
            self.show()

    def stop(self) -> None:
        """Stop what is shown; what is done is kept."""
        for job in self.running[:1]:
            job.stop.set()
            self.show()
