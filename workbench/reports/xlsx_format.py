"""The report as a workbook: claims, verdicts, evidence and what state they tell. No cell can run as a formula."""

from __future__ import annotations

import io

from openpyxl import Workbook
from openpyxl.cell.cell import Cell as SheetCell
from openpyxl.styles import Alignment, Font, NamedStyle
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from workbench.reports.method import facts, method
from workbench.reports.model import Report
from workbench.reports.package import fixed
from workbench.reports.tables import Cell, Table, claims, evidence, verdicts
from workbench.reports.text import clean

LONGEST_TEXT = 32_767
"""Characters (UTF-16 units) that a cell can hold."""

_CUT = " … (cut: a cell holds no more)"
_WIDE = frozenset({"quote", "text", "rationale", "claim_text", "evidence_for", "evidence_against", "evidence_context"})


_WRAPPED = "wrapped"
"""Name of the cells' format: one for all, as openpyxl spends most of its time on formats given cell by cell."""


def render(report: Report) -> bytes:
    """The workbook, its dates those of the last event."""
    workbook = Workbook()
    first = workbook.active
    assert isinstance(first, Worksheet)  # a new workbook starts with a plain sheet
    workbook.remove(first)
    workbook.add_named_style(_wrapped())
    about = Table("About", ("name", "value"), (*facts(report), ("Method", " ".join(method(report)))))
    for table in (claims(report), verdicts(report), evidence(report), about):
        _fill(workbook.create_sheet(table.name), table)
    properties = workbook.properties
    properties.creator = clean(report.settings.organisation or report.program)[:255]
    properties.title = "Fact check"
    properties.created = properties.modified = report.state.moment.replace(tzinfo=None)
    buffer = io.BytesIO()
    workbook.save(buffer)
    return fixed(buffer.getvalue(), report.state.moment)


def _wrapped() -> NamedStyle:
    return NamedStyle(_WRAPPED, alignment=Alignment(wrap_text=True, vertical="top"))


def _fill(sheet: Worksheet, table: Table) -> None:
    for column, name in enumerate(table.columns, start=1):
        _write(sheet, 1, column, name).font = Font(bold=True)
        wide = name in _WIDE or name == "value"
        sheet.column_dimensions[get_column_letter(column)].width = 50 if wide else 18
    for row, values in enumerate(table.rows, start=2):
        for column, value in enumerate(values, start=1):
            cell = _write(sheet, row, column, value)
            cell.style = _WRAPPED
            if isinstance(value, str) and value.startswith(("=", "+", "-", "@")):
                cell.quotePrefix = True
    sheet.freeze_panes = "A2"
    if table.rows:
        sheet.auto_filter.ref = sheet.dimensions


def _write(sheet: Worksheet, row: int, column: int, value: Cell) -> SheetCell:
    cell = sheet.cell(row=row, column=column)
    assert isinstance(cell, SheetCell)  # no cells are merged here
    if isinstance(value, str):
        cell.value = _text(value)
        # openpyxl takes "=…" for a formula and "#N/A" for an error unless it is told that it is a string
        cell.data_type = "s"
    else:
        cell.value = value
    return cell


def _text(value: str) -> str:
    """Text that fits a cell. Characters beyond the first plane count twice there."""
    shown = clean(value)
    if len(shown.encode("utf-16-le")) // 2 <= LONGEST_TEXT:
        return shown
    kept = shown.encode("utf-16-le")[: 2 * (LONGEST_TEXT - len(_CUT))].decode("utf-16-le", errors="ignore")
    return kept + _CUT
