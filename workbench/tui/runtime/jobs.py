"""Background work: what it is, how far it has come, and the running of it."""

from __future__ import annotations

import re
import threading
import time
from collections.abc import Callable, Coroutine
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from workbench.domain.errors import WorkbenchError
from workbench.tui.runtime.host import Host
from workbench.tui.runtime.messages import Changed
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


class Jobs:
    """Runs long work, one piece at a time; its words are told when it is done.

    Args:
        host: The application.
        run: Runs a coroutine beside the event loop's other work.
        show: Brings the line of background work in step, in the screen in front.
    """

    def __init__(
        self,
        host: Host,
        run: Callable[[Callable[[], Coroutine[Any, Any, None]]], object],
        show: Callable[[Job | None], None],
    ) -> None:
        self._host, self._run_beside, self._show = host, run, show
        self.running: Job | None = None

    def start(
        self,
        title: str,
        work: Callable[[Workspace, Job], str],
        then: Callable[[], None] | None = None,
        *,
        changes: bool = True,
    ) -> None:
        """Run `work` in the background, then `then`.

        Work that `changes` nothing in the workspace leaves the screens as they are.
        """
        if self.running is not None:
            self._host.notifications.say(f"{self.running.title} is still running.", warning=True)
            return
        job = self.running = Job(title)

        async def working() -> None:
            await self._run(job, work)
            if changes:
                self._host.tell_all(Changed())
            if then is not None:
                then()

        self._run_beside(working)

    async def _run(self, job: Job, work: Callable[[Workspace, Job], str]) -> None:
        notifications = self._host.notifications
        try:
            notifications.report(job.title, await self._host.threads.job(work, job))
        except WorkbenchError as error:
            notifications.report(job.title, str(error), error=True)
        except Exception as error:  # a fault of our own must not end in silence, nor take the screen away
            words = f"{job.title} ended early: {type(error).__name__}: {error}. What was done by then is kept."
            notifications.report(job.title, words, error=True)
        finally:
            job.stop.set()  # whoever leaves does not wait for the rest of it
            self.running = None
            self._show(None)

    def tick(self) -> None:
        """Bring the line in step; what is done in a moment moves nothing on the screen."""
        if self.running is None or time.monotonic() - self.running.started > SHORT_SECONDS:
            self._show(self.running)

    def stop(self) -> None:
        """Stop what runs; what is done is kept."""
        if self.running is not None:
            self.running.stop.set()
            self._show(self.running)
