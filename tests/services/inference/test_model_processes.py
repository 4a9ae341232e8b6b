"""A model of somebody else's that hangs or crashes in the process that serves ends alone, and everybody goes on."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import TOP
from tests.test_plugins import write_plugin
from workbench.inference.frames import Frame
from workbench.inference.server import FailedError
from workbench.services.inference.model_processes import ModelProcesses

SLOW = """
import ctypes, os, pathlib, time
import workbench
from workbench.domain.evidence import StanceSuggestion
from workbench.plugins import JudgingModel

class Model:
    key = "m/1"
    def __init__(self, name):
        self.name = name
        if name == "never loads":
            time.sleep(3600)
    def judge(self, pairs):
        with pathlib.Path(os.environ["PIDS"]).open("a") as told:
            told.write(f"{os.getpid()}\\n")
        if self.name == "sleeps":
            time.sleep(3600)
        while self.name == "loops":
            pass
        if self.name == "keeps every thread":
            ctypes.PyDLL(None).sleep(3600)
        if self.name == "crashes":
            os._exit(3)
        return [StanceSuggestion("refutes", 0.25, 0.5, 0.25) for _ in pairs]

@workbench.hookimpl
def register_stance_models():
    names = ("sleeps", "loops", "keeps every thread", "never loads", "crashes", "works")
    return [JudgingModel(name, lambda name=name: Model(name)) for name in names]
"""

ASKING = """
import os, pathlib, sys, time
from workbench.domain.errors import ModelUnavailableError
from workbench.inference import client
from workbench.services.inference import sharing
from workbench.services.inference.supervision import Supervision

PROGRAM = (
    "from workbench.services.inference import model_processes as models; "
    f"models.CALL_SECONDS, models.LOAD_SECONDS = 5.0, {os.environ['LOAD']}; "
    "from workbench.services.inference.process import main; main()"
)
place, name, pairs = pathlib.Path(os.environ["PIDS"]).parent, sys.argv[1], [("a claim", "a passage")] * 3
with Supervision(place, print, PROGRAM) as supervision:
    sharing.share(place)
    while supervision.pid is None or sharing._there() is None:
        time.sleep(0.05)
    began = supervision.pid
    for attempt in range(2):
        try:
            sharing.stance_model(name).judge(pairs)
        except ModelUnavailableError as error:
            print(error)
    assert supervision.pid == began
    if name != "never loads":  # where loading may take some seconds alone
        assert len(sharing.stance_model("works").judge(pairs)) == 3
        *ended, _ = pathlib.Path(os.environ["PIDS"]).read_text().split()
        assert ended and not any(pathlib.Path("/proc", pid).exists() for pid in ended)
"""


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("sleeps", "gave no answer within 5 seconds, and its process was ended; it is not asked again for a minute."),
        ("loops", "gave no answer within 5 seconds, and its process was ended; it is not asked again for a minute."),
        (
            "keeps every thread",
            "gave no answer within 5 seconds, and its process was ended; it is not asked again for a minute.",
        ),
        (
            "never loads",
            "gave no answer within 10 seconds, and its process was ended; it is not asked again for a minute.",
        ),
        ("crashes", "ended in the middle of its work."),
    ],
)
def test_a_model_of_a_plugin_that_hangs_or_crashes_ends_alone(tmp_path: Path, name: str, said: str) -> None:
    """Told in a sentence to whoever asks, never done by the session itself; the process that serves goes on."""
    write_plugin(tmp_path, "slow", SLOW)
    env = {
        **os.environ,
        "PYTHONPATH": f"{tmp_path}{os.pathsep}{TOP}",
        "WORKBENCH_PLUGINS": "on",
        "PIDS": str(tmp_path / "pids"),
        "LOAD": "10" if name == "never loads" else "100",
    }
    done = subprocess.run(
        [sys.executable, "-c", ASKING, name], env=env, capture_output=True, text=True, check=False, timeout=300
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.splitlines() == [f"The model {name} of a plug-in {said}"] * 2, done.stderr


PID = (
    "import os\n"
    "from workbench.inference.frames import Frame\n"
    "from workbench.services.inference import model_processes as models\n"
    "models._answered = lambda frame: os._exit(3) if frame.said['do'] == 'crash' else Frame({'pid': os.getpid()})\n"
    "models.main()\n"
)


def test_a_model_that_ended_while_it_was_idle_is_started_again_in_silence() -> None:
    """Killed for memory between two searches: the next one had gone without stances, and said something else."""
    processes, asked = ModelProcesses(PID), Frame({"model": "m", "plugin": False})
    first = processes.ask("say", asked).said["pid"]
    assert processes.ask("say", asked).said["pid"] == first
    os.kill(first, signal.SIGKILL)
    os.waitid(os.P_PID, first, os.WEXITED | os.WNOWAIT)
    again = processes.ask("say", asked).said["pid"]
    assert again != first
    with pytest.raises(FailedError, match=r"^The model m ended in the middle of its work\.$"):
        processes.ask("crash", asked)
    last = processes.ask("say", asked).said["pid"]
    assert last not in (first, again)
    for one in processes._there.values():
        one.end()
