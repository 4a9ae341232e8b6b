"""Whose turn it is: the urgent first, and of that sessions one after the other, a piece of work each."""

from __future__ import annotations

import threading
from collections import deque
from collections.abc import Hashable
from typing import Generic, TypeVar

from workbench.domain.urgency import Urgency

W = TypeVar("W")


class RoundRobin(Generic[W]):
    """A bounded queue that goes round the sessions. Safe to use from several threads.

    Args:
        most: Pieces of work that may wait in all.
        most_each: Pieces of one session and one urgency that may wait.
    """

    def __init__(self, most: int, most_each: int) -> None:
        self._most, self._most_each = most, most_each
        self._waiting: dict[Urgency, dict[Hashable, deque[W]]] = {urgency: {} for urgency in Urgency}
        """By session, those whose turn comes first at the front: a dictionary keeps the order of what is put in."""
        self._count = 0
        self._closed = False
        self._changed = threading.Condition()

    def __len__(self) -> int:
        with self._changed:
            return self._count

    def put(self, session: Hashable, work: W, urgency: Urgency = Urgency.SOON) -> bool:
        """Let a piece of work wait for its session's turn; False where too much waits."""
        with self._changed:
            waiting = self._waiting[urgency]
            mine = waiting.get(session)
            if self._closed or self._count >= self._most or (mine is not None and len(mine) >= self._most_each):
                return False
            if mine is None:
                mine = waiting[session] = deque()
            mine.append(work)
            self._count += 1
            self._changed.notify_all()  # some take what is urgent alone
            return True

    def take(self, at_least: Urgency = Urgency.AHEAD, *, wait: bool = True) -> W | None:
        """The next piece of work that is so urgent, as soon as there is one; None once the queue is closed.

        The session whose turn it was goes behind all the others that wait. Without `wait` None says that there is
        nothing now.
        """
        with self._changed:
            while not self._closed:
                for urgency in Urgency:
                    if urgency <= at_least and self._waiting[urgency]:
                        return self._next(self._waiting[urgency])
                if not wait:
                    break
                self._changed.wait()
            return None

    def _next(self, waiting: dict[Hashable, deque[W]]) -> W:
        session = next(iter(waiting))
        mine = waiting.pop(session)
        work = mine.popleft()
        if mine:
            waiting[session] = mine
        self._count -= 1
        return work

    def withdraw(self, session: Hashable, work: W) -> bool:
        """Take back a piece of work that still waits; False where it does not."""
        with self._changed:
            for waiting in self._waiting.values():
                mine = waiting.get(session)
                if mine is not None and work in mine:
                    mine.remove(work)
                    if not mine:
                        del waiting[session]
                    self._count -= 1
                    return True
            return False

    def close(self) -> None:
        """Let everybody who waits go; nothing is taken any more."""
        with self._changed:
            self._closed = True
            for waiting in self._waiting.values():
                waiting.clear()
            self._count = 0
            self._changed.notify_all()
