"""Words of a sentence as the parser's network reads them: subwords, shapes and where each word begins and ends.

Training and the running program share this module, so that the network never sees at work what it did not see in
training. Nothing here imports a library beyond numpy.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

SHAPES = ("special", "lower", "title", "upper", "initial", "mixed", "digits", "symbols")
"""What the capitals of a word look like; the encoder itself reads lower case only."""

CLS, SEP, MASK, UNKNOWN = 101, 102, 103, 100
"""Special ids of the encoder's vocabulary."""

MAX_SUBWORDS = 256
"""Longest input of the network, the two special tokens included."""

_PLAIN = str.maketrans(
    {"‘": "'", "’": "'", "‛": "'", "“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "–": "-", "—": "-", "‑": "-"}
)


def plain_word(word: str) -> str:
    """The word with typographic quotes and dashes written the ASCII way, as most training sentences have them."""
    return word.translate(_PLAIN)


def shape_of(word: str) -> int:
    """Index in `SHAPES` of what the word's characters look like."""
    if any(character.isdigit() for character in word):
        return 6
    letters = [character for character in word if character.isalpha()]
    if not letters:
        return 7
    upper = sum(character.isupper() for character in letters)
    if upper == 0:
        return 1
    if upper == len(letters):
        return 4 if len(letters) == 1 else 3
    return 2 if upper == 1 and letters[0].isupper() else 5


@dataclass(frozen=True, slots=True)
class WordInput:
    """One sentence for the network: subword ids with the special tokens, their shapes, each word's first and last.

    Attributes:
        ids: Subword ids, `CLS` first and `SEP` last.
        shapes: Index in `SHAPES` for every subword.
        first: Position in `ids` of the first subword of every word.
        last: Position in `ids` of the last subword of every word.
    """

    ids: list[int]
    shapes: list[int]
    first: list[int]
    last: list[int]


class WordPieces:
    """Words to subwords through the encoder's tokenizer, remembering the words it has seen."""

    def __init__(self, tokenizer: Any, remember: int = 50_000) -> None:
        tokenizer.no_padding()
        tokenizer.no_truncation()
        self._tokenizer = tokenizer
        self._remember = remember
        self._known: dict[str, list[int]] = {}

    def pieces(self, word: str) -> list[int]:
        """Ids of the subwords of one word, at least one and at most eight."""
        found = self._known.get(word)
        if found is None:
            found = self._tokenizer.encode(plain_word(word)[:200], add_special_tokens=False).ids[:8] or [UNKNOWN]
            if len(self._known) < self._remember:
                self._known[word] = found
        return found

    def sentence(self, words: Sequence[str]) -> WordInput:
        """The input for one sentence. The caller keeps sentences within `MAX_SUBWORDS`."""
        ids, shapes, first, last = [CLS], [0], [], []
        for word in words:
            pieces = self.pieces(word)
            first.append(len(ids))
            ids.extend(pieces)
            shapes.extend([shape_of(word)] * len(pieces))
            last.append(len(ids) - 1)
        ids.append(SEP)
        shapes.append(0)
        return WordInput(ids, shapes, first, last)


def batch_arrays(sentences: Sequence[WordInput]) -> dict[str, NDArray[np.int64]]:
    """Pad sentences into the network's inputs.

    Returns:
        `ids`, `mask` and `shapes` of shape (sentences, subwords), `first` and `last` of shape (sentences, words).
        Padding words point at `CLS`.
    """
    length = max(len(sentence.ids) for sentence in sentences)
    words = max(len(sentence.first) for sentence in sentences)
    arrays = {name: np.zeros((len(sentences), length), dtype=np.int64) for name in ("ids", "mask", "shapes")}
    arrays |= {name: np.zeros((len(sentences), words), dtype=np.int64) for name in ("first", "last")}
    for row, sentence in enumerate(sentences):
        arrays["ids"][row, : len(sentence.ids)] = sentence.ids
        arrays["mask"][row, : len(sentence.ids)] = 1
        arrays["shapes"][row, : len(sentence.ids)] = sentence.shapes
        arrays["first"][row, : len(sentence.first)] = sentence.first
        arrays["last"][row, : len(sentence.last)] = sentence.last
    return arrays
