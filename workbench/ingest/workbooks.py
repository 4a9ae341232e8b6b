"""Spreadsheets, sheet by sheet and row by row: Excel workbooks (`.xlsx`) and OpenDocument (`.ods`)."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import chain
from typing import Any

from workbench.domain.documents import Document, Skipped
from workbench.ingest.cell_values import BUILT_IN, FIRST_DAY, FIRST_DAY_1904, shown_number
from workbench.ingest.columns import HEADER_ROWS, header_of, names_columns, numbers, unread
from workbench.ingest.fields import clean
from workbench.ingest.figures import figure_documents, is_of_figures
from workbench.ingest.heartbeat import beat
from workbench.ingest.item import Found, Item
from workbench.ingest.merged_cells import Spans
from workbench.ingest.open_document import ODF, refuse_locked, styled_words, text_styles
from workbench.ingest.options import UnreadableError
from workbench.ingest.raised import raised
from workbench.ingest.table_rows import cells_documents
from workbench.ingest.text import one_line
from workbench.ingest.used_identifiers import UsedIdentifiers
from workbench.ingest.zip_container import elements, member, opened, related, xml

_S = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
COLUMNS = 1_000
"""Cells of a row that are read."""
Row = tuple[int, list[str]]


@dataclass(slots=True)
class Worksheet:
    """One sheet: its name, its rows with their numbers, and how many cells have no value in the file."""

    name: str
    rows: Iterable[Row]
    hidden: bool = False
    without_value: int = field(default=0)


def read_xlsx(item: Item) -> Found:
    """An Excel workbook: a document a row of every sheet, whose first row names the columns.

    Raises:
        UnreadableError: It is damaged, locked, too large, or no sheet of it has a column of text.
    """
    item.check_size(item.options.limits.packed)
    with opened(item, "Excel workbook") as container:
        yield from _documents(_xlsx_sheets(container, item.options.limits.expanded), item)


def read_ods(item: Item) -> Found:
    """An OpenDocument spreadsheet, read as an Excel workbook is.

    Raises:
        UnreadableError: It is damaged, locked, too large, or no sheet of it has a column of text.
    """
    item.check_size(item.options.limits.packed)
    with opened(item, "OpenDocument spreadsheet") as container:
        refuse_locked(container)
        yield from _documents(_ods_sheets(container, item.options.limits.expanded), item)


def _documents(sheets: Iterable[Worksheet], item: Item) -> Found:
    refused: list[Skipped] = []
    seen = 0
    found = False
    for sheet in sheets:
        where = f"{item.origin}, sheet {one_line(sheet.name, 80)}"
        if sheet.hidden:
            yield Skipped(where, "it is hidden and was not read", partial=True)
            continue
        try:
            for entry in _sheet_documents(sheet, item, where):
                found = found or isinstance(entry, Document)
                yield entry
        except UnreadableError as error:
            refused.append(Skipped(where, str(error), partial=True))
        seen += 1
        if sheet.without_value:
            told = f"{sheet.without_value} formulas have no result in the file; open and save it to have them read"
            yield Skipped(where, told, partial=True)
    if not found and refused:
        raise UnreadableError(f"{refused[0].origin.rpartition(', ')[2]}: {refused[0].reason}")
    if not found:
        raise UnreadableError("there are no rows in it" if seen else "there is no sheet in it")
    yield from refused


def _sheet_documents(sheet: Worksheet, item: Item, where: str) -> Found:
    columns: list[str] | None = None
    rows = (row for row in sheet.rows if any(row[1]))
    top: list[Row] = []
    for row in rows:
        top.append(row)
        if len(top) == HEADER_ROWS or names_columns(row[1]):
            break
    chosen = tuple(item.options.columns.values())
    place = next((n for n, row in enumerate(top) if _is_header(row[1], chosen)), 0)
    if top and is_of_figures(top[place][1], item):
        yield from figure_documents(chain(top, rows), item, sheet=sheet.name)
        return
    seen = UsedIdentifiers("row")
    count = 0
    for number, cells in (*top[place:], *()):
        if columns is None:
            columns = header_of(cells, item)
            if left := unread(columns, item):
                yield Skipped(where, left, partial=True)
            if columns != numbers(cells) or names_columns(cells):
                continue
        yield from cells_documents(columns, cells, item, f"{where}, row {number}", seen, number)
        count += 1
    for number, cells in rows:
        assert columns is not None
        if number % 1_000 == 0:
            beat()
        if count >= item.options.limits.rows:
            yield Skipped(where, f"only the first {count} rows were read")
            return
        count += 1
        yield from cells_documents(columns, cells, item, f"{where}, row {number}", seen, number)


def _is_header(cells: list[str], chosen: tuple[str, ...]) -> bool:
    if not chosen:
        return names_columns(cells)
    names = {one_line(cell, 200) for cell in cells}
    return not all(map(str.isdecimal, chosen)) and names.issuperset(chosen)


# Excel


def _xlsx_sheets(container: zipfile.ZipFile, limit: int) -> Iterator[Worksheet]:
    package = related(container, "", limit)
    workbook = next((name for kind, name in package.values() if kind == "officeDocument"), "xl/workbook.xml")
    if workbook.endswith(".bin"):
        raise UnreadableError("it is a binary Excel workbook (.xlsb); save it as .xlsx")
    tree = xml(member(container, workbook, limit))
    parts = related(container, workbook, limit)
    by_kind = {kind: name for kind, name in parts.values()}
    shared = _shared_words(container, by_kind["sharedStrings"], limit) if "sharedStrings" in by_kind else []
    looks = _looks(container, by_kind["styles"], limit) if "styles" in by_kind else []
    properties = tree.find(f"{_S}workbookPr")
    first_day = FIRST_DAY_1904 if _is_on(properties, "date1904") else FIRST_DAY
    for sheet in tree.iter(f"{_S}sheet"):
        kind, name = parts.get(sheet.get(f"{_R}id", ""), ("", ""))
        if kind == "worksheet":
            made = Worksheet(sheet.get("name", ""), (), sheet.get("state", "visible") != "visible")
            made.rows = _xlsx_rows(container, name, limit, shared, looks, first_day, made)
            yield made


def _is_on(element: Any, name: str) -> bool:
    return element is not None and element.get(name, "0") in ("1", "true")


def _shared_words(container: zipfile.ZipFile, name: str, limit: int) -> list[str]:
    return [_rich_words(entry) for entry in elements(container, name, limit, f"{_S}si")]


def _rich_words(element: Any) -> str:
    """The words of a cell, without the reading aids of Japanese, and without what is struck out."""
    words = ""
    for part in element:
        if part.tag == f"{_S}t":
            words += part.text or ""
        elif part.tag == f"{_S}r":
            look = part.find(f"{_S}rPr")
            said = "".join(piece.text or "" for piece in part.findall(f"{_S}t"))
            strike = look.find(f"{_S}strike") if look is not None else None
            if strike is not None and strike.get("val", "1") not in ("0", "false"):
                continue
            place = look.find(f"{_S}vertAlign") if look is not None else None
            high = place is not None and place.get("val") == "superscript"
            words += raised(words[-40:], said, "") if high else said
    return words


@dataclass(frozen=True, slots=True)
class _CellLook:
    """The number format of a cell, and whether its words are struck out."""

    code: str = ""
    struck: bool = False


def _looks(container: zipfile.ZipFile, name: str, limit: int) -> list[_CellLook]:
    tree = xml(member(container, name, limit))
    codes: dict[int, str] = dict(BUILT_IN)
    for made in tree.iter(f"{_S}numFmt"):
        if (number := made.get("numFmtId", "")).isdecimal():
            codes[int(number)] = made.get("formatCode", "")
    fonts = tree.find(f"{_S}fonts")
    struck = [
        (strike := font.find(f"{_S}strike")) is not None and strike.get("val", "1") not in ("0", "false")
        for font in (fonts if fonts is not None else ())
    ]
    formats = tree.find(f"{_S}cellXfs")
    looks = []
    for entry in formats if formats is not None else ():
        number, font = entry.get("numFmtId", "0"), entry.get("fontId", "0")
        code = codes.get(int(number), "") if number.isdecimal() else ""
        looks.append(_CellLook(code, font.isdecimal() and int(font) < len(struck) and struck[int(font)]))
    return looks


def _column(reference: str) -> int | None:
    """The number of a column from 0, by the letters of a reference ("AB12")."""
    number = 0
    for sign in reference[:4].upper():
        if not "A" <= sign <= "Z":
            break
        number = number * 26 + ord(sign) - 64
    return number - 1 if number else None


def _xlsx_rows(
    container: zipfile.ZipFile, name: str, limit: int, shared: list[str], looks: list[_CellLook], first_day: Any,
    sheet: Worksheet,
) -> Iterator[Row]:  # fmt: skip
    number = 0
    spans = _merged(container, name, limit)
    for row in elements(container, name, limit, f"{_S}row"):
        stated = row.get("r", "")
        number = int(stated) if stated.isdecimal() and len(stated) < 9 else number + 1
        cells: list[str] = []
        for cell in row.iter(f"{_S}c"):
            place = _column(cell.get("r", ""))
            place = len(cells) if place is None else place
            if place >= COLUMNS:
                break
            cells.extend([""] * (place + 1 - len(cells)))
            look = cell.get("s", "")
            styled = looks[int(look)] if look.isdecimal() and int(look) < len(looks) else _CellLook()
            value = _xlsx_value(cell, shared, styled, first_day)
            if value is None:
                sheet.without_value += 1
            cells[place] = clean(value or "")
        spans.fill(number, cells)
        yield number, cells


def _merged(container: zipfile.ZipFile, name: str, limit: int) -> Spans:
    spans = Spans()
    for entry in elements(container, name, limit, f"{_S}mergeCell"):
        begun, _, ended = entry.get("ref", "").partition(":")
        top, bottom = (re.sub(r"[^0-9]", "", part[:20]) for part in (begun, ended))
        left, right = _column(begun), _column(ended)
        if top and bottom and left is not None and right is not None:
            spans.add(int(top), int(bottom), left, right)
    return spans


def _xlsx_value(cell: Any, shared: list[str], look: _CellLook, first_day: Any) -> str | None:
    """What a cell shows, None for a formula whose result is not in the file."""
    if look.struck:
        return ""
    kind = cell.get("t", "n")
    if kind == "inlineStr":
        inline = cell.find(f"{_S}is")
        return _rich_words(inline) if inline is not None else ""
    value = cell.find(f"{_S}v")
    if value is None or value.text is None:
        return None if cell.find(f"{_S}f") is not None and kind == "n" else ""
    text = str(value.text)
    if kind == "s":
        return shared[int(text)] if text.strip().isdecimal() and int(text) < len(shared) else ""
    if kind == "b":
        return "true" if text.strip() == "1" else "false"
    if kind == "e":
        return ""  # "#N/A" says that there is nothing
    return shown_number(text.strip(), look.code, first_day) if kind == "n" else text


# OpenDocument


def _ods_sheets(container: zipfile.ZipFile, limit: int) -> Iterator[Worksheet]:
    hidden = {
        style.get(f"{ODF['style']}name", "")
        for style in elements(container, "content.xml", limit, f"{ODF['style']}style")
        if any(part.get(f"{ODF['table']}display") == "false" for part in style)
    }
    styles = text_styles(container, limit)
    # One pass: rows come before the end of their table, so a table is known by what stands above its rows.
    current: Worksheet | None = None
    waiting: list[Row] = []
    spans = Spans()
    number = 0
    for element in elements(container, "content.xml", limit, f"{ODF['table']}table-row", f"{ODF['table']}table"):
        if element.tag == f"{ODF['table']}table":
            if current is not None:
                current.rows = waiting
                yield current
            current, waiting, spans, number = None, [], Spans(), 0
            continue
        if current is None:
            table = next(above for above in element.iterancestors() if above.tag == f"{ODF['table']}table")
            look = table.get(f"{ODF['table']}style-name", "")
            current = Worksheet(table.get(f"{ODF['table']}name", ""), (), look in hidden)
        cells = _ods_cells(element, styles)
        repeated = element.get(f"{ODF['table']}number-rows-repeated", "1")
        number += 1
        _ods_merged(element, number, spans)
        spans.fill(number, cells)
        if any(cells):
            waiting.append((number, cells))
        number += int(repeated) - 1 if repeated.isdecimal() and len(repeated) < 9 else 0


def _ods_cells(row: Any, styles: Any) -> list[str]:
    cells: list[str] = []
    for cell in row:
        if cell.tag not in (f"{ODF['table']}table-cell", f"{ODF['table']}covered-table-cell"):
            continue
        repeated = cell.get(f"{ODF['table']}number-columns-repeated", "1")
        times = min(int(repeated), COLUMNS) if repeated.isdecimal() and len(repeated) < 9 else 1
        cells.extend([_ods_value(cell, styles)] * min(times, COLUMNS - len(cells)))
        if len(cells) >= COLUMNS:
            break
    while cells and not cells[-1]:
        cells.pop()
    return cells


def _ods_merged(row: Any, number: int, spans: Spans) -> None:
    """Note the cells of a row that stretch over others."""
    place = 0
    for cell in row:
        if cell.tag not in (f"{ODF['table']}table-cell", f"{ODF['table']}covered-table-cell") or place >= COLUMNS:
            continue
        wide, high, times = (
            int(stated) if stated.isdecimal() and len(stated) < 9 else 1
            for stated in (
                cell.get(f"{ODF['table']}number-{name}", "1")
                for name in ("columns-spanned", "rows-spanned", "columns-repeated")
            )
        )
        if wide > 1 or high > 1:
            spans.add(number, number + high - 1, place, place + wide - 1)
        place += times


def _ods_value(cell: Any, styles: Any) -> str:
    kind = cell.get(f"{ODF['office']}value-type", "")
    if kind == "date" and (day := cell.get(f"{ODF['office']}date-value")):
        return clean(str(day).removesuffix("T00:00:00").replace("T", " "))
    lines = [styled_words(part, styles) for part in cell if part.tag in (f"{ODF['text']}p", f"{ODF['text']}h")]
    words = clean("\n".join(line for line in lines if line))
    if words.startswith("#") and kind in ("float", "") and cell.get(f"{ODF['table']}formula"):
        return ""
    return words or clean(cell.get(f"{ODF['office']}value", "") or cell.get(f"{ODF['office']}string-value", "") or "")
