"""What clause rules give: stretches of a sentence that may become claims."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from workbench.domain.anchors import Span
from workbench.domain.articles import Attribution


class Modality(StrEnum):
    """What a candidate does, as far as checking goes."""

    FACT = "fact"
    PREDICTION = "prediction"
    OPINION = "opinion"
    QUESTION = "question"
    BOILERPLATE = "boilerplate"


@dataclass(frozen=True, slots=True)
class ClauseCandidate:
    """One candidate claim: a span of the article, and what was seen about it.

    `subject` is the span whose words the standalone wording needs in front ("the firm" for "and has fined two
    suppliers"); `inserted` are words for the same purpose that stand nowhere as one span. `depth` counts how many
    clauses it was cut out of. `rule` names the rule that made it.
    """

    start: int
    end: int
    sentence: int
    rule: str
    subject: Span | None = None
    speaker: str | None = None
    speaker_alias: str | None = None
    attribution: Attribution = Attribution.OUTLET
    attribution_verb: str | None = None
    said: bool = False
    """Whether the span itself holds the attribution ("X said …")."""
    unsaid: bool = False
    """Whether it tells that the speaker did not say it: nobody's words but the outlet's."""
    modality: Modality = Modality.FACT
    quoted: bool = False
    by_turn: bool = False
    """Whether the speaker is whoever's turn it is, in a transcript, speech, post or letter."""
    reports: bool = False
    """Whether whose turn it is tells there what somebody else said: a fact, whatever was said."""
    happened: bool | None = None
    """Whether the main verb tells of something that happened; None where no tree told."""
    words: int = 0
    """Words of the span, where a tree told them."""
    advises: bool = False
    """Whether it tells the reader to do something ("Avoid the weekends")."""
    gap: int | None = None
    """Where the words of `subject` belong when they are the object of a relative clause ("which the firm built")."""
    question: Span | None = None
    """What the span answers, where another asked it: its wording needs it in front."""
    rewords: tuple[tuple[int, int, str], ...] = ()
    """Words of the span that its wording says otherwise: a participle as the verb of a sentence."""


_DOTTED_END = re.compile(r"(?:\b[^\W\d_]\.){2,6}$")
_NOTES = re.compile(r"(?:\[(?:\d{1,3}|citation needed)\]){1,6}$")
_PAIRS = (("(", ")"), ("[", "]"))
_SIGNS = "-–−<>≤≥±+."


def trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """Take spaces, and marks that belong to the sentence rather than to the claim, off both ends of a span.

    The stop of an abbreviation ("U.S.") stays; a bracket whose partner was cut away goes.
    """
    for _ in range(4):
        while start < end and (text[start].isspace() or text[start] in ",;:.–—-…)}]•‣▪●*।۔。"):
            start += 1
        while end > start and (text[end - 1].isspace() or text[end - 1] in ",;:.–—…([{-।॥۔。｡"):
            if text[end - 1] == "." and _DOTTED_END.search(text, max(start, end - 12), end):
                break
            end -= 1
        if (note := _NOTES.search(text, max(start, end - 60), end)) is not None:
            end = note.start()
        inner = text[start:end]
        if any(inner.endswith(c) and inner.count(o) < inner.count(c) for o, c in _PAIRS):
            end -= 1
        elif any(inner.startswith(o) and inner.count(o) > inner.count(c) for o, c in _PAIRS):
            start += 1
        else:
            break
    return _signed(text, start), end


def _signed(text: str, start: int) -> int:
    """Where words begin with the sign of the number they open with: "-12 degrees", "<5 per cent", ".5 per cent".

    A dash that other lines begin with as well only marks entries.
    """
    if not text[start : start + 1].isdigit() or start == 0 or text[start - 1] not in _SIGNS:
        return start
    sign = text[start - 1]
    before = text[start - 2 : start - 1] if start > 1 else ""
    if not (before == "" or before.isspace() or before in '(“"'):
        return start
    entries = before in {"", "\n"} and f"\n{text}".count(f"\n{sign}") > 1
    return start if entries else start - 1
