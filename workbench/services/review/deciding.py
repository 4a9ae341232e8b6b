"""Which words of a passage decide about a claim: a reader is shown these first, with the passage behind them.

What a person chose to cite comes first. Else it is the sentence in which what differs from the claim stands, else the
one that the stance model read as the most like the claim; with the one before it where it leans on that ("It was …").
Where neither is known the whole passage is cited: words that were not read are not said to decide.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

from workbench.comparison.outcomes import JOINED, differing_in_passage, each
from workbench.domain.anchors import Span
from workbench.domain.errors import BadInputError
from workbench.language.text.leaning import leans
from workbench.language.text.sentences import sentences
from workbench.language.text.stemmers import ENGLISH
from workbench.services.review.remembered_stances import remembered

if TYPE_CHECKING:
    from workbench.domain.articles import Claim
    from workbench.services.workspace import Workspace
    from workbench.store.evidence import LinkedPassage

REMEMBERED = 256


def deciding(
    passage: str, comparisons: Iterable[str], read: Sequence[Span], language: str | None = None
) -> Span | None:
    """The words of a passage that decide; None: no part of it is known to.

    Args:
        passage: Its text.
        comparisons: What of claim and passage was compared, each in words (`Hit.comparisons`).
        read: What of it was read closely, the most like the claim first (`Hit.read`).
        language: The passage's.
    """
    spans = sentences_of(passage, language or ENGLISH)
    if len(spans) < 2:
        return None
    said = JOINED.join(comparisons)
    best = _holding(passage, spans, differing_in_passage(said), read) or (read[0] if read else None)
    if best is None or best not in spans:
        return None
    at = spans.index(best)
    before = at > 0 and leans(passage, best)
    return _or_whole(Span(spans[at - 1].start, best.end) if before else best, passage)


def _holding(passage: str, spans: Sequence[Span], words: Iterable[str], read: Sequence[Span]) -> Span | None:
    """The sentence that holds the most of some words, what was read before what was not; None where none does."""
    wanted = [re.compile(rf"(?<!\w){re.escape(word)}(?!\w)") for word in sorted(words)]
    counts = [sum(one.search(passage, span.start, span.end) is not None for one in wanted) for span in spans]
    most = max(counts, default=0)
    if not most:
        return None
    holding = [span for span, count in zip(spans, counts, strict=True) if count == most]
    return next((span for part in read for span in holding if span == part), holding[0])


def _or_whole(span: Span, passage: str) -> Span | None:
    """A span, None where it is all of the passage."""
    return None if span.of(passage).strip() == passage.strip() else span


@lru_cache(maxsize=REMEMBERED)
def sentences_of(passage: str, language: str = ENGLISH) -> tuple[Span, ...]:
    """The sentences of a passage."""
    return tuple(sentences(passage, language))


def whole(passage: str) -> Span:
    """What a person cites who cites all of a passage."""
    return Span(0, len(passage))


def cited_in(workspace: Workspace, claim: Claim, item: LinkedPassage) -> Span | None:
    """Which words of a passage a verdict on a claim cites; None: all of it."""
    passage = item.passage.text
    if item.evidence.cited is not None:
        return _or_whole(item.evidence.cited, passage)
    language = item.source.language or ENGLISH
    if len(sentences_of(passage, language)) < 2:
        return None
    said = remembered(workspace, claim, item.passage, item.source)
    return None if said is None else deciding(passage, each(said.comparison), said.read, language)


def found_in(passage: str, words: str) -> Span:
    """Where words stand in a passage, in whatever spacing.

    Raises:
        BadInputError: They do not.
    """
    pattern = r"\s+".join(map(re.escape, words.split()))
    found = re.search(pattern, passage) if pattern else None
    if found is None:
        raise BadInputError(f"the passage does not hold {words!r}; what is cited stands in it in the same words.")
    return Span(*found.span())
