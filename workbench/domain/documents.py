"""What reading a file, page or feed gives, before it becomes an article or a source."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum


class SourceKind(StrEnum):
    """What sort of thing evidence comes from."""

    DOCUMENT = "document"
    FACT_CHECK = "fact_check"
    """A claim that someone already checked, with their rating (from ClaimReview)."""
    LINK = "link"
    """A quotation a reviewer added by hand."""


@dataclass(frozen=True, slots=True)
class Section:
    """A titled or numbered stretch of a document: heading, page. Offsets are code points of its text."""

    start: int
    end: int
    label: str


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of a document, with how it was had: when it was said, or how sure the machine was that read it.

    Offsets are code points of the text, `begins` and `ends` seconds from the beginning of the recording, `confidence`
    0…1. What is not known is None.
    """

    start: int
    end: int
    begins: float | None = None
    ends: float | None = None
    confidence: float | None = None
    speaker: str | None = None


@dataclass(frozen=True, slots=True)
class LeftOut:
    """Words of a page that did not become its text; `hidden` are those that a reader of the page does not see."""

    words: str
    hidden: bool


@dataclass(frozen=True, slots=True)
class FactCheck:
    """The parts of a ClaimReview that matter to a later reviewer.

    `truth` is where the rating lies on the check's own scale, from 0 (its lowest step) to 1, if it gives figures.
    """

    claim: str
    rating: str
    claimant: str | None = None
    claim_date: date | None = None
    explanation: str | None = None
    truth: float | None = None


@dataclass(frozen=True, slots=True)
class Document:
    """One readable thing, its text normalised (see `workbench.ingest.normalise`).

    `id` is the id its maker gave it (a JSONL row's), else None. `found` tells how each field was found
    ("published": "meta tag article:published_time"); a field that was guessed is named in `guessed`.
    `origin` is the file or address as the user would recognise it; `sha256` is of the raw bytes it was read from.
    `segments` are in order; `machine` names the program that made the words out of pictures or sound, if one did.
    `left_out` is what of a page is not in the text, in its order, where that was asked for; it is not stored.
    """

    text: str
    title: str
    origin: str
    sha256: str
    id: str | None = None
    url: str | None = None
    archive_url: str | None = None
    publisher: str | None = None
    author: str | None = None
    published: date | None = None
    retrieved: str | None = None
    language: str | None = None
    kind: SourceKind = SourceKind.DOCUMENT
    fact_check: FactCheck | None = None
    sections: tuple[Section, ...] = ()
    found: dict[str, str] = field(default_factory=dict)
    guessed: frozenset[str] = frozenset()
    raw: bytes | None = None
    segments: tuple[Segment, ...] = ()
    machine: str | None = None
    left_out: tuple[LeftOut, ...] = ()


@dataclass(frozen=True, slots=True)
class Skipped:
    """Something that was not read, and why, in words a user can act on.

    With `partial` the document itself went in, and only what `reason` names (a date that is not one, an attachment)
    did not.
    """

    origin: str
    reason: str
    partial: bool = False
