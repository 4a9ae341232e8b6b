"""A JSON export back into an empty workspace: the same claims, evidence, verdicts and history."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from pathlib import Path

from workbench.domain import clock
from workbench.domain.anchors import anchor_holds
from workbench.domain.errors import BadInputError
from workbench.domain.review import Subject
from workbench.reports.json_format import parse
from workbench.reports.model import KeptSource, Report, ReviewedClaim
from workbench.services.claims.media import stored
from workbench.services.claims.speakers import PREFIX
from workbench.services.record import export_seals
from workbench.services.workspace import Workspace
from workbench.store.claims import StoredClaim
from workbench.store.reporting import (
    ArticleRecord,
    EvidenceRecord,
    PassageRecord,
    Record,
    SourceRecord,
)
from workbench.store.transfer import holds_anything, write_record

_NUMBERED = (Subject.ARTICLE, Subject.CLAIM, Subject.EVIDENCE, Subject.VERDICT)
"""Subjects that the trail names by number."""

LARGEST_FILE = 256 * 1024 * 1024
"""Bytes of an export that are read at most."""


@dataclass(frozen=True, slots=True)
class Imported:
    """How much came in."""

    articles: int
    claims: int
    evidence: int
    verdicts: int
    sources: int
    events: int
    flaws: tuple[str, ...] = ()
    """What the export says otherwise than its own events wrote."""
    in_part: tuple[int, ...] = ()
    """Verdicts whose event is told without words of a private source: nothing in the export vouches for them."""


def import_report(workspace: Workspace, path: Path) -> Imported:
    """Read a JSON export into an empty workspace, ids kept; all of it or nothing.

    One that somebody changed comes in as it is: what it says otherwise than its own events is given back, and noted.

    Args:
        workspace: The open workspace.
        path: The export; "-" is standard input.
    Raises:
        BadInputError: The workspace is not empty, or the file is missing, too large, no export, from a newer
            version, or contradicts itself.
    """
    if holds_anything(workspace.database):
        raise BadInputError(
            f"{workspace.path} is not empty; import into a fresh workspace made with `workbench init DIR`."
        )
    name = "standard input" if str(path) == "-" else str(path)
    report = parse(_content(path, name), name)
    for problem in _contradictions(report):
        raise BadInputError(f"{name} contradicts itself: {problem}; nothing was imported.")
    record, flaws = _record(report), tuple(export_seals.flaws(report))
    settings = {
        "organisation": report.settings.organisation,
        "organisation_url": report.settings.organisation_url,
        "page_url": report.settings.page_url,
        "scale": report.settings.scale,
        **{PREFIX + name: page for name, page in report.settings.same_as.items()},
        **stored(report.settings.media),
    }
    write_record(
        workspace.database,
        record,
        {key: value for key, value in settings.items() if value},
        reviewer=workspace.reviewer,
        origin={
            "program": report.program,
            "head": report.state.head,
            **({"flaws": len(flaws)} if flaws else {}),
        },
    )
    return Imported(
        articles=len(record.articles),
        claims=len(report.claims),
        evidence=len(record.evidence),
        verdicts=len(record.verdicts),
        sources=len(record.sources),
        events=len(record.events),
        flaws=flaws,
        in_part=tuple(export_seals.told_in_part(report)),
    )


def _content(path: Path, name: str) -> bytes:
    too_large = BadInputError(
        f"{name} is larger than {LARGEST_FILE // 1024**2} MB; `workbench restore` brings a backup of any size back."
    )
    try:
        if str(path) == "-":
            content = sys.stdin.buffer.read(LARGEST_FILE + 1)
        elif path.stat().st_size > LARGEST_FILE:
            raise too_large
        else:
            with path.open("rb") as file:
                content = file.read(LARGEST_FILE + 1)
    except OSError as error:
        raise BadInputError(f"{name} cannot be read: {error.strerror}.") from error
    if len(content) > LARGEST_FILE:
        raise too_large
    return content


def _all(report: Report) -> Iterator[ReviewedClaim]:
    for entry in report.articles:
        yield from entry.claims
        yield from entry.dropped


def _contradictions(report: Report) -> Iterator[str]:
    """What the schema cannot see: quotes that are not where they are said to be, links to what is not there."""
    texts = {entry.article.id: entry.article.text for entry in report.articles}
    passages = set()
    for kept in report.sources:
        for piece in kept.passages:
            passage = piece.passage
            passages.add(passage.id)
            if passage.source_id != kept.source.id or kept.source.text[passage.start : passage.end] != passage.text:
                yield f"passage {passage.id} does not stand where it says in source {kept.source.id!r}"
    for event in report.events:
        if not _is_time(event.at):
            yield f"event {event.id} has no time"
        elif datetime.fromisoformat(event.at) > clock.now() + timedelta(days=1):
            # times never run backwards: whatever is done here would be dated like it
            yield f"event {event.id} lies ahead, at {event.at}"
        if event.subject in _NUMBERED and not re.fullmatch(r"[0-9]{1,18}", event.subject_id):
            yield f"event {event.id} is about no row of {event.subject}"
        if event.reverses is not None and event.reverses >= event.id:
            # whoever follows such a chain back would never reach its end
            yield f"event {event.id} takes back event {event.reverses}, which is not before it"
    for entry in report.articles:
        if not _is_time(entry.article.added_at):
            yield f"article {entry.article.id} has no time at which it was added"
    for item in _all(report):
        claim = item.claim
        if claim.article_id not in texts or not anchor_holds(claim.anchor, texts[claim.article_id]):
            yield f"claim {claim.id} does not stand where it says in article {claim.article_id}"
        for link in item.evidence:
            if link.evidence.claim_id != claim.id or link.evidence.passage_id != link.passage.id:
                yield f"evidence {link.evidence.id} belongs to another claim or passage"
            if link.passage.id not in passages:
                yield f"passage {link.passage.id} has no source"
        for verdict in item.verdicts:
            if verdict.claim_id != claim.id:
                yield f"verdict {verdict.id} belongs to another claim"
            if not _is_time(verdict.at):
                yield f"verdict {verdict.id} has no time"
            for cited in verdict.evidence:
                if not 0 <= cited.passage_id <= _LARGEST:
                    yield f"verdict {verdict.id} cites no passage there can be"


_LARGEST = 10**18
"""No id is larger: what a database of ours numbers stays far below."""


def _is_time(value: str) -> bool:
    """Whether this is a moment in UTC as the store writes it."""
    try:
        at = datetime.fromisoformat(value)
    except ValueError:
        return False
    return at.utcoffset() == timedelta(0)


def _searched(kept: KeptSource) -> KeptSource:
    """A source whose text was kept back takes no part in searches: there is nothing to be found in it."""
    if not kept.source.private or kept.source.text or kept.removed_at is not None:
        return kept
    left = kept.source.added_at
    passages = tuple(replace(piece, removed_at=piece.removed_at or left) for piece in kept.passages)
    return replace(kept, removed_at=left, passages=passages)


def _record(report: Report) -> Record:
    claims = sorted(_all(report), key=lambda item: item.claim.id)
    evidence = sorted((link for item in claims for link in item.evidence), key=lambda link: link.evidence.id)
    return Record(
        articles=[ArticleRecord(entry.article, entry.found) for entry in report.articles],
        claims=[StoredClaim(item.claim, item.suggestion, item.note, item.removed_at) for item in claims],
        evidence=[EvidenceRecord(link.evidence, link.removed_at) for link in evidence],
        verdicts=sorted((verdict for item in claims for verdict in item.verdicts), key=lambda verdict: verdict.id),
        events=sorted(report.events, key=lambda event: event.id),
        sources=[
            SourceRecord(
                kept.source,
                tuple(PassageRecord(piece.passage, piece.context, piece.removed_at) for piece in kept.passages),
                kept.found,
                kept.superseded_by,
                kept.removed_at,
                kept.digest,
            )
            for kept in map(_searched, report.sources)
        ],
        scales=list(report.scales),
    )
