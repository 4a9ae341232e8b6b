"""Who reviews in this workspace."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass

from workbench.domain.review import Subject
from workbench.store.database import Database
from workbench.store.events import moment, record

ADDED = "reviewer.add"
"""The act of making a reviewer known before their first one."""

_ACTING = (
    "acting(name) AS (SELECT min(reviewer) FROM events UNION ALL "
    "SELECT (SELECT min(reviewer) FROM events WHERE reviewer > name) FROM acting WHERE name IS NOT NULL)"
)
"""From name to name along the index: a trail of many thousand events is not read for a handful of names."""


@dataclass(frozen=True, slots=True)
class ReviewerSummary:
    """A reviewer and what they have done; verdicts taken back count as given."""

    name: str
    added_at: str
    verdicts: int
    claims: int
    last_seen: str | None
    role: str = ""
    """What they may do; "" where nobody was given a role."""


def remember_reviewer(connection: sqlite3.Connection, name: str) -> bool:
    """Note a reviewer inside the caller's write transaction; False when the name is known."""
    cursor = connection.execute(
        "INSERT OR IGNORE INTO reviewers (name, added_at) VALUES (?, ?)", (name, moment(connection))
    )
    return cursor.rowcount > 0


def add_person(connection: sqlite3.Connection, name: str, *, by: str) -> bool:
    """Note a reviewer before their first act, inside the caller's write transaction; False when the name is known."""
    if not remember_reviewer(connection, name):
        return False
    record(connection, reviewer=by, action=ADDED, subject=Subject.REVIEWER, subject_id=name, after={"name": name})
    return True


def reviewer_names(database: Database) -> list[str]:
    """The names of all reviewers, and of everyone else who has done anything, machines included."""
    rows = database.rows(
        f"WITH RECURSIVE {_ACTING} "  # noqa: S608
        "SELECT name FROM reviewers UNION SELECT name FROM acting WHERE name IS NOT NULL ORDER BY name"
    )
    return [str(row["name"]) for row in rows]  # a damaged file may hold bytes, and `doctor` is to tell it


def reviewers(database: Database) -> list[ReviewerSummary]:
    """All reviewers whom an event names or adds, by name; what is told of them is what the record says."""
    rows = database.rows(
        f"WITH RECURSIVE {_ACTING}, people AS (SELECT name, added_at FROM reviewers "  # noqa: S608
        "WHERE name IN (SELECT name FROM acting UNION SELECT subject_id FROM events WHERE subject = 'reviewers') "
        "UNION ALL SELECT name, NULL FROM acting "
        "WHERE name NOT LIKE 'machine:%' AND name NOT IN (SELECT name FROM reviewers)) "
        "SELECT p.name, coalesce((SELECT min(at) FROM ("
        "SELECT at FROM (SELECT at FROM events WHERE reviewer = p.name ORDER BY id LIMIT 1) UNION ALL "
        "SELECT at FROM events WHERE subject = 'reviewers' AND subject_id = p.name)), p.added_at) AS added_at, "
        "count(v.id) AS verdicts, count(DISTINCT v.claim_id) AS claims, "
        "(SELECT max(at) FROM events e WHERE e.reviewer = p.name) AS last_seen "
        "FROM people p LEFT JOIN verdicts v ON v.reviewer = p.name GROUP BY p.name ORDER BY p.name"
    )
    return [
        ReviewerSummary(row["name"], row["added_at"], row["verdicts"], row["claims"], row["last_seen"]) for row in rows
    ]
