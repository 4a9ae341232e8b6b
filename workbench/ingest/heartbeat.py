"""A sign of life from a parser at work on something long, so that it is not taken for hanging."""

from __future__ import annotations

from collections.abc import Callable


def _nobody() -> None:
    """Nobody is waiting."""


_listener: Callable[[], None] = _nobody


def listen(listener: Callable[[], None]) -> None:
    """Let `listener` be called at every beat of this process."""
    global _listener
    _listener = listener


def beat() -> None:
    """Tell that work goes on; called between the pages of a long document."""
    _listener()
