"""How long something took, and how long ago it was: "jailed for three years", "jailed three years ago"."""

from __future__ import annotations

import re

from workbench.comparison.context_window import just_before, sentence
from workbench.comparison.outcomes import Comparison, Facts, Outcome

_NUMBER_WORDS = """
    a an one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen eighteen
    twenty thirty forty fifty sixty hundred several few couple half
"""
_NUMBERS = frozenset(_NUMBER_WORDS.split())
_TIMES = re.compile(
    r"(?<![\w-])(?P<number>\d{1,4}|[a-z]{1,9})[\s-](?P<unit>second|minute|hour|day|night|week|fortnight|month|year|decade)s?"
    r"(?P<ago>\sago)?\b",
    re.I,
)
_FOR = re.compile(
    r"\b(?:for|lasted|lasts|took|takes)\s(?:(?:about|around|some|nearly|almost|over|more\sthan)\s)?$", re.I
)
_PERFECT = re.compile(r"\b(?:has|have|had)\b", re.I)
"""What has been so for three years began three years ago."""


def ago_and_for(claim: Facts, passage: Facts) -> list[Comparison]:
    """The times that one side tells of how long something lasted and the other, by the same number, of how long ago."""
    mine, theirs = _times(claim.text), _times(passage.text)
    return [
        Comparison(Outcome.ANOTHER, words, theirs[time][1])
        for time, (ago, words) in mine.items()
        if time in theirs and ago != theirs[time][0] and None not in (ago, theirs[time][0])
    ]


def _times(text: str) -> dict[tuple[str, str], tuple[bool | None, str]]:
    """Each time of a text, whether it is how long ago or for how long (None: neither or both), and its words."""
    found: dict[tuple[str, str], tuple[bool | None, str]] = {}
    for match in _TIMES.finditer(text):
        number = match["number"].casefold()
        if not (number.isdecimal() or number in _NUMBERS):
            continue
        begin, _ = sentence(text, match.start())
        lasts = just_before(_FOR, text, match.start()) and not _PERFECT.search(text, begin, match.start())
        ago = True if match["ago"] else False if lasts else None
        time = number, match["unit"].casefold()
        found[time] = (ago if time not in found or found[time][0] is ago else None, match.group())
    return found
