"""Claims in claims.db: reading them, and storing what the splitter suggests."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from workbench.domain.anchors import anchor_of
from workbench.domain.articles import NOT_RATED, Claim, ClaimDraft, Origin, ReviewStatus
from workbench.domain.errors import NotFoundError
from workbench.store.database import Database
from workbench.store.rows import Row, claim_from, to_json


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


def draft_columns(text: str, draft: ClaimDraft) -> dict[str, Any]:
    """The columns of `claims` that a draft fills, given the text of its article."""
    anchor = anchor_of(text, draft.start, draft.end)
    rateable = not NOT_RATED.intersection(draft.kinds)
    return {
        "start": anchor.start,
        "end": anchor.end,
        "quote": anchor.exact,
        "prefix": anchor.prefix,
        "suffix": anchor.suffix,
        "text": draft.text,
        "kinds": to_json(draft.kinds),
        "speaker": draft.speaker,
        "speaker_alias": draft.speaker_alias,
        "attribution": draft.attribution.value,
        "attribution_verb": draft.attribution_verb,
        "checkworthiness": draft.checkworthiness,
        "reasons": to_json(draft.reasons),
        "quantities": to_json(draft.quantities),
        "times": to_json(draft.times),
        "resolutions": to_json(draft.resolutions),
        "status": (ReviewStatus.OPEN if rateable else ReviewStatus.NOT_RATED).value,
    }


def insert_columns(connection: sqlite3.Connection, article_id: int, columns: dict[str, Any], origin: Origin) -> int:
    """Insert one claim inside the caller's write transaction and give its id."""
    values = {"article_id": article_id, "origin": origin.value, **columns}
    names = ", ".join(f'"{name}"' for name in values)
    holes = ", ".join("?" for _ in values)
    # Column names come from our own code, never from a user.
    cursor = connection.execute(f"INSERT INTO claims ({names}) VALUES ({holes})", tuple(values.values()))  # noqa: S608
    assert cursor.lastrowid is not None  # an INSERT that did not raise has a row id
    return cursor.lastrowid


def insert_drafts(
    connection: sqlite3.Connection,
    article_id: int,
    text: str,
    drafts: Sequence[ClaimDraft],
    duplicates: Sequence[DuplicateLink | None] = (),
) -> list[int]:
    """Store the splitter's suggestions inside the caller's write transaction and give their ids, in order.

    The suggestion itself is kept beside what people make of it. `duplicates[i]` says what draft `i` repeats.
    """
    ids: list[int] = []
    for number, draft in enumerate(drafts):
        columns = draft_columns(text, draft)
        link = duplicates[number] if duplicates else None
        if link is not None:
            columns["duplicate_of"] = ids[link.draft] if link.draft is not None else link.claim_id
        suggestion = to_json(columns)
        ids.append(insert_columns(connection, article_id, {**columns, "suggestion": suggestion}, Origin.MACHINE))
    return ids


def claim(database: Database, claim_id: int) -> Claim:
    """One claim.

    Raises:
        NotFoundError: There is no such claim, or it was dropped, or its article removed.
    """
    row = claim_row(database, claim_id)
    if row["removed_at"] is not None:
        raise NotFoundError(f"claim {claim_id} was dropped; `workbench claim restore {claim_id}` brings it back.")
    if database.value("SELECT removed_at FROM articles WHERE id = ?", (row["article_id"],)) is not None:
        raise NotFoundError(
            f"claim {claim_id} belongs to article {row['article_id']}, which was removed; adding the article again "
            "brings both back."
        )
    return claim_from(row)


def claim_row(database: Database, claim_id: int) -> Row:
    """The row of a claim, dropped or not.

    Raises:
        NotFoundError: There is no such claim.
    """
    row = database.row("SELECT * FROM claims WHERE id = ?", (claim_id,))
    if row is None:
        raise NotFoundError(f"there is no claim {claim_id}; `workbench claim list` shows the ones there are.")
    return row


def speakers(database: Database) -> list[tuple[str, int]]:
    """Whom claims are attributed to, each with the number of claims; most claims first, then by name."""
    rows = database.rows(
        "SELECT speaker, count(*) AS n FROM claims WHERE speaker IS NOT NULL AND removed_at IS NULL "
        "AND article_id IN (SELECT id FROM articles WHERE removed_at IS NULL) GROUP BY speaker ORDER BY n DESC, speaker"
    )
    return [(row["speaker"], row["n"]) for row in rows]


def removed_claims(database: Database, article_id: int | None = None) -> list[Claim]:
    """Claims that were dropped, of one article or of all, in reading order."""
    rows = database.rows(
        "SELECT * FROM claims WHERE removed_at IS NOT NULL AND (? IS NULL OR article_id = ?) "
        'ORDER BY article_id, start, "end", id',
        (article_id, article_id),
    )
    return [claim_from(row) for row in rows]


def claims(
    database: Database,
    *,
    article_id: int | None = None,
    statuses: Sequence[ReviewStatus] = (),
    kinds: Sequence[str] = (),
    min_checkworthiness: float = 0.0,
    by_worthiness: bool = False,
    with_duplicates: bool = True,
    limit: int | None = None,
    offset: int = 0,
) -> list[Claim]:
    """Claims in reading order (or most check-worthy first), filtered.

    Args:
        database: The workspace's database.
        article_id: Only this article's.
        statuses: Only these states of review; empty means all.
        kinds: Only claims of at least one of these kinds; empty means all.
        min_checkworthiness: Only claims at least this worth checking (0…1).
        by_worthiness: Most check-worthy first instead of reading order.
        with_duplicates: Whether repetitions of an earlier claim are listed too.
        limit: At most so many.
        offset: After so many.
    """
    where = ["removed_at IS NULL", "article_id IN (SELECT id FROM articles WHERE removed_at IS NULL)"]
    values: list[Any] = []
    if article_id is not None:
        where.append("article_id = ?")
        values.append(article_id)
    if statuses:
        where.append(f"status IN ({', '.join('?' for _ in statuses)})")
        values += [status.value for status in statuses]
    if kinds:
        holes = ", ".join("?" for _ in kinds)
        where.append(f"EXISTS (SELECT 1 FROM json_each(kinds) WHERE value IN ({holes}))")  # noqa: S608
        values += list(kinds)
    if min_checkworthiness > 0:
        where.append("checkworthiness >= ?")
        values.append(min_checkworthiness)
    if not with_duplicates:
        where.append("duplicate_of IS NULL")
    order = 'checkworthiness DESC, article_id, start, "end", id' if by_worthiness else 'article_id, start, "end", id'
    # Only fixed fragments and placeholders are joined here.
    sql = f"SELECT * FROM claims WHERE {' AND '.join(where)} ORDER BY {order} LIMIT ? OFFSET ?"  # noqa: S608
    return [claim_from(row) for row in database.rows(sql, (*values, -1 if limit is None else limit, offset))]
