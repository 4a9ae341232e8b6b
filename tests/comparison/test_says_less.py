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


def test_what_says_less_leans_to_support_at_most() -> None:
    weighing = Weighing(thresholds={"supports": 0.7, "refutes": 0.7, "context": 0.9}, lean=0.5)
    said = StanceSuggestion(SUPPORTS, 0.9, 0.05, 0.05)
    assert labelled(said, weighing).label == SUPPORTS
    assert labelled(said, weighing, [Comparison(Outcome.LESS, "causes", "is linked to")]).label == LEANS_SUPPORTS
