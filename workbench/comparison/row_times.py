"""Of which year or month a row of a table is, and whether that is the claim's."""

from __future__ import annotations

import re

from workbench.comparison.context_window import MONTHS, sentence
from workbench.comparison.headed_rows import YEAR, YEARS, HeadedCell, HeadedRow
from workbench.comparison.outcomes import Comparison, Facts, Outcome
from workbench.domain.quantities import TimeKind, TimeRef


def years_of(facts: Facts) -> set[int]:
    """The years of a text's days and periods."""
    return {
        year
        for time in facts.times
        if time.kind in (TimeKind.DATE, TimeKind.PERIOD)
        and time.earliest
        and time.latest
        and not _aside(facts.text, time)
        for year in range(time.earliest.year, min(time.latest.year, time.earliest.year + 20) + 1)
    }


_ASIDE_BEGINS = re.compile(r"[,(–—]\s*(?!(?:in|on|at|during|by|as of|since|until)\b)[^,()–—]*$", re.I)
_ASIDE_ENDS = re.compile(r"[^,()–—.;]*[,)–—]")


def _aside(text: str, time: TimeRef) -> bool:
    """Whether a time stands in what is said in passing, and not of what the sentence tells: ", born in 1970,"."""
    begin, stop = sentence(text, time.start)
    begins = _ASIDE_BEGINS.search(text, begin, time.start) is not None
    return begins and _ASIDE_ENDS.match(text, time.end, stop) is not None


def under_years(claim: Facts, row: HeadedRow) -> HeadedRow:
    """A row with a column a year, as that of the claim's year: "Group: Women; 2015: 33; 2019: 44"."""
    columns = [cell for cell in row.figures if YEARS.fullmatch(cell.key)]
    if len(columns) < 2:
        return row
    mine = years_of(claim)
    chosen = [cell for cell in columns if spanned({int(year) for year in YEAR.findall(cell.key)}) & mine]
    whens = [HeadedCell("", cell.key, cell.start) for cell in chosen or columns]
    return HeadedRow((*row.when, *whens), row.names, tuple(chosen))


def another_time(claim: Facts, passage: Facts, row: HeadedRow) -> Comparison | None:
    """The year or month of the row, or of the title above it, that is not the claim's."""
    mine = years_of(claim)
    told = " ".join(cell.value for cell in row.when)
    theirs = {int(year) for year in YEAR.findall(told)} or {int(year) for year in YEAR.findall(passage.about)}
    written = row.when[0].written if row.when else passage.about
    if mine and theirs and not spanned(theirs) & mine:
        return Comparison(Outcome.ELSEWHERE, _when_said(claim), written)
    months = [MONTHS & set(re.findall(r"[A-Z][a-z]+", text)) for text in (claim.text, told)]
    if all(months) and not months[0] & months[1]:
        return Comparison(Outcome.ELSEWHERE, _when_said(claim), written)
    return None


def spanned(years: set[int]) -> set[int]:
    """All years of "2016-2020"."""
    return set(range(min(years), max(years) + 1)) if max(years) - min(years) <= 20 else years


def _when_said(claim: Facts) -> str:
    time = next((one for one in claim.times if one.kind in (TimeKind.DATE, TimeKind.PERIOD)), None)
    return time.text.strip(" .,;") if time else claim.text[:40]
