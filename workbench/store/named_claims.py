"""Many claims read at once by their numbers, also such as are in no list any more."""

from __future__ import annotations

from collections.abc import Iterable

from workbench.domain.articles import Claim, ReviewStatus
from workbench.store.chain import MANY
from workbench.store.claims import refuse_missing
from workbench.store.database import Database
from workbench.store.rows import Row, claim_from


def claims_there(database: Database, claim_ids: Iterable[int]) -> dict[int, Claim]:
    """Those of the claims that are in the lists, by id: neither dropped nor of a removed article."""
    return {
        claim_id: claim_from(row)
        for claim_id, row in _rows(database, claim_ids).items()
        if row["removed_at"] is None and row["article_removed_at"] is None
    }


def stored_statuses(database: Database, claim_ids: Iterable[int]) -> dict[int, ReviewStatus]:
    """Where the reviews of claims are, by id, dropped or not.

    Raises:
        NotFoundError: There is no such claim.
    """
    wanted = list(claim_ids)
    there = _rows(database, wanted)
    for claim_id in wanted:
        if claim_id not in there:
            refuse_missing(None, claim_id)
    return {claim_id: ReviewStatus(row["status"]) for claim_id, row in there.items()}


def stored_with(database: Database, status: ReviewStatus, article_id: int | None = None) -> list[int]:
    """The claims, of one article or of all, whose review is there, also those dropped or of a removed article."""
    rows = database.rows(
        "SELECT id FROM claims WHERE status = ?1 AND (?2 IS NULL OR article_id = ?2) ORDER BY id",
        (status.value, article_id),
    )
    return [row["id"] for row in rows]


def _rows(database: Database, claim_ids: Iterable[int]) -> dict[int, Row]:
    wanted, there = list(dict.fromkeys(claim_ids)), dict[int, Row]()
    for begin in range(0, len(wanted), MANY):
        part = wanted[begin : begin + MANY]
        rows = database.rows(
            "SELECT c.*, a.removed_at AS article_removed_at FROM claims c JOIN articles a "  # noqa: S608
            f"ON a.id = c.article_id WHERE c.id IN ({', '.join('?' for _ in part)})",
            tuple(part),
        )
        there.update((row["id"], row) for row in rows)
    return there
