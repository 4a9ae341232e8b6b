"""Who did it to whom is read where it is told aside: in a participle, behind "who", by a noun."""

from __future__ import annotations

import pytest

from tests.comparison.test_another import facts
from workbench.comparison.compare import compare
from workbench.comparison.doer_and_done import NOT_PLAIN
from workbench.comparison.outcomes import Outcome
from workbench.comparison.stances import SUPPORTS, Weighing, labelled
from workbench.domain.evidence import StanceSuggestion

WEIGHING = Weighing(thresholds={SUPPORTS: 0.7}, lean=0.5)
TURNED = [
    ("Halden beat Marik 3-1 in the final.", "Marik lifted the trophy after beating Halden 3-1 in the final."),
    ("Brun succeeded Orsk as mayor.", "Orsk became mayor after succeeding Brun."),
    ("Brun defeated Orsk in the election.", "Orsk, who defeated Brun in the election, takes office in May."),
    ("The Liberals defeated the Greens in Norvik.", "The Greens held Norvik by defeating the Liberals."),
    ("Tarn beat Velmora 2-0 in the semi-final.", "Velmora reached the final by beating Tarn 2-0."),
    ("Rosa Kint defeated Ida Maur.", "Ida Maur won her first title in Dace after defeating Rosa Kint in three sets."),
    ("The Reds overcame the Blues in Halm.", "The Blues won their first seat, overcoming the Reds by 90 votes."),
    ("Rosa Kint beat Ida Maur in the final.", "Ida Maur beat Rosa Kint 7-6 in the first final to be played indoors."),
    ("Kern Group acquired Vogt Mills.", "Vogt Mills doubled in size after buying Kern Group."),
    ("Lund succeeded Pryce as chairman.", "Pryce, who succeeded Lund as chairman, spoke to reporters."),
    ("Olsen sued Harbour Lines.", "Harbour Lines said it had gone to court, and is suing Olsen over the contract."),
    ("Rovers knocked out United.", "United went through on penalties, having knocked out Rovers."),
    ("Brede beat Halden on Saturday.", "Halden moved up to third on Saturday with a victory over Brede."),
    ("Norra Bank bought Isle Trust.", "Isle Trust announced that it had completed its takeover of Norra Bank."),
    ("Velmora lost to Tarn.", "Tarn went out, and Velmora goes on after beating Tarn."),
    ("Ruud defeated Moe.", "Ruud conceded after her defeat by former minister Per Moe."),
    ("Tarn beat Velmora.", "It was the first defeat for Tarn: Velmora cruised to a 4-0 victory against ten-man Tarn."),
    ("Tarn beat Velmora.", "Velmora are the winners of the Copa del Sol after beating Tarn 2-1."),
    ("Tarn beat Velmora City.", "Velmora came back from the brink to beat young side Tarn 3-2."),
    ("Kern bought Vogt.", "Shares fell on Monday after Vogt said that Vogt is buying debt-laden rival Kern."),
    ("Mira Sand shot Paul Dorn.", "Paul Dorn was arrested after shooting Mira Sand outside a bar."),
]
TURNED += [
    (
        "Fulm beat Tarn 2-0.",
        "Fulm travelled to Tarn. The hosts won 2-0, and they beat Fulm for the third time.",
    ),
    ("Brode beat Kesten on Sunday.", "Kesten had waited nine years. On Sunday they beat Brode to reach the final."),
    (
        "Mira Holt defeated Jan Reuss.",
        "Jan Reuss took office on Monday. He defeated Mira Holt in the runoff.",
    ),
    ("Carla Dunn accused Peter Moss of fraud.", "Peter Moss told the court so and accused Carla Dunn of fraud."),
    ("Pavel Grom shot Erik Sund.", "Pavel Grom was shot dead outside his home by Erik Sund."),
    ("Tarn United beat Velm United 2-0.", "A late goal helped Velm United beat Tarn United 2-0 on Sunday."),
    ("Tarn United beat Velm United.", "Tarn United, who are second, lost 4-0 on Wednesday night to Velm United."),
    ("Ruud succeeded Moe.", "Ruud will retire in spring. The bank said that Moe will succeed him."),
    ("Anna Kern replaced Paul Kern.", "Anna Kern left the firm and was replaced by Paul Kern, who is no relation."),
    (
        "Vogt Mills agreed to buy Kern Foods.",
        "The acquisition of Vogt Mills Corporation by Kern Foods for $9 a share.",
    ),
    ("Velmora beat Tarn.", "Tarn 3, Velmora 2. The hosts scored twice."),
    ("Velmora beat Tarn.", "Results: Velmora 0-2 Tarn; Halden 1-1 Brede."),
    ("Ida Lind defeated Ada Moe.", "Council member Ada Moe (D) defeated District 1 council member Ida Lind (R)."),
    ("Vogt bought Kern.", "Vogt's shares rose. Shareholders had agreed to Kern's $3 billion takeover of Vogt."),
    ("The Harriers beat the Tigers.", "The Harriers went out of the cup at the hands of the Tigers."),
]
SILENT = [
    (
        "Tarn beat Fulm 2-0.",
        "Fulm travelled to Tarn. The hosts won 2-0, and they beat Fulm for the third time.",
    ),
    (
        "Jan Reuss defeated Mira Holt.",
        "Jan Reuss took office on Monday. He defeated Mira Holt in the runoff.",
    ),
    ("Peter Moss accused Carla Dunn of fraud.", "Peter Moss told the court so and accused Carla Dunn of fraud."),
    ("Erik Sund shot Pavel Grom.", "Pavel Grom was shot dead outside his home by Erik Sund."),
    ("Velm United beat Tarn United 2-0.", "A late goal helped Velm United beat Tarn United 2-0 on Sunday."),
    ("Velm United beat Tarn United.", "Tarn United, who are second, lost 4-0 on Wednesday night to Velm United."),
    ("Moe succeeded Ruud.", "Ruud will retire in spring. The bank said that Moe will succeed him."),
    ("Paul Kern replaced Anna Kern.", "Anna Kern left the firm and was replaced by Paul Kern, who is no relation."),
    (
        "Kern Foods agreed to buy Vogt Mills.",
        "The acquisition of Vogt Mills Corporation by Kern Foods for $9 a share.",
    ),
    ("Tarn beat Velmora.", "Tarn 3, Velmora 2. The hosts scored twice."),
    ("Tarn beat Velmora.", "Results: Velmora 0-2 Tarn; Halden 1-1 Brede."),
    ("Ada Moe defeated Ida Lind.", "Council member Ada Moe (D) defeated District 1 council member Ida Lind (R)."),
    ("Kern bought Vogt.", "Vogt's shares rose. Shareholders had agreed to Kern's $3 billion takeover of Vogt."),
    ("The Tigers beat the Harriers.", "The Harriers went out of the cup at the hands of the Tigers."),
    ("Halden beat Brede.", "Halden played Brede. Marik lost to Velm, and they beat Tarn a day later."),
    ("Halden beat Marik 3-1 in the final.", "Halden lifted the trophy after beating Marik 3-1 in the final."),
    ("Brun succeeded Orsk as mayor.", "Brun became mayor after succeeding Orsk."),
    ("Brun defeated Orsk in the election.", "Orsk, who was defeated by Brun in the election, leaves in May."),
    ("Norvex bought Halden in 2012.", "Halden was bought by Norvex in 2012."),
    ("Kern bought Vogt.", "Vogt grew by buying Kern shares."),
    ("Kern beat Vogt in 2019.", "Vogt took the cup after beating Kern in 2021."),
    ("Velmora beat Tarn 2-0.", "Velmora reached the final by beating Tarn 2-0."),
    ("Tarn beat Velmora 2-0.", "Velmora, who had reached the last four by beating Brede, lost 2-0 to Tarn."),
    ("Tarn beat Velmora.", "Tarn won the cup after beating Velmora, who had knocked out Brede."),
    ("Tarn beat Velmora 5-0.", "Velmora, who had beaten Tarn in March, lost 5-0 this time."),
    ("Tarn beat Velmora in the final.", "Velmora, who beat Tarn last year, were no match this time."),
    ("Kern Group acquired Vogt Mills.", "Vogt Mills was acquired by Kern Group."),
    ("Hale met Quist in Dace.", "Quist flew home after meeting Hale in Dace."),
    ("Federal Bank criticised Norra Bank.", "Norra Bank spoke after criticising Federal Bank's methods."),
    ("Rovers beat United.", "Town reached the final after beating Rovers. United play City."),
    ("Rovers beat United.", "United fear that City, after beating Rovers, will be too strong."),
    ("Halden beat Brede.", "Brede failed in its hope of beating Halden, and Brede is not beating Halden soon."),
    ("Halden beat Brede.", "Halden beat Brede, the town that won its first cup after beating Halden."),
    ("Ruud defeated Moe.", "Moe's brother won the other seat after defeating Ruud's husband."),
    ("Ruud defeated Moe.", "Moe's brother won the other seat after defeating Ruud candidate Holt."),
    ("Tarn beat Velmora.", "Tarn and Velmora both won: Brede lost to Velmora and Halden to Tarn."),
    (
        "Tarn beat Velmora.",
        "The coach of Velmora said Tarn deserved it, after a win over young side Tarn.",
    ),
    ("The Senate overruled the House.", "The bill passed a year after the House overruled the Senate on roads."),
    ("United beat City 2-1.", "City must come back by beating United in the return match."),
    ("Lund succeeded Pryce.", "Pryce said Lund would succeed her in May."),
    ("Olsen sued Harbour Lines.", "Harbour Lines lost in court and is not suing Olsen."),
]


NOT_TOLD = [
    ("Tarn beat Velmora.", "A late goal saw Tarn snatch a win away at Velmora."),
    ("Velmora beat Tarn.", "A late goal saw Tarn snatch a win away at Velmora."),
    ("Ferro sued Dalby.", "Ferro took Dalby to court over the patent."),
    ("Dalby sued Ferro.", "Ferro took Dalby to court over the patent."),
    ("Kern replaced Vogt as director.", "Kern was named director in place of Vogt."),
    ("Vogt replaced Kern as director.", "Kern was named director in place of Vogt."),
    ("Norland invaded Ostia.", "Troops from Ostia crossed into Norland at dawn."),
    ("Ostia invaded Norland.", "Troops from Ostia crossed into Norland at dawn."),
    ("Norland attacked Ostia.", "Drones of Ostia struck a port in Norland."),
    ("Kern bought Vogt.", "The owners of Vogt sold all of their shares to Kern."),
    ("Sand killed Dorn.", "Dorn died of the wounds that Sand had dealt him."),
    ("Sand overtook Dorn.", "Sand moved ahead of Dorn on the last lap."),
]
OF_NO_RIVALS = [
    ("Mira Holt directed Low Water.", "Low Water is a film by Mira Holt."),
    ("Norra Bank opened in Dace.", "Dace has a branch of Norra Bank."),
    ("Tarn beat Velmora.", "Tarn won again on Saturday."),
    ("Tarn met Velmora in the final.", "The final was between Velmora and Tarn."),
    ("Mira Holt leads the Greens.", "The Greens are led by Mira Holt."),
    ("Kern Foods employs 300 people in Velm.", "In Velm 300 people work for Kern Foods."),
    ("Rosa Kint won the Silver Lamp.", "The Silver Lamp went to Rosa Kint."),
    ("Paul Dorn wrote Low Water.", "Low Water was the first book of Paul Dorn."),
    ("Halden borders Brede.", "Brede and Halden have a common border."),
    ("Norra Bank was founded in Dace.", "In Dace the first office of Norra Bank opened."),
    ("Ida Frey lives in Velm.", "Velm is the home of Ida Frey."),
    ("Pryce visited Norland.", "Norland welcomed Pryce."),
]


def _told(claim: str, passage: str) -> list[str]:
    return [one.passage for one in compare(facts(claim), facts(passage)) if one.outcome is Outcome.LESS]


@pytest.mark.parametrize(("claim", "passage"), NOT_TOLD)
def test_of_two_rivals_it_must_be_plain_who_did_it(claim: str, passage: str) -> None:
    assert _told(claim, passage) == [NOT_PLAIN]
    said = labelled(StanceSuggestion("", 0.9, 0.06, 0.04), WEIGHING, compare(facts(claim), facts(passage)))
    assert said.label == "leans supports"


@pytest.mark.parametrize(("claim", "passage"), OF_NO_RIVALS)
def test_where_nobody_else_may_have_done_it_nothing_is_held_back(claim: str, passage: str) -> None:
    assert not _told(claim, passage)


AS_CLAIMED = [one for one in SILENT if one[1] in {passage for _, passage in TURNED}]
"""Told of in the very passages that tell others the other way round."""


@pytest.mark.parametrize(("claim", "passage"), AS_CLAIMED)
def test_what_is_told_as_claimed_is_not_held_back(claim: str, passage: str) -> None:
    assert NOT_PLAIN not in _told(claim, passage)


def _turned(claim: str, passage: str) -> list[str]:
    found = compare(facts(claim), facts(passage))
    return [one.words for one in found if one.outcome is Outcome.SWAPPED]


@pytest.mark.parametrize(("claim", "passage"), TURNED)
def test_what_the_other_did_is_told(claim: str, passage: str) -> None:
    assert len(_turned(claim, passage)) == 1


@pytest.mark.parametrize(("claim", "passage"), SILENT)
def test_what_is_the_same_or_of_others_or_of_another_time_is_not(claim: str, passage: str) -> None:
    assert not _turned(claim, passage)


def test_what_the_other_did_bears_nothing_out() -> None:
    found = compare(facts(TURNED[0][0]), facts(TURNED[0][1]))
    said = labelled(StanceSuggestion("", 0.9, 0.06, 0.04), WEIGHING, found)
    assert said.label == "unclear"
    assert not [one for one in found if one.outcome is Outcome.AGREEMENT]
