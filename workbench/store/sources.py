"""Sources and their passages in claims.db."""

from __future__ import annotations

import hashlib
import json
import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from workbench.domain.articles import Claim
from workbench.domain.errors import NotFoundError
from workbench.domain.evidence import Passage, Source
from workbench.store.acts import Act
from workbench.store.database import Database
from workbench.store.edits import change, note, plain_insert
from workbench.store.events import moment, record
from workbench.store.findings import finding
from workbench.store.raw import Original, keep
from workbench.store.rows import SOURCES, must_have_stored, passage_from, prefixed, source_from, to_json

_KNOWN = SOURCES.selected("s", "")
"""Everything about a source but its text."""


@dataclass(frozen=True, slots=True)
class NewPassage:
    """A passage before it has an id; `context` is encoded and indexed with it."""

    start: int
    end: int
    text: str
    context: str
    hash: str
    locator: str | None


@dataclass(frozen=True, slots=True)
class KnownSource:
    """What is needed to tell a new source from one that is already there."""

    id: str
    digest: str
    title: str
    url: str | None
    removed: bool
    invented: bool = False
    """The id asked for was made here, for a newer version of another source: its maker knows nothing of it."""
    private: bool = False
    path: str | None = None


def known_sources(database: Database, ids: Sequence[str]) -> dict[str, KnownSource]:
    """The newest version of each of `ids` that exists, by the id asked for."""
    known: dict[str, KnownSource] = {}
    for begin in range(0, len(ids), 500):
        part = ids[begin : begin + 500]
        holes = ", ".join("(?)" for _ in part)
        rows = database.rows(
            f"WITH RECURSIVE asked(id) AS (VALUES {holes}), "  # noqa: S608
            "chain(asked, id) AS (SELECT id, id FROM asked UNION SELECT c.asked, s.superseded_by FROM sources s "
            "JOIN chain c ON s.id = c.id WHERE s.superseded_by IS NOT NULL) "
            "SELECT c.asked, s.id, s.digest, s.title, s.url, s.path, s.removed_at, s.private, "
            "(SELECT o.supersedes FROM sources o WHERE o.id = c.asked) IS NOT NULL AS invented "
            "FROM chain c JOIN sources s ON s.id = c.id WHERE s.superseded_by IS NULL",
            tuple(part),
        )
        for row in rows:
            known[row["asked"]] = KnownSource(
                row["id"],
                row["digest"],
                row["title"],
                row["url"],
                row["removed_at"] is not None,
                bool(row["invented"]),
                bool(row["private"]),
                row["path"],
            )
    return known


def digest_of(facts: Mapping[str, object]) -> str:
    """SHA-256 of all that makes a document this version of its source: equal digests are one version."""
    return hashlib.sha256(to_json(facts).encode("utf-8", "surrogatepass")).hexdigest()


def taken_ids(database: Database, ids: Sequence[str]) -> set[str]:
    """Those of the ids that a source has, whichever version."""
    holes = ", ".join("?" for _ in ids)
    return {row["id"] for row in database.rows(f"SELECT id FROM sources WHERE id IN ({holes})", tuple(ids))}  # noqa: S608


def insert_source(
    connection: sqlite3.Connection,
    source: Source,
    passages: Iterable[NewPassage],
    *,
    digest: str,
    found: dict[str, str] | None = None,
    original: Original | None = None,
) -> None:
    """Store a source and its passages inside the caller's write transaction.

    When `source.supersedes` names an older version, that one's passages leave the searches and it points here.

    Args:
        connection: The connection of an open `Database.write()` block.
        source: The source; its text is stored with it.
        passages: Its passages, offsets in its text.
        digest: Of everything that makes it this version (text and what is known of it): equal digests are one version.
        found: How each field was found.
        original: The bytes it was read from, when they are to be kept.
    """
    if original is not None:
        keep(connection, original)
    row = {
        **SOURCES.columns(source),
        "added_at": source.added_at or moment(connection),
        "found_id": finding(connection, found or {}),
        "raw_sha256": None if original is None else original.sha256,
        "digest": digest,
    }
    plain_insert(connection, SOURCES, row)
    pieces = [(source.id, p.start, p.end, p.text, p.context, p.hash, p.locator) for p in passages]
    if pieces:
        cursor = connection.executemany(
            'INSERT INTO passages (source_id, start, "end", text, context, hash, locator) VALUES (?,?,?,?,?,?,?)',
            pieces,
        )
        must_have_stored(cursor, "passages", len(pieces))
    if source.supersedes is not None:
        now = moment(connection)
        connection.execute("UPDATE sources SET superseded_by = ? WHERE id = ?", (source.id, source.supersedes))
        connection.execute(
            "UPDATE passages SET removed_at = ? WHERE source_id = ? AND removed_at IS NULL", (now, source.supersedes)
        )


def add_link_source(
    connection: sqlite3.Connection, source: Source, passage: NewPassage, act: Act, *, digest: str, claim: Claim
) -> None:
    """Store a quotation that a reviewer gave as a source of its own, with its event: it came for a claim."""
    insert_source(connection, source, [passage], digest=digest, found={"published": "given by the reviewer"})
    after = {"title": source.title, "url": source.url, "removed_at": None}
    note(connection, SOURCES, {"id": source.id}, act, after=after, about=claim)


def add_copied_source(
    connection: sqlite3.Connection,
    source: Source,
    passage: NewPassage,
    act: Act,
    *,
    digest: str,
    claim: Claim,
    origin: Mapping[str, str | int],
) -> None:
    """Store a passage that was copied out of a collection as a source of its own, with the event of it.

    Args:
        connection: The connection of an open `Database.write()` block.
        source: The source; its text is that of the passage.
        passage: The passage.
        act: Who copied it.
        digest: Of what makes it this version.
        claim: The claim for which it was copied.
        origin: Where it was found, which stands in the event for good.
    """
    insert_source(connection, source, [passage], digest=digest, found={"text": f"collection {origin['collection']}"})
    after = {"title": source.title, "url": source.url, "removed_at": None, "origin": dict(origin)}
    note(connection, SOURCES, {"id": source.id}, act, after=after, about=claim)


def bring_back(connection: sqlite3.Connection, source_id: str, act: Act, *, claim: Claim) -> None:
    """Put a removed source back into the searches, for the sake of a claim."""
    change(connection, SOURCES, source_id, {"removed_at": None}, act, about=claim)


def note_read(connection: sqlite3.Connection, ids: Sequence[str], reviewer: str, at: str) -> None:
    """Write the event of a batch of sources that were read in, at the moment `at`."""
    record(
        connection,
        reviewer=reviewer,
        action="evidence.add",
        subject="sources",
        subject_id=ids[0],
        after={"sources": len(ids), "first": ids[0], "last": ids[-1]},
        at=at,
        also=[("sources", source_id) for source_id in ids],
    )


def source(database: Database, source_id: str) -> Source:
    """One source with its text, also when it was removed or superseded (old verdicts point there).

    Raises:
        NotFoundError: There is no such source.
    """
    row = database.row("SELECT * FROM sources WHERE id = ?", (source_id,))
    if row is None:
        raise NotFoundError(f"there is no source {source_id!r}; `workbench evidence list` shows the ones there are.")
    return source_from(row)


def found_of(database: Database, source_id: str) -> dict[str, str]:
    """How each field of a source was found, by its name."""
    value = database.value(
        "SELECT f.found FROM sources s JOIN findings f ON f.id = s.found_id WHERE s.id = ?", (source_id,)
    )
    return json.loads(value) if value else {}


def versions_of(database: Database, source_id: str) -> list[Source]:
    """A source with all its older and newer versions, oldest first, texts included.

    Raises:
        NotFoundError: There is no such source.
    """
    first = source(database, source_id)
    while first.supersedes is not None:
        first = source(database, first.supersedes)
    found = [first]
    while (newer := database.value("SELECT superseded_by FROM sources WHERE id = ?", (found[-1].id,))) is not None:
        found.append(source(database, newer))
    return found


def newest_version(database: Database, source_id: str) -> tuple[str, str | None]:
    """The id of the newest version of a source, and when that was removed; None while it is searched.

    Raises:
        NotFoundError: There is no such source.
    """
    newest = versions_of(database, source_id)[-1].id
    return newest, database.value("SELECT removed_at FROM sources WHERE id = ?", (newest,))


def private_sources(database: Database) -> list[tuple[Source, list[Passage]]]:
    """The sources that are marked private, removed and superseded ones too, with their texts and passages."""
    rows = database.rows("SELECT * FROM sources WHERE private = 1 ORDER BY rowid")
    return [(source_from(row), passages_of(database, row["id"])) for row in rows]


def public_names(database: Database) -> set[str]:
    """Publishers, authors and addresses that sources that are not private, or articles, have."""
    found: set[str] = set()
    for table, where in (("sources", "private IS NOT 1"), ("articles", "1")):
        for column in ("publisher", "author", "url"):
            rows = database.rows(f"SELECT DISTINCT {column} AS name FROM {table} WHERE {where} AND {column} <> ''")  # noqa: S608
            found.update(row["name"] for row in rows)
    return found


def edit_source(
    connection: sqlite3.Connection,
    source_id: str,
    act: Act,
    *,
    title: str,
    private: bool,
    about: Claim | None = None,
) -> bool:
    """Give a source another title, mark it private or take that back; False when it is so already."""
    wanted = {"title": title, "private": int(private)}
    row = connection.execute("SELECT title, private FROM sources WHERE id = ?", (source_id,)).fetchone()
    stands = {"title": row[0], "private": int(row[1] or 0)}
    columns = {name: value for name, value in wanted.items() if stands[name] != value}
    return bool(columns) and change(connection, SOURCES, source_id, columns, act, about=about)


def sources(database: Database, *, limit: int | None = None, offset: int = 0) -> list[tuple[Source, int]]:
    """Current sources without their texts, oldest first, each with its number of passages."""
    rows = database.rows(
        f"SELECT {_KNOWN}, (SELECT count(*) FROM passages p WHERE p.source_id = s.id AND p.removed_at IS NULL) "  # noqa: S608
        "AS passages FROM sources s WHERE s.removed_at IS NULL AND s.superseded_by IS NULL "
        "ORDER BY s.rowid LIMIT ? OFFSET ?",
        (-1 if limit is None else limit, offset),
    )
    return [(source_from(row), row["passages"]) for row in rows]


def sources_of_passages(database: Database, passage_ids: Sequence[int]) -> dict[int, tuple[Passage, Source]]:
    """Passages with their sources (texts of the sources left out), by passage id; unknown ids are left out."""
    found: dict[int, tuple[Passage, Source]] = {}
    columns = SOURCES.selected("s", "s_")
    for begin in range(0, len(passage_ids), 500):
        part = passage_ids[begin : begin + 500]
        rows = database.rows(
            f"SELECT p.*, {columns} FROM passages p JOIN sources s ON s.id = p.source_id "  # noqa: S608
            f"WHERE p.id IN ({', '.join('?' for _ in part)})",
            tuple(part),
        )
        for row in rows:
            found[row["id"]] = (passage_from(row), source_from(prefixed(row, "s_")))
    return found


def passages_of(database: Database, source_id: str) -> list[Passage]:
    """The passages of a source, in reading order, also when they left the searches."""
    rows = database.rows('SELECT * FROM passages WHERE source_id = ? ORDER BY start, "end", id', (source_id,))
    return [passage_from(row) for row in rows]


def counts(database: Database) -> tuple[int, int]:
    """Current sources, and passages that take part in searches."""
    current = database.value("SELECT count(*) FROM sources WHERE removed_at IS NULL AND superseded_by IS NULL")
    live = database.value("SELECT count(*) FROM passages WHERE removed_at IS NULL")
    return int(current), int(live)


def passages_stamp(database: Database) -> tuple[int, int]:
    """Other whenever the number of passages that take part in searches is: told at once, counting takes a while.

    Passages are never deleted, so that the highest id tells of new ones; an index holds those that have left.
    """
    newest = database.value("SELECT coalesce(max(id), 0) FROM passages")
    left = database.value("SELECT count(*) FROM passages WHERE removed_at IS NOT NULL")
    return int(newest), int(left)


def remove_source(database: Database, source_id: str, *, reviewer: str) -> int:
    """Take a source out of the searches; verdicts that cite it keep it. Gives the number of passages removed.

    Raises:
        NotFoundError: There is no such current source.
    """
    with database.write() as connection:
        now = moment(connection)
        row = connection.execute("SELECT removed_at, superseded_by FROM sources WHERE id = ?", (source_id,)).fetchone()
        if row is not None and row[1] is not None:
            newest, removed = newest_version(database, source_id)
            told = f"the newest, {newest!r}, was removed" if removed else f"the newest is {newest!r}"
            raise NotFoundError(f"{source_id!r} is an earlier version and searched no more; {told}.")
        if row is None or row[0] is not None:
            raise NotFoundError(
                f"there is no source {source_id!r}; `workbench evidence list` shows the ones there are."
            )
        connection.execute("UPDATE sources SET removed_at = ?, version = version + 1 WHERE id = ?", (now, source_id))
        cursor = connection.execute(
            "UPDATE passages SET removed_at = ? WHERE source_id = ? AND removed_at IS NULL", (now, source_id)
        )
        record(
            connection,
            reviewer=reviewer,
            action="source.remove",
            subject="sources",
            subject_id=source_id,
            before={"removed_at": None},
            after={"removed_at": now},
        )
        return cursor.rowcount


def publisher_names(database: Database) -> list[str]:
    """The publishers of the sources that are there, in the order of their names."""
    rows = database.tuples(
        "SELECT DISTINCT publisher FROM sources WHERE removed_at IS NULL AND publisher IS NOT NULL AND publisher <> '' "
        "ORDER BY publisher"
    )
    return [row[0] for row in rows]
