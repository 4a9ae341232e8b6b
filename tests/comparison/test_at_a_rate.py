"""What comes about each year is no more of what comes about over many; of one length of time both are the same."""

from __future__ import annotations

import pytest

from tests.comparison.test_another import facts
from workbench.comparison.compare import compare
from workbench.comparison.outcomes import Comparison, Outcome

NOT_THE_SAME = [
    ("Drivers got a rise of 4 per cent a year.", "Drivers got a rise of 4 per cent over two years."),
    ("The plant makes 40,000 tonnes of salt a year.", "It has made 40,000 tonnes of salt over the past eight years."),
    ("The line will cut 500 jobs a year.", "The line will cut 500 jobs over three years."),
    ("The town will plant 20,000 trees each year.", "Over the next decade the town will plant 20,000 trees."),
    ("The dam loses 80 litres of water an hour.", "The dam loses 80 litres of water in 24 hours."),
    ("Staff get 6 per cent more in each of the three years.", "Staff get 6 per cent more over three years."),
    ("The port will invest £90 million over five years.", "The port will invest £90 million a year."),
    ("The lease is worth $50 million per annum.", "The lease is worth $50 million over ten years."),
    ("The ward treats 900 patients a week.", "Over six weeks the ward treated 900 patients."),
    ("The mill spent €8 million over ten years.", "The mill spent €8 million over four years."),
]  # fmt: skip

MAY_BE_THE_SAME = [
    ("Drivers got a rise of 4 per cent a year.", "Drivers got a rise of 4 per cent a year over two years."),
    ("Drivers got a rise of 4 per cent a year.", "By the two-year deal, drivers got an annual rise of 4 per cent."),
    ("The port will invest £90 million over six years.", "The port will invest £90 million over the next six years."),
    ("The port will invest £90 million.", "The port will invest £90 million over six years."),
    ("The town will plant 20,000 trees a year.", "Over five years the town will plant 20,000 trees a year."),
    ("Output grew 3 per cent a year.", "Over the past six years, output grew by an average of 3 per cent."),
    ("The port sold 90 cranes within a year.", "The port sold 90 cranes over the past year."),
    ("The mine employs 700 people.", "The mine, which has made a loss over three years, employs 700 people."),
    ("The mill spent €8 million over ten years.", "The mill spent €8 million in a decade."),
    ("Staff get £90 more a year.", "Staff get £90 more in each of the next three years."),
    ("Rents rose by 9 per cent in a year.", "Rents rose by 9 per cent over the past year."),
]  # fmt: skip


def _compared(claim: str, passage: str) -> list[Comparison]:
    return compare(facts(claim), facts(passage))


@pytest.mark.parametrize(("claim", "passage"), NOT_THE_SAME)
def test_as_much_of_another_length_of_time_is_not_the_same(claim: str, passage: str) -> None:
    """Both ways round: the figure is one, the sum is not."""
    for one, other in ((claim, passage), (passage, claim)):
        assert Outcome.ANOTHER in {found.outcome for found in _compared(one, other)}


@pytest.mark.parametrize(("claim", "passage"), MAY_BE_THE_SAME)
def test_what_may_be_of_one_length_of_time_is_not_told_apart(claim: str, passage: str) -> None:
    """Where one side tells no time, or the same in other words, nothing is known against it."""
    for one, other in ((claim, passage), (passage, claim)):
        assert Outcome.ANOTHER not in {found.outcome for found in _compared(one, other)}


def test_the_times_are_shown_beside_the_amounts() -> None:
    """ "4 per cent" twice would not tell a reader why nothing agrees."""
    found = _compared("Drivers got a rise of 4 per cent a year.", "Drivers got a rise of 4 per cent over two years.")
    assert [one.words for one in found] == [
        "claim: 4 per cent a year; passage: 4 per cent over two years (not the same)"
    ]
