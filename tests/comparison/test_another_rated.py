"""A passage that rates another claim as false settles nothing, whatever words the two have in common."""

from __future__ import annotations

import pytest

from workbench.comparison.another_rated import another_rated
from workbench.comparison.outcomes import Comparison, Outcome
from workbench.comparison.stances import NEITHER, Weighing, labelled
from workbench.domain.evidence import StanceSuggestion

OTHERS = [
    ("Bananas cure the flu.", "Claim: Garlic cures the flu. Verdict: False.", "", "Garlic cures the flu"),
    (
        "The new dam caused the flood in Halm.",
        "The claim that the mayor had the flood gates in Halm opened is false.",
        "",
        "the mayor had the flood gates in Halm opened",
    ),
    (
        "Covid tests damage the brain.",
        "This false claim about masks rests on a study.",
        "Debunked: No, masks do no harm",
        "No, masks do no harm",
    ),
    (
        "Vaccines cause autism.",
        "The claim that vaccines magnetise the arm is baseless.",
        "",
        "vaccines magnetise the arm",
    ),
    (
        "Immigrants get free cars.",
        "Claim: Pensioners get free cars. Conclusion: False.",
        "",
        "Pensioners get free cars",
    ),
]
SAME = [
    ("Garlic cures the flu.", "Claim: Garlic cures the flu. Verdict: False.", ""),
    ("Eating garlic cures flu.", "The claim that garlic cures the flu is false, doctors say.", ""),
    (
        "Masks harm children.",
        "This false claim about Covid masks is based on a study.",
        "No, masks do not harm children",
    ),
    ("Immigrants get free cars.", "Rating: False. No law gives immigrants free cars.", "Fact check"),
    ("Vaccines cause autism.", "Studies of 600,000 children found no link to vaccines.", ""),
    ("The alarm at the plant was false.", "The alarm at the mill was false, the fire brigade said.", ""),
    ("The claim that garlic cures flu is false.", "Claim: Bananas cure the flu. Verdict: False.", ""),
]


@pytest.mark.parametrize(("claim", "passage", "title", "rated"), OTHERS)
def test_what_is_rated_instead_is_told(claim: str, passage: str, title: str, rated: str) -> None:
    assert another_rated(claim, passage, title) == rated


@pytest.mark.parametrize(("claim", "passage", "title"), SAME)
def test_a_passage_that_rates_the_claim_or_nothing_is_not_held_back(claim: str, passage: str, title: str) -> None:
    assert another_rated(claim, passage, title) is None


def test_such_a_passage_is_neither_for_nor_against() -> None:
    surely = StanceSuggestion("refutes", supports=0.05, refutes=0.9, neutral=0.05)
    said = labelled(surely, Weighing(thresholds={"refutes": 0.8}), [Comparison(Outcome.RATES_ANOTHER, "a", "b")])
    assert said.label == NEITHER
    assert said.comparison == "claim: a; passage: b (another claim is rated)"
