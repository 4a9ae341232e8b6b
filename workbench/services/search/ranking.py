"""The shipped models behind the order of evidence, loaded one by one so that a screen can say what it waits for."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from workbench.domain.ports import Reranker


def load_encoder_of_stances() -> None:
    """Load the encoder that the stance model leans on; later uses find it loaded.

    Raises:
        ModelUnavailableError: It is not on this machine, or damaged.
    """
    from workbench.models.encoder import load_encoder

    load_encoder(precision="int8")


def stance_reranker() -> Reranker:
    """The shipped stance model as what puts passages in order.

    Raises:
        ModelUnavailableError: It is not on this machine, or damaged.
    """
    from workbench.models.reranker import load_reranker

    return load_reranker()
