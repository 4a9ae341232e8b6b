"""Replacing the splitter's own suggestions, and nothing that a person has touched."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass

from workbench.domain.articles import ClaimDraft, Origin
from workbench.store.claims import draft_columns
from workbench.store.database import Database
from workbench.store.edits import Act, change, insert
from workbench.store.events import moment
from workbench.store.rows import to_json

ACTION = "article.resplit"
DATED = "article.date"
"""A person said when the article was published; the claims' times were counted from it by rule."""


@dataclass(frozen=True, slots=True)
class ClaimPlace:
    """A claim's place in its article, and whether a person has had to do with it."""

    id: int
    start: int
    end: int
    touched: bool
    removed: bool


def places(database: Database, article_id: int) -> list[ClaimPlace]:
    """Every claim the article ever had. Touched: added, edited, judged, dropped or given evidence by a person."""
    rows = database.rows(
        'SELECT id, start, "end", removed_at IS NOT NULL AS removed, origin <> ? OR '
        "EXISTS (SELECT 1 FROM events e WHERE e.claim_id = c.id AND e.action NOT IN (?, ?, 'evidence.suggest')) OR "
        "EXISTS (SELECT 1 FROM verdicts v WHERE v.claim_id = c.id) OR "
        "EXISTS (SELECT 1 FROM drafts d WHERE d.claim_id = c.id) OR "
        "EXISTS (SELECT 1 FROM evidence v WHERE v.claim_id = c.id AND v.origin <> ?) OR "
        "EXISTS (SELECT 1 FROM claims o WHERE o.duplicate_of = c.id) AS touched "
        'FROM claims c WHERE article_id = ? ORDER BY start, "end", id',
        (Origin.MACHINE.value, ACTION, DATED, Origin.MACHINE.value, article_id),
    )
    return [ClaimPlace(r["id"], r["start"], r["end"], bool(r["touched"]), bool(r["removed"])) for r in rows]


def refresh_claim(
    connection: sqlite3.Connection, article_id: int, claim_id: int, text: str, draft: ClaimDraft, act: Act
) -> bool:
    """Give an untouched claim what the splitter says of its span now; False when that is what stands."""
    columns = draft_columns(text, draft)
    return change(connection, "claims", claim_id, columns, act, article_id=article_id, claim_id=claim_id)


def add_claim(connection: sqlite3.Connection, article_id: int, text: str, draft: ClaimDraft, act: Act) -> int:
    """Store a new suggestion."""
    columns = draft_columns(text, draft)
    row = {"article_id": article_id, "origin": Origin.MACHINE.value, **columns, "suggestion": to_json(columns)}
    return insert(connection, "claims", row, act, article_id=article_id)


def drop_claim(connection: sqlite3.Connection, claim_id: int, article_id: int, act: Act) -> None:
    """Take an untouched suggestion out of the lists."""
    change(
        connection,
        "claims",
        claim_id,
        {"removed_at": moment(connection)},
        act,
        article_id=article_id,
        claim_id=claim_id,
    )


def note_splitter(connection: sqlite3.Connection, article_id: int, splitter: str, act: Act) -> None:
    """Record which version of the splitter the suggestions are by."""
    change(connection, "articles", article_id, {"splitter": splitter}, act, article_id=article_id)
