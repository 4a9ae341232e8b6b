"""Raised and lowered figures of PDF files, and spans of numbers over the end of a line."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.ingest.making import documents, make_pdf
from workbench.ingest.pdf import reflow


def _text(tmp_path: Path, stream: str) -> str:
    path = make_pdf(tmp_path / "a.pdf", [["PLACEHOLDER"]])
    data = path.read_bytes()
    start, end = data.index(b"stream\n") + 7, data.index(b"\nendstream")
    head = data[:start].rpartition(b"/Length")[0]
    body = stream.encode("cp1252")
    # the library finds the objects again where the table of their places is wrong
    path.write_bytes(head + b"/Length %d >>\nstream\n" % len(body) + body + data[end:])
    return documents(path)[0].text


def _rise(before: str, figures: str, behind: str, *, rise: float = 4, size: float = 6) -> str:
    return (
        f"BT /F1 10 Tf 60 760 Td ({before}) Tj /F1 {size} Tf {rise} Ts ({figures}) Tj 0 Ts /F1 10 Tf ({behind}) Tj ET"
    )


def _moved(before: str, figures: str, behind: str, *, up: float = 3.6) -> str:
    return (
        f"BT /F1 10 Tf 60 760 Td [({before})]TJ /F1 7 Tf 5 {up} Td [({figures})]TJ "
        f"/F1 10 Tf 4 {-up} Td [({behind})]TJ ET"
    )


@pytest.mark.parametrize(
    ("stream", "expected"),
    [
        (_rise("The council spent 14", "3", " million."), "The council spent 14 million."),
        (_moved("The council spent 14", "3", " million."), "The council spent 14 million."),
        (_rise("It has 120", "12", " schools."), "It has 120 schools."),
        (_moved("It has 120", "1,2", " schools."), "It has 120 schools."),
        (_rise("It has 1,200", "*", " schools."), "It has 1,200 schools."),
        (_rise("In 2023", "7", " it had 5."), "In 2023 it had 5."),
        (_rise("The mayor spoke.", "12", " He left."), "The mayor spoke. He left."),
        (_rise("Some 10", "6", " litres ran out."), "Some 10^6 litres ran out."),
        (_moved("Some 10", "-6", " litres ran out."), "Some 10^-6 litres ran out."),
        (_rise("It fills 5 m", "2", " of the hall."), "It fills 5 m² of the hall."),
        (_rise("A box cost $4", "99", " in May."), "A box cost $4.99 in May."),
        (_rise("The base x1", "0", " is low.", rise=-2), "The base x1_0 is low."),
        (
            "BT /F1 11 Tf 1 0 0 1 60 760 Tm [(It spent 14)]TJ ET BT /F1 7 Tf 1 0 0 1 109 764 Tm [(3)]TJ ET "
            "BT /F1 11 Tf 1 0 0 1 112 760 Tm [( million.)]TJ ET",
            "It spent 14 million.",
        ),
        (
            "BT 10 0 0 10 60 760 Tm /F1 1 Tf (It has 120) Tj ET BT 6 0 0 6 106 764 Tm /F1 1 Tf (7) Tj ET "
            "BT 10 0 0 10 109 760 Tm /F1 1 Tf ( cranes.) Tj ET",
            "It has 120 cranes.",
        ),
        (
            "BT /F1 10 Tf 0 1 -1 0 100 100 Tm (It spent 14) Tj /F1 6 Tf 4 Ts (3) Tj 0 Ts /F1 10 Tf ( million.) Tj ET",
            "It spent 14 million.",
        ),
    ],
)
def test_raised_figures_do_not_run_into_the_number_before(tmp_path: Path, stream: str, expected: str) -> None:
    assert _text(tmp_path, stream) == expected


@pytest.mark.parametrize(
    ("stream", "expected"),
    [
        (_rise("It has 12", "5", " cranes.", rise=0), "It has 125 cranes."),
        (_rise("It has 12", "5", " cranes.", size=10), "It has 125 cranes."),
        (_rise("It has 12", "5", " cranes.", rise=0, size=8), "It has 125 cranes."),
        (_rise("In ", "2023", " it had 12.", rise=0, size=8), "In 2023 it had 12."),
        (_rise("In 7", "2023", " it had 12."), "In 72023 it had 12."),
        (_rise("He was the 2", "nd", " of 5."), "He was the 2nd of 5."),
        (_rise("He was the 21", "st", " of 50."), "He was the 21st of 50."),
        (_rise("It took 3", "1", "/2 days."), "It took 3 1/2 days."),
        (_rise("The CO", "2", " fell by 5.", rise=-2), "The CO2 fell by 5."),
        (_rise("They held ", "235", "U in 4 rooms."), "They held 235U in 4 rooms."),
        (
            "BT /F1 10 Tf 60 760 Td (It spent 14) Tj ( million and 3) Tj (5) Tj ( euros.) Tj ET",
            "It spent 14 million and 35 euros.",
        ),
        ("BT /F1 10 Tf 60 760 Td [(It spent 1)-20(4)30(5)-10( euros.)]TJ ET", "It spent 145 euros."),
        (
            "BT /F1 18 Tf 60 760 Td (Harbour grows by 4) Tj /F1 10 Tf 0 -20 Td (12 ships came.) Tj ET",
            "Harbour grows by 4 12 ships came.",
        ),
    ],
)
def test_figures_on_the_line_stay_as_they_are(tmp_path: Path, stream: str, expected: str) -> None:
    assert _text(tmp_path, stream) == expected


@pytest.mark.parametrize(
    ("lines", "joined"),
    [
        ("The season of 2022-\n2023 was long.", "The season of 2022-2023 was long."),
        ("It took from 14–\n16 million of it.", "It took from 14–16 million of it."),
        ("Call the port at 555-\n0100 on any day.", "Call the port at 555-0100 on any day."),
        ("It has a 14-\nday limit for ships.", "It has a 14- day limit for ships."),
        ("The sum was 5 -\n3 of them were lost.", "The sum was 5 - 3 of them were lost."),
        ("Ships of the year 2022\n2023 was longer.", "Ships of the year 2022 2023 was longer."),
    ],
)
def test_a_span_of_numbers_is_put_together_over_the_end_of_a_line(lines: str, joined: str) -> None:
    assert reflow(lines) == joined
