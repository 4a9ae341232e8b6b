"""Many claims or questions searched in one go: read from a list, answered in one table."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from workbench.domain.errors import BadInputError
from workbench.domain.evidence import SearchResult
from workbench.domain.ports import Cancelled, Progress
from workbench.services.search.search import Searcher

MOST = 10_000
LARGEST = 20_000_000
COLUMNS = ("claim", "question", "query", "text", "quote")
"""Columns that hold what is asked, the first of them that a table has."""


@dataclass(frozen=True, slots=True)
class Asked:
    """One line of the list: where it stands, and its words."""

    line: int
    text: str


def read_questions(path: Path, column: str | None = None) -> list[Asked]:
    """The claims or questions of a file: a CSV or TSV table with a header, or a text with one a line.

    Args:
        path: The file, UTF-8.
        column: The column to take; left out: the first of `COLUMNS` that there is.
    Raises:
        BadInputError: It cannot be read, has no such column, or holds nothing or too much.
    """
    try:
        if path.stat().st_size > LARGEST:
            raise BadInputError(f"{path} is larger than the {LARGEST // 1_000_000} MB that are read.")
        text = path.read_text(encoding="utf-8-sig")
    except OSError as error:
        raise BadInputError(f"{path} cannot be read: {error.strerror}.") from error
    except UnicodeDecodeError as error:
        raise BadInputError(f"{path} is not UTF-8.") from error
    if not _words(text):
        raise BadInputError(f"{path} holds no claims or questions.")
    delimiter = {".csv": ",", ".tsv": "\t"}.get(path.suffix.lower())
    found = _lines(text) if delimiter is None else _table(text, path, delimiter, column)
    if not found:
        raise BadInputError(f"{path} holds no claims or questions.")
    if len(found) > MOST:
        raise BadInputError(f"{path} holds {len(found):,} claims or questions; at most {MOST:,} are searched.")
    return found


def _lines(text: str) -> list[Asked]:
    return [Asked(line, words.strip()) for line, words in enumerate(text.splitlines(), 1) if _words(words)]


def _table(text: str, path: Path, delimiter: str, column: str | None) -> list[Asked]:
    if delimiter == "," and text.split("\n", 1)[0].count(";") > text.split("\n", 1)[0].count(","):
        delimiter = ";"
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    try:
        header = [name.strip().casefold() for name in next(reader, [])]
        wanted = (column.strip().casefold(),) if column else COLUMNS
        place = next((header.index(name) for name in wanted if name in header), None)
        if place is None:
            raise BadInputError(
                f"{path} has no column {' or '.join(wanted)}; it has {', '.join(filter(None, header)) or 'no header'}. "
                "Name one with --column."
            )
        return [Asked(reader.line_num, row[place].strip()) for row in reader if len(row) > place and _words(row[place])]
    except csv.Error as error:
        raise BadInputError(f"{path}, line {reader.line_num}: no valid table ({error}).") from error


def _words(text: str) -> bool:
    return any(character.isalnum() for character in text)


def search_all(
    searcher: Searcher,
    questions: Sequence[Asked],
    *,
    progress: Progress | None = None,
    cancelled: Cancelled | None = None,
    **how: Any,
) -> Iterator[tuple[Asked, SearchResult]]:
    """Search one question after the other, with the index and the model opened once.

    Args:
        searcher: Searches.
        questions: What is asked.
        progress: Told how many are done.
        cancelled: Asked before each.
        how: The arguments of `Searcher.search`.
    """
    for done, asked in enumerate(questions):
        if cancelled is not None and cancelled():
            return
        if progress is not None:
            progress(done, len(questions), "searching")
        yield asked, searcher.search(asked.text, **how)
