"""Sentence boundaries."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.language.text.sentences import LONGEST, sentences


def split(text: str, language: str = "en") -> list[str]:
    return [span.of(text) for span in sentences(text, language)]


@pytest.mark.parametrize(
    "whole",
    [
        "Dr. Ann Example of the U.S. Geological Survey spoke at 5 p.m. on Monday.",
        "No. 10 said the bill of Feb. 8 would cost £2.3bn.",
        "J. K. Sample met Mr. A. N. Other at St. Mary's.",
        "“Is it over?” Ms Sample asked.",
        "The firm (it was founded in 1999.) has closed.",
        "She waited ... and then left.",
        "The page www.news.The Paper of the town is new.",
        "He wrote to ann@mail.The answer came from Prof.The Bold of Booking.Com at once.",
    ],
)
def test_abbreviations_initials_and_asides_do_not_end_a_sentence(whole: str) -> None:
    assert split(whole) == [whole]


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("It rose 1.5 per cent. Then it fell.", 2),
        ("“We won. They lost. It is over,” she said.", 3),
        ("He lives in the U.S. She does not.", 2),
        ("They left at 6 p.m. The doors closed.", 2),
        ("What now? Nobody knows!  Wait.", 3),
        ("The pier opened in May.The next one is dearer.Are both needed?", 3),
        ("It closed in 2019.It had 40 rooms.", 2),
    ],
)
def test_sentences_end_where_a_reader_ends_them(text: str, count: int) -> None:
    assert len(split(text)) == count


def test_a_caption_and_its_credit_are_two_sentences() -> None:
    assert split("Floods reached the town Credit: A Photographer/Agency") == [
        "Floods reached the town",
        "Credit: A Photographer/Agency",
    ]


def test_a_list_run_together_is_cut_at_its_numbers() -> None:
    assert split("1. The first thing 2. The second thing") == ["1. The first thing", "2. The second thing"]


@pytest.mark.parametrize(
    ("language", "text", "count"),
    [
        ("de", "Die Stadt nahm 1,3 Mio. Euro ein und gab 2 Mrd. Euro aus. Das ist viel.", 2),
        ("de", "Am 3. März sprach Dr. Muster z.B. über Geld. Danach ging er.", 2),
        ("fr", "M. Dupont a parlé. « C'est fini », a-t-il dit.", 2),
        ("es", "El Sr. Pérez llegó. ¿Quién lo vio? Nadie.", 3),
    ],
)
def test_german_french_and_spanish_have_their_own_abbreviations(language: str, text: str, count: int) -> None:
    assert len(split(text, language)) == count


def test_a_line_without_any_stop_is_cut_between_words() -> None:
    text = "word " * 4000
    found = sentences(text)
    assert len(found) > 5
    assert all(span.end - span.start <= LONGEST for span in found)
    assert " ".join(span.of(text) for span in found) == text.strip()


@given(st.text(), st.sampled_from(["en", "de", "fr", "es", "xx"]))
def test_only_white_space_lies_between_sentences(text: str, language: str) -> None:
    at = 0
    for span in sentences(text, language):
        assert at <= span.start < span.end <= len(text)
        assert not text[at : span.start].strip()
        assert span.of(text) == span.of(text).strip()
        at = span.end
    assert not text[at:].strip()


def test_capitals_that_spell_an_abbreviation_may_end_a_sentence() -> None:
    text = "They use the old browser and move to a newer IE. Its goal is small."
    assert [span.of(text) for span in sentences(text)] == [text[:48], text[49:]]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "Ausgaben: 9,6 Mio. €, rund 23 € je Einwohner"),
        ("de", "Fahrten: 3,87 Mio. (+12,4 %)"),
        ("pl", "Obrońca mec. Jan Próba twierdzi, że to nieprawda"),
        ("pt", "Foram 8.412, segundo o relatório (pág. 43)"),
    ],
)
def test_short_words_before_signs_and_names_end_no_sentence(language: str, text: str) -> None:
    assert len(sentences(text, language)) == 1
