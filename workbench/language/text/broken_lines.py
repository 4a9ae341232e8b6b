"""Which lines of a paragraph were only broken to fit a width, told line by line: "… in North-East / Tasmania"."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence

_WORD = re.compile(r"\S+")
_TERMINAL = re.compile(r"[.!?…:;][\"'”’»)\]]*$")
_NARROWEST, _WIDEST = 60, 130
_SEEN = 2
"""Full lines that surely go on in the next one, from which the width is known."""


def broken_after(text: str, lines: Sequence[tuple[int, int]]) -> frozenset[int]:
    """The ends of the lines that go on in the next one though it opens with a capital, a figure or a bracket.

    A line is full where the next word would not have fitted. Where full lines go on in small letters, and more of them
    than of the shorter lines, a full one that does not end goes on as well; a heading between them is short.

    Args:
        text: The article.
        lines: The lines of one paragraph.
    """
    widest = max((end - start for start, end in lines), default=0)
    if len(lines) <= _SEEN or not _NARROWEST <= widest <= _WIDEST:
        return frozenset()
    full: set[int] = set()
    surely = short = 0
    for (start, end), (below, _) in itertools.pairwise(lines):
        if _TERMINAL.search(text, max(start, end - 4), end):
            continue
        word = _WORD.match(text, below)
        fits = end - start + 1 + (len(word.group()) if word else 0) <= widest
        if not fits:
            full.add(end)
        if text[below].islower():
            surely, short = surely + (not fits), short + fits
    return frozenset(full) if surely >= _SEEN and surely > short else frozenset()
