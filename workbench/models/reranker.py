"""Pairs of query and passage scored together: any sentence-transformers cross-encoder on this machine."""

from __future__ import annotations

import os
from collections.abc import Sequence
from typing import Any

from workbench.domain.errors import ModelUnavailableError


class CrossEncoderReranker:
    """A cross-encoder by name or folder."""

    def __init__(self, name: str) -> None:
        """Load the model.

        Raises:
            ModelUnavailableError: It is not on this machine or does not load.
        """
        os.environ.setdefault("HF_HUB_OFFLINE", "1")
        os.environ.setdefault("TOKENIZERS_PARALLELISM", "false")
        try:
            from sentence_transformers import CrossEncoder

            self._model: Any = CrossEncoder(name, device="cpu", local_files_only=True)
        except Exception as error:  # the library raises a dozen classes for "not there" and "not a model"
            raise ModelUnavailableError(
                f'The reranking model "{name}" is not on this machine or does not load; name a folder with a '
                "sentence-transformers cross-encoder."
            ) from error
        self._name = name

    @property
    def key(self) -> str:
        """Names the model."""
        return self._name

    def score(self, pairs: Sequence[tuple[str, str]]) -> list[float]:
        """Score (query, passage) pairs, in the given order; higher is better."""
        if not pairs:
            return []
        return [float(score) for score in self._model.predict(list(pairs), show_progress_bar=False)]


def load_reranker(name: str) -> CrossEncoderReranker:
    """Load a cross-encoder by name or folder.

    Raises:
        ModelUnavailableError: It is not on this machine or does not load.
    """
    return CrossEncoderReranker(name)
