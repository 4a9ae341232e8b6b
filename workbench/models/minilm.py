"""The weights of the bundled encoder all-MiniLM-L6-v2 as its two graphs want them, straight from the published file."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from workbench.models.onnx_session import unusable

if TYPE_CHECKING:
    from numpy.typing import NDArray

VERSIONS = {"float32": 1, "int8": 2}
"""Of the graphs, by precision; part of the key of every vector."""

SIDE_VERSION = 2
"""Of the file beside the graphs."""

HIDDEN, LAYERS, MAX_LENGTH = 384, 6, 256

SHA256 = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"
"""Digest of the published model.safetensors."""

LEVELLED = ("qkv", "up")
"""Products whose input and weight are brought to like ranges before both are rounded."""

BLOCKWISE = ("down",)
"""Products with a few inputs so large that one scale for all would leave nothing of the others: rounded in blocks."""

BLOCK = 32
"""Inputs that share a scale there."""

_LINEAR = {"out": "attention.output.dense", "up": "intermediate.dense", "down": "output.dense"}
_NORM = {"norm": "attention.output.LayerNorm", "final": "output.LayerNorm"}


def read_safetensors(path: Path) -> dict[str, NDArray[np.float32]]:
    """The float32 tensors of a safetensors file, mapped and not copied.

    Raises:
        ModelUnavailableError: The file is missing or truncated.
    """
    try:
        whole = np.memmap(path, dtype=np.uint8, mode="r")
        size = int(whole[:8].view("<u8")[0])
        header = json.loads(bytes(whole[8 : 8 + size]))
        body = whole[8 + size :]
        found = {}
        for name, entry in header.items():
            if name != "__metadata__" and entry["dtype"] == "F32":
                begin, end = entry["data_offsets"]
                found[name] = np.frombuffer(body[begin:end], dtype="<f4").reshape(entry["shape"])
    except (OSError, ValueError, KeyError, TypeError, IndexError) as error:
        raise unusable(f"The model file {path.name} cannot be read", error) from error
    return found


def initializers(
    path: Path, precision: str, peaks: Mapping[str, Sequence[float]] | None = None
) -> dict[str, NDArray[Any]]:
    """The weights of the graph of one precision, by the names that the graph gives them.

    Args:
        path: The published model.safetensors.
        precision: "float32" or "int8".
        peaks: At int8, the largest input of each product of `LEVELLED` that was met in texts, channel by channel.
    """
    weights = read_safetensors(path)
    prefix = "embeddings."
    found: dict[str, NDArray[Any]] = {
        "words": weights[prefix + "word_embeddings.weight"],
        # every text is of segment 0, so its embedding can stand with the positions
        "positions": weights[prefix + "position_embeddings.weight"]
        + weights[prefix + "token_type_embeddings.weight"][0],
        "norm.weight": weights[prefix + "LayerNorm.weight"],
        "norm.bias": weights[prefix + "LayerNorm.bias"],
    }
    for layer in range(LAYERS):
        prefix = f"encoder.layer.{layer}."
        linear = {f"{layer}.{name}": weights[f"{prefix}{published}.weight"] for name, published in _LINEAR.items()}
        thirds = [f"{prefix}attention.self.{name}." for name in ("query", "key", "value")]
        linear[f"{layer}.qkv"] = np.concatenate([weights[third + "weight"] for third in thirds])
        found[f"{layer}.qkv.bias"] = np.concatenate([weights[third + "bias"] for third in thirds])
        for name, published in _LINEAR.items():
            found[f"{layer}.{name}.bias"] = weights[f"{prefix}{published}.bias"]
        for name, published in _NORM.items():
            for what in ("weight", "bias"):
                found[f"{layer}.{name}.{what}"] = weights[f"{prefix}{published}.{what}"]
        for name, weight in linear.items():
            kind = name.partition(".")[2]
            if precision == "float32":
                found[name + ".weight"] = weight
            elif kind in BLOCKWISE:
                found[name + ".blocks"], found[name + ".scales"] = _blockwise(weight)
            else:
                if kind in LEVELLED and peaks is not None:
                    levels = _levels(weight, np.array(peaks[name], dtype=np.float32))
                    found[name + ".levels"], weight = 1 / levels, weight * levels
                found[name + ".int8"], found[name + ".scale"] = _quantised(weight)
    return found


def _levels(weight: NDArray[np.float32], peaks: NDArray[np.float32]) -> NDArray[np.float32]:
    """What each input of a (out, in) weight is divided by, and the weight multiplied, so that both round alike well.

    Xiao et al., "SmoothQuant" (ICML 2023), with both sides weighing the same.
    """
    levels = np.sqrt(np.maximum(peaks, 1e-3) / np.maximum(np.abs(weight).max(axis=0), 1e-5))
    found: NDArray[np.float32] = (levels / np.exp(np.log(levels).mean())).astype(np.float32)
    return found


def _quantised(weight: NDArray[np.float32]) -> tuple[NDArray[np.int8], NDArray[np.float32]]:
    """A (out, in) weight as (in, out) int8 and one scale an output.

    Seven bits, not eight: on processors without VNNI the products of two eight-bit numbers overflow their sum.
    """
    scale = np.maximum(np.abs(weight).max(axis=1), 1e-12) / 63.0
    small = np.rint(weight / scale[:, None]).astype(np.int8)
    return np.ascontiguousarray(small.T), scale.astype(np.float32)


def _blockwise(weight: NDArray[np.float32]) -> tuple[NDArray[np.uint8], NDArray[np.float32]]:
    """A (out, in) weight as (out, blocks, BLOCK) uint8, 128 standing for 0, and one scale a block."""
    blocks = weight.reshape(len(weight), -1, BLOCK)
    scales = np.maximum(np.abs(blocks).max(axis=2, keepdims=True), 1e-12) / 127.0
    small = (np.rint(blocks / scales) + 128).astype(np.uint8)
    return small, scales.astype(np.float32).reshape(-1)
