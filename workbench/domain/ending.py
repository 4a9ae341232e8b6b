"""The end that comes from outside: the system shuts down, or the terminal has gone."""

from __future__ import annotations

import signal
from types import FrameType

ENDINGS = (signal.SIGTERM, signal.SIGHUP)
"""Signals that ask a program to end."""


class EndedError(KeyboardInterrupt):
    """One of `ENDINGS` came. Whatever ends well when the user presses Ctrl-C does so here."""

    def __init__(self, number: int) -> None:
        super().__init__(number)
        self.signal = signal.Signals(number)

    @property
    def exit_code(self) -> int:
        """What the shell would say of a program that the signal ended: 143 for SIGTERM, 129 for SIGHUP."""
        return 128 + self.signal


def _end(number: int, frame: FrameType | None) -> None:
    raise EndedError(number)


def end_in_order() -> None:
    """Let each of `ENDINGS` raise `EndedError`; one that the caller ignores (`nohup`) stays ignored."""
    for number in ENDINGS:
        if signal.getsignal(number) == signal.SIG_DFL:
            signal.signal(number, _end)


def end_at_once() -> None:
    """From now on let each of `ENDINGS` and Ctrl-C end the process without a word: all is done that was to be done."""
    for number in (signal.SIGINT, *ENDINGS):
        if callable(signal.getsignal(number)):
            signal.signal(number, signal.SIG_DFL)
