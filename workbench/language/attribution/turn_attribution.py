"""Claims attributed to whoever's turn it is: the speaker of a transcript, a speech, a post or a letter."""

from __future__ import annotations

from dataclasses import replace

from workbench.domain.articles import Attribution
from workbench.language.grammar.clause_candidates import ClauseCandidate
from workbench.language.text.speaker_turns import Turn

_SELF = frozenset({"i", "we", "me", "us", "i'm", "we're", "ich", "wir", "je", "nous", "yo", "io", "eu"})


def attributed_to_turn(candidate: ClauseCandidate, turn: Turn | None) -> ClauseCandidate:
    """The candidate as the words of whoever's turn it is.

    Somebody whom the speaker only reports ("The Minister told this House that …") does not say it here: the speaker
    does. What a cut-off clause gives as another's words stays that other's.
    """
    if turn is None:
        return candidate
    if candidate.speaker is not None and not candidate.said and candidate.speaker.casefold() not in _SELF:
        return candidate
    if turn.speaker is None:
        return replace(candidate, quoted=True, said=False, by_turn=True) if candidate.speaker is None else candidate
    alias = turn.label if turn.label and turn.label != turn.speaker else None
    return replace(
        candidate, speaker=turn.speaker, speaker_alias=alias, attribution=Attribution.DIRECT, attribution_verb=None,
        said=False, quoted=True, by_turn=True,
    )  # fmt: skip
