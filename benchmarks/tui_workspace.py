"""The synthetic workspaces that the terminal is measured in: articles, claims, evidence and an index, quickly made."""

from __future__ import annotations

import hashlib
import random
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import accumulate, islice
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

VOCABULARY = 20_000
BLOCK = 20_000
"""Passages stored at a time, so that a million of them fit into memory."""


def vocabulary() -> list[str]:
    """Made-up words of two to four syllables, the first ones the most common."""
    random_ = random.Random(3)
    syllables = [a + b for a in "bdfgklmnprstvw" for b in "aeiou"]
    found = dict.fromkeys("".join(random_.choices(syllables, k=random_.randint(2, 4))) for _ in range(2 * VOCABULARY))
    return list(islice(found, VOCABULARY))


def sentences(seed: int, length: int = 14) -> Iterator[str]:
    """Sentences without end, their words as unevenly common as those of a language (Zipf)."""
    random_, words = random.Random(seed), vocabulary()
    weights = list(accumulate(1 / (3 + rank) for rank in range(len(words))))
    while True:
        yield " ".join(random_.choices(words, cum_weights=weights, k=length)).capitalize() + "."


def digest_of(text: str) -> str:
    """The SHA-256 of a text."""
    return hashlib.sha256(text.encode()).hexdigest()


def make(path: Path, articles: int, claims: int, passages: int, *, length: int = 14) -> None:
    """A synthetic workspace without an index: `claims` an article, `passages` of `length` words in all."""
    from workbench.domain.articles import ClaimDraft, Kind
    from workbench.domain.documents import Document
    from workbench.services.workspace import Workspace
    from workbench.store.articles import add_article

    words = sentences(7)
    with Workspace.create(path, reviewer="bench") as workspace:
        for number in range(articles):
            text, drafts = f"Article {number}\n\n", []
            for at in range(claims):
                said = next(words)
                drafts.append(ClaimDraft(len(text), len(text) + len(said) - 1, said[:-1], said, (Kind.EVENT,)))
                text += said + (" " if at % 4 else "\n\n")
            digest = digest_of(text)
            document = Document(text, f"Article {number}", "bench", digest, published=date(2022, 1, 29))
            add_article(workspace.database, document, digest, tuple(drafts), reviewer="bench", splitter="bench")
    add_passages(path, 0, passages, length=length)


def add_passages(path: Path, first: int, count: int, *, length: int = 14) -> None:
    """Add made-up passages number `first` …, each a source of its own."""
    from workbench.services.workspace import Workspace

    words = sentences(1_000_003 + first, length)
    with Workspace.open(path, reviewer="bench") as workspace:
        for begin in range(first, first + count, BLOCK):
            texts = list(enumerate(islice(words, min(BLOCK, first + count - begin)), begin))
            with workspace.database.write() as connection:
                connection.executemany(
                    "INSERT INTO sources (id, title, publisher, published, sha256, text, added_at, added_by) "
                    "VALUES (?,?,?,?,?,?,?,?)",
                    (
                        (f"s{i}", f"Source {i}", "Press", "2021-05-01", str(i), text, "2022", "bench")
                        for i, text in texts
                    ),
                )
                connection.executemany(
                    'INSERT INTO passages (source_id, start, "end", text, context, hash) VALUES (?,?,?,?,?,?)',
                    ((f"s{i}", 0, len(text), text, "", digest_of(text)) for i, text in texts),
                )


class StandIn:
    """Takes the place of the bundled encoder under its name: means of fixed random word vectors, as good as free."""

    def __init__(self) -> None:
        import numpy as np

        from workbench.models.encoder import encoder_key
        from workbench.models.minilm import HIDDEN, SHA256

        self.key, self.sha256, self.dimension = encoder_key(), SHA256, HIDDEN
        self._rows = {word: row for row, word in enumerate(vocabulary())}
        self._table = np.random.default_rng(3).normal(size=(VOCABULARY, HIDDEN)).astype(np.float32)
        self._table[:500] *= 0.2  # everyday words say little of what a text is about

    def encode(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Unit vectors."""
        import numpy as np

        found = np.ones((len(texts), self.dimension), dtype=np.float32)
        for vector, text in zip(found, texts, strict=True):
            rows = [self._rows[word] for word in text.lower().replace(".", "").split() if word in self._rows]
            if rows:
                vector[:] = self._table[rows].mean(axis=0)
        found /= np.linalg.norm(found, axis=1, keepdims=True)
        return found


def index(path: Path) -> None:
    """Give a workspace its index."""
    from workbench.services.evidence.reindex import reindex
    from workbench.services.workspace import Workspace

    with Workspace.open(path, reviewer="bench") as workspace:
        reindex(workspace, encoder=StandIn())
