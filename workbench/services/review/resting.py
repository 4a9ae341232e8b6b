"""What published verdicts rest on: it stays as it is, and whoever would change it is told what to do instead."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from workbench.domain.articles import ReviewStatus
from workbench.domain.errors import LockedError
from workbench.domain.evidence import EvidenceState
from workbench.domain.review import Event, Subject, Verdict
from workbench.domain.standing import published_on, relied_on
from workbench.services.workspace import Workspace
from workbench.store import verdicts as store
from workbench.store.claims import claim as read_claim
from workbench.store.claims import published_of
from workbench.store.evidence import evidence_of, passages_of_links


def refuse_rested_on(workspace: Workspace, claim_id: int, passage_id: int) -> None:
    """Refuse to change how a passage is linked to a claim whose published verdict, or a correction of it, rests on it.

    Raises:
        LockedError: It does; the sentence says how a published verdict is corrected.
    """
    if read_claim(workspace.database, claim_id).status is ReviewStatus.PUBLISHED:
        _refuse(workspace, claim_id, {passage_id})


def refuse_to_reverse(workspace: Workspace, act: Iterable[Event]) -> None:
    """Refuse to take back, or to do again, what was decided about passages that published verdicts rest on.

    Raises:
        LockedError: As for `refuse_rested_on`.
    """
    changed: dict[int, list[str]] = {}
    for event in act:
        if event.subject == Subject.EVIDENCE and event.claim_id is not None:
            changed.setdefault(event.claim_id, []).append(event.subject_id)
    for claim_id in published_of(workspace.database, changed):
        _refuse(workspace, claim_id, passages_of_links(workspace.database, changed[claim_id]))


def _refuse(workspace: Workspace, claim_id: int, passages: Collection[int]) -> None:
    verdicts = store.review_state(workspace.database, claim_id).verdicts
    resting = sorted(published_on(verdicts) & set(passages))
    if resting:
        raise LockedError(
            f"what is published on claim {claim_id} rests on passage {resting[0]}, which therefore stays as it is; "
            f"`workbench review correct {claim_id}` gives another verdict, on other evidence."
        )


def no_longer_accepted(workspace: Workspace, stands: Verdict) -> list[int]:
    """The passages that a verdict rests on although they were rejected or taken off since it was given."""
    linked = {one.passage.id: one.evidence.state for one in evidence_of(workspace.database, stands.claim_id)}
    return [one for one in sorted(relied_on([stands])) if linked.get(one) is not EvidenceState.ACCEPTED]


def resting_words(verdict: Verdict) -> str:
    """The passages that a verdict rests on: "passage 3 (refutes), passage 7 (context)"."""
    named = ", ".join(f"passage {piece.passage_id} ({piece.stance})" for piece in verdict.evidence)
    return named or "no evidence"


def corrected_words(workspace: Workspace, correction: Verdict) -> str:
    """What the verdict that was corrected rested on, and what the correction does."""
    before = store.verdict(workspace.database, correction.supersedes or correction.id)
    return (
        f"The verdict of {before.at[:10]} ({before.rating}) rested on {resting_words(before)}; the correction rests on "
        f"{resting_words(correction)}."
    )
