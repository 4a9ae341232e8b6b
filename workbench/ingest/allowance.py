"""The processor time that an archive and each of its members may take, by their size.

Waiting is free: for a slow disk, for a busy machine, and for whoever takes the documents.
"""

from __future__ import annotations

import signal
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType
from typing import TypeVar

from workbench.ingest.options import Limits, UnreadableError

T = TypeVar("T")
_AGAIN = 0.25
"""Seconds after which a parser that caught the interruption is interrupted again."""
_SHORTEST = 0.001


class _OutOfTimeError(BaseException):
    """Raised in the middle of a parser; no Exception, for libraries catch those and go on."""


_alone = False
_armed = False


def _interrupt(signum: int, frame: FrameType | None) -> None:
    if _armed:  # one that comes late must not hit what is no parser
        raise _OutOfTimeError


def interruptible() -> None:
    """Let parsers of this process be interrupted in the middle of a file: its SIGPROF is theirs, and nobody else's."""
    global _alone
    _alone = True
    signal.signal(signal.SIGPROF, _interrupt)


@contextmanager
def _timer(seconds: float) -> Iterator[None]:
    """Interrupt what is done inside after so much processor time; an outer timer goes on, and is not put off."""
    global _armed
    if not _alone or threading.current_thread() is not threading.main_thread():
        yield
        return
    begun = time.process_time()
    outer, outer_armed = signal.getitimer(signal.ITIMER_PROF)[0], _armed
    first = min(seconds, outer) if outer_armed else seconds
    _armed = True
    signal.setitimer(signal.ITIMER_PROF, max(first, _SHORTEST), _AGAIN)
    try:
        yield
    finally:
        _armed = outer_armed
        left = max(outer - (time.process_time() - begun), _SHORTEST) if outer_armed else 0
        signal.setitimer(signal.ITIMER_PROF, left, _AGAIN)


@contextmanager
def uninterrupted() -> Iterator[None]:
    """Put an interruption off: what is half said to another process would be lost."""
    if not _alone:
        yield
        return
    signal.pthread_sigmask(signal.SIG_BLOCK, [signal.SIGPROF])
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_UNBLOCK, [signal.SIGPROF])


class Allowance:
    """What reading one archive may take.

    Args:
        size: Bytes of the archive.
        limits: Seconds for any archive, for any member, and for each megabyte of either.
    """

    def __init__(self, size: int, limits: Limits) -> None:
        self._limits = limits
        self._seconds = limits.archive_seconds + limits.megabyte_seconds * size / 1e6
        self._started = time.process_time()

    @property
    def seconds(self) -> float:
        """Seconds for all of it."""
        return self._seconds

    @property
    def left(self) -> float:
        """Seconds that are left."""
        return self._seconds - (time.process_time() - self._started)

    @property
    def reason(self) -> str:
        """What is told where the time is over."""
        return f"reading it took {self._seconds:.0f} seconds, all that its size allows; the rest was not read"

    def member(self, found: Iterator[T], size: int) -> Iterator[T]:
        """What comes of one member of `size` bytes, within its own time and what is left of the whole.

        Raises:
            UnreadableError: Its time is over; what was given before is good.
        """
        most = self._limits.member_seconds + self._limits.megabyte_seconds * size / 1e6
        used = 0.0
        while True:
            begun = time.process_time()
            try:
                with _timer(min(most - used, self.left)):
                    entry = next(found, None)
            except _OutOfTimeError:
                raise UnreadableError(
                    f"reading it was stopped after {used + time.process_time() - begun:.0f} seconds, "
                    "more than its size allows"
                ) from None
            used += time.process_time() - begun
            if entry is None:
                return
            yield entry
