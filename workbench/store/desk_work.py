"""Tags, assignments, comments and saved searches: rows with versions, each change an event with its seal."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Sequence
from typing import Any

from workbench.domain.desk_work import Assignment, Comment, SavedSearch, Tag
from workbench.domain.review import Subject
from workbench.store import events
from workbench.store.acts import Act
from workbench.store.chain import MANY
from workbench.store.database import Database
from workbench.store.edits import change, insert, plain_insert
from workbench.store.events import moment, record
from workbench.store.notices import forget_found
from workbench.store.rows import Row, StoredTable

TAGS = StoredTable("tags", "tag", Tag)
ASSIGNMENTS = StoredTable("assignments", "assignment", Assignment)
COMMENTS = StoredTable("comments", "comment", Comment)
SEARCHES = StoredTable("saved_searches", "saved search", SavedSearch)
ASIDE = "notice.aside"
"""The act of putting aside what waited."""


# tags


def put_tag(connection: sqlite3.Connection, on: Subject, subject_id: int | str, tag: str, act: Act) -> bool:
    """Put a tag on something inside the caller's write transaction; False where it is on it already."""
    where: Row = {"subject": on, "subject_id": str(subject_id), "tag": tag}
    return _put(connection, TAGS, where, {}, act)


def take_tag(connection: sqlite3.Connection, on: Subject, subject_id: int | str, tag: str, act: Act) -> bool:
    """Take a tag off inside the caller's write transaction; False where it is not on it."""
    row = _row(connection, "tags", {"subject": on, "subject_id": str(subject_id), "tag": tag})
    return row is not None and _take(connection, TAGS, row, act)


def tags_of(database: Database, on: Subject, ids: Iterable[int | str] | None = None) -> dict[str, tuple[str, ...]]:
    """The tags of articles, claims or sources, by id, in the order of the alphabet."""
    wanted = None if ids is None else [str(one) for one in ids]
    rows = _live(database, "tags", "subject_id", wanted, "subject = ?", (on,))
    found: dict[str, tuple[str, ...]] = {}
    for row in sorted(rows, key=lambda row: (row["subject_id"], row["tag"])):
        found[row["subject_id"]] = (*found.get(row["subject_id"], ()), row["tag"])
    return found


def tag_counts(database: Database) -> list[tuple[str, Subject, int]]:
    """(tag, what it is on, how many) of all tags that are on something."""
    rows = database.rows(
        "SELECT tag, subject, count(*) AS n FROM tags WHERE removed_at IS NULL GROUP BY tag, subject ORDER BY tag"
    )
    return [(row["tag"], Subject(row["subject"]), row["n"]) for row in rows]


# assignments


def assign(
    connection: sqlite3.Connection, on: Subject, subject_id: int, assignee: str, due: str | None, act: Act
) -> bool:
    """Say who is to do something; False where it is so already."""
    where: Row = {"subject": on, "subject_id": str(subject_id)}
    return _put(connection, ASSIGNMENTS, where, {"assignee": assignee, "due": due}, act)


def unassign(connection: sqlite3.Connection, on: Subject, subject_id: int, act: Act) -> bool:
    """Say that nobody in particular is to do it; False where nobody was."""
    row = _row(connection, "assignments", {"subject": on, "subject_id": str(subject_id)})
    return row is not None and _take(connection, ASSIGNMENTS, row, act)


def assignments(database: Database, on: Subject | None = None) -> list[Assignment]:
    """Who is to do what, what is due first before the rest."""
    rows = database.rows(
        "SELECT * FROM assignments WHERE removed_at IS NULL AND (?1 IS NULL OR subject = ?1) "
        "ORDER BY due IS NULL, due, id",
        (on,),
    )
    return [ASSIGNMENTS.read(row) for row in rows]


# comments


def add_comment(connection: sqlite3.Connection, claim_id: int, article_id: int, text: str, act: Act) -> Comment:
    """Keep a comment; the row is sealed with its words, the event that reports may tell does not hold them."""
    row: Row = {"claim_id": claim_id, "reviewer": act.reviewer, "at": moment(connection), "text": text}
    comment_id = plain_insert(connection, COMMENTS, row)
    record(
        connection,
        reviewer=act.reviewer,
        action=act.action,
        subject=Subject.COMMENT,
        subject_id=comment_id,
        article_id=article_id,
        claim_id=claim_id,
        after={"claim_id": claim_id, "reviewer": act.reviewer, "at": row["at"]},
        batch=act.batch,
        at=row["at"],
    )
    return COMMENTS.read({"id": comment_id, "version": 1, "removed_at": None, **row})


def take_comment(connection: sqlite3.Connection, comment_id: int, act: Act) -> bool:
    """Take a comment back; False where it was."""
    row = _row(connection, "comments", {"id": comment_id})
    return row is not None and _take(connection, COMMENTS, row, act)


def comments(database: Database, claim_ids: Sequence[int] | None = None) -> list[Comment]:
    """The comments on some claims, or on all, oldest first."""
    rows = _live(database, "comments", "claim_id", claim_ids)
    return [COMMENTS.read(row) for row in sorted(rows, key=lambda row: int(row["id"]))]


# saved searches


def save_search(
    connection: sqlite3.Connection, name: str, query: str, after: str | None, publisher: str | None, act: Act
) -> bool:
    """Keep a search under a name of its reviewer's, in the place of one of that name; False where it is so already."""
    where: Row = {"reviewer": act.reviewer, "name": name}
    there = _row(connection, SEARCHES.name, where)
    new = _put(connection, SEARCHES, where, {"query": query, "after": after, "publisher": publisher}, act)
    if new and there is not None:
        forget_found(connection, there["id"])  # other words found it
    return new


def forget_search(connection: sqlite3.Connection, reviewer: str, name: str, act: Act) -> bool:
    """Forget a saved search; False without one."""
    row = _row(connection, "saved_searches", {"reviewer": reviewer, "name": name})
    return row is not None and _take(connection, SEARCHES, row, act)


def saved_searches(database: Database, reviewer: str | None = None) -> list[SavedSearch]:
    """The saved searches of a reviewer, or of all, by name."""
    rows = database.rows(
        "SELECT * FROM saved_searches WHERE removed_at IS NULL AND (?1 IS NULL OR reviewer = ?1) ORDER BY name, id",
        (reviewer,),
    )
    return [SEARCHES.read(row) for row in rows]


# what was put aside


def put_aside(
    connection: sqlite3.Connection, key: str, act: Act, *, claim_id: int | None, article_id: int | None
) -> None:
    """Note that a reviewer has seen what waited for them."""
    record(
        connection,
        reviewer=act.reviewer,
        action=ASIDE,
        subject=Subject.NOTICE,
        subject_id=key,
        article_id=article_id,
        claim_id=claim_id,
        after={"seen": key},
        batch=act.batch,
    )


def aside(database: Database, reviewer: str) -> set[str]:
    """The keys of what a reviewer has put aside and not taken up again."""
    rows = database.rows(
        "SELECT id, subject_id FROM events WHERE subject = 'notices' AND reviewer = ? AND action = ?", (reviewer, ASIDE)
    )
    gone = events.taken_back(database, [row["id"] for row in rows])
    return {row["subject_id"] for row in rows if row["id"] not in gone}


# rows


def _live(
    database: Database,
    table: str,
    column: str,
    wanted: Sequence[int | str] | None,
    where: str = "1",
    parameters: tuple[Any, ...] = (),
) -> list[Row]:
    """Rows that were not taken away, in no order; only those whose column is one of the wanted, where any are named."""
    # Names of tables and columns come from this module, never from a user.
    sql = f"SELECT * FROM {table} WHERE removed_at IS NULL AND {where}"  # noqa: S608
    if wanted is None:
        return database.rows(sql, parameters)
    found: list[Row] = []
    asked = list(dict.fromkeys(wanted))
    for begin in range(0, len(asked), MANY):
        part = asked[begin : begin + MANY]
        holes = ", ".join("?" for _ in part)
        found += database.rows(f"{sql} AND {column} IN ({holes})", (*parameters, *part))
    return found


def _put(connection: sqlite3.Connection, table: StoredTable[Any], where: Row, columns: Row, act: Act) -> bool:
    """Make the row there is of `where` as wanted, bringing it back where it was taken away; else insert it."""
    row = _row(connection, table.name, where)
    if row is None:
        insert(connection, table, {**where, **columns}, act)
        return True
    return change(connection, table, row["id"], {**columns, "removed_at": None}, act)


def _take(connection: sqlite3.Connection, table: StoredTable[Any], row: Row, act: Act) -> bool:
    if row["removed_at"] is not None:
        return False
    return change(connection, table, row["id"], {"removed_at": moment(connection)}, act)


def _row(connection: sqlite3.Connection, table: str, where: Row) -> Row | None:
    # Names of tables and columns come from this module, never from a user.
    cursor = connection.execute(
        f"SELECT * FROM {table} WHERE {' AND '.join(f'{name} = ?' for name in where)}",  # noqa: S608
        tuple(where.values()),
    )
    found = cursor.fetchone()
    return None if found is None else dict(zip([column[0] for column in cursor.description], found, strict=True))
