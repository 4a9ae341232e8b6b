"""Claims are encoded once, so that looking at their evidence needs no model."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from workbench.domain.errors import IndexProblemError, ModelUnavailableError
from workbench.domain.ports import Cancelled, Progress
from workbench.index.manifest import read_manifest
from workbench.services.workspace import Workspace
from workbench.store.claim_vectors import missing_claim_vectors, store_claim_vectors

if TYPE_CHECKING:
    from workbench.domain.ports import Vectors

BLOCK = 512


@dataclass(frozen=True, slots=True)
class EncodedTexts:
    """Texts with their vectors, shape (len(texts), dimension), and the key and digest of the model that made them."""

    model: str
    sha256: str
    texts: Sequence[str]
    vectors: Vectors


def keep_vectors(workspace: Workspace, encoded: Sequence[EncodedTexts]) -> None:
    """Keep what was encoded to score new claims, where it is the model of the index: no claim is encoded twice."""
    try:
        manifest = read_manifest(workspace.index_path)
    except IndexProblemError:  # told by `encode_new_claims`, which follows
        return
    for part in encoded:
        if manifest is not None and (manifest.model, manifest.model_sha256) == (part.model, part.sha256):
            store_claim_vectors(workspace.database, part.texts, part.vectors, part.model)


def encode_claims(
    workspace: Workspace,
    key: str,
    encode: Callable[[list[str]], Vectors],
    *,
    progress: Progress | None = None,
    cancelled: Cancelled | None = None,
) -> None:
    """Encode the wordings of claims that have no vector of the model `key` yet; blocks that are done are kept."""
    missing = missing_claim_vectors(workspace.database, key)
    for begin in range(0, len(missing), BLOCK):
        if cancelled is not None and cancelled():
            return
        part = missing[begin : begin + BLOCK]
        store_claim_vectors(workspace.database, part, encode(part), key)
        if progress is not None and len(missing) > BLOCK:
            progress(begin + len(part), len(missing), "claims encoded")


def encode_new_claims(
    workspace: Workspace, *, progress: Progress | None = None, cancelled: Cancelled | None = None
) -> str:
    """Encode claims that were just added with the model of the index; gives a sentence when that was not possible.

    Nothing is done while there is no index: the first reindex encodes them all.
    """
    from workbench.services.evidence.encoders import encoder_of

    try:
        manifest = read_manifest(workspace.index_path)
    except IndexProblemError as error:
        return str(error)
    if manifest is None or not missing_claim_vectors(workspace.database, manifest.model):
        return ""
    try:
        encoder = encoder_of(manifest)
    except ModelUnavailableError as error:
        return str(error)
    encode_claims(workspace, encoder.key, lambda texts: encoder.encode(texts), progress=progress, cancelled=cancelled)
    return ""
