"""How a source is named in a line."""

from __future__ import annotations

from datetime import date

import pytest

from workbench.domain.source_names import dated, place_within, unshouted

DAY = date(2024, 3, 12)


@pytest.mark.parametrize(
    "name", ["Minutes: Full Council, 12 March 2024", "Log of 12 Mar 2024", "March 12, 2024: minutes", "log 2024-03-12"]
)
def test_a_day_that_a_name_tells_is_not_told_again(name: str) -> None:
    assert dated(name, DAY, "12 Mar 2024") == name


@pytest.mark.parametrize(
    "name", ["Minutes", "Minutes, 13 March 2024", "Minutes, 2 March 2024", "Minutes 112 March 2024"]
)
def test_a_day_that_it_does_not_tell_is(name: str) -> None:
    assert dated(name, DAY, "12 Mar 2024") == f"{name}, 12 Mar 2024"
    assert dated("Log of 12 March 2024", date(2024, 3, 2), "2 Mar 2024") == "Log of 12 March 2024, 2 Mar 2024"
    assert dated(name, None, "") == name


def test_a_place_that_is_the_title_again_is_none() -> None:
    assert place_within("River scheme:  funding", "river scheme: funding ") == ""
    assert place_within("River scheme", "p. 4") == "p. 4"
    assert place_within("River scheme", None) == ""


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("HARTWELL BOROUGH COUNCIL", "Hartwell Borough Council"),
        ("OFFICE FOR ISLAND TRANSPORT", "Office for Island Transport"),
        ("MINISTÈRE DE L'INTÉRIEUR", "MINISTÈRE DE L'INTÉRIEUR"),
        ("HAFENAMT LINDAU", "Hafenamt Lindau"),
        ("COMUNE DI VARENNA", "COMUNE DI VARENNA"),
        ("NHS ENGLAND", "NHS ENGLAND"),
        ("UNICEF", "UNICEF"),
        ("BBC NEWS", "BBC NEWS"),
        ("CITY OF LINDAU", "CITY OF LINDAU"),
        ("IBM Research Centre", "IBM Research Centre"),
        ("Harbour Office", "Harbour Office"),
        ("3M COMPANY", "3M COMPANY"),
        ("", ""),
    ],
)
def test_a_name_that_a_letterhead_shouts_is_told_as_in_a_sentence_where_it_is_no_acronym(name: str, told: str) -> None:
    assert unshouted(name) == told
