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
    r"^(?:claimant|claimed by|claim by|said by|made by|who said it|speaker|source of (?:the )?claim|stated by)"
    r"[ \t]*:[ \t]*(.{2,80}?)(?:,[ \t]+(?:on|in|at|via|during|speaking|\d|[A-Z][a-z]{2,8}\.? \d)[^\n]{0,80})?$",
    re.IGNORECASE | re.MULTILINE,
)
_FINDING = re.compile(
    r"(?:(?:so |that is why )?(?:we|our fact[- ]checkers) (?:therefore )?rated? |"
    r"(?:our )?(?:verdict|rating|conclusion|finding)[ \t]*[:–—-]\s*\w[\w ]{0,30}$)",
    re.IGNORECASE,
)
_HEAD = 6_000


def reported(text: str, title: str, candidates: Sequence[ClauseCandidate]) -> list[ClauseCandidate]:
    """In a fact check, the candidates with the checked claim reported as somebody's and the rating left out.

    The checked claim is what stands behind a label ("Claim: …"); who made it is told where a line says so
    ("Claimant: …"). In other texts nothing changes.
    """
    if layout_of(text, title).kind is not TextKind.FACT_CHECK:
        return list(candidates)
    named = _CLAIMANT.search(text[:_HEAD])
    claimant = " ".join(named.group(1).split()).rstrip(".") if named else None
    found: list[ClauseCandidate] = []
    for candidate in candidates:
        line = text.rfind("\n", 0, candidate.start) + 1
        if _FINDING.match(text, candidate.start, candidate.end):
            continue
        if named is not None and named.start() <= candidate.start < named.end():
            continue
        label = _LABEL.match(text, line)
        if (
            label is None
            or candidate.start >= len(text)
            or label.end() >= candidate.end
            or candidate.start > label.end() + 400
        ):
            found.append(candidate)
            continue
        candidate = replace(candidate, start=max(candidate.start, label.end()))
        if candidate.speaker is None:
            candidate = replace(
                candidate,
                speaker=claimant,
                attribution=Attribution.PARAPHRASE,
                attribution_verb="claimed",
                by_turn=False,
            )
        found.append(candidate)
    return found
