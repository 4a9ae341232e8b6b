"""Claims attributed to whoever's turn it is: the speaker of a transcript, a speech, a post or a letter."""

from __future__ import annotations

import re
from dataclasses import replace

from workbench.domain.articles import Attribution
from workbench.language.grammar.clause_candidates import ClauseCandidate
from workbench.language.text.quotations import Quotation, QuotationMap
from workbench.language.text.single_speaker import outside_marks
from workbench.language.text.speaker_turns import Turn

_AS = re.compile(r",?\s+as\s")
_FEW = 5
"""Words that only bring in a quotation."""
_CALLED_SO = frozenset({"", "I", "We", "i", "we", "he", "she", "they", "it", "you", "He", "She", "They", "It", "You"})
_THIRD = frozenset({"he", "she", "they"})
_NEAR = 2_000
"""Characters around a quotation in which a speaker's own words are looked for."""
_UNNAMED = frozenset({"they", "he", "she", "it", "somebody", "someone", "people"})
"""Whom a turn leaves unnamed: of "they said it cost 3 million and it cost 9", who speaks tells both."""
_FORWARDED = re.compile(
    r"\W{0,3}(?:forward(?:ed|ing)|fwd?)\b[^\S\n]*(?:(?:message|this|as\s+received|many\s+times)[^\S\n]*)?[:\])\n>]"
    r"|\W{0,3}forwarded\s+(?:message\s+)?from\s[^:\n]{1,60}[:\])\n]",
    re.IGNORECASE,
)
"""How a message begins that somebody only passes on."""
_SELF = frozenset({"i", "we", "me", "us", "i'm", "we're", "ich", "wir", "je", "nous", "yo", "io", "eu"})


def attributed_to_turn(
    text: str, candidate: ClauseCandidate, turn: Turn | None, quotes: QuotationMap
) -> ClauseCandidate:
    """The candidate as the words of whoever's turn it is.

    Somebody whom the speaker only reports ("The Minister told this House that …") does not say it here: the speaker
    does. What a cut-off clause gives as the words of somebody named stays that one's, and a sentence that stands in
    quotation marks of its own is somebody's whom the speaker quotes, and never the outlet's.
    """
    if turn is None:
        return candidate
    if candidate.unsaid:
        # who speaks tells that it was not said, by anybody: "the council never told us that …"
        candidate = replace(candidate, speaker=None, speaker_alias=None, unsaid=False)
    quotation = quotes.at(candidate.start)
    if quotation is not None and quotation.end >= candidate.end and _is_quoted(text, quotation, turn):
        return replace(
            candidate, speaker=None, speaker_alias=None, attribution=Attribution.DIRECT, quoted=True, said=False,
            by_turn=True,
        )  # fmt: skip
    first = (candidate.speaker or "").split(" ")[0]
    given = quotation or _behind_colon(text, quotes.at(candidate.end - 1))
    if given is not None and candidate.said and first not in _CALLED_SO and _is_quoted(text, given, turn):
        return candidate  # "“I just talked to people,” says Ann Sample" in a letter or a bulletin
    another = quotation is not None and candidate.said and first.casefold() in _THIRD
    if another or _brings(text, candidate, quotes):
        return replace(
            candidate, speaker=None, speaker_alias=None, attribution=Attribution.DIRECT, quoted=True, said=False,
            by_turn=True,
        )  # fmt: skip
    shown = _AS.match(text, candidate.end) is not None  # "I left the room, as the minutes show"
    own = (candidate.speaker or "").casefold() in _SELF | _UNNAMED
    if candidate.speaker is not None and not candidate.said and not shown and not own:
        return candidate
    if turn.speaker is None or _is_passed_on(text, candidate, turn):
        if candidate.speaker is not None:
            return candidate
        return replace(candidate, attribution=Attribution.DIRECT, quoted=True, said=False, by_turn=True)
    alias = turn.label if turn.label and turn.label != turn.speaker else None
    return replace(
        candidate, speaker=turn.speaker, speaker_alias=alias, attribution=Attribution.DIRECT, attribution_verb=None,
        said=False, quoted=True, by_turn=True,
    )  # fmt: skip


def _behind_colon(text: str, quotation: Quotation | None) -> Quotation | None:
    """A quotation that a colon brings: "A spokesman said: “…”", not "his note says, and I quote, “…”"."""
    if quotation is None or not text[max(0, quotation.start - 3) : quotation.start].rstrip().endswith(":"):
        return None
    return quotation


def _brings(text: str, candidate: ClauseCandidate, quotes: QuotationMap) -> bool:
    """Whether a few words without anybody who speaks bring in a quotation: "What they say: “The offer is fair.”"."""
    quotation = quotes.at(candidate.end - 1)
    if candidate.said or quotation is None or quotation.start <= candidate.start:
        return False
    lead = text[candidate.start : quotation.start].rstrip()
    return lead.endswith(":") and len(lead.split()) <= _FEW


def _is_passed_on(text: str, candidate: ClauseCandidate, turn: Turn) -> bool:
    """Whether a claim is of what a message passes on: up to the last quotation mark, or to its end without any."""
    if _FORWARDED.match(text, turn.start, turn.end) is None:
        return False
    marked = max(text.rfind(mark, turn.start, turn.end) for mark in '"”“»')
    return marked < 0 or candidate.start <= marked


def _is_quoted(text: str, quotation: Quotation, turn: Turn) -> bool:
    """Whether a speaker quotes somebody: words outside all marks stand near the quotation in the same turn.

    A turn that is set in marks as a whole is the speaker's own.
    """
    before = text[max(turn.start, quotation.start - _NEAR) : quotation.start]
    behind = text[quotation.end : min(turn.end, quotation.end + _NEAR)]
    return any(sign.isalnum() for part in (before, behind) for sign in outside_marks(part))
