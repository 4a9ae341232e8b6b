"""What "it" and "its" are worded as where one thing alone may be meant, and where they are left open."""

from __future__ import annotations

import pytest

import workbench


def wordings(text: str) -> list[str]:
    return [claim.text for claim in workbench.split(text, published="2026-03-04")]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("The ferry sank in 2011. The storm lasted two days. It carried 14 people.", "It carried 14 people."),
        ("The party won nine seats. The turnout was low. It lost 12 in the north.", "It lost 12 in the north."),
        ("The clinic opened in 2019. The waiting list grew. It hired 40 nurses.", "It hired 40 nurses."),
        ("The firm left Holm in 2020. The move cost a lot. It employs 900 people.", "It employs 900 people."),
        ("Revenue rose 5 per cent to €2.31 billion. Its fuel bill fell by €64 million.", "Its fuel bill fell"),
        ("Turnover doubled in 2019. It now employs 900 people.", "It now employs 900 people."),
        ("Profit fell in 2019. It now has debts of €3m.", "It now has debts of €3m."),
    ],
)
def test_it_stays_where_another_thing_may_be_meant(text: str, said: str) -> None:
    assert any(one.startswith(said) for one in wordings(text))


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("The hospital opened in 1970. It has 340 beds.", "The hospital has 340 beds."),
        ("The law was passed in 2019. It bans 14 chemicals.", "The law bans 14 chemicals."),
        ("The hospital is old. The hospital opened in 1970. It has 340 beds.", "The hospital has 340 beds."),
    ],
)
def test_it_is_worded_where_one_thing_alone_is_spoken_of(text: str, said: str) -> None:
    assert said in wordings(text)
