"""The workspace's own settings: organisation, page address, rating scale, index model."""

from __future__ import annotations

import sqlite3

from workbench.store.acts import Act
from workbench.store.database import Database
from workbench.store.events import record


def settings(database: Database) -> dict[str, str]:
    """All settings by name."""
    return {row["key"]: row["value"] for row in database.rows("SELECT key, value FROM workspace ORDER BY key")}


def change_setting(connection: sqlite3.Connection, key: str, value: str | None, act: Act) -> None:
    """Set one setting (None removes it) inside the caller's write transaction, with an event to take it back by."""
    row = connection.execute("SELECT value FROM workspace WHERE key = ?", (key,)).fetchone()
    if (row[0] if row is not None else None) == value:
        return
    before = None if row is None else {"key": key, "value": row[0]}
    after = None if value is None else {"key": key, "value": value}
    if after is None:
        connection.execute("DELETE FROM workspace WHERE key = ?", (key,))
    else:
        connection.execute(
            "INSERT INTO workspace (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value",
            (key, value),
        )
    record(
        connection,
        reviewer=act.reviewer,
        action=act.action,
        subject="workspace",
        subject_id=key,
        before=before,
        after=after,
        batch=act.batch,
    )
