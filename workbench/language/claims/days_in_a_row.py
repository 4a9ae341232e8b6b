"""Weekdays told side by side ("on Monday, Tuesday and Thursday"): days of one stretch, or of none that is known."""

from __future__ import annotations

import itertools
from collections.abc import Sequence

from workbench.domain.quantities import TimeRef

_BETWEEN = frozenset({"", "and", "or", "to", "until", "through"})


def out_of_order(text: str, refs: Sequence[TimeRef]) -> frozenset[int]:
    """Where the times begin that stand in a row of days which, as they were counted, do not follow each other.

    On a Monday "Monday, Tuesday and Thursday" would be today and two days of the week before: which are meant, is open.
    """
    found: set[int] = set()
    row: list[TimeRef] = []
    for ref in refs:
        beside = row and text[row[-1].end : ref.start].strip(", ") in _BETWEEN and ref.relative
        row = [*row, ref] if beside else [ref]
        days = [one.earliest for one in row if one.earliest is not None]
        if len(row) > 1 and any(a >= b for a, b in itertools.pairwise(days)):
            found.update(one.start for one in row)
        elif beside and row[0].start in found:
            found.add(ref.start)
    return frozenset(found)
