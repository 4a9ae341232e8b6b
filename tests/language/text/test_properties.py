"""What holds of sentences, quotations and duplicates whatever the text."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from workbench.language.text.blocks import blocks
from workbench.language.text.duplicates import claim_key, link_duplicates
from workbench.language.text.quotations import quotations
from workbench.language.text.sentences import sentences

PROSE = st.text(st.sampled_from("aB .!?“”\"'\n,1—é。"), max_size=200)
CLAIMS = st.lists(
    st.sampled_from(
        [
            "The bridge was opened in 2019.",
            "The bridge was opened in 2019",
            "The bridge was opened in 2021.",
            "the BRIDGE was opened in 2019.",
            "Forty ships called at the harbour of Ostmouth.",
            "",
        ]
    ),
    max_size=8,
)


@given(PROSE, st.sampled_from(["en", "de", "fr", "zh"]))
def test_sentences_lose_no_word(text: str, language: str) -> None:
    """In order, apart from each other, and all that is no white space lies in one of them."""
    found = sentences(text, language)
    last = 0
    for one in found:
        assert last <= one.start < one.end <= len(text)
        last = one.end
    inside = {i for one in found for i in range(one.start, one.end)}
    assert all(i in inside for i, letter in enumerate(text) if letter.isalnum())


@given(PROSE)
def test_quotations_are_in_order_and_apart(text: str) -> None:
    last = 0
    for one in quotations(text, blocks(text)):
        assert last <= one.start < one.end <= len(text)
        last = one.end


@given(CLAIMS)
def test_a_duplicate_points_to_an_earlier_claim_that_is_none_itself(claims: list[str]) -> None:
    found = link_duplicates(claims)
    for number, first in enumerate(found):
        if first is not None:
            assert first < number
            assert claim_key(claims[first]) == claim_key(claims[number])


def test_another_year_is_another_claim() -> None:
    assert link_duplicates(["The bridge was opened in 2019.", "The bridge was opened in 2021."]) == [None, None]
