"""The terminal UI leaves in order when the system or a closed terminal asks for it."""

from __future__ import annotations

import asyncio
import signal
from collections.abc import Callable
from contextlib import suppress

from workbench.domain.ending import ENDINGS


def watch_endings(end: Callable[[int], None]) -> None:
    """Call `end` with the number of a signal that asks the program to end; one that is ignored stays so."""
    for number in ENDINGS:
        if signal.getsignal(number) != signal.SIG_IGN:
            with suppress(ValueError, RuntimeError):  # outside the main thread there are no signals to watch
                asyncio.get_running_loop().add_signal_handler(number, end, number)
