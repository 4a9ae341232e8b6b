"""What a review shows, read through the services in a thread. Services are imported when they are first needed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from workbench.domain.articles import Article, Claim, ReviewStatus
from workbench.domain.review import RatingScale
from workbench.domain.standing import Agreement
from workbench.tui.text.beside import Beside
from workbench.tui.widgets.evidence_list import Card

if TYPE_CHECKING:
    from datetime import date

    from workbench.services.review.review import ClaimRecord
    from workbench.services.workspace import Workspace


@dataclass(frozen=True, slots=True)
class ReviewData:
    """An article under review."""

    article: Article
    claims: tuple[Claim, ...]
    scale: RatingScale
    drafts: dict[int, str] = field(default_factory=dict)
    disputed: frozenset[int] = frozenset()
    """Claims on which two opinions differ and nothing has settled it."""
    beside: dict[int, Beside] = field(default_factory=dict)


def load_beside(workspace: Workspace, claims: Sequence[Claim]) -> dict[int, Beside]:
    """What the desk keeps beside claims: tags, who is to do them, how many comments there are to read."""
    from workbench.services.review.desk_work import assigned, comments_on, tags_on

    ids = [claim.id for claim in claims]
    tags, given = tags_on(workspace, "claim", ids), assigned(workspace, "claim")
    said = Counter(one.claim_id for one in comments_on(workspace, ids))
    found = {
        claim.id: Beside(
            tags.get(str(claim.id), ()),
            given[claim.id].assignee if claim.id in given else "",
            given[claim.id].due if claim.id in given else None,
            said[claim.id],
        )
        for claim in claims
    }
    return {claim_id: one for claim_id, one in found.items() if one != Beside()}


def load_review(workspace: Workspace, article_id: int) -> ReviewData:
    """An article with its claims, the scale in use and this reviewer's drafts.

    Raises:
        NotFoundError: The article was removed.
    """
    from workbench.services.articles.stored_articles import show_article
    from workbench.services.review.presence import drafts
    from workbench.services.review.scales import current_scale

    article, _ = show_article(workspace, article_id)
    claims, disputed, beside = load_claims(workspace, article_id)
    return ReviewData(article, claims, current_scale(workspace), drafts(workspace), disputed, beside)


def load_claims(workspace: Workspace, article_id: int) -> tuple[tuple[Claim, ...], frozenset[int], dict[int, Beside]]:
    """The claims of an article in reading order, as far as this reviewer may see them; which are disputed; what the
    desk keeps beside them.
    """
    from workbench.domain.articles import ClaimFilter
    from workbench.services.review.blind import list_claims
    from workbench.services.review.review import record_of

    claims = tuple(list_claims(workspace, ClaimFilter(article_id=article_id)))
    twice = [claim.id for claim in claims if claim.status is ReviewStatus.SECOND_OPINION and claim.rating is not None]
    differ = (claim_id for claim_id in twice if record_of(workspace, claim_id).agreement is Agreement.UNRESOLVED)
    return claims, frozenset(differ), load_beside(workspace, claims)


def load_linked(workspace: Workspace, claim_id: int, day: date | None) -> tuple[tuple[Card, ...], ClaimRecord]:
    """The evidence linked to a claim and what the record says, as far as this reviewer may see it."""
    from workbench.services.review.blind import visible_evidence
    from workbench.services.review.review import record_of

    linked = visible_evidence(workspace, claim_id)
    cards = tuple(Card(item.passage, item.source, None, item.evidence, day) for item in linked)
    return cards, record_of(workspace, claim_id)
