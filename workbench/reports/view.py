"""What a reader is shown, in words: made once, laid out by each format for people.

Dates are in words, addresses are safe to follow or None, and everything a machine did says so. Texts are raw:
each format escapes them in its own way.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from workbench.reports.marking import Stretch


@dataclass(frozen=True, slots=True)
class RatingView:
    """A rating as it is shown: glyph and words together, so that its meaning is never colour alone.

    `tone` is "true", "mostly-true", "half", "mostly-false", "false", "off" (not on the scale) or "none".
    """

    words: str
    glyph: str
    tone: str
    definition: str = ""
    number: str = ""


@dataclass(frozen=True, slots=True)
class EvidenceView:
    """A passage as a reader is shown it.

    `quote` are the words that decide; `passage` is all of it where that is more, and they begin at `at` in it. `age`
    says how old it was when the claim was made; `later` that it came after. `marks` says in words what the reader must
    know about it ("suggested by the program").
    """

    stance: str
    quote: str
    title: str
    publisher: str
    published: str
    locator: str
    url: str | None
    archive_url: str | None
    age: str
    later: bool
    marks: tuple[str, ...] = ()
    note: str = ""
    passage: str = ""
    at: int = 0
    around: str = ""
    """What is said above the whole passage."""


@dataclass(frozen=True, slots=True)
class OpinionView:
    """One act of the review: who rated it how, when and why."""

    what: str
    reviewer: str
    rating: RatingView
    given: str
    rationale: str
    withdrawn: bool = False


@dataclass(frozen=True, slots=True)
class CorrectionView:
    """A change made after publication."""

    given: str
    before: str
    after: str
    reason: str
    resting: str
    """What it rests on, in a sentence."""


@dataclass(frozen=True, slots=True)
class ReportedAct:
    """One thing that was done to a claim."""

    at: str
    reviewer: str
    what: str


@dataclass(frozen=True, slots=True)
class ClaimView:
    """A claim with everything a reader is shown about it."""

    id: int
    quote: str
    wording: str
    who: str
    where: str
    when: str
    kinds: str
    origin: str
    repairs: tuple[str, ...]
    worth: str
    status: str
    rating: RatingView
    scale: str
    rationale: str
    reviewer: str
    given: str
    known_at: str
    result_note: str
    supports: tuple[EvidenceView, ...] = ()
    refutes: tuple[EvidenceView, ...] = ()
    context: tuple[EvidenceView, ...] = ()
    no_evidence: str = ""
    suggested: tuple[EvidenceView, ...] = ()
    suggested_more: int = 0
    agreement: str = ""
    opinions: tuple[OpinionView, ...] = ()
    published: str = ""
    """When its verdict was published, by whom, and what it rested on then; "" where it was not."""
    corrections: tuple[CorrectionView, ...] = ()
    history: tuple[ReportedAct, ...] = ()

    @property
    def reworded(self) -> bool:
        """Whether the standalone wording says more than the quote: a full stop alone does not."""
        return self.wording.rstrip(".") != self.quote.rstrip(".")

    @property
    def anchor(self) -> str:
        """The name of the claim's place in the report; ClaimReview addresses end in it."""
        return f"claim-{self.id}"

    @property
    def mark(self) -> str:
        """The name of the claim's place in the article."""
        return f"mark-{self.id}"

    @property
    def groups(self) -> tuple[tuple[str, tuple[EvidenceView, ...]], ...]:
        """The evidence that counts, by what it says, empty groups left out."""
        named = (("Evidence for", self.supports), ("Evidence against", self.refutes), ("Context", self.context))
        return tuple((name, items) for name, items in named if items)


@dataclass(frozen=True, slots=True)
class ReportedArticle:
    """An article with its marked text and its claims: those that can be rated, and those that are only listed."""

    id: int
    title: str
    facts: tuple[tuple[str, str], ...]
    url: str | None
    paragraphs: tuple[tuple[Stretch, ...], ...]
    claims: tuple[ClaimView, ...]
    listed: tuple[ClaimView, ...]
    language: str = "en"

    @property
    def by_id(self) -> dict[int, ClaimView]:
        """Its claims by id."""
        return {claim.id: claim for claim in (*self.claims, *self.listed)}


@dataclass(frozen=True, slots=True)
class ScaleView:
    """A rating scale with its definitions, best first, and how many claims of the report each step was given."""

    name: str
    steps: tuple[tuple[RatingView, int], ...]

    @property
    def given(self) -> int:
        """How many claims were rated on it."""
        return sum(count for _, count in self.steps)


@dataclass(frozen=True, slots=True)
class ReportView:
    """A report as a reader is shown it."""

    title: str
    organisation: str
    organisation_url: str | None
    as_of: str
    counts: tuple[tuple[str, int], ...]
    scales: tuple[ScaleView, ...]
    agreement_counts: tuple[tuple[str, int], ...]
    agreement: tuple[str, ...]
    articles: Sequence[ReportedArticle]
    """Made as they are looked at, so that a large report is never held twice."""
    method: tuple[str, ...]
    summary: str = ""
    """Which claims stand in the table of ratings."""
    facts: tuple[tuple[str, str], ...] = field(default=())
