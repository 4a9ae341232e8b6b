"""What was called off was not done, and what was asked for in vain one may not do."""

from __future__ import annotations

import pytest

from tests.comparison.test_another import facts
from workbench.comparison.compare import compare
from workbench.comparison.outcomes import Outcome

OFF = [
    (
        "Nurses in Halm will strike on 12 May.",
        "The nurses' union in Halm has called off the strike due next Tuesday, 12 May.",
    ),
    ("The march in Halm will take place on 3 June.", "Organisers have cancelled the march planned for 3 June in Halm."),
    ("The match was held on Sunday in Dace.", "The match in Dace on Sunday was postponed because of snow."),
    ("Teachers will walk out on 4 March.", "A walkout by teachers planned for 4 March has been called off."),
    ("The vote on the budget went ahead on Friday.", "The vote on the budget due on Friday was put off."),
]
IN_VAIN = [
    ("The court ruled that Kern may stay in the country.", "The court rejected Kern's request to stay in the country."),
    ("The council allowed Kern to build a hotel.", "The council turned down Kern's application to build a hotel."),
    ("The firm is allowed to drill off Norra.", "The ministry denied the firm's bid to drill off Norra."),
]
NEITHER = [
    (
        "Nurses in Halm went on strike on 12 May.",
        "Nurses in Halm went on strike on 12 May, and operations were cancelled.",
    ),
    ("The search found three bodies.", "The search was called off after three bodies were found."),
    ("The nurses called off the strike.", "The nurses called off the strike due on 12 May."),
    ("The match was held on Sunday in Dace.", "The match, postponed in March, was held on Sunday in Dace."),
    ("The court ruled that Kern may stay in the country.", "The court granted Kern's request to stay in the country."),
    ("Kern may not stay in the country.", "The court rejected Kern's request to stay in the country."),
    (
        "The council allowed Kern to build a hotel.",
        "The council allowed Kern to build a hotel after it had turned down his application to build a casino.",
    ),
    ("The council allowed Kern to build a hotel.", "The council turned down Kern's application to build a casino."),
    ("The union can strike from Monday.", "A court dismissed the firm's request to stop the union's strike on Monday."),
]


@pytest.mark.parametrize(("claim", "passage"), OFF)
def test_what_was_called_off_bears_nothing_out(claim: str, passage: str) -> None:
    assert Outcome.ANOTHER in {one.outcome for one in compare(facts(claim), facts(passage))}


@pytest.mark.parametrize(("claim", "passage"), IN_VAIN)
def test_what_was_asked_in_vain_is_the_opposite_of_what_one_may(claim: str, passage: str) -> None:
    found = [one for one in compare(facts(claim), facts(passage)) if one.outcome is Outcome.OPPOSITE]
    assert [one for one in found if " to " in one.passage]


@pytest.mark.parametrize(("claim", "passage"), NEITHER)
def test_what_was_done_or_asked_for_otherwise_is_neither(claim: str, passage: str) -> None:
    told = [
        one.passage
        for one in compare(facts(claim), facts(passage))
        if one.outcome in (Outcome.ANOTHER, Outcome.OPPOSITE)
    ]
    assert not [
        words for words in told if " off" in words or "postponed" in words or " to " in words or "cancelled" in words
    ]
