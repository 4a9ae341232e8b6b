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
        ("Linda Ostrom said: “We built 31,000 homes.”", "Linda Ostrom", "We built 31,000 homes."),
        ("“We are 3,000 nurses short,” leader Bea Holt told them.", "Bea Holt", "We are 3,000 nurses short."),
        ("Bea Holt told the paper on Monday that 3,000 nurses were missing.", "Bea Holt", "3,000 nurses were missing."),
        ("The firm said it would cut 400 jobs.", "The firm", "The firm would cut 400 jobs."),
        ("Two bells were cast, the parish historian, Nils Aker, said.", "Nils Aker", "Two bells were cast."),
        ('"Whole schools close," said its president, Hanne Moll.', "Hanne Moll", "Whole schools close."),
        ("Prices rose, the office said, by 3% in May.", "the office", "Prices rose by 3% in May."),
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
        ("The port was shut, the harbour master said.", None),
        ("The port was shut, the harbour master said.", "Ida Quist"),
        ("“No,” said Ida Quist.", "Ida Quist"),
        ("The bridge, the mayor said it best, is a bridge.", "Ida Quist"),
    ],
)
def test_where_it_is_not_certain_the_wording_stays(wording: str, speaker: str | None) -> None:
    assert asserted(wording, speaker) == wording


@given(st.text(alphabet="aB said,“”.\"'\n:", max_size=200), st.text(alphabet="aB said", max_size=20))
def test_no_text_is_stumbled_over(wording: str, speaker: str) -> None:
    found = asserted(wording, speaker)
    assert len(found) <= len(wording) + len(speaker) + 1
    assert asserted(wording, None) == wording
