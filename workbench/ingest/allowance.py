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

from workbench.ingest.heartbeat import Member, begin, last_beat
from workbench.ingest.item import Resumed
from workbench.ingest.options import Limits, UnreadableError

T = TypeVar("T")
_TICK = 0.25
"""Seconds of processor time after which it is looked whether a parser has had its time: once over, again and again."""
_SHORTEST = 0.001
_SHARE = 0.8
"""Of the time after which whoever waits for this process ends all of it, so much stops one member of an archive."""


class _OutOfTimeError(BaseException):
    """Raised in the middle of a parser; no Exception, for libraries catch those and go on."""


_alone = False
_armed = False
_begun = _due = _silence = 0.0


def _interrupt(signum: int, frame: FrameType | None) -> None:
    if not _armed:  # one that comes late must not hit what is no parser
        return
    now = time.process_time()
    if now >= _due or now - max(_begun, last_beat()) >= _silence:
        raise _OutOfTimeError


def interruptible() -> None:
    """Let parsers of this process be interrupted in the middle of a file: its SIGPROF is theirs, and nobody else's."""
    global _alone
    _alone = True
    signal.signal(signal.SIGPROF, _interrupt)


@contextmanager
def _timer(seconds: float, silence: float) -> Iterator[None]:
    """Interrupt what is done inside after so much processor time, or `silence` without a beat.

    An outer timer goes on, and is not put off.
    """
    global _armed, _begun, _due, _silence
    if not _alone or threading.current_thread() is not threading.main_thread():
        yield
        return
    outer = _armed, _begun, _due, _silence
    _begun = time.process_time()
    _due = min(_begun + seconds, _due) if _armed else _begun + seconds
    _silence, _armed = silence, True
    signal.setitimer(signal.ITIMER_PROF, max(min(_due - _begun, silence, _TICK), _SHORTEST), _TICK)
    try:
        yield
    finally:
        _armed, _begun, _due, _silence = outer
        signal.setitimer(signal.ITIMER_PROF, _TICK if _armed else 0, _TICK)


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
        resumed: What was read of it, and taken for that, by a process that died.
    """

    def __init__(self, size: int, limits: Limits, resumed: Resumed | None = None) -> None:
        self._limits = limits
        self._seconds = limits.archive_seconds + limits.megabyte_seconds * size / 1e6
        self._started = time.process_time() - (resumed.used if resumed is not None else 0.0)

    @property
    def seconds(self) -> float:
        """Seconds for all of it."""
        return self._seconds

    @property
    def left(self) -> float:
        """Seconds that are left."""
        return self._seconds - (time.process_time() - self._started)

    def begin(self, number: int, where: str) -> None:
        """Tell that a member is begun."""
        begin(Member(number, self._seconds - self.left, where))

    @property
    def reason(self) -> str:
        """What is told where the time is over."""
        return f"reading it took {self._seconds:.0f} seconds, all that its size allows; the rest was not read"

    def member(self, found: Iterator[T], size: int) -> Iterator[T]:
        """What comes of one member of `size` bytes, within its own time and what is left of the whole.

        Raises:
            UnreadableError: Its time is over; what was given before is good.
        """
        limits = self._limits
        most = limits.member_seconds + limits.megabyte_seconds * size / 1e6
        silence, step = limits.seconds * _SHARE, limits.file_seconds * _SHARE
        used = 0.0
        while True:
            begun, left = time.process_time(), min(most - used, self.left)
            try:
                with _timer(min(left, step), silence):
                    entry = next(found, None)
            except _OutOfTimeError:
                took = time.process_time() - begun
                why = "more than its size allows" if took >= left else "for it gave nothing"
                raise UnreadableError(f"reading it was stopped after {used + took:.0f} seconds, {why}") from None
            used += time.process_time() - begun
            if entry is None:
                return
            yield entry
