"""Taking an event back: its `before` written again, with an event that says so."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any

from workbench.domain.errors import ConflictError
from workbench.domain.review import Event
from workbench.store import chain
from workbench.store.acts import Act
from workbench.store.database import Database
from workbench.store.edits import columns_of, in_words, passages_follow, rows_of, update_many
from workbench.store.events import Noted, moment, record_many, taken_back
from workbench.store.rows import Row

_KEYS = {
    "articles": "id",
    "claims": "id",
    "evidence": "id",
    "sources": "id",
    "rating_scales": "id",
    "workspace": "key",
    "tags": "id",
    "assignments": "id",
    "comments": "id",
    "saved_searches": "id",
}
_WORDS = {
    "articles": "article",
    "claims": "claim",
    "evidence": "evidence",
    "sources": "source",
    "workspace": "setting",
    "tags": "tag",
    "assignments": "assignment",
    "comments": "comment",
    "saved_searches": "saved search",
}
_OF_ARTICLE = "article_id = ?1 OR claim_id IN (SELECT id FROM claims WHERE article_id = ?1)"
"""Older events do not all name the article of their claim."""


def reverse(database: Database, events: Sequence[Event], act: Act) -> None:
    """Take events back one after another inside the caller's write transaction.

    Each row gets what was `before`, and each event a reversing one. Verdicts and acts of review are no rows to write
    back: the reversing event alone withdraws them.

    Raises:
        ConflictError: A row is no longer as its event left it, or others went on working with it.
    """
    with database.write() as connection:
        for alike in _alike(events):
            _reverse_alike(database, connection, alike, act)


@contextmanager
def tried(database: Database) -> Iterator[None]:
    """Run the block to see whether it is refused: what it writes does not stay, the transaction around it goes on."""
    with database.write() as connection:
        connection.execute("SAVEPOINT tried")
        try:
            yield
        finally:
            connection.execute("ROLLBACK TO tried")
            connection.execute("RELEASE tried")


def _alike(events: Sequence[Event]) -> Iterator[list[Event]]:
    """Events in their order, those together that follow on one another, change one table, and each another row."""
    run: list[Event] = []
    keys: set[str] = set()
    for event in events:
        if run and (event.subject != run[0].subject or event.subject_id in keys or not _changes(event)):
            yield run
            run, keys = [], set()
        run.append(event)
        keys.add(event.subject_id)
        if not _changes(event):
            yield run
            run, keys = [], set()
    if run:
        yield run


def _changes(event: Event) -> bool:
    """Whether an event changed a row that was there and is there, or made one that leaves the lists by being marked."""
    return event.subject == "claims" or (event.before is not None and event.after is not None)


def _reverse_alike(database: Database, connection: sqlite3.Connection, events: Sequence[Event], act: Act) -> None:
    table = events[0].subject
    now, noted = moment(connection), list[Noted]()
    updates: dict[tuple[str, ...], list[tuple[Any, ...]]] = {}
    rows: dict[Any, Row] = {}
    if table in _KEYS:
        rows = {str(key): row for key, row in rows_of(connection, table, _KEYS[table], _keys(events)).items()}
    for event in events:
        before, after = event.after, event.before
        if table in _KEYS:
            row = rows.get(event.subject_id)
            before, after = _written_back(connection, event, row, now)
            if row is not None and after is not None:
                updates.setdefault(tuple(after), []).append((*after.values(), event.subject_id))
        noted.append(Noted(table, event.subject_id, event.article_id, event.claim_id, before, after, reverses=event.id))
    leaving = [event for event in events if event.before is None or event.before.get("removed_at") is not None]
    if leaving and table in _KEYS and "removed_at" in columns_of(connection, table):
        _refuse_if_others_worked_on_them(database, leaving)
    for names, values in updates.items():
        update_many(connection, table, _KEYS[table], names, values)
    if table == "sources":
        for one in noted:
            if one.after is not None and "removed_at" in one.after:
                passages_follow(connection, str(one.subject_id), one.after["removed_at"])
    record_many(connection, act, noted)


def _keys(events: Sequence[Event]) -> list[str]:
    return [event.subject_id for event in events]


def _written_back(
    connection: sqlite3.Connection, event: Event, row: Row | None, now: str
) -> tuple[dict[str, Any] | None, dict[str, Any] | None]:
    """What is written of a row and what was there; where it is neither new nor gone, the caller writes it."""
    table, key = event.subject, event.subject_id
    names = columns_of(connection, table)
    expected = {name: value for name, value in (event.after or {}).items() if name in names}
    changed = {} if row is None else {name: row[name] for name, value in expected.items() if row[name] != value}
    if (row is None) != (event.after is None) or changed:
        raise ConflictError(
            f"{_WORDS.get(table, table)} {key} was changed again since; look at `workbench history`, "
            "and mend it by hand.",
            mine=in_words({name: (event.before or {}).get(name) for name in changed}),
            theirs=in_words(changed),
        )
    was = None if event.before is None else before_of(event, row or {})
    if was is not None and not names.intersection(was):
        # An imported trail may tell of a table that never was.
        raise ConflictError(f"event {event.id} names nothing that could be put back; mend it by hand.")
    if event.before is None and "removed_at" in names:
        assert row is not None  # a row that came into being and is as it was then
        return {"removed_at": row["removed_at"]}, {"removed_at": now}
    if event.before is None:
        connection.execute(f"DELETE FROM {table} WHERE {_KEYS[table]} = ?", (key,))  # noqa: S608
        return dict(expected), None
    after = {name: value for name, value in (was or {}).items() if name in names}
    if row is None:
        marks = ", ".join("?" for _ in after)
        connection.execute(
            f"INSERT INTO {table} ({', '.join(after)}) VALUES ({marks})",  # noqa: S608
            tuple(after.values()),
        )
        return None, after
    return {name: row[name] for name in after}, after


def before_of(event: Event, row: Mapping[str, Any]) -> dict[str, Any]:
    """The columns of a row before an event that changed it, given the row after it.

    An earlier version noted only the start of an anchor that it moved; the end had moved along.
    """
    before = dict(event.before or {})
    if event.action == "claim.reanchor" and "start" in before and "end" not in before and "end" in row:
        before["end"] = before["start"] + row["end"] - row["start"]
    return before


def _refuse_if_others_worked_on_them(database: Database, events: Sequence[Event]) -> None:
    """What others linked to a claim or rated, in a claim or an article, would leave the lists with it."""
    table = events[0].subject
    if table == "sources":
        for event in events:
            _refuse_if_others_rely_on_it(database, event)
    if table not in ("claims", "articles"):
        return
    mine = {int(event.subject_id): event for event in events}
    others = [
        (key, row)
        for key, row in (_of_claims if table == "claims" else _of_articles)(database, list(mine))
        if row["id"] > mine[key].id and row["reviewer"] != mine[key].reviewer
    ]
    gone = taken_back(database, [row["id"] for _, row in others])
    what = _WORDS[table]
    for key, row in others:
        if row["id"] not in gone:
            raise ConflictError(
                f"{row['reviewer']} has worked on {what} {key} since; drop it with "
                f"`workbench {what} remove {key}` if it has to go.",
                mine=f"take the {what} back",
                theirs=f"worked on by {row['reviewer']}",
            )


_WORK = "SELECT id, reviewer, claim_id FROM events WHERE action NOT IN ('undo', 'redo', 'evidence.suggest') AND "


def _of_claims(database: Database, claim_ids: Sequence[int]) -> Iterator[tuple[int, Row]]:
    for begin in range(0, len(claim_ids), chain.MANY):
        part = tuple(claim_ids[begin : begin + chain.MANY])
        for row in database.rows(f"{_WORK} claim_id IN ({', '.join('?' for _ in part)})", part):
            yield row["claim_id"], row


def _of_articles(database: Database, article_ids: Sequence[int]) -> Iterator[tuple[int, Row]]:
    for article_id in article_ids:
        for row in database.rows(_WORK + f"({_OF_ARTICLE})", (article_id,)):
            yield article_id, row


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
