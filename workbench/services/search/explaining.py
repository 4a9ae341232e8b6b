"""Why a passage is there: the words, names, dates and amounts it shares with the claim."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from functools import cached_property, lru_cache
from typing import NamedTuple, TypeVar, overload

from workbench.comparison.outcomes import Facts
from workbench.domain.evidence import Match
from workbench.domain.repetition import Wording, is_number, wording
from workbench.language.numbers.quantity_extraction import quantities
from workbench.language.text.analyzer import Forms, asked, stems_and_places
from workbench.language.text.stemmers import ENGLISH
from workbench.language.time.times import times

READ_CHARACTERS = 6000
"""Amounts and times beyond this point of a text are not looked for."""

REMEMBERED = 1_000
"""Passages whose facts are kept between searches: the claims of an article bring up the same ones again and again."""
READ_AGAIN = 200
"""Passages whose words are kept, beside one query each: it is asked again within moments, or not at all."""

MOST_SHARED = 8
Found = TypeVar("Found")
_NAME = re.compile(r"[^\W\d_a-z]\w*(?:[ '’-][^\W\d_a-z]\w*)*")


class _Unread(Sequence[Found]):
    """What is read from a text when it is first looked at: a claim without a date asks for no dates of a passage."""

    def __init__(self, read: Callable[[], Sequence[Found]]) -> None:
        self._read = read

    @cached_property
    def _found(self) -> Sequence[Found]:
        return self._read()

    @overload
    def __getitem__(self, index: int) -> Found: ...

    @overload
    def __getitem__(self, index: slice) -> Sequence[Found]: ...

    def __getitem__(self, index: int | slice) -> Found | Sequence[Found]:
        return self._found[index]

    def __len__(self) -> int:
        return len(self._found)

    def __iter__(self) -> Iterator[Found]:
        return iter(self._found)


@lru_cache(maxsize=REMEMBERED)
def facts_of(text: str, day: date | None, about: str = "", language: str = ENGLISH) -> Facts:
    """Amounts and times of a text under the title `about`, read when they are looked at.

    Relative times are counted from `day`; "1.340" is read as `language` writes it.
    """
    text = text[:READ_CHARACTERS]
    return Facts(
        text,
        _Unread(lambda: quantities(text, language=language)),
        _Unread(lambda: times(text, published=day, language=language)),
        day,
        about,
    )


@lru_cache(maxsize=READ_AGAIN)
def read(text: str, query: frozenset[str], language: str = ENGLISH) -> tuple[list[str], Wording, tuple[Match, ...]]:
    """A passage read once: its stems, what tells whether another repeats it, and the words the query holds too.

    `query` are the stems of the query, `language` is the one by whose rules the passage is stemmed.
    The list is not to be changed.
    """
    found, places = stems_and_places(text, query, language)
    return found, wording(found), tuple([Match(start, end, text[start:end]) for start, end in places])


class Named(NamedTuple):
    """A name or number of a query as it is written, and its words, all of which a passage must hold to share it."""

    written: str
    words: tuple[Forms, ...]


def named(query: str, languages: Sequence[str] = (ENGLISH,)) -> tuple[Named, ...]:
    """The names of a query, then its numbers, their words stemmed by the rules of some languages."""
    found = []
    for name in _NAME.finditer(query):
        parts = list(asked(name.group(), languages))
        if parts and (name.start() > 0 or len(parts) > 1):
            # from the first counted word on: "The Hague" is found by "Hague"
            found.append(Named(name.group()[parts[0].start :], tuple(part.forms for part in parts)))
    numbers = [
        Named(query[start:end], (forms,)) for start, end, forms in asked(query, languages) if any(map(is_number, forms))
    ]
    return (*found, *numbers)


def shared(query: Sequence[Named], held: frozenset[str]) -> tuple[str, ...]:
    """Names and numbers of the query that a passage holds too, as the query writes them; `held` are its stems."""
    there = (one.written for one in query if all(forms & held for forms in one.words))
    return tuple(dict.fromkeys(there))[:MOST_SHARED]


def timing(published: date | None, said: date | None) -> tuple[str, int | None]:
    """Whether a source was there when the claim was made, and how many days before."""
    if published is None or said is None:
        return "unknown", None
    days = (said - published).days
    return ("after", days) if days < 0 else ("before", days)
