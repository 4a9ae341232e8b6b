"""What a message quotes of the one that it answers: words of somebody else, of another day."""

from __future__ import annotations

import re

_QUOTED = re.compile(r" ?>")
_MORE_THAN = re.compile(r" ?> ?[€$£]?\d")
"""A line may begin with "> 30 degrees": more than."""
_INTRODUCES = re.compile(r"\d{1,2}[:.h]\d\d|\b\d{4}\b|@")
"""What the line above a quotation tells: when the other wrote, or who by an address."""
_LONGEST = 200
_LINES = 3
"""Lines over which mail programs break that line."""


def without_quotes(text: str) -> tuple[str, int]:
    """The text of a message without the lines quoted with ">", and how many of these it held.

    Where nothing else is left, the quotation is what was sent on, and stays.
    """
    lines = text.split("\n")
    quoted = [_QUOTED.match(line) is not None for line in lines]
    for number, line in enumerate(lines):
        alone = not any(quoted[max(0, number - 1) : number]) and not any(quoted[number + 1 : number + 2])
        if quoted[number] and alone and _MORE_THAN.match(line) and not _introduction(lines, number):
            quoted[number] = False
    for number, is_quoted in enumerate(list(quoted)):
        if is_quoted and not (number and quoted[number - 1]):
            for above in _introduction(lines, number):
                quoted[above] = True
    kept = [line for line, is_quoted in zip(lines, quoted, strict=True) if not is_quoted]
    count = sum(_QUOTED.match(line) is not None for line, gone in zip(lines, quoted, strict=True) if gone)
    own = "\n".join(kept)
    return (own, count) if count and own.strip() else (text, 0)


def _introduction(lines: list[str], number: int) -> range:
    """The lines right above a quotation that say who wrote it and when: "On Monday, 4 March 2024, … wrote:"."""
    last = number - 1
    if last >= 0 and not lines[last].strip():
        last -= 1
    if last < 0 or not lines[last].rstrip().endswith(":"):
        return range(0)
    first = last
    while first > 0 and last - first + 1 < _LINES and lines[first - 1].strip():
        first -= 1
    said = " ".join(lines[first : last + 1])
    if first > 0 and lines[first - 1].strip():
        return range(0)
    return range(first, last + 1) if len(said) <= _LONGEST and _INTRODUCES.search(said) else range(0)
