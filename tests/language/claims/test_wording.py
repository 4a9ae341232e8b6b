"""Standalone wording: pronouns, titles, descriptions; never a guess that is not sure."""

from __future__ import annotations

import pytest

from workbench.language.article import split_article
from workbench.language.claims.standalone import stand_alone


def worded(text: str, sentence: str) -> str:
    at = text.index(sentence)
    return stand_alone(text, at, at + len(sentence), split_article(text))


def test_without_the_model_that_tells_whom_they_mean_pronouns_stay() -> None:
    text = "Ms Ann Sample was born in 1960. She led the council for ten years."
    assert worded(text, "She led the council for ten years.") == "She led the council for ten years."


def test_two_people_of_one_kind_leave_the_pronoun_alone() -> None:
    text = "At the hall, Mr Peter Sample and Mr John Other met. He left early."
    assert worded(text, "He left early.") == "He left early."


def test_without_trees_it_stays() -> None:
    text = "The Sample Bridge opened in 1930. It was closed last year."
    assert worded(text, "It was closed last year.").startswith("It was closed")


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


@pytest.mark.parametrize(
    ("text", "sentence", "wording"),
    [
        (
            "At issue is Northlink 2, a gas pipeline between two islands. The pipeline is yet to be completed.",
            "The pipeline is yet to be completed.",
            "Northlink 2 is yet to be completed.",
        ),
        (
            "Northlink, a gas pipeline, was built in 1990. The gas pipeline was closed in 2001.",
            "The gas pipeline was closed in 2001.",
            "Northlink was closed in 2001.",
        ),
        (
            "The council halted a new tram line, Redline East, in May. The line was dear.",
            "The line was dear.",
            "Redline East was dear.",
        ),
        (
            "A ferry called Northern Star sank in 2004. The ferry carried 300 people.",
            "The ferry carried 300 people.",
            "Northern Star carried 300 people.",
        ),
        (
            "Ministers praised the Northlink 2 gas pipeline. The pipeline was dear.",
            "The pipeline was dear.",
            "The Northlink 2 gas pipeline was dear.",
        ),
        (
            "At issue is Northlink 2, a gas pipeline. The pipeline is long. It was dug in 1990.",
            "It was dug in 1990.",
            "It was dug in 1990.",
        ),
    ],
)
def test_a_description_becomes_the_one_thing_introduced_so(text: str, sentence: str, wording: str) -> None:
    assert worded(text, sentence) == wording


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        (
            "In Bergen, a tunnel under the harbour was closed. The tunnel was dug in 1970.",
            "The tunnel was dug in 1970.",
        ),
        (
            "Acme Mining, a steel company, bought Sample Works, a steel company. The company lost £3m.",
            "The company lost £3m.",
        ),
        (
            "Acme Mining is a steel company. A rival company sued it. The company lost £3m in 2019.",
            "The company lost £3m in 2019.",
        ),
        ("In a statement, Acme Mining denied it. The statement was short.", "The statement was short."),
        ("Sample Bank, a lender, was sold. The lender group was fined.", "The lender group was fined."),
        ("However, the paper was blue. The paper was old.", "The paper was old."),
        ("Britain sent aid to the islands. The aid was late.", "The aid was late."),
        ("Northlink, a gas pipeline, was built. The old pipeline was dug up.", "The old pipeline was dug up."),
    ],
)
def test_a_description_that_may_be_another_thing_stays(text: str, sentence: str) -> None:
    assert worded(text, sentence) == sentence


def test_the_noun_of_a_relative_clause_is_resolved_and_the_sentence_goes_on_with_it() -> None:
    text = "At issue is Northlink 2, a gas pipeline. The pipeline, which has cost £3m, was dug in 1990."
    assert [c.text for c in split_article(text).claims][1:] == [
        "Northlink 2 has cost £3m.",
        "Northlink 2 was dug in 1990.",
    ]


@pytest.mark.parametrize(
    ("text", "wording"),
    [
        ("Ann Sample left in 2017, when Peter Sample met Ola Norman there.", "Peter Sample met Ola Norman there."),
        ("Fines rose in May, meaning that the council can pay its debts.", "The council can pay its debts."),
        ("It comes after the port lost £3m in May.", "The port lost £3m in May."),
    ],
)
def test_words_that_tie_a_clause_to_the_rest_are_left_out(text: str, wording: str) -> None:
    assert split_article(text).claims[-1].text == wording


def test_an_act_is_no_speaker() -> None:
    text = "The mayor was blamed for releasing papers which said that Peter Sample lost £3m."
    assert not any("releasing" in (claim.speaker or "") for claim in split_article(text).claims)


def test_resolutions_name_the_words_they_replace() -> None:
    text = "Work on the North Lake tunnel stopped. The tunnel was dug in 1990."
    claim = split_article(text).claims[-1]
    (resolution,) = claim.resolutions
    assert text[resolution.start : resolution.end] == resolution.original == "The tunnel"
    assert resolution.applied
    assert 0 < resolution.confidence <= 1
