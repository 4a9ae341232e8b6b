"""What sort of assertion a claim is, from its words, quantities and times."""

from __future__ import annotations

import re
from collections.abc import Sequence

from workbench.domain.articles import Kind
from workbench.domain.quantities import Bound, Quantity, QuantityKind, TimeKind, TimeRef
from workbench.domain.syntax import Tree
from workbench.language.claims.causes import tells_cause
from workbench.language.claims.comparisons import compares
from workbench.language.grammar.clause_candidates import ClauseCandidate, Modality
from workbench.language.grammar.modality_elsewhere import KNOWN, causes, happens
from workbench.language.grammar.modality_elsewhere import compares as compares_elsewhere

_LONGEST = 4_000
"""Characters of a claim that its kinds are read from."""
_IDENTITY = re.compile(
    r"\b(?:(?:is|was|are|were|became|remains?)\s+(?:also\s+)?(?:an?|the|one\s+of)\s+(?!first|last|most|same|"
    r"only)\w+|consists?\s+of|known\s+as|named|called|identified\s+as)\b",
)
_STATUS = re.compile(
    r"\b(?:is|are|was|were|am|has\s+been|have\s+been|remains?|stands?|stays?|includes?|contains?|requires?|"
    r"allows?|applies|apply|exists?|owns?|holds?|lacks?|needs?|wants?|supports?|opposes?|yet\s+to|no\s+longer|"
    r"must|can|cannot|may|does|do|has|have|had|"
    r"continues?|serves?|covers?|plans?|aims?|intends?|transfers?|provides?|expected\s+to|due\s+to\s+\w+|"
    r"scheduled)\b",
)
_RANK_NUMBER = re.compile(r"#|no\.|number", re.IGNORECASE)
_MEMBER = re.compile(r"(?:an?|the)\s+\w+\s+of\b")
"""How an apposition says what somebody is: "a son of …"."""
_NO_PAST = frozenset({"hundred", "indeed", "naked", "wicked", "sacred", "kindred", "hatred", "hundreds", "exceed"})
_BE = re.compile(r"\b(?:is|are|was|were|be|been|'s)\s+(?:\w+ly\s+|not\s+|also\s+)?(?P<next>\w+)")
_PERFECT = re.compile(
    r"\b(?:has|have|had)\s+(?:also\s+|already\s+|not\s+|never\s+|been\s+|since\s+|now\s+|recently\s+)*\w+(?:ed|"
    r"en|wn|ne|ght|id|un|ut|et|de|ft|nt|ld|st)\b",
)


def kinds_of(
    text: str,
    candidate: ClauseCandidate,
    quantities: Sequence[Quantity],
    times: Sequence[TimeRef],
    *,
    dynamic: bool | None = None,
    language: str = "en",
    tree: Tree | None = None,
) -> tuple[Kind, ...]:
    """The kinds of one claim, in the order of `Kind`.

    Args:
        text: The article.
        candidate: The claim's span and what the clause rules saw.
        quantities: Amounts inside it.
        times: Time expressions inside it.
        dynamic: Whether its main verb tells something that happened; None where no tree told.
        language: ISO 639-1 code.
        tree: The sentence it stands in, where it was parsed.
    """
    end = min(candidate.end, candidate.start + _LONGEST)
    words = text[candidate.start : end]
    lowered = words.lower()
    if candidate.modality is Modality.PREDICTION:
        return (Kind.PREDICTION,)
    if candidate.modality in {Modality.OPINION, Modality.QUESTION}:
        return (Kind.OPINION,)
    found: set[Kind] = set()
    ranks = {QuantityKind.ORDINAL, QuantityKind.SUPERLATIVE}
    if any((q.kind not in ranks or _RANK_NUMBER.match(q.text)) and not _is_some(q) for q in quantities):
        found.add(Kind.QUANTITY)
    if any(_tells_time(t) for t in times):
        found.add(Kind.TIME)
    near = [q for q in quantities if q.end <= end]
    if compares(words, candidate.start, near) if language == "en" else compares_elsewhere(lowered, language):
        found.add(Kind.COMPARISON)
    if (candidate.speaker is not None and not candidate.by_turn) or candidate.said or candidate.reports:
        found.add(Kind.QUOTE)
    if tells_cause(text, candidate.start, end, tree) if language == "en" else causes(words, language):
        found.add(Kind.CAUSAL)
    happened = dynamic
    if happened is None:
        happened = happens(lowered, language) if language in KNOWN else _happened(words)
    changes = {Kind.QUANTITY, Kind.COMPARISON} <= found
    says = Kind.QUOTE in found and (candidate.said or dynamic is None)  # the verb may be that of saying
    if happened and not says and not changes:
        found.add(Kind.EVENT)
    elif Kind.QUOTE not in found and Kind.CAUSAL not in found:
        aside = candidate.rule == "apposition" and _MEMBER.match(lowered)
        if (aside or _IDENTITY.search(lowered)) and not found:
            found.add(Kind.IDENTITY)
        elif _STATUS.search(lowered) and not (Kind.QUANTITY in found or Kind.COMPARISON in found):
            found.add(Kind.STATUS)
    if not found or found == {Kind.TIME}:
        found.add(Kind.EVENT if happened else Kind.STATUS)
    return tuple(kind for kind in Kind if kind in found)


def _is_some(quantity: Quantity) -> bool:
    """Whether an amount only says that there were some: "several", "a few"."""
    return quantity.bound is Bound.VAGUE and quantity.high is not None and quantity.high <= _SOME


_SOME = 20
"""What "several" and words like it mean at most."""


def _tells_time(ref: TimeRef) -> bool:
    """Whether a time expression dates the claim; "today", ages and "every year" do not."""
    surface = ref.text.lower()
    return ref.kind is not TimeKind.RECURRING and surface not in {"today", "tonight"} and not surface.endswith("old")


def _happened(words: str) -> bool:
    """Whether the words tell of something that happened: a past tense or perfect that is no state."""
    lowered = words.lower()
    if _PERFECT.search(lowered):
        return True
    for match in _BE.finditer(lowered):
        if match["next"].endswith(("ed", "en", "wn", "ght", "ld", "de")):
            return True
    from workbench.language.grammar.irregular_verbs import PASTS
    from workbench.language.text.tokenizer import words as split

    tokens = split(words)
    return any(
        token.lower in PASTS
        or (token.lower.endswith("ed") and len(token.lower) > 4 and not token.capital and token.lower not in _NO_PAST)
        for token in tokens[1:]
    )
