"""The shipped int8 weights as floating point, to go on training from where no checkpoint was kept."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from stance_network import StanceNetwork

from workbench.models.stance import NAME


def shipped_weights(folder: Path) -> dict[str, torch.Tensor]:
    """The weights of `stance-en.onnx` by their names in `StanceNetwork`, off by what the rounding took.

    Raises:
        ValueError: A weight of the network is not in the file.
    """
    import onnx
    from onnx import numpy_helper

    model = onnx.load(str(folder / f"{NAME}.onnx"))
    stored: dict[str, NDArray[np.generic]] = {one.name: numpy_helper.to_array(one) for one in model.graph.initializer}
    wanted = StanceNetwork.from_encoder().state_dict()
    found: dict[str, torch.Tensor] = {}

    def rescaled(name: str) -> NDArray[np.float32]:
        whole = stored[f"{name}_quantized"].astype(np.float32)
        zero = stored[f"{name}_zero_point"].astype(np.float32)
        return (whole - zero) * stored[f"{name}_scale"].astype(np.float32)

    for name, values in stored.items():
        plain = name.removeprefix("network.")
        if plain in wanted:
            found[plain] = torch.from_numpy(values.copy())
        elif name.endswith("_quantized") and plain.removesuffix("_quantized") in wanted:
            found[plain.removesuffix("_quantized")] = torch.from_numpy(rescaled(name.removesuffix("_quantized")))
    for node in model.graph.node:
        if node.op_type != "MatMulInteger":
            continue
        # "/bert/encoder/layer.0/attention/self/query/MatMul_quant" is the weight of that layer
        place = node.name.strip("/").replace("/", ".").removeprefix("network.").replace(".Gemm_MatMul_quant", "")
        place = f"{place.rsplit('.MatMul', 1)[0]}.weight"
        weight = torch.from_numpy(rescaled(node.input[1].removesuffix("_quantized")))
        # a product holds its weight the other way round than a layer does
        found[place] = weight.T.contiguous() if weight.T.shape == wanted[place].shape else weight
    lacking = [name for name in wanted if name not in found]
    if lacking:
        raise ValueError(f"{folder / NAME}.onnx lacks {', '.join(lacking[:5])}")
    return found
