"""The readers' report: what was rated, without how it came about. The full log tells all of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import fields, replace

from workbench.domain.articles import ReviewStatus
from workbench.domain.evidence import EvidenceState
from workbench.domain.review import Event
from workbench.reports.model import ReadersReport, Report, ReviewedArticle, ReviewedClaim

RETRIED = frozenset({"stance", "note", "at", "reviewer", "version", "probability", "origin"})
"""Columns of a link that people change key press by key press until they are right."""


def for_readers(report: Report, *, listed: bool = True) -> ReadersReport:
    """Leave out claims that nobody has rated yet, what the program suggested, verdicts taken back, and the history.

    Corrections and second opinions stay: readers have a right to them. So do predictions and opinions, which are
    `listed` without a rating.
    """
    articles = tuple(_article(entry, listed) for entry in report.articles)
    told = {field.name: getattr(report, field.name) for field in fields(Report)}
    left = len(report.claims) - sum(len(entry.claims) for entry in articles)
    return ReadersReport(**{**told, "articles": articles, "events": (), "told": {}}, left_out=left)


def published(report: Report) -> Report:
    """Leave out every claim that is not published."""
    articles = (
        replace(
            entry,
            claims=tuple(item for item in entry.claims if item.claim.status is ReviewStatus.PUBLISHED),
            dropped=(),
        )
        for entry in report.articles
    )
    return replace(report, articles=tuple(entry for entry in articles if entry.claims))


def _article(item: ReviewedArticle, listed: bool) -> ReviewedArticle:
    shown = (one for one in item.claims if one.verdict or (listed and not one.claim.rateable))
    return replace(item, claims=tuple(map(_claim, shown)), dropped=())


def _claim(item: ReviewedClaim) -> ReviewedClaim:
    return replace(
        item,
        verdicts=item.opinions,
        withdrawn=(),
        evidence=tuple(one for one in item.evidence if one.evidence.state is EvidenceState.ACCEPTED),
    )


def without_retries(events: Sequence[Event]) -> list[Event]:
    """Events in order; of one person's changes of stance or note of one passage in a row the last alone is told."""
    found: list[Event] = []
    for event in events:
        if found and _retries(found[-1], event):
            found[-1] = event
        else:
            found.append(event)
    return found


def _retries(one: Event, other: Event) -> bool:
    same = (one.subject, one.subject_id, one.reviewer, one.action) == (
        other.subject,
        other.subject_id,
        other.reviewer,
        other.action,
    )
    return same and other.subject == "evidence" and _changed(one) <= RETRIED and _changed(other) <= RETRIED


def _changed(event: Event) -> frozenset[str]:
    """The columns that an event changed; all of a row's where it made or removed it."""
    if event.before is None or event.after is None or event.reverses is not None:
        return frozenset({"all"})
    return frozenset(key for key in {*event.before, *event.after} if event.before.get(key) != event.after.get(key))
