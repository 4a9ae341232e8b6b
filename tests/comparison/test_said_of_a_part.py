"""A part of a whole beside another part: one size of the whole and one thing said, or no agreement."""

from __future__ import annotations

import pytest

from workbench.comparison.compare import compare
from workbench.comparison.outcomes import Facts, Outcome
from workbench.language.numbers.quantity_extraction import quantities
from workbench.language.time.times import times
from workbench.services.search.stance_reading import StancePair, compared

APART = [
    ("Four of the nine judges voted for the law.", "Four of the nine judges voted against the law."),
    ("Two of the six ministers resigned.", "Two of the six ministers stayed."),
    ("Eight of the 10 wells are dry.", "Eight of the 10 wells are full."),
    ("Two of its 27 members left.", "Two of its 30 members left."),
    ("Three of the seven ferries sailed to Holm.", "Three of the seven ferries sailed from Holm."),
    (
        "Five of the eight schools in the Tarn valley were closed in June.",
        "Five of the eight schools in the Tarn valley were kept in June.",
    ),
    ("Five of the eight pumps do not work.", "Five of the eight pumps work."),
    ("Six of the 11 councillors will resign.", "Six of the 11 councillors resigned."),
    ("The council kept six of its nine libraries.", "The council closed six of its nine libraries."),
    ("The club lost four of its 14 matches.", "The club won four of its 14 matches."),
    ("Five of the six trains arrived late.", "Five of the six trains arrived early."),
    ("Of the six piers, two are cracked.", "Of the six piers, two are sound."),
    ("A third of the wells are dry.", "A third of the wells are full."),
    ("Forty members voted for the law.", "Forty members voted against the law."),
    ("A third of the members spoke in favour of the ban.", "A third of the members spoke against the ban."),
]

ALIKE = [
    ("Of the six piers, two are cracked.", "Two of the six piers are cracked."),
    ("Two of the six piers are cracked.", "2 of the 6 piers are cracked, divers found."),
    ("Four of the nine judges voted against the law.", "On Monday four of the nine judges voted against the new law."),
    ("The firm sold three of its 12 mills.", "Three of the 12 mills were sold by the firm."),
    ("Six of the 11 councillors have resigned.", "Six of 11 councillors resigned over the scandal."),
    ("The club lost four of its 14 matches.", "The club has lost four of the 14 matches this season."),
    ("Five of the six trains arrived late.", "Five of the six trains on the line arrived late on Monday."),
    ("Three of the five towers collapsed in the quake.", "In the quake, three of the five towers collapsed."),
]


def facts(text: str) -> Facts:
    return Facts(text, quantities(text), times(text))


def outcomes(claim: str, passage: str) -> list[Outcome]:
    return [item.outcome for item in compare(facts(claim), facts(passage)) if item.claim[0].isalnum()]


@pytest.mark.parametrize(("claim", "passage"), APART)
def test_neither_a_part_nor_its_whole_agrees_where_another_thing_is_said(claim: str, passage: str) -> None:
    assert Outcome.AGREEMENT not in outcomes(claim, passage)


@pytest.mark.parametrize(("claim", "passage"), ALIKE)
def test_a_part_and_its_whole_agree_where_the_same_is_said(claim: str, passage: str) -> None:
    assert outcomes(claim, passage).count(Outcome.AGREEMENT) == 2


def test_parts_of_two_sizes_of_a_whole_do_not_agree() -> None:
    found = compare(facts("Two of the six piers are cracked."), facts("Two of the nine piers are cracked."))
    assert {item.claim: item.outcome for item in found} == {"six": Outcome.CONFLICT, "Two": Outcome.COMPATIBLE}


def test_another_number_of_the_same_is_a_conflict_and_the_whole_agrees() -> None:
    found = compare(facts("Two of the six piers are cracked."), facts("Three of the six piers are cracked."))
    assert {item.claim: item.outcome for item in found} == {"Two": Outcome.CONFLICT, "six": Outcome.AGREEMENT}


def test_another_number_of_which_the_opposite_is_said_is_no_conflict() -> None:
    claim, passage = "Four of the nine judges voted for the law.", "Three of the nine judges voted against the law."
    assert not {Outcome.CONFLICT, Outcome.AGREEMENT} & set(outcomes(claim, passage))


@pytest.mark.parametrize(
    ("claim", "passage", "agreeing"),
    [
        ("It closed five of its eighteen beds.", "The hospice has eighteen beds.", set()),
        (
            "It had to close five of its eighteen beds.",
            "It had to close three of its eighteen beds in winter.",
            {"eighteen"},
        ),
        ("The hospice closed 5 of its 18 beds.", "The hospice closed 5 of its 18 beds in May.", {"5", "18"}),
        ("The hospice has 18 beds.", "The hospice has 18 beds, of which 5 are closed.", {"18"}),
    ],
)
def test_a_whole_alone_agrees_with_nothing(claim: str, passage: str, agreeing: set[str]) -> None:
    found = compared(StancePair(claim, passage))
    assert {one.claim for one in found if one.outcome is Outcome.AGREEMENT} == agreeing
