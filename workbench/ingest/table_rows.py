"""Rows become documents: JSON lines, BEIR corpora, tables, JSON files."""

from __future__ import annotations

import io
import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from itertools import chain
from typing import Any

from workbench.domain.documents import Document, Skipped
from workbench.ingest import jsonld
from workbench.ingest.cells import Broken, Row, Table
from workbench.ingest.claimreview import fact_checks, is_fact_check, is_fact_check_file, read_fact_checks
from workbench.ingest.columns import (
    HEADER_ROWS,
    LISTED,
    USUAL_NAMES,
    header_of,
    names_columns,
    no_column,
    numbers,
    unread,
    words_instead,
)
from workbench.ingest.dates import order_of, parse_date
from workbench.ingest.fields import Fields, digest
from workbench.ingest.figures import figure_documents, is_of_figures
from workbench.ingest.item import Found, Item, Stream, megabytes
from workbench.ingest.json_figures import columns_of_figures, figure_tables, shown_cell
from workbench.ingest.json_rows import field_words, holds_texts, plain_row, plain_words, text_rows
from workbench.ingest.options import FIELDS, UnreadableError
from workbench.ingest.posts import post_rows, without_assignment
from workbench.ingest.references import is_csl, read_csl
from workbench.ingest.text import SAMPLE_BYTES, byte_order_mark, decode, detect_stream, is_binary, normalise, one_line
from workbench.ingest.used_identifiers import UsedIdentifiers

_LONGEST_ID = 500


def _chosen(row: Mapping[str, Any], columns: Mapping[str, str]) -> dict[str, tuple[str, Any]]:
    """For each field the column it comes from and its value; a mapping given by the user wins over usual names."""
    lower = {key.lower().strip(): key for key in row}
    inner = row.get("metadata")
    meta = inner if isinstance(inner, dict) else {}
    chosen: dict[str, tuple[str, Any]] = {}
    for name in FIELDS:
        if name in columns:
            chosen[name] = (columns[name], row.get(columns[name]))
            continue
        for usual in USUAL_NAMES[name]:
            if usual in lower and row[lower[usual]] not in (None, ""):
                chosen[name] = (lower[usual], row[lower[usual]])
                break
            if usual in meta and usual not in ("id", "text") and meta[usual] not in (None, ""):
                chosen[name] = (f"metadata.{usual}", meta[usual])
                break
    return chosen


def row_document(row: Mapping[str, Any], item: Item, where: str, sha256: str) -> Found:
    """Turn one row into a document.

    Args:
        row: Its columns.
        item: The file it stands in.
        where: The row as the user is told of it ("notes.jsonl, line 3").
        sha256: Digest of the row's bytes.

    Raises:
        UnreadableError: It has no text, or an id that is not one.
    """
    chosen = _chosen(plain_row(row), item.options.columns)
    fields = Fields(item.options, whole=False)
    if item.found:
        fields.found.update(item.found)
    _, given = chosen.get("id", ("", None))
    identifier = None
    if isinstance(given, str | int) and not isinstance(given, bool):
        if len(str(given)) > _LONGEST_ID:
            raise UnreadableError(f"its id is longer than {_LONGEST_ID} characters")
        identifier = one_line(str(given), _LONGEST_ID) or None
    elif given is not None:
        raise UnreadableError("its id is neither text nor a whole number")
    for name in ("title", "url", "publisher", "author", "archive_url", "language"):
        if name in chosen:
            column, value = chosen[name]
            fields.offer(name, field_words(name, value), f"column {column}")
    if "published" in chosen:
        column, value = chosen["published"]
        order = order_of(fields.values.get("language"))
        # "data" is a day in Italian, Portuguese and Polish, and anything at all in English
        if column != "data" or "published" in item.options.columns or parse_date(value, order) is not None:
            fields.offer_date(value, f"column {column}", order=order)
    _, text = chosen.get("text", ("", None))
    if "text" in item.options.columns and item.options.columns["text"] not in row:
        raise UnreadableError(f"it has no column “{item.options.columns['text']}”")
    if text is None or text == "":  # a heading alone is still something to find
        column, text = words_instead(plain_row(row), item.options.columns) or ("", fields.values.get("title"))
        fields.note("text", f"column {column}" if column else "its title alone")
    if not isinstance(text, str):
        raise UnreadableError("it has no text" if text is None else "its text is no text")
    if "title" not in fields.values and not item.as_evidence:
        fields.guess_title(text)
    words = normalise(plain_words(text))
    yield fields.document(
        words, origin=item.origin, sha256=sha256, limit=item.limit, identifier=identifier, guess=False
    )
    for reason in fields.refused:
        yield Skipped(where, reason, partial=True)


def _lines(file: Stream, longest: int) -> Iterator[tuple[int, bytes | None]]:
    """Numbered lines; None for one that is longer than `longest` bytes, whose rest is passed over."""
    number = 0
    while line := file.readline(longest + 1):
        number += 1
        if len(line) > longest:
            while line and not line.endswith(b"\n"):
                line = file.readline(1 << 20)
            yield number, None
        else:
            yield number, line


def _parse_line(line: bytes) -> dict[str, Any]:
    try:
        try:
            row = json.loads(line)
        except UnicodeDecodeError:
            row = json.loads(decode(line).text)
    except RecursionError:
        raise UnreadableError("it is nested too deep") from None
    except ValueError as error:
        reason = error.msg if isinstance(error, json.JSONDecodeError) else "unreadable"
        raise UnreadableError(f"it is no JSON ({(reason[:1].lower() + reason[1:]).removesuffix(' at')})") from None
    if not isinstance(row, dict):
        raise UnreadableError("it is no JSON object")
    return row


def _plain_stream(item: Item) -> Stream:
    """The file as UTF-8 lines, whichever encoding it has."""
    head = item.head()
    if not head:
        raise UnreadableError("the file is empty")
    if is_binary(head):
        raise UnreadableError("it is a binary file, not text")
    mark = byte_order_mark(head)
    if mark and mark != "utf-8-sig":
        return io.BytesIO(decode(item.content(item.options.limits.json)).text.encode("utf-8", "replace"))
    file = item.open()
    if mark:
        file.read(3)
    return file


def _check_mapping(rows: Iterable[object], item: Item) -> None:
    """Look whether each column the user mapped a field to stands in one row at least: rows of JSON have no header.

    Raises:
        UnreadableError: A mapped column is in no row.
    """
    sought = dict(item.options.columns)
    met: dict[str, None] = {}
    for row in rows:
        if not sought:
            return
        if isinstance(row, dict):
            sought = {name: column for name, column in sought.items() if column not in row}
            if len(met) < LISTED:
                met.update(dict.fromkeys(row))
    for name, column in sought.items():
        raise no_column(name, column, list(met))


def _rows_of_lines(item: Item) -> Iterator[dict[str, Any]]:
    with _plain_stream(item) as file:
        for _, line in _lines(file, item.options.limits.row):
            with suppress(UnreadableError):
                if line and line.strip():
                    yield _parse_line(line)


def _lines_of_figures(item: Item, columns: Sequence[str]) -> Iterator[tuple[int, list[str]] | Skipped]:
    with _plain_stream(item) as file:
        for number, line in _lines(file, item.options.limits.row):
            where = f"{item.origin}, line {number}"
            if line is None:
                yield Skipped(where, f"the line is longer than {megabytes(item.options.limits.row)}")
            elif line.strip():
                try:
                    row = _parse_line(line)
                except UnreadableError as error:
                    yield Skipped(where, str(error))
                    continue
                yield number, [shown_cell(row.get(column)) for column in columns]


def read_jsonl(item: Item) -> Found:
    """One document a line; a broken line is named and the others go in.

    Lines are {id, title, text, url, publisher, published} or what columns are mapped to, BEIR rows, or ClaimReview.
    """
    _check_mapping(_rows_of_lines(item), item)
    if columns := columns_of_figures(_rows_of_lines(item), item):
        yield from figure_documents(_lines_of_figures(item, columns), item, word="line", columns=columns)
        return
    seen = UsedIdentifiers("line")
    count = 0
    with _plain_stream(item) as file:
        for number, line in _lines(file, item.options.limits.row):
            where = f"{item.origin}, line {number}"
            if line is None:
                yield Skipped(where, f"the line is longer than {megabytes(item.options.limits.row)}")
                continue
            if not line.strip():
                continue
            if count >= item.options.limits.rows:
                yield Skipped(where, f"only the first {count} rows were read")
                return
            try:
                row = _parse_line(line)
                sha256 = digest(line.strip())
                if is_fact_check(row):
                    found = fact_checks([row], item, sha256)
                else:
                    found = row_document(row, item, where, sha256)
                for document in found:
                    if isinstance(document, Skipped):
                        yield Skipped(where, document.reason, document.partial)
                        continue
                    taken = seen.take(document, number, where)
                    count += isinstance(taken, Document)
                    yield taken
                    if isinstance(taken, Skipped):
                        break
            except UnreadableError as error:
                yield Skipped(where, str(error))


def read_json(item: Item) -> Found:
    """A JSON file: rows in a list, works in CSL-JSON, or ClaimReview in any of its shapes."""
    data = item.content(item.options.limits.json)
    if is_binary(data):
        raise UnreadableError("it is a binary file, not text")
    text = decode(data).text
    loaded = jsonld.load(without_assignment(text.removeprefix("\ufeff")))
    if loaded is None:
        if "\n" in text.strip():  # JSON lines under another name
            yield from read_jsonl(item)
            return
        raise UnreadableError("it is no JSON")
    if is_fact_check_file(loaded):
        yield from read_fact_checks(loaded, item, digest(data))
        return
    if is_csl(loaded):
        yield from read_csl(loaded, item)
        return
    posts = post_rows(loaded)
    texts = posts or holds_texts(loaded, item.options.columns)
    tables, beside = ([], []) if texts else figure_tables(loaded, item)
    for table in tables:
        several = len(tables) > 1
        name, title = one_line(table.name, _LONGEST_ID), one_line(table.title, _LONGEST_ID)
        yield from figure_documents(
            table.rows,
            item,
            sheet=name if several else "",
            part="table",
            sha256=None if several else digest(data),
            columns=table.columns,
            title=f"{title}: {name}" if several and title else title,
        )
    for name in beside:
        told = f"“{one_line(name, 60)}” stands beside the tables of figures, holds none, and was not read"
        yield Skipped(item.origin, told, partial=True)
    if tables:
        return
    rows, others = (posts, []) if posts else text_rows(loaded, item.options.columns)
    if rows is None:
        raise UnreadableError("it holds no rows")
    for name, count in others:
        yield Skipped(
            item.origin, f"“{name[:60]}” holds {count} more rows with texts, which were not read", partial=True
        )
    _check_mapping(rows, item)
    seen = UsedIdentifiers("row")
    for number, row in enumerate(rows, start=1):
        where = f"{item.origin}, row {number}"
        if not isinstance(row, dict):
            yield Skipped(where, "it is no JSON object")
            continue
        sha256 = digest(json.dumps(row, sort_keys=True).encode())
        yield from _taken(row_document(row, item, where, sha256), seen, number, where)


def _taken(documents: Found, seen: UsedIdentifiers, number: int, where: str) -> Found:
    """The documents of one row, up to the first whose id an earlier row has, or why it gives nothing."""
    try:
        for document in documents:
            if isinstance(document, Skipped):
                yield document
                continue
            taken = seen.take(document, number, where)
            yield taken
            if isinstance(taken, Skipped):
                break
    except UnreadableError as error:
        yield Skipped(where, str(error))


_SEPARATOR = re.compile(r"\ufeff?\"?sep=([,;\t|])\"?", re.IGNORECASE)
"""The line by which spreadsheets are told the sign between cells."""


def _delimiter(lines: Sequence[str], tabs: bool) -> str:
    """The sign between cells: by the first line, or where that is a title, by those below that agree."""
    if tabs:
        return "\t"
    first, *others = [line for line in lines if line.strip()] or [""]
    if match := _SEPARATOR.fullmatch(first.strip("\r\n ")):
        return str(match.group(1))
    counts = {sign: first.count(sign) for sign in (",", ";", "\t", "|")}
    best = max(counts, key=lambda sign: counts[sign])
    if best == "," and 2 * sum(line.count(",") == counts[","] for line in others) < len(others):
        for sign in (";", "\t", "|", ","):
            found = Counter(line.count(sign) for line in others if sign in line)
            if found and max(found.values()) >= max(2, len(others) / 2):
                return sign
    return best


def cells_documents(
    columns: Sequence[str], cells: Sequence[str], item: Item, where: str, seen: UsedIdentifiers, place: int
) -> Found:
    """One row of a table as a document, or why it is not one; `place` is its number, `where` what the user is told."""
    row = dict(zip(columns, cells, strict=False))
    found = row_document(row, item, where, digest("\x1f".join(cells).encode("utf-8", "replace")))
    yield from _taken(found, seen, place, where)


def _numbered(rows: Iterable[Row | Broken], item: Item) -> Iterator[tuple[int, list[str]] | Skipped]:
    for row in rows:
        if isinstance(row, Broken):
            yield Skipped(f"{item.origin}, line {row.line}", row.reason)
        else:
            yield row.line, row.cells


def read_table(item: Item, *, tabs: bool = False) -> Found:
    """A table with a header row, one document a row, or one of figures; commas, semicolons, tabs or bars part cells."""
    with item.open() as binary:
        sample = binary.read(SAMPLE_BYTES)
    if not sample.strip():
        raise UnreadableError("the file is empty")
    if is_binary(sample):
        raise UnreadableError("it is a binary file, not text")
    with item.open() as binary:
        encoding = detect_stream(binary)
    lines = sample.decode(encoding, errors="replace").split("\n", HEADER_ROWS)[:HEADER_ROWS]
    seen = UsedIdentifiers("line")
    with item.open() as binary, io.TextIOWrapper(binary, encoding, errors="replace", newline="") as file:
        columns: list[str] | None = None
        count = 0
        named = bool(_SEPARATOR.fullmatch(lines[0].strip("\r\n ")))
        if named:
            file.readline(_LONGEST_ID)
        table = iter(Table(file, _delimiter(lines, tabs), item.options.limits.row, int(named)))
        for found in table:
            where = f"{item.origin}, line {found.line}"
            if isinstance(found, Broken):
                yield Skipped(where, found.reason)
                continue
            cells = found.cells
            if columns is None:
                if is_of_figures(cells, item):
                    rows = chain([found], table)
                    yield from figure_documents(_numbered(rows, item), item, word="line", sha256=item.sha256())
                    return
                columns = header_of(cells, item)
                if left := unread(columns, item):
                    yield Skipped(item.origin, left, partial=True)
                if columns != numbers(cells) or names_columns(cells):
                    continue  # else its first row is one of data
            if not any(cells):
                continue
            count += 1
            if count > item.options.limits.rows:
                yield Skipped(where, f"only the first {count - 1} rows were read")
                return
            yield from cells_documents(columns, cells, item, where, seen, found.line)


def read_tsv(item: Item) -> Found:
    """A table with tabs between the cells."""
    return read_table(item, tabs=True)
