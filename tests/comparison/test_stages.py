"""How many there were at the height of something, and how many are still left of it, do not differ."""

from __future__ import annotations

import pytest

from tests.comparison.test_another import facts
from workbench.comparison.compare import compare
from workbench.comparison.outcomes import Outcome
from workbench.comparison.stances import UNCLEAR, Weighing, labelled
from workbench.domain.evidence import StanceSuggestion

OF_TWO_MOMENTS = [
    ("The storm cut power to 80,000 homes.", "Some 3,000 homes are still without power after the storm."),
    ("The blast left 500 families homeless.", "Forty families remain homeless after the blast."),
    ("The dispute closed 85 schools in Velda.", "Nine schools in Velda are still closed over the dispute."),
    ("The quarry had 340 workers at its peak.", "When it shut, the quarry had 60 workers."),
    ("At the height of the fire, 600 men were on the hills.", "About 150 men were on the hills on Friday."),
    ("At the worst of the crisis, 60 per cent of shops were shut.", "A tenth of shops are still shut."),
]

OF_ONE_MOMENT = [
    ("The firm employs 400 people.", "The firm still employs 250 people."),
    ("The outage hit 200 customers.", "Some 12,000 customers were still hit by the outage on Monday."),
    ("Attendance peaked at 52,000 in May.", "Attendance peaked at 41,000 in May."),
    ("The council spent £9m on roads.", "The council still spent £4m on roads."),
    ("The peak of the mountain is 2,900 metres high.", "The peak of the mountain is 2,400 metres high."),
    ("Forty families remained in the camp.", "Seventy families remained in the camp."),
]


def _outcomes(claim: str, passage: str) -> set[Outcome]:
    return {one.outcome for one in compare(facts(claim), facts(passage))}


@pytest.mark.parametrize(("claim", "passage"), OF_TWO_MOMENTS)
def test_what_is_left_differs_from_no_greater_number(claim: str, passage: str) -> None:
    """ "Refutes (differ)" had been said of 80,000 homes cut off and 3,000 still without power."""
    assert Outcome.CONFLICT not in _outcomes(claim, passage)
    assert Outcome.MOMENT in _outcomes(claim, passage)


@pytest.mark.parametrize(("claim", "passage"), OF_ONE_MOMENT)
def test_numbers_of_one_moment_are_still_compared(claim: str, passage: str) -> None:
    assert Outcome.MOMENT not in _outcomes(claim, passage)


def test_at_the_height_is_compared_with_at_the_height() -> None:
    """A headline of how many are left stands before it."""
    passage = "Flood: 778 people still in 12 camps\n\nAt the height of the flood, 41,000 people were in camps."
    found = compare(facts("At the height of the flood, 14,000 people were in camps."), facts(passage))
    assert [(one.claim, one.passage) for one in found if one.outcome is Outcome.CONFLICT] == [("14,000", "41,000")]


def test_a_number_of_another_moment_leans_against_nothing() -> None:
    found = compare(*map(facts, OF_TWO_MOMENTS[0]))
    said = labelled(StanceSuggestion("", 0.1, 0.8, 0.1), Weighing(lean=0.5), found)
    assert said.label == UNCLEAR
