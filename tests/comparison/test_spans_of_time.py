""" "From 2008 to 2012" lies in "from 2008 to 2016" and is not the same."""

from __future__ import annotations

import pytest

from workbench.comparison.outcomes import Outcome
from workbench.services.search.stance_reading import StancePair, compared

OF_OTHER_ENDS = [
    ("Ms Orr was mayor from 2008 to 2016.", "Ms Orr was mayor of Halm from 2008 to 2012."),
    ("The war lasted from 1991 to 1999.", "The war lasted from 1991 to 1995, when a treaty was signed."),
    ("The bridge was closed from March to June 2021.", "The bridge was closed from March to September 2021."),
    ("The works made boats from 1950 to 1980.", "The works made boats from 1950 until 1972."),
    ("The king ruled between 1820 and 1840.", "The king ruled between 1830 and 1840."),
    ("The minister served from 2014 to 2016.", "The minister served 2014–2019."),
]
OF_THE_SAME = [
    ("Ms Orr was mayor from 2008 to 2012.", "Ms Orr was mayor of Halm between 2008 and 2012."),
    ("Ms Orr was mayor in 2010.", "Ms Orr was mayor of Halm from 2008 to 2012."),
    ("The minister served from 2014 to 2019.", "The minister served 2014–2019."),
    ("Ms Orr was mayor from 2008 to 2016.", "Ms Orr was mayor from 2008 to 2012 and again from 2012 to 2016."),
]


def _outcomes(claim: str, passage: str) -> list[Outcome]:
    return [one.outcome for one in compared(StancePair(claim, passage))]


@pytest.mark.parametrize(("claim", "passage"), OF_OTHER_ENDS)
def test_a_span_of_other_ends_is_not_the_same(claim: str, passage: str) -> None:
    """They had been shown as agreeing, as any two times that overlap."""
    assert _outcomes(claim, passage) == [Outcome.ANOTHER]


@pytest.mark.parametrize(("claim", "passage"), OF_THE_SAME)
def test_a_span_of_the_same_ends_or_a_time_within_the_passages_agrees(claim: str, passage: str) -> None:
    assert _outcomes(claim, passage) == [Outcome.AGREEMENT]


def test_a_year_within_the_claims_span_bears_out_neither_end() -> None:
    passage = "Running the scheme from 2014 to 2016, they set up firms. The police heard of the scheme in 2015."
    assert Outcome.AGREEMENT not in _outcomes("The gang ran the scheme from 2014 to 2015.", passage)
