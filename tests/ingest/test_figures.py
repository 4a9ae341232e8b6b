"""Ordinary tables of figures as evidence: each row is a passage, every value with the header of its column."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.ingest.making import documents, refusal, skipped
from workbench.ingest.passages import split_passages

LEVELS = "Station,Day,Level (m)\nHolm bridge,2023-06-03,4.2\nTarn weir,2023-06-04,1.75\n"
ROWS = ["Station: Holm bridge; Day: 2023-06-03; Level (m): 4.2", "Station: Tarn weir; Day: 2023-06-04; Level (m): 1.75"]


def rows(path: Path, **options: Any) -> list[str]:
    (one,) = documents(path, **options)
    return [one.text[draft.start : draft.end] for draft in split_passages(one.text, one.sections)]


def workbook(path: Path, lines: list[list[object]], merged: tuple[str, ...] = (), name: str = "Sheet1") -> Path:
    openpyxl = pytest.importorskip("openpyxl")
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = name
    for line in lines:
        sheet.append(line)
    for span in merged:
        sheet.merge_cells(span)
    book.save(path)
    return path


@pytest.mark.parametrize(
    ("name", "written"),
    [
        ("river_levels.csv", LEVELS),
        ("river_levels.tsv", LEVELS.replace(",", "\t")),
        ("river_levels.csv", LEVELS.replace(",", ";")),
        ("river_levels.csv", "sep=;\n" + LEVELS.replace(",", ";")),
    ],
)
def test_each_row_is_a_passage_with_its_headers(tmp_path: Path, name: str, written: str) -> None:
    path = tmp_path / name
    path.write_text(written, encoding="utf-8")
    assert rows(path) == ROWS
    (one,) = documents(path)
    assert one.title == "river levels"
    assert one.sections[0].label.startswith("line ")
    assert skipped(path) == []


def test_a_sheet_is_read_the_same_way(tmp_path: Path) -> None:
    path = workbook(
        tmp_path / "levels.xlsx",
        [
            ["Levels of the Sorn, 2023"],
            [],
            ["Station", "Level (m)"],
            ["Holm", 4.2],
            ["Tarn", 1.75],
            ["Source: the county"],
        ],
    )
    assert rows(path) == [
        "Levels of the Sorn, 2023",
        "Station: Holm; Level (m): 4.2",
        "Station: Tarn; Level (m): 1.75",
        "Source: the county",
    ]
    (one,) = documents(path)
    assert one.title == "Levels of the Sorn, 2023"
    assert [section.label for section in one.sections] == ["row 1", "row 4", "row 5", "row 6"]


def test_years_are_headers_and_a_table_without_a_header_has_none(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("Town;2021;2022\nHolm;310;295\n", encoding="utf-8")
    assert rows(path) == ["Town: Holm; 2021: 310; 2022: 295"]
    path.write_text("Holm;310;295\nTarn;12;\n", encoding="utf-8")
    assert rows(path) == ["Holm; 310; 295", "Tarn; 12"]


@pytest.mark.parametrize(
    ("header", "below"),
    [
        ("Region,0-4,5-9,65+", "Oslo,120,340,200\nTarn,7,9,11"),
        ("Region,<18,18–64,65+,Total", "Oslo,120,340,200,660\nTarn,7,9,11,27"),
        ("Town,0-9,10-19", "Holm,3,4"),
        ("Age,0–14,15–29,45+", "Holm,9,8,7\nTarn,5,5,5"),
        ("Station,1,2,3", "Holm,4.2,4.3,4.4\nTarn,1.5,1.6,1.9"),
        ("Year,1,2", "2019,3,4\n2020,5,6"),
        ("Ward,1,2,3,4,5,6", "Holm,0,1,1,0,2,0\nTarn,2,0,0,1,0,1"),
        ("Rower,1,2,3,4,5,6,7", "Holm,4,5,6,4,3,2,5\nTarn,7,8,9,4,2,4,9"),
        ("Constituency,1,2,3,4,5,6", "Holm,4,5,6,4,3,2\nTarn,7,8,9,4,2,4"),
    ],
)
def test_spans_and_numbers_in_a_row_name_columns(tmp_path: Path, header: str, below: str) -> None:
    path = tmp_path / "ages.csv"
    path.write_text(f"{header}\n{below}\n", encoding="utf-8")
    names = header.split(",")
    lines = [zip(names, line.split(","), strict=True) for line in below.splitlines()]
    assert rows(path) == ["; ".join(f"{name}: {cell}" for name, cell in line) for line in lines]


@pytest.mark.parametrize(
    "written",
    [
        "Holm,3,9,12\nTarn,4,8,11",
        "Red,1,2,3\nBlue,2,2,4\nGreen,0,1,1",
        "Holm,0,1\nBrig,3,4\nTarn,2,2",
        "Ann,1,2,3,4\nBob,4,1,2,3\nCid,2,4,1,3",
        "Ann,1,2,3,4,5,6\nBob,6,5,4,3,2,1",
        "Holm,0,1,2,3\nTarn,10,12,9,8",
        "Holm,1,2,3,4,5,6\nTarn,4,5,6,7,8,9",
        "Match 1,0-4,5-9,1-3\nMatch 2,2-2,1-0,3-3\nMatch 3,1-1,0-0,2-1",
        "Holm,3-1,2-2,0-4\nTarn,1-1,2-0,0-0",
        "Ann,12-14,15-17\nBob,9-11,14-16",
        "Ann,3-1,4-2\nBob,5,6",
        "Ann,1,2,3",
        "Holm,1,2,3\nBrig,1.5,2.5,3.5\nTarn,0.5,1.1,2.2",
        "Holm,0-1,2-3,4-5\nBrig,10,20,30",
        "Holm,1,2,3,4,5,6\nBrig,10,20,30,40,50,60",
        "Norrbank Holding Inc.,3,9\nLumenta Lights Ltd.,4,8\nHolm Shipping Co.,12,7",
        "Holm Bridge St.,3,9\nOld Harbour Rd.,4,8",
        "Bank of Holm plc.,3,9\nSvarta kraft a.s.,4,8\nHolm & Sons Ltd.,1,2",
    ],
)
def test_a_row_of_data_never_names_the_columns(tmp_path: Path, written: str) -> None:
    path = tmp_path / "a.csv"
    path.write_text(f"{written}\n", encoding="utf-8")
    assert rows(path) == [line.replace(",", "; ") for line in written.splitlines()]


@pytest.mark.parametrize(
    "texts",
    [
        ("The ferry sails.", "The pier has lamps.", "Two ships sank near Holm."),
        ("Die Fähre fährt zweimal.", "Das Schiff fuhr nach Holm.", "Wer zahlt die Brücke?"),
        ("渡船每天往返两次，由市政府经营。", "新的大桥于去年春天正式开放通车。"),
    ],
)
def test_a_column_of_sentences_is_asked_about(tmp_path: Path, texts: tuple[str, ...]) -> None:
    path = tmp_path / "a.csv"
    path.write_text("".join(f'"{text}",{number},9\n' for number, text in enumerate(texts)), encoding="utf-8")
    assert "is named text" in refusal(path, as_evidence=True)


def test_a_title_above_and_names_of_groups(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text(
        "Pupils by school, in thousands\n\nSchool;Girls;Boys\nNorth;;\nHolm;1,2;1,1\nSouth;;\nHolm;3,4;3,0\n",
        encoding="utf-8",
    )
    assert rows(path) == [
        "Pupils by school, in thousands",
        "North",
        "North; School: Holm; Girls: 1,2; Boys: 1,1",
        "South",
        "South; School: Holm; Girls: 3,4; Boys: 3,0",
    ]


def test_a_header_of_two_lines_with_merged_cells(tmp_path: Path) -> None:
    lines: list[list[object]] = [
        ["Region", 2022, None, 2023, None],
        [None, "men", "women", "men", "women"],
        ["Holm", 12, 14, 11, 15],
        [None, 1, 2, 3, 4],
    ]
    path = workbook(tmp_path / "a.xlsx", lines, ("A1:A2", "B1:C1", "D1:E1", "A3:A4"))
    assert rows(path) == [
        "Region: Holm; 2022 men: 12; 2022 women: 14; 2023 men: 11; 2023 women: 15",
        "Region: Holm; 2022 men: 1; 2022 women: 2; 2023 men: 3; 2023 women: 4",
    ]
    flat = tmp_path / "a.csv"
    flat.write_text("Region;2022;;2023;\n;men;women;men;women\nHolm;12;14;11;15\n", encoding="utf-8")
    assert rows(flat) == ["Region: Holm; 2022 men: 12; 2022 women: 14; 2023 men: 11; 2023 women: 15"]


def test_two_sheets_are_two_sources(tmp_path: Path) -> None:
    openpyxl = pytest.importorskip("openpyxl")
    book = openpyxl.Workbook()
    for name in ("North", "South"):
        sheet = book.create_sheet(name)
        for line in (["Station", "Level"], ["Holm", 4.2]):
            sheet.append(line)
    path = tmp_path / "levels.xlsx"
    book.save(path)
    found = documents(path, url="https://county.example/levels")
    assert [one.title for one in found] == ["levels: North", "levels: South"]
    assert len({one.id for one in found}) == 2


def test_a_title_merged_over_all_columns_is_one(tmp_path: Path) -> None:
    path = workbook(tmp_path / "a.xlsx", [["Levels", None], ["Station", "m"], ["Holm", 4.2]], ("A1:B1",))
    assert rows(path) == ["Levels", "Station: Holm; m: 4.2"]


def test_columns_that_are_named_are_read_as_before(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text(LEVELS, encoding="utf-8")
    assert [one.text for one in documents(path, columns={"text": "Station"})] == ["Holm bridge", "Tarn weir"]
    path.write_text("title,url\nHolm floods,https://a.example/1\n", encoding="utf-8")
    assert [one.url for one in documents(path)] == ["https://a.example/1"]
    path.write_text("name,height in metres\nHolm tower,41\n", encoding="utf-8")
    assert rows(path) == ["name: Holm tower; height in metres: 41"]


def test_articles_are_texts_and_a_list_of_words_is_no_table(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text(LEVELS, encoding="utf-8")
    assert "--column text=COLUMN" in refusal(path, as_evidence=False)
    path.write_text("Names\nAnn\nBo\n", encoding="utf-8")
    assert "--column text=COLUMN" in refusal(path)


def test_a_long_table_becomes_several_documents(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("workbench.ingest.figures.ROWS_OF_ONE", 2)
    path = tmp_path / "a.csv"
    path.write_text("Town,2022\n" + "".join(f"Town {n},{n}00\n" for n in range(5)), encoding="utf-8")
    found = documents(path)
    assert [one.title for one in found] == ["a", "a, from line 4", "a, from line 6"]
    assert found[2].text == "Town: Town 4; 2022: 400"
    assert len({one.sha256 for one in found}) == 3


@pytest.mark.parametrize(
    "written",
    [
        '[{"Station": "Holm bridge", "Level (m)": 4.2}, {"Station": "Tarn weir", "Level (m)": 1.75}]',
        '{"title": "Levels", "data": [{"Station": "Holm bridge", "Level (m)": 4.2}, '
        '{"Station": "Tarn weir", "Level (m)": 1.75}]}',
        '[["Station", "Level (m)"], ["Holm bridge", 4.2], ["Tarn weir", 1.75]]',
        '{"columns": ["Station", "Level (m)"], "data": [["Holm bridge", 4.2], ["Tarn weir", 1.75]]}',
        '{"result": {"fields": [{"id": "Station"}, {"id": "Level (m)"}], '
        '"records": [["Holm bridge", 4.2], ["Tarn weir", 1.75]]}}',
        '{"success": true, "result": {"records": [{"Station": "Holm bridge", "Level (m)": 4.2}, '
        '{"Station": "Tarn weir", "Level (m)": 1.75}]}}',
    ],
)
def test_rows_of_figures_in_json(tmp_path: Path, written: str) -> None:
    path = tmp_path / "levels.json"
    path.write_text(written, encoding="utf-8")
    assert rows(path) == ["Station: Holm bridge; Level (m): 4.2", "Station: Tarn weir; Level (m): 1.75"]
    assert skipped(path) == []


@pytest.mark.parametrize(
    "written",
    [
        '[{"text": "The bridge is shut.", "year": 2021}]',
        '[{"title": "Bridge shut", "url": "https://post.example/1", "id": 4}]',
    ],
)
def test_rows_of_text_in_json_stay_documents(tmp_path: Path, written: str) -> None:
    path = tmp_path / "notes.json"
    path.write_text(written, encoding="utf-8")
    (one,) = documents(path)
    assert "; " not in one.text


def of_json(path: Path, written: str) -> dict[str, list[str]]:
    path.write_text(written, encoding="utf-8")
    return {one.title: one.text.split("\n") for one in documents(path)}


def test_each_table_of_json_is_a_document_by_its_name(tmp_path: Path) -> None:
    written = (
        '{"title": "Ports", "exports": [{"year": 2020, "tonnes": 40}, {"year": 2021, "tonnes": 44}],'
        ' "imports": [{"year": 2020, "tonnes": 50}]}'
    )
    assert of_json(tmp_path / "trade.json", written) == {
        "Ports: exports": ["year: 2020; tonnes: 40", "year: 2021; tonnes: 44"],
        "Ports: imports": ["year: 2020; tonnes: 50"],
    }
    origins = [one.origin.rpartition("/")[2] for one in documents(tmp_path / "trade.json")]
    assert origins == ["trade.json, table exports", "trade.json, table imports"]
    assert skipped(tmp_path / "trade.json") == []


def test_tables_by_years_keep_their_year(tmp_path: Path) -> None:
    written = '{"2020": [{"port": "Varen", "ships": 40}], "2021": [{"port": "Varen", "ships": 7}]}'
    assert of_json(tmp_path / "ships.json", written) == {
        "ships: 2020": ["port: Varen; ships: 40"],
        "ships: 2021": ["port: Varen; ships: 7"],
    }


def test_what_stands_beside_the_tables_of_json_is_told(tmp_path: Path) -> None:
    path = tmp_path / "ships.json"
    written = (
        '{"title": "Ships", "notes": [{"note": "The figures of 2020 are wrong and were taken back."}],'
        ' "remark": "The figures of 2021 are wrong too.", "rows": [{"port": "Varen", "ships": 40}]}'
    )
    assert of_json(path, written) == {"Ships": ["port: Varen; ships: 40"]}
    told = [one for one in skipped(path)]
    assert ["“notes”" in told[0].reason, "“remark”" in told[1].reason] == [True, True]
    assert all(one.partial for one in told)


def test_lines_of_json_that_hold_figures_are_rows(tmp_path: Path) -> None:
    path = tmp_path / "ships.jsonl"
    written = '{"port": "Varen", "ships": 40}\n{"port": "Sund", "ships": 7, "lost": 1}\nbroken\n'
    assert of_json(path, written) == {"ships": ["port: Varen; ships: 40", "port: Sund; ships: 7; lost: 1"]}
    assert [one.origin.rpartition(", ")[2] for one in skipped(path)] == ["line 3"]
    path.write_text('{"text": "The port is shut.", "ships": 40}\n{"port": "Sund", "ships": 7}\n', encoding="utf-8")
    assert [one.text for one in documents(path)] == ["The port is shut."]
