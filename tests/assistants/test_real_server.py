"""llama-cpp-python's server with a real model file, asked as a user asks it (make test-models, docs/assistants.md).

WORKBENCH_TEST_LLAMA names a Python in which llama-cpp-python with its server is installed, WORKBENCH_TEST_GGUF a model
file of any size. Without one a model of a few kilobytes that gives one answer is written, by the package `gguf` there.
"""

from __future__ import annotations

import json
import os
import socket
import subprocess
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.request import urlopen

import pytest

from tests.services.desk import Clock, Desk
from workbench.cli.main import main
from workbench.services.assistance.proposals import proposals
from workbench.store.record_checks import head

pytestmark = pytest.mark.models

WRITER = Path(__file__).with_name("tiny_gguf.py")
QUOTATION = "cost £3.1m in all"
SECONDS = 600
Serving = Callable[[Path], str]


@pytest.fixture(scope="module")
def python() -> str:
    given = os.environ.get("WORKBENCH_TEST_LLAMA")
    if not given:
        pytest.skip("WORKBENCH_TEST_LLAMA names no Python with llama-cpp-python's server")
    return given


@pytest.fixture(scope="module")
def serving(python: str) -> Iterator[Serving]:
    """Starts the server with a model file; gives its endpoint once it answers."""
    started: list[subprocess.Popen[bytes]] = []

    def start(model: Path) -> str:
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            port = free.getsockname()[1]
        named = ("--model", str(model), "--model_alias", "mine", "--host", "127.0.0.1", "--port", str(port))
        command = [python, "-m", "llama_cpp.server", *named, "--n_ctx", "16384"]
        environment = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
        server = subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        started.append(server)
        endpoint = f"http://127.0.0.1:{port}/v1"
        until = time.monotonic() + SECONDS
        while True:
            assert server.poll() is None, "the server ended before it answered"
            try:
                with urlopen(f"{endpoint}/models"):
                    return endpoint
            except OSError:
                assert time.monotonic() < until
                time.sleep(0.2)

    yield start
    for server in started:
        server.kill()
        server.wait()


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    made = Desk(tmp_path, Clock())
    made.article = made.add_article()
    made.add_sources()
    yield made
    made.close()


def tiny(python: str, path: Path, **answer: object) -> Path:
    subprocess.run([python, str(WRITER), str(path), json.dumps(answer, ensure_ascii=False)], check=True)
    return path


def suggest(desk: Desk, endpoint: str, *asked: object, seconds: int = 60) -> int:
    named = ("--endpoint", endpoint, "--model", "mine", "--timeout", str(seconds))
    return main(["-w", str(desk.path), "--reviewer", "ada", "suggest", *map(str, asked), *named])


def test_what_a_real_server_answers_is_held_against_the_passage_and_kept(
    desk: Desk, python: str, serving: Serving, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    cost, accounts = desk.claim("£2m").id, desk.passage("accounts")
    before = head(desk.ada.database)
    endpoint = serving(tiny(python, tmp_path / "right.gguf", stance="refutes", quotation=QUOTATION))
    assert suggest(desk, endpoint, "stance", cost, accounts.id) == 0
    [kept] = proposals(desk.ada, cost)
    assert (kept.made_by, kept.content["stance"], kept.content["quotation"]) == ("machine: mine", "refutes", QUOTATION)
    assert head(desk.ada.database) == before
    wrong = serving(tiny(python, tmp_path / "wrong.gguf", stance="refutes", quotation="cost £9m in all"))
    assert suggest(desk, wrong, "stance", cost, accounts.id) == 1
    assert "does not stand in the passage" in capsys.readouterr().err
    assert len(proposals(desk.ada, cost)) == 1


def test_any_model_ends_in_a_proposal_that_holds_or_in_a_sentence(
    desk: Desk, python: str, serving: Serving, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    given = os.environ.get("WORKBENCH_TEST_GGUF")
    endpoint = serving(Path(given) if given else tiny(python, tmp_path / "x.gguf", queries=["lowick harbour cost"]))
    cost, accounts = desk.claim("£2m").id, desk.passage("accounts")
    asked = (
        ("queries", cost),
        ("stance", cost, accounts.id),
        ("wording", cost, "--anyway"),
        ("claims", desk.article),
    )
    for one in asked:
        code = suggest(desk, endpoint, *one, seconds=SECONDS)
        out, err = capsys.readouterr()
        assert code in (0, 1, 4), one
        assert "Traceback" not in out + err
        assert (code == 4) == (err.count("\n") == 1 and err.startswith("Error: "))
    for kept in proposals(desk.ada):
        assert kept.made_by == "machine: mine"
        if kept.kind == "stance":
            assert accounts.text[kept.content["start"] - accounts.start :].startswith(kept.content["quotation"])
