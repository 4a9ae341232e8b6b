"""Statistics: what stands, counted."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from lxml import etree

from tests.services.desk import SECOND, SECOND_QUOTES, Clock, Desk
from workbench.domain.articles import ClaimFilter, ReviewStatus
from workbench.domain.errors import NotFoundError
from workbench.services.record import history
from workbench.services.record.stats import plots, rows, stats, svg, turnaround
from workbench.services.workspace import Workspace
from workbench.store.claims import claims


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Desk]:
    clock = Clock()
    clock.stop(monkeypatch)
    made = Desk(tmp_path, clock)
    made.review_all()
    yield made
    made.close()


def test_ratings_are_those_that_stand(desk: Desk) -> None:
    found = stats(desk.ada)
    assert {rating.words: rating.claims for rating in found.ratings if rating.claims} == {
        "True": 1,
        "Mostly false": 1,
        "Unproven": 1,
    }
    assert [rating.words for rating in found.ratings][:2] == ["True", "Mostly true"]
    assert found.statuses[ReviewStatus.PUBLISHED] == 1
    history.undo(desk.bo, event_id=_last_verdict_event(desk))
    assert {rating.words: rating.claims for rating in stats(desk.ada).ratings if rating.claims} == {
        "Mostly false": 1,
        "Unproven": 1,
    }


def _last_verdict_event(desk: Desk) -> int:
    return int(
        desk.ada.database.value(
            "SELECT max(id) FROM events WHERE subject = 'verdicts' AND reviewer = 'bo' AND action = 'verdict.verdict'"
        )
    )


def test_turnaround_runs_from_the_article_to_the_first_verdict(desk: Desk) -> None:
    found = stats(desk.ada).turnaround
    assert found.claims == 3
    assert found.median_hours == pytest.approx(96, abs=0.1)
    assert turnaround([]).median_hours is None
    assert turnaround([("2022-01-01T00:00:00Z", "2022-01-01T06:00:00Z")]).nine_in_ten_hours == 6


def test_sources_are_counted_by_accepted_passages(desk: Desk) -> None:
    assert [(source.source_id, source.links, source.claims) for source in stats(desk.ada).sources] == [
        ("accounts", 1, 1),
        ("log", 1, 1),
    ]


def test_one_article_can_be_counted_alone(desk: Desk) -> None:
    second = desk.add_article(SECOND, SECOND_QUOTES)
    assert stats(desk.ada, second).turnaround.claims == 0
    assert stats(desk.ada, second).statuses[ReviewStatus.OPEN] == 1
    with pytest.raises(NotFoundError):
        stats(desk.ada, 99)


def test_rows_say_what_they_count(desk: Desk) -> None:
    found = rows(stats(desk.ada))
    assert {"about": "ratings: Six steps", "name": "Mostly false", "value": 1, "unit": "claims"} in found
    assert {
        "about": "most-used sources",
        "name": "Ship log (Pilots' Office)",
        "value": 1,
        "unit": "accepted passages",
    } in (found)
    assert any(row["about"].startswith("agreement: all") and row["name"] == "same rating" for row in found)


def test_the_drawing_is_one_sound_svg_file(desk: Desk) -> None:
    root = etree.fromstring(svg(stats(desk.ada)).encode("utf-8"))
    charts = root.findall("{http://www.w3.org/2000/svg}svg")
    assert len(charts) == len(plots(stats(desk.ada))) == 4
    assert "Mostly false 1" in "".join(root.itertext())


def test_an_empty_workspace_has_statistics(tmp_path: Path) -> None:
    with Workspace.create(tmp_path / "empty", reviewer="ada") as workspace:
        found = stats(workspace)
        assert plots(found) == []
        etree.fromstring(svg(found).encode("utf-8"))
        assert rows(found)


def test_claims_that_repeat_an_earlier_one_are_counted_on_a_line_of_their_own(desk: Desk) -> None:
    assert not any(row["name"].startswith("said before") for row in rows(stats(desk.ada)))
    article = desk.add_article(SECOND, SECOND_QUOTES)
    again, first = desk.claim("300 people", article), desk.claim("40 ships")
    with desk.ada.database.write() as connection:
        connection.execute("UPDATE claims SET duplicate_of = ? WHERE id = ?", (first.id, again.id))
    found = stats(desk.ada)
    every = len(claims(desk.ada.database, ClaimFilter()))
    assert sum(found.statuses.values()) + found.repeats == every
    assert found.repeats == 1
    named = {row["name"]: row["value"] for row in rows(found) if row["about"] == "claims"}
    assert named["said before (in none of these)"] == found.repeats
    assert ("said before (in none of these)", float(found.repeats), "none") in plots(found)[0].bars
