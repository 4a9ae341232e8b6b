"""What kind of text an article is: news, transcript, speech, post … , or a list or table."""

from __future__ import annotations

import re

from workbench.language.text.layout import TextKind, layout_of

_ENTRY = re.compile(r"\s*(?:[-*•‣▪●–—]\s|\(?\d{1,3}[.)]\s|\|)")
_COLUMNS = re.compile(r"\t|\s\|\s|\s{3}")
_FEW = 4
"""Lines that a list has at least, its heading aside."""
_MOSTLY = 0.7
"""The share of a text's lines that are entries from which it is a list or table."""
_LOOKED_AT = 400


def text_kind(text: str, title: str = "") -> TextKind:
    """The kind of a text by its layout and the words that name it.

    Args:
        text: The article.
        title: Its title, where it is known apart from the text.
    """
    kind = layout_of(text, title).kind
    if kind is not TextKind.NEWS:
        return kind
    lines = [line for line in text.splitlines() if line.strip()][:_LOOKED_AT]
    entries = sum(_ENTRY.match(line) is not None or _COLUMNS.search(line.rstrip()) is not None for line in lines)
    return TextKind.LIST if entries >= _FEW and entries >= _MOSTLY * (len(lines) - 1) else kind


def role_at(text: str, title: str, offset: int, speaker: str | None) -> str:
    """What a transcript's label says of a speaker beside the name ("Minister of Health"), "" where it says nothing.

    Args:
        text: The article.
        title: Its title.
        offset: Where the speaker's words are.
        speaker: Who is named for them: only the one whose turn it is has the label's role.
    """
    layout = layout_of(text, title)
    turn = layout.turn_at(offset)
    if turn is None or speaker is None or turn.speaker is None or turn.speaker.casefold() != speaker.casefold():
        return ""
    role = turn.role or next((one.role for one in layout.turns if one.role and one.speaker == turn.speaker), "")
    return " ".join(_lowered(word) for word in role.split()) if role.isupper() else role


def code_at(text: str, title: str, offset: int) -> str:
    """The time that a transcript's label gives the words at an offset ("12:31"), as it is written; "" without one."""
    turn = layout_of(text, title).turn_at(offset)
    return turn.code if turn is not None else ""


def _lowered(word: str) -> str:
    """A word of a role in capitals as it is written otherwise; what is short may be an abbreviation ("CEO")."""
    if word.casefold() in {"of", "for", "the", "and", "in", "to", "at"}:
        return word.lower()
    return word if len(word.strip(",.")) < 4 else word.capitalize()
