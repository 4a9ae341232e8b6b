"""Taking over an earlier verdict of the desk for a claim that means the same: an act of its own, with its reference."""

from __future__ import annotations

from workbench.domain.errors import BadInputError
from workbench.domain.evidence import EvidenceState, Stance
from workbench.domain.review import Verdict
from workbench.reports.harmless import day
from workbench.services.review.blind import visible_evidence
from workbench.services.review.judging import Cited, scale_of
from workbench.services.review.review import rate, record_of
from workbench.services.workspace import Workspace
from workbench.store.claims import claim as read_claim
from workbench.store.sources import sources_of_passages


def adopted_reason(earlier: Verdict) -> str:
    """The reason that a verdict which is taken over begins with: whose it was, when it was given, and why."""
    whose = f"rated {earlier.rating} by {earlier.reviewer} on {day(earlier.at)}"
    return f"As in the verdict on claim {earlier.claim_id}, {whose}: {earlier.rationale}"


def adopt(
    workspace: Workspace, claim_id: int, earlier_id: int, *, why: str | None = None, version: int | None = None
) -> Verdict:
    """Rate a claim as the desk rated another one: this reviewer's verdict, today's, that names the one it follows.

    The passages the earlier verdict rests on are linked to the claim, as far as they are there still, beside those
    that were accepted for it.

    Args:
        workspace: The open workspace.
        claim_id: The claim to be rated.
        earlier_id: The claim whose verdict is taken over.
        why: The reason; left out, the earlier one with its reference.
        version: The version of the claim that was read.

    Raises:
        NotFoundError: There is no such claim.
        BadInputError: The other claim has no verdict that this reviewer may see, or the scales do not agree.
        ConflictError, LockedError: As for `services.review.review.rate`.
    """
    database = workspace.database
    with database.write():
        read_claim(database, claim_id)
        earlier = record_of(workspace, earlier_id).standing
        if earlier is None or claim_id == earlier_id:
            raise BadInputError(f"claim {earlier_id} has no verdict that could be taken over for claim {claim_id}.")
        scale = scale_of(workspace, claim_id)
        if scale.find(earlier.rating) is None or scale.id != earlier.scale_id:
            raise BadInputError(
                f"claim {earlier_id} was rated {earlier.rating} on the scale {earlier.scale_id!r}, claim {claim_id} is "
                f"rated on {scale.id!r}: choose the rating yourself."
            )
        there = sources_of_passages(database, [piece.passage_id for piece in earlier.evidence])
        own = {
            item.passage.id: item.evidence.stance
            for item in visible_evidence(workspace, claim_id)
            if item.evidence.state is EvidenceState.ACCEPTED
        }
        came = {one.passage_id: Stance(one.stance) for one in earlier.evidence if one.passage_id in there}
        cited: list[Cited] = [*own.items(), *((key, stance) for key, stance in came.items() if key not in own)]
        return rate(
            workspace,
            claim_id,
            earlier.rating,
            why=adopted_reason(earlier) if why is None else why,
            evidence=cited,
            version=version,
            adopts=earlier.id,
        )
