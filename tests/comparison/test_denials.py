"""A "not" on one side alone, of the same doing, is the opposite; of another doing, place or time it is nothing."""

from __future__ import annotations

import pytest

from tests.comparison.test_another import facts
from workbench.comparison import doings
from workbench.comparison.compare import compare
from workbench.comparison.outcomes import Outcome
from workbench.comparison.stances import opposed

OPPOSITE = [
    (
        "Lumenta paid no dividend for the third quarter.",
        "The board of Lumenta resolved to pay a dividend of NOK 0.50 per share for the third quarter.",
    ),
    ("Lumenta did not pay a dividend in 2023.", "Lumenta paid a dividend in 2023."),
    ("Nobody was hurt in the fire at Torvik station.", "Three people were hurt in the fire at Torvik station."),
    (
        "The mayor of Brede visited the flooded quarter on Sunday.",
        "The mayor of Brede did not visit the flooded quarter on Sunday.",
    ),
    ("There are no lifeguards on Skarn beach in May.", "In May two lifeguards watch over Skarn beach."),
    ("Kestner Steel has never been fined for dust.", "Kestner Steel was fined twice for dust from its yard."),
    ("The theatre did not open in March.", "The theatre opened in March."),
    ("The bishop never visited the prison in Holm.", "The bishop visited the prison in Holm twice."),
    ("The bank refused to lend the club money.", "The bank agreed to lend the club money in May."),
    ("The mayor has resigned.", "The mayor has not resigned."),
    ("The ship was not insured.", "The ship was insured."),
    ("The law was never repealed.", "The law was repealed."),
    ("Ardel has no hospital.", "Ardel has a hospital with 200 beds."),
    ("The minister resigned in May.", "The minister did not resign in May, the palace said after the meeting."),
    ("The dam is safe.", "The dam is not safe, the inspectors wrote when they left."),
    ("The bank paid a dividend.", "The bank paid no dividend, it said after the annual meeting."),
    ("Nobody was killed in the explosion in Holm.", "Two people were killed in the explosion in Holm in 2004."),
]

NOTHING = [
    ("The mine at Oruk employs no one under 18.", "Anyone under 18 is forbidden to work in the mine at Oruk."),
    ("No one was injured in the crash.", "Nobody was hurt in the crash."),
    ("No one died in the fire.", "Nobody was killed in the fire."),
    ("The ferry no longer stops at Holm.", "The ferry does not stop at Holm."),
    ("The minister resigned.", "The minister did not resign because of the scandal."),
    ("The team won the cup.", "The team has not won the cup since 1984."),
    ("Kern Group employs women.", "Kern Group employs no women in its mine."),
    ("The vaccine was tested on children.", "The vaccine was not tested on children under two."),
    ("The president signed the bill.", "The president did not sign the bill until Friday."),
    ("The hospital has a doctor.", "The hospital has no doctor at night."),
    ("The firm sells arms.", "The firm sells no arms to the regime."),
    ("The law allows hunting.", "The law does not allow hunting in the park."),
    ("The bank charges fees.", "The bank charges no fees for its students."),
    ("The ship carried oil.", "The ship carried no oil when it sank."),
    ("The school accepts girls.", "The school does not accept girls under 12."),
    ("The shop sells wine.", "The shop does not sell wine after ten at night."),
    (
        "The council has no plan to sell the baths.",
        "The council owns the baths and a plan of the building hangs there.",
    ),
    ("Police did not find the knife in the river.", "Police found a phone in the river."),
    ("The clinic in Maren has no dentist.", "The clinic in Holm has a dentist."),
    ("Kolbe did not vote for the tax.", "Kolbe said that he might vote for the tax next year."),
    ("No trains ran between Varen and Holm on Friday.", "Buses ran between Varen and Holm on Friday."),
    ("Ruiz did not sign the treaty in 2019.", "Ruiz signed the treaty in 2021."),
    ("No evidence of fraud was found at the Leeds office.", "Evidence of damp was found at the Leeds office."),
    ("Lumenta did not pay a dividend in 2023.", "Lumenta paid no dividend in 2023."),
    ("The court did not fine the bank.", "The court fined the bank's owner."),
    ("The company will not close the plant.", "The company will close the plant's canteen."),
    ("The council did not approve the bridge over the Ardan.", "The council approved the bridge toll over the Ardan."),
    ("The team did not lose a game in Holm.", "The team lost a player in the game in Holm."),
    ("Kolbe did not sign the lease.", "Kolbe's brother signed the lease."),
    ("There was no fire at the mill in Holm.", "The fire brigade visited the mill in Holm."),
    ("The state does not tax bread.", "Taxes on bread are collected by the state's cities."),
    ("Ann Berg did not vote for the dam.", "Ann Berg voted against the dam."),
    ("No ships left the port of Holm on Monday.", "Forty ships left the port of Holm on Tuesday."),
    ("The union did not strike on 3 May at Torvik.", "The union did strike on 4 May at Torvik."),
    ("The firm has no plant in Maren.", "The firm closed its plant in Maren."),
    ("Six in ten pupils walk to school.", "Four in ten pupils do not walk to school."),
    ("The trial did not begin on Monday.", "The trial began on Tuesday."),
    ("The trial began on Monday.", "The trial did not begin on Tuesday."),
    ("Nobody was killed in the explosion.", "Two people were killed in an explosion in 2004."),
    ("The mayor has not resigned.", "The mayor resigned from the party."),
    ("The ship was not insured.", "The ship was insured against fire."),
    ("The dam did not burst.", "A dam burst in 1953."),
    ("Ardel has no hospital.", "Ardel has a hospital ship."),
]


IN_PART = [
    ("The firm paid a dividend.", "The firm paid no dividend to holders of preferred shares."),
    ("The patient had a fever.", "The patient had no fever on the second day."),
    ("The pilot was drunk.", "The co-pilot was not drunk."),
    ("The company employs women.", "The company employs no women in its mine."),
    ("The school serves meat.", "The school serves no meat on Fridays in Lent."),
    ("The shop sells alcohol.", "The shop sells no alcohol after ten."),
    ("The airline flies to Cork.", "The airline does not fly to Cork in winter."),
    ("The mayor met the workers.", "The mayor did not meet the workers of the night shift."),
    ("The law was broken.", "The spirit of the law was not broken."),
]
DENIED_LESS = [
    (
        "The treaty has not been ratified by Poland.",
        "The treaty has not been ratified in full by Poland.",
        "(says less)",
    ),
    ("The law was not broken.", "The spirit of the law was not broken.", "(says less)"),
    ("He has no criminal record.", "He has no criminal record in Poland.", "(says less)"),
    ("The dam has no cracks.", "The dam has no cracks wider than 2 mm.", "(says less)"),
    ("The fire was not deliberate.", "The second fire was not deliberate.", "(says less)"),
    ("The drug does not cause cancer.", "The drug does not cause cancer in rats.", "(says less)"),
    ("The president did not sign the bill.", "The president did not sign the bill until Friday.", "(not the same)"),
]
DENIED_ALIKE = [
    ("The dam has no cracks.", "The dam has no cracks, engineers found."),
    ("He has no criminal record.", "Police confirmed that he has no criminal record."),
    ("The drug does not cause cancer.", "The drug does not cause cancer, a study of 40,000 patients found."),
    ("The city will not sell the land.", "The city said on Monday that it will not sell the land."),
    ("The council did not approve the plan.", "The council did not approve the plan on Monday."),
    ("The treaty has not been ratified by Poland.", "Poland has not ratified the treaty."),
]


@pytest.mark.parametrize(("one", "other"), IN_PART)
def test_what_is_denied_of_a_part_alone_is_no_opposite(one: str, other: str) -> None:
    assert not opposed(compare(facts(one), facts(other)))
    assert not opposed(compare(facts(other), facts(one)))


@pytest.mark.parametrize(("one", "other", "told"), DENIED_LESS)
def test_a_passage_that_denies_less_does_not_bear_the_claim_out(one: str, other: str, told: str) -> None:
    found = compare(facts(one), facts(other))
    assert told in found[0].words
    assert all("(agree)" not in one.words for one in found)


@pytest.mark.parametrize(("one", "other"), DENIED_ALIKE)
def test_what_is_denied_as_a_whole_says_no_less(one: str, other: str) -> None:
    assert all("says less" not in one.words for one in compare(facts(one), facts(other)))


@pytest.mark.parametrize(("one", "other"), OPPOSITE)
def test_a_denial_on_one_side_is_the_opposite(one: str, other: str) -> None:
    assert opposed(compare(facts(one), facts(other)))


@pytest.mark.parametrize(("one", "other"), NOTHING)
def test_another_doing_place_or_time_is_none(one: str, other: str) -> None:
    assert Outcome.OPPOSITE not in {item.outcome for item in compare(facts(one), facts(other))}


NOT_OF_ONE_THING = [
    ("The storm cut power to 18,000 homes in Haldane.", "18,000 homes in Haldane were without power after the storm."),
    ("No trains ran between Oster and Holm on Sunday.", "Trains ran between Oster and Brede on Sunday."),
    ("No patients died at the clinic in Brede.", "The clinic in Brede treated patients who had nearly died."),
    ("The court has no evidence against Ruiz.", "The court heard evidence against Ruiz's brother."),
]


@pytest.mark.parametrize(("claim", "passage"), NOT_OF_ONE_THING)
def test_what_a_denial_is_of_ends_with_its_phrase(claim: str, passage: str) -> None:
    assert Outcome.OPPOSITE not in {one.outcome for one in compare(facts(claim), facts(passage))}


OF_ANOTHER = [
    ("The firm did not build the nuclear plant in Holm.", "The firm built the gas plant in Holm."),
    ("The minister did not sign the trade treaty in Oslo.", "The minister signed the climate treaty in Oslo."),
    ("The council did not raise the property tax in 2020.", "The council raised the tourist tax in 2020."),
    ("The hospital did not buy new masks from Lumenta.", "The hospital bought used masks from Lumenta."),
    ("The bank did not sack its chief.", "The bank sacked its deputy chief."),
    ("The Social Party did not win the election in Holm.", "The People's Party won the election in Holm."),
    ("The former mayor did not pay for the trip to Oslo.", "The mayor paid for the trip to Oslo."),
    ("The court did not fine the bank.", "The appeal court fined the bank."),
    ("The army did not bomb the hospital.", "The enemy army bombed the hospital."),
    ("Anna Berg did not win the prize.", "Anna Berg won the silver prize."),
    ("She did not win the Holm marathon in 2019.", "He won the Holm marathon in 2019."),
    ("The court did not fine the bank.", "The court fined the bank's owner."),
    ("The dam was not inspected by the state in Holm.", "The dam was inspected by the owner in Holm."),
]
OUTRIGHT = [
    ("The court did not fine the bank in Holm.", "The court fined the bank in Holm 3 million euros."),
    ("Ann Berg did not pay tax in Holm.", "Ann Berg paid tax in Holm in full."),
    ("Nobody was hurt in the crash at Holm.", "Six people were hurt in the crash at Holm."),
    ("The minister refused to sign the treaty in Oslo.", "The minister signed the treaty in Oslo."),
    ("The vaccine causes autism in children.", "Studies show that the vaccine does not cause autism in children."),
    ("Masks prevent flu in schools.", "A trial found that masks do not prevent flu in schools."),
    ("Police arrested the mayor on Monday.", "The mayor was not arrested on Monday, police said."),
    ("The council closed the school in Holm.", "The school in Holm was never closed by the council."),
    ("The army bombed the hospital in Holm.", "The hospital in Holm was not bombed by the army."),
    ("The hospital in Holm was not bombed by the army.", "The army bombed the hospital in Holm."),
]


@pytest.mark.parametrize(("claim", "passage"), OF_ANOTHER)
def test_another_doer_or_thing_by_its_whole_phrase_is_not_denied(claim: str, passage: str) -> None:
    assert not opposed(compare(facts(claim), facts(passage)))


@pytest.mark.parametrize(("claim", "passage"), OUTRIGHT)
def test_what_is_denied_in_the_passive_or_behind_that_is_the_opposite(claim: str, passage: str) -> None:
    assert opposed(compare(facts(claim), facts(passage)))


def test_a_verb_told_again_and_again_is_looked_at_a_few_times() -> None:
    claim, many = "The firm did not close the plant in Holm.", "closed the plant of the firm in Holm and " * 400
    calls = []
    seen = doings._deed_at

    def counted(*given: object) -> object:
        calls.append(given)
        return seen(*given)  # type: ignore[arg-type]

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(doings, "_deed_at", counted)
        compare(facts(claim), facts(many))
    assert len(calls) < 100
