"""What two claims that mean nearly the same do not share: amounts, times, and words that turn one of them round.

Whoever takes over the verdict on another claim must see every number that is another: what is in doubt is named.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Hashable, Iterable

from workbench.comparison.compare import compare
from workbench.comparison.context_window import WORD, stems
from workbench.comparison.one_word_apart import done_to_it
from workbench.comparison.outcomes import Facts, Outcome
from workbench.comparison.senses import told_in, turned
from workbench.domain.quantities import Quantity, QuantityKind, TimeRef

MOST_NAMED = 6
"""Differences that are named; two claims with more are not one claim."""

_NUMERAL = re.compile(r"\d(?:[\d.,\u00a0\u202f' ]*\d)?")
_SMALL_WORDS = """
    will would can could may might must should before after since until he she more less most least only even nearly
    almost some first one
"""
_SMALL = frozenset(_SMALL_WORDS.split())
"""Small words that tell something all the same."""
_DENIED = re.compile(r"\b(?:not|no|never|neither|nor|none|nobody|nothing|without|cannot|\w+n['’]t)\b", re.I)
_TURNED = (Outcome.CONFLICT, Outcome.OPPOSITE, Outcome.ANOTHER)


def differences(one: Facts, other: Facts) -> tuple[str, ...]:
    """What is said here and not there, each in the words of its claim: "here 3,000, there 5,000".

    Args:
        one: The claim at hand, its amounts and times read from its text.
        other: The claim it is compared with.
    """
    found = [
        *_apart(*(_amounts(facts) for facts in (one, other))),
        *_apart(*(_times(facts) for facts in (one, other))),
    ]
    # what the readers of amounts and times make nothing of is compared as it is written
    told = " ".join(found)
    rest = (_numerals(facts) for facts in (one, other))
    found += [words for words in _apart(*rest) if not any(part in told for part in _NUMERAL.findall(words))]
    found += [
        paired([item.claim], [item.passage])[0]
        for item in compare(one, other)
        if item.outcome in _TURNED
        and item.claim.casefold() != item.passage.casefold()
        and not (item.claim in told and item.passage in told)
    ]
    found += _apart(*(_denials(facts.text) for facts in (one, other)))
    return tuple(dict.fromkeys(found))[:MOST_NAMED]


def words_apart(one: Facts, other: Facts, told: str) -> list[str]:
    """Words that only one of two texts has, in whatever form or sense: "here women, there children"; or their order.

    Who takes over a verdict must see that another thing is spoken of, so that what is only worded otherwise is named
    too.

    Args:
        one: The claim at hand.
        other: The claim it is compared with.
        told: What is told to differ already.
    """
    named = told.casefold()
    both = (_words(one, other), _words(other, one))
    apart = _apart(*([(sense, word) for sense, word in said if word.casefold() not in named] for said in both))
    if not apart and _order(one, other) != _order(other, one):
        return ["the same words in another order"]
    if not apart and (done_to_it(one.text) != done_to_it(other.text) or _ends(one.text) != _ends(other.text)):
        return ["the same words, perhaps the other way round"]
    return apart


def _ends(text: str) -> tuple[list[str], set[str]]:
    """The two figures of a score or ratio in their order, and what is told to be from where and to where."""
    figures = [figure for found in _SCORE.finditer(text) for figure in found.groups()]
    return figures, {found.group().casefold() for found in _FROM_AND_TO.finditer(text)}


_SCORE = re.compile(r"(?<![\d.,:–-])(\d{1,3})[-–:](\d{1,3})(?![\d:–-]|[.,]\d)")
_FROM_AND_TO = re.compile(r"\b(?:from|to)\s[A-Z][\w'’-]{1,30}")


def _words(facts: Facts, other: Facts) -> Said:
    """The words of a text that tell something and are not told in another, nor part of an amount or a time."""
    there, small = stems(other.text), _small(other)
    found: dict[Hashable, str] = {}
    for word in _outside(facts):
        for sense in stems(word):
            if not _is_told(sense, there):
                found.setdefault(sense, word)
        if word.casefold() in _SMALL - small or _turned(word.casefold(), facts, other):
            found.setdefault(word.casefold(), word)
    return list(found.items())


def _is_told(word: str, there: frozenset[str]) -> bool:
    """Whether a stem, or one of its sense, is among others; who sold is not who bought."""
    alike = (other for other in there if told_in(word, frozenset({other})))
    return any(not turned(word, other, one_voice=True) for other in alike)


def _outside(facts: Facts) -> list[str]:
    """The words of a text outside of its amounts and times."""
    read = [(one.start, one.end) for one in facts.quantities] + [(one.start, one.end) for one in facts.times]
    return [
        word.group()
        for word in WORD.finditer(facts.text)
        if not any(start < word.end() and word.start() < end for start, end in read)
    ]


_COUNTERPARTS = "from to|with about|and or|if and|is was|are were|with without|by for"
_PAIRS = frozenset(
    pair for both in _COUNTERPARTS.split("|") for pair in (tuple(both.split()), tuple(both.split()[::-1]))
)


def _turned(word: str, here: Facts, there: Facts) -> bool:
    """Whether a small word stands on one side alone, and on the other alone its counterpart: to Cork, from Cork."""
    mine, theirs = (set(map(str.casefold, WORD.findall(facts.text))) for facts in (here, there))
    return word not in theirs and any(
        (word, other) in _PAIRS or _DOER.sub("ee", word) == other or _DOER.sub("ee", other) == word
        for other in theirs - mine
    )


_DOER = re.compile(r"(?:er|or)(?=s?$)")
"""An employer is no employee."""


def _small(facts: Facts) -> frozenset[str]:
    return frozenset(map(str.casefold, WORD.findall(facts.text))) & _SMALL


def _order(facts: Facts, other: Facts) -> list[str]:
    """The stems that two texts share, in the order of the one."""
    there = stems(other.text)
    return [sense for word in _outside(facts) for sense in stems(word) if sense in there]


def paired(here: Iterable[str], there: Iterable[str]) -> list[str]:
    """Words of the claim at hand and of the other, side by side: "here 3,000, there 5,000", "only there 2019"."""
    mine, theirs = list(here), list(there)
    both = [f"here {ours}, there {other}" for ours, other in zip(mine, theirs, strict=False)]
    over = len(both)
    return [
        *both,
        *(f"only here {words}" for words in mine[over:]),
        *(f"only there {words}" for words in theirs[over:]),
    ]


Said = list[tuple[Hashable, str]]
"""What a text says, each with what makes it the same as in another text, and its words."""


def _apart(here: Said, there: Said) -> list[str]:
    left, right = Counter(key for key, _ in there), Counter(key for key, _ in here)
    mine: list[str] = []
    theirs: list[str] = []
    for said, against, alone in ((here, left, mine), (there, right, theirs)):
        for key, words in said:
            if against[key]:
                against[key] -= 1
            else:
                alone.append(words)
    return paired(mine, theirs)


def _amounts(facts: Facts) -> Said:
    days = [(one.start, one.end) for one in facts.times]
    return [
        (_amount(one), one.text.strip())
        for one in facts.quantities
        if not any(start <= one.start and one.end <= end for start, end in days)
    ]


def _amount(one: Quantity) -> Hashable:
    """Two amounts are the same that stand for the same numbers, of the same money, rank or share."""
    ranked = one.kind in (QuantityKind.ORDINAL, QuantityKind.SUPERLATIVE)
    share = one.kind in (QuantityKind.PERCENT, QuantityKind.PERCENTAGE_POINTS, QuantityKind.RATIO)
    word = one.text.casefold().strip() if one.kind is QuantityKind.SUPERLATIVE or one.low is one.high is None else ""
    unit = one.unit if one.kind is QuantityKind.MEASURE else None
    return one.low, one.high, one.currency, one.kind if ranked or share else "", word, unit


def _times(facts: Facts) -> Said:
    return [(_time(one), one.text.strip()) for one in facts.times]


def _time(one: TimeRef) -> Hashable:
    if one.earliest is None and one.latest is None and one.days is None:
        return one.text.casefold().strip()
    return one.kind, one.earliest, one.latest, one.days


def _numerals(facts: Facts) -> Said:
    """Numerals outside of what was read as an amount or a time."""
    read = [(one.start, one.end) for one in facts.quantities] + [(one.start, one.end) for one in facts.times]
    return [
        (re.sub(r"[^\d]", "", found.group()), found.group())
        for found in _NUMERAL.finditer(facts.text)
        if not any(start < found.end() and found.start() < end for start, end in read)
    ]


def _denials(text: str) -> Said:
    return [("denied", f"“{found.group()}”") for found in _DENIED.finditer(text)]
