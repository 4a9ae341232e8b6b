"""Faults of our own that the program goes on after: nobody loses an article by one, and no test passes over one.

A guard that catches what nobody foresaw also catches a mistyped name, and then a whole feature is gone in silence. So
each such guard tells `went_on` what it caught; while the tests run somebody watches, and the test fails.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from types import TracebackType

_HOUSE = Path(__file__).resolve().parents[1]

watcher: Callable[[BaseException], None] | None = None
"""Who is told; None outside the tests."""


def went_on(fault: BaseException) -> None:
    """Tell whoever watches of a fault that the program goes on after."""
    if watcher is not None:
        watcher(fault)


def ours(fault: BaseException) -> bool:
    """Whether a fault is a mistake in our own code, and nothing that a library made of something hostile."""
    if not isinstance(fault, (AssertionError, AttributeError, LookupError, NameError, TypeError)):
        return False
    place: TracebackType | None = fault.__traceback__
    while place is not None and place.tb_next is not None:
        place = place.tb_next
    return place is not None and _HOUSE in Path(place.tb_frame.f_code.co_filename).parents
