"""What a report is made of, read in one consistent look at claims.db, now or as it stood at some moment.

The present rows are wound back through the trail: every change wrote its `before`, so taking the later events off
again, newest first, gives the rows as they were. What has no event of its own follows from what has: passages leave
the searches with their source, a scale was kept when it was first used, and the version of a row is the number of
acts on it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import TypeVar

from workbench.domain.articles import Article
from workbench.domain.evidence import Evidence, Passage, Source
from workbench.domain.review import Event, RatingScale, Verdict
from workbench.store.chain import SEALING
from workbench.store.claims import StoredClaim, stored_from
from workbench.store.database import Database
from workbench.store.one_look import in_one_look
from workbench.store.reversal import before_of
from workbench.store.rows import (
    Row,
    article_from,
    event_from,
    evidence_from,
    from_json,
    passage_from,
    scale_from,
    slim,
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
    claims: list[StoredClaim] = field(default_factory=list)
    evidence: list[EvidenceRecord] = field(default_factory=list)
    verdicts: list[Verdict] = field(default_factory=list)
    events: list[Event] = field(default_factory=list)
    sources: list[SourceRecord] = field(default_factory=list)
    scales: list[RatingScale] = field(default_factory=list)
    sealed: tuple[int, str] = (0, "")
    """Id and hash of the event that last sealed all rows: what came from elsewhere is covered by that one."""
    settings: dict[str, str] = field(default_factory=dict)


def read_record(database: Database, articles: Sequence[int] | None = None, as_of: str | None = None) -> Record:
    """Read the record of some articles, or of all that were not removed.

    Args:
        database: The workspace's database.
        articles: Ids of articles; those that are not in the lists (at that moment) are left out. None is all, and
            brings the whole trail, also of what belongs to no article.
        as_of: A moment in the store's own form (UTC, to the millisecond); None is now. What is told of a moment that
            has passed is the same whenever it is asked for.
    """
    return in_one_look(database, lambda: _read_record(database, articles, as_of))


def _read_record(database: Database, articles: Sequence[int] | None, as_of: str | None) -> Record:
    cut = _cut(database, as_of)
    present = _by_id(database, "articles", articles)
    claims = _belonging(database, "claims", "article_id", list(present))
    trail = _trail(database, None if articles is None else list(present), list(claims))
    then = [event for event in trail if cut is None or event.id < cut]
    later = trail[len(then) :]
    rows = _wound_back(present, "articles", later, int)
    rows = {number: row for number, row in rows.items() if row["removed_at"] is None}
    claims = {n: row for n, row in _wound_back(claims, "claims", later, int).items() if row["article_id"] in rows}
    evidence = _wound_back(_belonging(database, "evidence", "claim_id", list(claims)), "evidence", later, int)
    undone = {int(event.subject_id) for event in later if event.subject == "verdicts" and event.reverses is None}
    verdicts = [
        verdict_from(row)
        for row in _belonging(database, "verdicts", "claim_id", list(claims)).values()
        if as_of is None or (row["at"] <= as_of and row["id"] not in undone)
    ]
    if as_of is not None:
        _count_versions(rows, claims, evidence, then)
    links = [evidence_from(row) for row in evidence.values()]
    cited = {piece.passage_id for verdict in verdicts for piece in verdict.evidence}
    return Record(
        articles=[ArticleRecord(article_from(row), from_json(row["found"])) for row in rows.values()],
        claims=[stored_from(row) for row in sorted(claims.values(), key=_reading_order)],
        evidence=[
            EvidenceRecord(link, evidence[link.id]["removed_at"]) for link in sorted(links, key=lambda link: link.id)
        ],
        verdicts=sorted(verdicts, key=lambda verdict: verdict.id),
        events=then,
        sources=_sources(database, {link.passage_id for link in links} | cited, as_of, cut),
        scales=_scales(database, as_of),
        sealed=_sealed(database, cut),
        settings=_settings(database, cut),
    )


def existing_articles(database: Database, articles: Sequence[int]) -> set[int]:
    """Those of the ids that name an article which was not removed."""
    return {number for number, row in _by_id(database, "articles", articles).items() if row["removed_at"] is None}


def added_at(database: Database, articles: Sequence[int]) -> dict[int, str]:
    """When each article came in (ISO 8601, UTC), by id, also of those that were removed."""
    return {number: str(row["added_at"]) for number, row in _by_id(database, "articles", articles).items()}


def _sealed(database: Database, cut: int | None) -> tuple[int, str]:
    row = database.row(
        "SELECT id, hash FROM events WHERE subject = 'record' AND action = ? AND (? IS NULL OR id < ?) "
        "ORDER BY id DESC LIMIT 1",
        (SEALING, cut, cut),
    )
    return (0, "") if row is None else (row["id"], row["hash"])


def _by_id(database: Database, table: str, ids: Sequence[int] | None) -> dict[int, Row]:
    if ids is None:
        found = database.rows(f"SELECT * FROM {table} ORDER BY id")  # noqa: S608
        return {row["id"]: slim(row) for row in found}
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
            found[row["id"]] = slim(row)
    return found


def _cut(database: Database, as_of: str | None) -> int | None:
    """The first event after the moment: it and all that followed it had not happened yet. None: nothing followed.

    Where a clock once went back, an event that is dated before the moment may follow one that is dated after it. It
    was written on top of that one, so that it is no part of the state either.
    """
    if as_of is None:
        return None
    first: int | None = database.value("SELECT min(id) FROM events WHERE at > ?", (as_of,))
    return first


def _trail(database: Database, articles: Sequence[int] | None, claims: Sequence[int]) -> list[Event]:
    """The events of some articles and their claims, or all: older ones do not all name the article of their claim."""
    if articles is None:
        return [event_from(row) for row in _whole_trail(database)]
    rows = _belonging(database, "events", "article_id", articles) | _belonging(database, "events", "claim_id", claims)
    return [event_from(rows[number]) for number in sorted(rows)]


def _whole_trail(database: Database) -> Iterator[Row]:
    """Every event, some at a time: as rows they take more room than the report that is made of them."""
    last = 0
    while rows := database.rows("SELECT * FROM events WHERE id > ? ORDER BY id LIMIT ?", (last, _PART)):
        yield from map(slim, rows)
        last = rows[-1]["id"]


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
            then[number] = {**row, **{n: value for n, value in before_of(event, row).items() if n in row}}
    return then


def _count_versions(
    articles: dict[int, Row], claims: dict[int, Row], evidence: dict[int, Row], then: Sequence[Event]
) -> None:
    """Give each row the version that follows from the trail: 1, and one more for each act since it came into being."""
    counted: dict[tuple[str, str], int] = {}
    for event in then:
        made = event.before is None and event.reverses is None
        if event.subject in ("articles", "evidence") and not made:
            key = (event.subject, event.subject_id)
            counted[key] = counted.get(key, 1) + 1
        if event.claim_id is not None and not (event.subject == "claims" and made):
            key = ("claims", str(event.claim_id))
            counted[key] = counted.get(key, 1) + 1
    for table, rows in (("articles", articles), ("claims", claims), ("evidence", evidence)):
        for number, row in rows.items():
            rows[number] = {**row, "version": counted.get((table, str(number)), 1)}


def _settings(database: Database, cut: int | None) -> dict[str, str]:
    """The settings of the workspace, taken back to what they were before event `cut`."""
    then: dict[str, str] = {row["key"]: row["value"] for row in database.rows("SELECT key, value FROM workspace")}
    if cut is not None:
        rows = database.rows("SELECT * FROM events WHERE subject = 'workspace' AND id >= ? ORDER BY id DESC", (cut,))
        for event in map(event_from, rows):
            if event.before is None:
                then.pop(event.subject_id, None)
            else:
                then[event.subject_id] = str(event.before.get("value", ""))
    return dict(sorted(then.items()))


def _scales(database: Database, as_of: str | None) -> list[RatingScale]:
    """The scales kept in the workspace by that moment. A kept scale is never changed."""
    rows = database.rows("SELECT * FROM rating_scales WHERE ? IS NULL OR added_at <= ? ORDER BY id", (as_of, as_of))
    return [scale_from(row) for row in rows]


def _reading_order(row: Row) -> tuple[int, int, int, int]:
    return (row["article_id"], row["start"], row["end"], row["id"])


def _sources(database: Database, passages: set[int], as_of: str | None, cut: int | None) -> list[SourceRecord]:
    """The sources that passages are taken from, with the versions they superseded, each with all its passages."""
    ids = {row["source_id"] for row in _belonging(database, "passages", "id", sorted(passages)).values()}
    rows: dict[str, Row] = {}
    wanted = sorted(ids)
    while wanted:
        found = _named(database, wanted)
        rows |= found
        wanted = sorted({row["supersedes"] for row in found.values() if row["supersedes"]} - set(rows))
    pieces: dict[str, list[Row]] = {}
    for row in _belonging(database, "passages", "source_id", sorted(rows)).values():
        pieces.setdefault(row["source_id"], []).append(row)
    if as_of is not None:
        rows, pieces = _sources_then(database, rows, pieces, as_of, cut)
    return [
        SourceRecord(
            source_from(row),
            tuple(PassageRecord(passage_from(one), one["context"], one["removed_at"]) for one in pieces.get(name, ())),
            from_json(row["found"]),
            row["superseded_by"],
            row["removed_at"],
            row["digest"],
        )
        for name, row in sorted(rows.items())
    ]


def _sources_then(
    database: Database, rows: dict[str, Row], pieces: dict[str, list[Row]], as_of: str, cut: int | None
) -> tuple[dict[str, Row], dict[str, list[Row]]]:
    """Sources and their passages as they were: not removed yet, or still removed, and by what they were superseded."""
    trail = [
        event
        for event in map(event_from, _of_subjects(database, "sources", sorted(rows)))
        # the reading in of many sources is noted with the first of them, and changes no row
        if event.before is not None or event.reverses is not None
    ]
    then = _wound_back(rows, "sources", [event for event in trail if cut is not None and event.id >= cut], str)
    newer = {row["superseded_by"] for row in rows.values() if row["superseded_by"]}
    came = {name: row["added_at"] for name, row in (rows | _named(database, sorted(newer - set(rows)))).items()}
    passages: dict[str, list[Row]] = {}
    for name, row in then.items():
        successor = row["superseded_by"]
        if successor is not None and successor not in came:
            # an import may leave the newer version out: what was noted when it came, else when its passages left
            left = [one["removed_at"] for one in pieces.get(name, ()) if one["removed_at"]]
            came[successor] = _read_in(database, successor) or min(left, default="")
        superseded = successor if successor is not None and came[successor] <= as_of else None
        version = 1 + sum(event.subject_id == name for event in trail if cut is None or event.id < cut)
        then[name] = {**row, "superseded_by": superseded, "version": version}
        # what was superseded stays as it is; else passages leave and enter the searches with their source
        passages[name] = [
            one if superseded else {**one, "removed_at": row["removed_at"]} for one in pieces.get(name, ())
        ]
    return then, passages


def _read_in(database: Database, source: str) -> str | None:
    """When a source was read in, as far as the trail names it: the first and the last of a batch."""
    at: str | None = database.value(
        "SELECT min(at) FROM events WHERE subject = 'sources' AND action = 'evidence.add' "
        "AND (subject_id = ?1 OR json_extract(after, '$.last') = ?1)",
        (source,),
    )
    return at


def _of_subjects(database: Database, subject: str, ids: Sequence[str]) -> list[Row]:
    """The events about some rows of a table, in order."""
    found: dict[int, Row] = {}
    for begin in range(0, len(ids), _PART):
        part = ids[begin : begin + _PART]
        holes = ", ".join("?" for _ in part)
        sql = f"SELECT * FROM events WHERE subject = ? AND subject_id IN ({holes})"  # noqa: S608
        found |= {row["id"]: row for row in database.rows(sql, (subject, *part))}
    return [found[number] for number in sorted(found)]


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
