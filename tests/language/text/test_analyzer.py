"""Words that lexical search counts."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.comparison.stemming import stem
from workbench.domain.repetition import is_number
from workbench.language.text.analyzer import stems, words


@given(st.text(max_size=300))
def test_offsets_point_into_the_text(text: str) -> None:
    """Every word stands where it says, in reading order, whatever the text holds."""
    last = 0
    for word in words(text):
        assert last <= word.start < word.end <= len(text)
        assert word.stem
        last = word.end


def test_one_number_however_it_is_written() -> None:
    """Thousands separators do not make another number, decimal points do."""
    assert stems("100,000") == stems("100000") == ["100000"]
    assert stems("1.5") == ["1.5"]
    assert is_number("2017")
    assert not is_number("may")


def test_case_accents_endings_and_dots_do_not_matter() -> None:
    """A claim and a passage meet whatever the spelling of a name."""
    assert stems("Élysée") == stems("elysee")
    assert stems("U.S. troops deployed") == stems("us troop deploys")


def test_common_words_are_not_counted() -> None:
    """Words that stand in every passage say nothing."""
    assert stems("It is what was there, Russia's") == ["russia"]


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("caresses", "caress"), ("ponies", "poni"), ("cats", "cat"), ("agreed", "agre"), ("plastered", "plaster"),
        ("motoring", "motor"), ("conflated", "conflat"), ("hopping", "hop"), ("filing", "file"), ("happy", "happi"),
        ("relational", "relat"), ("vietnamization", "vietnam"), ("electricity", "electr"), ("adoption", "adopt"),
        ("controlling", "control"), ("probate", "probat"), ("rolled", "roll"), ("sky", "sky"), ("ox", "ox"),
    ],
)  # fmt: skip
def test_stems_are_porters(word: str, expected: str) -> None:
    """The examples of Porter's paper."""
    assert stem(word) == expected
