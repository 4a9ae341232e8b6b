"""Shells complete commands, options and values; bash is asked itself."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from workbench.cli.main import main

BIN = Path(sys.executable).parent


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_each_shell_gets_its_script(shell: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["completion", shell]) == 0
    out = capsys.readouterr().out
    assert f"_WORKBENCH_COMPLETE={shell}_complete" in out
    assert "workbench" in out


def test_another_shell_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["completion", "tcsh"]) == 2
    assert "tcsh" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("workbench art", {"article"}),
        ("workbench evidence a", {"add"}),
        ("workbench export --format cla", {"claimreview"}),
        ("workbench evidence add --allow", {"--allow-host"}),
        ("workbench completion f", {"fish"}),
    ],
)
def test_bash_completes_what_is_begun(line: str, words: set[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["completion", "bash"]) == 0
    script = capsys.readouterr().out
    typed = line.split()
    asked = f"""{script}
COMP_WORDS=({line}); COMP_CWORD={len(typed) - 1}
_workbench_completion workbench {typed[-1]} {typed[-2]}
printf '%s\\n' "${{COMPREPLY[@]}}"
"""
    env = {**os.environ, "PATH": f"{BIN}{os.pathsep}{os.environ['PATH']}"}
    done = subprocess.run(["bash", "--norc"], input=asked, capture_output=True, text=True, check=True, env=env)
    assert words <= set(done.stdout.split()), done.stderr
