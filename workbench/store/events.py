"""The audit trail: every change writes an event beside it, in the same transaction."""

from __future__ import annotations

import sqlite3
from typing import Any

from workbench.store.database import utc_now
from workbench.store.rows import to_json


def record(
    connection: sqlite3.Connection,
    *,
    reviewer: str,
    action: str,
    subject: str,
    subject_id: int | str,
    article_id: int | None = None,
    claim_id: int | None = None,
    before: dict[str, Any] | None = None,
    after: dict[str, Any] | None = None,
    reverses: int | None = None,
    batch: str | None = None,
    at: str | None = None,
) -> int:
    """Append one event inside the caller's write transaction and give its id.

    Args:
        connection: The connection of an open `Database.write()` block.
        reviewer: Who did it.
        action: What was done, "claim.edit".
        subject: The table of the row.
        subject_id: The row's id.
        article_id: The article it belongs to, where there is one.
        claim_id: The claim it belongs to, where there is one.
        before: The changed columns as they were; None when the row did not exist.
        after: The changed columns as they are now; None when the row is gone.
        reverses: The event that this one takes back.
        batch: Shared by events that were one act and are undone together.
        at: When (UTC, ISO 8601); now when left out.
    """
    cursor = connection.execute(
        "INSERT INTO events (at, reviewer, action, subject, subject_id, article_id, claim_id, before, after, "
        "reverses, batch) VALUES (?,?,?,?,?,?,?,?,?,?,?)",
        (
            at or utc_now(),
            reviewer,
            action,
            subject,
            str(subject_id),
            article_id,
            claim_id,
            None if before is None else to_json(before),
            None if after is None else to_json(after),
            reverses,
            batch,
        ),
    )
    assert cursor.lastrowid is not None  # an INSERT that did not raise has a row id
    return cursor.lastrowid
