"""What a report is made of, read in one consistent look at claims.db, now or as it stood at some moment.

The present rows are wound back through the trail: every change wrote its `before`, so taking the later events off
again, newest first, gives the rows as they were.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any, TypeVar

from workbench.domain.articles import Article, Claim
from workbench.domain.evidence import Evidence, Passage, Source
from workbench.domain.review import Event, RatingScale, Verdict
from workbench.store.chain import SEALING
from workbench.store.database import Database
from workbench.store.rows import (
    Row,
    article_from,
    claim_from,
    event_from,
    evidence_from,
    from_json,
    passage_from,
    scale_from,
    source_from,
    verdict_from,
)

Key = TypeVar("Key", int, str)
_PART = 500
"""Ids asked for in one query: SQLite limits the number of parameters."""


@dataclass(frozen=True, slots=True)
class ArticleRecord:
    """An article and how its fields were found."""

    article: Article
    found: dict[str, str]


@dataclass(frozen=True, slots=True)
class ClaimRecord:
    """A claim with what the domain does not carry: the first suggestion, the note, when it was dropped."""

    claim: Claim
    suggestion: dict[str, Any] | None
    note: str
    removed_at: str | None


@dataclass(frozen=True, slots=True)
class EvidenceRecord:
    """A link between a claim and a passage, and when it was taken away."""

    evidence: Evidence
    removed_at: str | None


@dataclass(frozen=True, slots=True)
class PassageRecord:
    """A passage, the words searched along with it, and when it left the searches."""

    passage: Passage
    context: str
    removed_at: str | None


@dataclass(frozen=True, slots=True)
class SourceRecord:
    """A source with its passages and what became of it."""

    source: Source
    passages: tuple[PassageRecord, ...]
    found: dict[str, str]
    superseded_by: str | None
    removed_at: str | None
    digest: str


@dataclass(frozen=True, slots=True)
class Record:
    """Everything on record about some articles, each list in the order of ids (claims: reading order)."""

    articles: list[ArticleRecord] = field(default_factory=list)
    claims: list[ClaimRecord] = field(default_factory=list)
    evidence: list[EvidenceRecord] = field(default_factory=list)
    verdicts: list[Verdict] = field(default_factory=list)
    events: list[Event] = field(default_factory=list)
    sources: list[SourceRecord] = field(default_factory=list)
    scales: list[RatingScale] = field(default_factory=list)
    sealed: tuple[int, str] = (0, "")
    """Id and hash of the event that last sealed all rows: what came from elsewhere is covered by that one."""


def read_record(database: Database, articles: Sequence[int] | None = None, as_of: str | None = None) -> Record:
    """Read the record of some articles, or of all that were not removed.

    Args:
        database: The workspace's database.
        articles: Ids of articles; those that do not exist (at that moment) are left out. None is all, and brings the
            whole trail, also of what belongs to no article.
        as_of: A moment in the store's own form (UTC, to the millisecond); None is now.
    """
    with _one_look(database):
        everything = articles is None
        present = _by_id(database, "articles", articles)
        ids = list(present)
        trail = _trail(database, None if everything else ids)
        later = [event for event in trail if as_of is not None and event.at > as_of]
        rows = _wound_back(present, "articles", later, int)
        ids = [number for number, row in rows.items() if articles is not None or row["removed_at"] is None]
        claims = _wound_back(_belonging(database, "claims", "article_id", ids), "claims", later, int)
        claims = {number: row for number, row in claims.items() if row["article_id"] in set(ids)}
        evidence = _wound_back(_belonging(database, "evidence", "claim_id", list(claims)), "evidence", later, int)
        verdicts = [
            verdict_from(row)
            for row in _belonging(database, "verdicts", "claim_id", list(claims)).values()
            if as_of is None or row["at"] <= as_of
        ]
        links = [evidence_from(row) for row in evidence.values() if row["claim_id"] in claims]
        cited = {piece.passage_id for verdict in verdicts for piece in verdict.evidence}
        events = [event for event in trail if as_of is None or event.at <= as_of]
        return Record(
            articles=[ArticleRecord(article_from(rows[number]), from_json(rows[number]["found"])) for number in ids],
            claims=[_claim_record(row) for row in sorted(claims.values(), key=_reading_order)],
            evidence=[
                EvidenceRecord(link, evidence[link.id]["removed_at"])
                for link in sorted(links, key=lambda link: link.id)
            ],
            verdicts=sorted(verdicts, key=lambda verdict: verdict.id),
            events=events,
            sources=_sources(database, {link.passage_id for link in links} | cited, later),
            scales=[scale_from(row) for row in database.rows("SELECT * FROM rating_scales ORDER BY id")],
            sealed=_sealed(database, as_of),
        )


def existing_articles(database: Database, articles: Sequence[int]) -> set[int]:
    """Those of the ids that name an article which was not removed."""
    return {number for number, row in _by_id(database, "articles", articles).items() if row["removed_at"] is None}


def _sealed(database: Database, as_of: str | None) -> tuple[int, str]:
    row = database.row(
        "SELECT id, hash FROM events WHERE subject = 'record' AND action = ? AND (? IS NULL OR at <= ?) "
        "ORDER BY id DESC LIMIT 1",
        (SEALING, as_of, as_of),
    )
    return (0, "") if row is None else (row["id"], row["hash"])


@contextmanager
def _one_look(database: Database) -> Iterator[None]:
    """Hold one read transaction, so that what others write meanwhile is seen wholly or not at all."""
    if database.connection.conn.in_transaction:
        yield
        return
    database.connection.conn.execute("BEGIN")
    try:
        yield
    finally:
        database.connection.conn.execute("ROLLBACK")


def _by_id(database: Database, table: str, ids: Sequence[int] | None) -> dict[int, Row]:
    if ids is None:
        found = database.rows(f"SELECT * FROM {table} ORDER BY id")  # noqa: S608
        return {row["id"]: row for row in found}
    return _belonging(database, table, "id", sorted(set(ids)))


def _belonging(database: Database, table: str, column: str, values: Sequence[int | str]) -> dict[int, Row]:
    """Rows of a table by id, whose column is one of the values. Names come from this module, never from a user."""
    found: dict[int, Row] = {}
    for begin in range(0, len(values), _PART):
        part = values[begin : begin + _PART]
        holes = ", ".join("?" for _ in part)
        for row in database.rows(
            f"SELECT * FROM {table} WHERE {column} IN ({holes}) ORDER BY id",  # noqa: S608
            tuple(part),
        ):
            found[row["id"]] = row
    return found


def _trail(database: Database, articles: Sequence[int] | None) -> list[Event]:
    if articles is None:
        return [event_from(row) for row in database.rows("SELECT * FROM events ORDER BY id")]
    rows = _belonging(database, "events", "article_id", articles)
    return [event_from(rows[number]) for number in sorted(rows)]


def _wound_back(rows: dict[Key, Row], table: str, later: Sequence[Event], key: Callable[[str], Key]) -> dict[Key, Row]:
    """Take later events off the rows of a table, newest first. Columns that the trail does not name stay."""
    then = dict(rows)
    for event in reversed(later):
        if event.subject != table:
            continue
        number = key(event.subject_id)
        if event.before is None:
            then.pop(number, None)
        elif number in then:
            row = then[number]
            then[number] = {**row, **{name: value for name, value in event.before.items() if name in row}}
    return then


def _reading_order(row: Row) -> tuple[int, int, int, int]:
    return (row["article_id"], row["start"], row["end"], row["id"])


def _claim_record(row: Row) -> ClaimRecord:
    suggestion = from_json(row["suggestion"]) if row["suggestion"] else None
    return ClaimRecord(claim_from(row), suggestion, row["note"], row["removed_at"])


def _sources(database: Database, passages: set[int], later: Sequence[Event]) -> list[SourceRecord]:
    """The sources that passages are taken from, with the versions they superseded, each with all its passages."""
    ids = {row["source_id"] for row in _belonging(database, "passages", "id", sorted(passages)).values()}
    rows: dict[str, Row] = {}
    wanted = sorted(ids)
    while wanted:
        found = _named(database, wanted)
        rows |= found
        wanted = sorted({row["supersedes"] for row in found.values() if row["supersedes"]} - set(rows))
    rows = _wound_back(rows, "sources", later, str) | {name: rows[name] for name in ids if name in rows}
    pieces: dict[str, list[PassageRecord]] = {}
    for row in _belonging(database, "passages", "source_id", sorted(rows)).values():
        pieces.setdefault(row["source_id"], []).append(
            PassageRecord(passage_from(row), row["context"], row["removed_at"])
        )
    return [
        SourceRecord(
            source_from(row),
            tuple(pieces.get(name, ())),
            from_json(row["found"]),
            row["superseded_by"],
            row["removed_at"],
            row["digest"],
        )
        for name, row in sorted(rows.items())
    ]


def _named(database: Database, ids: Sequence[str]) -> dict[str, Row]:
    found: dict[str, Row] = {}
    for begin in range(0, len(ids), _PART):
        part = ids[begin : begin + _PART]
        holes = ", ".join("?" for _ in part)
        # a source of which nothing was noted is a source all the same
        columns = "s.*, coalesce(f.found, '{}') AS found"
        joined = "sources s LEFT JOIN findings f ON f.id = s.found_id"
        sql = f"SELECT {columns} FROM {joined} WHERE s.id IN ({holes})"  # noqa: S608
        for row in database.rows(sql, tuple(part)):
            found[row["id"]] = row
    return found
