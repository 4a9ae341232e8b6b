"""The rows of a table, read so that a quotation mark that is never closed costs its own row and no other."""

from __future__ import annotations

import csv
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TextIO

from workbench.ingest.item import megabytes

UNCLOSED = "a quotation mark in it is never closed"
LOOKED_AT = 100
"""Lines of a row that are looked at to tell whether they are rows that it has swallowed."""
_REREAD = 10
"""How many times the longest row is read again, altogether, before a table is given up."""


@dataclass(frozen=True, slots=True)
class Row:
    """A row, its last line in the file, and its cells."""

    line: int
    cells: list[str]


@dataclass(frozen=True, slots=True)
class Broken:
    """A line that is no row, and why."""

    line: int
    reason: str


class Table:
    """The rows of a table one by one.

    Args:
        file: Opened without translation of line ends.
        delimiter: Between the cells.
        longest: Characters of a line or cell.
        line: Lines of the file that were read before.
    """

    def __init__(self, file: TextIO, delimiter: str, longest: int, line: int = 0) -> None:
        self._file = file
        self._delimiter = delimiter
        self._longest = longest
        self._waiting: deque[str] = deque()
        self._line = line  # of those that were taken
        self._taken: list[str] = []  # for the row that is being read
        self._taken_size = 0
        self._again = 0
        self._too_long = False
        csv.field_size_limit(longest)

    def __iter__(self) -> Iterator[Row | Broken]:
        """The rows, and what is not one."""
        header: int | None = None
        reader = self._reader()
        while True:
            self._taken, self._taken_size = [], 0
            cells, error = None, ""
            try:
                cells = next(reader)
            except StopIteration:
                return
            except csv.Error as told:
                error = str(told)
                reader = self._reader()  # one that raised gives nothing more
            first = self._line - len(self._taken) + 1
            if cells is None and len(self._taken) == 1 and not self._too_long:  # of a longer line this is only a part
                cells = self._alone(self._taken[0])
            if header is not None and (cells is None or len(cells) != header) and self._swallowed_rows(header):
                self._again += self._taken_size
                if self._again > _REREAD * self._longest:
                    yield Broken(first, "the table breaks off here (its quotation marks are never closed)")
                    return
                self._waiting.extendleft(reversed(self._taken[1:]))
                self._line = first
                reader = self._reader()
                yield Broken(first, UNCLOSED)
            elif cells is not None:
                header = len(cells) if header is None else header
                yield Row(self._line, cells)
            elif self._too_long or not self._taken:
                yield Broken(first, f"the table breaks off here ({error})")
                return
            else:
                yield Broken(first, UNCLOSED)

    def _reader(self) -> Iterator[list[str]]:
        return csv.reader(self._lines(), delimiter=self._delimiter, strict=True)

    def _swallowed_rows(self, header: int) -> bool:
        """Whether the lines that one row has taken are rows themselves, and no lines of a long cell."""
        if len(self._taken) < 2:
            return False
        looked = self._taken[1 : LOOKED_AT + 1]
        rows = sum(cells is not None and len(cells) == header for cells in map(self._alone, looked))
        return 2 * rows >= len(looked)

    def _lines(self) -> Iterator[str]:
        """The lines of the file.

        Raises:
            csv.Error: One is longer than it may be; half of it would be read as a row of its own.
        """
        while line := self._waiting.popleft() if self._waiting else self._file.readline(self._longest):
            self._line += 1
            self._taken.append(line)
            self._taken_size += len(line)
            if len(line) == self._longest and line[-1] not in "\r\n":
                self._too_long = True
                raise csv.Error(f"a line is longer than {megabytes(self._longest)}")
            if self._taken_size > self._longest and len(self._taken) > 1:
                self._too_long = True
                raise csv.Error(f"a row is longer than {megabytes(self._longest)}")
            yield line

    def _alone(self, line: str) -> list[str] | None:
        """The cells of one line that is not quite as the form says, None if a quotation stays open at its end."""
        state = csv.reader([line, "\n"], delimiter=self._delimiter)
        try:
            cells = next(state)
        except csv.Error:
            return None
        return cells if state.line_num == 1 else None
