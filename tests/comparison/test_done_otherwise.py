"""One verb told of two amounts in two ways is no comparison; what is told alike still is."""

from __future__ import annotations

import pytest

from tests.comparison.test_another import facts
from workbench.comparison.compare import compare
from workbench.comparison.outcomes import Outcome

OTHERWISE = [
    # another does it, who is told on the other side as something else
    ("The charity paid its director £140,000.", "The charity's director paid £20,000 into the charity."),
    ("Ruth Aldane owns 41 flats in Corvel.", "Ruth Aldane's sister owns 12 flats in Corvel."),
    # for, from or against another
    ("The ministry set aside £6.5 million for flood walls.", "The ministry set aside £9 million for repairs to roads."),
    ("The town rented 40 buses to Holm.", "The town rented 60 buses from Holm."),
    # taken away
    ("The clinic's waiting list has 640 people on it.", "The clinic took 90 people off its waiting list."),
    # as a rule, and in some time
    ("The ferry carries 200 passengers.", "The ferry carried 130,000 passengers last year."),
    ("The mine employs 900 people at a time.", "The mine employed 4,000 people over ten years."),
    # some of them
    ("Three hostages were freed.", "Two of the hostages were freed on Monday."),
]

NARROWER = [
    # some of them may be those, the others are not told
    ("The hospital hired 40 nurses.", "The hospital hired 12 nurses from the Philippines."),
    ("Brede council spent £4 million on buses.", "Brede council spent £9 million on buses and trams."),
    ("The club sold Arno for £12 million.", "The club sold Arno's shirt for £900."),
    ("The company lost 300 jobs in Wales.", "The company lost 1,200 jobs outside Wales."),
    ("The town received 300 refugees from Syria.", "The town received 800 refugees."),
    ("The rebels freed 20 hostages.", "The rebels freed 6 hostages who were ill."),
    # of another beginning, or of a kind of it
    ("The choir has 62 singers.", "The children's choir has 120 singers."),
    ("The premier's party won 51 seats.", "The premier's allies won 9 seats."),
    ("Theft in Varde rose by 12 per cent.", "Car theft in Varde rose by 30 per cent."),
    # at another time, or once more
    ("Sunday's march drew 8,000 people.", "Saturday's march drew 20,000 people."),
    ("The glacier lost 30 metres of ice in a year.", "The glacier lost 4 metres of ice in June."),
    ("Inspector Vale questioned 45 suspects.", "Inspector Vale questioned 8 suspects again."),
    ("The inquiry heard 140 witnesses.", "The inquiry lost the statements of 140 witnesses."),
    ("The inquiry heard 140 witnesses.", "The inquiry's first chair heard 140 witnesses."),
    ("The bakery's sales rose by 8 per cent.", "The bakery's costs rose by 8 per cent."),
    ("The clinic vaccinated 5,000 children against measles.", "The clinic vaccinated 5,000 children against polio."),
    ("The tram line lost 12 per cent of its riders.", "The tram line lost 30 per cent of its evening riders."),
    ("The dairy bought the farm for 8 million kroner.", "The dairy bought a share in the farm for 2 million kroner."),
    ("The orchard yielded 75 tonnes of pears.", "The orchard could yield 75 tonnes of pears."),
    ("Officers seized 9,000 cigarettes in Dover.", "Officers seized 9,000 cigarettes in Calais."),
    ("The bakery in Ulm was sold for 2 million euros.", "The bakery's ovens in Ulm were sold for 90,000 euros."),
    ("The army lost 14 tanks near Vada.", "The army destroyed 14 tanks near Vada."),
    ("Lumenta's workers earn 30,000 euros.", "Lumenta's workers earned 20,000 euros in 1990."),
    ("The party won 40 seats.", "The party won 30 of the 90 council seats."),
    ("Crime rose by 40 per cent in Holm.", "Violent crime in Holm rose by 30 per cent."),
    ("The bank employs 400 people.", "The bank's headquarters employ 300 people."),
    # each side has words of its own
    ("The mayor received 12,000 votes in the first round.", "The mayor received 19,000 votes in the second round."),
    ("The court awarded Ms Hale £40,000.", "The court awarded Ms Hale's lawyers £90,000."),
    ("The jury acquitted three of the men.", "The jury convicted three of the men."),
]
OTHERWISE += NARROWER

ALIKE = [
    ("The charity paid its director £140,000.", "The charity paid its director £95,000."),
    ("The ministry set aside £6.5 million for flood walls.", "The ministry set aside £2.4 million for flood walls."),
    ("The harbour dredged 14 kilometres of channel in 2021.", "In 2021 the harbour dredged 9 kilometres of channel."),
    ("The town rented 40 buses to Holm.", "The town rented 60 buses to Holm."),
    ("Okafor cut 90 officers in 2016.", "Samuel Okafor cut 60 officers in 2016."),
    ("Judge Hale jailed the clerk for nine years.", "The clerk was jailed by Judge Hale for four years."),
    # of 40 nurses not 60 can be from anywhere
    ("The hospital hired 40 nurses.", "The hospital hired 60 nurses from the Philippines."),
    ("Brede council spent £4 million on buses.", "Brede council spent £2 million on buses and trams."),
    ("Lumenta employs 2,750 people.", "Lumenta had 2,570 employees in eight countries."),
]


@pytest.mark.parametrize(("claim", "passage"), OTHERWISE)
def test_what_is_done_otherwise_does_not_differ(claim: str, passage: str) -> None:
    found = {one.outcome for one in compare(facts(claim), facts(passage))}
    assert not found & {Outcome.CONFLICT, Outcome.OPPOSITE, Outcome.AGREEMENT}


@pytest.mark.parametrize(("claim", "passage"), ALIKE)
def test_what_is_done_alike_differs(claim: str, passage: str) -> None:
    assert Outcome.CONFLICT in {one.outcome for one in compare(facts(claim), facts(passage))}


def test_of_two_parts_the_contrary_may_be_told() -> None:
    claim, passage = "The state granted visas to 300 workers.", "The state refused visas to 700 workers."
    assert Outcome.OPPOSITE not in {one.outcome for one in compare(facts(claim), facts(passage))}
    same = "The state refused visas to 300 workers."
    assert Outcome.OPPOSITE in {one.outcome for one in compare(facts(claim), facts(same))}


def test_whom_the_same_befell_is_the_same_number() -> None:
    for claim, passage in (
        ("2,300 were evacuated.", "Fourteen people died in the floods and 2,300 residents were evacuated."),
        ("Some 2,300 people were evacuated.", "2,300 residents had to be evacuated."),
        ("Norrbank has shut 27 branches since 2020.", "Since 2020 Norrbank closed 27 of its branches."),
    ):
        assert Outcome.AGREEMENT in {one.outcome for one in compare(facts(claim), facts(passage))}


def test_when_it_was_said_is_not_compared() -> None:
    claim = "The director said in a report published on 4 March 2024 that repayments would rise to £2.9m a year."
    passage = "Report of 4 March 2024. Annual debt repayments would rise to £2.9m."
    assert [(one.claim, one.outcome) for one in compare(facts(claim), facts(passage))] == [("£2.9m", Outcome.AGREEMENT)]


def test_a_week_is_told_as_a_week() -> None:
    claim, passage = "The quay closed in the week of 4 March 2024.", "The quay closed on 6 March 2024."
    [found] = compare(facts(claim), facts(passage))
    assert (found.claim, found.outcome) == ("the week of 4 March 2024", Outcome.AGREEMENT)


NOT_OF_THE_COUNT = [
    (
        "The parliament, with 120 members, approved the treaty.",
        "The parliament rejected the treaty; 30 members were away.",
    ),
    ("The council, which has 31 seats, rejected the plan.", "The council approved the plan; 12 members spoke."),
]


@pytest.mark.parametrize(("claim", "passage"), NOT_OF_THE_COUNT)
def test_a_count_in_passing_takes_no_opposite_away(claim: str, passage: str) -> None:
    assert Outcome.OPPOSITE in {one.outcome for one in compare(facts(claim), facts(passage))}


SIDES = [
    ("Four people were arrested after the march.", "Eleven people were arrested before the march."),
    ("Four people were arrested after the march.", "Four people were arrested before the march."),
    ("The inquiry cost 2 million euros.", "The inquiry cost 2 million euros more than planned."),
    ("The clinic does not take patients without insurance.", "The clinic takes patients with private insurance."),
]


@pytest.mark.parametrize(("claim", "passage"), SIDES)
def test_before_is_not_after_and_more_than_planned_not_all_that_it_cost(claim: str, passage: str) -> None:
    told = {one.outcome for one in compare(facts(claim), facts(passage))}
    assert not told & {Outcome.AGREEMENT, Outcome.CONFLICT, Outcome.OPPOSITE}
