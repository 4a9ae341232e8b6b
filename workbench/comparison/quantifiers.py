"""All of them and some of them: a passage about some schools does not bear out a claim about all schools."""

from __future__ import annotations

import re
from typing import NamedTuple

from workbench.comparison.context_window import beside, next_stems, of_another
from workbench.comparison.outcomes import Comparison, Facts, Outcome

_OF = r"(?:\s+of)?(?:\s+(?:the|its|their|his|her|our|these|those))?(?=\s+[^\W\d_])"
_ALL = re.compile(
    rf"\b(?P<said>all|every|each|every single)\b{_OF}(?!\s+(?:over|but|the time|day|year|week|month))", re.I
)
_SOME = re.compile(
    r"(?<!\bor )\b(?P<said>some|many|several|most|a few|few|half|a majority|a minority|a third|a quarter|two[- ]thirds"
    rf"|not all|part)\b{_OF}",
    re.I,
)
_WITHIN = 3


class _Told(NamedTuple):
    said: str
    noun: str
    start: int
    end: int


def _told(pattern: re.Pattern[str], text: str) -> list[_Told]:
    found: list[_Told] = []
    for match in pattern.finditer(text):
        words = next_stems(text, match.end(), _WITHIN)
        if words:
            found.extend(_Told(match["said"], noun, match.start(), match.end()) for noun in words[:2])
    return found


def quantifiers(claim: Facts, passage: Facts) -> list[Comparison]:
    """ "All" or "every" of the claim, where the passage tells it of some of the same things alone."""
    found: list[Comparison] = []
    mine = _told(_ALL, claim.text)
    if not mine:
        return found
    whole = {one.noun for one in _told(_ALL, passage.text)}
    some = _told(_SOME, passage.text)
    for one in mine:
        around = beside(claim.text, one.start, one.end) - {one.noun}
        for other in some:
            if (
                other.noun == one.noun
                and one.noun not in whole
                and around & beside(passage.text, other.start, other.end)
                and not of_another(claim.text, passage.text, passage.about, other.start)
            ):
                found.append(Comparison(Outcome.ANOTHER, one.said, other.said))
                break
    return found
