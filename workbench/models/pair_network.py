"""One network over pairs of a claim and a passage, and its memory of what it read last."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import cache
from typing import TYPE_CHECKING, Any

import numpy as np

from workbench.models.onnx_session import Batch, OnnxSession, default_threads, tokenize_batches

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from workbench.domain.ports import Step

PAIR_TOKENS = 256
"""A pair is cut to this many word pieces, the passage first: what is longer was not trained on."""

REMEMBERED = 2048
"""Pairs whose raw scores are kept: those of the claims looked at last."""


class PairNetwork:
    """Raw scores of pairs, each read once as long as it is remembered; may be used from any thread."""

    def __init__(self, session: OnnxSession, tokenizer: Any, sha256: str) -> None:
        """`sha256` is the digest of the weights, in hexadecimal."""
        self.sha256 = sha256
        self._session = session
        self._tokenizer = tokenizer
        self._read: dict[tuple[str, str], NDArray[np.float32]] = {}

    def logits(self, pairs: Sequence[tuple[str, str]], step: Step | None = None) -> NDArray[np.float32]:
        """Raw scores of (claim, passage) pairs, shape (len(pairs), 3): supports, refutes, neutral.

        Each pair is read by itself, as many at a time as there are cores: what a quantised network makes of a pair
        depends on what is read beside it, and one at a time takes a third less of the processor. Ranking again and
        judging ask about the same pairs one after the other; the network reads each once.

        Args:
            pairs: Claims and passages.
            step: Told how many pairs are read; what it raises ends the reading, and what was read is kept.
        """
        known = {pair: self._read[pair] for pair in pairs if pair in self._read}
        new = list(dict.fromkeys(pair for pair in pairs if pair not in known))
        read: dict[tuple[str, str], NDArray[np.float32]] = {}
        try:
            for batch, scores in self._each(new, step):
                read[new[batch.rows[0]]] = scores
        finally:
            # another thread may ask too: the memory is never changed, only replaced
            self._read = dict([*self._read.items(), *read.items()][-REMEMBERED:])
        known |= read
        return np.array([known[pair] for pair in pairs], dtype=np.float32).reshape(len(pairs), 3)

    def _each(self, pairs: list[tuple[str, str]], step: Step | None) -> Iterator[tuple[Batch, NDArray[np.float32]]]:
        """Each pair as the network's input, with its scores; those of like length beside each other."""
        batches = list(tokenize_batches(self._tokenizer, pairs, max_length=PAIR_TOKENS, token_budget=1))
        at_a_time = default_threads()
        for begin in range(0, len(batches), at_a_time):
            if step is not None:
                step(begin, len(batches))
            part = batches[begin : begin + at_a_time]
            # one of a single core, and the last one, need no other thread
            scores = map(self._scores, part) if len(part) == 1 else _readers().map(self._scores, part)
            yield from zip(part, scores, strict=True)

    def _scores(self, batch: Batch) -> NDArray[np.float32]:
        inputs = {"input_ids": batch.ids, "token_type_ids": batch.types, "attention_mask": batch.mask}
        scores: NDArray[np.float32] = self._session.run(inputs)["scores"][0]
        return scores


@cache
def _readers() -> ThreadPoolExecutor:
    """Threads that each read a pair."""
    return ThreadPoolExecutor(default_threads(), thread_name_prefix="stance")
