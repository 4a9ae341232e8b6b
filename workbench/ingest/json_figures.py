"""Rows of figures in JSON: flat objects, rows beside a list of their columns, rows below a row of names."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from workbench.ingest.columns import USUAL_NAMES
from workbench.ingest.figures import is_of_figures
from workbench.ingest.item import Item

_COLUMNS = ("columns", "fields", "header", "headers", "labels")
_NAMES = ("label", "title", "name", "id", "code")
_LONGEST_TITLE = 200
_DEEP = 3
"""Objects in each other down to the rows: {"result": {"records": […]}}."""


@dataclass(frozen=True, slots=True)
class FigureRows:
    """A table that JSON holds: its columns, its rows with their numbers, and a title where one stands beside it."""

    columns: list[str]
    rows: list[tuple[int, list[str]]]
    title: str


def _cell(value: object) -> str:
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


def _tables(data: Any, levels: int = _DEEP) -> Iterator[tuple[list[str], list[list[object]], str]]:
    """What in JSON has the form of a table: columns, rows, and the title beside it."""
    if isinstance(data, list) and data and all(isinstance(row, dict) for row in data):
        columns = list(dict.fromkeys(key for row in data for key in row))
        yield columns, [[row.get(column) for column in columns] for row in data], ""
    elif isinstance(data, list) and len(data) > 1 and all(isinstance(row, list) for row in data):
        header = [_cell(value) if _is_cell(value) else "" for value in data[0]]
        if all(header) and all(isinstance(value, str) for value in data[0]):
            yield header, data[1:], ""
    elif isinstance(data, dict) and levels:
        title = next((data[name] for name in USUAL_NAMES["title"] if isinstance(data.get(name), str)), "")
        names = next((data[name] for name in _COLUMNS if isinstance(data.get(name), list)), None)
        for inner in data.values():
            if names and isinstance(inner, list) and inner and all(isinstance(row, list) for row in inner):
                yield [_column(name) for name in names], inner, title
            elif isinstance(inner, list | dict):
                yield from ((columns, rows, beside or title) for columns, rows, beside in _tables(inner, levels - 1))


def _column(name: object) -> str:
    """The name of a column, which may be an object that tells more of it."""
    if isinstance(name, dict):
        name = next(
            (name[key] for key in ("label", "title", "name", "id", "code") if isinstance(name.get(key), str)), ""
        )
    return _cell(name) if _is_cell(name) else ""


def figure_rows(data: Any, item: Item) -> FigureRows | None:
    """The table of figures in JSON that is evidence and holds no texts; else None."""
    for columns, rows, title in sorted(_tables(data), key=lambda table: -len(table[1])):
        flat = all(_is_cell(value) for row in rows for value in row)
        if not flat or not is_of_figures(columns, item) or len(columns) < 2 or not _has_figures(rows):
            continue
        cells = [(number, [_cell(value) for value in row]) for number, row in enumerate(rows, start=1)]
        return FigureRows(columns, cells, title[:_LONGEST_TITLE])
    return None
