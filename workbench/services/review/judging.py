"""Giving a verdict: the rating found on its scale, the evidence copied into it, everything in one transaction."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Required, TypedDict, Unpack

from workbench.domain.anchors import Span
from workbench.domain.articles import Claim, Origin, ReviewStatus
from workbench.domain.errors import BadInputError, ConflictError
from workbench.domain.evidence import EvidenceState, Provenance, Stance
from workbench.domain.review import CitedEvidence, Rating, RatingScale, Verdict, VerdictKind
from workbench.domain.standing import is_blind, same_person
from workbench.domain.visible_text import shows_something
from workbench.services.review.blind import blind, own_decision, visible_evidence
from workbench.services.review.deciding import cited_in
from workbench.services.review.resting import refuse_rested_on
from workbench.services.review.scales import current_scale, scale
from workbench.services.workspace import Workspace
from workbench.store import verdicts as store
from workbench.store.acts import Act, new_batch
from workbench.store.drafts import clear_draft
from workbench.store.evidence import EvidencePatch, LinkedPassage, evidence_of, link, write_link
from workbench.store.reviewers import remember_reviewer
from workbench.store.scales import keep_scale

Cited = tuple[int, Stance | None]
"""A passage relied on and what it says; None takes the stance already given to it."""
MAX_REASON = 20_000
MAX_NOTE = 2_000
MAX_NAME = 500


class Given(TypedDict, total=False):
    """What a rating is given with."""

    why: Required[str]
    """The reason, for readers."""
    evidence: Sequence[Cited] | None
    """What the verdict relies on; left out: what was accepted for the claim (by this reviewer, while they judge
    blind). Passages not yet linked to the claim are linked as accepted."""
    only: bool
    """Whether what else was accepted for the claim (by this reviewer, while they judge blind) is put back to undecided,
    in the same act; with `evidence` alone."""
    known_at: date | None
    """Evidence up to this day was considered; left out: today (UTC)."""
    version: int | None
    """The version of the claim that was read; left out: whatever stands is rated."""
    adopts: int | None
    """The verdict on another claim that is taken over; its passages are linked as having come with it."""


def scale_of(workspace: Workspace, claim_id: int) -> RatingScale:
    """The scale a claim is rated on: the one its verdict was given on, else the one in use."""
    return scale_after(workspace, store.review_state(workspace.database, claim_id).standing)


def scale_after(workspace: Workspace, stands: Verdict | None) -> RatingScale:
    """The scale that a claim is rated on once this verdict stands; None: nobody has rated it."""
    return current_scale(workspace) if stands is None else scale(workspace, stands.scale_id)


def rating_named(chosen: RatingScale, name: str) -> Rating:
    """The step of a scale with this key or these words.

    Raises:
        BadInputError: The scale has no such step; the sentence lists the steps.
    """
    found = chosen.find(name)
    if found is None:
        steps = ", ".join(f"{rating.key} {rating.words}" for rating in chosen.ratings)
        raise BadInputError(f"the scale {chosen.name!r} has no rating {name!r}; it has: {steps}.")
    return found


def give_verdict(
    workspace: Workspace,
    opened: store.OpenClaim,
    kind: VerdictKind,
    rating: str,
    **given: Unpack[Given],
) -> Verdict:
    """Append a verdict of some kind, link what it cites, clear the draft, and bring the claim in step.

    Arguments and errors are those of `services.review.review.rate`; whether the act is allowed is the caller's, who
    has read the claim inside the same transaction.
    """
    database, claim = workspace.database, opened.claim
    reason, known_at = checked_reason(given["why"]), given.get("known_at")
    chosen = opened.scale or scale(workspace, opened.scale_id)
    step = rating_named(chosen, rating)
    check_version(workspace, claim, given.get("version"), f"rate it {step.words}")
    if given.get("only") and given.get("evidence") is None:
        raise BadInputError("only what the verdict names can stay accepted, and it names nothing; nothing was stored.")
    if known_at is not None and known_at > latest_day():
        raise BadInputError(f"{known_at} lies ahead: evidence can only be known up to today.")
    with database.write() as connection:
        act = Act(workspace.reviewer, f"verdict.{kind.value}", new_batch())
        if not opened.reviewer_known:
            remember_reviewer(connection, workspace.reviewer)
        came = Provenance.NUMBER if given.get("adopts") is None else Provenance.VERDICT
        cited = _cited(workspace, opened, given.get("evidence"), act, known_at, came)
        if given.get("only"):
            _put_back(workspace, opened, {piece.passage_id for piece in cited}, act)
        if opened.scale is None:
            keep_scale(connection, chosen)
        stands = opened.review.standing
        verdict = store.insert_verdict(
            connection,
            store.NewVerdict(
                claim_id=claim.id,
                kind=kind,
                scale=chosen,
                scale_kept=opened.scale is not None,
                rating=step.words,
                value=step.value,
                rationale=reason,
                evidence=cited,
                claim_text=claim.text,
                known_at=(known_at or datetime.now(UTC).date()).isoformat(),
                supersedes=stands.id if stands and kind is not VerdictKind.SECOND_OPINION else None,
                adopts=given.get("adopts"),
            ),
            act,
            article_id=claim.article_id,
        )
        if opened.drafted:
            clear_draft(database, workspace.reviewer, claim.id)
        store.judged(connection, opened, verdict)
        return verdict


def checked_reason(why: str) -> str:
    """A reason as it is stored, blanks at its ends left out.

    Raises:
        BadInputError: Nothing in it can be read, or it is too long.
    """
    reason = why.strip()
    if not shows_something(reason):
        raise BadInputError("a verdict needs a reason; nothing was stored.")
    if len(reason) > MAX_REASON:
        raise BadInputError(f"a reason may have at most {MAX_REASON:,} characters; nothing was stored.")
    return reason


def latest_day() -> date:
    """Today, here or in UTC, whichever is later: east of Greenwich it is tomorrow while the day in UTC goes on."""
    return max(datetime.now(UTC).date(), date.today())


def _cited(
    workspace: Workspace,
    opened: store.OpenClaim,
    evidence: Sequence[Cited] | None,
    act: Act,
    known_at: date | None,
    came: Provenance,
) -> tuple[CitedEvidence, ...]:
    """Copies of the passages relied on; those not accepted for the claim yet are accepted with the verdict."""
    database, claim = workspace.database, opened.claim
    # What another decided must not enter a verdict that is given without knowing it.
    hidden = is_blind(opened.review.verdicts, claim.status, workspace.reviewer)
    unseen = set[int]()
    for passage_id, stance in evidence or ():
        there = link(database, claim.id, passage_id)
        seen = None if there is None or (hidden and not own_decision(there, workspace.reviewer)) else there
        if there is not None and seen is None:
            unseen.add(passage_id)
        chosen = stance or (seen.stance if seen else None)
        decided = seen is not None and seen.state is EvidenceState.ACCEPTED and seen.stance is chosen
        if not decided:
            with database.write() as connection:
                accepted = replace(decision(workspace, EvidenceState.ACCEPTED, chosen), provenance=came)
                write_link(connection, claim.id, passage_id, accepted, act)
    linked = [
        item
        for item in evidence_of(database, claim.id)
        if not hidden or own_decision(item.evidence, workspace.reviewer)
    ]
    if evidence is None:
        items = [item for item in linked if item.evidence.state is EvidenceState.ACCEPTED]
    else:
        known = {item.passage.id: item for item in linked}
        items = [known[passage_id] for passage_id in dict.fromkeys(passage_id for passage_id, _ in evidence)]
    for item in items:
        published = item.source.published
        if published is not None and published > (known_at or latest_day()):
            raise BadInputError(
                f"passage {item.passage.id} was published on {published}, after {known_at or latest_day()}, up to "
                "which evidence was considered; nothing was stored."
            )
    # what another noted and chose is no part of a blind verdict, and stays on the link
    items = [
        replace(item, evidence=replace(item.evidence, note="", cited=None)) if item.passage.id in unseen else item
        for item in items
    ]
    return tuple(_copy(item, *cited_in(workspace, claim, item)) for item in items)


def _put_back(workspace: Workspace, opened: store.OpenClaim, cited: Collection[int], act: Act) -> None:
    """Leave undecided what was accepted for the claim and is not cited."""
    database, claim = workspace.database, opened.claim
    hidden = is_blind(opened.review.verdicts, claim.status, workspace.reviewer)
    for item in evidence_of(database, claim.id, states=[EvidenceState.ACCEPTED]):
        passage_id = item.passage.id
        if passage_id in cited or (hidden and not own_decision(item.evidence, workspace.reviewer)):
            continue
        refuse_rested_on(workspace, claim.id, passage_id, state=EvidenceState.SUGGESTED)
        with database.write() as connection:
            patch = decision(workspace, EvidenceState.SUGGESTED, item.evidence.stance)
            write_link(connection, claim.id, passage_id, patch, act)


def accepted_beside(workspace: Workspace, given: Verdict) -> list[LinkedPassage]:
    """What is accepted for a claim and no part of a verdict on it; of a second opinion what its reviewer accepted."""
    cited = {piece.passage_id for piece in given.evidence}
    own = given.kind is VerdictKind.SECOND_OPINION
    return [
        item
        for item in visible_evidence(workspace, given.claim_id)
        if item.evidence.state is EvidenceState.ACCEPTED and item.passage.id not in cited
        if not own or own_decision(item.evidence, given.reviewer)
    ]


def _copy(item: LinkedPassage, cited: Span | None, by: Origin | None) -> CitedEvidence:
    return CitedEvidence(
        passage_id=item.passage.id,
        stance=(item.evidence.stance or Stance.CONTEXT).value,
        quote=item.passage.text,
        source_id=item.source.id,
        source_title=item.source.title,
        publisher=item.source.publisher,
        published=item.source.published.isoformat() if item.source.published else None,
        url=item.source.url,
        archive_url=item.source.archive_url,
        start=item.passage.start,
        end=item.passage.end,
        locator=item.passage.locator,
        note=item.evidence.note,
        cited=cited,
        cited_by=by,
    )


def decision(workspace: Workspace, state: EvidenceState, stance: Stance | None) -> EvidencePatch:
    """What a link says of this reviewer's decision."""
    return EvidencePatch(state=state, stance=stance, origin=Origin.PERSON, reviewer=workspace.reviewer)


def check_version(workspace: Workspace, claim: Claim, version: int | None, mine: str) -> None:
    """Refuse to act on a claim that was changed after it was read; a rating to be judged blind is not given away.

    Raises:
        ConflictError: With `mine`, what the caller wanted, and what stands.
    """
    if version is None or version == claim.version:
        return
    hidden = blind(workspace, claim.id)
    stands = store.review_state(workspace.database, claim.id).standing
    seen = stands is not None and not hidden
    status = "" if seen and claim.status is ReviewStatus.RATED else f", {claim.status.value.replace('_', ' ')}"
    theirs = f"{claim.text!r}{status}"
    by = ""
    if stands is not None and not hidden:
        theirs += f", rated {stands.rating} by {stands.reviewer}: {stands.rationale}"
        by = f" ({stands.rating}, by {stands.reviewer})" if not same_person(stands.reviewer, workspace.reviewer) else ""
    was = "was changed after you read it" if version < claim.version else f"has version {claim.version}, not {version}"
    raise ConflictError(
        f"claim {claim.id} {was}{by}; nothing was written. Look again, then repeat your change.",
        mine=mine,
        theirs=theirs,
    )


def remark(text: str, what: str = "a note", *, most: int = MAX_NOTE) -> str:
    """What a reviewer wrote beside an act, blanks at its ends left out; never cut in silence.

    Raises:
        BadInputError: It is longer than `most` characters.
    """
    words = text.strip()
    if len(words) > most:
        raise BadInputError(f"{what} may have at most {most:,} characters; nothing was stored.")
    return words


def new_act(workspace: Workspace, action: str) -> Act:
    """A new act of this reviewer, who is known to the workspace from then on."""
    with workspace.database.write() as connection:
        remember_reviewer(connection, workspace.reviewer)
    return Act(workspace.reviewer, action, new_batch())
