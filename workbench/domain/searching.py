"""What a search is asked for besides its words."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from workbench.domain.documents import SourceKind

KINDS = tuple(SourceKind)
"""The kinds of sources in the order that the index numbers them by; new ones go last."""

WORD_RULES = 2
"""Number of the rules by which words are counted (`workbench/language/text/analyzer.py`); an index made by others is
stale."""


class Mode(StrEnum):
    """Which side of the search answers."""

    HYBRID = "hybrid"
    DENSE = "dense"
    LEXICAL = "lexical"


@dataclass(frozen=True, slots=True)
class Filters:
    """Which sources take part in a search.

    A source without a date takes part only where neither `before` nor `after` is given: nobody can say that it was
    there in time. Names are compared without regard to case.
    """

    before: date | None = None
    """Published earlier than this day."""
    after: date | None = None
    """Published on this day or later."""
    sources: tuple[str, ...] = ()
    """Ids of the only sources that take part."""
    publishers: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    not_sources: tuple[str, ...] = ()
    not_urls: tuple[str, ...] = ()
    """Addresses of sources that take no part: the article itself, added as evidence too."""
    newer_than: int = 0
    """Only passages of the workspace with a higher id: those that came in since."""

    @property
    def only_leaves_out(self) -> bool:
        """Whether every source takes part but those that are named as taking none."""
        return replace(self, not_sources=(), not_urls=()) == Filters()


_PIECE_NUMBER = re.compile(r"[-_.#:/]\d+$")


def document_number(source_id: str, title: str) -> int:
    """What tells the passages of one document from those of others, 0…2⁶⁴ − 1.

    Collections that come as rows often hold one document as several: "report-1", "report-2" under one title.
    """
    key = f"{_PIECE_NUMBER.sub('', source_id)}\n{title}".encode("utf-8", "surrogatepass")
    return int.from_bytes(hashlib.blake2b(key, digest_size=8).digest(), "little")
