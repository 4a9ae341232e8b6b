"""Vectors of claims, kept with the model that made them, so that looking at claims needs no model."""

from __future__ import annotations

import hashlib
from collections.abc import Container, Iterator, Sequence
from typing import TYPE_CHECKING

import numpy as np

from workbench.store.database import Database

if TYPE_CHECKING:
    from workbench.domain.ports import Vectors


def claim_hash(text: str) -> str:
    """What a claim's vector is known by: the sha256 of the words that were encoded."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def claim_vector(database: Database, text: str, model: str) -> Vectors | None:
    """The vector of a claim's wording, shape (dimension,), None when it was not encoded with this model."""
    blob = database.value("SELECT vector FROM claim_vectors WHERE hash = ? AND model = ?", (claim_hash(text), model))
    return None if blob is None else np.frombuffer(blob, dtype="<f4")


def wanted_vectors(database: Database, model: str, wanted: Container[str]) -> Iterator[tuple[str, Vectors]]:
    """(hash, vector of shape (dimension,)) of the wordings whose hash is wanted, as far as this model encoded them.

    One walk over the table: quicker than as many questions as a desk has rated claims.
    """
    sql = "SELECT hash, vector FROM claim_vectors WHERE model = ?"
    for rows in database.blocks(sql, _BLOCK, (model,)):
        for key, blob in rows:
            if key in wanted:
                yield key, np.frombuffer(blob, dtype="<f4")


_BLOCK = 2000
"""Rows read at a time."""


def missing_claim_vectors(database: Database, model: str) -> list[str]:
    """Wordings of claims that have no vector of this model yet, each once."""
    rows = database.rows("SELECT DISTINCT text FROM claims WHERE removed_at IS NULL")
    known = {row["hash"] for row in database.rows("SELECT hash FROM claim_vectors WHERE model = ?", (model,))}
    return [row["text"] for row in rows if claim_hash(row["text"]) not in known]


def store_claim_vectors(database: Database, texts: Sequence[str], vectors: Vectors, model: str) -> None:
    """Keep vectors of wordings, shape (len(texts), dimension); one that is there already stays as it is."""
    rows = [
        (claim_hash(text), model, np.ascontiguousarray(vector, dtype="<f4").tobytes())
        for text, vector in zip(texts, vectors, strict=True)
    ]
    with database.write(asked=False) as connection:
        connection.executemany("INSERT OR IGNORE INTO claim_vectors (hash, model, vector) VALUES (?,?,?)", rows)
