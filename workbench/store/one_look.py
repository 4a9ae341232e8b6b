"""Reading much in one consistent look at a database."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from workbench.store.database import Database
from workbench.store.reading_alone import OvertakenError, of_one_state

T = TypeVar("T")
_TIMES = 5
"""So often a look begins again where somebody writes to a file at rest meanwhile."""


def in_one_look(database: Database, read: Callable[[], T]) -> T:
    """What `read` gives in one read transaction: what others write meanwhile is seen wholly or not at all.

    A file that is taken to be at rest gives no such transaction; where somebody writes to it, all is read again.

    Raises:
        OvertakenError: Somebody wrote to it each time.
    """
    if database.connection.conn.in_transaction:
        return read()
    for left in reversed(range(_TIMES)):
        opened = database.connection
        opened.conn.execute("BEGIN")
        try:
            with of_one_state(database.path, opened.lay):
                found = read()
            return found
        except OvertakenError:
            if not left:
                raise
        finally:
            if opened.conn.in_transaction:
                opened.conn.execute("ROLLBACK")
    raise AssertionError("the last look neither gives nor raises")
