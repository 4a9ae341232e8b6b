"""What a wording asserts, without who said it."""

from __future__ import annotations

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
    ],
)
def test_where_it_is_not_certain_the_wording_stays(wording: str, speaker: str | None) -> None:
    assert asserted(wording, speaker) == wording


PARTS = st.sampled_from(
    [
        "Ann Sample",
        "the port",
        "she",
        " said",
        " told",
        " that ",
        " never",
        ", ",
        ": ",
        "“",
        "”",
        " is shut",
        ".",
        " on Friday",
    ]
)


@given(st.lists(PARTS, max_size=14).map("".join))
def test_nothing_but_who_said_it_and_when_is_left_out(wording: str) -> None:
    found = asserted(wording, "Ann Sample")
    assert found == wording or "said" in wording or "told" in wording
    if "never" in wording and found != wording:
        assert wording.count("never") == found.count("never")
    assert asserted(wording, None) == wording
