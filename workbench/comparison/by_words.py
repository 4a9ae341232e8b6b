"""What must hold for a passage to refute a claim by its words alone, where nothing in them can be compared.

A sentence may have all of the claim's words and another thing in them: "dogs are banned from the beach" and "smoking is
banned on the beach". A network takes many of these for refutations. So the claim is also said to be untrue, and read
once more (`workbench.services.search.asked_twice`); here are that wording, and what tells by itself of something else.
"""

from __future__ import annotations

import re

from workbench.comparison.antonyms import turned_elsewhere
from workbench.comparison.context_window import stems
from workbench.comparison.denials import names_within
from workbench.comparison.headed_rows import row_of
from workbench.comparison.two_times import of_two_times

_SENTENCE_END = re.compile(r"[.!?][\"”’)]*\s+(?=[\"“‘(]*[^\W_a-z])")
_YEAR = re.compile(r"(?<!\d)(?:1[5-9]|20)\d\d(?!\d)")
_OF_A_PARTY = re.compile(
    r"\b(?:den(?:y|ies|ied|ying|ial)|reject(?:s|ed)?|dismiss(?:es|ed)?|insist(?:s|ed)?|disput(?:es?|ed)|contest(?:s|ed)?"
    r"|claim(?:s|ed)?|accus(?:es?|ed)|alleg\w+|believ(?:es?|ed)|critics|lawyers?)\b",
    re.I,
)
"""What tells of somebody's word for it, not of how it is."""

_NOT_NOW = re.compile(
    r"\b(?:once(?!\s(?:an?|every|more|per|again|the)\b)|used\sto|formerly|previously|originally|initially|earlier|at\sfirst"
    r"|ago|until|till|(?<!\bas\s)(?<!\bthan\s)before|last\s(?:year|month|week|season|summer|spring|autumn|winter|time))\b",
    re.I,
)
"""What tells of another time than the one at which it is told."""

_WHOSE = re.compile(
    r"(?:^|(?<=[.!?;:]\s))(?:[^\W\d_][\w-]{0,30}\s){0,4}?(?P<whose>[^\W\d_][\w-]{0,30}?)(?:['’]s|s['’])\s(?P<what>[\w-]{1,30})",
    re.M,
)
"""Whose something is with which a sentence begins: "Bob Stone's partner was …"."""

_THAN = re.compile(r"\bthan\b", re.I)
"""Of two who are measured against each other: "richer than Dace" and "poorer than Holm" are the same."""
_REFUSES = re.compile(r"\b(?:refus|declin|fail|den(?:y|ie)|reject)\w*|\bno\slonger\b", re.I)
"""What a claim denies by a verb: of such a denial the network cannot read the denial."""
_FIGURE = re.compile(r"\d")


def denial(claim: str) -> str:
    """The claim said to be untrue."""
    return f"It is not true that {claim[:1].lower()}{claim[1:]}"


def may_refute(claim: str, passage: str, read: str, title: str = "") -> bool:
    """Whether nothing in a passage's words keeps it from telling of what the claim tells.

    Args:
        claim: What is asserted.
        passage: The passage's words.
        read: What of them was read: the whole, or the sentences that count.
        title: What it stands under.
    """
    if _SENTENCE_END.search(claim.strip()) or "|" in read or row_of(passage) is not None:
        return False
    there = stems(f"{title} {passage}")
    named = names_within(claim) - there
    if named and names_within(read) - stems(claim):
        return False
    if turned_elsewhere(claim, passage, title):
        return False
    if of_two_times(claim, read) or set(_YEAR.findall(read)) - set(_YEAR.findall(claim)):
        return False
    if _REFUSES.search(claim) or (_THAN.search(claim) and _THAN.search(read)):
        return False
    if any(_is_of(found["whose"], found["what"], claim) for found in _WHOSE.finditer(read)):
        return False
    return not any(words.search(read) and not words.search(claim) for words in (_OF_A_PARTY, _NOT_NOW))


def of_figures(claim: str, passage: str) -> bool:
    """Whether both tell figures, which may be others in another month."""
    return _FIGURE.search(claim) is not None and _FIGURE.search(passage) is not None


def _is_of(whose: str, what: str, claim: str) -> bool:
    """Whether a claim tells of somebody, and the passage of what is theirs."""
    own, told = stems(claim), stems(whose)
    if not told or not told <= own or stems(what) & own:
        return False
    return re.search(rf"{re.escape(whose)}s?['’]", claim) is None
