"""Two that have changed places are told; who meets whom, and what is turned twice, is not."""

from __future__ import annotations

import pytest

from tests.comparison.test_another import facts
from workbench.comparison.compare import compare
from workbench.comparison.exchanged import exchanged
from workbench.comparison.outcomes import Comparison, Facts, Outcome
from workbench.comparison.stances import LEANS_SUPPORTS, SUPPORTS, Weighing, labelled
from workbench.domain.evidence import StanceSuggestion

SWAPPED = [
    ("Kern bought Vogt in 2019.", "Vogt bought Kern in 2019."),
    ("Olsen sued the city of Port Hale.", "The city of Port Hale sued Olsen."),
    ("Kern was sued by Vogt.", "Kern sued Vogt over the patent."),
    ("Rovers beat United 3-1.", "United beat Rovers 3-1."),
    ("Rovers beat United on Saturday.", "Rovers lost to United on Saturday."),
    ("Velmark owes Tarvia two billion dollars.", "Tarvia owes Velmark two billion dollars."),
    ("The union blames the company for the strike.", "The company blames the union for the strike."),
    ("The museum lent the painting to the university.", "The university lent the painting to the museum."),
    ("The coroner found that Hale shot Quist.", "The coroner found that Quist shot Hale."),
]
OPPOSITE = [
    ("More women than men voted.", "More men than women voted."),
    ("More women than men voted.", "Fewer women than men voted."),
    ("Teachers earn more than nurses in Velmark.", "In Velmark nurses earn more than teachers."),
    ("The bridge is longer than the tunnel.", "The tunnel is longer than the bridge."),
    ("Hale has more inhabitants than Brede.", "Brede has more inhabitants than Hale."),
    ("Kern sells more cars to Tarvia than to Velmark.", "Kern sells more cars to Velmark than to Tarvia."),
    ("Hale lies north of Brede.", "Brede lies north of Hale."),
    ("Hale lies north of Brede.", "Hale lies south of Brede."),
    ("The hospital was built before the school.", "The school was built before the hospital."),
    ("Imports exceeded exports in 2023.", "Exports exceeded imports in 2023."),
    ("Oil is more expensive than gas.", "Gas is more expensive than oil."),
]
NOTHING = [
    ("Rovers beat United on Saturday.", "United lost to Rovers on Saturday."),
    ("Rovers beat United on Saturday.", "United were beaten by Rovers on Saturday."),
    ("Voss replaced Quist as minister.", "Quist was replaced as minister by Voss."),
    ("Voss met Quist in Holm.", "Quist met Voss in Holm."),
    ("Velmark signed a treaty with Tarvia.", "Tarvia signed a treaty with Velmark."),
    ("Velmark and Tarvia agreed a truce.", "Tarvia and Velmark agreed a truce."),
    ("Hale is close to Brede.", "Brede is close to Hale."),
    ("Hale said Quist lied.", "Quist said Hale lied."),
    ("More women than men voted.", "Fewer men than women voted."),
    ("Teachers earn more than nurses.", "Nurses earn less than teachers."),
    ("Teachers earn more than nurses.", "Nurses in private clinics earn more than teachers."),
    ("Teachers earn more than nurses.", "In 1960 nurses earned more than teachers."),
    ("Teachers earn more than nurses.", "Nurses earned more than teachers until the reform."),
    ("Teachers earn more than nurses.", "Nurses work more than teachers."),
    ("Teachers earn more than nurses.", "It is not true that nurses earn more than teachers."),
    ("The bridge is longer than the tunnel.", "The tunnel is shorter than the bridge."),
    ("Imports exceeded exports in 2023.", "Exports were lower than imports in 2023."),
    ("Hale lies north of Brede.", "Brede lies south of Hale."),
    ("The hospital was built before the school.", "The school was built after the hospital."),
    ("Four people were arrested before the march.", "Four people were arrested after the march."),
    ("Rovers beat United in 2019.", "United beat Rovers in 2021."),
    ("Rovers beat United at home.", "United beat Rovers away. Rovers beat United at home."),
    ("Kern bought Vogt.", "Vogt bought Kern shares."),
]


def told(claim: str, passage: str) -> set[Outcome]:
    return {one.outcome for one in compare(facts(claim), facts(passage))}


@pytest.mark.parametrize(("claim", "passage"), SWAPPED)
def test_who_did_it_to_whom_is_told_the_other_way_round(claim: str, passage: str) -> None:
    found = told(claim, passage)
    assert Outcome.SWAPPED in found
    assert Outcome.AGREEMENT not in found


@pytest.mark.parametrize(("claim", "passage"), OPPOSITE)
def test_what_sets_one_above_the_other_is_opposite_when_they_change_places(claim: str, passage: str) -> None:
    assert Outcome.OPPOSITE in told(claim, passage)


@pytest.mark.parametrize(("claim", "passage"), NOTHING)
def test_what_goes_both_ways_or_is_turned_twice_is_not_told(claim: str, passage: str) -> None:
    assert not told(claim, passage) & {Outcome.OPPOSITE, Outcome.SWAPPED, Outcome.ANOTHER}


def test_the_whole_sentence_is_shown_with_what_it_is() -> None:
    found, _ = exchanged(Facts("It is so. The union blames the firm."), Facts("The firm blames the union."))
    said = "claim: The union blames the firm; passage: The firm blames the union (the other way round)"
    assert [one.words for one in found] == [said]


def test_no_passage_that_tells_it_the_other_way_round_supports() -> None:
    swapped = [Comparison(Outcome.SWAPPED, "Kern bought Vogt", "Vogt bought Kern")]
    sure = StanceSuggestion("", supports=0.95, refutes=0.02, neutral=0.03)
    weighing = Weighing(thresholds={SUPPORTS: 0.7}, lean=0.5)
    assert labelled(sure, weighing).label == SUPPORTS
    assert labelled(sure, weighing, swapped).label not in (SUPPORTS, LEANS_SUPPORTS)


@pytest.mark.parametrize(
    ("claim", "passage", "outcome"),
    [
        ("Rovers beat United 3-1.", "United suffered a 3-1 defeat to Rovers.", Outcome.AGREEMENT),
        ("Rovers beat United 3-1.", "United won 3-1 against Rovers.", Outcome.COMPATIBLE),
        ("Rovers beat United 3-1 on 4 May 2019.", "Rovers beat United 2-1 on 4 May 2019.", Outcome.CONFLICT),
        ("Rovers beat United 3-1.", "Rovers beat United 2-1 in the first leg.", Outcome.UNSURE),
        ("Rovers drew 2-2 with United.", "United drew 2-2 with Rovers.", Outcome.AGREEMENT),
        ("Rovers beat United 3-1.", "Rovers beat City 2-1.", None),
        ("The council voted 3-1 for it.", "Rovers beat United 3-1.", None),
    ],
)
def test_scores_are_compared_where_both_name_the_same_sides(claim: str, passage: str, outcome: Outcome | None) -> None:
    found = [one.outcome for one in compare(facts(claim), facts(passage)) if "-" in one.claim]
    assert found == ([outcome] if outcome else [])
