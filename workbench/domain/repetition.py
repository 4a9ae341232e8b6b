"""When two passages say the same in the same words."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

SAME = 0.8
"""Share of common words (Jaccard) from which passages of equal numbers are one."""

NGRAM = 5
COPIED = 0.7
"""Share of a passage's n-grams (runs of five words) that stand in a text it was copied from or into."""

LEAST_NGRAMS = 4


def is_number(stem: str) -> bool:
    """Whether a word is a number, a year or a figure with digits."""
    return stem[:1].isdigit()


class Wording(NamedTuple):
    """What repetition is told by: the different words of a passage, and those of them that are numbers."""

    words: frozenset[str]
    numbers: frozenset[str]


def wording(stems: Sequence[str]) -> Wording:
    """The wording of a passage, given as stems."""
    words = frozenset(stems)
    return Wording(words, frozenset(filter(is_number, words)))


_NUMBER = re.compile(r"(?<![^\W_])\d+(?:[.,\u00a0\u202f]\d+)*")
_APART = str.maketrans("", "", ".,\u00a0\u202f")


def figures(text: str) -> frozenset[str]:
    """The numbers of a text, digits alone: where these differ, the texts are not near-identical.

    Much quicker than the wording, which is only needed where they agree.
    """
    return frozenset([number.translate(_APART) for number in _NUMBER.findall(text)])


def near_identical(one: Wording, other: Wording) -> bool:
    """Whether two passages differ only in a few words and in no number.

    Reports of one event that differ in the figure they give are exactly what a fact-checker must see side by side.
    """
    first, second = one.words, other.words
    if not first or not second:
        return first == second
    if min(len(first), len(second)) < SAME * max(len(first), len(second)):
        return False
    if one.numbers != other.numbers:
        return False
    common = len(first & second)
    return common >= SAME * (len(first) + len(second) - common)


def ngrams(stems: Sequence[str]) -> frozenset[tuple[str, ...]]:
    """All n-grams of the words."""
    return frozenset(tuple(stems[i : i + NGRAM]) for i in range(len(stems) - NGRAM + 1))


def is_copy(passage: Sequence[str], text_ngrams: frozenset[tuple[str, ...]]) -> bool:
    """Whether most of a passage, given as stems, stands word for word in the text whose n-grams are given."""
    own = ngrams(passage)
    return len(own) >= LEAST_NGRAMS and len(own & text_ngrams) >= COPIED * len(own)
