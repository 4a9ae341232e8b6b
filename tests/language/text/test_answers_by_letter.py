"""Whose the answers behind "A:" are: who the words before them say was asked, never a place or a heading's word."""

from __future__ import annotations

import pytest

import workbench

TALK = "\n\nQ: How many ships came?\n\nA: We counted 812 ships."


def speakers(head: str) -> set[str | None]:
    said = workbench.split(head + TALK, published="2026-03-04")
    return {claim.speaker for claim in said if "812" in claim.quote}


@pytest.mark.parametrize(
    "head",
    [
        "Tom Sample heads the harbour board of Port Ellery. He talked to us in his office.",
        "Interview\n\nAnn Sample chairs the parish council of Holm. We met her in the village hall.",
        "Ann Sample has led the museum of Port Ellery since 2019.",
        "The harbour board published its figures for North Holm on Monday.",
        "Ships pay a duty to Port Ellery.",
        "The hearing of Ann Sample and Bob Stone",
        "Questions for Ann Sample, Bob Stone and Tom Lane",
        "We spoke to Ann Sample and the harbour master Bob Stone.",
    ],
)
def test_a_place_a_heading_or_one_of_two_answers_nothing(head: str) -> None:
    assert speakers(head) == {None}


@pytest.mark.parametrize(
    "head",
    [
        "Interview with Ann Sample, director of the museum",
        "We spoke to Ann Sample, director of the Port Ellery museum.",
        "Press conference of harbour master Ann Sample",
        "Questions for Ann Sample",
    ],
)
def test_who_was_asked_answers(head: str) -> None:
    assert speakers(head) == {"Ann Sample"}
