"""What a passage says about a claim: the shipped cross-encoder, and other people's in its place."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from workbench.domain.errors import ModelUnavailableError
from workbench.domain.evidence import StanceSuggestion
from workbench.domain.stances import CONTEXT, REFUTES, SUPPORTS, Weighing
from workbench.models.session import OnnxSession, default_threads, load_tokenizer, read_side_file, tokenize_batches

if TYPE_CHECKING:
    from numpy.typing import NDArray

WEIGHTS = Path(__file__).parent / "weights"
NAME = "stance-en"
VERSION = 1
"""Raised when the graph or its description changes so that an older program cannot read it."""

PAIR_TOKENS = 256
"""A pair is cut to this many word pieces, the passage first: what is longer was not trained on."""

TOKEN_BUDGET = 2048
"""Word pieces in a batch: little enough that the first answers come soon."""

LABELS = (SUPPORTS, REFUTES, CONTEXT)


class OnnxStanceModel:
    """The shipped stance model: one pass gives stance and relevance. Made by `load_stance`."""

    def __init__(self, session: OnnxSession, tokenizer: Any, card: dict[str, Any]) -> None:
        self._session = session
        self._tokenizer = tokenizer
        self._card = card

    @property
    def key(self) -> str:
        """Names model, version and precision."""
        return str(self._card["key"])

    @property
    def weighing(self) -> Weighing:
        """How compared numbers weigh, and from which probability a label is shown."""
        return Weighing(
            conflict=float(self._card["conflict"]),
            agreement=float(self._card["agreement"]),
            thresholds={str(name): float(value) for name, value in self._card["thresholds"].items()},
        )

    @property
    def settings(self) -> dict[str, Any]:
        """What turns raw scores into calibrated probabilities and shown labels, as it stands in the description."""
        return {name: self._card[name] for name in ("temperature", "bias", "conflict", "agreement", "thresholds")}

    def logits(self, pairs: Sequence[tuple[str, str]]) -> NDArray[np.float32]:
        """Raw scores of (claim, passage) pairs, shape (len(pairs), 3): supports, refutes, neutral."""
        found = np.zeros((len(pairs), 3), dtype=np.float32)
        for batch in tokenize_batches(self._tokenizer, pairs, max_length=PAIR_TOKENS, token_budget=TOKEN_BUDGET):
            inputs = {"input_ids": batch.ids, "token_type_ids": batch.types, "attention_mask": batch.mask}
            found[batch.rows] = self._session.run(inputs)["scores"]
        return found

    def judge(self, pairs: Sequence[tuple[str, str]]) -> list[StanceSuggestion]:
        """Judge (claim, passage) pairs, in the given order; a pair with an empty side is context.

        The label is the likeliest one; `workbench.domain.stances.labelled` says whether it is sure enough.
        """
        logits = self.logits(pairs) + np.asarray(self._card["bias"], dtype=np.float32)
        return _suggestions(logits / float(self._card["temperature"]), pairs, self.key)

    def score(self, pairs: Sequence[tuple[str, str]]) -> list[float]:
        """Relevance of passages to claims, 0…1: the probability that the passage settles anything."""
        return [
            0.0 if not passage.strip() else 1.0 - judged.neutral
            for judged, (_, passage) in zip(self.judge(pairs), pairs, strict=True)
        ]


def _suggestions(logits: NDArray[np.float32], pairs: Sequence[tuple[str, str]], key: str) -> list[StanceSuggestion]:
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


@cache
def _load(folder: Path) -> OnnxStanceModel:
    card = read_side_file(folder / f"{NAME}.json", VERSION)
    session = OnnxSession(folder / f"{NAME}.onnx", str(card.get("sha256")), threads=default_threads())
    return OnnxStanceModel(session, load_tokenizer(), card)


READ_CHARACTERS = 6000
"""Text beyond this is not given to other people's models, which would tokenise all of it before cutting it."""


class CrossEncoderReranker:
    """Any sentence-transformers CrossEncoder. One with three NLI labels also judges stance."""

    def __init__(self, model: Any, name: str) -> None:
        self._model = model
        self._name = name
        config = model.model.config
        names = {int(index): str(label).casefold() for index, label in getattr(config, "id2label", {}).items()}
        self._order = _nli_order(names) if config.num_labels == 3 else None
        self._outputs = int(config.num_labels)

    @property
    def key(self) -> str:
        """Names the model."""
        return f"cross-encoder:{self._name}"

    @property
    def judges(self) -> bool:
        """Whether its labels are those of inference, so that `judge` works."""
        return self._order is not None

    def _predict(self, pairs: Sequence[tuple[str, str]]) -> NDArray[np.float32]:
        import torch

        # NLI models read (premise, hypothesis): the passage comes first
        texts = [
            (p[:READ_CHARACTERS], c[:READ_CHARACTERS]) if self._order else (c[:READ_CHARACTERS], p[:READ_CHARACTERS])
            for c, p in pairs
        ]
        if not texts:
            return np.zeros((0, self._outputs), dtype=np.float32)
        raw = self._model.predict(texts, activation_fn=torch.nn.Identity(), show_progress_bar=False)
        return np.asarray(raw, dtype=np.float32).reshape(len(texts), -1)

    def judge(self, pairs: Sequence[tuple[str, str]]) -> list[StanceSuggestion]:
        """Judge pairs by the model's own, uncalibrated probabilities.

        Raises:
            ModelUnavailableError: The model has no labels for entailment, contradiction and neutral.
        """
        if self._order is None:
            raise ModelUnavailableError(f"{self._name} gives relevance, not stances; use it with --rerank.")
        return _suggestions(self._predict(pairs)[:, self._order], pairs, self.key)

    def score(self, pairs: Sequence[tuple[str, str]]) -> list[float]:
        """Relevance, higher is better; of an inference model the probability that the pair is not neutral."""
        if self._order is not None:
            return [1.0 - judged.neutral for judged in self.judge(pairs)]
        return [float(row[-1]) for row in self._predict(pairs)]


def _nli_order(names: dict[int, str]) -> list[int] | None:
    """Columns of entailment, contradiction and neutral, None where the labels are others."""
    found = []
    for wanted in (("entail", "support"), ("contradict", "refute"), ("neutral", "not enough", "context")):
        match = [
            index for index, name in names.items() if any(word in name for word in wanted) and "not_entail" not in name
        ]
        if len(match) != 1:
            return None
        found += match
    return found


def load_reranker(name_or_path: str | None = None) -> OnnxStanceModel | CrossEncoderReranker:
    """The shipped stance model as reranker, or any sentence-transformers CrossEncoder by name or folder.

    Only files on this machine are used; nothing is downloaded.

    Raises:
        ModelUnavailableError: There is no such model here, or it does not load.
    """
    if name_or_path in (None, "", "stance", NAME):
        return load_stance()
    return _cross_encoder(str(name_or_path))


@cache
def _cross_encoder(name: str) -> CrossEncoderReranker:
    try:
        from sentence_transformers import CrossEncoder

        model = CrossEncoder(name, local_files_only=True)
    except Exception as error:  # the library raises many classes for "not here" and "not a model"
        raise ModelUnavailableError(
            f"no cross-encoder can be loaded from {name!r}: give the folder of a model on this machine."
        ) from error
    return CrossEncoderReranker(model, name)
