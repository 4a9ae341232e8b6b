"""Amounts that words right beside them tell apart, whatever else two texts share: killed and hurt, sales and profit."""

from __future__ import annotations

import re
from collections.abc import Sequence

from workbench.comparison.amounts import Amount, amounts_of
from workbench.comparison.became_of import became_another, other_became
from workbench.comparison.context_window import just_before
from workbench.comparison.counted import MOST_LOOKED_AT
from workbench.comparison.other_figures import other_figure, same_number_of_another_figure
from workbench.comparison.outcomes import Comparison, Facts, Outcome
from workbench.domain.quantities import Quantity, QuantityKind


def of_other_things(own: Amount, other: Amount) -> bool:
    """Whether the words beside two amounts say that they are of two things."""
    return other_became(own, other) or other_figure(own, other) or is_age(own) != is_age(other)


def equal_of_other_things(amounts: Sequence[Amount], passage: Facts) -> dict[Quantity, Comparison]:
    """Those of a claim's amounts that stand in a passage as numbers of another thing, each with what is told of it."""
    there = amounts_of(passage, passage.quantities[:MOST_LOOKED_AT]) if amounts else []
    told: dict[Quantity, Comparison] = {}
    for own in amounts:
        became = became_another(own, [one for one in there if other_became(own, one)])
        figures = (same_number_of_another_figure(own, one) for one in there if other_figure(own, one))
        ages = (_age_for_time(own, one) for one in there)
        if apart := became or next(filter(None, (*figures, *ages)), None):
            told[own.quantity] = apart
    return told


_OLD = re.compile(r"[\s-](?:year|month|week|day)s?[\s-]olds?\b", re.I)
_UNIT = re.compile(r"\s(?:years?|months?|weeks?|days?)\b", re.I)
_FOR = re.compile(r"\b(?:for|served|spent|to)\s(?:(?:at\sleast|almost|nearly|about|over|more\sthan)\s)?$", re.I)


def is_age(amount: Amount) -> bool:
    """Whether an amount is how old somebody or something is: the 58 of "the 58-year-old"."""
    return amount.quantity.kind is QuantityKind.COUNT and _OLD.match(amount.facts.text, amount.quantity.end) is not None


def _age_for_time(own: Amount, other: Amount) -> Comparison | None:
    """What is told where a claim's "for 19 years" is how old somebody is: "a 19-year-old driver"."""
    text, start, end = other.span
    found = _OLD.match(text, end)
    if found is None or own.quantity.low != other.quantity.low or is_age(own):
        return None
    unit = _UNIT.match(own.facts.text, own.quantity.end)
    if unit is None or just_before(_FOR, *own.span[:2]) is None:
        return None
    return Comparison(Outcome.ANOTHER, f"{own.words}{unit.group()}", text[start : found.end()])
