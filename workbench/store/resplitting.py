"""Replacing the splitter's own suggestions, and nothing that a person has touched."""

from __future__ import annotations

from dataclasses import dataclass

from workbench.domain.articles import Origin
from workbench.store.database import Database

ACTION = "article.resplit"
DATED = "article.date"
"""A person said when the article was published; the claims' times were counted from it by rule."""


@dataclass(frozen=True, slots=True)
class ClaimPlace:
    """A claim's place in its article, and whether a person has had to do with it."""

    id: int
    start: int
    end: int
    touched: bool
    removed: bool


def places(database: Database, article_id: int) -> list[ClaimPlace]:
    """Every claim the article ever had. Touched: added, edited, judged, dropped or given evidence by a person."""
    rows = database.rows(
        'SELECT id, start, "end", removed_at IS NOT NULL AS removed, origin <> ? OR '
        "EXISTS (SELECT 1 FROM events e WHERE e.claim_id = c.id AND e.action NOT IN (?, ?, 'evidence.suggest')) OR "
        "EXISTS (SELECT 1 FROM verdicts v WHERE v.claim_id = c.id) OR "
        "EXISTS (SELECT 1 FROM drafts d WHERE d.claim_id = c.id) OR "
        "EXISTS (SELECT 1 FROM evidence v WHERE v.claim_id = c.id AND v.origin <> ?) OR "
        # one look at all of them, for there is no index of what repeats what
        "id IN (SELECT duplicate_of FROM claims WHERE duplicate_of IS NOT NULL) AS touched "
        'FROM claims c WHERE article_id = ? ORDER BY start, "end", id',
        (Origin.MACHINE.value, ACTION, DATED, Origin.MACHINE.value, article_id),
    )
    return [ClaimPlace(r["id"], r["start"], r["end"], bool(r["touched"]), bool(r["removed"])) for r in rows]
