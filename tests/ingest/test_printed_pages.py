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
ADDRESS = "https://varen.example/port"
MARGINS = [
    ("11/30/26, 7:04 PM Port report - Varen Post", f"{ADDRESS} 1/1", ADDRESS),
    ("11/30/26, 7:04 p. m. Port report - Varen Post", f"{ADDRESS} 1/1", ADDRESS),
    (f"Port report - Varen Post {ADDRESS}", "1 of 1 30.11.2026, 19:04", ADDRESS),
    ("30.11.26, 19:04 Port report - Va...", "file:///pages/port.html 1/1", None),
    ("30.11.2026 klo 19.04 Port report - Varen Post", f"{ADDRESS}\n1/1", ADDRESS),
    ("30. 11. 2026 19:04 Port report - Varen Post", f"{ADDRESS} 1/1", ADDRESS),
    ("2026. 11. 30. 19:04 Port report - Varen Post", "about:blank 1/1", None),
    (BODY[0], "30/11/2026, 19:04\nPage 1 of 1", None),
    ("30/11/2026, 19:04 Port report - Varen Post", "https://varen.example/a-very-long-one... 1/1", None),
]


@pytest.mark.parametrize(("head", "foot", "address"), MARGINS)
def test_what_a_browser_writes_around_a_page_is_no_part_of_it(
    tmp_path: Path, head: str, foot: str, address: str | None
) -> None:
    [found] = documents(make_pdf(tmp_path / "port.pdf", [[head, *BODY, *foot.split("\n")]], BROWSER))
    right = [head, *BODY] if head == BODY[0] else BODY
    assert found.text.split() == " ".join(right).split()
    assert (found.title, found.published, found.url) == ("Port report - Varen Post", None, address)
    assert address is None or "url" in found.guessed


def test_the_margins_of_every_page_go(tmp_path: Path) -> None:
    pages = [["30.11.2026 19:04 Port report", text, f"{ADDRESS} {number}/2"] for number, text in enumerate(BODY, 1)]
    without_title = {key: value for key, value in BROWSER.items() if key != "Title"}
    for info in (BROWSER | {"Title": "Port report"}, without_title):
        [found] = documents(make_pdf(tmp_path / "two.pdf", pages, info))
        assert found.text.split() == " ".join(BODY).split()
        assert found.url == ADDRESS


def test_some_pages_alone_have_margins_too(tmp_path: Path) -> None:
    stamp = "11/30/26, 7:04 PM Port report - Varen Post"
    pages = [[stamp, text, f"{ADDRESS} {number}/9"] for number, text in enumerate(BODY, 2)]
    for some, right in ((pages, BODY), (pages[:1], BODY[:1])):
        [found] = documents(make_pdf(tmp_path / "some.pdf", some, BROWSER))
        assert found.text.split() == " ".join(right).split()


def test_a_day_with_its_hour_at_an_edge_is_no_day_of_publication(tmp_path: Path) -> None:
    for foot in (["30/11/2026, 19:04", "Page 1 of 3"], ["30/11/2026, 19:04"], ["30.11.2026 klo 19.04 Port"]):
        for page in ([*foot, *BODY], [*BODY, *foot]):
            [found] = documents(make_pdf(tmp_path / "foot.pdf", [page], BROWSER))
            assert found.published is None


@pytest.mark.parametrize(
    "pages",
    [
        [[*BODY, "Final", "1/1"]],
        [["12/03/2024 10:00 Council of Holm, first sitting", *BODY, "Page 1 of 1"]],
        [["The plan was rejected with", "30 of 45", "votes."], [*BODY]],
        [[*BODY, "12/20"]],
        [["Council minutes 12/03/2024", *BODY, "1/1 of the members came."]],
        [[*BODY, "Sources used:", ADDRESS]],
        [[*BODY, "Sources used:", ADDRESS, f"{ADDRESS} 1/1"]],
        [["3 May 2024", *BODY, f"{ADDRESS} 1/1"]],
        [["On 11/30/2026, 7:04 PM the port burned.", *BODY, f"{ADDRESS} 1/1"]],
    ],
)
def test_lines_of_the_text_at_the_edges_stay(pages: list[list[str]]) -> None:
    lines = ["\n".join(page) for page in pages]
    kept, _ = without_margins(lines, "Council minutes")
    gone = [line for page in pages for line in page if line not in "\n".join(kept).split("\n")]
    assert gone in ([], [f"{ADDRESS} 1/1"], ["Page 1 of 1"])


def test_the_day_on_which_a_page_was_printed_is_not_its_own(tmp_path: Path) -> None:
    [printed] = documents(make_pdf(tmp_path / "printed.pdf", [BODY], BROWSER))
    [written] = documents(make_pdf(tmp_path / "written.pdf", [BODY], {"CreationDate": "D:20240501120000Z"}))
    assert (printed.published, written.published) == (None, date(2024, 5, 1))


def test_only_the_edges_of_a_page_are_looked_at() -> None:
    page = "\n".join([BODY[0], BODY[0], "1/1", BODY[1], BODY[1]])
    assert without_margins([page], None) == ([page], None)


def test_a_program_that_writes_texts_is_no_browser() -> None:
    assert not is_printed("Microsoft® Word 2019", "Adobe PDF Library 15.0")
    assert not is_printed("Chromium", "Skia/PDF m120 Google Docs Renderer")
    assert is_printed(None, "Skia/PDF m120")
