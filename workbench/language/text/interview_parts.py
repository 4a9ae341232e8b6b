"""The stretches of an interview without labels: which of its paragraphs and lines ask, and which answer."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

_PARAGRAPH = re.compile(r"[^\s\n][^\n]*(?:\n(?![^\S\n]*\n)[^\n]+)*")
_LINE = re.compile(r"[^\s\n][^\n]*")
LEAST = 2
"""Questions that an interview has at least."""
LONGEST = 60
"""Words of a question."""
_HEAD = 8
"""Paragraphs before the first question."""
_ASKS = ("?", "？", "؟")
_MARKS = '“”"„«'


@dataclass(frozen=True, slots=True)
class AskedPart:
    """A stretch of an interview: where it is, where its words begin behind a letter, and whether it asks."""

    start: int
    words: int
    end: int
    asks: bool


Puts = Callable[[str, tuple[int, int], tuple[int, int]], bool]
"""Tells whether a paragraph may be what is put to somebody, and the one below it the answer."""


def paragraphs(text: str) -> list[tuple[int, int]]:
    """The paragraphs of a text, or its lines where nothing parts paragraphs."""
    sought = _PARAGRAPH if re.search(r"\n[^\S\n]*\n", text) else _LINE
    return [(match.start(), match.end()) for match in sought.finditer(text)]


def is_question(paragraph: str) -> bool:
    """Whether a paragraph ends in a question and quotes nobody."""
    words = paragraph.strip()
    return words.endswith(_ASKS) and not any(mark in words for mark in _MARKS) and len(words.split()) <= LONGEST


def by_paragraphs(text: str, whole: list[tuple[int, int]], puts: Puts) -> list[AskedPart]:
    """Questions in paragraphs of their own, each with an answer below it."""
    asks = [is_question(text[start:end]) for start, end in whole]
    first = next((number for number, question in enumerate(asks) if number and question), 0)
    if not 0 < first <= _HEAD:
        return []
    for number in range(first + 1, len(whole) - 1):
        if not (asks[number - 1] or asks[number] or asks[number + 1]) and puts(text, whole[number], whole[number + 1]):
            asks[number] = True
    parts = [AskedPart(start, start, end, question) for (start, end), question in zip(whole, asks, strict=True)][first:]
    joined: list[AskedPart] = []
    for one in parts:
        if joined and joined[-1].asks == one.asks:
            one = AskedPart(joined[-1].start, joined[-1].words, one.end, one.asks)
            joined.pop()
        joined.append(one)
    questions = [one for one in joined if one.asks]
    if (
        joined[-1].asks
        or len(questions) < LEAST
        or any(len(text[q.start : q.end].split()) > LONGEST for q in questions)
    ):
        return []
    return joined


def by_first_lines(text: str, whole: list[tuple[int, int]]) -> list[AskedPart]:
    """Questions in the first line of a paragraph, each with the answer on the lines below it."""
    parts: list[AskedPart] = []
    asked = 0
    for start, end in whole:
        line = _LINE.match(text, start, end)
        question = line is not None and line.end() < end
        if line is None or (not question and not parts):
            continue
        if not question:
            parts[-1] = AskedPart(parts[-1].start, parts[-1].words, end, False)
            continue
        asks = is_question(line.group())
        if not parts and not asks:
            continue
        asked += asks
        parts += [AskedPart(start, start, line.end(), True), AskedPart(line.end() + 1, line.end() + 1, end, False)]
    return parts if asked >= LEAST and 4 * asked >= len(parts) else []
