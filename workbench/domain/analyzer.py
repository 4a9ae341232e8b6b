"""Text to the words that lexical search counts, with the offsets that show where a match stands."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from workbench.domain.stemming import stem

_COMMON = (
    "a about after all also an and any are as at be been before being but by can could did do does during each for "
    "from had has have he her here him his how i if in into is it its itself just me more most my no nor not now of "
    "on once only or other our out over own per s same she should so some such t than that the their them then there "
    "these they this those through to too under until up very was we were what when where which while who whom why "
    "will with would you your"
)
STOPWORDS = frozenset(_COMMON.split())
"""English words too common to tell one passage from another; counted nowhere."""

_WORD = re.compile(
    r"\b(?:[^\W\d_]\.){2,}"  # an abbreviation with dots
    r"|\d+(?:[.,\u00a0\u202f]\d+)*"  # a number
    r"|[^\W\d_][^\W_]*(?:[\u0300-\u036f]+[^\W_]*)*"  # a word
)
_THOUSANDS = re.compile(r"(?<=\d)[,\u00a0\u202f](?=\d{3}(?!\d))")


class Token(NamedTuple):
    """One counted word; offsets are code points of the text, `stem` is what is compared."""

    start: int
    end: int
    stem: str


@lru_cache(maxsize=65_536)
def _counted(written: str) -> str:
    """What is compared of a word, number or abbreviation as `_WORD` finds it; "" for a word that is not counted."""
    if written[0].isdecimal():
        return _THOUSANDS.sub("", written)
    if "." in written:
        return written.replace(".", "").lower()
    lowered = written.lower()
    if not lowered.isascii():
        decomposed = unicodedata.normalize("NFKD", lowered)
        lowered = "".join(c for c in decomposed if not unicodedata.combining(c)) or lowered
    return "" if lowered in STOPWORDS else stem(lowered)


def words(text: str) -> Iterator[Token]:
    """The counted words of a text, in reading order.

    Numbers lose their thousands separators ("100,000" and "100000" are one word), dotted abbreviations their dots
    ("U.S." is "us"), and words their case, accents and English endings.
    """
    for found in _WORD.finditer(text):
        value = _counted(found.group())
        if value:
            yield Token(found.start(), found.end(), value)


def stems(text: str) -> list[str]:
    """The stems of the counted words of a text, in reading order, repeats kept."""
    return [value for written in _WORD.findall(text) if (value := _counted(written))]


def stems_and_places(text: str, wanted: frozenset[str]) -> tuple[list[str], list[tuple[int, int]]]:
    """The stems of a text as `stems` gives them, and where those of `wanted` stand, in one reading."""
    found, places = [], []
    for written in _WORD.finditer(text):
        value = _counted(written.group())
        if value:
            found.append(value)
            if value in wanted:
                places.append(written.span())
    return found, places


def is_number(stem_: str) -> bool:
    """Whether a word is a number, a year or a figure with digits."""
    return stem_[:1].isdigit()
