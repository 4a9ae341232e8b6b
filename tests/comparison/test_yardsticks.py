"""An amount that a passage names only to measure another by bears nothing out, and refutes nothing either."""

from __future__ import annotations

import pytest

from tests.comparison.test_another import facts
from workbench.comparison.compare import compare
from workbench.comparison.outcomes import Outcome
from workbench.comparison.yardsticks import of_a_yardstick

MEASURED_BY = [
    ("Damage came to about $19.2 billion.", "Damage was about $10 billion, over half of Norra's GDP of $19.2 billion."),
    ("Norvex earned $1.04 a share.", "Earnings per share: $1.47 vs. $1.04 expected."),
    ("Norvex had 162.5 million users.", "Norvex had 158.3 million users, less than projections of 162.5 million."),
    ("The museum had 90,000 visitors.", "The museum had 71,000 visitors, short of the 90,000 it had hoped for."),
    ("The bridge cost 40 million euros.", "The bridge cost 62 million euros instead of the 40 million euros budgeted."),
]
ITSELF = [
    ("Norvex earned $1.47 a share.", "Earnings per share: $1.47 vs. $1.04 expected."),
    ("Analysts expected $1.04 a share.", "Earnings per share: $1.47 vs. $1.04 expected."),
    ("The GDP of Norra is $19.2 billion.", "Damage was about $10 billion, over half of Norra's GDP of $19.2 billion."),
    ("Prices rose by 5 per cent.", "Prices rose by 5 per cent, compared with 3 per cent a year earlier."),
    (
        "The fund paid 9 million euros.",
        "The fund paid 9 million euros on top of the 4 million euros it had paid in May.",
    ),
]


@pytest.mark.parametrize(("claim", "passage"), MEASURED_BY)
def test_what_an_amount_is_measured_by_is_not_the_amount(claim: str, passage: str) -> None:
    outcomes = {one.outcome for one in compare(facts(claim), facts(passage))}
    assert Outcome.ANOTHER in outcomes
    assert not outcomes & {Outcome.AGREEMENT, Outcome.CONFLICT}


@pytest.mark.parametrize(("claim", "passage"), ITSELF)
def test_an_amount_that_is_told_itself_is_no_yardstick(claim: str, passage: str) -> None:
    assert of_a_yardstick(facts(claim), facts(passage)) == []


def test_what_was_paid_before_is_not_refuted_by_what_is_paid_now() -> None:
    passage = "The fund paid 9 million euros on top of the 4 million euros it had paid in May."
    found = compare(facts("The fund had paid 4 million euros in May."), facts(passage))
    assert Outcome.CONFLICT not in {one.outcome for one in found}
