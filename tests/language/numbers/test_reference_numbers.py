"""Numbers that tell one thing from others count nothing."""

from __future__ import annotations

import pytest

from workbench.language.numbers.quantity_extraction import quantities


@pytest.mark.parametrize(
    ("text", "amounts"),
    [
        ("Application 25/01877/FUL is for 48 homes.", [48]),
        ("Cllr Sample left for item 25/064.", []),
        ("He has an interest in item 3.", []),
        ("Ann Sample, of 4 Mill Lane, stole 300 euros.", [300]),
        ("Ring 01632 960 118 or 0800 555 0142 by noon.", []),
        ("The office is on 218-555-0171.", []),
        ("Quote incident 1147 to them.", []),
        ("Batch codes 2301 to 2347 are recalled.", []),
        ("Bulletin No. 47 is out.", []),
        ("In one incident 40 people died.", [40]),
        ("In that incident 12 boats sank.", [12]),
        ("The firm owns 30 High Street shops.", [30]),
        ("The batch of 2,300 bottles was sold.", [2300]),
        ("The song went to No. 14.", [14]),
        ("Pressure rose to 120/80 at noon.", [120, 80]),
    ],
)
def test_numbers_of_files_houses_and_phones_are_no_amounts(text: str, amounts: list[float]) -> None:
    assert [amount.low for amount in quantities(text, 0, len(text), "en")] == amounts
