"""Models that plug-ins bring, checked at the door: what they give must have the shape that was asked for."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import TYPE_CHECKING

import numpy as np

from workbench.domain.errors import ModelUnavailableError
from workbench.domain.evidence import StanceSuggestion
from workbench.plugins import EncoderModel, JudgingModel, plugins

if TYPE_CHECKING:
    from workbench.domain.ports import Encoder, StanceModel, Vectors


class PluginEncoder:
    """A plug-in's encoder whose vectors are brought to length one."""

    def __init__(self, name: str, inner: Encoder) -> None:
        self._name = name
        self._inner = inner

    @property
    def key(self) -> str:
        """Names plug-in and model; vectors of another key are never compared with these."""
        return f"plugin:{self._name}/{self._inner.key}"

    @property
    def sha256(self) -> str:
        """Digest of its weights, as the plug-in tells it."""
        return self._inner.sha256

    @property
    def dimension(self) -> int:
        """Numbers in a vector."""
        return self._inner.dimension

    def encode(self, texts: Sequence[str]) -> Vectors:
        """Unit vectors, shape (len(texts), dimension), float32.

        Raises:
            ModelUnavailableError: The plug-in fails, or gives anything else.
        """
        try:
            found = np.asarray(self._inner.encode(texts), dtype=np.float32)
        except KeyboardInterrupt:
            raise
        except BaseException as error:  # somebody else's code may raise anything, or exit
            raise ModelUnavailableError(f"The encoder of the plug-in {self._name} fails ({error}).") from error
        if found.shape != (len(texts), self.dimension) or not np.isfinite(found).all():
            raise ModelUnavailableError(
                f"The encoder of the plug-in {self._name} gave vectors of shape {found.shape} where "
                f"({len(texts)}, {self.dimension}) finite numbers are needed."
            )
        norms = np.linalg.norm(found, axis=1, keepdims=True)
        unit: Vectors = (found / np.where(norms == 0, 1, norms)).astype(np.float32)
        return unit


class PluginStanceModel:
    """A plug-in's stance model; an answer too few or without probabilities is refused."""

    def __init__(self, name: str, inner: StanceModel) -> None:
        self._name = name
        self._inner = inner

    @property
    def key(self) -> str:
        """Names plug-in and model."""
        return f"plugin:{self._name}/{self._inner.key}"

    @property
    def fingerprint(self) -> str:
        """What its judgements are remembered under: those of another model, or version of it, are not its own."""
        return self.key

    def judge(self, pairs: Sequence[tuple[str, str]]) -> list[StanceSuggestion]:
        """Judge (claim, passage) pairs, in the given order.

        Raises:
            ModelUnavailableError: The plug-in fails, or gives anything but a suggestion a pair.
        """
        try:
            found = list(self._inner.judge(pairs))
        except KeyboardInterrupt:
            raise
        except BaseException as error:  # somebody else's code may raise anything, or exit
            raise ModelUnavailableError(f"The stance model of the plug-in {self._name} fails ({error}).") from error
        if len(found) != len(pairs) or not all(_probable(one) for one in found):
            raise ModelUnavailableError(
                f"The stance model of the plug-in {self._name} did not give probabilities for each of "
                f"{len(pairs)} pairs."
            )
        return found

    def score(self, pairs: Sequence[tuple[str, str]]) -> list[float]:
        """Relevance, 0…1: how probably the passage settles anything."""
        return [1.0 - judged.neutral for judged in self.judge(pairs)]


def _probable(one: object) -> bool:
    if not isinstance(one, StanceSuggestion):
        return False
    values = (one.supports, one.refutes, one.neutral)
    return all(0.0 <= value <= 1.0 for value in values) and abs(sum(values) - 1.0) < 0.01


def plugin_encoder(name: str) -> PluginEncoder | None:
    """The encoder that a plug-in brings under this name, loaded once; None when none does.

    Raises:
        ModelUnavailableError: The plug-in cannot load it.
    """
    found = plugins().named("register_encoders", EncoderModel, name)
    return None if found is None else _encoder(found)


def is_of_plugin(name: str) -> bool:
    """Whether a plug-in brings a stance model under this name; it is not loaded for that."""
    return plugins().named("register_stance_models", JudgingModel, name) is not None


def plugin_stance_model(name: str) -> PluginStanceModel | None:
    """The stance model that a plug-in brings under this name, loaded once; None when none does.

    Raises:
        ModelUnavailableError: The plug-in cannot load it.
    """
    found = plugins().named("register_stance_models", JudgingModel, name)
    return None if found is None else _stance_model(found)


@cache
def _encoder(model: EncoderModel) -> PluginEncoder:
    try:
        return PluginEncoder(model.name, model.load())
    except KeyboardInterrupt:
        raise
    except BaseException as error:  # somebody else's code may raise anything, or exit
        raise ModelUnavailableError(f"The encoder {model.name} of a plug-in does not load ({error}).") from error


@cache
def _stance_model(model: JudgingModel) -> PluginStanceModel:
    try:
        return PluginStanceModel(model.name, model.load())
    except KeyboardInterrupt:
        raise
    except BaseException as error:  # somebody else's code may raise anything, or exit
        raise ModelUnavailableError(f"The stance model {model.name} of a plug-in does not load ({error}).") from error
