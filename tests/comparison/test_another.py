"""What only looks like the claim: another rank, some of them, the other way round, a "not" on one side."""

from __future__ import annotations

import pytest

from workbench.comparison.compare import compare
from workbench.comparison.outcomes import Facts, Outcome, in_words
from workbench.comparison.stances import LEANS_SUPPORTS, SUPPORTS, UNCLEAR, Weighing, labelled
from workbench.domain.evidence import StanceSuggestion
from workbench.language.numbers.quantity_extraction import quantities
from workbench.language.time.times import times

ANOTHER = [
    ("The Ardan is the longest river in Velmark.", "The Ardan is the second longest river in Velmark."),
    ("The Ardan is the longest river in Velmark.", "At 410 km, the Ardan is one of the longest rivers in Velmark."),
    ("Port Hale is the second largest city of the region.", "Port Hale is the biggest city of the region."),
    ("The tower is the oldest building in the city.", "The tower is among the oldest buildings in the city."),
    ("Hale has the 12th largest port of Velmark.", "Hale has the fourteenth largest port of Velmark."),
    ("It was the biggest fire in the city since 1990.", "It was the biggest fire in the city since 2015."),
    ("It is the most common cause of fires in the city.", "It is the second most common cause of fires in the city."),
    ("The tower is the oldest building in the city.", "The tower is nearly the oldest building in the city."),
    ("The Ardan is the longest river in Velmark.", "The Ardan is not quite the longest river in Velmark."),
    ("The Ardan bridge is the longest in Velmark.", "The Ardan bridge used to be the longest in Velmark."),
    ("The Ardan bridge is the longest in Velmark.", "The Ardan bridge was the longest in Velmark until 1990."),
    ("Hale has the biggest port of Velmark.", "Hale once had the biggest port of Velmark."),
    ("Hale is the busiest port of Velmark.", "Hale is no longer the busiest port of Velmark."),
    ("The bridge is the longest bridge in Velmark.", "At 212 metres, it is the longest wooden bridge in Velmark."),
    ("The bridge is the longest in Velmark.", "The bridge is the longest wooden bridge in Velmark."),
    ("Hale has the busiest school of Velmark.", "Hale has the busiest family school of Velmark."),
    ("The bridge is the longest in Velmark.", "The bridge is the longest single-lane bridge in Velmark."),
    ("Hale has the busiest airport of Velmark.", "Hale has the busiest regional airport of Velmark."),
    ("All schools in the town were closed.", "Some schools in the town were closed."),
    ("Every member of the board voted for the plan.", "Several members of the board voted for the plan."),
    ("The lottery has committed £3 million.", "The lottery will give £3 million. No money has been committed yet."),
]

NOT_ANOTHER = [
    ("The Ardan is one of the longest rivers in Velmark.", "The Ardan is the longest river in Velmark."),
    (
        "The Ardan is the longest river in Velmark.",
        "The Sella is the second longest river, after the Ardan, the longest.",
    ),
    ("Hale has the 12th largest port of Velmark.", "Hale has the twelfth largest port of Velmark."),
    ("Hale ranks above the fifth largest port.", "Hale has the fourth largest port of Velmark."),
    ("Hale has the number 2 largest port of Velmark.", "Hale has the second largest port of Velmark."),
    ("It was the biggest fire in the city since 2015.", "It was the biggest fire in the city since 1990."),
    ("The airport was the busiest of Velmark in 2001.", "The airport has been the busiest of Velmark since 1998."),
    ("The tower was the oldest building in the city.", "The tower was the oldest building in the city until 1990."),
    ("Once the longest of Velmark, the Ardan bridge fell.", "The Ardan bridge, once the longest of Velmark, fell."),
    (
        "The tower is the oldest building in the city.",
        "The tower, the oldest building in the city, opens at noon until 2030.",
    ),
    ("The Ardan is almost the longest river in Velmark.", "The Ardan is nearly the longest river in Velmark."),
    ("The bridge is the longest wooden bridge in Velmark.", "It is the longest wooden bridge in Velmark."),
    ("The bridge is the longest wooden bridge in Velmark.", "No, it is the longest bridge of all in Velmark."),
    ("It is the largest company in Velmark.", "Kern is the largest Velmarkian company."),
    ("It was the largest donation to a party.", "It was the largest single donation to a party."),
    ("It is one of the largest companies in Velmark.", "It is the largest steel company in Velmark."),
    ("Kern is the largest bank in Velmark.", "Kern is the largest Southern-owned bank in Velmark."),
    ("Hale is the oldest city in Velmark.", "Hale is the oldest continuously inhabited city in Velmark."),
    ("Hale has the oldest mill in Velmark.", "Hale has the oldest still-working mill in Velmark."),
    ("The bridge is the longest of metal or wood.", "The bridge is the longest metal bridge in Velmark."),
    ("The rest of the forest burnt in the west.", "The second rest of the forest burnt in the west."),
    ("All schools in the town were closed.", "Most parents stayed at home as all schools in the town were closed."),
    ("All shops in the town were closed.", "Some schools in the town were closed."),
    ("Rain spoilt all of the hay on the farm.", "Rain spoilt all or part of the hay on the farm."),
    ("Kern bought Vogt in 2019.", "Vogt was bought by Kern in 2019."),
    ("Kern met Vogt in Hale.", "Vogt met Kern in Hale."),
    ("Kern bought Vogt in 2019.", "Vogt bought Kern in 2012, and Kern bought Vogt in 2019."),
    ("Kern sued Vogt.", "Olsen sued Kern."),
    ("The lottery has spent £3 million.", "The lottery spent £3 million. No money has been committed for May."),
    ("The lottery said no money has been committed.", "The lottery said no money has been committed."),
]

NO_AGREEMENT = [
    ("The firm does not employ 500 people.", "The firm employs 500 people."),
    ("The firm employs 500 people.", "The firm never employed 500 people."),
    ("Half of the pupils passed the test.", "Half of the girls among the pupils passed the test."),
    ("The firm employs up to 500 people.", "The firm employs 20 people."),
]

AGREEMENT = [
    ("The firm does not employ 500 people.", "It is not true that the firm employs 500 people."),
    ("The firm employs up to 500 people.", "The firm employs 420 people."),
    ("The firm employs at least 500 people.", "The firm employs 1,640 people."),
    ("Half of the pupils passed the test.", "Half of the pupils at the school passed the test."),
]


def facts(text: str) -> Facts:
    return Facts(text, quantities(text), times(text))


def outcomes(claim: str, passage: str) -> set[Outcome]:
    return {item.outcome for item in compare(facts(claim), facts(passage))}


@pytest.mark.parametrize(("claim", "passage"), ANOTHER)
def test_another_rank_part_or_way_round_is_not_the_same(claim: str, passage: str) -> None:
    assert Outcome.ANOTHER in outcomes(claim, passage)


@pytest.mark.parametrize(("claim", "passage"), NOT_ANOTHER)
def test_what_bears_the_claim_out_or_is_of_other_things_is_not_set_apart(claim: str, passage: str) -> None:
    assert Outcome.ANOTHER not in outcomes(claim, passage)


@pytest.mark.parametrize(("claim", "passage"), NO_AGREEMENT)
def test_a_number_denied_of_a_part_or_far_from_its_bound_agrees_with_nothing(claim: str, passage: str) -> None:
    assert Outcome.AGREEMENT not in outcomes(claim, passage)


@pytest.mark.parametrize(("claim", "passage"), AGREEMENT)
def test_the_same_number_said_alike_agrees(claim: str, passage: str) -> None:
    assert Outcome.AGREEMENT in outcomes(claim, passage)


def test_what_is_not_the_same_is_no_support_and_no_refutation() -> None:
    found = compare(facts("The Ardan is the longest river."), facts("The Ardan is the second longest river."))
    weighing = Weighing(thresholds={SUPPORTS: 0.6}, lean=0.5, numbers=0.15)
    sure, leaning = StanceSuggestion("", 0.9, 0.05, 0.05), StanceSuggestion("", 0.55, 0.4, 0.05)
    assert [labelled(said, weighing).label for said in (sure, leaning)] == [SUPPORTS, LEANS_SUPPORTS]
    assert [labelled(said, weighing, found).label for said in (sure, leaning)] == [UNCLEAR, UNCLEAR]
    assert in_words(found) == "claim: longest; passage: second longest (not the same)"


def test_the_limit_of_a_superlative_is_told_with_it() -> None:
    found = compare(facts("It is the longest bridge in Hale."), facts("It is the longest wooden bridge in Hale."))
    assert in_words(found) == "claim: longest; passage: longest wooden (not the same)"


@pytest.mark.parametrize(
    ("claim", "passage", "wanted"),
    [
        ("two of its six piers", "three of the six piers", "differ"),
        ("two of its six piers", "2 of the 6 piers", "agree"),
        ("two of its six piers", "three of its eight arches", "nothing"),
    ],
)
def test_a_part_is_compared_with_a_part_of_the_same(claim: str, passage: str, wanted: str) -> None:
    """The wholes alone were compared: "six; six (agree)" stood beside two and three."""
    found = compare(facts(f"Harrow Bridge has cracks in {claim}."), facts(f"Cracks were found in {passage}."))
    parts = [one.outcome for one in found if one.claim.startswith("two")]
    assert parts == {"differ": [Outcome.UNSURE], "agree": [Outcome.AGREEMENT], "nothing": []}[wanted]


def test_another_part_of_the_same_is_no_conflict() -> None:
    claim = facts("Five of the nine judges voted for it.")
    assert Outcome.CONFLICT not in {
        one.outcome for one in compare(claim, facts("Four of the nine judges voted against it."))
    }
