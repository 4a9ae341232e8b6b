"""From the record of a workspace to the report of a selection, as it stands or as it stood."""

from __future__ import annotations

import importlib.metadata
from collections.abc import Collection, Sequence
from dataclasses import replace
from itertools import combinations

from workbench.domain.agreement import cohen_kappa, krippendorff_alpha, per_cent_agreement
from workbench.domain.articles import ReviewStatus
from workbench.domain.errors import NotFoundError
from workbench.domain.evidence import EvidenceState
from workbench.domain.review import BUILT_IN_SCALES, DEFAULT_SCALE, Event, RatingScale, Subject, Verdict
from workbench.domain.standing import (
    agreement,
    opinions,
    person,
    review_status,
    searched_in_vain,
    standing,
    taken_back,
)
from workbench.reports.model import (
    AgreementFigures,
    KeptPassage,
    KeptSource,
    LinkedEvidence,
    Publication,
    Report,
    ReviewedArticle,
    ReviewedClaim,
    Selection,
    Settings,
    State,
)
from workbench.services.articles.kind_of_text import kind_of, role_of
from workbench.services.claims.media import media_of
from workbench.services.claims.speakers import pages
from workbench.services.record.asked_days import day_of, so_far
from workbench.services.record.event_texts import told
from workbench.services.record.withholding import without_private
from workbench.services.review.blind import blinded
from workbench.services.workspace import Workspace
from workbench.store.claims import StoredClaim
from workbench.store.reporting import (
    EvidenceRecord,
    Record,
    SourceRecord,
    added_at,
    existing_articles,
    read_record,
)
from workbench.store.verdicts import NOTHING_FOUND, PUBLISH, REQUEST


def build_report(
    workspace: Workspace,
    *,
    articles: Sequence[int] | None = None,
    status: Sequence[ReviewStatus] = (),
    since: str | None = None,
    until: str | None = None,
    as_of: str | None = None,
    page_url: str | None = None,
    hidden: Collection[int] = (),
) -> Report:
    """Make the report of some articles, or of all.

    Args:
        workspace: The open workspace.
        articles: Ids of articles; None is all.
        status: Only claims in one of these states.
        since: Only claims whose standing verdict was given on this day (ISO 8601) or later.
        until: Only claims whose standing verdict was given on this day or earlier.
        as_of: The state at the end of this day, or at this moment (ISO 8601; UTC where it names no zone).
        page_url: Stands in for the workspace's setting of this name.
        hidden: Claims of which nothing is told that others decided.
    Raises:
        NotFoundError: An id names no article (at that moment).
        BadInputError: A date is not one.
    """
    moment = None if as_of is None else so_far(as_of, "--as-of")
    first = None if since is None else day_of(since, "--since")
    last = None if until is None else day_of(until, "--until")
    if articles is not None:
        known = added_at(workspace.database, articles)
        there = existing_articles(workspace.database, articles) if moment is None else set(known)
        missing = sorted(set(articles) - there)
        if missing:
            raise NotFoundError(f"there is no article {missing[0]}; `workbench article list` shows the ones there are.")
    record = read_record(workspace.database, articles, moment)
    if articles is not None and moment is not None:
        gone = sorted(set(articles) - {entry.article.id for entry in record.articles})
        if gone:
            yet = " yet" if known[gone[0]] > moment else ""
            raise NotFoundError(f"article {gone[0]} was not in the workspace{yet} at {as_of}.")
    if hidden:
        record = blinded(workspace, record, set(hidden))
    record = without_private(workspace, record)
    settings = record.settings
    reviewed = _reviewed(record, rewound=moment is not None)
    dropped = {entry.claim.id for entry in record.claims if entry.removed_at is not None}
    narrowed = bool(status or first or last)
    tags = tags_then(record.events)
    shown = {number for number, item in reviewed.items() if _wanted(item, status, first, last)} - dropped
    kept = shown if narrowed else shown | dropped
    record = _narrowed(record, kept) if narrowed else record
    by_article: dict[int, list[ReviewedClaim]] = {}
    for number, item in reviewed.items():
        if number in kept:
            by_article.setdefault(item.claim.article_id, []).append(item)
    by_article = {
        entry.article.id: [
            replace(
                item,
                speaker_role=role_of(entry.article, item.claim),
                tags=tuple(
                    sorted(
                        {
                            *tags.get((Subject.ARTICLE, str(entry.article.id)), ()),
                            *tags.get((Subject.CLAIM, str(item.claim.id)), ()),
                        }
                    )
                ),
            )
            for item in by_article[entry.article.id]
        ]
        for entry in record.articles
        if entry.article.id in by_article
    }
    entries = tuple(
        ReviewedArticle(
            article=entry.article,
            claims=tuple(item for item in by_article.get(entry.article.id, ()) if item.claim.id in shown),
            dropped=tuple(item for item in by_article.get(entry.article.id, ()) if item.claim.id not in shown),
            found=entry.found,
            kind=kind_of(entry.article),
        )
        for entry in record.articles
    )
    entries = tuple(entry for entry in entries if entry.claims) if narrowed else entries
    return Report(
        program=f"workbench {importlib.metadata.version('claim-workbench')}",
        state=_state(record),
        settings=Settings(
            organisation=settings.get("organisation", ""),
            organisation_url=settings.get("organisation_url", ""),
            page_url=page_url if page_url is not None else settings.get("page_url", ""),
            scale=settings.get("scale", ""),
            same_as=pages(settings),
            media={
                number: media
                for number, media in media_of(settings).items()
                if int(number) in kept and int(number) not in hidden
            },
        ),
        selection=Selection(
            articles=tuple(sorted(set(articles))) if articles is not None else (),
            statuses=tuple(sorted(one.value for one in status)),
            since=first,
            until=last,
            as_of=moment,
        ),
        scales=_scales(record, settings.get("scale", "")),
        articles=entries,
        sources=tuple(_source(entry) for entry in record.sources),
        events=tuple(record.events),
        told=_told(record.events),
        agreement=agreement_figures([item.opinions for item in reviewed.values() if item.claim.id in shown]),
    )


def tags_then(events: Sequence[Event]) -> dict[tuple[str, str], set[str]]:
    """The tags of articles and claims (table, id) as the trail has put them on and taken them off."""
    named: dict[str, tuple[tuple[str, str], str]] = {}
    found: dict[tuple[str, str], set[str]] = {}
    for event in events:
        if event.subject != Subject.TAG:
            continue
        after = event.after or {}
        if "tag" in after:
            named[event.subject_id] = ((str(after["subject"]), str(after["subject_id"])), str(after["tag"]))
        if event.subject_id in named:
            where, tag = named[event.subject_id]
            change = (
                found.setdefault(where, set()).discard
                if after.get("removed_at")
                else found.setdefault(where, set()).add
            )
            change(tag)
    return found


def _reviewed(record: Record, *, rewound: bool) -> dict[int, ReviewedClaim]:
    """Every claim of the record with what was said about it, by id, in reading order."""
    gone = taken_back(record.events)
    verdicts: dict[int, list[Verdict]] = {}
    for verdict in record.verdicts:
        verdicts.setdefault(verdict.claim_id, []).append(verdict)
    links: dict[int, list[EvidenceRecord]] = {}
    for link in record.evidence:
        links.setdefault(link.evidence.claim_id, []).append(link)
    withdrawn = {
        int(event.subject_id)
        for event in record.events
        if event.subject == Subject.VERDICT and event.reverses is None and event.id in gone
    }
    acts: dict[int, dict[str, Event]] = {}
    decided: dict[int, list[Event]] = {}
    for event in record.events:
        if (
            event.subject == Subject.REVIEW
            and event.reverses is None
            and event.id not in gone
            and event.claim_id is not None
        ):
            acts.setdefault(event.claim_id, {})[event.action] = event
        if event.subject == Subject.EVIDENCE and event.claim_id is not None:
            decided.setdefault(event.claim_id, []).append(event)
    passages = {piece.passage.id: piece.passage for source in record.sources for piece in source.passages}
    return {
        entry.claim.id: _one(
            entry,
            verdicts.get(entry.claim.id, []),
            withdrawn,
            [
                LinkedEvidence(link.evidence, passages[link.evidence.passage_id], link.removed_at)
                for link in links.get(entry.claim.id, [])
            ],
            acts.get(entry.claim.id, {}),
            decided.get(entry.claim.id, []),
            rewound,
        )
        for entry in record.claims
    }


def _one(
    entry: StoredClaim,
    verdicts: list[Verdict],
    withdrawn: set[int],
    links: list[LinkedEvidence],
    acts: dict[str, Event],
    decided: list[Event],
    rewound: bool,
) -> ReviewedClaim:
    holding = [verdict for verdict in verdicts if verdict.id not in withdrawn]
    stands = standing(holding)
    claim = entry.claim
    accepted = {
        link.evidence.id for link in links if link.evidence.state is EvidenceState.ACCEPTED and link.removed_at is None
    }
    nothing, published = acts.get(NOTHING_FOUND), acts.get(PUBLISH)
    if rewound:
        # where a review stands is no column of the trail: it follows from the verdicts and acts of that time
        status = review_status(
            holding, rateable=claim.rateable, second_requested=REQUEST in acts, published=published is not None
        )
        claim = replace(claim, status=status, rating=stands.rating if stands else None)
    return ReviewedClaim(
        claim=claim,
        verdicts=tuple(verdicts),
        withdrawn=tuple(verdict.id for verdict in verdicts if verdict.id in withdrawn),
        standing=stands.id if stands else None,
        evidence=tuple(links),
        agreement=agreement(holding),
        searched_in_vain=nothing is not None
        and searched_in_vain(nothing.id, accepted, decided, published.id if published is not None else None),
        suggestion=entry.suggestion,
        note=entry.note,
        removed_at=entry.removed_at,
        publication=Publication.told_by(published),
    )


def _wanted(item: ReviewedClaim, status: Sequence[ReviewStatus], since: str | None, until: str | None) -> bool:
    if status and item.claim.status not in status:
        return False
    if since is None and until is None:
        return True
    given = item.verdict.at[:10] if item.verdict else None
    return given is not None and (since is None or since <= given) and (until is None or given <= until)


def _narrowed(record: Record, claims: set[int]) -> Record:
    """The record of these claims alone: their evidence, verdicts and events, and the articles and sources they need."""
    evidence = [link for link in record.evidence if link.evidence.claim_id in claims]
    verdicts = [verdict for verdict in record.verdicts if verdict.claim_id in claims]
    articles = {entry.claim.article_id for entry in record.claims if entry.claim.id in claims}
    passages = {link.evidence.passage_id for link in evidence}
    passages |= {piece.passage_id for verdict in verdicts for piece in verdict.evidence}
    needed = {entry.source.id for entry in record.sources if any(p.passage.id in passages for p in entry.passages)}
    for entry in sorted(record.sources, key=lambda entry: entry.source.added_at, reverse=True):
        if entry.source.id in needed and entry.source.supersedes:
            needed.add(entry.source.supersedes)
    return Record(
        articles=[entry for entry in record.articles if entry.article.id in articles],
        claims=[entry for entry in record.claims if entry.claim.id in claims],
        evidence=evidence,
        verdicts=verdicts,
        events=[
            event
            for event in record.events
            if event.claim_id in claims or (event.claim_id is None and event.article_id in articles)
        ],
        sources=[entry for entry in record.sources if entry.source.id in needed],
        scales=record.scales,
        sealed=record.sealed,
        settings=record.settings,
    )


def _scales(record: Record, current: str) -> tuple[RatingScale, ...]:
    """The scales that verdicts were given on and those of the workspace; a stored one as it is stored."""
    stored = {scale.id: scale for scale in record.scales}
    built_in = {scale.id: scale for scale in BUILT_IN_SCALES}
    used = {verdict.scale_id for verdict in record.verdicts} | {current or DEFAULT_SCALE.id}
    return tuple(
        stored.get(name) or built_in[name] for name in sorted(used | set(stored)) if name in stored or name in built_in
    )


def _source(entry: SourceRecord) -> KeptSource:
    return KeptSource(
        entry.source,
        tuple(KeptPassage(piece.passage, piece.context, piece.removed_at) for piece in entry.passages),
        entry.found,
        entry.superseded_by,
        entry.removed_at,
        entry.digest,
    )


def _state(record: Record) -> State:
    """The last event that is told, and the head as it was then: others' work elsewhere makes no other report."""
    if not record.events:
        return State(head=record.sealed[1])
    last = record.events[-1]
    return State(last.id, last.at, last.hash if last.id > record.sealed[0] else record.sealed[1])


def _told(events: Sequence[Event]) -> dict[str, str]:
    """The events in words, by id; one that takes another back says which act it is about."""
    by_id = {event.id: event for event in events}
    words = {}
    for event in events:
        about = by_id.get(event.reverses) if event.reverses is not None else None
        try:
            words[str(event.id)] = f"{event.action}: {told(about)}" if about is not None else told(event)
        except (TypeError, ValueError):
            # the columns of an imported event need not be what this program writes
            words[str(event.id)] = event.action
    return words


def agreement_figures(verdicts: Sequence[Sequence[Verdict]]) -> AgreementFigures:
    """How far reviewers agree, over the claims with two independent opinions or more.

    Args:
        verdicts: For each claim the verdicts not taken back, oldest first.
    """
    units = []
    for given in verdicts:
        independent = {person(one.reviewer): (one.scale_id, one.rating) for one in opinions(given)}
        if len(independent) > 1:
            units.append(independent)
    people = sorted({name for unit in units for name in unit})
    labels = [[unit.get(name) for name in people] for unit in units]
    pairs = list(combinations(people, 2))
    kappa = None
    if len(pairs) == 1:
        first, second = pairs[0]
        kappa = cohen_kappa([unit[first] for unit in units], [unit[second] for unit in units])
    return AgreementFigures(
        claims=len(units), per_cent=per_cent_agreement(labels), kappa=kappa, alpha=krippendorff_alpha(labels)
    )
