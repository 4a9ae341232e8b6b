"""A database may have been made by somebody else: what its schema holds is not let do what only queries may."""

from __future__ import annotations

import sqlite3


def distrusting(connection: sqlite3.Connection) -> sqlite3.Connection:
    """The connection, on which triggers, views, indexes and columns call no function and table that could do harm.

    For those that look at a file, copy or check it. On the one that writes, SQLite 3.40 would refuse our own triggers,
    which keep the word index (FTS5) in step; that all triggers are ours is what `workbench doctor --record` says.
    """
    connection.execute("PRAGMA trusted_schema = OFF")
    return connection
