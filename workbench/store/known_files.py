"""Files already read, so that a second run reads only what is new or changed."""

from __future__ import annotations

import sqlite3

from workbench.store.database import Database


def known_file(database: Database, path: str, purpose: str) -> tuple[int, int, str] | None:
    """Size, modification time (nanoseconds) and sha256 of a file when it was last read; None if it never was."""
    row = database.row("SELECT size, mtime_ns, sha256 FROM files WHERE path = ? AND purpose = ?", (path, purpose))
    return None if row is None else (row["size"], row["mtime_ns"], row["sha256"])


def remember_file(connection: sqlite3.Connection, path: str, purpose: str, size: int, mtime_ns: int, sha: str) -> None:
    """Note that a file was read, inside the caller's write transaction."""
    connection.execute(
        "INSERT OR REPLACE INTO files (path, purpose, size, mtime_ns, sha256) VALUES (?,?,?,?,?)",
        (path, purpose, size, mtime_ns, sha),
    )
