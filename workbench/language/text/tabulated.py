"""The tables of an article, as lines of cells: each row told with the names of its columns."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass

_LINE = re.compile(r"[^\n]+")
_RULE = re.compile(r"[\s|:+=─━│┃-]+")
_FIGURE = re.compile(r"\d")
_AMOUNT = re.compile(r"[^\w]{0,4}[$€£¥₹]?\s?[-+−–]?\s?\d[\d.,\s]{0,20}\s?(?:%|[A-Za-z€£$]{0,4})[^\w]{0,3}")
_TELLS = re.compile(
    r"[-–—.]+|n/?a|nil|none|no|yes|open|closed|shut|empty|full|unknown|unchanged|cancelled|suspended|pending|"
    r"(?:not|never|no|all|under|out\s+of)\s.{1,40}",
    re.IGNORECASE,
)
"""A cell that says how something is, so that its row is no header."""
_WIDE = re.compile(r" {3,}")
_MOST = 24
"""Columns that a row has at most, and lines of a table's title."""
_LONGEST = 400
_CELL = 80
"""Characters of a cell that is no prose."""


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell that is not empty: where it stands, and the name of its column, "" where it has none."""

    start: int
    end: int
    column: str


@dataclass(frozen=True, slots=True)
class TableRow:
    """One row of a table; the header names the columns of the others."""

    start: int
    end: int
    cells: tuple[Cell, ...]
    header: bool = False

    def tells(self, text: str) -> bool:
        """Whether the row says something in figures, in cells of a few words: rows of prose are read as prose."""
        figures = any(_FIGURE.search(text, cell.start, cell.end) for cell in self.cells[1:])
        return not self.header and figures and all(cell.end - cell.start <= _CELL for cell in self.cells)

    def wording(self, text: str) -> str:
        """The row as words: "North, Stores: 212; Sales (£m): 118.4"."""
        head, *rest = self.cells
        name = text[head.start : head.end].strip(" :")
        if head.column and _FIGURE.search(name) and not _FIGURE.search(head.column):
            name = f"{head.column} {name}"
        told = [f"{cell.column}: {text[cell.start : cell.end]}" if cell.column else text[cell.start : cell.end]
                for cell in rest]  # fmt: skip
        return f"{name}{', ' if rest[0].column else ': '}{'; '.join(told)}"


class Tables:
    """The rows of all tables of a text, found by where they begin."""

    def __init__(self, rows: list[TableRow]) -> None:
        self._rows = rows
        self._starts = [row.start for row in rows]

    def __bool__(self) -> bool:
        """Whether there are any."""
        return bool(self._rows)

    def row_at(self, start: int, end: int) -> TableRow | None:
        """The row that a stretch of text lies in, None where it reaches beyond one or is in none."""
        at = bisect_right(self._starts, start) - 1
        row = self._rows[at] if at >= 0 else None
        return row if row is not None and end <= row.end else None


def tables_in(text: str) -> Tables:
    """The tables of a text: runs of lines with cells set off by bars, tabs or wide gaps."""
    rows: list[TableRow] = []
    block: list[list[tuple[int, int]]] = []
    spans: list[tuple[int, int]] = []
    mark, ruled, gap = "", False, 0

    def close() -> None:
        nonlocal ruled
        if len(block) > 1:
            rows.extend(_rows(text, block, spans, ruled=ruled))
        block.clear()
        spans.clear()
        ruled = False

    last_end = 0
    for match in _LINE.finditer(text):
        line = match.group()
        if len(line) > _LONGEST:
            close()
            continue
        before, gap = gap, text.count("\n", last_end, match.start())
        # a blank line ends a table whose rows follow each other; documents give tables with one between all rows
        apart = gap > 2 or (len(block) > 1 and gap != before)
        last_end = match.end()
        if _RULE.fullmatch(line):
            if not line.strip():
                close()
            ruled = ruled or len(block) == 1
            continue
        found = "|" if line.count("|") > (1 if line.strip().startswith("|") else 0) else ""
        found = found or ("\t" if "\t" in line.strip() else "") or ("   " if _WIDE.search(line.strip()) else "")
        if not found or found != mark or apart:
            close()
        mark = found
        if found:
            cells = _cells(line, match.start(), found)
            if 2 <= len(cells) <= _MOST:
                if block and len(block[-1]) != len(cells):
                    close()  # its columns are others
                block.append(cells)
                start = match.start() + len(line) - len(line.lstrip())
                spans.append((start, match.start() + len(line.rstrip())))
    close()
    return Tables(rows)


def _cells(line: str, at: int, mark: str) -> list[tuple[int, int]]:
    """Where the cells of a line stand, empty ones too; the bars at both ends of it part nothing."""
    if mark == "   ":
        edges = [(m.start(), m.end()) for m in _WIDE.finditer(line)]
    else:
        edges = [(i, i + 1) for i, sign in enumerate(line) if sign == mark]
    found, begin = [], 0
    for low, high in [*edges, (len(line), len(line))]:
        found.append((begin, low))
        begin = high
    if mark == "|" and line.lstrip().startswith("|"):
        found = found[1:]
    if mark == "|" and line.rstrip().endswith("|"):
        found = found[:-1]
    trimmed = []
    for low, high in found:
        inner = line[low:high]
        begin = low + len(inner) - len(inner.lstrip(" \t*_"))
        trimmed.append((at + begin, at + max(begin, low + len(inner.rstrip(" \t*_")))))
    while trimmed and mark == "   " and trimmed[0][0] == trimmed[0][1]:
        trimmed = trimmed[1:]
    return trimmed


def _rows(
    text: str, block: list[list[tuple[int, int]]], spans: list[tuple[int, int]], *, ruled: bool
) -> list[TableRow]:
    """The rows of one table.

    Its first line names the columns where it holds no amounts and the lines below do: where a rule stands under it, or
    where it has no cell that tells something ("none", "closed") and most columns below, of two rows or more, have
    figures.
    """
    first = [" ".join(text[low:high].split()) for low, high in block[0]]
    below = block[1:]
    figures = sum(1 for low, high in block[0][1:] if _AMOUNT.fullmatch(text[low:high]) and not _is_year(text[low:high]))
    amounts = sum(1 for cells in below for low, high in cells[1:] if _FIGURE.search(text[low:high]))
    named = figures == 0 and amounts >= len(below) / 2 and any(first)
    if named and not ruled and first[0]:
        told_there = any(_TELLS.fullmatch(cell) for cell in first[1:])
        named = len(below) > 1 and not told_there and _mostly_figures(text, below, len(first))
    found = []
    for number, (cells, span) in enumerate(zip(block, spans, strict=True)):
        names = first if named and number else []
        told = [
            Cell(low, high, names[i] if i < len(names) else "") for i, (low, high) in enumerate(cells) if low < high
        ]
        if len(told) > 1:
            found.append(TableRow(span[0], span[1], tuple(told), header=named and number == 0))
    return found


def _mostly_figures(text: str, below: list[list[tuple[int, int]]], columns: int) -> bool:
    """Whether most columns behind the first hold figures."""
    held = [
        any(_FIGURE.search(text[row[column][0] : row[column][1]]) for row in below if column < len(row))
        for column in range(1, columns)
    ]
    return 2 * sum(held) > len(held)


def _is_year(cell: str) -> bool:
    return re.fullmatch(r"\s*(?:FY|Q\d\s)?(?:19|20)\d\d(?:[-/–]\d{2,4})?\s*", cell) is not None
