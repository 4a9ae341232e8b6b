"""What introduces a list ("Closed until further notice:"): told with entries that have no verb or that it denies."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from workbench.domain.anchors import Span
from workbench.domain.articles import Attribution, ClaimDraft, Resolution
from workbench.domain.syntax import Tree
from workbench.language.attribution.lead_lines import names_nobody, says_what_follows, words_of
from workbench.language.attribution.speaking_nouns import can_speak
from workbench.language.attribution.speech_patterns import speaker_name
from workbench.language.claims.decontextualisation import apply_resolutions
from workbench.language.dependency.tree_candidates import NO_VERB
from workbench.language.dependency.tree_clauses import ClauseReader
from workbench.language.grammar.clause_candidates import ClauseCandidate, trimmed
from workbench.language.references.people import Names
from workbench.language.text.blocks import BlockKind
from workbench.language.text.quotations import QuotationMap

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
_DENIES = re.compile(
    r"\b(?:untrue|not|never|no|false(?:ly|hoods?)?|fake|myths?|wrong(?:ly)?|incorrect(?:ly)?|inaccurate|misleading|lies|"
    r"debunked|unfounded|baseless|hoax(?:es)?|rumou?rs?|(?:mis|dis)information|fabricated|invented|unproven|refuted?|"
    r"den(?:y|ies|ied)|reject(?:s|ed)?|disput(?:es?|ed)|doubt(?:s|ed|ful)?)\b|n['’]t\b",
    re.IGNORECASE,
)
_ITEM = re.compile(r"(?:[•‣⁃▪●]|\(?\d{1,2}[.)]|\(?[a-z][.)])\s")
_OPENING = frozenset('“"„«')
_ACCORDING = re.compile(r"according\s+to\s+(?P<who>[^;:“”\"]{2,90})", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Lead:
    """The words that introduce a list or a quotation, without their colon, and the number of their sentence."""

    span: Span
    sentence: int
    listed: bool = True


def leads_of(text: str, spans: Sequence[Span], kinds: Sequence[BlockKind]) -> dict[int, Lead]:
    """For each sentence of a list what introduces the list, and so for the first of a quotation below "Ann said:".

    What denies the entries goes with the first sentence of each alone: behind it may stand what is so instead.
    """
    found: dict[int, Lead] = {}
    lead: Lead | None = None
    for number, span in enumerate(spans):
        in_line = (
            kinds[number] is BlockKind.PARAGRAPH and lead is not None and _ITEM.match(text, span.start) is not None
        )
        if kinds[number] is BlockKind.LIST_ITEM or in_line:
            ahead = text[text.rfind("\n", 0, span.start) + 1 : span.start]
            opens = not any(sign.isalpha() for sign in ahead)  # but for its number
            if lead is not None and (opens or not denies(lead.span.of(text))):
                found[number] = lead
            continue
        if lead is not None and kinds[number] is BlockKind.PARAGRAPH and text[span.start] in _OPENING:
            found[number] = replace(lead, listed=False)
        lead = None
        words = span.of(text).rstrip()
        if words.endswith(":") and len(words) <= _LONGEST:
            start, end = trimmed(text, span.start, span.start + len(words) - 1)
            told = text[start:end]
            general = _GENERAL.fullmatch(told) is not None or len(told.split()) < 2
            if start < end and (not general or denies(told) or says_what_follows(told)):
                lead = Lead(Span(start, end), number)
    return found


def denies(lead: str) -> bool:
    """Whether a lead may say that its entries are not so ("The following claims are untrue")."""
    return _DENIES.search(lead) is not None


def told_by(text: str, candidate: ClauseCandidate, lead: Span, tree: Tree | None, names: Names) -> ClauseCandidate:
    """The candidate of a list's entry as the words of whoever its lead names: "According to Ann Example:"."""
    words = lead.of(text)
    if candidate.speaker is not None or candidate.by_turn or denies(words):
        return candidate
    found = _ACCORDING.fullmatch(words)
    verb = "according to"
    if found is None and (found := says_what_follows(words)) is not None:
        verb = found["verb"]
        if not _is_verb(text, verb, lead.start + found.start("verb"), tree):
            return candidate
    if found is None and (found := words_of(words)) is not None:
        verb = "said"
    if found is None or names_nobody(found["who"]):
        return candidate
    name, alias = speaker_name(found["who"], names)
    how = Attribution.DIRECT if candidate.quoted else Attribution.PARAPHRASE
    return replace(candidate, speaker=name, speaker_alias=alias, attribution=how, attribution_verb=verb)


def _is_verb(text: str, word: str, start: int, tree: Tree | None) -> bool:
    """Whether the word is a verb: by the tree, by its form, or behind somebody who speaks ("the union claims")."""
    if tree is None:
        return not word.lower().endswith("s") or word.lower() == "says"
    at = next((i for i, token in enumerate(tree.tokens) if token.start == start), 0)
    if at == 0 or tree.tokens[at].upos == "VERB":
        return at > 0
    return tree.tokens[at - 1].upos == "NOUN" and can_speak(ClauseReader(text, tree, QuotationMap(())), at - 1)


def only_introduces(text: str, span: Span, *, entries: bool) -> bool:
    """Whether a sentence breaks off before what it introduces ("The winners were:"), and tells nothing alone.

    Args:
        text: The article.
        span: The sentence.
        entries: Whether entries of a list follow, which are told by whom the sentence says.
    """
    words = span.of(text).rstrip()
    if not words.endswith(":"):
        return False
    bare = words[:-1].rstrip()
    numbered = any(sign.isdigit() for sign in bare)
    if entries and (bare.endswith(" that") or (says_what_follows(bare) is not None and not numbered)):
        return True  # "The report found that:"
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
    """The claim of a list's entry with the words that introduce the list; a sentence needs only those that deny it."""
    if candidate.rule not in _VERBLESS and not denies(lead.of(text)):
        return draft
    number = _ITEM.match(text, draft.start)
    behind = number.end() if number else draft.start
    put = Resolution(draft.start, behind, text[draft.start : behind], f"{lead.of(text)}: ", REASON, 1.0)
    told = (put, *draft.resolutions)
    return replace(draft, resolutions=told, text=apply_resolutions(text, draft.start, draft.end, told))
