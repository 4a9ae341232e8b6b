"""The claim that a fact check is about: reported, not the outlet's own; and the outlet's finding, which is no claim."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from workbench.domain.articles import Attribution
from workbench.language.grammar.clause_candidates import ClauseCandidate
from workbench.language.text.layout import TextKind, layout_of

_LABEL = re.compile(
    r"(?:(?:the |viral |main )?(?:claim|statement|quote)|what was (?:claimed|said)|what (?:they|he|she) said)"
    r"[ \t]*[:–—-][ \t]*",
    re.IGNORECASE,
)
_CLAIMANT = re.compile(
    r"^(?:claimant|claimed by|claim by|who said it|speaker|source of (?:the )?claim|stated by)[ \t]*:[ \t]*"
    r"([^\n]{2,120})$",
    re.IGNORECASE | re.MULTILINE,
)
_FINDING = re.compile(
    r"(?:(?:so |that is why )?(?:we|our fact[- ]checkers) (?:therefore )?rated? |"
    r"(?:our )?(?:verdict|rating|conclusion|finding)[ \t]*[:–—-]\s*\w[\w ]{0,30}$)",
    re.IGNORECASE,
)
_HEAD = 6_000


def reported(text: str, title: str, pieces: Sequence[ClauseCandidate]) -> list[ClauseCandidate]:
    """In a fact check, the pieces with the checked claim reported as somebody's and the rating left out.

    The checked claim is what stands behind a label ("Claim: …"); who made it is told where a line says so
    ("Claimant: …"). In other texts nothing changes.
    """
    if layout_of(text, title).kind is not TextKind.FACT_CHECK:
        return list(pieces)
    named = _CLAIMANT.search(text[:_HEAD])
    claimant = " ".join(named.group(1).split()).rstrip(".") if named else None
    found: list[ClauseCandidate] = []
    for piece in pieces:
        line = text.rfind("\n", 0, piece.start) + 1
        if _FINDING.match(text, piece.start, piece.end):
            continue
        if named is not None and named.start() <= piece.start < named.end():
            continue
        label = _LABEL.match(text, line)
        if label is None or piece.start >= len(text) or label.end() >= piece.end or piece.start > label.end() + 400:
            found.append(piece)
            continue
        piece = replace(piece, start=max(piece.start, label.end()))
        if piece.speaker is None:
            piece = replace(
                piece, speaker=claimant, attribution=Attribution.PARAPHRASE, attribution_verb="claimed", voiced=False
            )
        found.append(piece)
    return found
