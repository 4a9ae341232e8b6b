"""Titles, section headings and items of lists in a text: lines that end without a full stop, and what they head.

A passage often begins with the title or the heading of its section. That is no part of the sentence below it, but tells
what it is about.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import lru_cache
from typing import NamedTuple

LONGEST_HEADING = 120

_BREAK = re.compile(r"\n\s*")
_MARK = re.compile(r"(?:[-*•–]|\d{1,2}[.)])\s+")
_ENDED = re.compile(r"[.!?…][\"'”’»)\]]*$")
_GOES_ON = re.compile(
    r"(?:[,;(–—-]|\b(?:the|an?|of|in|on|at|to|for|from|by|with|and|or|but|than|that|which|who|its?|his|her|their))$",
    re.I,
)
_WORD = re.compile(r"\S{1,60}")
_OPENS = re.compile(
    r"(?:The|An?|In|On|At|For|From|By|With|It|Its|He|His|She|Her|They|Their|We|There|This|These|That)\b"
)
"""Words that stand with a capital where a sentence begins, and within one nowhere but in few names."""


class _Line(NamedTuple):
    """One line, or lines that were only broken to fit a width: where it begins behind its mark, and ends."""

    start: int
    end: int
    marked: bool


@lru_cache(maxsize=2048)
def _lines(text: str) -> tuple[_Line, ...]:
    """The parts of a text between line breaks that end a sentence."""
    if "\n" not in text:
        return ()
    widest = max(map(len, text.split("\n")))
    found, start, line, marked = [], 0, 0, False
    for gap in _BREAK.finditer(text):
        mark = _MARK.match(text, gap.end())
        if mark or gap.group().count("\n") > 1 or _ends_here(text, line, gap, widest):
            found.append(_Line(start, gap.start(), marked))
            start, marked = mark.end() if mark else gap.end(), mark is not None
        line = gap.end()
    return (*found, _Line(start, len(text), marked))


def _ends_here(text: str, line: int, gap: re.Match[str], widest: int) -> bool:
    """Whether a sentence ends at a single line break: a capital follows, and the break was made for no width."""
    said = text[line : gap.start()].rstrip()
    if not text[gap.end() : gap.end() + 1].isupper() or _GOES_ON.search(said):
        return False
    below = _WORD.match(text, gap.end())
    width = below.end() - below.start() if below else 0
    return _OPENS.match(text, gap.end()) is not None or len(said) + 1 + width <= widest


def within_lines(text: str, start: int, end: int) -> tuple[int, int]:
    """Between which places a sentence that holds a span lies, as far as blank lines and headings tell."""
    lines = _lines(text)
    if not lines:
        return 0, len(text)
    at = max(0, bisect_right(lines, start, key=lambda line: line.start) - 1)
    return lines[at].start, max(end, lines[at].end)


@lru_cache(maxsize=2048)
def heading(text: str, place: int) -> str:
    """The title or heading below which a place of a text stands; nothing where it stands below none."""
    lines = _lines(text)
    at = bisect_right(lines, place, key=lambda line: line.start) - 1
    for number in range(min(at, len(lines) - 1) - 1, -1, -1):
        one, below = (text[line.start : line.end].strip() for line in lines[number : number + 2])
        if (
            not (lines[number].marked or lines[number + 1].marked)
            and len(one) <= LONGEST_HEADING
            and not _ENDED.search(one)
            and _ENDED.search(below)
        ):
            return one
    return ""
