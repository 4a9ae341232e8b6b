"""Amounts told in other words: what is asked of a network, and what its answers come to."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from workbench.comparison.compare import compare, to_ask
from workbench.comparison.how_long import ago_and_for
from workbench.comparison.one_word_apart import one_word_apart
from workbench.comparison.outcomes import Comparison, Facts, Outcome
from workbench.comparison.put_in import Question
from workbench.models.stance import load_stance
from workbench.services.search.explaining import facts_of
from workbench.services.search.stance_reading import StancePair, StanceReader, compared

JOBS = "The cuts will cost 340 people at the Derwick mill their jobs."
LEAVE = "The mill in Derwick is to shut, and all 410 staff will go."


def facts(text: str, about: str = "", day: date | None = None) -> Facts:
    return facts_of(text, day, about)


def answered(claim: Facts, passage: Facts, sure: float, back: float = 0.9) -> dict[str, Outcome]:
    first = dict.fromkeys(to_ask(claim, passage), sure)
    found = compare(claim, passage, sure=first | dict.fromkeys(to_ask(claim, passage, first), back))
    return {item.claim: item.outcome for item in found if item.outcome is not Outcome.UNKNOWN}


def test_the_claim_is_asked_with_the_passages_amount_in_it() -> None:
    assert to_ask(facts(JOBS), facts(LEAVE, "Mill news")) == [
        Question("The cuts will cost 410 people at the Derwick mill their jobs.", f"Mill news: {LEAVE}")
    ]


@pytest.mark.parametrize(
    ("claim", "passage", "statement", "told"),
    [
        ("It stood for almost two hours.", "The lift stopped for 35 minutes.", "It stood for 35 minutes.", ""),
        (
            "The firm plans a new site; 210 jobs will go.",
            "Some 260 jobs will be lost.",
            "Some 260 jobs will go.",
            "",
        ),
        ("Nine crews came.", "Rain fell. It soaked them. They say seven teams helped.", "Seven crews came.",
         "It soaked them. They say seven teams helped."),
        ("The roof cost £4m.", "Audit of the roof\n\nThe bill was £5m.", "The roof cost £5m.",
         "Audit of the roof: The bill was £5m."),
    ],
)  # fmt: skip
def test_each_is_asked_with_what_it_leans_on(claim: str, passage: str, statement: str, told: str) -> None:
    (asked,) = to_ask(facts(claim), facts(passage))
    assert asked == Question(statement, told or passage)


def test_two_that_are_surely_of_one_thing_differ_or_agree() -> None:
    assert answered(facts(JOBS), facts(LEAVE), 0.9) == {"340": Outcome.CONFLICT}
    assert answered(facts(JOBS.replace("340", "410")), facts(LEAVE), 0.9) == {"410": Outcome.AGREEMENT}
    assert answered(facts(JOBS), facts(LEAVE), 0.4) == {}


def test_what_the_words_hold_together_is_doubted_where_the_passage_does_not_bear_it_out() -> None:
    claim, passage = facts("The new bridge cost 62 million dollars."), facts("The new bridge cost 71 million dollars.")
    told = [answered(claim, passage, sure).get("62 million dollars") for sure in (0.9, 0.3, 0.05)]
    assert told == [Outcome.CONFLICT, Outcome.UNSURE, None]


@pytest.mark.parametrize(
    ("claim", "passage"),
    [
        ("The bridge carries 12,000 cars.", "The bridge can carry 20,000 cars."),
        ("The tower is 212 metres tall.", "The tower on the east bank is 187 metres tall."),
        ("The trial enrolled 900 patients.", "Of those enrolled in the trial, 640 patients took the drug."),
        ("The dam holds 40 million litres.", "In August the dam held 12 million litres."),
        ("The choir has 60 singers.", "The choir had 48 singers in those years."),
        ("The school has 63 pupils.", "The school hopes to have 81 pupils."),
        ("The strike cost the airline €25m.", "A second strike cost the airline €41m."),
    ],
)
def test_what_may_be_another_time_part_or_plan_is_shown_beside_it_at_most(claim: str, passage: str) -> None:
    told = answered(facts(claim), facts(passage), 0.99).values()
    assert not {Outcome.CONFLICT, Outcome.AGREEMENT} & set(told)


@pytest.mark.parametrize(
    ("claim", "passage"),
    [
        ("The walk lasted 40 minutes.", "The walk began 35 minutes late."),
        ("The tower is 212 metres tall.", "The tower stands 187 metres above the sea."),
        ("Sales of trams rose by 40 per cent.", "Trams make up 27 per cent of sales."),
        ("Operating profit rose to €143m.", "Net profit rose to €98m."),
        ("Nine senators were for the law.", "Seven senators were against the law."),
        ("Rents rose to 900 euros.", "Rents rose from 700 euros."),
        ("The clinic sees 400 patients a week.", "The clinic sees 900 patients a month."),
    ],
)
def test_what_small_words_keep_apart_neither_differs_nor_agrees(claim: str, passage: str) -> None:
    told = answered(facts(claim), facts(passage), 0.99).values()
    assert not {Outcome.CONFLICT, Outcome.AGREEMENT} & set(told)


def test_each_must_bear_the_other_out() -> None:
    claim, passage = facts(JOBS), facts(LEAVE)
    assert [answered(claim, passage, 0.9, back) for back in (0.5, 0.3, 0.1)] == [
        {"340": Outcome.CONFLICT},
        {"340": Outcome.UNSURE},
        {"340": Outcome.UNSURE},
    ]
    assert answered(claim, passage, 0.75, 0.1) == {}
    same = facts(JOBS.replace("340", "410"))
    assert [answered(same, passage, 0.9, back) for back in (0.3, 0.1)] == [
        {"410": Outcome.AGREEMENT},
        {"410": Outcome.COMPATIBLE},
    ]


def test_equal_amounts_agree_in_spite_of_another_place_where_both_bear_out() -> None:
    claim = facts("Eleven horses died in the stable fire.")
    passage = facts("Eleven horses perished when the stable burned down.")
    assert answered(claim, passage, 0.9, 0.9) == {"Eleven": Outcome.AGREEMENT}
    assert answered(claim, passage, 0.9, 0.4) == {"Eleven": Outcome.COMPATIBLE}


@pytest.mark.parametrize(
    ("claim", "passage"),
    [
        ("The ombudsman received 700 complaints.", "The ombudsman upheld 45 complaints."),
        ("The charity gave 2 million pounds to schools.", "The charity was given 3 million pounds by schools."),
        ("The ferry takes two hours to Orsay.", "The ferry waits 20 minutes at Orsay."),
        ("The mill burned 900 tonnes of coal.", "The mill sold 400 tonnes of coal."),
        ("The museum lent 30 pictures.", "The museum borrowed 12 pictures."),
        ("The club got 3 million euros from the town.", "The club paid the town 5 million euros."),
    ],
)
def test_who_tells_the_same_in_the_same_order_tells_another_deed(claim: str, passage: str) -> None:
    told = answered(facts(claim), facts(passage), 0.99, 0.99).values()
    assert not {Outcome.CONFLICT, Outcome.AGREEMENT} & set(told)


@pytest.mark.parametrize(
    ("one", "other", "apart"),
    [
        ("The mayor earns 90 euros.", "The mayor owes 90 euros.", True),
        ("The bus fell 25 metres.", "A car fell 25 metres.", False),
        ("Wages rose by 300 euros.", "Wages were raised by 300 euros.", False),
        ("Schools were given 3 pounds by the charity.", "The charity gave schools 3 pounds.", False),
        ("The charity gave 3 pounds to schools.", "The charity was given 3 pounds by schools.", True),
        ("30 died.", "30 fled.", False),
        ("Some 350 soldiers are in Qarim.", "Some 350 soldiers are in Qarim, a spokeswoman said.", False),
    ],
)
def test_one_word_apart(one: str, other: str, apart: bool) -> None:
    assert one_word_apart(one, other) is apart


@pytest.mark.parametrize(
    ("claim", "passage", "words"),
    [
        ("Staff grew by 300.", "Staff grew to 300.", "claim: 300; passage: to 300"),
        ("The judge jailed him for three years.", "The judge jailed him three years ago.",
         "claim: three years; passage: three years ago"),
        ("The strike lasted nine days.", "Nine days ago the strike began.", "claim: nine days; passage: Nine days ago"),
        ("The hospital has 340 beds.", "On paper the hospital has 340 beds.",
         "claim: 340 beds; passage: On paper the hospital has 340"),
    ],
)  # fmt: skip
def test_by_and_to_ago_and_for_and_what_is_on_paper(claim: str, passage: str, words: str) -> None:
    assert [one.words for one in compared(StancePair(claim, passage))] == [f"{words} (not the same)"]


def test_times_told_both_ways_are_not_compared() -> None:
    both = "Three years ago he was jailed for three years."
    assert ago_and_for(facts("He was jailed for three years."), facts(both)) == []
    assert ago_and_for(facts("He was jailed for three years."), facts("He was jailed for 3 years.")) == []


def test_who_was_fined_must_pay() -> None:
    found = compared(StancePair("The court fined the works €2.5m.", "The works must pay a fine of 2.5 million euros."))
    assert [one.outcome for one in found] == [Outcome.AGREEMENT]


@pytest.mark.parametrize("claim", ["The mayor earns 90,000 euros.", "The hospital employs 900 nurses."])
def test_what_an_old_source_tells_of_its_day_does_not_differ_from_today(claim: str) -> None:
    passage = claim.replace("9", "7")
    old = StancePair(claim, passage, "", date(2026, 3, 1), date(2019, 6, 14))
    new = StancePair(claim, passage, "", date(2026, 3, 1), date(2026, 2, 14))
    assert [[one.outcome for one in compared(pair)] for pair in (old, new)] == [[Outcome.UNSURE], [Outcome.CONFLICT]]


def test_of_several_that_may_be_meant_none_differs() -> None:
    passage = facts("In the hall were 12 men. In the yard were 14 women.")
    assert answered(facts("There were 40 people."), passage, 0.9) == {}


def test_a_time_is_held_to_a_time_in_another_unit() -> None:
    claim = facts("The ferry lay still for two days.")
    assert answered(claim, facts("For 48 hours the ferry did no trip."), 0.95) == {"two days": Outcome.AGREEMENT}
    assert answered(claim, facts("For 9 hours the ferry did no trip."), 0.95) == {"two days": Outcome.CONFLICT}


SETTLED = [
    (JOBS, LEAVE, "claim: 340; passage: 410 (differ)"),
    (
        "63 families were on the list for flats.",
        "At present 81 families are on the list for flats.",
        "63; 81 (differ)",
    ),
    ("Police took 600 calls about the noise.", "The noise led to 412 calls to police.", "600; 412 (differ)"),
    ("The film took $36 million in cinemas.", "Cinema takings for the film were $36 million.", "(agree)"),
    (
        "The count had been delayed by almost two hours after a fire alarm.",
        "The count was suspended for 35 minutes because of a fire alarm.",
        "almost two hours; 35 minutes (differ)",
    ),
]


@pytest.mark.parametrize(("claim", "passage", "words"), SETTLED)
def test_the_shipped_model_holds_together_what_is_told_in_other_words(claim: str, passage: str, words: str) -> None:
    found = told_by_model(claim, passage)
    assert words.replace("claim: ", "").replace("passage: ", "") in found


@pytest.mark.parametrize(
    ("claim", "passage"),
    [
        (JOBS, "The mill in Osgrave is to shut, and all 410 staff will go."),
        ("Inspectors turned away 31 lorries.", "Inspectors looked into 22 lorries."),
        ("The film took $36 million in cinemas.", "The film cost $36 million to make."),
        ("It had only 212 patients.", "The new trial had 1,316 patients."),
        ("Wages rose by 4 per cent.", "Wages of teachers rose by 6 per cent."),
        ("The fire destroyed 14 homes.", "People of 190 homes were told to leave before the fire."),
    ],
)
def test_the_shipped_model_keeps_other_things_apart(claim: str, passage: str) -> None:
    found = told_by_model(claim, passage)
    assert "differ" not in found
    assert "agree" not in found


def told_by_model(claim: str, passage: str) -> str:
    pair, model = StancePair(claim, passage), load_stance()
    (said,) = StanceReader(model).read([pair])
    return said.comparison.replace("claim: ", "").replace("passage: ", "")


class _Other:
    """A model of somebody else's: what its answers are worth was not measured."""

    key, weight = "other", None

    def judge(self, pairs: list[tuple[str, str]]) -> list[object]:
        return load_stance().judge(pairs)  # type: ignore[return-value]

    def bears_out(self, pairs: list[tuple[str, str]]) -> list[float]:
        raise AssertionError("it is not asked")


def test_another_model_is_not_asked() -> None:
    (said,) = StanceReader(_Other()).read([StancePair(JOBS, LEAVE)])  # type: ignore[arg-type]
    assert said.comparison == ""


def test_a_passage_in_another_language_is_not_asked_about() -> None:
    pair = StancePair("The firm cut 340 jobs.", "Die Firma strich 410 Stellen.", language="de")
    (said,) = StanceReader(load_stance()).read([pair])
    assert "differ" not in said.comparison
    assert [one for one in compared(pair) if isinstance(one, Comparison) and one.outcome is Outcome.CONFLICT] == []


@pytest.mark.parametrize(
    "said",
    [
        "{}",
        "Fiona Sharpe said {}",
        "Fiona Sharpe had earlier complained that {}",
        "His agent, Fiona Sharpe, said on Monday that {}",
        "The union reported that {}",
    ],
)
def test_who_says_it_in_front_changes_nothing(said: str) -> None:
    claim = said.format("140 postal votes were rejected.")
    found = compared(StancePair(claim[0].upper() + claim[1:], "In all, 204 postal votes were rejected."))
    assert [one.words for one in found] == ["claim: 140; passage: 204 (differ)"]


@pytest.mark.parametrize("said", ["Nobody said that {}", "Fiona Sharpe denied that {}", "Few people claimed that {}"])
def test_what_is_not_said_stays_as_it_is(said: str) -> None:
    claim = said.format("140 postal votes were rejected.")
    assert StancePair(claim, "").stated == claim


@pytest.mark.parametrize(
    "passage",
    [
        "The hospital had 340 beds in 1990.",
        "In its best days the hospital had 340 beds.",
        "The hospital had 340 beds when it opened.",
        "Twenty years ago the hospital held 340 beds.",
        "The hospital had 340 beds then.",
        "The hospital once had 340 beds.",
    ],
)
def test_what_was_so_long_ago_is_not_the_same(passage: str) -> None:
    found = compared(StancePair("The hospital has 340 beds.", passage, claim_day=date(2024, 3, 1)))
    assert [one.outcome for one in found] == [Outcome.ANOTHER]


@pytest.mark.parametrize(
    "passage",
    [
        "Opened in 1990, the hospital has 340 beds.",
        "At the end of last year the hospital had 340 beds.",
    ],
)
def test_what_is_so_still_agrees(passage: str) -> None:
    found = compared(StancePair("The hospital has 340 beds.", passage, "", date(2024, 3, 1), date(2024, 2, 1)))
    assert [one.outcome for one in found] == [Outcome.AGREEMENT]


@pytest.mark.parametrize(
    ("claim", "passage"),
    [
        ("The mayor earns 90,000 euros.", "The mayor owes 90,000 euros."),
        ("Voss got 40,000 euros from the firm.", "Voss paid the firm 40,000 euros."),
        ("The factory employs 700 people.", "The factory feeds 700 people."),
        ("He was fined 300 euros for speeding.", "He was fined 500 euros, 300 of them for speeding."),
        ("The fire destroyed 14 houses.", "The fire damaged 20 houses."),
        ("The fleet has 30 buses.", "The fleet has 12 electric buses."),
        ("The port served 4 million passengers.", "The port served 3.1 million passengers from abroad."),
        ("Prices rose to 3 euros.", "Prices rose by 3 euros."),
        ("The judge jailed him for three years.", "The judge jailed him three years ago."),
        ("Twelve of Holm's 40 schools failed.", "Holm has 40 schools."),
        ("Of its eighteen beds, five were closed.", "The ward has eighteen beds."),
    ],
)
def test_one_number_of_another_deed_or_part_neither_agrees_nor_differs(claim: str, passage: str) -> None:
    found = told_by_model(claim, passage)
    assert "differ" not in found
    assert "agree" not in found


@pytest.mark.parametrize(
    ("claim", "passage"),
    [
        ("The ship sank in March 2021.", "The ship ran aground in March 2021 and sank in April 2021."),
        ("Kern bought Vogt in 2019.", "Kern was founded in 2019 and bought Vogt in 2021."),
        ("The school was built in 1950.", "The school, built in 1962, was named in 1950."),
        ("The law came into force in May 2020.", "Passed in May 2020, the law came into force in January 2021."),
        ("He died in June 2019.", "He fell ill in June 2019 and died in August."),
    ],
)
def test_a_day_of_another_deed_is_not_the_same(claim: str, passage: str) -> None:
    assert [one.outcome for one in compared(StancePair(claim, passage))] == [Outcome.ANOTHER]


@pytest.mark.parametrize(
    ("claim", "passage", "words"),
    [
        ("Wages rose by 300 euros.", "Wages rose to 300 euros.", "claim: 300 euros; passage: to 300 euros"),
        ("Exports fell to 4m tonnes.", "Exports fell by 4m tonnes.", "claim: 4m tonnes; passage: by 4m tonnes"),
    ],
)
def test_an_equal_amount_of_another_end_or_time_is_not_the_same(claim: str, passage: str, words: str) -> None:
    assert [one.words for one in compared(StancePair(claim, passage))] == [f"{words} (not the same)"]


def test_a_day_of_the_same_deed_agrees_beside_another() -> None:
    found = compared(StancePair("The ship sank in March 2021.", "It ran aground in 2020 and sank in March 2021."))
    assert [one.outcome for one in found] == [Outcome.AGREEMENT]


@pytest.mark.parametrize(
    ("claim", "row", "label"),
    [
        ("Varen handled 700 ships in 2023.", "Port: Varen; 2021: 800; 2022: 850; 2023: 900", "neither"),
        ("Varen handled 900 ships in 2021.", "Port: Varen; 2021: 800; 2022: 850; 2023: 900", "unclear"),
        ("The Holm dam is 200 metres long.", "Name: Holm dam; Length: 210 m", "neither"),
    ],
)
def test_a_row_in_which_nothing_is_told_of_the_amount_leans_nowhere(claim: str, row: str, label: str) -> None:
    (said,) = StanceReader(load_stance()).read([StancePair(claim, row)])
    assert said.label == label


@pytest.mark.parametrize(
    ("claim", "passage"),
    [
        ("The dam was raised by four metres.", "The dam is 44 metres high."),
        ("The ministry hired 400 inspectors.", "The ministry employs 900 inspectors."),
        ("The town has 52,000 inhabitants.", "The town has 4,100 inhabitants over 80."),
        ("The bishop owns 14 houses.", "The diocese owns 31 houses."),
        ("Tomatoes cost 3 euros a kilo.", "Cherry tomatoes cost 5 euros a kilo."),
        ("The pilot had flown 6,000 hours.", "The co-pilot had flown 1,100 hours."),
        ("Her book was put into 30 languages.", "Her first book was put into 12 languages."),
    ],
)
def test_what_was_done_and_what_there_is_do_not_differ(claim: str, passage: str) -> None:
    assert "differ" not in told_by_model(claim, passage)


@pytest.mark.parametrize(
    ("claim", "passage", "words"),
    [
        ("The hospital treated 300 patients.", "There were 300 patients; the hospital treated 120 of them.",
         "claim: 300 patients; passage: treated 120"),
        ("Voters elected 12 women.", "12 women stood; voters elected five.", "claim: 12; passage: elected five"),
        ("The army shot down 22 drones.", "Of 22 drones the army shot down nine.",
         "claim: 22 drones; passage: shot down nine"),
        ("The wolf killed 9 sheep.", "The farmer has 9 sheep, and the wolf killed two.",
         "claim: 9 sheep; passage: killed two"),
    ],
)  # fmt: skip
def test_the_number_of_another_clause_is_not_the_same(claim: str, passage: str, words: str) -> None:
    assert [one.words for one in compared(StancePair(claim, passage))] == [f"{words} (not the same)"]


@pytest.mark.parametrize(
    ("claim", "passage"),
    [
        ("The hospital treated 300 patients.", "The hospital treated 300 patients, and discharged 120 of them."),
        ("The bomb killed 12 people.", "Twelve people died; the bomb killed two dogs as well."),
        ("The firm hired 400 people.", "In 2023 the firm hired 400 people and in 2022 it hired 250."),
        ("The team scored 40 goals.", "The team scored 40 goals, Ida Voss scored nine of them."),
        ("The school has 340 pupils.", "The school has 340 pupils; 120 of them have free meals."),
    ],
)
def test_a_number_of_the_same_deed_agrees_beside_another(claim: str, passage: str) -> None:
    assert Outcome.AGREEMENT in {one.outcome for one in compared(StancePair(claim, passage))}


@pytest.mark.parametrize(
    ("claim", "passage", "days", "differ"),
    [
        ("27,000 homes are without power.", "235,000 homes are without power.", 2, False),
        ("There are 300 patients in hospital.", "There are 900 patients in hospital.", 9, False),
        ("The river stands at 9.2 metres.", "The river stands at 6.1 metres.", 4, False),
        ("The inquiry has heard 90 witnesses.", "The inquiry has heard 40 witnesses.", 30, False),
        ("The inquiry has heard 40 witnesses.", "The inquiry has heard 90 witnesses.", 30, True),
        ("The party has 40,000 members.", "The party has 31,000 members.", 150, False),
        ("The hospital has 340 beds.", "The hospital has 240 beds.", 20, True),
        ("The tunnel is 18 kilometres long.", "The tunnel is 12 kilometres long.", 60, True),
        ("27,000 homes are without power.", "235,000 homes are without power.", 0, True),
    ],
)
def test_what_stands_for_a_moment_differs_on_the_same_day_alone(
    claim: str, passage: str, days: int, differ: bool
) -> None:
    day = date(2026, 3, 1)
    found = compared(StancePair(claim, passage, "", day, day - timedelta(days=days)))
    assert (Outcome.CONFLICT in {one.outcome for one in found}) is differ


@pytest.mark.parametrize(
    ("claim", "passage"),
    [
        ("Coffee drinkers are 24% less likely to fall ill.", "Who drinks coffee has a 24% higher risk to fall ill."),
        ("The tax on petrol is 50 cents a litre.", "Petrol costs 50 cents a litre."),
        ("The subsidy for each ticket is 12 euros.", "Each ticket costs 12 euros."),
        ("The firm paid bribes of $4m.", "Prosecutors dropped the charge that the firm had paid $4m in bribes."),
        ("The firm paid bribes of $4m.", "A jury found no evidence that the firm had paid $4m in bribes."),
    ],
)  # fmt: skip
def test_what_is_less_a_tax_or_dropped_does_not_agree(claim: str, passage: str) -> None:
    assert "agree" not in told_by_model(claim, passage)


def test_who_estimates_it_is_left_out_where_it_is_asked_back() -> None:
    claim = facts("Two million people attended the rally.")
    passage = facts("A firm estimated on Sunday that some 120,000 took part in the rally.")
    first = dict.fromkeys(to_ask(claim, passage), 0.9)
    assert [one.statement for one in to_ask(claim, passage, first)] == ["Some 120,000 took part in the rally."]


def test_a_stamp_in_cents_and_in_euros() -> None:
    assert answered(facts("A stamp costs 85 cents."), facts("You pay €0.85 for a stamp."), 0.9) == {
        "85 cents": Outcome.AGREEMENT
    }
