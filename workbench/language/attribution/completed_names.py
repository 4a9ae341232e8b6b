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
_BODY = (
    r"(?:Council|Board|Ministry|Agency|Authority|Committee|Commission|Department|Office|Services?|Union|Association|"
    r"Society|Foundation|University|Institute|Bank|Court|Party|Federation|Centre|Center|Corporation|Bureau|"
    r"Organi[sz]ation|Forum|Network|Alliance|Fund)"
)
_BODY_BEHIND = re.compile(rf"(?:\s[A-Z][\w’'-]{{1,30}}){{0,2}}?\s{_BODY}(?![\w’'-])")
_ENDS_BODY = re.compile(rf"\s{_BODY}$")
_BEFORE = re.compile(r"(?<=\b[Tt]he\s)(?:[A-Z][\w’'-]{1,30}\s){1,3}$")
_LONGEST_BEFORE = 100


def completed(name: str, text: str, start: int, end: int) -> str | None:
    """The name as it is written in the sentence `text[start:end]`, where that is longer; else None."""
    at = text.find(name, start, end)
    if at < 0:
        return None
    behind = at + len(name)
    if name.isupper() and len(name) <= _INITIALS and (surname := _SURNAME.match(text, behind, end)) is not None:
        behind = surname.end()
    if " " in name and (body := _BODY_BEHIND.match(text, behind, end)) is not None:
        behind = body.end()  # "the National Risk Reduction |Council| said"
    if _ENDS_BODY.search(text[at:behind]) and (more := _BEFORE.search(text[max(start, at - _LONGEST_BEFORE) : at])):
        at -= len(more.group())
    if (number := _NUMBER.match(text, behind, end)) is not None:
        behind = number.end()
    return text[at:behind] if behind - at > len(name) else None
