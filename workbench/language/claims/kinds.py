"""What sort of assertion a claim is, from its words, quantities and times."""

from __future__ import annotations

import re
from collections.abc import Sequence

from workbench.domain.articles import Kind
from workbench.domain.quantities import Quantity, QuantityKind, TimeKind, TimeRef
from workbench.language.grammar.clause_candidates import ClauseCandidate, Modality
from workbench.language.grammar.modality_elsewhere import causes, compares

# The patterns read lower-case text: ignoring case makes them several times slower.
_CAUSAL = re.compile(
    r"\b(?:because(?!\s+of\s+course)|caus(?:e|es|ed|ing)|due\s+to|led\s+to|leads?\s+to|leading\s+to|result(?:s|ed|ing)?\s+(?:in|from)|as\s+a\s+result|"
    r"thanks\s+to|prompt(?:s|ed|ing)|trigger(?:s|ed|ing)?|forc(?:es|ed|ing)|drove|driven\s+by|owing\s+to|in\s+response\s+to|"
    r"prevent(?:s|ed|ing)?|therefore|so\s+that|in\s+order\s+to|blam(?:es|ed|ing)|attributed\s+to|contribut(?:es|ed|ing)\s+to|"
    r"sparked|brought\s+about|(?:is|are|was|were|be)\s+to\s+blame|responsible\s+for|saved|saves|owed?\s+to|stems?\s+from|stemmed\s+from|"
    r"(?:killed|cured|ended|ruined|destroyed|wiped\s+out|rescued)\s+by|contributed\s+to|"
    r"following\s+increased|over\s+(?:fears|concerns|claims)|(?:make|makes|made|making)\s+it\s+\w+er|"
    r"(?:increase|increases|reduce|reduces|reducing|affect|affects|affecting|improve|improves|damage|damages|decreasing|increasing)\s+(?!by|to|of|in)\w+)\b",
)
_COMPARISON = re.compile(
    r"\b(?:(?:more|less|fewer|greater|higher|lower|larger|smaller|better|worse|bigger|faster|slower|older|younger|longer|shorter|stronger|weaker|cheaper|earlier|later)\s+than|"
    r"than\s+(?:ever|any|in|last|the|all|do|did|those)|compared\s+(?:to|with)|(?:most|least)\s+(?!of\b)[a-z]+|record|unprecedented|"
    r"(?:ris(?:en|ing)|rose|rises|grew|grown|growing|increas(?:ed|ing|es)|declin(?:ed|ing|es)|drop(?:ped|ping|s)|f[ae]ll(?:en|ing|s)?|doubled|tripled|halved|slipp(?:ed|ing)|surg(?:ed|ing)|soared|plunged|shr(?:ank|unk|inks?|inking)|overt(?:ook|akes?|aken|aking)|outpac(?:ed|es|ing)|surpass(?:ed|es|ing)|"
    r"outstripped|outgrew|outsold|beat(?:s|en)?|trebled|quadrupled|narrowed|widened|climb(?:ed|s)|jumped|dipped|sank|"
    r"(?:half|twice|\w+\s+times|\d+x)\s+as\s+(?:much|many|\w+)|\w+\s+times\s+(?:more|less|higher|lower|larger|bigger)|exceed(?:ed|s|ing)?|outnumber(?:ed|s)?)\b|"
    r"never\s+before|for\s+the\s+first\s+time|nobody|no\s+other|only\s+(?:country|person|one)|unlike|as\s+\w+\s+as|ahead\s+of|behind|highest|lowest|largest|biggest)",
)
_IDENTITY = re.compile(
    r"\b(?:(?:is|was|are|were|became|remains?)\s+(?:also\s+)?(?:an?|the|one\s+of)\s+(?!first|last|most|same|only)\w+|consists?\s+of|known\s+as|named|called|identified\s+as|(?:a|an|the)\s+\w+\s+of\b)",
)
_STATUS = re.compile(
    r"\b(?:is|are|was|were|am|has\s+been|have\s+been|remains?|stands?|stays?|includes?|contains?|requires?|allows?|applies|apply|exists?|owns?|holds?|lacks?|needs?|wants?|supports?|opposes?|yet\s+to|no\s+longer|must|can|cannot|may|does|do|has|have|had|"
    r"continues?|serves?|covers?|plans?|aims?|intends?|transfers?|provides?|expected\s+to|due\s+to\s+\w+|scheduled)\b",
)
_RANK_NUMBER = re.compile(r"#|n", re.IGNORECASE)
_LAST_RANK = 10
"""A later ordinal counts ("the 22nd fair", "the 33rd minute") rather than ranks."""
_BE = re.compile(r"\b(?:is|are|was|were|be|been|'s)\s+(?:\w+ly\s+|not\s+|also\s+)?(?P<next>\w+)")
_PERFECT = re.compile(
    r"\b(?:has|have|had)\s+(?:also\s+|already\s+|not\s+|never\s+|been\s+|since\s+|now\s+|recently\s+)*\w+(?:ed|en|wn|ne|ght|id|un|ut|et|de|ft|nt|ld|st)\b",
)


def kinds_of(
    text: str,
    candidate: ClauseCandidate,
    quantities: Sequence[Quantity],
    times: Sequence[TimeRef],
    *,
    dynamic: bool | None = None,
    language: str = "en",
) -> tuple[Kind, ...]:
    """The kinds of one claim, in the order of `Kind`.

    Args:
        text: The article.
        candidate: The claim's span and what the clause rules saw.
        quantities: Amounts inside it.
        times: Time expressions inside it.
        dynamic: Whether its main verb tells something that happened; None where no tree told.
        language: ISO 639-1 code.
    """
    words = text[candidate.start : candidate.end]
    lowered = words.lower()
    if candidate.modality is Modality.PREDICTION:
        return (Kind.PREDICTION,)
    if candidate.modality in {Modality.OPINION, Modality.QUESTION}:
        return (Kind.OPINION,)
    found: set[Kind] = set()
    ranks = {QuantityKind.ORDINAL, QuantityKind.SUPERLATIVE}
    if any(q.kind not in ranks or _RANK_NUMBER.match(q.text) for q in quantities):
        found.add(Kind.QUANTITY)
    if any(_tells_time(t) for t in times):
        found.add(Kind.TIME)
    if any(q.kind in ranks and (q.low or 0) <= _LAST_RANK for q in quantities) or _compares(lowered, language):
        found.add(Kind.COMPARISON)
    if (candidate.speaker is not None and not candidate.by_turn) or candidate.said:
        found.add(Kind.QUOTE)
    if _CAUSAL.search(lowered) if language == "en" else causes(lowered, language):
        found.add(Kind.CAUSAL)
    happened = dynamic if dynamic is not None else _happened(words)
    changes = {Kind.QUANTITY, Kind.COMPARISON} <= found
    if happened and Kind.QUOTE not in found and not changes:
        found.add(Kind.EVENT)
    elif Kind.QUOTE not in found and Kind.CAUSAL not in found:
        if _IDENTITY.search(lowered) and not found:
            found.add(Kind.IDENTITY)
        elif _STATUS.search(lowered) and not (Kind.QUANTITY in found or Kind.COMPARISON in found):
            found.add(Kind.STATUS)
    if not found or found == {Kind.TIME}:
        found.add(Kind.EVENT if happened else Kind.STATUS)
    return tuple(kind for kind in Kind if kind in found)


def _compares(lowered: str, language: str) -> bool:
    return _COMPARISON.search(lowered) is not None if language == "en" else compares(lowered, language)


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
    from workbench.language.grammar.verbs import IRREGULAR_PAST
    from workbench.language.text.tokenizer import words as split

    tokens = split(words)
    return any(
        token.lower in IRREGULAR_PAST or (token.lower.endswith("ed") and len(token.lower) > 4 and not token.capital)
        for token in tokens[1:]
    )
