"""What two claims that mean nearly the same do not share is named, whichever way it is written."""

from __future__ import annotations

from datetime import date

import pytest

from workbench.services.search.already_checked import text_differences

NEW_YEAR = date(2022, 1, 1)


@pytest.mark.parametrize(
    ("here", "there"),
    [
        ("The town has 3000 residents", "The town has 3,000 inhabitants"),
        ("Prices rose by 5 percent last year", "Prices rose 5 % in 2021"),
        ("Three people died", "3 people died"),
        ("2.5 million people left", "2.5m people left"),
        ("The line carries gas to Norland", "The line carried gas to Norland"),
        ("The hospital treated 300 children", "The hospital has treated 300 children"),
        ("The firm hired 40 workers", "The company hires 40 employees"),
    ],
)
def test_what_is_written_otherwise_is_no_difference(here: str, there: str) -> None:
    assert text_differences(here, there, NEW_YEAR, NEW_YEAR).named == ()


@pytest.mark.parametrize(
    ("here", "there", "named"),
    [
        ("The town has 3,000 people", "The town has 5,000 people", "here 3,000, there 5,000"),
        ("The pipe was finished in 2021", "The pipe was finished in 2019", "here 2021, there 2019"),
        ("The pipe was finished in 2021", "The pipe was finished", "only here 2021"),
        ("It cost $2m", "It cost £2m", "here $2m, there £2m"),
        ("Thousands of troops stand there", "100,000 troops stand there", "here Thousands, there 100,000"),
        ("Prices rose by 5 percent", "Prices fell by 5 percent", "here rose, there fell"),
        ("The law was not passed", "The law was passed", "only here “not”"),
        ("The vaccine doesn't work", "The vaccine works", "only here “doesn't”"),
        ("Norland exports more than Sudland", "Norland exports more than Ostland", "here Sudland, there Ostland"),
        ("Norland's debt rose", "Ostland's debt rose", "here Norland, there Ostland"),
        ("Unit 2 of the plant is shut", "Unit 1 of the plant is shut", "here 2, there 1"),
        ("The hospital treated 300 women", "The hospital treated 300 children", "here women, there children"),
        ("The clinic treated 300 children", "The hospital treated 300 children", "here clinic, there hospital"),
        ("The hospital turned away 300 children", "The hospital treated 300 children", "here turned, there treated"),
        ("The tunnel is the longest in Velmark", "The bridge is the longest in Velmark", "here tunnel, there bridge"),
        ("It is the longest railway bridge", "It is the longest bridge", "only here railway"),
        ("Police arrested a teacher", "Police arrested a doctor", "here teacher, there doctor"),
        ("Lowick beat Varde 3-1", "Varde beat Lowick 3-1", "the same words in another order"),
        ("The line carries gas to Norland", "Gas is carried to Norland by the line", "the same words in another order"),
        ("The port will open a pier", "The port may open a pier", "here will, there may"),
        ("He led the port before the war", "She led the port after the war", "here He, there She"),
        ("The port shut before the war", "The port shut after the war", "here before, there after"),
        ("Das Spital nahm 300 Frauen auf", "Das Spital nahm 300 Kinder auf", "here Frauen, there Kinder"),
        ("K-16 jets were sent", "K-35 jets were sent", "here 16, there 35"),
    ],
)
def test_numbers_dates_names_and_denials_are_named(here: str, there: str, named: str) -> None:
    assert named in text_differences(here, there, NEW_YEAR, NEW_YEAR).named


def test_the_day_of_a_date_is_no_amount_of_its_own() -> None:
    assert text_differences("The port shut on 7 May 2021", "The port shut").named == ("only here 7 May 2021",)


def test_a_relative_time_is_counted_from_the_day_of_its_article() -> None:
    said = "Prices rose by 5 percent last year"
    assert text_differences(said, said, date(2022, 1, 1), date(2022, 3, 1)).named == ()
    apart = text_differences(said, said, date(2022, 1, 1), date(2019, 1, 1))
    assert apart.named == ("here last year, there last year",)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The firm sold the hotel.", "The firm bought the hotel."),
        ("The dose is 5 mg.", "The dose is 5 g."),
        ("The flight to Cork was cancelled.", "The flight from Cork was cancelled."),
        ("The ship sailed from Cork to Dace.", "The ship sailed to Cork from Dace."),
        ("The mayor was fined by the court.", "The mayor fined the court."),
        ("The employer was fined.", "The employee was fined."),
        ("Lowick won 5-3.", "Lowick won 3-5."),
        ("The bridge is open.", "The bridge was open."),
        ("He paid or fled.", "He paid and fled."),
    ],
)
def test_what_turns_a_claim_round_is_named(one: str, other: str) -> None:
    assert text_differences(one, other, NEW_YEAR, NEW_YEAR).named
