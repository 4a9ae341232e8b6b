"""A table on a page is read by its first line; one that was cut behind that is not read at all."""

from __future__ import annotations

import pytest

from workbench.comparison.headed_rows import tables
from workbench.services.search.stance_reading import StancePair, compared

FIRES = "Region | Fires | Deaths\n\nWestmark | 398 | 4\n\nEastmark | 412 | 2"
TURBINES = "Town | 2019 | 2020\n\nOskol | 25 | 28\n\nBremm | 31 | 31"
LIBRARY = (
    "The library tells of its use here.\n\nYear | Loans | Visitors\n\n2019 | 5,210 | 61,000\n\n2020 | 4,800 | 48,000"
    "\n\nThat is all."
)
RESULTS = "Party | Seats | Votes\n\nGreens | 9 | 18.0%\n\nBlues | 14 | 12.1%"
READ = [
    ("Westmark had 412 fires in 2023.", "Fires 2023", FIRES, "412; passage: Westmark, Fires: 398 (differ)"),
    ("Westmark had 398 fires in 2023.", "Fires 2023", FIRES, "398; passage: Westmark, Fires: 398 (agree)"),
    ("Westmark had 412 fires in 2023.", "Fires", FIRES, "412; passage: Westmark, Fires: 398"),
    ("Westmark had 412 fires in 2023.", "Fires 2022", FIRES, "2023; passage: Fires 2022 (another row)"),
    ("Northmark had 412 fires in 2023.", "2023", FIRES, "Northmark; passage: Region: Westmark (another row)"),
    ("Oskol had 31 wind turbines in 2020.", "Wind turbines", TURBINES, "31; passage: Oskol, 2020: 28 (differ)"),
    (
        "The library had 61,000 visitors in 2020.",
        "Library",
        LIBRARY,
        "61,000; passage: 2020, Visitors: 48,000 (differ)",
    ),
    ("The library had 48,000 visitors in 2020.", "Library", LIBRARY, "48,000; passage: 2020, Visitors: 48,000 (agree)"),
    ("The Greens won 14 seats in 2024.", "Results 2024", RESULTS, "14; passage: Greens, Seats: 9 (differ)"),
]
NOT_READ = [
    ("Westmark had 412 fires in 2023.", "Fires 2023", "Westmark | 398 | 4\n\nEastmark | 412 | 2"),
    ("Westmark lost 412 homes in 2023.", "Fires 2023", FIRES),
    ("Oskol had 31 wind turbines in 2020.", "Towns", TURBINES),
    ("The library had 61,000 visitors in 2018.", "", LIBRARY),
    ("The Greens and the Blues won 25 seats in 2024.", "Results 2024", RESULTS),
    ("Rovers won 12 games in the first half of 2023.", "League 2023", "Team | Won\n\nUnited | 12\n\nRovers | 14"),
    ("Port Hale had 36 cranes in 2019.", "Port Brede", "Year: 2019; Cranes: 31"),
    ("Voss earned 90,000 euros in 2019.", "", "Name: Voss; Year: 2019; Salary (euros): 85,000; Bonus (euros): 5,000"),
    ("Oskol had 31 fires in 2020.", "Fires", " | 2019 | 2020\n\nOskol | 25 | 28 | 30"),
]


def words(claim: str, title: str, passage: str) -> list[str]:
    return [one.words for one in compared(StancePair(claim, passage, title=title))]


@pytest.mark.parametrize(("claim", "title", "passage", "said"), READ)
def test_a_row_of_a_page_is_read_by_the_first_line_of_its_table(
    claim: str, title: str, passage: str, said: str
) -> None:
    assert words(claim, title, passage) == [f"claim: {said}"]


@pytest.mark.parametrize(("claim", "title", "passage"), NOT_READ)
def test_what_no_header_names_is_not_compared(claim: str, title: str, passage: str) -> None:
    assert words(claim, title, passage) == []


def test_the_sentences_beside_a_table_are_compared_as_ever() -> None:
    passage = f"In 2023 Westmark had 398 fires.\n\n{TURBINES}"
    assert words("Westmark had 398 fires in 2023.", "", passage)[0] == "claim: 398; passage: 398 (agree)"
    assert tables("Home | News | Sport\n\nThe firm has 300 staff.") == ()
