"""Sources, their passages, and what links a passage to a claim."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from workbench.domain.anchors import Span
from workbench.domain.articles import Origin
from workbench.domain.codec import LATER
from workbench.domain.documents import FactCheck, Segment, SourceKind
from workbench.domain.quantities import Quantity

PassageId = int


@dataclass(frozen=True, slots=True)
class Source:
    """A document that evidence comes from. A newer version of it points back through `supersedes`."""

    id: str
    kind: SourceKind
    title: str
    url: str | None
    archive_url: str | None
    publisher: str | None
    author: str | None
    published: date | None
    published_guessed: bool
    retrieved: str | None
    language: str | None
    sha256: str
    text: str
    path: str | None = None
    fact_check: FactCheck | None = None
    supersedes: str | None = None
    added_at: str = ""
    added_by: str = ""
    version: int = 1
    private: bool = False
    """What goes out (reports, exports, printed rows) names it by its title alone."""
    segments: tuple[Segment, ...] | None = None
    machine: str | None = None
    """The program that made the words out of pictures or sound, None where people wrote them."""

    @property
    def read_under(self) -> str:
        """The title its passages are read under; none for a claim that was checked: the title tells the check's verdict
        ("No, …") or repeats the claim, and its rating says what it is worth."""
        return "" if self.fact_check is not None else self.title


@dataclass(frozen=True, slots=True)
class Passage:
    """A retrievable piece of a source; `text == source.text[start:end]`.

    `locator` says where in the source it stands ("p. 4", a heading). `hash` is the sha256 of what is encoded.
    """

    id: PassageId
    source_id: str
    start: int
    end: int
    text: str
    hash: str
    locator: str | None = None


class EvidenceState(StrEnum):
    """What became of a passage that was found for a claim."""

    SUGGESTED = "suggested"
    ACCEPTED = "accepted"
    REJECTED = "rejected"


class Stance(StrEnum):
    """What a passage says about a claim."""

    SUPPORTS = "supports"
    REFUTES = "refutes"
    CONTEXT = "context"


class Provenance(StrEnum):
    """How a passage came before whoever linked it to a claim: what happened, not what could have.

    `list`: the program's own list of evidence for the claim showed it. `search`: only a search with a reviewer's own
    words did. `link`: the reviewer quoted it and gave its address. `number`: the reviewer named it by its number.
    `verdict`: it came with an earlier verdict of the desk that was taken over.
    """

    LIST = "list"
    SEARCH = "search"
    LINK = "link"
    NUMBER = "number"
    VERDICT = "verdict"


@dataclass(frozen=True, slots=True)
class StanceSuggestion:
    """A machine's reading of a passage towards a claim; probabilities are calibrated and sum to 1.

    `label` is one of "supports", "refutes", "context"; where none of them is sure enough, what the passage leans to
    ("leans supports", "leans refutes", "neither") or "unclear"; or "repeats" (it only repeats the claim).
    `comparison` says in words what quantities or times were compared ("claim: first since 2017; passage: visit in
    2019").
    """

    label: str
    supports: float
    refutes: float
    neutral: float
    comparison: str = ""
    model: str = ""
    read: tuple[Span, ...] = ()
    """What of the passage was read closely, the part most like the claim first; empty: the whole of it. Offsets are
    code points of the passage's text."""
    decides: Span | None = None
    """The words of the passage that decide; None: all of them, or it is not known which."""
    decides_for: str = ""
    """The stance for which they may stand for the passage: "supports" or "refutes"."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """A passage linked to a claim, with the stance a person or a machine gave it."""

    id: int
    claim_id: int
    passage_id: PassageId
    state: EvidenceState
    stance: Stance | None
    probability: float | None
    origin: Origin
    reviewer: str | None
    at: str
    note: str = ""
    pinned: bool = False
    version: int = 1
    provenance: Provenance | None = None
    """None where it was linked before that was noted."""
    cited: Span | None = field(default=None, metadata=LATER)
    """The words of the passage that a person cites, offsets of its text; None leaves them to the program."""


@dataclass(frozen=True, slots=True)
class Match:
    """Words of a passage that matched the claim; offsets are code points of the passage's text."""

    start: int
    end: int
    word: str


@dataclass(frozen=True, slots=True)
class Hit:
    """A passage found for a claim or query, with every sub-score, so that a person sees why it is there.

    Ranks start at 1; a rank or score that a side did not give is None, never invented.
    `timing` is "before", "after" or "unknown" relative to the claim's date, `days_before` its age on that day.
    """

    rank: int
    passage: Passage
    source: Source
    fused: float
    lexical_score: float | None = None
    lexical_rank: int | None = None
    dense_score: float | None = None
    dense_rank: int | None = None
    rerank_score: float | None = None
    matches: tuple[Match, ...] = ()
    shared: tuple[str, ...] = ()
    """Names, dates and quantities that claim and passage have in common."""
    comparisons: tuple[str, ...] = ()
    """Quantities compared, in words ("claim: thousands; passage: 100,000")."""
    beside: tuple[str, ...] = ()
    """Amounts and times of one sort that may be of the same thing or of two, each pair in such words."""
    also_in: tuple[str, ...] = ()
    """Titles of other sources that carry a near-identical passage."""
    timing: str = "unknown"
    days_before: int | None = None
    stance: StanceSuggestion | None = None
    close: bool = False
    """Whether it is near enough to be called evidence."""
    read: tuple[Span, ...] = ()
    """What of the passage was read closely, as in `StanceSuggestion.read`; empty where it was read whole, or not."""


NOTHING_CLOSE = "nothing close found"


@dataclass(frozen=True, slots=True)
class SearchResult:
    """What a search gives: hits best first, and one sentence when nothing close was found."""

    query: str
    hits: tuple[Hit, ...]
    close: int = 0
    """How many of the hits are close."""
    searched: int = 0
    """How many passages were searched."""
    note: str = ""
    """Said to the user: "nothing close found", "index is being built: lexical search only"."""
    unranked: str = ""
    """Why a reranker that was asked for has not put the hits in order, in one line; empty where it has."""
    incomplete: bool = False
    """Whether a collection did not answer: the same search may find more later."""
    quantities: tuple[Quantity, ...] = field(default=())
