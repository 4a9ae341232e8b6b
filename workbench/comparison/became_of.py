"""What became of those that an amount counts: killed, hurt, held, ill, missing, made homeless, destroyed or saved.

"Wounding 20 people" and "killed five people" are of two things though all counts of people are numbers of one kind,
and "infected 11, killing six of them" tells of as many dead as "killed nine" does. Which verb an amount has is told by
what stands right before it or right behind it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from workbench.comparison.amounts import Amount
from workbench.comparison.context_window import sentence
from workbench.comparison.one_count import of_people
from workbench.comparison.outcomes import Comparison, Outcome
from workbench.comparison.told_words import NUMBER_WORDS
from workbench.domain.quantities import QuantityKind

_FATES = {
    "dead": r"kill(?:s|ed|ing)?|d(?:ie[sd]?|ying)|dead|deaths?|fatal(?:ly|ity|ities)?|perish(?:ed|ing)?|slain"
    r"|drown(?:ed|ing)?|murder(?:ed|ing|s)?|massacr(?:ed|ing)|execut(?:ed|ing)|claim(?:ed|ing)\sthe\slives\sof|lost\stheir\slives|shot\sdead|deadly",
    "hurt": r"injur(?:es?|ed|ing|ies)|wound(?:s|ed|ing)?|hurt(?:ing)?|maim(?:ed|ing)",
    "held": r"arrest(?:s|ed|ing)?|detain(?:s|ed|ing|ees)?|in\scustody|jail(?:ed|ing)",
    "ill": r"infect(?:s|ed|ing|ions?)?|sicken(?:s|ed|ing)?|(?:fallen|fell|made|taken)\s(?:ill|sick)|cases?"
    r"|poison(?:ed|ing)",
    "missing": r"missing|unaccounted\sfor|disappeared|vanished",
    "homeless": r"displac(?:es?|ed|ing)|evacuat(?:es?|ed|ing)|homeless|uproot(?:ed|ing)",
    "saved": r"rescu(?:es?|ed|ing)|sav(?:es?|ed|ing)|pulled\salive|surviv(?:ed|ing|ors)",
    "recovered": r"recover(?:ed|ies)|cured|discharged",
    "destroyed": r"destroy(?:s|ed|ing)?|flatten(?:s|ed|ing)?|raz(?:ed|ing)",
    "damaged": r"damag(?:es?|ed|ing)|flood(?:s|ed|ing)",
    "treated": r"tested|in\shospitals?|hospitali[sz]ed|vaccinat(?:ed|ing)|treat(?:s|ed|ing)|quarantined|isolated"
    r"|contacts",
}
_ANY = "|".join(f"(?P<{name}>{words})" for name, words in _FATES.items())
_ABOUT = (
    r"(?:at\s(?:least|most)|(?:more|no\sfewer|fewer)\sthan|as\smany\sas|up\sto|about|around|some|over|nearly|almost"
    r"|another|a\sfurther|an\sestimated|an\sadditional|all|only|just|the|its|other)"
)
_BEFORE = re.compile(rf"\b(?:{_ANY}):?\s(?:{_ABOUT}\s){{0,3}}$", re.I)
"""Stands right before an amount: "killing at least six"."""
_TOLL = re.compile(
    r"\b(?:number|toll|total|tally)\sof\s(?:(?:the|confirmed|people|those|reported)\s){0,3}"
    rf"(?:{_ANY})\b[^,;:.]{{0,60}}$|\bdeath\stoll\b[^,;:.]{{0,60}}$",
    re.I,
)
_NOUNS = (
    r"(?:\s(?!(?:and|or|but|in|on|at|of|for|from|by|to|with|when|after|as|that|which|is|it)\b)[^\W\d_][\w'’-]*){0,3}?"
)
_BEHIND = re.compile(
    rf"(?!\n)(?:\sof\s(?:them|whom|those|these))?{_NOUNS}"
    r"(?:\s(?:who|that))?(?:\s(?:was|were|is|are|has|have|had|been|being|later|also|already|confirmed|feared|reported"
    r"|believed|subsequently)){0,4}"
    rf"\s(?:{_ANY})\b",
    re.I,
)
"""Stands right behind it: "20 others were injured", "two of them fatally", "nine deaths"."""


_WORDS = "|".join(_FATES.values())
_OF_MORE = re.compile(rf"\b(?:{_WORDS})\s(?:and|or)\s$", re.I)
_NUMBER = rf"(?:\d|{'|'.join(sorted(NUMBER_WORDS))})"
_OR_MORE = re.compile(rf"\s(?:and|or)\s(?:{_WORDS})\b(?!\s(?:[a-z]+\s){{0,2}}?{_NUMBER})", re.I)
"""What tells more of the same people: "15 dead or injured"."""


def became_of(amount: Amount) -> str:
    """What became of those that an amount counts; nothing where the words beside it do not say."""
    if amount.quantity.kind is not QuantityKind.COUNT:
        return ""
    found = _fate(*amount.span)
    return found.name if found else ""


_MIXED = "mixed"
"""What is told of people of whom two things became, some the one and some the other."""


class _Fate(NamedTuple):
    """What became of them, and where the words begin and end that tell it of an amount."""

    name: str
    start: int
    end: int


@lru_cache(maxsize=4096)
def _fate(text: str, start: int, end: int) -> _Fate | None:
    begin, stop = sentence(text, start)
    before = _BEFORE.search(text, max(begin, start - 60), start)
    behind = _BEHIND.match(text, end, stop)
    if before is not None:
        more = _OF_MORE.search(text, begin, before.start())
        if more is not None:
            return _Fate(_MIXED, more.start(), end)
        if behind is not None and behind.lastgroup not in (before.lastgroup, "treated"):
            return None  # "injuring 14 people who died"
        return _Fate(before.lastgroup or "", before.start(), end)
    if behind is not None:
        more = _OR_MORE.match(text, behind.end(), stop)
        return _Fate(_MIXED, start, more.end()) if more else _Fate(behind.lastgroup or "", start, behind.end())
    toll = _TOLL.search(text, max(begin, start - 100), start)
    return None if toll is None else _Fate(toll.lastgroup or "dead", toll.start(), end)


def other_became(own: Amount, other: Amount) -> bool:
    """Whether one thing became of those that the one counts, and another of those of the other: dead, and hurt."""
    mine, theirs = became_of(own), became_of(other)
    return bool(mine and theirs) and mine != theirs


def same_became(own: Amount, other: Amount) -> bool:
    """Whether the same became of the people that both count, or that one counts and the other may."""
    if any(one.quantity.unit is not None and not of_people(one.quantity.unit) for one in (own, other)):
        return False
    mine = became_of(own)
    return bool(mine) and mine == became_of(other)


_ALL_OF_THEM = re.compile(r"\b(?:all|both|each|every|none|whom|who)\b", re.I)


def became_another(own: Amount, others: Sequence[Amount]) -> Comparison | None:
    """That as many as the claim counts are told by the passage, and something else became of those: 90 dead, 90 hurt.

    Nothing where it may tell that the same became of all of them ("90 were hurt, all of whom died").
    """
    if not became_of(own):
        return None
    for other in others:
        if not ({own.quantity.low, own.quantity.high} & {other.quantity.low, other.quantity.high} - {None}):
            continue
        mine, theirs = _fate(*own.span), _fate(*other.span)
        text, start, _ = other.span
        if mine is None or theirs is None or _ALL_OF_THEM.search(text, *sentence(text, start)):
            continue
        if mine.name in _FATES and _later(mine.name, other, theirs.end):
            continue
        return Comparison(Outcome.ANOTHER, _written(own, mine), _written(other, theirs))
    return None


def _later(name: str, amount: Amount, end: int) -> bool:
    """Whether it is told behind an amount that the same became of those too: "40 people injured there have died"."""
    text = amount.facts.text
    found = re.compile(rf"\b(?:{_FATES[name]})\b", re.I).search(text, end, sentence(text, amount.quantity.start)[1])
    return found is not None and not any(end <= one.start <= found.end() + _NEXT for one in amount.facts.quantities)


_NEXT = 12
"""Letters behind a verb in which its own amount begins: "and killed nine"."""


def _written(amount: Amount, fate: _Fate) -> str:
    text = amount.facts.text
    return " ".join(text[fate.start : fate.end].split()).strip(" .,;")
