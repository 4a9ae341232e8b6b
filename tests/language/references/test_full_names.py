"""A surname is written in full only where it plainly is the person."""

from __future__ import annotations

import pytest

from workbench.domain.documents import Document
from workbench.services.articles.splitting import Splitter

OPENING = "Ann Tolland founded the line in 1990.\n\n"


def wordings(sentence: str) -> list[str]:
    document = Document(text=OPENING + sentence, title="Ferries", origin="test", sha256="0" * 64)
    return [claim.text for claim in Splitter().split(document).drafts if claim.start >= len(OPENING)]


@pytest.mark.parametrize(
    "sentence",
    [
        "Tolland & Co. was fined 30,000 euros in 2019.",
        "Tolland and Sons closed two yards in 2019.",
        "The Tolland report named 12 people.",
        "Tolland Street was shut for 12 days.",
        "Tolland, Ohio, has 3,000 inhabitants.",
        "Gov. Tolland resigned in 2020.",
        "Dr Tolland treated 30 patients.",
        "Sir Tolland sold 40 ships in 2014.",
    ],
)
def test_what_is_called_like_somebody_keeps_its_name(sentence: str) -> None:
    found = wordings(sentence)
    assert found
    assert all("Ann" not in wording and wording in sentence for wording in found)


@pytest.mark.parametrize(
    ("sentence", "full"),
    [
        ("Tolland sold 40 ships.", "Ann Tolland sold 40 ships."),
        ("Mr Marsh said that Tolland sold 40 ships.", "Mr Marsh said that Ann Tolland sold 40 ships."),
        ("The council paid Tolland 300 euros.", "The council paid Ann Tolland 300 euros."),
        ("Mrs Tolland sold 40 ships.", "Ann Tolland sold 40 ships."),
    ],
)
def test_the_person_is_named_in_full(sentence: str, full: str) -> None:
    assert full in wordings(sentence)


def test_all_authors_of_a_study_speak() -> None:
    document = Document(
        text="Rivers\n\nTolland et al. found that 12 rivers had dried up. According to Marsh et al., 14 lakes are dry.",
        title="Rivers", origin="test", sha256="0" * 64,
    )  # fmt: skip
    speakers = [claim.speaker for claim in Splitter().split(document).drafts]
    assert speakers == ["Tolland et al.", "Marsh et al."]
