"""Sentences to trees: words, parts of speech, dependencies and names of English text, through onnxruntime.

The word vectors are those of the bundled encoder, mapped from its published file; everything else is in
`weights/parser-en.onnx`, made by `training/train_parser.py` and described in `weights/parser-en.md`.
"""

from __future__ import annotations

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, Any

import numpy as np

from workbench.domain.ports import Step
from workbench.domain.syntax import Token, Tree
from workbench.models.minilm import SHA256, read_safetensors
from workbench.models.onnx_session import (
    OnnxSession,
    check_sha256,
    default_threads,
    encoder_folder,
    load_tokenizer,
    read_side_file,
)
from workbench.models.parser_input import MAX_SUBWORDS, WordInput, WordPieces, batch_arrays
from workbench.models.tokens import words_of
from workbench.models.trees import best_tree

if TYPE_CHECKING:
    from numpy.typing import NDArray

VERSION = 2
WEIGHTS = Path(__file__).parent / "weights"

PARSER_KEY = f"parser-en/int8/{VERSION}"
"""Names model, version and precision."""

_BUDGET = 400
"""Subwords in one run of the network: small enough that several cores share an article."""

_BREAKS = frozenset(';:,—–-)”"')
"""Where an overlong sentence is cut into pieces, the later the better."""

Row = tuple[str, int, str, str, float]
"""A word's part of speech, head, relation, name tag, and how probable its head is."""

_loaded: EnglishParser | None = None
_lock = Lock()


def load_parser(threads: int | None = None) -> EnglishParser:
    """The English parser, loaded on the first call and kept.

    Raises:
        ModelUnavailableError: A file is missing, damaged or of another version.
    """
    global _loaded
    with _lock:
        if _loaded is None:
            _loaded = EnglishParser(threads)
        return _loaded


class EnglishParser:
    """Universal Dependencies trees and names (PER, LOC, ORG) of English sentences; safe to call from several threads.

    Args:
        threads: Processor cores to use; default all this process may use, at most eight.
        folder: Where the weights are.

    Raises:
        ModelUnavailableError: A file is missing, damaged or of another version.
    """

    def __init__(self, threads: int | None = None, folder: Path = WEIGHTS) -> None:
        self._threads = threads or default_threads()
        side = read_side_file(folder / "parser-en.json", VERSION)
        published = encoder_folder() / "model.safetensors"
        with ThreadPoolExecutor(1) as beside:
            checked = beside.submit(check_sha256, published, SHA256)
            self._pieces = WordPieces(load_tokenizer())
            words = read_safetensors(published)["embeddings.word_embeddings.weight"]
            self._session = OnnxSession(folder / "parser-en.onnx", str(side["sha256"]), initializers={"words": words})
            checked.result()
        self._tags: list[str] = side["tags"]
        self._labels: list[str] = side["labels"]
        self._names: list[str] = side["names"]
        self._sha256 = str(side["sha256"])

    @property
    def key(self) -> str:
        """Names model, version and precision."""
        return PARSER_KEY

    @property
    def sha256(self) -> str:
        """Digest of the weights."""
        return self._sha256

    def parse(self, text: str, sentences: Sequence[tuple[int, int]], step: Step | None = None) -> list[Tree]:
        """Parse `text[start:end]` of every sentence; one tree each, offsets in `text`.

        Never fails on any text: a sentence without words is a tree without tokens, and one longer than the network's
        window is parsed in pieces, whose roots hang on the first root as `parataxis`. `step` is told how many pieces
        are parsed (nearly always a sentence each), in the thread of the caller.
        """
        spans = [list(words_of(text, start, end)) for start, end in sentences]
        parsed = self.parse_words([[text[a:b] for a, b in words] for words in spans], step)
        trees = []
        for (start, end), words, rows in zip(sentences, spans, parsed, strict=True):
            tokens = tuple(
                Token(a, b, text[a:b], tag, head, label, name[2:], name[:1] == "B", certainty)
                for (a, b), (tag, head, label, name, certainty) in zip(words, rows, strict=True)
            )
            trees.append(Tree(start, end, tokens))
        return trees

    def parse_words(self, sentences: Sequence[Sequence[str]], step: Step | None = None) -> list[list[Row]]:
        """Parse sentences that are cut into words already.

        Args:
            sentences: The words of each.
            step: As `parse`.
        Returns:
            For every word of every sentence its part of speech, the index of its head (-1: the root), its relation,
            its name tag ("O", "B-PER", "I-PER", …; never an "I-" without what it continues) and how probable its head
            is (0…1).
        """
        pieces: list[tuple[int, int, WordInput]] = []
        for number, words in enumerate(sentences):
            for begin, end in self._windows(words):
                pieces.append((number, begin, self._pieces.sentence(words[begin:end])))
        order = sorted(range(len(pieces)), key=lambda i: len(pieces[i][2].ids))
        groups: list[list[int]] = [[]]
        for i in order:
            if groups[-1] and (len(groups[-1]) + 1) * len(pieces[i][2].ids) > _BUDGET:
                groups.append([])
            groups[-1].append(i)
        found: list[list[Row]] = [[] for _ in pieces]

        def work(group: list[int]) -> None:
            arrays = batch_arrays([pieces[i][2] for i in group])
            outputs = self._session.run(arrays)
            for row, i in enumerate(group):
                found[i] = self._read(outputs, row, len(pieces[i][2].first))

        if pieces:
            with ThreadPoolExecutor(min(self._threads, len(groups))) as pool:
                done = 0
                if step is not None:
                    step(0, len(pieces))
                for group, _ in zip(groups, pool.map(work, groups), strict=True):
                    done += len(group)
                    if step is not None:
                        step(done, len(pieces))
        results: list[list[Row]] = [[] for _ in sentences]
        for (number, begin, _), rows in zip(pieces, found, strict=True):
            whole = results[number]
            root = next((i for i, row in enumerate(whole) if row[1] == -1), -1)
            for tag, head, label, name, certainty in rows:
                if head >= 0:
                    whole.append((tag, head + begin, label, name, certainty))
                elif root >= 0:
                    whole.append((tag, root, "parataxis", name, 0.0))
                else:
                    whole.append((tag, -1, label, name, certainty))
        return results

    def _windows(self, words: Sequence[str]) -> list[tuple[int, int]]:
        """The sentence in pieces that fit the network: one piece nearly always."""
        windows, begin, size, good = [], 0, 2, 0
        for i, word in enumerate(words):
            count = len(self._pieces.pieces(word))
            if size + count > MAX_SUBWORDS:
                cut = good if good > begin + 20 else i
                windows.append((begin, cut))
                size = 2 + sum(len(self._pieces.pieces(between)) for between in words[cut:i])
                begin = cut
            size += count
            if word in _BREAKS:
                good = i + 1
        if begin < len(words):
            windows.append((begin, len(words)))
        return windows

    def _read(self, outputs: dict[str, NDArray[Any]], row: int, size: int) -> list[Row]:
        arcs = outputs["arcs"][row, :size, : size + 1]
        heads = best_tree(arcs)
        certainty = _probabilities(arcs, heads)
        labels = outputs["labels"][row, np.arange(size), heads + 1]
        names = self._name_tags(outputs["names"][row, :size])
        tags = outputs["tags"][row]
        return [
            (self._tags[tags[i]], int(heads[i]), self._labels[labels[i]], names[i], float(certainty[i]))
            for i in range(size)
        ]

    def _name_tags(self, scores: NDArray[np.float32]) -> list[str]:
        """The likeliest sequence of name tags in which "I-X" only follows "B-X" or "I-X" (Viterbi)."""
        size, classes = scores.shape
        allowed = np.zeros((classes, classes), dtype=np.float32)
        for now, name in enumerate(self._names):
            if name.startswith("I-"):
                allowed[[before for before, other in enumerate(self._names) if other[2:] != name[2:]], now] = -1e9
        first = scores[0] + allowed[self._names.index("O")]
        best, back = first, np.zeros((size, classes), dtype=np.int64)
        for i in range(1, size):
            step = best[:, None] + allowed
            back[i] = step.argmax(axis=0)
            best = step.max(axis=0) + scores[i]
        at = int(best.argmax())
        tags = [at]
        for i in range(size - 1, 0, -1):
            at = int(back[i, at])
            tags.append(at)
        return [self._names[tag] for tag in reversed(tags)]


def _probabilities(arcs: NDArray[np.float32], heads: NDArray[np.int64]) -> NDArray[np.float64]:
    """How probable the chosen head of every word is, by the scores of all heads it might have."""
    size = len(heads)
    if not size:
        return np.zeros(0)
    scores = arcs.astype(np.float64)
    best = scores.max(axis=1)
    chosen = scores[np.arange(size), heads + 1]
    found: NDArray[np.float64] = np.exp(chosen - best) / np.exp(scores - best[:, None]).sum(axis=1)
    return found
