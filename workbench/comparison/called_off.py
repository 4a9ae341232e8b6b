"""What was called off, and what was asked for in vain: "called off the strike", "rejected her request to stay"."""

from __future__ import annotations

import re

from workbench.comparison.nearly_done import one_deed
from workbench.comparison.outcomes import Comparison, Facts, Outcome
from workbench.comparison.told_words import HELPERS, LITTLE, PlacedWord, Telling, set_of, told_by

_OFF = (
    r"(?:call(?:ed|s|ing)?\soff|cancel\w*|postpone[sd]?|postponing|scrap(?:ped|s)|suspend(?:ed|s)|avert(?:ed|s)|abandon(?:ed|s)"
    r"|shelve[sd]|put\soff)"
)
_WHAT = re.compile(
    rf"\b{_OFF}\s(?:(?:the|a|an|its|their|his|her|this|that|all)\s)?(?:[\w’'-]+\s){{0,3}}?(?P<what>[a-z]{{3,20}})\b",
    re.I,
)
_WAS = re.compile(rf"\b(?:was|were|is|are|has\sbeen|have\sbeen|had\sbeen|being)\s(?:\w+ly\s)?{_OFF}\b", re.I)
_ANY_OFF = re.compile(rf"\b{_OFF}\b|\boff\b", re.I)
_HAPPENS = set_of(
    "held hold holds take takes took place go goes went ahead begin begins began start starts started happen"
)
_ASKED_IN_VAIN = re.compile(
    r"\b(?:reject|refus|den(?:y|i)|dismiss|declin|turn)\w*(?:\sdown)?\s(?:[\w’'-]+\s){0,5}?"
    r"(?P<ask>request|bid|application|appeal|plea|motion|petition|attempt|effort)s?\s(?:for\s\w+\s)?to\s(?:be\s)?(?P<what>[a-z]{3,20})\b",
    re.I,
)
_PARTS = re.compile(r"[,;:–—]|\b(?:and|but|while|when|after|which)\b")
_BEFORE = 10
"""Words before "was called off" among which stands what was."""
_MAY = re.compile(
    r"\b(?:may|can|could|(?:allowed|permitted|free|entitled|able|cleared)\sto|(?:allowed|let|permitted)\s(?:[\w’'-]+\s){1,4}?(?:to\s)?)\s?(?:be\s)?"
    r"(?P<what>[a-z]{3,20})\b",
    re.I,
)
_DENIED = re.compile(r"\b(?:not|no|never|cannot|nobody|without)\b|n['’]t\b", re.I)


def called_off(told: Telling) -> Comparison | None:
    """What the claim says will be or was done, where the passage says that it was called off."""
    if _ANY_OFF.search(told.claimed) or _DENIED.search(told.claimed):
        return None
    begin, stop = told.words[0].start, told.words[-1].end
    for found in _WHAT.finditer(told.text, begin, stop):
        at = next((word for word in told.words if word.start == found.start("what")), None)
        own = _own(told, at) if at is not None else None
        if own is not None:
            return Comparison(Outcome.ANOTHER, told.own_said(own, own), " ".join(found.group().split()))
    for found in _WAS.finditer(told.text, begin, stop):
        before = [word for word in told.words if word.end <= found.start()][-_BEFORE:]
        for at in before:
            own = _own(told, at)
            if own is not None and at.is_word and not _PARTS.search(told.text, at.end, found.start()):
                said = told.text[at.start : found.end()]
                return Comparison(Outcome.ANOTHER, told.own_said(own, own), " ".join(said.split()))
    return None


def _own(told: Telling, at: PlacedWord) -> int | None:
    """The place in the claim of the deed that a word of the passage names."""
    if at.low in LITTLE or at.is_number or at.is_name:
        return None
    places = (place for place in range(1, len(told.claim)) if told.claim[place].low not in LITTLE)
    return next((place for place in places if one_deed(told.claim[place], at) and _is_done(told, place)), None)


def _is_done(told: Telling, own: int) -> bool:
    """Whether a word of the claim says that something is done, or that it takes place."""
    before = told.claim[own - 1].low
    helped = before in HELPERS | {"to", "go", "on"} and told.claim[own].is_word
    return helped or any(word.low in _HAPPENS for word in told.claim[own + 1 :])


def asked_in_vain(claim: Facts, passage: Facts) -> list[Comparison]:
    """ "Rejected her request to stay" is the opposite of "may stay"."""
    may = _MAY.search(claim.text)
    if may is None or _DENIED.search(claim.text):
        return []
    for told in told_by(claim.text, passage.text):
        begin, stop = told.words[0].start, told.words[-1].end
        for found in _ASKED_IN_VAIN.finditer(told.text, begin, stop):
            asked = next((word for word in told.words if word.start == found.start("what")), None)
            own = next((word for word in told.claim if word.start == may.start("what")), None)
            said = may.group().casefold() in told.text[begin:stop].casefold()
            if (
                asked is not None
                and own is not None
                and one_deed(own, asked)
                and not said
                and _of_one(told, own, asked)
            ):
                return [Comparison(Outcome.OPPOSITE, may.group().strip(), " ".join(found.group().split()))]
    return []


def _of_one(told: Telling, own: PlacedWord, asked: PlacedWord) -> bool:
    """Whether what stands right behind both verbs is the same, or nothing does: "to build a casino" is no hotel."""
    mine, theirs = (
        next((word.stem for word in words if word.start > verb.end and word.low not in LITTLE and word.is_word), "")
        for words, verb in ((told.claim, own), (told.words, asked))
    )
    return not mine or not theirs or mine == theirs or mine in {word.stem for word in told.words}
