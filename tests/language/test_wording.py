"""Standalone wording: pronouns, titles, descriptions; never a guess that is not sure."""

from __future__ import annotations

from workbench.language.article import split_article
from workbench.language.standalone import stand_alone


def worded(text: str, sentence: str) -> str:
    at = text.index(sentence)
    return stand_alone(text, at, at + len(sentence), split_article(text))


def test_a_pronoun_becomes_the_only_person_it_can_be() -> None:
    text = "Ms Ann Sample was born in 1960. She led the council for ten years."
    assert worded(text, "She led the council for ten years.") == "Ann Sample led the council for ten years."


def test_two_people_of_one_kind_leave_the_pronoun_alone() -> None:
    text = "At the hall, Mr Peter Sample and Mr John Other met. He left early."
    assert worded(text, "He left early.") == "He left early."


def test_it_becomes_the_subject_of_the_sentence_before() -> None:
    text = "The Sample Bridge opened in 1930. It was closed last year."
    assert worded(text, "It was closed last year.").startswith("The Sample Bridge was closed")


def test_an_empty_it_stays() -> None:
    text = "The bridge opened in 1930. It is likely that it will close."
    assert worded(text, "It is likely that it will close.").startswith("It is likely")


def test_the_country_becomes_the_only_one_named() -> None:
    text = "The minister flew to Norway. The tour was the first to the country for years."
    assert "first to Norway" in worded(text, "The tour was the first to the country for years.")


def test_a_title_becomes_the_person_who_bears_it() -> None:
    text = "Finance minister Ann Sample spoke first. The finance minister was cheered."
    assert "Ann Sample" in worded(text, "The finance minister was cheered.")


def test_a_description_becomes_the_thing_that_was_named_so() -> None:
    text = "Work on the North Lake tunnel stopped. The tunnel was dug in 1990."
    assert worded(text, "The tunnel was dug in 1990.") == "The North Lake tunnel was dug in 1990."


def test_resolutions_name_the_words_they_replace() -> None:
    text = "Ms Ann Sample was born in 1960. She led the council for ten years."
    claim = split_article(text).claims[-1]
    (resolution,) = claim.resolutions
    assert text[resolution.start : resolution.end] == resolution.original == "She"
    assert resolution.applied
    assert 0 < resolution.confidence <= 1
