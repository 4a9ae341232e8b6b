"""The model an index was made with, loaded again, or asked where it is loaded."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from workbench.domain.errors import ModelUnavailableError
from workbench.index.manifest import Manifest

if TYPE_CHECKING:
    from workbench.domain.ports import Encoder


def encoder_of(manifest: Manifest) -> Encoder:
    """The encoder of an index: that of the process which serves the workspace, or loaded here, once a process.

    Raises:
        ModelUnavailableError: It is not on this machine, or its weights are not those the index was made with.
    """
    from workbench.inference.shared_models import EncoderFacts
    from workbench.models.encoder import encoder_key
    from workbench.services.inference.sharing import shared_encoder

    own = partial(own_encoder_of, manifest)
    if not manifest.model_name and manifest.model != encoder_key(None, manifest.precision):
        return own()  # which tells what differs
    name = manifest.model_name or None
    facts = EncoderFacts(name, manifest.precision, manifest.model, manifest.model_sha256, manifest.dimension)
    return shared_encoder(facts, own)


def own_encoder_of(manifest: Manifest) -> Encoder:
    """The encoder of an index, loaded in this very process.

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
