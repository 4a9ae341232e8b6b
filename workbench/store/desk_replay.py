"""Tags, assignments and saved searches as the trail of an export tells of them; comments stand in no trail."""

from __future__ import annotations

from collections.abc import Mapping

from workbench.domain.review import Subject
from workbench.store.reporting import Record
from workbench.store.rows import Row

_COLUMNS: Mapping[str, tuple[str, ...]] = {
    Subject.TAG: ("subject", "subject_id", "tag"),
    Subject.ASSIGNMENT: ("subject", "subject_id", "assignee", "due"),
    Subject.SAVED_SEARCH: ("name", "reviewer", "query", "after", "publisher"),
}
_MAY_LACK = frozenset(("due", "after", "publisher", "removed_at"))


def desk_rows(record: Record) -> dict[str, list[Row]]:
    """The rows that the events of a record leave, by table; what is on something that the record lacks is left out."""
    found: dict[str, dict[str, Row]] = {table: {} for table in _COLUMNS}
    for event in record.events:
        if event.subject in _COLUMNS and event.after is not None and event.subject_id.isdecimal():
            names = (*_COLUMNS[event.subject], "removed_at")
            row = found[event.subject].setdefault(event.subject_id, {"id": int(event.subject_id), "version": 0})
            row.update({name: event.after[name] for name in names if name in event.after})
            row["version"] += 1
    there: dict[str, set[str]] = {
        Subject.ARTICLE: {str(entry.article.id) for entry in record.articles},
        Subject.CLAIM: {str(entry.claim.id) for entry in record.claims},
        Subject.SOURCE: {entry.source.id for entry in record.sources},
    }
    return {
        table: [row for row in rows.values() if _is_whole(table, row) and _is_on_something(row, there)]
        for table, rows in found.items()
    }


def _is_whole(table: str, row: Row) -> bool:
    values = {name: row.get(name) for name in (*_COLUMNS[table], "removed_at")}
    return all(isinstance(value, str) or (value is None and name in _MAY_LACK) for name, value in values.items())


def _is_on_something(row: Row, there: Mapping[str, set[str]]) -> bool:
    return "subject" not in row or any(
        row["subject"] == kind and row["subject_id"] in ids for kind, ids in there.items()
    )
