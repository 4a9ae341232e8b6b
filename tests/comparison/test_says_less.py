"""A passage that says less than the claim, or says it of less, supports it nowhere, and tells by which words."""

from __future__ import annotations

import pytest

from tests.comparison.test_another import facts
from workbench.comparison.compare import compare
from workbench.comparison.outcomes import Comparison, Outcome
from workbench.comparison.stances import LEANS_SUPPORTS, SUPPORTS, Weighing, labelled
from workbench.domain.evidence import StanceSuggestion


def found(claim: str, passage: str, outcome: Outcome) -> list[str]:
    return [one.passage for one in compare(facts(claim), facts(passage)) if one.outcome is outcome]


SUMS = [
    ("The fire killed 12 people in Holm.", "The fire killed 12 people in Holm and Dace.", "12, Holm and Dace"),
    ("Kern sold 400,000 cars in Europe.", "Kern sold 400,000 cars in Europe and Asia.", "400,000, Europe and Asia"),
    (
        "Kern cut 900 jobs in Spain.",
        "Kern cut 900 jobs in Spain, Italy and the Tyrol.",
        "900, Spain, Italy and the Tyrol",
    ),
    (
        "Chile dug up 7 million tonnes of ore.",
        "Chile and Peru dug up 7 million tonnes of ore.",
        "7 million tonnes, Chile and Peru",
    ),
    ("The city built 60 schools.", "The city and the state built 60 schools.", "60, city and the state"),
    ("The mine employs 1,200 people.", "The mine and its smelter employ 1,200 people.", "1,200, mine and its smelter"),
    ("The navy sank 12 boats in May.", "The navy sank 12 boats in May and June.", "12, May and June"),
    ("The clinic treated 300 men.", "The clinic treated 300 men and women.", "300, men and women"),
    (
        "The bomb hurt 26 people in Holm.",
        "The bomb hurt 26 people in Holm and a nearby village.",
        "26, Holm and a nearby village",
    ),
    ("France sent 50 men.", "Germany, Austria and France sent 50 men.", "50, Austria and France"),
]
ONE = [
    ("The fire killed 12 people in Holm.", "The fire killed 12 people in Holm and injured 40."),
    ("The fire killed 12 people in Holm.", "The fire killed 12 people in Holm and Holm alone, not in Dace."),
    ("Kenya sold 50 tonnes to Egypt.", "Kenya sold 50 tonnes to Egypt and 20 tonnes to Sudan."),
    ("The city built 60 schools.", "The city built 60 schools and repaired 40 roads."),
    ("The city built 60 schools.", "The city and the state each built 60 schools."),
    ("The zoo has 90 penguins.", "The zoo has 90 penguins and a polar bear."),
    ("The army freed 30 hostages.", "The army freed 30 hostages, women and children among them."),
    (
        "The bakery hired 30 people in April.",
        "The bakery hired 30 people in April, ahead of the May and June holidays.",
    ),
    ("Norway gave 40 million euros.", "Norway gave 40 million euros, and Sweden and Denmark gave 20 million."),
    ("The bank lent 800 euros to Ann.", "The bank lent 800 euros to Ann and plans to lend her more."),
    ("The city and the state built 60 schools.", "The state and the city built 60 schools."),
    ("The fire killed 12 people in Holm.", "Police in Holm and Dace said the fire killed 12 people in Holm."),
]


@pytest.mark.parametrize(("claim", "passage", "said"), SUMS)
def test_an_amount_of_two_together_agrees_with_none_of_the_one(claim: str, passage: str, said: str) -> None:
    assert found(claim, passage, Outcome.ANOTHER) == [said]
    assert not found(claim, passage, Outcome.AGREEMENT)


@pytest.mark.parametrize(("claim", "passage"), ONE)
def test_what_else_a_sentence_names_takes_nothing_from_an_amount(claim: str, passage: str) -> None:
    assert found(claim, passage, Outcome.AGREEMENT)
    assert not found(claim, passage, Outcome.ANOTHER)


ENDED = [
    (
        "Ida Voss is the mayor of Holm.",
        "Ida Voss was the mayor of Holm until last summer.",
        "was the mayor of Holm until last summer",
    ),
    ("Smoking is banned in bars.", "Smoking was banned in bars until 2010.", "was banned in bars until 2010"),
    ("The country is a member.", "The country was a member from 1973 to 2020.", "was a member from 1973 to 2020"),
    ("Kern owns the newspaper.", "Kern owned the newspaper for nine years.", "owned the newspaper for nine years"),
    ("The river is safe.", "The river was safe in the 1950s.", "was safe in the 1950s"),
    ("She leads the party.", "She led the party for two terms.", "led the party for two terms"),
    (
        "The hospital has a maternity ward.",
        "The hospital had a maternity ward before 2020.",
        "had a maternity ward before 2020",
    ),
    ("The school teaches Latin.", "The school used to teach Latin.", "used to"),
    ("The capital of Velmark is Holm.", "The capital of Velmark was once Holm.", "was once Holm"),
    ("Ann Lee is the bishop of Holm.", "Ann Lee, the former bishop of Holm, has died.", "former bishop"),
    ("The firm makes clocks.", "The firm formerly made clocks.", "formerly made"),
    ("The army holds the port.", "The army held the port until rebels took it.", "held the port until rebels took it"),
]
GOES_ON = [
    ("The bridge is closed.", "The bridge was closed on Monday after cracks were found."),
    ("The bridge is closed.", "The bridge was closed until further notice."),
    ("The striker is banned.", "The striker was banned for three months."),
    ("Smoking is banned in bars.", "Smoking was banned in bars in the 1990s."),
    ("Ida Voss is the mayor of Holm.", "Ida Voss was elected mayor of Holm in 2021."),
    ("Kern owns the newspaper.", "Kern has owned the newspaper for nine years."),
    ("The museum houses 40 paintings.", "The museum, a former power station, houses 40 paintings."),
    ("Ann Lee is the head of the agency.", "Ann Lee, a former general, was named head of the agency."),
    ("The island belongs to Velmark.", "The island, once ruled by Holm, belongs to Velmark."),
    ("Petrol is subsidised.", "Petrol was subsidised, the ministry said, and would stay so until 2036."),
    (
        "Ida Voss is the mayor of Holm.",
        "Ida Voss was the mayor of Holm until 2019. Since 2023 Ida Voss is the mayor of Holm again.",
    ),
    ("Stews are thickened with starch.", "Starch is used to thicken stews."),
]


@pytest.mark.parametrize(("claim", "passage", "said"), ENDED)
def test_what_was_and_ended_is_not_what_is(claim: str, passage: str, said: str) -> None:
    assert found(claim, passage, Outcome.ANOTHER) == [said]


@pytest.mark.parametrize(("claim", "passage"), GOES_ON)
def test_what_is_only_told_in_the_past_is(claim: str, passage: str) -> None:
    assert not found(claim, passage, Outcome.ANOTHER)


LEFT_OUT = [
    ("Kano is the largest city.", "Kano is the largest city after Lagos.", "largest city after Lagos"),
    (
        "It is the tallest tower.",
        "It is the tallest tower, second only to Kern's.",
        "tallest tower, second only to Kern's",
    ),
    (
        "Holm has the oldest school.",
        "Apart from Dace, Holm has the oldest school.",
        "Apart from Dace, Holm has the oldest",
    ),
    ("All flights left on time.", "All flights but three left on time.", "All flights but three"),
    ("All flights left on time.", "All but three flights left on time.", "All but three"),
    ("All trains are running.", "All trains except the night train are running.", "All trains except the night train"),
    ("Every member voted for it.", "Every member but one voted for it.", "Every member but one"),
    (
        "No country knows the republic.",
        "No country other than Velmark knows the republic.",
        "No country other than Velmark",
    ),
    ("Nobody was injured.", "Nobody was injured apart from the driver.", "Nobody was injured apart from the driver"),
    ("All the parties signed.", "All the parties, save the Greens, signed.", "All the parties, save the Greens"),
    ("The strike closed all mines.", "The strike closed all mines bar one.", "all mines bar one"),
]
NOBODY_LEFT_OUT = [
    ("Kano is the largest city.", "Kano, the largest city, was flooded after heavy rain."),
    ("She won the most medals.", "She won the most medals after Norway withdrew."),
    ("Ann Lee is the richest player.", "After Sunday's deal Ann Lee is the richest player."),
    ("All schools were shut.", "All schools were shut on Monday, but the baths stayed open."),
    ("No soldier was killed.", "No soldier was killed, but Captain Voss lost an arm."),
    ("No country knows the region.", "No country but Velmark has troops there, and no country knows the region."),
    ("It is the oldest mill.", "It is the oldest mill, and tourists may see it except on Fridays."),
    ("All flights but three left on time.", "All flights but three left on time."),
    ("Hale is the fifth largest port.", "Hale is the fifth largest port behind Varen."),
    ("All banks raised their rates.", "After the vote in Parliament all banks raised their rates."),
    ("It was the hottest June.", "It was the hottest June, the agency said on Friday, after a cool May."),
    ("All miners were saved.", "All miners were saved after Easter."),
]


@pytest.mark.parametrize(("claim", "passage", "said"), LEFT_OUT)
def test_all_but_one_are_not_all(claim: str, passage: str, said: str) -> None:
    assert found(claim, passage, Outcome.ANOTHER) == [said]


@pytest.mark.parametrize(("claim", "passage"), NOBODY_LEFT_OUT)
def test_what_leaves_nobody_out_is_left_alone(claim: str, passage: str) -> None:
    assert not found(claim, passage, Outcome.ANOTHER)


LINKS = [
    ("Smoking causes cancer.", "Smoking is linked to cancer.", "is linked to"),
    ("Phones cause tumours.", "Heavy use of phones was associated with tumours.", "was associated with"),
    ("Games make boys violent.", "Boys who play games tend to be more violent.", "who play games tend to be more"),
    ("Migration lowers wages.", "Wages are lower where migration is high.", "lower where"),
    ("Poverty leads to crime.", "Crime is higher in areas where poverty is high.", "higher in areas"),
    ("The chemical causes asthma.", "There is a link between the chemical and asthma.", "link between"),
    ("Vaping leads to smoking.", "Teenagers who vape are more likely to smoke.", "who vape are more"),
    ("The pill causes clots.", "Women on the pill have a higher risk of clots.", "higher risk"),
    ("The festival caused the outbreak.", "The outbreak came after the festival.", "after"),
    (
        "Red wine prevents heart disease.",
        "Red wine has been associated with less heart disease.",
        "been associated with",
    ),
]
CAUSES = [
    ("Smoking causes cancer.", "Smoking, which was linked to cancer in 1950, causes cancer."),
    ("The wiring caused the fire.", "Faulty wiring led to the fire."),
    ("The drought raised prices.", "Prices rose as a result of the drought."),
    ("Salt raises blood pressure.", "Salt raises blood pressure, which is linked to strokes."),
    ("The gang robbed the bank.", "The gang robbed the bank, and two of its men were linked to a murder."),
    ("Lead made children ill.", "Children became ill because of lead."),
    ("The brakes caused the crash.", "The brakes were to blame for the crash."),
    ("Smoking is linked to cancer.", "Smoking is linked to cancer."),
    ("The virus may cause cancer.", "The virus is linked to cancer."),
    ("The fire caused damage.", "The fire, which broke out after midnight, caused damage."),
    ("The pole is red.", "The pole is connected to the red wire."),
    ("The drug lowers blood pressure.", "The drug lowers blood pressure by 10 points."),
]


@pytest.mark.parametrize(("claim", "passage", "said"), LINKS)
def test_a_link_is_no_cause(claim: str, passage: str, said: str) -> None:
    assert found(claim, passage, Outcome.LESS) == [said]


@pytest.mark.parametrize(("claim", "passage"), CAUSES)
def test_a_cause_in_other_words_is_one(claim: str, passage: str) -> None:
    assert not found(claim, passage, Outcome.LESS)


SOME = [
    ("All flights were cancelled.", "All morning flights were cancelled.", "All morning flights"),
    ("All flights were cancelled.", "All flights to London were cancelled.", "All flights to London"),
    ("Every patient recovered.", "Every patient under 40 recovered.", "Every patient under 40"),
    ("No votes were counted.", "No postal votes were counted.", "No postal votes"),
    ("Tourists need a visa.", "Tourists from China need a visa.", "Tourists from China need a visa"),
    ("Doctors are on strike.", "Junior doctors are on strike.", "Junior doctors"),
    ("The tax applies to all income.", "The tax applies to all income above 100 euros.", "all income above 100 euros"),
    ("The museum is closed.", "The museum is closed on Mondays.", "on Mondays"),
    ("The pass is closed.", "The pass is closed in winter.", "in winter"),
    ("The drug cures the disease.", "In rats, the drug cures the disease.", "In rats"),
    ("The vaccine prevents malaria.", "The vaccine prevented malaria in monkeys.", "in monkeys"),
    ("The law bans foreign donations.", "The law bans foreign donations to parties.", "donations to parties"),
]
ALL = [
    ("All flights were cancelled.", "All flights were cancelled on Tuesday as fog covered the airport."),
    ("All flights were cancelled.", "All 40 flights were cancelled."),
    ("All workers walked out.", "All workers at the plant walked out."),
    ("All tenants got letters.", "All tenants got letters from the landlord."),
    ("Every shop in Torp was looted.", "Every shop in Torp was looted on the first night."),
    ("Farmers are protesting.", "Angry farmers are protesting in the capital."),
    ("Teachers are on strike.", "Teachers are on strike over pay in all 16 regions."),
    ("Women earn less than men.", "Women earn less than men in all 27 countries."),
    ("The mill is open.", "The mill, which is open again, draws school classes."),
    ("The drug slows ageing in mice.", "In mice, the drug slows ageing."),
    ("The vaccine prevents measles.", "The vaccine prevents measles in 97 of 100 people, as it did in mice."),
    ("The court banned the party.", "The court banned the party on Tuesday."),
    ("Hale was a writer.", "Young Hale was a writer."),
]


@pytest.mark.parametrize(("claim", "passage", "said"), SOME)
def test_what_is_said_of_some_is_less_than_of_all(claim: str, passage: str, said: str) -> None:
    assert found(claim, passage, Outcome.LESS) == [said]


@pytest.mark.parametrize(("claim", "passage"), ALL)
def test_what_leaves_none_out_is_left_alone(claim: str, passage: str) -> None:
    assert not found(claim, passage, Outcome.LESS)


POSSIBLE = [
    ("The plant makes 900 cars a day.", "The plant can make 900 cars a day.", "can make"),
    ("The ferry carries 900 people.", "The ferry is able to carry 900 people.", "able to carry"),
    ("The school has 300 pupils.", "The school has places for 300 pupils.", "places for 300"),
    ("The hall drew 5,000 people.", "The hall can hold 5,000 people.", "can hold 5,000"),
    ("The clinic treated 50 men.", "The clinic is equipped for 50 men.", "equipped for 50"),
    ("The missile hit Holm.", "The missile could hit Holm.", "could hit"),
    ("The firm laid off 300 people.", "The firm is likely to lay off 300 people.", "likely to lay"),
    ("The film won an Oscar.", "The film was up for an Oscar.", "up for"),
    ("Ann Lee won the office.", "Ann Lee ran for the office.", "ran for"),
    ("Ida Voss is the mayor.", "Ida Voss is the deputy mayor.", "deputy mayor"),
    ("The shop sells alcohol.", "The shop sells alcohol-free beer.", "alcohol-free"),
    ("The virus killed the bats.", "The virus might kill the bats.", "might kill"),
]
DONE = [
    ("The plant makes 900 cars a day.", "The plant, which can make vans too, makes 900 cars a day."),
    ("The school has 300 pupils.", "The school has 300 pupils and room for more."),
    ("The ship carried 900 people.", "The ship, built for 300 people, carried 900 people."),
    ("The hall holds 5,000 people.", "The hall can hold 5,000 people."),
    ("The film won an Oscar.", "The film, up for nine, won an Oscar."),
    ("The pupils solved 40 riddles.", "The pupils were able to solve 40 riddles."),
    ("The virus kills bats.", "The virus kills bats and might reach Holm."),
    ("The plant could make 900 cars.", "The plant can make 900 cars."),
    ("They attempted to kill him.", "They planned to kill him."),
    ("The king freed 200 men.", "The king freed 200 men and may free 50 more."),
    ("The bus carries 70 people.", "The bus carries 70 people, and can be folded."),
    ("Ida Voss is the deputy mayor.", "Ida Voss is the deputy mayor."),
]


@pytest.mark.parametrize(("claim", "passage", "said"), POSSIBLE)
def test_what_could_be_is_not_what_is(claim: str, passage: str, said: str) -> None:
    assert said in found(claim, passage, Outcome.ANOTHER)
    assert not found(claim, passage, Outcome.AGREEMENT)


@pytest.mark.parametrize(("claim", "passage"), DONE)
def test_what_was_done_is_left_alone(claim: str, passage: str) -> None:
    assert not found(claim, passage, Outcome.ANOTHER)


def test_what_says_less_leans_to_support_at_most() -> None:
    weighing = Weighing(thresholds={"supports": 0.7, "refutes": 0.7, "context": 0.9}, lean=0.5)
    said = StanceSuggestion(SUPPORTS, 0.9, 0.05, 0.05)
    assert labelled(said, weighing).label == SUPPORTS
    assert labelled(said, weighing, [Comparison(Outcome.LESS, "causes", "is linked to")]).label == LEANS_SUPPORTS
