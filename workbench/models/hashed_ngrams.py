"""N-grams of the words and letters of a sentence as numbered features, for weights that need no dictionary."""

from __future__ import annotations

import re
import zlib
from collections import Counter

import numpy as np
from numpy.typing import NDArray

BUCKETS = 1 << 16
"""How many weights there are; features whose numbers meet share one."""

_LONGEST = 2000
"""Characters of a sentence that are read."""
_WORD = re.compile(r"[a-z0-9]+(?:'[a-z]+)?|[$%]")


def ngrams(text: str) -> list[str]:
    """Runs of one to three words and of three to five letters within a word; numbers but years are one word."""
    found = _WORD.findall(text[:_LONGEST].lower().replace("’", "'"))
    words = ["^", *("#" if word.isdigit() and len(word) != 4 else word for word in found), "$"]
    named = ["w" + " ".join(words[i : i + n]) for n in (1, 2, 3) for i in range(len(words) - n + 1)]
    for word in words[1:-1]:
        marked = f"<{word}>"
        named.extend("c" + marked[i : i + n] for n in (3, 4, 5) for i in range(len(marked) - n + 1))
    return named


def bucketed(text: str) -> tuple[NDArray[np.int64], NDArray[np.float64]]:
    """The buckets of a sentence's n-grams, ascending, and their values, of length one together.

    An n-gram seen n times counts 1 + ln n. Numbers are those of CRC-32, so that they are the same everywhere.
    """
    counted = Counter(zlib.crc32(ngram.encode()) % BUCKETS for ngram in ngrams(text))
    buckets = np.array(sorted(counted), dtype=np.int64)
    values = np.array([1.0 + np.log(counted[bucket]) for bucket in buckets.tolist()], dtype=np.float64)
    return buckets, values / float(np.sqrt(np.sum(values * values)))
