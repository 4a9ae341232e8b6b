"""Where the slow things run: one thread each that reads, writes, searches, judges, compares, looks for changes.

The event loop awaits them and is never blocked; no thread touches a widget. One thread for all writes keeps them in
the order of the keys that caused them.
"""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Concatenate, ParamSpec, TypeVar

from workbench.domain.errors import WorkbenchError
from workbench.domain.urgency import Urgency, Wish

if TYPE_CHECKING:
    from workbench.services.workspace import Workspace

P = ParamSpec("P")
T = TypeVar("T")


class Lane(StrEnum):
    """Long work of one kind goes one piece after the other, beside that of other kinds."""

    ARTICLES = "articles"
    EVIDENCE = "evidence"
    INDEX = "index"
    REPORTS = "reports"
    MACHINES = "machines"


_OWN = ("read", "write", "search", "judge", "compare", "watch")


class Threads:
    """The open workspace and the threads that work on it."""

    def __init__(self, path: Path, reviewer: str) -> None:
        self.path = path
        self.reviewer = reviewer
        self._workspace: Workspace | None = None
        self._opening = threading.Lock()
        self._pools = {name: ThreadPoolExecutor(1, thread_name_prefix=name) for name in (*_OWN, *Lane)}

    def workspace(self) -> Workspace:
        """The workspace, opened by the thread that asks first.

        Raises:
            WorkspaceError: It cannot be opened.
        """
        with self._opening:
            if self._workspace is None:
                from workbench.services.workspace import Workspace

                self._workspace = Workspace.open(self.path, reviewer=self.reviewer)
            return self._workspace

    async def read(self, work: Callable[Concatenate[Workspace, P], T], *args: P.args, **kwargs: P.kwargs) -> T:
        """Run `work(workspace, …)` in the thread that reads."""
        return await self._run("read", work, *args, **kwargs)

    async def write(self, work: Callable[Concatenate[Workspace, P], T], *args: P.args, **kwargs: P.kwargs) -> T:
        """Run `work(workspace, …)` in the thread that writes, after all writes that were asked for before."""
        return await self._run("write", work, *args, **kwargs)

    async def search(self, work: Callable[Concatenate[Workspace, P], T], *args: P.args, **kwargs: P.kwargs) -> T:
        """Run `work(workspace, …)` in the thread that searches: somebody waits for what it finds."""
        return await self._wanted("search", Urgency.NOW, work, *args, **kwargs)

    async def judge(
        self, urgency: Urgency, work: Callable[Concatenate[Workspace, P], T], *args: P.args, **kwargs: P.kwargs
    ) -> T:
        """Run `work(workspace, …)` in the thread that judges and ranks, which no search waits for."""
        return await self._wanted("judge", urgency, work, *args, **kwargs)

    async def compare(self, work: Callable[Concatenate[Workspace, P], T], *args: P.args, **kwargs: P.kwargs) -> T:
        """Run `work(workspace, …)` in the thread that compares claims with what was rated."""
        return await self._wanted("compare", Urgency.SOON, work, *args, **kwargs)

    async def watch(self, work: Callable[Concatenate[Workspace, P], T], *args: P.args, **kwargs: P.kwargs) -> T:
        """Run `work(workspace, …)` in the thread that looks for changes of others."""
        return await self._run("watch", work, *args, **kwargs)

    async def job(
        self, lane: Lane, work: Callable[Concatenate[Workspace, P], T], *args: P.args, **kwargs: P.kwargs
    ) -> T:
        """Run a long `work(workspace, …)`, after what was begun in its lane before."""
        return await self._run(lane, work, *args, **kwargs)

    async def _wanted(
        self,
        pool: str,
        urgency: Urgency,
        work: Callable[Concatenate[Workspace, P], T],
        *args: P.args,
        **kwargs: P.kwargs,
    ) -> T:
        """Run what asks models; they are told how urgent it is, and let it go when nobody waits for it any more."""
        wish = Wish(urgency)

        def asked(workspace: Workspace) -> T:
            with wish():
                return work(workspace, *args, **kwargs)

        try:
            return await self._run(pool, asked)
        except asyncio.CancelledError:
            wish.drop()
            raise

    async def _run(
        self, pool: str, work: Callable[Concatenate[Workspace, P], T], *args: P.args, **kwargs: P.kwargs
    ) -> T:
        def call() -> T:
            return work(self.workspace(), *args, **kwargs)

        return await asyncio.get_running_loop().run_in_executor(self._pools[pool], call)

    def close(self, goodbye: Callable[[Workspace], None]) -> None:
        """Finish what is being written, drop what waits to be read, say goodbye, and close the workspace."""
        for name, pool in self._pools.items():
            pool.shutdown(wait=True, cancel_futures=name != "write")
        if self._workspace is not None:
            with suppress(WorkbenchError):  # read-only, or locked: nobody is kept waiting for a goodbye
                goodbye(self._workspace)
            self._workspace.close()
