"""Passages that came in for a saved search or a published verdict: what machines found, safe to delete."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass

from workbench.store.database import Database
from workbench.store.events import moment

SEARCH, WATCH, MARK = "search", "watch", "mark"


@dataclass(frozen=True, slots=True)
class Notice:
    """A new passage, and for which saved search or published claim; its stance where it was judged."""

    id: int
    kind: str
    search_id: int | None
    claim_id: int | None
    passage_id: int
    stance: str | None
    probability: float | None
    at: str


@dataclass(frozen=True, slots=True)
class NewNotice:
    """A notice before it has an id and a time."""

    kind: str
    passage_id: int
    search_id: int | None = None
    claim_id: int | None = None
    stance: str | None = None
    probability: float | None = None


def looked_up_to(database: Database) -> int:
    """The newest passage that everything was compared with."""
    return int(database.value("SELECT coalesce(max(passage_id), 0) FROM notices WHERE kind = ?", (MARK,)) or 0)


def keep_notices(database: Database, found: Sequence[NewNotice], *, up_to: int | None = None) -> int:
    """Keep what was found, each thing once, and give how many were new; `up_to` is the newest passage looked at."""
    kept = 0
    with database.write(asked=False) as connection:
        at = moment(connection)
        for one in found:
            kept += connection.execute(
                "INSERT OR IGNORE INTO notices (kind, search_id, claim_id, passage_id, stance, probability, at) "
                "VALUES (?, ?, ?, ?, ?, ?, ?)",
                (one.kind, one.search_id, one.claim_id, one.passage_id, one.stance, one.probability, at),
            ).rowcount
        if up_to is not None:
            _mark(connection, up_to, at)
    return kept


def nothing_is_new(connection: sqlite3.Connection) -> None:
    """What is there now is no news, inside the caller's write transaction."""
    newest = connection.execute("SELECT coalesce(max(id), 0) FROM passages").fetchone()[0]
    _mark(connection, newest, moment(connection))


def forget_found(connection: sqlite3.Connection, search_id: int) -> None:
    """Forget what a saved search was given, inside the caller's write transaction."""
    connection.execute("DELETE FROM notices WHERE kind = ? AND search_id = ?", (SEARCH, search_id))


def _mark(connection: sqlite3.Connection, up_to: int, at: str) -> None:
    connection.execute("DELETE FROM notices WHERE kind = ?", (MARK,))
    connection.execute("INSERT INTO notices (kind, passage_id, at) VALUES (?, ?, ?)", (MARK, up_to, at))


def notices(database: Database) -> list[Notice]:
    """What was found, newest first, of passages that still take part in searches."""
    rows = database.rows(
        "SELECT n.* FROM notices n JOIN passages p ON p.id = n.passage_id "
        "WHERE n.kind <> ? AND p.removed_at IS NULL ORDER BY n.id DESC",
        (MARK,),
    )
    return [Notice(**row) for row in rows]


def newest_passage(database: Database) -> int:
    """Id of the newest passage, 0 without one."""
    return int(database.value("SELECT coalesce(max(id), 0) FROM passages"))
