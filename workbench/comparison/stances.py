"""From probabilities to what a reviewer is shown: a stance, what it leans to, a repetition, a suggested rating."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from math import exp

from workbench.comparison.outcomes import JOINED, Comparison, Outcome, claimed, in_words, overall
from workbench.domain.evidence import Hit, StanceSuggestion
from workbench.domain.review import RatingScale
from workbench.domain.source_names import dated

SUPPORTS, REFUTES, CONTEXT, UNCLEAR, REPEATS = "supports", "refutes", "context", "unclear", "repeats"
LEANS_SUPPORTS, LEANS_REFUTES, NEITHER = "leans supports", "leans refutes", "neither"
_LEANING = {SUPPORTS: LEANS_SUPPORTS, REFUTES: LEANS_REFUTES, CONTEXT: NEITHER}


@dataclass(frozen=True, slots=True)
class Weighing:
    """How comparisons weigh against the model, and how sure a label must be; measured with the model, shipped with it.

    `conflict` and `agreement` of numbers and dates are added to the log-odds of refuting and of supporting,
    `opposite` to those of refuting where the passage says the opposite of a word of the claim. A label is shown
    from its threshold on; "supports" never beside the opposite of a word or another rank; below it the suggestion
    says "unclear".
    But where compared numbers or dates conflict and none agrees, or words are opposite, and refuting is the
    likeliest, "refutes" is shown when the passage is about the claim: when it is neutral with a probability of
    `numbers` at most. A reading that is not sure enough for its label, but has a probability of `lean` at least, is
    shown as what it leans to.
    """

    conflict: float = 0.0
    agreement: float = 0.0
    opposite: float = 0.0
    thresholds: Mapping[str, float] | None = None
    numbers: float = 0.0
    lean: float = 1.0

    def threshold(self, label: str) -> float:
        """The probability from which `label` is shown."""
        return (self.thresholds or {}).get(label, 1.0)


SAYS_NOTHING = 0.05
"""What is left of the probabilities to settle the claim where a passage cannot: a row of another year, a title."""


LEAST_AGAINST, LEAST_WORDS = 0.75, 0.4
"""The probability from which a reading leans to refute with no number or opposite word to bear it out, and the share of
the claim's words that the passage must have: most of what a search finds is about something else, and below this such
a lean was wrong two times in three (`benchmarks.stance_retrieved`, docs/quality.md).
"""


def settling_nothing(suggestion: StanceSuggestion) -> StanceSuggestion:
    """The reading of a passage that cannot settle the claim, whatever the model takes it for."""
    supports, refutes = suggestion.supports * SAYS_NOTHING, suggestion.refutes * SAYS_NOTHING
    return replace(suggestion, supports=supports, refutes=refutes, neutral=1 - supports - refutes, label=NEITHER)


def weighed(suggestion: StanceSuggestion, comparisons: Sequence[Comparison], weighing: Weighing) -> StanceSuggestion:
    """Let compared numbers, dates and words enter the probabilities, and put the comparison into words."""
    if elsewhere(comparisons):
        suggestion = settling_nothing(suggestion)
    outcome = overall(comparisons)
    supports, refutes, neutral = suggestion.supports, suggestion.refutes, suggestion.neutral
    if outcome is Outcome.CONFLICT:
        refutes *= exp(weighing.conflict)
    elif outcome is Outcome.AGREEMENT:
        supports *= exp(weighing.agreement)
    if opposed(comparisons):
        refutes *= exp(weighing.opposite)
    total = supports + refutes + neutral
    return replace(
        suggestion,
        supports=supports / total,
        refutes=refutes / total,
        neutral=neutral / total,
        comparison=in_words(comparisons),
    )


def labelled(
    suggestion: StanceSuggestion, weighing: Weighing, comparisons: Sequence[Comparison] = (), words: float = 1.0
) -> StanceSuggestion:
    """Give the likeliest label where it is sure enough or a comparison bears it out, else what it leans to.

    "Unclear" is left for where no reading is likely, and for "supports" beside the opposite of a word or what only
    looks like the claim ("second longest" for "longest"). The model alone may take such a passage for support. Nor
    is it told as leaning that way beside another amount or time than the claim's. A row of another year, place or group
    is "neither", whatever the model takes it for; one with an amount, time or opposite word of the very thing never is.
    Where what is told agrees, and another part of the claim is told nowhere, a passage neither refutes the claim nor
    bears out all of it: it leans to support at most. So does one that may tell it as a myth, or that says less. What
    names another than whom the claim's article is about leans to neither side, nor does one whose number had grown, or
    was still to grow, or is of another moment. A fact check of another claim is "neither". What lasted over the
    claim's time ("from 2008 to 2012" for 2010) does not lean against it. Nor, without numbers, does what has too few of
    the claim's `words`, a share of 0…1.
    """
    if elsewhere(comparisons):
        return replace(suggestion, label=NEITHER)
    ranked = {SUPPORTS: suggestion.supports, REFUTES: suggestion.refutes, CONTEXT: suggestion.neutral}
    label = max(ranked, key=lambda name: ranked[name])
    against = conflicting(comparisons) or opposed(comparisons)
    borne_out = label == REFUTES and against and suggestion.neutral <= weighing.numbers
    no_support = opposed(comparisons) or another(comparisons)
    if label == CONTEXT and of_one_thing(comparisons):
        return replace(suggestion, label=UNCLEAR)
    untold = any(item.outcome is Outcome.UNTOLD for item in comparisons)
    less = any(item.outcome is Outcome.LESS for item in comparisons)
    framed = [item for item in comparisons if item.outcome is Outcome.FRAMED]
    rated = [item for item in comparisons if item.outcome is Outcome.RATES_ANOTHER]
    others = [item for item in comparisons if item.outcome is Outcome.NAMES_ANOTHER]
    for why in (framed if label == SUPPORTS else []) + (others + rated if label != CONTEXT else []):
        if why.words not in suggestion.comparison:
            suggestion = replace(suggestion, comparison=JOINED.join(filter(None, (suggestion.comparison, why.words))))
    sure = ranked[label] >= weighing.threshold(label)
    sure = sure and not (label == SUPPORTS and (no_support or against or untold or framed or less))
    if rated and label != CONTEXT:
        return replace(suggestion, label=NEITHER)
    growing = any(item.outcome in (Outcome.GROWING, Outcome.MOMENT) for item in comparisons) and not against
    lasting = any(item.within for item in comparisons) and not against
    if (others and label != CONTEXT) or ((growing or lasting) and label == REFUTES):
        return replace(suggestion, label=UNCLEAR)
    if borne_out or sure:
        return replace(suggestion, label=label)
    if untold and label == REFUTES:  # what it tells agrees, and of the rest it says nothing
        return replace(suggestion, label=NEITHER)
    doubtful = against or no_support or (unsettled(comparisons) and not untold)
    bare = label == REFUTES and not against
    least = max(weighing.lean, LEAST_AGAINST) if bare else weighing.lean
    leans = ranked[label] >= least and not (label == SUPPORTS and doubtful) and not (bare and words < LEAST_WORDS)
    return replace(suggestion, label=_LEANING[label] if leans else UNCLEAR)


LEANING_HITS = 2
"""Of how many hits of a search it is told to which side their words lean: of the third and later ones of two retrieval
sets one in nine such leans was right (`benchmarks.stance_retrieved`).
"""


def at_rank(suggestion: StanceSuggestion, rank: int) -> StanceSuggestion:
    """The reading of a hit as it is shown: what only leans by its words is told of the first hits alone.

    Args:
        suggestion: What was read of the passage.
        rank: Its place among the hits, from 1.
    """
    leans = suggestion.label in (LEANS_SUPPORTS, LEANS_REFUTES)
    borne_out = any(claimed(suggestion.comparison, outcome) for outcome in _OF_THE_CLAIM)
    return replace(suggestion, label=UNCLEAR) if leans and rank > LEANING_HITS and not borne_out else suggestion


_OF_THE_CLAIM = (Outcome.AGREEMENT, Outcome.CONFLICT, Outcome.OPPOSITE)


def opposed(comparisons: Sequence[Comparison]) -> bool:
    """Whether the passage says an antonym of a word of the claim."""
    return any(item.outcome is Outcome.OPPOSITE for item in comparisons)


def another(comparisons: Sequence[Comparison]) -> bool:
    """Whether the passage says something else that only looks like the claim: another rank, part or way round."""
    return any(item.outcome in (Outcome.ANOTHER, Outcome.SWAPPED) for item in comparisons)


def elsewhere(comparisons: Sequence[Comparison]) -> bool:
    """Whether the passage is a row of another year, place or group than the claim's."""
    return any(item.outcome is Outcome.ELSEWHERE for item in comparisons)


def of_one_thing(comparisons: Sequence[Comparison]) -> bool:
    """Whether an amount, time or word of the passage is of the same thing as one of the claim, for or against it."""
    return any(item.outcome in (Outcome.AGREEMENT, Outcome.CONFLICT, Outcome.OPPOSITE) for item in comparisons)


_UNSETTLED = (Outcome.UNKNOWN, Outcome.UNSURE, Outcome.GROWING, Outcome.MOMENT)


def unsettled(comparisons: Sequence[Comparison]) -> bool:
    """Whether the passage tells another amount or time than the claim, not known to conflict with it."""
    return any(item.outcome in _UNSETTLED for item in comparisons)


def conflicting(comparisons: Sequence[Comparison]) -> bool:
    """Whether amounts or times conflict and none agrees.

    48,000 passengers in 2021 are not 61,000 in 2021: that the year agrees only says that both are of one thing.
    """
    told = [item for item in comparisons if not item.places]
    if not any(item.outcome is Outcome.CONFLICT for item in told):
        told = list(comparisons)
    outcomes = {item.outcome for item in told}
    return Outcome.CONFLICT in outcomes and not outcomes & {Outcome.AGREEMENT, Outcome.COMPATIBLE}


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

    A passage that shows "refutes" because its numbers conflict counts too: not where another leans to support the
    claim, unless it is strong all the same, and never where the numbers of another agree on the same words of the
    claim. Evidence known to be later than the claim, that repeats it or comes from its own source does not count.

    Returns:
        None when no evidence is strong, or the scale has no steps with numbers; no rating, but a reason, where a
        passage that shows the opposite, or whose numbers agree, stands beside the strong one.
    """
    counted = [hit for hit in hits if hit.stance and hit.timing != "after"]
    shown = sorted(
        (hit for hit in counted if hit.stance and hit.stance.label in (SUPPORTS, REFUTES)),
        key=lambda hit: (-_probability(hit.stance), hit.rank),
    )
    sides = {side: [hit for hit in shown if hit.stance and hit.stance.label == side] for side in (SUPPORTS, REFUTES)}
    sure = [hit for hit in shown if _probability(hit.stance) >= STRONG]
    strong = [hit for hit in shown if hit in sure or (hit in sides[REFUTES] and _of_claim(hit, Outcome.CONFLICT))]
    bounds = scale.bounds
    if not strong or bounds is None:
        return None
    if sides[SUPPORTS] and sides[REFUTES]:
        reason = f"Conflicting: supported by {_named(sides[SUPPORTS][0])}; refuted by {_named(sides[REFUTES][0])}"
        return RatingSuggestion(None, reason, tuple(hit.passage.id for hit in shown), conflicting=True)
    by_words = [hit for hit in sure if hit in sides[SUPPORTS] or not _of_claim(hit, Outcome.CONFLICT)]
    disputed = None if by_words else _disputed(strong, counted)
    if not sure and disputed is None:
        disputed = _doubted(strong[0], counted)
    if disputed:
        return disputed
    supported = bool(sides[SUPPORTS])
    value = bounds[1] if supported else bounds[0]
    rating = next(rating for rating in scale.ratings if rating.value == value)
    reason = f"{'Supported' if supported else 'Refuted'} by {_named(strong[0])}"
    if _probability(strong[0].stance) < STRONG and strong[0].stance and not strong[0].source.private:
        reason += f": {strong[0].stance.comparison}"
    return RatingSuggestion(rating.key, reason, tuple(hit.passage.id for hit in strong))


def _disputed(refuting: Sequence[Hit], counted: Sequence[Hit]) -> RatingSuggestion | None:
    """What is said where all that passages refute by numbers agrees with the numbers of others; None where not all."""
    about = [hit for hit in counted if hit.stance and hit.stance.label != CONTEXT]
    agreeing = [(hit, _of_claim(hit, Outcome.AGREEMENT)) for hit in about]
    pairs = []
    for one in refuting:
        differs = _of_claim(one, Outcome.CONFLICT)
        other = next((hit for hit, agrees in agreeing if differs <= agrees), None)
        if other is None:
            return None
        pairs.append((one, other))
    one, other = pairs[0]
    said = ", ".join(f"“{words}”" for words in sorted(_of_claim(one, Outcome.CONFLICT)))
    reason = f"Conflicting on {said}: {_named(other)} agrees; {_named(one)} differs"
    ids = dict.fromkeys(hit.passage.id for pair in pairs for hit in pair)
    return RatingSuggestion(None, reason, tuple(ids), conflicting=True)


def _doubted(refuting: Hit, counted: Sequence[Hit]) -> RatingSuggestion | None:
    """What is said where numbers alone refute and another passage leans to support; None where none does.

    Two numbers that lie apart may be of two events; a passage that bears the claim out speaks for that.
    """
    leaning = next((hit for hit in counted if hit.stance and hit.stance.label == LEANS_SUPPORTS), None)
    if leaning is None:
        return None
    reason = f"Conflicting: {_named(leaning)} leans to support; refuted by numbers of {_named(refuting)}"
    return RatingSuggestion(None, reason, (refuting.passage.id, leaning.passage.id), conflicting=True)


def _of_claim(hit: Hit, outcome: Outcome) -> frozenset[str]:
    """What of the claim came to `outcome` in a hit that does not repeat it, in the claim's own words."""
    if hit.stance is None or hit.stance.label == REPEATS:
        return frozenset()
    return claimed(hit.stance.comparison, outcome)


def _probability(stance: StanceSuggestion | None) -> float:
    if stance is None:
        return 0.0
    return stance.supports if stance.label == SUPPORTS else stance.refutes


def _named(hit: Hit) -> str:
    """Publisher and day as they stand in a reason line: "Nord Stream AG, 10 Sep 2021"; a private source's title."""
    if hit.source.private:
        return hit.source.title
    name = hit.source.publisher or hit.source.title
    day = hit.source.published
    return dated(name, day, f"{day.day} {day:%b} {day.year}" if day else "")
