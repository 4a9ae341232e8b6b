"""Quotations: where somebody's own words begin and end, also over several sentences and paragraphs."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace

from workbench.language.text.blocks import BOILERPLATE, Block

_MARK = re.compile(r'["“”„‟«»]|(?<![^\s(]),,(?=[^\W\d_])')
"""A mark; two commas before a word stand for the low one in Dutch: ",,Een belofte”"."""

_SINGLE = re.compile(
    r"(?:(?<=[\s(\[:—–])|^)['‘](?=\S)(?:[^'‘’\n]|(?<=\w)['’](?=\w)){6,2000}(?<=[,.!?…])['’](?=[\s).,;:]|$)",
    re.MULTILINE,
)
"""Speech between single marks, told from apostrophes and from words set apart by the stop before its second mark."""


@dataclass(frozen=True, slots=True)
class Quotation:
    """Words between quotation marks, the marks included; `closed` is False where the second mark is missing.

    `continues` is the index of the quotation of the paragraph before that this one carries on, else None.
    """

    start: int
    end: int
    closed: bool
    continues: int | None = None


def quotations(text: str, blocks: Sequence[Block]) -> list[Quotation]:
    """Find the quotations of an article, one pass, by the direction of each mark.

    A straight mark opens after a space or bracket and closes otherwise. A paragraph that begins with an opening mark
    while the quotation before it was never closed carries that quotation on (the usual way of printing long speech); so
    does one whose first mark closes.
    """
    found: list[Quotation] = []
    pending: int | None = None
    for block in blocks:
        if block.kind in BOILERPLATE:
            continue
        opened: int | None = None
        first = True
        carries: int | None = None
        for match in _MARK.finditer(text, block.start, block.end):
            at, mark = match.start(), match.group()
            before = text[at - 1] if at > block.start else " "
            after = text[at + 1] if at + 1 < block.end else " "
            if mark in {'"', "„", "‟", ",,"}:
                opens = mark != '"' or ((before.isspace() or before in "([—–-:'‘") and not after.isspace())
            elif mark == "“":
                # German closes with the mark that English opens with.
                opens = not (opened is not None and text[opened] in "„,")
            elif mark == "»":
                opens = opened is None and not after.isspace() and before.isspace()
            else:
                opens = mark == "«" and not (opened is not None and text[opened] == "»")
            if opens and opened is None:
                if first and at == block.start and pending is not None:
                    carries = pending
                opened = at
            elif not opens and opened is not None:
                found.append(Quotation(opened, at + 1, True, carries))
                opened, carries = None, None
            elif not opens and first and pending is not None:
                # the quotation before was never closed: this paragraph goes on with it without a mark of its own
                found.append(Quotation(block.start, at + 1, True, pending))
            first = False
        if opened is not None and text[opened] != ",":
            found.append(Quotation(opened, block.end, False, carries))
            pending = len(found) - 1
        else:
            pending = None
    return _with_single_marks(text, blocks, found)


def _with_single_marks(text: str, blocks: Sequence[Block], found: list[Quotation]) -> list[Quotation]:
    """The quotations with those between single marks that lie in none of them, in reading order."""
    taken = QuotationMap(found)
    single = [
        Quotation(match.start(), match.end(), True)
        for block in blocks
        if block.kind not in BOILERPLATE
        for match in _SINGLE.finditer(text, block.start, block.end)
        if taken.at(match.start()) is None and not taken.within(match.start(), match.end())
    ]
    if not single:
        return found
    merged = sorted([*found, *single], key=lambda quotation: quotation.start)
    place = {quotation.start: number for number, quotation in enumerate(merged)}
    return [
        quotation if quotation.continues is None
        else replace(quotation, continues=place[found[quotation.continues].start])
        for quotation in merged
    ]  # fmt: skip


class QuotationMap:
    """Answers which quotation a place of the text lies in, in logarithmic time."""

    def __init__(self, found: Sequence[Quotation]) -> None:
        self._found = list(found)
        self._starts = [quotation.start for quotation in self._found]

    def at(self, offset: int) -> Quotation | None:
        """The quotation that holds the character at `offset`, None outside all of them."""
        index = bisect_right(self._starts, offset) - 1
        if index >= 0 and offset < self._found[index].end:
            return self._found[index]
        return None

    def index_at(self, offset: int) -> int | None:
        """Number of the quotation that holds `offset`."""
        index = bisect_right(self._starts, offset) - 1
        return index if index >= 0 and offset < self._found[index].end else None

    def first_of(self, index: int) -> int:
        """Number of the quotation that `index` carries on from, through all paragraphs."""
        seen = 0
        while (before := self._found[index].continues) is not None and seen < len(self._found):
            index, seen = before, seen + 1
        return index

    def within(self, start: int, end: int) -> list[Quotation]:
        """Quotations that begin inside a span."""
        low = bisect_right(self._starts, start - 1)
        high = bisect_right(self._starts, end - 1)
        return self._found[low:high]
