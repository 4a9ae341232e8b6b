"""What an earlier fact check says about a claim: its rating decides, never that it repeats the claim's words.

A check that rates "The bridge cost 3 million" as False repeats these words and refutes them.
"""

from __future__ import annotations

import re
from dataclasses import replace
from enum import StrEnum

from workbench.domain.documents import FactCheck
from workbench.domain.evidence import Source, StanceSuggestion


class Truth(StrEnum):
    """What a rating means for the claim it rates."""

    TRUE = "true"
    FALSE = "false"
    OPEN = "neither true nor false"
    """Half true, misleading, unproven, satire, and every rating that is not known."""


LOW, HIGH = 0.3, 0.8
"""Where on its own scale (0 lowest, 1 highest) a rating in figures counts as false or true. On the usual five steps
the lowest two are false and the highest is true, on six the lowest two and the highest two: as their words say."""

_LONGEST = 12
_OPEN = re.compile(
    r"\b(?:half|partly|partially|mixture|mixed|mislead\w*|missing context|lacks? context|needs? context|"
    r"unproven|unverified|"
    r"unsupported|no evidence|not proven|unknown|undetermined|research in progress|satire|outdated|exaggerat\w*|cherry|"
    r"two pinocchios|disputed|it depends|complicated|in dispute|spins? the facts|"
    r"teilweise|halb|irreführend|unbelegt|fehlender kontext|größtenteils richtig mit|"
    r"à moitié|trompeur\w*|partiellement|contexte|à nuancer|"
    r"media verdad|engañoso|engañosa|medio|parcial\w*|impreciso|sin contexto|verdad a medias|"
    r"fuorviante|impreciso|in parte|enganoso|fora de contexto|meia verdade)\b",
    re.IGNORECASE,
)
_FALSE = re.compile(
    r"\b(?:false|pants on fire|(?:three|four) pinocchios|barely true|incorrect|wrong|fake|hoax|fabricated|"
    r"untrue|inaccurate|"
    r"not true|not correct|not accurate|bogus|debunked|baseless|altered|doctored|manipulated|misattributed|"
    r"falsch|unwahr|gefälscht|erfunden|stimmt nicht|faux|fausse|infox|falso|falsa|bulo|errado|fuori strada|bufala|"
    r"onwaar|fałsz|фейк|ложь|неправда)\b",
    re.IGNORECASE,
)
_TRUE = re.compile(
    r"\b(?:true|correct|accurate|right|geppetto checkmark|confirmed|legit|wahr|richtig|stimmt|vrai|vraie|"
    r"verdadero|verdadera|"
    r"cierto|vero|verdadeiro|waar|prawda|правда)\b",
    re.IGNORECASE,
)


def truth_of(check: FactCheck) -> Truth:
    """What a check's rating means: its words decide, its figures where the words are not known."""
    words = check.rating
    if len(words.split()) <= _LONGEST:
        if _OPEN.search(words):
            return Truth.OPEN
        if _FALSE.search(words):
            return Truth.FALSE
        if _TRUE.search(words):
            return Truth.TRUE
    if check.truth is None:
        return Truth.OPEN
    return Truth.FALSE if check.truth <= LOW else Truth.TRUE if check.truth >= HIGH else Truth.OPEN


def rated_by(source: Source) -> str:
    """How an earlier check rated its claim and who did ("rated False by Harbour Check"); empty for other sources."""
    if source.fact_check is None:
        return ""
    who = source.publisher or source.author
    return f"rated {source.fact_check.rating}" + (f" by {who}" if who else "")


_AGAINST = {"supports": "refutes", "leans supports": "leans refutes", "repeats": "refutes"}
_UNDECIDED = frozenset(("supports", "refutes", "leans supports", "leans refutes", "repeats"))


def by_rating(said: StanceSuggestion, source: Source) -> StanceSuggestion:
    """The stance of a fact check: what the reading of its claim's words says, turned by its rating.

    Args:
        said: What the claim that was checked says about the claim at hand, word by word.
        source: Where it comes from.
    Returns:
        A check that rates the same claim as false refutes it, by the probability that it is the same claim. That the
        opposite of a claim was rated false proves nothing. A rating between true and false is context.
    """
    if source.fact_check is None:
        return said
    truth = truth_of(source.fact_check)
    compared = "; ".join(filter(None, (rated_by(source), said.comparison)))
    if truth is Truth.TRUE:
        label = "supports" if said.label == "repeats" else said.label
        return replace(said, label=label, comparison=compared)
    if truth is Truth.FALSE:
        label = _AGAINST.get(said.label, "context" if said.label in _UNDECIDED else said.label)
        same = max(said.supports, said.neutral) if said.label == "repeats" else said.supports
        return replace(said, label=label, supports=0.0, refutes=same, neutral=1.0 - same, comparison=compared)
    label = "context" if said.label in _UNDECIDED else said.label
    return replace(said, label=label, supports=0.0, refutes=0.0, neutral=1.0, comparison=compared)
