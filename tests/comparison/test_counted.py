"""Amounts and dates agree only where they are of the same thing; elsewhere nothing is said of them."""

from __future__ import annotations

from datetime import date

import pytest

from workbench.comparison.outcomes import Outcome, in_words
from workbench.comparison.stances import conflicting
from workbench.services.search.stance_reading import StancePair, compared


def outcomes(claim: str, passage: str) -> set[str]:
    pair = StancePair(claim, passage, claim_day=date(2023, 6, 1), passage_day=date(2023, 5, 1))
    return {item.outcome.value for item in compared(pair)}


@pytest.mark.parametrize(
    ("claim", "passage"),
    [
        ("Varen supplies 40 percent of the gas of Holm.", "The Greens won 40 percent of the vote in Holm."),
        ("The port has 300 cranes.", "The port has 300 parking places."),
        ("The city lost 5,000 jobs.", "The city planted 5,000 trees."),
        ("Half of the members voted.", "Half of the roof was repaired."),
        ("The talks took place after 29 January 2022.", "The talks were held in February."),
        ("The mill was sold before 3 March 2021.", "Farmers marched in February 2021."),
        ("A third of the women smoked.", "A third of the wine was exported."),
    ],
)
def test_equal_numbers_of_different_things_are_not_called_agreement(claim: str, passage: str) -> None:
    assert "agreement" not in outcomes(claim, passage)


@pytest.mark.parametrize(
    ("claim", "passage"),
    [
        ("There are 100,000 troops on the border.", "The minister spoke of around 100,000 troops near the border."),
        ("Varen supplies 40 percent of the gas of Holm.", "Holm buys 40 per cent of its gas from Varen."),
        ("The bridge is 300 metres long.", "At 984 feet, the bridge is the longest."),
        ("The mill was sold before 3 March 2021.", "The mill was sold in February 2021."),
        ("The hall opened in 1987.", "The hall opened on 3 May 1987."),
    ],
)
def test_equal_numbers_of_the_same_thing_agree(claim: str, passage: str) -> None:
    assert "agreement" in outcomes(claim, passage)


def test_what_is_only_compatible_is_not_shown_and_keeps_others_from_being_a_conflict() -> None:
    pair = StancePair("The city lost 5,000 jobs in 2019.", "The city planted 5,000 trees in 2021.")
    found = compared(pair)
    assert "5,000" not in in_words(found)
    assert not conflicting([*found]) or Outcome.COMPATIBLE not in {item.outcome for item in found}
