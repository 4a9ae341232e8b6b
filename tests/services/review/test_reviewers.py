"""One person, one name: however it is typed, work is recorded under the name first used."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest

from tests.newsroom import colleague, make_newsroom
from workbench.domain.errors import BadInputError
from workbench.services.record import history
from workbench.services.review import review
from workbench.services.review.reviewers import add_reviewer, list_reviewers
from workbench.services.workspace import Workspace, reviewer_name
from workbench.store.record_checks import flaws

JOSE = "José Ñáñez"


@pytest.mark.parametrize("typed", ["JOSÉ ñáñez", unicodedata.normalize("NFD", JOSE), f"  {JOSE} ", "José  Ñáñez"])
def test_another_spelling_of_a_known_name_is_the_same_reviewer(tmp_path: Path, typed: str) -> None:
    """Nobody gives themselves a second opinion, and everybody finds their own acts to undo."""
    first, room = make_newsroom(tmp_path / "w", JOSE)
    review.rate(first, room.claims[0], "1", why="no")
    review.request_second_opinion(first, room.claims[0])
    with first, colleague(first, typed) as again:
        assert again.reviewer == JOSE
        with pytest.raises(BadInputError, match="a second opinion is another's"):
            review.second_opinion(again, room.claims[0], "1", why="me too")
        assert [line.action for line in history.undo(again)] == ["review.request_second"]
        assert [line.action for line in history.history(again, reviewer=typed)][-1] == "undo"
        assert [one.name for one in list_reviewers(again)] == [JOSE]


def test_a_name_that_was_added_first_is_kept_as_it_was_written(tmp_path: Path) -> None:
    with Workspace.create(tmp_path / "w", reviewer="Ann") as ann:
        assert add_reviewer(ann, "Bo")
        assert not add_reviewer(ann, "Bo")
        with colleague(ann, "BO") as bo:
            assert bo.reviewer == "Bo"


def test_whoever_has_only_added_an_article_is_known_too(tmp_path: Path) -> None:
    """Their acts are found to undo under another spelling, and a machine's name in the trail is nobody's."""
    first, _ = make_newsroom(tmp_path / "w", JOSE)
    with first, colleague(first, JOSE.upper()) as again:
        assert again.reviewer == JOSE
        assert [line.action for line in history.undo(again)] == ["article.add"]
        assert list_reviewers(again)[0].name == JOSE


@pytest.mark.parametrize("name", ["", " ", "a\nb", "a\x00b", "\u202eann", "x" * 81, "machine: minilm", "Machine:x"])
def test_a_name_that_cannot_be_told_from_another_or_from_a_machine_is_refused(name: str) -> None:
    with pytest.raises(BadInputError, match="reviewer's name"):
        reviewer_name(name)


def test_who_asked_for_what_was_so_already_did_nothing(tmp_path: Path) -> None:
    with Workspace.create(tmp_path / "w", reviewer="Ann") as ann:
        ann.set_setting("confidential", "yes")
    with Workspace.open(tmp_path / "w", reviewer="Hal") as hal:
        hal.set_setting("confidential", "yes")
        assert [one.name for one in list_reviewers(hal)] == ["Ann"]
        assert list(flaws(hal.database)) == []
