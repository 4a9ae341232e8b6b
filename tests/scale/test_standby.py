"""A standby by Litestream: a primary that is killed in the middle of verdicts leaves a replica with a whole record."""

from __future__ import annotations

import os
import shutil
import signal
import sqlite3
import subprocess
import sys
import sysconfig
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from workbench.cli.main import main
from workbench.domain.articles import Claim, ReviewStatus
from workbench.services.workspace import Workspace
from workbench.store.claims import claims
from workbench.store.record_checks import LITESTREAM, flaws, head

pytestmark = pytest.mark.scale

TOP = Path(__file__).resolve().parents[2]
PATIENCE = 300.0
"""Seconds to wait for what has to come."""
LITESTREAM_PROGRAM = Path(sysconfig.get_path("scripts")) / "litestream"
WRITER = """
import itertools, sys
from pathlib import Path
from workbench.services.review import review
from workbench.services.workspace import Workspace
with Workspace.open(Path(sys.argv[1]), reviewer="ann") as workspace:
    for number in itertools.count(1):
        given = review.rate(workspace, int(sys.argv[2]), "15"[number % 2], why=f"Reason {number}.")
        print(given.id, flush=True)  # what is printed was committed
"""


CONFIG = """
dbs:
  - path: {database}
    busy-timeout: 30s
    replica:
      type: file
      path: {replica}
      sync-interval: 1s
"""
"""As docs/scaling.md has it."""


@contextmanager
def program(*command: str | Path, **how: object) -> Iterator[subprocess.Popen[str]]:
    """A program, killed at the end at the latest."""
    started = subprocess.Popen(
        list(map(str, command)), text=True, cwd=TOP, env={**os.environ, "PYTHONPATH": str(TOP)}, **how
    )  # type: ignore[call-overload]
    try:
        yield started
    finally:
        started.kill()
        started.communicate()


def restored(replica: Path, into: Path) -> Path:
    """What the replica holds now, as a workspace of its own, brought back as the docs say."""
    into.mkdir()
    copy = into / "standby.db"
    subprocess.run([LITESTREAM_PROGRAM, "restore", "-o", copy, f"file://{replica}"], check=True, capture_output=True)
    assert main(["-w", str(into / "w"), "restore", str(copy)]) == 0
    return into / "w"


def claims_to_rate(workspace: Workspace) -> list[Claim]:
    return [one for one in claims(workspace.database) if one.status is ReviewStatus.OPEN and one.rateable]


def verdicts(workspace: Path) -> list[int]:
    with closing(sqlite3.connect(workspace / "claims.db")) as connection:
        return [number for (number,) in connection.execute("SELECT id FROM verdicts ORDER BY id")]


def test_a_killed_primary_leaves_a_whole_record(sample: Path, tmp_path: Path) -> None:
    """Replication and the program that gives verdicts are killed at once; only the end of the trail may be missing."""
    primary, replica = sample, tmp_path / "replica"
    with Workspace.open(primary, reviewer="ann") as workspace:
        claim = next(one.id for one in claims_to_rate(workspace))
        before = verdicts(primary)
    began = time.monotonic()
    config = tmp_path / "litestream.yml"
    config.write_text(CONFIG.format(database=primary / "claims.db", replica=replica), encoding="utf-8")
    with (
        program(LITESTREAM_PROGRAM, "replicate", "-config", config) as standby,
        program(sys.executable, "-c", WRITER, primary, str(claim), stdout=subprocess.PIPE) as writer,
    ):
        assert writer.stdout is not None
        told = [int(writer.stdout.readline()) for _ in range(30)]
        # These reach the replica while more is written: looked at again and again. The newest is always on its way.
        tries, awaited, arrived = 0, set(told), list[int]()
        while not awaited <= set(arrived):
            assert time.monotonic() - began < PATIENCE, "the replica does not follow"
            assert standby.poll() is None
            tries += 1
            try:
                arrived = verdicts(restored(replica, tmp_path / f"look-{tries}"))
            except subprocess.CalledProcessError:  # nothing is there yet
                shutil.rmtree(tmp_path / f"look-{tries}")
            told.append(int(writer.stdout.readline()))
        os.kill(standby.pid, signal.SIGKILL)
        os.kill(writer.pid, signal.SIGKILL)
        told += [int(line) for line in writer.stdout if line.endswith("\n")]
        told.append(told[-1] + 1)  # committed, perhaps, and not told any more
    new = restored(replica, tmp_path / "new")
    kept = verdicts(new)
    assert kept[: len(before)] == before
    assert kept[len(before) :] == told[: len(kept) - len(before)], "a verdict that is there has all before it"
    assert set(arrived) <= set(kept)
    assert main(["-w", str(new), "doctor", "--record"]) == 0
    with Workspace.open(primary, reviewer="ann") as old, Workspace.open(new, reviewer="ann") as standing:
        there = head(standing.database)[2]
        assert old.database.value("SELECT count(*) FROM events WHERE hash = ?", (there,)) == 1, "an earlier state of it"
        assert list(flaws(old.database)) == []


def test_what_litestream_keeps_in_the_file_is_known(sample: Path, tmp_path: Path) -> None:
    """Its two tables are those that `doctor --record` knows, as this version makes them."""
    once: list[str | Path] = [
        LITESTREAM_PROGRAM,
        "replicate",
        "-once",
        sample / "claims.db",
        f"file://{tmp_path / 'replica'}",
    ]
    subprocess.run(once, check=True, capture_output=True)
    with Workspace.open(sample, reviewer="ann") as workspace:
        asked = "SELECT name, sql FROM sqlite_schema WHERE name LIKE '!_litestream%' ESCAPE '!'"
        made = dict(workspace.database.tuples(asked))
        assert made == {name: sql for (_, name), sql in LITESTREAM.items()}
        assert list(flaws(workspace.database)) == []
