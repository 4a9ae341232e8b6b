"""Citation recall and precision: counted by hand on a small newsroom."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from tests.services.desk import Clock, Desk
from workbench.cli.main import main
from workbench.domain.errors import NotFoundError
from workbench.domain.evidence import EvidenceState, Stance
from workbench.services.evidence.decisions import decide
from workbench.services.record.citations import citation_figures
from workbench.services.review import review


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Desk]:
    clock = Clock()
    clock.stop(monkeypatch)
    made = Desk(tmp_path, clock)
    made.article = made.add_article()
    made.add_sources()
    yield made
    made.close()


def test_the_figures_are_those_of_their_definitions(desk: Desk, capsys: pytest.CaptureFixture[str]) -> None:
    cost, ships, oldest = desk.claim("£2m"), desk.claim("40 ships"), desk.claim("oldest")
    accounts, log = desk.passage("accounts"), desk.passage("log")
    decide(desk.ada, cost.id, accounts.id, EvidenceState.ACCEPTED, stance=Stance.REFUTES)
    decide(desk.ada, cost.id, log.id, EvidenceState.ACCEPTED, stance=Stance.CONTEXT)
    review.rate(desk.ada, cost.id, "False", why="No.", known_at=date(2022, 2, 4))
    decide(desk.ada, ships.id, log.id, EvidenceState.ACCEPTED, stance=Stance.REFUTES)
    review.rate(desk.ada, ships.id, "True", why="Against what it cites.", known_at=date(2022, 2, 4))
    review.rate(desk.ada, oldest.id, "Unproven", why="Nothing found.", known_at=date(2022, 2, 4))
    [one] = citation_figures(desk.ada)
    assert (one.claims, one.covered, one.recall) == (2, 1, 0.5)
    assert (one.citations, one.carrying, one.precision) == (3, 1, 0.3333)
    assert (one.accepted, one.cited, one.cited_share) == (3, 3, 1.0)
    assert main(["-w", str(desk.path), "stats", "--citations", "--format", "json"]) == 0
    assert json.loads(capsys.readouterr().out)[0]["recall"] == 0.5
    assert main(["-w", str(desk.path), "stats", "--citations", "--format", "svg"]) == 2


def test_an_article_without_verdicts_has_no_shares(desk: Desk) -> None:
    assert citation_figures(desk.ada) == []
    [one] = citation_figures(desk.ada, desk.article)
    assert (one.claims, one.recall, one.precision, one.cited_share) == (0, None, None, None)
    with pytest.raises(NotFoundError):
        citation_figures(desk.ada, 99)


def test_what_one_is_to_judge_blind_is_not_counted(desk: Desk) -> None:
    ships = desk.claim("40 ships")
    review.rate(desk.ada, ships.id, "True", why="So.", known_at=date(2022, 2, 4))
    review.request_second_opinion(desk.ada, ships.id)
    assert citation_figures(desk.bo) == []
