"""Whose number it is, where a passage gives one each to two."""

from __future__ import annotations

import pytest

from tests.comparison.test_another import facts
from workbench.comparison.compare import compare
from workbench.comparison.others_count import anothers_count
from workbench.comparison.outcomes import Outcome

ANOTHERS = [
    (
        "Halden has won nine cups.",
        "Marik won again on Sunday and now has nine cups. Halden has twelve.",
    ),
    (
        "Lind has won 16 titles.",
        "He now has 16 titles, while Lind has 20.",
    ),
    (
        "Kern sold 300 cars in May.",
        "Vogt sold 300 cars in May, and Kern sold 210.",
    ),
    (
        "Tarn scored four goals.",
        "Velmora, who scored four goals, went through; Tarn scored two.",
    ),
    (
        "The Greens won 41 seats.",
        "The Liberals won 41 seats and the Greens won 38.",
    ),
    (
        "Mira Holt has 12 medals.",
        "Ida Frey has 12 medals, Mira Holt has nine.",
    ),
    (
        "Brode has five hospitals.",
        "Dace has five hospitals, but Brode has two.",
    ),
    (
        "Ida Lind scored 31 points.",
        "Ada Moe led all with 31 points. Ida Lind scored 24.",
    ),
    (
        "Norland has 14 embassies.",
        "Ostia keeps 14 embassies. Norland has 22 embassies.",
    ),
    (
        "Halden are on 40 points.",
        "Marik lead with 40 points; Halden are on 37.",
    ),
    (
        "The Reds hold 60 seats.",
        "Of 120 seats the Blues hold 60, while the Reds hold 45.",
    ),
    (
        "Kern has 900 staff.",
        "Vogt employs 900 staff. Kern has 1,200 staff.",
    ),
]
ITS_OWN = [
    (
        "Halden has won twelve cups.",
        "Marik won again on Sunday and now has nine cups. Halden has twelve.",
    ),
    (
        "Lind has won 20 titles.",
        "He now has 16 titles, while Lind has 20.",
    ),
    (
        "Kern sold 210 cars in May.",
        "Vogt sold 300 cars in May, and Kern sold 210.",
    ),
    (
        "The Greens won 38 seats.",
        "The Liberals won 41 seats and the Greens won 38.",
    ),
    (
        "Brode has two hospitals.",
        "Dace has five hospitals, but Brode has two.",
    ),
    (
        "Halden has won nine cups.",
        "Halden has won nine cups. Halden has twelve players from abroad.",
    ),
    (
        "Halden has won nine cups.",
        "Halden, with nine cups, is ahead of Marik. Halden has 400 members.",
    ),
    (
        "Kern has 900 staff.",
        "At Kern 900 people work. Kern has 30 shops.",
    ),
    (
        "Lind scored 31 points.",
        "It was Lind's best night, with 31 points. Lind scored 12 of them in the last quarter.",
    ),
    (
        "Brode has five hospitals.",
        "There are five hospitals in the city of Brode. Brode has 20 schools.",
    ),
    (
        "The Greens won 41 seats.",
        "The party took 41 seats. In 2015 the Greens won 30.",
    ),
    (
        "Norland has 14 embassies.",
        "It keeps 14 embassies abroad.",
    ),
    (
        "Tarn scored four goals.",
        "Tarn won; four goals came from Lind. Tarn had lost before.",
    ),
]


@pytest.mark.parametrize(("claim", "passage"), ANOTHERS)
def test_the_number_of_another_bears_nothing_out(claim: str, passage: str) -> None:
    assert len(anothers_count(facts(claim), facts(passage))) == 1
    outcomes = {one.outcome for one in compare(facts(claim), facts(passage))}
    assert outcomes & {Outcome.ANOTHER, Outcome.CONFLICT}
    assert Outcome.AGREEMENT not in outcomes


@pytest.mark.parametrize(("claim", "passage"), ITS_OWN)
def test_its_own_number_is_left(claim: str, passage: str) -> None:
    assert not anothers_count(facts(claim), facts(passage))
