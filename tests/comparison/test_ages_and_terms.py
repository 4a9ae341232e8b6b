"""How old somebody is tells nothing of how long he was jailed, and eight men nothing of eight months."""

from __future__ import annotations

import pytest

from tests.comparison.test_another import facts
from workbench.comparison.compare import compare
from workbench.comparison.outcomes import Comparison, Outcome
from workbench.comparison.stances import SUPPORTS, Weighing, labelled
from workbench.domain.evidence import StanceSuggestion


def _compared(claim: str, passage: str) -> list[Comparison]:
    return compare(facts(claim), facts(passage))


@pytest.mark.parametrize(
    ("claim", "passage", "words"),
    [
        ("A man was banned for 19 years.", "A 19-year-old man was banned for two years.", "19 years, 19-year-old"),
        ("She worked for 52 years.", "A 52 year old clerk, she worked for 11 years.", "52 years, 52 year old"),
        (
            "The boy was lost for nine days.",
            "The nine-year-old boy was lost for three days.",
            "nine days, nine-year-old",
        ),
    ],
)
def test_as_long_as_somebody_is_old_is_not_the_same(claim: str, passage: str, words: str) -> None:
    found = [one for one in _compared(claim, passage) if one.outcome is Outcome.ANOTHER]
    assert words in [f"{one.claim}, {one.passage}" for one in found]


@pytest.mark.parametrize(
    ("claim", "passage"),
    [
        ("A 58-year-old man was jailed for six years.", "A 58-year-old man was jailed for six years."),
        ("The tree is 900 years old.", "The tree was planted 900 years ago."),
        ("The company is 40 years old.", "The 40-year-old company makes boats."),
        ("A boy was missing for nine days.", "The boy was missing for nine days."),
    ],
)
def test_an_age_is_an_age(claim: str, passage: str) -> None:
    assert Outcome.ANOTHER not in {one.outcome for one in _compared(claim, passage)}


def test_a_term_is_compared_with_a_term() -> None:
    """The age stood first, so nothing was told of the term."""
    passage = "The 58-year old, Bo Varga, from Holm, was jailed for six years after being convicted of fraud."
    found = _compared("Bo Varga was jailed for 21 years.", passage)
    assert [(one.claim, one.passage) for one in found if one.outcome is Outcome.CONFLICT] == [("21", "six")]


def test_eight_men_of_another_day_are_not_told_by_eight_months_of_that_day() -> None:
    passage = "Eight men were sentenced on 11 May 2019. A further two were sentenced on 25 June 2019, to eight months."
    assert Outcome.ANOTHER in {one.outcome for one in _compared("Eight men were sentenced on 25 June 2019.", passage)}


def test_nothing_supports_whose_number_differs() -> None:
    found = [Comparison(Outcome.CONFLICT, "21", "six")]
    weighing = Weighing(thresholds={"supports": 0.7})
    assert labelled(StanceSuggestion("", 0.8, 0.15, 0.05), weighing, found).label != SUPPORTS
    assert labelled(StanceSuggestion("", 0.8, 0.15, 0.05), weighing).label == SUPPORTS
