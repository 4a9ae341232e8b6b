"""Waiting for one's turn: a database that another program is writing to is asked again, with jitter."""

from __future__ import annotations

import random
import sqlite3
from collections.abc import Callable
from time import monotonic, sleep
from typing import TypeVar

T = TypeVar("T")

PATIENCE_SECONDS = 30.0
"""So long a busy database is asked again before anyone is told."""

ONE_TRY_MS = 50
"""So long SQLite itself waits in one try, asking at growing intervals of up to 20 ms."""

LONGEST_PAUSE_SECONDS = 0.01
"""Between two tries. Each pause is of another length, so that those who wait do not ask in step."""

GIVE_WAY_SECONDS = 0.035
"""Longer than anyone who waits goes without asking: in a gap of this length everyone has asked once."""


def patiently(act: Callable[[], T]) -> T:
    """Do something that needs a lock on the database; while it is busy, again.

    Raises:
        sqlite3.OperationalError: It was busy for `PATIENCE_SECONDS`, or something else is wrong.
    """
    until = monotonic() + PATIENCE_SECONDS
    while True:
        try:
            return act()
        except sqlite3.OperationalError as error:
            if not is_busy(error) or monotonic() >= until:
                raise
        sleep(random.uniform(LONGEST_PAUSE_SECONDS / 10, LONGEST_PAUSE_SECONDS))


def is_busy(error: sqlite3.OperationalError) -> bool:
    """Whether another program holds the lock (all kinds of SQLITE_BUSY and SQLITE_LOCKED)."""
    # what Python itself raises has no code
    return getattr(error, "sqlite_errorcode", 0) & 0xFF in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED)


def give_way() -> None:
    """Leave a gap between two write transactions of one long piece of work, so that others get their turn."""
    sleep(GIVE_WAY_SECONDS)
