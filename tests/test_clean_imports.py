"""What a command does not need is not imported: it starts at once."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

HEAVY = (
    "textual",
    "numpy",
    "torch",
    "sentence_transformers",
    "transformers",
    "faiss",
    "onnxruntime",
    "sklearn",
    "trafilatura",
)

SCRIPT = """
import sys
from workbench.cli.main import main
code = main({arguments!r})
loaded = [name for name in {heavy!r} if name in sys.modules]
print(f"loaded={{loaded}} code={{int(code)}}", file=sys.stderr)
"""


@pytest.mark.parametrize(
    "arguments",
    [
        ["--help"],
        ["--version"],
        ["article", "--help"],
        ["-w", "WS", "claim", "list"],
        ["-w", "WS", "article", "list"],
        ["-w", "WS", "evidence", "list"],
        ["-w", "WS", "export", "--format", "json", "-o", "WS/report.json"],
        ["-w", "WS", "export", "--format", "markdown", "-o", "WS/report.md"],
        ["-w", "WS", "export", "--format", "html", "-o", "WS/report.html"],
        ["-w", "WS", "export", "--format", "csv", "-o", "WS/report.csv"],
    ],
    ids=" ".join,
)
def test_light_commands_load_no_model_and_no_terminal_ui(sample: Path, arguments: list[str]) -> None:
    given = [argument.replace("WS", str(sample)) for argument in arguments]
    script = SCRIPT.format(arguments=given, heavy=HEAVY)
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=False)
    assert "loaded=[] code=0" in done.stderr, done.stderr
