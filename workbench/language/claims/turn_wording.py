"""The wording of what somebody says in a transcript, speech or post: who "I" and "we" are, by whose turn it is."""

from __future__ import annotations

import re
from collections.abc import Sequence

from workbench.domain.articles import Attribution, Resolution
from workbench.language.attribution.speech_wording import FIRST_PERSON
from workbench.language.claims.decontextualisation import SPOKEN, apply_resolutions
from workbench.language.grammar.clause_candidates import ClauseCandidate
from workbench.language.text.speaker_labels import is_role

_MARKED = re.compile(r'["“”„«»]')
_NUMBERED = re.compile(r"(?:speaker|voice|participant|person)[\s_]*\w{1,3}", re.IGNORECASE)


def by_turn(text: str, candidate: ClauseCandidate, resolutions: Sequence[Resolution]) -> list[Resolution]:
    """Who says "I" or "we" in a claim of a transcript, speech or post, by whose turn it is.

    Words that quote others stay as they are: marks within marks would leave open whose they are.
    """
    speaker = candidate.speaker
    if not candidate.by_turn or candidate.said or speaker is None or candidate.attribution is not Attribution.DIRECT:
        return []
    wording = apply_resolutions(text, candidate.start, candidate.end, resolutions)
    if not FIRST_PERSON.search(wording) or _MARKED.search(wording) or _NUMBERED.fullmatch(speaker):
        return []
    named = speaker[0].upper() + speaker[1:]
    words = named.split()
    if is_role(words[-1]) and words[0] != "The" and len(words) < 5:
        named = f"The {named}"
    return [Resolution(candidate.start, candidate.start, "", named, SPOKEN, 0.9)]
