"""What a report holds: the state of some reviews, as data, before any format is chosen.

Every rendering is a function of a `Report` alone: no clock, no random number, no database. The same state
therefore gives the same bytes, so that exports can be compared and signed.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import cached_property
from typing import Any

from workbench.domain.articles import Article, Claim
from workbench.domain.evidence import Evidence, EvidenceState, Passage, Source
from workbench.domain.media import ReviewedMedia
from workbench.domain.review import Event, RatingScale, Verdict, VerdictKind
from workbench.domain.standing import Agreement

EPOCH = datetime(1980, 1, 1, tzinfo=UTC)
"""Stands in for the time of the last event where nothing has happened yet: the oldest time a zip file can hold."""


@dataclass(frozen=True, slots=True)
class Settings:
    """What the workspace says about the people who publish.

    `page_url` is the address of the page that carries the full fact check; `{article}` in it stands for the
    article's id. `scale` is the id of the rating scale in use. `same_as` gives for a speaker's name the address of a
    page that is about them, `media` for a claim's id (in digits) the picture, recording or video that it consists of.
    """

    organisation: str = ""
    organisation_url: str = ""
    page_url: str = ""
    scale: str = ""
    same_as: dict[str, str] = field(default_factory=dict)
    media: dict[str, ReviewedMedia] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Selection:
    """What was asked for. Empty tuples and None mean: no limit. Dates are ISO 8601 (YYYY-MM-DD), both included.

    `since` and `until` look at the day on which the verdict that stands was given. `as_of` is the moment
    (ISO 8601, UTC) whose state is told.
    """

    articles: tuple[int, ...] = ()
    statuses: tuple[str, ...] = ()
    since: str | None = None
    until: str | None = None
    as_of: str | None = None


@dataclass(frozen=True, slots=True)
class State:
    """Which state of the record this is: the last event in it, its time (ISO 8601, UTC; "" without one).

    `head` is the hash (sha256) of that event in the chain of all events of the workspace, "" without one: it
    stands for everything that was recorded up to then, also for what this report leaves out.
    """

    last_event: int | None = None
    at: str = ""
    head: str = ""

    @property
    def moment(self) -> datetime:
        """The time of the last event as a `datetime`; `EPOCH` of an empty record, or of a time that cannot be read."""
        try:
            moment = datetime.fromisoformat(self.at)
        except ValueError:
            return EPOCH
        moment = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
        return max(moment.astimezone(UTC).replace(microsecond=0), EPOCH)


@dataclass(frozen=True, slots=True)
class LinkedEvidence:
    """A passage linked to a claim, with what it is taken from. `source_id` names a source of the report."""

    evidence: Evidence
    passage: Passage
    removed_at: str | None = None
    """When the link was taken away (ISO 8601, UTC); kept so that the history stays whole."""

    @property
    def source_id(self) -> str:
        """The source the passage is a piece of."""
        return self.passage.source_id


@dataclass(frozen=True, slots=True)
class Publication:
    """That a verdict was published: when (ISO 8601, UTC), by whom, and which one (its id)."""

    at: str
    by: str
    verdict: int

    @classmethod
    def told_by(cls, event: Event | None) -> Publication | None:
        """What the event of it says; that of an imported record need not say which verdict it was."""
        verdict = (event.after or {}).get("verdict") if event is not None else None
        return None if event is None or type(verdict) is not int else cls(event.at, event.reviewer, verdict)


@dataclass(frozen=True, slots=True)
class ReviewedClaim:
    """A claim with everything that was said about it, oldest first.

    `withdrawn` names the verdicts that were taken back; `standing` the verdict that stands, None while no verdict does.
    """

    claim: Claim
    verdicts: tuple[Verdict, ...] = ()
    withdrawn: tuple[int, ...] = ()
    standing: int | None = None
    evidence: tuple[LinkedEvidence, ...] = ()
    agreement: Agreement = Agreement.NONE
    searched_in_vain: bool = False
    """A reviewer noted that a search of the collection found nothing."""
    suggestion: dict[str, Any] | None = None
    """The splitter's draft as it was first made, whatever people changed since."""
    note: str = ""
    removed_at: str | None = None
    """When the claim was dropped (ISO 8601, UTC)."""
    speaker_role: str = ""
    """What a transcript's label says of the speaker beside the name."""
    tags: tuple[str, ...] = ()
    """What the desk put on the claim, or on its article, to find it again."""
    publication: Publication | None = None
    """When its verdict was published; later ones are corrections."""

    @property
    def verdict(self) -> Verdict | None:
        """The verdict that stands."""
        return next((verdict for verdict in self.verdicts if verdict.id == self.standing), None)

    @property
    def rated_wording(self) -> str:
        """The wording that the verdict which stands was given on, where the claim has another one by now; else ""."""
        verdict = self.verdict
        return verdict.claim_text if verdict is not None and verdict.claim_text != self.claim.text else ""

    @property
    def opinions(self) -> tuple[Verdict, ...]:
        """The verdicts that were not taken back, oldest first."""
        return tuple(verdict for verdict in self.verdicts if verdict.id not in self.withdrawn)

    @property
    def corrections(self) -> tuple[Verdict, ...]:
        """The corrections made after publication, oldest first."""
        return tuple(verdict for verdict in self.opinions if verdict.kind is VerdictKind.CORRECTION)

    @property
    def published(self) -> tuple[Verdict, ...]:
        """What the public has read: the verdict that was published, then each correction of it."""
        first = self.publication.verdict if self.publication is not None else None
        return tuple(v for v in self.opinions if v.id == first) + (self.corrections if first is not None else ())

    def linked(self, state: EvidenceState) -> tuple[LinkedEvidence, ...]:
        """The evidence in one state, in the order of the report."""
        return tuple(item for item in self.evidence if item.evidence.state is state and item.removed_at is None)


@dataclass(frozen=True, slots=True)
class ReviewedArticle:
    """An article with its claims in reading order.

    `dropped` are claims that were removed: no reader is shown them, but the history speaks of them. `found` tells
    how each field of the article was found ("published": "meta tag").
    """

    article: Article
    claims: tuple[ReviewedClaim, ...] = ()
    dropped: tuple[ReviewedClaim, ...] = ()
    found: dict[str, str] = field(default_factory=dict)
    kind: str = ""
    """What kind of text it is: "news", "transcript", "speech" …"""


@dataclass(frozen=True, slots=True)
class KeptPassage:
    """A passage with the words that are searched along with it (title, section)."""

    passage: Passage
    context: str = ""
    removed_at: str | None = None


@dataclass(frozen=True, slots=True)
class KeptSource:
    """A source that evidence was taken from, with all its passages and how each of its fields was found.

    `superseded_by` names the newer version of it, `removed_at` when it was removed (ISO 8601, UTC); equal `digest`s
    (sha256) mean that text and what is known of it are the same version.
    """

    source: Source
    passages: tuple[KeptPassage, ...] = ()
    found: dict[str, str] = field(default_factory=dict)
    superseded_by: str | None = None
    removed_at: str | None = None
    digest: str = ""


@dataclass(frozen=True, slots=True)
class AgreementFigures:
    """How far reviewers who rated the same claims independently agree.

    `claims` were rated by two or more; `per_cent` is the share of pairs of ratings that are equal (0…100);
    `kappa` is Cohen's kappa (two reviewers only), `alpha` Krippendorff's alpha; None where not defined.
    """

    claims: int = 0
    per_cent: float | None = None
    kappa: float | None = None
    alpha: float | None = None


@dataclass(frozen=True)
class Report:
    """Everything an export tells.

    `sources` holds each source that is linked to a claim once; `told` the events in words, by id.
    """

    program: str
    state: State
    settings: Settings
    selection: Selection
    scales: tuple[RatingScale, ...]
    articles: tuple[ReviewedArticle, ...]
    sources: tuple[KeptSource, ...] = ()
    events: tuple[Event, ...] = ()
    told: dict[str, str] = field(default_factory=dict)
    agreement: AgreementFigures = field(default_factory=AgreementFigures)

    @property
    def claims(self) -> tuple[ReviewedClaim, ...]:
        """The claims of all articles, in order."""
        return tuple(reviewed for article in self.articles for reviewed in article.claims)

    @cached_property
    def sources_by_id(self) -> dict[str, Source]:
        """The sources by their ids."""
        return {kept.source.id: kept.source for kept in self.sources}

    @cached_property
    def events_by_claim(self) -> dict[int, list[Event]]:
        """The events that touched a claim, by its id, oldest first."""
        events: dict[int, list[Event]] = {}
        for event in self.events:
            if event.claim_id is not None:
                events.setdefault(event.claim_id, []).append(event)
        return events

    def source(self, source_id: str) -> Source | None:
        """The source with this id, None where the report does not hold it."""
        return self.sources_by_id.get(source_id)

    def scale(self, scale_id: str) -> RatingScale | None:
        """The rating scale with this id, None where the report does not hold it."""
        return next((scale for scale in self.scales if scale.id == scale_id), None)

    @property
    def narrowed(self) -> bool:
        """Whether the selection leaves out claims of the articles that are told of."""
        return bool(self.selection.statuses or self.selection.since or self.selection.until)


@dataclass(frozen=True)
class ReadersReport(Report):
    """What readers are given: `left_out` claims of its articles, which nobody has rated yet, are not told."""

    left_out: int = 0
