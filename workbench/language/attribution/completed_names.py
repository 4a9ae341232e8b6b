"""Names of which a tree left out the surname behind initials, or the number behind it: "TS Ellis III"."""

from __future__ import annotations

import re

_SURNAME = re.compile(
    r"\s(?!(?:[A-Z][a-z]{2,5}day|January|February|March|April|May|June|July|August|September|October|November|December)\b)"
    r"[A-Z][a-z][\w’'-]*"
)
_NUMBER = re.compile(r"\s(?:I{2,3}|IV|VI{0,3}|IX|Jr|Sr)\b")
"""What tells a man from his father, or a king from another."""
_INITIALS = 3


def completed(name: str, text: str, start: int, end: int) -> str | None:
    """The name as it is written in the sentence `text[start:end]`, where that is longer; else None."""
    at = text.find(name, start, end)
    if at < 0:
        return None
    behind = at + len(name)
    if name.isupper() and len(name) <= _INITIALS and (surname := _SURNAME.match(text, behind, end)) is not None:
        behind = surname.end()
    if (number := _NUMBER.match(text, behind, end)) is not None:
        behind = number.end()
    return text[at:behind] if behind > at + len(name) else None
