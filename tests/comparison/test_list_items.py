"""A number of one item of a list is not that of another, which the claim names."""

from __future__ import annotations

import pytest

from tests.comparison.test_another import facts
from workbench.comparison.compare import compare
from workbench.comparison.list_items import of_another_item
from workbench.comparison.outcomes import Outcome

AIRPORTS = (
    "- Passengers: 28.8 million, +11.3%;\n- Domestic: 23.3 million, +13.1%;\n- International: 5.5 million, +4.4%;"
)
OF_ANOTHER = [
    ("Domestic passengers rose by 4.4 per cent.", AIRPORTS, "International: 5.5 million, +4.4%"),
    ("The Greens won 30 per cent.", "Liberals: 22 seats, 30 per cent\nGreens: 9 seats, 14 per cent", "30 per cent"),
    ("Halm has 4 schools.", "Brod – 4 schools\nHalm – 2 schools", "Brod – 4"),
    ("Beef costs £9 a kilo.", "* Pork: £9 a kilo\n* Beef: £14 a kilo", "Pork: £9"),
    ("Wheat fell by 3 per cent.", "Wheat: 210 euros, up 1 per cent\nMaize: 180, down 3 per cent", "down 3 per cent"),
    ("Tuesday brought 14 arrests.", "Monday: 14 arrests, 2 injured\nTuesday: 30 arrests, 9 injured", "Monday: 14"),
]  # fmt: skip
OF_ITS_OWN = [
    ("International passengers rose by 4.4 per cent.", AIRPORTS),
    ("Airports carried 28.8 million passengers.", AIRPORTS),
    ("Brod has 4 schools.", "Brod – 4 schools\nHalm – 2 schools"),
    ("Kern's plant has 900 workers.", "Voss: Kern's plant has 900 workers.\nKern: We have 210 in Halm."),
    ("The match drew 9,000 fans.", "Attendance: 9,000\nMatch: 90 minutes, 4 goals"),
    ("The fire killed 14 people.", "Background: A fire in Brod killed 14 people in May\nFire: 30 crews came"),
    ("Police arrested 12 people.", "Arrests: 12\nPolice: 300 officers on duty"),
    ("Norvex has 900 workers.", "Norvex: 900 workers"),
]


@pytest.mark.parametrize(("claim", "passage", "said"), OF_ANOTHER)
def test_a_number_of_another_item_is_told_as_such(claim: str, passage: str, said: str) -> None:
    """The network took them for support."""
    found = compare(facts(claim), facts(passage))
    assert any(one.passage.endswith(said) for one in found if one.outcome is Outcome.ANOTHER)


@pytest.mark.parametrize(("claim", "passage"), OF_ITS_OWN)
def test_a_number_of_an_item_that_the_claim_names_or_of_no_list_is_not(claim: str, passage: str) -> None:
    assert of_another_item(facts(claim), facts(passage)) == []
