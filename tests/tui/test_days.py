"""Days in the words of people."""

from __future__ import annotations

from datetime import date

import pytest

from workbench.domain.errors import BadInputError
from workbench.services.written_days import read_day

TODAY = date(2022, 1, 30)


@pytest.mark.parametrize(
    ("said", "day"),
    [
        ("2022-03-03", date(2022, 3, 3)),
        ("2022-3-3", date(2022, 3, 3)),
        ("2022/03/05", date(2022, 3, 5)),
        ("3 March 2022", date(2022, 3, 3)),
        (" March 3,  2022.", date(2022, 3, 3)),
        ("3rd of March 2022", date(2022, 3, 3)),
        ("3. März 2022", date(2022, 3, 3)),
        ("13/04/2022", date(2022, 4, 13)),
        ("04/13/2022", date(2022, 4, 13)),
        ("4/4/2022", date(2022, 4, 4)),
        ("Tomorrow", date(2022, 1, 31)),
        ("today", TODAY),
        ("yesterday", date(2022, 1, 29)),
        ("next Friday", date(2022, 2, 4)),
        ("in 3 days", date(2022, 2, 2)),
        ("in two weeks", date(2022, 2, 13)),
        ("two days ago", date(2022, 1, 28)),
        ("morgen", date(2022, 1, 31)),
        ("Après-demain", date(2022, 2, 1)),
        ("ayer", date(2022, 1, 29)),
        ("oggi", TODAY),
        ("in zwei Tagen", date(2022, 2, 1)),
        ("in einer Woche", date(2022, 2, 6)),
        ("dans trois jours", date(2022, 2, 2)),
        ("en dos semanas", date(2022, 2, 13)),
        ("fra due giorni", date(2022, 2, 1)),
        ("3 mars 2022", date(2022, 3, 3)),
        ("3 de marzo de 2022", date(2022, 3, 3)),
        ("3 de março de 2022", date(2022, 3, 3)),
        ("", None),
    ],
)
def test_a_day_is_read_as_people_write_it(said: str, day: date | None) -> None:
    """Numbers, names of months and days counted from today, in six languages."""
    assert read_day(said, TODAY) == day


@pytest.mark.parametrize(
    "said",
    ["soon", "3/4/2022", "Friday", "March 2022", "31 February 2022", "2022-02-30", "13/13/2022", "since 3 March 2022",
     "3 March 2022 or 4 March 2022", "in 9999999999 days", "2022"],
)  # fmt: skip
def test_what_is_no_day_or_could_be_two_is_not_guessed(said: str) -> None:
    """The words say how to write it."""
    with pytest.raises(BadInputError, match="write 3 March 2022"):
        read_day(said, TODAY)
