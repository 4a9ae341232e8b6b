"""What a second reviewer must not see before they have rated: what the first one made of the claim and its evidence."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from workbench.domain.articles import Claim, ClaimFilter, Origin, ReviewStatus
from workbench.domain.evidence import Evidence
from workbench.domain.review import Event, Subject, Verdict
from workbench.domain.standing import is_blind, review_status, same_person, taken_back
from workbench.services.workspace import Workspace
from workbench.store import claims as store
from workbench.store.claims import claim, claims
from workbench.store.events import events
from workbench.store.evidence import LinkedPassage, evidence_of
from workbench.store.named_claims import stored_with
from workbench.store.rated_claims import followed_claims
from workbench.store.verdicts import (
    NOTHING_FOUND,
    PUBLISH,
    REQUEST,
    review_acts,
    review_state,
    verdicts,
    withdrawn_verdicts,
)

if TYPE_CHECKING:
    from workbench.store.reporting import Record


def blind(workspace: Workspace, claim_id: int) -> bool:
    """Whether this reviewer may not see the others' ratings, reasons and stances on a claim yet."""
    status = claim(workspace.database, claim_id).status
    if status is not ReviewStatus.SECOND_OPINION:
        return False
    return is_blind(review_state(workspace.database, claim_id).verdicts, status, workspace.reviewer)


def visible_claim(workspace: Workspace, claim_id: int) -> Claim:
    """One claim; its rating is left out while this reviewer judges blind.

    Raises:
        NotFoundError: There is no such claim.
    """
    one = claim(workspace.database, claim_id)
    return replace(one, rating=None) if blind(workspace, claim_id) else one


def visible_claims(workspace: Workspace, found: Sequence[Claim]) -> list[Claim]:
    """The claims; a rating that this reviewer must not see yet is left out."""
    hidden = unseen_claims(workspace, [one.id for one in found if one.status is ReviewStatus.SECOND_OPINION])
    return [replace(one, rating=None) if one.id in hidden else one for one in found]


def list_claims(workspace: Workspace, filters: ClaimFilter | None = None) -> list[Claim]:
    """Claims in reading order (or by worthiness). A rating that this reviewer must not see yet is left out."""
    return visible_claims(workspace, claims(workspace.database, filters))


def removed_claims(workspace: Workspace, article_id: int | None = None) -> list[Claim]:
    """Claims that were dropped, of one article or of all. A rating that this reviewer must not see yet is left out."""
    return visible_claims(workspace, store.removed_claims(workspace.database, article_id))


def unseen_claims(workspace: Workspace, claim_ids: Sequence[int]) -> set[int]:
    """Those of the claims waiting for a second opinion whose rating this reviewer must not see yet."""
    if not claim_ids:
        return set()
    gone = withdrawn_verdicts(workspace.database)
    given: dict[int, list[Verdict]] = {claim_id: [] for claim_id in claim_ids}
    for verdict in verdicts(workspace.database, claim_ids=claim_ids):
        if verdict.id not in gone:
            given[verdict.claim_id].append(verdict)
    waiting = ReviewStatus.SECOND_OPINION
    return {claim_id for claim_id, those in given.items() if is_blind(those, waiting, workspace.reviewer)}


def said_blind(workspace: Workspace, claim_ids: Collection[int]) -> set[int]:
    """The comments of this reviewer's on some claims that they made while they judged the claim blind."""
    found: set[int] = set()
    for claim_id in sorted(review_acts(workspace.database, REQUEST, claim_ids)):
        given = {str(one.id): one for one in verdicts(workspace.database, claim_ids=[claim_id])}
        trail: list[Event] = []
        unseen = False
        for event in events(workspace.database, claim_id=claim_id):
            if event.subject == Subject.COMMENT and event.reverses is None:
                if unseen and same_person(event.reviewer, workspace.reviewer):
                    found.add(int(event.subject_id))
            elif event.subject in (Subject.VERDICT, Subject.REVIEW) or event.reverses is not None:
                trail.append(event)
                unseen = _was_blind(trail, given, workspace.reviewer)
    return found


def _was_blind(trail: Sequence[Event], given: Mapping[str, Verdict], reviewer: str) -> bool:
    """Whether a reviewer was to judge blind once these events of a claim had happened."""
    gone = taken_back(trail)
    holding = [event for event in trail if event.reverses is None and event.id not in gone]
    acts = {event.action for event in holding}
    those = [given[event.subject_id] for event in holding if event.subject == Subject.VERDICT]
    status = review_status(those, rateable=True, second_requested=REQUEST in acts, published=PUBLISH in acts)
    return is_blind(those, status, reviewer)


def visible_evidence(workspace: Workspace, claim_id: int) -> list[LinkedPassage]:
    """Evidence linked to a claim; while this reviewer judges blind, only what they or a machine linked.

    A passage that another decided about, whichever way, is found again by a search like any other.
    """
    linked = evidence_of(workspace.database, claim_id)
    if not blind(workspace, claim_id):
        return linked
    return [item for item in linked if own_decision(item.evidence, workspace.reviewer)]


def tells_judgement(event: Event) -> bool:
    """Whether an act on a claim tells what its reviewer made of it: a verdict, a decision, a link, a vain search.

    Of undoing and doing again ask about the act that is meant.
    """
    return event.subject in (Subject.VERDICT, Subject.EVIDENCE, Subject.SOURCE) or event.action == NOTHING_FOUND


def unseen_now(workspace: Workspace, article_id: int | None = None, *, dropped: bool = False) -> set[int]:
    """Claims, of one article or of all, on which this reviewer is still to judge blind.

    Args:
        workspace: The open workspace.
        article_id: Only this article's.
        dropped: Also those that were dropped, or their article removed, meanwhile: their record is there all the same.
    """
    if dropped:
        return unseen_claims(workspace, stored_with(workspace.database, ReviewStatus.SECOND_OPINION, article_id))
    waiting = claims(workspace.database, ClaimFilter(article_id, (ReviewStatus.SECOND_OPINION,)))
    return unseen_claims(workspace, [one.id for one in waiting])


def giving_away(workspace: Workspace, verdict_ids: Sequence[int], hidden: set[int]) -> set[int]:
    """Those of the verdicts that took over one on a claim which is `hidden` from this reviewer: they would tell it."""
    if not hidden:
        return set()
    followed = followed_claims(workspace.database, verdict_ids)
    return {verdict_id for verdict_id, claim_ids in followed.items() if not hidden.isdisjoint(claim_ids)}


def blinded(workspace: Workspace, record: Record, hidden: set[int]) -> Record:
    """The record without what others decided about the `hidden` claims: they look as if nobody had judged them."""

    def seen(claim_id: int | None, by: str | None) -> bool:
        return claim_id not in hidden or same_person(by or "", workspace.reviewer)

    secret: set[int] = set()
    for event in record.events:
        judges = tells_judgement(event) or event.reverses in secret
        if judges and not seen(event.claim_id, event.reviewer):
            secret.add(event.id)
    return replace(
        record,
        claims=[
            replace(entry, claim=replace(entry.claim, rating=None)) if entry.claim.id in hidden else entry
            for entry in record.claims
        ],
        evidence=[
            link
            for link in record.evidence
            if link.evidence.claim_id not in hidden or own_decision(link.evidence, workspace.reviewer)
        ],
        verdicts=[verdict for verdict in record.verdicts if seen(verdict.claim_id, verdict.reviewer)],
        events=[event for event in record.events if event.id not in secret],
    )


def own_decision(evidence: Evidence, reviewer: str) -> bool:
    """Whether a reviewer judging blind may see this decision: their own, or what the machine suggested."""
    return evidence.origin is Origin.MACHINE or same_person(evidence.reviewer or "", reviewer)
