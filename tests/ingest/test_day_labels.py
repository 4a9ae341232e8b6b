"""When a text came out, by the label of a line above it."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.ingest.making import documents

_WORDS = "The harbour handled 41,000 containers in the year, the port said on Monday in a report to the council."


def _day(tmp_path: Path, line: str) -> str | None:
    path = tmp_path / "a.txt"
    path.write_text(f"Harbour handles more boxes\n\n{line}\n\n{_WORDS}\n")
    (document,) = documents(path, as_evidence=False)
    return document.published.isoformat() if document.published else None


@pytest.mark.parametrize(
    "line",
    [
        "Date Posted: March 4, 2024",
        "DATE POSTED: 4 March 2024",
        "Date posted: Monday, March 4, 2024",
        "Date posted : 04 March 2024",
        "Date posted: March 4th, 2024",
        "Date Posted: 2024-03-04",
        "Date added: 4 March 2024",
        "Date Added: 2024-03-04",
        "Post Date: March 4, 2024",
        "Posted Date: 4 March 2024",
        "Posting date: 4 March 2024",
        "Date published: 4 March 2024",
    ],
)
def test_a_label_gives_the_day_of_a_text(tmp_path: Path, line: str) -> None:
    assert _day(tmp_path, line) == "2024-03-04"


@pytest.mark.parametrize(
    "line",
    [
        "Date Posted: unknown",
        "Date Posted",
        "Date of birth: March 4, 1964",
        "Last date: March 4, 2024",
        "Closing date: 4 March 2024",
        "Date of event: March 4, 2024",
        "Date expires: March 4, 2024",
        "Post code: 2024",
        "Posted to: the desk, March 2024",
        "Meeting date: 4 March 2024",
        "Date filed: March 4, 1998",
        "Start date: 4 March 2024",
    ],
)
def test_other_labels_give_no_day(tmp_path: Path, line: str) -> None:
    assert _day(tmp_path, line) is None
