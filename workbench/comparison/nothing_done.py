"""What the claim says was done with money, where the passage says that none was: "no money has been committed"."""

from __future__ import annotations

import re

from workbench.comparison.context_window import of_another, verb_before
from workbench.comparison.outcomes import Comparison, Facts, Outcome
from workbench.comparison.stemming import stem
from workbench.domain.quantities import QuantityKind

_NONE = re.compile(
    r"\b(?:no|none of the) (?:money|funds|funding|cash) (?:has|have|had|was|were|is|are)(?: yet)?(?: been)? "
    r"(?P<verb>[^\W\d_]{3,20}(?:ed|en|id|nt|de))\b",
    re.I,
)


def nothing_done(claim: Facts, passage: Facts) -> list[Comparison]:
    """Each amount of money of the claim whose verb the passage denies of all money; no support, and no refutation."""
    told = {stem(found["verb"].casefold()): found for found in _NONE.finditer(passage.text)}
    if not told or _NONE.search(claim.text):
        return []
    compared = []
    for one in claim.quantities:
        found = told.get(verb_before(claim.text, one.start) or "") if one.kind is QuantityKind.MONEY else None
        if found and not of_another(claim.text, passage.text, passage.about, found.start()):
            compared.append(Comparison(Outcome.ANOTHER, one.text.rstrip(" .,;"), found.group()))
    return compared
