"""How many were killed, and how many hurt, are two things; "killing six of them" tells how many were killed."""

from __future__ import annotations

import pytest

from tests.comparison.test_another import facts
from workbench.comparison.amounts import amounts_of
from workbench.comparison.became_of import became_of
from workbench.comparison.compare import compare
from workbench.comparison.outcomes import Comparison, Outcome


def _compared(claim: str, passage: str) -> list[Comparison]:
    return compare(facts(claim), facts(passage))


@pytest.mark.parametrize(
    ("said", "fates"),
    [
        ("The blast killed five people and wounded 20 others.", ["dead", "hurt"]),
        ("The flu infected 11 people, killing at least six of them.", ["ill", "dead"]),
        ("Nine deaths and 40 cases were reported.", ["dead", "ill"]),
        ("The blast left nine people dead and 14 injured.", ["dead", "hurt"]),
        ("Thirty people were later confirmed dead.", ["dead"]),
        ("The blast injured eight people, two of them fatally.", ["hurt", "dead"]),
        ("The death toll has risen to 115.", ["dead"]),
        ("The storm destroyed 40 homes and damaged 300.", ["destroyed", "damaged"]),
        ("The blast left 40 people dead or injured.", ["mixed"]),
        ("The blast injured 14 people who died of it.", [""]),
        ("The plant employs 40 people.", [""]),
        ("There are 21 patients in hospital.", ["treated"]),
        ("The crash killed 14 people in hospital beds.", ["dead"]),
        ("Deaths: nine. Injuries: 31.", ["dead", "hurt"]),
    ],
)
def test_what_became_of_those_that_are_counted_stands_beside_the_amount(said: str, fates: list[str]) -> None:
    found = facts(said)
    assert [became_of(one) for one in amounts_of(found, found.quantities)] == fates


@pytest.mark.parametrize(
    ("claim", "passage"),
    [
        ("The blast in Brod killed 40 people.", "The blast in Brod killed nine people and wounded 40."),
        ("The flood in Sorn injured 12 people.", "Twelve people died in the flood in Sorn and 70 were injured."),
        ("The flu killed 319 people.", "The ministry has reported 319 cases of flu and 12 deaths."),
        ("The storm destroyed 300 homes.", "The storm destroyed 40 homes and damaged 300 others."),
        ("The fire killed 17 people.", "The number of injured in the fire has risen to 17."),
        ("A crash injured 33 people.", "A crash killed at least 33 people and injured 13."),
        ("The blast killed 40 people.", "The blast left 40 people dead or injured."),
        ("The flu killed 60 people.", "Some 60 people are in hospital with the flu."),
        ("The storm destroyed 4,000 homes.", "The storm threatens 4,000 homes."),
    ],
)
def test_as_many_of_whom_something_else_became_are_not_the_same(claim: str, passage: str) -> None:
    """They had been shown as agreeing, or the network alone took them for support."""
    outcomes = {one.outcome for one in _compared(claim, passage)}
    assert Outcome.ANOTHER in outcomes
    assert not outcomes & {Outcome.AGREEMENT, Outcome.CONFLICT}


@pytest.mark.parametrize(
    ("claim", "passage"),
    [
        ("The blast killed 40 people.", "The blast killed 40 people and wounded 40."),
        ("The flu killed 63 people.", "The flu infected 63 people, all of whom died."),
        ("The blast killed 40 people.", "Forty people injured in the blast have died in hospital."),
        ("The blast hit six people.", "Six people were killed in the blast."),
        ("Police detained 30 people.", "Police arrested 30 people."),
        ("The storm destroyed 300 homes.", "The storm flattened 300 homes."),
        ("The fire destroyed 85 homes.", "The fire destroyed 85 residences and threatens 900 homes."),
    ],
)
def test_of_whom_the_same_may_have_become_nothing_else_is_said(claim: str, passage: str) -> None:
    assert Outcome.ANOTHER not in {one.outcome for one in _compared(claim, passage)}


@pytest.mark.parametrize(
    ("claim", "passage"),
    [
        ("A bomb in Halm killed five people.", "A bomb exploded in Halm, wounding 20 people."),
        ("A bomb in Halm wounded 20 people.", "A bomb exploded in Halm, killing five people."),
        ("The flu killed nine people.", "The flu infected 198 people."),
        ("The blast killed or wounded 40 people.", "The blast killed 12 people and wounded 28."),
    ],
)
def test_other_numbers_of_whom_something_else_became_are_not_held_together(claim: str, passage: str) -> None:
    """They had been shown side by side, or as differing."""
    assert not {one.outcome for one in _compared(claim, passage)} & {Outcome.CONFLICT, Outcome.UNSURE}


@pytest.mark.parametrize(
    ("claim", "passage", "words"),
    [
        ("The flu infected 40 people and killed 12.", "The flu infected 40 people, killing nine of them.", "12, nine"),
        ("A bomb wounded 20 people and killed five.", "A bomb went off, killing three and wounding 20.", "five, three"),
    ],
)
def test_a_number_of_the_dead_without_a_noun_is_held_against_the_claims(claim: str, passage: str, words: str) -> None:
    assert words in [f"{one.claim}, {one.passage}" for one in _compared(claim, passage)]
