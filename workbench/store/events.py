"""The audit trail: every change writes an event beside it, in the same transaction."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from workbench.domain import clock
from workbench.domain.errors import NotFoundError
from workbench.domain.review import Event, Subject
from workbench.store import chain
from workbench.store.acts import Act
from workbench.store.database import Database
from workbench.store.rows import event_from, to_json

UNDO, REDO = "undo", "redo"
UNDOABLE_SUBJECTS = (
    "claims", "evidence", "verdicts", "review", "articles", "sources", "workspace", "rating_scales",
    "tags", "assignments", "comments", "saved_searches", "notices",
)  # fmt: skip
"""Tables (and "review" and "notices", acts that only the trail knows) whose events undo can take back."""
DESK_SUBJECTS = ("tags", "assignments", "comments", "saved_searches", "notices")
_IMPORTED = (
    "(subject IN (?, ?, ?, ?, ?) AND id < (SELECT coalesce(max(id), 0) FROM events "
    "WHERE action = 'record.seal' AND json_extract(after, '$.reason') = 'import'))"
)
"""Desk work of another workspace, which an import brings only in part: none of it is taken back here."""
SIGN_IN = "session.sign_in"
NOT_UNDOABLE_ACTIONS = ("evidence.add", "evidence.keep")
"""Bulk reading is taken back by removing what was read, not by a key pressed in passing."""


def moment(connection: sqlite3.Connection) -> str:
    """The time of what is written now (UTC, ISO 8601): never before the last event, whatever the system's clock says.

    Every time in the record comes from here, so that the order of events and their times agree.
    """
    return max(clock.utc_now(), chain.last_link(connection)[1])


def record(
    connection: sqlite3.Connection,
    *,
    reviewer: str,
    action: str,
    subject: str,
    subject_id: int | str,
    article_id: int | None = None,
    claim_id: int | None = None,
    before: dict[str, Any] | None = None,
    after: dict[str, Any] | None = None,
    reverses: int | None = None,
    batch: str | None = None,
    at: str | None = None,
    also: Iterable[chain.SealedRow] = (),
    tip: chain.Tip | None = None,
    written: Mapping[chain.SealedRow, dict[str, Any]] | None = None,
) -> int:
    """Append one event inside the caller's write transaction, after its change, and give its id.

    The row it is about is sealed as it stands then; see `workbench.store.chain`.

    Args:
        connection: The connection of an open `Database.write()` block.
        reviewer: Who did it.
        action: What was done, "claim.edit".
        subject: The table of the row.
        subject_id: The row's id.
        article_id: The article it belongs to, where there is one.
        claim_id: The claim it belongs to, where there is one.
        before: The changed columns as they were; None when the row did not exist.
        after: The changed columns as they are now; None when the row is gone.
        reverses: The event that this one takes back.
        batch: Shared by events that were one act and are undone together.
        at: When, as `moment` gave it; now when left out.
        also: Further rows that came into being or changed by this act and get no event of their own.
        tip, written: As for `chain.append`.
    """
    here = tip or chain.tip(connection)
    rows: list[chain.SealedRow] = [(subject, subject_id)] if subject in chain.SEALED else []
    columns = {
        "at": at or max(clock.utc_now(), here.at),
        "reviewer": reviewer,
        "action": action,
        "subject": subject,
        "subject_id": str(subject_id),
        "article_id": article_id,
        "claim_id": claim_id,
        "before": None if before is None else to_json(before),
        "after": None if after is None else to_json(after),
        "reverses": reverses,
        "batch": batch,
    }
    return chain.append(connection, columns, [*rows, *also], at_tip=here, written=written)


@dataclass(frozen=True, slots=True)
class Noted:
    """What one event of an act is about: as for `record`."""

    subject: str
    subject_id: int | str
    article_id: int | None = None
    claim_id: int | None = None
    before: dict[str, Any] | None = None
    after: dict[str, Any] | None = None
    reverses: int | None = None


def record_many(connection: sqlite3.Connection, act: Act, noted: Sequence[Noted]) -> None:
    """Append the events of one act about many rows, each once, after their changes; as `record`, and quicker."""
    if not noted:
        return
    here = chain.tip(connection)
    at = max(clock.utc_now(), here.at)
    columns = [
        {
            "at": at,
            "reviewer": act.reviewer,
            "action": act.action,
            "subject": one.subject,
            "subject_id": str(one.subject_id),
            "article_id": one.article_id,
            "claim_id": one.claim_id,
            "before": None if one.before is None else to_json(one.before),
            "after": None if one.after is None else to_json(one.after),
            "reverses": one.reverses,
            "batch": act.batch,
        }
        for one in noted
    ]
    rows = [[(one.subject, one.subject_id)] if one.subject in chain.SEALED else [] for one in noted]
    chain.append_many(connection, columns, rows, at_tip=here)


def event(database: Database, event_id: int) -> Event:
    """One event.

    Raises:
        NotFoundError: There is no such event.
    """
    row = database.row("SELECT * FROM events WHERE id = ?", (event_id,))
    if row is None:
        raise NotFoundError(f"there is no event {event_id}; `workbench history` shows the ones there are.")
    return event_from(row)


def events(
    database: Database,
    *,
    article_id: int | None = None,
    claim_id: int | None = None,
    reviewer: str | None = None,
    after: int = 0,
    limit: int | None = None,
    newest_first: bool = False,
) -> list[Event]:
    """Events in the order they happened (or newest first).

    Args:
        database: The workspace's database.
        article_id: Only this article's.
        claim_id: Only this claim's.
        reviewer: Only this reviewer's.
        after: Only those with a higher id.
        limit: At most so many.
        newest_first: Newest first instead of oldest first.
    """
    where, values = ["id > ?"], [after]
    parameters: list[Any] = values
    if article_id is not None:
        # older events do not all name the article of their claim
        where.append("(article_id = ? OR claim_id IN (SELECT id FROM claims WHERE article_id = ?))")
        parameters += [article_id, article_id]
    for column, wanted in (("claim_id", claim_id), ("reviewer", reviewer)):
        if wanted is not None:
            where.append(f"{column} = ?")
            parameters.append(wanted)
    order = "DESC" if newest_first else "ASC"
    # Only fixed fragments and placeholders are joined here.
    sql = f"SELECT * FROM events WHERE {' AND '.join(where)} ORDER BY id {order} LIMIT ?"  # noqa: S608
    return [event_from(row) for row in database.rows(sql, (*parameters, -1 if limit is None else limit))]


def last_event_id(database: Database) -> int:
    """Id of the newest event, 0 when nothing has happened: tells cheaply whether data changed."""
    return int(database.value("SELECT coalesce(max(id), 0) FROM events"))


def touched_articles(database: Database, after: int) -> frozenset[int] | None:
    """The articles that events after this one are about; None where one of them may be about anything.

    Who began a session changes nothing that is shown of an article.
    """
    rows = database.tuples(
        "SELECT DISTINCT coalesce(e.article_id, c.article_id) FROM events e LEFT JOIN claims c ON c.id = e.claim_id "
        "WHERE e.id > ? AND e.action <> ?",
        (after, SIGN_IN),
    )
    found = frozenset(article_id for (article_id,) in rows)
    return None if None in found else found


def sources_changed(database: Database, after: int) -> bool:
    """Whether events after this one changed, removed or brought back a source; one that is read in changes none."""
    sql = "SELECT 1 FROM events WHERE id > ? AND subject = ? AND (before IS NOT NULL OR reverses IS NOT NULL) LIMIT 1"
    return database.value(sql, (after, Subject.SOURCE.value)) is not None


def act_of(database: Database, one: Event) -> list[Event]:
    """All events of the act that `one` belongs to, in order."""
    if one.batch is None:
        return [one]
    rows = database.rows("SELECT * FROM events WHERE batch = ? ORDER BY id", (one.batch,))
    return [event_from(row) for row in rows]


def taken_back(database: Database, ids: Iterable[int]) -> set[int]:
    """Those of the events that do not hold any more: reversed by an event that itself holds."""
    wanted = list(dict.fromkeys(ids))
    reversers: dict[int, list[int]] = {}
    level = wanted
    while level:
        found: list[int] = []
        for begin in range(0, len(level), 500):
            part = level[begin : begin + 500]
            holes = ", ".join("?" for _ in part)
            for row in database.rows(
                f"SELECT id, reverses FROM events WHERE reverses IN ({holes})",  # noqa: S608
                tuple(part),
            ):
                reversers.setdefault(row["reverses"], []).append(row["id"])
                found.append(row["id"])
        level = found
    # A reversing event is younger than what it reverses: from the youngest down, every answer is there when needed.
    holds: dict[int, bool] = {}
    for event_id in sorted({*wanted, *(i for ids_ in reversers.values() for i in ids_)}, reverse=True):
        holds[event_id] = not any(holds[reverser] for reverser in reversers.get(event_id, ()))
    return {event_id for event_id in wanted if not holds[event_id]}


def last_undoable(database: Database, reviewer: str, below: int | None = None) -> Event | None:
    """The last event of the reviewer's latest act that holds and undo may reach, None without one.

    `below`: of the acts whose events have lower ids.
    """
    return _latest(
        database,
        "reviewer = ? AND action NOT IN ('undo', 'redo') "
        f"AND subject IN ({_holes(UNDOABLE_SUBJECTS)}) AND action NOT IN ({_holes(NOT_UNDOABLE_ACTIONS)}) "
        f"AND NOT {_IMPORTED}",
        (reviewer, *UNDOABLE_SUBJECTS, *NOT_UNDOABLE_ACTIONS, *DESK_SUBJECTS),
        below=below,
    )


def passed_over(database: Database, reviewer: str) -> list[Event]:
    """The reviewer's events since their last other one that undo passes over, oldest first."""
    last = database.value(
        "SELECT id FROM events WHERE reviewer = ? "  # noqa: S608
        f"AND action NOT IN ({_holes(NOT_UNDOABLE_ACTIONS)}) ORDER BY id DESC LIMIT 1",
        (reviewer, *NOT_UNDOABLE_ACTIONS),
    )
    return events(database, reviewer=reviewer, after=last or 0)


def last_redoable(database: Database, reviewer: str) -> Event | None:
    """The reviewer's latest undo that holds, None without one, and where an act of theirs followed it."""
    newest_act = database.value(
        "SELECT coalesce(max(id), 0) FROM events WHERE reviewer = ? AND action NOT IN ('undo', 'redo') "  # noqa: S608
        f"AND subject IN ({_holes(UNDOABLE_SUBJECTS)})",
        (reviewer, *UNDOABLE_SUBJECTS),
    )
    condition = f"reviewer = ? AND action = 'undo' AND id > ? AND NOT {_IMPORTED}"
    return _latest(database, condition, (reviewer, newest_act, *DESK_SUBJECTS))


def _holes(values: Sequence[str]) -> str:
    return ", ".join("?" for _ in values)


def _latest(
    database: Database, condition: str, parameters: tuple[Any, ...], *, below: int | None = None, page: int = 50
) -> Event | None:
    """The newest event that meets the condition and was not taken back; pages backwards, so that it stays cheap."""
    below = last_event_id(database) + 1 if below is None else below
    while True:
        rows = database.rows(
            f"SELECT * FROM events WHERE {condition} AND id < ? ORDER BY id DESC LIMIT ?",  # noqa: S608
            (*parameters, below, page),
        )
        gone = taken_back(database, [row["id"] for row in rows])
        for row in rows:
            if row["id"] not in gone:
                return event_from(row)
        if len(rows) < page:
            return None
        below = rows[-1]["id"]
