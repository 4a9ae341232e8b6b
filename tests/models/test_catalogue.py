"""What there is, told without loading it."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from workbench.models import catalogue
from workbench.models.catalogue import describe_models


def test_encoder_and_parser_are_there_and_whole() -> None:
    found = {state.what: state for state in describe_models()}
    assert found["text to vectors"].problem == ""
    assert found["sentences to trees and names"].problem == ""
    assert all(len(state.sha256) == 64 for state in found.values())


@pytest.mark.parametrize(("name", "content"), [("parser-en.onnx", b"cut"), ("parser-en.json", b"{")])
def test_a_damaged_file_is_a_problem_in_words(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, name: str, content: bytes
) -> None:
    for part in ("parser-en.json", "parser-en.onnx"):
        shutil.copy(catalogue.WEIGHTS / part, tmp_path / part)
    (tmp_path / name).write_bytes(content)
    monkeypatch.setattr(catalogue, "WEIGHTS", tmp_path)
    state = next(state for state in describe_models() if state.file == "parser-en.onnx")
    assert name in state.problem
    assert state.problem.endswith(".")


def test_a_missing_encoder_is_a_problem_in_words(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(catalogue, "encoder_folder", lambda: tmp_path)
    assert "model.safetensors" in describe_models()[0].problem


def test_telling_loads_no_model_library() -> None:
    code = (
        "import sys; from workbench.models.catalogue import describe_models; describe_models(); "
        "sys.exit(any(name in sys.modules for name in ('torch', 'onnxruntime', 'sentence_transformers', 'tokenizers')))"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
