"""The original bytes of what was read from the network, a browser or standard input, compressed, by their sha256."""

from __future__ import annotations

import hashlib
import sqlite3
import zlib
from collections.abc import Sequence
from dataclasses import dataclass

from workbench.domain.errors import NotFoundError
from workbench.store.database import Database
from workbench.store.rows import Row


@dataclass(frozen=True, slots=True)
class Original:
    """Bytes as they were read, compressed (zlib); `sha256` and `size` are those of the bytes themselves."""

    sha256: str
    packed: bytes
    size: int


def pack(sha256: str, content: bytes) -> Original:
    """Compress bytes that are to be kept: before the write transaction, for it takes its time."""
    return Original(sha256, zlib.compress(content, 6), len(content))


def keep(connection: sqlite3.Connection, original: Original) -> None:
    """Keep bytes inside the caller's write transaction; the same bytes are kept once."""
    connection.execute(
        "INSERT OR IGNORE INTO raw (sha256, content, bytes) VALUES (?,?,?)",
        (original.sha256, original.packed, original.size),
    )


def is_whole(digest: object, packed: object, size: object) -> bool:
    """Whether kept bytes are those that were read."""
    try:
        content = zlib.decompress(packed) if isinstance(packed, bytes) else None
    except zlib.error:
        return False
    return content is not None and len(content) == size and hashlib.sha256(content).hexdigest() == digest


def original_of_source(database: Database, source_id: str) -> bytes:
    """The bytes a source was read from, as they were.

    Raises:
        NotFoundError: There is no such source, or it was read from a file and its bytes were not kept.
    """
    row = database.row("SELECT raw_sha256 AS digest, path FROM sources WHERE id = ?", (source_id,))
    return _original(database, row, f"source {source_id}")


def original_of_article(database: Database, article_id: int) -> bytes:
    """The bytes an article was read from, as they were.

    Raises:
        NotFoundError: There is no such article, or it was read from a file and its bytes were not kept.
    """
    row = database.row("SELECT raw_sha256 AS digest, path FROM articles WHERE id = ?", (article_id,))
    return _original(database, row, f"article {article_id}")


def kept_of_source(database: Database, source_id: str) -> bytes | None:
    """The bytes a source was read from, None where they were not kept."""
    return _kept(database, database.row("SELECT raw_sha256 AS digest FROM sources WHERE id = ?", (source_id,)))


def kept_of_article(database: Database, article_id: int) -> bytes | None:
    """The bytes an article was read from, None where they were not kept."""
    return _kept(database, database.row("SELECT raw_sha256 AS digest FROM articles WHERE id = ?", (article_id,)))


def addresses_kept(database: Database, urls: Sequence[str]) -> set[str]:
    """Those of some addresses of which a page is kept as it was read."""
    marks = ",".join("?" * len(urls))
    rows = database.tuples(
        f"SELECT DISTINCT url FROM sources JOIN raw ON raw.sha256 = sources.raw_sha256 WHERE url IN ({marks})",  # noqa: S608
        tuple(urls),
    )
    return {row[0] for row in rows}


def _kept(database: Database, row: Row | None) -> bytes | None:
    kept = None if row is None else database.row("SELECT content FROM raw WHERE sha256 = ?", (row["digest"],))
    return None if kept is None else zlib.decompress(kept["content"])


def _original(database: Database, row: Row | None, what: str) -> bytes:
    if row is None:
        raise NotFoundError(f"there is no {what}.")
    content = _kept(database, row)
    if content is None:
        raise NotFoundError(
            f"the original of {what} was not kept; only what comes from an address, a browser or standard input is "
            f"(this came from {row['path']})."
        )
    return content
