"""A sign of life from a parser at work on something long, so that it is not taken for hanging."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass

Reached = tuple[float, float]
"""How far a parser is, and where it ends: seconds of a recording."""


@dataclass(frozen=True, slots=True)
class Member:
    """A member of an archive that a parser begins: its number, the seconds taken until then, and what it is called."""

    number: int
    used: float
    where: str


def _nobody(told: Reached | Member | None) -> None:
    """Nobody is waiting."""


_listener: Callable[[Reached | Member | None], None] = _nobody
_last = 0.0


def listen(listener: Callable[[Reached | Member | None], None]) -> None:
    """Let `listener` be called at every beat of this process."""
    global _listener
    _listener = listener


def beat() -> None:
    """Tell that work goes on; called between the pages of a long document."""
    global _last
    _last = time.process_time()
    _listener(None)


def last_beat() -> float:
    """The processor time at which this process last told that work goes on."""
    return _last


def begin(member: Member) -> None:
    """Tell that a member of an archive is begun: a parser that dies over it is followed by one that goes on after."""
    beat()
    _listener(member)


def advance(done: float, total: float) -> None:
    """Tell how far a work is whose steps take long; from the first time on each step may take as long as a file."""
    _listener((done, total))
