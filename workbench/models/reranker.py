"""Pairs of query and passage scored together: the shipped stance model, or any cross-encoder on this machine."""

from __future__ import annotations

import os
from collections.abc import Sequence
from functools import cache
from typing import TYPE_CHECKING, Any

import numpy as np

from workbench.domain.errors import ModelUnavailableError
from workbench.domain.evidence import StanceSuggestion
from workbench.models.stance import NAME, OnnxStanceModel, load_stance, suggestions

if TYPE_CHECKING:
    from numpy.typing import NDArray

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
        return suggestions(self._predict(pairs)[:, self._order], pairs, self.key)

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


def load_reranker(name: str | None = None) -> OnnxStanceModel | CrossEncoderReranker:
    """The shipped stance model as reranker, or any sentence-transformers CrossEncoder by name or folder.

    Only files on this machine are used; nothing is downloaded.

    Raises:
        ModelUnavailableError: There is no such model here, or it does not load.
    """
    if name in (None, "", "stance", NAME):
        return load_stance()
    return _cross_encoder(str(name))


@cache
def _cross_encoder(name: str) -> CrossEncoderReranker:
    os.environ.setdefault("HF_HUB_OFFLINE", "1")
    os.environ.setdefault("TOKENIZERS_PARALLELISM", "false")
    try:
        from sentence_transformers import CrossEncoder

        model = CrossEncoder(name, device="cpu", local_files_only=True)
    except Exception as error:  # the library raises a dozen classes for "not there" and "not a model"
        raise ModelUnavailableError(
            f'The reranking model "{name}" is not on this machine or does not load; name a folder with a '
            "sentence-transformers cross-encoder."
        ) from error
    return CrossEncoderReranker(model, name)
