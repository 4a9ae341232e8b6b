"""What a search is asked for besides its words."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from enum import StrEnum


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

    @property
    def is_empty(self) -> bool:
        """Whether every source takes part."""
        return self == Filters()


_PIECE_NUMBER = re.compile(r"[-_.#:/]\d+$")


def document_key(source_id: str, title: str) -> str:
    """What tells the passages of one document from those of others.

    Collections that come as rows often hold one document as several: "report-1", "report-2" under one title.
    """
    return f"{_PIECE_NUMBER.sub('', source_id)}\n{title}"
