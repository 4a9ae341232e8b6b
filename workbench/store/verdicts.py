"""Verdicts, and the state of a claim's review that follows from them and from the trail."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from workbench.domain.articles import Claim, ReviewStatus
from workbench.domain.errors import NotFoundError
from workbench.domain.evidence import EvidenceState
from workbench.domain.review import CitedEvidence, Event, RatingScale, Verdict, VerdictKind
from workbench.domain.standing import review_status, standing
from workbench.store.acts import Act
from workbench.store.claims import stored_claim
from workbench.store.database import Database
from workbench.store.events import events, moment, record, taken_back
from workbench.store.rows import to_json, verdict_from

REQUEST, PUBLISH, NOTHING_FOUND = "review.request_second", "review.publish", "review.nothing_found"


@dataclass(frozen=True, slots=True)
class NewVerdict:
    """A verdict before it has an id and a time."""

    claim_id: int
    kind: VerdictKind
    scale: RatingScale
    rating: str
    value: int | None
    rationale: str
    evidence: tuple[CitedEvidence, ...]
    claim_text: str
    known_at: str
    supersedes: int | None


@dataclass(frozen=True, slots=True)
class ReviewState:
    """Everything said about one claim that was not taken back, and what was."""

    verdicts: tuple[Verdict, ...] = ()
    """Those not taken back, oldest first."""
    withdrawn: tuple[Verdict, ...] = ()
    requested_by: str | None = None
    """Who asked for a second opinion."""
    request_note: str = ""
    published_at: str | None = None
    published_by: str | None = None
    nothing_found: Event | None = None
    """The note that a search gave nothing, while no evidence was accepted since."""

    @property
    def standing(self) -> Verdict | None:
        """The verdict that stands."""
        return standing(self.verdicts)


def insert_verdict(connection: sqlite3.Connection, new: NewVerdict, act: Act, *, article_id: int) -> Verdict:
    """Append a verdict and its event inside the caller's write transaction."""
    at = moment(connection)
    cursor = connection.execute(
        "INSERT INTO verdicts (claim_id, reviewer, kind, scale_id, rating, value, rationale, evidence, claim_text, "
        "known_at, at, supersedes) VALUES (?,?,?,?,?,?,?,?,?,?,?,?)",
        (
            new.claim_id,
            act.reviewer,
            new.kind.value,
            new.scale.id,
            new.rating,
            new.value,
            new.rationale,
            to_json(new.evidence),
            new.claim_text,
            new.known_at,
            at,
            new.supersedes,
        ),
    )
    assert cursor.lastrowid is not None  # an INSERT that did not raise has a row id
    record(
        connection,
        reviewer=act.reviewer,
        action=act.action,
        subject="verdicts",
        subject_id=cursor.lastrowid,
        article_id=article_id,
        claim_id=new.claim_id,
        after={"kind": new.kind.value, "rating": new.rating, "rationale": new.rationale, "scale_id": new.scale.id},
        batch=act.batch,
        at=at,
        also=[("rating_scales", new.scale.id)],
    )
    return Verdict(
        id=cursor.lastrowid,
        claim_id=new.claim_id,
        reviewer=act.reviewer,
        kind=new.kind,
        scale_id=new.scale.id,
        rating=new.rating,
        value=new.value,
        rationale=new.rationale,
        evidence=new.evidence,
        claim_text=new.claim_text,
        known_at=new.known_at,
        at=at,
        supersedes=new.supersedes,
    )


def verdict(database: Database, verdict_id: int) -> Verdict:
    """One verdict, taken back or not.

    Raises:
        NotFoundError: There is no such verdict.
    """
    row = database.row("SELECT * FROM verdicts WHERE id = ?", (verdict_id,))
    if row is None:
        raise NotFoundError(f"there is no verdict {verdict_id}.")
    return verdict_from(row)


def verdicts(
    database: Database, *, claim_ids: Sequence[int] | None = None, article_id: int | None = None
) -> list[Verdict]:
    """Verdicts in the order they were given, those taken back included; of all claims where nothing is named."""
    where = "1" if article_id is None else "claim_id IN (SELECT id FROM claims WHERE article_id = ?)"
    parameters: tuple[int, ...] = () if article_id is None else (article_id,)
    if claim_ids is None:
        rows = database.rows(f"SELECT * FROM verdicts WHERE {where} ORDER BY id", parameters)  # noqa: S608
        return [verdict_from(row) for row in rows]
    found: list[Verdict] = []
    for begin in range(0, len(claim_ids), 500):
        part = claim_ids[begin : begin + 500]
        rows = database.rows(
            f"SELECT * FROM verdicts WHERE {where} "  # noqa: S608
            f"AND claim_id IN ({', '.join('?' for _ in part)}) ORDER BY id",
            (*parameters, *part),
        )
        found += [verdict_from(row) for row in rows]
    return sorted(found, key=lambda verdict: verdict.id)


def withdrawn_verdicts(database: Database) -> set[int]:
    """Ids of all verdicts that were taken back and not given again."""
    rows = database.rows(
        "SELECT DISTINCT e.id, e.subject_id FROM events e JOIN events r ON r.reverses = e.id "
        "WHERE e.subject = 'verdicts' AND e.reverses IS NULL"
    )
    gone = taken_back(database, [row["id"] for row in rows])
    return {int(row["subject_id"]) for row in rows if row["id"] in gone}


def review_state(database: Database, claim_id: int) -> ReviewState:
    """What stands about one claim."""
    trail = [event for event in events(database, claim_id=claim_id) if event.subject in ("verdicts", "review")]
    gone = taken_back(database, [event.id for event in trail])
    acts = [event for event in trail if event.reverses is None]
    given = {int(event.subject_id): event.id for event in acts if event.subject == "verdicts"}
    holding = {event.action: event for event in acts if event.subject == "review" and event.id not in gone}
    everything = verdicts(database, claim_ids=[claim_id])
    request, publication = holding.get(REQUEST), holding.get(PUBLISH)
    nothing = holding.get(NOTHING_FOUND)
    if nothing is not None and database.value(
        "SELECT 1 FROM evidence v WHERE v.claim_id = ? AND v.state = ? AND v.removed_at IS NULL AND EXISTS (SELECT 1 "
        "FROM events e WHERE e.subject = 'evidence' AND e.subject_id = CAST(v.id AS TEXT) AND e.id > ?)",
        (claim_id, EvidenceState.ACCEPTED.value, nothing.id),
    ):
        nothing = None
    return ReviewState(
        verdicts=tuple(v for v in everything if given.get(v.id) not in gone),
        withdrawn=tuple(v for v in everything if given.get(v.id) in gone),
        requested_by=request.reviewer if request else None,
        request_note=str((request.after or {}).get("note", "")) if request else "",
        published_at=publication.at if publication else None,
        published_by=publication.reviewer if publication else None,
        nothing_found=nothing,
    )


def refresh(database: Database, claim_id: int) -> None:
    """Bring `status` and `rating` of a claim in step with what stands, inside the caller's write transaction.

    The version is raised too, so that whoever read the claim before is told that something happened.
    """
    with database.write() as connection:
        row = database.row("SELECT removed_at FROM claims WHERE id = ?", (claim_id,))
        if row is None or row["removed_at"] is not None:
            return
        columns = due_columns(database, claim_id)
        connection.execute(
            "UPDATE claims SET status = ?, rating = ?, version = version + 1 WHERE id = ?",
            (columns["status"], columns["rating"], claim_id),
        )


def due_columns(database: Database, claim_id: int) -> dict[str, Any]:
    """What `status` and `rating` of a claim must be by its verdicts and the acts of its review."""
    one = stored_claim(database, claim_id).claim
    state = review_state(database, claim_id)
    status = review_status(
        state.verdicts,
        rateable=one.rateable,
        second_requested=state.requested_by is not None,
        published=state.published_at is not None,
    )
    return {"status": status.value, "rating": state.standing.rating if state.standing else None}


def record_request(connection: sqlite3.Connection, claim: Claim, act: Act, *, note: str) -> None:
    """Write that a second opinion is asked for."""
    _record_act(connection, claim, act, {"note": note})


def record_publication(connection: sqlite3.Connection, claim: Claim, act: Act, *, verdict: Verdict) -> None:
    """Write that the verdict that stands is published."""
    _record_act(connection, claim, act, {"verdict": verdict.id, "rating": verdict.rating})


def record_nothing_found(connection: sqlite3.Connection, claim: Claim, act: Act, *, note: str) -> None:
    """Write that a search for evidence gave nothing."""
    _record_act(connection, claim, act, {"note": note})


def _record_act(connection: sqlite3.Connection, claim: Claim, act: Act, words: dict[str, Any]) -> None:
    """Write an act of review that has no row of its own."""
    record(
        connection,
        reviewer=act.reviewer,
        action=act.action,
        subject="review",
        subject_id=claim.id,
        article_id=claim.article_id,
        claim_id=claim.id,
        after=words,
        batch=act.batch,
    )


def status_counts(database: Database, article_id: int | None = None) -> dict[ReviewStatus, int]:
    """How many claims (of one article or of all) are in each state of review, repetitions left out."""
    rows = database.rows(
        "SELECT status, count(*) AS n FROM claims WHERE removed_at IS NULL AND duplicate_of IS NULL "
        "AND article_id IN (SELECT id FROM articles WHERE removed_at IS NULL) AND (? IS NULL OR article_id = ?) "
        "GROUP BY status",
        (article_id, article_id),
    )
    counted = {row["status"]: row["n"] for row in rows}
    return {status: counted.get(status.value, 0) for status in ReviewStatus}
