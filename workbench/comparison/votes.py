"""How a vote went: "voted 27 to 19" beside "carried by 26 votes to 19"."""

from __future__ import annotations

import re
from typing import NamedTuple

from workbench.comparison.context_window import beside, of_another, sentence
from workbench.comparison.outcomes import Comparison, Facts, Outcome
from workbench.domain.quantities import TimeKind

_COUNT = re.compile(
    r"(?<![\d.,£$€-])(?P<yes>\d{1,3})(?:\s+votes?)?(?:\s+(?:to|against)\s+|\s?[–-]\s?)(?P<no>\d{1,3})(?:\s+votes?)?"
    r"(?![\d%-]|[.,:]\d|\s*(?:per\s?cent|percent|million|billion|years?|days?|months?|hours?|minutes?|people)\b)"
)
_VOTED = re.compile(
    r"\b(?:votes?|voted|ballot|motion|bill|resolution|amendment)\b"
    r"|\b(?:carried|approved|passed|rejected|defeated) (?:by )?\d",
    re.I,
)
_NEAR = 60
"""Characters on either side in which a count is said to be one of votes."""
_LOST = re.compile(r"\b(?:reject\w*|defeat\w*|lost|fell|against|voted down|turned down)\b", re.I)


class _Vote(NamedTuple):
    written: str
    sides: frozenset[int]
    lost: bool
    start: int
    end: int


def _told(text: str) -> list[_Vote]:
    found = []
    for match in _COUNT.finditer(text):
        begin, stop = sentence(text, match.start())
        near = text[max(begin, match.start() - _NEAR) : min(stop, match.end() + _NEAR)]
        if _VOTED.search(near):
            sides = frozenset((int(match["yes"]), int(match["no"])))
            found.append(_Vote(match.group(), sides, _LOST.search(near) is not None, match.start(), match.end()))
    return found


def votes(claim: Facts, passage: Facts) -> list[Comparison]:
    """How each vote of the claim went, beside the one vote that the passage tells of.

    They differ only where both texts name one day and neither tells of more than one vote; elsewhere, and where one
    side's votes are told as lost, both are shown without a verdict.
    """
    mine, theirs = _told(claim.text), _told(passage.text)
    if len(mine) != 1 or not theirs:
        return []
    own = mine[0]
    other = next((one for one in theirs if one.sides == own.sides), theirs[0])
    if of_another(claim.text, passage.text, passage.about, other.start):
        return []
    if own.sides == other.sides:
        about_one = beside(claim.text, own.start, own.end) & beside(passage.text, other.start, other.end)
        outcome = Outcome.AGREEMENT if about_one and own.lost == other.lost else Outcome.COMPATIBLE
    elif len(theirs) == 1 and own.lost == other.lost and _one_day(claim, passage):
        outcome = Outcome.CONFLICT
    else:
        outcome = Outcome.UNSURE
    return [Comparison(outcome, own.written, other.written)]


def _one_day(claim: Facts, passage: Facts) -> bool:
    """Whether claim and passage, or the title it stands under, name the same single day."""
    days = [
        {time.earliest for time in facts.times if time.kind is TimeKind.DATE and time.earliest == time.latest} - {None}
        for facts in (claim, passage)
    ]
    return bool(days[0] & days[1])
