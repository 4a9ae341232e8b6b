"""The three standard streams, whatever the caller left of them: closed, full, or of another encoding."""

from __future__ import annotations

import io
import os
import sys


def prepare() -> None:
    """Make standard input, output and error usable.

    A stream that the caller closed would leave its number to the next file that is opened, and what is meant for a
    person would be written into it, be it the database. Its place is taken: reading gives nothing, writing data
    fails with an error that is told, and talk is dropped. Data that goes into a file or a pipe is UTF-8, as with
    `-o FILE`; a terminal keeps its own encoding and shows what it lacks as escapes.
    """
    # Output is opened for reading, so that data is not lost in silence.
    for number, way in ((0, os.O_RDONLY), (1, os.O_RDONLY), (2, os.O_WRONLY)):
        try:
            os.fstat(number)
        except OSError:
            # The lowest free number is the one that is missing: those below it are taken.
            os.open(os.devnull, way)
    sys.stdin = sys.stdin or open(0, closefd=False)  # noqa: SIM115 - it stays open
    sys.stdout = sys.stdout or open(1, "w", closefd=False)  # noqa: SIM115
    sys.stderr = sys.stderr or open(2, "w", closefd=False)  # noqa: SIM115
    if isinstance(sys.stdout, io.TextIOWrapper):
        encoding = sys.stdout.encoding if sys.stdout.isatty() else "utf-8"
        sys.stdout.reconfigure(encoding=encoding, errors="backslashreplace")
    if isinstance(sys.stderr, io.TextIOWrapper):
        sys.stderr.reconfigure(errors="backslashreplace")


def leave_quietly() -> None:
    """Let go of what standard output still holds, or Python would complain about it when the program ends."""
    for stream in (sys.stdout, sys.stderr):
        try:
            stream.flush()
        except (OSError, ValueError):
            null = os.open(os.devnull, os.O_WRONLY)
            os.dup2(null, stream.fileno())
            os.close(null)
