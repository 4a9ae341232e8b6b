"""The workspace's own settings: organisation, page address, rating scale, index model."""

from __future__ import annotations

from workbench.store.database import Database


def settings(database: Database) -> dict[str, str]:
    """All settings by name."""
    return {row["key"]: row["value"] for row in database.rows("SELECT key, value FROM workspace ORDER BY key")}


def set_setting(database: Database, key: str, value: str | None) -> None:
    """Set one setting; None removes it."""
    with database.write() as connection:
        if value is None:
            connection.execute("DELETE FROM workspace WHERE key = ?", (key,))
        else:
            connection.execute(
                "INSERT INTO workspace (key, value) VALUES (?, ?) "
                "ON CONFLICT (key) DO UPDATE SET value = excluded.value",
                (key, value),
            )
