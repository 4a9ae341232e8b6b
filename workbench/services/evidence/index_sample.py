"""Whether an index holds the vectors of the texts it says: a few of them encoded again."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from workbench.domain.passages import encoded_text, text_digest
from workbench.index.opened import OpenIndex
from workbench.services.workspace import Workspace
from workbench.store.search import passage_words

if TYPE_CHECKING:
    from workbench.domain.ports import Encoder, Vectors

SAMPLE = 4
"""Passages encoded again when an index is opened: some milliseconds."""

MEND_ALL = "`workbench reindex --full` encodes everything again"

ALIKE = 0.95
"""Cosine of two encodings of one text at least: quantised models differ by the texts that go with it (docs/models.md);
the two closest of the 55 passages of the sample workspace have 0.91."""


def wrong_vectors(workspace: Workspace, index: OpenIndex, encoder: Encoder, size: int = SAMPLE) -> int:
    """How many of `size` passages, spread over the index, have the vector of another text.

    Passages that changed since the index was made say nothing about it and are left out.
    """
    ids, hashes, vectors = index.sample(size)
    texts, kept = [], []
    for number, words in enumerate(passage_words(workspace.database, ids)):
        text = encoded_text(*words)
        if text_digest(text) == hashes[number].tobytes():
            texts.append(text)
            kept.append(number)
    if not texts:
        return 0
    again: Vectors = encoder.encode(texts)
    return int((np.einsum("ij,ij->i", again, vectors[kept]) < ALIKE).sum())
