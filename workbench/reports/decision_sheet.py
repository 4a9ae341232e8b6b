"""The claims table of an export, read back after people have filled it in: CSV or Excel."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from zipfile import BadZipFile

from workbench.domain.errors import BadInputError

NEEDED = ("claim_id", "version", "quote")
"""Columns without which a row cannot be matched to the claim that it was exported from."""
LARGEST = 50_000_000
MOST_ROWS = 100_000
YES = frozenset({"yes", "y", "true", "1", "x", "dropped"})


@dataclass(frozen=True, slots=True)
class DecisionRow:
    """One row as it was filled in. None: the sheet has no such column, or the cell is empty."""

    line: int
    claim_id: int
    version: int
    quote: str
    rating: str | None
    rationale: str | None
    speaker: str | None
    has_speaker: bool
    dropped: bool


def read_decisions(path: Path) -> list[DecisionRow]:
    """The rows of the sheet.

    Raises:
        BadInputError: It cannot be read, lacks a column, or a cell is not what it has to be; line and column are named.
    """
    try:
        if path.stat().st_size > LARGEST:
            raise BadInputError(f"{path} is larger than the {LARGEST // 1_000_000} MB that are read.")
        content = path.read_bytes()
    except OSError as error:
        raise BadInputError(f"{path} cannot be read: {error.strerror}.") from error
    rows = _workbook(content, path) if content[:4] == b"PK\x03\x04" else _csv(content, path)
    header, *filled = rows or [[]]
    names = [str(name).strip().casefold() for name in header]
    lacking = [name for name in NEEDED if name not in names]
    if lacking:
        raise BadInputError(
            f"{path} has no column {', '.join(lacking)}: it is no claims table of this workbench; write one with "
            "`workbench export --format csv` and fill in rating, rationale, speaker or dropped."
        )
    twice = next((name for name in names if name and names.count(name) > 1), None)
    if twice:
        raise BadInputError(f"{path} has two columns {twice}.")
    found = [_row(path, line, names, cells) for line, cells in enumerate(filled, 2) if any(map(str.strip, cells))]
    seen: dict[int, int] = {}
    for row in found:
        if row.claim_id in seen:
            raise BadInputError(f"{path}: claim {row.claim_id} stands in lines {seen[row.claim_id]} and {row.line}.")
        seen[row.claim_id] = row.line
    return found


def _row(path: Path, line: int, names: Sequence[str], cells: Sequence[str]) -> DecisionRow:
    given = dict(zip(names, map(_plain, cells), strict=False))
    numbers = []
    for name in ("claim_id", "version"):
        words = given.get(name, "").removesuffix(".0")
        if not (words.isascii() and words.isdigit() and len(words) <= 18):
            raise BadInputError(f"{path}, line {line}: {name} is no number: {words[:40]!r}.")
        numbers.append(int(words))
    dropped = given.get("dropped", "").strip().casefold()
    if dropped and dropped not in YES | {"no", "n", "false", "0"}:
        raise BadInputError(f"{path}, line {line}: dropped must be yes, no or empty, not {dropped[:40]!r}.")
    return DecisionRow(
        line=line,
        claim_id=numbers[0],
        version=numbers[1],
        quote=given["quote"],
        rating=given.get("rating", "").strip() or None,
        rationale=given.get("rationale", "").strip() or None,
        speaker=given.get("speaker", "").strip() or None,
        has_speaker="speaker" in names,
        dropped=dropped in YES,
    )


def _plain(cell: str) -> str:
    """A cell without the quote mark that keeps a spreadsheet from running it."""
    return cell[1:] if len(cell) > 1 and cell[0] == "'" and cell[1] in "=+-@\t\r\n" else cell


def _csv(content: bytes, path: Path) -> list[list[str]]:
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise BadInputError(f"{path} is not UTF-8; save it as “CSV UTF-8”.") from error
    head = text.split("\n", 1)[0]
    delimiter = max(",;\t", key=head.count)
    try:
        return _bounded(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True), path)
    except csv.Error as error:
        raise BadInputError(f"{path} is no valid CSV: {error}.") from error


def _workbook(content: bytes, path: Path) -> list[list[str]]:
    from openpyxl import load_workbook

    try:
        book = load_workbook(io.BytesIO(content), read_only=True, data_only=True)
        sheet = book["Claims"] if "Claims" in book.sheetnames else book.worksheets[0]
        rows = (["" if cell is None else str(cell) for cell in row] for row in sheet.iter_rows(values_only=True))
        return _bounded(rows, path)
    except (BadZipFile, KeyError, ValueError, IndexError, OSError, TypeError, AttributeError) as error:
        raise BadInputError(f"{path} is no workbook that can be read ({type(error).__name__}).") from error


def _bounded(rows: Iterable[list[str]], path: Path) -> list[list[str]]:
    found: list[list[str]] = []
    for row in rows:
        found.append(row)
        if len(found) > MOST_ROWS + 1:
            raise BadInputError(f"{path} has more than the {MOST_ROWS:,} rows that are read.")
    return found
