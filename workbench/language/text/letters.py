"""Letters within a text: from the salutation to the name that signs it, with the heading above on a page of them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from workbench.domain.anchors import Span
from workbench.language.text.single_speaker import CLOSING, SIGNER, lines_of, names_a_body


@dataclass(frozen=True, slots=True)
class Letter:
    """Where a letter stands with the heading above it, where it begins, and who signs it; None without a whole name."""

    span: Span
    begins: int
    signer: str | None


_OPENS = re.compile(
    r"(?:SIR|MADAM|Sir|Madam|EDITOR|Editor)\s?[–—,:-]\s(?=\S)"
    r"|(?:Dear|DEAR)\s[^.!?\n]{2,60}[,:!–—-]?$|(?:To\sthe\s[Ee]ditor|TO\sTHE\sEDITOR)\s?[:,.]?(?:$|\s)"
)
"""How a letter begins."""
_SHORT, _NAME = 8, 6
"""Words of a heading above a letter, and of a line that signs it."""


def letters(text: str) -> list[Letter]:
    """The letters of a text in order; one without anything that signs it goes on to the next, or to the end."""
    lines = lines_of(text)
    opens = [number for number, (_, _, line) in enumerate(lines) if _OPENS.match(line)]
    found = []
    for place, number in enumerate(opens):
        last = (opens[place + 1] if place + 1 < len(opens) else len(lines)) - 1
        if place + 1 < len(opens) and _heads(lines, last, number):
            last -= 1  # what stands right above the next one heads that
        end, signer = _signed(lines, number, last)
        first = number - 1 if _heads(lines, number - 1, -1) and len(opens) > 1 else number
        found.append(Letter(Span(lines[first][0], lines[end][1]), lines[number][0], signer))
    return found


def _heads(lines: Sequence[tuple[int, int, str]], number: int, after: int) -> bool:
    """Whether a line is a heading: short, without a stop."""
    if number <= max(after, 0):
        return False
    line = lines[number][2]
    return len(line.split()) <= _SHORT and line[-1] not in ".!?,;:)"


def _signed(lines: Sequence[tuple[int, int, str]], first: int, last: int) -> tuple[int, str | None]:
    """The line a letter ends in, and who signs it: below its closing words, else a name below its last sentence."""
    for number in range(first + 1, last + 1):
        if CLOSING.match(lines[number][2]):
            end = min(number + 1, last)
            return end, _named(lines[end][2]) if end > number else None
    for number in range(first + 1, last + 1):
        ended = lines[number - 1][2].rstrip('"”’) ')[-1:] in ".!?"
        line = lines[number][2]
        if ended and len(line.split()) <= _NAME and line[-1] not in "!?:" and SIGNER.match(_bare(line)):
            return number, _named(line)
    return last, None


def _bare(line: str) -> str:
    """A line without the brackets behind a name: "Col. P. R. Haines (retd)"."""
    return re.sub(r"\s\([^()]{1,30}\)$", "", line)


def _named(line: str) -> str | None:
    signer = SIGNER.match(_bare(line))
    if signer is None or names_a_body(signer["name"]):
        return None
    return signer["name"].strip()
