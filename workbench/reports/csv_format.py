"""The claims as CSV: one row a claim, no cell that a spreadsheet would run."""

from __future__ import annotations

import csv
import io

from workbench.reports.harmless import csv_cell
from workbench.reports.model import Report
from workbench.reports.tables import Cell, claims


def render(report: Report) -> bytes:
    """UTF-8, a header row, lines ended by CR LF, quoted as RFC 4180 says.

    A text that begins like a formula gets a single quote mark before it; numbers are written as numbers.
    """
    table = claims(report)
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(table.columns)
    for row in table.rows:
        writer.writerow([_cell(cell) for cell in row])
    return out.getvalue().encode("utf-8")


def _cell(cell: Cell) -> str | int | float:
    if cell is None:
        return ""
    return csv_cell(cell) if isinstance(cell, str) else cell
