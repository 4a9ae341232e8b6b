"""Whether what the claim dates and what the passage dates may be one deed: repealed in 2015, and passed in 2015.

Words that tell one deed are never all known, and a paper may tell it with a noun ("passed into the hands of"). So two
equal dates are taken apart only where the verbs are unlike and hardly anything else is told beside the date that the
claim does not tell: then the verb alone makes the difference.
"""

from __future__ import annotations

import re

from workbench.comparison.context_window import WORD, sentence, stems
from workbench.comparison.deed_words import PARTICLES, Deed, deeds
from workbench.comparison.senses import told_in
from workbench.comparison.stemming import stem

_BREAK = re.compile(
    r"[;:()–—]|,(?!\d)|\b(?:and|but|or|when|after|before|while|which|who|that|until|because|as|since|where|though|then)\b",
    re.I,
)
_NOT_DONE = re.compile(
    r"(?:\b(?:not|never|half|partly|partially|under|(?:refus|declin|fail|attempt|propos|hop|want|nominat)\w*\sto|tried\sto"
    r"|unable\sto|short\sof)|n['’]t)\W(?:[\w-]+\W){0,2}$|\bun-?$",
    re.I,
)
MOST_BESIDE = 1
"""Words of the passage beside its date and verb that the claim need not have for the verb to make the difference."""
_TIMES = stems(
    "january february march april june july august september october november december monday tuesday wednesday"
    " thursday friday saturday sunday spring summer autumn winter morning evening night early late mid end beginning"
    " weeks decade century ago last next time again once finally already still just later then same"
)


_SMALL = stems(" ".join(PARTICLES))


def _parts(text: str, at: int) -> tuple[list[str], int]:
    """The parts of the sentence around a place, and which of them has that place."""
    begin, stop = sentence(text, at)
    parts: list[str] = []
    here, last = 0, begin
    for found in _BREAK.finditer(text, begin, stop):
        if last <= at:
            here = len(parts)
        parts.append(text[last : found.start()])
        last = found.end()
    if last <= at:
        here = len(parts)
    parts.append(text[last:stop])
    return parts, here


def _told(text: str, at: int) -> list[tuple[str, Deed]]:
    """What is done in the part of a sentence that has a date, each with that part; else in the nearest around."""
    parts, here = _parts(text, at)
    own = _done_in(parts[here : here + 1])
    return own or [*_done_in(parts[:here][::-1]), *_done_in(parts[here + 1 :])]


def _done_in(parts: list[str]) -> list[tuple[str, Deed]]:
    """What is done in the first part that has a verb."""
    each = ((part, deeds(part)) for part in parts)
    return next(([(part, one) for one in found] for part, found in each if any(one.verb for one in found)), [])


def may_be_one_deed(one: tuple[str, int], other: tuple[str, int]) -> bool:
    """Whether the words around two equal dates may tell one deed; where either tells none, they may.

    Args:
        one: The claim, and where its date begins.
        other: The passage, and where its date begins.
    """
    mine, theirs = _told(*one), _told(*other)
    if not mine or not theirs:
        return True
    pairs = [(own, another) for own in mine for another in theirs if own[1].like(another[1])]
    if pairs := [pair for pair in pairs if pair[0][1].verb or pair[1][1].verb]:
        return any(_undone(*own) == _undone(*another) for own, another in pairs)
    return len(_beside(theirs, stems(one[0]))) > MOST_BESIDE


def _undone(part: str, deed: Deed) -> bool:
    return _NOT_DONE.search(part[: deed.start]) is not None


def _beside(told: list[tuple[str, Deed]], claimed: frozenset[str]) -> set[str]:
    """The words of what is told, without names, times and verbs, that the claim has not."""
    found: set[str] = set()
    for part in dict.fromkeys(part for part, _ in told):
        verbs = {deed.start for there, deed in told if there == part and deed.verb}
        words = [word for word in WORD.finditer(part) if word.start() not in verbs]
        words = [word for word in words if word.group()[0].islower() or not part[: word.start()].strip()]
        found |= {stem(word.group().casefold()) for word in words if stems(word.group())}
    return {word for word in found - _TIMES - _SMALL if not told_in(word, claimed)}
