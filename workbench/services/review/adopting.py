"""Taking over an earlier verdict of the desk for a claim that means the same: an act of its own, with its reference."""

from __future__ import annotations

from textwrap import shorten

from workbench.domain.errors import BadInputError, ConflictError
from workbench.domain.evidence import EvidenceState, Stance
from workbench.domain.review import Verdict
from workbench.reports.harmless import day
from workbench.services.review.blind import giving_away, unseen_now, visible_evidence
from workbench.services.review.judging import Cited, scale_of
from workbench.services.review.review import rate, record_of
from workbench.services.workspace import Workspace
from workbench.store.claims import claim as read_claim
from workbench.store.sources import sources_of_passages

MOST_TOLD = 200
"""Characters of the other claim's words that a reason tells."""


def adopted_reason(earlier: Verdict) -> str:
    """The reason that a verdict which is taken over begins with: on what it was given, by whom, when, and why.

    The words of the claim and not its number: readers of another article's report know no numbers.
    """
    words = shorten(earlier.claim_text, MOST_TOLD, placeholder=" …")
    whose = f"rated {earlier.rating} by {earlier.reviewer} on {day(earlier.at)}"
    return f"As in the verdict on “{words}”, {whose}: {earlier.rationale}"


def adopt(
    workspace: Workspace,
    claim_id: int,
    earlier_id: int,
    *,
    verdict_id: int | None = None,
    why: str | None = None,
    version: int | None = None,
) -> Verdict:
    """Rate a claim as the desk rated another one: this reviewer's verdict, today's, that names the one it follows.

    The passages the earlier verdict rests on are linked to the claim, as far as they are there still, beside those
    that were accepted for it. What was rejected for it stays rejected and is not relied on.

    Args:
        workspace: The open workspace.
        claim_id: The claim to be rated.
        earlier_id: The claim whose verdict is taken over.
        verdict_id: The verdict on it that was read; left out: whichever stands is taken over.
        why: The reason; left out, the earlier one with its reference.
        version: The version of the claim that was read.

    Raises:
        NotFoundError: There is no such claim.
        BadInputError: The other claim has no verdict that this reviewer may see, the scales do not agree, or the claim
            is to be judged without what others made of it.
        ConflictError: The verdict that was read stands no more; or as for `services.review.review.rate`.
        LockedError: As for `services.review.review.rate`.
    """
    database = workspace.database
    with database.write():
        read_claim(database, claim_id)
        hidden = unseen_now(workspace, dropped=True)
        if claim_id in hidden:
            raise BadInputError(
                f"claim {claim_id} waits for an opinion of your own: rate it without taking another verdict over."
            )
        earlier = record_of(workspace, earlier_id).standing
        secret = earlier_id in hidden or (earlier is not None and giving_away(workspace, [earlier.id], hidden))
        if not secret and verdict_id is not None and (earlier is None or earlier.id != verdict_id):
            raise _another(earlier_id, verdict_id, earlier, why)
        if earlier is None or secret or claim_id == earlier_id:
            raise BadInputError(f"claim {earlier_id} has no verdict that could be taken over for claim {claim_id}.")
        scale = scale_of(workspace, claim_id)
        if scale.find(earlier.rating) is None or scale.id != earlier.scale_id:
            raise BadInputError(
                f"claim {earlier_id} was rated {earlier.rating} on the scale {earlier.scale_id!r}, claim {claim_id} is "
                f"rated on {scale.id!r}: choose the rating yourself."
            )
        there = sources_of_passages(database, [piece.passage_id for piece in earlier.evidence])
        linked = {item.passage.id: item.evidence for item in visible_evidence(workspace, claim_id)}
        accepted = {key for key, evidence in linked.items() if evidence.state is EvidenceState.ACCEPTED}
        rejected = {key for key, evidence in linked.items() if evidence.state is EvidenceState.REJECTED}
        came = {one.passage_id: Stance(one.stance) for one in earlier.evidence if one.passage_id in there}
        cited: list[Cited] = [(key, evidence.stance) for key, evidence in linked.items() if key in accepted]
        cited += [(key, stance) for key, stance in came.items() if key not in accepted | rejected]
        return rate(
            workspace,
            claim_id,
            earlier.rating,
            why=adopted_reason(earlier) if why is None else why,
            evidence=cited,
            version=version,
            adopts=earlier.id,
        )


def _another(earlier_id: int, verdict_id: int, stands: Verdict | None, why: str | None) -> ConflictError:
    now = "it has none now" if stands is None else f"verdict {stands.id} stands, {stands.rating}"
    return ConflictError(
        f"the verdict on claim {earlier_id} is not the one that you read ({now}); nothing was written, look again.",
        mine=f"take verdict {verdict_id} over" if why is None else why,
        theirs="" if stands is None else f"rated {stands.rating} by {stands.reviewer}: {stands.rationale}",
    )
