"""Writing a whole record into an empty workspace, ids kept."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Mapping
from typing import Any

from workbench.domain.articles import Claim
from workbench.domain.errors import BadInputError
from workbench.domain.evidence import Source
from workbench.domain.review import Event, RatingScale, Verdict
from workbench.store import chain
from workbench.store.database import Database
from workbench.store.events import moment
from workbench.store.findings import finding
from workbench.store.reporting import ArticleRecord, ClaimRecord, EvidenceRecord, PassageRecord, Record, SourceRecord
from workbench.store.rows import Row, to_json

_CONTENT = ("articles", "claims", "sources", "evidence", "verdicts", "events")


def holds_anything(database: Database) -> bool:
    """Whether there is an article, a source, or any history."""
    return any(database.value(f"SELECT EXISTS (SELECT 1 FROM {table})") for table in _CONTENT)  # noqa: S608


def write_record(
    database: Database, record: Record, settings: Mapping[str, str], *, reviewer: str, origin: Mapping[str, Any]
) -> None:
    """Write a record into an empty workspace, all of it or nothing.

    The events form a chain of their own, closed by one that seals all rows and says where they came from (`origin`).

    Links to what the record does not hold (a claim of another article, an older version of a source) are left out.

    Raises:
        BadInputError: The workspace is not empty, or rows of the record contradict each other.
    """
    with database.write() as connection:
        if holds_anything(database):
            raise BadInputError(
                f"{database.path.parent} is not empty; import into a fresh workspace made with `workbench init DIR`."
            )
        try:
            _insert_all(connection, record, settings)
            after = {**origin, "reason": "import", "events": len(record.events)}
            chain.seal_everything(connection, at=moment(connection), reviewer=reviewer, after=after)
        except (sqlite3.IntegrityError, OverflowError, UnicodeEncodeError) as error:
            raise BadInputError(f"the export contradicts itself: {error}; nothing was imported.") from error


def _insert_all(connection: sqlite3.Connection, record: Record, settings: Mapping[str, str]) -> None:
    at = moment(connection)
    claims = {entry.claim.id for entry in record.claims}
    sources = {entry.source.id for entry in record.sources}
    events = {event.id for event in record.events}
    _insert(connection, "articles", (_article(entry) for entry in record.articles))
    # rows that point at rows of their own table go in without the link first
    _insert(connection, "claims", (_claim(entry) for entry in record.claims))
    _link(connection, "claims", "duplicate_of", ((c.claim.duplicate_of, c.claim.id) for c in record.claims), claims)
    _insert(connection, "sources", (_source(connection, entry) for entry in record.sources))
    _link(connection, "sources", "supersedes", ((s.source.supersedes, s.source.id) for s in record.sources), sources)
    _insert(
        connection,
        "passages",
        sorted((_passage(p) for entry in record.sources for p in entry.passages), key=lambda row: int(row["id"])),
    )
    _insert(connection, "evidence", (_evidence(entry) for entry in record.evidence))
    _insert(connection, "verdicts", (_verdict(verdict) for verdict in record.verdicts))
    trail = [_event(event, events) for event in record.events]
    # The whole trail of a workspace keeps its links, so that its head is found again; a part of one gets its own.
    for event in trail if chain.is_linked(trail) else chain.chained({**event, "covers": ""} for event in trail):
        chain.insert_linked(connection, event)
    _insert(connection, "rating_scales", (_scale(scale, record, at) for scale in record.scales))
    _insert(connection, "reviewers", _reviewers(record))
    _insert(connection, "workspace", ({"key": key, "value": value} for key, value in settings.items()), "OR REPLACE")


def _insert(connection: sqlite3.Connection, table: str, rows: Iterable[Row], conflict: str = "") -> None:
    for row in rows:
        names = ", ".join(f'"{name}"' for name in row)
        holes = ", ".join("?" for _ in row)
        # Table and column names come from this module, never from the file.
        connection.execute(
            f"INSERT {conflict} INTO {table} ({names}) VALUES ({holes})",  # noqa: S608
            tuple(row.values()),
        )


def _link(
    connection: sqlite3.Connection, table: str, column: str, links: Iterable[tuple[Any, Any]], known: set[Any]
) -> None:
    connection.executemany(
        f"UPDATE {table} SET {column} = ? WHERE id = ?",  # noqa: S608
        [(target, row) for target, row in links if target in known],
    )


def _article(entry: ArticleRecord) -> Row:
    article = entry.article
    return {
        "id": article.id,
        "sha256": article.sha256,
        "title": article.title,
        "text": article.text,
        "url": article.url,
        "publisher": article.publisher,
        "author": article.author,
        "published": article.published.isoformat() if article.published else None,
        "published_guessed": article.published_guessed,
        "language": article.language,
        "path": article.path,
        "found": to_json(entry.found),
        "added_at": article.added_at,
        "added_by": article.added_by,
        "splitter": article.splitter,
        "deadline": article.deadline.isoformat() if article.deadline else None,
        "version": article.version,
    }


def _claim(entry: ClaimRecord) -> Row:
    claim: Claim = entry.claim
    return {
        "id": claim.id,
        "article_id": claim.article_id,
        "start": claim.anchor.start,
        "end": claim.anchor.end,
        "quote": claim.anchor.exact,
        "prefix": claim.anchor.prefix,
        "suffix": claim.anchor.suffix,
        "text": claim.text,
        "kinds": to_json(claim.kinds),
        "speaker": claim.speaker,
        "speaker_alias": claim.speaker_alias,
        "attribution": claim.attribution.value,
        "attribution_verb": claim.attribution_verb,
        "checkworthiness": claim.checkworthiness,
        "reasons": to_json(claim.reasons),
        "quantities": to_json(claim.quantities),
        "times": to_json(claim.times),
        "resolutions": to_json(claim.resolutions),
        "origin": claim.origin.value,
        "suggestion": None if entry.suggestion is None else to_json(entry.suggestion),
        "status": claim.status.value,
        "rating": claim.rating,
        "note": entry.note,
        "version": claim.version,
        "removed_at": entry.removed_at,
    }


def _source(connection: sqlite3.Connection, entry: SourceRecord) -> Row:
    source: Source = entry.source
    return {
        "id": source.id,
        "kind": source.kind.value,
        "title": source.title,
        "url": source.url,
        "archive_url": source.archive_url,
        "publisher": source.publisher,
        "author": source.author,
        "published": source.published.isoformat() if source.published else None,
        "published_guessed": source.published_guessed,
        "retrieved": source.retrieved,
        "language": source.language,
        "sha256": source.sha256,
        "text": source.text,
        "path": source.path,
        "found_id": finding(connection, entry.found),
        "fact_check": to_json(source.fact_check) if source.fact_check else None,
        "digest": entry.digest,
        "superseded_by": entry.superseded_by,
        "added_at": source.added_at,
        "added_by": source.added_by,
        "version": source.version,
        "removed_at": entry.removed_at,
    }


def _passage(entry: PassageRecord) -> Row:
    passage = entry.passage
    return {
        "id": passage.id,
        "source_id": passage.source_id,
        "start": passage.start,
        "end": passage.end,
        "text": passage.text,
        "context": entry.context,
        "locator": passage.locator,
        "hash": passage.hash,
        "removed_at": entry.removed_at,
    }


def _evidence(entry: EvidenceRecord) -> Row:
    evidence = entry.evidence
    return {
        "id": evidence.id,
        "claim_id": evidence.claim_id,
        "passage_id": evidence.passage_id,
        "state": evidence.state.value,
        "stance": evidence.stance.value if evidence.stance else None,
        "probability": evidence.probability,
        "origin": evidence.origin.value,
        "reviewer": evidence.reviewer,
        "at": evidence.at,
        "note": evidence.note,
        "pinned": evidence.pinned,
        "version": evidence.version,
        "removed_at": entry.removed_at,
    }


def _verdict(verdict: Verdict) -> Row:
    return {
        "id": verdict.id,
        "claim_id": verdict.claim_id,
        "reviewer": verdict.reviewer,
        "kind": verdict.kind.value,
        "scale_id": verdict.scale_id,
        "rating": verdict.rating,
        "value": verdict.value,
        "rationale": verdict.rationale,
        "evidence": to_json(verdict.evidence),
        "claim_text": verdict.claim_text,
        "known_at": verdict.known_at,
        "at": verdict.at,
        "supersedes": verdict.supersedes,
    }


def _event(event: Event, known: set[int]) -> Row:
    return {
        "id": event.id,
        "at": event.at,
        "reviewer": event.reviewer,
        "action": event.action,
        "subject": event.subject,
        "subject_id": event.subject_id,
        "article_id": event.article_id,
        "claim_id": event.claim_id,
        "before": None if event.before is None else to_json(event.before),
        "after": None if event.after is None else to_json(event.after),
        "reverses": event.reverses if event.reverses in known else None,
        "batch": event.batch,
        "covers": event.covers,
        "previous": event.previous,
        "hash": event.hash,
    }


def _scale(scale: RatingScale, record: Record, at: str) -> Row:
    # an export does not say when a scale was kept, but what was done with it first does
    used = [verdict.at for verdict in record.verdicts if verdict.scale_id == scale.id]
    used += [event.at for event in record.events if (event.subject, event.subject_id) == ("rating_scales", scale.id)]
    return {
        "id": scale.id,
        "name": scale.name,
        "ratings": to_json(scale.ratings),
        "added_at": min(used, default="") or at,
    }


def _reviewers(record: Record) -> list[Row]:
    first: dict[str, str] = {}
    acts = [(event.reviewer, event.at) for event in record.events]
    acts += [(verdict.reviewer, verdict.at) for verdict in record.verdicts]
    for name, at in acts:
        first[name] = min(at, first.get(name, at))
    return [{"name": name, "added_at": at} for name, at in sorted(first.items())]
