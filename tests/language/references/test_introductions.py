"""What "the plant" can mean: things that a text names, and no words of a headline that begins each with a capital."""

from __future__ import annotations

import pytest

from workbench.language.references.introductions import Introductions
from workbench.language.references.people import Names

BODY = "Sample AB made its first cells on Monday. "


def meant(text: str, noun: str) -> str | None:
    """What "the `noun`" behind the text means, None where that is not told."""
    found, _ = Introductions(text, Names([])).meant(noun, (), len(text))
    return found.words if found else None


@pytest.mark.parametrize(
    "headline",
    [
        "Sample AB Opens Europe's Largest Sodium-Ion Plant",
        "Sample AB Opens Europe’s Largest Sodium-Ion Plant in Lowick",
        "Company Opens Largest Sodium-Ion Plant",
        "New Sample Cells Plant Is Built With Help From Lowick, the City's Largest Plant",
        "Sample Energy to Open a Second Wind Plant",
    ],
)
@pytest.mark.parametrize("before", ["", "PRESS RELEASE\n\n"])
def test_words_of_a_headline_in_capitals_are_no_name(headline: str, before: str) -> None:
    assert meant(f"{before}{headline}\n\n{BODY}", "plant") is None


def test_a_name_of_the_text_or_of_another_headline_is() -> None:
    text = f"Company Opens Largest Battery Plant\n\nThe work on Lowick Plant is over. {BODY}"
    assert meant(text, "plant") == "Lowick Plant"
    assert meant(f"Work on Lowick Plant halted by a strike\n\n{BODY}", "plant") == "Lowick Plant"
