"""The report as a workbook: claims, verdicts, evidence and what state they tell. No cell can run as a formula."""

from __future__ import annotations

import io
from copy import copy
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from openpyxl import Workbook
from openpyxl.cell.cell import Cell as SheetCell
from openpyxl.cell.cell import WriteOnlyCell
from openpyxl.styles import Alignment, Font, NamedStyle
from openpyxl.utils import get_column_letter
from openpyxl.worksheet._writer import ALL_TEMP_FILES, WorksheetWriter

from workbench.reports.harmless import clean
from workbench.reports.method import facts, method
from workbench.reports.model import Report
from workbench.reports.package import fixed
from workbench.reports.tables import Cell, ReportTable, claims, evidence, verdicts

LONGEST_TEXT = 32_767
"""Characters (UTF-16 units) that a cell can hold."""

_CUT = " … (cut: a cell holds no more)"
_WIDE = frozenset({"quote", "text", "rationale", "claim_text", "evidence_for", "evidence_against", "evidence_context"})


_WRAPPED = "wrapped"
"""Name of the cells' format: one for all, as openpyxl spends most of its time on formats given cell by cell."""


def render(report: Report, scratch: Path | None = None) -> bytes:
    """The workbook, its dates those of the last event.

    Rows go to the disk as they are written: a workbook held as a whole takes a kilobyte a cell.

    Args:
        report: What is told.
        scratch: An empty folder of the user's own for them; its maker removes it, also what a kill leaves of it.
    """
    if scratch is None:
        with TemporaryDirectory(prefix="workbench-") as folder:
            return render(report, Path(folder))
    workbook = Workbook(write_only=True)
    workbook.add_named_style(_wrapped())
    about = ReportTable("About", ("name", "value"), (*facts(report), ("Method", " ".join(method(report)))))
    for made in (claims, verdicts, evidence, lambda _: about):
        table = made(report)  # one at a time
        sheet = workbook.create_sheet(table.name)
        _fill(sheet, table, scratch / f"{table.name}.xml")
    properties = workbook.properties
    properties.creator = clean(report.settings.organisation or report.program)[:255]
    properties.title = "Fact check"
    properties.created = properties.modified = report.state.moment.replace(tzinfo=None)
    buffer = io.BytesIO()
    workbook.save(buffer)
    return fixed(buffer.getvalue(), report.state.moment)


def _write_to(sheet: Any, path: Path) -> None:
    """Have a sheet write its rows into a file of ours; one of openpyxl's own outlives a kill, where nobody finds it."""
    ALL_TEMP_FILES.append(str(path))  # it takes the name off this list when the sheet is packed
    sheet._writer = WorksheetWriter(sheet, str(path))
    sheet._writer.write_top()


def _wrapped() -> NamedStyle:
    return NamedStyle(_WRAPPED, alignment=Alignment(wrap_text=True, vertical="top"))


def _fill(sheet: Any, table: ReportTable, rows: Path) -> None:
    for column, name in enumerate(table.columns, start=1):
        wide = name in _WIDE or name == "value"
        sheet.column_dimensions[get_column_letter(column)].width = 50 if wide else 18
    sheet.freeze_panes = "A2"
    if table.rows:
        sheet.auto_filter.ref = f"A1:{get_column_letter(len(table.columns))}{len(table.rows) + 1}"
    _write_to(sheet, rows)
    head = [_cell(sheet, name) for name in table.columns]
    for cell in head:
        cell.font = Font(bold=True)
    sheet.append(head)
    plain = [WriteOnlyCell(sheet) for _ in table.columns]
    for cell in plain:
        cell.style = _WRAPPED
    for values in table.rows:
        sheet.append([_cell(sheet, value, like) for value, like in zip(values, plain, strict=True)])


def _cell(sheet: Any, value: Cell, like: SheetCell | None = None) -> SheetCell:
    cell = WriteOnlyCell(sheet)
    if like is not None:
        cell._style = copy(like._style)  # type: ignore[attr-defined]  # by name it is looked up for every cell
    if isinstance(value, str):
        cell.value = _text(value)
        # openpyxl takes "=…" for a formula and "#N/A" for an error unless it is told that it is a string
        cell.data_type = "s"
        if like is not None and value.startswith(("=", "+", "-", "@")):
            cell.quotePrefix = True
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
