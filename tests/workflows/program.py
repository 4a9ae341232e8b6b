"""Running the real program as a user does: its own process, its exit code, its two streams.

A process loads its libraries and models each time. What is not about processes can be asked `here` in this one, which
has them loaded: the same command line, the same exit code and streams.
"""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from unittest import mock

from workbench.cli.main import main

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


def run(
    *arguments: str | Path, workspace: Path | None = None, stdin: bytes = b"", here: bool = False, **env: str
) -> Outcome:
    """Run `workbench` with these arguments and wait for it, in a process of its own or `here`."""
    given = [*([] if workspace is None else ["--workspace", str(workspace)]), *map(str, arguments)]
    outcome = _here(given, stdin, env) if here else _apart(given, stdin, env)
    assert "Traceback" not in outcome.err, outcome.err
    return outcome


def _apart(arguments: list[str], stdin: bytes, env: dict[str, str]) -> Outcome:
    done = subprocess.run(
        [PROGRAM, *arguments], input=stdin, capture_output=True, env={**os.environ, **env}, check=False
    )
    return Outcome(done.returncode, done.stdout.decode(), done.stderr.decode())


def _here(arguments: list[str], stdin: bytes, env: dict[str, str]) -> Outcome:
    out, err = (io.TextIOWrapper(io.BytesIO(), encoding="utf-8", write_through=True) for _ in range(2))
    given = io.TextIOWrapper(io.BytesIO(stdin), encoding="utf-8")
    with mock.patch.dict(os.environ, env), mock.patch("sys.stdin", given), redirect_stdout(out), redirect_stderr(err):
        code = main(arguments)
    said, told = (stream.buffer.getvalue().decode() for stream in (out, err))
    return Outcome(code, said, told)


def succeed(*arguments: str | Path, **how: Any) -> Outcome:
    """Run `workbench` and insist on exit code 0."""
    outcome = run(*arguments, **how)
    assert outcome.code == 0, f"exit {outcome.code}: {outcome.err}"
    return outcome


def refused(*arguments: str | Path, code: int, **how: Any) -> str:
    """Run `workbench`, insist on this exit code and one clear sentence, and give that sentence."""
    outcome = run(*arguments, **how)
    assert outcome.code == code, f"exit {outcome.code}, not {code}: {outcome.err}"
    last = outcome.err.strip().splitlines()[-1]
    assert last.startswith("Error: "), outcome.err
    assert last.rstrip().endswith((".", "?", "!")), last
    return last
