"""Dates differ only of what happens once, to one thing; an equal amount agrees only of one time, state and stuff."""

from __future__ import annotations

import pytest

from tests.comparison.test_another import facts
from workbench.comparison.compare import compare
from workbench.comparison.outcomes import Comparison, Outcome
from workbench.comparison.stances import conflicting

AGAIN = [
    ("Voss was mayor of Holm in 2019.", "Voss was mayor of Holm in 2020."),
    ("The firm made a loss in 2019.", "The firm made a loss in 2020."),
    ("Prices rose in May 2019.", "Prices rose in July 2019."),
    ("The council met on 3 May 2019.", "The council met on 10 May 2019."),
    ("She married Tom Hale in 1999.", "She married Peter Quist in 2008."),
    ("Voss was elected to the council in 2009.", "Voss was elected to the council in 2014."),
    ("Stone was arrested in 2015.", "Stone was arrested in 2019."),
    ("The firm sold its shares in 2014.", "The firm sold its shares in 2019."),
    ("The court convicted the mayor in 2011.", "The court convicted the mayor in 2019."),
    ("Varen was destroyed in 1431.", "Varen was destroyed in 1944."),
    ("The bridge was closed in 2019 and opened in 2021.", "The bridge was opened in 1974."),
    ("The first ship arrived in 2014.", "The ship arrived in Varen in 2019."),
    ("The station opened in 1990.", "The station's car park opened in 1997."),
    ("Two schools opened in 2012.", "Two schools opened in 2020."),
    ("Hospital wards were opened in 2010.", "Hospital wards were opened in 2012."),
    ("The exhibition opened in June 2018.", "The exhibition opened in Leeds in March 2019."),
    ("Voss founded a firm in 1999.", "Voss founded a firm in 2004."),
    ("The trade treaty with Norland was signed in 2015.", "The trade treaty with Tarvia was signed in 2017."),
    ("The bridge was built in 1911.", "The bridge was built in 1913 of stone."),
    ("Stone published the novel in 2011.", "Stone published the novel in English in 2014."),
    ("The museum opened in 1911.", "The museum opened to children in 1913."),
    ("Voss joined Kern in 1999.", "Voss joined Kern as a director in 2004."),
    ("The treaty was signed in 1911.", "The treaty was signed by Velmark in 1913."),
    ("Norrvind was founded by Voss in 2011.", "Norrvind's foundation was founded by Voss in 2013."),
    ("The port handled 48,000 passengers in 2021.", "The port was to handle 61,000 passengers in 2021."),
    ("The port handled 48,000 passengers in 2021.", "In 2021 the ports of Varen handled 61,000 passengers."),
    ("The plant began production of cars in 1990.", "The plant began production of engines in 1995."),
]
ONCE = [
    ("The bridge at Holm was opened in 1981.", "After long delays, the bridge at Holm was opened in 1974."),
    ("Holm Hospital opened in 1990.", "Holm Hospital, the largest in the county, opened in 1994."),
    ("The first railway in Marn was opened in 1846.", "Museum, Marn: The first railway in Marn was opened in 1864."),
    ("Tom Hale founded the Brede Times in 1888.", "Tom Hale founded the Brede Times in 1898."),
    ("The treaty was ratified by Velmark in 1990.", "The treaty was ratified by Velmark in 1992."),
    ("Quist died on 3 May 2019.", "Quist died on 5 May 2019."),
    ("Velmark joined the union in 1995.", "Velmark joined the union in 1986."),
    ("Voss resigned as minister in 2015.", "Voss resigned as minister in 2018."),
]
NO_AGREEMENT = [
    ("The hospital treated 300 patients in 2019.", "Accidents in 2021\nThe hospital treated 300 patients."),
    ("Varen has 900 inhabitants.", "Holm\nIt has 900 inhabitants."),
    ("The mayor earns 90,000 euros.", "The deputy mayor\nHe earns 90,000 euros."),
    ("The mine yields 300 tonnes of gold.", "The mine yields 300 tonnes of silver."),
    ("Stone served 12 years in prison.", "Stone served 12 years in the army."),
    ("The council spent 4 million euros on roads.", "The council spent 4 million euros on schools."),
    ("Turnout rose from 51 to 57 per cent.", "Turnout rose from 57 to 61 per cent."),
    ("Profit fell to £12m from £15m.", "Profit rose to £15m from £12m."),
    ("Two schools opened in 2012.", "Two schools opened in 2020."),
    ("The villa was built in 1911 and burned in 1913.", "The villa was built in 1913 after the fire."),
    ("In 2021 the firm made 3 million euros.", "In 2021 the firm made a loss of 3 million euros."),
    ("The hospital has 340 beds.", "The old hospital had 340 beds."),
    ("The hospital has 340 beds.", "The hospital has 340 beds too few."),
    ("The firm employs 300 people.", "Critics doubt that the firm employs 300 people."),
    ("The firm employs 300 people.", "The firm is hiring 300 people."),
    ("A volcano killed 40 people in 1902.", "A volcano killed 40 people in 1951."),
    ("The airport handled 61,000 passengers in 2021.", "The airport handled 61,000 tonnes of freight in 2021."),
    ("Unemployment stood at 6.2 per cent in May 2021.", "Inflation stood at 7.4 per cent in May 2021."),
]
NOT_YET = [
    ("The hospital has 340 beds.", "The hospital will have 340 beds."),
    ("The hospital has 340 beds.", "The hospital needs 340 beds."),
    ("The hospital has 340 beds.", "Until 2019 the hospital had 340 beds."),
    ("The hospital has 340 beds.", "The hospital had 340 beds before the fire."),
    ("The school has 340 pupils.", "The school has room for 340 pupils."),
    ("We have created 200,000 jobs.", "We shall create 200,000 jobs."),
]
AGREE = [
    ("The hospital has 340 beds.", "The hospital, which is to close in May, has 340 beds."),
    ("The hospital has 340 beds.", "The hospital, which needs a new roof, has 340 beds."),
    ("The firm employs 300 people.", "The firm, which hopes to grow, employs 300 people."),
    ("The hospital has 340 beds.", "Until the merger nobody knew that the hospital has 340 beds."),
    ("The firm employs 300 people.", "Before the summer break, the firm employed 300 people."),
    ("The firm will cut 400 jobs.", "The firm plans to cut 400 jobs."),
    ("The firm is to cut 400 jobs.", "The firm announced it would cut 400 jobs."),
    ("The court ordered the firm to pay 185 workers.", "The firm must pay 185 workers, the court ruled."),
    ("Holm has 900 inhabitants.", "Holm\nIt has 900 inhabitants."),
    ("The port handled 900 ships in 2022.", "Figures for 2022\nThe port handled 900 ships."),
    ("A volcano killed 40 people in 1902.", "In 1902 a volcano killed 40 people."),
    ("The mine yields 300 tonnes of gold.", "The mine yields 300 tonnes of gold a year."),
]


def told(claim: str, passage: str) -> set[Outcome]:
    return {one.outcome for one in compare(facts(claim), facts(passage))}


@pytest.mark.parametrize(("claim", "passage"), AGAIN)
def test_what_may_happen_again_or_to_another_never_differs_by_its_date(claim: str, passage: str) -> None:
    assert Outcome.CONFLICT not in told(claim, passage)


@pytest.mark.parametrize(("claim", "passage"), ONCE)
def test_what_happens_once_differs_by_its_date(claim: str, passage: str) -> None:
    assert Outcome.CONFLICT in told(claim, passage)


@pytest.mark.parametrize(("claim", "passage"), NO_AGREEMENT)
def test_equal_amounts_and_years_of_another_matter_do_not_agree(claim: str, passage: str) -> None:
    assert Outcome.AGREEMENT not in told(claim, passage)


@pytest.mark.parametrize(("claim", "passage"), NOT_YET)
def test_what_is_only_planned_needed_or_past_is_not_the_same(claim: str, passage: str) -> None:
    assert told(claim, passage) & {Outcome.ANOTHER, Outcome.AGREEMENT} == {Outcome.ANOTHER}


@pytest.mark.parametrize(("claim", "passage"), AGREE)
def test_one_amount_of_one_time_and_state_agrees(claim: str, passage: str) -> None:
    assert Outcome.AGREEMENT in told(claim, passage)


def test_a_year_that_both_tell_does_not_hold_up_an_amount_that_differs() -> None:
    found = compare(
        facts("The airport handled 61,000 passengers in 2021."), facts("In 2021 the airport handled 48,000 passengers.")
    )
    assert {one.outcome for one in found} == {Outcome.CONFLICT, Outcome.AGREEMENT}
    assert conflicting(found)


def test_an_amount_that_agrees_holds_up_a_date_that_differs() -> None:
    day = Comparison(Outcome.CONFLICT, "2019", "2021", places=True)
    assert conflicting([day])
    assert not conflicting([day, Comparison(Outcome.AGREEMENT, "300", "300")])
