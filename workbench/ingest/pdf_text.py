"""The words of a page of a PDF, with what is raised or lowered in it told from what stands on the line."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from workbench.ingest.raised import lowered, raised

_SHOWS = (b"Tj", b"TJ", b"'", b'"')
_FIGURES = re.compile(r"[-−–]?\d{1,2}(?:\s?[,–-]\s?\d{1,2}){0,3}|[*†‡§¶]{1,3}")
"""What may be the mark of a note or a power: no word, and no number of three figures or a year."""
_SMALLER, _SMALLEST = 0.85, 0.3
"""How large raised figures are beside those on the line."""
_SHIFT, _FAR = 0.08, 0.9
"""How far they are moved up or down, in parts of the size of what they follow."""
_PLAINLY_SMALLER, _PLAINLY_UP = 0.75, 0.2
"""The same for figures before which a blank is read, which may be none."""
_BEFORE, _BEHIND = 40, 20


@dataclass
class _Stretch:
    """Words of one size on one line; `where` is how high they stand."""

    words: str
    size: float
    where: tuple[float, float] | None
    up: tuple[float, float]


def _line(tm: Sequence[float], cm: Sequence[float], rise: float) -> tuple[tuple[float, float], tuple[float, float]]:
    """Where a piece of text stands on the page, and which way is up in it, as long as one unit of its size."""
    up = (tm[2] * cm[0] + tm[3] * cm[2], tm[2] * cm[1] + tm[3] * cm[3])
    x, y = tm[4] * cm[0] + tm[5] * cm[2] + cm[4], tm[4] * cm[1] + tm[5] * cm[3] + cm[5]
    return (x + rise * up[0], y + rise * up[1]), up


@dataclass
class _Seen:
    """What is told while a page is read."""

    stretches: list[_Stretch] = field(default_factory=list)
    rise: float = 0.0
    begins: tuple[tuple[float, float], tuple[float, float]] | None = None

    def operand(self, operator: bytes, operands: Any, cm: Sequence[float], tm: Sequence[float]) -> None:
        if operator == b"Ts" and operands:
            self.rise = float(operands[0]) if isinstance(operands[0], int | float) else 0.0
        elif operator == b"BT":
            self.rise = 0.0
        elif operator in _SHOWS and self.begins is None:
            self.begins = _line(tm, cm, self.rise)

    def words(self, words: str, _cm: Any, _tm: Any, _font: Any, size: float) -> None:
        if not words:
            return
        where, up = self.begins or (None, (0.0, 1.0))
        self.stretches.append(_Stretch(words, abs(size) * math.hypot(*up), where, up))
        if words.strip():
            self.begins = None


def _moved(one: _Stretch, before: _Stretch) -> float:
    """How far figures are moved up from the line that they follow, in parts of its size; 0 where they are not."""
    if one.where is None or before.where is None or not before.size:
        return 0.0
    if not _SMALLEST <= one.size / before.size <= _SMALLER or not _FIGURES.fullmatch(one.words.strip()):
        return 0.0
    length = math.hypot(*before.up)
    across = (one.where[0] - before.where[0]) * before.up[0] + (one.where[1] - before.where[1]) * before.up[1]
    shift = across / length / before.size if length else 0.0
    return shift if _SHIFT <= abs(shift) <= _FAR else 0.0


def text_of_page(page: Any) -> str:
    """The text of a page as the library gives it, but that "120" with a small raised "1" is not 1201.

    The library reads a blank before them where a file tells the size of letters in another way than most: then they
    must be plainly raised, and no letter may follow ("in 235U").
    """
    seen = _Seen()
    whole: str = page.extract_text(visitor_operand_before=seen.operand, visitor_text=seen.words) or ""
    if "".join(one.words for one in seen.stretches) != whole:
        return whole  # the library put the pieces together in another way
    text = ""
    line: _Stretch | None = None
    for number, one in enumerate(seen.stretches):
        moved = _moved(one, line) if line is not None else 0.0
        figures = one.words.strip()
        blank = one.words[: len(one.words) - len(one.words.lstrip())]
        blanks = one.words[len(one.words.rstrip()) :]
        behind = blanks + "".join(other.words for other in seen.stretches[number + 1 : number + 4])[:_BEHIND]
        before = text + blank
        if moved and before.endswith(" ") and line is not None:
            plain = moved >= _PLAINLY_UP and one.size <= _PLAINLY_SMALLER * line.size and not behind[:1].isalpha()
            moved, before = (moved, before.rstrip(" ")) if plain else (0.0, before)
        if not moved or not before or before[-1].isspace():
            text += one.words
            line = one if figures else line
            continue
        near = before[-_BEFORE:]
        text = before + (raised(near, figures, behind) if moved > 0 else lowered(near, figures)) + blanks
    return text
