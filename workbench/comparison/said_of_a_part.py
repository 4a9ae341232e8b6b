"""Whether one thing is said of two parts of a whole: "four of the nine judges voted for it" and "… against it".

Two parts of one size may be two: where four of the nine are for a law, another four may be against it. So a part agrees
only with one of as large a whole of which the same is said.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from workbench.comparison.amounts import Amount
from workbench.comparison.context_window import WORD, is_verb, sentence, stems
from workbench.comparison.matter import matter
from workbench.comparison.measures import behind_whole, whole_of
from workbench.comparison.senses import told_in
from workbench.comparison.stemming import stem

MANY = 4
"""Words said of a part from which one may be missing."""

_ASIDE = re.compile(r",[^,.;:]{0,80},")
_ENDS = re.compile(r"[,;:()–—]|\b(?:and|but|while|whereas|although|though|because)\b", re.I)
_WHICH = re.compile(
    r"\s*(?:in|on|at|of|from|near|along|around|across|under|by|with|for|to|this|last|next|each|every)\b", re.I
)
"""Opens what tells which ones they are, or when, before what is said of them."""
_HELPS = re.compile(r"(?:is|are|was|were|be|been|being|has|have|had|do|does|did|will|would|can|could|may|might|must)$")
_TO_COME = re.compile(r"\b(?:will|would|can|could|(?-i:may)|might|must|should|shall|(?:is|are|was|were) to)\b", re.I)
_NOT = re.compile(r"\b(?:not(?! only| just)|never|no longer|no|nor|cannot|without)\b|n['’]t\b", re.I)
_IS = re.compile(r"\s[^,.;:()\d]{0,60}?\b(?:is|are|was|were)\s+(?:[a-z]+ly\s+)?(?P<what>[^\W\d_]+)")
_BEHIND = 60
"""Characters behind an amount in which it is said to be for or against something."""
_FOR_OR_AGAINST = re.compile(r"\b(?P<in>for|in favou?r of)\b|\bagainst\b", re.I)
_SIDES = tuple(
    (re.compile(rf"\b(?:{one})\b", re.I), re.compile(rf"\b(?:{other})\b", re.I))
    for one, other in (
        ("for|in favou?r of", "against"),
        ("with|on|by|from", "without"),
        ("before", "after|since"),
        ("to|into|in", "from|out of"),
        ("above|over", "below|under"),
        ("up", "down"),
        ("inside|within", "outside"),
    )
)
"""Small words that say the opposite of each other behind one verb."""


class _Said(NamedTuple):
    """What is said of a part, the stems of its words, and of those that a verb or a form of "be" leads to."""

    text: str
    words: frozenset[str]
    heads: frozenset[str]


def same_is_said(own: Amount, other: Amount) -> bool:
    """Whether what is said of the claim's part of a whole is what the passage says of its own.

    What is said is what stands behind the whole, else what stands before the part: "cracks in two of the six piers".
    """
    mine, theirs = _said(own), _said(other)
    for tells in (_NOT, _TO_COME):
        if (tells.search(mine.text) is None) != (tells.search(theirs.text) is None):
            return False
    if _on_two_sides(mine.text, theirs.text):
        return False
    text = other.facts.text
    begin, stop = sentence(text, other.quantity.start)
    there = stems(text[begin:stop]) | stems(other.facts.about)
    lacks = {word for word in mine.words if not told_in(word, there)}
    if lacks & mine.heads or (lacks and (len(lacks) > 1 or len(mine.words) < MANY)):
        return False
    here = stems(own.facts.text)
    return all(told_in(word, here) for word in theirs.heads)


def another_is_said(own: Amount, other: Amount) -> bool:
    """Whether two shares are said to be two things: "a third of the wells are dry" and "… are full"."""
    found = [_IS.match(text, end) for text, _, end in (own.span, other.span)]
    if found[0] is None or found[1] is None:
        return False
    mine, theirs = stems(found[0]["what"]), stems(found[1]["what"])
    text, start, _ = other.span
    begin, stop = sentence(text, start)
    there, here = stems(text[begin:stop]), stems(own.facts.text)
    told = any(told_in(word, there) for word in mine) or any(told_in(word, here) for word in theirs)
    return bool(mine and theirs) and not told


def for_and_against(own: Amount, other: Amount) -> bool:
    """Whether one of two amounts is for something and the other against it: "40 members voted for", "… against"."""
    sides = []
    for text, start, end in (own.span, other.span):
        stop = min(sentence(text, start)[1], end + _BEHIND)
        sides.append({found["in"] is None for found in _FOR_OR_AGAINST.finditer(_ENDS.split(text[end:stop])[0])})
    return sides in ([{True}, {False}], [{False}, {True}])


def of_one_size(own: Amount, other: Amount) -> bool:
    """Whether two parts are not known to be of wholes of two sizes: two of six, and two of nine."""
    wholes = [whole_of(amount.quantity, amount.facts.text) for amount in (own, other)]
    return None in wholes or wholes[0] == wholes[1]


def _said(amount: Amount) -> _Said:
    text, start, _ = amount.span
    begin, stop = sentence(text, start)
    told = matter(amount.facts, start)
    known = told.words.union(*told.names)
    behind = _ENDS.split(_ASIDE.sub(" ", text[behind_whole(amount.quantity, text) : stop]))[0]
    before = _ENDS.split(text[begin:start])[-1]
    words, heads = _content(behind, known, waits=not _WHICH.match(behind))
    if heads or (words and not known & stems(before)):
        return _Said(behind, frozenset(words), heads)
    words, heads = _content(before, known, waits=False)
    # who did it to them may be told elsewhere
    heads = heads or frozenset(words[-1:])
    return _Said(before, heads, heads)


def _on_two_sides(mine: str, theirs: str) -> bool:
    """Whether one side has a small word where the other has its opposite: "for" and "against"."""
    for one, other in _SIDES:
        here = one.search(mine) is not None, other.search(mine) is not None
        there = one.search(theirs) is not None, other.search(theirs) is not None
        if here != there and here[0] != here[1] and here == (there[1], there[0]):
            return True
    return False


def _content(said: str, known: frozenset[str], *, waits: bool) -> tuple[list[str], frozenset[str]]:
    """The stems of the words that say something of a part, and of those that a verb or a form of "be" leads to."""
    words: list[str] = []
    heads: set[str] = set()
    for word in WORD.finditer(said):
        lower = word.group().casefold()
        if _HELPS.match(lower):
            waits = True
        found = stem(lower)
        if found not in known:
            continue
        if waits or is_verb(word):
            heads.add(found)
            waits = False
        words.append(found)
    return words, frozenset(heads)
