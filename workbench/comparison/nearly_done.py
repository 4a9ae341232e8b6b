"""What almost was: "nearly collapsed", "on the brink of failure", "narrowly escaped relegation"."""

from __future__ import annotations

import re

from workbench.comparison.outcomes import Comparison, Outcome
from workbench.comparison.told_words import HELPERS, PAST_FORMS, PlacedWord, Telling, is_verb, set_of

_BESIDE = re.compile(r"\b(?:nearly|almost|all\sbut|virtually|practically|as\sgood\sas)\s(?=[a-z])", re.I)
"""Right before a verb or adjective; before a number it tells how many."""
_FRAME = re.compile(
    r"\bon\sthe\s(?:very\s)?(?:verge|brink|edge|point|cusp|threshold|eve)\sof\s"
    r"|\b(?:close|near|nearer|closer)\sto\s"
    r"|\b(?:about|poised|ready)\sto\s"
    r"|\bwithin\s(?:an?\s|\w+\s)?(?:second|minute|hour|day|week|vote|metre|inch|hair|whisker)\w*\s(?:of\s)"
    r"|\b(?:avoid|escap|avert|miss|dodg)(?:ed|es|e|s)?\s"
    r"|(?:\b(?:prevent|stop|sav|keep|kept|rescu)(?:p?ed|es|s)?\s(?:\w+\s){0,3}?from"
    r"|\b(?:consider|contemplat)(?:ed|es|s|ing|e)?"
    r"|\b(?:thought|toyed|talked|spoke|talk)\s(?:about|of|with)(?:\sthe\sidea\sof)?)\s(?=[a-z]{2,20}ing\b)"
    r"|\btempted\sto\s|\bfail(?:ed|s)?\sto\s|\btr(?:ied|ies|ying)\sto\s|\battempt(?:ed|s|ing)?\sto\s",
    re.I,
)
"""What leads to a deed that was not done, or not yet."""
_SKIPPED = HELPERS | set_of("even again also")
_DENIED = re.compile(r"\b(?:no|not|never|nobody|none|nothing|without|hardly)\b|n['’]t\b", re.I)
_HOW_MUCH = set_of("doubled tripled trebled quadrupled halved all every everyone everything everybody")
"""Of these "nearly" tells an amount: that prices "nearly doubled" is told of how much."""
_ALIKE = set_of("beat burst hit hurt quit split spread")
"""Verbs whose past is told by no form."""
_BASES = {past: base for base, past in PAST_FORMS.items()}
_LEAST_SHARED = 4
"""Letters that a deed and its noun share at least: "relegated" and "relegation"."""


def nearly_done(told: Telling) -> Comparison | None:
    """What the claim says was done or is so, where the passage says that it nearly was."""
    if any(form.search(told.claimed) for form in (_BESIDE, _FRAME, _DENIED)):
        return None
    begin, stop = told.words[0].start, told.words[-1].end
    for form, most in ((_BESIDE, 1), (_FRAME, 3)):
        for found in form.finditer(told.text, begin, stop):
            at = _next(told, found.end(), most)
            own = next((one for one in range(1, len(told.claim)) if _is_said(told, one, at)), None) if at else None
            if at is None or own is None or _elsewhere(told, own, at):
                continue
            said = told.text[found.start() : told.words[at].end]
            return Comparison(Outcome.ANOTHER, told.own_said(own, own), " ".join(said.split()))
    return None


def _next(told: Telling, start: int, most: int) -> int | None:
    """The place of the first word of weight from `start` on, among so many."""
    near = [at for at, word in enumerate(told.words) if word.start >= start][: most + 3]
    at = next((at for at in near if told.words[at].low not in _SKIPPED), None)
    if at is None or not told.words[at].is_word or told.words[at].low in _HOW_MUCH or at not in near[: most + 2]:
        return None
    return at


def _is_said(told: Telling, own: int, at: int) -> bool:
    """Whether a word of the claim says that it is done or so, and a word of the passage names that."""
    word = told.claim[own]
    if not word.is_word or word.low in HELPERS or word.low in _SKIPPED:
        return False
    so = is_verb(told.claim, own) or told.claim[own - 1].low in HELPERS or word.low in _ALIKE
    return so and one_deed(word, told.words[at])


def one_deed(one: PlacedWord, other: PlacedWord) -> bool:
    """Whether two words are forms of one verb, or a verb or adjective and its noun: "bankrupt", "bankruptcy"."""
    here, there = (_BASES.get(word.low, word.stem) for word in (one, other))
    if here == there or one.low == other.low:
        return True
    shorter, longer = sorted((one.low, other.low), key=len)
    shared = next((at for at, letter in enumerate(shorter) if longer[at] != letter), len(shorter))
    return shared >= max(_LEAST_SHARED, len(shorter) - 3)


def _elsewhere(told: Telling, own: int, at: int) -> bool:
    """Whether the sentence tells in another place that it was done."""
    return any(place != at and one_deed(told.claim[own], word) for place, word in enumerate(told.words))
