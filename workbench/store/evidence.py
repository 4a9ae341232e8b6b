"""What links passages to claims: suggested by the machine, accepted or rejected by a person."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass, fields

from workbench.domain.anchors import Span
from workbench.domain.articles import Origin
from workbench.domain.errors import NotFoundError
from workbench.domain.evidence import Evidence, EvidenceState, Passage, Provenance, Source, Stance
from workbench.store.acts import Act
from workbench.store.chain import MANY
from workbench.store.database import Database
from workbench.store.edits import change, check_version, insert, row_of
from workbench.store.events import moment
from workbench.store.rows import (
    EVIDENCE,
    PASSAGES,
    SOURCES,
    UNSET,
    Row,
    Unset,
    evidence_from,
    passage_from,
    prefixed,
    source_from,
)


@dataclass(frozen=True, slots=True)
class LinkedPassage:
    """A passage linked to a claim, and where it stands (text of the source left out)."""

    evidence: Evidence
    passage: Passage
    source: Source


def evidence_of(database: Database, claim_id: int, *, states: Sequence[EvidenceState] = ()) -> list[LinkedPassage]:
    """Evidence of a claim: pinned first, then accepted, suggested, rejected, each in the order it was linked."""
    columns = ", ".join((EVIDENCE.selected("e", "e_"), PASSAGES.selected("p", "p_"), SOURCES.selected("s", "s_")))
    # The names come from the dataclasses, never from a user.
    rows = database.rows(
        f"SELECT {columns} FROM evidence e JOIN passages p ON p.id = e.passage_id "  # noqa: S608
        "JOIN sources s ON s.id = p.source_id WHERE e.claim_id = ? AND e.removed_at IS NULL ORDER BY e.pinned DESC, "
        "CASE e.state WHEN 'accepted' THEN 0 WHEN 'suggested' THEN 1 ELSE 2 END, e.id",
        (claim_id,),
    )
    linked = [
        LinkedPassage(
            evidence_from(prefixed(row, "e_")), passage_from(prefixed(row, "p_")), source_from(prefixed(row, "s_"))
        )
        for row in rows
    ]
    return [item for item in linked if not states or item.evidence.state in states]


def link(database: Database, claim_id: int, passage_id: int) -> Evidence | None:
    """What links this passage to this claim, None when nothing does."""
    row = database.row("SELECT * FROM evidence WHERE claim_id = ? AND passage_id = ?", (claim_id, passage_id))
    return None if row is None or row["removed_at"] is not None else evidence_from(row)


def superseded_evidence(database: Database) -> list[tuple[int, int, str]]:
    """(claim, passage, newest version of its source) of what is accepted for published claims and was superseded.

    A source whose newest version was removed has none.
    """
    rows = database.rows(
        "WITH RECURSIVE held(claim_id, passage_id, source_id) AS (SELECT e.claim_id, e.passage_id, s.superseded_by "
        "FROM claims c JOIN evidence e ON e.claim_id = c.id JOIN passages p ON p.id = e.passage_id "
        "JOIN sources s ON s.id = p.source_id WHERE c.status = 'published' AND e.state = 'accepted' "
        "AND e.removed_at IS NULL AND s.superseded_by IS NOT NULL), "
        "newer(claim_id, passage_id, source_id) AS (SELECT * FROM held UNION SELECT n.claim_id, n.passage_id, "
        "s.superseded_by FROM newer n JOIN sources s ON s.id = n.source_id WHERE s.superseded_by IS NOT NULL) "
        "SELECT n.* FROM newer n JOIN sources s ON s.id = n.source_id WHERE s.superseded_by IS NULL "
        "AND s.removed_at IS NULL ORDER BY n.claim_id, n.passage_id"
    )
    return [(row["claim_id"], row["passage_id"], row["source_id"]) for row in rows]


def passages_of_links(database: Database, evidence_ids: Sequence[str]) -> set[int]:
    """The passages that rows of evidence link, taken off or not."""
    found: set[int] = set()
    for begin in range(0, len(evidence_ids), MANY):
        part = tuple(evidence_ids[begin : begin + MANY])
        holes = ", ".join("?" for _ in part)
        rows = database.rows(f"SELECT passage_id FROM evidence WHERE id IN ({holes})", part)  # noqa: S608
        found |= {row["passage_id"] for row in rows}
    return found


@dataclass(frozen=True, slots=True)
class EvidencePatch:
    """Fields of a link as they are to be; what is `UNSET` stays as it is."""

    state: EvidenceState | Unset = UNSET
    stance: Stance | Unset | None = UNSET
    probability: float | Unset | None = UNSET
    origin: Origin | Unset = UNSET
    reviewer: str | Unset | None = UNSET
    note: str | Unset = UNSET
    pinned: bool | Unset = UNSET
    cited: Span | Unset | None = UNSET
    provenance: Provenance | Unset | None = UNSET
    """Counts where the link is made: how a passage first came to a claim is not changed by who decides about it."""

    @classmethod
    def of(cls, evidence: Evidence) -> EvidencePatch:
        """All that was decided in a link, to carry it over to another claim."""
        return cls(**{field.name: getattr(evidence, field.name) for field in fields(cls)})


def write_link(
    connection: sqlite3.Connection,
    claim_id: int,
    passage_id: int,
    patch: EvidencePatch,
    act: Act,
    *,
    version: int | None = None,
) -> Evidence:
    """Make or change the link of a passage to a claim inside the caller's write transaction.

    Args:
        connection: The connection of an open `Database.write()` block.
        claim_id: The claim.
        passage_id: The passage.
        patch: What is to be written; of a new link the rest is undecided and by a person.
        act: Who does what.
        version: The version of the link that the caller read, 0 for none, None to write whatever stands.

    Raises:
        NotFoundError: There is no such passage.
        ConflictError: The link has another version than the caller read.
    """
    if row_of(connection, "passages", "id", passage_id) is None:
        raise NotFoundError(f"there is no passage {passage_id}; `workbench search TEXT` shows passages with their ids.")
    columns = EVIDENCE.columns(patch)
    came = {"provenance": columns.pop("provenance", None)}
    row = _row(connection, claim_id, passage_id)
    if row is None:
        values = {"claim_id": claim_id, "passage_id": passage_id, **_NEW, **columns, **came, "at": moment(connection)}
        insert(connection, EVIDENCE, values, act)
    else:
        if row["removed_at"] is None or version:  # who read of no link has read a link that was taken off
            check_version(connection, EVIDENCE, row, version, columns)
        fresh = columns if row["removed_at"] is None else {**_BLANK, **columns, **came, "removed_at": None}
        if any(row[name] != value for name, value in fresh.items()):
            change(connection, EVIDENCE, row["id"], {**fresh, "at": moment(connection)}, act)
    written = _row(connection, claim_id, passage_id)
    assert written is not None  # it was just written
    return evidence_from(written)


def take_off(connection: sqlite3.Connection, evidence_id: int, act: Act, *, version: int | None = None) -> None:
    """Take a passage off its claim inside the caller's write transaction.

    Raises:
        ConflictError: The link has another version than the caller read.
    """
    change(connection, EVIDENCE, evidence_id, {"removed_at": moment(connection)}, act, version=version)


_NEW: Row = {"state": EvidenceState.SUGGESTED.value, "origin": Origin.PERSON.value}
_BLANK: Row = {**_NEW, "stance": None, "probability": None, "reviewer": None, "note": "", "pinned": 0, "cited": None}


def _row(connection: sqlite3.Connection, claim_id: int, passage_id: int) -> Row | None:
    cursor = connection.execute("SELECT * FROM evidence WHERE claim_id = ? AND passage_id = ?", (claim_id, passage_id))
    found = cursor.fetchone()
    return None if found is None else dict(zip([column[0] for column in cursor.description], found, strict=True))
