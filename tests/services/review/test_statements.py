"""A verdict is one keystroke: it costs few statements, however long the claim's history is."""

from __future__ import annotations

from pathlib import Path

from tests.newsroom import make_newsroom
from workbench.domain.evidence import EvidenceState, Stance
from workbench.services.evidence.decisions import decide
from workbench.services.review.presence import save_draft
from workbench.services.review.review import rate, request_second_opinion
from workbench.services.workspace import Workspace

MOST = 10


def statements(workspace: Workspace, claim: int, rating: str) -> list[str]:
    """What SQLite is asked while a claim is rated, transaction and all."""
    seen: list[str] = []
    connection = workspace.database.connection.conn
    connection.set_trace_callback(seen.append)
    try:
        rate(workspace, claim, rating, why="as the log says")
    finally:
        connection.set_trace_callback(None)
    # what a trigger does is traced as the statement that set it off, once more
    return [words for words, before in zip(seen, ["", *seen], strict=False) if words != before]


def test_a_verdict_takes_at_most_ten_statements(tmp_path: Path) -> None:
    workspace, room = make_newsroom(tmp_path / "w")
    with workspace, Workspace.open(workspace.path, reviewer="Bob") as bob:
        rate(workspace, room.claims[1], "1", why="so that reviewer and scale are known")
        rate(bob, room.claims[1], "1", why="so that reviewer and scale are known")
        claim = room.claims[0]
        assert len(statements(workspace, claim, "1")) <= MOST
        decide(workspace, claim, room.passages[0], EvidenceState.ACCEPTED, stance=Stance.REFUTES)
        for number in range(20):
            found = statements(workspace, claim, "12"[number % 2])
            assert len(found) <= MOST, "\n".join(found)
        request_second_opinion(workspace, claim)
        assert len(statements(bob, claim, "3")) <= MOST, "a second opinion costs no more"


def test_what_is_done_for_the_first_time_costs_a_little_more(tmp_path: Path) -> None:
    workspace, room = make_newsroom(tmp_path / "w")
    with workspace:
        save_draft(workspace, room.claims[0], "as the")
        assert len(statements(workspace, room.claims[0], "1")) <= MOST + 9, "reviewer, scale, draft, schema"
