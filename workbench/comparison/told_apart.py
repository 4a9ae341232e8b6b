"""Amounts that words right beside them tell apart, whatever else two texts share: killed and hurt, sales and profit."""

from __future__ import annotations

from collections.abc import Sequence

from workbench.comparison.amounts import Amount, amounts_of
from workbench.comparison.became_of import became_another, other_became
from workbench.comparison.counted import MOST_LOOKED_AT
from workbench.comparison.other_figures import other_figure, same_number_of_another_figure
from workbench.comparison.outcomes import Comparison, Facts
from workbench.domain.quantities import Quantity


def of_other_things(own: Amount, other: Amount) -> bool:
    """Whether the words beside two amounts say that they are of two things."""
    return other_became(own, other) or other_figure(own, other)


def equal_of_other_things(amounts: Sequence[Amount], passage: Facts) -> dict[Quantity, Comparison]:
    """Those of a claim's amounts that stand in a passage as numbers of another thing, each with what is told of it."""
    there = amounts_of(passage, passage.quantities[:MOST_LOOKED_AT]) if amounts else []
    told: dict[Quantity, Comparison] = {}
    for own in amounts:
        became = became_another(own, [one for one in there if other_became(own, one)])
        figures = (same_number_of_another_figure(own, one) for one in there if other_figure(own, one))
        if apart := became or next(filter(None, figures), None):
            told[own.quantity] = apart
    return told
