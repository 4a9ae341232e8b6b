"""Unfinished reasons, one a reviewer and claim: what was typed survives a crash."""

from __future__ import annotations

from workbench.store.database import Database, utc_now


def save_draft(database: Database, reviewer: str, claim_id: int, text: str) -> None:
    """Keep what the reviewer has typed so far; empty text forgets it."""
    if not text:
        clear_draft(database, reviewer, claim_id)
        return
    with database.write() as connection:
        connection.execute(
            "INSERT INTO drafts (reviewer, claim_id, text, at) VALUES (?,?,?,?) "
            "ON CONFLICT (reviewer, claim_id) DO UPDATE SET text = excluded.text, at = excluded.at",
            (reviewer, claim_id, text, utc_now()),
        )


def drafts(database: Database, reviewer: str) -> dict[int, str]:
    """All unfinished reasons of a reviewer, by claim."""
    rows = database.rows("SELECT claim_id, text FROM drafts WHERE reviewer = ? ORDER BY claim_id", (reviewer,))
    return {row["claim_id"]: row["text"] for row in rows}


def clear_draft(database: Database, reviewer: str, claim_id: int) -> None:
    """Forget what was typed."""
    with database.write() as connection:
        connection.execute("DELETE FROM drafts WHERE reviewer = ? AND claim_id = ?", (reviewer, claim_id))
