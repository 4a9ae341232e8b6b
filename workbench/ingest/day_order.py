"""Whether a page writes the day or the month first in figures: by its own figures, its language and its address."""

from __future__ import annotations

import re
from datetime import date
from itertools import islice
from typing import Any
from urllib.parse import urlsplit

from workbench.ingest.date_mentions import elsewhere, is_of_figures
from workbench.ingest.dates import DAY_MONTH, MONTH_DAY, doubtful_days, order_of, orders_of_figures
from workbench.ingest.teasers import Teasers

_LINE = 60
"""Characters of a line that states a day; in a longer one somebody may be quoted who writes it otherwise."""
_PIECES = 6_000
_UNREAD = ("script", "style", "noscript", "template", "textarea")
_DAY_FIRST_PLACES = frozenset(
    ("uk", "ie", "au", "nz", "in", "za", "ng", "ke", "gh", "sg", "hk", "my", "mt", "pk", "lk")
)
"""Ends of addresses in countries that write English with the day first."""
_MONTH_FIRST_PLACES = frozenset(("us", "gov", "mil", "edu"))


def _lines(tree: Any) -> list[tuple[str, Any]]:
    """The short lines of a page that hold figures, each with its element."""
    body = tree.find("body")
    found: list[tuple[str, Any]] = []
    for element in islice((tree if body is None else body).iter(), _PIECES):
        seen = isinstance(element.tag, str) and element.tag not in _UNREAD
        for words, holder in ((element.text if seen else None, element), (element.tail, element.getparent())):
            if words and len(bare := words.strip()) <= _LINE and re.search(r"\d[/-]\d", bare):
                found.append((bare, holder))
    return found


def _order_of_place(address: str | None) -> str | None:
    """The order that is usual where an address ends: none for most of them."""
    try:
        end = (urlsplit(address or "").hostname or "").rpartition(".")[2]
    except ValueError:
        return None
    return DAY_MONTH if end in _DAY_FIRST_PLACES else MONTH_DAY if end in _MONTH_FIRST_PLACES else None


def order_of_page(tree: Any, language: str | None, address: str | None) -> str | None:
    """The order of a page; None where nothing says it, or where what says it differs.

    It is told by its language, in English also by the country of its address, since systems write "en-US" wherever they
    are used, and by dates of its own (of no comment, other article or table) that are one in one order alone.
    """
    told = {order_of(language)}
    if (language or "en").lower().startswith("en"):
        told.add(_order_of_place(address))
    sure = [(order, holder) for line, holder in _lines(tree) for order in orders_of_figures(line)]
    if sure:
        teasers = Teasers(tree)
        told |= {order for order, holder in sure if not (elsewhere(holder, teasers) or is_of_figures(holder))}
    found = told - {None}
    return found.pop() if len(found) == 1 else None


def days_in_doubt(tree: Any) -> set[date]:
    """The days that figures of a page are in one order and not in the other."""
    return {day for line, _ in _lines(tree) for day in doubtful_days(line)}
