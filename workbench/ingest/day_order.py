"""Whether a page writes the day or the month first in figures: by its own figures, its language and its address."""

from __future__ import annotations

import re
from datetime import date
from itertools import islice
from typing import Any
from urllib.parse import urlsplit

from workbench.ingest.dates import DAY_MONTH, MONTH_DAY, doubtful_days, order_of, orders_of_figures

_LINE = 60
"""Characters of a line that states a day; in a longer one somebody may be quoted who writes it otherwise."""
_PIECES = 6_000
_UNREAD = ("script", "style", "noscript", "template", "textarea")
_DAY_FIRST_PLACES = frozenset(
    ("uk", "ie", "au", "nz", "in", "za", "ng", "ke", "gh", "sg", "hk", "my", "mt", "pk", "lk")
)
"""Ends of addresses in countries that write English with the day first."""
_MONTH_FIRST_PLACES = frozenset(("us", "gov", "mil", "edu"))


def _lines(tree: Any) -> set[str]:
    """The short lines of a page that hold figures."""
    body = tree.find("body")
    found: set[str] = set()
    for element in islice((tree if body is None else body).iter(), _PIECES):
        seen = isinstance(element.tag, str) and element.tag not in _UNREAD
        for words in (element.text if seen else None, element.tail):
            if words and len(bare := words.strip()) <= _LINE and re.search(r"\d[/-]\d", bare):
                found.add(bare)
    return found


def _order_of_place(address: str | None) -> str | None:
    """The order that is usual where an address ends: none for most of them."""
    try:
        end = (urlsplit(address or "").hostname or "").rpartition(".")[2]
    except ValueError:
        return None
    return DAY_MONTH if end in _DAY_FIRST_PLACES else MONTH_DAY if end in _MONTH_FIRST_PLACES else None


def order_of_page(tree: Any, language: str | None, address: str | None) -> str | None:
    """The order of a page; None where nothing says it, or where its language and its address differ.

    Dates of the page that are one in one order alone go before what it states of its language: systems write "en-US"
    wherever they are used.
    """
    shown = {order for line in _lines(tree) for order in orders_of_figures(line)}
    if len(shown) == 1:
        return shown.pop()
    stated, usual = order_of(language), _order_of_place(address)
    if (language or "").lower().startswith("en") and stated and usual and stated != usual:
        return None
    return stated or usual


def days_in_doubt(tree: Any) -> set[date]:
    """The days that figures of a page are in one order and not in the other."""
    return {day for line in _lines(tree) for day in doubtful_days(line)}
