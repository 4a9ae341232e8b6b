"""Words and marks of a text with exact offsets: the one tokeniser all language rules share."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

OPENING_QUOTES = '"“„‟«‹‘‚'

# Every alternative consumes at least one character and none can match in two ways, so scanning is linear.
_TOKEN = re.compile(
    r"(?:https?://|www\.)[^\s<>\"]+"
    r"|[^\W_]+(?:[.,:]\d+)+[^\W_]*%?"  # 1,000.5  15:11
    r"|[^\W_](?:\.[^\W_])+\.?"  # U.S.  a.m.
    r"|[^\W_]+(?:['’‑\-–/.&][^\W_]+)*"
    r"|\S",
)


def word_set(listed: str) -> frozenset[str]:
    """The words of a list written as text, separated by spaces or line ends."""
    return frozenset(listed.split())


class Word(NamedTuple):
    """One word or mark; `lower` is its lower-case form with straight apostrophes.

    A tuple, because an article makes tens of thousands of them and a tuple is made in a third of the time.
    """

    start: int
    end: int
    text: str
    lower: str

    @property
    def is_word(self) -> bool:
        """Whether it holds a letter or digit."""
        return self.text[0].isalnum()

    @property
    def capital(self) -> bool:
        """Whether it begins with an upper-case letter."""
        return self.text[0].isupper()


def words(text: str, start: int = 0, end: int | None = None) -> list[Word]:
    """The words and marks of `text[start:end]`, offsets in `text`."""
    return list(_scanned(text, start, len(text) if end is None else end))


@lru_cache(maxsize=8)
def _scanned(text: str, start: int, end: int) -> tuple[Word, ...]:
    """The words of one stretch, kept for a moment: the rules for one claim ask for the same stretch again and again."""
    found = []
    for match in _TOKEN.finditer(text, start, end):
        word = match.group()
        at, stop = match.span()
        found.append(Word(at, stop, word, word.lower().replace("’", "'")))
    return tuple(found)
