"""What seems to refute by its words alone is shown so only where the claim's denial is settled too."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

import pytest

from workbench.comparison.outcomes import Comparison, Outcome
from workbench.domain.anchors import Span
from workbench.domain.evidence import StanceSuggestion
from workbench.models.stance import load_stance
from workbench.services.search.asked_twice import LEAST, OPEN, asked_twice
from workbench.services.search.stance_reading import StancePair, StanceReader

CAPTAIN = "The captain was drunk when the ferry hit the pier."
JUDGE = "Judge Pelletan is a member of the ruling party."
COD = "Fishermen in Sandvik Bay catch more cod than ten years ago."
HELMET = "Cyclists in Delmar must wear a helmet."
UNPROTECTED = "Its children are as unprotected as before."
CAMP = "The children of the Lakeside camp were vaccinated against measles."
SINGER = "The singer has sold the rights to all of her songs."
PAPER = "The paper deleted the article about the senator."
COFFEE = "Coffee causes cancer of the bladder."


@pytest.mark.parametrize(
    ("claim", "title", "passage"),
    [
        (JUDGE, "", "Pelletan has never belonged to any party, the judges' association says."),
        (
            COD,
            "",
            "Catches of cod in Sandvik Bay are a fraction of those of ten years ago, the fisheries board reports.",
        ),
        (HELMET, "", "In Delmar nobody is obliged to put on a helmet when riding a bicycle."),
        (CAMP, "Aid workers' bulletin", f"The measles vaccine never reached Lakeside. {UNPROTECTED}"),
        (SINGER, "", "The rights to her songs are still the singer's own."),
        (PAPER, "", "The article about the senator is still on the paper's website."),
        (COFFEE, "Questions and answers", "There is no link between coffee and tumours of the bladder."),
    ],
)
def test_what_settles_the_denial_too_refutes(claim: str, title: str, passage: str) -> None:
    (said,) = StanceReader(load_stance()).read([StancePair(claim, passage, title)])
    assert (said.label, said.comparison) == ("refutes", "")


@pytest.mark.parametrize(
    ("claim", "passage"),
    [
        (CAMP, "The adults in the Lakeside camp were not vaccinated against measles."),
        (SINGER, "The singer's brother has not sold the rights to any of his songs."),
        (SINGER, "The singer has not sold the rights to her photographs."),
        (PAPER, "The paper did not delete the article about the judge."),
        (PAPER, "Another paper did not delete its article about the senator."),
        (COFFEE, "Tea does not cause cancer of the bladder."),
        (COFFEE, "Coffee does not cause cancer of the liver."),
        (COFFEE, "Most coffee drinkers do not get cancer of the bladder."),
        (HELMET, "Riders of motor scooters in Delmar need not wear a helmet."),
        ("The new tram line was finished on time.", "The old tram line was finished two years late."),
    ],
)
def test_the_claims_words_of_another_thing_only_lean(claim: str, passage: str) -> None:
    (said,) = StanceReader(load_stance()).read([StancePair(claim, passage)])
    assert said.refutes >= LEAST, "the networks alone take it for a refutation"
    assert said.label == "leans refutes"


LEANING = StanceSuggestion("leans refutes", 0.03, 0.92, 0.05)
HEALED = "The ferry's captain had drunk nothing at all."


class Asked:
    """A model that leaves denials open with one probability, and remembers what it was asked."""

    key, weight = "fake", 0.3

    def __init__(self, neutral: float = OPEN) -> None:
        self.neutral = neutral
        self.pairs: list[tuple[str, str]] = []

    def judge(self, pairs: Sequence[tuple[str, str]]) -> list[StanceSuggestion]:
        self.pairs.extend(pairs)
        return [StanceSuggestion("supports", 1 - self.neutral, 0.0, self.neutral) for _ in pairs]


class Another(Asked):
    """A model of somebody else's: what its answers are worth was not measured."""

    weight = None  # type: ignore[assignment]


def label(model: Asked, pair: StancePair, said: StanceSuggestion = LEANING, *found: Comparison) -> str:
    return asked_twice(model, [pair], [said], [found])[0].label


def test_the_claim_said_to_be_untrue_is_read_against_what_was_read() -> None:
    passage = "The ferry sails at nine. The captain had drunk nothing. It was a calm day. The sun shone."
    begins = passage.index("The captain")
    model = Asked()
    pair = StancePair(CAPTAIN, passage, "Log")
    assert label(model, pair, replace(LEANING, read=(Span(begins, begins + 30),))) == "refutes"
    assert model.pairs == [(f"It is not true that t{CAPTAIN[1:]}", f"Log: {passage[begins : begins + 30]}")]


def test_a_denial_left_open_leaves_it_leaning() -> None:
    assert label(Asked(OPEN), StancePair(CAPTAIN, HEALED)) == "refutes"
    assert label(Asked(OPEN + 0.01), StancePair(CAPTAIN, HEALED)) == "leans refutes"


@pytest.mark.parametrize(
    "pair",
    [
        StancePair(CAPTAIN, HEALED, language="de"),
        StancePair(CAPTAIN, HEALED, claim_day=date(2024, 5, 1), passage_day=date(2022, 5, 1)),
        StancePair(CAPTAIN, "Captain: Hale; Drinks: 0"),
        StancePair(CAPTAIN, "The captain denies that he was drunk."),
    ],
)
def test_what_cannot_tell_is_not_asked(pair: StancePair) -> None:
    model = Asked()
    assert label(model, pair) == "leans refutes"
    assert model.pairs == []


def test_what_has_too_few_words_to_lean_is_asked_all_the_same() -> None:
    model = Asked()
    assert label(model, StancePair(CAPTAIN, HEALED), StanceSuggestion("unclear", 0.03, 0.92, 0.05)) == "refutes"


def test_figures_of_another_month_are_not_asked_about() -> None:
    today, before = date(2024, 9, 2), date(2023, 11, 2)
    claim, passage = "The naira trades at 1,600 to the dollar.", "The naira trades at 900 to the dollar."
    assert label(Asked(), StancePair(claim, passage, claim_day=today, passage_day=before)) == "leans refutes"
    assert label(Asked(), StancePair(claim, passage, claim_day=today)) == "refutes"
    assert label(Asked(), StancePair(CAPTAIN, HEALED, claim_day=today, passage_day=before)) == "refutes"


@pytest.mark.parametrize(
    "said",
    [
        StanceSuggestion("leans refutes", 0.2, LEAST - 0.01, 0.06),
        StanceSuggestion("repeats", 0.03, 0.92, 0.05),
        StanceSuggestion("neither", 0.03, 0.92, 0.05),
    ],
)
def test_what_is_not_sure_or_told_as_something_else_is_not_asked(said: StanceSuggestion) -> None:
    model = Asked()
    assert label(model, StancePair(CAPTAIN, HEALED), said) == said.label
    assert model.pairs == []


@pytest.mark.parametrize("outcome", [one for one in Outcome if one not in (Outcome.CONFLICT, Outcome.OPPOSITE)])
def test_where_something_was_compared_words_are_not_alone(outcome: Outcome) -> None:
    model = Asked()
    assert label(model, StancePair(CAPTAIN, HEALED), LEANING, Comparison(outcome, "9", "10")) == "leans refutes"
    assert model.pairs == []


def test_a_model_of_ones_own_is_not_asked() -> None:
    model = Another()
    assert label(model, StancePair(CAPTAIN, HEALED)) == "leans refutes"
    assert model.pairs == []
