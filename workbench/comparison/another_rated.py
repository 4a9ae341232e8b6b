"""Passages that rate a claim as false, in prose, and another claim than the one at hand.

"Claim: Garlic cures the flu. Verdict: False." says nothing of bananas, but a network hears "cures the flu" and "false".
"""

from __future__ import annotations

import re

from workbench.comparison.context_window import stems
from workbench.comparison.senses import told_in
from workbench.comparison.told_words import HELPERS, LITTLE, is_verb, tokens

_FALSE_WORDS = "false|untrue|wrong|incorrect|inaccurate|misleading|baseless|unfounded|fake|fabricated|debunked|unproven"
_FALSE = rf"(?:{_FALSE_WORDS}|a\shoax)"
_RATING = re.compile(
    rf"\b(?:verdict|rating|conclusion|our\sruling|fact[\s-]?check)\s?[:–—-]\s?(?:\w+\s){{0,2}}?{_FALSE}\b"
    rf"|\b(?:claim|statement|assertion|allegation|rumou?r|post|meme|video|photo|message|story)s?\b[^.!?\n]{{0,200}}?"
    rf"\b(?:is|are|was|were|has\sbeen|have\sbeen)\s(?:\w+\s){{0,2}}?{_FALSE}\b"
    rf"|\b(?:this|that|the|these|those|a)\s{_FALSE}\s(?:claim|statement|assertion|rumou?r|post|message)s?\b",
    re.I,
)
_HEADED = re.compile(rf"^\W*(?:{_FALSE}|debunked|fact[\s-]?check|claim)\s?[:–—-]", re.I)
_RATED = re.compile(
    r"\b(?:claim|statement)\s?[:–—-]\s?(?P<what>[^\n]{5,300}?)(?=[.!?\n]|\s(?:verdict|rating|conclusion)\b|$)"
    r"|\b(?:claim|statement|assertion|rumou?r)s?\s(?:that|of|about|on)\s(?P<that>[^.!?\n]{3,200}?)\s(?:is|are|was|were|has|have)\b",
    re.I,
)
LEAST_TOLD = 0.6
"""The part of a claim's words that a passage which rates the same one has, with its title.

By judgement, on pairs of the project's own: of another claim it has half or less, of the same one .6 and more.
"""


def another_rated(claim: str, passage: str, title: str) -> str | None:
    """What a passage rates, where that is not the claim at hand; None where it rates nothing, or may rate this one.

    Args:
        claim: What is asserted, in English.
        passage: The words of the passage.
        title: What its source is called.
    """
    if _RATING.search(passage) is None and _HEADED.match(title) is None:
        return None
    if _RATING.search(claim) is not None:
        return None
    there = stems(f"{title} {passage}")
    own = stems(claim)
    share = sum(told_in(word, there) for word in own) / len(own) if own else 1.0
    about = _subject(claim)
    if share >= LEAST_TOLD and (not about or any(told_in(word, there) for word in about)):
        return None
    found = _RATED.search(passage)
    said = (found["what"] or found["that"]) if found else _HEADED.sub("", title) or passage[:80]
    return " ".join(said.split())[:_LONGEST].strip(" .")


_LONGEST = 90
"""Letters of what was rated that are told."""


def _subject(claim: str) -> frozenset[str]:
    """The stems of what stands before a claim's first verb."""
    words = tokens(claim)
    at = next((at for at, word in enumerate(words) if at and (word.low in HELPERS or is_verb(words, at))), None)
    told = [word.text for word in words[:at] if word.is_word and word.low not in LITTLE]
    if at is None:  # "cure" is a verb without a sign
        told = [word for word in told if not word.endswith("ing")][:1]
    return stems(" ".join(told))
