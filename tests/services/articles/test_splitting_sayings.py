"""Whose words a sentence is and what of it is kept, as the shipped parser and the rules give them together."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from workbench.domain.articles import ClaimDraft
from workbench.language.article import split_article
from workbench.services.articles.language_models import LanguageModels

Split = Callable[[str], list[ClaimDraft]]


@pytest.fixture(scope="module")
def split() -> Split:
    models = LanguageModels(vectors=False)

    def run(text: str) -> list[ClaimDraft]:
        return list(split_article(text, published=date(2022, 2, 1), trees=models.parse(text)).claims)

    return run


def told(claims: list[ClaimDraft]) -> list[tuple[str | None, str]]:
    return [(claim.speaker, claim.text) for claim in claims]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("What we know so far is that nine people died in the flood.", "nine people died in the flood"),
        ("Said Sample, the former builder, moved to Holm on Monday.", "moved to Holm"),
        ("Here is what we know: the mill lost 30 million euros.", "mill lost 30 million euros"),
    ],
)
def test_what_states_something_is_kept_however_it_opens(split: Split, text: str, words: str) -> None:
    assert any(words in claim.text for claim in split(text))


@pytest.mark.parametrize("text", ["What we know so far about the flood in Holm", "said Ann Sample, the builder."])
def test_what_states_nothing_is_no_claim(split: Split, text: str) -> None:
    assert split(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Neither Sample nor Orlova said that the toll would rise by 3 per cent.",
        "No official said that the toll rose by 3 per cent.",
        "The toll rose 3 per cent, no minister said.",
        "Not one witness said that the dam broke in 2018.",
        "Nobody said that the dam broke in 2018.",
        "The mill paid 3 million euros, not 5 million as Chen claims.",
        "The mill did not pay 5 million euros, as Chen claims.",
        "The mayor faces claims that 30 houses were lost.",
    ],
)
def test_who_did_not_say_it_is_no_speaker(split: Split, text: str) -> None:
    assert told(split(text)) == [(None, text)]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("No 10 said the toll rose by 3 per cent.", "No 10"),
        ("The mill paid 5 million euros, as Chen claims.", "Chen"),
        ("The report claims that 30 houses were lost.", "The report"),
        ("Residents reject claims that the dam broke in 2018.", "Residents"),
    ],
)
def test_who_said_it_is_the_speaker_without_the_verb(split: Split, text: str, speaker: str) -> None:
    assert told(split(text)) == [(speaker, text)]


@pytest.mark.parametrize(
    ("text", "first", "second"),
    [
        (
            "The plant closed in 2019, the company said, and the city bought the land for 3 million euros.",
            ("the company", "The plant closed in 2019, the company said."),
            (None, "The city bought the land for 3 million euros."),
        ),
        (
            "Fees rose in 2019, officials said, but 400 families moved away.",
            ("officials", "Fees rose in 2019, officials said."),
            (None, "400 families moved away."),
        ),
        (
            "The dam is safe, the mayor said, while two engineers resigned in May 2020.",
            ("the mayor", "The dam is safe, the mayor said."),
            (None, "Two engineers resigned in May 2020."),
        ),
        (
            "The dam broke in 2018, officials said, and killed 12 people.",
            ("officials", "The dam broke in 2018, officials said."),
            ("officials", "The dam killed 12 people."),
        ),
        (
            "The law passed in May, and it takes effect in June, the mayor said after the meeting on Monday evening.",
            ("the mayor", "The law passed in May 2021."),
            ("the mayor", "It takes effect in June 2022."),
        ),
    ],
)
def test_both_halves_around_who_said_it_are_kept(
    split: Split, text: str, first: tuple[str | None, str], second: tuple[str | None, str]
) -> None:
    """A half that follows with its own subject may be the reporter's: it gets no speaker."""
    assert told(split(text)) == [first, second]


def test_a_closing_attribution_is_of_both_halves_where_words_had_to_read_the_sentence(split: Split) -> None:
    text = (
        "Prices rose by 4 per cent, and wages fell by 2 per cent, the office told reporters in a statement on Friday."
    )
    claims = told(split(text))
    assert claims[0] == ("the office", "Prices rose by 4 per cent.")
    assert [speaker for speaker, _ in claims] == ["the office", "the office"]
