"""All of them and some of them: a passage about some schools does not bear out a claim about all schools."""

from __future__ import annotations

import re
from typing import NamedTuple

from workbench.comparison.context_window import beside, next_stems, of_another
from workbench.comparison.outcomes import Comparison, Facts, Outcome
from workbench.comparison.stemming import stem

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
_NUMBER = r"(?:\d{1,4}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)"
_WHOSE = r"(?:(?:the|its|their|his|her|our)\s)?"
_PART = re.compile(rf"\b{_NUMBER}\sof\s{_WHOSE}(?P<whole>{_NUMBER})\s(?P<noun>[^\W\d_]+)", re.I)
_WHOLE = re.compile(
    rf"\b(?:(?:all|both|none|each|every one)\s(?:of\s)?{_WHOSE}|every\s)(?:(?P<whole>{_NUMBER})\s)?"
    rf"(?:of\s{_WHOSE})?(?P<noun>[^\W\d_]+)",
    re.I,
)


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


def part_and_whole(claim: Facts, passage: Facts) -> list[Comparison]:
    """A part of so many on one side and all of them on the other: "two of its six gates" and "all six gates"."""
    for mine, theirs in ((_PART, _WHOLE), (_WHOLE, _PART)):
        for one in mine.finditer(claim.text):
            around = beside(claim.text, *one.span()) - {*next_stems(claim.text, one.start("noun"), 1)}
            for other in theirs.finditer(passage.text):
                sizes = {found["whole"].casefold() for found in (one, other) if found["whole"]}
                same = len(sizes) == 1 and stem(one["noun"].casefold()) == stem(other["noun"].casefold())
                told = around & beside(passage.text, *other.span())
                if same and told and not of_another(claim.text, passage.text, passage.about, other.start()):
                    return [Comparison(Outcome.UNSURE, one.group(), other.group())]
    return []
