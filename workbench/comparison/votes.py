"""How a vote or a match went: "voted 27 to 19" beside "carried by 26 votes to 19", "won 3-1" beside "won 2-1"."""

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
_PLAYED = re.compile(
    r"\b(?:beat|beaten|defeat(?:s|ed)?|w[io]ns?|lost|loses?|drew|draws?|drawn|thrash(?:es|ed)?|match|goals?|kick-off)\b",
    re.I,
)
_SCORE = re.compile(r"\d{1,2}\s?[–-]\s?\d{1,2}")
_NEAR = 60
"""Characters on either side in which a count is said to be one of votes or goals."""
_LOST = re.compile(r"\b(?:reject\w*|defeat\w*|lost|fell|against|voted down|turned down)\b", re.I)


class _Vote(NamedTuple):
    written: str
    sides: frozenset[int]
    lost: bool
    played: bool
    start: int
    end: int


def _told(text: str) -> list[_Vote]:
    found = []
    for match in _COUNT.finditer(text):
        begin, stop = sentence(text, match.start())
        near = text[max(begin, match.start() - _NEAR) : min(stop, match.end() + _NEAR)]
        voted = _VOTED.search(near) is not None
        if voted or (_SCORE.fullmatch(match.group()) and _PLAYED.search(near)):
            sides = frozenset((int(match["yes"]), int(match["no"])))
            # who lost 3-1 to one was beaten by them
            lost = voted and _LOST.search(near) is not None
            found.append(_Vote(match.group(), sides, lost, not voted, match.start(), match.end()))
    return found


def of_a_vote(text: str, start: int, end: int) -> bool:
    """Whether a number is one of the two of a vote or a match, which `votes` compares together."""
    return any(one.start < end and start < one.end for one in _told(text))


def votes(claim: Facts, passage: Facts) -> list[Comparison]:
    """How each vote of the claim went, beside the one vote that the passage tells of.

    They differ only where both texts name one day and neither tells of more than one vote; elsewhere, and where one
    side's votes are told as lost, both are shown without a verdict.
    """
    mine, theirs = _told(claim.text), _told(passage.text)
    if len(mine) != 1:
        return []
    own = mine[0]
    theirs = [one for one in theirs if one.played == own.played]
    if own.played:
        theirs = [one for one in theirs if _of_the_same(claim.text, own, passage.text, one)]
    if not theirs:
        return []
    other = next((one for one in theirs if one.sides == own.sides), theirs[0])
    if of_another(claim.text, passage.text, passage.about, other.start):
        return []
    if own.sides == other.sides:
        about_one = beside(claim.text, own.start, own.end) & beside(passage.text, other.start, other.end)
        alike = own.lost == other.lost and (not own.played or _won_by_one(claim.text, own, passage.text, other))
        outcome = Outcome.AGREEMENT if about_one and alike else Outcome.COMPATIBLE
    elif len(theirs) == 1 and own.lost == other.lost and _one_day(claim, passage):
        outcome = Outcome.CONFLICT
    else:
        outcome = Outcome.UNSURE
    return [Comparison(outcome, own.written, other.written)]


_NAME = re.compile(r"(?<![\w’'])[^\W\d_a-z][\w’'-]+")
_DAY = re.compile(r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|March|April|May|June|July|August"
                  r"|September|October|November|December|The|In|On|At|It|They")  # fmt: skip


_LOSES = re.compile(
    r"\b(?:lost|loses?|losing|(?:was|were|been|being)\s(?:\w+\s)?(?:beaten|defeated|thrashed|overcome)"
    r"|defeat\s(?:to|by|at|against)|suffered|went\sdown|fell)\b",
    re.I,
)


def _sides(text: str, one: _Vote) -> list[str]:
    """The names in the sentence of a score, in order."""
    found = _NAME.findall(text, *sentence(text, one.start))
    return list(dict.fromkeys(name for name in found if not _DAY.fullmatch(name)))


def _of_the_same(claim: str, own: _Vote, passage: str, other: _Vote) -> bool:
    """Whether two sentences name the same sides of a match, two at least."""
    mine, theirs = _sides(claim, own), _sides(passage, other)
    return len(mine) > 1 and set(mine) == set(theirs)


def _won_by_one(claim: str, own: _Vote, passage: str, other: _Vote) -> bool:
    """Whether one side has the better of it in both sentences, or neither has."""
    if len(own.sides) == 1:
        return True
    first = [
        (_sides(text, one)[0], _LOSES.search(text, *sentence(text, one.start)) is not None)
        for text, one in ((claim, own), (passage, other))
    ]
    return (first[0][0] == first[1][0]) == (first[0][1] == first[1][1])


def _one_day(claim: Facts, passage: Facts) -> bool:
    """Whether claim and passage, or the title it stands under, name the same single day."""
    days = [
        {time.earliest for time in facts.times if time.kind is TimeKind.DATE and time.earliest == time.latest} - {None}
        for facts in (claim, passage)
    ]
    return bool(days[0] & days[1])
