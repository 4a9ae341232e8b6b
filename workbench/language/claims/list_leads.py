"""What introduces a list ("Closed until further notice:"): its entries without a verb are told together with it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from workbench.domain.anchors import Span
from workbench.domain.articles import ClaimDraft, Resolution
from workbench.language.claims.decontextualisation import apply_resolutions
from workbench.language.dependency.tree_candidates import NO_VERB
from workbench.language.grammar.clause_candidates import ClauseCandidate, trimmed
from workbench.language.text.blocks import BlockKind

RULE = "list entry"
REASON = "the line that introduces the list"
_VERBLESS = frozenset({RULE, NO_VERB})
_LONGEST = 120
_FEW = 5
_NAMES_THEM = re.compile(
    r"\b(?:were|are|was|is|includes?|included|including)(?:\s+(?:as\s+follows|"
    r"the\s+following))?\s*$",
    re.I,
)
_GENERAL = re.compile(
    r"\s*(?:(?:the\s+|some\s+|more\s+|other\s+|our\s+|key\s+|main\s+|financial\s+|quick\s+)*(?:highlights?|"
    r"points|figures?|facts|takeaways|numbers|summary|results|examples?|"
    r"notes?|sources?|details|overview|contents|links|reasons|tips|steps|ways|things)|at\s+a\s+glance|"
    r"in\s+(?:brief|short|numbers|figures)|"
    r"here\b.*|for\s+example|e\.g\.|as\s+follows|what\s+(?:we|you)\s.*|see\s+also|related)\b[^:]{0,30}",
    re.IGNORECASE,
)
"""Headings that say only that something follows."""


def leads_of(text: str, spans: Sequence[Span], kinds: Sequence[BlockKind]) -> dict[int, Span]:
    """For each sentence of a list the words that introduce the list, without their colon."""
    found: dict[int, Span] = {}
    lead: Span | None = None
    for number, span in enumerate(spans):
        if kinds[number] is BlockKind.LIST_ITEM:
            if lead is not None:
                found[number] = lead
            continue
        lead = None
        words = span.of(text).rstrip()
        if words.endswith(":") and len(words) <= _LONGEST:
            start, end = trimmed(text, span.start, span.start + len(words) - 1)
            told = text[start:end]
            if start < end and not _GENERAL.fullmatch(told) and len(told.split()) > 1:
                lead = Span(start, end)
    return found


def only_introduces(text: str, span: Span) -> bool:
    """Whether a sentence breaks off before what it introduces ("The winners were:"), and tells nothing alone."""
    words = span.of(text).rstrip()
    if not words.endswith(":"):
        return False
    few = len(words.split()) <= _FEW and not any(sign.isdigit() for sign in words)
    return few or _NAMES_THEM.search(words[:-1]) is not None


def entry(text: str, span: Span, lead: Span, sentence: int) -> list[ClauseCandidate]:
    """The claim that an entry is, where the list says what its entries are, or the entry counts something."""
    start, end = trimmed(text, span.start, span.end)
    words = text[start:end].split()
    if not any(sign.isalpha() for word in words for sign in word):
        return []  # its number alone
    counts = len(words) > 2 and any(word[0].isdigit() for word in words)
    if _NAMES_THEM.search(lead.of(text)) is None and not counts:
        return []
    return [ClauseCandidate(start, end, sentence, RULE, words=len(words))]


def with_lead(text: str, draft: ClaimDraft, candidate: ClauseCandidate, lead: Span) -> ClaimDraft:
    """The claim of a list's entry with the words that introduce the list; one that is a sentence needs none."""
    if candidate.rule not in _VERBLESS:
        return draft
    put = Resolution(draft.start, draft.start, "", f"{lead.of(text)}: ", REASON, 1.0)
    told = (put, *draft.resolutions)
    return replace(draft, resolutions=told, text=apply_resolutions(text, draft.start, draft.end, told))
