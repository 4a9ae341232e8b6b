"""Whether a passage tells nothing of a claim's place and names another: its amounts are not said to differ."""

from __future__ import annotations

from datetime import date

import pytest

from workbench.comparison.another_place import another_place
from workbench.comparison.outcomes import Outcome
from workbench.services.search.stance_reading import StancePair, compared

OTHERS = [
    (
        "The flood in Sorland killed 600 people.",
        "The flood killed 198 people, the ministry said.",
        "Velda counts its dead",
    ),
    ("The flood in Sorland killed 600 people.", "The flood in Velda killed 198 people.", ""),
    ("A strike at ports in Norway cost 40 million euros.", "The strike cost 12 million euros.", "Danish ports count"),
    ("The floods destroyed 900 homes in northern Peru.", "The floods destroyed 2,400 homes.", "Ecuador floods"),
    ("Unemployment in Spain rose to 14 per cent.", "It rose to 9 per cent, the office in Lisbon said.", "Jobs figures"),
    ("The fire near Holm burned 300 hectares.", "The fire near Dace burned 900 hectares.", ""),
]
ITS_OWN = [
    ("The flood in Sorland killed 600 people.", "The Sorlandic flood killed 198 people.", "Velda counts its dead"),
    ("The flood in Sorland killed 600 people.", "The flood killed 198 people, the ministry said.", "Sorland: the toll"),
    ("The flood in Sorland killed 600 people.", "The flood killed 198 people, the ministry said.", ""),
    ("The quake in France injured 600 people.", "The quake injured 198 people, French officials said.", ""),
    ("The storm in Britain destroyed 600 homes.", "The storm destroyed 198 homes in the UK, Ann Lee said.", ""),
    ("The festival drew 12,000 visitors in March.", "The festival in Dace drew 9,000 visitors.", ""),
]


@pytest.mark.parametrize(("claim", "passage", "title"), OTHERS)
def test_a_passage_of_another_place_is_told(claim: str, passage: str, title: str) -> None:
    assert another_place(claim, passage, title) is not None


@pytest.mark.parametrize(("claim", "passage", "title"), ITS_OWN)
def test_a_passage_that_may_be_of_the_place_is_not(claim: str, passage: str, title: str) -> None:
    assert another_place(claim, passage, title) is None


def outcomes(claim: str, passage: str, title: str = "", *, days: tuple[int, int] | None = None) -> set[Outcome]:
    mine, theirs = (date(2019, 5, day) for day in days) if days else (None, None)
    pair = StancePair(claim, passage, title, claim_day=mine, passage_day=theirs)
    return {one.outcome for one in compared(pair)}


def test_amounts_of_another_place_do_not_differ() -> None:
    claim, passage = "The storm in Sorland destroyed 600 homes.", "The storm destroyed 198 homes, the ministry said."
    assert Outcome.CONFLICT in outcomes(claim, passage, "Sorland counts its losses")
    there = outcomes(claim, passage, "Velda counts its losses")
    assert Outcome.CONFLICT not in there
    assert Outcome.NAMES_ANOTHER in there


def test_amounts_that_agree_are_of_the_claim_wherever_they_are_told() -> None:
    found = outcomes(
        "The storm in Sorland destroyed 600 homes.", "The storm destroyed 600 homes, Ann Lee said.", "Losses"
    )
    assert Outcome.AGREEMENT in found
    assert Outcome.NAMES_ANOTHER not in found


@pytest.mark.parametrize(
    ("claim", "passage"),
    [
        ("The quake in Sorn killed 40 people.", "The quake in Sorn killed 95 people, the ministry said."),
        ("The storm in Velda destroyed 1,200 homes.", "The storm in Velda destroyed 2,600 homes."),
        ("The fire in Sorn burned 300 hectares of forest.", "The fire in Sorn burned 900 hectares of forest."),
        ("Police arrested 30 people at the protests in Sorn.", "Police arrested 74 people at the protests in Sorn."),
    ],
)
def test_a_number_that_still_grows_differs_only_where_the_later_text_tells_fewer(claim: str, passage: str) -> None:
    assert outcomes(claim, passage, days=(6, 8)) & {Outcome.GROWING, Outcome.CONFLICT} == {Outcome.GROWING}
    assert Outcome.CONFLICT in outcomes(claim, passage, days=(8, 6))
