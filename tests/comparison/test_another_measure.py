"""Equal amounts that measure two things do not agree; those of one measure in other words do."""

from __future__ import annotations

import pytest

from tests.comparison.test_another import facts
from workbench.comparison.compare import compare
from workbench.comparison.outcomes import Outcome

OF_TWO_THINGS = [
    # a share, and a change
    ("Women make up 40% of the force.", "The number of women in the force has grown by 40%."),
    ("Taxes make up 35% of the price of petrol.", "The price of petrol rose 35% because of taxes."),
    ("Pensioners are a fifth of the population.", "The population of pensioners rose by a fifth."),
    ("Milk output shrank 4%.", "Organic milk is 4% of milk output."),
    # long, wide, high, deep, away
    ("The wall is 3 metres high.", "The wall is 3 metres thick."),
    ("The bridge is 90 metres long.", "The bridge is 90 metres high."),
    ("The statue is 25 metres tall.", "The statue stands 25 metres from the church."),
    ("The child is 120 cm tall.", "The child jumped 120 cm."),
    # what it weighs and carries, how long it lasts and charges
    ("The lorry weighs 12 tonnes.", "The lorry carried 12 tonnes of gravel."),
    ("The lamp lasts 8 hours.", "The lamp charges in 8 hours."),
    ("The dam holds 40 million litres.", "The dam releases 40 million litres a day."),
    # by how much it is more
    ("It was 20 degrees in Oslo.", "It was 20 degrees colder in Oslo."),
    ("The beam is 9 metres long.", "The beam is 9 metres too long."),
    # each day, and once
    ("The mine produced 40 tonnes of gold.", "The mine produces 40 tonnes of gold a month."),
    ("The drone flew 60 km.", "The drone flew at 60 km/h."),
    # the whole, of which another number is told
    ("She scored 40 points.", "She scored 31 of the team's 40 points."),
    ("The club won 12 matches.", "The club won nine of its 12 matches."),
    ("The town rebuilt 300 houses.", "The town rebuilt 120 of 300 houses."),
    ("Sixty members voted for the plan.", "Of the council's 60 members, 34 voted for the plan."),
    ("The court freed 21 prisoners.", "Of the camp's 21 prisoners, the court freed nine."),
    # beyond a hard edge
    ("Over half the pupils failed.", "49% of the pupils failed."),
    ("Nearly half of the voters stayed at home.", "53% of the voters stayed at home."),
    ("Almost 300 people came.", "312 people came."),
    ("Nearly 9 million euros were lost.", "9.3 million euros were lost."),
    ("At least 300 people came.", "300 people came at most."),
    ("At least 300 people came.", "At most 300 people came."),
    ("Less than a quarter of the land is forest.", "26% of the land is forest."),
    ("One in ten is ill.", "12% are ill."),
]

OF_ONE_THING = [
    ("Women make up 40% of the force.", "Four in ten of the force are women."),
    ("Coal provides 45% of Poland's power.", "Poland gets 45% of its power from coal."),
    ("Sales were up 5%.", "Sales climbed five percent."),
    ("The number of teachers grew 8%.", "There was an 8% rise in the number of teachers."),
    ("The glacier lost 40% of its ice.", "The glacier has shrunk by 40%."),
    ("The lake is 9 km long.", "The length of the lake is 9 km."),
    ("The tower is 300 metres tall.", "The tower rises to 300 metres."),
    ("The snow lay 40 cm deep.", "The snow was 40 cm high."),
    ("The plant makes 900 cars a day.", "The plant's daily output is 900 cars."),
    ("The lorry carried 20 tonnes of sand.", "On the lorry were 20 tonnes of sand."),
    ("It was 40 degrees in Delhi.", "Temperatures in Delhi reached 40 degrees."),
    ("The team has 40 points.", "She scored 31 of the team's 40 points."),
    ("The bank sold 12 branches.", "Twelve branches were sold by the bank."),
    ("Police arrested 40 people.", "Nine of the 40 people arrested by police were minors."),
    ("Over half the pupils failed.", "51% of the pupils failed."),
    ("Nearly half of the voters stayed at home.", "48% of the voters stayed at home."),
    ("Almost 300 people came.", "297 people came."),
    ("At least 300 people came.", "320 people came."),
    ("A third of the trees died.", "35% of the trees died."),
]


def _agrees(claim: str, passage: str) -> bool:
    return any(one.outcome is Outcome.AGREEMENT for one in compare(facts(claim), facts(passage)))


@pytest.mark.parametrize(("claim", "passage"), OF_TWO_THINGS)
def test_an_amount_of_another_measure_does_not_agree(claim: str, passage: str) -> None:
    """The same figure of something else bears out nothing."""
    assert not _agrees(claim, passage)


@pytest.mark.parametrize(("claim", "passage"), OF_ONE_THING)
def test_an_amount_of_one_measure_agrees(claim: str, passage: str) -> None:
    """What is told in other words is the same."""
    assert _agrees(claim, passage)


def test_the_words_that_tell_two_measures_apart_are_shown() -> None:
    """ "9 km" twice would not tell a reader why nothing agrees."""
    found = compare(facts("The lake is 9 km long."), facts("The lake is 9 km wide."))
    assert [one.words for one in found] == ["claim: 9 km long; passage: 9 km wide (not the same)"]


@pytest.mark.parametrize(
    ("claim", "passage"),
    [
        ("The dividend is SEK 5.50 a share.", "The dividend is SEK 5.00 a share."),
        ("The rate is 5.5%.", "The rate is 5.0%."),
        ("The rate is 5.0%.", "The rate is 5.3%."),
        ("Sales were €2.30bn.", "Sales were €2.34bn."),
    ],
)
def test_a_nought_behind_the_point_is_as_exact_as_any_figure(claim: str, passage: str) -> None:
    """5.00 had been read as 5, and so to agree with 5.50."""
    assert not _agrees(claim, passage)
    assert not _agrees(passage, claim)


@pytest.mark.parametrize(
    ("claim", "passage"),
    [
        ("The dividend is SEK 5 a share.", "The dividend is SEK 5.00 a share."),
        ("The dividend is SEK 5.5 a share.", "The dividend is SEK 5.50 a share."),
        ("The rate is 5.0%.", "The rate is 4.97%."),
        ("Sales were €2.3bn.", "Sales were €2.34bn."),
    ],
)
def test_what_is_rounded_agrees_with_what_it_is_rounded_from(claim: str, passage: str) -> None:
    assert _agrees(claim, passage)
