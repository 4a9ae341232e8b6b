"""Who did it, and to whom, where a passage tells it aside: "B, who beat A", "B went through after beating A".

The claim "A beat B" shares every word with these. It is told the other way round where the one whom it makes the doer
stands as the one to whom it was done, and the other in the doer's place. Only names are read, and nothing is said where
the passage tells it both ways, of another time, or as not done. The networks cannot tell who did it to whom: of two of
one kind ("Halden beat Brede", "Kern bought Vogt") they take one way for support as readily as the other, so that
without plain words for it such a claim is not borne out in full.
"""

from __future__ import annotations

import re

from workbench.comparison.outcomes import Comparison, Facts, Outcome
from workbench.comparison.told_deeds import ToldDeed, deed_claimed, deed_of, deeds_told

NOT_PLAIN = "not in plain words who did it to whom"
_RIVAL_WORDS = """
    beat bought succeeded killed sued shot stabbed accused invaded attacked overtook outbid outsold
"""
_RIVALS = frozenset(deed_of(word, None) for word in _RIVAL_WORDS.split())
"""Deeds between two of one kind, either of whom might have done it."""
_MONTH = "January|February|March|April|May|June|July|August|September|October|November|December"
_ANOTHER_TIME = re.compile(
    r"\b(?:(?:1[5-9]|20)\d\d"
    r"|(?:last|previous|earlier|same)\s(?:years?|months?|weeks?|season|night|time|summer|winter|autumn)"
    r"|(?:\w+\s)?(?:years?|months?|weeks?|days?|seasons?)\s(?:after|before|earlier|later)"
    rf"|ago|previously|once|(?:who|which)\shad|in\s(?:{_MONTH})|in\sthe\s(?:semi|quarter)[\w-]{{0,8}}"
    r"|(?:first|second|third|fourth|last|earlier)\s(?:leg|round|game|meeting|match))\b",
    re.I,
)


def turned_round(claim: Facts, passage: Facts) -> list[Comparison]:
    """What the claim has one do to another, where the passage has the other do it to the one, or does not tell."""
    own = deed_claimed(claim.text)
    if own is None:
        return []
    (doer,), (whom,) = own.doers, own.whoms
    said = claim.text[own.start : own.end]
    times = _times(claim.text)
    found: list[Comparison] = []
    for sentence, told in deeds_told(passage.text):
        if told.deed != own.deed:
            continue
        if told.has(doer, whom):
            return []  # it tells what the claim does too
        if told.has(whom, doer) and _times(_around(sentence, told)) <= times:
            words = " ".join(sentence[told.start : told.end].split()).strip(" ,")
            found.append(Comparison(Outcome.SWAPPED, said, words))
    if not found and own.deed in _RIVALS and _named(doer, passage) and _named(whom, passage):
        return [Comparison(Outcome.LESS, said, NOT_PLAIN)]
    return found[:1]


def _named(name: str, passage: Facts) -> bool:
    """Whether a passage or its title names one, by the first or the last word of the name."""
    words = name.split()
    return any(re.search(rf"\b{re.escape(one)}\b", f"{passage.about} {passage.text}") for one in {words[0], words[-1]})


def _times(text: str) -> set[str]:
    return {one.group().casefold() for one in _ANOTHER_TIME.finditer(text)}


def _around(sentence: str, told: ToldDeed) -> str:
    """The words by whose times a deed is told: of one told behind "who" the clause alone, up to its comma."""
    if not sentence.startswith(("who ", "which "), told.start):
        return sentence
    comma = sentence.find(",", told.end - 1)
    return sentence[told.start : comma if comma > 0 else len(sentence)]
