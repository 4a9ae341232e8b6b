"""Turns a trained network into the file that ships: int8 ONNX, and what describes it.

    python training/stance_export.py FOLDER

makes the wide network of a folder part of the stance model there, or of a copy of the shipped one,
with the settings below.
"""

from __future__ import annotations

import hashlib
import json
import shutil
import sys
import tempfile
import warnings
from pathlib import Path

import torch
from stance_network import StanceNetwork

from workbench.models.stance import NAME, VERSION, WEIGHTS, WIDE

REVISIONS = {NAME: 7, WIDE: 1}
"""Raised with every new training, the first with either: what older weights said is kept under another key."""

WIDE_VERSION = 1
SHARE = 0.7
"""How much of the scores is that of the wide network; chosen as the settings are."""

# Share, weight of likeness and temperature are those of `python -m benchmarks.stance --choose`, each set left out in
# turn; the thresholds were raised to where labels were right four times in five on each public set of three labels.
SETTINGS: dict[str, object] = {
    "temperature": 1.4,
    "bias": [0.0, 0.0, 0.0],
    "similarity": 4.0,
    "conflict": 1.0,
    "agreement": 0.0,
    "opposite": 0.5,
    "thresholds": {"supports": 0.72, "refutes": 1.01, "context": 0.75},
    "numbers": 0.15,
    "lean": 0.55,
    "weight": 0.3,
}


class Exported(torch.nn.Module):
    """The network with its mask already additive: the exporter cannot follow how the library makes one."""

    def __init__(self, network: StanceNetwork) -> None:
        super().__init__()
        self.network = network

    def forward(
        self, input_ids: torch.Tensor, token_type_ids: torch.Tensor, attention_mask: torch.Tensor
    ) -> torch.Tensor:
        """Scores of supports, refutes and neutral, shape (pairs, 3)."""
        wide = (1.0 - attention_mask[:, None, None, :].float()) * -10_000.0
        states = self.network.bert(
            input_ids=input_ids, token_type_ids=token_type_ids, attention_mask=wide
        ).last_hidden_state
        return self.network.scores(states, attention_mask)


def quantise(network: torch.nn.Module, path: Path) -> None:
    """Write the network to `path` with int8 weights, a scale for each output, in seven bits for older processors."""
    from onnxruntime.quantization import QuantType, quantize_dynamic

    network.eval()
    example = (
        torch.ones(2, 8, dtype=torch.long),
        torch.zeros(2, 8, dtype=torch.long),
        torch.ones(2, 8, dtype=torch.long),
    )
    names = ["input_ids", "token_type_ids", "attention_mask"]
    with tempfile.TemporaryDirectory() as folder, warnings.catch_warnings():
        warnings.simplefilter("ignore")
        whole = Path(folder) / "whole.onnx"
        torch.onnx.export(
            Exported(network) if isinstance(network, StanceNetwork) else network,
            example,
            str(whole),
            input_names=names,
            output_names=["scores"],
            dynamic_axes={name: {0: "pairs", 1: "pieces"} for name in names} | {"scores": {0: "pairs"}},
            opset_version=17,
            dynamo=False,
        )
        quantize_dynamic(str(whole), str(path), per_channel=True, reduce_range=True, weight_type=QuantType.QInt8)


def export(network: torch.nn.Module, out: Path, seed: int, stages: str, name: str = NAME) -> None:
    """Write a network and what describes it to `out`, the small one with the settings of the stance model."""
    path = out / f"{name}.onnx"
    quantise(network, path)
    card = {
        "version": VERSION if name == NAME else WIDE_VERSION,
        "key": f"{name}-{REVISIONS[name]}-int8",
        "sha256": hashlib.sha256(path.read_bytes()).hexdigest(),
        "labels": ["supports", "refutes", "neutral"],
        "seed": seed,
        "trained_on": stages,
    }
    _write(out / f"{name}.json", card | (SETTINGS if name == NAME else {}))
    print(f"{path}: {path.stat().st_size / 1e6:.1f} MB")


def join(folder: Path) -> None:
    """Make the wide network of `folder` part of the small one that is there, or else of a copy of the shipped one."""
    for suffix in (".onnx", ".json"):
        if not (folder / f"{NAME}{suffix}").is_file():
            shutil.copy(WEIGHTS / f"{NAME}{suffix}", folder)
    small, wide = (json.loads((folder / f"{name}.json").read_text(encoding="utf-8")) for name in (NAME, WIDE))
    beside = {"sha256": wide["sha256"], "share": SHARE}
    named = {"version": VERSION, "key": f"{NAME}-{REVISIONS[NAME]}-int8", "beside": beside}
    _write(folder / f"{NAME}.json", small | named | SETTINGS)


def _write(path: Path, card: dict[str, object]) -> None:
    path.write_text(json.dumps(card, indent=2) + "\n", encoding="utf-8")


if __name__ == "__main__":
    for named in sys.argv[1:]:
        join(Path(named))
