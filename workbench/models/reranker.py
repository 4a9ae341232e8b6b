"""Pairs of query and passage scored together: the shipped stance model, or any cross-encoder on this machine."""

from __future__ import annotations

import hashlib
import os
import re
from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from workbench.comparison.stances import CONTEXT, REFUTES, SUPPORTS, UNCLEAR, Weighing
from workbench.domain.errors import ModelUnavailableError, missing_part
from workbench.domain.evidence import StanceSuggestion
from workbench.domain.system_errors import reason
from workbench.models.added import added_model
from workbench.models.onnx_session import clean_text, quiet_libraries
from workbench.models.plugin_models import PluginStanceModel, plugin_stance_model
from workbench.models.stance import NAME, OnnxStanceModel, load_stance, suggestions

if TYPE_CHECKING:
    from numpy.typing import NDArray

NEVER = 2.0
"""A threshold that no probability reaches."""

TWO_LABELS = Weighing(thresholds={SUPPORTS: 0.9, REFUTES: NEVER, CONTEXT: NEVER}, lean=NEVER)
"""For models that tell supported from not supported: only a very sure "supports" is shown."""

MOST_KEPT = 2
"""Models that stay loaded: one that a setting names, and one to rerank with."""

READ_CHARACTERS = 6000
"""Text beyond this is not given to other people's models, which would tokenise all of it before cutting it."""


class CrossEncoderReranker:
    """Any sentence-transformers CrossEncoder. One with three NLI labels also judges stance, and so does one with two.

    Two labels tell supported from not supported: what is not supported may be refuted or merely not told, so such a
    model says "supports" or "unclear", never "refutes".
    """

    def __init__(self, model: Any, name: str, files: str = "") -> None:
        """Look at what the model's outputs mean.

        Args:
            model: The cross-encoder.
            name: Its name or folder.
            files: Changes with the files it was loaded from.

        Raises:
            ModelUnavailableError: It has several outputs whose labels do not say what they mean.
        """
        self._model = model
        self._name = name
        self._files = files
        config = model.model.config
        labels = {int(index): str(label) for index, label in (getattr(config, "id2label", None) or {}).items()}
        names = {index: re.sub(r"[\W_]+", " ", label.casefold()).strip() for index, label in labels.items()}
        self._outputs = int(config.num_labels)
        self._order = _nli_order(names) if self._outputs == 3 else None
        self._column = _relevance(names) if self._outputs < 3 else None
        self._supports = self._outputs == 2 and any(_SUPPORTED.search(name) for name in names.values())
        if self._order is None and self._column is None:
            said = ", ".join(f'"{labels[index]}"' for index in sorted(labels)[:6]) or "no labels"
            raise ModelUnavailableError(
                f"The model {name} has {self._outputs} outputs whose labels ({said}) do not say what they mean. It "
                "needs one output, for relevance, or three called entailment, contradiction and neutral "
                '("id2label" in its config.json).'
            )

    @property
    def key(self) -> str:
        """Names the model."""
        return f"cross-encoder:{self._name}"

    @property
    def fingerprint(self) -> str:
        """Changes with the files of a model in a folder, so that no older judgement passes for one of this model."""
        return f"{self.key}:{self._files}" if self._files else self.key

    @property
    def weighing(self) -> Weighing | None:
        """How sure a label must be of a model with two labels; None leaves it to whoever reads."""
        return TWO_LABELS if self._outputs == 2 else None

    def _predict(self, pairs: Sequence[tuple[str, str]], *, judging: bool = False) -> NDArray[np.float32]:
        import torch

        # inference models read (premise, hypothesis): the passage comes first
        first = judging or self._order is not None or self._supports
        texts = [(_head(p), _head(c)) if first else (_head(c), _head(p)) for c, p in pairs]
        if not texts:
            return np.zeros((0, self._outputs), dtype=np.float32)
        try:
            raw = self._model.predict(texts, activation_fn=torch.nn.Identity(), show_progress_bar=False)
            return np.asarray(raw, dtype=np.float32).reshape(len(texts), self._outputs)
        except Exception as error:  # tokenizer and weights of two models fail in as many ways as there are layers
            raise ModelUnavailableError(
                f"The model {self._name} loads but fails on text ({type(error).__name__}); its files may not belong "
                "together."
            ) from error

    def judge(self, pairs: Sequence[tuple[str, str]]) -> list[StanceSuggestion]:
        """Judge pairs by the model's own, uncalibrated probabilities.

        Raises:
            ModelUnavailableError: The model has no labels for entailment, contradiction and neutral.
        """
        if self._outputs == 2:
            return self._supported(pairs)
        if self._order is None:
            raise ModelUnavailableError(f"{self._name} gives relevance, not stances; use it with --rerank.")
        return suggestions(self._predict(pairs)[:, self._order], pairs, self.key)

    def _supported(self, pairs: Sequence[tuple[str, str]]) -> list[StanceSuggestion]:
        """The probability of the label that says "supported"; the rest of it is nothing known."""
        raw = self._predict(pairs, judging=True)
        scores = np.exp(raw - raw.max(axis=1, keepdims=True)) if len(raw) else raw
        column = self._column or 0
        found = []
        for row, (claim, passage) in zip(scores, pairs, strict=True):
            sure = float(row[column] / row.sum()) if claim.strip() and passage.strip() else 0.0
            label = SUPPORTS if sure >= 0.5 else UNCLEAR
            found.append(StanceSuggestion(label, sure, 0.0, 1.0 - sure, model=self.key))
        return found

    def score(self, pairs: Sequence[tuple[str, str]]) -> list[float]:
        """Relevance, higher is better; of an inference model the probability that the pair is not neutral."""
        if self._order is not None:
            return [1.0 - judged.neutral for judged in self.judge(pairs)]
        raw = self._predict(pairs)
        relevant = self._column or 0
        return [float(2 * row[relevant] - row.sum()) if self._outputs == 2 else float(row[0]) for row in raw]


def _head(text: str) -> str:
    return clean_text(text[:READ_CHARACTERS])


def _nli_order(names: dict[int, str]) -> list[int] | None:
    """Columns of entailment, contradiction and neutral, None where the labels are others."""
    found = []
    for wanted in (("entail", "support"), ("contradict", "refute"), ("neutral", "not enough", "nei", "context")):
        match = [
            index for index, name in names.items() if any(word in name for word in wanted) and not _NEGATED.match(name)
        ]
        if len(match) != 1:
            return None
        found += match
    return found


_NEGATED = re.compile(r"(?:not|non|no|un|in)\s?(?:entail|support|consistent|faithful|attribut)|hallucinat")
_SUPPORTED = re.compile(r"entail|support|consistent|faithful|attribut")


def _relevance(names: dict[int, str]) -> int | None:
    """The column of one or two outputs that is the higher the more relevant a passage is."""
    if len(names) < 2:
        return 0
    positive = [index for index, name in names.items() if _SUPPORTED.search(name) and not _NEGATED.match(name)]
    return positive[0] if positive else max(names)


def is_shipped(name: str | None) -> bool:
    """Whether a name means the stance model that comes with the workbench."""
    return name in (None, "", "stance", NAME)


def load_reranker(name: str | None = None) -> OnnxStanceModel | CrossEncoderReranker | PluginStanceModel:
    """The shipped stance model as reranker, one of a plug-in, or any CrossEncoder by name or folder.

    Only files on this machine are used; nothing is downloaded.

    Raises:
        ModelUnavailableError: There is no such model here, or it does not load.
    """
    if is_shipped(name):
        return load_stance()
    if (own := plugin_stance_model(str(name))) is not None:
        return own
    return load_cross_encoder(str(name))


def load_cross_encoder(name: str) -> CrossEncoderReranker:
    """Any CrossEncoder by name or folder, see `load_reranker`; one whose files have changed is loaded again."""
    whole = str(added_model(name) or name)
    return _cross_encoder(whole, _files_of(whole))


def _files_of(name: str) -> str:
    """What changes with the files of a model in a folder; empty where the name is that of no folder.

    Raises:
        ModelUnavailableError: The folder cannot be read.
    """
    folder = Path(name)
    if not folder.is_dir():
        return ""
    try:
        files = sorted(path for path in folder.iterdir() if path.is_file())
        told = "\n".join(f"{path.name} {path.stat().st_size} {path.stat().st_mtime_ns}" for path in files)
    except OSError as error:
        raise ModelUnavailableError(f"The model {name} cannot be read: {reason(error)}.") from error
    return hashlib.sha256(told.encode("utf-8", "surrogatepass")).hexdigest()[:16]


@lru_cache(maxsize=MOST_KEPT)
def _cross_encoder(name: str, files: str) -> CrossEncoderReranker:
    os.environ.setdefault("TOKENIZERS_PARALLELISM", "false")
    try:
        quiet_libraries()
        from sentence_transformers import CrossEncoder
    except ImportError as error:
        raise ModelUnavailableError(f"The model cannot run: {missing_part(error)}.") from error
    try:
        model = CrossEncoder(name, device="cpu", local_files_only=True)
    except Exception as error:  # the library raises a dozen classes for "not there" and "not a model"
        raise ModelUnavailableError(
            f'The reranking model "{name}" is not on this machine or does not load; name a folder with a '
            "sentence-transformers cross-encoder."
        ) from error
    return CrossEncoderReranker(model, name, files)
