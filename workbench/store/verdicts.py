"""Verdicts, and the state of a claim's review that follows from them and from the trail."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from workbench.domain.articles import NOT_RATED, Claim, Kind, ReviewStatus
from workbench.domain.clock import utc_now
from workbench.domain.errors import NotFoundError
from workbench.domain.evidence import EvidenceState
from workbench.domain.review import DEFAULT_SCALE, CitedEvidence, Event, RatingScale, Verdict, VerdictKind
from workbench.domain.standing import person, review_status, searched_in_vain, standing, taken_back
from workbench.store import chain
from workbench.store import events as trail_of
from workbench.store.acts import Act
from workbench.store.claims import refuse_missing, stored_claim
from workbench.store.database import Database
from workbench.store.edits import plain_insert, rows_of
from workbench.store.events import events, record
from workbench.store.rows import (
    SCALES,
    VERDICTS,
    Row,
    claim_from,
    from_json,
    prefixed,
    scale_from,
    to_json,
    verdict_from,
)

REQUEST, PUBLISH, NOTHING_FOUND = "review.request_second", "review.publish", "review.nothing_found"
CONSENT = "review.consent"
"""One of two who differ agrees to a rating; it is settled when the other has too."""


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
    scale_kept: bool = False
    """Whether the scale was kept in the workspace by an earlier verdict or act."""
    adopts: int | None = None
    """The verdict on another claim that is taken over: its event says so."""


@dataclass(frozen=True, slots=True)
class ReviewState:
    """Everything said about one claim that was not taken back, and what was."""

    verdicts: tuple[Verdict, ...] = ()
    """Those not taken back, oldest first."""
    withdrawn: tuple[Verdict, ...] = ()
    requested_by: str | None = None
    """Who asked for a second opinion."""
    request_note: str = ""
    consents: tuple[Event, ...] = ()
    """Who, since the last settlement, agreed to settle it as which rating: the latest of each, oldest first."""
    published_at: str | None = None
    published_by: str | None = None
    nothing_found: Event | None = None
    """The note that a search gave nothing, while no evidence was accepted since."""

    @property
    def standing(self) -> Verdict | None:
        """The verdict that stands."""
        return standing(self.verdicts)


@dataclass(frozen=True, slots=True)
class OpenClaim:
    """A claim and all that its next verdict depends on, read once inside the transaction that writes it."""

    claim: Claim
    review: ReviewState
    scale: RatingScale | None
    """The scale it is rated on as it was kept, None when it is not kept in the workspace yet."""
    scale_id: str
    reviewer_known: bool
    drafted: bool
    """Whether this reviewer has an unfinished reason for it."""
    roles_given: bool
    """Whether anybody was given a role, so that who may rate is to be asked."""


def open_claim(database: Database, claim_id: int, reviewer: str) -> OpenClaim:
    """Read a claim that is to be judged, in three statements however long its history is.

    Raises:
        NotFoundError: There is no such claim, or it was dropped, or its article removed.
    """
    # The names come from the dataclasses, never from a user.
    rows = database.rows(
        "SELECT c.*, a.removed_at AS article_removed_at, "  # noqa: S608
        "coalesce((SELECT value FROM workspace WHERE key = 'scale'), ?) AS scale_in_use, "
        "EXISTS (SELECT 1 FROM reviewers WHERE name = ?) AS reviewer_known, "
        "EXISTS (SELECT 1 FROM drafts WHERE reviewer = ? AND claim_id = c.id) AS drafted, "
        "EXISTS (SELECT 1 FROM events WHERE subject = 'roles') AS roles_given, "
        f"{VERDICTS.selected('v', 'v_')}, {SCALES.selected('s', 's_')} "
        "FROM claims c JOIN articles a ON a.id = c.article_id LEFT JOIN verdicts v ON v.claim_id = c.id "
        "LEFT JOIN rating_scales s ON s.id = "
        "coalesce(v.scale_id, (SELECT value FROM workspace WHERE key = 'scale'), ?) WHERE c.id = ? ORDER BY v.id",
        (DEFAULT_SCALE.id, reviewer, reviewer, DEFAULT_SCALE.id, claim_id),
    )
    if not rows or rows[0]["removed_at"] is not None or rows[0]["article_removed_at"] is not None:
        refuse_missing(rows[0] if rows else None, claim_id)
    first = rows[0]
    given = [verdict_from(prefixed(row, "v_")) for row in rows if row["v_id"] is not None]
    review = _review_state(database, claim_id, given)
    scale_id = first["scale_in_use"] if review.standing is None else review.standing.scale_id
    kept = next((prefixed(row, "s_") for row in rows if row["s_id"] == scale_id), None)
    if kept is None and review.standing is None and given:
        # all verdicts were taken back, and another scale is in use since
        kept = database.row("SELECT * FROM rating_scales WHERE id = ?", (scale_id,))
    return OpenClaim(
        claim=claim_from(first),
        review=review,
        scale=None if kept is None else scale_from(kept),
        scale_id=scale_id,
        reviewer_known=bool(first["reviewer_known"]),
        drafted=bool(first["drafted"]),
        roles_given=bool(first["roles_given"]),
    )


def insert_verdict(connection: sqlite3.Connection, new: NewVerdict, act: Act, *, article_id: int) -> Verdict:
    """Append a verdict and its event inside the caller's write transaction."""
    tip = chain.tip(connection)
    at = max(utc_now(), tip.at)
    columns: Row = {
        "claim_id": new.claim_id,
        "reviewer": act.reviewer,
        "kind": new.kind.value,
        "scale_id": new.scale.id,
        "rating": new.rating,
        "value": new.value,
        "rationale": new.rationale,
        "evidence": to_json(new.evidence),
        "claim_text": new.claim_text,
        "known_at": new.known_at,
        "at": at,
        "supersedes": new.supersedes,
    }
    row: Row = {"id": plain_insert(connection, VERDICTS, columns), **columns}
    record(
        connection,
        reviewer=act.reviewer,
        action=act.action,
        subject="verdicts",
        subject_id=row["id"],
        article_id=article_id,
        claim_id=new.claim_id,
        after={
            "kind": new.kind.value,
            "rating": new.rating,
            "rationale": new.rationale,
            "scale_id": new.scale.id,
            **({} if new.adopts is None else {"adopts": new.adopts}),
        },
        batch=act.batch,
        at=at,
        # a scale that was there before is sealed already
        also=[] if new.scale_kept else [("rating_scales", new.scale.id)],
        tip=tip,
        written={("verdicts", row["id"]): row},
    )
    return verdict_from(row)


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


def corrected_claims(database: Database) -> list[int]:
    """Claims on which a correction was given, taken back or not."""
    rows = database.rows("SELECT DISTINCT claim_id FROM verdicts WHERE kind = ?", (VerdictKind.CORRECTION.value,))
    return [row["claim_id"] for row in rows]


def review_acts(database: Database, action: str, claim_ids: Iterable[int]) -> set[int]:
    """Those of the claims on which an act of a review was ever done, taken back or not."""
    wanted, found = list(claim_ids), set[int]()
    for begin in range(0, len(wanted), 500):
        part = wanted[begin : begin + 500]
        rows = database.rows(
            "SELECT DISTINCT claim_id FROM events WHERE action = ? "  # noqa: S608
            f"AND claim_id IN ({', '.join('?' for _ in part)})",
            (action, *part),
        )
        found |= {row["claim_id"] for row in rows}
    return found


def withdrawn_verdicts(database: Database) -> set[int]:
    """Ids of all verdicts that were taken back and not given again."""
    rows = database.rows(
        "SELECT DISTINCT e.id, e.subject_id FROM events e JOIN events r ON r.reverses = e.id "
        "WHERE e.subject = 'verdicts' AND e.reverses IS NULL"
    )
    gone = trail_of.taken_back(database, [row["id"] for row in rows])
    return {int(row["subject_id"]) for row in rows if row["id"] in gone}


def review_state(database: Database, claim_id: int) -> ReviewState:
    """What stands about one claim."""
    return _review_state(database, claim_id, verdicts(database, claim_ids=[claim_id]))


def _review_state(database: Database, claim_id: int, everything: Sequence[Verdict]) -> ReviewState:
    whole = events(database, claim_id=claim_id)
    trail = [event for event in whole if event.subject in ("verdicts", "review")]
    gone = taken_back(whole)
    acts = [event for event in trail if event.reverses is None]
    given = {int(event.subject_id): event.id for event in acts if event.subject == "verdicts"}
    holding = {event.action: event for event in acts if event.subject == "review" and event.id not in gone}
    settlements = [e.id for e in acts if e.action == f"verdict.{VerdictKind.SETTLEMENT}" and e.id not in gone]
    settled = max(settlements, default=0)
    agreed = [e for e in acts if e.action == CONSENT and e.id not in gone and e.id > settled]
    request, publication = holding.get(REQUEST), holding.get(PUBLISH)
    nothing = holding.get(NOTHING_FOUND)
    if nothing is not None:
        rows = database.rows(
            "SELECT id FROM evidence WHERE claim_id = ? AND state = ? AND removed_at IS NULL",
            (claim_id, EvidenceState.ACCEPTED.value),
        )
        until = publication.id if publication is not None else None
        if not searched_in_vain(nothing.id, {row["id"] for row in rows}, whole, until):
            nothing = None
    return ReviewState(
        verdicts=tuple(v for v in everything if given.get(v.id) not in gone),
        withdrawn=tuple(v for v in everything if given.get(v.id) in gone),
        requested_by=request.reviewer if request else None,
        request_note=str((request.after or {}).get("note", "")) if request else "",
        consents=tuple({person(event.reviewer): event for event in agreed}.values()),
        published_at=publication.at if publication else None,
        published_by=publication.reviewer if publication else None,
        nothing_found=nothing,
    )


def judged(connection: sqlite3.Connection, opened: OpenClaim, given: Verdict) -> None:
    """Bring `status` and `rating` of a claim in step with a verdict that was just given on it, as `refresh` does."""
    state = replace(opened.review, verdicts=(*opened.review.verdicts, given))
    _write_state(connection, opened.claim, state)


def _write_state(connection: sqlite3.Connection, claim: Claim, state: ReviewState) -> None:
    due = _due(claim, state)
    connection.execute(
        "UPDATE claims SET status = ?, rating = ?, version = version + 1 WHERE id = ?",
        (due["status"], due["rating"], claim.id),
    )


def _due(claim: Claim, state: ReviewState) -> dict[str, Any]:
    status = review_status(
        state.verdicts,
        rateable=claim.rateable,
        second_requested=state.requested_by is not None,
        published=state.published_at is not None,
    )
    return {"status": status.value, "rating": state.standing.rating if state.standing else None}


def refresh(database: Database, claim_id: int) -> None:
    """Bring `status` and `rating` of a claim in step with what stands, inside the caller's write transaction.

    The version is raised too, so that whoever read the claim before is told that something happened.
    """
    with database.write() as connection:
        stored = stored_claim(database, claim_id)
        if stored.removed_at is None:
            _write_state(connection, stored.claim, review_state(database, claim_id))


def refresh_many(database: Database, claim_ids: Iterable[int]) -> None:
    """Bring many claims in step, each as `refresh` does, inside the caller's write transaction."""
    wanted = sorted(set(claim_ids))
    with database.write() as connection:
        rows = rows_of(connection, "claims", "id", wanted, ("id", "kinds", "removed_at"))
        judged_ones = _ever_judged(database, wanted)
        due: list[tuple[str, int]] = []
        for claim_id in wanted:
            if claim_id in judged_ones or claim_id not in rows:
                refresh(database, claim_id)
            elif rows[claim_id]["removed_at"] is None:
                kinds = {Kind(kind) for kind in from_json(rows[claim_id]["kinds"])}
                status = review_status((), rateable=not NOT_RATED & kinds, second_requested=False, published=False)
                due.append((status.value, claim_id))
        connection.executemany("UPDATE claims SET status = ?, rating = NULL, version = version + 1 WHERE id = ?", due)


def _ever_judged(database: Database, claim_ids: Sequence[int]) -> set[int]:
    """Those on which something was said that their state may follow from."""
    found: set[int] = set()
    for begin in range(0, len(claim_ids), chain.MANY):
        part = tuple(claim_ids[begin : begin + chain.MANY])
        holes = ", ".join("?" for _ in part)
        for sql in (
            f"SELECT claim_id FROM verdicts WHERE claim_id IN ({holes})",  # noqa: S608
            f"SELECT claim_id FROM events WHERE claim_id IN ({holes}) AND subject IN ('verdicts', 'review')",  # noqa: S608
        ):
            found.update(row["claim_id"] for row in database.rows(sql, part))
    return found


def due_columns(database: Database, claim_id: int) -> dict[str, Any]:
    """What `status` and `rating` of a claim must be by its verdicts and the acts of its review."""
    return _due(stored_claim(database, claim_id).claim, review_state(database, claim_id))


def record_request(connection: sqlite3.Connection, claim: Claim, act: Act, *, note: str) -> None:
    """Write that a second opinion is asked for."""
    _record_act(connection, claim, act, {"note": note})


def record_publication(connection: sqlite3.Connection, claim: Claim, act: Act, *, verdict: Verdict) -> None:
    """Write that the verdict that stands is published."""
    _record_act(connection, claim, act, {"verdict": verdict.id, "rating": verdict.rating})


def record_nothing_found(connection: sqlite3.Connection, claim: Claim, act: Act, *, note: str) -> None:
    """Write that a search for evidence gave nothing."""
    _record_act(connection, claim, act, {"note": note})


def record_consent(connection: sqlite3.Connection, claim: Claim, act: Act, *, rating: str, note: str) -> None:
    """Write that one of those who differ agrees to settle the claim as this rating."""
    _record_act(connection, claim, act, {"rating": rating, "note": note})


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
