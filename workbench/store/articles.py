"""Articles in claims.db."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from workbench.domain.articles import Article, ClaimDraft, ReviewStatus
from workbench.domain.documents import Document
from workbench.domain.errors import NotFoundError
from workbench.store.acts import Act, new_batch
from workbench.store.claims import ClaimPatch, insert_drafts, insert_with_article, suggested
from workbench.store.database import Database
from workbench.store.duplicates import DuplicateLink, let_go
from workbench.store.edits import change, plain_insert
from workbench.store.events import moment, record
from workbench.store.raw import keep, pack
from workbench.store.rows import ARTICLES, UNSET, Unset, article_from, to_json


@dataclass(frozen=True, slots=True)
class ArticleSummary:
    """An article without its text, and how far its review has come. A repetition within it is counted once."""

    id: int
    title: str
    publisher: str | None
    published: str | None
    added_at: str
    deadline: str | None
    claims: int
    open: int
    rated: int
    second_opinion: int
    settled: int
    published_claims: int
    not_rated: int
    language: str = ""
    kind: str = ""
    """What kind of text it is, "" where it was added before that was kept."""


def article(database: Database, article_id: int) -> Article:
    """One article with its text.

    Raises:
        NotFoundError: There is no such article, or it was removed.
    """
    row = database.row("SELECT * FROM articles WHERE id = ?", (article_id,))
    if row is None:
        raise NotFoundError(f"there is no article {article_id}; `workbench article list` shows the ones there are.")
    if row["removed_at"] is not None:
        raise NotFoundError(f"article {article_id} was removed; adding the same text again brings it back.")
    return article_from(row)


def found_of(database: Database, article_id: int) -> dict[str, str]:
    """How each field of an article was found, by its name."""
    value = database.value("SELECT found FROM articles WHERE id = ?", (article_id,))
    return json.loads(value) if value else {}


def ever_held(database: Database, article_id: int) -> bool:
    """Whether there is or was an article of this id."""
    return database.value("SELECT 1 FROM articles WHERE id = ?", (article_id,)) is not None


def texts(database: Database) -> list[str]:
    """The texts of all articles."""
    return [row["text"] for row in database.rows("SELECT text FROM articles")]


def published_claims(database: Database, article_id: int) -> int:
    """How many claims of an article are published, repetitions included."""
    return int(
        database.value(
            "SELECT count(*) FROM claims WHERE article_id = ? AND status = ? AND removed_at IS NULL",
            (article_id, ReviewStatus.PUBLISHED.value),
        )
    )


def article_by_sha256(database: Database, sha256: str) -> tuple[int, bool] | None:
    """Id of the article with this digest and whether it was removed, None without one."""
    row = database.row("SELECT id, removed_at FROM articles WHERE sha256 = ?", (sha256,))
    return None if row is None else (row["id"], row["removed_at"] is not None)


def articles_at(database: Database, url: str, limit: int) -> list[tuple[int, str, str]]:
    """Id, title and text of the articles that were read from an address, newest first."""
    rows = database.rows(
        "SELECT id, title, text FROM articles WHERE url = ? AND removed_at IS NULL ORDER BY id DESC LIMIT ?",
        (url, limit),
    )
    return [(row["id"], row["title"], row["text"]) for row in rows]


def articles_titled(database: Database, title: str, limit: int) -> list[tuple[int, str, str]]:
    """Id, address (or "") and text of the articles that have a title, newest first."""
    rows = database.rows(
        "SELECT id, coalesce(url, '') AS url, text FROM articles WHERE title = ? AND removed_at IS NULL "
        "ORDER BY id DESC LIMIT ?",
        (title, limit),
    )
    return [(row["id"], row["url"], row["text"]) for row in rows]


def articles_holding(database: Database, words: str, limit: int) -> list[tuple[int, str, str]]:
    """Id, address (or "") and text of the articles in which words stand as they are, newest first."""
    rows = database.rows(
        "SELECT id, coalesce(url, '') AS url, text FROM articles WHERE instr(text, ?) > 0 AND removed_at IS NULL "
        "ORDER BY id DESC LIMIT ?",
        (words, limit),
    )
    return [(row["id"], row["url"], row["text"]) for row in rows]


def summaries(database: Database, article_id: int | None = None) -> list[ArticleSummary]:
    """All articles (or one), newest first, with the state of their claims."""
    counts = ", ".join(f"coalesce(sum(c.status = '{status.value}'), 0) AS {status.value}" for status in ReviewStatus)
    # The only text spliced in are the names of our own enumeration.
    rows = database.rows(
        "SELECT a.id, a.title, a.publisher, a.published AS published_on, a.added_at, a.deadline, a.language, "  # noqa: S608
        "coalesce(json_extract(a.found, '$.text_kind'), '') AS text_kind, "
        f"count(c.id) AS claims, {counts} FROM articles a "
        "LEFT JOIN claims c ON c.article_id = a.id AND c.removed_at IS NULL AND NOT EXISTS "
        "(SELECT 1 FROM claims o WHERE o.id = c.duplicate_of AND o.article_id = c.article_id) "
        "WHERE a.removed_at IS NULL AND (? IS NULL OR a.id = ?) GROUP BY a.id ORDER BY a.id DESC",
        (article_id, article_id),
    )
    return [
        ArticleSummary(
            id=row["id"],
            title=row["title"],
            publisher=row["publisher"],
            published=row["published_on"],
            added_at=row["added_at"],
            deadline=row["deadline"],
            claims=row["claims"],
            open=row["open"],
            rated=row["rated"],
            second_opinion=row["second_opinion"],
            settled=row["settled"],
            published_claims=row["published"],
            not_rated=row["not_rated"],
            language=row["language"],
            kind=str(row["text_kind"]),
        )
        for row in rows
    ]


@dataclass(frozen=True, slots=True)
class ArticlePatch:
    """Fields of an article as they are to be; what is `UNSET` stays as it is."""

    published: date | Unset | None = UNSET
    published_guessed: bool | Unset = UNSET
    deadline: date | Unset | None = UNSET
    splitter: str | Unset = UNSET


def update(connection: sqlite3.Connection, article_id: int, patch: ArticlePatch, act: Act) -> bool:
    """Change an article inside the caller's write transaction; False when it already is as wanted.

    Raises:
        NotFoundError: There is no such article.
    """
    return change(connection, ARTICLES, article_id, ARTICLES.columns(patch), act)


def add_article(
    database: Database,
    document: Document,
    sha256: str,
    drafts: tuple[ClaimDraft, ...],
    *,
    reviewer: str,
    splitter: str,
    duplicates: Sequence[DuplicateLink | None] = (),
    claims: Sequence[ClaimPatch] = (),
) -> int:
    """Store an article and its claims, with one event: who takes it back takes back all of it.

    Args:
        database: The workspace's database.
        document: The normalised text and what is known of it.
        sha256: Digest of the normalised text, under which it is unique.
        drafts: The splitter's suggestions; their order is kept.
        reviewer: Who added it.
        splitter: Version of the splitter.
        duplicates: For each draft what it repeats, as in `insert_drafts`.
        claims: Claims of a person that come with it.
    Returns:
        The new article's id.
    """
    original = None if document.raw is None else pack(document.sha256, document.raw)
    suggestions = [suggested(document.text, draft, document.segments) for draft in drafts]
    with database.write() as connection:
        now = moment(connection)
        row = {
            "sha256": sha256,
            "title": document.title,
            "text": document.text,
            "url": document.url,
            "publisher": document.publisher,
            "author": document.author,
            "published": document.published.isoformat() if document.published else None,
            "published_guessed": "published" in document.guessed,
            "language": document.language or "en",
            "path": document.origin,
            "found": to_json(document.found),
            "raw_sha256": original.sha256 if original is not None else None,
            "added_at": now,
            "added_by": reviewer,
            "splitter": splitter,
            "segments": to_json(document.segments) if document.segments else None,
            "machine": document.machine,
        }
        article_id = plain_insert(connection, ARTICLES, row)
        if original is not None:
            keep(connection, original)
        made = insert_drafts(connection, article_id, suggestions, duplicates)
        made += [insert_with_article(connection, article_id, patch) for patch in claims]
        record(
            connection,
            reviewer=reviewer,
            action="article.add",
            subject="articles",
            subject_id=article_id,
            article_id=article_id,
            after={"title": document.title, "claims": len(made), "splitter": splitter},
            at=now,
            also=[("claims", claim_id) for claim_id in made],
        )
    return article_id


def remove_article(database: Database, article_id: int, *, reviewer: str) -> None:
    """Take an article out of the lists. Its claims, verdicts and history stay in the record.

    Raises:
        NotFoundError: There is no such article.
    """
    _mark(database, article_id, reviewer=reviewer, action="article.remove")


def restore_article(database: Database, article_id: int, *, reviewer: str) -> None:
    """Bring a removed article back."""
    _mark(database, article_id, reviewer=reviewer, action="article.restore")


def _mark(database: Database, article_id: int, *, reviewer: str, action: str) -> None:
    with database.write() as connection:
        removed_at = moment(connection) if action == "article.remove" else None
        there = connection.execute("SELECT removed_at FROM articles WHERE id = ?", (article_id,)).fetchone()
        if there is None or (there[0] is None) == (removed_at is None):
            raise NotFoundError(f"there is no article {article_id}; `workbench article list` shows the ones there are.")
        act = Act(reviewer, action, new_batch())
        change(connection, ARTICLES, article_id, {"removed_at": removed_at}, act)
        if removed_at is not None:
            claims = connection.execute("SELECT id FROM claims WHERE article_id = ?", (article_id,)).fetchall()
            let_go(connection, [claim_id for (claim_id,) in claims], act)
