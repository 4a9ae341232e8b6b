"""What an amount counts or measures, by the words after it: "40 percent of the gas", "100,000 Russian troops"."""

from __future__ import annotations

import re

from workbench.comparison.age_groups import age_group
from workbench.comparison.amounts import Amount
from workbench.comparison.context_window import WORD, beside, next_stems, sentence, stems
from workbench.comparison.measures import whole_at
from workbench.comparison.stemming import stem
from workbench.domain.quantities import QuantityKind

_OF = re.compile(
    r"\s{0,4}(?:%|percent|per\s+cent)?\s{0,4}of\s+(?:all\s+)?(?:(?:the|its|their|his|her)\s+)?(?P<what>[^,.;:()]{2,60})",
    re.I,
)
_ENDS = re.compile(
    r"\b(?:that|which|who|was|were|is|are|has|have|had|in|on|at|by|for|from|to|with|and|or|near|during|among|amongst|of|under|over|aged)\b",
    re.I,
)
_SHARES = frozenset({QuantityKind.PERCENT, QuantityKind.RATIO})
_MOST = 3
MOST_LOOKED_AT = 120
"""Amounts of a text that are looked at: a table pasted in has thousands."""


def counted(amount: Amount) -> frozenset[str]:
    """The stems of what an amount counts, empty where the words after it do not say."""
    text, _, end = amount.span
    if amount.quantity.kind in _SHARES:
        match = _OF.match(text, end)
        return stems(_ENDS.split(match["what"])[0]) if match else frozenset()
    return frozenset(next_stems(text, end, _MOST))


_WORDS_TO_NOUN = 3


def with_noun(amount: Amount) -> str:
    """An amount as it is written, with the words after it up to what it counts: "340 people"."""
    text, _, end = amount.span
    unit = amount.quantity.unit
    if amount.quantity.kind is not QuantityKind.COUNT or unit is None:
        return amount.words
    wanted = stem(unit.casefold())
    for word in list(WORD.finditer(text, end, end + 60))[:_WORDS_TO_NOUN]:
        if stem(word.group().casefold()) == wanted:
            return " ".join(text[amount.quantity.start : word.end()].split())
    return amount.words


_NOT = re.compile(
    r"\b(?:not(?! only| just)|never|no longer|nor|cannot|falsely|untrue|wrong(?:ly)?|den(?:y|ies|ied)|myth|hoax)\b"
    r"|n['’]t\b|\bno\s(?:evidence|proof|signs?|indications?)\b"
    r"|\b(?:drop(?:ped|s)?|dismiss(?:ed|es)?|reject(?:ed|s)?|withdr[ae]w|threw\sout)\s(?:(?:the|all|its|their|his|her)\s)?"
    r"(?:charges?|claims?|allegations?|accusations?|cases?|suits?|lawsuits?)\b",
    re.I,
)
_REACH = 70
"""Characters before an amount in which a "not" is of it."""


def denied(one: Amount, other: Amount) -> bool:
    """Whether one of two amounts stands under a "not" and the other does not: "does not employ 500"."""
    return under_not(one) != under_not(other)


def under_not(amount: Amount) -> bool:
    """Whether an amount stands under a "not"."""
    text, start, _ = amount.span
    return _NOT.search(text, max(sentence(text, start)[0], start - _REACH), start) is not None


def is_whole(amount: Amount) -> bool:
    """Whether an amount only tells of how many others are a part: the 90 of "30 of the 90 seats"."""
    text = amount.facts.text
    return any(whole_at(one, text) == amount.quantity.start for one in amount.facts.quantities[:MOST_LOOKED_AT])


def same_thing(own: Amount, other: Amount) -> bool:
    """Whether two amounts count the same thing: by what they name, or where one names nothing by the words around.

    Money and measures name it beside the unit ("a fund of 3 million euros"), so they ask for the words around alone.
    """
    mine, theirs = counted(own), counted(other)
    around = beside(*own.span) & beside(*other.span)
    ages = age_group(*own.span), age_group(*other.span)
    if any(ages):
        return ages[0] == ages[1]
    if amount_names_its_unit(own) or not mine or not theirs:
        return bool(around)
    return bool(mine & theirs)


def amount_names_its_unit(amount: Amount) -> bool:
    """Whether the amount itself says what it measures ("300 metres"), so that nothing after it does."""
    return amount.quantity.kind in (QuantityKind.MONEY, QuantityKind.MEASURE)
