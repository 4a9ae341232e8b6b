"""Rating scales: the built-in ones, one's own from a file, and what is refused."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.newsroom import furnish
from workbench.domain.errors import BadInputError, NotFoundError
from workbench.domain.review import DEFAULT_SCALE, RatingScale
from workbench.domain.scale_data import scale_from_data
from workbench.services.record import history
from workbench.services.review import review, scales
from workbench.services.workspace import Workspace

OWN = """
id = "lindau"
name = "Lindau scale"
[[ratings]]
key = "y"
words = "Stimmt"
definition = "So ist es."
value = 2
[[ratings]]
key = "n"
words = "Stimmt nicht"
value = 1
[[ratings]]
key = 0
words = "Offen"
"""


@pytest.fixture
def work(tmp_path: Path) -> Iterator[Workspace]:
    with Workspace.create(tmp_path / "w", reviewer="Ann") as made:
        yield made


def own(**changes: Any) -> dict[str, Any]:
    """A scale as data, with something changed."""
    ratings = [{"key": "1", "words": "No", "value": 1}, {"key": "2", "words": "Yes", "value": 2}]
    return {"id": "own", "name": "Own", "ratings": ratings, **changes}


def test_three_scales_are_built_in_and_the_six_steps_are_in_use(work: Workspace) -> None:
    assert [scale.id for scale in scales.scales(work)] == ["workbench", "politifact", "averitec"]
    assert scales.current_scale(work) == DEFAULT_SCALE
    with pytest.raises(NotFoundError, match="there are: workbench, politifact, averitec"):
        scales.use_scale(work, "mine")


def test_ones_own_scale_comes_from_toml_or_json(work: Workspace, tmp_path: Path) -> None:
    toml, also = tmp_path / "own.toml", tmp_path / "own.json"
    toml.write_text(OWN, encoding="utf-8")
    added = scales.add_scale_file(work, toml)
    assert [(rating.key, rating.words, rating.value) for rating in added.ratings] == [
        ("y", "Stimmt", 2),
        ("n", "Stimmt nicht", 1),
        ("0", "Offen", None),
    ]
    assert scales.scales(work)[-1] == added
    also.write_text(json.dumps(own()), encoding="utf-8")
    assert scales.add_scale_file(work, also).bounds == (1, 2)
    events = history.last_event_id(work)
    assert scales.add_scale_file(work, toml) == added
    assert history.last_event_id(work) == events, "the same scale again changes nothing"


def test_the_scale_in_the_documentation_works(work: Workspace, tmp_path: Path) -> None:
    page = (Path(__file__).resolve().parents[3] / "docs" / "reviewing.md").read_text(encoding="utf-8")
    example = page.split("```toml\n")[1].split("```")[0]
    (tmp_path / "our-paper.toml").write_text(example, encoding="utf-8")
    assert scales.add_scale_file(work, tmp_path / "our-paper.toml").id == "our-paper"
    assert scales.use_scale(work, "our-paper").bounds == (1, 3)


def test_a_scale_is_never_changed_under_the_verdicts_given_on_it(work: Workspace) -> None:
    room = furnish(work)
    first = scales.add_own_scale(work, scale_from_data(own(), "test"))
    scales.use_scale(work, "own")
    review.rate(work, room.claims[0], "yes", why="x")
    other = scale_from_data(own(name="Other"), "test")
    with pytest.raises(BadInputError, match="needs an id of its own"):
        scales.add_own_scale(work, other)
    with pytest.raises(BadInputError, match="needs an id of its own"):
        scales.add_own_scale(work, RatingScale("workbench", "Mine", other.ratings))
    history.undo(work, 3)
    assert [scale.id for scale in scales.scales(work)] == ["workbench", "politifact", "averitec"]
    assert scales.scale(work, "own") == first, "a verdict that was taken back still has its scale"
    with pytest.raises(BadInputError, match="needs an id of its own"):
        scales.add_own_scale(work, other)
    assert scales.add_own_scale(work, first) == first


def test_a_claim_keeps_the_scale_it_was_rated_on(work: Workspace) -> None:
    """The record says which scale that is: a key means another step on another scale."""
    room = furnish(work)
    scales.use_scale(work, "politifact")
    assert review.rate(work, room.claims[0], "5", why="x").rating == "Mostly True"
    scales.use_scale(work, "workbench")
    assert review.record_of(work, room.claims[0]).scale.id == "politifact"
    assert review.record_of(work, room.claims[1]).scale.id == "workbench"
    assert review.rate(work, room.claims[0], "True", why="x").value == 6
    with pytest.raises(BadInputError, match="'Truth-O-Meter' has no rating 'Perhaps'"):
        review.rate(work, room.claims[0], "Perhaps", why="x")


def test_choosing_a_scale_can_be_taken_back(work: Workspace) -> None:
    scales.use_scale(work, "averitec")
    scales.use_scale(work, "politifact")
    history.undo(work)
    assert scales.current_scale(work).id == "averitec"
    history.undo(work)
    assert work.settings() == {}
    history.redo(work, 2)
    assert scales.current_scale(work).id == "politifact"


STEP = {"key": "3", "words": "Maybe"}


@pytest.mark.parametrize(
    ("data", "words"),
    [
        ([], "a table with id, name and ratings"),
        (own(id="Not Good"), "id must be"),
        (own(name=" "), "name must be"),
        (own(name="x" * 61), "name must be"),
        (own(ratings=[STEP]), "2 to 20 steps"),
        (own(ratings=[STEP, 3]), "rating 2 is no table"),
        (own(ratings=[STEP, {"key": "12", "words": "x"}]), "key of rating 2 must be one character"),
        (own(ratings=[STEP, {"key": " ", "words": "x"}]), "key of rating 2 must be one character"),
        (own(ratings=[STEP, {"key": "4", "words": "a\nb"}]), "words of rating 2"),
        (own(ratings=[STEP, {"key": "4", "words": "b", "definition": 3}]), "definition of rating 2"),
        (own(ratings=[STEP, {"key": "4", "words": "b", "value": 0}]), "value of rating 2"),
        (own(ratings=[STEP, {"key": "4", "words": "b", "value": True}]), "value of rating 2"),
        (own(ratings=[STEP, {"key": "4", "words": "b", "value": 10**30}]), "value of rating 2"),
        (own(ratings=[STEP, {"key": "3", "words": "b"}]), "two ratings have the key '3'"),
        (own(ratings=[STEP, {"key": "4", "words": "MAYBE"}]), "two ratings have the wording 'maybe'"),
        (own(ratings=[{**STEP, "value": 1}, {"key": "4", "words": "b2", "value": 1}]), "two ratings have the value"),
    ],
)
def test_a_scale_that_cannot_be_pressed_or_told_apart_is_refused(data: Any, words: str) -> None:
    with pytest.raises(BadInputError, match=f"own.toml: .*{words}"):
        scale_from_data(data, "own.toml")


@pytest.mark.parametrize(
    ("name", "content"), [("a.toml", b"= ="), ("a.json", b"{"), ("a.toml", b"\xff"), ("a.json", b"[" * 99999)]
)
def test_a_file_that_is_no_data_is_refused(work: Workspace, tmp_path: Path, name: str, content: bytes) -> None:
    (tmp_path / name).write_bytes(content)
    with pytest.raises(BadInputError, match="is not valid"):
        scales.add_scale_file(work, tmp_path / name)
    with pytest.raises(BadInputError, match="cannot be read: No such file"):
        scales.add_scale_file(work, tmp_path / "missing.toml")


def test_where_a_file_is_wrong_is_told(work: Workspace, tmp_path: Path) -> None:
    (tmp_path / "a.toml").write_text('id = "x"\nname = ?\n', encoding="utf-8")
    with pytest.raises(BadInputError, match=r"is not valid TOML: .*line 2"):
        scales.add_scale_file(work, tmp_path / "a.toml")


def test_a_scale_that_was_taken_back_is_not_chosen_and_its_verdicts_keep_it(work: Workspace) -> None:
    room = furnish(work)
    scales.add_own_scale(work, scale_from_data(own(), "x"))
    scales.use_scale(work, "own")
    review.rate(work, room.claims[0], "yes", why="seen")
    history.undo(work, 3)
    assert [one.id for one in scales.scales(work)] == ["workbench", "politifact", "averitec"]
    with pytest.raises(NotFoundError, match="there is no rating scale 'own'; there are: workbench"):
        scales.use_scale(work, "own")
    assert scales.scale(work, "own").find("yes")


PLAIN = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=3),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from(["id", "name", "ratings", "key", "words", "value"]), inner, max_size=6)
    ),
    max_leaves=12,
)


@given(PLAIN)
def test_any_data_is_a_scale_or_refused(data: Any) -> None:
    try:
        found = scale_from_data(data, "x")
    except BadInputError:
        return
    assert len({rating.key for rating in found.ratings}) == len(found.ratings)
