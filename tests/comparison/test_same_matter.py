"""Amounts of one thing told in other words are held together; like numbers of another thing are not."""

from __future__ import annotations

import pytest

from tests.comparison.test_another import facts
from workbench.comparison.compare import compare
from workbench.comparison.outcomes import Outcome
from workbench.comparison.senses import contrasted, same_sense
from workbench.comparison.stemming import stem

DIFFER = [
    ("Lumenta employs 2,750 people.", "Lumenta had 2,570 employees in eight countries at the end of September."),
    (
        "Traffic on the A382 detour has risen by 38 per cent since the closure.",
        "Average weekday traffic on the A382 diversion rose from 6,100 to 8,400 vehicles, an increase of 31 per cent.",
    ),
    (
        "Okafor cut 90 officers when he chaired the police board in 2016.",
        "The number of officers was cut by 60 in 2016, when Samuel Okafor was chair of the police board.",
    ),
    (
        "Harrow Bridge has cracks in two of its six piers.",
        "Cracks were found in three of the six piers of Harrow Bridge.",
    ),
    ("The council sold the Mill Street estate for £31 million.", "The Mill Street estate was sold for £13 million."),
    ("The fire killed 12 people in Torvik.", "The fire in Torvik claimed the lives of 21 people."),
    ("The fire at the Torvik hostel killed 12 people.", "There were 17 deaths in the fire at the Torvik hostel."),
    ("Rents in Maren fell by 6 per cent last year.", "There was a 4 per cent drop in rents in Maren last year."),
    ("The new tramline cost €480 million.", "The price of the new tramline came to €620 million."),
    ("The trust closed 14 libraries.", "The number of libraries closed by the trust was 11."),
    ("The petition was signed by 9,000 people.", "In all 6,200 people signed the petition."),
    (
        "Insured losses from the 2019 floods in Varen reached £67 million.",
        "In 2019 insured losses from floods in Varen came to £57 million.",
    ),
]

DIFFER += [
    ("Crime in Dace fell by a quarter.", "Crime in Dace was down 10 per cent."),
    ("Water bills in Lunde have gone up by 15 per cent.", "In Lunde there was a rise in water bills of 9 per cent."),
    ("The union has 56,000 members.", "Membership of the union stands at 48,000."),
]

AGREE = [
    (
        "The council sold the Mill Street estate for £31 million.",
        "The Mill Street estate was bought at a price of £31 million.",
    ),
    ("The fire at the Torvik hostel killed 12 people.", "Twelve residents died in the fire at the Torvik hostel."),
    ("Police arrested 34 protesters at the dam.", "At the dam, 34 people were detained by police."),
    ("Velora Foods has 1,900 staff.", "Velora Foods employs 1,900 workers."),
    ("The trust closed 14 libraries.", "In all, 14 libraries were shut by the trust."),
]

OTHER_THINGS = [
    ("Lumenta employs 2,750 people.", "Some 2,570 people took part in Lumenta's run for charity."),
    (
        "Traffic on the A382 detour has risen by 38 per cent.",
        "Collisions on the A382 detour have risen by 31 per cent.",
    ),
    ("The fire at the Torvik hostel killed 12 people.", "The fire at the Torvik hostel left 17 people injured."),
    ("Rents in Maren fell by 6 per cent last year.", "House prices in Maren fell by 4 per cent last year."),
    ("The new tramline cost €480 million.", "The government gave €310 million towards the new tramline."),
    ("Velora Foods has 1,900 staff.", "Velora Foods laid off 190 workers in the spring."),
    ("Police arrested 34 protesters at the dam.", "At the dam, 340 protesters sat down in front of police."),
    ("The trust closed 14 libraries.", "The trust runs 41 libraries."),
    ("Harrow Bridge has cracks in two of its six piers.", "Work has begun on three of the six piers of Harrow Bridge."),
    (
        "The strike cancelled 140 flights at Lindau airport.",
        "Because of fog, 410 flights were cancelled at Lindau airport.",
    ),
    ("The new hospital in Sundby has 340 beds.", "The old hospital in Sundby had 260 beds."),
    ("Unit 4 ran for 211 days.", "Unit 3 ran for 180 days."),
    ("Exports of barley dropped by 40,000 tonnes.", "Imports of barley dropped by 25,000 tonnes."),
    ("After 22 March Varen had more than 600 cases.", "As of 22 March Varen had 525 cases."),
    ("Five percent of the tests failed.", "Of the tests 12 failed (95% CI 8-17)."),
    ("Three of the nine judges were for it.", "Six of the nine judges were against it."),
]


@pytest.mark.parametrize(("claim", "passage"), DIFFER)
def test_amounts_of_one_thing_told_in_other_words_differ(claim: str, passage: str) -> None:
    assert Outcome.CONFLICT in {one.outcome for one in compare(facts(claim), facts(passage))}


@pytest.mark.parametrize(("claim", "passage"), AGREE)
def test_and_agree(claim: str, passage: str) -> None:
    assert Outcome.AGREEMENT in {one.outcome for one in compare(facts(claim), facts(passage))}


@pytest.mark.parametrize(("claim", "passage"), OTHER_THINGS)
def test_like_numbers_of_another_thing_neither_differ_nor_agree(claim: str, passage: str) -> None:
    found = compare(facts(claim), facts(passage))
    told = {one.outcome for one in found if one.claim not in ("six", "nine", "last year")}
    assert not told & {Outcome.CONFLICT, Outcome.AGREEMENT}


def test_the_edge_of_a_bound_is_no_agreement() -> None:
    found = compare(facts("The hall has more than 140 seats."), facts("The hall has 140 seats."))
    assert Outcome.AGREEMENT not in {one.outcome for one in found}


def test_words_of_one_stem_or_sense() -> None:
    for one, other in (
        ("employs", "employees"),
        ("killed", "deaths"),
        ("member", "membership"),
        ("elected", "election"),
    ):
        assert same_sense(stem(one), stem(other))
    for one, other in (("live", "dead"), ("port", "porter"), ("contract", "contrast")):
        assert not same_sense(stem(one), stem(other))
    assert contrasted(frozenset({stem("import")}), frozenset({stem("export")}))
    assert not contrasted(frozenset({stem("import")}), frozenset({stem("export"), stem("import")}))


TURNED = [
    ("Ann Berg sold the house for £2 million.", "Ann Berg bought the house for £1 million."),
    ("The bank sold 40 branches.", "The bank bought 60 branches."),
    ("The museum received 40 gifts.", "The museum gave away 60 gifts."),
    ("The zoo was given 4 lions.", "The zoo gave 9 lions to a park."),
    ("The city has 200 homes.", "The city has 30,000 inhabitants."),
    ("Lumenta employs 2,750 people.", "Lumenta made 2,570 employees redundant."),
]


@pytest.mark.parametrize(("claim", "passage"), TURNED)
def test_the_opposite_deed_of_one_doer_is_no_conflict(claim: str, passage: str) -> None:
    assert Outcome.CONFLICT not in {one.outcome for one in compare(facts(claim), facts(passage))}


@pytest.mark.parametrize(
    ("claim", "passage"),
    [
        ("Hydrona opened only two of its six gates.", "During the flood Hydrona opened all six gates."),
        ("The town closed all five pools.", "The town closed three of its five pools."),
        ("Hydrona opened two of its six gates.", "Hydrona opened every gate."),
        ("Hydrona opened two of its six gates.", "Hydrona opened all of its gates."),
    ],
)
def test_a_part_and_all_of_them_are_both_shown(claim: str, passage: str) -> None:
    """Only "six; six (agree)" was shown of two of the six gates beside all six."""
    assert {one.outcome for one in compare(facts(claim), facts(passage))} == {Outcome.UNSURE}
