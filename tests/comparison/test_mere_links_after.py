"""That somebody died after what was taken says less than that it killed."""

from __future__ import annotations

import pytest

from tests.comparison.test_another import facts
from workbench.comparison.compare import compare
from workbench.comparison.mere_links import only_after
from workbench.comparison.outcomes import Outcome
from workbench.comparison.stances import SUPPORTS, Weighing, labelled
from workbench.domain.evidence import StanceSuggestion

ONLY_AFTER = [
    (
        "The vaccine itself killed two babies in Samo.",
        "Two babies died in Samo after being immunized. Officials said nurses had mixed it with another medicine.",
    ),
    (
        "The Brodex vaccine caused her stroke.",
        "She had a stroke nine days after her Brodex vaccination.",
    ),
    (
        "The flu shot killed an actor.",
        "The actor died a week after he got a flu shot.",
    ),
    (
        "The pills made 40 soldiers ill.",
        "Forty soldiers fell ill after taking the pills. Spoilt water is suspected.",
    ),
    (
        "The new drug caused the death of a trial volunteer.",
        "A volunteer died after he was given the new drug, and the trial was halted.",
    ),
    (
        "The school lunch poisoned 60 children.",
        "Sixty children were sick after eating the school lunch; tests found a virus that one cook had.",
    ),
    (
        "The jab causes heart attacks.",
        "Twelve people had heart attacks within a month of the jab.",
    ),
    (
        "The injection paralysed a boy.",
        "A boy was paralysed days after an injection. Doctors said he had polio.",
    ),
    (
        "The drink killed a teenager.",
        "A teenager died hours after having the drink.",
    ),
    (
        "The HPV vaccine caused fits in 20 girls.",
        "Twenty girls had fits after getting the HPV vaccine. Investigators spoke of anxiety.",
    ),
    (
        "The tablets killed three patients.",
        "Three patients died following treatment with the tablets.",
    ),
    (
        "The surgery killed him.",
        "He died four days after the surgery.",
    ),
]
OF_IT = [
    (
        "The vaccine killed two babies.",
        "The coroner found that the vaccine killed two babies, who died after getting it.",
    ),
    (
        "The vaccine killed two babies.",
        "Two babies died after receiving the vaccine, which had caused a severe reaction, the inquiry ruled.",
    ),
    (
        "Two babies died after the vaccine.",
        "Two babies died shortly after receiving the vaccine.",
    ),
    (
        "The fire killed six people.",
        "Six people died after the fire broke out in the cellar.",
    ),
    (
        "The earthquake killed 40 people.",
        "Forty people died after the earthquake struck at night.",
    ),
    (
        "The crash killed two.",
        "Two people died after the crash, one of them in hospital.",
    ),
    (
        "The spoilt lunch poisoned 60 children.",
        "Sixty children were poisoned by the spoilt lunch.",
    ),
    (
        "The storm caused floods.",
        "Floods followed after the storm.",
    ),
    (
        "The flu killed 300 people.",
        "The flu killed 300 people, most of them after a week.",
    ),
    (
        "The gas leak killed three.",
        "Three people were killed by the gas leak.",
    ),
    (
        "The bomb killed nine.",
        "Nine died after a bomb exploded.",
    ),
    (
        "The drug saved 300 people.",
        "300 people got well after taking the drug.",
    ),
    (
        "The poison killed two dogs.",
        "Two dogs died of poison.",
    ),
]


@pytest.mark.parametrize(("claim", "passage"), ONLY_AFTER)
def test_what_came_after_is_not_borne_out_as_brought_about(claim: str, passage: str) -> None:
    found = compare(facts(claim), facts(passage))
    assert Outcome.LESS in {one.outcome for one in found}
    assert Outcome.AGREEMENT not in {one.outcome for one in found}
    weighing = Weighing(thresholds={SUPPORTS: 0.7}, lean=0.5)
    assert labelled(StanceSuggestion("", 0.9, 0.06, 0.04), weighing, found).label != SUPPORTS


@pytest.mark.parametrize(("claim", "passage"), OF_IT)
def test_a_cause_that_is_told_and_what_is_not_taken_are_left(claim: str, passage: str) -> None:
    assert not only_after(facts(claim), facts(passage))
