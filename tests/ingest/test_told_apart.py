"""Files and rows that look alike are sources of their own; days, messages and lines that may be read in two ways."""

from __future__ import annotations

import os
import sys
from datetime import date
from pathlib import Path

import pytest

from tests.ingest.making import documents
from workbench.ingest.dates import DAY_MONTH, MONTH_DAY, parse_date
from workbench.ingest.text import decode
from workbench.services.evidence.sources import add_evidence
from workbench.services.workspace import Workspace


@pytest.fixture
def desk(tmp_path: Path) -> Workspace:
    return Workspace.create(tmp_path / "desk", reviewer="ann")


def added(desk: Workspace, folder: Path) -> tuple[int, int, int]:
    report = add_evidence(desk, [str(folder)])
    return report.added, report.updated, report.unchanged


@pytest.mark.skipif(sys.platform != "linux", reason="other systems take no such names, or two for one")
@pytest.mark.parametrize(
    "names",
    [
        (b"a\xff.txt", b"a\xfe.txt"),
        ("caf\u00e9.txt".encode(), "cafe\u0301.txt".encode()),
        (b"a\nb.txt", b"a b.txt"),
        ("x\u202ey.txt".encode(), b"xy.txt"),
        (b"a  b.txt", b"a b.txt"),
    ],
)
def test_files_whose_names_look_alike_are_two_sources(
    desk: Workspace, tmp_path: Path, names: tuple[bytes, bytes]
) -> None:
    folder = tmp_path / "d"
    folder.mkdir()
    for name, words in zip(names, (b"The dam cost 45 million.\n", b"The lake lost 3 metres.\n"), strict=True):
        (folder / os.fsdecode(name)).write_bytes(words)
    assert added(desk, folder) == (2, 0, 0)
    assert added(desk, folder) == (0, 0, 2)


def test_rows_of_one_id_in_three_folders_are_three_sources(desk: Workspace, tmp_path: Path) -> None:
    for month in ("jan", "feb", "mar"):
        (tmp_path / "d" / month).mkdir(parents=True)
        (tmp_path / "d" / month / "export.csv").write_text(
            f"id,title,text\n1,Dam in {month},The {month} dam cost 45 million.\n"
        )
    assert added(desk, tmp_path / "d") == (3, 0, 0)
    assert added(desk, tmp_path / "d") == (0, 0, 3)


def test_rows_of_one_title_with_two_addresses_are_two_sources(desk: Workspace, tmp_path: Path) -> None:
    (tmp_path / "d").mkdir()
    for month, words in (("jan", "The dam cost 45 million."), ("feb", "The lake lost 3 metres.")):
        row = f'{{"id":"1","title":"Minutes","url":"https://c.example/{month}","text":"{words}"}}\n'
        (tmp_path / "d" / f"{month}.jsonl").write_text(row)
    assert added(desk, tmp_path / "d") == (2, 0, 0)
    assert added(desk, tmp_path / "d") == (0, 0, 2)


def test_a_row_whose_words_changed_is_a_version_still(desk: Workspace, tmp_path: Path) -> None:
    (tmp_path / "d").mkdir()
    for words in ("The dam cost 45 million.", "The dam cost 54 million."):
        (tmp_path / "d" / "a.csv").write_text(f"id,title,text\n1,Dam,{words}\n")
        found = added(desk, tmp_path / "d")
    assert found == (0, 1, 0)


@pytest.mark.parametrize(
    ("words", "order", "day"),
    [
        ("22-03-05", None, None),
        ("24/01/01", None, None),
        ("03/05/22", None, None),
        ("03/05/22", DAY_MONTH, date(2022, 5, 3)),
        ("03/05/22", MONTH_DAY, date(2022, 3, 5)),
        ("25-12-99", None, date(1999, 12, 25)),
        ("2022-03-05", None, date(2022, 3, 5)),
    ],
)
def test_a_year_of_two_figures_may_stand_first(words: str, order: str | None, day: date | None) -> None:
    assert parse_date(words, order) == day


def test_a_line_of_a_message_that_begins_with_from_is_its_text(tmp_path: Path) -> None:
    box = tmp_path / "b.mbox"
    box.write_text(
        "From a@b.example Mon Mar  4 10:00:00 2024\nSubject: One\n\nBoats sailed.\n\n"
        "From the start of 2024 4 boats sailed.\n\n"
        "From a@b.example Tue Mar  5 2024\nSubject: Two\n\nNone sailed.\n"
    )
    found = documents(box)
    assert [one.title for one in found] == ["One", "Two"]
    assert "From the start of 2024 4 boats sailed." in found[0].text


def test_lines_of_another_encoding_are_read_by_themselves() -> None:
    mixed = "Dam – “quoted” café\nSecond – line\n".encode() + b"Caf\xe9 owners lost 40\x80\n"
    found = decode(mixed)
    assert found.text == "Dam – “quoted” café\nSecond – line\nCafé owners lost 40€\n"
    assert "1 of its lines" in found.encoding
    german = "Die Häuser am Fluß wurden größer.".encode().replace("ö".encode(), b"\xc3")
    assert decode(german).text == "Die Häuser am Fluß wurden gr\ufffdßer."
    french = "Il a déclaré que le coût est élevé.\n".encode() + "Café à côté".encode("cp1252")
    assert decode(french).text == "Il a déclaré que le coût est élevé.\nCafé à côté"
    assert decode("Größe \x1b$B x".encode()).text == "Größe \x1b$B x"
    windows = "Owners of the café lost 40.\nThey were naïve, they say.\nOr “so it seemed” then.\n"
    assert decode(windows.encode("cp1252")).text == windows


def test_seven_bit_japanese_is_read_by_its_escapes(tmp_path: Path) -> None:
    text = tmp_path / "j.txt"
    text.write_bytes("東京医院は一万二千名を受け入れた。\n".encode("iso2022_jp"))
    assert documents(text)[0].text.strip() == "東京医院は一万二千名を受け入れた。"


@pytest.mark.parametrize("column", ["summary", "abstract", "description", "Was wir fanden"])
def test_a_row_of_a_title_and_an_address_keeps_its_words(tmp_path: Path, column: str) -> None:
    table = tmp_path / "c.csv"
    words = "The dam cost 85 million and took nine years to build."
    table.write_text(f"title,url,{column},note\nDam,https://x.example/2,{words},p. 4\nLake,https://x.example/3,,p. 5\n")
    dam, lake = documents(table)
    assert (dam.title, dam.text, lake.text) == ("Dam", words, "Lake")
    assert dam.found["text"] == f"column {column.lower()}"
