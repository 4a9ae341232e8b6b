"""Whether claims.db is whole: the questions that `doctor` asks the database."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from workbench.domain.errors import WorkspaceError
from workbench.store.acts import Act, new_batch
from workbench.store.database import Database
from workbench.store.edits import change
from workbench.store.rows import (
    CLAIMS,
    Row,
    article_from,
    claim_from,
    event_from,
    evidence_from,
    scale_from,
    source_from,
    verdict_from,
)

_RECORDS: tuple[tuple[str, Callable[[Row], object], int | str], ...] = (
    ("articles", article_from, -1),
    ("claims", claim_from, -1),
    ("evidence", evidence_from, -1),
    ("verdicts", verdict_from, -1),
    ("events", event_from, -1),
    ("rating_scales", scale_from, ""),
    ("sources", source_from, ""),
)
"""The tables whose values have a shape of their own, what reads them, and what every id is greater than."""


@dataclass(frozen=True, slots=True)
class MovedAnchor:
    """A claim whose quote does not stand at its position; `found_at` is where it stands once and only once."""

    claim_id: int
    version: int
    quote: str
    found_at: int | None


def damage(database: Database) -> list[str]:
    """What SQLite finds wrong with the file; empty when it is whole."""
    found = [str(row["integrity_check"]) for row in database.rows("PRAGMA integrity_check(20)")]
    return [line for line in found if line != "ok"]


def unreadable(database: Database) -> str:
    """What there is to say of the first record whose values were never written so; "" when all can be read."""
    for table, read, last in _RECORDS:
        # The names are those above; a page at a time, for articles and sources come with their texts.
        page = f"SELECT * FROM {table} WHERE id > ? ORDER BY id LIMIT 500"  # noqa: S608
        while rows := database.rows(page, (last,)):
            try:
                for row in rows:
                    read(row)
            except WorkspaceError as error:
                return str(error)
            last = rows[-1]["id"]
    return ""


def orphans(database: Database) -> list[str]:
    """Rows that point at rows that are not there, in words."""
    return [
        f"{row['table']} row {row['rowid']} points at a missing row of {row['parent']}"
        for row in database.rows("PRAGMA foreign_key_check")
    ]


def moved_anchors(database: Database) -> Iterator[MovedAnchor]:
    """Claims whose quote is not where their position says."""
    rows = database.rows(
        "SELECT c.id, c.version, c.quote, a.text FROM claims c JOIN articles a ON a.id = c.article_id "
        'WHERE substr(a.text, c.start + 1, c."end" - c.start) IS NOT c.quote'
    )
    for row in rows:
        text, quote = row["text"], row["quote"]
        first = text.find(quote)
        once = first >= 0 and text.find(quote, first + 1) < 0
        yield MovedAnchor(row["id"], row["version"], quote, first if once else None)


def moved_passages(database: Database) -> int:
    """How many passages do not stand in their source where their offsets say."""
    return int(
        database.value(
            "SELECT count(*) FROM passages p JOIN sources s ON s.id = p.source_id "
            'WHERE substr(s.text, p.start + 1, p."end" - p.start) IS NOT p.text'
        )
    )


def text_index_differs(database: Database) -> bool:
    """Whether the full-text index covers other passages than the ones that take part in searches."""
    live = database.value("SELECT count(*) FROM passages WHERE removed_at IS NULL")
    indexed = database.value("SELECT count(*) FROM passages_fts_docsize")
    return bool(live != indexed)


def rebuild_text_index(database: Database) -> None:
    """Make the full-text index anew from the passages that take part in searches."""
    with database.write() as connection:
        connection.execute("INSERT INTO passages_fts(passages_fts) VALUES ('delete-all')")
        connection.execute(
            "INSERT INTO passages_fts(rowid, context, text) SELECT id, context, text FROM passages "
            "WHERE removed_at IS NULL"
        )


def move_anchor(database: Database, moved: MovedAnchor, start: int, *, reviewer: str) -> None:
    """Put a claim's position where its quote stands; undo puts it back to what it was, start and end.

    Raises:
        ConflictError: The claim was changed since it was looked at.
    """
    columns = {"start": start, "end": start + len(moved.quote)}
    act = Act(reviewer, "claim.reanchor", new_batch())
    with database.write() as connection:
        change(connection, CLAIMS, moved.claim_id, columns, act, version=moved.version)
