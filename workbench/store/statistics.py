"""The counts behind `stats`, as the record stands now."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from workbench.domain.evidence import EvidenceState
from workbench.store.database import Database
from workbench.store.rows import to_json


@dataclass(frozen=True, slots=True)
class UsedSource:
    """A source and how often it was relied on: by accepted links, and by how many claims."""

    source_id: str
    title: str
    publisher: str | None
    links: int
    claims: int


def first_verdict_times(database: Database, article_id: int | None = None) -> list[tuple[str, str]]:
    """For each claim that was rated: when its article came in, and when its first verdict was given (ISO 8601, UTC)."""
    rows = database.rows(
        "SELECT a.added_at, min(v.at) AS given_at FROM verdicts v JOIN claims c ON c.id = v.claim_id "
        "JOIN articles a ON a.id = c.article_id WHERE a.removed_at IS NULL AND c.removed_at IS NULL "
        "AND (? IS NULL OR a.id = ?) GROUP BY c.id ORDER BY c.id",
        (article_id, article_id),
    )
    return [(row["added_at"], row["given_at"]) for row in rows]


def used_sources(
    database: Database, article_id: int | None = None, limit: int = 10, *, without: Collection[int] = ()
) -> list[UsedSource]:
    """The sources that most accepted evidence is taken from, most used first, ties by id.

    Args:
        database: The workspace's database.
        article_id: Only what was accepted for claims of this article.
        limit: At most so many.
        without: Claims whose evidence is not counted.
    """
    rows = database.rows(
        "SELECT s.id, s.title, iif(s.private, NULL, s.publisher) AS publisher, "
        "count(*) AS links, count(DISTINCT e.claim_id) AS claims FROM evidence e "
        "JOIN passages p ON p.id = e.passage_id JOIN sources s ON s.id = p.source_id "
        "JOIN claims c ON c.id = e.claim_id JOIN articles a ON a.id = c.article_id "
        "WHERE e.removed_at IS NULL AND e.state = ? AND c.removed_at IS NULL AND a.removed_at IS NULL "
        "AND (? IS NULL OR c.article_id = ?) AND c.id NOT IN (SELECT value FROM json_each(?)) "
        "GROUP BY s.id ORDER BY links DESC, s.id LIMIT ?",
        (EvidenceState.ACCEPTED.value, article_id, article_id, to_json(sorted(without)), limit),
    )
    return [UsedSource(row["id"], row["title"], row["publisher"], row["links"], row["claims"]) for row in rows]


def repeated_claims(database: Database, article_id: int | None = None) -> int:
    """How many claims repeat an earlier one, of an article or of all."""
    return int(
        database.value(
            "SELECT count(*) FROM claims c JOIN articles a ON a.id = c.article_id WHERE c.removed_at IS NULL "
            "AND a.removed_at IS NULL AND c.duplicate_of IS NOT NULL AND (?1 IS NULL OR a.id = ?1)",
            (article_id,),
        )
    )


def standing_claims(database: Database, article_id: int | None = None) -> set[int]:
    """Ids of the claims that were not dropped, of articles that were not removed."""
    rows = database.rows(
        "SELECT c.id FROM claims c JOIN articles a ON a.id = c.article_id "
        "WHERE c.removed_at IS NULL AND a.removed_at IS NULL AND (? IS NULL OR a.id = ?)",
        (article_id, article_id),
    )
    return {row["id"] for row in rows}
