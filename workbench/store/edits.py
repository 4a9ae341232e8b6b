"""Changing rows that people edit: version checked, event written, and each event reversible."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from workbench.domain.articles import Claim
from workbench.domain.errors import ConflictError, NotFoundError
from workbench.domain.review import Event
from workbench.store.database import Database
from workbench.store.events import moment, record, taken_back

_KEYS = {
    "articles": "id",
    "claims": "id",
    "evidence": "id",
    "sources": "id",
    "rating_scales": "id",
    "workspace": "key",
}
_WORDS = {"articles": "article", "claims": "claim", "evidence": "evidence", "sources": "source", "workspace": "setting"}
_OF_ARTICLE = "article_id = ?1 OR claim_id IN (SELECT id FROM claims WHERE article_id = ?1)"
"""Older events do not all name the article of their claim."""


@dataclass(frozen=True, slots=True)
class Act:
    """What the events of one act have in common: who did it, what it was, and the batch that undo takes back whole."""

    reviewer: str
    action: str
    batch: str


def insert(
    connection: sqlite3.Connection,
    table: str,
    columns: dict[str, Any],
    act: Act,
    *,
    article_id: int | None = None,
    claim_id: int | None = None,
) -> int:
    """Insert a row with a number for its id, and write the event; gives the id.

    `claim_id` may be left out for a row of `claims` itself.
    """
    names = ", ".join(f'"{name}"' for name in columns)
    holes = ", ".join("?" for _ in columns)
    # Table and column names come from our own code, never from a user.
    cursor = connection.execute(
        f"INSERT INTO {table} ({names}) VALUES ({holes})",  # noqa: S608
        tuple(columns.values()),
    )
    row_id = cursor.lastrowid
    assert row_id is not None  # an INSERT that did not raise has a row id
    record(
        connection,
        reviewer=act.reviewer,
        action=act.action,
        subject=table,
        subject_id=row_id,
        article_id=article_id,
        claim_id=row_id if table == "claims" else claim_id,
        after=columns,
        batch=act.batch,
    )
    return row_id


def record_insert(
    connection: sqlite3.Connection, table: str, key: str, columns: dict[str, Any], act: Act, *, claim: Claim
) -> None:
    """Write the event of a row with a name for its id that was just inserted for a claim."""
    record(
        connection,
        reviewer=act.reviewer,
        action=act.action,
        subject=table,
        subject_id=key,
        article_id=claim.article_id,
        claim_id=claim.id,
        after=columns,
        batch=act.batch,
    )


def change(
    connection: sqlite3.Connection,
    table: str,
    key: int | str,
    columns: dict[str, Any],
    act: Act,
    *,
    version: int | None = None,
    article_id: int | None = None,
    claim_id: int | None = None,
) -> bool:
    """Write columns of a row, raise its version and write the event; False when they already are as wanted.

    Args:
        connection: The connection of an open `Database.write()` block.
        table: A table with a `version` column.
        key: The row's key.
        columns: The columns to write.
        act: Who does what.
        version: The version the caller read; None writes whatever stands.
        article_id: The article the row belongs to, where there is one.
        claim_id: The claim the row belongs to, where there is one.

    Raises:
        NotFoundError: There is no such row.
        ConflictError: The row has another version than the caller read.
    """
    row = _row(connection, table, key)
    if row is None:
        raise NotFoundError(f"there is no {_WORDS.get(table, table)} {key}.")
    check_version(connection, table, row, version, columns)
    before = {name: row[name] for name, value in columns.items() if row[name] != value}
    if not before:
        return False
    after = {name: columns[name] for name in before}
    _update(connection, table, key, after)
    if table == "sources" and "removed_at" in after:
        _passages_follow(connection, str(key), after["removed_at"])
    record(
        connection,
        reviewer=act.reviewer,
        action=act.action,
        subject=table,
        subject_id=key,
        article_id=article_id,
        claim_id=claim_id,
        before=before,
        after=after,
        batch=act.batch,
    )
    return True


def check_version(
    connection: sqlite3.Connection, table: str, row: dict[str, Any], version: int | None, columns: dict[str, Any]
) -> None:
    """Refuse to write over a change that the caller has not seen.

    Raises:
        ConflictError: With the columns as the caller wants them and as they stand.
    """
    if version is None or row["version"] == version:
        return
    key = row[_KEYS[table]]
    who = connection.execute(
        "SELECT reviewer FROM events WHERE id = (SELECT max(id) FROM events WHERE subject = ? AND subject_id = ?)",
        (table, str(key)),
    ).fetchone()
    by = f" by {who[0]}" if who else ""
    raise ConflictError(
        f"{_WORDS.get(table, table)} {key} was changed{by} after you read it; nothing was written. Look again, "
        "then repeat your change.",
        mine=_in_words(columns),
        theirs=_in_words({name: row[name] for name in columns}),
    )


def reverse(database: Database, event: Event, act: Act) -> None:
    """Take one event back inside the caller's write transaction, by writing its `before` and a reversing event.

    Verdicts and acts of review are no rows to write back: the reversing event alone withdraws them.

    Raises:
        ConflictError: The row is no longer as the event left it, or others went on working with it.
    """
    with database.write() as connection:
        before: dict[str, Any] | None
        after: dict[str, Any] | None
        if event.subject not in _KEYS:
            before, after = event.after, event.before
        else:
            before, after = _write_back(database, connection, event)
        record(
            connection,
            reviewer=act.reviewer,
            action=act.action,
            subject=event.subject,
            subject_id=event.subject_id,
            article_id=event.article_id,
            claim_id=event.claim_id,
            before=before,
            after=after,
            reverses=event.id,
            batch=act.batch,
        )


def _write_back(
    database: Database, connection: sqlite3.Connection, event: Event
) -> tuple[dict[str, Any] | None, dict[str, Any] | None]:
    table, key = event.subject, event.subject_id
    row = _row(connection, table, key)
    names = {column[1] for column in connection.execute(f"PRAGMA table_info({table})")}
    expected = {name: value for name, value in (event.after or {}).items() if name in names}
    changed = {} if row is None else {name: row[name] for name, value in expected.items() if row[name] != value}
    if (row is None) != (event.after is None) or changed:
        raise ConflictError(
            f"{_WORDS.get(table, table)} {key} was changed again since; look at `workbench history`, "
            "and mend it by hand.",
            mine=_in_words({name: (event.before or {}).get(name) for name in changed}),
            theirs=_in_words(changed),
        )
    was = None if event.before is None else before_of(event, row or {})
    if was is not None and not names.intersection(was):
        # An imported trail may tell of a table that never was.
        raise ConflictError(f"event {event.id} names nothing that could be put back; mend it by hand.")
    if "removed_at" in names and (event.before is None or event.before.get("removed_at") is not None):
        _refuse_if_others_worked_on_it(database, event)
    if event.before is None and "removed_at" in names:
        assert row is not None  # a row that came into being and is as it was then
        before, after = {"removed_at": row["removed_at"]}, {"removed_at": moment(connection)}
        _update(connection, table, key, after)
    elif event.before is None:
        before, after = dict(expected), None
        connection.execute(f"DELETE FROM {table} WHERE {_KEYS[table]} = ?", (key,))  # noqa: S608
    elif row is None:
        before, after = None, {name: value for name, value in (was or {}).items() if name in names}
        marks = ", ".join("?" for _ in after)
        connection.execute(
            f"INSERT INTO {table} ({', '.join(after)}) VALUES ({marks})",  # noqa: S608
            tuple(after.values()),
        )
    else:
        after = {name: value for name, value in (was or {}).items() if name in names}
        before = {name: row[name] for name in after}
        _update(connection, table, key, after)
    if table == "sources" and after is not None and "removed_at" in after:
        _passages_follow(connection, key, after["removed_at"])
    return before, after


def before_of(event: Event, row: Mapping[str, Any]) -> dict[str, Any]:
    """The columns of a row before an event that changed it, given the row after it.

    An earlier version noted only the start of an anchor that it moved; the end had moved along.
    """
    before = dict(event.before or {})
    if event.action == "claim.reanchor" and "start" in before and "end" not in before and "end" in row:
        before["end"] = before["start"] + row["end"] - row["start"]
    return before


def _refuse_if_others_worked_on_it(database: Database, event: Event) -> None:
    """What others linked to a claim or rated, in a claim or an article, would leave the lists with it."""
    if event.subject == "sources":
        _refuse_if_others_rely_on_it(database, event)
    if event.subject not in ("claims", "articles"):
        return
    what = _WORDS[event.subject]
    rows = database.rows(
        "SELECT id, reviewer FROM events WHERE ("  # noqa: S608
        + ("claim_id = ?1" if what == "claim" else _OF_ARTICLE)
        + ") AND id > ?2 AND reviewer <> ?3 AND action NOT IN ('undo', 'redo', 'evidence.suggest')",
        (event.subject_id, event.id, event.reviewer),
    )
    gone = taken_back(database, [row["id"] for row in rows])
    for row in rows:
        if row["id"] not in gone:
            raise ConflictError(
                f"{row['reviewer']} has worked on {what} {event.subject_id} since; drop it with "
                f"`workbench {what} remove {event.subject_id}` if it has to go.",
                mine=f"take the {what} back",
                theirs=f"worked on by {row['reviewer']}",
            )


def _refuse_if_others_rely_on_it(database: Database, event: Event) -> None:
    """A source that others decided about, for any claim, would leave the searches with a link that is taken back."""
    row = database.row(
        "SELECT v.reviewer FROM evidence v JOIN passages p ON p.id = v.passage_id "
        "WHERE p.source_id = ? AND v.removed_at IS NULL AND v.reviewer <> ? ORDER BY v.id",
        (event.subject_id, event.reviewer),
    )
    if row is not None:
        raise ConflictError(
            f"{row['reviewer']} has used the source {event.subject_id} since; `workbench review unlink` takes its "
            "passage off your claim alone.",
            mine="take the source back",
            # for which claim is not said: it may be one to be judged blind
            theirs=f"used by {row['reviewer']}",
        )


def _passages_follow(connection: sqlite3.Connection, source_id: str, removed_at: str | None) -> None:
    """Passages leave and enter the searches with their source, unless a newer version has taken its place."""
    connection.execute(
        "UPDATE passages SET removed_at = ? WHERE source_id = ? AND (removed_at IS NULL) = (? IS NOT NULL) "
        "AND (? IS NOT NULL OR (SELECT superseded_by FROM sources WHERE id = source_id) IS NULL)",
        (removed_at, source_id, removed_at, removed_at),
    )


def _update(connection: sqlite3.Connection, table: str, key: int | str, columns: dict[str, Any]) -> None:
    assignments = ", ".join(f'"{name}" = ?' for name in columns)
    if any(column[1] == "version" for column in connection.execute(f"PRAGMA table_info({table})")):
        assignments += ", version = version + 1"
    # Table and column names come from our own code and schema, never from a user.
    connection.execute(
        f"UPDATE {table} SET {assignments} WHERE {_KEYS[table]} = ?",  # noqa: S608
        (*columns.values(), key),
    )


def _row(connection: sqlite3.Connection, table: str, key: int | str) -> dict[str, Any] | None:
    cursor = connection.execute(f"SELECT * FROM {table} WHERE {_KEYS[table]} = ?", (key,))  # noqa: S608
    found = cursor.fetchone()
    return None if found is None else dict(zip([column[0] for column in cursor.description], found, strict=True))


def _in_words(columns: dict[str, Any]) -> str:
    # That a person made it is known; what they wanted is what is read.
    told = {name: value for name, value in columns.items() if name != "origin"} or columns
    return "; ".join(f"{name}: {'nothing' if value is None else value}" for name, value in sorted(told.items()))
