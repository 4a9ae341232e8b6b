"""Taking an event back: its `before` written again, with an event that says so."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping
from typing import Any

from workbench.domain.errors import ConflictError
from workbench.domain.review import Event
from workbench.store.acts import Act
from workbench.store.database import Database
from workbench.store.edits import columns_of, in_words, passages_follow, row_of, update
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
    row = row_of(connection, table, _KEYS[table], key)
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
    if "removed_at" in names and (event.before is None or event.before.get("removed_at") is not None):
        _refuse_if_others_worked_on_it(database, event)
    if event.before is None and "removed_at" in names:
        assert row is not None  # a row that came into being and is as it was then
        before, after = {"removed_at": row["removed_at"]}, {"removed_at": moment(connection)}
        update(connection, table, _KEYS[table], key, after)
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
        update(connection, table, _KEYS[table], key, after)
    if table == "sources" and after is not None and "removed_at" in after:
        passages_follow(connection, key, after["removed_at"])
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
