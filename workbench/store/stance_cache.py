"""Judged pairs of claim and passage, so that a second look at a claim needs no model."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from workbench.domain.evidence import StanceSuggestion
from workbench.store.database import Database


def cached_stances(
    database: Database, claim_hash: str, passage_hashes: Sequence[str], model: str
) -> dict[str, StanceSuggestion]:
    """What `model` said about a claim before, by passage hash; passages it has not judged are left out."""
    found: dict[str, StanceSuggestion] = {}
    for start in range(0, len(passage_hashes), 500):
        part = passage_hashes[start : start + 500]
        holes = ", ".join("?" for _ in part)
        rows = database.rows(
            "SELECT passage_hash, label, supports, refutes, neutral, comparison FROM stance_cache "  # noqa: S608
            f"WHERE claim_hash = ? AND model = ? AND passage_hash IN ({holes})",
            (claim_hash, model, *part),
        )
        for row in rows:
            found[row["passage_hash"]] = StanceSuggestion(
                row["label"], row["supports"], row["refutes"], row["neutral"], row["comparison"], model
            )
    return found


def remember_stances(database: Database, claim_hash: str, model: str, judged: Mapping[str, StanceSuggestion]) -> None:
    """Keep what `model` said about a claim, by passage hash; a pair judged again is replaced.

    Where nothing can be written the pairs are judged again the next time.
    """
    if database.read_only:
        return
    with database.write(asked=False) as connection:
        connection.executemany(
            "INSERT INTO stance_cache (claim_hash, passage_hash, model, label, supports, refutes, neutral, comparison) "
            "VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (claim_hash, passage_hash, model) DO UPDATE SET "
            "label = excluded.label, supports = excluded.supports, refutes = excluded.refutes, "
            "neutral = excluded.neutral, comparison = excluded.comparison",
            [
                (claim_hash, key, model, said.label, said.supports, said.refutes, said.neutral, said.comparison)
                for key, said in judged.items()
            ],
        )
