"""Two programs writing at once lose nothing; one killed while writing loses only what it had not reported yet."""

from __future__ import annotations

import os
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

from tests.newsroom import TEXT, make_newsroom
from workbench.domain.articles import ClaimFilter, ReviewStatus
from workbench.services.claims.claim_surgery import add
from workbench.services.claims.claim_wording import words_of
from workbench.services.record import history
from workbench.services.review import review
from workbench.services.review.blind import list_claims
from workbench.services.review.presence import drafts
from workbench.services.workspace import Workspace
from workbench.store.verdicts import verdicts

WRITER = """
import sys
from pathlib import Path
from workbench.services.review.review import rate
from workbench.services.workspace import Workspace
path, reviewer, count = Path(sys.argv[1]), sys.argv[2], int(sys.argv[3])
claims = [int(claim) for claim in sys.argv[4:]]
with Workspace.open(path, reviewer=reviewer) as workspace:
    for number in range(count):
        done = rate(workspace, claims[number % len(claims)], "54321"[number % 5], why=f"{reviewer} {number}")
        print(done.id, flush=True)
"""


def writer(path: Path, reviewer: str, count: int, claims: Sequence[int]) -> subprocess.Popen[str]:
    """A process that gives verdicts one after the other and prints the id of each once it is stored."""
    return subprocess.Popen(
        [sys.executable, "-c", WRITER, str(path), reviewer, str(count), *map(str, claims)],
        stdout=subprocess.PIPE,
        text=True,
        cwd=Path(__file__).resolve().parents[2],
    )


def test_four_processes_write_a_thousand_verdicts_and_none_is_lost(tmp_path: Path) -> None:
    workspace, room = make_newsroom(tmp_path / "w")
    ids = [*room.claims[:3], *(add(workspace, room.article, *word).id for word in words_of(TEXT, 0, len(TEXT)))]
    names = ("Bob", "Cleo", "Dan", "Eve")
    writers = [writer(workspace.path, name, 250, ids) for name in names]
    said = [process.communicate()[0].split() for process in writers]
    assert [process.returncode for process in writers] == [0, 0, 0, 0]
    stored = verdicts(workspace.database)
    assert [len(ids) for ids in said] == [250, 250, 250, 250]
    assert sorted(int(number) for ids in said for number in ids) == [verdict.id for verdict in stored]
    for name in names:
        assert {v.rationale for v in stored if v.reviewer == name} == {f"{name} {n}" for n in range(250)}
    assert workspace.database.value("SELECT count(*) FROM events WHERE action = 'verdict.verdict'") == 1000
    for claim in list_claims(workspace, ClaimFilter(statuses=(ReviewStatus.RATED,))):
        last = [verdict for verdict in stored if verdict.claim_id == claim.id][-1]
        assert claim.rating == last.rating, "the claim shows the verdict that was stored last"
    workspace.close()


def test_killed_in_the_middle_everything_said_to_be_stored_is_there_and_whole(tmp_path: Path) -> None:
    workspace, room = make_newsroom(tmp_path / "w")
    path = workspace.path
    workspace.close()
    said: list[int] = []
    for round_ in range(3):
        process = writer(path, f"Bob {round_}", 10_000, room.claims[:3])
        assert process.stdout is not None
        said += [int(process.stdout.readline()) for _ in range(20 + round_)]
        os.kill(process.pid, signal.SIGKILL)
        rest = process.stdout.read().split("\n")
        said += [int(line) for line in rest[:-1]]
        process.stdout.close()
        assert process.wait() == -signal.SIGKILL
    with Workspace.open(path, reviewer="Ann") as again:
        stored = verdicts(again.database)
        assert set(said) <= {verdict.id for verdict in stored}
        assert again.database.value("PRAGMA integrity_check") == "ok"
        assert again.database.rows("PRAGMA foreign_key_check") == []
        events = again.database.value("SELECT count(*) FROM events WHERE subject = 'verdicts'")
        assert events == len(stored), "each verdict has its event, and no event is without one"
        for claim in list_claims(again)[:3]:
            assert claim.rating == [v for v in stored if v.claim_id == claim.id][-1].rating
        review.rate(again, 1, "5", why="and it goes on")
        assert history.undo(again)


TYPIST = """
import sys
from pathlib import Path
from workbench.services.review.presence import save_draft
from workbench.services.workspace import Workspace
workspace, text = Workspace.open(Path(sys.argv[1]), reviewer="Ann"), ""
while True:
    text += "word "
    save_draft(workspace, 1, text)
    print(len(text), flush=True)
"""


def test_killed_while_a_reason_is_typed_what_was_saved_last_is_offered_again(tmp_path: Path) -> None:
    workspace, room = make_newsroom(tmp_path / "w")
    process = subprocess.Popen(
        [sys.executable, "-c", TYPIST, str(workspace.path)],
        stdout=subprocess.PIPE,
        text=True,
        cwd=Path(__file__).resolve().parents[2],
    )
    assert process.stdout is not None
    said = [process.stdout.readline() for _ in range(30)]
    os.kill(process.pid, signal.SIGKILL)
    said += [line for line in process.stdout if line.endswith("\n")]
    process.stdout.close()
    process.wait()
    kept = drafts(workspace)[room.claims[0]]
    assert kept == "word " * (len(kept) // 5)
    assert len(kept) >= int(said[-1])
    workspace.close()


@pytest.mark.parametrize(
    "statement",
    ["UPDATE verdicts SET rating = 'True'", "DELETE FROM verdicts", "REPLACE INTO verdicts SELECT * FROM verdicts"],
)
def test_a_verdict_cannot_be_changed_even_with_sql(tmp_path: Path, statement: str) -> None:
    workspace, room = make_newsroom(tmp_path / "w")
    review.rate(workspace, room.claims[0], "1", why="no")
    before = verdicts(workspace.database)
    with (
        pytest.raises(sqlite3.IntegrityError, match="verdicts are append-only"),
        workspace.database.write() as connection,
    ):
        connection.execute(statement)
    assert verdicts(workspace.database) == before
    workspace.close()
