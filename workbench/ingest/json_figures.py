"""Rows of figures in JSON: flat objects, rows beside a list of their columns, rows below a row of names."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from workbench.ingest.claimreview import is_fact_check
from workbench.ingest.columns import USUAL_NAMES
from workbench.ingest.figures import is_of_figures
from workbench.ingest.item import Item

_COLUMNS = ("columns", "fields", "header", "headers", "labels")
_NAMES = ("label", "title", "name", "id", "code")
_TOLD = 20
"""Characters from which words beside a table are told when they are not read."""
_LONGEST_TITLE = 200
_DEEP = 3
"""Objects in each other down to the rows: {"result": {"records": […]}}."""


@dataclass(frozen=True, slots=True)
class FigureRows:
    """A table that JSON holds: its columns, its rows with their numbers, its title, and its name among others."""

    columns: list[str]
    rows: list[tuple[int, list[str]]]
    title: str
    name: str


def shown_cell(value: object) -> str:
    """A value of JSON as a table shows it."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    return str(value)


def _is_cell(value: object) -> bool:
    return value is None or isinstance(value, str | int | float)


def _has_figures(rows: Sequence[Sequence[object]]) -> bool:
    """Whether a value of a row is a number, or words that are one."""
    return any(
        (isinstance(value, int | float) and not isinstance(value, bool))
        or (isinstance(value, str) and value.strip()[:1].isdigit())
        for row in rows
        for value in row
    )


_Table = tuple[str, list[str], list[list[object]], str]
"""The name of a table, its columns, its rows, and the title beside it."""


def _table(data: Any) -> tuple[list[str], list[list[object]]] | None:
    """Columns and rows of a list that has the form of a table: flat objects, or rows below one of names."""
    if isinstance(data, list) and data and all(isinstance(row, dict) for row in data):
        columns = list(dict.fromkeys(key for row in data for key in row))
        return columns, [[row.get(column) for column in columns] for row in data]
    if isinstance(data, list) and len(data) > 1 and all(isinstance(row, list) for row in data):
        header = [shown_cell(value) if _is_cell(value) else "" for value in data[0]]
        if all(header) and all(isinstance(value, str) for value in data[0]):
            return header, data[1:]
    return None


def _parts(data: Any, name: str = "", levels: int = _DEEP) -> Iterator[tuple[str, _Table | None, object]]:
    """Each part of JSON by its name, with the table that it is, if it has the form of one."""
    if (table := _table(data)) is not None:
        yield name, (name, *table, ""), data
    elif not isinstance(data, dict) or not levels:
        yield name, None, data
    else:
        title = next((data[key] for key in USUAL_NAMES["title"] if isinstance(data.get(key), str)), "")
        names = next((data[key] for key in _COLUMNS if isinstance(data.get(key), list)), None)
        for key, inner in data.items():
            called = f"{name} {key}".strip()
            if inner is names or inner is title or inner == title:
                continue
            if names and isinstance(inner, list) and inner and all(isinstance(row, list) for row in inner):
                yield called, (called, [_column(one) for one in names], inner, title), inner
                continue
            for part, table_of, value in _parts(inner, called, levels - 1):
                if table_of is not None:
                    table_of = (*table_of[:3], table_of[3] or title)
                yield part, table_of, value


def _column(name: object) -> str:
    """The name of a column, which may be an object that tells more of it."""
    if isinstance(name, dict):
        name = next((name[key] for key in _NAMES if isinstance(name.get(key), str)), "")
    return shown_cell(name) if _is_cell(name) else ""


def _is_of_figures(columns: Sequence[str], rows: Sequence[Sequence[object]], item: Item) -> bool:
    """Whether rows under such columns are read whole, as figures that are evidence, and hold no texts."""
    flat = all(_is_cell(value) for row in rows for value in row)
    return flat and is_of_figures(columns, item) and len(columns) > 1 and _has_figures(rows)


def figure_tables(data: Any, item: Item) -> tuple[list[FigureRows], list[str]]:
    """The tables of figures in JSON that is evidence and holds no texts, and the names of what stands beside them.

    Both are empty where there is no such table. Where there are several, each is called by its place in the file.
    """
    tables: list[FigureRows] = []
    beside: list[str] = []
    for name, table, value in _parts(data):
        if table is not None and _is_of_figures(table[1], table[2], item):
            cells = [(number, [shown_cell(one) for one in row]) for number, row in enumerate(table[2], start=1)]
            tables.append(FigureRows(table[1], cells, table[3][:_LONGEST_TITLE], name))
        elif isinstance(value, list) or (isinstance(value, str) and len(value) >= _TOLD and " " in value):
            beside += [name] if value else []
    if isinstance(data, dict):
        beside += [key for key, inner in data.items() if isinstance(inner, dict) and _is_of_values(inner)]
    return (tables, beside) if tables else ([], [])


def _is_of_values(data: dict[str, Any]) -> bool:
    """Whether an object holds nothing but figures by their names: {"2022": 800, "2023": 900}."""
    return len(data) > 1 and all(map(_is_cell, data.values())) and _has_figures([list(data.values())])


def columns_of_figures(rows: Iterable[dict[str, Any]], item: Item) -> list[str]:
    """The columns of rows that are all of them figures; none where one holds a text or is no flat object."""
    columns: dict[str, None] = {}
    figures = False
    for row in rows if item.as_evidence and not item.options.columns else ():
        columns.update(dict.fromkeys(row))
        values = list(row.values())
        if is_fact_check(row) or not all(map(_is_cell, values)) or not is_of_figures(list(columns), item):
            return []
        figures = figures or _has_figures([values])
    return list(columns) if figures and len(columns) > 1 else []
