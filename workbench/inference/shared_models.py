"""Models and the index of another process, behind the protocols of `domain/ports.py`.

Each does the work itself, with what `own` loads, where the other process does not answer or answers nonsense.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

import numpy as np

from workbench.comparison.stances import CONTEXT, REFUTES, SUPPORTS, UNCLEAR, Weighing
from workbench.domain.evidence import StanceSuggestion
from workbench.domain.syntax import Token, Tree
from workbench.inference.client import NotSharedError, SharedProcess
from workbench.inference.frames import Frame

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from workbench.domain.ports import Encoder, Parser, SentenceScorer, Step, VectorIndex, Vectors

MOST_TEXTS, MOST_CHARACTERS = 256, 20_000
"""Of one request to encode: some tenths of a second, so that nobody waits long for a turn."""
ENCODE, PARSE, STANCES, RELEVANCE, NEIGHBOURS = "encode", "parse", "stances", "relevance", "neighbours"
BORNE_OUT = "borne out"
"""How surely sentences bear out statements, by the shipped stance model."""
WORTHINESS = "worthiness"
NAMED, NAMED_STANCES, NAMED_RELEVANCE = "named", "named stances", "named relevance"
"""Of a stance model or reranker other than the shipped one: what it is, what it says."""


@dataclass(frozen=True, slots=True)
class EncoderFacts:
    """Which encoder is meant: what it is called, and what its vectors carry."""

    model: str | None
    precision: str
    key: str
    sha256: str
    dimension: int


class SharedEncoder:
    """An `Encoder`.

    Args:
        process: The other process.
        facts: Which one is wanted; vectors of another are never taken.
        own: Loads it here.
    """

    def __init__(self, process: SharedProcess, facts: EncoderFacts, own: Callable[[], Encoder]) -> None:
        self._process, self._facts, self._own = process, facts, own

    @property
    def key(self) -> str:
        """Names model, version and precision."""
        return self._facts.key

    @property
    def sha256(self) -> str:
        """Digest of the weights."""
        return self._facts.sha256

    @property
    def dimension(self) -> int:
        """Length of a vector."""
        return self._facts.dimension

    def encode(self, texts: Sequence[str]) -> Vectors:
        """Unit vectors, float32, shape (len(texts), dimension), in the given order."""
        found: Vectors = np.zeros((len(texts), self.dimension), dtype=np.float32)
        for begin, end in _pieces(texts):
            found[begin:end] = self._piece(list(texts[begin:end]))
        return found

    def _piece(self, texts: list[str]) -> Vectors:
        facts = self._facts
        said = {"texts": texts, "model": facts.model, "precision": facts.precision, "key": facts.key}
        try:
            return _numbers(self._process.ask(ENCODE, {**said, "sha256": facts.sha256}), (len(texts), facts.dimension))
        except NotSharedError:
            return self._own().encode(texts)


def _pieces(texts: Sequence[str]) -> list[tuple[int, int]]:
    """Where each request begins and ends."""
    found, begin, size = [], 0, 0
    for at, text in enumerate(texts):
        if at > begin and (at - begin >= MOST_TEXTS or size + len(text) > MOST_CHARACTERS):
            found.append((begin, at))
            begin, size = at, 0
        size += len(text)
    return [*found, (begin, len(texts))] if texts else []


class SharedCheckworthiness:
    """A `SentenceScorer`.

    Args:
        process: The other process.
        key: Which one is wanted.
        own: Loads it here.
    """

    def __init__(self, process: SharedProcess, key: str, own: Callable[[], SentenceScorer]) -> None:
        self._process, self._key, self._own = process, key, own

    def score(self, texts: Sequence[str], vectors: Vectors, features: Sequence[Sequence[float]]) -> list[float]:
        """One score 0…1 a sentence, see `SentenceScorer`."""
        said = {"key": self._key, "texts": list(texts), "features": [[float(one) for one in row] for row in features]}
        try:
            rows = self._process.ask(WORTHINESS, said, [vectors]).said.get("rows")
            if not isinstance(rows, list) or len(rows) != len(texts):
                raise NotSharedError("it answers something else")
            return [_number(value) for value in rows]
        except (NotSharedError, ValueError):
            return self._own().score(texts, vectors, features)


class SharedParser:
    """A `Parser`.

    Args:
        process: The other process.
        key: Which one is wanted.
        own: Loads it here.
    """

    def __init__(self, process: SharedProcess, key: str, own: Callable[[], Parser]) -> None:
        self._process, self._key, self._own = process, key, own

    @property
    def key(self) -> str:
        """Names model, version and precision."""
        return self._key

    def parse(self, text: str, sentences: Sequence[tuple[int, int]], step: Step | None = None) -> list[Tree]:
        """One tree a sentence, see `Parser`."""

        def told(done: int, total: int) -> None:
            if step is not None:
                step(done, total or len(sentences))

        said = {"key": self._key, "text": text, "sentences": [list(pair) for pair in sentences]}
        try:
            return _trees(text, sentences, self._process.ask(PARSE, said, step=told).said.get("trees"))
        except NotSharedError:
            return self._own().parse(text, sentences, step)


def words_of_trees(trees: Sequence[Tree]) -> list[list[list[Any]]]:
    """Trees as JSON has them, for `SharedParser`: one list a word."""
    return [
        [
            [one.start, one.end, one.upos, one.head, one.deprel, one.entity, one.entity_start, one.certainty]
            for one in tree.tokens
        ]
        for tree in trees
    ]


def _trees(text: str, sentences: Sequence[tuple[int, int]], found: Any) -> list[Tree]:
    try:
        trees = [
            Tree(begin, end, tuple(_token(text, begin, end, len(words), *word) for word in words))
            for (begin, end), words in zip(sentences, found, strict=True)
        ]
        if not all(_is_tree(tree.tokens) for tree in trees):
            raise ValueError("words that hang on themselves")
    except (TypeError, ValueError) as error:
        raise NotSharedError("these are no trees") from error
    return trees


def _token(
    text: str, first: int, last: int, count: int,
    start: int, end: int, upos: str, head: int, deprel: str, entity: str, starts: bool, certainty: float,
) -> Token:  # fmt: skip
    if not all(type(one) is int for one in (start, end, head)):
        raise TypeError(head)
    if not (first <= start <= end <= last and -1 <= head < count):
        raise ValueError(start)
    words = str(upos), head, str(deprel), str(entity), bool(starts)
    return Token(start, end, text[start:end], *words, _number(certainty))


def _is_tree(tokens: Sequence[Token]) -> bool:
    """Whether every way up from a word ends at a root."""
    sound = {-1}
    for at in range(len(tokens)):
        way = dict[int, None]()
        while at not in sound:
            if at in way:
                return False
            way[at] = None
            at = tokens[at].head
        sound.update(way)
    return True


@dataclass(frozen=True, slots=True)
class StanceFacts:
    """What is known of a stance model without its weights, see `models.stance`.

    `name` is how another one is asked for, which a `plugin` may bring; empty: the shipped one is meant.
    """

    key: str
    fingerprint: str
    weighing: Weighing | None
    weight: float | None
    name: str = ""
    plugin: bool = False


class SharedStanceModel:
    """A `StanceModel` and a `Reranker`.

    Args:
        process: The other process.
        facts: Which one is wanted.
        own: Loads it here.
    """

    def __init__(self, process: SharedProcess, facts: StanceFacts, own: Callable[[], Any]) -> None:
        self._process, self._facts, self._own = process, facts, own

    @property
    def key(self) -> str:
        """Names model, version and precision."""
        return self._facts.key

    @property
    def fingerprint(self) -> str:
        """Changes with the weights and with every setting."""
        return self._facts.fingerprint

    @property
    def weighing(self) -> Weighing | None:
        """How compared numbers and words weigh; None where that was not measured."""
        return self._facts.weighing

    @property
    def weight(self) -> float | None:
        """How many times as much as the search it counts when passages are ranked again; None: it decides alone."""
        return self._facts.weight

    def judge(self, pairs: Sequence[tuple[str, str]]) -> list[StanceSuggestion]:
        """Judge (claim, passage) pairs, in the given order."""
        found = self._judged(NAMED_STANCES if self._facts.name else STANCES, pairs)
        return self._own().judge(pairs) if found is None else found

    def judge_closely(self, pairs: Sequence[tuple[str, str, str]]) -> list[StanceSuggestion]:
        """Judge claims, passages and what of each passage is read closely: the shipped model alone, see there."""
        found = self._judged(STANCES, pairs)
        return self._own().judge_closely(pairs) if found is None else found

    def bears_out(self, pairs: Sequence[tuple[str, str]]) -> list[float]:
        """How surely each sentence bears out a statement, 0…1: the shipped model alone, see there."""
        try:
            return [_number(value) for value in self._asked(BORNE_OUT, pairs)]
        except (NotSharedError, TypeError, ValueError):
            own: list[float] = self._own().bears_out(pairs)
            return own

    def _judged(self, what: str, pairs: Sequence[tuple[str, ...]]) -> list[StanceSuggestion] | None:
        """What the other process says of pairs, None where it does not answer."""
        try:
            return [StanceSuggestion(*_stance(row), model=self.key) for row in self._asked(what, pairs)]
        except (NotSharedError, TypeError, ValueError):
            return None

    def score(self, pairs: Sequence[tuple[str, str]]) -> list[float]:
        """Relevance of passages to claims, 0…1."""
        try:
            return [_number(value) for value in self._asked(NAMED_RELEVANCE if self._facts.name else RELEVANCE, pairs)]
        except (NotSharedError, TypeError, ValueError):
            own: list[float] = self._own().score(pairs)
            return own

    def _asked(self, what: str, pairs: Sequence[tuple[str, ...]]) -> list[Any]:
        facts = self._facts
        which = {"fingerprint": facts.fingerprint, "model": facts.name, "plugin": facts.plugin}
        found = self._process.ask(what, {**which, "pairs": [list(pair) for pair in pairs]}).said.get("rows")
        if not isinstance(found, list) or len(found) != len(pairs):
            raise NotSharedError("it answers something else")
        return found


def told_of(facts: StanceFacts) -> dict[str, Any]:
    """What is known of a stance model as JSON has it, for `facts_in`."""
    return {**asdict(facts), "weighing": None if facts.weighing is None else asdict(facts.weighing)}


def facts_in(answer: Frame, name: str, plugin: bool) -> StanceFacts:
    """What another process says of the stance model of a name, which a plug-in may bring.

    Raises:
        NotSharedError: That is no such thing.
    """
    said = answer.said
    try:
        key, fingerprint, weighing, weight = (said[one] for one in ("key", "fingerprint", "weighing", "weight"))
        if not (isinstance(key, str) and isinstance(fingerprint, str)):
            raise TypeError(key)
        how = None if weighing is None else _weighing(weighing)
        return StanceFacts(key, fingerprint, how, None if weight is None else _number(weight), name, plugin)
    except (AttributeError, KeyError, TypeError, ValueError) as error:
        raise NotSharedError("it answers something else") from error


def _weighing(said: dict[str, Any]) -> Weighing:
    limits = {str(label): _number(value) for label, value in (said["thresholds"] or {}).items()}
    conflict, agreement, opposite, numbers, lean = (
        _number(said[one]) for one in ("conflict", "agreement", "opposite", "numbers", "lean")
    )
    return Weighing(conflict, agreement, opposite, limits, numbers, lean)


def rows_of_stances(stances: Sequence[StanceSuggestion]) -> list[list[Any]]:
    """Stances as JSON has them, for `SharedStanceModel`."""
    return [[one.label, *map(float, (one.supports, one.refutes, one.neutral))] for one in stances]


def _stance(row: list[Any]) -> tuple[str, float, float, float]:
    label, supports, refutes, neutral = row
    if label not in (SUPPORTS, REFUTES, CONTEXT, UNCLEAR):
        raise ValueError(label)
    return label, _number(supports), _number(refutes), _number(neutral)


class SharedNeighbours:
    """A `VectorIndex` whose search is done by the other process; what needs no search is read from the mapped vectors.

    Args:
        process: The other process.
        index: Which index is meant, by its manifest.
        exact: The vectors, as they are mapped.
        own: Opens the index here.
    """

    def __init__(self, process: SharedProcess, index: str, exact: VectorIndex, own: Callable[[], VectorIndex]) -> None:
        self._process, self._index, self._exact = process, index, exact
        self._own = cache(own)

    @property
    def count(self) -> int:
        """How many vectors it holds."""
        return self._exact.count

    def search(
        self, queries: Vectors, k: int, allowed: NDArray[np.int64] | None = None
    ) -> tuple[NDArray[np.float32], NDArray[np.int64]]:
        """The k nearest of every query, see `VectorIndex`."""
        said = {"index": self._index, "k": k}
        arrays: list[NDArray[Any]] = [queries.astype(np.float32, copy=False), *([] if allowed is None else [allowed])]
        try:
            answer = self._process.ask(NEIGHBOURS, said, arrays)
            if len(answer.arrays) != 2:
                raise NotSharedError("it answers something else")
            scores, ids = answer.arrays
            if scores.dtype != np.float32 or ids.dtype != np.int64 or scores.shape != ids.shape:
                raise NotSharedError("it answers something else")
            if scores.shape != (len(queries), k):
                raise NotSharedError("it answers something else")
        except NotSharedError:
            return self._own().search(queries, k, allowed)
        return scores.copy(), ids.copy()

    def scores_of(self, query: Vectors, ids: NDArray[np.int64]) -> NDArray[np.float32]:
        """Inner products of one query with the given passages; nan for those it does not hold."""
        return self._exact.scores_of(query, ids)


def _number(value: object) -> float:
    """A number that is one, and that a float can hold."""
    if type(value) not in (int, float) or not abs(value) <= sys.float_info.max:  # type: ignore[arg-type]
        raise ValueError("this is no number")
    return float(value)  # type: ignore[arg-type]


def _numbers(answer: Frame, shape: tuple[int, int]) -> Vectors:
    """The one array of an answer, of this shape and without anything that is no number."""
    if len(answer.arrays) == 1 and answer.arrays[0].dtype == np.float32 and answer.arrays[0].shape == shape:
        found: Vectors = answer.arrays[0]
        if bool(np.isfinite(found).all()):
            return found
    raise NotSharedError("it answers something else")
