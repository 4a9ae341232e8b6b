"""Passages that only repeat a claim, and such as say something about it."""

from __future__ import annotations

import pytest

from workbench.comparison.retelling import repeats, same_address

DAM = "The dam will be closed by Friday night."
MINE = "The Oakfield mine emits 40,000 tonnes of dust a year."
LONG = "The council of Elmhurst has sold the old town hall to a hotel chain for nine million pounds."

REPORTS = [
    (DAM, "The minister said that the dam will be closed by Friday night."),
    (DAM, "“The dam will be closed by Friday night”, the minister told reporters on Monday."),
    (DAM, "According to the minister, the dam will be closed by Friday night."),
    (DAM, "The dam will be closed by Friday night, the water board announced in a short statement."),
    (DAM, "A post shared thousands of times claims the dam will be closed by Friday night."),
    (DAM, "The minister wrote that the dam will be closed by Friday night."),
    (MINE, "Campaigners say the Oakfield mine emits 40,000 tonnes of dust a year."),
    ("The dam will not be closed by Friday.", "The minister said the dam will not be closed by Friday."),
    ("The dam is yet to be inspected.", "The dam is yet to be inspected, a spokesman said."),
    ("The dam has not yet been inspected.", "The water board said that the dam has not yet been inspected."),
    ("The dam has not been inspected.", "The dam hasn't been inspected yet, the water board said."),
]

NO_REPORTS = [
    (DAM, "The dam was closed on Thursday by its operator."),
    (DAM, "Engineers said the dam is safe."),
    (DAM, "The dam will be closed by Friday night."),
    (DAM, "The minister said that the dam will be closed by Friday night, but its operator denied it."),
    (DAM, "The minister said that the dam will not be closed by Friday night."),
    (DAM, "It is false that the dam will be closed by Friday night, as the minister claimed."),
    (DAM, "The minister said that the dam will be closed by Friday night. In fact it was closed on Tuesday."),
    (DAM, "The minister said that the dam will be closed by Friday night, yet water was running through it on Sunday."),
    (DAM, "Workers said they are tired. The dam will be closed by Friday night."),
    (MINE, "Campaigners say the Oakfield mine emits 90,000 tonnes of dust a year."),
    (MINE, "Records show that the Oakfield mine emits 40,000 tonnes of dust a year, the agency said."),
    (MINE, "Figures showed the Oakfield mine emits 40,000 tonnes of dust a year, campaigners said."),
    (MINE, "According to a study of 2021, the Oakfield mine emits 40,000 tonnes of dust a year."),
    (
        "The lake lies in the eastern part of Ardland.",
        "The lake, said to be deep, lies in the western part of Ardland.",
    ),
    ("Ann Lee was born in Elmhurst.", "Ann Lee, who wrote three novels, was born in Elmhurst."),
    ("Yes.", "She said yes."),
    ("The mayor said that the dam is unsafe.", "“The dam is unsafe”, the mayor said on Monday."),
]


@pytest.mark.parametrize(("claim", "passage"), REPORTS)
def test_a_passage_that_only_reports_the_claim_repeats_it(claim: str, passage: str) -> None:
    assert repeats(claim, passage)


@pytest.mark.parametrize(("claim", "passage"), NO_REPORTS)
def test_a_passage_that_says_something_of_its_own_does_not_repeat_the_claim(claim: str, passage: str) -> None:
    assert not repeats(claim, passage)


@pytest.mark.parametrize(("days", "expected"), [(0, True), (-2, True), (3, True), (30, False), (None, False)])
def test_a_copy_of_the_same_days_repeats_and_an_older_one_may_be_the_source(days: int | None, expected: bool) -> None:
    """The headline of another paper on the day; a register that said so a month before is evidence."""
    headline = "Council of Elmhurst has sold the old town hall to a hotel chain for nine million pounds"
    assert repeats(LONG, headline, days_before=days) is expected


def test_a_copy_with_more_to_say_does_not_repeat() -> None:
    more = f"{LONG} The deed, which the land register entered on Monday, names a price of nine million and a buyer."
    assert not repeats(LONG, more, days_before=0)


def test_what_the_speaker_publishes_repeats_what_the_speaker_said() -> None:
    passage = "We can announce that the dam will be closed by Friday night."
    assert repeats(DAM, passage, speaker="Water Board", publisher="water board")
    assert repeats(DAM, "The dam will be closed by Friday night.", speaker="Water Board", publisher="Water Board")
    assert not repeats(DAM, "The dam will be closed by Friday night.", speaker="Water Board", publisher="Port News")


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("https://www.example.org/a/b/", "http://example.org/a/b#top", True),
        ("https://example.org/a?utm_source=x&id=5", "https://example.org/a?id=5", True),
        ("https://example.org/a?id=5", "https://example.org/a?id=6", False),
        ("https://example.org/a", "https://example.com/a", False),
        ("https://[bad", "https://[bad", True),
        ("https://[bad", "https://[worse", False),
        (None, None, False),
        ("https://example.org/a", None, False),
    ],
)
def test_one_page_has_many_addresses(one: str | None, other: str | None, expected: bool) -> None:
    assert same_address(one, other) is expected
