"""How the fields of sources were found: said once, however many sources it holds for."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping

from workbench.store.rows import to_json


def finding(connection: sqlite3.Connection, found: Mapping[str, str]) -> int:
    """The id of a finding (how each field was found), stored on first use; inside the caller's write transaction."""
    words = to_json(found)
    connection.execute("INSERT INTO findings (found) VALUES (?) ON CONFLICT DO NOTHING", (words,))
    number: int = connection.execute("SELECT id FROM findings WHERE found = ?", (words,)).fetchone()[0]
    return number
