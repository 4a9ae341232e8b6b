"""Check-worthiness of sentences: small networks over the bundled encoder's vectors, and weights of hashed n-grams.

The weights (`weights/checkworthiness.npz`, described in `weights/checkworthiness.md`) are those of a few networks with
one hidden layer over vectors and rule features, and one weight a bucket of `hashed_ngrams`, trained by
`training/train_checkworthiness.py`. Networks and n-grams are averaged on the logit scale. Numpy alone runs them, in
float64 and in a fixed order, so the same input gives the same score.
"""

from __future__ import annotations

import io
import math
from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from workbench.domain.errors import ModelUnavailableError
from workbench.models.hashed_ngrams import bucketed
from workbench.models.onnx_session import check_sha256, read_side_file

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Vectors = NDArray[np.float32]

VERSION = 2
CHECKWORTHINESS_KEY = f"checkworthiness/{VERSION}"
WEIGHTS = Path(__file__).parent / "weights"
_NEVER = 1e-4
_CONSTANT = 1e-4
"""A feature of less spread in training is taken for one that never changed."""


class CheckworthinessModel:
    """Scores 0…1 from vectors and features; 0.5 is where a sentence is called check-worthy.

    Args:
        folder: Where `checkworthiness.npz` and `checkworthiness.json` lie.

    Raises:
        ModelUnavailableError: A file is missing, damaged or of another version.
    """

    def __init__(self, folder: Path = WEIGHTS) -> None:
        side = read_side_file(folder / "checkworthiness.json", VERSION)
        path = folder / "checkworthiness.npz"
        check_sha256(path, str(side["sha256"]))
        self.features: tuple[str, ...] = tuple(str(name) for name in side["features"])
        self.encoder: str = str(side["encoder"])
        with np.load(io.BytesIO(path.read_bytes()), allow_pickle=False) as arrays:
            self._mean = arrays["mean"].astype(np.float64)
            scale = arrays["scale"].astype(np.float64)
            # a feature that never changed in training has weights that mean nothing: it is left out
            self._scale = np.where(scale < _CONSTANT, np.inf, scale)
            self._hidden = arrays["hidden"].astype(np.float64)
            self._hidden_bias = arrays["hidden_bias"].astype(np.float64)
            self._out = arrays["out"].astype(np.float64)
            self._out_bias = arrays["out_bias"].astype(np.float64)
            self._runs = arrays["runs"].astype(np.float64)
        self._runs_bias = float(side["runs_bias"])
        self._runs_share = float(side["runs_share"])
        self._shift = float(side["shift"])

    @property
    def key(self) -> str:
        """Names model and version."""
        return CHECKWORTHINESS_KEY

    def score(self, texts: Sequence[str], vectors: Vectors, features: Sequence[Sequence[float]]) -> list[float]:
        """Score sentences.

        Args:
            texts: The sentences.
            vectors: The bundled encoder's, shape (sentences, 384).
            features: The rules' features of the same sentences, in the order of `features`.
        Returns:
            One score 0…1 a sentence; rows are independent of each other.
        Raises:
            ModelUnavailableError: Vectors or features are not of the shape the weights were made for.
        """
        if len(vectors) == 0:
            return []
        rules = np.asarray(features, dtype=np.float64)
        rows = np.asarray(vectors, dtype=np.float64)
        if rows.shape[1] + rules.shape[1] != self._hidden.shape[1]:
            raise ModelUnavailableError(
                "The check-worthiness model was made for another encoder or other features; reinstall the workbench."
            )
        return [self._one(texts[i], rows[i], rules[i]) for i in range(len(rows))]

    def _one(self, text: str, vector: NDArray[np.float64], rules: NDArray[np.float64]) -> float:
        """The score of one row on its own: a matrix product over all rows may round differently with their number."""
        row = np.concatenate([vector * 10.0, (rules - self._mean) / self._scale])
        total = 0.0
        for hidden, bias, out, out_bias in zip(self._hidden, self._hidden_bias, self._out, self._out_bias, strict=True):
            state = row @ hidden + bias
            total += _sigmoid(float(np.maximum(state, 0.0) @ out + out_bias))
        buckets, values = bucketed(text)
        by_runs = float(np.sum(self._runs[buckets] * values)) + self._runs_bias
        joined = (1 - self._runs_share) * _logit(total / len(self._out)) + self._runs_share * _logit(_sigmoid(by_runs))
        return round(_sigmoid(joined + self._shift), 6)


def _logit(share: float) -> float:
    """The logit of a share, at most that of 0.9999 either way."""
    share = min(max(share, _NEVER), 1 - _NEVER)
    return math.log(share / (1 - share))


def _sigmoid(value: float) -> float:
    """The logistic function, for any finite number."""
    if value >= 0:
        return 1.0 / (1.0 + math.exp(-value))
    power = math.exp(value)
    return power / (1.0 + power)


@lru_cache(maxsize=1)
def load_checkworthiness() -> CheckworthinessModel:
    """The shipped model, loaded on the first call and kept.

    Raises:
        ModelUnavailableError: A file is missing, damaged or of another version.
    """
    return CheckworthinessModel()
