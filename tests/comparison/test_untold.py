"""What the claim says beside what agrees, and a passage tells nowhere, is named; it is no reading against the claim."""

from __future__ import annotations

import pytest

from tests.comparison.test_another import facts
from workbench.comparison.compare import compare
from workbench.comparison.outcomes import Outcome, in_words
from workbench.comparison.stances import LEANS_REFUTES, LEANS_SUPPORTS, NEITHER, REFUTES, Weighing, labelled
from workbench.domain.evidence import StanceSuggestion

FOUNDED = "Velmora Foods, founded in 1911, sells in 27 countries."
SELLS = "Velmora Foods sells its products in 27 countries."
UNTOLD = [
    (FOUNDED, SELLS, "founded in 1911"),
    (
        "Dace has 4,100 inhabitants and a theatre that seats 900.",
        "Dace has 4,100 inhabitants.",
        "a theatre that seats 900",
    ),
    (
        "The ferry, built for £3 million, carries 200 passengers.",
        "The ferry carries 200 passengers.",
        "built for £3 million",
    ),
    (
        "Oster lost 40 jobs in 2019, while Brede gained 15.",
        "Oster lost 40 jobs in 2019.",
        "Brede gained 15",
    ),
]
TOLD = [
    (FOUNDED, "Velmora Foods was founded in 1911. Velmora Foods sells in 27 countries."),
    (FOUNDED, "Velmora Foods sells in 31 countries."),
    (FOUNDED, "The harbour opened in 1987."),
    ("In 2019 Dace had 4,100 inhabitants.", "Dace had 4,100 inhabitants."),
    ("Dace, a market town, had 4,100 inhabitants.", "Dace had 4,100 inhabitants."),
]


@pytest.mark.parametrize(("claim", "passage", "part"), UNTOLD)
def test_a_part_that_is_told_nowhere_is_named(claim: str, passage: str, part: str) -> None:
    found = compare(facts(claim), facts(passage))
    assert [one.claim for one in found if one.outcome is Outcome.UNTOLD] == [part]
    assert f"claim: {part}; passage: nothing (not told)" in in_words(found)


@pytest.mark.parametrize(("claim", "passage"), TOLD)
def test_what_is_told_or_not_of_the_passages_matter_is_not(claim: str, passage: str) -> None:
    assert not [one for one in compare(facts(claim), facts(passage)) if one.outcome is Outcome.UNTOLD]


WEIGHING = Weighing(thresholds={"supports": 0.7, "refutes": 0.7, "context": 0.7}, lean=0.5)


def test_it_neither_leans_against_the_claim_nor_bears_out_all_of_it() -> None:
    found = compare(facts(FOUNDED), facts(SELLS))
    told = [one for one in found if one.outcome is Outcome.AGREEMENT]
    leaning = StanceSuggestion("", 0.2, 0.61, 0.19)
    assert labelled(leaning, WEIGHING, told).label == LEANS_REFUTES
    assert labelled(leaning, WEIGHING, found).label == NEITHER
    assert labelled(StanceSuggestion("", 0.8, 0.1, 0.1), WEIGHING, found).label == LEANS_SUPPORTS
    # words may speak against it all the same
    assert labelled(StanceSuggestion("", 0.05, 0.9, 0.05), WEIGHING, found).label == REFUTES
