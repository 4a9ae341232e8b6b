"""Text to the words that lexical search counts, with the offsets that show where a match stands."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from workbench.language.text.stemmers import ENGLISH, stem
from workbench.language.text.stop_words import STOP_WORDS

_WORD = re.compile(
    r"\b(?:[^\W\d_]\.){2,}"  # an abbreviation with dots
    r"|\d+(?:[.,\u00a0\u202f]\d+)*"  # a number
    r"|[^\W\d_][^\W_]*(?:[\u0300-\u036f]+[^\W_]*)*"  # a word
)
_THOUSANDS = re.compile(r"(?<=\d)[,\u00a0\u202f](?=\d{3}(?!\d))")
_NONE = frozenset[str]()

Forms = frozenset[str]
"""The stems of one word, by the rules of each language it may be in."""


class CountedWord(NamedTuple):
    """One counted word; offsets are code points of the text, `stem` is what is compared."""

    start: int
    end: int
    stem: str


class QueryWord(NamedTuple):
    """One word of a query; offsets are code points of the text, a passage holds it that holds one of `forms`."""

    start: int
    end: int
    forms: Forms


@lru_cache(maxsize=65_536)
def _counted(written: str, language: str) -> str:
    """What is compared of a word, number or abbreviation as `_WORD` finds it; "" for a word that is not counted."""
    if written[0].isdecimal():
        return _THOUSANDS.sub("", written)
    if "." in written:
        return written.replace(".", "").lower()
    lowered = written.lower()
    if not lowered.isascii():
        lowered = unicodedata.normalize("NFC", lowered)
    return "" if lowered in STOP_WORDS.get(language, _NONE) else stem(lowered, language)


def words(text: str, language: str = ENGLISH) -> Iterator[CountedWord]:
    """The counted words of a text in a language of `stemmers.LANGUAGES`, in reading order.

    Numbers lose their thousands separators ("100,000" and "100000" are one word), dotted abbreviations their dots
    ("U.S." is "us"), and words their case, accents and endings.
    """
    for found in _WORD.finditer(text):
        value = _counted(found.group(), language)
        if value:
            yield CountedWord(found.start(), found.end(), value)


def stems(text: str, language: str = ENGLISH) -> list[str]:
    """The stems of the counted words of a text, in reading order, repeats kept."""
    return [value for written in _WORD.findall(text) if (value := _counted(written, language))]


def stems_and_places(
    text: str, wanted: frozenset[str], language: str = ENGLISH
) -> tuple[list[str], list[tuple[int, int]]]:
    """The stems of a text as `stems` gives them, and where those of `wanted` stand, in one reading."""
    found, places = [], []
    for written in _WORD.finditer(text):
        value = _counted(written.group(), language)
        if value:
            found.append(value)
            if value in wanted:
                places.append(written.span())
    return found, places


def asked(text: str, languages: Sequence[str] = (ENGLISH,)) -> Iterator[QueryWord]:
    """The counted words of a query, each with its stems in all languages that may answer.

    Its stop words are those of its own language, told by them (`_language_of`): "die" is one in a German question and
    a word in an English one.
    """
    found = list(_WORD.finditer(text))
    own = _language_of([one.group() for one in found], languages)
    for one in found:
        written = one.group()
        if own and not _counted(written, own):
            continue
        forms = frozenset(filter(None, (_counted(written, language) for language in languages)))
        if forms:
            yield QueryWord(one.start(), one.end(), forms)


def _language_of(written: Sequence[str], languages: Sequence[str]) -> str:
    """The language with the most stop words among the words of a query; "" where several have as many, or none has two.

    One language is the language of all queries.
    """
    if len(languages) == 1:
        return languages[0]
    counts = {name: len({one.lower() for one in written if not _counted(one, name)}) for name in languages}
    best = sorted(counts, key=lambda name: -counts[name])[:2]
    return best[0] if best and counts[best[0]] > max(1, counts[best[-1]]) else ""
