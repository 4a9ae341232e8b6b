"""What a wording asserts, without who said it."""

from __future__ import annotations

import re
from collections import Counter
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.language.attribution.asserted import asserted


@pytest.mark.parametrize(
    ("wording", "speaker", "what"),
    [
        ("The port was shut, the harbour master said on 4 March 2024.", "the harbour master", "The port was shut."),
        ("The rail minister said that trains ran late.", "The rail minister", "Trains ran late."),
        ("According to a survey by Acme, 40% were ill.", "a survey by Acme", "40% were ill."),
        ("40% were ill, according to a survey by Acme.", "a survey by Acme", "40% were ill."),
        ("Linda Ostrom said: “We have built [our] homes.”", "Linda Ostrom", "Linda Ostrom has built our homes."),
        ("Linda Ostrom said: “Our schools are full.”", "Linda Ostrom", "Our schools are full."),
        ("“We are 3,000 nurses short,” leader Bea Holt told them.", "Bea Holt", "We are 3,000 nurses short."),
        ("Bea Holt told the paper on Monday that 3,000 nurses were missing.", "Bea Holt", "3,000 nurses were missing."),
        ("The firm said the plant would cut 400 jobs.", "The firm", "The plant would cut 400 jobs."),
        ("He said he had never met the 14 men.", "Ivo Brandt", "He had never met the 14 men."),
        ("Two bells were cast, the parish historian, Nils Aker, said.", "Nils Aker", "Two bells were cast."),
        ('"Whole schools close," said its president, Hanne Moll.', "Hanne Moll", "Whole schools close."),
        ("Prices rose, the office said, by 3% in May.", "the office", "Prices rose, by 3% in May."),
        ("In March, the harbour board said, traffic fell.", "the harbour board", "In March, traffic fell."),
        ("The finance minister, Leo Brandt, said that debts had doubled.", "Leo Brandt", "Debts had doubled."),
        ("Ms Reed said the ferry had 40 lifejackets.", "Dana Reed", "The ferry had 40 lifejackets."),
        ("An aide of Norrvind said in a statement that tills were down.", "An aide of Norrvind", "Tills were down."),
        ("The mill employs 300 people, according to its owner, Ivo Lund.", "Ivo Lund", "The mill employs 300 people."),
        ("The mill has 40 looms, Ivo Lund, its owner, told the court on Friday.", "Ivo Lund", "The mill has 40 looms."),
        ("Transport minister Bea Holt admitted that the tunnel was flooded.", "Bea Holt", "The tunnel was flooded."),
        ("On Monday, the ministry said that 40 homes were lost.", "the ministry", "40 homes were lost."),
        ("Bob Stone told the House of Commons that the dam broke.", "Bob Stone", "The dam broke."),
        ("Bob Stone wrote to farmers on 3 May that the dam broke.", "Bob Stone", "The dam broke."),
        ("Bob Stone said: “It is false that the dam broke.”", "Bob Stone", "It is false that the dam broke."),
        ("The office said that nobody was hurt.", "The office", "Nobody was hurt."),
        ("The port, Ann Sample said in May, was shut.", "Ann Sample", "The port was shut."),
        ("Ann Sample complained that 140 votes were refused.", "Ann Sample", "140 votes were refused."),
        ("Ann Sample objected that shops had lost trade.", "Ann Sample", "Shops had lost trade."),
        ("The union says 9 out of 10 members would strike.", "The union", "9 out of 10 members would strike."),
        ("Ann Sample said £40m was spent.", "Ann Sample", "£40m was spent."),
    ],
)  # fmt: skip
def test_who_said_it_is_left_out(wording: str, speaker: str, what: str) -> None:
    assert asserted(wording, speaker) == what


@pytest.mark.parametrize(
    ("wording", "speaker"),
    [
        ("The minister denied that 40 people died.", "The minister"),
        ("The minister expects that 40 people will come.", "The minister"),
        ("The warden said the wells were old and accused the mayor of sloth.", "The warden"),
        ("The firm said its wells were old.", "The firm"),
        ("The firm said it would cut 400 jobs.", "The firm"),
        ("Bob Stone told Ann Sample that she was dismissed in May.", "Bob Stone"),
        ("Ann Sample said on Friday that the port was shut and that nine were hurt.", "Ann Sample"),
        ("“It is not true,” said Ann Sample, that the port is shut.", "Ann Sample"),
        ("It is not true, said Ann Sample, that the port is shut.", "Ann Sample"),
        ("Before Ann Sample said that the port was shut, 40 boats left.", "Ann Sample"),
        ("Bob Stone said it was raining in May.", "Bob Stone"),
        ("Ann Sample said in 2015 that the port would close next year.", "Ann Sample"),
        ("The firm said on Monday that the plant leaked and on Tuesday that it did not.", "The firm"),
        ("Ann Sample said that the port was shut in what the court called a lie.", "Ann Sample"),
        ("Bob Stone said that they were wrong.", "Bob Stone"),
        ("Ann Sample never said that the port was shut in May.", "Ann Sample"),
        ("Ann Sample has not said that the port was shut in May.", "Ann Sample"),
        ("Ann Sample did not say that the port was shut in May.", "Ann Sample"),
        ("Ann Sample refused to say that the port was shut in May.", "Ann Sample"),
        ("Nobody at Norrvind said that the port was shut in May.", "Norrvind"),
        ("Ann Sample falsely claimed that the port was shut in May.", "Ann Sample"),
        ("The port was shut in May, Ann Sample falsely claimed.", "Ann Sample"),
        ("The port was shut, the harbour master said.", None),
        ("The port was shut, the harbour master said.", "Ida Quist"),
        ("“No,” said Ida Quist.", "Ida Quist"),
        ("The bridge, the mayor said it best, is a bridge.", "Ida Quist"),
        ("The ministry said it was false that the plant leaked.", "the ministry"),
        ("The mayor said nobody had proof that the bridge was unsafe.", "The mayor"),
        ("The prime minister told nobody that the bank had failed.", "The prime minister"),
        ("The ministry said at no point that the plant was safe.", "The ministry"),
        ("Bob Stone, the tram minister, said it was a lie that the tunnel cost 3 billion euros.", "Bob Stone"),
        ("The minister said there was no sign that the plant had leaked.", "The minister"),
        ("Police said rumours that 12 people had died were wrong.", "Police"),
        ("The regulator warned against the belief that the pills were safe.", "The regulator"),
        ("Few ministers said that the plant was safe.", "Few ministers"),
        ("Hardly any ministers said that the tax would rise.", "ministers"),
        ("The ministry warned those who say that the plant leaked.", "the ministry"),
        ("The ministry informed neither town that the plant leaked.", "the ministry"),
        ("The ministry reports that the well was poisoned were withdrawn.", "The ministry"),
        ("Rivals of the ministry said that the plant leaked.", "the ministry"),
        ("According to rivals of the ministry, the plant leaked.", "the ministry"),
        ("Critics say the ministry said the plant was safe.", "the ministry"),
        ("According to Leo Brandt, the finance minister, the deficit had doubled.", "Leo Brandt"),
        ("Although the firm claimed that the toy was tested, 12 children choked.", "the firm"),
        ("Although the flood had passed, the mayor said in May that the pumps were running.", "the mayor"),
        ("Once the pilot announced that the engine was dead, 80 people prayed.", "the pilot"),
        ("Had Ann Sample said that the dam was safe, she would have lied.", "Ann Sample"),
        ("Ann Sample, who told the court that the plant was safe, lied.", "Ann Sample"),
        ("The firm which said that the toy was tested was fined 3 million euros.", "the firm"),
        ("Dana Reed said that the ferry was safe and walked out of the hall.", "Dana Reed"),
        ("The clinic said that the ward was clean, although inspectors found mould.", "The clinic"),
        ("Dana Reed told her brother a lie that the ferry had sunk.", "Dana Reed"),
        ("Bob Stone told the court of rumours that the dam burst.", "Bob Stone"),
        ("The ministry wrote to deny reports that the plant leaked.", "The ministry"),
        ("The ministry said in a denial that the plant leaked.", "The ministry"),
        ("The spokesman said the same thing in April.", "The spokesman"),
        ("The minister said that in an interview last May.", "The minister"),
        ("The bank was told that its vault was open.", "The bank"),
        ("“The dam is safe”, the minister said in June, was a joke in Holm.", "the minister"),
        ("The mine was shut, the owner said, wrongly.", "the owner"),
        ("The plant leaked, the ministry said, but divers found nothing.", "the ministry"),
        ("Ann Sample said: “I and my wife lost 40 boats.”", "Ann Sample"),
        ("Ann Sample said: “We farmers lost 40 boats.”", "Ann Sample"),
        ("Ann Sample said: “We are 40 in the boat.”", "Ann Sample"),
        ("Bob Stone said: “The dam” and “the pier” are safe.", "Bob Stone"),
        ("Bob Stone said: “Is the dam safe?”", "Bob Stone"),
    ],
)
def test_where_it_is_not_certain_the_wording_stays(wording: str, speaker: str | None) -> None:
    assert asserted(wording, speaker) == wording


PARTS = st.sampled_from(
    [
        " Ann Sample", " the port", " she", " said", " told", " that", " never", " not", " few", ",", ":", " “", "”",
        " is shut", ".", " on Friday",
    ]
)  # fmt: skip


@given(st.lists(PARTS, max_size=14).map(lambda parts: "".join(parts).strip().replace("“ ", "“")))
def test_what_is_left_out_denies_and_tells_nothing(wording: str) -> None:
    found = asserted(wording, "Ann Sample")
    left_out = Counter(re.findall(r"\w+", wording.lower())) - Counter(re.findall(r"\w+", found.lower()))
    assert left_out.keys() <= {"ann", "sample", "she", "said", "told", "that", "the", "port", "on", "friday"}
    assert asserted(wording, None) == wording


WHO = ("Ann Sample", "The mayor", "Mayor Ann Sample", "Ann Sample, the mayor,", "She")
SAYS = ("said", "has said", "told the court", "wrote to reporters", "warned them", "admitted")
ONCE = ("", " on Friday", " on 3 May 2021", " in Holm", " yesterday", " in a statement on Monday")
DENIES = (
    "never", "at no point", "nothing to prove", "it was false", "nobody knew", "little of the belief",
    "no more than", "there was no sign", "in no report",
)  # fmt: skip


def _speaker(who: str) -> str:
    return "The mayor" if who == "The mayor" else "Ann Sample"


def test_whoever_says_it_when_and_to_whom_the_rest_is_asserted() -> None:
    for who, says, once in product(WHO, SAYS, ONCE):
        wording = f"{who} {says}{once} that the port was shut."
        assert asserted(wording, _speaker(who)) == "The port was shut.", wording


def test_a_denial_anywhere_before_that_keeps_the_wording() -> None:
    for who, says, once, denies, at in product(WHO, SAYS, ONCE, DENIES, (1, 2, 3)):
        given = [who, says, once.strip()]
        given.insert(at, denies)
        wording = f"{' '.join(part for part in given if part)} that the port was shut."
        assert asserted(wording, _speaker(who)) == wording
