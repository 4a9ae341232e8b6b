"""Judged pairs of claim and passage, so that a second look at a claim needs no model."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from workbench.domain.anchors import Span
from workbench.domain.evidence import StanceSuggestion
from workbench.store.database import Database
from workbench.store.rows import from_json, to_json


def cached_stances(
    database: Database, claim_hash: str, passage_hashes: Sequence[str], model: str
) -> dict[str, StanceSuggestion]:
    """What `model` said about a claim before, by passage hash; passages it has not judged are left out."""
    found: dict[str, StanceSuggestion] = {}
    for start in range(0, len(passage_hashes), 500):
        part = passage_hashes[start : start + 500]
        holes = ", ".join("?" for _ in part)
        rows = database.rows(
            "SELECT passage_hash, label, supports, refutes, neutral, comparison, read, decides FROM stance_cache "  # noqa: S608
            f"WHERE claim_hash = ? AND model = ? AND passage_hash IN ({holes})",
            (claim_hash, model, *part),
        )
        for row in rows:
            found[row["passage_hash"]] = StanceSuggestion(
                label=row["label"],
                supports=row["supports"],
                refutes=row["refutes"],
                neutral=row["neutral"],
                comparison=row["comparison"],
                model=model,
                read=tuple(Span(*ends) for ends in from_json(row["read"])),
                decides=None if row["decides"] is None else Span(*from_json(row["decides"])[:2]),
                decides_for="" if row["decides"] is None else from_json(row["decides"])[2],
            )
    return found


def any_stance(database: Database, claim_hash: str, passage_hash: str, ending: str) -> StanceSuggestion | None:
    """What a model whose name ends so said of a pair, the first by name; None: none has judged it."""
    rows = database.rows(
        "SELECT model FROM stance_cache WHERE claim_hash = ? AND passage_hash = ? ORDER BY model",
        (claim_hash, passage_hash),
    )
    model = next((row["model"] for row in rows if row["model"].endswith(ending)), None)
    return None if model is None else cached_stances(database, claim_hash, [passage_hash], model)[passage_hash]


def remember_stances(database: Database, claim_hash: str, model: str, judged: Mapping[str, StanceSuggestion]) -> None:
    """Keep what `model` said about a claim, by passage hash; a pair judged again is replaced.

    Where nothing can be written the pairs are judged again the next time.
    """
    if database.read_only:
        return
    with database.write(asked=False) as connection:
        connection.executemany(
            "INSERT INTO stance_cache (claim_hash, passage_hash, model, label, supports, refutes, neutral, comparison, "
            "read, decides) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (claim_hash, passage_hash, model) "
            "DO UPDATE SET label = excluded.label, supports = excluded.supports, refutes = excluded.refutes, "
            "neutral = excluded.neutral, comparison = excluded.comparison, read = excluded.read, "
            "decides = excluded.decides",
            [
                (
                    *(claim_hash, key, model, said.label, said.supports, said.refutes, said.neutral, said.comparison),
                    to_json([[span.start, span.end] for span in said.read]),
                    None if said.decides is None else to_json([said.decides.start, said.decides.end, said.decides_for]),
                )
                for key, said in judged.items()
            ],
        )
