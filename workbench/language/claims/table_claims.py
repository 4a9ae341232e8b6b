"""Claims of tables: a row told with the names of its columns, and its bare figures measured by them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from workbench.domain.articles import ClaimDraft, Resolution
from workbench.domain.quantities import Quantity, QuantityKind
from workbench.language.grammar.clause_candidates import ClauseCandidate
from workbench.language.numbers.numbers import SCALES
from workbench.language.numbers.quantity_extraction import singular
from workbench.language.numbers.units import CURRENCY_NAMES, CURRENCY_SIGNS, MEASURES
from workbench.language.text.tabulated import TableRow

REASON = "the names of the columns"
RULE = "row of a table"
_SCALE_BEHIND = re.compile(r"(?P<scale>[a-zA-Z]{1,9})\b")
_PER = re.compile(
    r"(?:\b(?:per|every|out\s+of)\s+|/\s*(?=1[0,. ]*00|[tm]))"
    r"(?:\d[\d.,’'\s]*(?:(?:k|m|bn|hundred|thousand|million|billion)\b)?|(?:hundred|thousand|million|billion)\b)"
    r"(?:\s*[^\W\d_]+)?"
)
"""What a column counts by ("per 100,000 people", "per million"): neither a scale of its figures nor their measure."""
_WORD = re.compile(r"[^\W\d_]+")
_MONEY = "|".join(re.escape(sign) for sign in sorted(CURRENCY_SIGNS, key=len, reverse=True))
_OF_ROW = re.compile(
    rf"(?:,\s*|\()(?P<told>%|per\s?cent|(?:{_MONEY}|"
    r"[^\W\d_]{2,8})?\s?(?:k|m|mn|bn|tn|million|billion|thousand|000s?|['’]000)?)\)?\s*$",
    re.IGNORECASE,
)
"""What the figures of a row are in, behind its name: "Net sales, SEK m", "Profit (€m)", "Margin, %"."""
_SIGN = re.compile(
    "|".join(re.escape(sign) for sign in sorted(CURRENCY_SIGNS, key=len, reverse=True) if not sign.isalpha())
)


_OTHER_WORDS = frozenset({"won", "real", "rand", "sterling"})
"""Names of money that head columns of other things: games won, Real's goals."""


def row_candidate(text: str, row: TableRow, sentence: int) -> ClauseCandidate:
    """The candidate claim of a whole row."""
    cells = row.cells
    return ClauseCandidate(cells[0].start, cells[-1].end, sentence, RULE, words=len(text[row.start : row.end].split()))


def by_columns(text: str, draft: ClaimDraft, row: TableRow) -> ClaimDraft:
    """The claim of a row, told with the names of its columns."""
    wording = row.wording(text)
    head = text[row.cells[0].start : row.cells[0].end]
    told = Resolution(draft.start, draft.end, draft.quote, wording, REASON, 1.0)
    measured = tuple(_measured(quantity, row, head) for quantity in draft.quantities)
    return replace(draft, text=f"{wording}.", resolutions=(told,), quantities=measured)


def _measured(quantity: Quantity, row: TableRow, head: str) -> Quantity:
    """A bare number as what its column says it is: money in thousands, per cent, a measure, or what is counted.

    Where the column says none of it ("2024"), what stands at the end of the row's own name does: "Sales, SEK m".
    """
    if quantity.kind is not QuantityKind.COUNT or quantity.low is None:
        return quantity
    cell = next((c for c in row.cells[1:] if c.start <= quantity.start and quantity.end <= c.end), None)
    if cell is None:
        return quantity
    of_row = _OF_ROW.search(head)
    if of_row is not None and (not cell.column or not re.search(r"[^\W\d_]", cell.column)):
        return _as_told(quantity, of_row["told"])
    return _as_told(quantity, cell.column) if cell.column else quantity


def _as_told(quantity: Quantity, column: str) -> Quantity:
    """A bare number as what is said of it: "Sales (£m)", "SEK m", "%"."""
    lower = _PER.sub(" ", column.lower())
    if "%" in column or "per cent" in lower or "percent" in lower:
        return replace(quantity, kind=QuantityKind.PERCENT, unit=None)
    words = _WORD.findall(lower)
    sign = _SIGN.search(lower)
    if column.strip() == "%":
        return replace(quantity, kind=QuantityKind.PERCENT, unit=None)
    named = next((w for w in words if (w in CURRENCY_NAMES or w in CURRENCY_SIGNS) and w not in _OTHER_WORDS), None)
    behind = sign.end() if sign else None
    if behind is None and named is not None and named in CURRENCY_SIGNS:
        behind = lower.find(named) + len(named)
    scale = _scale(lower, words, behind)
    low, high = _times(quantity.low, scale), _times(quantity.high, scale)
    if sign is not None or named is not None:
        currency = (
            CURRENCY_SIGNS[sign.group()] if sign else CURRENCY_NAMES.get(named or "") or CURRENCY_SIGNS.get(named or "")
        )
        return replace(quantity, kind=QuantityKind.MONEY, low=low, high=high, unit=None, currency=currency)
    measure = next((MEASURES[word] for word in words[1:] if word in MEASURES), None)
    if measure is not None:
        return replace(quantity, kind=QuantityKind.MEASURE, low=low, high=high, unit=measure)
    unit = quantity.unit or (singular(words[-1]) if len(words) == 1 and words[0].endswith("s") else None)
    return replace(quantity, low=low, high=high, unit=unit)


def _scale(column: str, words: Sequence[str], behind: int | None) -> float:
    """What the figures of a column are multiplied by: "(£m)", "in thousands", "(000s)"."""
    if (
        behind is not None
        and (match := _SCALE_BEHIND.match(column[behind:].lstrip()))
        and match["scale"] in SCALES["en"]
    ):
        return SCALES["en"][match["scale"]]
    if re.search(r"\b000s?\b|['’]000", column):
        return 1e3
    return next(
        (SCALES["en"][w.removesuffix("s")] for w in words if len(w) > 2 and w.removesuffix("s") in SCALES["en"]), 1.0
    )


def _times(value: float | None, scale: float) -> float | None:
    return None if value is None else value * scale
