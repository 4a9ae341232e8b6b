"""A passage that is older than the claim by years, and tells its own time, contradicts no amount of today."""

from __future__ import annotations

from datetime import date

import pytest

from workbench.comparison.outcomes import Outcome
from workbench.services.search.stance_reading import StancePair, compared

CLAIM = "The bridge carried 900 lorries a day."


def outcomes(claim: str, passage: str, claim_day: date | None, passage_day: date | None) -> set[Outcome]:
    return {one.outcome for one in compared(StancePair(claim, passage, "", claim_day, passage_day))}


@pytest.mark.parametrize(
    ("claim", "passage", "claim_day", "passage_day"),
    [
        (
            "About 1.2 tonnes of the gas got out.",
            "In November 2011 ammonia escaped from a dairy. Two people were hurt and 0.3 tonnes of the gas got out.",
            date(2026, 3, 4),
            date(2012, 6, 14),
        ),
        (
            CLAIM,
            "The works of 2011 were long. The bridge carried 300 lorries a day.",
            date(2026, 3, 4),
            date(2024, 6, 14),
        ),
    ],
)
def test_what_was_told_of_years_before_is_shown_beside_it_and_no_more(
    claim: str, passage: str, claim_day: date, passage_day: date
) -> None:
    assert Outcome.CONFLICT not in outcomes(claim, passage, claim_day, passage_day)


@pytest.mark.parametrize(
    ("claim", "passage", "claim_day", "passage_day"),
    [
        (CLAIM, "The bridge carried 300 lorries a day.", date(2026, 3, 4), date(2026, 3, 1)),
        (CLAIM, "The bridge carried 300 lorries a day.", date(2026, 3, 4), date(2012, 6, 14)),
        (CLAIM, "The bridge carried 300 lorries a day.", None, None),
        (
            "In 2011 the bridge carried 900 lorries a day.",
            "In 2011 the bridge carried 300 lorries a day.",
            date(2026, 3, 4),
            date(2012, 6, 14),
        ),
    ],
)
def test_what_is_new_or_dated_alike_or_without_a_time_differs(
    claim: str, passage: str, claim_day: date | None, passage_day: date | None
) -> None:
    assert Outcome.CONFLICT in outcomes(claim, passage, claim_day, passage_day)
