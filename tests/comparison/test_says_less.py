"""A passage that says less than the claim, or says it of less, supports it nowhere, and tells by which words."""

from __future__ import annotations

import pytest

from tests.comparison.test_another import facts
from workbench.comparison.compare import compare
from workbench.comparison.outcomes import Comparison, Outcome
from workbench.comparison.stances import LEANS_SUPPORTS, SUPPORTS, Weighing, labelled
from workbench.domain.evidence import StanceSuggestion


def found(claim: str, passage: str, outcome: Outcome) -> list[str]:
    return [one.passage for one in compare(facts(claim), facts(passage)) if one.outcome is outcome]


SUMS = [
    ("The fire killed 12 people in Holm.", "The fire killed 12 people in Holm and Dace.", "12, Holm and Dace"),
    ("Kern sold 400,000 cars in Europe.", "Kern sold 400,000 cars in Europe and Asia.", "400,000, Europe and Asia"),
    (
        "Kern cut 900 jobs in Spain.",
        "Kern cut 900 jobs in Spain, Italy and the Tyrol.",
        "900, Spain, Italy and the Tyrol",
    ),
    (
        "Chile dug up 7 million tonnes of ore.",
        "Chile and Peru dug up 7 million tonnes of ore.",
        "7 million tonnes, Chile and Peru",
    ),
    ("The city built 60 schools.", "The city and the state built 60 schools.", "60, city and the state"),
    ("The mine employs 1,200 people.", "The mine and its smelter employ 1,200 people.", "1,200, mine and its smelter"),
    ("The navy sank 12 boats in May.", "The navy sank 12 boats in May and June.", "12, May and June"),
    ("The clinic treated 300 men.", "The clinic treated 300 men and women.", "300, men and women"),
    (
        "The bomb hurt 26 people in Holm.",
        "The bomb hurt 26 people in Holm and a nearby village.",
        "26, Holm and a nearby village",
    ),
    ("France sent 50 men.", "Germany, Austria and France sent 50 men.", "50, Austria and France"),
]
ONE = [
    ("The fire killed 12 people in Holm.", "The fire killed 12 people in Holm and injured 40."),
    ("The fire killed 12 people in Holm.", "The fire killed 12 people in Holm and Holm alone, not in Dace."),
    ("Kenya sold 50 tonnes to Egypt.", "Kenya sold 50 tonnes to Egypt and 20 tonnes to Sudan."),
    ("The city built 60 schools.", "The city built 60 schools and repaired 40 roads."),
    ("The city built 60 schools.", "The city and the state each built 60 schools."),
    ("The zoo has 90 penguins.", "The zoo has 90 penguins and a polar bear."),
    ("The army freed 30 hostages.", "The army freed 30 hostages, women and children among them."),
    (
        "The bakery hired 30 people in April.",
        "The bakery hired 30 people in April, ahead of the May and June holidays.",
    ),
    ("Norway gave 40 million euros.", "Norway gave 40 million euros, and Sweden and Denmark gave 20 million."),
    ("The bank lent 800 euros to Ann.", "The bank lent 800 euros to Ann and plans to lend her more."),
    ("The city and the state built 60 schools.", "The state and the city built 60 schools."),
    ("The fire killed 12 people in Holm.", "Police in Holm and Dace said the fire killed 12 people in Holm."),
]


@pytest.mark.parametrize(("claim", "passage", "said"), SUMS)
def test_an_amount_of_two_together_agrees_with_none_of_the_one(claim: str, passage: str, said: str) -> None:
    assert found(claim, passage, Outcome.ANOTHER) == [said]
    assert not found(claim, passage, Outcome.AGREEMENT)


@pytest.mark.parametrize(("claim", "passage"), ONE)
def test_what_else_a_sentence_names_takes_nothing_from_an_amount(claim: str, passage: str) -> None:
    assert found(claim, passage, Outcome.AGREEMENT)
    assert not found(claim, passage, Outcome.ANOTHER)


ENDED = [
    (
        "Ida Voss is the mayor of Holm.",
        "Ida Voss was the mayor of Holm until last summer.",
        "was the mayor of Holm until last summer",
    ),
    ("Smoking is banned in bars.", "Smoking was banned in bars until 2010.", "was banned in bars until 2010"),
    ("The country is a member.", "The country was a member from 1973 to 2020.", "was a member from 1973 to 2020"),
    ("Kern owns the newspaper.", "Kern owned the newspaper for nine years.", "owned the newspaper for nine years"),
    ("The river is safe.", "The river was safe in the 1950s.", "was safe in the 1950s"),
    ("She leads the party.", "She led the party for two terms.", "led the party for two terms"),
    (
        "The hospital has a maternity ward.",
        "The hospital had a maternity ward before 2020.",
        "had a maternity ward before 2020",
    ),
    ("The school teaches Latin.", "The school used to teach Latin.", "used to"),
    ("The capital of Velmark is Holm.", "The capital of Velmark was once Holm.", "was once Holm"),
    ("Ann Lee is the bishop of Holm.", "Ann Lee, the former bishop of Holm, has died.", "former bishop"),
    ("The firm makes clocks.", "The firm formerly made clocks.", "formerly made"),
    ("The army holds the port.", "The army held the port until rebels took it.", "held the port until rebels took it"),
]
GOES_ON = [
    ("The bridge is closed.", "The bridge was closed on Monday after cracks were found."),
    ("The bridge is closed.", "The bridge was closed until further notice."),
    ("The striker is banned.", "The striker was banned for three months."),
    ("Smoking is banned in bars.", "Smoking was banned in bars in the 1990s."),
    ("Ida Voss is the mayor of Holm.", "Ida Voss was elected mayor of Holm in 2021."),
    ("Kern owns the newspaper.", "Kern has owned the newspaper for nine years."),
    ("The museum houses 40 paintings.", "The museum, a former power station, houses 40 paintings."),
    ("Ann Lee is the head of the agency.", "Ann Lee, a former general, was named head of the agency."),
    ("The island belongs to Velmark.", "The island, once ruled by Holm, belongs to Velmark."),
    ("Petrol is subsidised.", "Petrol was subsidised, the ministry said, and would stay so until 2036."),
    (
        "Ida Voss is the mayor of Holm.",
        "Ida Voss was the mayor of Holm until 2019. Since 2023 Ida Voss is the mayor of Holm again.",
    ),
    ("Stews are thickened with starch.", "Starch is used to thicken stews."),
]


@pytest.mark.parametrize(("claim", "passage", "said"), ENDED)
def test_what_was_and_ended_is_not_what_is(claim: str, passage: str, said: str) -> None:
    assert found(claim, passage, Outcome.ANOTHER) == [said]


@pytest.mark.parametrize(("claim", "passage"), GOES_ON)
def test_what_is_only_told_in_the_past_is(claim: str, passage: str) -> None:
    assert not found(claim, passage, Outcome.ANOTHER)


def test_what_says_less_leans_to_support_at_most() -> None:
    weighing = Weighing(thresholds={"supports": 0.7, "refutes": 0.7, "context": 0.9}, lean=0.5)
    said = StanceSuggestion(SUPPORTS, 0.9, 0.05, 0.05)
    assert labelled(said, weighing).label == SUPPORTS
    assert labelled(said, weighing, [Comparison(Outcome.LESS, "causes", "is linked to")]).label == LEANS_SUPPORTS
