"""Tables whose quotation marks are wrong lose the rows that are wrong, say which, and no others."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.ingest.making import documents, skipped
from workbench.ingest import Limits
from workbench.ingest.cells import UNCLOSED, Broken, Row, Table


def read(text: str, longest: int = 10_000) -> list[Row | Broken]:
    return list(Table(io.StringIO(text, newline=""), ",", longest))


def test_a_quotation_that_is_never_closed_costs_its_own_row(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    rows = [f"{n},Boat {n} left the old harbour.,2021-05-04\n" for n in range(20_000)]
    rows[10] = '10,"Boat 10 left,2021-05-04\n'
    path.write_text("id,text,published\n" + "".join(rows))
    found = documents(path)
    assert len(found) == 19_999
    assert {document.id for document in found} == {str(n) for n in range(20_000)} - {"10"}
    assert [(entry.origin, entry.reason) for entry in skipped(path)] == [(f"{path}, line 12", UNCLOSED)]


def test_it_costs_its_own_row_past_the_longest_cell_too(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    rows = [f"{n},Boat {n} left.,2021-05-04\n" for n in range(3_000)]
    rows[10] = '10,"Boat 10 left,2021-05-04\n'
    path.write_text("id,text,published\n" + "".join(rows))
    small = Limits(row=20_000)
    assert len(documents(path, limits=small)) == 2_999
    assert [entry.reason for entry in skipped(path, limits=small)] == [UNCLOSED]


def test_a_quotation_closed_by_that_of_a_later_row_swallows_none_between() -> None:
    text = 'id,text\n1,"open\n2,a\n3,b\n4,"whole, one"\n5,c\n'
    found = read(text)
    assert [entry.cells for entry in found if isinstance(entry, Row)] == [
        ["id", "text"],
        ["2", "a"],
        ["3", "b"],
        ["4", "whole, one"],
        ["5", "c"],
    ]
    assert [entry for entry in found if isinstance(entry, Broken)] == [Broken(2, UNCLOSED)]


def test_a_long_cell_that_the_end_of_the_file_cuts_is_one_broken_row() -> None:
    text = 'id,text\n1,whole\n2,"' + "A line of a long text.\n" * 200
    assert read(text) == [Row(1, ["id", "text"]), Row(2, ["1", "whole"]), Broken(3, UNCLOSED)]


def test_a_cell_of_many_lines_stays_one() -> None:
    long = "A line, and more of it.\n\n" * 200
    text = f'id,text\n1,"{long}"\n2,x\n'
    assert [entry.cells for entry in read(text) if isinstance(entry, Row)][1:] == [["1", long], ["2", "x"]]


@pytest.mark.parametrize("row", ['1,5" pipe', '1,"say" it', '1,x"y"', '"1",""a'])
def test_marks_in_the_middle_of_a_cell_are_read_as_before(row: str) -> None:
    (cells,) = csv.reader([row])
    assert read(f"id,text\n{row}\n2,b\n") == [Row(1, ["id", "text"]), Row(2, cells), Row(3, ["2", "b"])]


def test_every_line_open_costs_no_more_than_reading_it_a_few_times() -> None:
    """Each of these lines opens a quotation within and without one: a table made to be read forever."""
    found = read("id,text\n" + 'x","\n' * 20_000, longest=5_000)
    taken = sum(isinstance(entry, Broken) for entry in found)
    assert isinstance(found[-1], Broken)
    assert taken <= 20


@given(st.lists(st.lists(st.text('a ",\n;é', max_size=9), min_size=2, max_size=2), min_size=1, max_size=9))
def test_whatever_a_writer_of_tables_writes_is_read_as_it_was(rows: list[list[str]]) -> None:
    written = io.StringIO()
    csv.writer(written).writerows(rows)
    found = read(written.getvalue())
    assert [entry.cells for entry in found if isinstance(entry, Row)] == rows
    assert all(isinstance(entry, Row) for entry in found)


@given(st.text('ab",\n', max_size=60))
def test_no_table_whatever_it_is_stops_the_reading(text: str) -> None:
    lines = len(text.splitlines())
    found = read(text)
    assert sum(isinstance(entry, Row | Broken) for entry in found) <= max(lines, 1) * 2
    assert [entry.line for entry in found] == sorted(entry.line for entry in found)
