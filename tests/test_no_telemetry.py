"""Libraries that tell their makers about their users do not do so from the workbench."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

PROGRAM = """
import sys
from workbench.cli.main import run
run()
"""


def environment(home: Path) -> dict[str, str]:
    """A user's own environment: what keeps a library still on test machines is not in it."""
    kept = {name: os.environ[name] for name in ("PATH", "PYTHONPATH", "LANG") if name in os.environ}
    return {**kept, "HOME": str(home), "ORT_DISABLE_TELEMETRY": "0"}


def written(home: Path) -> list[str]:
    return sorted(str(path.relative_to(home)) for path in home.rglob("*") if path.is_file())


@pytest.fixture
def home(tmp_path: Path) -> Path:
    path = tmp_path / "home"
    path.mkdir()
    return path


def test_a_search_leaves_no_device_identifier(sample: Path, home: Path) -> None:
    command = [sys.executable, "-c", PROGRAM, "-w", str(sample), "search", "troops", "--format", "json"]
    done = subprocess.run(command, env=environment(home), capture_output=True, text=True, check=True)
    assert done.stdout
    assert written(home) == []


def test_a_program_that_uses_the_python_api_leaves_none(sample: Path, home: Path) -> None:
    program = f"import workbench\nwith workbench.open({str(sample)!r}) as desk: print(desk.search('troops').hits[0])"
    done = subprocess.run([sys.executable, "-c", program], env=environment(home), capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    assert written(home) == []


@pytest.mark.skipif(shutil.which("strace") is None, reason="strace is what sees what native code asks for")
def test_a_search_asks_the_system_for_no_socket_of_the_network(sample: Path, home: Path, tmp_path: Path) -> None:
    seen = tmp_path / "calls"
    command = [sys.executable, "-c", PROGRAM, "-w", str(sample), "search", "troops", "--format", "json"]
    traced = ["strace", "-f", "-qq", "-e", "trace=socket", "-o", str(seen), *command]
    subprocess.run(traced, env=environment(home), capture_output=True, text=True, check=True)
    assert [line for line in seen.read_text().splitlines() if "AF_INET" in line] == []
