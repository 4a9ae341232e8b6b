"""From probabilities to what a reviewer is shown: a stance, "unclear", "repeats the claim", a suggested rating."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from math import exp

from workbench.domain.comparison import Comparison, Outcome, overall
from workbench.domain.evidence import Hit, StanceSuggestion
from workbench.domain.review import RatingScale
from workbench.domain.stemming import stem

SUPPORTS, REFUTES, CONTEXT, UNCLEAR, REPEATS = "supports", "refutes", "context", "unclear", "repeats"


@dataclass(frozen=True, slots=True)
class Weighing:
    """How numbers weigh against words, and how sure a label must be; measured with the model and shipped with it.

    `conflict` and `agreement` are added to the log-odds of refuting and of supporting. A label is shown from
    its threshold on; below it the suggestion says "unclear". But where compared numbers or dates conflict, none
    agrees and refuting is the likeliest, "refutes" is shown when the passage is about the claim: when it is
    neutral with a probability of `numbers` at most.
    """

    conflict: float = 0.0
    agreement: float = 0.0
    thresholds: Mapping[str, float] | None = None
    numbers: float = 0.0

    def threshold(self, label: str) -> float:
        """The probability from which `label` is shown."""
        return (self.thresholds or {}).get(label, 1.0)


def weighed(suggestion: StanceSuggestion, comparisons: Sequence[Comparison], weighing: Weighing) -> StanceSuggestion:
    """Let compared numbers and dates enter the probabilities, and put the comparison into words."""
    outcome = overall(comparisons)
    supports, refutes, neutral = suggestion.supports, suggestion.refutes, suggestion.neutral
    if outcome is Outcome.CONFLICT:
        refutes *= exp(weighing.conflict)
    elif outcome is Outcome.AGREEMENT:
        supports *= exp(weighing.agreement)
    total = supports + refutes + neutral
    return replace(
        suggestion,
        supports=supports / total,
        refutes=refutes / total,
        neutral=neutral / total,
        comparison=" · ".join(item.words for item in comparisons if item.outcome is not Outcome.UNKNOWN),
    )


def labelled(
    suggestion: StanceSuggestion, weighing: Weighing, comparisons: Sequence[Comparison] = ()
) -> StanceSuggestion:
    """Give the likeliest label where it, or a conflict of numbers that bears it out, is sure enough, else "unclear"."""
    ranked = {SUPPORTS: suggestion.supports, REFUTES: suggestion.refutes, CONTEXT: suggestion.neutral}
    label = max(ranked, key=lambda name: ranked[name])
    borne_out = label == REFUTES and conflicting(comparisons) and suggestion.neutral <= weighing.numbers
    return replace(suggestion, label=label if borne_out or ranked[label] >= weighing.threshold(label) else UNCLEAR)


def conflicting(comparisons: Sequence[Comparison]) -> bool:
    """Whether amounts or times conflict and none agrees."""
    outcomes = {item.outcome for item in comparisons}
    return Outcome.CONFLICT in outcomes and Outcome.AGREEMENT not in outcomes


_WORD = re.compile(r"\w+")
_REPORTING = re.compile(
    r"\b(?:said|says|say|told|claimed|claims|claim|according to|tweeted|posted|wrote|announced|alleged|stated|insisted"
    r"|argued|quoted)\b",
    re.IGNORECASE,
)


def repeats(claim: str, passage: str, *, same_source: bool = False, speaker: str | None = None) -> bool:
    """Whether a passage is the claim's own text, or reports that someone made the claim, and so settles nothing.

    Args:
        claim: The claim's words.
        passage: The passage's words.
        same_source: The passage comes from the article that the claim was taken from.
        speaker: Who made the claim, where that is known.
    """
    if same_source:
        return True
    words = [stem(word) for word in map(str.casefold, _WORD.findall(claim))]
    told = [stem(word) for word in map(str.casefold, _WORD.findall(passage))]
    if len(words) < 4:
        return False
    present = sum(word in set(told) for word in words) / len(words)
    if present < 0.85:
        return False
    if not _REPORTING.search(passage):
        return False
    # "X said that…" repeats; a passage that goes on for long after it may also check what was said
    return len(told) <= 2.5 * len(words) + 12 or (speaker is not None and speaker.casefold() in passage.casefold())


@dataclass(frozen=True, slots=True)
class RatingSuggestion:
    """What the evidence seems to say of a claim; never a verdict.

    `rating` is a key of the scale, None where evidence conflicts. `reason` is the line shown with it.
    """

    rating: str | None
    reason: str
    passage_ids: tuple[int, ...]
    conflicting: bool = False


STRONG = 0.9
"""A stance weaker than this suggests a rating only where compared numbers bear it out."""


def suggested_rating(hits: Sequence[Hit], scale: RatingScale) -> RatingSuggestion | None:
    """The rating that strong evidence speaks for: best of the scale when all of it supports, worst when all refutes.

    A passage that shows "refutes" because its numbers conflict counts too, as long as no passage shows "supports".
    Evidence known to be later than the claim, that repeats it or comes from its own source does not count.

    Returns:
        None when no evidence is strong, or the scale has no steps with numbers.
    """
    shown = [
        hit
        for hit in hits
        if hit.stance is not None and hit.stance.label in (SUPPORTS, REFUTES) and hit.timing != "after"
    ]
    strong = [hit for hit in shown if _probability(hit.stance) >= STRONG]
    if not any(hit.stance and hit.stance.label == SUPPORTS for hit in shown):
        strong = [hit for hit in shown if hit in strong or (hit.stance and hit.stance.comparison)]
    bounds = scale.bounds
    if not strong or bounds is None:
        return None
    strong.sort(key=lambda hit: (-_probability(hit.stance), hit.rank))
    sides = {hit.stance.label for hit in strong if hit.stance}
    ids = tuple(hit.passage.id for hit in strong)
    if len(sides) == 2:
        one = {side: next(hit for hit in strong if hit.stance and hit.stance.label == side) for side in sides}
        reason = f"Conflicting: supported by {_named(one[SUPPORTS])}; refuted by {_named(one[REFUTES])}"
        return RatingSuggestion(None, reason, ids, conflicting=True)
    side = sides.pop()
    value = bounds[1] if side == SUPPORTS else bounds[0]
    rating = next(rating for rating in scale.ratings if rating.value == value)
    reason = f"{'Supported' if side == SUPPORTS else 'Refuted'} by {_named(strong[0])}"
    if _probability(strong[0].stance) < STRONG and strong[0].stance:
        reason += f": {strong[0].stance.comparison}"
    return RatingSuggestion(rating.key, reason, ids)


def _probability(stance: StanceSuggestion | None) -> float:
    if stance is None:
        return 0.0
    return stance.supports if stance.label == SUPPORTS else stance.refutes


def _named(hit: Hit) -> str:
    """Publisher and day as they stand in a reason line: "Nord Stream AG, 10 Sep 2021"."""
    name = hit.source.publisher or hit.source.title
    day = hit.source.published
    return f"{name}, {day.day} {day:%b} {day.year}" if day else name
