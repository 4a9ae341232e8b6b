"""Which claims are listed, in which order, and how far a review has come."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from workbench.domain.articles import Claim, ReviewStatus
from workbench.domain.standing import same_person
from workbench.tui.runtime.saved_session import ListFilter
from workbench.tui.text.beside import NOTHING, Beside


def matches(claim: Claim, wanted: ListFilter, beside: Beside = NOTHING) -> bool:
    """Whether a claim is listed under a filter; "#port" looks for a tag, "@ann" for who is to do it."""
    if wanted.states != "all" and claim.status.value.replace("_", " ") != wanted.states:
        return False
    if wanted.kinds and not set(wanted.kinds) & {kind.value for kind in claim.kinds}:
        return False
    if claim.checkworthiness < wanted.min_worth:
        return False
    words = wanted.words.casefold()
    if words.startswith("#"):
        return words[1:] in beside.tags
    if words.startswith("@"):
        return same_person(words[1:], beside.assignee)
    return (
        words in claim.quote.casefold() or words in claim.text.casefold() or words in (claim.speaker or "").casefold()
    )


def listed(
    claims: tuple[Claim, ...],
    wanted: ListFilter,
    keep: Collection[int] = (),
    beside: Mapping[int, Beside] | None = None,
) -> list[Claim]:
    """The claims of a filter in its order; those of `keep` stay listed whatever the filter says."""
    about = beside or {}
    found = [claim for claim in claims if claim.id in keep or matches(claim, wanted, about.get(claim.id, NOTHING))]
    if wanted.by_worth:
        found.sort(key=lambda claim: (-claim.checkworthiness, claim.start, claim.end, claim.id))
    return found


def progress_of(claims: tuple[Claim, ...]) -> tuple[int, int, int]:
    """How many claims are rated, how many are to be rated, and how many wait for a second opinion."""
    rateable = [claim for claim in claims if claim.status is not ReviewStatus.NOT_RATED]
    done = sum(claim.status is not ReviewStatus.OPEN for claim in rateable)
    waiting = sum(claim.status is ReviewStatus.SECOND_OPINION for claim in rateable)
    return done, len(rateable), waiting


def waits(claim: Claim) -> bool:
    """Whether a claim waits for this reviewer: open, or for their second opinion (the first rating is then hidden)."""
    return claim.duplicate_of is None and undecided(claim)


def undecided(claim: Claim) -> bool:
    """Whether this reviewer may still give a first opinion of their own, on a repetition of another claim too."""
    hidden = claim.status is ReviewStatus.SECOND_OPINION and claim.rating is None
    return claim.status is ReviewStatus.OPEN or hidden
