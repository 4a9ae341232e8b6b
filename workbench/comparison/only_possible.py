"""What could be, for what was: "can make 900 cars", "places for 300", "nominated for three" for made, has and won."""

from __future__ import annotations

import re

from workbench.comparison.outcomes import Comparison, Outcome
from workbench.comparison.told_words import (
    DETERMINERS,
    HELPERS,
    LITTLE,
    PAST_FORMS,
    PREPOSITIONS,
    PlacedWord,
    Telling,
    set_of,
)

_MIGHT = set_of("could may might")
_CAN = set_of("can able capable")
_LIKELY = set_of(
    "likely set expected planned threatens threatened hopes hoped plans wants aims intends vowed promised agreed"
)
_MEANT = set_of("designed equipped built meant")
_WILL = re.compile(
    r"\b(?:will|would|can|could|may|might|must|should|able|likely|set\sto|expected|plan(?:s|ned|ning)?|hop(?:es?|ed|ing)|want(?:s|ed)?|aim(?:s|ed)?|intend\w*|possibl\w+|tr(?:y|ied)\sto"
    r"|up\sfor|nominat\w+|shortlist\w+|candidates?|capacity|agreed|promis\w+|threat\w+|vow\w+|designed|built|capable|tipped|runs?\sfor|ran\sfor)\b",
    re.I,
)
_HOLDS = set_of("hold holds seat seats sleep sleeps accommodate accommodates fit fits contain contains carry")
"""Verbs of the present that tell themselves what a thing can hold."""
_ROOM = re.compile(
    r"\b(?:places?|room|space|capacity|seats|beds)\s(?:for|of)\s(?:\w+\s){0,2}?$"
    r"|\b(?:built|designed|meant|equipped|licensed|made)\s(?:for|to\s[a-z]+)\s(?:\w+\s){0,2}?$"
    r"|\b(?:can|could)\s(?:hold|seat|fit|house|accommodate|take|serve|treat)\s(?:\w+\s){0,2}?$",
    re.I,
)
"""What stands before a number that says for how many there would be room."""
_NOMINATED = re.compile(
    r"\b(?:up\sfor|nominated\s(?:for|in)|shortlisted\sfor|longlisted\sfor|in\sthe\srunning\sfor|tipped\s(?:for|to)|(?:ran|running|stood|bid)\sfor"
    r"|(?:a\s)?candidate\sfor|in\scontention\sfor|a\sfinalist)\b",
    re.I,
)
_WON = re.compile(r"\b(?:won|wins?|winning|winner|victory|awarded|received|took|taken|got|earned)\b", re.I)
_WINS = re.compile(r"\b(?:won|wins?|awarded|received|took|got|earned)\b", re.I)
_OPENS_NOUN = DETERMINERS | PREPOSITIONS
_SKIPPED = HELPERS | set_of("also now even still soon only not to be of")
_BACK = {past: base for base, past in PAST_FORMS.items()}


def only_possible(told: Telling) -> Comparison | None:
    """What the claim says is or was done, where the passage says only that it can or may be."""
    if _WILL.search(told.claimed):
        return None
    for rule in (_may_do, _has_room, _may_win):
        found = rule(told)
        if found is not None:
            return found
    return None


def _may_do(told: Telling) -> Comparison | None:
    """ "Can make 900 cars", "could hit the town" for "makes", "hit"."""
    words = told.words
    counted = any(one.is_number and one.low not in ("one", "two") for one in told.claim)
    for at, word in enumerate(words):
        if not _is_possible(told, at, counted=counted):
            continue
        near = range(at + 1, min(at + 5, len(words)))
        verb = next((place for place in near if words[place].low not in _SKIPPED), None)
        if verb is None or not words[verb].is_word or not _follows(told, at, verb):
            continue
        own = next((place for place, one in enumerate(told.claim) if _one_verb(one, words[verb])), None)
        if not own or told.claim[own - 1].low in _OPENS_NOUN or _is_done(told, told.claim[own], verb):
            continue
        if word.low in _CAN and told.claim[own].low in _HOLDS:
            continue
        return Comparison(Outcome.ANOTHER, told.own_said(own, own), told.said(at, verb))
    return None


def _is_possible(told: Telling, at: int, *, counted: bool) -> bool:
    """Whether a word says that what follows can or may be; what one can do tells less only of an amount."""
    word = told.words[at].low
    after = told.words[at + 1].low if at + 1 < len(told.words) else ""
    if after in ("not", "only", "have"):
        return False
    if word in _MIGHT or (word in _LIKELY and after == "to"):
        return True
    was = at > 0 and told.words[at - 1].low in ("was", "were")  # "was able to" tells that it was done
    return counted and ((word in _CAN and not was) or (word in _MEANT and after == "to"))


def _follows(told: Telling, at: int, verb: int) -> bool:
    return all(word.is_word for word in told.words[at:verb])


def _one_verb(own: PlacedWord, word: PlacedWord) -> bool:
    """Whether two words are forms of one verb, one of them of the claim."""
    if not own.is_word or own.low in LITTLE:
        return False
    return own.stem == word.stem or _BACK.get(own.low) == word.stem or own.low == word.low


def _is_done(told: Telling, own: PlacedWord, at: int) -> bool:
    """Whether the sentence tells elsewhere that it is done."""
    return any(
        place != at and _one_verb(own, word) and not (place and told.words[place - 1].low in _MIGHT | _CAN)
        for place, word in enumerate(told.words)
    )


def _has_room(told: Telling) -> Comparison | None:
    """ "Has places for 300 pupils" for "has 300 pupils", "seats 1,200" for "drew 1,200"."""
    verbs = {word.low for word in told.claim}
    if verbs & _HOLDS and not any(word.low in ("inmates", "prisoners") for word in told.claim):
        return None
    numbers = {word.low for word in told.claim if word.is_number}
    begin = told.words[0].start
    places = [word for word in told.words if word.is_number and word.low in numbers]
    rooms = [_ROOM.search(told.text, max(begin, word.start - 60), word.start) for word in places]
    if not rooms or not all(rooms) or rooms[0] is None:
        return None
    said = told.text[rooms[0].start() : places[0].end]
    at = next(place for place, word in enumerate(told.claim) if word.low in numbers)
    return Comparison(Outcome.ANOTHER, told.own_said(max(at - 1, 0), at), " ".join(said.split()))


def _may_win(told: Telling) -> Comparison | None:
    """ "Was up for three Oscars" for "won three Oscars"."""
    begin, stop = told.words[0].start, told.words[-1].end
    wins = _WINS.search(told.claimed)
    found = _NOMINATED.search(told.text, begin, stop)
    if wins is None or found is None or _WON.search(told.text, begin, stop):
        return None
    return Comparison(Outcome.ANOTHER, wins.group(), found.group())
