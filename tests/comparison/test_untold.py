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
PROFIT = "The firm employs 300 people and made a profit of 4 million euros."
DENIED = [
    (PROFIT, "The firm employs 300 people. It made no profit."),
    (PROFIT, "The firm did not make a profit. It employs 300 people in Torvik."),
    (
        "The bank has 40 branches, and was fined 3 million euros in 2022.",
        "The bank has 40 branches. It was never fined.",
    ),
    ("Varde has 300 inhabitants, of whom 120 are children.", "Varde has 300 inhabitants. No children live there."),
    ("Berg wrote 14 novels, and sold 3 million copies.", "Berg wrote 14 novels, and hardly any copies were sold."),
    ("The bridge is 300 metres long, and cost 40 million euros.", "The bridge is 300 metres long. It cost nothing."),
    ("The club has 400 members, and was founded in 1962.", "The club has 400 members and never had a founding day."),
]
IN_OTHER_WORDS = [
    ("The school, founded in 1911, has 340 pupils.", "The school has 340 pupils and is 113 years old."),
    ("The school, founded in 1911, has 340 pupils.", "The school, which has 340 pupils, had its centenary in 2011."),
    (
        "The mayor, who took office in 2019, earns 90,000 euros.",
        "The mayor, in office since Brandt fell, earns 90,000 euros.",
    ),
    ("The hotel has 80 rooms and 14 floors.", "The fourteen-storey hotel has 80 rooms."),
    ("Five candidates stood, two of them women.", "Five candidates stood, and half of the rest were women."),
    ("The museum has 12 halls, and was built in 1890.", "The museum has 12 halls, built under Queen Ida."),
]


@pytest.mark.parametrize(("claim", "passage", "part"), UNTOLD)
def test_a_part_that_is_told_nowhere_is_named(claim: str, passage: str, part: str) -> None:
    found = compare(facts(claim), facts(passage))
    assert [one.claim for one in found if one.outcome is Outcome.UNTOLD] == [part]
    assert f"claim: {part}; passage: nothing in these words (not told)" in in_words(found)


@pytest.mark.parametrize(("claim", "passage"), [*TOLD, *DENIED, *IN_OTHER_WORDS])
def test_what_is_told_or_not_of_the_passages_matter_is_not(claim: str, passage: str) -> None:
    assert not [one for one in compare(facts(claim), facts(passage)) if one.outcome is Outcome.UNTOLD]


WEIGHING = Weighing(thresholds={"supports": 0.7, "refutes": 0.8, "context": 0.7}, lean=0.5)


def test_it_neither_leans_against_the_claim_nor_bears_out_all_of_it() -> None:
    found = compare(facts(FOUNDED), facts(SELLS))
    told = [one for one in found if one.outcome is Outcome.AGREEMENT]
    leaning = StanceSuggestion("", 0.15, 0.76, 0.09)
    assert labelled(leaning, WEIGHING, told).label == LEANS_REFUTES
    assert labelled(leaning, WEIGHING, found).label == NEITHER
    assert labelled(StanceSuggestion("", 0.8, 0.1, 0.1), WEIGHING, found).label == LEANS_SUPPORTS
    # words may speak against it all the same
    assert labelled(StanceSuggestion("", 0.05, 0.9, 0.05), WEIGHING, found).label == REFUTES
