"""Names that are written like times: of papers, programmes, clubs and days that are remembered."""

from __future__ import annotations

import re

from workbench.language.text.tokenizer import word_set
from workbench.language.time.calendar_words import MONTHS

_REMEMBERED = re.compile(
    r"\b(?:Bloody|Black|Good|Super|Cyber|Easter|Palm|Holy|Maundy|Ash|Shrove|Whit|Giving|Fat|Blue|Red|Rosenmontag|Mad)\s+$"
)
_OWNED = re.compile(r"(?:\b(?:the|a|an|its|his|her|their|our|my)|['’]s?)\s+$", re.IGNORECASE)
_CAPITAL = re.compile(r"\s+([A-Z][\w’'-]*)")
_PAPERS = word_set(
    """
    times mail mirror express telegraph post herald club market courier tribune star sun independent globe observer
    gazette chronicle journal review show night magazine politics supper school league
    """
)
_ENDS = re.compile(r"(?:^|[.!?:;,—–-]|\n)[\s\"“”‘'’(]{0,6}$")


def is_title(text: str, match: re.Match[str]) -> bool:
    """Whether a time is (a part of) a name: "the Sunday Courier", "Bloody Sunday", "Tonight at Nine"."""
    start, end = match.span()
    while start < end and text[start].isspace():
        start += 1
    if "w" in match.groupdict():
        name = match.start("w")
        if _REMEMBERED.search(text, max(0, name - 14), name):
            return True
        following = _CAPITAL.match(text, match.end("w"))
        if following is None or following.group(1).lower() in MONTHS:
            return False
        if following.group(1).lower() in _PAPERS:
            return True
        return name == start and _OWNED.search(text, max(0, start - 8), start) is not None
    if not text[start].isupper():
        return False
    return _ENDS.search(text, max(0, start - 6), start) is None
