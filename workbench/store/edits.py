"""Changing rows that people edit: version checked, event written. Inside `store` alone: others use typed updates."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from workbench.domain.articles import Claim
from workbench.domain.errors import ConflictError, NotFoundError
from workbench.store import chain
from workbench.store.acts import Act
from workbench.store.events import Noted, record, record_many
from workbench.store.rows import Row, StoredTable, must_have_stored


def insert(connection: sqlite3.Connection, table: StoredTable[Any], columns: Row, act: Act) -> int:
    """Insert a row with a number for its id, and write the event; gives the id."""
    row_id = plain_insert(connection, table, columns)
    note(connection, table, {"id": row_id, **columns}, act, after=columns)
    return row_id


def plain_insert(connection: sqlite3.Connection, table: StoredTable[Any], columns: Row) -> int:
    """Insert a row that the event of another tells of; gives the id."""
    names = ", ".join(f'"{name}"' for name in columns)
    holes = ", ".join("?" for _ in columns)
    # Table and column names come from our own code, never from a user.
    cursor = connection.execute(
        f"INSERT INTO {table.name} ({names}) VALUES ({holes})",  # noqa: S608
        tuple(columns.values()),
    )
    must_have_stored(cursor, table.name)
    row_id = cursor.lastrowid
    assert row_id is not None  # an INSERT that did not raise has a row id
    return row_id


def change(
    connection: sqlite3.Connection,
    table: StoredTable[Any],
    key: int | str,
    columns: Row,
    act: Act,
    *,
    version: int | None = None,
    about: Claim | None = None,
) -> bool:
    """Write columns of a row, raise its version and write the event; False when they already are as wanted.

    Args:
        connection: The connection of an open `Database.write()` block.
        table: A table with a `version` column.
        key: The row's key.
        columns: The columns to write.
        act: Who does what.
        version: The version the caller read; None writes whatever stands.
        about: The claim for which a row that belongs to no claim is changed.

    Raises:
        NotFoundError: There is no such row.
        ConflictError: The row has another version than the caller read.
    """
    row = row_of(connection, table.name, table.key, key)
    if row is None:
        raise NotFoundError(f"there is no {table.word} {key}.")
    check_version(connection, table, row, version, columns)
    before = {name: row[name] for name, value in columns.items() if row[name] != value}
    if not before:
        return False
    after = {name: columns[name] for name in before}
    update(connection, table.name, table.key, key, after)
    if table.name == "sources" and "removed_at" in after:
        passages_follow(connection, str(key), after["removed_at"])
    note(connection, table, row, act, before=before, after=after, about=about)
    return True


def change_many(
    connection: sqlite3.Connection,
    table: StoredTable[Any],
    columns: Mapping[int, Row],
    act: Act,
    *,
    versions: Mapping[int, int | None] | None = None,
) -> set[int]:
    """Write columns of many rows of claims, each as `change` does, with few statements; gives the keys that changed.

    Raises:
        NotFoundError, ConflictError: As for `change`; the caller's transaction must be given up.
    """
    there = rows_of(connection, table.name, table.key, columns)
    noted: list[Noted] = []
    updates: dict[tuple[str, ...], list[tuple[Any, ...]]] = {}
    for key, wanted in columns.items():
        row = there.get(key)
        if row is None:
            raise NotFoundError(f"there is no {table.word} {key}.")
        check_version(connection, table, row, (versions or {}).get(key), wanted)
        before = {name: row[name] for name, value in wanted.items() if row[name] != value}
        if before:
            after = {name: wanted[name] for name in before}
            updates.setdefault(tuple(after), []).append((*after.values(), key))
            article_id, claim_id = _belongs_to(connection, table, row, None)
            noted.append(Noted(table.name, key, article_id, claim_id, before, after))
    for names, values in updates.items():
        update_many(connection, table.name, table.key, names, values)
    record_many(connection, act, noted)
    return {int(one.subject_id) for one in noted}


def insert_many(connection: sqlite3.Connection, table: StoredTable[Any], rows: Sequence[Row], act: Act) -> list[int]:
    """Insert rows, each as `insert` does, with few statements; gives their ids."""
    ids = [plain_insert(connection, table, columns) for columns in rows]
    noted = [
        Noted(table.name, key, *_belongs_to(connection, table, {"id": key, **columns}, None), after=columns)
        for key, columns in zip(ids, rows, strict=True)
    ]
    record_many(connection, act, noted)
    return ids


def note(
    connection: sqlite3.Connection,
    table: StoredTable[Any],
    row: Row,
    act: Act,
    *,
    before: Row | None = None,
    after: Row | None = None,
    about: Claim | None = None,
) -> None:
    """Write the event of a change of a row. Its article and its claim are those of the row itself."""
    article_id, claim_id = _belongs_to(connection, table, row, about)
    record(
        connection,
        reviewer=act.reviewer,
        action=act.action,
        subject=table.name,
        subject_id=row[table.key],
        article_id=article_id,
        claim_id=claim_id,
        before=before,
        after=after,
        batch=act.batch,
    )


def _belongs_to(
    connection: sqlite3.Connection, table: StoredTable[Any], row: Row, about: Claim | None
) -> tuple[int | None, int | None]:
    if table.name == "articles":
        return row["id"], None
    if table.name == "claims":
        return row["article_id"], row["id"]
    if row.get("subject") == "articles":
        return int(row["subject_id"]), None
    if row.get("claim_id") is not None or row.get("subject") == "claims":
        claim_id = int(row["claim_id"] if "claim_id" in row else row["subject_id"])
        found = connection.execute("SELECT article_id FROM claims WHERE id = ?", (claim_id,)).fetchone()
        return (None if found is None else found[0]), claim_id
    return (None, None) if about is None else (about.article_id, about.id)


def check_version(
    connection: sqlite3.Connection, table: StoredTable[Any], row: Row, version: int | None, columns: Row
) -> None:
    """Refuse to write over a change that the caller has not seen.

    Raises:
        ConflictError: With the columns as the caller wants them and as they stand.
    """
    if version is None or row["version"] == version:
        return
    key = row[table.key]
    who = connection.execute(
        "SELECT reviewer FROM events WHERE id = (SELECT max(id) FROM events WHERE subject = ? AND subject_id = ?)",
        (table.name, str(key)),
    ).fetchone()
    by = f" by {who[0]}" if who else ""
    older = version < row["version"]
    was = f"was changed{by} after you read it" if older else f"has version {row['version']}, not {version}"
    raise ConflictError(
        f"{table.word} {key} {was}; nothing was written. Look again, then repeat your change.",
        mine=in_words(columns),
        theirs=in_words({name: row[name] for name in columns}),
    )


def passages_follow(connection: sqlite3.Connection, source_id: str, removed_at: str | None) -> None:
    """Passages leave and enter the searches with their source, unless a newer version has taken its place."""
    connection.execute(
        "UPDATE passages SET removed_at = ? WHERE source_id = ? AND (removed_at IS NULL) = (? IS NOT NULL) "
        "AND (? IS NOT NULL OR (SELECT superseded_by FROM sources WHERE id = source_id) IS NULL)",
        (removed_at, source_id, removed_at, removed_at),
    )


def update(connection: sqlite3.Connection, table: str, name: str, key: int | str, columns: Row) -> None:
    """Write columns of the row whose column `name` is `key`, and raise its version where it has one."""
    update_many(connection, table, name, tuple(columns), [(*columns.values(), key)])


def update_many(
    connection: sqlite3.Connection, table: str, name: str, columns: tuple[str, ...], values: Sequence[tuple[Any, ...]]
) -> None:
    """Write the same columns of many rows: for each the values, and then the key in the column `name`."""
    assignments = ", ".join(f'"{column}" = ?' for column in columns)
    if "version" in columns_of(connection, table):
        assignments += ", version = version + 1"
    # Table and column names come from our own code and schema, never from a user.
    cursor = connection.executemany(f"UPDATE {table} SET {assignments} WHERE {name} = ?", values)  # noqa: S608
    must_have_stored(cursor, table, len(values))


_COLUMNS: dict[str, frozenset[str]] = {}
"""Those of each table that was asked for: an act on an article asks for every claim of it."""


def columns_of(connection: sqlite3.Connection, table: str) -> frozenset[str]:
    """The names of a table's columns; they do not change while the program runs."""
    if table not in _COLUMNS:
        _COLUMNS[table] = frozenset(column[1] for column in connection.execute(f"PRAGMA table_info({table})"))
    return _COLUMNS[table]


def row_of(connection: sqlite3.Connection, table: str, name: str, key: int | str) -> Row | None:
    """The row whose column `name` is `key`, None without one."""
    cursor = connection.execute(f"SELECT * FROM {table} WHERE {name} = ?", (key,))  # noqa: S608
    found = cursor.fetchone()
    return None if found is None else dict(zip([column[0] for column in cursor.description], found, strict=True))


def rows_of(
    connection: sqlite3.Connection, table: str, name: str, keys: Iterable[Any], columns: Sequence[str] = ("*",)
) -> dict[Any, Row]:
    """The rows whose column `name` is one of `keys`, by that column; those that are not there are left out."""
    wanted, found = list(keys), dict[Any, Row]()
    for begin in range(0, len(wanted), chain.MANY):
        part = wanted[begin : begin + chain.MANY]
        holes = ", ".join("?" for _ in part)
        cursor = connection.execute(
            f"SELECT {', '.join(columns)} FROM {table} WHERE {name} IN ({holes})",  # noqa: S608
            part,
        )
        names = [column[0] for column in cursor.description]
        for values in cursor:
            row = dict(zip(names, values, strict=True))
            found[row[name]] = row
    return found


def in_words(columns: Row) -> str:
    """Columns and their values, for a person to read."""
    # That a person made it is known; what they wanted is what is read.
    told = {name: value for name, value in columns.items() if name != "origin"} or columns
    return "; ".join(f"{name}: {'nothing' if value is None else value}" for name, value in sorted(told.items()))
