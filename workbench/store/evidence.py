"""What links passages to claims: suggested by the machine, accepted or rejected by a person."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from workbench.domain.articles import Origin
from workbench.domain.errors import NotFoundError
from workbench.domain.evidence import Evidence, EvidenceState, Passage, Source
from workbench.store.database import Database
from workbench.store.edits import Act, change, check_version, insert
from workbench.store.events import moment
from workbench.store.rows import evidence_from
from workbench.store.sources import sources_of_passages


@dataclass(frozen=True, slots=True)
class LinkedPassage:
    """A passage linked to a claim, and where it stands (text of the source left out)."""

    evidence: Evidence
    passage: Passage
    source: Source


def evidence_of(database: Database, claim_id: int, *, states: Sequence[EvidenceState] = ()) -> list[LinkedPassage]:
    """Evidence of a claim: pinned first, then accepted, suggested, rejected, each in the order it was linked."""
    rows = database.rows(
        "SELECT * FROM evidence WHERE claim_id = ? AND removed_at IS NULL ORDER BY pinned DESC, "
        "CASE state WHEN 'accepted' THEN 0 WHEN 'suggested' THEN 1 ELSE 2 END, id",
        (claim_id,),
    )
    linked = [evidence_from(row) for row in rows]
    wanted = [item for item in linked if not states or item.state in states]
    known = sources_of_passages(database, [item.passage_id for item in wanted])
    return [LinkedPassage(item, *known[item.passage_id]) for item in wanted]


def link(database: Database, claim_id: int, passage_id: int) -> Evidence | None:
    """What links this passage to this claim, None when nothing does."""
    row = _row(database, claim_id, passage_id)
    return None if row is None or row["removed_at"] is not None else evidence_from(row)


def write_link(
    database: Database,
    connection: sqlite3.Connection,
    claim_id: int,
    passage_id: int,
    columns: dict[str, Any],
    act: Act,
    *,
    article_id: int,
    version: int | None = None,
) -> Evidence:
    """Make or change the link of a passage to a claim inside the caller's write transaction.

    Args:
        database: The workspace's database.
        connection: The connection of its open `write()` block.
        claim_id: The claim.
        passage_id: The passage.
        columns: The columns of `evidence` to write; `at` is added.
        act: Who does what.
        article_id: The claim's article.
        version: The version of the link that the caller read, 0 for none, None to write whatever stands.

    Raises:
        NotFoundError: There is no such passage.
        ConflictError: The link has another version than the caller read.
    """
    if not database.value("SELECT 1 FROM passages WHERE id = ?", (passage_id,)):
        raise NotFoundError(f"there is no passage {passage_id}; `workbench search TEXT` shows passages with their ids.")
    row = _row(database, claim_id, passage_id)
    if row is None:
        values = {
            "claim_id": claim_id,
            "passage_id": passage_id,
            "state": EvidenceState.SUGGESTED.value,
            "origin": Origin.PERSON.value,
            **columns,
            "at": moment(connection),
        }
        insert(connection, "evidence", values, act, article_id=article_id, claim_id=claim_id)
    else:
        if row["removed_at"] is None or version:  # who read that there is none has read a link that was taken off
            check_version(connection, "evidence", row, version, columns)
        fresh = columns if row["removed_at"] is None else {**_BLANK, **columns, "removed_at": None}
        if any(row[name] != value for name, value in fresh.items()):
            change(
                connection,
                "evidence",
                row["id"],
                {**fresh, "at": moment(connection)},
                act,
                article_id=article_id,
                claim_id=claim_id,
            )
    written = link(database, claim_id, passage_id)
    assert written is not None  # it was just written
    return written


def link_columns(evidence: Evidence) -> dict[str, Any]:
    """The columns of a link that say what was decided, to carry them over to another claim."""
    return {
        "state": evidence.state.value,
        "stance": evidence.stance.value if evidence.stance else None,
        "probability": evidence.probability,
        "origin": evidence.origin.value,
        "reviewer": evidence.reviewer,
        "note": evidence.note,
        "pinned": int(evidence.pinned),
    }


_BLANK: dict[str, Any] = {
    "state": EvidenceState.SUGGESTED.value,
    "stance": None,
    "probability": None,
    "origin": Origin.PERSON.value,
    "reviewer": None,
    "note": "",
    "pinned": 0,
}


def _row(database: Database, claim_id: int, passage_id: int) -> dict[str, Any] | None:
    return database.row("SELECT * FROM evidence WHERE claim_id = ? AND passage_id = ?", (claim_id, passage_id))
