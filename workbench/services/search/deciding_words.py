"""Which words of a passage decide about a claim: what a verdict cites unless a person chooses.

It is the sentence in which what differs from the claim stands, else an amount that agrees with it, else one of its
sort; else the sentence that was read as the most like the claim, where none has more of the claim's words. The one
before comes with it where it tells its thing by that ("It was …"). Where these do not say, nothing decides, and the
passage is cited whole. A heading never does.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from workbench.comparison.outcomes import Comparison, Outcome
from workbench.domain.anchors import Span
from workbench.language.text.analyzer import stems
from workbench.language.text.leaning import leans
from workbench.language.text.sentences import sentences
from workbench.language.text.stemmers import analysed_as

_DIFFER = frozenset({Outcome.CONFLICT, Outcome.OPPOSITE, Outcome.SWAPPED})
_OF_ONE_SORT = frozenset({Outcome.UNSURE, Outcome.UNKNOWN})


def deciding_words(
    claim: str, passage: str, compared: Sequence[Comparison], read: Sequence[Span], language: str
) -> Span | None:
    """The words that decide, offsets of the passage; None: all of it, or it is not known which.

    Args:
        claim: What is asserted.
        passage: The text of the passage.
        compared: Its amounts, times and words beside those of the claim.
        read: What of it was read closely, the most like the claim first.
        language: The passage's.
    """
    spans = sentences(passage, language)
    if len(spans) < 2:
        return None
    best = _sentence(_Passage(claim, passage, spans, language), compared, read)
    if best is None:
        return None
    at = spans.index(best)
    start = spans[at - 1].start if at > 0 and leans(passage, best) else best.start
    found = Span(start, best.end)
    return None if found.of(passage).strip() == passage.strip() else found


class _Passage:
    """A passage by its sentences, with how many of the claim's words each holds."""

    def __init__(self, claim: str, text: str, spans: Sequence[Span], language: str) -> None:
        self.text = text
        # what ends in a word is a heading
        self.spans = [span for span in spans if not text[span.end - 1].isalnum()]
        rules = analysed_as(language)
        wanted = frozenset(stems(claim, rules))
        self.shared = {span: len(wanted.intersection(stems(span.of(text), rules))) for span in self.spans}

    def holding(self, words: Collection[str]) -> list[Span]:
        """The sentences that hold the most of some words, at least one."""
        wanted = [re.compile(rf"(?<!\w){re.escape(word)}(?!\w)") for word in sorted(words)]
        counts = [sum(one.search(self.text, span.start, span.end) is not None for one in wanted) for span in self.spans]
        most = max(counts, default=0)
        return [span for span, count in zip(self.spans, counts, strict=True) if count == most] if most else []


def _sentence(passage: _Passage, compared: Sequence[Comparison], read: Sequence[Span]) -> Span | None:
    first = read[0] if read and read[0] in passage.shared else None
    for outcomes in (_DIFFER, {Outcome.AGREEMENT}, _OF_ONE_SORT):
        words = {one.passage for one in compared if one.outcome in outcomes and (outcomes is _DIFFER or not one.places)}
        holding = passage.holding(words - {""})
        if outcomes is _OF_ONE_SORT:
            holding = [span for span in holding if passage.shared[span]]
        if holding:
            return first if first in holding else max(holding, key=passage.shared.__getitem__)
    most = max(passage.shared.values(), default=0)
    return first if first is not None and most and passage.shared[first] == most else None
