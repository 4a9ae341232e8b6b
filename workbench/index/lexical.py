"""Words to passages: an inverted index scored by BM25, built in blocks and mapped from the disk.

BM25 as in Robertson and Zaragoza, "The Probabilistic Relevance Framework" (2009), with the smoothed inverse document
frequency that cannot be negative. Counts and lengths are kept, not weights, so k1 and b can change without a rebuild.
Every posting of a query's words is summed, which gives each passage its exact score, whatever list it came from.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable
from functools import lru_cache
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from workbench.index.array_files import map_array, write_array

if TYPE_CHECKING:
    from numpy.typing import NDArray

K1, B = 0.9, 0.4
TERMS, TERM_ENDS, POSTING_ENDS, DOCUMENTS, COUNTS, LENGTHS = (
    "terms.txt", "terms.ends", "postings.ends", "postings.documents", "postings.counts", "lengths",
)  # fmt: skip
FILES = (TERMS, TERM_ENDS, POSTING_ENDS, DOCUMENTS, COUNTS, LENGTHS)


REMEMBERED = 4096
"""Words whose place is remembered."""

REPEATED = 1 << 10
"""Words whose postings are numbered at a time."""

FLUSHED = 1 << 21
"""Words collected before they are counted: arrays are counted many times as fast as words one by one."""


def _width(count: int) -> type[np.integer[Any]]:
    """What positions of so many passages are written in."""
    return np.uint16 if count <= 1 << 16 else np.int32


class _Numbers(dict[str, int]):
    """Terms numbered in the order they are first asked for."""

    def __missing__(self, term: str) -> int:
        number = self[term] = len(self)
        return number


class LexicalBuilder:
    """Collects the words of passages, numbered 0, 1, 2 … in the order they are added."""

    def __init__(self) -> None:
        self._numbers = _Numbers()
        self._words = array("i")
        """Term numbers of the passages that are not counted yet, one after the other."""
        self._ends = array("q")
        """Where each of these passages ends in `_words`."""
        self._lengths = array("H")
        self._parts: list[tuple[NDArray[np.int32], NDArray[np.int32], NDArray[np.uint8]]] = []
        self._old_lengths: NDArray[np.uint16] | None = None
        self._new_positions: NDArray[np.int64] | None = None

    def take_over(self, old: LexicalIndex, positions: NDArray[np.int64], total: int) -> None:
        """Start from an older index, so that only new passages have to be read.

        Args:
            old: The older index.
            positions: For each of its passages its number in the new one, -1 for those that are gone.
            total: How many passages the new index will have; `add` then fills the numbers not taken over, in order.
        """
        self._numbers = _Numbers((term, i) for i, term in enumerate(old.terms()))
        documents = positions[old.documents]
        kept = documents >= 0
        self._parts.append((old.posting_terms()[kept], documents[kept].astype(np.int32), old.counts[kept]))
        lengths = np.zeros(total, dtype=np.uint16)
        there = positions >= 0
        lengths[positions[there]] = old.lengths[there]
        taken = np.zeros(total, dtype=bool)
        taken[positions[there]] = True
        self._old_lengths = lengths
        self._new_positions = np.flatnonzero(~taken)

    def add(self, stems: Iterable[str]) -> None:
        """Add the next passage."""
        begin = len(self._words)
        self._words.extend(map(self._numbers.__getitem__, stems))
        end = len(self._words)
        self._ends.append(end)
        self._lengths.append(min(end - begin, 65_535))
        if end >= FLUSHED:
            self._count()

    def _count(self) -> None:
        """Turn the words collected so far into postings."""
        ends = np.array(self._ends, dtype=np.int64)
        first = len(self._lengths) - len(ends)
        numbers = np.repeat(np.arange(first, first + len(ends), dtype=np.int64), np.diff(ends, prepend=0))
        positions = numbers if self._new_positions is None else self._new_positions[numbers]
        keys = np.array(self._words, dtype=np.int64) << 32 | positions
        found, counts = np.unique(keys, return_counts=True)
        self._parts.append(
            (
                (found >> 32).astype(np.int32),
                (found & 0xFFFFFFFF).astype(np.int32),
                np.minimum(counts, 255).astype(np.uint8),
            )
        )
        self._words, self._ends = array("i"), array("q")

    def write(self, folder: Path) -> None:
        """Write the index; the folder must exist."""
        self._count()
        parts = self._parts
        terms = np.concatenate([part[0] for part in parts])
        documents = np.concatenate([part[1] for part in parts])
        counts = np.concatenate([part[2] for part in parts])
        lengths = np.frombuffer(self._lengths, dtype=np.uint16)
        if self._old_lengths is not None and self._new_positions is not None:
            self._old_lengths[self._new_positions[: len(lengths)]] = lengths
            lengths = self._old_lengths
        by_name = sorted(self._numbers)
        rank = np.empty(len(by_name), dtype=np.int32)
        rank[np.fromiter((self._numbers[name] for name in by_name), dtype=np.int64, count=len(by_name))] = np.arange(
            len(by_name), dtype=np.int32
        )
        ranks = rank[terms] if len(terms) else terms
        order = np.argsort(ranks, kind="stable")
        falling = np.diff(documents[order]) < 0
        if bool((falling & (np.diff(ranks[order]) == 0)).any()):
            # Passages read now stand between those taken over: postings must rise, for they are searched by halving.
            order = np.lexsort((documents, ranks))
        encoded = [name.encode("utf-8", "surrogatepass") for name in by_name]
        write_array(folder / TERMS, np.frombuffer(b"".join(encoded), dtype=np.uint8))
        write_array(folder / TERM_ENDS, np.cumsum([len(name) for name in encoded], dtype=np.uint32))
        write_array(folder / POSTING_ENDS, np.cumsum(np.bincount(ranks, minlength=len(by_name)), dtype=np.int64))
        write_array(folder / DOCUMENTS, documents[order].astype(_width(len(lengths))))
        write_array(folder / COUNTS, counts[order])
        write_array(folder / LENGTHS, lengths)


class LexicalIndex:
    """An inverted index on the disk. Passages go by their position, 0 … count - 1."""

    def __init__(self, folder: Path) -> None:
        """Map the files.

        Raises:
            IndexProblemError: One is missing.
        """
        self._terms = map_array(folder / TERMS, np.uint8)
        self._term_ends = map_array(folder / TERM_ENDS, np.uint32)
        self._posting_ends = map_array(folder / POSTING_ENDS, np.int64)
        self.counts: NDArray[np.uint8] = map_array(folder / COUNTS, np.uint8)
        self.lengths: NDArray[np.uint16] = map_array(folder / LENGTHS, np.uint16)
        self.documents: NDArray[np.integer[Any]] = map_array(folder / DOCUMENTS, _width(len(self.lengths)))
        average = float(self.lengths.mean()) if len(self.lengths) else 1.0
        self._average = max(average, 1.0)
        # the words of a query are looked up several times over
        self._found = lru_cache(maxsize=REMEMBERED)(self._looked_up)
        self._norms = (K1 * (1 - B + B * self.lengths / self._average)).astype(np.float32)

    @property
    def count(self) -> int:
        """How many passages it holds."""
        return len(self.lengths)

    def frequency(self, stem: str) -> int:
        """In how many passages a word stands."""
        begin, end = self._postings(stem)
        return end - begin

    def weight(self, forms: Iterable[str], elsewhere: int = 0) -> float:
        """The inverse document frequency of a word, given as its stems: ln(1 + (N - n + ½) / (n + ½)).

        Args:
            forms: Its stems by the rules of each language.
            elsewhere: How many passages are of a language in which it is too common to be counted.
        """
        n = min(self.count, sum(map(self.frequency, forms)) + elsewhere)
        return float(np.log1p((self.count - n + 0.5) / (n + 0.5)))

    def scores(self, weights: dict[str, float]) -> NDArray[np.float32]:
        """The BM25 score of every passage, shape (count,).

        Args:
            weights: The query's words with the weight of each, its inverse document frequency times its count.
        """
        total = np.zeros(self.count, dtype=np.float32)
        for stem, weight in weights.items():
            begin, end = self._postings(stem)
            if begin == end:
                continue
            documents = self.documents[begin:end]
            counts = self.counts[begin:end].astype(np.float32)
            counts *= np.float32(weight * (K1 + 1)) / (counts + self._norms[documents])
            total[documents] += counts
        return total

    def holds(self, forms: Iterable[str], positions: NDArray[np.int64]) -> NDArray[np.bool_]:
        """Whether a word, given as its stems, stands in each of some passages, given by position."""
        there = np.zeros(len(positions), dtype=bool)
        for stem in forms:
            there |= self._holds(stem, positions)
        return there

    def _holds(self, stem: str, positions: NDArray[np.int64]) -> NDArray[np.bool_]:
        begin, end = self._postings(stem)
        documents = self.documents[begin:end]
        if not len(documents):
            return np.zeros(len(positions), dtype=bool)
        at = np.minimum(np.searchsorted(documents, positions), len(documents) - 1)
        found: NDArray[np.bool_] = documents[at] == positions
        return found

    def score_of(self, stems: Iterable[str], weights: dict[str, float]) -> float:
        """The score that a passage with these words would have, for one that is not in the index yet."""
        counts: dict[str, int] = {}
        length = 0
        for stem in stems:
            length += 1
            if stem in weights:
                counts[stem] = counts.get(stem, 0) + 1
        norm = K1 * (1 - B + B * length / self._average)
        return sum(weights[stem] * count * (K1 + 1) / (count + norm) for stem, count in counts.items())

    def terms(self) -> list[str]:
        """All words, sorted."""
        raw = self._terms.tobytes()
        ends = [0, *self._term_ends.tolist()]
        return [raw[a:b].decode("utf-8", "surrogatepass") for a, b in pairwise(ends)]

    def posting_terms(self) -> NDArray[np.int32]:
        """The number of the word of each posting."""
        lengths = np.diff(self._posting_ends, prepend=0)
        found = np.empty(int(lengths.sum()), dtype=np.int32)
        at = 0
        # A few words at a time: other threads stand still while numpy repeats, and the screen is one of them.
        for first in range(0, len(lengths), REPEATED):
            part = lengths[first : first + REPEATED]
            words = np.repeat(np.arange(first, first + len(part), dtype=np.int32), part)
            found[at : at + len(words)] = words
            at += len(words)
        return found

    def _postings(self, stem: str) -> tuple[int, int]:
        """Where the postings of a word begin and end."""
        return self._found(stem)

    def _looked_up(self, stem: str) -> tuple[int, int]:
        wanted = stem.encode("utf-8", "surrogatepass")
        low, high = 0, len(self._term_ends)
        while low < high:
            middle = (low + high) // 2
            if self._term(middle) < wanted:
                low = middle + 1
            else:
                high = middle
        if low == len(self._term_ends) or self._term(low) != wanted:
            return 0, 0
        return (int(self._posting_ends[low - 1]) if low else 0), int(self._posting_ends[low])

    def _term(self, number: int) -> bytes:
        begin = int(self._term_ends[number - 1]) if number else 0
        return self._terms[begin : int(self._term_ends[number])].tobytes()
