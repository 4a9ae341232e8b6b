"""A number of one period is not that of another of which the passage tells another number."""

from __future__ import annotations

import pytest

from tests.comparison.test_another import facts
from workbench.comparison.compare import compare
from workbench.comparison.outcomes import Outcome
from workbench.comparison.two_periods import of_another_period

OF_ANOTHER = [
    (
        "Norvex made a profit of $42 million in the fourth quarter of 2020.",
        "Q3 2020: profit of $42 million. Q4 2020: profit of $29 million.",
        "Q3 2020: profit of $42 million",
    ),
    (
        "Norvex sold 8,000 boats in March.",
        "It sold 8,000 in April, more than the 7,100 it sold in March.",
        "8,000 in April",
    ),
    ("Kalen received 48,200 votes in 2016.", "Kalen got 48,200 votes, fewer than the 51,300 in 2016.", "48,200"),
    (
        "The fair drew 12,000 people in 2018.",
        "It drew 12,000 people this year, down from 14,500 in 2018.",
        "12,000 people this year",
    ),
    (
        "The port handled 4 million tonnes in May.",
        "In April it handled 4 million tonnes. In May it handled 3.1 million.",
        "April it handled 4 million tonnes",
    ),
    (
        "Norvex sold 800 boats in the second quarter.",
        "First quarter: 800 boats. Second quarter: 610 boats.",
        "First quarter: 800",
    ),
    ("It employed 800 people in 2015.", "It employs 800 people now; in 2015 it had 430 people.", "800 people now"),
    (
        "Turnout was 61 per cent in May.",
        "Turnout was 61 per cent in October, against 54 per cent in May.",
        "61 per cent in October",
    ),
]
OF_ITS_OWN = [
    ("The fair drew 12,000 people in 2019.", "It drew 12,000 people in 2019, down from 14,500 in 2018."),
    ("Norvex made a profit of $42 million in 2020.", "Profit was $42 million and revenue $500 million in 2020."),
    ("Norvex had revenue of $500 million in 2019.", "In 2019 profit was $40 million. Revenue was $500 million."),
    ("There were 31 murders in the city in 2017.", "In 2017, there were 31 murders and 900 robberies in the city."),
    (
        "The mine, opened in 1962, employs 300 people.",
        "The mine, opened in 1962, employs 300 people; in 1962 it had 80.",
    ),
    ("The storm killed 12 people in March.", "The storm killed 12 people. In March the town rebuilt 40 houses."),
    ("The firm sold 40 boats in 2020.", "Sales in 2020: 40 boats, 300 engines. Sales in 2019: 60 boats."),
    ("Kern sold 40 boats in 2018 and 50 in 2019.", "Kern sold 50 boats in 2018 and 40 in 2019."),
    (
        "Falls from height killed 50 workers in 2023.",
        "In 2023, 138 workers were killed. Most often it was falls from a height, which accounted for 50 deaths.",
    ),
    ("The dam holds 40 million litres.", "The dam holds 40 million litres; in 2018 it held 30 million."),
]


@pytest.mark.parametrize(("claim", "passage", "said"), OF_ANOTHER)
def test_a_number_of_another_period_is_told_as_such(claim: str, passage: str, said: str) -> None:
    found = compare(facts(claim), facts(passage))
    assert said in [one.passage for one in found if one.outcome is Outcome.ANOTHER]
    assert said.split()[0] not in [one.passage for one in found if one.outcome is Outcome.AGREEMENT]


@pytest.mark.parametrize(("claim", "passage"), OF_ITS_OWN)
def test_a_number_of_the_same_or_no_period_is_not(claim: str, passage: str) -> None:
    assert of_another_period(facts(claim), facts(passage)) == []


def test_the_number_of_the_claims_own_period_is_the_one_compared() -> None:
    passage = "2018: revenue of $500 million. 2019: revenue of $610 million."
    found = compare(facts("Norvex had revenue of $500 million in 2019."), facts(passage))
    assert "$610 million" in [one.passage for one in found if one.outcome is not Outcome.ANOTHER]
