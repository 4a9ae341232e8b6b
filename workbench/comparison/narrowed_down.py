"""What a passage says of some of what the claim says of all: "all morning flights", "visitors from Asia", "in mice"."""

from __future__ import annotations

import re

from workbench.comparison.context_window import is_past
from workbench.comparison.outcomes import Comparison, Outcome
from workbench.comparison.told_words import (
    DETERMINERS,
    HELPERS,
    LITTLE,
    PREPOSITIONS,
    PlacedWord,
    Telling,
    is_verb,
    set_of,
)

_EVERY = set_of("all every each any")
_NONE = set_of("no")
_NO_LIMIT = set_of("single various the those these their its his her our such other and or")
"""What stands between "all" and its noun and leaves nothing out."""
_LIMITS = set_of(
    "of to from in under over above below with without aged older younger who whose between for at born on"
)
"""What stands behind a noun and may leave some out."""
_WHOLE = set_of("country nation world state board time")
WITHIN = 6
"""Words after "all" among which its noun is looked for."""

_ANIMALS = (
    r"mice|mouse|rats?|rodents?|hamsters?|ferrets|rabbits?|monkeys|macaques|primates|pigs|piglets|zebrafish|fruit\sflies|worms|yeast"
    r"|cells|cell\scultures?|animals?|vitro|test\stubes?|a\s(?:petri\s)?dish|the\slab(?:oratory)?(?=[,.;])|animal\s(?:tests|trials|studies)"
)
_IN_ANIMALS = re.compile(rf"\b[Ii]n\s(?:(?!human|the\s)[a-z]{{2,12}}\s){{0,2}}(?:{_ANIMALS})\b")
_ANIMAL = re.compile(rf"\b(?:{_ANIMALS})\b", re.I)
_PEOPLE = re.compile(r"\b(?:people|humans?|patients?|volunteers?|men|women|children|adults?)\b", re.I)
_AT_TIMES = re.compile(
    r"\bon\s(?:\w+\s)?(?:(?:mon|tues|wednes|thurs|fri|satur|sun)days|weekdays|weekends|public\sholidays)\b|\bat\s(?:night|weekends|the\sweekend|rush\shour)\b"
    r"|\b(?:in|during)\s(?:the\s)?(?:winter|summer|rush\shour|rainy\sseason|dry\sseason|school\sholidays)\b|\bafter\s(?:dark|midnight)\b",
    re.I,
)
_ASIDE = re.compile(r",\s(?:which|who|whose|where)\b[^,;]*$")
_TIMES = re.compile(
    r"\b(?:days?|nights?|weekends?|weekdays|winter|summer|season|holidays|[a-z]{3,6}days?|dark|hours?)\b", re.I
)
_BANS = re.compile(
    r"\b(?:bann?|outlaw|prohibit|forb[ia]d|bar|halt|stop|stopp|tax|scrapp?|abolish|block|suspend|exempt|restrict)(?:s|es|ed|ding|ing)?\b",
    re.I,
)
_FEIGNED = set_of(
    "fake mock toy imitation replica artificial would-be so-called alleged aspiring honorary deputy vice assistant"
)
"""What stands before a noun and makes another thing of it."""


def narrowed_down(told: Telling) -> Comparison | None:
    """Words of the claim about all of them, or all the time, and what the passage says it of."""
    for rule in (_of_another_kind, _of_all, _of_such, _of_what_is_banned, _elsewhere_tried, _at_times):
        found = rule(told)
        if found is not None:
            return found
    return None


def _less(told: Telling, own: tuple[int, int], said: str) -> Comparison:
    return Comparison(Outcome.LESS, told.own_said(*own), said)


def _of_all(told: Telling) -> Comparison | None:
    """ "All morning flights", "all flights to London" for "all flights"."""
    for at, word in enumerate(told.claim):
        kind = next((kind for kind in (_EVERY, _NONE) if word.low in kind), None)
        head = _head(told.claim, at + 1) if kind else None
        if kind is None or head is None or told.claim[head].low in ("time", "times"):
            continue
        said = [_limited(told, place, told.claim[head].stem) for place, one in enumerate(told.words) if one.low in kind]
        said = [one for one in said if one is not None]
        if said and all(said):
            return _less(told, (at, head), said[0] or "")
    return None


def _head(words: tuple[PlacedWord, ...], begin: int) -> int | None:
    """Where the noun stands that begins a phrase at a place: the last word before a verb, mark or small word."""
    last = None
    for at in range(begin, min(begin + WITHIN, len(words))):
        word = words[at]
        if last is None and (word.low in DETERMINERS or word.low == "of" or word.is_number):
            continue
        if word.low in LITTLE | PREPOSITIONS or word.is_number or not word.is_word or is_verb(words, at):
            break
        last = at
    return last


def _limited(told: Telling, at: int, noun: str) -> str | None:
    """The words that leave some out behind "all", "" where it is of all; None where it is of another noun."""
    words = told.words
    near = range(at + 1, min(at + 1 + WITHIN, len(words)))
    head = next((place for place in near if words[place].stem == noun), None)
    if head is None:
        return None
    first = at + 2 if words[at + 1].low == "of" else at + 1  # "all of the flights", and not "all members of the crew"
    between = [word for word in words[first:head] if not word.is_number and word.low not in _NO_LIMIT]
    if any(not word.is_word or word.low in PREPOSITIONS | HELPERS for word in between):
        return None
    if any(not told.in_claim(word) for word in between):
        return told.said(at, head)
    last = _limit_behind(told, head)
    return told.said(at, last) if last else ""


def _limit_behind(told: Telling, head: int) -> int:
    """Where a phrase ends that stands right behind a noun and leaves some out, 0 without one."""
    words, first = told.words, head + 1
    if first >= len(words) - 1 or words[first].low not in _LIMITS:
        return 0
    last = first
    while last + 1 < len(words) and last - first < 5 and (words[last + 1].is_word or words[last + 1].is_number):
        if is_verb(words, last + 1) and words[first].low not in ("who", "whose"):
            break
        last += 1
    rest = [word for word in words[first + 1 : last + 1] if word.low not in LITTLE]
    new = [word for word in rest if not told.in_claim(word)]
    if not new or words[first + 1].low == "all" or any(word.low in _WHOLE for word in rest):
        return 0
    if words[first].low == "to" and not (words[first + 1].is_name or rest[-1].low.endswith("s")):
        return 0  # "no need to pay"
    place = words[first].low in ("in", "at", "on")
    if place and len(rest) == 1 and not rest[0].is_name:
        return 0  # "all workers at the plant", which the text was about
    return last


def _of_such(told: Telling) -> Comparison | None:
    """ "Visitors from Asia need", "junior doctors are" for "visitors need" and "doctors are"."""
    if len(told.claim) < 3:
        return None
    noun, verb = told.claim[0], told.claim[1]
    plural = (noun.low.endswith("s") and not noun.low.endswith("ss")) or noun.low in (
        "people",
        "women",
        "men",
        "children",
    )
    after = told.claim[2].low
    if not plural or noun.low in LITTLE or verb.is_name or verb.low in PREPOSITIONS | DETERMINERS:
        return None
    if is_past(verb.low) or (verb.low == "are" and (after.endswith("ing") or (is_past(after) and after != "banned"))):
        return None
    if verb.low not in HELPERS and not any(word.stem == verb.stem for word in told.words):
        return None
    places = [at for at, word in enumerate(told.words) if word.stem == noun.stem]
    if any(told.words[at].is_name and at for at in places) or "'" in noun.low:
        return None  # "Pythagoras was"
    said = [_such(told, at) for at in places]
    return _less(told, (0, 1), said[0]) if said and all(said) else None


def _such(told: Telling, at: int) -> str:
    """A noun with what leaves some of them out, "" without it."""
    words = told.words
    last = _limit_behind(told, at)
    if last and words[at + 1].low not in ("in", "at", "on", "for"):
        return told.said(at, last)
    first = at
    while (
        first > 0 and words[first - 1].is_word and at - first < 3 and words[first - 1].low not in LITTLE | PREPOSITIONS
    ):
        first -= 1
    opens = first == 0 or words[first - 1].text in ",;:"
    new = [word for word in words[first:at] if not told.in_claim(word) and not word.is_number]
    return (
        told.said(first, at) if opens and new and not any(is_verb(words, place) for place in range(first, at)) else ""
    )


def _of_what_is_banned(told: Telling) -> Comparison | None:
    """ "Bans foreign funding of parties" for "bans foreign funding"."""
    bans = _BANS.search(told.claimed)
    nouns = [at for at, word in enumerate(told.claim) if word.is_word]
    if bans is None or not nouns or not _BANS.search(told.text, told.words[0].start, told.words[-1].end):
        return None
    noun = told.claim[nouns[-1]]
    if noun.low in LITTLE or noun.start < bans.end() or is_past(noun.low):
        return None
    places = [at for at, word in enumerate(told.words) if word.stem == noun.stem]
    ends = [_limit_behind(told, at) for at in places]
    kept = all(ends) and all(
        told.words[at + 1].low in ("of", "to", "from", "above", "under", "below", "over") for at in places
    )
    return _less(told, (max(nouns[-1] - 2, 0), nouns[-1]), told.said(places[0], ends[0])) if places and kept else None


def _elsewhere_tried(told: Telling) -> Comparison | None:
    begin, stop = told.words[0].start, told.words[-1].end
    found = _IN_ANIMALS.search(told.text, begin, stop)
    told_of = {one.group().casefold() for one in _ANIMAL.finditer(told.claimed)} - {"cells"}
    if found is None or told_of or _PEOPLE.search(told.text[begin:stop]):
        return None
    return _less(told, (0, 3), found.group())


def _at_times(told: Telling) -> Comparison | None:
    """ "Closed on Mondays" for "closed"."""
    found = _AT_TIMES.search(told.text, told.words[0].start, told.words[-1].end)
    if found is None or _TIMES.search(told.claimed) or _ASIDE.search(told.text, told.words[0].start, found.start()):
        return None
    lasts = _BANS.search(told.claimed) is not None or any(_is_state(told, at) for at in range(1, len(told.claim) - 1))
    each = found.group()[-1] == "s" and found.group().casefold().startswith("on")
    return _less(told, (0, 3), found.group()) if lasts or each else None


def _is_state(told: Telling, at: int) -> bool:
    """Whether the claim says at a place how something is: "is closed", and not "is walking" or "there is a bay"."""
    after = told.claim[at + 1].low
    return told.claim[at].low in ("is", "are") and not after.endswith("ing") and after not in DETERMINERS


def _of_another_kind(told: Telling) -> Comparison | None:
    """ "Alcohol-free beer" for alcohol, "the deputy mayor" for the mayor."""
    for at, word in enumerate(told.claim):
        if not word.is_word or word.low in LITTLE:
            continue
        twins = [place for place, one in enumerate(told.words) if one.stem == word.stem]
        free = [place for place, one in enumerate(told.words) if one.low in (f"{word.low}-free", f"non-{word.low}")]
        feigned = [place for place in twins if place and told.words[place - 1].low in _FEIGNED]
        feigned = [place for place in feigned if told.words[place - 1].stem not in told.own]
        if (free and not twins) or (twins and feigned == twins):
            first, last = (free[0], free[0]) if free and not twins else (feigned[0] - 1, feigned[0])
            return Comparison(Outcome.ANOTHER, told.own_said(at, at), told.said(first, last))
    return None
