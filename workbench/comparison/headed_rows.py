"""Rows of tables with what heads each value: "Year: 2020; Cranes: 41", and lines "Varen | 41" below "Port | Cranes".

A page's table is a line for each of its rows. Its first line heads the columns where it has as many cells as the others
and no figures but years; a table that was cut behind that line heads nothing, and then nothing of it is read.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from workbench.comparison.context_window import MONTHS

MOST_CHARACTERS = 4_000
MOST_ROWS = 60
"""Rows of one table that are looked at."""
YEAR = re.compile(r"(?<!\d)(?:1[5-9]|20)\d\d(?!\d)")
YEARS = re.compile(r"(?:1[5-9]|20)\d\d(?:\s?[-/–]\s?\d{2,4})?")
FIGURE = re.compile(r"[^\w]{0,4}(?P<number>\d[\d,. \u00a0\u202f’']{0,20})(?P<unit>\s?[^\d]{0,20})")
_CELL = re.compile(r"(?P<key>[^:;.!?]{1,80}):\s(?P<value>\S.{0,200})")
_WHEN = re.compile(
    r"\b(?:year|season|date|day|month|quarter|period|term|week|census|election|edition|survey)s?\b", re.I
)
_LINE = re.compile(r"[^\n]+")
_LONGEST_CELL = 80
_ENDS = (".", "!", "?", "…")


class HeadedCell(NamedTuple):
    """A value under its header; without a header it names the group that the row belongs to."""

    key: str
    value: str
    start: int

    @property
    def end(self) -> int:
        """Where the value ends in its passage."""
        return self.start + len(self.value)

    @property
    def written(self) -> str:
        """Header and value as they stand there."""
        return f"{self.key}: {self.value}" if self.key else self.value


class HeadedRow(NamedTuple):
    """A row's cells: those that say when, those that name of whom or where it is, those with figures."""

    when: tuple[HeadedCell, ...]
    names: tuple[HeadedCell, ...]
    figures: tuple[HeadedCell, ...]


def row_of(text: str) -> HeadedRow | None:
    """The cells of a passage that is one row of a table; None for any other text."""
    if len(text) > MOST_CHARACTERS or ": " not in text:
        return None
    cells: list[HeadedCell] = []
    keyed, place = 0, 0
    for part in text.split("; "):
        found = _CELL.fullmatch(part)
        if found:
            keyed += 1
            cells.append(HeadedCell(found["key"].strip(), found["value"].rstrip(), place + found.start("value")))
        else:
            cells.append(HeadedCell("", part.strip(), place))
        place += len(part) + 2
    keys = [cell.key.casefold() for cell in cells if cell.key]
    if keyed < 2 or 2 * keyed < len(cells) or len(set(keys)) < len(keys):
        return None
    return _row(cells)


def _row(cells: Sequence[HeadedCell]) -> HeadedRow | None:
    """Cells by what they tell; None where none of them has a figure."""
    when = tuple(cell for at, cell in enumerate(cells) if _tells_when(cell, first=at == 0))
    figures = tuple(cell for cell in cells if cell not in when and FIGURE.fullmatch(cell.value))
    names = tuple(one for one in cells if one not in when and one not in figures)
    return HeadedRow(when, names, figures) if figures else None


def _tells_when(cell: HeadedCell, *, first: bool) -> bool:
    if YEARS.fullmatch(cell.value):
        return first or _WHEN.search(cell.key) is not None
    return _WHEN.search(cell.key) is not None and (
        YEAR.search(cell.value) is not None or bool(MONTHS & set(cell.value.split()))
    )


class PageTable(NamedTuple):
    """A table within a passage: where it begins and ends, what stands above it, and its rows where they are headed."""

    start: int
    end: int
    title: str
    rows: tuple[HeadedRow, ...]


class _Line(NamedTuple):
    start: int
    end: int
    cells: tuple[tuple[str, int], ...]


def _cells(text: str, start: int, end: int) -> tuple[tuple[str, int], ...]:
    """The cells of a line with where each begins; none where it is no line of a table."""
    if "|" not in text[start:end]:
        return ()
    found, place = [], start
    for part in text[start:end].split("|"):
        lead = len(part) - len(part.lstrip())
        found.append((part.strip(), place + lead))
        place += len(part) + 1
    while found and not found[-1][0]:
        found.pop()
    words = [cell for cell, _ in found]
    fits = len(found) > 1 and all(len(cell) <= _LONGEST_CELL and not cell.endswith(_ENDS[1:]) for cell in words)
    return tuple(found) if fits else ()


@lru_cache(maxsize=512)
def tables(text: str) -> tuple[PageTable, ...]:
    """The tables of a passage: two lines or more with cells, one below the other."""
    if text.count("|") < 2:
        return ()
    lines = [
        _Line(found.start(), found.end(), _cells(text, *found.span()))
        for found in _LINE.finditer(text)
        if found.group().strip()
    ]
    found, block = [], list[_Line]()
    above: list[_Line] = []
    for line in [*lines, _Line(len(text), len(text), ())]:
        if line.cells:
            block.append(line)
            continue
        if len(block) > 1:
            found.append(PageTable(block[0].start, block[-1].end, _title(text, above), tuple(_headed(block))))
        above, block = ([line] if line.end > line.start else []), []
    return tuple(found)


def _title(text: str, above: Sequence[_Line]) -> str:
    """What stands right above a table, where it is no sentence."""
    said = text[above[-1].start : above[-1].end].strip() if above else ""
    return "" if said.endswith(_ENDS) else said


def _headed(block: Sequence[_Line]) -> list[HeadedRow]:
    """The rows of a table under its first line; none where that heads nothing."""
    head, *body = block[: MOST_ROWS + 1]
    keys = [cell for cell, _ in head.cells]
    if any(FIGURE.fullmatch(key) and not YEARS.fullmatch(key) for key in keys) or YEARS.fullmatch(keys[0]):
        return []
    if len({key.casefold() for key in keys}) < len(keys) or not all(keys[1:]):
        return []
    whole = [line for line in body if 1 < len(line.cells) <= len(keys)]
    if len(whole) < len(body) or not any(FIGURE.fullmatch(cell) for line in whole for cell, _ in line.cells[1:]):
        return []
    rows = [[HeadedCell(key, *cell) for key, cell in zip(keys, line.cells, strict=False) if cell[0]] for line in whole]
    return [row for cells in rows if (row := _row(cells)) is not None]
