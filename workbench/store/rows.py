"""Dataclass to row and back: the one place that knows how a domain object lies in a table."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import asdict
from datetime import date
from functools import wraps
from typing import Any, TypeVar

from workbench.domain.anchors import Anchor
from workbench.domain.articles import Article, Attribution, Claim, Kind, Origin, Resolution, ReviewStatus
from workbench.domain.documents import FactCheck, SourceKind
from workbench.domain.errors import WorkspaceError
from workbench.domain.evidence import Evidence, EvidenceState, Passage, Source, Stance
from workbench.domain.quantities import Bound, Quantity, QuantityKind, TimeKind, TimeRef
from workbench.domain.review import CitedEvidence, Event, Rating, RatingScale, Verdict, VerdictKind

T = TypeVar("T")
Row = dict[str, Any]


def to_json(value: Any) -> str:
    """Compact JSON with sorted keys, dates as ISO 8601: the same object always gives the same text."""
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"), default=_plain)


def from_json(text: str) -> Any:
    """What `to_json` wrote.

    Raises:
        WorkspaceError: It is no JSON any more: the file is damaged.
    """
    try:
        return json.loads(text)
    except ValueError as error:
        raise WorkspaceError(
            f"claims.db is damaged: a record of it cannot be read ({error}); restore a copy with "
            "`workbench restore FILE`."
        ) from error


def _recorded(what: str) -> Callable[[Callable[[Row], T]], Callable[[Row], T]]:
    """Make a reader tell values that were never written so as damage of the file, as `from_json` tells broken JSON."""

    def telling(read: Callable[[Row], T]) -> Callable[[Row], T]:
        @wraps(read)
        def reading(row: Row) -> T:
            try:
                return read(row)
            except (ValueError, TypeError, KeyError, AttributeError) as error:
                raise WorkspaceError(
                    f"claims.db is damaged: {what} {row['id']} cannot be read ({error}); restore a copy with "
                    "`workbench restore FILE`."
                ) from error

        return reading

    return telling


def _plain(value: Any) -> Any:
    if isinstance(value, date):
        return value.isoformat()
    return asdict(value)


def day(value: str | None) -> date | None:
    """A date column."""
    return date.fromisoformat(value) if value else None


def quantity_from(data: Row) -> Quantity:
    """A quantity as it lies in a JSON column."""
    return Quantity(**{**data, "kind": QuantityKind(data["kind"]), "bound": Bound(data["bound"])})


def time_from(data: Row) -> TimeRef:
    """A time expression as it lies in a JSON column."""
    return TimeRef(
        **{
            **data,
            "kind": TimeKind(data["kind"]),
            "earliest": day(data["earliest"]),
            "latest": day(data["latest"]),
        }
    )


@_recorded("article")
def article_from(row: Row) -> Article:
    """A row of `articles`."""
    return Article(
        id=row["id"],
        sha256=row["sha256"],
        title=row["title"],
        text=row["text"],
        url=row["url"],
        publisher=row["publisher"],
        author=row["author"],
        published=day(row["published"]),
        published_guessed=bool(row["published_guessed"]),
        language=row["language"],
        path=row["path"],
        added_at=row["added_at"],
        added_by=row["added_by"],
        splitter=row["splitter"],
        deadline=day(row["deadline"]),
        version=row["version"],
    )


@_recorded("claim")
def claim_from(row: Row) -> Claim:
    """A row of `claims`."""
    return Claim(
        id=row["id"],
        article_id=row["article_id"],
        anchor=Anchor(row["start"], row["end"], row["quote"], row["prefix"], row["suffix"]),
        text=row["text"],
        kinds=tuple(Kind(kind) for kind in from_json(row["kinds"])),
        speaker=row["speaker"],
        speaker_alias=row["speaker_alias"],
        attribution=Attribution(row["attribution"]),
        attribution_verb=row["attribution_verb"],
        checkworthiness=row["checkworthiness"],
        reasons=tuple(from_json(row["reasons"])),
        quantities=tuple(quantity_from(item) for item in from_json(row["quantities"])),
        times=tuple(time_from(item) for item in from_json(row["times"])),
        resolutions=tuple(Resolution(**item) for item in from_json(row["resolutions"])),
        origin=Origin(row["origin"]),
        status=ReviewStatus(row["status"]),
        rating=row["rating"],
        duplicate_of=row["duplicate_of"],
        version=row["version"],
    )


def fact_check_from(text: str | None) -> FactCheck | None:
    """The `fact_check` column of a source."""
    if not text:
        return None
    data = from_json(text)
    return FactCheck(**{**data, "claim_date": day(data.get("claim_date"))})


@_recorded("source")
def source_from(row: Row) -> Source:
    """A row of `sources`; a query that leaves `text` out gives a source with an empty one."""
    return Source(
        id=row["id"],
        kind=SourceKind(row["kind"]),
        title=row["title"],
        url=row["url"],
        archive_url=row["archive_url"],
        publisher=row["publisher"],
        author=row["author"],
        published=day(row["published"]),
        published_guessed=bool(row["published_guessed"]),
        retrieved=row["retrieved"],
        language=row["language"],
        sha256=row["sha256"],
        text=row.get("text", ""),
        path=row["path"],
        fact_check=fact_check_from(row["fact_check"]),
        supersedes=row["supersedes"],
        added_at=row["added_at"],
        added_by=row["added_by"],
        version=row["version"],
    )


@_recorded("passage")
def passage_from(row: Row) -> Passage:
    """A row of `passages`."""
    return Passage(
        id=row["id"],
        source_id=row["source_id"],
        start=row["start"],
        end=row["end"],
        text=row["text"],
        hash=row["hash"],
        locator=row["locator"],
    )


@_recorded("evidence")
def evidence_from(row: Row) -> Evidence:
    """A row of `evidence`."""
    return Evidence(
        id=row["id"],
        claim_id=row["claim_id"],
        passage_id=row["passage_id"],
        state=EvidenceState(row["state"]),
        stance=Stance(row["stance"]) if row["stance"] else None,
        probability=row["probability"],
        origin=Origin(row["origin"]),
        reviewer=row["reviewer"],
        at=row["at"],
        note=row["note"],
        pinned=bool(row["pinned"]),
        version=row["version"],
    )


@_recorded("verdict")
def verdict_from(row: Row) -> Verdict:
    """A row of `verdicts`."""
    return Verdict(
        id=row["id"],
        claim_id=row["claim_id"],
        reviewer=row["reviewer"],
        kind=VerdictKind(row["kind"]),
        scale_id=row["scale_id"],
        rating=row["rating"],
        value=row["value"],
        rationale=row["rationale"],
        evidence=tuple(CitedEvidence(**item) for item in from_json(row["evidence"])),
        claim_text=row["claim_text"],
        known_at=row["known_at"],
        at=row["at"],
        supersedes=row["supersedes"],
    )


@_recorded("event")
def event_from(row: Row) -> Event:
    """A row of `events`."""
    return Event(
        id=row["id"],
        at=row["at"],
        reviewer=row["reviewer"],
        action=row["action"],
        subject=row["subject"],
        subject_id=row["subject_id"],
        article_id=row["article_id"],
        claim_id=row["claim_id"],
        before=from_json(row["before"]) if row["before"] else None,
        after=from_json(row["after"]) if row["after"] else None,
        reverses=row["reverses"],
        batch=row["batch"],
        covers=row["covers"],
        previous=row["previous"],
        hash=row["hash"],
    )


@_recorded("rating scale")
def scale_from(row: Row) -> RatingScale:
    """A row of `rating_scales`."""
    return RatingScale(row["id"], row["name"], tuple(Rating(**item) for item in from_json(row["ratings"])))
