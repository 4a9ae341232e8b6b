"""First-person essays and columns: what their author tells of is the author's claim, where it is known who that is."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from workbench.domain.anchors import Span
from workbench.domain.articles import Attribution
from workbench.language.attribution.left_open import is_all_told, speaks_of_self
from workbench.language.grammar.clause_candidates import ClauseCandidate
from workbench.language.text.blocks import Block, BlockKind
from workbench.language.text.quotations import QuotationMap
from workbench.language.text.single_speaker import names_a_body
from workbench.language.text.tokenizer import word_set

_BY = re.compile(r"^\s*(?:(?:written|words|story|text)\s+)?by\s+", re.IGNORECASE)
_NAME = re.compile(
    r"(?P<name>(?:[A-ZÀ-ÞŠŽ][\w’'-]*\.?|(?:de|van|von|der|di|da|bin|al|el|la|le)\b)(?:\s(?:[A-ZÀ-ÞŠŽ][\w’'-]*\.?|"
    r"(?:de|van|von|der|di|da|bin|al|el|la|le)\b)){1,4})(?:\s*[,|–—-].*)?$"
)
_NOBODY = word_set(
    "the and staff desk team editor editors editorial newsroom agencies correspondent reporter reporters"
)
_AN_ESSAY = 0.25
"""Share of an essay's sentences in which its author speaks of themself."""
_LEAST = 3


def by_author(
    text: str,
    candidates: Sequence[ClauseCandidate],
    blocks: Sequence[Block],
    spans: Sequence[Span],
    quotes: QuotationMap,
    author: str | None,
) -> list[ClauseCandidate]:
    """The candidates of a text with a known author, with what the author tells in the first person as that person's.

    In an essay all that nobody else says is its author's; in a report only the sentences that say "I" or "my" are.

    Args:
        text: The article.
        candidates: Its candidate claims, with who said them.
        blocks: Its blocks; a by-line names the author where `author` does not.
        spans: Its sentences.
        quotes: Its quotations.
        author: Who wrote it, where that is known.
    """
    lines = [author] if author else [text[b.start : b.end] for b in blocks if b.kind is BlockKind.BYLINE]
    names = {_one_person(line) for line in lines}
    name = next(iter(names)) if len(names) == 1 else None
    if name is None:
        return list(candidates)
    own = {n for n, span in enumerate(spans) if speaks_of_self(text, span, quotes)}
    essay = len(own) >= _LEAST and (len(own) >= _AN_ESSAY * len(spans) or is_all_told(text, quotes))
    found = []
    for candidate in candidates:
        outlet = candidate.speaker is None and candidate.attribution is Attribution.OUTLET and not candidate.by_turn
        told = essay or speaks_of_self(text, Span(candidate.start, candidate.end), quotes)
        told = told and name not in spans[candidate.sentence].of(text)  # "Ann Sample teaches geography in Holm."
        if outlet and told and candidate.attribution_verb is None and quotes.at(candidate.start) is None:
            candidate = replace(candidate, speaker=name, attribution=Attribution.DIRECT, by_turn=True)
        found.append(candidate)
    return found


def _one_person(words: str) -> str | None:
    """The one person that a by-line or a page's field names; None for several, for an office and for a body."""
    match = _NAME.fullmatch(" ".join(_BY.sub("", words).split()))
    if match is None or names_a_body(match["name"]):
        return None
    return None if _NOBODY & {word.casefold() for word in match["name"].split()} else match["name"]
