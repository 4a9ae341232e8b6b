"""What is somebody's, though nobody is named: it is never the outlet's own."""

from __future__ import annotations

from functools import cache

import pytest

from workbench.domain.articles import Attribution, ClaimDraft
from workbench.domain.documents import Document
from workbench.services.articles.splitting import Splitter

LETTER = (
    "The bell\n\nDear friends,\n\nThe roof has leaked since 1998.\n\nIn 1911 this parish raised £2,000.\n\n"
    "Yours in hope,\nMargery\n\nThe autumn fair made £1,342.\n"
)
PAGE = (
    "Letters to the editor\n\nThe bypass costs 40 million\n\nSIR – The survey of 2022 counted 6,100 cars.\n"
    "Col. A. B. Sample (retd)\nWickton\n\nSIR – There are 14 setts on the route.\nHarbour Council\n"
)
STATEMENT = (
    "Statement on the fire\n\nWe are devastated by the fire in which four people died.\n\n"
    "The building was inspected in November 2024 and met every rule.\n\n"
    "We had asked the owner three times to replace the cladding.\n\nOur staff called the fire service at 11.54.\n"
)
PAID = "Morning brief\n\nShares fell by 11% in May.\n\nTOGETHER WITH SLEEPWELL\nNine of ten sleepers prefer it.\n"
COURT = (
    "Carer stole £38,000, court hears\n\nAnn Sample took 40 rings, a jury was told in Holm.\n\n"
    "Mr Bo Pike, prosecuting, said Sample had been given a card. It was used 212 times.\n\n"
    "The council said the bridge would close. It would cost 3 million euros. The bridge has 400 lamps.\n"
)


@cache
def _splitter() -> Splitter:
    return Splitter()


def claims(text: str) -> dict[str, ClaimDraft]:
    document = Document(text, text.splitlines()[0], "case", "", language="en")
    return {claim.quote: claim for claim in _splitter().split(document).drafts}


def is_open(claim: ClaimDraft) -> bool:
    return claim.speaker is None and claim.attribution is not Attribution.OUTLET


def is_outlets(claim: ClaimDraft) -> bool:
    return claim.speaker is None and claim.attribution is Attribution.OUTLET


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        (LETTER, "The roof has leaked since 1998"),
        (LETTER, "In 1911 this parish raised £2,000"),
        (PAGE, "The bypass costs 40 million"),
        (PAGE, "There are 14 setts on the route"),
        (STATEMENT, "The building was inspected in November 2024"),
        (PAID, "Nine of ten sleepers prefer it"),
        (COURT, "Carer stole £38,000, court hears"),
        (COURT, "It was used 212 times"),
        (COURT, "It would cost 3 million euros"),
        ("It is claimed that the dam has burst.", "It is claimed that the dam has burst"),
        ("The keeper is said to have built 40 boats.", "The keeper is said to have built 40 boats"),
        ("Jurors were told that he had taken 12 cars.", "Jurors were told that he had taken 12 cars"),
        ("Our members save £212 a year.", "Our members save £212 a year"),
    ],
)
def test_what_somebody_says_who_is_not_named_is_open(text: str, quote: str) -> None:
    assert is_open(claims(text)[quote])


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        (LETTER, "The autumn fair made £1,342"),
        (PAID, "Shares fell by 11% in May"),
        (COURT, "The bridge has 400 lamps"),
        ("In our obituary we said he was 88. He was 87.", "He was 87"),
        ("We asked the council in May. It has 40 buses.", "It has 40 buses"),
        ("The court heard from 12 witnesses in May.", "The court heard from 12 witnesses in May"),
        ("Prices are expected to rise by 4% in May.", "Prices are expected to rise by 4% in May"),
        ("The committee is to be told of 12 plans.", "The committee is to be told of 12 plans"),
    ],
)
def test_what_a_paper_tells_itself_stays_its_own(text: str, quote: str) -> None:
    assert is_outlets(claims(text)[quote])


def test_a_letter_that_a_whole_name_signs_is_that_persons() -> None:
    found = claims(PAGE)["The survey of 2022 counted 6,100 cars"]
    assert found.speaker == "Col. A. B. Sample"


@pytest.mark.parametrize(
    "head", ["RED WARNING: WIND", "TRAVEL ALERT: Snow has closed the road.", "MATCH REPORT: Holm 2 Varen 1"]
)
def test_a_heading_in_capitals_before_a_colon_says_nothing(head: str) -> None:
    text = f"{head}\n\nValid: 07:00 to 17:00 Friday\nArea: North coast\n\nThree drivers were killed in 2021.\n"
    assert is_outlets(claims(text)["Three drivers were killed in 2021"])


def test_two_who_speak_in_capitals_do() -> None:
    found = claims("ANNA SAMPLE: The dam cost 300 million.\nBO PIKE: It cost 400.\n")
    assert [claim.speaker for claim in found.values()] == ["Anna Sample", "Bo Pike"]


def test_what_only_brings_in_a_quotation_in_a_bulletin_is_not_its_signers() -> None:
    text = (
        'Bulletin 47\n\nWe voted by 84% to reject 3.1%.\n\nWhat they say: "The offer of 3.1% is fair."\n\n'
        '"I talked to 26 people," says Bev.\n\nIn solidarity,\nRob Sample\n'
    )
    found = claims(text)
    assert is_open(found['What they say: "The offer of 3.1% is fair."'])
    assert found['"I talked to 26 people," says Bev'].speaker == "Bev"


@pytest.mark.parametrize(
    ("words", "wording"),
    [
        ("-12 degrees were measured in May", "-12 degrees were measured in May."),
        ("<5 per cent of voters chose him", "<5 per cent of voters chose him."),
        (".5 per cent of people moved", ".5 per cent of people moved."),
    ],
)
def test_a_claim_keeps_the_sign_of_the_number_it_begins_with(words: str, wording: str) -> None:
    claim = claims(f"It was cold. {words}.")[words]
    assert claim.text == wording


def test_a_dash_before_every_line_is_no_sign() -> None:
    found = claims("Hurt in the storm\n\n-12 men were hurt in May\n\n-40 men were lost in June\n")
    assert list(found) == ["12 men were hurt in May", "40 men were lost in June"]


@pytest.mark.parametrize(
    ("text", "quote", "speaker"),
    [
        ('Coach Bo Pike was furious: "We had 12 corners."', 'Coach Bo Pike was furious: "We had 12 corners."', None),
        ("It was gathered that 40 cars were lost.", "It was gathered that 40 cars were lost", None),
        ("Our waiter said three were ill. One had left.", "One had left", None),
        ("The guide reminded us that 40 fell.", "The guide reminded us that 40 fell", "The guide"),
        ("Holm Group submitted that the dam cost 300.", "Holm Group submitted that the dam cost 300", "Holm Group"),
        (
            'Carla Sample called the demand "a fantasy", saying it would add $74 million to the budget.',
            "saying it would add $74 million to the budget",
            "Carla Sample",
        ),
        (
            "Ann Sample (@annsample)\n\n1/ The port lost 40 boats in May. 🧵\n\n"
            '2/ An engineer told me that 12 leaked. "I saw nine of them," he said.\n\n3/ It cost 3 million.\n',
            '"I saw nine of them," he said',
            None,
        ),
        (
            "What we learned\n\n1. Harrow won\nManager Ollie Sample will rest 12 players.\n\n"
            '2. Penalties are easy\nShe has taken 22. "I never look at the 40 seats," she said.\n',
            '"I never look at the 40 seats," she said',
            None,
        ),
        (
            "Cyclist, 27, died after cable snapped, inquest told\n\nMilan Sample died in Holm in May.\n",
            "Cyclist, 27, died after cable snapped, inquest told",
            None,
        ),
    ],
)
def test_whose_words_they_are(text: str, quote: str, speaker: str | None) -> None:
    found = claims(text)[quote]
    assert found.speaker == speaker
    assert found.attribution is not Attribution.OUTLET


@pytest.mark.parametrize(
    ("text", "bound"),
    [
        ("Unemployment went up to 6.4 per cent.", "exact"),
        ("Fines of up to 300 euros are due.", "at_most"),
        ("There were up to 40 people outside.", "at_most"),
        ("The Senate queried the minister over 3 million euros of debts.", "exact"),
        ("A row over 3 million euros split the town.", "exact"),
        ("Police arrested over 40 people.", "more_than"),
        ("Prices rose by over 5 per cent.", "more_than"),
    ],
)
def test_up_to_and_over_limit_an_amount_only_where_they_are_its_own(text: str, bound: str) -> None:
    (amount,) = next(iter(claims(text).values())).quantities
    assert amount.bound.value.replace(" ", "_") == bound
