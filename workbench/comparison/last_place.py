"""What a clause with "where" tells is told of the place named last before it.

"The quake struck Nepal and was felt in India, where 50 people died" tells of no dead in Nepal.
"""

from __future__ import annotations

import re

from workbench.comparison.another_place import places_of
from workbench.comparison.context_window import sentence
from workbench.comparison.outcomes import Comparison, Facts, Outcome

_WHERE = re.compile(r",?\s(?:and\s)?where\b(?P<clause>[^.;:]{1,200})")
_NAME = r"[A-ZÀ-Þ][\w’'-]{1,30}(?:\s[A-ZÀ-Þ][\w’'-]{1,30}){0,2}"
_LAST = re.compile(rf"(?:{_NAME},\s)?(?P<last>{_NAME})$")
"""A place at the end of words, with the one that it lies in: "Kathmandu, Nepal"."""
_WITHIN = re.compile(r",?\s(?:in|near|at|around|outside|close\sto)\s(?:(?:the|its)\s)?(?:[a-z]{2,20}\s){0,4}")
"""What stands between a place and one that lies in it: "in Norvia, in the town of Halm, where"."""


def of_the_last_place(claim: Facts, passage: Facts) -> Comparison | None:
    """That an amount equal to the claim's is told of another place, though the claim's stands before it.

    Nothing is known where the places are a town and its country: then the passage bears out no more than it says.
    """
    for clause in _WHERE.finditer(passage.text):
        start, end = clause.span("clause")
        inside = [one for one in passage.quantities if start <= one.start < end]
        equal = any((one.low, one.high) == (own.low, own.high) for one in inside for own in claim.quantities)
        before = passage.text[sentence(passage.text, clause.start())[0] : clause.start()]
        last = _LAST.search(before)
        if not equal or last is None:
            continue
        for place in places_of(claim.text):
            told = re.compile(rf"\b{re.escape(place)}\b")
            named = told.search(before)
            if named is None or told.search(last[0]) or told.search(clause["clause"]):
                continue
            if _WITHIN.fullmatch(before, named.end(), last.start()) is None:
                return Comparison(Outcome.NAMES_ANOTHER, place, f"{last['last']}, where")
    return None
