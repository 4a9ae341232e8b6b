"""The trained parser as an ONNX file: matrices in eight bits, word vectors left to the encoder's own file."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import Any

import numpy as np
import onnx
import torch
from onnx import TensorProto, helper, numpy_helper
from parser_network import Exported, ParserNetwork

from workbench.models.parser_input import WordPieces, batch_arrays

INPUTS = ["ids", "mask", "shapes", "first", "last"]
OUTPUTS = ["tags", "arcs", "labels", "names"]


def export(network: ParserNetwork, root: int, pieces: WordPieces, path: Path, side: dict[str, Any]) -> None:
    """Write the network as ONNX with int8 weights, and its side file with digests and labels.

    `root` is the index of the relation of that name.
    """
    network.eval()
    rows = [["One", "sentence", "."], ["Another", "one", "follows", "it"]]
    sample = batch_arrays([pieces.sentence(words) for words in rows])
    axes = {name: {0: "sentences", 1: "subwords"} for name in ("ids", "mask", "shapes")}
    axes |= {name: {0: "sentences", 1: "words"} for name in ("first", "last", *OUTPUTS)}
    torch.onnx.export(
        Exported(network, root),
        tuple(torch.from_numpy(sample[name]) for name in INPUTS),
        str(path),
        input_names=INPUTS,
        output_names=OUTPUTS,
        dynamic_axes=axes,
        opset_version=17,
        dynamo=False,
    )
    model = onnx.load(str(path))
    _int8_matrices(model.graph)
    _leave_out_words(model.graph)
    path.write_bytes(model.SerializeToString())
    side = side | {"sha256": hashlib.sha256(path.read_bytes()).hexdigest(), "bytes": path.stat().st_size}
    path.with_suffix(".json").write_text(json.dumps(side, indent=1) + "\n", encoding="utf-8")
    print(f"{path.name}: {path.stat().st_size / 1e6:.1f} MB", flush=True)


def _int8_matrices(graph: Any) -> None:
    """Keep every weight matrix in eight bits, one scale a column; sums are in float32.

    Rounding the weights costs nothing that can be measured. What cost a fifth of a point of LAS, and more on text
    unlike the training set, was rounding the states too, which multiplying in eight bits asks for. The product of
    cast and scale is a constant, which the runtime works out once, when it loads the file.
    """
    weights = {tensor.name: tensor for tensor in graph.initializer}
    restored = []
    for node in graph.node:
        if node.op_type != "MatMul" or node.input[1] not in weights:
            continue
        name = node.input[1]
        matrix = numpy_helper.to_array(weights[name])
        scale = np.maximum(np.abs(matrix).max(axis=0) / 127, 1e-12).astype(np.float32)
        rounded = np.rint(matrix / scale).astype(np.int8)
        graph.initializer.remove(weights[name])
        graph.initializer.extend(
            [numpy_helper.from_array(rounded, f"{name}.int8"), numpy_helper.from_array(scale, f"{name}.scale")]
        )
        restored += [
            helper.make_node("Cast", [f"{name}.int8"], [f"{name}.cast"], to=TensorProto.FLOAT),
            helper.make_node("Mul", [f"{name}.cast", f"{name}.scale"], [name]),
        ]
    nodes = restored + list(graph.node)
    del graph.node[:]
    graph.node.extend(nodes)


def _leave_out_words(graph: Any) -> None:
    """Declare the word vectors as external data: they are the published ones, mapped from their own file."""
    for tensor in graph.initializer:
        if tensor.name.endswith("encoder.words.weight"):
            tensor.name, before = "words", tensor.name
            size = len(tensor.raw_data)
            tensor.ClearField("raw_data")
            tensor.data_location = TensorProto.EXTERNAL
            for key, value in (("location", "model.safetensors"), ("offset", "0"), ("length", str(size))):
                entry = tensor.external_data.add()
                entry.key, entry.value = key, value
            for node in graph.node:
                for i, name in enumerate(node.input):
                    if name == before:
                        node.input[i] = "words"
