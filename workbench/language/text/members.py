"""Heads of a debate without a colon: "Ann Sample (Holm) (Lab)" on a line of its own, and then "Ann Sample" alone."""

from __future__ import annotations

import re
from dataclasses import dataclass

_LINE = re.compile(r"[^\r\n\u2028\u2029]+")
_WORD = r"[A-ZÀ-ÞŠŽ][\w.'’-]{0,30}"
_NAME = rf"{_WORD}(?:[ \t](?:(?:de|van|von|di|da|al|el|ap)[ \t])?{_WORD}){{1,5}}"
_OF_A_SEAT = re.compile(rf"(?P<name>{_NAME})[ \t]\((?P<role>[A-Z][^()\n]{{1,60}})\)(?:[ \t]\([A-Z][^()\n]{{0,40}}\))?")
_IN_OFFICE = re.compile(
    r"(?P<role>(?:The|Madam|Mr\.?)[ \t][A-Z][^()\n]{3,100}?)[ \t]"
    rf"\((?P<name>(?:(?:Mr|Mrs|Ms|Miss|Dr|Sir|Dame|Lord|Lady|Baroness)\.?[ \t]){_WORD}(?:[ \t]{_WORD}){{1,4}})\)"
)
_ENDS = re.compile(r"[.?!…:—–-][”\"’')\]]?$")
_LONGEST = 170
_LEAST = 2


@dataclass(frozen=True, slots=True)
class MemberLine:
    """A line that names who speaks below it: the name as written and what it says beside it."""

    name: str
    role: str
    end: int


def members(text: str) -> dict[int, MemberLine]:
    """The lines of a debate that name who speaks below them, by where they begin; none where a text is no debate.

    At least two people must be named with their seat or office, each above words that end as sentences do: a list of
    candidates has none.
    """
    lines = [
        (match.start(), match.end(), match.group().strip()) for match in _LINE.finditer(text) if match.group().strip()
    ]
    if lines and (_OF_A_SEAT.fullmatch(lines[-1][2]) or _IN_OFFICE.fullmatch(lines[-1][2])):
        return {}  # letters, each signed below
    found: dict[int, MemberLine] = {}
    called: dict[str, MemberLine] = {}
    for number, (start, end, line) in enumerate(lines[:-1]):
        below = lines[number + 1][2]
        if len(line) > _LONGEST or _ENDS.search(below) is None or _ENDS.search(line):
            continue
        told = _OF_A_SEAT.fullmatch(line) or _IN_OFFICE.fullmatch(line)
        if told is not None:
            member = MemberLine(told["name"], told["role"], end)
            called[told["name"]] = member
            found[start + text[start:end].index(line)] = member
    if len(called) < _LEAST:
        return {}
    for number, (start, end, line) in enumerate(lines[:-1]):
        if line in called and _ENDS.search(lines[number + 1][2]):
            found[start + text[start:end].index(line)] = MemberLine(line, called[line].role, end)
    return found
