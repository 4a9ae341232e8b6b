"""What is told of another event that a passage recalls is not told of the claim's."""

from __future__ import annotations

import pytest

from tests.comparison.test_another import facts
from workbench.comparison.compare import compare
from workbench.comparison.outcomes import Outcome
from workbench.comparison.recalled_events import recalled
from workbench.services.search.stance_reading import StancePair, compared

HALM = (
    "The inquiry into the Brod Tower fire said the lessons of the Halm House fire were lost. "
    "Six people died in that fire."
)


def test_the_dead_of_a_recalled_fire_are_not_those_of_the_claims() -> None:
    claim = "The Brod Tower fire killed 30 people."
    assert recalled(claim, HALM, HALM.index("Six")) == "Halm House fire"
    outcomes = {one.outcome for one in compared(StancePair(claim, HALM, "Brod Tower inquiry report"))}
    assert Outcome.CONFLICT not in outcomes
    assert Outcome.NAMES_ANOTHER in outcomes
    own = "The Brod Tower fire began at noon. Six people died in that fire."
    assert recalled(claim, own, own.index("Six")) is None


def test_an_article_is_no_part_of_the_name_of_the_other() -> None:
    told = "The Halm House fire was worse. Six people died in that fire."
    claim = "The Brod Tower fire in Al killed 30 people."
    assert recalled(claim, told, told.index("Six")) == "Halm House fire"
    told = "In Alder the Alder fire was worse. Six people died in that fire."
    assert recalled(claim, told, told.index("Six")) == "Alder fire"


@pytest.mark.parametrize(
    ("claim", "told", "other"),
    [
        (
            "The Brod Tower fire killed 30.",
            "The Halm House fire came first: six died in that fire.",
            "Halm House fire",
        ),
        (
            "The Brod Tower blaze killed 30.",
            "It recalled the Halm House fire. Six died in that fire.",
            "Halm House fire",
        ),
        (
            "The Oster flood took 300 homes.",
            "Worst since the flood of 1953, which took 2,100.",
            "flood of 1953",
        ),
        ("The crash killed nine.", "The crash followed the disaster of 2004, when 40 died.", "disaster of 2004"),
    ],
)
def test_another_event_is_told_in_the_same_sentence_or_by_its_year(claim: str, told: str, other: str) -> None:
    amount = next(word for word in ("six", "Six", "2,100", "40") if word in told)
    assert recalled(claim, told, told.index(amount)) == other


@pytest.mark.parametrize(
    ("claim", "told", "amount"),
    [
        (
            "The flood of 1953 took 300 homes.",
            "Worst since the flood of 1953, which took 2,100.",
            "2,100",
        ),
        (
            "The Oster flood took 300 homes.",
            "The flood took 2,100 homes, most since the flood of 1953.",
            "2,100",
        ),
        (
            "The Oster flood took 300 homes.",
            "Worst since the flood of 1953, when 9 fell; 2,100 fell.",
            "2,100",
        ),
        ("The Halm House fire killed 30.", "The Halm House fire came first: six died in that fire.", "six"),
    ],
)
def test_what_is_told_of_the_claims_own_event_is(claim: str, told: str, amount: str) -> None:
    assert recalled(claim, told, told.index(amount)) is None


def test_a_time_behind_it_is_the_same_before_what_it_is_behind() -> None:
    found = compare(
        facts("The plane crashed 13 minutes after take-off."), facts("It took off and crashed 13 minutes later.")
    )
    assert Outcome.ANOTHER not in {one.outcome for one in found}
