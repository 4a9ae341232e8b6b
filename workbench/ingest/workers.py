"""Parsing in processes of their own: several at a time, each with bounded memory and time, results in order.

A parser that hangs, crashes or eats memory costs its own process and its own file, and nothing else.
"""

from __future__ import annotations

import socket
import subprocess
import sys
import time
from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from multiprocessing.connection import Connection, wait
from typing import Any, Protocol

from workbench.domain.documents import Document, Skipped
from workbench.ingest.file_kinds import guarded, read_here, unreadable
from workbench.ingest.heartbeat import Member, Reached
from workbench.ingest.item import Item, Resumed
from workbench.ingest.languages import with_language
from workbench.ingest.options import Limits, MissingReaderError, UnreadableError
from workbench.system.cores import cores

Step = tuple[Item, Document | Skipped | UnreadableError | None]
"""What comes of an item: its documents one by one, an error if it could not be read, and None when it is finished."""

BUFFERED = 64
"""Documents of a later item kept while an earlier one is not finished; then its process waits."""
AHEAD = 4
"""Items a process may be ahead of the one whose results are wanted next."""
IDLE = 10
"""How many times as long as it may work a parser may take by the clock: it may be the machine that is busy."""
LOOK_SECONDS = 0.5
"""How often it is asked whether to stop."""
DEATHS = 8
"""Members of one archive whose parser may die over them; then the rest of it is left."""
STOPPED = "its parser stopped working on it, perhaps for want of memory"


@dataclass(slots=True)
class _Task:
    item: Item
    local: bool = False
    steps: deque[Document | Skipped | UnreadableError] = field(default_factory=deque)
    done: bool = False
    worker: _Worker | None = None
    member: Member | None = None
    """Of an archive: the one that is being read."""
    deaths: int = 0


class _Worker:
    """One child process and the socket to it."""

    def __init__(self, limits: Limits) -> None:
        self._limits = limits
        self.task: _Task | None = None
        ours, theirs = socket.socketpair()
        with theirs:
            self.connection = Connection(ours.detach())
            # -P: a file of the user's folder must never be imported in place of a library
            self._process = subprocess.Popen(
                [sys.executable, "-P", "-m", "workbench.ingest.worker", str(theirs.fileno())],
                pass_fds=(theirs.fileno(),),
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
            )
        self.patient = False
        self.rest()

    def give(self, task: _Task) -> None:
        self.task, task.worker = task, self
        self.patient = False
        self.rest()
        resumed = None if task.member is None else Resumed(task.member.number, task.member.used)
        self.connection.send(replace(task.item.bare(), resumed=resumed))

    def rest(self) -> None:
        """Count from now on."""
        self._reached = 0.0
        self.hear()
        self._started, self._started_work = self._heard, self._heard_work

    def hear(self) -> None:
        """Note a sign of life."""
        self._heard, self._heard_work = time.monotonic(), self._work()

    def _work(self) -> float:
        """Seconds of processor time that it has taken so far."""
        try:
            return time.clock_gettime((~self._process.pid << 3) | 2)  # Linux: the clock of another process
        except OSError:
            return time.monotonic()  # it has ended, or the system has no such clock

    def overdue(self, now: float) -> str | None:
        """Why the task must be ended, None while it may go on."""
        limits, work = self._limits, self._work()
        if work - self._heard_work > self._silence or now - self._heard > self._silence * IDLE:
            return f"its parser gave nothing for {self._silence:g} seconds and was stopped"
        if work - self._started_work > limits.file_seconds or now - self._started > limits.file_seconds * IDLE:
            return f"its parser gave no text for {limits.file_seconds:g} seconds and was stopped"
        return None

    @property
    def _silence(self) -> float:
        """Seconds of work without a sign of life; who told how far it is may take as long for a step as for a file."""
        return self._limits.file_seconds if self.patient else self._limits.seconds

    def reached(self, how_far: Reached) -> None:
        """Note how far it is; each step forward counts as a document would."""
        self.patient = True
        if how_far[0] > self._reached:
            self.rest()
        self._reached = how_far[0]

    def left(self) -> float:
        """Seconds until it may be overdue."""
        work = self._work()
        silent = self._silence - (work - self._heard_work)
        return max(0.0, min(silent, self._limits.file_seconds - (work - self._started_work))) + 0.01

    def forgive(self, seconds: float) -> None:
        """Do not count time in which nobody listened to it."""
        now = time.monotonic()
        self._heard, self._started = min(now, self._heard + seconds), min(now, self._started + seconds)

    def stop(self) -> None:
        self.connection.close()
        self._process.kill()
        self._process.wait()


class Parsing(Protocol):
    """Whatever reads items, in processes of its own here or on other machines."""

    def read(self, items: Iterable[Item]) -> Iterator[Step]:
        """What comes of items, in their order, each item ending with None."""


class Workers:
    """Up to `jobs` parsing processes, started when they are needed. Close it, or use it in a `with`."""

    def __init__(self, jobs: int | None, limits: Limits) -> None:
        self.jobs = max(1, jobs or min(4, cores()))
        self._limits = limits
        self._workers: list[_Worker] = []
        self._left = time.monotonic()

    def __enter__(self) -> Workers:
        return self

    def __exit__(self, *error: object) -> None:
        self.close()

    def close(self) -> None:
        """End every process."""
        for worker in self._workers:
            worker.stop()
        self._workers.clear()

    def read(self, items: Iterable[Item]) -> Iterator[Step]:
        """Parse items; what comes of them is given in their order, each item ending with None."""
        tasks: deque[_Task] = deque()
        try:
            for item, step in self._read(iter(items), tasks):
                yield item, with_language(step) if isinstance(step, Document) else step
        finally:
            for task in tasks:  # nobody wants the rest of them, and their process may be wanted for others
                if task.worker in self._workers and task.worker.task is task:
                    self._lose(task.worker, STOPPED, whole=True)

    def _read(self, coming: Iterator[Item], tasks: deque[_Task]) -> Iterator[Step]:
        while True:
            while len(tasks) < self.jobs * AHEAD and (item := next(coming, None)) is not None:
                tasks.append(self._task(item))
            if not tasks:
                return
            self._assign(tasks)
            head = tasks[0]
            if head.local:
                yield from ((head.item, step) for step in _parse_here(head.item))
                head.done = True
            while head.steps:
                yield head.item, head.steps.popleft()
            if head.done:
                tasks.popleft()
                yield head.item, None
                continue
            self._listen(tasks)

    def _task(self, item: Item) -> _Task:
        try:
            local = not item.options.isolate or read_here(item)
            return _Task(item, local=local)
        except OSError as error:
            task = _Task(item, done=True)
            task.steps.append(unreadable(error))
            return task

    def _assign(self, tasks: Iterable[_Task]) -> None:
        for task in tasks:
            if task.local or task.done or task.worker is not None:
                continue
            idle = next((worker for worker in self._workers if worker.task is None), None)
            if idle is None:
                if len(self._workers) >= self.jobs:
                    return
                idle = _Worker(self._limits)
                self._workers.append(idle)
            try:
                idle.give(task)
            except OSError:
                self._lose(idle, STOPPED)

    def _listen(self, tasks: deque[_Task]) -> None:
        """Take what has come from the processes, waiting for the first of it; end those that are overdue."""
        now = time.monotonic()
        heard: dict[Any, _Worker] = {}
        for worker in self._workers:
            if worker.task is None:
                continue
            worker.forgive(now - self._left)
            if worker.task is tasks[0] or len(worker.task.steps) < BUFFERED:
                heard[worker.connection] = worker
            else:
                worker.rest()  # it waits for us, not we for it
        patience = min((worker.left() for worker in heard.values()), default=0.0)
        first = tasks[0]
        # Only what takes long by its own word is ended in its middle; anything else is soon done.
        cancelled = first.item.options.cancelled if first.worker is not None and first.worker.patient else None
        ready = wait(list(heard), timeout=patience if cancelled is None else min(patience, LOOK_SECONDS))
        for connection in ready:
            self._take(heard[connection])
        if cancelled is not None and first.worker in self._workers and not first.done and cancelled():
            self._lose(first.worker, "it was stopped before its end", whole=True)
        now = self._left = time.monotonic()
        for connection, worker in heard.items():
            if (
                connection not in ready
                and worker in self._workers
                and worker.task is not None
                and (reason := worker.overdue(now))
            ):
                self._lose(worker, reason)

    def _take(self, worker: _Worker) -> None:
        task = worker.task
        assert task is not None
        try:
            what, content = worker.connection.recv()
        except (EOFError, OSError):
            self._lose(worker, STOPPED)
            return
        worker.hear()
        if what == "entry":
            task.steps.append(content)
            worker.rest()
        elif what == "member":
            task.member = content
        elif what == "alive":
            if content is not None:
                worker.reached(content)
                if (told := task.item.options.heard) is not None:
                    told(round(content[0]), round(content[1]), f"{task.item.name}, seconds")
            if reason := worker.overdue(time.monotonic()):
                self._lose(worker, reason)
        else:
            if what == "failed":
                task.steps.append(UnreadableError(content))
            elif what == "lacking":
                task.steps.append(MissingReaderError(content))
            task.done = True
            worker.task = None

    def _lose(self, worker: _Worker, reason: str, *, whole: bool = False) -> None:
        """End a process. An archive over whose member it died goes on after that one in another, unless `whole`."""
        task = worker.task
        if task is not None and task.member is not None and not whole and task.deaths < DEATHS:
            task.steps.append(Skipped(task.member.where, reason))
            # what it took to die is not known of one that is gone: a second, or all that it may be silent
            cost = self._limits.seconds if reason != STOPPED else 1.0
            task.member = replace(task.member, used=task.member.used + cost)
            task.deaths += 1
            task.worker = None
        elif task is not None:
            rest = "" if task.member is None or whole else "; the rest was not read"
            task.steps.append(UnreadableError(reason + rest))
            task.done = True
        worker.stop()
        self._workers.remove(worker)


def _parse_here(item: Item) -> Iterator[Document | Skipped | UnreadableError]:
    try:
        yield from guarded(item)
    except UnreadableError as error:
        yield error
