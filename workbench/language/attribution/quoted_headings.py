"""Headings that are a quotation: somebody's words, and in an interview those of the one who answers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from workbench.domain.articles import Attribution
from workbench.language.grammar.clause_candidates import ClauseCandidate
from workbench.language.text.blocks import BlockKind
from workbench.language.text.layout import Layout, TextKind
from workbench.language.text.quotations import QuotationMap

_HEADS = frozenset({BlockKind.TITLE, BlockKind.HEADING})


def by_who_answers(
    candidates: Sequence[ClauseCandidate], kinds: Sequence[BlockKind], quotes: QuotationMap, layout: Layout
) -> list[ClauseCandidate]:
    """The candidates with whose words a heading in quotation marks is; open where no one person answers.

    Args:
        candidates: Those of the article.
        kinds: The kind of the block that each sentence stands in.
        quotes: The quotations of the article.
        layout: Whose turns it has.
    """
    answering = {turn.speaker for turn in layout.turns if not turn.asks and turn.speaker is not None}
    asking = {turn.speaker for turn in layout.turns if turn.asks} or {None}
    one = answering.pop() if layout.kind is TextKind.TRANSCRIPT and len(answering) == 1 else None
    found = []
    for candidate in candidates:
        quotation = quotes.at(candidate.start)
        whole = quotation is not None and quotation.end >= candidate.end
        if whole and candidate.speaker is None and not candidate.by_turn and kinds[candidate.sentence] in _HEADS:
            speaker = one if one not in asking else None
            candidate = replace(candidate, speaker=speaker, attribution=Attribution.DIRECT, quoted=True)
        found.append(candidate)
    return found
