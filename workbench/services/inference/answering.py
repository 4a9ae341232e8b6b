"""What the process that serves a workspace can do: encode, parse, judge, search by meaning."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from workbench.domain.errors import WorkbenchError
from workbench.index.manifest import read_manifest
from workbench.index.opened import OpenIndex, open_index
from workbench.inference import shared_models as kinds
from workbench.inference.frames import Frame
from workbench.inference.server import NotServedError, Told, WorkLane, member
from workbench.models.checkworthiness import load_checkworthiness
from workbench.models.encoder import DEFAULT_MODEL, load_encoder
from workbench.models.parser import load_parser
from workbench.models.stance import load_stance
from workbench.services.inference.model_processes import ModelProcesses

if TYPE_CHECKING:
    from numpy.typing import NDArray

GENERATIONS = 2
"""Of the index, kept open: a session goes on with the one it began with."""
MOST_WANTED = 100_000
PAIRS = 8
"""That a model of somebody else's reads at a time."""


class Answers:
    """Answers what sessions ask; from several threads at once.

    Args:
        index: The folder of the workspace's index.
    """

    def __init__(self, index: Path) -> None:
        self._index = index
        self._opened: dict[str, OpenIndex] = {}
        self._lock = threading.Lock()
        self._others = ModelProcesses()

    def lanes(self, cores: int) -> list[WorkLane]:
        """All it can do. What is done in a moment never waits for a book to be parsed.

        Pairs are read by as many threads as there are cores, whoever asks for them; more would only get in the way.
        """
        quick = {
            kinds.ENCODE: self.encode,
            kinds.STANCES: self.stances,
            kinds.RELEVANCE: self.relevance,
            kinds.BORNE_OUT: self.borne_out,
            kinds.NEIGHBOURS: self.neighbours,
        }
        named = {
            kinds.NAMED: self.named,
            kinds.NAMED_STANCES: self.named_stances,
            kinds.NAMED_RELEVANCE: self.named_relevance,
        }
        of_articles = {kinds.PARSE: self.parse, kinds.WORTHINESS: self.worthiness}
        return [WorkLane(quick, max(1, cores - 1), kept_free=1), WorkLane(of_articles, 1), WorkLane(named, 1)]

    def warm(self) -> None:
        """Load what every session asks for first; what cannot be loaded is told to whoever needs it."""
        for load in (self._current, self._index_encoder, lambda: load_encoder(precision="int8"), load_stance):
            with suppress(WorkbenchError, OSError):
                load()

    def encode(self, frame: Frame, told: Told) -> Frame:
        """Vectors of texts."""
        texts, precision = _words(member(frame, "texts", list)), member(frame, "precision", str)
        model = frame.said.get("model")
        if not (model is None or self._is_of_index(model)):
            raise NotServedError("another model")
        encoder = load_encoder(model, precision)
        if (encoder.key, encoder.sha256) != (frame.said.get("key"), frame.said.get("sha256")):
            raise NotServedError("another model")
        told(0, len(texts))
        return Frame({}, (encoder.encode(texts),))

    def parse(self, frame: Frame, told: Told) -> Frame:
        """Trees of the sentences of a text."""
        text, spans = member(frame, "text", str), member(frame, "sentences", list)
        parser = load_parser()
        if parser.key != frame.said.get("key"):
            raise NotServedError("another model")
        found = parser.parse(text, [_span(span, len(text)) for span in spans], told)
        return Frame({"trees": kinds.words_of_trees(found)})

    def worthiness(self, frame: Frame, told: Told) -> Frame:
        """How worth checking sentences are."""
        texts, model = _words(member(frame, "texts", list)), load_checkworthiness()
        if model.key != frame.said.get("key"):
            raise NotServedError("another model")
        features = member(frame, "features", list)
        if [one.ndim for one in frame.arrays] != [2] or not len(frame.arrays[0]) == len(texts) == len(features):
            raise NotServedError("these are no sentences")
        sound = all(type(row) is list and all(type(one) is float for one in row) for row in features)
        if not sound or len(set(map(len, features))) > 1:
            raise NotServedError("these are no features")
        told(0, len(texts))
        return Frame({"rows": model.score(texts, frame.arrays[0], features)})

    def named(self, frame: Frame, told: Told) -> Frame:
        """What is known of another stance model or reranker."""
        told(0, 1)  # it may take a while
        return self._others.ask(kinds.NAMED, frame)

    def named_stances(self, frame: Frame, told: Told) -> Frame:
        """What passages say about claims, by another model."""
        return self._by_another(kinds.NAMED_STANCES, frame, told)

    def named_relevance(self, frame: Frame, told: Told) -> Frame:
        """How relevant passages are to claims, by another model."""
        return self._by_another(kinds.NAMED_RELEVANCE, frame, told)

    def _by_another(self, what: str, frame: Frame, told: Told) -> Frame:
        found = list[Any]()
        member(frame, "model", str), member(frame, "plugin", bool)  # also where nothing is asked of it
        for part in _parts(_pairs(frame), told):
            found += member(self._others.ask(what, Frame({**frame.said, "pairs": part})), "rows", list)
        return Frame({"rows": found})

    def stances(self, frame: Frame, told: Told) -> Frame:
        """What passages say about claims."""
        self._must_be_shipped(frame)
        return Frame({"rows": kinds.rows_of_stances(load_stance().judge_closely(_closely(frame), told))})

    def borne_out(self, frame: Frame, told: Told) -> Frame:
        """How surely sentences bear out statements."""
        self._must_be_shipped(frame)
        return Frame({"rows": load_stance().bears_out(_pairs(frame), told)})

    def relevance(self, frame: Frame, told: Told) -> Frame:
        """How relevant passages are to claims."""
        self._must_be_shipped(frame)
        return Frame({"rows": load_stance().score(_pairs(frame), told)})

    def neighbours(self, frame: Frame, told: Told) -> Frame:
        """The nearest passages of vectors."""
        identity, wanted = member(frame, "index", str), member(frame, "k", int)
        if not 1 <= len(frame.arrays) <= 2 or not 1 <= wanted <= MOST_WANTED:
            raise NotServedError("this is no search")
        index = self._generation(identity)
        queries = frame.arrays[0].copy()
        if queries.dtype != np.float32 or queries.ndim != 2 or queries.shape[1] != index.manifest.dimension:
            raise NotServedError("other vectors")
        allowed = _ids(frame.arrays[1]) if len(frame.arrays) == 2 else None
        told(0, len(queries))
        return Frame({}, index.dense.search(queries, wanted, allowed))

    # what is kept open

    def _must_be_shipped(self, frame: Frame) -> None:
        if load_stance().fingerprint != frame.said.get("fingerprint"):
            raise NotServedError("another model")

    def _index_encoder(self) -> None:
        manifest = read_manifest(self._index)
        if manifest is not None:
            load_encoder(manifest.model_name or None, manifest.precision)

    def _is_of_index(self, model: object) -> bool:
        """Whether the index was made with this model: others are not loaded for everybody."""
        manifest = read_manifest(self._index)
        return model == DEFAULT_MODEL or (manifest is not None and bool(model) and model == manifest.model_name)

    def _current(self) -> None:
        manifest = read_manifest(self._index)
        if manifest is not None:
            self._generation(manifest.identity)

    def _generation(self, identity: str) -> OpenIndex:
        with self._lock:
            if identity not in self._opened:
                opened = open_index(self._index)
                if opened is None or opened.manifest.identity != identity:
                    raise NotServedError("another index")
                self._opened[identity] = opened
                while len(self._opened) > GENERATIONS:
                    del self._opened[next(iter(self._opened))]
            return self._opened[identity]


def _closely(frame: Frame) -> list[tuple[str, str, str]]:
    """Claims and passages, and what of each passage is read closely; where that is not told, all of it."""
    rows = member(frame, "pairs", list)
    if any(type(row) is not list or len(row) not in (2, 3) for row in rows):
        raise NotServedError("these are no pairs")
    return [(claim, passage, part[0] if part else passage) for claim, passage, *part in map(_words, rows)]


def _pairs(frame: Frame) -> list[tuple[str, str]]:
    pairs = member(frame, "pairs", list)
    if any(type(pair) is not list or len(pair) != 2 for pair in pairs):
        raise NotServedError("these are no pairs")
    return [(claim, passage) for claim, passage in map(_words, pairs)]


def _parts(pairs: list[tuple[str, str]], told: Told) -> Iterator[list[tuple[str, str]]]:
    """Some pairs at a time, so that what is more urgent need not wait for all."""
    for begin in range(0, len(pairs), PAIRS):
        told(begin, len(pairs))
        yield pairs[begin : begin + PAIRS]


def _words(values: list[Any]) -> list[str]:
    if not all(type(value) is str for value in values):
        raise NotServedError("these are no words")
    return values


def _span(value: Any, length: int) -> tuple[int, int]:
    if type(value) is list and len(value) == 2 and all(type(one) is int for one in value):
        begin, end = value
        if 0 <= begin <= end <= length:
            return begin, end
    raise NotServedError("these are no sentences")


def _ids(values: NDArray[Any]) -> NDArray[np.int64]:
    if values.dtype != np.int64 or values.ndim != 1 or bool((np.diff(values) <= 0).any()):
        raise NotServedError("these are no ids")
    return values.copy()
