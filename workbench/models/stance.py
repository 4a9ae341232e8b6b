"""What a passage says about a claim: the shipped cross-encoder, and scores made into suggestions."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from workbench.comparison.stances import CONTEXT, REFUTES, SUPPORTS, Weighing
from workbench.domain.errors import ModelUnavailableError
from workbench.domain.evidence import StanceSuggestion
from workbench.models.encoder import load_encoder
from workbench.models.onnx_session import REINSTALL, OnnxSession, load_tokenizer, read_side_file
from workbench.models.pair_network import PairNetwork

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from workbench.domain.ports import Step

WEIGHTS = Path(__file__).parent / "weights"
NAME = "stance-en"
WIDE = "stance-wide-en"
"""The network beside it, described in a file of its own."""

VERSION = 2
"""Raised when the graph or its description changes so that an older program cannot read it."""

SETTINGS = ("temperature", "bias", "similarity", "conflict", "agreement", "opposite", "thresholds", "numbers", "lean")
LABELS = (SUPPORTS, REFUTES, CONTEXT)

Closely = tuple[str, str, str]
"""A claim, a passage, and what of the passage the wide network reads: the whole of it, or the sentences that count."""


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
    def shares(self) -> list[float]:
        """How much the scores of each network count, the quick one first; they sum to 1."""
        share = float(self._card["beside"]["share"]) if self._card.get("beside") else 0.0
        return [1.0 - share, share] if share else [1.0]

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
    """The shipped stance model: a small network that is quick, and beside it a wide one that reads better.

    Stances are what both say, weighed; relevance is what the small one says alone, for a search asks it of five times
    as many passages. Made by `load_stance`.
    """

    def __init__(self, networks: Sequence[PairNetwork], card: dict[str, Any]) -> None:
        super().__init__(card)
        self.networks = networks

    def logits(self, pairs: Sequence[Closely], step: Step | None = None) -> NDArray[np.float32]:
        """Raw scores, shape (len(pairs), 3): supports, refutes, neutral.

        Args:
            pairs: Claims and passages, and what of each passage the wide network reads.
            step: Told how many pairs are read, by the network that reads; see `PairNetwork.logits`.
        """
        found = np.zeros((len(pairs), len(LABELS)), dtype=np.float32)
        for place, (network, share) in enumerate(zip(self.networks, self.shares, strict=True)):
            read = [(claim, part if place else passage) for claim, passage, part in pairs]
            found += np.float32(share) * network.logits(read, step)
        return found

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
        """Judge (claim, passage) pairs, in the given order, each read as a whole; see `judge_closely`."""
        return self.judge_closely([(claim, passage, passage) for claim, passage in pairs], step)

    def judge_closely(self, pairs: Sequence[Closely], step: Step | None = None) -> list[StanceSuggestion]:
        """Judge claims and passages, in the given order; a pair with an empty side is context.

        The label is the likeliest one; `workbench.comparison.stances.labelled` says whether it is sure enough.

        Args:
            pairs: Claims and passages, and what of each passage the wide network reads.
            step: Told how many pairs are read, see `logits`.
        """
        logits = self.logits(pairs, step) + np.asarray(self._card["bias"], dtype=np.float32)
        wholes = [(claim, passage) for claim, passage, _ in pairs]
        parts = [(claim, part) for claim, _, part in pairs]
        likeness = self.similarities([*wholes, *parts]).reshape(2, len(pairs)).max(axis=0)
        logits[:, 2] -= float(self._card["similarity"]) * (likeness - 0.5)
        return suggestions(logits / float(self._card["temperature"]), wholes, self.key)

    def bears_out(self, pairs: Sequence[tuple[str, str]], step: Step | None = None) -> list[float]:
        """How surely each sentence bears out a statement, 0…1, by the network that reads best alone; not calibrated.

        Args:
            pairs: Statements, and the sentences that they are to be borne out by.
            step: Told how many pairs are read, see `logits`.
        """
        logits = self.networks[-1].logits(pairs, step)
        against = np.logaddexp(logits[:, 1], logits[:, 2])
        return [float(value) for value in 1.0 / (1.0 + np.exp(against - logits[:, 0]))]

    def score(self, pairs: Sequence[tuple[str, str]], step: Step | None = None) -> list[float]:
        """Relevance of passages to claims, 0…1: how probably the passage settles anything, by its words alone.

        The encoder's likeness is left out: the search, which this order joins, has already weighed it.

        Args:
            pairs: Claims and passages.
            step: Told how many pairs are read, see `logits`.
        """
        judged = suggestions(self.networks[0].logits(pairs, step), pairs, self.key)
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
    beside = card.get("beside", {})
    if not isinstance(beside, dict) or (beside and not {"sha256", "share"} <= beside.keys()):
        lacking.append("digest or share of the network beside")
    if lacking:
        raise ModelUnavailableError(f"The model description {NAME}.json lacks {', '.join(lacking)}; {REINSTALL}.")
    return card


@cache
def _load(folder: Path) -> OnnxStanceModel:
    card = _read_card(folder)
    files = {NAME: str(card["sha256"])}
    if card.get("beside"):
        files[WIDE] = str(card["beside"]["sha256"])
    networks = [
        PairNetwork(OnnxSession(folder / f"{name}.onnx", sha256), load_tokenizer(), sha256)
        for name, sha256 in files.items()
    ]
    return OnnxStanceModel(networks, card)
