"""How urgent it is what a thread asks a model for, and whether anybody still wants it.

Who works for a screen says so around the work; whoever does the work, in this process or in another one, reads it here.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from enum import IntEnum


class Urgency(IntEnum):
    """What is more urgent is done first, whoever asks."""

    NOW = 0
    """Somebody looks at the place where the answer will stand."""
    SOON = 1
    """Somebody waits for a whole piece of work, or will look at it next."""
    AHEAD = 2
    """Perhaps nobody will ever look at it."""


class DroppedError(Exception):
    """Nobody wants any more what was asked for. It is for whoever asked, and no fault."""


class Wish:
    """Work that somebody wants, for as long as they want it.

    Args:
        urgency: How urgent it is.
    """

    def __init__(self, urgency: Urgency) -> None:
        self.urgency = urgency
        self._dropped = False
        self._cut: Callable[[], None] | None = None
        self._lock = threading.Lock()

    @property
    def is_dropped(self) -> bool:
        """Whether nobody wants it any more."""
        return self._dropped

    def drop(self) -> None:
        """Nobody wants it any more: whoever waits for a part of it waits no longer."""
        with self._lock:
            self._dropped = True
            if self._cut is not None:
                self._cut()

    def check(self, *_: object) -> None:
        """To be asked between pieces of the work.

        Raises:
            DroppedError: Nobody wants it any more.
        """
        if self._dropped:
            raise DroppedError

    @contextmanager
    def waiting(self, cut: Callable[[], None]) -> Iterator[None]:
        """While the block waits for an answer; `cut` ends the waiting from another thread.

        Raises:
            DroppedError: Nobody wants it any more.
        """
        with self._lock:
            self.check()
            self._cut = cut
        try:
            yield
        finally:
            with self._lock:
                self._cut = None
            self.check()

    @contextmanager
    def __call__(self) -> Iterator[Wish]:
        """What this thread asks for in the block is a part of this."""
        before = current()
        _here.wish = self
        try:
            yield self
        finally:
            _here.wish = before


_here = threading.local()
_UNSAID = Wish(Urgency.SOON)


def current() -> Wish:
    """What this thread works for; where nobody said so it is wanted soon, and never dropped."""
    found: Wish = getattr(_here, "wish", _UNSAID)
    return found
