"""Whether the record is as the program wrote it: the chain of events, its seals, and what stands now, recomputed.

Everything is read as it lies in the file, also where it is no text any more, and every check runs whatever the others
found: a damaged hash must not hide a changed verdict.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing
from typing import Any

from workbench.domain.errors import WorkspaceError
from workbench.domain.review import Event, Verdict
from workbench.store import chain, checks
from workbench.store.database import Database
from workbench.store.rows import VERDICTS
from workbench.store.verdicts import due_columns

_NAMES = {
    "articles": "article",
    "claims": "claim",
    "evidence": "evidence",
    "sources": "source",
    "verdicts": "verdict",
    "rating_scales": "rating scale",
    "workspace": "setting",
    "tags": "tag",
    "assignments": "assignment",
    "comments": "comment",
    "saved_searches": "saved search",
}
_NOT_OURS = {
    ("table", name)
    for name in (
        *("sqlite_sequence", "sqlite_stat1", "sqlite_stat4", "_sqlite_migrations"),
        *(f"passages_fts_{part}" for part in ("data", "idx", "docsize", "config")),
    )
}
"""Tables that SQLite, its text search and the library of the migrations make for themselves."""
LITESTREAM = {
    ("table", "_litestream_seq"): "CREATE TABLE _litestream_seq (id INTEGER PRIMARY KEY, seq INTEGER)",
    ("table", "_litestream_lock"): "CREATE TABLE _litestream_lock (id INTEGER)",
}
"""Tables that Litestream makes in a database it replicates, for itself, to the letter."""

TOLD = ("claim_id", "reviewer", "kind", "scale_id", "rating", "value", "known_at", "at", "supersedes")
"""Columns of a verdict that a report tells as they are, whatever it holds back."""

_DERIVED = frozenset({"version", "status", "rating"})


def flaws(database: Database) -> Iterator[str]:
    """Everything about the record that is not as the program writes it, in words that say where."""
    with database.as_it_lies() as connection:
        for check in (_schema, _chain, _seals, _rows, _trail, _people):
            try:
                yield from check(connection)
            except sqlite3.DatabaseError as error:
                yield f"a part of the record cannot be read: {' '.join(str(error).split())}"
    for look in (_passages, _originals, _reviews):
        try:
            yield from look(database)
        except sqlite3.DatabaseError as error:
            yield f"a part of the record cannot be read: {' '.join(str(error).split())}"


def head(database: Database) -> tuple[int, str, str]:
    """Id, time and hash of the last event; (0, "", zeros) without one."""
    return chain.last_link(database.connection.conn)


def event_of_hash(database: Database, wanted: str) -> tuple[int, str] | None:
    """Id and time of the event with this hash, None when the record holds no such event."""
    row = database.row("SELECT id, at FROM events WHERE hash = ?", (wanted,))
    return None if row is None else (row["id"], row["at"])


def changed_imports(database: Database) -> list[int]:
    """The events that imported an export which said other than its own events."""
    sealing = "action = ? AND json_valid(after) AND json_extract(after, '$.flaws') > 0"
    return [row["id"] for row in database.rows(f"SELECT id FROM events WHERE {sealing}", (chain.SEALING,))]  # noqa: S608


def told_otherwise(database: Database, events: Iterable[Event], verdicts: Iterable[Verdict]) -> Iterator[str]:
    """What a report tells of events and verdicts that this record holds otherwise, or not at all."""
    for event in events:
        row = database.row("SELECT hash FROM events WHERE id = ?", (event.id,))
        if row is None or row["hash"] != event.hash:
            yield f"event {event.id} is another one here"
    names = ", ".join(TOLD)
    for verdict in verdicts:
        row = database.row(f"SELECT {names} FROM verdicts WHERE id = ?", (verdict.id,))  # noqa: S608
        told = VERDICTS.columns(verdict)
        if other := "that it is there" if row is None else ", ".join(one for one in TOLD if row[one] != told[one]):
            yield f"verdict {verdict.id} is another one here: {other}"


def _schema(connection: sqlite3.Connection) -> Iterator[str]:
    """Tables, indexes and triggers against those that the program makes."""
    there, (due, upgrades) = _objects(connection), _made()
    for kind, name in sorted(due.keys() | there.keys()):
        if (kind, name) not in there:
            yield f"the {kind} {name} is missing"
        elif (kind, name) not in due and there[kind, name] != LITESTREAM.get((kind, name)):
            yield f"the {kind} {name} is not of this program"
        elif (kind, name) in due and there[kind, name] != due[kind, name]:
            yield f"the {kind} {name} is not as this program makes it"
    if _upgrades(connection) != upgrades:
        yield "the list of upgrades is not the one that this program writes"


def _upgrades(connection: sqlite3.Connection) -> list[tuple[str, str]]:
    """What the library of the migrations notes of those that were done; it looks there for what is left to do."""
    return connection.execute("SELECT migration_set, name FROM _sqlite_migrations ORDER BY 1, 2").fetchall()


def _objects(connection: sqlite3.Connection) -> dict[tuple[str, str], str]:
    rows = connection.execute("SELECT name, type, sql FROM sqlite_schema")
    return {
        (str(kind), str(name)): " ".join(str(sql or "").split())
        for name, kind, sql in rows
        if (kind, name) not in _NOT_OURS and not (kind == "index" and sql is None)  # that of a key or UNIQUE
    }


def _made() -> tuple[dict[tuple[str, str], str], list[tuple[str, str]]]:
    """Tables, indexes and triggers as this program makes them, and the upgrades that lead there."""
    from sqlite_utils import Database as Tables

    from workbench.store.migrations import migrations

    with closing(sqlite3.connect(":memory:", isolation_level=None)) as connection:
        migrations.apply(Tables(connection, execute_plugins=False))
        return _objects(connection), _upgrades(connection)


def _chain(connection: sqlite3.Connection) -> Iterator[str]:
    """Every hash recomputed, every event linked to the one before, no number left out."""
    columns = ", ".join(chain.EVENT_COLUMNS)
    last, previous, count = 0, chain.GENESIS, 0
    gaps: list[str] = []
    for row in connection.execute(f"SELECT {columns}, hash FROM events ORDER BY id"):  # noqa: S608
        event = dict(zip((*chain.EVENT_COLUMNS, "hash"), row, strict=True))
        number = event["id"]
        if number != last + 1:
            gaps.append(f"event {number} follows event {last}: what was between them is missing")
        if event["action"] == chain.SEALING and _says(event["after"], "events") == count:
            gaps.clear()  # what came from elsewhere, or before there was a chain, is counted, not numbered through
        if chain.event_hash([chain.plain(event[name]) for name in chain.EVENT_COLUMNS]) != event["hash"]:
            yield f"event {number} is not as it was written: its hash is another"
        if event["previous"] != previous:
            yield f"event {number} is not linked to the event before it ({last or 'the beginning'})"
        last, previous, count = number, event["hash"], count + 1
    yield from gaps
    given_out = connection.execute("SELECT seq FROM sqlite_sequence WHERE name = 'events'").fetchone()
    if given_out is None and last:
        yield "the number of events that were written is gone: whether the trail was cut off cannot be told"
    elif given_out is not None and given_out[0] != last:
        yield f"the trail was cut off: {given_out[0]} events were written, the last one there is event {last}"


def _says(after: Any, name: str) -> Any:
    try:
        return json.loads(after)[name]
    except (ValueError, TypeError, KeyError):
        return None


def _seals(connection: sqlite3.Connection) -> Iterator[str]:
    """The digest over the seals of each event."""
    seals = connection.execute("SELECT event_id, subject, subject_id, digest FROM seals ORDER BY event_id")
    waiting = seals.fetchone()
    missing: list[str] = []
    for number, covers, action, after in connection.execute(
        "SELECT id, covers, action, CASE action WHEN 'record.seal' THEN after END FROM events ORDER BY id"
    ):
        if action == chain.SEALING and _says(after, "reason") == "import":
            missing.clear()  # the seals of what came from elsewhere stayed there; all rows are sealed here again
        mine = []
        while waiting is not None and waiting[0] <= number:
            if waiting[0] == number:
                mine.append((str(waiting[1]), str(waiting[2]), str(waiting[3])))
            else:
                yield f"a seal of {waiting[1]} {waiting[2]} names event {waiting[0]}, which is not there"
            waiting = seals.fetchone()
        if covers != chain.covers(mine) and not (not mine and covers):
            yield f"the seals of event {number} are not as they were written"
        elif covers and not mine:
            missing.append(f"the seals of event {number} are missing")
    yield from missing
    while waiting is not None:
        yield f"a seal of {waiting[1]} {waiting[2]} names event {waiting[0]}, which is not there"
        waiting = seals.fetchone()


def _rows(connection: sqlite3.Connection) -> Iterator[str]:
    """Every row against its last seal."""
    newest = "SELECT digest, event_id FROM seals WHERE subject = ? AND subject_id = ? ORDER BY event_id DESC LIMIT 1"
    for table, name in _NAMES.items():
        there = set()
        for key, seal in chain.table_seals(connection, table):
            there.add(key)
            sealed = connection.execute(newest, (table, key)).fetchone()
            if sealed is None:
                yield f"{name} {key} is covered by no event"
            elif sealed[0] != seal:
                yield f"{name} {key} is not as event {sealed[1]} left it"
        for key, number in connection.execute(
            "SELECT subject_id, max(event_id) FROM seals WHERE subject = ? GROUP BY subject_id", (table,)
        ):
            if str(key) not in there and connection.execute(newest, (table, key)).fetchone()[0] != chain.GONE:
                yield f"{name} {key} is missing: event {number} left it there"


def _trail(connection: sqlite3.Connection) -> Iterator[str]:
    """What stands now against what the events say they wrote: the only witness of a time before the chain."""
    said: dict[tuple[str, str], dict[str, Any]] = {}
    for number, subject, key, after in connection.execute(
        "SELECT id, subject, subject_id, after FROM events ORDER BY id"
    ):
        if subject in chain.SEALED and after is not None:
            try:
                columns = json.loads(after)
            except ValueError:
                yield f"event {number} cannot be read"
                continue
            if isinstance(columns, dict):
                last = said.setdefault((subject, str(key)), {})
                last.update({name: (value, number) for name, value in columns.items()})
    for table, name in _NAMES.items():
        wanted = [column for column in chain.SEALED[table] if column not in ("passages", "found", "text")]
        if table == "claims":
            wanted.append("text")
        names = ", ".join(f'"{column}"' for column in wanted)
        for row in connection.execute(f"SELECT {names} FROM {table}"):  # noqa: S608
            values = dict(zip(wanted, row, strict=True))
            key = str(values[chain.KEYS[table]])
            for column, (value, number) in said.get((table, key), {}).items():
                derived = column in _DERIVED and table != "verdicts"
                if column in values and not derived and chain.plain(values[column]) != value:
                    yield f"{name} {key} says other than event {number} wrote: {column}"


def _people(connection: sqlite3.Connection) -> Iterator[str]:
    """The names that events add, and those that verdicts give, against the list of reviewers.

    One that no event gives is harmless: somebody asked for what was so already. No list tells it.
    """
    judged = {str(name) for (name,) in connection.execute("SELECT DISTINCT reviewer FROM verdicts")}
    added = {
        str(name): number
        for name, number in connection.execute("SELECT subject_id, id FROM events WHERE subject = 'reviewers'")
    }
    there = {str(name) for (name,) in connection.execute("SELECT name FROM reviewers")}
    for name in sorted((added.keys() | judged) - there):
        yield f"reviewer {name} is missing: {f'event {added[name]} added' if name in added else 'verdicts name'} them"


def _passages(database: Database) -> Iterator[str]:
    """Every passage against the text of its source, its own digest, and whether its source takes part in searches."""
    for number in checks.moved_passages(database):
        yield f"passage {number} is not what stands in its source"
    with database.as_it_lies() as connection:
        for (number,) in connection.execute(checks.OUT_OF_STEP):
            yield f"passage {number} takes part in searches otherwise than its source"


def _originals(database: Database) -> Iterator[str]:
    """The bytes that articles and sources were read from, where they were kept."""
    for digest in checks.changed_originals(database):
        yield f"the original bytes {digest} are not those that were read"
    with database.as_it_lies() as connection:
        for table in ("articles", "sources"):
            for (key,) in connection.execute(
                f"SELECT id FROM {table} WHERE raw_sha256 IS NOT NULL AND raw_sha256 NOT IN (SELECT sha256 FROM raw)"  # noqa: S608
            ):
                yield f"the original bytes of {_NAMES[table]} {key} were kept, and are missing"


def _reviews(database: Database) -> Iterator[str]:
    """Status and rating of every claim against the verdicts and acts they follow from."""
    try:
        rows = database.rows("SELECT id, status, rating FROM claims WHERE removed_at IS NULL ORDER BY id")
    except WorkspaceError as error:
        yield str(error)
        return
    for row in rows:
        try:
            due = due_columns(database, row["id"])
        except WorkspaceError as error:
            yield f"claim {row['id']}: {error}"
            continue
        for name in ("status", "rating"):
            if row[name] != due[name]:
                yield f"claim {row['id']} says {name} {row[name]!r}; by its verdicts it is {due[name]!r}"
