"""Writing a whole record into an empty workspace, ids kept."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Mapping
from typing import Any

from workbench.domain.errors import BadInputError
from workbench.domain.review import Event, RatingScale, Subject
from workbench.store import chain
from workbench.store.claims import StoredClaim
from workbench.store.database import Database
from workbench.store.desk_replay import desk_rows
from workbench.store.events import moment
from workbench.store.findings import finding
from workbench.store.notices import nothing_is_new
from workbench.store.reporting import PassageRecord, Record, SourceRecord
from workbench.store.rows import ARTICLES, CLAIMS, EVENTS, EVIDENCE, PASSAGES, SCALES, SOURCES, VERDICTS, Row, to_json

_CONTENT = ("articles", "claims", "sources", "evidence", "verdicts", "events")


def holds_anything(database: Database) -> bool:
    """Whether there is an article, a source, or any history."""
    return any(database.value(f"SELECT EXISTS (SELECT 1 FROM {table})") for table in _CONTENT)  # noqa: S608


def write_record(
    database: Database, record: Record, settings: Mapping[str, str], *, reviewer: str, origin: Mapping[str, Any]
) -> None:
    """Write a record into an empty workspace, all of it or nothing.

    The events form a chain of their own, closed by one that seals all rows and says where they came from (`origin`).

    Links to what the record does not hold (a claim of another article, an older version of a source) are left out.

    Raises:
        BadInputError: The workspace is not empty, or rows of the record contradict each other.
    """
    with database.write() as connection:
        if holds_anything(database):
            raise BadInputError(
                f"{database.path.parent} is not empty; import into a fresh workspace made with `workbench init DIR`."
            )
        try:
            _insert_all(connection, record, settings)
            after = {**origin, "reason": "import", "events": len(record.events)}
            chain.seal_everything(connection, at=moment(connection), reviewer=reviewer, after=after)
        except (sqlite3.IntegrityError, OverflowError, UnicodeEncodeError) as error:
            raise BadInputError(f"the export contradicts itself: {error}; nothing was imported.") from error


def _insert_all(connection: sqlite3.Connection, record: Record, settings: Mapping[str, str]) -> None:
    at = moment(connection)
    claims = {entry.claim.id for entry in record.claims}
    sources = {entry.source.id for entry in record.sources}
    events = {event.id for event in record.events}
    _insert(
        connection,
        "articles",
        ({**ARTICLES.columns(entry.article), "found": to_json(entry.found)} for entry in record.articles),
    )
    # rows that point at rows of their own table go in without the link first
    _insert(connection, "claims", (_claim(entry) for entry in record.claims))
    _link(connection, "claims", "duplicate_of", ((c.claim.duplicate_of, c.claim.id) for c in record.claims), claims)
    _insert(connection, "sources", (_source(connection, entry) for entry in record.sources))
    _link(connection, "sources", "supersedes", ((s.source.supersedes, s.source.id) for s in record.sources), sources)
    _insert(
        connection,
        "passages",
        sorted((_passage(p) for entry in record.sources for p in entry.passages), key=lambda row: int(row["id"])),
    )
    _insert(
        connection,
        "evidence",
        ({**EVIDENCE.columns(entry.evidence), "removed_at": entry.removed_at} for entry in record.evidence),
    )
    _insert(connection, "verdicts", map(VERDICTS.columns, record.verdicts))
    trail = [_event(event, events) for event in record.events]
    # The whole trail of a workspace keeps its links, so that its head is found again; a part of one gets its own.
    for event in trail if chain.is_linked(trail) else chain.chained({**event, "covers": ""} for event in trail):
        chain.insert_linked(connection, [event])
    _insert(connection, "rating_scales", (_scale(scale, record, at) for scale in record.scales))
    _insert(connection, "reviewers", _reviewers(record))
    for table, rows in desk_rows(record).items():
        _insert(connection, table, rows, "OR IGNORE")
    nothing_is_new(connection)
    _insert(connection, "workspace", ({"key": key, "value": value} for key, value in settings.items()), "OR REPLACE")


def _insert(connection: sqlite3.Connection, table: str, rows: Iterable[Row], conflict: str = "") -> None:
    for row in rows:
        names = ", ".join(f'"{name}"' for name in row)
        holes = ", ".join("?" for _ in row)
        # Table and column names come from this module, never from the file.
        connection.execute(
            f"INSERT {conflict} INTO {table} ({names}) VALUES ({holes})",  # noqa: S608
            tuple(row.values()),
        )


def _link(
    connection: sqlite3.Connection, table: str, column: str, links: Iterable[tuple[Any, Any]], known: set[Any]
) -> None:
    connection.executemany(
        f"UPDATE {table} SET {column} = ? WHERE id = ?",  # noqa: S608
        [(target, row) for target, row in links if target in known],
    )


def _claim(entry: StoredClaim) -> Row:
    row = CLAIMS.columns(entry.claim)
    del row["duplicate_of"]
    suggestion = None if entry.suggestion is None else to_json(entry.suggestion)
    return {**row, "suggestion": suggestion, "note": entry.note, "removed_at": entry.removed_at}


def _source(connection: sqlite3.Connection, entry: SourceRecord) -> Row:
    row = SOURCES.columns(entry.source)
    del row["supersedes"]
    return {
        **row,
        "found_id": finding(connection, entry.found),
        "digest": entry.digest,
        "superseded_by": entry.superseded_by,
        "removed_at": entry.removed_at,
    }


def _passage(entry: PassageRecord) -> Row:
    return {**PASSAGES.columns(entry.passage), "context": entry.context, "removed_at": entry.removed_at}


def _event(event: Event, known: set[int]) -> Row:
    return {**EVENTS.columns(event), "reverses": event.reverses if event.reverses in known else None}


def _scale(scale: RatingScale, record: Record, at: str) -> Row:
    # an export does not say when a scale was kept, but what was done with it first does
    used = [verdict.at for verdict in record.verdicts if verdict.scale_id == scale.id]
    used += [event.at for event in record.events if (event.subject, event.subject_id) == ("rating_scales", scale.id)]
    return {**SCALES.columns(scale), "added_at": min(used, default="") or at}


def _reviewers(record: Record) -> list[Row]:
    first: dict[str, str] = {}
    acts = [(event.reviewer, event.at) for event in record.events]
    acts += [(verdict.reviewer, verdict.at) for verdict in record.verdicts]
    acts += [(event.subject_id, event.at) for event in record.events if event.subject == Subject.REVIEWER]
    for name, at in acts:
        first[name] = min(at, first.get(name, at))
    return [{"name": name, "added_at": at} for name, at in sorted(first.items())]
