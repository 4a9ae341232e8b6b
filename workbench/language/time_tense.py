"""Which side of the day of publication a time lies on, told by the verbs around it."""

from __future__ import annotations

import re

from workbench.language.verbs import IRREGULAR_PAST

_AHEAD = re.compile(
    r"\b(?:will|shall|must|due|expected|plans?|planned|scheduled|set|going|is\s+to|are\s+to|to\s+be)\b[^.!?]*$",
    re.IGNORECASE,
)
_PAST_WORDS = rf"said|says|was|were|had|has|have|did|{'|'.join(sorted(IRREGULAR_PAST))}|\w{{2,}}ed"
_FIRST_VERB = re.compile(
    rf"\b(?:(?P<ahead>will|shall|(?:is|are)\s+(?:also\s+)?(?:due|expected|planned|scheduled|set|going|to\b)|plans?\s+to)|"
    rf"(?P<past>{_PAST_WORDS}))\b",
    re.IGNORECASE,
)
_PAST = re.compile(rf"\b(?:{_PAST_WORDS})\b", re.IGNORECASE)
_TO_DO = re.compile(r"\bto\s+[a-z]+\b")
_TO_COME = re.compile(
    r"\bwould\s+(?!have\b)[a-z]+|\b(?:pledged|promised|vowed|agreed|aims?|hopes?|wants?)\s+to\b", re.IGNORECASE
)
_SENTENCE = re.compile(r"[.!?;\n]")
_BEHIND = 80
"""Characters before a time, and after a fronted one, in which its verb is looked for."""


def lies_ahead(text: str, start: int, end: int) -> bool:
    """Whether a time lies after the publication: by the verb before it, or after it where it opens a sentence."""
    if _AHEAD.search(text, max(0, start - _BEHIND), start):
        return True
    if text[max(0, start - 8) : start].rstrip(' “"')[-1:] not in {"", ".", "!", "?", "\n"}:
        return False
    stop = _SENTENCE.search(text, end, min(len(text), end + _BEHIND))
    first = _FIRST_VERB.search(text, end, stop.start() if stop else min(len(text), end + _BEHIND))
    return first is not None and first["ahead"] is not None


def is_told(text: str, start: int) -> bool:
    """Whether a past tense governs the time at `start`: "the next day" is then counted from within the story."""
    low = max(0, start - _BEHIND)
    begin = max((match.end() for match in _SENTENCE.finditer(text, low, start)), default=low)
    past = max((match.end() for match in _PAST.finditer(text, begin, start)), default=None)
    if past is None or _AHEAD.search(text, begin, start):
        return False
    return _TO_DO.search(text, past, start) is None


def is_promised(text: str, start: int) -> bool:
    """Whether what happens by the time at `start` is still to come: "will close", "would close", "plans to close"."""
    low = max(0, start - _BEHIND)
    begin = max((match.end() for match in _SENTENCE.finditer(text, low, start)), default=low)
    return _AHEAD.search(text, begin, start) is not None or _TO_COME.search(text, begin, start) is not None
