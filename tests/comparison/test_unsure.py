"""Amounts that lie apart and may be of one thing are shown, both and without a verdict, before what agrees."""

from __future__ import annotations

import pytest

from tests.comparison.test_another import facts
from workbench.comparison.compare import compare
from workbench.comparison.outcomes import Outcome, contradicts, in_words

UNSURE = [
    (
        "The plant in Varen opened in May 2019 with 340 skilled workers from the valley.",
        "The plant in Varen has 240 skilled workers from the valley.",
        "claim: 340 skilled workers; passage: 240 skilled workers",
    ),
    (
        "The council of Hale voted 27 to 19 for the wall.",
        "The council of Hale approved the wall by 26 votes to 19.",
        "claim: 27 to 19; passage: 26 votes to 19",
    ),
]

NOTHING_TOLD = [
    ("In 2019 the plant had 340 skilled workers.", "In 2021 the plant had 240 skilled workers."),
    ("Sales of bread rose by £3 million.", "Sales of bread rose to £9 million."),
    ("The school has 340 pupils from Varen.", "The school has 340 pupils from Varen and 12 teachers."),
    ("The council of Hale voted 27 to 19 for the wall.", "The team of Hale won 26 to 19."),
    ("The council of Hale voted for the wall.", "The council of Hale voted 26 to 19 for the wall."),
]


@pytest.mark.parametrize(("claim", "passage", "told"), UNSURE)
def test_two_amounts_of_what_may_be_one_thing_are_both_shown_first(claim: str, passage: str, told: str) -> None:
    found = compare(facts(claim), facts(passage))
    assert found[0].outcome is Outcome.UNSURE
    assert in_words(found).startswith(told)
    assert not contradicts(told)


@pytest.mark.parametrize(("claim", "passage"), NOTHING_TOLD)
def test_amounts_of_other_times_or_things_are_not(claim: str, passage: str) -> None:
    assert not {Outcome.UNSURE, Outcome.CONFLICT} & {one.outcome for one in compare(facts(claim), facts(passage))}


def test_a_vote_told_in_other_words_agrees() -> None:
    found = compare(facts("The bill was passed by 26 votes to 19."), facts("The bill was passed 26–19."))
    assert Outcome.AGREEMENT in {one.outcome for one in found}
