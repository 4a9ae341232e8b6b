"""A sign of life from a parser at work on something long, so that it is not taken for hanging."""

from __future__ import annotations

from collections.abc import Callable

Reached = tuple[float, float]
"""How far a parser is, and where it ends: seconds of a recording."""


def _nobody(reached: Reached | None) -> None:
    """Nobody is waiting."""


_listener: Callable[[Reached | None], None] = _nobody


def listen(listener: Callable[[Reached | None], None]) -> None:
    """Let `listener` be called at every beat of this process."""
    global _listener
    _listener = listener


def beat() -> None:
    """Tell that work goes on; called between the pages of a long document."""
    _listener(None)


def advance(done: float, total: float) -> None:
    """Tell how far a work is whose steps take long; from the first time on each step may take as long as a file."""
    _listener((done, total))
