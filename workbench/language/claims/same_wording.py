"""Claims of one sentence that would all be worded as that sentence are one claim."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from workbench.domain.anchors import Span
from workbench.domain.articles import ClaimDraft
from workbench.language.claims.clause_wording import WHOLE
from workbench.language.grammar.clause_candidates import ClauseCandidate, trimmed


def told_once(
    text: str,
    candidates: Sequence[ClauseCandidate],
    drafts: Sequence[ClaimDraft],
    spans: Sequence[Span],
    openings: dict[int, int],
    draft_of: Callable[[ClauseCandidate], ClaimDraft],
) -> tuple[list[ClauseCandidate], list[ClaimDraft]]:
    """The claims, of which no two of a sentence say the same words of it.

    A clause that cannot stand alone is worded as its sentence. Where that is so of two of them, or where the rest of
    the sentence is a claim already, one claim of the whole sentence is left.

    Args:
        text: The article.
        candidates: The clauses.
        drafts: The claim of each.
        spans: The sentences of the article.
        openings: Where the first claim of each sentence begins.
        draft_of: Makes the claim of a clause.
    """
    reach = [_reach(text, d, spans[c.sentence], openings[c.sentence]) for c, d in zip(candidates, drafts, strict=True)]
    heard = {(c.sentence, start, end) for c, (start, end) in zip(candidates, reach, strict=True)}
    told: dict[tuple[int, int, int], int] = {}
    kept: list[tuple[ClauseCandidate, ClaimDraft]] = []
    for candidate, draft, (start, end) in zip(candidates, drafts, reach, strict=True):
        key = (candidate.sentence, start, end)
        if key in told:
            at = told[key]
            first = kept[at][0]
            apart = any(n == key[0] and a == start and b < end for n, a, b in heard)
            if apart:  # the beginning is a claim of its own: this one is of the rest
                whole = replace(first, start=min(first.start, candidate.start), end=max(first.end, candidate.end))
            else:
                main = candidate if candidate.rule == "main" or first.rule != "main" else first
                whole = replace(main, start=start, end=end, rule="main", subject=None, gap=None, rewords=())
            if (first.start, first.end) not in {(start, end), (whole.start, whole.end)}:
                kept[at] = (whole, draft_of(whole))
            continue
        told[key] = len(kept)
        kept.append((candidate, draft))
    return [candidate for candidate, _ in kept], [draft for _, draft in kept]


def _reach(text: str, draft: ClaimDraft, sentence: Span, opening: int) -> tuple[int, int]:
    """From where to where in the text a claim's wording goes: its quote, and what was put before and behind it."""
    start, end = draft.start, draft.end
    for each in draft.resolutions:
        if each.reason != WHOLE or each.start != each.end:
            continue
        if each.start == draft.start:
            start = opening if opening < draft.start else sentence.start
        else:
            end = max(end, sentence.end)
    return trimmed(text, start, end)
