"""Revenue is no profit and turnout no share of the votes, be the numbers the same."""

from __future__ import annotations

import pytest

from tests.comparison.test_another import facts
from workbench.comparison.amounts import amounts_of
from workbench.comparison.compare import compare
from workbench.comparison.other_figures import figure_of
from workbench.comparison.outcomes import Outcome


@pytest.mark.parametrize(
    ("said", "figures"),
    [
        ("Revenue was up 11% to £153.9 million (2016: £138.2 million).", ["revenue", "revenue", ""]),
        ("It made an operating profit of $331 million on sales of $2 billion.", ["operating_profit", "revenue"]),
        ("Pre-tax Profit £205m\nNet Profit £165m", ["pretax_profit", "net_profit"]),
        ("Ms Orr won 61 per cent of the vote on a turnout of 38 per cent.", ["votes", "turnout"]),
        ("There was a 3.7 per cent increase in consumer prices.", ["inflation"]),
        ("The average home costs £310,000.", [""]),
        ("Wages, which fell in March, were 4 per cent of it.", [""]),
    ],
)
def test_the_figure_that_an_amount_is_stands_beside_it(said: str, figures: list[str]) -> None:
    found = facts(said)
    assert [figure_of(one) for one in amounts_of(found, found.quantities)] == figures


OF_ANOTHER = [
    ("Norvex had revenue of $331 million.", "Norvex made an operating profit of $331 million on sales of $2 billion."),
    ("Norvex made a net profit of £205 million.", "Half-year pre-tax profit £205m\nHalf-year net profit £165.7m"),
    ("Exports were worth $4 billion.", "Imports came to $4 billion."),
    ("The turnout was 61 per cent.", "Ms Orr won 61 per cent of the vote."),
    ("The unemployment rate is 7 per cent.", "The inflation rate is 7 per cent."),
    ("Norvex had net debt of £188m.", "Free cash flow of £188m was generated."),
    ("The gross margin was 21 per cent.", "The operating margin was 21 per cent."),
]

PERHAPS_OF_ONE = [
    ("Norvex had revenue of $331 million.", "Norvex had sales of $331 million."),
    ("The firm's profit was £5 million.", "The firm made pre-tax profits of £5 million."),
    ("Arms exports were worth $4 billion.", "Arms sales abroad were worth $4 billion."),
    ("The rent is £900 a month.", "Rental costs are £900 a month."),
    ("The budget deficit was £5 million.", "The budget shortfall was £5 million."),
    ("Some 61 per cent of people voted.", "Turnout was 61 per cent."),
    ("The average house price is £310,000.", "The average home costs £310,000."),
]


def _outcomes(claim: str, passage: str) -> set[Outcome]:
    return {one.outcome for one in compare(facts(claim), facts(passage))}


@pytest.mark.parametrize(("claim", "passage"), OF_ANOTHER)
def test_the_same_number_of_another_figure_is_not_the_same(claim: str, passage: str) -> None:
    """The network takes them for support."""
    outcomes = _outcomes(claim, passage)
    assert Outcome.ANOTHER in outcomes
    assert Outcome.AGREEMENT not in outcomes


@pytest.mark.parametrize(("claim", "passage"), PERHAPS_OF_ONE)
def test_a_figure_of_two_names_is_not_told_apart(claim: str, passage: str) -> None:
    assert Outcome.ANOTHER not in _outcomes(claim, passage)


@pytest.mark.parametrize(
    ("claim", "passage"),
    [
        ("Norvex's revenue was $8.77 billion.", "Norvex had an operating income of $809 million."),
        ("Ms Orr won the election with 98 per cent of the votes.", "Turnout in the election was 38 per cent."),
    ],
)
def test_other_numbers_of_another_figure_are_not_shown(claim: str, passage: str) -> None:
    assert not _outcomes(claim, passage) & {Outcome.CONFLICT, Outcome.UNSURE}


def test_a_rounded_number_does_not_agree_where_the_very_number_is_another_figure() -> None:
    found = compare(
        facts("Norvex made an operating profit of £188m."),
        facts("Norvex made an operating profit of £190m. Cash flow of £188m was generated."),
    )
    assert {one.outcome for one in found} == {Outcome.ANOTHER, Outcome.COMPATIBLE}


def test_by_how_much_and_to_what_is_no_range() -> None:
    found = compare(
        facts("Norvex had net debt of £100 million."), facts("Net debt was down £33 million to £359 million.")
    )
    assert Outcome.AGREEMENT not in {one.outcome for one in found}
