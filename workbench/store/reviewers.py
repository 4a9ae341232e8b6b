"""Who reviews in this workspace."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass

from workbench.store.database import Database
from workbench.store.events import moment


@dataclass(frozen=True, slots=True)
class ReviewerSummary:
    """A reviewer and what they have done; verdicts taken back count as given."""

    name: str
    added_at: str
    verdicts: int
    claims: int
    last_seen: str | None


def remember_reviewer(connection: sqlite3.Connection, name: str) -> bool:
    """Note a reviewer inside the caller's write transaction; False when the name is known."""
    cursor = connection.execute(
        "INSERT OR IGNORE INTO reviewers (name, added_at) VALUES (?, ?)", (name, moment(connection))
    )
    return cursor.rowcount > 0


def reviewer_names(database: Database) -> list[str]:
    """The names of all reviewers, and of everyone else who has done anything, machines included."""
    # From name to name along the index: a trail of many thousand events is not read for a handful of names.
    rows = database.rows(
        "WITH RECURSIVE acting(name) AS (SELECT min(reviewer) FROM events UNION ALL "
        "SELECT (SELECT min(reviewer) FROM events WHERE reviewer > name) FROM acting WHERE name IS NOT NULL) "
        "SELECT name FROM reviewers UNION SELECT name FROM acting WHERE name IS NOT NULL ORDER BY name"
    )
    return [row["name"] for row in rows]


def reviewers(database: Database) -> list[ReviewerSummary]:
    """All reviewers by name."""
    rows = database.rows(
        "SELECT r.name, r.added_at, count(v.id) AS verdicts, count(DISTINCT v.claim_id) AS claims, "
        "(SELECT max(at) FROM events e WHERE e.reviewer = r.name) AS last_seen "
        "FROM reviewers r LEFT JOIN verdicts v ON v.reviewer = r.name GROUP BY r.name ORDER BY r.name"
    )
    return [
        ReviewerSummary(row["name"], row["added_at"], row["verdicts"], row["claims"], row["last_seen"]) for row in rows
    ]
