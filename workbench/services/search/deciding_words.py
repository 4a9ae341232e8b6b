"""Which words of a passage decide about a claim: what a verdict cites unless a person chooses.

It is the sentence in which what differs from the claim stands, else an amount that agrees with it, else one of its
sort; else what was read as the most like the claim, where no sentence has more of the claim's words. What leans on the
sentence before ("It was …") has that with it, and what leans on it follows. A heading never decides.

Words alone may say the opposite of their passage ("The vaccine causes autism. No study has found that."). So each
choice is for one stance: what differs refutes, what agrees supports, all else what the model reads in these very words.
Cited for another stance, or where nothing is known to decide, the passage is cited whole.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from typing import NamedTuple

from workbench.comparison.outcomes import Comparison, Outcome
from workbench.domain.anchors import Span
from workbench.domain.evidence import Stance
from workbench.language.text.analyzer import stems
from workbench.language.text.leaning import leans
from workbench.language.text.sentences import sentences
from workbench.language.text.stemmers import analysed_as

_REFUTES, _SUPPORTS = Stance.REFUTES.value, Stance.SUPPORTS.value
_BY_OUTCOME: tuple[tuple[frozenset[Outcome], str], ...] = (
    (frozenset({Outcome.CONFLICT, Outcome.OPPOSITE, Outcome.SWAPPED}), _REFUTES),
    (frozenset({Outcome.AGREEMENT}), _SUPPORTS),
    (frozenset({Outcome.GROWING, Outcome.MOMENT, Outcome.UNSURE, Outcome.UNKNOWN}), ""),
)
"""What decides, first things first, and for which stance."""


class Deciding(NamedTuple):
    """Words of a passage, and the stance for which they may stand for it; "" leaves that to the label of a reading."""

    words: Span
    stance: str


def deciding_words(
    claim: str, passage: str, compared: Sequence[Comparison], read: Sequence[Span], language: str
) -> Deciding | None:
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
    found = _sentence(_Passage(claim, passage, spans, language), compared, read)
    if found is None:
        return None
    best, stance = found
    at = spans.index(best)
    first = at - 1 if at > 0 and leans(passage, best) else at
    last = at + 1 if at + 1 < len(spans) and leans(passage, spans[at + 1]) else at
    start, end = spans[first].start, spans[last].end
    if not stance and best in read:  # the label is that of all that was read
        start, end = min(start, *(span.start for span in read)), max(end, *(span.end for span in read))
    words = Span(start, end)
    return None if words.of(passage).strip() == passage.strip() else Deciding(words, stance)


def label_side(label: str) -> str:
    """The stance that a label, or what it leans to, is one of; "" where it is neither."""
    return next((stance.value for stance in (Stance.SUPPORTS, Stance.REFUTES) if label.endswith(stance.value)), "")


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


def _sentence(passage: _Passage, compared: Sequence[Comparison], read: Sequence[Span]) -> tuple[Span, str] | None:
    first = read[0] if read and read[0] in passage.shared else None
    for outcomes, stance in _BY_OUTCOME:
        words = {one.passage for one in compared if one.outcome in outcomes and (stance == _REFUTES or not one.places)}
        holding = passage.holding(words - {""})
        if not stance:
            holding = [span for span in holding if passage.shared[span]]
        if holding:
            return first if first in holding else max(holding, key=passage.shared.__getitem__), stance
    most = max(passage.shared.values(), default=0)
    return (first, "") if first is not None and most and passage.shared[first] == most else None
