"""Tables within a passage: the row of them that is the claim's, and the passage without them."""

from __future__ import annotations

import re
from dataclasses import replace

from workbench.comparison.headed_rows import HeadedRow, tables
from workbench.comparison.outcomes import Comparison, Facts, Outcome
from workbench.comparison.row_cells import compare_row
from workbench.domain.quantities import Quantity, TimeRef


def without_tables(passage: Facts) -> Facts:
    """A passage with blanks for the tables in it: a cell is told by its header, and never by what stands beside it."""
    found = tables(passage.text)
    if not found:
        return passage
    text = passage.text
    for table in found:
        text = f"{text[: table.start]}{_SIGN.sub(' ', text[table.start : table.end])}{text[table.end :]}"

    def outside(one: Quantity | TimeRef) -> bool:
        return not any(table.start <= one.start < table.end for table in found)

    return replace(
        passage,
        text=text,
        quantities=tuple(filter(outside, passage.quantities)),
        times=tuple(filter(outside, passage.times)),
    )


_SIGN = re.compile(r"[^\n]")


def compare_tables(claim: Facts, passage: Facts) -> list[Comparison]:
    """The row of a passage's tables that is the claim's, by its headers; that all are of another, where it is but rows.

    Where two rows may be the claim's nothing is told.
    """
    found: list[Comparison] = []
    told, apart = 0, []
    for table in tables(passage.text):
        about = f"{passage.about} {table.title}".strip()
        for row in table.rows:
            cells = (*row.when, *row.names, *row.figures)
            facts = replace(passage, text="; ".join(cell.written for cell in cells), about=about)
            said = compare_row(claim, facts, row)
            if any(one.outcome is Outcome.ELSEWHERE for one in said):
                apart.append(said[0])
                continue
            told += 1
            found += [replace(one, passage=_of_row(row, one.passage)) for one in said]
    rows = {one.claim for one in found}
    if len(found) > len(rows):
        return []
    if apart and not told and not without_tables(passage).text.strip():
        return apart[:1]
    return found


def _of_row(row: HeadedRow, written: str) -> str:
    """A cell as it is written, with what its row is named by."""
    first = next((cell.value for cell in (*row.names, *row.when)), "")
    return f"{first}, {written}" if first and first not in written else written
