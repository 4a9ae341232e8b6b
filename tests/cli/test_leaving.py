"""How the program ends: Ctrl-C at any moment, a group without its command, a word that is no usage."""

from __future__ import annotations

import subprocess
import sys

import pytest

from workbench.cli.main import main

PRESSED_WHILE_LOADING = """
import os, signal, sys

class Pressed:
    def find_spec(self, name, path, target=None):
        if name == "workbench.cli.session":
            os.kill(os.getpid(), signal.SIGINT)

sys.meta_path.insert(0, Pressed())
from workbench.cli.main import run
run()
"""


def test_ctrl_c_while_the_program_loads_is_answered_in_a_sentence() -> None:
    done = subprocess.run([sys.executable, "-c", PRESSED_WHILE_LOADING], capture_output=True, text=True, check=False)
    assert done.returncode == 130
    assert done.stderr == "Interrupted; what was finished is kept.\n"


@pytest.mark.parametrize("group", ["article", "claim", "evidence", "evaluate", "review"])
def test_a_group_without_a_command_shows_its_help(group: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([group]) == 2
    told = capsys.readouterr().err
    assert told.startswith("Usage: ")
    assert "Commands:" in told


def test_wrong_usage_is_one_line_that_says_where_the_right_one_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["verdict", "1", "true"]) == 2
    told = capsys.readouterr().err
    assert told.startswith("Error: Missing option")
    assert "`workbench verdict --help`" in told
    assert told.count("\n") == 1
