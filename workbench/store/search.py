"""What search and reindex ask of claims.db: words, filters, and which passages there are."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

import numpy as np

from workbench.domain.documents import SourceKind
from workbench.domain.folding import folded
from workbench.domain.searching import Filters
from workbench.store.database import Database

if TYPE_CHECKING:
    from numpy.typing import NDArray

PRUNE_ABOVE = 5_000
"""Postings one search of the full-text index may look at; the rarest words of a query are taken first."""

MOST_WORDS = 32
FETCH = 5_000


def live_passages(database: Database) -> tuple[NDArray[np.int64], NDArray[np.uint8]]:
    """Ids (ascending) and hashes, shape (n, 32), of all passages that take part in searches.

    Read from the index over hashes alone, in blocks: a million passages take 40 MB and no text is touched.
    """
    ids: list[NDArray[np.int64]] = []
    hashes: list[NDArray[np.uint8]] = []
    for rows in database.blocks("SELECT id, hash FROM passages INDEXED BY passages_by_hash", 50_000):
        ids.append(np.fromiter((row[0] for row in rows), dtype=np.int64, count=len(rows)))
        raw = bytes.fromhex("".join([row[1] for row in rows]))
        hashes.append(np.frombuffer(raw, dtype=np.uint8).reshape(len(rows), 32))
    if not ids:
        return np.empty(0, dtype=np.int64), np.empty((0, 32), dtype=np.uint8)
    all_ids, all_hashes = np.concatenate(ids), np.concatenate(hashes)
    order = np.argsort(all_ids)
    all_ids, all_hashes = all_ids[order], all_hashes[order]
    removed = removed_passages(database)
    if len(removed):
        kept = ~np.isin(all_ids, removed)
        all_ids, all_hashes = all_ids[kept], all_hashes[kept]
    return all_ids, all_hashes


def removed_passages(database: Database) -> NDArray[np.int64]:
    """Ids of passages that left the searches, ascending."""
    rows = database.tuples(
        "SELECT id FROM passages INDEXED BY passages_removed WHERE removed_at IS NOT NULL ORDER BY id"
    )
    return np.array([row[0] for row in rows], dtype=np.int64)


def count_after(database: Database, last_id: int) -> int:
    """How many passages were added after the one with this id and take part in searches."""
    return int(database.value("SELECT count(*) FROM passages WHERE id > ? AND removed_at IS NULL", (last_id,)))


def passage_words(database: Database, ids: NDArray[np.int64]) -> Iterator[tuple[str, str]]:
    """(context, text) of passages, in the order of `ids` (ascending)."""
    for found in _in_order(database, "SELECT id, context, text FROM passages WHERE id", ids, ("", "")):
        yield found[0], found[1]


def passage_places(database: Database, ids: NDArray[np.int64]) -> Iterator[PassagePlace]:
    """Where passages come from, in the order of `ids` (ascending)."""
    select = (
        "SELECT p.id, s.id, s.title, s.kind, s.language FROM passages p JOIN sources s ON s.id = p.source_id WHERE p.id"
    )
    for source_id, title, kind, language in _in_order(database, select, ids, ("", "", SourceKind.DOCUMENT, None)):
        yield PassagePlace(source_id, title, SourceKind(kind), language)


def _in_order(
    database: Database, select: str, ids: NDArray[np.int64], unknown: tuple[Any, ...]
) -> Iterator[tuple[Any, ...]]:
    """What a query that ends in its condition on ids gives for each of `ids` (ascending), after the id itself."""
    for begin in range(0, len(ids), FETCH):
        part = ids[begin : begin + FETCH].tolist()
        # Neighbouring ids are read as a range, which is several times as fast as asking for each.
        if part[-1] - part[0] < 2 * len(part):
            found = {row[0]: row[1:] for row in database.tuples(f"{select} BETWEEN ? AND ?", (part[0], part[-1]))}
        else:
            found = {}
            for first in range(0, len(part), 500):
                some = part[first : first + 500]
                rows = database.tuples(f"{select} IN ({','.join('?' * len(some))})", tuple(some))
                found.update({row[0]: row[1:] for row in rows})
        for passage_id in part:
            yield found.get(passage_id, unknown)


@dataclass(frozen=True, slots=True)
class Text:
    """A passage as it is read before it is known whether it will be shown."""

    source_id: str
    text: str


def texts(database: Database, ids: Sequence[int]) -> dict[int, Text]:
    """The words of passages and their sources, by passage id; unknown ids are left out."""
    rows = database.tuples(
        f"SELECT id, source_id, text FROM passages WHERE id IN ({','.join('?' * len(ids))})",  # noqa: S608
        tuple(ids),
    )
    return {row[0]: Text(row[1], row[2]) for row in rows}


def titles(database: Database, source_ids: Sequence[str]) -> dict[str, str]:
    """The titles of sources, by id."""
    rows = database.tuples(
        f"SELECT id, title FROM sources WHERE id IN ({','.join('?' * len(source_ids))})",  # noqa: S608
        tuple(source_ids),
    )
    return {row[0]: row[1] for row in rows}


def allowed_passages(database: Database, filters: Filters) -> NDArray[np.int64] | None:
    """Ids (ascending) of the passages that a filter leaves, None when it leaves all but those of `left_out`."""
    if filters.only_leaves_out:
        return None
    conditions, values = _conditions(filters)
    rows = database.tuples(
        "SELECT p.id FROM passages p JOIN sources s ON s.id = p.source_id WHERE p.removed_at IS NULL AND "  # noqa: S608
        + " AND ".join(conditions),
        tuple(values),
    )
    return np.sort(np.fromiter((row[0] for row in rows), dtype=np.int64, count=len(rows)))


def undated_sources(database: Database, filters: Filters) -> int:
    """How many sources a filter of days leaves out only because their day is not known."""
    if filters.before is None and filters.after is None:
        return 0
    conditions, values = _conditions(replace(filters, before=None, after=None))
    return int(
        database.value(
            "SELECT count(*) FROM sources s WHERE s.published IS NULL AND EXISTS "  # noqa: S608
            "(SELECT 1 FROM passages p WHERE p.source_id = s.id AND "
            + " AND ".join(("p.removed_at IS NULL", *conditions))
            + ")",
            tuple(values),
        )
    )


def _conditions(filters: Filters) -> tuple[list[str], list[Any]]:
    """What a filter asks of a passage p and its source s, with the values."""
    conditions: list[str] = []
    values: list[Any] = []
    if filters.before is not None:
        conditions.append("s.published < ?")
        values.append(filters.before.isoformat())
    if filters.after is not None:
        conditions.append("s.published >= ?")
        values.append(filters.after.isoformat())
    if filters.newer_than:
        conditions.append("p.id > ?")
        values.append(filters.newer_than)
    if filters.sources:
        conditions.append(f"s.id IN ({','.join('?' * len(filters.sources))})")
        values.extend(filters.sources)
    for column, names in (("publisher", filters.publishers), ("language", filters.languages)):
        if names:
            # each spelling that there is is folded once, not once for every passage
            conditions.append(
                f"s.{column} IN (SELECT {column} FROM sources GROUP BY {column} "  # noqa: S608
                f"HAVING folded({column}) IN ({','.join('?' * len(names))}))"
            )
            values.extend(folded(name) for name in names)
    return conditions, values


def left_out(database: Database, filters: Filters) -> NDArray[np.int64]:
    """Ids (ascending) of the passages of the sources that a filter names as taking no part: few, and found at once."""
    found: list[int] = []
    for column, names in (("id", filters.not_sources), ("url", filters.not_urls)):
        if names:
            rows = database.tuples(
                "SELECT p.id FROM sources s JOIN passages p ON p.source_id = s.id "  # noqa: S608
                f"WHERE s.{column} IN ({','.join('?' * len(names))})",
                names,
            )
            found += [row[0] for row in rows]
    return np.unique(np.array(found, dtype=np.int64))


def find_words(database: Database, words: Iterable[str], limit: int, *, after_id: int = 0) -> list[tuple[int, float]]:
    """Passages that hold some of the words, best first by SQLite's own BM25, equal scores by id.

    This is the search that needs no index/: it serves passages that were added since the last reindex, and all of
    them before the first. Common words are left out once the rarer ones account for `PRUNE_ABOVE` passages.

    Args:
        database: The workspace's database.
        words: Single words without white space, taken as they are: no character of them is query syntax.
        limit: At most so many.
        after_id: Only passages with higher ids.
    Returns:
        (passage id, score), higher is better.
    """
    counted = []
    for word in list(dict.fromkeys(words))[:MOST_WORDS]:
        quoted = '"' + word.replace('"', '""').replace("\x00", " ") + '"'
        count = database.value(
            "SELECT count(*) FROM (SELECT 1 FROM passages_fts WHERE passages_fts MATCH ? AND rowid > ? LIMIT ?)",
            (quoted, after_id, PRUNE_ABOVE),
        )
        if count:
            counted.append((int(count), quoted))
    counted.sort()
    kept: list[str] = []
    total = 0
    for count, quoted in counted:
        if kept and total + count > PRUNE_ABOVE:
            break
        kept.append(quoted)
        total += count
    if not kept:
        return []
    rows = database.rows(
        "SELECT rowid AS id, -bm25(passages_fts) AS score FROM passages_fts "
        "WHERE passages_fts MATCH ? AND rowid > ? ORDER BY rank, rowid LIMIT ?",
        (" OR ".join(kept), after_id, limit),
    )
    return [(int(row["id"]), float(row["score"])) for row in rows]


@dataclass(frozen=True, slots=True)
class PassagePlace:
    """Where a passage comes from, as far as ranking needs to know."""

    source_id: str
    title: str
    kind: SourceKind
    language: str | None


def places(database: Database, ids: Sequence[int]) -> dict[int, PassagePlace]:
    """The source of each passage that takes part in searches, by passage id; others are left out."""
    found: dict[int, PassagePlace] = {}
    for begin in range(0, len(ids), 500):
        part = ids[begin : begin + 500]
        rows = database.tuples(
            "SELECT p.id, s.id, s.title, s.kind, s.language FROM passages p JOIN sources s ON s.id = p.source_id "  # noqa: S608
            f"WHERE p.removed_at IS NULL AND p.id IN ({','.join('?' * len(part))})",
            tuple(part),
        )
        found.update({row[0]: PassagePlace(row[1], row[2], SourceKind(row[3]), row[4]) for row in rows})
    return found


def passage_owners(database: Database) -> dict[int, str]:
    """The source of every passage that takes part in searches, by passage id."""
    rows = database.tuples("SELECT id, source_id FROM passages WHERE removed_at IS NULL")
    return {row[0]: row[1] for row in rows}
