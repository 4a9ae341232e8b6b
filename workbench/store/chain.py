"""The chain over the trail: every event holds the hash of the one before, and seals the rows it speaks of.

An event's hash is the SHA-256 of its canonical content, in which the hash of the event before stands. A seal is the
SHA-256 of a row as the event left it; the event holds one digest over its seals. So the last hash, the head, stands
for the whole record: nothing before it can be changed, dropped or put in without another head.
docs/audit-trail.md shows how to recompute all of it without this program.
"""

from __future__ import annotations

import hashlib
import itertools
import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from workbench.store.rows import must_have_stored, to_json
from workbench.store.schema_version import SCHEMA_VERSION

GENESIS = "0" * 64
"""Stands before the first event."""

GONE = ""
"""The seal of a row that is no longer there."""

EVENT_COLUMNS = (
    "id", "at", "reviewer", "action", "subject", "subject_id", "article_id", "claim_id", "before", "after", "reverses",
    "batch", "covers", "previous",
)  # fmt: skip
"""What is hashed of an event, in this order: a JSON array."""

SEALED: dict[str, tuple[str, ...]] = {
    "articles": (
        "id", "sha256", "title", "text", "url", "publisher", "author", "published", "published_guessed", "language",
        "path", "found", "raw_sha256", "added_at", "added_by", "splitter", "deadline", "version", "removed_at",
        "segments", "machine",
    ),
    "claims": (
        "id", "article_id", "start", "end", "quote", "prefix", "suffix", "text", "kinds", "speaker", "speaker_alias",
        "attribution", "attribution_verb", "checkworthiness", "reasons", "quantities", "times", "resolutions",
        "origin", "suggestion", "duplicate_of", "note", "removed_at", "media_start", "media_end",
    ),
    "sources": (
        "id", "kind", "title", "url", "archive_url", "publisher", "author", "published", "published_guessed",
        "retrieved", "language", "sha256", "text", "path", "found", "fact_check", "raw_sha256", "digest", "supersedes",
        "added_at", "added_by", "version", "removed_at", "passages", "private",
        "segments", "machine",
    ),
    "evidence": (
        "id", "claim_id", "passage_id", "state", "stance", "probability", "origin", "reviewer", "at", "note", "pinned",
        "version", "removed_at", "provenance", "cited",
    ),
    "verdicts": (
        "id", "claim_id", "reviewer", "kind", "scale_id", "rating", "value", "rationale", "evidence", "claim_text",
        "known_at", "at", "supersedes",
    ),
    "rating_scales": ("id", "name", "ratings", "added_at", "removed_at"),
    "workspace": ("key", "value"),
    "tags": ("id", "subject", "subject_id", "tag", "version", "removed_at"),
    "assignments": ("id", "subject", "subject_id", "assignee", "due", "version", "removed_at"),
    "comments": ("id", "claim_id", "reviewer", "at", "text", "version", "removed_at"),
    "saved_searches": ("id", "name", "reviewer", "query", "after", "publisher", "version", "removed_at"),
}  # fmt: skip
"""The columns of a row that its seal covers. A migration that changes what stands in one of them, or takes one away,
ends with `seal_everything`; a column that is added is either left out here or empty in the rows there are, for what is
empty is not hashed."""

NOT_SEALED = {
    "claims": {"status", "rating", "version"},  # they follow from the verdicts and acts, and are counted again
    "sources": {"superseded_by", "found_id"},  # said by the newer version, and by `found`
}

KEYS = {table: "key" if table == "workspace" else "id" for table in SEALED}

SEALING = "record.seal"
"""The act of covering all rows as they stand: what was there before the chain was, or came from an export."""

PROGRAM = "machine:workbench"
"""Who seals when no person does."""

MANY = 500
"""Rows that are asked for at once."""

SealedRow = tuple[str, int | str]
"""A table with a seal, and the key of a row."""


def sha256(text: str) -> str:
    """SHA-256 in hex of a text in UTF-8; what was read of a damaged file may hold half characters."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def event_hash(values: Sequence[Any]) -> str:
    """The hash of an event: `values` are those of `EVENT_COLUMNS`."""
    return sha256(to_json(list(values)))


def covers(seals: Iterable[tuple[str, str, str]]) -> str:
    """The digest over the seals of an event, "" where it has none: (subject, key, seal), in any order."""
    listed = sorted(seals)
    return sha256(to_json(listed)) if listed else ""


def row_seal(connection: sqlite3.Connection, table: str, key: int | str) -> str:
    """The seal of a row as it stands, `GONE` without one."""
    for _, seal in _seals(connection, table, f"WHERE t.{KEYS[table]} = ?", (key,)):
        return seal
    return GONE


def rows_seals(connection: sqlite3.Connection, table: str, keys: Iterable[int | str]) -> dict[str, str]:
    """The seals of rows as they stand, by key; those that are not there have none."""
    wanted, found = list(keys), dict[str, str]()
    for begin in range(0, len(wanted), MANY):
        part = wanted[begin : begin + MANY]
        holes = ", ".join("?" for _ in part)
        found.update(_seals(connection, table, f"WHERE t.{KEYS[table]} IN ({holes})", tuple(part)))
    return found


def table_seals(connection: sqlite3.Connection, table: str, *, numbers: bool = True) -> Iterator[tuple[str, str]]:
    """Key and seal of every row of a table as it stands.

    Without `numbers` it is the seal as it once was: that of a source did not cover the numbers of its passages.
    """
    yield from _seals(connection, table, f"ORDER BY t.{KEYS[table]}", (), numbers=numbers)


def _seals(
    connection: sqlite3.Connection, table: str, clause: str, parameters: tuple[Any, ...], *, numbers: bool = True
) -> Iterator[tuple[str, str]]:
    columns = SEALED[table]
    stored = [name for name in columns if name not in ("passages", "found") or table == "articles"]
    if connection.execute("PRAGMA user_version").fetchone()[0] < SCHEMA_VERSION:
        # on the way up from an older version: what a later migration adds is empty, and what is empty is not hashed
        there = {column[1] for column in connection.execute(f"PRAGMA table_info({table})")}
        stored = [name for name in stored if name in there]
    wanted = ", ".join(f't."{name}"' for name in stored)
    if table == "sources":
        wanted += ", f.found"
        stored.append("found")
    joined = f"{table} t" + (" LEFT JOIN findings f ON f.id = t.found_id" if table == "sources" else "")
    # Names come from the tables above, never from a user.
    cursor = connection.execute(f"SELECT {wanted} FROM {joined} {clause}", parameters)  # noqa: S608
    for values in cursor:
        row = dict(zip(stored, values, strict=True))
        key = str(row[KEYS[table]])
        if table in ("articles", "sources"):
            row["text"] = sha256(str(row["text"]))
        if table == "sources":
            pieces = _passages(connection, key)
            row["passages"] = sha256(to_json(pieces if numbers else [piece[1:] for piece in pieces]))
        yield key, seal_of(table, row)


def seal_of(table: str, row: dict[str, Any]) -> str:
    """The seal of a row: SHA-256 of a JSON object of the table's name and the sealed columns that are not NULL.

    The text of an article or source stands in it as its SHA-256, the passages of a source likewise.
    """
    content = {"table": table}
    for name in SEALED[table]:
        value = row.get(name)
        if value is not None:
            content[name] = plain(value) if isinstance(value, bytes) else value
    return sha256(to_json(content))


def plain(value: Any) -> Any:
    """A value as it is hashed: a damaged file may hold bytes where text belongs, and no text is hashed as they are."""
    return {"bytes": value.hex()} if isinstance(value, bytes) else value


def _passages(connection: sqlite3.Connection, source_id: str) -> list[list[Any]]:
    """What a seal covers of the passages of a source: their numbers too, for evidence names them by these."""
    pieces = connection.execute(
        'SELECT id, start, "end", context, hash, locator FROM passages WHERE source_id = ? ORDER BY id', (source_id,)
    ).fetchall()
    if not any(isinstance(value, bytes) for piece in pieces for value in piece):
        return [list(piece) for piece in pieces]
    return [[plain(value) for value in piece] for piece in pieces]


def last_link(connection: sqlite3.Connection) -> tuple[int, str, str]:
    """Id, time and hash of the last event; (0, "", `GENESIS`) before the first."""
    row = connection.execute("SELECT id, at, hash FROM events ORDER BY id DESC LIMIT 1").fetchone()
    return (int(row[0]), str(row[1]), str(row[2])) if row else (0, "", GENESIS)


@dataclass(frozen=True, slots=True)
class Tip:
    """Where the chain goes on: the number of the next event, and time and hash of the last one."""

    number: int
    at: str
    previous: str


def tip(connection: sqlite3.Connection) -> Tip:
    """Where the chain goes on. A number once given out is not given again: a trail that was cut off shows a gap."""
    number, at, previous, given_out = connection.execute(
        "SELECT e.id, e.at, e.hash, (SELECT seq FROM sqlite_sequence WHERE name = 'events') FROM (SELECT 1) "
        "LEFT JOIN (SELECT id, at, hash FROM events ORDER BY id DESC LIMIT 1) e"
    ).fetchone()
    return Tip(max(number or 0, given_out or 0) + 1, str(at or ""), GENESIS if number is None else str(previous))


def append(
    connection: sqlite3.Connection,
    columns: dict[str, Any],
    rows: Iterable[SealedRow],
    *,
    at_tip: Tip | None = None,
    written: Mapping[SealedRow, dict[str, Any]] | None = None,
) -> int:
    """Append one event to the chain inside the caller's write transaction, sealing rows as they stand; gives its id.

    Args:
        connection: The connection of an open write transaction.
        columns: The event's columns from `at` to `batch`.
        rows: The rows that the event is about.
        at_tip: Where the chain goes on, when the caller has asked since the last event.
        written: Rows that the caller has just written, with all their columns: they need not be read again.
    """
    known = {(table, str(key)): seal_of(table, row) for (table, key), row in (written or {}).items()}
    return append_many(connection, [columns], [list(rows)], at_tip=at_tip, known=known)


def append_many(
    connection: sqlite3.Connection,
    events: Sequence[dict[str, Any]],
    rows: Sequence[Sequence[SealedRow]],
    *,
    at_tip: Tip | None = None,
    known: Mapping[tuple[str, str], str] | None = None,
) -> int:
    """Append events one after another, with few statements however many they are; gives the id of the last.

    All rows are sealed as they stand now: no two of the events may be about the same row as it was at different times.

    Args:
        connection: The connection of an open write transaction.
        events: The columns of each from `at` to `batch`; one at least.
        rows: For each event the rows that it is about.
        at_tip: Where the chain goes on, when the caller has asked since the last event.
        known: Seals that the caller has computed, by table and key.
    """
    here = at_tip or tip(connection)
    seals = dict(known or {})
    due: dict[str, dict[str, int | str]] = {}
    for table, key in itertools.chain.from_iterable(rows):
        if (table, str(key)) not in seals:
            due.setdefault(table, {})[str(key)] = key
    for table, keys in due.items():
        there = rows_seals(connection, table, keys.values())
        seals.update(((table, key), there.get(key, GONE)) for key in keys)
    linked, sealed, previous = [], [], here.previous
    for number, (columns, about) in enumerate(zip(events, rows, strict=True), start=here.number):
        own = {(table, str(key)): seals[table, str(key)] for table, key in about}
        event = {**columns, "id": number, "previous": previous}
        event["covers"] = covers((table, key, seal) for (table, key), seal in own.items())
        previous = event["hash"] = event_hash([event[name] for name in EVENT_COLUMNS])
        linked.append(event)
        sealed += [(table, key, number, seal) for (table, key), seal in own.items()]
    insert_linked(connection, linked)
    if sealed:
        cursor = connection.executemany(
            "INSERT INTO seals (subject, subject_id, event_id, digest) VALUES (?,?,?,?)", sealed
        )
        must_have_stored(cursor, "seals", len(sealed))
    return here.number + len(linked) - 1


def insert_linked(connection: sqlite3.Connection, events: Sequence[dict[str, Any]]) -> None:
    """Store events whose hashes were computed."""
    names = (*EVENT_COLUMNS, "hash")
    cursor = connection.executemany(
        f"INSERT INTO events ({', '.join(names)}) VALUES ({', '.join('?' for _ in names)})",  # noqa: S608
        [tuple(event[name] for name in names) for event in events],
    )
    must_have_stored(cursor, "events", len(events))


def chained(events: Iterable[dict[str, Any]], previous: str = GENESIS) -> Iterator[dict[str, Any]]:
    """Events that have no links yet, in order, each with the columns that link it to the one before."""
    for event in events:
        linked = {**event, "covers": event.get("covers") or "", "previous": previous}
        previous = linked["hash"] = event_hash([linked[name] for name in EVENT_COLUMNS])
        yield linked


def is_linked(events: Iterable[dict[str, Any]]) -> bool:
    """Whether events, with their links, are a whole chain from its beginning."""
    previous = GENESIS
    for event in events:
        if event["previous"] != previous or event_hash([event[name] for name in EVENT_COLUMNS]) != event["hash"]:
            return False
        previous = event["hash"]
    return True


def seal_everything(connection: sqlite3.Connection, *, at: str, reviewer: str, after: dict[str, Any]) -> int | None:
    """Append an event that covers every row as it stands, None where there is nothing to cover."""
    # on the way up from an older version: what a later migration makes is not there yet
    there = {name for (name,) in connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")}
    rows = [
        (table, key)
        for table in SEALED
        if table in there
        for (key,) in connection.execute(f"SELECT {KEYS[table]} FROM {table} ORDER BY 1").fetchall()  # noqa: S608
    ]
    if not rows and last_link(connection)[0] == 0:
        return None
    empty = dict.fromkeys(("article_id", "claim_id", "before", "reverses", "batch"))
    columns = {"at": at, "reviewer": reviewer, "action": SEALING, "subject": "record", "subject_id": "1"}
    return append(connection, {**empty, **columns, "after": to_json(after)}, rows)


def seal_numbers(connection: sqlite3.Connection, *, at: str) -> int | None:
    """Append an event that covers every source whose seal holds but does not cover the numbers of its passages.

    A source that is not as it was sealed stays so, and is told: to seal it would vouch for what nobody looked at.
    """
    newest = "SELECT digest FROM seals WHERE subject = 'sources' AND subject_id = ? ORDER BY event_id DESC LIMIT 1"
    due: list[SealedRow] = []
    former = table_seals(connection, "sources", numbers=False)
    for (key, seal), (_, before) in zip(table_seals(connection, "sources"), former, strict=True):
        sealed = connection.execute(newest, (key,)).fetchone()
        if sealed is not None and sealed[0] == before != seal:
            due.append(("sources", key))
    if not due:
        return None
    empty = dict.fromkeys(("article_id", "claim_id", "before", "reverses", "batch"))
    columns = {"at": at, "reviewer": PROGRAM, "action": SEALING, "subject": "record", "subject_id": "1"}
    after = {"reason": "numbers of passages", "sources": len(due)}
    return append(connection, {**empty, **columns, "after": to_json(after)}, due)
