"""The life of a claim: evidence decided, rated, judged a second time, settled, published, corrected.

Every function writes its rows and its events in one transaction; verdicts are only ever added.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Unpack

from workbench.domain.articles import Claim, ClaimFilter, ReviewStatus
from workbench.domain.errors import BadInputError, LockedError
from workbench.domain.review import Event, Rating, RatingScale, Verdict, VerdictKind
from workbench.domain.standing import Agreement, agreement, opinions, person, same_person
from workbench.services.review.blind import blind, visible_claim
from workbench.services.review.judging import (
    Given,
    check_version,
    checked_reason,
    give_verdict,
    new_act,
    rating_named,
    remark,
    scale_after,
    scale_of,
)
from workbench.services.review.permissions import require_editor
from workbench.services.review.resting import changed_since, refuse_published
from workbench.services.workspace import Workspace
from workbench.store import verdicts as store
from workbench.store.articles import article
from workbench.store.claims import claim as read_claim
from workbench.store.claims import claims
from workbench.store.database import Database


@dataclass(frozen=True, slots=True)
class ClaimRecord:
    """What the record says about one claim, as far as this reviewer may see it."""

    status: ReviewStatus
    agreement: Agreement
    standing: Verdict | None
    verdicts: tuple[Verdict, ...]
    withdrawn: tuple[Verdict, ...]
    requested_by: str | None
    request_note: str
    published_at: str | None
    published_by: str | None
    nothing_found_by: str | None
    nothing_found_note: str
    blind: bool
    """True while others' verdicts are hidden from this reviewer."""
    scale: RatingScale
    """The scale it is rated on: that of its verdict, else the one in use."""
    consents: tuple[Event, ...] = ()
    """Who of those who differ agreed to settle it as which rating, since it was last settled."""


def record_of(workspace: Workspace, claim_id: int) -> ClaimRecord:
    """What the record says about a claim; the others' verdicts are left out while this reviewer judges blind."""
    database = workspace.database
    claim = read_claim(database, claim_id)
    state = store.review_state(database, claim_id)
    hidden = blind(workspace, claim_id)
    mine = tuple(v for v in state.verdicts if same_person(v.reviewer, workspace.reviewer))
    found = state.nothing_found
    if hidden and found is not None and not same_person(found.reviewer, workspace.reviewer):
        found = None
    return ClaimRecord(
        status=claim.status,
        agreement=agreement(state.verdicts),
        standing=None if hidden else state.standing,
        verdicts=mine if hidden else state.verdicts,
        withdrawn=() if hidden else state.withdrawn,
        requested_by=state.requested_by,
        request_note=state.request_note,
        published_at=state.published_at,
        published_by=state.published_by,
        nothing_found_by=found.reviewer if found else None,
        nothing_found_note=str((found.after or {}).get("note", "")) if found else "",
        blind=hidden,
        scale=scale_after(workspace, state.standing),
        consents=() if hidden else state.consents,
    )


def rate(workspace: Workspace, claim_id: int, rating: str, **given: Unpack[Given]) -> Verdict:
    """Rate a claim; on one that waits for a second opinion, another reviewer's rating is that opinion.

    Args:
        workspace: The open workspace.
        claim_id: The claim.
        rating: Key or words of a step of the claim's scale, any case.
        given: The reason and what else a rating is given with.

    Raises:
        NotFoundError: There is no such claim or passage.
        BadInputError: There is no such rating, no reason, the claim is not to be rated, or differs and must be settled.
        ConflictError: The claim was changed, or rated by someone else, after `version` was read.
        LockedError: The claim is published or settled.
    """
    database = workspace.database
    with database.write(asked=False):  # the claim says whether there are roles: a key costs few statements
        opened = _open(workspace, claim_id)
        if opened.roles_given:
            database.require_allowed()
        claim, state = opened.claim, opened.review
        if not claim.rateable and not state.verdicts:
            raise BadInputError(
                f"claim {claim_id} is listed, not rated ({' and '.join(claim.kinds)}). If it can be checked, change "
                "its kind first."
            )
        if claim.status is ReviewStatus.SETTLED:
            raise LockedError(
                f"claim {claim_id} is settled; `workbench review settle {claim_id}` settles it again, with a reason."
            )
        if len(opinions(state.verdicts)) > 1:
            raise BadInputError(
                f"two opinions on claim {claim_id} differ; `workbench review settle {claim_id}` settles it, with "
                "a reason."
            )
        stands = state.standing
        second = (
            claim.status is ReviewStatus.SECOND_OPINION
            and stands is not None
            and not same_person(stands.reviewer, workspace.reviewer)
        )
        kind = VerdictKind.SECOND_OPINION if second else VerdictKind.VERDICT
        return give_verdict(workspace, opened, kind, rating, **given)


def request_second_opinion(workspace: Workspace, claim_id: int, *, note: str = "", version: int | None = None) -> Claim:
    """Ask for a second reviewer, who judges without seeing the first one's rating, reason and stances.

    Raises:
        BadInputError: The claim is not rated yet, or a second opinion is asked for or settled already.
        LockedError: The claim is published.
        ConflictError: The claim was changed after `version` was read.
    """
    database = workspace.database
    with database.write() as connection:
        claim = _unpublished(database, claim_id)
        if claim.status is not ReviewStatus.RATED:
            said = {
                ReviewStatus.SECOND_OPINION: "waits for a second opinion already",
                ReviewStatus.SETTLED: "has two opinions already",
            }.get(claim.status, "is not rated yet, so there is nothing to compare with")
            raise BadInputError(f"claim {claim_id} {said}.")
        check_version(workspace, claim, version, "ask for a second opinion")
        act = new_act(workspace, store.REQUEST)
        store.record_request(connection, claim, act, note=remark(" ".join(note.split())))
        store.refresh(database, claim_id)
        return visible_claim(workspace, claim_id)


def second_opinion(workspace: Workspace, claim_id: int, rating: str, **given: Unpack[Given]) -> Verdict:
    """Give the second opinion that a claim asks for (arguments as for `rate`).

    Raises:
        BadInputError: None was asked for, or this reviewer gave the first one.
        NotFoundError, ConflictError, LockedError: As for `rate`.
    """
    database = workspace.database
    with database.write():
        claim = _unpublished(database, claim_id)
        if claim.status is not ReviewStatus.SECOND_OPINION:
            raise BadInputError(f"no second opinion on claim {claim_id} is asked for.")
        given_by = opinions(store.review_state(database, claim_id).verdicts)
        if any(same_person(verdict.reviewer, workspace.reviewer) for verdict in given_by):
            who = workspace.reviewer
            raise BadInputError(f"{who} has rated claim {claim_id} already: a second opinion is another's.")
        return rate(workspace, claim_id, rating, **given)


def settle(
    workspace: Workspace, claim_id: int, rating: str, *, by_consent: bool = False, **given: Unpack[Given]
) -> Verdict | None:
    """Settle two opinions that differ: a third reviewer decides, or those who differ agree (`by_consent`).

    Consent is one act by each: it is noted, and the last of them to agree to the same rating settles it. None says
    that the claim waits for another's consent.

    Raises:
        BadInputError: There are no two opinions; or one of the two settles without consent; or a third says consent.
        NotAllowedError: There are roles, and this third is no editor.
        NotFoundError, ConflictError, LockedError: As for `rate`.
    """
    database = workspace.database
    with database.write():
        opened = _open(workspace, claim_id)
        both = opinions(opened.review.verdicts)
        if len(both) < 2:
            raise BadInputError(f"claim {claim_id} has no two opinions to settle.")
        names = " and ".join(verdict.reviewer for verdict in both)
        involved = any(same_person(verdict.reviewer, workspace.reviewer) for verdict in both)
        if involved and not by_consent:
            raise BadInputError(
                f"{workspace.reviewer} gave one of the two opinions: a third reviewer settles, or both by consent."
            )
        if by_consent and not involved:
            raise BadInputError(f"consent is between {names}; {workspace.reviewer} settles as a third.")
        if not by_consent:
            require_editor(workspace, "settles as a third")
            return give_verdict(workspace, opened, VerdictKind.SETTLEMENT, rating, **given)
        step = rating_named(scale_of(workspace, claim_id), rating)
        check_version(workspace, opened.claim, given.get("version"), f"agree to {step.words}")
        given["why"] = checked_reason(given["why"])
        if any(same_person(name, workspace.reviewer) for name in waiting_for(workspace, claim_id, step.words)):
            _note_consent(workspace, opened.claim, step, given["why"])
        given["version"] = None  # noting it has raised the version
        if waiting_for(workspace, claim_id, step.words):
            return None
        given["why"] = f"By consent of {names}: {given['why']}"
        return give_verdict(workspace, _open(workspace, claim_id), VerdictKind.SETTLEMENT, rating, **given)


def _note_consent(workspace: Workspace, claim: Claim, step: Rating, why: str) -> None:
    database = workspace.database
    with database.write() as connection:
        act = new_act(workspace, store.CONSENT)
        store.record_consent(connection, claim, act, rating=step.words, note=why)
        store.refresh(database, claim.id)


def waiting_for(workspace: Workspace, claim_id: int, rating: str) -> list[str]:
    """Who of those whose opinions differ has not agreed to settle a claim as this rating (its words)."""
    state = store.review_state(workspace.database, claim_id)
    agreed = {person(event.reviewer) for event in state.consents if (event.after or {}).get("rating") == rating}
    return [verdict.reviewer for verdict in opinions(state.verdicts) if person(verdict.reviewer) not in agreed]


def publish(workspace: Workspace, claim_id: int, *, version: int | None = None) -> Claim:
    """Publish the verdict that stands: it is locked, and only a dated correction changes it afterwards.

    Raises:
        BadInputError: The claim is not rated, waits for a second opinion, two opinions differ, its verdict rests on
            what was rejected, or given another stance, since, or was given on another wording.
        LockedError: It is published already.
        ConflictError: The claim was changed after `version` was read.
    """
    database = workspace.database
    with database.write() as connection:
        require_editor(workspace, "publishes")
        claim = _unpublished(database, claim_id)
        if claim.status not in (ReviewStatus.RATED, ReviewStatus.SETTLED):
            unresolved = len(opinions(store.review_state(database, claim_id).verdicts)) > 1
            said = {
                ReviewStatus.SECOND_OPINION: "has two opinions that differ"
                if unresolved
                else "waits for a second opinion",
                ReviewStatus.NOT_RATED: "is listed, not rated",
            }.get(claim.status, "is not rated yet")
            raise BadInputError(f"claim {claim_id} {said}; nothing was published.")
        check_version(workspace, claim, version, "publish")
        stands = store.review_state(database, claim_id).standing
        assert stands is not None  # a rated claim has a verdict that stands
        if changed := changed_since(workspace, stands, claim.status):
            raise BadInputError(f"the verdict on claim {claim_id} {changed}; nothing was published.")
        act = new_act(workspace, store.PUBLISH)
        store.record_publication(connection, claim, act, verdict=stands)
        store.refresh(database, claim_id)
        return read_claim(database, claim_id)


def publish_article(workspace: Workspace, article_id: int) -> tuple[list[Claim], dict[int, str]]:
    """Publish every claim of an article that is rated or settled.

    Gives the claims published now and, by their ids, those that wait; of one whose verdict rests on what was changed
    since, what that is.
    """
    article(workspace.database, article_id)
    published, waiting = [], dict[int, str]()
    with workspace.database.write():
        require_editor(workspace, "publishes")
        for claim in claims(workspace.database, ClaimFilter(article_id, with_duplicates=False)):
            if claim.status in (ReviewStatus.RATED, ReviewStatus.SETTLED):
                stands = store.review_state(workspace.database, claim.id).standing
                if stands is not None and (changed := changed_since(workspace, stands, claim.status)):
                    waiting[claim.id] = changed
                else:
                    published.append(publish(workspace, claim.id))
            elif claim.status in (ReviewStatus.OPEN, ReviewStatus.SECOND_OPINION):
                waiting[claim.id] = ""
    return published, waiting


def correct(workspace: Workspace, claim_id: int, rating: str, **given: Unpack[Given]) -> Verdict:
    """Correct a published verdict: a new, dated one with a reason; the old one stays in the record.

    Raises:
        BadInputError: The claim is not published.
        NotFoundError, ConflictError: As for `rate`.
    """
    database = workspace.database
    with database.write():
        opened = store.open_claim(database, claim_id, workspace.reviewer)
        require_editor(workspace, "corrects what is published")
        if opened.claim.status is not ReviewStatus.PUBLISHED:
            raise BadInputError(f"claim {claim_id} is not published: rate it again instead of correcting it.")
        return give_verdict(workspace, opened, VerdictKind.CORRECTION, rating, **given)


def _open(workspace: Workspace, claim_id: int) -> store.OpenClaim:
    """Read a claim that is to be judged.

    Raises:
        LockedError: It is published.
    """
    opened = store.open_claim(workspace.database, claim_id, workspace.reviewer)
    refuse_published(opened.claim)
    return opened


def _unpublished(database: Database, claim_id: int) -> Claim:
    claim = read_claim(database, claim_id)
    refuse_published(claim)
    return claim
