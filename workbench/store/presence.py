"""Who is working on what right now: a beat every few seconds, forgotten when it stops."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

from workbench.domain.clock import now, utc_now
from workbench.store.database import Database


@dataclass(frozen=True, slots=True)
class Presence:
    """One open session of a reviewer; `at` is its last beat (UTC, ISO 8601)."""

    reviewer: str
    session: str
    article_id: int | None
    claim_id: int | None
    at: str


def beat(database: Database, reviewer: str, session: str, article_id: int | None, claim_id: int | None) -> None:
    """Say that a session is alive and where it is."""
    with database.write(asked=False) as connection:
        connection.execute(
            "INSERT INTO presence (reviewer, session, article_id, claim_id, at) VALUES (?,?,?,?,?) "
            "ON CONFLICT (reviewer, session) DO UPDATE SET article_id = excluded.article_id, "
            "claim_id = excluded.claim_id, at = excluded.at",
            (reviewer, session, article_id, claim_id, utc_now()),
        )


def leave(database: Database, reviewer: str, session: str) -> None:
    """Say that a session has ended."""
    with database.write(asked=False) as connection:
        connection.execute("DELETE FROM presence WHERE reviewer = ? AND session = ?", (reviewer, session))


def present(database: Database, *, within_seconds: float) -> list[Presence]:
    """Sessions that gave a beat in the last seconds, by reviewer."""
    oldest = now() - timedelta(seconds=within_seconds)
    rows = database.rows(
        "SELECT * FROM presence WHERE at >= ? ORDER BY reviewer, session",
        (oldest.isoformat(timespec="milliseconds").replace("+00:00", "Z"),),
    )
    return [Presence(row["reviewer"], row["session"], row["article_id"], row["claim_id"], row["at"]) for row in rows]


def forget_stale(database: Database, *, older_than_seconds: float) -> None:
    """Delete sessions that ended without saying so."""
    oldest = now() - timedelta(seconds=older_than_seconds)
    with database.write(asked=False) as connection:
        connection.execute(
            "DELETE FROM presence WHERE at < ?", (oldest.isoformat(timespec="milliseconds").replace("+00:00", "Z"),)
        )
