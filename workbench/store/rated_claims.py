"""Every claim the desk has rated, in the words that were rated, to be held against new ones."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from workbench.store.database import Database


@dataclass(frozen=True, slots=True)
class RatedClaim:
    """A claim with a verdict that stands, in the words that were last rated."""

    id: int
    text: str


_RATED = (
    "SELECT c.id, v.claim_text FROM claims c JOIN articles a ON a.id = c.article_id "
    "JOIN verdicts v ON v.id = (SELECT max(id) FROM verdicts WHERE claim_id = c.id) "
    "WHERE c.rating IS NOT NULL AND c.removed_at IS NULL AND a.removed_at IS NULL"
)


def rated_claims(database: Database, among: Sequence[int] | None = None) -> list[RatedClaim]:
    """The rated claims of the workspace, or those among some ids; dropped ones and removed articles are left out."""
    if among is None:
        return [RatedClaim(*row) for row in database.tuples(_RATED)]
    found: list[RatedClaim] = []
    for begin in range(0, len(among), 500):
        part = tuple(among[begin : begin + 500])
        rows = database.tuples(f"{_RATED} AND c.id IN ({', '.join('?' for _ in part)})", part)
        found += [RatedClaim(*row) for row in rows]
    return found


def touched_claims(database: Database, after: int) -> list[int]:
    """Claims that an event after this one was about, or about their article."""
    rows = database.tuples(
        "SELECT DISTINCT claim_id FROM events WHERE id > ?1 AND claim_id IS NOT NULL UNION "
        "SELECT c.id FROM claims c WHERE c.article_id IN "
        "(SELECT article_id FROM events WHERE id > ?1 AND claim_id IS NULL AND article_id IS NOT NULL)",
        (after,),
    )
    return [row[0] for row in rows]
