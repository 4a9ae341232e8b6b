"""At which stage of what went on an amount is told: at its height, or as what is still left of it.

"At the height of the flood 14,000 were in shelters" and "778 are still in shelters" are both right, as are the 80,000
homes a storm cut off and the 3,000 that are still without power. What is still so is less than what once was.
"""

from __future__ import annotations

import re

from workbench.comparison.amounts import Amount, middle
from workbench.comparison.comparable_amounts import elsewhere_told, in_the_present
from workbench.comparison.context_window import around, beside, is_past, sentence
from workbench.comparison.counted import same_thing

_PEAK = re.compile(
    r"\bat\s(?:the|its|their|his|her)\s(?:very\s)?(?:height|peak|worst|busiest|zenith|maximum|highest)\b(?!\spoint)"
    r"|\b(?:peaked|peaking)\sat\b",
    re.I,
)
_STILL = re.compile(
    r"\b(?:(?<!lay )(?<!lie )(?<!stood )(?<!stand )(?<!sat )(?<!kept )(?<!the )(?<!a )still|remain(?:s|ed|ing)?"
    r"|yet\sto\sbe|left\sto)\b",
    re.I,
)
_PARTS = re.compile(r"[;:]\s|,\s|\s(?:and|but|while)\s")


def stage(amount: Amount) -> str:
    """ "peak" for an amount at the height of something, "still" for what is left of it, else nothing."""
    text, start, end = amount.span
    begin, stop = sentence(text, start)
    if _PEAK.search(text, begin, stop):
        return "peak"
    near_by = around(*amount.span)
    own = [part for part in _PARTS.split(text[begin:stop]) if text[start:end] in part] or [near_by]
    found = _STILL.search(own[0]) if _STILL.search(near_by) else None
    return "still" if found is not None and not _all_the_same(own[0], found) else ""


_IS = re.compile(r"\b(?:is|are|was|were|been|be)\s$")
_NEXT = re.compile(r"\s(?P<word>[a-z]+)")


def _all_the_same(text: str, found: re.Match[str]) -> bool:
    """Whether "still" tells what was done all the same: "still spent 4 million"."""
    after = _NEXT.match(text, found.end())
    done = after is not None and is_past(after["word"]) and after["word"] not in ("had", "held")
    return found.group().casefold() == "still" and done and not _IS.search(text, 0, found.start())


def at_another_stage(own: Amount, other: Amount) -> bool:
    """Whether two amounts that lie apart may both be right, one at the height of something or the other what is left.

    More than there were at the height there cannot have been, nor can more be left than there were.
    """
    mine, theirs = stage(own), stage(other)
    apart = own.measured.high < other.measured.low or other.measured.high < own.measured.low
    if mine == theirs or not apart:
        return False
    more, fewer = (own, other) if middle(own) > middle(other) else (other, own)
    return stage(more) == "peak" or (stage(fewer) == "still" and not in_the_present(more))


def of_another_moment(own: Amount, other: Amount) -> bool:
    """Whether two such amounts are surely of one thing: it is shown then why they do not differ."""
    together = len(beside(*own.span) & beside(*other.span)) > 1 and same_thing(own, other)
    return together and at_another_stage(own, other) and not elsewhere_told(own, other)
