"""Who a pronoun means: a small network over features of the people spoken of before it, and what first names tell.

The weights (`weights/coreference-en.npz`, described in `weights/coreference-en.md`) are those of a few networks with
one hidden layer that score every candidate, and "none of them", of one pronoun against each other, and one weight a
bucket of letters of first names; `training/train_coreference.py` makes them. Numpy alone runs them, in float64.
"""

from __future__ import annotations

import io
import zlib
from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from workbench.domain.errors import ModelUnavailableError
from workbench.models.onnx_session import check_sha256, read_side_file

if TYPE_CHECKING:
    from numpy.typing import NDArray

VERSION = 1
WEIGHTS = Path(__file__).parent / "weights"
NAME_BUCKETS = 2048
_TINY = 1e-6


def letters(first_name: str) -> list[int]:
    """The buckets of a first name: runs of two to four letters, its endings told apart. CRC-32, the same everywhere."""
    name = f"^{first_name.lower()}$"
    found = {name[i : i + n] for n in (2, 3, 4) for i in range(len(name) - n + 1)}
    found |= {"end" + name[-n:] for n in (2, 3, 4)}
    return sorted({zlib.crc32(run.encode()) % NAME_BUCKETS for run in found})


def with_none(rows: NDArray[np.float64], of_pronoun: NDArray[np.bool_]) -> NDArray[np.float64]:
    """The rows of one pronoun's candidates, and one for nobody: the pronoun's own features, else nought, and a mark."""
    nobody = np.where(of_pronoun, rows[0], 0.0)
    stacked = np.vstack([rows, nobody])
    mark = np.zeros((len(stacked), 1))
    mark[-1] = 1.0
    return np.hstack([stacked, mark])


class AntecedentModel:
    """A `domain.ports.AntecedentScorer`.

    Args:
        folder: Where `coreference-en.npz` and `coreference-en.json` lie.

    Raises:
        ModelUnavailableError: A file is missing, damaged or of another version.
    """

    def __init__(self, folder: Path = WEIGHTS) -> None:
        side = read_side_file(folder / "coreference-en.json", VERSION)
        path = folder / "coreference-en.npz"
        check_sha256(path, str(side["sha256"]))
        self.features: tuple[str, ...] = tuple(str(name) for name in side["features"])
        self._sure = float(side["sure"])
        self._calibration = tuple(float(value) for value in side["calibration"])
        with np.load(io.BytesIO(path.read_bytes()), allow_pickle=False) as arrays:
            self._mean = arrays["mean"].astype(np.float64)
            self._scale = arrays["scale"].astype(np.float64)
            self._of_pronoun = arrays["of_pronoun"].astype(np.bool_)
            self._hidden = arrays["hidden"].astype(np.float64)
            self._hidden_bias = arrays["hidden_bias"].astype(np.float64)
            self._out = arrays["out"].astype(np.float64)
            self._names = arrays["names"].astype(np.float64)
        self._names_bias = float(side["names_bias"])

    @property
    def key(self) -> str:
        """Names model and version."""
        return f"coreference-en/{VERSION}"

    @property
    def sure(self) -> float:
        """The confidence from which what was resolved was right at least 98 times in 100 on texts held back."""
        return self._sure

    def woman(self, first_name: str) -> float:
        """How likely somebody of this first name is called "she", 0…1."""
        return float(_sigmoid(np.sum(self._names[letters(first_name)]) + self._names_bias))

    def judge(self, rows: Sequence[Sequence[float]]) -> list[float]:
        """How likely each candidate of one pronoun is meant, calibrated, in the given order.

        Raises:
            ModelUnavailableError: The features are not those the weights were made for.
        """
        if not rows:
            return []
        given = np.asarray(rows, dtype=np.float64)
        if given.shape[1] != len(self._mean):
            raise ModelUnavailableError("The coreference model was made for other features; reinstall the workbench.")
        shares = self.shares(given)
        return [round(float(value), 4) for value in calibrated(shares[:-1], self._calibration)]

    def shares(self, given: NDArray[np.float64]) -> NDArray[np.float64]:
        """What the networks give each candidate and, last, nobody; together 1."""
        data = with_none((given - self._mean) / self._scale, self._of_pronoun)
        total = np.zeros(len(data))
        for hidden, bias, out in zip(self._hidden, self._hidden_bias, self._out, strict=True):
            total += _softmax(np.maximum(data @ hidden + bias, 0.0) @ out)
        return total / len(self._out)


def calibrated(shares: NDArray[np.float64], calibration: Sequence[float]) -> NDArray[np.float64]:
    """How often a candidate with such a share, and such a second, was the one that was meant (Platt's logistic)."""
    slope, against, bias = calibration
    ordered = np.sort(shares)
    rivals = np.where(shares >= ordered[-1], ordered[-2] if len(ordered) > 1 else _TINY, ordered[-1])
    return np.asarray(_sigmoid(slope * _logit(shares) + against * _logit(rivals) + bias))


def _softmax(scores: NDArray[np.float64]) -> NDArray[np.float64]:
    powers = np.exp(scores - scores.max())
    return np.asarray(powers / powers.sum())


def _logit(shares: NDArray[np.float64]) -> NDArray[np.float64]:
    limited = np.clip(shares, _TINY, 1 - _TINY)
    return np.asarray(np.log(limited / (1 - limited)))


def _sigmoid(value: NDArray[np.float64]) -> NDArray[np.float64]:
    return np.asarray(1.0 / (1.0 + np.exp(-np.clip(value, -60.0, 60.0))))


@lru_cache(maxsize=1)
def load_antecedents() -> AntecedentModel:
    """The shipped model, loaded on the first call and kept.

    Raises:
        ModelUnavailableError: A file is missing, damaged or of another version.
    """
    return AntecedentModel()
