"""How a text is laid out: whose turn each stretch is, what heads and signs it, and what kind of text that makes it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from workbench.domain.anchors import Span
from workbench.domain.press_releases import LABELLED
from workbench.language.text.caseless_labels import caseless_turns
from workbench.language.text.interviews import interview_turns
from workbench.language.text.interviews_elsewhere import interview_turns_elsewhere
from workbench.language.text.post_heads import posts
from workbench.language.text.single_speaker import SpeakerTurns, signed, single_speaker
from workbench.language.text.speaker_turns import Turn, speaker_turns


class TextKind(StrEnum):
    """What kind of text an article is, as far as its layout tells."""

    NEWS = "news"
    TRANSCRIPT = "transcript"
    SPEECH = "speech"
    LETTER = "letter"
    POST = "post"
    EARNINGS = "earnings call"
    PRESS_RELEASE = "press release"
    FACT_CHECK = "fact-check"
    LIST = "list or table"


@dataclass(frozen=True, slots=True)
class Layout:
    """The turns of a text in order, and the lines that only head, sign or count it."""

    kind: TextKind
    turns: tuple[Turn, ...] = ()
    furniture: tuple[Span, ...] = ()

    def turn_at(self, offset: int) -> Turn | None:
        """Whose turn the character at `offset` is in; None outside all of them."""
        low, high = 0, len(self.turns)
        while low < high:
            middle = (low + high) // 2
            if self.turns[middle].label_start <= offset:
                low = middle + 1
            else:
                high = middle
        if low and offset < self.turns[low - 1].end:
            return self.turns[low - 1]
        return None


_CALL = re.compile(r"\b(?:earnings|results|quarter(?:ly)?|investor|conference)\b[^\n]{0,40}\bcall\b", re.IGNORECASE)
_CHECK = re.compile(
    r"^(?:claim|verdict|rating|our rating|our verdict|fact[- ]check|the claim|what was claimed)\s*:|"
    r"\bfact[- ]check(?:ed|ers?)?\b|\bwe rate (?:this|the claim)\b",
    re.IGNORECASE | re.MULTILINE,
)
_CHECKS_IF = re.compile(r"\s*(?:is|was|were|did|does|do|are) [^\n]{10,120}\?\s*(?:\n|$)", re.IGNORECASE)
"""The heading of a fact check; in the middle of a text it may be an interview's."""
_HEAD = 4_000


@lru_cache(maxsize=4)
def layout_of(text: str, title: str = "", speakers: tuple[str, ...] = ()) -> Layout:
    """Read the layout of a text: a transcript's labels, a speech's heading, a post's author line, a letter's signature.

    Args:
        text: The article.
        title: Its title, where it is known apart from the text.
        speakers: Names that are known to stand before what they say.
    """
    spoken = speaker_turns(text, title, speakers) or caseless_turns(text)
    if spoken and not all(turn.label.startswith("@") for turn in spoken):
        kind = TextKind.EARNINGS if _CALL.search(f"{title}\n{text[:_HEAD]}") else TextKind.TRANSCRIPT
        head = [Span(0, spoken[0].label_start)] if _only_heads(text[: spoken[0].label_start]) else []
        return Layout(kind, tuple(spoken), tuple(head))
    if asked := interview_turns(text, title) or interview_turns_elsewhere(text, title):
        head = [Span(0, asked[0].label_start)] if _only_heads(text[: asked[0].label_start]) else []
        return Layout(TextKind.TRANSCRIPT, tuple(asked), tuple(head))
    for found, kind in (
        (posts(text) or (SpeakerTurns(tuple(spoken), ()) if spoken else None), TextKind.POST),
        (single_speaker(text, title), TextKind.SPEECH),
        (signed(text), TextKind.LETTER),
    ):
        if found is not None:
            return Layout(kind, found.turns, found.furniture)
    start = f"{title}\n{text[:_HEAD]}"
    if LABELLED.search(start) or LABELLED.search(text[-1_000:]):
        return Layout(TextKind.PRESS_RELEASE)
    checks = _CHECK.search(start) or _CHECKS_IF.match(title) or _CHECKS_IF.match(text)
    return Layout(TextKind.FACT_CHECK if checks else TextKind.NEWS)


def _only_heads(head: str) -> bool:
    """Whether what stands before the first label is a heading: short lines, none of them a sentence."""
    lines = [line.strip() for line in head.splitlines() if line.strip()]
    return bool(lines) and len(lines) <= 8 and not any(
        line.endswith((".", "?", "!")) and line.upper() != line for line in lines
    )  # fmt: skip
