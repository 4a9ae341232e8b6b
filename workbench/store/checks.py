"""Whether claims.db is whole: the questions that `doctor` asks the database."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import zip_longest

from workbench.domain.errors import WorkspaceError
from workbench.domain.passages import passage_hash
from workbench.store import chain, raw
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

OUT_OF_STEP = (
    "SELECT p.id FROM passages p JOIN sources s ON s.id = p.source_id "
    "WHERE (p.removed_at IS NULL) <> (s.removed_at IS NULL AND s.superseded_by IS NULL)"
)
"""Passages that take part in searches though their source does not, or the other way."""


@dataclass(frozen=True, slots=True)
class MovedAnchor:
    """A claim whose quote does not stand at its position; `found_at` is where it stands once and only once."""

    claim_id: int
    version: int
    quote: str
    found_at: int | None


def damage(database: Database) -> list[str]:
    """What SQLite finds wrong with the file; empty when it is whole."""
    with database.as_it_lies() as connection:
        found = [" ".join(str(line).split()) for (line,) in connection.execute("PRAGMA integrity_check(20)")]
    return [line for line in found if line != "ok"]


def bytes_for_text(database: Database) -> list[str]:
    """The columns of text that hold bytes somewhere, each in a sentence."""
    found = []
    with database.as_it_lies() as connection:
        named = connection.execute(
            "SELECT m.name, c.name FROM sqlite_master m, pragma_table_info(m.name) c "
            "WHERE m.type = 'table' AND upper(c.type) = 'TEXT' ORDER BY 1, 2"
        ).fetchall()
        for table, column in named:
            # The names are those of the file itself, quoted as SQL has it.
            quoted = [str(name).replace('"', '""') for name in (column, table)]
            asked = 'SELECT 1 FROM "{1}" WHERE typeof("{0}") = \'blob\' LIMIT 1'.format(*quoted)  # noqa: S608
            if connection.execute(asked).fetchone():
                found.append(f"the column {column} of {table} holds bytes where text belongs")
    return found


def unreadable(database: Database) -> Iterator[str]:
    """What there is to say of every record whose values were never written so."""
    with database.as_it_lies() as connection:
        for table, read, last in _RECORDS:
            # The names are those above; a page at a time, for articles and sources come with their texts.
            page = f"SELECT * FROM {table} WHERE id > ? ORDER BY id LIMIT 500"  # noqa: S608
            while rows := _rows(connection, page, (last,)):
                for row in rows:
                    try:
                        read(row)
                    except WorkspaceError as error:
                        yield str(error).encode("utf-8", "replace").decode()
                    if torn := [name for name, value in row.items() if isinstance(value, str) and not _is_text(value)]:
                        yield f"the {table} row {_shown(row['id'])} holds bytes that are no text: {', '.join(torn)}"
                last = rows[-1]["id"]


def _rows(connection: sqlite3.Connection, sql: str, parameters: tuple[object, ...] = ()) -> list[Row]:
    cursor = connection.execute(sql, parameters)
    names = [column[0] for column in cursor.description]
    return [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]


def _is_text(value: str) -> bool:
    return value.isascii() or not any("\ud800" <= character <= "\udfff" for character in value)


def _shown(value: object) -> str:
    return str(value).encode("utf-8", "replace").decode()


def orphans(database: Database) -> list[str]:
    """Rows that point at rows that are not there, in words."""
    with database.as_it_lies() as connection:
        return [
            f"{table} row {number} points at a missing row of {parent}"
            for table, number, parent, _ in connection.execute("PRAGMA foreign_key_check")
        ]


def changed_articles(database: Database) -> list[str]:
    """Ids of articles whose text is not the one that was stored: its digest is another."""
    with database.as_it_lies() as connection:
        return [
            _shown(number)
            for number, digest, text in connection.execute("SELECT id, sha256, text FROM articles ORDER BY id")
            if chain.sha256(str(text)) != digest
        ]


def changed_originals(database: Database) -> list[str]:
    """Digests of original bytes that are kept and are no longer what they were."""
    with database.as_it_lies() as connection:
        return [
            _shown(digest)
            for digest, content, size in connection.execute("SELECT sha256, content, bytes FROM raw ORDER BY sha256")
            if not raw.is_whole(digest, content, size)
        ]


def moved_anchors(database: Database) -> Iterator[MovedAnchor]:
    """Claims whose quote is not where their position says. Each article is read once."""
    with database.as_it_lies() as connection:
        for number, text in connection.execute("SELECT id, text FROM articles ORDER BY id"):
            claims = connection.execute(
                'SELECT id, version, start, "end", quote FROM claims WHERE article_id = ? ORDER BY id', (number,)
            )
            for claim_id, version, start, end, quote in claims:
                if _slice(text, start, end) != quote:
                    first = text.find(quote)
                    once = first >= 0 and text.find(quote, first + 1) < 0
                    yield MovedAnchor(claim_id, version, quote, first if once else None)


def moved_passages(database: Database) -> Iterator[int]:
    """Ids of passages that are not what stands in their source, or not what their digest says. Each source once."""
    with database.as_it_lies() as connection:
        for key, text in connection.execute("SELECT id, text FROM sources"):
            pieces = connection.execute(
                'SELECT id, start, "end", text, context, hash FROM passages WHERE source_id = ?', (key,)
            )
            for number, start, end, words, context, digest in pieces:
                if _slice(text, start, end) != words or passage_hash(str(context), str(words)) != digest:
                    yield number


def _slice(text: object, start: object, end: object) -> str | None:
    if isinstance(text, str) and isinstance(start, int) and isinstance(end, int) and 0 <= start <= end:
        return text[start:end]
    return None


def contradictions(database: Database) -> Iterator[str]:
    """Passages that take part in searches though their source does not, or the other way; versions that do not fit."""
    with database.as_it_lies() as connection:
        (count,) = connection.execute(f"SELECT count(*) FROM ({OUT_OF_STEP})").fetchone()  # noqa: S608
        if count:
            yield f"{count:,} passages take part in searches otherwise than their sources"
        for key, newer in connection.execute(
            "SELECT s.id, s.superseded_by FROM sources s WHERE s.superseded_by IS NOT NULL AND NOT EXISTS "
            "(SELECT 1 FROM sources n WHERE n.id = s.superseded_by AND n.supersedes = s.id)"
        ):
            yield f"source {_shown(key)} names {_shown(newer)} as its newer version, which knows nothing of it"
        for key, older in connection.execute(
            "SELECT n.id, n.supersedes FROM sources n JOIN sources s ON s.id = n.supersedes "
            "WHERE s.superseded_by IS NOT n.id"
        ):
            yield f"source {_shown(key)} is the newer version of {_shown(older)}, which knows nothing of it"
        (given_out,) = connection.execute(
            "SELECT coalesce(max(seq), 0) FROM sqlite_sequence WHERE name = 'verdicts'"
        ).fetchone()
        (last,) = connection.execute("SELECT coalesce(max(id), 0) FROM verdicts").fetchone()
        if given_out != last:
            yield f"{given_out} verdicts were given, the last one there is verdict {last}"


def text_index_differs(database: Database) -> bool:
    """Whether the full-text index holds other words than the passages that take part in searches."""
    with database.as_it_lies() as connection:
        live = connection.execute("SELECT count(*) FROM passages WHERE removed_at IS NULL").fetchone()
        if live != connection.execute("SELECT count(*) FROM passages_fts_docsize").fetchone():
            return True
        connection.execute("ROLLBACK")
        (definition,) = connection.execute("SELECT sql FROM sqlite_schema WHERE name = 'passages_fts'").fetchone()
        tokenizer = definition[definition.index("tokenize=") :]
        connection.execute(f"CREATE VIRTUAL TABLE temp.fresh USING fts5(context, text, content='', {tokenizer}")
        connection.execute(
            "INSERT INTO temp.fresh(rowid, context, text) SELECT id, context, text FROM passages "
            "WHERE removed_at IS NULL"
        )
        for name, schema, table in (("there", "main", "passages_fts"), ("due", "temp", "fresh")):
            connection.execute(f"CREATE VIRTUAL TABLE temp.{name} USING fts5vocab('{schema}', '{table}', 'instance')")
        streams = (connection.execute(f"SELECT term, doc, col, offset FROM temp.{name}") for name in ("there", "due"))  # noqa: S608
        differs = any(one != other for one, other in zip_longest(*streams))
        if differs:
            return True
        sizes = "SELECT id, sz FROM {} ORDER BY id"
        pair = (connection.execute(sizes.format(name)) for name in ("passages_fts_docsize", "temp.fresh_docsize"))
        return any(one != other for one, other in zip_longest(*pair))


def rebuild_text_index(database: Database) -> None:
    """Make the full-text index again from the passages that take part in searches."""
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
