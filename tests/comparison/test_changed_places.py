"""Who did it to whom, by a participle or a relative clause; and what is told of another event that is recalled."""

from __future__ import annotations

import pytest

from tests.comparison.test_another import facts
from workbench.comparison.changed_places import recalled
from workbench.comparison.compare import compare
from workbench.comparison.outcomes import Outcome
from workbench.services.search.stance_reading import StancePair, compared

TURNED = [
    ("Halden beat Marik 3-1 in the final.", "Marik lifted the trophy after beating Halden 3-1 in the final."),
    ("Brun succeeded Orsk as mayor.", "Orsk became mayor after succeeding Brun."),
    ("Brun defeated Orsk in the election.", "Orsk, who defeated Brun in the election, takes office in May."),
    ("The Liberals defeated the Greens in Norvik.", "The Greens held Norvik by defeating the Liberals."),
]
AS_SAID = [
    ("Halden beat Marik 3-1 in the final.", "Halden lifted the trophy after beating Marik 3-1 in the final."),
    ("Brun succeeded Orsk as mayor.", "Brun became mayor after succeeding Orsk."),
    ("Brun defeated Orsk in the election.", "Orsk, who was defeated by Brun in the election, leaves in May."),
    ("Norvex bought Halden in 2012.", "Halden was bought by Norvex in 2012."),
    ("Kern bought Vogt.", "Vogt grew by buying Kern shares."),
    ("Kern beat Vogt in 2019.", "Vogt took the cup after beating Kern in 2021."),
    ("Brun met Orsk in Dace.", "Orsk left Dace after meeting Brun."),
]
HALM = (
    "The inquiry into the Brod Tower fire said the lessons of the Halm House fire were lost. "
    "Six people died in that fire."
)


@pytest.mark.parametrize(("claim", "passage"), TURNED)
def test_two_that_have_changed_places_are_told(claim: str, passage: str) -> None:
    assert Outcome.SWAPPED in {one.outcome for one in compare(facts(claim), facts(passage))}


@pytest.mark.parametrize(("claim", "passage"), AS_SAID)
def test_two_in_their_places_are_not(claim: str, passage: str) -> None:
    assert Outcome.SWAPPED not in {one.outcome for one in compare(facts(claim), facts(passage))}


def test_the_dead_of_a_recalled_fire_are_not_those_of_the_claims() -> None:
    claim = "The Brod Tower fire killed 30 people."
    assert recalled(claim, HALM, HALM.index("Six")) == "Halm House fire"
    outcomes = {one.outcome for one in compared(StancePair(claim, HALM, "Brod Tower inquiry report"))}
    assert Outcome.CONFLICT not in outcomes
    assert Outcome.NAMES_ANOTHER in outcomes
    own = "The Brod Tower fire began at noon. Six people died in that fire."
    assert recalled(claim, own, own.index("Six")) is None


def test_a_time_behind_it_is_the_same_before_what_it_is_behind() -> None:
    found = compare(
        facts("The plane crashed 13 minutes after take-off."), facts("It took off and crashed 13 minutes later.")
    )
    assert Outcome.ANOTHER not in {one.outcome for one in found}
