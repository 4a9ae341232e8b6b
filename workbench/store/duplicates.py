"""Claims that repeat another: when that one goes, the first of them takes its place, so that nothing is hidden."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass

from workbench.store.acts import Act
from workbench.store.database import Database
from workbench.store.edits import change
from workbench.store.rows import CLAIMS


@dataclass(frozen=True, slots=True)
class DuplicateLink:
    """What a suggestion repeats: a stored claim, or an earlier suggestion of the same article (its position)."""

    claim_id: int | None = None
    draft: int | None = None


def wordings(database: Database) -> list[tuple[int, str]]:
    """(id, standalone wording) of every claim that is not itself a repetition, oldest first."""
    rows = database.rows(
        "SELECT id, text FROM claims WHERE removed_at IS NULL AND duplicate_of IS NULL "
        "AND article_id IN (SELECT id FROM articles WHERE removed_at IS NULL) ORDER BY id"
    )
    return [(row["id"], row["text"]) for row in rows]


def repeated_claims(connection: sqlite3.Connection) -> set[int]:
    """The claims that others in the lists repeat."""
    rows = connection.execute("SELECT duplicate_of FROM claims WHERE duplicate_of IS NOT NULL AND removed_at IS NULL")
    return {claim_id for (claim_id,) in rows}


def let_go(connection: sqlite3.Connection, gone: Sequence[int], act: Act) -> None:
    """Unlink the repetitions of claims that leave the lists, inside the caller's write transaction.

    The first repetition of each becomes a claim of its own and the others repeat that one; undo links them again.
    """
    leaving = set(gone)
    for begin in range(0, len(gone), 500):
        part = gone[begin : begin + 500]
        rows = connection.execute(
            "SELECT id, duplicate_of FROM claims WHERE removed_at IS NULL "  # noqa: S608
            f"AND duplicate_of IN ({', '.join('?' for _ in part)}) ORDER BY id",
            tuple(part),
        ).fetchall()
        successors: dict[int, int] = {}
        for claim_id, original in rows:
            if claim_id in leaving:
                continue
            successor = successors.get(original)
            columns = {"duplicate_of": successor}
            change(connection, CLAIMS, claim_id, columns, act)
            successors.setdefault(original, claim_id)
