"""Ratings, verdicts and the record of who did what when."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from workbench.domain.anchors import Span
from workbench.domain.articles import Origin
from workbench.domain.codec import LATER


@dataclass(frozen=True, slots=True)
class Rating:
    """One step of a rating scale. `value` is None for steps off the scale (unproven, not checkable)."""

    key: str
    words: str
    definition: str
    value: int | None = None


@dataclass(frozen=True, slots=True)
class RatingScale:
    """An ordered scale: the higher the value, the truer."""

    id: str
    name: str
    ratings: tuple[Rating, ...]

    def find(self, name: str) -> Rating | None:
        """The rating whose key or words (any case) are `name`."""
        wanted = name.strip().casefold()
        for rating in self.ratings:
            if wanted in (rating.key.casefold(), rating.words.casefold()):
                return rating
        return None

    @property
    def bounds(self) -> tuple[int, int] | None:
        """Worst and best value, None when no step has a number."""
        values = [rating.value for rating in self.ratings if rating.value is not None]
        return (min(values), max(values)) if values else None

    def side(self, value: int | None) -> int | None:
        """1 where a rating of this value says that a claim is rather true, -1 rather false, None neither."""
        bounds = self.bounds
        if value is None or bounds is None or 2 * value == sum(bounds):
            return None
        return 1 if 2 * value > sum(bounds) else -1


class VerdictKind(StrEnum):
    """Which act of the review a verdict was."""

    VERDICT = "verdict"
    SECOND_OPINION = "second_opinion"
    SETTLEMENT = "settlement"
    CORRECTION = "correction"


@dataclass(frozen=True, slots=True)
class CitedEvidence:
    """A passage as it stood when a verdict relied on it: a copy, so that later changes cannot touch the verdict."""

    passage_id: int
    stance: str
    quote: str
    source_id: str
    source_title: str
    publisher: str | None = None
    published: str | None = None
    url: str | None = None
    archive_url: str | None = None
    start: int = 0
    end: int = 0
    locator: str | None = None
    note: str = ""
    cited: Span | None = field(default=None, metadata=LATER)
    """Which words of `quote` decide, offsets of it; None: all of them."""
    cited_by: Origin | None = field(default=None, metadata=LATER)
    """Whether a person or the program chose them."""

    @property
    def words(self) -> str:
        """The words that decide."""
        return self.quote if self.cited is None else self.cited.of(self.quote)

    @property
    def chosen(self) -> str:
        """The words that a person chose, else all: what stands alone where nothing says who chose."""
        return self.words if self.cited_by is Origin.PERSON else self.quote


@dataclass(frozen=True, slots=True)
class Verdict:
    """A reviewer's rating of a claim. Append-only: a later one supersedes it, a withdrawal is an event.

    `known_at` is the date up to which evidence was considered (ISO 8601); `at` when it was given (UTC).
    """

    id: int
    claim_id: int
    reviewer: str
    kind: VerdictKind
    scale_id: str
    rating: str
    value: int | None
    rationale: str
    evidence: tuple[CitedEvidence, ...]
    claim_text: str
    known_at: str
    at: str
    supersedes: int | None = None


class Subject(StrEnum):
    """What an event of the record is about."""

    ARTICLE = "articles"
    CLAIM = "claims"
    SOURCE = "sources"
    EVIDENCE = "evidence"
    VERDICT = "verdicts"
    REVIEW = "review"
    TAG = "tags"
    ASSIGNMENT = "assignments"
    COMMENT = "comments"
    SAVED_SEARCH = "saved_searches"
    NOTICE = "notices"
    REVIEWER = "reviewers"
    ROLE = "roles"
    SESSION = "sessions"


@dataclass(frozen=True, slots=True)
class Event:
    """One thing that was done. Undo writes a further event with `reverses`; nothing vanishes.

    `before` and `after` are the changed columns of the row (`subject`, `subject_id`), None where it did not exist.
    """

    id: int
    at: str
    reviewer: str
    action: str
    subject: str
    """A `Subject`, or what only this workspace or a later version has (settings, a feed)."""
    subject_id: str
    article_id: int | None
    claim_id: int | None
    before: dict[str, Any] | None = field(default=None)
    after: dict[str, Any] | None = field(default=None)
    reverses: int | None = None
    batch: str | None = None
    """Events of one keystroke share a batch and are undone together."""
    covers: str = field(default="", compare=False)
    """SHA-256 over the seals of the rows that the event is about; these three make the chain (docs/audit-trail.md)."""
    previous: str = field(default="", compare=False)
    """The hash of the event before."""
    hash: str = field(default="", compare=False)
    """SHA-256 of the event's content and of `previous`."""


DEFAULT_SCALE = RatingScale(
    id="workbench",
    name="Six steps",
    ratings=(
        Rating("5", "True", "The claim is accurate and nothing important is missing.", 5),
        Rating("4", "Mostly true", "The claim is accurate but needs clarification or more context.", 4),
        Rating("3", "Half true", "The claim is partly accurate but leaves out or distorts important details.", 3),
        Rating("2", "Mostly false", "The claim has some truth in it but gives a wrong impression.", 2),
        Rating("1", "False", "The claim is not accurate.", 1),
        Rating("0", "Unproven", "The evidence available could not establish whether the claim is accurate."),
        Rating(
            "n", "Not checkable", "The claim cannot be checked against evidence: an opinion, promise or prediction."
        ),
    ),
)

POLITIFACT_SCALE = RatingScale(
    id="politifact",
    name="Truth-O-Meter",
    ratings=(
        Rating("6", "True", "The statement is accurate and there is nothing significant missing.", 6),
        Rating("5", "Mostly True", "The statement is accurate but needs clarification or additional information.", 5),
        Rating("4", "Half True", "The statement is partially accurate but leaves out important details.", 4),
        Rating("3", "Mostly False", "The statement contains some element of truth but ignores critical facts.", 3),
        Rating("2", "False", "The statement is not accurate.", 2),
        Rating("1", "Pants on Fire", "The statement is not accurate and makes a ridiculous claim.", 1),
        Rating("0", "Unproven", "The evidence available could not establish whether the statement is accurate."),
        Rating("n", "Not checkable", "The statement cannot be checked against evidence."),
    ),
)

AVERITEC_SCALE = RatingScale(
    id="averitec",
    name="AVeriTeC",
    ratings=(
        Rating("3", "Supported", "The claim is supported by the evidence.", 3),
        Rating("2", "Conflicting Evidence/Cherrypicking", "The evidence conflicts, or the claim picks from it.", 2),
        Rating("1", "Refuted", "The claim is contradicted by the evidence.", 1),
        Rating("0", "Not Enough Evidence", "The evidence neither supports nor refutes the claim."),
    ),
)

BUILT_IN_SCALES = (DEFAULT_SCALE, POLITIFACT_SCALE, AVERITEC_SCALE)
