"""How the program ends: Ctrl-C at any moment, a group without its command, a word that is no usage."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from workbench.cli.main import main

PRESSED_WHILE_LOADING = """
import os, signal, sys
loading = sys.argv.pop()

class Pressed:
    def find_spec(self, name, path, target=None):
        if name == loading:
            os.kill(os.getpid(), signal.SIGINT)

sys.meta_path.insert(0, Pressed())
from workbench.cli.main import run
run()
"""
OPTIONS = "workbench.cli.global_options"


def pressed(script: str, loading: str = OPTIONS) -> subprocess.CompletedProcess[str]:
    """Run a script to whose program a signal comes while it loads a module."""
    return subprocess.run([sys.executable, "-c", script, loading], capture_output=True, text=True, check=False)


@pytest.mark.parametrize(
    "loading", ["workbench.cli.streams", "workbench.domain.ending", "workbench.system.limits", OPTIONS]
)
def test_ctrl_c_while_the_program_loads_is_answered_in_a_sentence(loading: str) -> None:
    done = pressed(PRESSED_WHILE_LOADING, loading)
    assert done.returncode == 130
    assert done.stderr == "Interrupted; what was finished is kept.\n"


def test_ctrl_c_after_all_is_done_ends_the_program_without_a_word() -> None:
    at_the_end = "import atexit\n" + PRESSED_WHILE_LOADING
    at_the_end = at_the_end.replace("run()\n", "sys.argv[1:] = ['--version']\nrun()\n")
    at_the_end = at_the_end.replace("import run", "import run; atexit.register(os.kill, os.getpid(), signal.SIGINT)")
    done = pressed(at_the_end, "nothing")
    assert (done.returncode, done.stdout.split()[0], done.stderr) == (-signal.SIGINT, "workbench", "")


def test_nothing_is_loaded_before_ctrl_c_can_be_answered() -> None:
    """The console script imports this module outside of any `try`; Python itself has loaded `os` before."""
    script = "import os, sys; before = set(sys.modules); import workbench.cli.main; print(*set(sys.modules) - before)"
    done = subprocess.run([sys.executable, "-I", "-S", "-c", f"import sys; sys.path = {sys.path!r}; {script}"],
                          capture_output=True, text=True, check=True)  # fmt: skip
    assert set(done.stdout.split()) <= {"__future__", "workbench", "workbench.cli", "workbench.cli.main"}


@pytest.mark.parametrize(("name", "code"), [("SIGTERM", 143), ("SIGHUP", 129)])
def test_a_signal_to_end_is_answered_like_ctrl_c(name: str, code: int) -> None:
    ended = PRESSED_WHILE_LOADING.replace("SIGINT", name)
    done = pressed(ended)
    assert (done.returncode, done.stderr) == (code, f"Ended by {name}; what was finished is kept.\n")


def test_a_signal_that_the_caller_ignores_stays_ignored() -> None:
    kept = "import signal; signal.signal(signal.SIGHUP, signal.SIG_IGN)\n" + PRESSED_WHILE_LOADING
    kept = kept.replace("signal.SIGINT", "signal.SIGHUP")
    kept = kept.replace("run()\n", "sys.argv[1:] = ['--version']\nrun()\n")
    done = pressed(kept)
    assert (done.returncode, done.stdout.split()[0]) == (0, "workbench")


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


def left(*arguments: str, streams: str, workspace: Path, **env: str) -> subprocess.CompletedProcess[bytes]:
    """Run the program in a shell that redirects its streams as told."""
    program = Path(sys.executable).with_name("workbench")
    line = f'"$0" --workspace "$@" {streams}'
    return subprocess.run(
        ["bash", "-o", "pipefail", "-c", line, str(program), str(workspace), *arguments],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        env={**os.environ, **env},
        check=False,
    )


@pytest.mark.parametrize(
    "arguments",
    [["claim", "list"], ["export", "--format", "json"], ["export", "--format", "docx"], ["--help"]],
    ids=" ".join,
)
@pytest.mark.parametrize(
    ("streams", "reason"), [(">&-", "Bad file descriptor"), ("> /dev/full", "No space left on device")]
)
def test_output_that_cannot_be_written_is_one_sentence(
    sample: Path, arguments: list[str], streams: str, reason: str
) -> None:
    done = left(*arguments, streams=streams, workspace=sample)
    assert done.returncode == 2
    told = done.stderr.decode()
    assert told.startswith("Error: ")
    assert told.endswith(f"{reason}.\n")
    assert told.count("\n") == 1
    assert "did not foresee" not in told


@pytest.mark.parametrize("arguments", [["export", "--format", "html"], ["--help"]], ids=" ".join)
def test_a_reader_that_has_gone_is_no_failure(sample: Path, arguments: list[str]) -> None:
    done = left(*arguments, streams="| true", workspace=sample)
    assert (done.returncode, done.stderr) == (0, b"")


def test_a_complaint_never_lands_among_the_data(sample: Path) -> None:
    """Not with standard error closed, where Python would print it to standard output, nor with it full."""
    for streams in ("2>&-", "2> /dev/full"):
        done = left("claim", "show", "999", streams=streams, workspace=sample)
        assert (done.returncode, done.stdout) == (2, b"")


def test_without_any_stream_the_database_takes_none_of_their_numbers(sample: Path) -> None:
    done = left("verdict", "2", "true", "--why", "Seen.", streams="<&- >&- 2>&-", workspace=sample)
    assert done.returncode == 2
    assert left("doctor", "--record", streams="", workspace=sample).returncode == 0


def test_standard_input_that_is_closed_is_empty(sample: Path) -> None:
    done = left("article", "add", "-", streams="<&-", workspace=sample)
    assert (done.returncode, done.stderr) == (2, b"Error: standard input: the file is empty.\n")


def test_data_is_utf_8_whatever_the_locale(sample: Path, tmp_path: Path) -> None:
    env = {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
    done = left("claim", "list", streams="", workspace=sample, **env)
    assert done.returncode == 0, done.stderr
    left("claim", "list", "-o", str(tmp_path / "claims"), streams="", workspace=sample, **env)
    assert done.stdout == (tmp_path / "claims").read_bytes()
    assert "─" in done.stdout.decode()
