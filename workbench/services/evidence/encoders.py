"""The model an index was made with, loaded again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbench.domain.errors import ModelUnavailableError
from workbench.index.manifest import Manifest

if TYPE_CHECKING:
    from workbench.domain.ports import Encoder


def encoder_of(manifest: Manifest) -> Encoder:
    """Load the encoder of an index, loaded once a process.

    Raises:
        ModelUnavailableError: It is not on this machine, or its weights are not those the index was made with.
    """
    from workbench.models.encoder import load_encoder

    encoder = load_encoder(manifest.model_name or None, manifest.precision)
    if encoder.key != manifest.model or encoder.sha256 != manifest.model_sha256:
        raise ModelUnavailableError(
            f"the index was made with the model {manifest.model}, here is {encoder.key}; run `workbench reindex`."
        )
    return encoder
