"""What published verdicts rest on: it stays as it is, and whoever would change it is told what to do instead."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from textwrap import shorten

from workbench.domain.articles import Claim, ReviewStatus
from workbench.domain.errors import LockedError
from workbench.domain.evidence import Evidence, EvidenceState, Stance
from workbench.domain.review import CitedEvidence, Event, Subject, Verdict
from workbench.domain.standing import published_verdicts
from workbench.services.workspace import Workspace
from workbench.store import verdicts as store
from workbench.store.claims import claim as read_claim
from workbench.store.claims import published_of
from workbench.store.evidence import evidence_of, link, passages_of_links

_SHOWN = 120
"""Letters of a wording that are told."""
_SAID = frozenset({"state", "stance", "note", "cited", "removed_at"})
"""What a link says; a pin is for the desk alone."""


def refuse_published(claim: Claim) -> None:
    """Refuse to change what is said of a published claim.

    Raises:
        LockedError: It is published; the sentence says how its verdict is corrected.
    """
    if claim.status is ReviewStatus.PUBLISHED:
        raise LockedError(
            f"claim {claim.id} is published and locked; only `workbench review correct {claim.id}` may change it."
        )


def refuse_rested_on(
    workspace: Workspace,
    claim_id: int,
    passage_id: int,
    *,
    state: EvidenceState | None = None,
    stance: Stance | None = None,
    note: str | None = None,
) -> None:
    """Refuse to change how a passage is linked to a claim whose published verdict, or a correction of it, rests on it.

    What makes the link say again what was published passes, where an older record holds one that does not.

    Args:
        workspace: The open workspace.
        claim_id: The claim.
        passage_id: The passage.
        state: What becomes of the link; None leaves it as it is, and with all three so, it is to be taken off.
        stance: What it is to say; None leaves it.
        note: The remark it is to have; None leaves it.

    Raises:
        LockedError: It does; the sentence says how a published verdict is corrected.
    """
    if read_claim(workspace.database, claim_id).status is not ReviewStatus.PUBLISHED:
        return
    cited = _published_on(workspace, claim_id).get(passage_id)
    if cited is None:
        return
    there = link(workspace.database, claim_id, passage_id)
    now = (there.state, _stance(there), there.note) if there is not None else (None, "", None)
    wanted = (state, None if stance is None else stance.value, note)
    published = (EvidenceState.ACCEPTED, cited.stance, cited.note)
    if wanted == (None, None, None) or any(
        new not in (None, kept, told) for new, kept, told in zip(wanted, now, published, strict=True)
    ):
        raise _stays(claim_id, passage_id)


def refuse_to_reverse(workspace: Workspace, act: Iterable[Event]) -> None:
    """Refuse to take back, or to do again, what was decided about passages that published verdicts rest on.

    Raises:
        LockedError: As for `refuse_rested_on`.
    """
    changed: dict[int, list[str]] = {}
    for event in act:
        if event.subject == Subject.EVIDENCE and event.claim_id is not None and _says_something_else(event):
            changed.setdefault(event.claim_id, []).append(event.subject_id)
    for claim_id in published_of(workspace.database, changed):
        touched = passages_of_links(workspace.database, changed[claim_id])
        if resting := sorted(touched & set(_published_on(workspace, claim_id))):
            raise _stays(claim_id, resting[0])


def _says_something_else(event: Event) -> bool:
    """Whether an event changed what a link says, and not its pin alone."""
    if event.before is None or event.after is None:
        return True
    return any(event.before.get(name) != event.after.get(name) for name in _SAID)


def _published_on(workspace: Workspace, claim_id: int) -> Mapping[int, CitedEvidence]:
    """What is published on a claim rests on, by passage, as the last of its verdicts cites it."""
    verdicts = published_verdicts(store.review_state(workspace.database, claim_id).verdicts)
    return {piece.passage_id: piece for verdict in verdicts for piece in verdict.evidence}


def _stance(there: Evidence) -> str:
    """What a link says, as a verdict copies it."""
    return (there.stance or Stance.CONTEXT).value


def _stays(claim_id: int, passage_id: int) -> LockedError:
    return LockedError(
        f"what is published on claim {claim_id} rests on passage {passage_id}, which therefore stays as it is; "
        f"`workbench review correct {claim_id}` gives another verdict, on other evidence."
    )


def changed_since(workspace: Workspace, stands: Verdict, status: ReviewStatus) -> str:
    """Which wording or passage of a verdict says something else by now, and what mends that; "" where none does.

    Published so, the report would tell of it what its link denies, for as long as both are kept.
    """
    linked = {one.passage.id: one.evidence for one in evidence_of(workspace.database, stands.claim_id)}
    again = (
        f"settle the claim again on what is accepted now (`workbench review settle {stands.claim_id}`, by a third "
        "reviewer or by consent)"
        if status is ReviewStatus.SETTLED
        else "rate the claim again on what is accepted now"
    )
    if read_claim(workspace.database, stands.claim_id).text != stands.claim_text:
        worded = shorten(stands.claim_text, _SHOWN, placeholder=" …")
        return f"was given on another wording (“{worded}”); put it back, or {again}"
    for piece in sorted(stands.evidence, key=lambda piece: piece.passage_id):
        there, what = linked.get(piece.passage_id), f"rests on passage {piece.passage_id}"
        if there is None or there.state is not EvidenceState.ACCEPTED:
            return f"{what}, which is no longer accepted; accept it again, or {again}"
        if _stance(there) != piece.stance:
            return f"{what} as {piece.stance}, which is {_stance(there)} by now; put it back, or {again}"
        if there.cited is not None and there.cited.of(piece.quote) != piece.words:
            return f"{what}, of which other words are cited by now; {again}"
    return ""


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
