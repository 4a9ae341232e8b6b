"""Words are cut as in English Universal Dependencies, and nothing is lost."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.models.tokens import words_of


def cut(text: str) -> str:
    return "|".join(text[start:end] for start, end in words_of(text))


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("They don't know.", "They|do|n't|know|."),
        ("She won’t and can't.", "She|wo|n’t|and|ca|n't|."),
        ("It cannot be Moscow's fault.", "It|can|not|be|Moscow|'s|fault|."),
        ("The workers' union", "The|workers|'|union"),
        ("We'll say they've left, I'd think", "We|'ll|say|they|'ve|left|,|I|'d|think"),
        ("a long-term, anti-war plan", "a|long|-|term|,|anti-war|plan"),
        ("$5 and £2.3bn or 40%", "$|5|and|£|2.3|bn|or|40|%"),
        ("US$1,250.50 was paid", "US$|1,250.50|was|paid"),
        ("The U.S. sent Mr. Hale to St. Mary at 10 p.m. sharp", "The|U.S.|sent|Mr.|Hale|to|St.|Mary|at|10|p.m.|sharp"),
        ("John F. Kennedy", "John|F.|Kennedy"),
        ("It was plan B.", "It|was|plan|B|."),
        ("No. 10 said no.", "No.|10|said|no|."),
        ("“Stop,” he said…", "“|Stop|,|”|he|said|…"),
        ("on 9/11 at 10:30, the 20th and the 1990s", "on|9/11|at|10:30|,|the|20th|and|the|1990s"),
        ("and/or", "and|/|or"),
        ("see https://example.org/a?b=c, please", "see|https://example.org/a?b=c|,|please"),
        ("write to a.b@example.org.", "write|to|a.b@example.org|."),
        ("AT&T and Amazon.com", "AT&T|and|Amazon.com"),
        ("O'Brien's cafe\u0301 (closed)", "O'Brien|'s|cafe\u0301|(|closed|)"),
        ("a 5-year-old", "a|5|-|year|-|old"),
        ("", ""),
        (" \n\t ", ""),
    ],
)
def test_words_are_cut_as_the_treebank_cuts_them(text: str, words: str) -> None:
    assert cut(text) == words


@given(st.text(max_size=300))
def test_every_character_but_space_is_in_exactly_one_word(text: str) -> None:
    covered = [i for start, end in words_of(text) for i in range(start, end)]
    assert covered == sorted(set(covered))
    assert {i for i, character in enumerate(text) if not character.isspace()} <= set(covered)
    assert all(start < end and text[start:end].strip() for start, end in words_of(text))


@given(st.text(max_size=80), st.text(max_size=80), st.text(max_size=80))
def test_only_the_given_part_is_cut(before: str, text: str, after: str) -> None:
    whole = before + text + after
    for start, end in words_of(whole, len(before), len(before) + len(text)):
        assert len(before) <= start < end <= len(before) + len(text)


@pytest.mark.parametrize("piece", ["a", "'", "-", "1.", "A.", "a@", "n't", "://", "e-"])
def test_a_long_run_without_spaces_ends(piece: str) -> None:
    text = piece * 50_000
    assert sum(end - start for start, end in words_of(text)) == len(text)
