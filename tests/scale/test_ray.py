"""Encoding on Ray: the same vectors in the same order, whatever becomes of a node; loads that are ended go on."""

from __future__ import annotations

import json
import os
import re
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from tests.index.hashing import HashingEncoder
from tests.scale.lost_nodes import loss_of_a_node
from tests.scale.many_files import a_folder
from tests.scale.small_storage import BUCKET, KEY, served
from workbench.cli.main import main
from workbench.collections import ray_encoding
from workbench.collections.ray_cluster import RayCluster
from workbench.collections.ray_encoding import RayEncoders
from workbench.domain.errors import BadInputError, CollectionError, ModelUnavailableError
from workbench.models.encoder import load_encoder
from workbench.services.collections.ray_encoders import cluster_on
from workbench.services.workspace import Workspace

pytestmark = pytest.mark.scale

TOP = Path(__file__).resolve().parents[2]
PATIENCE = 300.0
MAKE = partial(load_encoder, None, "float32", threads=1)
WORDS = ("harbour", "ferry", "minister", "budget", "rain", "strike", "school", "bridge", "vote", "fish", "tax", "snow")


LOADING = """
import sys
from workbench.cli.main import run
from workbench.collections.milvus import MilvusCollection
put = MilvusCollection.put
def telling(self, passages):
    put(self, passages)
    print("put", flush=True)
MilvusCollection.put = telling
sys.argv = ["workbench", *sys.argv[1:]]
run()
"""


WORKING = """
import stat
from functools import partial
from pathlib import Path
from workbench.collections.ray_cluster import LOCAL, RayCluster
from workbench.collections.ray_encoding import RayEncoders
from workbench.collections.ray_reading import RayReading
from workbench.models.encoder import load_encoder
def twice(portion):
    yield portion
    yield portion
if __name__ == "__main__":
    cluster = RayCluster(LOCAL)
    print(cluster.ray and oct(stat.S_IMODE(Path(cluster.folder).stat().st_mode)))
    print(*[one.decode() for one in RayReading(cluster, twice).answers([b"a", b"b"])])
    encoders = RayEncoders(cluster, partial(load_encoder, None, "float32", threads=1))
    print(len(encoders.encode(["The bridge cost nothing."])))
    cluster.close()
"""


def sentence(number: int) -> str:
    """Short and different from all others."""
    picked = (WORDS[(number // len(WORDS) ** place) % len(WORDS)] for place in range(4))
    return f"{' '.join(picked)} {number}"


def test_a_node_that_is_killed_takes_no_passage_along(cluster: Any) -> None:
    """Every one is there once, in its place, with the vector that one process gives it."""
    texts = [sentence(number) for number in range(5_000)]
    parts = [texts[begin : begin + 250] for begin in range(0, len(texts), 250)]
    expected = load_encoder(None, "float32").encode(texts)
    encoders = RayEncoders(RayCluster(cluster.address), MAKE)
    found = []
    began = time.monotonic()
    while encoders.actors < 2:
        encoders.encode(texts[:1])  # both have to take part
        assert time.monotonic() - began < PATIENCE
    with loss_of_a_node(cluster) as kill:
        for number, vectors in enumerate(encoders.encode_parts(iter(parts))):
            found.append(vectors)
            if number == 3:
                kill()
        assert encoders.actors == 1, "the other one has gone in the middle"
        encoders.close()
    together = np.concatenate(found)
    assert together.shape == expected.shape
    assert float(np.abs(together - expected).max()) <= 1e-6


def test_without_any_node_left_a_sentence_says_so(cluster: Any) -> None:
    encoders = RayEncoders(RayCluster(cluster.address), partial(HashingEncoder))
    assert encoders.dimension == HashingEncoder().dimension
    parts = encoders.encode_parts([[sentence(number)] for number in range(5_000)])
    next(parts)
    for actor in (*encoders._ready, *encoders._coming.values()):
        encoders._cluster.ray.kill(actor)
    with pytest.raises(CollectionError, match="no encoder is left on Ray"):
        list(parts)
    encoders.close()


def broken() -> HashingEncoder:
    raise ModelUnavailableError("the model is not here.")


def test_a_model_that_a_node_lacks_is_told_as_that(cluster: Any) -> None:
    with pytest.raises(ModelUnavailableError, match="the model is not here"):
        RayEncoders(RayCluster(cluster.address), broken).encode(["a"])


def test_parts_come_in_order_and_no_more_is_asked_than_can_wait(cluster: Any) -> None:
    """Empty and uneven ones too; what makes them is not run through ahead of what is taken."""
    taken: list[int] = []

    def parts() -> Iterator[list[str]]:
        for number in range(400):
            taken.append(number)
            yield [sentence(number * 100 + one) for one in range(number % 3 * 20)]

    encoders = RayEncoders(RayCluster(cluster.address), HashingEncoder)
    one = HashingEncoder()
    for number, vectors in enumerate(encoders.encode_parts(parts())):
        due = [sentence(number * 100 + at) for at in range(number % 3 * 20)]
        assert np.array_equal(vectors, one.encode(due)) if due else vectors.shape == (0, one.dimension)
        assert len(taken) - number < 100
    assert taken == list(range(400))
    assert encoders.encode([]).shape == (0, one.dimension)
    encoders.close()


def program(place: Path, *words: str) -> subprocess.CompletedProcess[str]:
    """A command in a process of its own: Ray is of one mind, and Milvus Lite holds its folder, as long as one runs."""
    return subprocess.run(
        [sys.executable, "-m", "workbench", "-w", place, *words],
        env={**os.environ, "PYTHONPATH": str(TOP)}, cwd=TOP, capture_output=True, text=True, check=False,
    )  # fmt: skip


def command(place: Path, *words: str) -> dict[str, Any]:
    """The row that a command prints."""
    ran = program(place, *words, "--format", "json")
    assert ran.returncode == 0, ran.stderr
    (row,) = json.loads(ran.stdout)
    return dict(row)


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """A workspace with an empty collection of the bundled encoder."""
    path = tmp_path / "w"
    assert main(["init", str(path)]) == 0
    assert program(path, "collection", "create", "world", "--uri", str(tmp_path / "e.db")).returncode == 0
    return path


def rows_file(path: Path, count: int) -> Path:
    rows = [{"id": f"r{number}", "title": "", "text": f"It is said of {sentence(number)}."} for number in range(count)]
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return path


def held(place: Path) -> int:
    return int(command(place, "collection", "stats")["passages"])


def test_the_commands_load_and_index_on_this_machine(place: Path, tmp_path: Path) -> None:
    """`collection load --ray local` twice, and `reindex --ray local`, whose search is that of a plain one."""
    source = str(rows_file(tmp_path / "rows.jsonl", 300))
    for added, unchanged in ((300, 0), (0, 300)):
        row = command(place, "collection", "load", "world", source, "--ray", "local")
        assert (row["added"], row["unchanged"], row["skipped"]) == (added, unchanged, 0)
    assert held(place) == 300
    assert main(["-w", str(place), "collection", "detach", "world"]) == 0
    assert main(["-w", str(place), "evidence", "add", source]) == 0
    row = command(place, "reindex", "--ray", "local")
    assert (row["added"], row["encoded"]) == (300, 300)
    assert sentence(17) in command(place, "search", sentence(17), "-k", "1")["text"]
    assert command(place, "reindex")["encoded"] == 0, "the same model: nothing is encoded again"


def test_what_is_loaded_on_ray_is_what_is_loaded_without(
    place: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The same sources, passages and sentences about what was skipped: the plain way finds nothing new."""
    stored = {"archive/one.txt": b"The bridge was closed in March 2020.", "archive/broken.pdf": b"%PDF-1.4 nothing"}
    with served(stored) as server:
        for name, value in (("ENDPOINT_URL", server.address), ("ACCESS_KEY_ID", KEY), ("SECRET_ACCESS_KEY", "secret")):
            monkeypatch.setenv(f"AWS_{name}", value)
        load = ("collection", "load", "world", str(a_folder(tmp_path / "f")), f"s3://{BUCKET}/archive")
        told = [program(place, *load, *more, "--format", "json") for more in (("--ray", "local"), ())]
    on_ray, plain = [json.loads(ran.stdout)[0] for ran in told]
    assert on_ray["added"] == plain["unchanged"] == 30 + 500 + 2 + 20 + 1
    assert (on_ray["skipped"], plain["added"], plain["passages"]) == (plain["skipped"], 0, 0)
    assert told[0].stderr == told[1].stderr
    assert held(place) == on_ray["passages"]


def test_a_load_that_is_killed_goes_on_where_it_was(place: Path, tmp_path: Path) -> None:
    """Also when it is interrupted by Ctrl-C, which is told in a line."""
    source = rows_file(tmp_path / "rows.jsonl", 3_000)
    given = ["-w", str(place), "collection", "load", "world", str(source), "--ray", "local"]
    environment = {**os.environ, "PYTHONPATH": str(TOP)}
    for number, code in ((signal.SIGINT, 130), (signal.SIGKILL, -signal.SIGKILL)):
        pipe = subprocess.PIPE
        with subprocess.Popen(
            [sys.executable, "-c", LOADING, *given], env=environment, cwd=TOP, stdout=pipe, stderr=pipe, text=True
        ) as running:
            assert running.stdout is not None
            assert running.stdout.readline() == "put\n"
            running.send_signal(number)
            _, told = running.communicate()
        assert running.returncode == code, told
        assert "Traceback" not in told
    assert held(place) > 0
    assert command(place, *given[2:])["skipped"] == 0
    assert held(place) == 3_000


def test_a_confidential_workspace_sends_nothing_to_another_machine(place: Path) -> None:
    assert main(["-w", str(place), "setting", "confidential", "yes"]) == 0
    with (
        Workspace.open(place) as workspace,
        pytest.raises(BadInputError, match="marked confidential"),
        cluster_on(workspace, "10.0.0.5:1"),
    ):
        pass
    refused = program(place, "collection", "load", "world", str(rows_file(place.parent / "r.jsonl", 1)), "--ray", "x:1")
    assert refused.returncode == 2
    assert "is marked confidential: none of its texts go to x:1" in refused.stderr


def test_what_never_starts_is_not_waited_for_when_the_others_have_gone(monkeypatch: pytest.MonkeyPatch) -> None:
    """A node that was ready has died, and the other encoders wait for cores that nobody gives back."""

    class Nothing:
        def wait(self, asked: list[object], **_: object) -> tuple[list[object], list[object]]:
            return [], asked

    monkeypatch.setattr(ray_encoding, "START_SECONDS", 0.0)
    there = RayCluster("10.0.0.5:6379")
    there._ray = Nothing()
    encoders = RayEncoders(there, HashingEncoder)
    encoders._facts, encoders._coming = ("key", "sha", 2), {object(): object()}
    with pytest.raises(CollectionError, match="no encoder is left on Ray"):
        encoders.encode(["a"])


@pytest.mark.skipif(shutil.which("strace") is None, reason="strace is what sees whom Ray asks")
def test_ray_asks_no_cloud_and_its_folder_is_closed_to_others(tmp_path: Path) -> None:
    seen, program = tmp_path / "calls", tmp_path / "program.py"
    program.write_text(WORKING, encoding="utf-8")
    command = ["strace", "-f", "-qq", "-e", "trace=connect", "-o", str(seen), sys.executable, str(program)]
    environment = {**os.environ, "PYTHONPATH": str(TOP)}
    done = subprocess.run(command, capture_output=True, text=True, timeout=PATIENCE, env=environment)
    assert done.returncode == 0, done.stderr
    assert done.stdout.split() == ["0o700", "a", "a", "b", "b", "1"]
    asked = re.findall(r'inet_addr\("([0-9.]+)"\)', seen.read_text(encoding="utf-8", errors="replace"))
    assert "169.254.169.254" not in asked
    assert asked, "strace saw Ray at work"
