"""Models that a user has brought to this machine: copied once, their digests kept and checked each time they load.

A model is a folder as Hugging Face libraries write it. Only weights in safetensors are taken: other formats may run
code when they are read. Nothing is downloaded.
"""

from __future__ import annotations

import json
import os
import re
import shutil
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from workbench.domain.errors import BadInputError, ModelUnavailableError
from workbench.models.onnx_session import file_sha256
from workbench.system.making_folders import making_folder
from workbench.system.whole_files import sync_file, sync_folder

MANIFEST = "workbench-model.json"
_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,79}")
_TAKEN = (".json", ".safetensors", ".txt", ".model", ".md")
"""Endings of the files that belong to a model; the rest of a folder stays where it is."""
_HEADER = 100_000_000
"""Most bytes of a safetensors header, as the format bounds it."""
_LITTER = frozenset(("Thumbs.db", "desktop.ini", "Icon\r", "__pycache__"))
_ADDING = ".adding-"
"""How the folders begin in which a model is put together."""
_UNSAFE = (".bin", ".pt", ".pth", ".ckpt", ".pkl", ".h5", ".msgpack")


@dataclass(frozen=True, slots=True)
class AddedModel:
    """One model: what it is for, the digest of its weights, and what is wrong with it now, if anything."""

    name: str
    purpose: str
    labels: tuple[str, ...]
    sha256: str
    size: int
    folder: Path
    problem: str = ""


def models_folder() -> Path:
    """Where models are kept (`WORKBENCH_MODELS`, else the user's data folder)."""
    named = os.environ.get("WORKBENCH_MODELS")
    if named:
        return Path(named)
    from platformdirs import user_data_path

    return user_data_path("workbench") / "models"


def _litter(place: Path) -> bool:
    """Whether file managers, editors and version control leave such files: no library reads them as part of a model."""
    hidden = any(part.startswith(".") or part in _LITTER for part in place.parts)
    return hidden or place.name.endswith("~")


def add_model(folder: Path, name: str | None = None) -> AddedModel:
    """Copy a model into the models folder; the same one again changes nothing.

    Raises:
        BadInputError: The folder is not one or holds no model, its weights are not in safetensors, it needs code of its
            own, or another model has the name.
    """
    name = name or folder.resolve().name
    if not _NAME.fullmatch(name):
        raise BadInputError(f"{name!r} cannot be a model's name; give --name with letters, digits, dots, _ or -.")
    config = _config(folder)
    files = sorted(path for path in folder.rglob("*") if path.is_file() and path.suffix in _TAKEN)
    files = [
        path
        for path in files
        if path.name != MANIFEST and not path.is_symlink() and not _litter(path.relative_to(folder))
    ]
    weights = [path for path in files if path.suffix == ".safetensors"]
    for path in weights:
        if not _readable(path):
            raise BadInputError(f"{path} is no whole safetensors file; fetch or save the model again.")
    if not weights:
        found = next((path.name for path in folder.iterdir() if path.suffix in _UNSAFE), None)
        instead = f"{found} may run code when it is read; " if found else ""
        raise BadInputError(f"{folder} holds no weights in safetensors; {instead}save the model as safetensors first.")
    if "auto_map" in config:
        raise BadInputError(f"{folder} needs code of its own to run (auto_map in config.json), which is not done here.")
    purpose, labels = _purpose(folder, config)
    manifest = {
        "name": name,
        "purpose": purpose,
        "labels": labels,
        "files": {path.relative_to(folder).as_posix(): file_sha256(path) for path in files},
    }
    target = models_folder() / name
    if target.exists():
        if _manifest(target).get("files") != manifest["files"]:
            raise BadInputError(f"another model is called {name!r}; give --name.")
        return describe(target)
    _copy(folder, target, manifest)
    return describe(target)


def _copy(folder: Path, target: Path, manifest: dict[str, Any]) -> None:
    """Put all files in place at once: whoever looks sees the whole model or none."""
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        with making_folder(target.parent, _ADDING) as made:
            for place in manifest["files"]:
                (made / place).parent.mkdir(parents=True, exist_ok=True)
                shutil.copyfile(folder / place, made / place)
            (made / MANIFEST).write_text(json.dumps(manifest, indent=2) + "\n", encoding="utf-8")
            for path in made.rglob("*"):
                if path.is_file():
                    sync_file(path)
            made.rename(target)
            sync_folder(target.parent)
    except OSError as error:
        raise BadInputError(f"the model cannot be copied to {target}: {error.strerror}.") from error


def added_models() -> list[AddedModel]:
    """All models that were added, by name, each checked against its digests."""
    folder = models_folder()
    if not folder.is_dir():
        return []
    return [describe(path) for path in sorted(folder.iterdir()) if path.is_dir() and not path.name.startswith(".")]


def describe(target: Path) -> AddedModel:
    """What is known of the model in a folder of the models folder."""
    manifest = _manifest(target)
    files: dict[str, str] = manifest.get("files") or {}
    problem = "" if files else "its description cannot be read; add the model again"
    for path in sorted(target.rglob("*")) if files else ():
        inside = path.relative_to(target)
        place = inside.as_posix()
        if place != MANIFEST and place not in files and not _litter(inside) and not path.is_dir():
            problem = f"{place} was added since; remove it, or the folder, and add the model again"
    for place, digest in files.items():
        path = target / place
        if not path.is_file():
            problem = f"{place} is missing; remove the folder and add the model again"
        elif file_sha256(path) != digest:
            problem = f"{place} was changed since it was added; remove the folder and add the model again"
    weights = next((place for place in files if place.endswith(".safetensors")), "")
    size = sum((target / place).stat().st_size for place in files if (target / place).is_file())
    return AddedModel(
        str(manifest.get("name", target.name)),
        str(manifest.get("purpose", "")),
        tuple(map(str, manifest.get("labels", ()))),
        files.get(weights, ""),
        size,
        target,
        problem,
    )


def added_model(name: str) -> Path | None:
    """The folder of an added model, its files checked; None where none has this name.

    Raises:
        ModelUnavailableError: A file of it is missing or was changed.
    """
    if not _NAME.fullmatch(name) or not (models_folder() / name / MANIFEST).is_file():
        return None
    found = describe(models_folder() / name)
    if found.problem:
        raise ModelUnavailableError(f"The model {name}: {found.problem}.")
    return found.folder


def _config(folder: Path) -> dict[str, Any]:
    try:
        found = json.loads((folder / "config.json").read_text(encoding="utf-8"))
    except OSError as error:
        raise BadInputError(f"{folder} is not the folder of a model: config.json {error.strerror}.") from error
    except (ValueError, RecursionError) as error:
        raise BadInputError(f"{folder}: config.json is not JSON.") from error
    if not isinstance(found, dict):
        raise BadInputError(f"{folder}: config.json does not describe a model.")
    return found


def _manifest(target: Path) -> dict[str, Any]:
    try:
        found = json.loads((target / MANIFEST).read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError):
        return {}
    return found if isinstance(found, dict) and _whole(found) else {}


def _whole(manifest: dict[str, Any]) -> bool:
    """Whether a description has the parts that `add_model` writes, and names files inside the folder only."""
    files, labels = manifest.get("files"), manifest.get("labels")
    return (
        all(isinstance(manifest.get(key), str) for key in ("name", "purpose"))
        and isinstance(labels, list)
        and all(isinstance(label, str) for label in labels)
        and isinstance(files, dict)
        and all(isinstance(digest, str) and _inside(place) for place, digest in files.items())
    )


def _inside(place: str) -> bool:
    parts = place.split("/")
    return not set(parts) & {"", ".", ".."} and not any(letter in place for letter in "\\:\0")


def _readable(weights: Path) -> bool:
    """Whether a safetensors file has its header: 8 bytes of length, little-endian, then JSON of that length."""
    try:
        with weights.open("rb") as file:
            length = int.from_bytes(file.read(8), "little")
            if not 2 <= length <= min(weights.stat().st_size - 8, _HEADER):
                return False
            return isinstance(json.loads(file.read(length)), dict)
    except (OSError, ValueError, RecursionError):
        return False


def _purpose(folder: Path, config: dict[str, Any]) -> tuple[str, list[str]]:
    """What a model is for, by its files, and the labels of its outputs."""
    if (folder / "modules.json").is_file():
        return "encoder", []
    labels = config.get("id2label")
    try:
        names = [str(labels[key]) for key in sorted(labels, key=int)] if isinstance(labels, dict) else []
    except ValueError as error:
        raise BadInputError(f"{folder}: id2label in config.json must number the labels.") from error
    architectures = config.get("architectures") or []
    if not isinstance(architectures, list):
        raise BadInputError(f"{folder}: architectures in config.json must be a list.")
    if any("SequenceClassification" in str(one) for one in architectures):
        kinds = {3: "stance", 2: "support"}
        return kinds.get(len(names), "relevance"), names
    return "encoder", []
