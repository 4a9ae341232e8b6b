"""Articles that a browser printed to PDF."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from tests.ingest.making import documents, make_pdf
from workbench.ingest.printed_pages import is_printed, without_margins

BODY = ["The port of Varen handled 900 ships in 2023, the harbour office said.", "The pier was closed for 12 days."]
BROWSER = {
    "Title": "Port report - Varen Post",
    "Creator": "Mozilla/5.0 AppleWebKit/537.36 Chrome/120.0 Safari/537.36",
    "Producer": "Skia/PDF m120",
    "CreationDate": "D:20240501120000Z",
}
MARGINS = [
    ("11/30/26, 7:04 PM Port report - Varen Post", "https://varen.example/port 1/2"),
    ("Port report - Varen Post https://varen.example/port", "1 of 2 30.11.2026, 19:04"),
    ("30.11.26, 19:04 Port report - Va...", "file:///pages/port.html 2/2"),
]


@pytest.mark.parametrize("margins", MARGINS)
def test_what_a_browser_writes_around_a_page_is_no_part_of_it(tmp_path: Path, margins: tuple[str, str]) -> None:
    head, foot = margins
    [found] = documents(make_pdf(tmp_path / "port.pdf", [[head, *BODY, foot]], BROWSER))
    assert found.text.split() == " ".join(BODY).split()
    assert found.title == "Port report - Varen Post"


def test_the_day_on_which_a_page_was_printed_is_not_its_own(tmp_path: Path) -> None:
    [printed] = documents(make_pdf(tmp_path / "printed.pdf", [BODY], BROWSER))
    [written] = documents(make_pdf(tmp_path / "written.pdf", [BODY], {"CreationDate": "D:20240501120000Z"}))
    assert (printed.published, written.published) == (None, date(2024, 5, 1))


@pytest.mark.parametrize(
    "line",
    [
        "Port report - Varen Post",
        "3 May 2024",
        "30.11.2026, 19:04",
        "The vote was 3 of 5.",
        "On 11/30/2026 the port burned.",
        "See https://varen.example/port for more.",
    ],
)
def test_a_line_that_tells_more_stays(line: str) -> None:
    assert without_margins(f"{line}\n{BODY[0]}", "Port report - Varen Post") == f"{line}\n{BODY[0]}"


def test_only_the_edges_of_a_page_are_looked_at() -> None:
    page = "\n".join([BODY[0], BODY[0], "1/2", BODY[1], BODY[1]])
    assert without_margins(page, None) == page


def test_a_program_that_writes_texts_is_no_browser() -> None:
    assert not is_printed("Microsoft® Word 2019", "Adobe PDF Library 15.0")
    assert is_printed(None, "Skia/PDF m120")
