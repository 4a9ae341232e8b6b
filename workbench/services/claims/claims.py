"""Claims to list and to show, as far as this reviewer may see them."""

from __future__ import annotations

from dataclasses import dataclass

from workbench.domain.articles import Claim, Kind, ReviewStatus
from workbench.services.review.blind import visible_claim, visible_claims
from workbench.services.workspace import Workspace
from workbench.store import claims as store


@dataclass(frozen=True, slots=True)
class ClaimFilter:
    """Which claims to list. Empty tuples and None mean no limit."""

    article_id: int | None = None
    statuses: tuple[ReviewStatus, ...] = ()
    kinds: tuple[Kind, ...] = ()
    min_checkworthiness: float = 0.0
    by_worthiness: bool = False
    with_duplicates: bool = True
    tags: tuple[str, ...] = ()
    """Only claims with one of these tags."""
    assignee: str | None = None
    """Only claims that this reviewer is to do."""
    limit: int | None = None
    offset: int = 0


def list_claims(workspace: Workspace, filters: ClaimFilter | None = None) -> list[Claim]:
    """Claims in reading order (or by worthiness). A rating this reviewer must not see yet is left out."""
    wanted = filters or ClaimFilter()
    found = store.claims(
        workspace.database,
        article_id=wanted.article_id,
        statuses=wanted.statuses,
        kinds=[kind.value for kind in wanted.kinds],
        min_checkworthiness=wanted.min_checkworthiness,
        by_worthiness=wanted.by_worthiness,
        with_duplicates=wanted.with_duplicates,
        tags=wanted.tags,
        assignee=wanted.assignee,
        limit=wanted.limit,
        offset=wanted.offset,
    )
    return visible_claims(workspace, found)


def get_claim(workspace: Workspace, claim_id: int) -> Claim:
    """One claim; its rating is left out when this reviewer must not see it yet.

    Raises:
        NotFoundError: There is no such claim.
    """
    return visible_claim(workspace, claim_id)


def removed_claims(workspace: Workspace, article_id: int | None = None) -> list[Claim]:
    """Claims that were dropped, of one article or of all. A rating this reviewer must not see yet is left out."""
    return visible_claims(workspace, store.removed_claims(workspace.database, article_id))
