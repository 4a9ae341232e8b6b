"""A fake encoder: quick, repeatable, and close where words are shared."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from workbench.language.text.analyzer import stems


class HashingEncoder:
    """Bags of hashed words as unit vectors; counts how many texts it was given."""

    def __init__(self, dimension: int = 64, key: str = "hashing/1") -> None:
        self._dimension, self._key = dimension, key
        self.encoded = 0

    @property
    def key(self) -> str:
        return self._key

    @property
    def sha256(self) -> str:
        return hashlib.sha256(self._key.encode()).hexdigest()

    @property
    def dimension(self) -> int:
        return self._dimension

    def encode(self, texts: Sequence[str]) -> NDArray[np.float32]:
        self.encoded += len(texts)
        found = np.zeros((len(texts), self._dimension), dtype=np.float32)
        for row, text in zip(found, texts, strict=True):
            for stem in stems(text):
                number = int.from_bytes(hashlib.sha256(stem.encode("utf-8", "surrogatepass")).digest()[:4], "little")
                row[number % self._dimension] += 1 if number & 65536 else -1
            row[0] += 0.01
        found /= np.linalg.norm(found, axis=1, keepdims=True)
        return found
