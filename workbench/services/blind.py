"""What a second reviewer must not see before they have rated: the first one's rating, reason and stances."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from workbench.domain.articles import Origin, ReviewStatus
from workbench.domain.evidence import Evidence, EvidenceState
from workbench.domain.review import Verdict
from workbench.domain.standing import is_blind, same_person
from workbench.services.workspace import Workspace
from workbench.store.claims import claim, claims
from workbench.store.evidence import LinkedPassage, evidence_of
from workbench.store.verdicts import review_state, verdicts, withdrawn_verdicts

if TYPE_CHECKING:
    from workbench.store.reporting import Record


def blind(workspace: Workspace, claim_id: int) -> bool:
    """Whether this reviewer may not see the others' ratings, reasons and stances on a claim yet."""
    status = claim(workspace.database, claim_id).status
    if status is not ReviewStatus.SECOND_OPINION:
        return False
    return is_blind(review_state(workspace.database, claim_id).verdicts, status, workspace.reviewer)


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


def visible_verdicts(workspace: Workspace, claim_id: int) -> list[Verdict]:
    """Verdicts on a claim that hold, oldest first; while this reviewer judges blind, only their own."""
    state = review_state(workspace.database, claim_id)
    if not blind(workspace, claim_id):
        return list(state.verdicts)
    return [verdict for verdict in state.verdicts if same_person(verdict.reviewer, workspace.reviewer)]


def visible_evidence(workspace: Workspace, claim_id: int) -> list[LinkedPassage]:
    """Evidence linked to a claim; while this reviewer judges blind, the others' decisions look undecided.

    The passages themselves stay: what was found may be used by both, what was made of it not.
    """
    linked = evidence_of(workspace.database, claim_id)
    if not blind(workspace, claim_id):
        return linked
    return [
        item if own_decision(item.evidence, workspace.reviewer) else replace(item, evidence=_undecided(item.evidence))
        for item in linked
    ]


def unseen_now(workspace: Workspace, article_id: int | None = None) -> set[int]:
    """Claims, of one article or of all, on which this reviewer is still to judge blind."""
    waiting = claims(workspace.database, article_id=article_id, statuses=(ReviewStatus.SECOND_OPINION,))
    return unseen_claims(workspace, [one.id for one in waiting])


def blinded(workspace: Workspace, record: Record, hidden: set[int]) -> Record:
    """The record without what others decided about the `hidden` claims: they look as if nobody had judged them."""

    def seen(claim_id: int | None, by: str | None) -> bool:
        return claim_id not in hidden or same_person(by or "", workspace.reviewer)

    return replace(
        record,
        claims=[
            replace(entry, claim=replace(entry.claim, rating=None)) if entry.claim.id in hidden else entry
            for entry in record.claims
        ],
        evidence=[
            link
            if link.evidence.claim_id not in hidden or own_decision(link.evidence, workspace.reviewer)
            else replace(link, evidence=_undecided(link.evidence))
            for link in record.evidence
        ],
        verdicts=[verdict for verdict in record.verdicts if seen(verdict.claim_id, verdict.reviewer)],
        events=[
            event
            for event in record.events
            if event.subject not in ("verdicts", "evidence") or seen(event.claim_id, event.reviewer)
        ],
    )


def own_decision(evidence: Evidence, reviewer: str) -> bool:
    """Whether a reviewer judging blind may see this decision: their own, or what the machine suggested."""
    return evidence.origin is Origin.MACHINE or same_person(evidence.reviewer or "", reviewer)


def _undecided(evidence: Evidence) -> Evidence:
    return replace(
        evidence,
        state=EvidenceState.SUGGESTED,
        stance=None,
        probability=None,
        origin=Origin.MACHINE,
        reviewer=None,
        note="",
        pinned=False,
    )
