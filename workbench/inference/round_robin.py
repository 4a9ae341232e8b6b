"""Whose turn it is: sessions are served one after the other, a piece of work each, however much one of them asks."""

from __future__ import annotations

import threading
from collections import deque
from collections.abc import Hashable
from typing import Generic, TypeVar

W = TypeVar("W")


class RoundRobin(Generic[W]):
    """A bounded queue that goes round the sessions. Safe to use from several threads.

    Args:
        most: Pieces of work that may wait in all.
        most_each: Pieces of one session that may wait.
    """

    def __init__(self, most: int, most_each: int) -> None:
        self._most, self._most_each = most, most_each
        self._waiting: dict[Hashable, deque[W]] = {}
        """By session, those whose turn comes first at the front: a dictionary keeps the order of what is put in."""
        self._count = 0
        self._closed = False
        self._changed = threading.Condition()

    def __len__(self) -> int:
        with self._changed:
            return self._count

    def put(self, session: Hashable, work: W) -> bool:
        """Let a piece of work wait for its session's turn; False where too much waits."""
        with self._changed:
            mine = self._waiting.get(session)
            if self._closed or self._count >= self._most or (mine is not None and len(mine) >= self._most_each):
                return False
            if mine is None:
                mine = self._waiting[session] = deque()
            mine.append(work)
            self._count += 1
            self._changed.notify()
            return True

    def take(self) -> W | None:
        """The next piece of work, as soon as there is one; None once the queue is closed.

        The session whose turn it was goes behind all the others that wait.
        """
        with self._changed:
            while not self._count and not self._closed:
                self._changed.wait()
            if self._closed:
                return None
            session = next(iter(self._waiting))
            mine = self._waiting.pop(session)
            work = mine.popleft()
            if mine:
                self._waiting[session] = mine
            self._count -= 1
            return work

    def withdraw(self, session: Hashable, work: W) -> bool:
        """Take back a piece of work that still waits; False where it does not."""
        with self._changed:
            mine = self._waiting.get(session)
            if mine is None or work not in mine:
                return False
            mine.remove(work)
            if not mine:
                del self._waiting[session]
            self._count -= 1
            return True

    def close(self) -> None:
        """Let everybody who waits go; nothing is taken any more."""
        with self._changed:
            self._closed = True
            self._waiting.clear()
            self._count = 0
            self._changed.notify_all()
