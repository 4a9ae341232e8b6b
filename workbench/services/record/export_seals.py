"""Whether a JSON export tells the record as its own events wrote it: what can be seen without the workspace.

An event that is told whole hashes to its own hash; one that was told in part, for a private source, names no event
before it, and shows where something was kept back. A verdict is sealed by the event that gave it. Whoever changes a
rating in an export has to make events again, and with them another head.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import Any

from workbench.domain.review import Event, Subject, Verdict
from workbench.domain.standing import review_status, standing, taken_back
from workbench.reports.model import Report, ReviewedClaim, Selection
from workbench.services.record.withholding import about_private, holds_back
from workbench.store import told_seals
from workbench.store.verdicts import PUBLISH, REQUEST


def flaws(report: Report) -> Iterator[str]:
    """What an export says otherwise than the events that stand in it, in words that say where."""
    events = sorted(report.events, key=lambda event: event.id)
    linked = bool(report.state.head) or any(event.hash for event in events)  # not so from before there was a chain
    private = _may_hold_back(report)
    for event in events:
        if linked and not event.previous and not (private and event.hash and holds_back(event)):
            yield f"event {event.id} names no event before it, though nothing of a private source was kept back of it"
        elif event.previous and told_seals.hash_of(event) != event.hash:
            yield f"event {event.id} is not as it was written: its hash is another"
    for before, event in pairwise(events):
        if event.previous and event.id == before.id + 1 and event.previous != before.hash:
            yield f"event {event.id} is not linked to event {before.id}, which stands before it"
    everything = report.selection == Selection(as_of=report.selection.as_of)
    if everything and _whole(events) and events[-1].hash != report.state.head:
        yield f"its head is not the hash of its last event, {events[-1].id}"
    given = {event.subject_id: event for event in reversed(events) if _gives_a_verdict(event)}
    gone, alone = taken_back(events), _sealed_alone(report)
    acts = {
        (event.claim_id, event.action)
        for event in events
        if event.subject == Subject.REVIEW and event.reverses is None and event.id not in gone
    }
    yield from _claims(report, events)
    for item in report.claims:
        for verdict in item.verdicts:
            event_of = given.get(str(verdict.id))
            if event_of is None:
                yield f"verdict {verdict.id} is given by none of its events"
            elif names := _other(verdict, event_of):
                yield f"verdict {verdict.id} says other than event {event_of.id} wrote: {names}"
            elif (
                verdict.id in alone
                and event_of.previous
                and event_of.covers not in ("", told_seals.covers_alone(verdict))
            ):
                yield f"verdict {verdict.id} is not as event {event_of.id} left it"
        withdrawn = {verdict.id for verdict in item.verdicts if (of := given.get(str(verdict.id))) and of.id in gone}
        yield from _standing(item, withdrawn, acts)


def _may_hold_back(report: Report) -> bool:
    """Whether there is a private source whose words may be kept back: the whole record tells of each that there is."""
    if report.selection != Selection() or any(kept.source.private for kept in report.sources):
        return True
    return any(about_private(event) for event in report.events)


def _claims(report: Report, events: list[Event]) -> Iterator[str]:
    """The columns of claims that their latest events tell otherwise, so far as these are told whole."""
    said: dict[str, dict[str, tuple[Any, Event]]] = {}
    for event in events:
        if event.subject == Subject.CLAIM:
            said.setdefault(event.subject_id, {}).update({name: (v, event) for name, v in (event.after or {}).items()})
    for item in (*report.claims, *(one for article in report.articles for one in article.dropped)):
        row = {**told_seals.columns_of_claim(item.claim), "note": item.note, "removed_at": item.removed_at}
        for name, (value, event) in said.get(str(item.claim.id), {}).items():
            if name in row and event.previous and row[name] != value:
                yield f"claim {item.claim.id} says other than event {event.id} wrote: {name}"


def _standing(item: ReviewedClaim, withdrawn: set[int], acts: set[tuple[int | None, str]]) -> Iterator[str]:
    """Which verdict an export calls the one that stands, and where the review is, against what its events did."""
    if set(item.withdrawn) != withdrawn:
        yield f"claim {item.claim.id} tells other verdicts as taken back than its events do"
        return
    holding = [verdict for verdict in item.verdicts if verdict.id not in withdrawn]
    due = standing(holding)
    if item.standing != (due.id if due else None) or item.claim.rating != (due.rating if due else None):
        yield f"claim {item.claim.id} tells another verdict as the one that stands than by its events does"
    status = review_status(
        holding,
        rateable=item.claim.rateable,
        second_requested=(item.claim.id, REQUEST) in acts,
        published=(item.claim.id, PUBLISH) in acts,
    )
    if item.claim.status is not status:
        called, is_ = (one.value.replace("_", " ") for one in (item.claim.status, status))
        yield f"claim {item.claim.id} is called {called}; by its events it is {is_}"


def told_in_part(report: Report) -> list[int]:
    """The verdicts whose event holds back words of a private source: only the workspace knows whether it was so."""
    part = {one.subject_id for one in report.events if one.hash and not one.previous and _gives_a_verdict(one)}
    return [verdict.id for item in report.claims for verdict in item.verdicts if str(verdict.id) in part]


def _whole(events: list[Event]) -> bool:
    """Whether these are all events of a record up to one of them."""
    return bool(events and events[-1].hash) and [event.id for event in events] == list(range(1, len(events) + 1))


def _gives_a_verdict(event: Event) -> bool:
    return event.subject == Subject.VERDICT and event.before is None and "rating" in (event.after or {})


def _other(verdict: Verdict, event: Event) -> str:
    """The columns of a verdict that its event tells otherwise."""
    row = told_seals.columns_of(verdict)
    said = {**(event.after or {}), "reviewer": event.reviewer, "claim_id": event.claim_id}
    return ", ".join(sorted(name for name, value in said.items() if name in row and row[name] != value))


def _sealed_alone(report: Report) -> set[int]:
    """The verdicts that are told as they were sealed, each by an event of its own.

    The first on a scale is sealed together with the scale, of which no export tells since when it was there; one that
    cites a private source is told without its words; what was there before a later seal of everything may be older
    than the columns that are sealed now.
    """
    private = {kept.source.id for kept in report.sources if kept.source.private}
    resealed = max((event.at for event in report.events if event.action == told_seals.SEALING), default="")
    verdicts = [verdict for item in report.claims for verdict in item.verdicts]
    first: dict[str, int] = {}
    for verdict in sorted(verdicts, key=lambda one: one.id):
        first.setdefault(verdict.scale_id, verdict.id)
    return {
        verdict.id
        for verdict in verdicts
        if verdict.id != first[verdict.scale_id]
        and verdict.at > resealed
        and not any(one.source_id in private for one in verdict.evidence)
    }
