"""Feeds that are followed, and which of their entries were taken already."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from workbench.store.database import Database
from workbench.store.events import moment


@dataclass(frozen=True, slots=True)
class Feed:
    """A feed: `purpose` is "article" or "evidence"; `etag` and `modified` are of its last answer."""

    url: str
    title: str
    purpose: str
    etag: str | None
    modified: str | None
    added_at: str
    added_by: str
    pulled_at: str | None
    entries: int
    """How many of its entries were taken."""


def feeds(database: Database) -> list[Feed]:
    """All feeds by address."""
    rows = database.rows(
        "SELECT f.*, (SELECT count(*) FROM feed_entries e WHERE e.feed = f.url) AS entries FROM feeds f ORDER BY f.url"
    )
    return [
        Feed(
            url=row["url"],
            title=row["title"],
            purpose=row["purpose"],
            etag=row["etag"],
            modified=row["modified"],
            added_at=row["added_at"],
            added_by=row["added_by"],
            pulled_at=row["pulled_at"],
            entries=row["entries"],
        )
        for row in rows
    ]


def add_feed(database: Database, url: str, title: str, purpose: str, reviewer: str) -> bool:
    """Follow a feed; False when it is followed already, and then only its purpose may change."""
    with database.write() as connection:
        if connection.execute("SELECT 1 FROM feeds WHERE url = ?", (url,)).fetchone():
            connection.execute("UPDATE feeds SET purpose = ? WHERE url = ?", (purpose, url))
            return False
        connection.execute(
            "INSERT INTO feeds (url, title, purpose, added_at, added_by) VALUES (?,?,?,?,?)",
            (url, title, purpose, moment(connection), reviewer),
        )
        return True


def remove_feed(database: Database, url: str) -> bool:
    """Follow a feed no longer; what came from it stays. False when it was not followed."""
    with database.write() as connection:
        connection.execute("DELETE FROM feed_entries WHERE feed = ?", (url,))
        return connection.execute("DELETE FROM feeds WHERE url = ?", (url,)).rowcount > 0


def taken_entries(database: Database, url: str) -> frozenset[str]:
    """Ids of the entries of a feed that were taken already."""
    return frozenset(row["entry"] for row in database.rows("SELECT entry FROM feed_entries WHERE feed = ?", (url,)))


def take_entries(database: Database, url: str, entries: Iterable[str]) -> None:
    """Note that entries were taken."""
    with database.write() as connection:
        now = moment(connection)
        connection.executemany(
            "INSERT OR IGNORE INTO feed_entries (feed, entry, taken_at) VALUES (?,?,?)",
            [(url, entry, now) for entry in entries],
        )


def note_pull(database: Database, url: str, *, title: str, etag: str | None, modified: str | None) -> None:
    """Note that a feed was asked and all that is new in it was taken; an empty title leaves the old one."""
    with database.write() as connection:
        connection.execute(
            "UPDATE feeds SET title = CASE WHEN ? = '' THEN title ELSE ? END, etag = ?, modified = ?, pulled_at = ? "
            "WHERE url = ?",
            (title, title, etag, modified, moment(connection), url),
        )
