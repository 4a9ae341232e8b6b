"""Amounts of two items of a list: "Domestic: 23.3 million, +13.1%; International: 5.5 million, +4.4%".

What stands before the colon is what all amounts of an item are of. A claim that names one item and has the number of
another, which it does not name, is not told by that number.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from workbench.comparison.context_window import stems
from workbench.comparison.one_count import of_people
from workbench.comparison.outcomes import Comparison, Facts, Outcome
from workbench.comparison.senses import same_sense, told_in
from workbench.comparison.stemming import stem
from workbench.comparison.two_periods import RANKS, may_measure_one, one_sort
from workbench.domain.quantities import Quantity, QuantityKind

_ITEM = re.compile(
    r"(?:^|(?<=\n)|(?<=;))[\s•*>-]{0,6}(?P<label>[^\W\d_][^:;\n–—.!?]{0,39}?)(?::|\s[–—-])\s(?P<rest>[^;\n]{1,300})"
)
_LONGEST = 60
"""Letters of an item that are shown before its amount."""


class _Item(NamedTuple):
    """What an item is of, and where in the text it stands."""

    label: str
    words: frozenset[str]
    start: int
    end: int


@lru_cache(maxsize=1024)
def _items(text: str) -> tuple[_Item, ...]:
    """The items of a text that each have a label and a figure; none where there are not two."""
    found = [
        _Item(match["label"].strip(), stems(match["label"]), match.start("label"), match.end())
        for match in _ITEM.finditer(text)
        if re.search(r"\d", match["rest"]) and stems(match["label"])
    ]
    return tuple(found) if len(found) > 1 else ()


def of_another_item(claim: Facts, passage: Facts) -> list[tuple[Quantity, Comparison]]:
    """Amounts that are the claim's by their number and are of an item that it does not name, each with what is told."""
    items = _items(passage.text)
    if not items:
        return []
    said = stems(claim.text)
    named = [item for item in items if all(told_in(word, said) for word in item.words)]
    found = []
    for own in claim.quantities:
        kin = [one for one in passage.quantities if own.kind not in RANKS and one_sort(own, one)]
        equal = [(one, _item_of(one, items)) for one in kin if (one.low, one.high) == (own.low, own.high)]
        asked = [item for item in named if any(_within(one, item) and _counts_the_same(own, one) for one in kin)]
        if not asked or not equal or any(item is None or item in named for _, item in equal):
            continue
        if any(item is not None and _tells_of(item, asked[-1], passage.text) for _, item in equal):
            continue
        for one, item in equal:
            if item is not None:
                mine = f"{own.text.rstrip(' .,;')}, {asked[-1].label}"
                theirs = passage.text[item.start : one.end]
                if len(theirs) > _LONGEST:
                    theirs = f"{item.label}: … {one.text}"
                found.append((one, Comparison(Outcome.ANOTHER, mine, " ".join(theirs.split()).strip(" .,;"))))
    return found


def _counts_the_same(own: Quantity, one: Quantity) -> bool:
    """Whether two amounts of one sort may be of one thing: not "9,000 fans" and "90 minutes"."""
    if own.unit is None or one.unit is None or own.kind is not QuantityKind.COUNT:
        return may_measure_one(own, one)
    return same_sense(stem(own.unit.casefold()), stem(one.unit.casefold())) or (
        of_people(own.unit) and of_people(one.unit)
    )


def _tells_of(item: _Item, asked: _Item, text: str) -> bool:
    """Whether an item tells of what another is named after: "Voss: Kern's plant has 900 workers"."""
    inside = stems(text[item.start : item.end])
    return all(told_in(word, inside) for word in asked.words)


def _within(one: Quantity, item: _Item) -> bool:
    return item.start <= one.start < item.end


def _item_of(one: Quantity, items: tuple[_Item, ...]) -> _Item | None:
    return next((item for item in items if _within(one, item)), None)
