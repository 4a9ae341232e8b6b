"""What a passage says about a claim: the shipped cross-encoder, and scores made into suggestions."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from workbench.comparison.stances import CONTEXT, REFUTES, SUPPORTS, Weighing
from workbench.domain.errors import ModelUnavailableError
from workbench.domain.evidence import StanceSuggestion
from workbench.models.encoder import load_encoder
from workbench.models.onnx_session import (
    REINSTALL,
    Batch,
    OnnxSession,
    default_threads,
    load_tokenizer,
    read_side_file,
    tokenize_batches,
)

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from workbench.domain.ports import Step

WEIGHTS = Path(__file__).parent / "weights"
NAME = "stance-en"
VERSION = 1
"""Raised when the graph or its description changes so that an older program cannot read it."""

PAIR_TOKENS = 256
"""A pair is cut to this many word pieces, the passage first: what is longer was not trained on."""

REMEMBERED = 2048
"""Pairs whose raw scores are kept: those of the claims looked at last."""

SETTINGS = ("temperature", "bias", "similarity", "conflict", "agreement", "opposite", "thresholds", "numbers", "lean")
LABELS = (SUPPORTS, REFUTES, CONTEXT)


class StanceCard:
    """What the description of the shipped stance model says; the weights need not be loaded for it."""

    def __init__(self, card: dict[str, Any]) -> None:
        self._card = card

    @property
    def key(self) -> str:
        """Names model, version and precision."""
        return str(self._card["key"])

    @property
    def fingerprint(self) -> str:
        """Changes with the weights and with every setting, so that no older judgement passes for one of this model."""
        card = json.dumps(self._card, sort_keys=True, ensure_ascii=False)
        return f"{self.key}:{hashlib.sha256(card.encode()).hexdigest()[:16]}"

    @property
    def digest(self) -> str:
        """SHA-256 of the weights, in hexadecimal."""
        return str(self._card["sha256"])

    @property
    def weighing(self) -> Weighing:
        """How compared numbers and words weigh, and from which probability a label is shown."""
        return Weighing(
            conflict=float(self._card["conflict"]),
            agreement=float(self._card["agreement"]),
            opposite=float(self._card["opposite"]),
            thresholds={str(name): float(value) for name, value in self._card["thresholds"].items()},
            numbers=float(self._card["numbers"]),
            lean=float(self._card["lean"]),
        )

    @property
    def weight(self) -> float:
        """How many times as much as the search it counts when passages are ranked again; measured."""
        return float(self._card["weight"])

    @property
    def settings(self) -> dict[str, Any]:
        """What turns raw scores into calibrated probabilities and shown labels, as it stands in the description."""
        return {name: self._card[name] for name in SETTINGS}


class OnnxStanceModel(StanceCard):
    """The shipped stance model: one pass gives stance and relevance. Made by `load_stance`."""

    def __init__(self, session: OnnxSession, tokenizer: Any, card: dict[str, Any]) -> None:
        super().__init__(card)
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

    def similarities(self, pairs: Sequence[tuple[str, str]]) -> NDArray[np.float32]:
        """Cosine of claim and passage by the bundled encoder, shape (len(pairs),).

        The encoder has read a thousand times what the stance model was trained on, so it knows better what is
        about the same thing; what is said about it only the stance model can tell.
        """
        texts = list(dict.fromkeys(text for pair in pairs for text in pair))
        place = {text: row for row, text in enumerate(texts)}
        vectors = load_encoder(precision="int8").encode(texts)
        claims = vectors[[place[claim] for claim, _ in pairs]]
        passages = vectors[[place[passage] for _, passage in pairs]]
        found: NDArray[np.float32] = (claims * passages).sum(axis=1)
        return found

    def judge(self, pairs: Sequence[tuple[str, str]], step: Step | None = None) -> list[StanceSuggestion]:
        """Judge (claim, passage) pairs, in the given order; a pair with an empty side is context.

        The label is the likeliest one; `workbench.comparison.stances.labelled` says whether it is sure enough.

        Args:
            pairs: Claims and passages.
            step: Told how many pairs are read, see `logits`.
        """
        logits = self.logits(pairs, step) + np.asarray(self._card["bias"], dtype=np.float32)
        logits[:, 2] -= float(self._card["similarity"]) * (self.similarities(pairs) - 0.5)
        return suggestions(logits / float(self._card["temperature"]), pairs, self.key)

    def score(self, pairs: Sequence[tuple[str, str]], step: Step | None = None) -> list[float]:
        """Relevance of passages to claims, 0…1: how probably the passage settles anything, by its words alone.

        The encoder's likeness is left out: the search, which this order joins, has already weighed it.

        Args:
            pairs: Claims and passages.
            step: Told how many pairs are read, see `logits`.
        """
        judged = suggestions(self.logits(pairs, step), pairs, self.key)
        return [
            0.0 if not passage.strip() else 1.0 - one.neutral for one, (_, passage) in zip(judged, pairs, strict=True)
        ]


def suggestions(logits: NDArray[np.float32], pairs: Sequence[tuple[str, str]], key: str) -> list[StanceSuggestion]:
    """Softmax of scores, shape (len(pairs), 3), as suggestions with the likeliest label; an empty side is context."""
    scores = np.exp(logits - logits.max(axis=1, keepdims=True)) if len(logits) else logits
    found = []
    for row, (claim, passage) in zip(scores, pairs, strict=True):
        supports, refutes, neutral = (float(value) for value in row / row.sum())
        if not claim.strip() or not passage.strip():
            supports, refutes, neutral = 0.0, 0.0, 1.0
        label = LABELS[max(range(3), key=lambda index: (supports, refutes, neutral)[index])]
        found.append(StanceSuggestion(label, supports, refutes, neutral, model=key))
    return found


def load_stance(folder: Path | None = None) -> OnnxStanceModel:
    """The shipped stance model, or the one in `folder`; loaded once a process.

    Raises:
        ModelUnavailableError: Its file is missing, truncated, changed or of another version.
    """
    return _load(folder or WEIGHTS)


def stance_card(folder: Path | None = None) -> StanceCard:
    """What is known of the shipped stance model, or of the one in `folder`, without loading its weights.

    Raises:
        ModelUnavailableError: The description is missing, incomplete or of another version.
    """
    return StanceCard(_read_card(folder or WEIGHTS))


def _read_card(folder: Path) -> dict[str, Any]:
    card = read_side_file(folder / f"{NAME}.json", VERSION)
    lacking = [name for name in ("key", "sha256", "weight", *SETTINGS) if name not in card]
    if lacking:
        raise ModelUnavailableError(f"The model description {NAME}.json lacks {', '.join(lacking)}; {REINSTALL}.")
    return card


@cache
def _readers() -> ThreadPoolExecutor:
    """Threads that each read a pair."""
    return ThreadPoolExecutor(default_threads(), thread_name_prefix="stance")


@cache
def _load(folder: Path) -> OnnxStanceModel:
    card = _read_card(folder)
    session = OnnxSession(folder / f"{NAME}.onnx", str(card.get("sha256")))
    return OnnxStanceModel(session, load_tokenizer(), card)
