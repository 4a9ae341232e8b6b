"""Who did it to whom, told by a participle or a relative clause: "Marik lifted the cup after beating Halden".

Two whole clauses that have changed places are laid on each other elsewhere (`exchanged`); here the doer stands further
off. And another event that a passage recalls: "lessons of the Halm fire … Six died in that fire".
"""

from __future__ import annotations

import re

from workbench.comparison.nearly_done import one_deed
from workbench.comparison.outcomes import Comparison, Outcome
from workbench.comparison.told_words import HELPERS, LITTLE, PlacedWord, Telling, is_verb, set_of
from workbench.comparison.two_times import of_two_times

_BOTH_WAYS = set_of(
    "met meets meeting married marries marrying joined joining faced facing fought fighting played plays playing told "
    "said called named becomes became remains remained"
)
_SKIPPED = set_of("the a an both also")
_NEAR = 3
"""Words behind a verb among which its object begins."""


def changed_places(told: Telling) -> Comparison | None:
    """What the claim says one did to another, where the passage says that the other did it to the one."""
    at = next((at for at in range(1, len(told.claim) - 1) if _is_between_names(told.claim, at)), None)
    if at is None:
        return None
    if of_two_times(told.claimed, told.text[told.words[0].start : told.words[-1].end]):
        return None
    doer, done_to = _name_before(told.claim, at), _name_behind(told.claim, at)
    for place, word in enumerate(told.words[:-1]):
        if not word.is_word or word.is_name or not one_deed(told.claim[at], word) or told.words[place + 1].low == "by":
            continue
        if not place or told.words[place - 1].is_name or not _ends(told.words, place):
            continue  # a whole clause; "buying Kern shares"
        behind, before = _name_behind(told.words, place), {one.low for one in told.words[:place]}
        if behind & doer and not behind & done_to and before & done_to and not before & doer:
            last = min(place + _NEAR, len(told.words) - 1)
            return Comparison(Outcome.SWAPPED, told.own_said(at - 1, at + 1), told.said(place, last))
    return None


def _ends(words: tuple[PlacedWord, ...], at: int) -> bool:
    """Whether the name behind a verb is all of its object."""
    behind = at + 1
    while behind < len(words) and (words[behind].is_name or words[behind].low in _SKIPPED):
        behind += 1
    return behind >= len(words) or not words[behind].is_word or words[behind].low in LITTLE


def _is_between_names(words: tuple[PlacedWord, ...], at: int) -> bool:
    word = words[at]
    if not word.is_word or word.is_name or word.low in HELPERS or word.low in _BOTH_WAYS:
        return False
    verb = is_verb(words, at) or word.low in ("beat", "beats")
    return verb and words[at - 1].is_name and bool(_name_behind(words, at)) and words[at + 1].low != "by"


def _name_before(words: tuple[PlacedWord, ...], at: int) -> frozenset[str]:
    found = []
    for word in reversed(words[:at]):
        if not word.is_name:
            break
        found.append(word.low)
    return frozenset(found) - _SKIPPED


def _name_behind(words: tuple[PlacedWord, ...], at: int) -> frozenset[str]:
    """The name that stands right behind a verb, articles left out; empty where another word does."""
    found: list[str] = []
    for word in words[at + 1 : at + 2 + _NEAR]:
        if word.is_name:
            found.append(word.low)
        elif found or word.low not in _SKIPPED:
            break
    return frozenset(found)


_THAT = re.compile(r"\b(?:[Tt]hat|[Tt]he\s(?:earlier|previous|former|old|other|first))\s(?P<what>[a-z]{3,20})\b")
_SENTENCE_END = re.compile(r"[.!?]\s")


def recalled(claim: str, passage: str, start: int) -> str | None:
    """The name of another event that an amount at `start` of a passage is told of; None where none is named before.

    "The inquiry … lessons of the Halm House fire. Six people died in that fire.": the fire of Halm House, whatever fire
    the claim tells of.
    """
    ends = [match.end() for match in _SENTENCE_END.finditer(passage, 0, start)]
    begin = ends[-1] if ends else 0
    following = _SENTENCE_END.search(passage, start)
    found = _THAT.search(passage, begin, following.start() + 1 if following else len(passage))
    if found is None or re.search(rf"\b{found['what']}\b", claim, re.I) is None:
        return None
    named = list(re.finditer(rf"(?P<name>(?:[A-Z][\w’'-]{{1,20}}\s){{1,3}}){found['what']}\b", passage[:begin]))
    if not named or any(word in claim for word in named[-1]["name"].split()):
        return None
    return f"{named[-1]['name']}{found['what']}"
