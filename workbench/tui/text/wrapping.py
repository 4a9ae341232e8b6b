"""Styled words broken into lines of a given number of terminal cells. No widgets, no colours."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise

from rich.cells import cell_len, set_cell_size

Part = tuple[str, str]
"""Words and the name of their style (see `themes.STYLES`)."""
Line = list[Part]

_WORD = re.compile(r"\S+\s*|\s+")


def cells(text: str) -> int:
    """Columns of a terminal that `text` takes."""
    return len(text) if text.isascii() else cell_len(text)


def break_lines(text: str, width: int, first_width: int | None = None) -> list[tuple[int, int]]:
    """Where lines of at most `width` cells begin and end in `text`, breaking at spaces and at line ends.

    Args:
        text: The text; offsets are its code points.
        width: Cells in a line, at least 1.
        first_width: Cells in the first line, where that is shorter.
    Returns:
        (start, end) of each line, end excluded, white space at the break left out. An empty paragraph is one
        empty line. A word wider than a line is cut.
    """
    lines: list[tuple[int, int]] = []
    room = max(1, width if first_width is None else first_width)
    offset = 0
    for paragraph in text.split("\n"):
        start, used, end = offset, 0, offset
        for found in _WORD.finditer(paragraph):
            word = found.group()
            bare = word.rstrip()
            size = cells(bare)
            at = offset + found.start()
            if used + size > room and used > 0:
                lines.append((start, end))
                start, used, room = at, 0, max(1, width)
            while size > room:
                cut = _fitting(bare, room)
                lines.append((at, at + cut))
                at += cut
                bare, word = bare[cut:], word[cut:]
                size, start, room = cells(bare), at, max(1, width)
            if bare:
                end = at + len(bare)
            used += size + len(word) - len(bare)
        lines.append((start, max(start, end)))
        room = max(1, width)
        offset += len(paragraph) + 1
    return lines


def _fitting(text: str, room: int) -> int:
    used = 0
    for index, character in enumerate(text):
        used += cells(character)
        if used > room:
            return max(1, index)
    return len(text)


def wrap(parts: Iterable[Part], width: int, *, indent: str = "", most: int | None = None) -> list[Line]:
    """Break styled words into lines of at most `width` cells.

    Args:
        parts: The words in order; a word may run over several parts.
        width: Cells in a line.
        indent: Put before every line.
        most: At most so many lines; the last then ends in "…".
    """
    kept = [(words, style) for words, style in parts if words]
    text = "".join(words for words, _ in kept)
    room = max(1, width - cells(indent))
    ranges = break_lines(text, room)
    cut = most is not None and len(ranges) > most
    if cut:
        ranges = ranges[:most]
    lines = [_slice(kept, start, end) for start, end in ranges]
    if cut and lines:
        words, style = lines[-1][-1] if lines[-1] else ("", "text")
        used = sum(cells(part) for part, _ in lines[-1])
        if used + 1 > room and words:
            words = words[:-1]
        lines[-1] = [*lines[-1][:-1], (words.rstrip(), style), ("…", "dim")]
    return [[(indent, "text"), *line] if indent else line for line in lines]


def _slice(parts: Sequence[Part], start: int, end: int) -> Line:
    line: Line = []
    at = 0
    for words, style in parts:
        left, right = max(start, at), min(end, at + len(words))
        if left < right:
            line.append((words[left - at : right - at], style))
        at += len(words)
        if at >= end:
            break
    return line


def spread(left: Line, right: Line, width: int) -> Line:
    """One line with words at both ends; where both do not fit, the left ones are cut."""
    size = sum(cells(words) for words, _ in right)
    room = max(0, width - size - (1 if right else 0))
    kept = clip(left, room)
    used = sum(cells(words) for words, _ in kept)
    return [*kept, (" " * max(0, width - size - used), "text"), *clip(right, width)]


def clip(line: Line, width: int) -> Line:
    """The part of a line that fits, ending in "…" where something was cut."""
    used, kept = 0, []
    for words, style in line:
        size = cells(words)
        if used + size > width:
            room = width - used - 1
            if room > 0:
                kept.append((set_cell_size(words, room), style))
            if width - used > 0:
                kept.append(("…", style))
            break
        kept.append((words, style))
        used += size
    return kept


def marked(text: str, spans: Iterable[tuple[int, int]], plain: str, mark: str) -> list[Part]:
    """`text` as parts, with `spans` (code points, end excluded, any order) in style `mark`."""
    parts: list[Part] = []
    at = 0
    for start, end in sorted(spans):
        start, end = max(start, at), min(end, len(text))
        if start >= end:
            continue
        parts += [(text[at:start], plain), (text[start:end], mark)]
        at = end
    parts.append((text[at:], plain))
    return [part for part in parts if part[0]]


Lit = tuple[int, int, str]
"""Where words begin and end that are lit, and the name of their style."""


def marked_within(text: str, begin: int, end: int, spans: Iterable[tuple[int, int]], lit: Lit | None) -> list[Part]:
    """`text` from `begin` to `end` as parts: `spans` marked, one stretch lit in a style of its own."""
    marks = list(spans)
    edges = sorted({begin, end, *(min(max(edge, begin), end) for edge in (lit[:2] if lit else ()))})
    parts: list[Part] = []
    for start, stop in pairwise(edges):
        style = lit[2] if lit is not None and lit[0] <= start and stop <= lit[1] else "text"
        here = [(s - start, e - start) for s, e in marks if s < stop and e > start]
        parts += marked(text[start:stop], here, style, "mark")
    return parts
