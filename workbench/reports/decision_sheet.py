"""The claims table of an export, read back after people have filled it in: CSV or Excel."""

from __future__ import annotations

import csv
import io
import lzma
import zlib
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from zipfile import BadZipFile, ZipFile

from workbench.domain.errors import BadInputError
from workbench.system.zip_parts import pieces

NEEDED = ("claim_id", "version", "quote")
"""Columns without which a row cannot be matched to the claim that it was exported from."""
LARGEST = 50_000_000
LARGEST_UNPACKED = 200_000_000
MOST_TAGS = 10_000_000
"""Tags of a workbook: a row is held whole by the reader, however many cells of few bytes it has."""
MOST_ROWS = 100_000
MOST_COLUMNS = 200
LONGEST_CELL = 131_072
LONGEST_ROW = 1_000_000
BROKEN = (
    ArithmeticError,
    AttributeError,
    BadZipFile,
    EOFError,
    LookupError,
    OSError,
    RuntimeError,
    SyntaxError,
    TypeError,
    ValueError,
    lzma.LZMAError,
    zlib.error,
)
"""What zipfile, openpyxl and the XML parser raise for a file that is damaged, locked or made to harm."""
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
    tags: tuple[str, ...] | None = None


def read_decisions(path: Path) -> list[DecisionRow]:
    """The rows of the sheet.

    Raises:
        BadInputError: It cannot be read, lacks a column, or a cell is not what it has to be; line and column are named.
    """
    rows = sheet_rows(path, ours=True)
    names = [name.strip().casefold() for name in next(rows, [])]
    _check_header(names, path)
    found = []
    for line, cells in enumerate(rows, 2):
        if line > MOST_ROWS + 1:
            raise BadInputError(f"{path} has more than the {MOST_ROWS:,} rows that are read.")
        if any(len(cell) > LONGEST_CELL for cell in cells):
            raise BadInputError(f"{path}, line {line}: a cell has more than {LONGEST_CELL:,} characters.")
        if any(map(str.strip, cells)):
            found.append(_row(path, line, names, cells))
    seen: dict[int, int] = {}
    for row in found:
        if row.claim_id in seen:
            raise BadInputError(f"{path}: claim {row.claim_id} stands in lines {seen[row.claim_id]} and {row.line}.")
        seen[row.claim_id] = row.line
    return found


def sheet_rows(path: Path, *, ours: bool = False) -> Iterator[list[str]]:
    """The rows of a CSV file or of a workbook's first sheet (or the one called Claims), header first, within bounds.

    Args:
        path: The file.
        ours: It is to be a table that the workbench wrote: one without its columns is told as none.
    Raises:
        BadInputError: It cannot be read, is too large, or is neither; rows that were given before are good.
    """
    try:
        if path.stat().st_size > LARGEST:
            raise BadInputError(f"{path} is larger than the {LARGEST // 1_000_000} MB that are read.")
        content = path.read_bytes()
    except OSError as error:
        raise BadInputError(f"{path} cannot be read: {error.strerror}.") from error
    return _workbook(content, path) if content[:4] == b"PK\x03\x04" else _csv(content, path, ours)


def _check_header(names: Sequence[str], path: Path) -> None:
    lacking = [name for name in NEEDED if name not in names]
    if lacking:
        raise _no_table(path, lacking)
    if len(names) > MOST_COLUMNS:
        raise BadInputError(f"{path} has more than the {MOST_COLUMNS} columns that are read.")
    twice = next((name for name, times in Counter(names).items() if name and times > 1), None)
    if twice:
        raise BadInputError(f"{path} has two columns {twice}.")


def _no_table(path: Path, lacking: Sequence[str]) -> BadInputError:
    return BadInputError(
        f"{path} has no column {', '.join(lacking)}: it is no claims table of this workbench; write one with "
        "`workbench export --format csv` and fill in rating, rationale, speaker, tags or dropped."
    )


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
        tags=_listed(given["tags"]) if "tags" in names else None,
    )


def _listed(cell: str) -> tuple[str, ...]:
    """What stands in a cell with semicolons or commas between."""
    return tuple(word.strip() for word in cell.replace(",", ";").split(";") if word.strip())


def _plain(cell: str) -> str:
    """A cell without the quote mark that keeps a spreadsheet from running it."""
    return cell[1:] if len(cell) > 1 and cell[0] == "'" and cell[1] in "=+-@\t\r\n" else cell


def _csv(content: bytes, path: Path, ours: bool) -> Iterator[list[str]]:
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise BadInputError(f"{path} is not UTF-8; save it as “CSV UTF-8”.") from error
    head = text.split("\n", 1)[0]
    delimiter = max(",;\t", key=head.count)
    size = 0

    def lines() -> Iterator[str]:
        nonlocal size
        for line in io.StringIO(text, newline=""):
            size += len(line)
            if size > LONGEST_ROW:
                raise csv.Error(f"a row has more than {LONGEST_ROW:,} characters")
            yield line

    try:
        for row in csv.reader(lines(), delimiter=delimiter, strict=True):
            size = 0
            yield row
    except csv.Error as error:
        if ours and "claim_id" not in head.casefold():
            raise _no_table(path, NEEDED) from error
        raise BadInputError(f"{path} is no valid CSV: {error}.") from error


def _workbook(content: bytes, path: Path) -> Iterator[list[str]]:
    from openpyxl import load_workbook
    from openpyxl.utils.exceptions import CellCoordinatesException, InvalidFileException

    try:
        _check_unpacked(content, path)
        book = load_workbook(io.BytesIO(content), read_only=True, data_only=True)
        sheet = book["Claims"] if "Claims" in book.sheetnames else book.worksheets[0]
        width = MOST_COLUMNS + 1
        header = next(sheet.iter_rows(max_row=1, max_col=width, values_only=True), ())
        while header and header[-1] is None:
            header = header[:-1]
        yield _words(header)
        for row in sheet.iter_rows(min_row=2, max_col=len(header), values_only=True):
            yield _words(row)
    except (*BROKEN, CellCoordinatesException, InvalidFileException) as error:
        raise BadInputError(f"{path} is no workbook that can be read ({type(error).__name__}).") from error


def _words(row: Sequence[object]) -> list[str]:
    return ["" if cell is None else str(cell) for cell in row]


def _check_unpacked(content: bytes, path: Path) -> None:
    """Refuse what is small only while it is packed, or larger than it claims: the reader of workbooks believes that."""
    with ZipFile(io.BytesIO(content)) as package:
        parts = package.infolist()
        if sum(part.file_size for part in parts) > LARGEST_UNPACKED:
            raise BadInputError(f"{path} unpacks to more than the {LARGEST_UNPACKED // 1_000_000} MB that are read.")
        tags = 0
        for part in parts:
            for piece in pieces(package, part):
                tags += piece.count(b"<")
        if tags > MOST_TAGS:
            raise BadInputError(f"{path} has more cells than are read.")
