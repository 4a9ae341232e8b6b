"""A passage that seems to refute a claim by its words alone is read again, against the claim said to be untrue.

What settles a claim settles its denial as well. A sentence that has the claim's words and tells of another thing
settles neither: the network, which takes "dogs may not enter the park" for a refutation of "cyclists may enter the
park", finds it open whether cyclists may not. So "refutes" is shown only where the denial is not left open.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from workbench.comparison.by_words import denial, may_refute, of_figures
from workbench.comparison.outcomes import Comparison
from workbench.comparison.stances import LEANS_REFUTES, REFUTES, UNCLEAR
from workbench.domain.evidence import StanceSuggestion
from workbench.language.text.stemmers import ENGLISH

if TYPE_CHECKING:
    from workbench.domain.ports import StanceModel
    from workbench.services.search.stance_reading import StancePair

LEAST = 0.75
"""Probability from which a reading against the claim is asked about (docs/quality.md, as for the next)."""
OPEN = 0.1
"""Probability that the passage says neither of the claim's denial, with which it refutes the claim at most."""


def asked_twice(
    model: StanceModel,
    pairs: Sequence[StancePair],
    said: Sequence[StanceSuggestion],
    found: Sequence[Sequence[Comparison]],
) -> list[StanceSuggestion]:
    """What was said of pairs; what leans against a claim refutes it where it leaves the denial as little open.

    Args:
        model: Only the shipped one is asked: of no other it was measured.
        pairs: Claims and passages.
        said: What is shown of each so far.
        found: What comparing them came to; where it came to anything, the words are not left alone.
    """
    if getattr(model, "weight", None) is None:
        return list(said)
    each = enumerate(zip(pairs, said, found, strict=True))
    rows = [row for row, (pair, one, told) in each if by_words_alone(pair, one, told)]
    open_ = denied_open(model, [(pairs[row], said[row]) for row in rows])
    refuting = {row for row, value in zip(rows, open_, strict=True) if value <= OPEN}
    return [replace(one, label=REFUTES) if row in refuting else one for row, one in enumerate(said)]


def by_words_alone(pair: StancePair, said: StanceSuggestion, found: Sequence[Comparison], least: float = LEAST) -> bool:
    """Whether a passage reads against a claim with a probability of `least`, by nothing but its words."""
    # a lean by words alone needs more to be shown than it needs to be asked again
    if said.label not in (LEANS_REFUTES, UNCLEAR) or said.refutes < least or found or pair.long_before:
        return False
    if {pair.language, pair.claim_language} != {ENGLISH}:
        return False
    if _of_two_months(pair) and of_figures(pair.asserted, pair.passage):
        return False
    read = " ".join(span.of(pair.passage) for span in said.read) or pair.passage
    return may_refute(pair.asserted, pair.passage, read, pair.title)


def _of_two_months(pair: StancePair) -> bool:
    mine, theirs = pair.claim_day, pair.passage_day
    return mine is not None and theirs is not None and (mine.year, mine.month) != (theirs.year, theirs.month)


def denied_open(model: StanceModel, asked: Sequence[tuple[StancePair, StanceSuggestion]]) -> list[float]:
    """How probably each passage, or what of it was read closely, says neither of the claim's denial."""
    texts = [(denial(pair.asserted), pair.shown_in(said.read) or pair.shown) for pair, said in asked]
    return [one.neutral for one in model.judge(texts)] if texts else []
