"""Which words of a passage a verdict cites: reports show them first, with the passage behind them.

What a person chose comes first, else what was found to decide when the passage was read for the claim. Where neither is
known the whole passage is cited: words that were not read are not said to decide.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from workbench.domain.anchors import Span
from workbench.domain.articles import Origin
from workbench.domain.errors import BadInputError
from workbench.language.text.sentences import sentences
from workbench.language.text.stemmers import ENGLISH
from workbench.services.review.remembered_stances import remembered

if TYPE_CHECKING:
    from workbench.domain.articles import Claim
    from workbench.domain.evidence import Stance, StanceSuggestion
    from workbench.services.workspace import Workspace
    from workbench.store.evidence import LinkedPassage

REMEMBERED = 256


@lru_cache(maxsize=REMEMBERED)
def sentences_of(passage: str, language: str = ENGLISH) -> tuple[Span, ...]:
    """The sentences of a passage."""
    return tuple(sentences(passage, language))


def whole(passage: str) -> Span:
    """What a person cites who cites all of a passage."""
    return Span(0, len(passage))


def cited_in(workspace: Workspace, claim: Claim, item: LinkedPassage) -> tuple[Span | None, Origin | None]:
    """Which words of a passage a verdict on a claim cites, and who chose them; None: all of it, which nobody chose."""
    passage, chosen = item.passage.text, item.evidence.cited
    if chosen is not None:
        is_whole = chosen.of(passage).strip() == passage.strip()
        return (None, None) if is_whole else (chosen, Origin.PERSON)
    if len(sentences_of(passage, item.source.language or ENGLISH)) < 2:
        return None, None
    said = remembered(workspace, claim, item.passage, item.source)
    words = None if said is None else suggested(said, item.evidence.stance)
    return words, None if words is None else Origin.MACHINE


def suggested(said: StanceSuggestion, stance: Stance | None) -> Span | None:
    """The words that may stand for a passage to which a person gave a stance; None: all of it."""
    return said.decides if stance is not None and said.decides_for == stance.value else None


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
