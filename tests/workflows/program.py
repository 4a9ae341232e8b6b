"""Running the real program as a user does: its own process, its exit code, its two streams."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

PROGRAM = Path(sys.executable).with_name("workbench")
SAMPLES = Path(__file__).resolve().parents[2] / "workbench" / "samples"


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a run left behind."""

    code: int
    out: str
    err: str

    @property
    def rows(self) -> list[dict[str, Any]]:
        """Stdout as JSON rows."""
        found: list[dict[str, Any]] = json.loads(self.out)
        return found


def run(*arguments: str | Path, workspace: Path | None = None, stdin: bytes | None = None, **env: str) -> Outcome:
    """Run `workbench` with these arguments and wait for it."""
    command = [str(PROGRAM)]
    if workspace is not None:
        command += ["--workspace", str(workspace)]
    done = subprocess.run(
        [*command, *map(str, arguments)],
        input=stdin if stdin is not None else b"",
        capture_output=True,
        env={**os.environ, **env},
        check=False,
    )
    outcome = Outcome(done.returncode, done.stdout.decode(), done.stderr.decode())
    assert "Traceback" not in outcome.err, outcome.err
    return outcome


def succeed(*arguments: str | Path, workspace: Path | None = None, stdin: bytes | None = None, **env: str) -> Outcome:
    """Run `workbench` and insist on exit code 0."""
    outcome = run(*arguments, workspace=workspace, stdin=stdin, **env)
    assert outcome.code == 0, f"exit {outcome.code}: {outcome.err}"
    return outcome


def refused(
    *arguments: str | Path, code: int, workspace: Path | None = None, stdin: bytes | None = None, **env: str
) -> str:
    """Run `workbench`, insist on this exit code and one clear sentence, and give that sentence."""
    outcome = run(*arguments, workspace=workspace, stdin=stdin, **env)
    assert outcome.code == code, f"exit {outcome.code}, not {code}: {outcome.err}"
    last = outcome.err.strip().splitlines()[-1]
    assert last.startswith("Error: "), outcome.err
    assert last.rstrip().endswith((".", "?", "!")), last
    return last
