"""What is told of the place named last before "where" is not told of the one before it."""

from __future__ import annotations

import pytest

from tests.comparison.test_another import facts
from workbench.comparison.last_place import of_the_last_place
from workbench.comparison.outcomes import Outcome
from workbench.services.search.stance_reading import StancePair, compared

OF_ANOTHER = [
    ("Fifty people died in Velia.", "The quake struck Velia and was felt in Norvia and Tessaly, where 50 people died."),
    (
        "Fifty people died in Velia.",
        "The quake struck Velia and was felt in neighbouring Tessaly, where 50 people died.",
    ),
    ("The storm destroyed 30 houses in Chern.", "It was strong in Chern and reached Arda, where 30 houses were lost."),
    ("Twelve people drowned in Varen.", "Rain fell on Varen and on Oster, where 12 people drowned."),
    ("Police in Lund arrested 40.", "Marches were held in Lund and in Marn, where police arrested 40."),
    ("The firm has 900 staff in Dell.", "The firm has an office in Dell and a plant in Pell, where it has 900 staff."),
    ("Three schools closed in Toma.", "The outbreak began in Toma and spread to Kern, where three schools closed."),
    ("It owns 40 shops in Halm.", "It left Halm for Varen, where it owns 40 shops."),
    ("The party won 12 seats in Oster.", "It lost in Oster but not in South Pell, where it won 12 seats."),
    ("The ferry lost 9 men off Arda.", "The ferry sailed from Arda to Chern, where it lost 9 men."),
    ("Some 300 trees fell in Lund.", "The storm spared Lund and hit Marn, where some 300 trees fell."),
    ("The fire in Toma burned 80 barns.", "Smoke reached Toma from Kern, where the fire burned 80 barns."),
]
OF_THE_PLACE = [
    (
        "Fifty people died in Tessaly.",
        "The quake struck Velia and was felt in Norvia and Tessaly, where 50 people died.",
    ),
    ("Fifty people died in Velia.", "The quake struck Velia, where 50 people died, and was felt in Tessaly."),
    ("The storm destroyed 30 houses in Chern.", "It came from Arda and crossed into Chern, where 30 houses were lost."),
    ("Fifty people died in Velia.", "The quake was worst in Kathur, Velia, where 50 people died."),
    ("Fifty people died in Velia.", "The quake struck near Lamun, where 50 people died, the government of Velia said."),
    ("Three schools closed in the county.", "It spread through the county to Kern, where three schools closed."),
    ("Fifty people died in Velia.", "The quake struck Velia near Lamun, where 50 people died."),
    ("The fire killed 85 in Norvia.", "The fire broke out in Norvia, in the town of Halm, where 85 died."),
    ("Fifty people died in Velia.", "The quake struck Velia and Tessaly, where 20 people died."),
    ("Fifty people died in Velia.", "Fifty people died in Velia; the quake was felt in Tessaly, where walls cracked."),
    ("Twelve people drowned in Varen.", "Twelve drowned in Varen, more than in Oster, where the river stayed low."),
    ("Fifty people died.", "The quake struck Velia and Tessaly, where 50 people died."),
]


@pytest.mark.parametrize(("claim", "passage"), OF_ANOTHER)
def test_another_place_is_named_last(claim: str, passage: str) -> None:
    assert of_the_last_place(facts(claim), facts(passage)) is not None
    outcomes = {one.outcome for one in compared(StancePair(claim, passage))}
    assert Outcome.NAMES_ANOTHER in outcomes
    assert Outcome.AGREEMENT not in outcomes


@pytest.mark.parametrize(("claim", "passage"), OF_THE_PLACE)
def test_the_place_of_the_claim_is_it_or_may_hold_it(claim: str, passage: str) -> None:
    assert of_the_last_place(facts(claim), facts(passage)) is None
