"""Whose number it is: "Marik now has nine cups. Halden has twelve" bears out no nine of Halden's.

Only where the passage tells the claim's one with another number, right behind what the one has or won, and the claim's
number nowhere beside it.
"""

from __future__ import annotations

import re

from workbench.comparison.outcomes import Comparison, Facts, Outcome

_HAS = (
    r"(?:(?:has|have|had|holds?|held)(?:\snow|\salready|\sonly|\sjust)?(?:\s(?:won|scored|taken|made|hit|sold|got|lost))?"
    r"|won|scored|took|made|hit|sold|lost|with|(?:is|was|are|were|stands?|stood)\s(?:on|at))"
)
_NAME = r"[A-Z][\w’'-]{1,30}(?:\s[A-Z][\w’'-]{1,30}){0,3}"
_CLAIMED = re.compile(rf"(?:The\s)?(?P<name>{_NAME}),?\s{_HAS}\s$")
_ANOTHER_TIME = re.compile(
    r"(?<!\d)(?:1[5-9]|20)\d\d(?!\d)|\b(?:last|previous|earlier|ago|then|before|once|when)\b", re.I
)
_CLAUSE_ENDS = re.compile(r"(?<![A-Z])[.;!?][”\"’]?\s+|,\s|\s(?:and|but|while|whereas|to|against)\s|\n+")
_ENDS = re.compile(r"\s*(?:$|[.,;!?])")


def anothers_count(claim: Facts, passage: Facts) -> list[Comparison]:
    """The claim's number, where the passage gives the claim's one another and the claim's to somebody else."""
    if len(claim.quantities) != 1 or not passage.quantities:
        return []
    mine = claim.quantities[0]
    begun = _CLAIMED.fullmatch(claim.text, 0, mine.start)
    if begun is None:
        return []
    last = begun["name"].split()[-1]
    has = re.compile(rf"\b{re.escape(last)}\s{_HAS}\s$")
    own: str | None = None
    with_another = False
    begin = 0
    for stop in [*(one.end() for one in _CLAUSE_ENDS.finditer(passage.text)), len(passage.text)]:
        clause = passage.text[begin:stop]
        named = re.search(rf"\b{re.escape(last)}\b", clause) is not None
        for one in (each for each in passage.quantities if begin <= each.start < stop):
            same = (one.low, one.high) == (mine.low, mine.high)
            if same and named:
                return []
            with_another = with_another or same
            told = has.search(passage.text, begin, one.start)
            alike = one.unit == mine.unit or _ENDS.match(passage.text, one.end)
            times = {each.casefold() for each in _ANOTHER_TIME.findall(clause)}
            then = not times <= {each.casefold() for each in _ANOTHER_TIME.findall(claim.text)}
            if told and not same and one.kind == mine.kind and alike and not then:
                own = passage.text[told.start() : one.end]
        begin = stop
    return [Comparison(Outcome.ANOTHER, mine.text, own)] if own and with_another else []
