"""One-word swaps: a word gives way to one that stands in like places, found by the encoder's own word vectors.

"Deaths rose in the north" becomes "Deaths fell in the north", "Deaths rose in the south", "Cases rose in the north":
mostly untrue of the same passage, sometimes a synonym. Which of them it is the teacher says; no rule here does.
"""

from __future__ import annotations

import re
from random import Random

import numpy as np
from stance_text import STOP, Pair, sentences_of

from workbench.comparison.stemming import stem
from workbench.models.onnx_session import encoder_folder, load_tokenizer

UNKNOWN = -1
"""The label of a pair that only the teacher can label."""

LEAST, MOST = 0.28, 0.75
"""Cosine of word vectors: below it words have little to do with each other, above it they are forms of one word."""

_WORD = re.compile(r"[A-Za-z]{3,}")
_ENDINGS = ("ing", "ed", "ly", "est", "s")


def _ending(word: str) -> str:
    return next((ending for ending in _ENDINGS if word.endswith(ending)), "")


class Swaps:
    """Finds words that stand in like places."""

    def __init__(self) -> None:
        from safetensors import safe_open

        with safe_open(encoder_folder() / "model.safetensors", "np") as weights:
            vectors = weights.get_tensor("embeddings.word_embeddings.weight").astype(np.float32)
        vectors = vectors - vectors[1000:].mean(0)
        self._vectors = vectors / np.linalg.norm(vectors, axis=1, keepdims=True)
        self._rows: dict[str, int] = load_tokenizer().get_vocab()
        self._words = {row: word for word, row in self._rows.items() if _WORD.fullmatch(word) and word not in STOP}
        self._found: dict[str, list[str]] = {}

    def others(self, word: str) -> list[str]:
        """Up to eight words of the same ending and another stem, most alike first; none for a rare word."""
        if word not in self._found:
            self._found[word] = self._look_up(word)
        return self._found[word]

    def _look_up(self, word: str) -> list[str]:
        row = self._rows.get(word)
        if row is None or word in STOP:
            return []
        likeness = self._vectors @ self._vectors[row]
        order = np.argsort(-likeness)[1:60]
        return [
            other
            for index in order
            if LEAST <= likeness[index] <= MOST
            and (other := self._words.get(int(index)))
            and _ending(other) == _ending(word)
            and stem(other)[:4] != stem(word)[:4]
        ][:8]

    def swapped(self, text: str, rng: Random, among: str | None = None) -> tuple[str, str, str] | None:
        """`text` with one word swapped, the word and its successor; only a word that `among` has too, if given."""
        wanted = {match.group().lower() for match in _WORD.finditer(among)} if among is not None else None
        places = [match for match in _WORD.finditer(text) if wanted is None or match.group().lower() in wanted]
        for place in rng.sample(places, len(places)):
            old = place.group()
            if others := self.others(old.lower()):
                new = rng.choice(others)
                new = new.capitalize() if old[0].isupper() else new
                return text[: place.start()] + new + text[place.end() :], old, new
        return None


def swaps(supported: list[tuple[str, str]], count: int, rng: Random) -> list[Pair]:
    """`count` pairs from (claim, passage) that belong together: a word swapped in the claim or in the passage."""
    words = Swaps()
    made: list[Pair] = []
    while len(made) < count:
        claim, passage = rng.choice(supported)
        if rng.random() < 0.7:
            if change := words.swapped(claim, rng, among=passage):
                made.append(Pair(change[0], passage, UNKNOWN, "word swapped in the claim"))
        elif change := words.swapped(passage, rng, among=claim):
            made.append(Pair(claim, change[0], UNKNOWN, "word swapped in the passage"))
    return made


def alike(texts: list[str], near: list[list[int]], count: int, rng: Random) -> list[Pair]:
    """`count` pairs of sentences of one kind of text that share words; `near` names each text's nearest."""
    made: list[Pair] = []
    while len(made) < count:
        index = rng.randrange(len(texts))
        others = [other for other in near[index] if texts[other] != texts[index]][:4]
        claims = sentences_of(texts[index])
        if others and claims:
            made.append(Pair(rng.choice(claims), texts[rng.choice(others)], UNKNOWN, "alike"))
    return made
