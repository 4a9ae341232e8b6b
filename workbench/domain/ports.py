"""What the rooms offer each other: protocols only, so that no room imports another."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Protocol

from workbench.domain.evidence import StanceSuggestion
from workbench.domain.syntax import Tree

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Vectors = NDArray[np.float32]

Cancelled = Callable[[], bool]
"""Asked between pieces of work; True means stop and keep what is done."""

Step = Callable[[int, int], None]
"""Called between pieces of work with how many of how many are done; must be cheap. It raises to end the work."""


class Progress(Protocol):
    """Called from the working thread as work advances; must be cheap."""

    def __call__(self, done: int, total: int | None, what: str) -> None:
        """Tell that `done` of `total` (None: not known) are done, and what is being done."""
        ...


class Encoder(Protocol):
    """Text to unit vectors. `key` names model and precision; vectors of different keys never mix."""

    @property
    def key(self) -> str:
        """Names model, version and precision."""
        ...

    @property
    def sha256(self) -> str:
        """Digest of the weights."""
        ...

    @property
    def dimension(self) -> int:
        """Length of a vector."""
        ...

    def encode(self, texts: Sequence[str]) -> Vectors:
        """Encode texts into rows of shape (len(texts), dimension), float32, unit length, in the given order.

        Raises:
            ModelUnavailableError: The model cannot be loaded.
        """
        ...


class Parser(Protocol):
    """Sentences to trees."""

    @property
    def key(self) -> str:
        """Names model, version and precision."""
        ...

    def parse(self, text: str, sentences: Sequence[tuple[int, int]], step: Step | None = None) -> list[Tree]:
        """Parse `text[start:end]` of every sentence; one tree each, offsets in `text`.

        Args:
            text: The text.
            sentences: Start and end of each sentence in it.
            step: Told how many sentences are parsed.
        Raises:
            ModelUnavailableError: The model cannot be loaded.
        """
        ...


class SentenceScorer(Protocol):
    """Sentences to how worth checking they are."""

    def score(self, texts: Sequence[str], vectors: Vectors, features: Sequence[Sequence[float]]) -> list[float]:
        """One score 0…1 a sentence, from its words, its vector and the rules' features of it."""
        ...


class StanceModel(Protocol):
    """Pairs of claim and passage to stances."""

    @property
    def key(self) -> str:
        """Names model, version and precision."""
        ...

    def judge(self, pairs: Sequence[tuple[str, str]]) -> list[StanceSuggestion]:
        """Judge (claim, passage) pairs, in the given order; probabilities are calibrated."""
        ...


class AntecedentScorer(Protocol):
    """Who a pronoun means, among those spoken of before it."""

    @property
    def key(self) -> str:
        """Names model and version."""
        ...

    @property
    def sure(self) -> float:
        """The confidence from which, on texts held back, what was resolved was right at least 98 times in 100."""
        ...

    def woman(self, first_name: str) -> float:
        """How likely somebody of this first name is called "she", 0…1."""
        ...

    def judge(self, rows: Sequence[Sequence[float]]) -> list[float]:
        """How likely each candidate is meant, measured: 0…1, in the given order.

        Args:
            rows: The features of every candidate of one pronoun (`language.references.antecedents.FEATURES`).
        """
        ...


class Reranker(Protocol):
    """Pairs of query and passage to relevance scores, higher is better."""

    @property
    def key(self) -> str:
        """Names model, version and precision."""
        ...

    def score(self, pairs: Sequence[tuple[str, str]]) -> list[float]:
        """Score (query, passage) pairs, in the given order."""
        ...


class VectorIndex(Protocol):
    """Nearest neighbours among the vectors of passages, by inner product of unit vectors."""

    @property
    def count(self) -> int:
        """How many vectors it holds."""
        ...

    def search(
        self, queries: Vectors, k: int, allowed: NDArray[np.int64] | None = None
    ) -> tuple[NDArray[np.float32], NDArray[np.int64]]:
        """The k nearest of every query: scores and passage ids, both (len(queries), k), best first.

        Only passages in `allowed` (ascending ids) take part, all when None. Missing neighbours have id -1.
        """
        ...

    def scores_of(self, query: Vectors, ids: NDArray[np.int64]) -> NDArray[np.float32]:
        """Inner products of one query, shape (dimension,), with the given passages; nan for those it does not hold."""
        ...
