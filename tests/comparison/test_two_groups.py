"""A number of one group or place is not that of another of which the passage tells another number."""

from __future__ import annotations

import pytest

from tests.comparison.test_another import facts
from workbench.comparison.compare import compare
from workbench.comparison.outcomes import Outcome
from workbench.comparison.two_groups import of_another_group

OF_ANOTHER = [
    ("Norvex sold 900 cars in France.", "It sold 900 cars in Spain and 400 in France.", "It sold 900 cars in Spain"),
    ("The hospital treated 300 children.", "It treated 300 adults and 120 children.", "It treated 300 adults"),
    ("Boys scored 71 points.", "Girls scored 71 points, boys 64.", "Girls scored 71 points"),
    (
        "The party won 31 seats in the lower house.",
        "It won 31 in the upper house and 12 in the lower.",
        "It won 31 in the upper house",
    ),
    (
        "Some 400 soldiers were killed.",
        "Some 400 soldiers were wounded and 90 killed.",
        "Some 400 soldiers were wounded",
    ),
    ("Of the 90 jobs, 70 will go in Halm.", "Of 90 jobs, 70 will go in Brod and 20 in Halm.", "70 will go in Brod"),
    (
        "The storm cut power to 300 homes in Norra.",
        "In Sorra 300 homes were cut off; in Norra it was 40.",
        "In Sorra 300 homes were cut off",
    ),
    (
        "Nine of the ten were in the treated group.",
        "There were ten, nine of those in the placebo group.",
        "nine of those in the placebo group",
    ),
]
OF_ITS_OWN = [
    ("Norvex sold 900 cars in Spain.", "It sold 900 cars in Spain and 400 in France."),
    ("The flood killed 40 people in Sorland.", "The flood killed 40 people and left 3,000 homeless in Sorland."),
    ("The bank cut 900 jobs in Spain.", "The bank cut 900 jobs, most of them in Spain, and closed 40 branches."),
    ("Forty of the homes are in Holm.", "Of the 60 homes, 40 are in Holm and 20 in Dace."),
    ("Norvex sold 900 cars in Spain.", "In Spain Norvex sold 900 cars, 400 of them in Madrid."),
    ("The dam cost 9 million euros.", "The dam cost 9 million euros; a second dam will cost 12 million."),
    ("A fire in Dace killed three people.", "Three people died in a fire in Dace that 40 firefighters put out."),
    ("The choir sang for 900 guests at the palace.", "The choir of 60 sang at the palace for 900 guests."),
    ("Nine of the ten were in the treated group.", "There were ten, nine of those in the treated group."),
    ("The thieves stole £9,000.", "Some £9,000 was taken by the thieves, who also stole £300 in coins."),
    ("The gala raised £55,000.", "The gala brought in £55,000, and a raffle raised £2,000."),
    (
        "The state paid the bank £600 million.",
        "The bank was given £600 million by the state, which paid £40 million to lawyers.",
    ),
    (
        "The council spent £400,000 on the bridge.",
        "The bridge cost the council £400,000, and it spent £90,000 on the road.",
    ),
    (
        "The club sold the striker for €30 million.",
        "The striker moved for €30 million, and the club sold two more for €4 million.",
    ),
]


@pytest.mark.parametrize(("claim", "passage", "said"), OF_ANOTHER)
def test_a_number_of_another_group_is_told_as_such(claim: str, passage: str, said: str) -> None:
    found = compare(facts(claim), facts(passage))
    assert said in [one.passage for one in found if one.outcome is Outcome.ANOTHER]


@pytest.mark.parametrize(("claim", "passage"), OF_ITS_OWN)
def test_a_number_of_the_same_group_is_not(claim: str, passage: str) -> None:
    assert of_another_group(facts(claim), facts(passage)) == []
