"""What a passage tells of another period, or over a longer one, does not lean against a claim."""

from __future__ import annotations

import pytest

from tests.comparison.test_another import facts
from workbench.comparison.compare import compare
from workbench.comparison.outcomes import Outcome
from workbench.comparison.stances import LEANS_REFUTES, UNCLEAR, Weighing, labelled
from workbench.domain.evidence import StanceSuggestion

OF_ANOTHER_PERIOD = [
    ("The firm sold 30,000 cars in 2018.", "The firm sold 26,000 cars in 2019."),
    ("The quake of 2015 killed 300 people in Norvia.", "In 1999 a quake killed 4,000 people in Norvia."),
    ("The ferry disaster of 2021 killed 40 people.", "The sinking recalls that of 1994, when 12 people drowned."),
    ("Inflation was 4 per cent in March 2020.", "Inflation was 2 per cent in March 2021."),
    ("The festival drew 40,000 visitors in 2022.", "In 2019 the festival drew 65,000 visitors."),
    ("The town spent 3 million euros on roads in 2021.", "The town spent 5 million euros on roads in 2020."),
    ("Turnout was 61 per cent in 2019.", "Turnout in 2015 was 54 per cent."),
    ("The flood of 2013 destroyed 200 homes.", "The flood of 1953 destroyed 1,800 homes."),
    ("Profit in the first quarter was 4 million euros.", "Profit in the second quarter was 6 million euros."),
    (
        "Sales in the first half of 2019 were 40 million euros.",
        "Sales in the first quarter of 2019 were 22 million euros.",
    ),
    ("The hospital treated 900 patients in May.", "In June the hospital treated 1,200 patients."),
    ("The blast in March killed seven.", "The blast in July killed 20."),
]
OF_THE_SAME = [
    ("The ferry carried 412,000 passengers in 2024.", "20 January 2025. When the terminal closed, 38 posts were cut."),
    ("Inflation was 4 per cent in March 2020.", "Turnout in May 2021 was 61 per cent."),
    ("The firm sold 30,000 cars in 2018.", "The firm sold 30,000 cars in 2019."),
    ("The firm sold 30,000 cars in 2018.", "The firm sold 26,000 cars in 2018."),
    ("The firm sold 30,000 cars in 2018.", "The firm sold 26,000 cars that year."),
    ("The flood of 2013 destroyed 200 homes.", "The flood of June 2013 destroyed 1,800 homes."),
    ("The quake of 2015 killed 300 people.", "The quake on 25 April 2015 killed 4,000 people."),
    ("The quake of 2015 killed 300 people.", "The quake killed 4,000 people. A memorial was opened in 2018."),
    ("Profit in the first quarter was 4 million euros.", "Profit in Q1 was 6 million euros."),
    ("The town spent 3 million euros in 2021.", "In its 2022 report the town said it spent 5 million euros in 2021."),
    ("The bridge of 1911 cost 4 million crowns.", "The bridge, opened in 1911, cost 6 million crowns."),
    ("The ferry sank in 1994 with 40 people on board.", "The ferry sank in 1993 with 60 people on board."),
    ("The fire on 3 May killed seven people.", "The fire in May killed nine people."),
    ("Applications fell by a third in 2024.", "In 2023 there were 59,200 applications, in the year after 39,500."),
]
BORNE_OUT = [
    ("He led the club in 2010.", "He led the club from 2008 to 2012."),
    ("The museum was open in 1995.", "The museum was open from 1990 to 2004."),
    ("Sampson was the mayor in 2015.", "Sampson was mayor of Holm between 2012 and 2020."),
    ("The bridge was closed in March 2021.", "The bridge was closed from January to June 2021."),
    ("The firm sold 30,000 cars in 2018.", "The firm sold 26,000 cars in 2019, compared to 30,000 in 2018."),
    ("The firm sold 30,000 cars in 2018.", "The firm sold 26,000 cars in 2019, down from 30,000 in 2018."),
    (
        "Profit was 4 million euros in the first quarter of 2020.",
        "Profit was 6 million euros in the first quarter of 2021, against 4 million in the first quarter of 2020.",
    ),
]
NOT_BORNE_OUT = [
    ("He led the club in 2015.", "He led the club from 2008 to 2012."),
    ("The states stopped importing gas in 2022.", "The states went on importing gas throughout 2022 and 2023."),
    ("The firm sold 26,000 cars in 2018.", "The firm sold 26,000 cars in 2019, compared to 30,000 in 2018."),
    ("The firm sold 30,000 cars in 2019.", "The firm sold 26,000 cars in 2019, compared to 30,000 in 2018."),
    ("The club was founded in 2010.", "The club, founded in 2010, has 300 members."),
    ("He led the club from 2008 to 2012.", "He led the club from 2008 to 2012."),
]
AGAINST = StanceSuggestion(supports=0.1, refutes=0.8, neutral=0.1, label="")


def shown(claim: str, passage: str) -> str:
    weighing = Weighing(thresholds={"refutes": 0.9}, lean=0.5)
    return labelled(AGAINST, weighing, compare(facts(claim), facts(passage))).label


def outcomes(claim: str, passage: str) -> set[Outcome]:
    return {one.outcome for one in compare(facts(claim), facts(passage))}


@pytest.mark.parametrize(("claim", "passage"), OF_ANOTHER_PERIOD)
def test_another_amount_of_another_period_says_nothing_of_the_claim(claim: str, passage: str) -> None:
    assert Outcome.MOMENT in outcomes(claim, passage)
    assert shown(claim, passage) == UNCLEAR


@pytest.mark.parametrize(("claim", "passage"), OF_THE_SAME)
def test_periods_that_may_be_one_are_no_other(claim: str, passage: str) -> None:
    assert Outcome.MOMENT not in outcomes(claim, passage)


@pytest.mark.parametrize(("claim", "passage"), BORNE_OUT)
def test_what_a_passage_bears_out_by_its_times_does_not_lean_against_it(claim: str, passage: str) -> None:
    assert shown(claim, passage) == UNCLEAR


@pytest.mark.parametrize(("claim", "passage"), NOT_BORNE_OUT)
def test_what_no_time_bears_out_leans_as_it_is_read(claim: str, passage: str) -> None:
    assert shown(claim, passage) == LEANS_REFUTES
