"""Articles and their claims."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from workbench.domain.anchors import Anchor
from workbench.domain.documents import Segment
from workbench.domain.quantities import Quantity, TimeRef


class Kind(StrEnum):
    """What sort of assertion a claim is."""

    QUANTITY = "quantity"
    TIME = "time"
    COMPARISON = "comparison"
    EVENT = "event"
    QUOTE = "quote"
    CAUSAL = "causal"
    STATUS = "status"
    IDENTITY = "identity"
    PREDICTION = "prediction"
    OPINION = "opinion"


NOT_RATED = frozenset({Kind.PREDICTION, Kind.OPINION})
"""Kinds that are listed, but that no rating is asked for."""


class Attribution(StrEnum):
    """How a claim is attributed: to nobody (the outlet says it), as quoted words, or as told in other words."""

    OUTLET = "outlet"
    DIRECT = "direct"
    PARAPHRASE = "paraphrase"


class Origin(StrEnum):
    """Who made a row: what a machine produced is marked as such forever."""

    MACHINE = "machine"
    PERSON = "person"


class ReviewStatus(StrEnum):
    """Where a claim stands in its review."""

    OPEN = "open"
    RATED = "rated"
    SECOND_OPINION = "second_opinion"
    SETTLED = "settled"
    PUBLISHED = "published"
    NOT_RATED = "not_rated"
    """Predictions and opinions: shown, not rated."""


_MARKS = tuple("\"'“”„«»‘’‹›")
"""Signs that a quotation begins with."""


@dataclass(frozen=True, slots=True)
class Resolution:
    """One repair that turns the quote into a standalone wording.

    Offsets are code points of the article; an empty span (`start == end`) inserts words.
    `confidence` is 0…1; below the splitter's own threshold the words were left as they are (`applied` False).
    """

    start: int
    end: int
    original: str
    replacement: str
    reason: str
    confidence: float
    applied: bool = True
    possible: tuple[tuple[str, float], ...] = ()
    """What the words may stand for, likeliest first, each with its measured confidence; a person may choose."""

    def __post_init__(self) -> None:
        """Make pairs of what was read back from JSON as lists."""
        if not isinstance(self.possible, tuple) or self.possible:
            pairs = tuple((str(words), float(confidence)) for words, confidence in self.possible)
            object.__setattr__(self, "possible", pairs)

    @property
    def told(self) -> tuple[str, str]:
        """What was there and what stands there now, as people are told it; both "" where nobody sees a change.

        Who speaks is put before a quotation with its mark and first letter: the name alone is told.
        """
        was, now = self.original.strip(), self.replacement.strip()
        if was == now:
            return "", ""
        if was[:1] in _MARKS and now.endswith(was):
            return "", now.removesuffix(was).strip()
        return was, now


@dataclass(frozen=True, slots=True)
class ClaimDraft:
    """A claim as the splitter suggests it, before it has a place in the database.

    `start`, `end` are code points of the article, end excluded, and `quote == article[start:end]`.
    Offsets inside `quantities`, `times` and `resolutions` are code points of the article too.
    """

    start: int
    end: int
    quote: str
    text: str
    kinds: tuple[Kind, ...]
    speaker: str | None = None
    speaker_alias: str | None = None
    attribution: Attribution = Attribution.OUTLET
    attribution_verb: str | None = None
    checkworthiness: float = 0.0
    reasons: tuple[str, ...] = ()
    quantities: tuple[Quantity, ...] = ()
    times: tuple[TimeRef, ...] = ()
    resolutions: tuple[Resolution, ...] = ()


@dataclass(frozen=True, slots=True)
class Article:
    """A text under review. `text` is normalised and never changes once stored."""

    id: int
    sha256: str
    title: str
    text: str
    url: str | None = None
    publisher: str | None = None
    author: str | None = None
    published: date | None = None
    published_guessed: bool = False
    language: str = "en"
    path: str | None = None
    added_at: str = ""
    added_by: str = ""
    splitter: str = ""
    deadline: date | None = None
    version: int = 1
    segments: tuple[Segment, ...] | None = None
    machine: str | None = None
    """The program that made the words out of pictures or sound, None where people wrote them."""


@dataclass(frozen=True, slots=True)
class Claim:
    """A stored claim: the suggestion or a person's correction of it, and where its review stands."""

    id: int
    article_id: int
    anchor: Anchor
    text: str
    kinds: tuple[Kind, ...]
    speaker: str | None
    speaker_alias: str | None
    attribution: Attribution
    attribution_verb: str | None
    checkworthiness: float
    reasons: tuple[str, ...]
    quantities: tuple[Quantity, ...]
    times: tuple[TimeRef, ...]
    resolutions: tuple[Resolution, ...]
    origin: Origin
    status: ReviewStatus
    rating: str | None
    """Words of the rating that stands, None without one."""
    duplicate_of: int | None
    version: int

    @property
    def start(self) -> int:
        """First code point of the claim in its article."""
        return self.anchor.start

    @property
    def end(self) -> int:
        """Code point after the claim's last one."""
        return self.anchor.end

    @property
    def quote(self) -> str:
        """The claim's exact words in the article."""
        return self.anchor.exact

    @property
    def rateable(self) -> bool:
        """Whether a verdict is asked for: predictions and opinions are only listed."""
        return not NOT_RATED.intersection(self.kinds)


@dataclass(frozen=True, slots=True)
class ClaimFilter:
    """Which claims to list, and in which order. Empty tuples and None mean no limit."""

    article_id: int | None = None
    """Only claims of this article."""
    statuses: tuple[ReviewStatus, ...] = ()
    """Only claims in one of these states of review."""
    kinds: tuple[Kind, ...] = ()
    """Only claims of at least one of these kinds."""
    min_checkworthiness: float = 0.0
    """Only claims at least this worth checking (0…1)."""
    by_worthiness: bool = False
    """Most check-worthy first instead of reading order."""
    with_duplicates: bool = True
    """Also claims that repeat an earlier one."""
    tags: tuple[str, ...] = ()
    """Only claims with at least one of these tags."""
    assignee: str | None = None
    """Only claims that this reviewer is to do."""
    limit: int | None = None
    """At most so many."""
    offset: int = 0
    """After so many."""
