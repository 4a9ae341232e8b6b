"""Reading through the services, in the threads of `runtime.threads`. Services are imported when first needed."""

from __future__ import annotations

import time
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING

from workbench.domain.articles import Claim, ReviewStatus
from workbench.domain.errors import NotFoundError
from workbench.domain.standing import Agreement
from workbench.tui.review.data import ReviewData
from workbench.tui.widgets.evidence_list import Card

if TYPE_CHECKING:
    from datetime import date

    from workbench.domain.evidence import Source
    from workbench.services.record.history import HistoryLine
    from workbench.services.record.stats import Stats
    from workbench.services.review.review import Record
    from workbench.services.workspace import Workspace
    from workbench.store.articles import ArticleSummary


def load_articles(workspace: Workspace) -> list[ArticleSummary]:
    """All articles with their progress, newest first."""
    from workbench.services.evidence.library import list_articles

    return list_articles(workspace)


def load_review(workspace: Workspace, article_id: int) -> ReviewData:
    """An article with its claims, the scale in use and this reviewer's drafts.

    Raises:
        NotFoundError: The article was removed.
    """
    from workbench.services.evidence.library import show_article
    from workbench.services.review.presence import drafts
    from workbench.services.review.scales import current_scale

    article, _ = show_article(workspace, article_id)
    claims, disputed = load_claims(workspace, article_id)
    return ReviewData(article, claims, current_scale(workspace), drafts(workspace), disputed)


def load_claims(workspace: Workspace, article_id: int) -> tuple[tuple[Claim, ...], frozenset[int]]:
    """The claims of an article in reading order, as far as this reviewer may see them; which are disputed."""
    from workbench.services.claims.claims import ClaimFilter, list_claims
    from workbench.services.review.review import record_of

    claims = tuple(list_claims(workspace, ClaimFilter(article_id=article_id)))
    twice = [claim.id for claim in claims if claim.status is ReviewStatus.SECOND_OPINION and claim.rating is not None]
    differ = (claim_id for claim_id in twice if record_of(workspace, claim_id).agreement is Agreement.UNRESOLVED)
    return claims, frozenset(differ)


def load_version(workspace: Workspace, claim_id: int, before: int) -> int:
    """The version of a claim now; `before` of one that was taken out of the list."""
    from workbench.services.claims.claims import get_claim

    try:
        return get_claim(workspace, claim_id).version
    except NotFoundError:
        return before


def load_linked(workspace: Workspace, claim_id: int, day: date | None) -> tuple[tuple[Card, ...], Record]:
    """The evidence linked to a claim and what the record says, as far as this reviewer may see it."""
    from workbench.services.review.blind import visible_evidence
    from workbench.services.review.review import record_of

    linked = visible_evidence(workspace, claim_id)
    cards = tuple(Card(item.passage, item.source, None, item.evidence, day) for item in linked)
    return cards, record_of(workspace, claim_id)


@dataclass(frozen=True, slots=True)
class Seen:
    """How the workspace stands: changes with every act, and with who is here."""

    event_id: int
    others: tuple[tuple[str, int | None, int | None], ...]
    """(reviewer, article, claim) of the other open sessions."""
    index: str = ""
    """Whether the index keeps up with the evidence."""


def look(workspace: Workspace, session: str, article_id: int | None, claim_id: int | None) -> Seen:
    """Say where this session is, and see what has changed and who else is here."""
    from workbench.services.evidence.index_state import index_stamp, index_state
    from workbench.services.record.history import last_event_id
    from workbench.services.review.presence import who_else

    _beat_when_due(workspace, session, article_id, claim_id)
    others = tuple((one.reviewer, one.article_id, one.claim_id) for one in who_else(workspace, session))
    event_id = last_event_id(workspace)
    stamp = index_stamp(workspace)
    if session not in _last_index or _last_index[session][0] != stamp:
        _last_index[session] = (stamp, index_state(workspace))
    return Seen(event_id, others, _last_index[session][1])


_last_index: dict[str, tuple[tuple[int, ...], str]] = {}
_last_beat: dict[str, tuple[float, object]] = {}


def _beat_when_due(workspace: Workspace, session: str, article_id: int | None, claim_id: int | None) -> None:
    """A beat is a write: only where this session has moved, and every few seconds."""
    from workbench.services.review.presence import BEAT_SECONDS, heartbeat

    now, place = time.monotonic(), (article_id, claim_id)
    at, where = _last_beat.get(session, (-1e9, None))
    if place != where or now - at >= BEAT_SECONDS:
        heartbeat(workspace, session, article_id, claim_id)
        _last_beat[session] = (now, place)


def say_goodbye(workspace: Workspace, session: str) -> None:
    """The session has ended: the others see it at once."""
    from workbench.services.review.presence import leave

    leave(workspace, session)
    _last_beat.pop(session, None)
    _last_index.pop(session, None)


def load_source(workspace: Workspace, source_id: str) -> Source:
    """A source with its text."""
    from workbench.services.evidence.library import show_source

    return show_source(workspace, source_id)[0]


def load_history(
    workspace: Workspace, article_id: int | None, claim_id: int | None, limit: int
) -> tuple[list[HistoryLine], dict[int, str], dict[int, str]]:
    """The newest lines of a history, and what they are about: the words of claims, the titles of articles."""
    from workbench.services.claims.claims import get_claim
    from workbench.services.evidence.library import list_articles
    from workbench.services.record.history import history

    lines = history(workspace, article_id=article_id, claim_id=claim_id, limit=limit, newest_first=True)
    claims: dict[int, str] = {}
    for about in {line.claim_id for line in lines if line.claim_id is not None}:
        with suppress(NotFoundError):  # it was taken out of the list
            claims[about] = get_claim(workspace, about).quote
    whole = article_id is None and claim_id is None
    return lines, claims, {one.id: one.title for one in list_articles(workspace)} if whole else {}


def load_stats(workspace: Workspace, article_id: int | None) -> Stats:
    """What the reviews of an article come to, or those of the whole workspace.

    Raises:
        NotFoundError: The article was removed.
    """
    from workbench.services.record.stats import stats

    return stats(workspace, article_id)
