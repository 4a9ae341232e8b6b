"""Names that are written like times: of papers, programmes, clubs and days that are remembered."""

from __future__ import annotations

import re

from workbench.domain.first_names import MEN, WOMEN
from workbench.language.text.calendar_names import MONTHS
from workbench.language.text.tokenizer import word_set

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


def is_person(text: str, match: re.Match[str]) -> bool:
    """Whether a month is somebody's first name, or a weekday a surname: "Jan Brekke", "June Harding", "Ruby Friday"."""
    end = match.end()
    while end > match.start() and text[end - 1] in " ,.":
        end -= 1
    month = _GIVEN.search(text, match.start(), end)
    if month is not None:
        following = _CAPITAL.match(text, end)
        apart = month.group("short") or not _LEADS.search(text, max(0, month.start() - 10), month.start())
        return following is not None and bool(apart) and following.group(1).lower() not in MONTHS
    name = match.groupdict().get("w")
    if name is None:
        return False
    before = _GIVEN_BEFORE.search(text, max(0, match.start("w") - 20), match.start("w"))
    if before is not None and before.group(1).lower() in _FIRST_NAMES:
        return True
    # "the drivers, Friday Bassey and Moses Uko"; a day stands so behind a preposition or "said" only
    following = _CAPITAL.match(text, match.end("w"))
    bare = match.group()[: match.start("w") - match.start()].strip(" ,") == ""
    known = following is None or following.group(1).lower() in {*MONTHS, *_PAPERS, *_DAY_PARTS}
    return bare and not known and not _SAID.search(text, max(0, match.start("w") - 16), match.start("w"))


_GIVEN = re.compile(r"\b(?:(?P<short>Jan|Jun)|May|April|June|August)$")
"""Months that are first names too; the short ones stand without a day only as a name."""
_LEADS = re.compile(r"\b(?:in|since|until|till|last|next|this|during|from|to|of|by|early|late|mid)\s+$", re.IGNORECASE)
_DAY_PARTS = word_set("morning afternoon evening night football gmt utc")
_SAID = re.compile(
    r"\b(?:said|says|told|on|this|last|next|late|early|since|until|by|from|to|and|of)\s+$", re.IGNORECASE
)
_FIRST_NAMES = MEN | WOMEN
_GIVEN_BEFORE = re.compile(r"\b([A-Z][a-z]+)\s+$")


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
