"""A page about six things that answers in one sentence is close; one that shares a name or a number alone is not."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.services.search.test_stance import hits
from workbench.domain.evidence import Hit
from workbench.services.search.one_sentence import told_in_one

PAGE = """The harbour board met on Tuesday in the old customs house. Eleven members were present.

The treasurer said the reserve had grown to £412,000, helped by higher mooring fees.

A letter from the sailing club about the slipway was read out. Weed makes the lower steps dangerous.

Captain Orla Finch reported that 63 boats were towed in last season. Most had run out of fuel.

The board agreed to close the east pontoon from April. Traffic on the A382 went up from 11 to 19 lorries.

County Hall has sold the Mill Street shed to Birch Homes for £31 million."""


@pytest.mark.parametrize(
    "claim",
    [
        "Captain Finch had 63 boats on the rope last season, Mr Hale said.",
        "Orla Finch says boats that were towed had no fuel last season.",
        "The east pontoon is to close from April.",
        "Lorries on the A382 rose from 11 to 19.",
        "Three weeks later she sold it for £31 million.",
    ],
)
def test_one_sentence_that_tells_it_is_enough(claim: str) -> None:
    (hit,) = told_in_one(claim, [_page()])
    assert hit.close


@pytest.mark.parametrize(
    "claim",
    [
        "Orla Finch once sailed round Cape Horn.",
        "Wrexley has 63 public houses.",
        "Birch Homes was founded by two brothers.",
        "Interest rates will be raised to 5 per cent.",
        "In 2019 the festival drew nobody.",
    ],
)
def test_a_name_or_a_number_alone_is_not(claim: str) -> None:
    (hit,) = told_in_one(claim, [_page()])
    assert not hit.close


def _page() -> Hit:
    found = hits(1)[0]
    return replace(found, passage=replace(found.passage, text=PAGE))
