"""The tables of claims.db, as numbered migrations: each small, named, in a transaction of its own.

A migration added here raises `workbench.store.schema_version.SCHEMA_VERSION` by one. One that changes what a seal
covers (`workbench.store.chain.SEALED`) ends with `seal_everything`, else the record of every workspace looks tampered
with.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlite_utils import Migrations

from workbench.domain.clock import utc_now
from workbench.store import chain
from workbench.store.rows import to_json

if TYPE_CHECKING:
    from sqlite_utils import Database

migrations = Migrations("workbench")

_TABLES = (
    """CREATE TABLE workspace (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID""",
    # Articles: normalised text never changes; removal is a mark, so that verdicts keep what they were about.
    """CREATE TABLE articles (
        id INTEGER PRIMARY KEY, sha256 TEXT NOT NULL UNIQUE, title TEXT NOT NULL, text TEXT NOT NULL,
        url TEXT, publisher TEXT, author TEXT, published TEXT, published_guessed INTEGER NOT NULL DEFAULT 0,
        language TEXT NOT NULL DEFAULT 'en', path TEXT, found TEXT NOT NULL DEFAULT '{}', raw_sha256 TEXT,
        added_at TEXT NOT NULL, added_by TEXT NOT NULL, splitter TEXT NOT NULL DEFAULT '', deadline TEXT,
        version INTEGER NOT NULL DEFAULT 1, removed_at TEXT)""",
    # Claims: `suggestion` is the splitter's draft as it was first made (JSON), kept forever.
    # `start`, `end` are code points of the article, end excluded.
    """CREATE TABLE claims (
        id INTEGER PRIMARY KEY, article_id INTEGER NOT NULL REFERENCES articles(id),
        start INTEGER NOT NULL, "end" INTEGER NOT NULL, quote TEXT NOT NULL, prefix TEXT NOT NULL, suffix TEXT NOT NULL,
        text TEXT NOT NULL, kinds TEXT NOT NULL, speaker TEXT, speaker_alias TEXT,
        attribution TEXT NOT NULL DEFAULT 'outlet', attribution_verb TEXT,
        checkworthiness REAL NOT NULL DEFAULT 0, reasons TEXT NOT NULL DEFAULT '[]',
        quantities TEXT NOT NULL DEFAULT '[]', times TEXT NOT NULL DEFAULT '[]', resolutions TEXT NOT NULL DEFAULT '[]',
        origin TEXT NOT NULL, suggestion TEXT, status TEXT NOT NULL DEFAULT 'open', rating TEXT,
        duplicate_of INTEGER REFERENCES claims(id), note TEXT NOT NULL DEFAULT '',
        version INTEGER NOT NULL DEFAULT 1, removed_at TEXT,
        CHECK (0 <= start AND start < "end"))""",
    """CREATE INDEX claims_by_article ON claims(article_id, start, "end")""",
    """CREATE INDEX claims_by_status ON claims(status, article_id)""",
    # Sources and their passages. A newer version of a source supersedes the older, which stays for its verdicts.
    """CREATE TABLE sources (
        id TEXT PRIMARY KEY, kind TEXT NOT NULL DEFAULT 'document', title TEXT NOT NULL, url TEXT, archive_url TEXT,
        publisher TEXT, author TEXT, published TEXT, published_guessed INTEGER NOT NULL DEFAULT 0, retrieved TEXT,
        language TEXT, sha256 TEXT NOT NULL, text TEXT NOT NULL, path TEXT, found TEXT NOT NULL DEFAULT '{}',
        fact_check TEXT, raw_sha256 TEXT, digest TEXT NOT NULL DEFAULT '',
        supersedes TEXT REFERENCES sources(id), superseded_by TEXT,
        added_at TEXT NOT NULL, added_by TEXT NOT NULL, version INTEGER NOT NULL DEFAULT 1, removed_at TEXT)""",
    """CREATE INDEX sources_by_sha256 ON sources(sha256)""",
    """CREATE INDEX sources_by_url ON sources(url) WHERE url IS NOT NULL""",
    """CREATE INDEX sources_by_path ON sources(path) WHERE path IS NOT NULL""",
    # `hash` is the sha256 of what is encoded; `context` (title, section) is indexed with the passage.
    """CREATE TABLE passages (
        id INTEGER PRIMARY KEY, source_id TEXT NOT NULL REFERENCES sources(id),
        start INTEGER NOT NULL, "end" INTEGER NOT NULL, text TEXT NOT NULL, context TEXT NOT NULL DEFAULT '',
        locator TEXT, hash TEXT NOT NULL, removed_at TEXT)""",
    """CREATE INDEX passages_by_source ON passages(source_id)""",
    """CREATE INDEX passages_by_hash ON passages(hash)""",
    """CREATE VIRTUAL TABLE passages_fts USING fts5(
        context, text, content='passages', content_rowid='id', tokenize='porter unicode61 remove_diacritics 2')""",
    """CREATE TRIGGER passages_added AFTER INSERT ON passages WHEN new.removed_at IS NULL BEGIN
        INSERT INTO passages_fts(rowid, context, text) VALUES (new.id, new.context, new.text); END""",
    """CREATE TRIGGER passages_removed AFTER UPDATE OF removed_at ON passages
        WHEN old.removed_at IS NULL AND new.removed_at IS NOT NULL BEGIN
        INSERT INTO passages_fts(passages_fts, rowid, context, text)
        VALUES ('delete', old.id, old.context, old.text); END""",
    """CREATE TRIGGER passages_restored AFTER UPDATE OF removed_at ON passages
        WHEN old.removed_at IS NOT NULL AND new.removed_at IS NULL BEGIN
        INSERT INTO passages_fts(rowid, context, text) VALUES (new.id, new.context, new.text); END""",
    # The original bytes of what was read from the network, compressed (zlib).
    """CREATE TABLE raw (sha256 TEXT PRIMARY KEY, content BLOB NOT NULL, bytes INTEGER NOT NULL) WITHOUT ROWID""",
    # Files already read, so that a second run reads only what is new or changed.
    """CREATE TABLE files (
        path TEXT NOT NULL, purpose TEXT NOT NULL, size INTEGER NOT NULL, mtime_ns INTEGER NOT NULL,
        sha256 TEXT NOT NULL, PRIMARY KEY (path, purpose)) WITHOUT ROWID""",
    """CREATE TABLE feeds (
        url TEXT PRIMARY KEY, title TEXT NOT NULL DEFAULT '', purpose TEXT NOT NULL DEFAULT 'article',
        etag TEXT, modified TEXT, added_at TEXT NOT NULL, added_by TEXT NOT NULL, pulled_at TEXT) WITHOUT ROWID""",
    # What links a passage to a claim.
    """CREATE TABLE evidence (
        id INTEGER PRIMARY KEY, claim_id INTEGER NOT NULL REFERENCES claims(id),
        passage_id INTEGER NOT NULL REFERENCES passages(id), state TEXT NOT NULL, stance TEXT, probability REAL,
        origin TEXT NOT NULL, reviewer TEXT, at TEXT NOT NULL, note TEXT NOT NULL DEFAULT '',
        pinned INTEGER NOT NULL DEFAULT 0, version INTEGER NOT NULL DEFAULT 1, removed_at TEXT,
        UNIQUE (claim_id, passage_id))""",
    """CREATE TABLE rating_scales (
        id TEXT PRIMARY KEY, name TEXT NOT NULL, ratings TEXT NOT NULL, added_at TEXT NOT NULL) WITHOUT ROWID""",
    """CREATE TABLE reviewers (name TEXT PRIMARY KEY, added_at TEXT NOT NULL) WITHOUT ROWID""",
    # Append-only: a verdict is superseded or withdrawn by a later row, never changed.
    """CREATE TABLE verdicts (
        id INTEGER PRIMARY KEY AUTOINCREMENT, claim_id INTEGER NOT NULL REFERENCES claims(id), reviewer TEXT NOT NULL,
        kind TEXT NOT NULL, scale_id TEXT NOT NULL, rating TEXT NOT NULL, value INTEGER, rationale TEXT NOT NULL,
        evidence TEXT NOT NULL DEFAULT '[]', claim_text TEXT NOT NULL, known_at TEXT NOT NULL, at TEXT NOT NULL,
        supersedes INTEGER REFERENCES verdicts(id))""",
    """CREATE INDEX verdicts_by_claim ON verdicts(claim_id, id)""",
    # `before` and `after` are the changed columns of the row (JSON), null where it did not exist.
    """CREATE TABLE events (
        id INTEGER PRIMARY KEY AUTOINCREMENT, at TEXT NOT NULL, reviewer TEXT NOT NULL, action TEXT NOT NULL,
        subject TEXT NOT NULL, subject_id TEXT NOT NULL, article_id INTEGER, claim_id INTEGER,
        before TEXT, after TEXT, reverses INTEGER REFERENCES events(id), batch TEXT)""",
    """CREATE INDEX events_by_claim ON events(claim_id, id)""",
    """CREATE INDEX events_by_article ON events(article_id, id)""",
    """CREATE INDEX events_by_reverses ON events(reverses) WHERE reverses IS NOT NULL""",
    # Unfinished reasons, one a reviewer and claim; and who is working on what right now.
    """CREATE TABLE drafts (
        reviewer TEXT NOT NULL, claim_id INTEGER NOT NULL REFERENCES claims(id), text TEXT NOT NULL, at TEXT NOT NULL,
        PRIMARY KEY (reviewer, claim_id)) WITHOUT ROWID""",
    """CREATE TABLE presence (
        reviewer TEXT NOT NULL, session TEXT NOT NULL, article_id INTEGER, claim_id INTEGER, at TEXT NOT NULL,
        PRIMARY KEY (reviewer, session)) WITHOUT ROWID""",
    # Machine results kept so that the second look is instant; safe to delete at any time.
    """CREATE TABLE claim_vectors (
        hash TEXT NOT NULL, model TEXT NOT NULL, vector BLOB NOT NULL, PRIMARY KEY (hash, model)) WITHOUT ROWID""",
    """CREATE TABLE stance_cache (
        claim_hash TEXT NOT NULL, passage_hash TEXT NOT NULL, model TEXT NOT NULL, label TEXT NOT NULL,
        supports REAL NOT NULL, refutes REAL NOT NULL, neutral REAL NOT NULL, comparison TEXT NOT NULL DEFAULT '',
        PRIMARY KEY (claim_hash, passage_hash, model)) WITHOUT ROWID""",
)


@migrations(name="001_tables")
def create_tables(database: Database) -> None:
    """Everything a first workspace needs."""
    for statement in _TABLES:
        database.conn.execute(statement)
    for table in ("verdicts", "events"):
        for verb in ("UPDATE", "DELETE"):
            database.conn.execute(
                f"CREATE TRIGGER {table}_no_{verb.lower()} BEFORE {verb} ON {table} "
                f"BEGIN SELECT RAISE(ABORT, '{table} are append-only'); END"
            )


@migrations(name="002_review")
def add_review(database: Database) -> None:
    """Scales that can be taken back, and the trail found by reviewer and by act, which undo asks for."""
    for statement in (
        "ALTER TABLE rating_scales ADD COLUMN removed_at TEXT",
        "CREATE INDEX events_by_reviewer ON events(reviewer, id)",
        "CREATE INDEX events_by_batch ON events(batch) WHERE batch IS NOT NULL",
        "CREATE INDEX events_by_subject ON events(subject, subject_id, id)",
    ):
        database.conn.execute(statement)


@migrations(name="003_search")
def add_removed_passages(database: Database) -> None:
    """Searches leave out removed passages the index still holds: there are few, and they must be found at once."""
    database.conn.execute("CREATE INDEX passages_removed ON passages(id) WHERE removed_at IS NOT NULL")


@migrations(name="004_feed_entries")
def add_feed_entries(database: Database) -> None:
    """Which entries of a feed were taken already, by the id the feed gives them."""
    database.conn.execute(
        "CREATE TABLE feed_entries (feed TEXT NOT NULL REFERENCES feeds(url), entry TEXT NOT NULL, "
        "taken_at TEXT NOT NULL, PRIMARY KEY (feed, entry)) WITHOUT ROWID"
    )


@migrations(name="005_fewer_indexes")
def drop_unused_indexes(database: Database) -> None:
    """Nothing looks sources up by digest or path; the indexes over them were a twelfth of a large database."""
    database.conn.execute("DROP INDEX sources_by_sha256")
    database.conn.execute("DROP INDEX sources_by_path")


@migrations(name="006_findings")
def say_findings_once(database: Database) -> None:
    """How the fields of a source were found is said once for all sources it holds for: rows of one file share it."""
    for statement in (
        "CREATE TABLE findings (id INTEGER PRIMARY KEY, found TEXT NOT NULL UNIQUE)",
        "INSERT INTO findings (found) SELECT DISTINCT found FROM sources",
        "ALTER TABLE sources ADD COLUMN found_id INTEGER REFERENCES findings(id)",
        "UPDATE sources SET found_id = (SELECT f.id FROM findings f WHERE f.found = sources.found)",
        "ALTER TABLE sources DROP COLUMN found",
    ):
        database.conn.execute(statement)


_CHAIN = (
    "ALTER TABLE events ADD COLUMN covers TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE events ADD COLUMN previous TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE events ADD COLUMN hash TEXT NOT NULL DEFAULT ''",
    """CREATE TABLE seals (
        subject TEXT NOT NULL, subject_id TEXT NOT NULL, event_id INTEGER NOT NULL REFERENCES events(id),
        digest TEXT NOT NULL, PRIMARY KEY (subject, subject_id, event_id)) WITHOUT ROWID""",
)
_APPEND_ONLY_SEALS = tuple(
    f"CREATE TRIGGER seals_no_{verb.lower()} BEFORE {verb} ON seals BEGIN SELECT RAISE(ABORT, "
    "'seals are append-only'); END"
    for verb in ("UPDATE", "DELETE")
)
# Whoever writes an event without looking at the last one is refused, however they came to write it.
_LINKED = """CREATE TRIGGER events_linked BEFORE INSERT ON events
    WHEN length(new.hash) <> 64
        OR new.previous <> coalesce((SELECT hash FROM events ORDER BY id DESC LIMIT 1), printf('%064d', 0))
    BEGIN SELECT RAISE(ABORT, 'events must be linked to the last one'); END"""


@migrations(name="007_chain")
def chain_events(database: Database) -> None:
    """Every event holds the hash of the one before; the rows as they stand are sealed by one more event."""
    connection = database.conn
    for statement in _CHAIN:
        connection.execute(statement)
    (frozen,) = connection.execute("SELECT sql FROM sqlite_schema WHERE name = 'events_no_update'").fetchone()
    connection.execute("DROP TRIGGER events_no_update")
    cursor = connection.execute("SELECT * FROM events ORDER BY id")
    names = [column[0] for column in cursor.description]
    for event in chain.chained(dict(zip(names, row, strict=True)) for row in cursor.fetchall()):
        connection.execute(
            "UPDATE events SET previous = ?, hash = ? WHERE id = ?", (event["previous"], event["hash"], event["id"])
        )
    connection.execute(frozen)
    for statement in (*_APPEND_ONLY_SEALS, _LINKED):
        connection.execute(statement)
    at = chain.last_link(connection)[1]
    (count,) = connection.execute("SELECT count(*) FROM events").fetchone()
    chain.seal_everything(
        connection, at=max(utc_now(), at), reviewer=chain.PROGRAM, after={"reason": "upgrade", "events": count}
    )


@migrations(name="008_private_sources")
def add_private(database: Database) -> None:
    """Sources that are named by their title alone in what goes out. Empty in the rows there are: their seals hold."""
    database.conn.execute("ALTER TABLE sources ADD COLUMN private INTEGER")


@migrations(name="009_segments")
def add_segments(database: Database) -> None:
    """When in a recording the words of an article or source were said, and which program made words of it.

    The columns are empty in the rows there are, and what is empty is in no seal.
    """
    for statement in (
        "ALTER TABLE articles ADD COLUMN segments TEXT",
        "ALTER TABLE articles ADD COLUMN machine TEXT",
        "ALTER TABLE sources ADD COLUMN segments TEXT",
        "ALTER TABLE sources ADD COLUMN machine TEXT",
        "ALTER TABLE claims ADD COLUMN media_start REAL",
        "ALTER TABLE claims ADD COLUMN media_end REAL",
    ):
        database.conn.execute(statement)


@migrations(name="010_provenance")
def note_provenance(database: Database) -> None:
    """How a passage came to a claim; and sources sealed without the numbers of their passages are sealed with them."""
    connection = database.conn
    connection.execute("ALTER TABLE evidence ADD COLUMN provenance TEXT")
    chain.seal_numbers(connection, at=max(utc_now(), chain.last_link(connection)[1]))


_DESK = (
    # What people put on articles, claims and sources to find them again.
    """CREATE TABLE tags (
        id INTEGER PRIMARY KEY, subject TEXT NOT NULL, subject_id TEXT NOT NULL, tag TEXT NOT NULL,
        version INTEGER NOT NULL DEFAULT 1, removed_at TEXT, UNIQUE (subject, subject_id, tag))""",
    """CREATE INDEX tags_by_tag ON tags(tag, subject)""",
    # Who is to do it, until when: a day (ISO 8601), or a moment (UTC).
    """CREATE TABLE assignments (
        id INTEGER PRIMARY KEY, subject TEXT NOT NULL, subject_id TEXT NOT NULL, assignee TEXT NOT NULL, due TEXT,
        version INTEGER NOT NULL DEFAULT 1, removed_at TEXT, UNIQUE (subject, subject_id))""",
    # What reviewers say to each other; no report tells it, and no event holds its words.
    """CREATE TABLE comments (
        id INTEGER PRIMARY KEY, claim_id INTEGER NOT NULL REFERENCES claims(id), reviewer TEXT NOT NULL,
        at TEXT NOT NULL, text TEXT NOT NULL, version INTEGER NOT NULL DEFAULT 1, removed_at TEXT)""",
    """CREATE INDEX comments_by_claim ON comments(claim_id, id)""",
    """CREATE TABLE saved_searches (
        id INTEGER PRIMARY KEY, name TEXT NOT NULL, reviewer TEXT NOT NULL, query TEXT NOT NULL, after TEXT,
        publisher TEXT, version INTEGER NOT NULL DEFAULT 1, removed_at TEXT, UNIQUE (reviewer, name))""",
    # Passages that a saved search or a watched verdict was given after they came in; machine results, safe to delete.
    """CREATE TABLE notices (
        id INTEGER PRIMARY KEY, kind TEXT NOT NULL, search_id INTEGER, claim_id INTEGER, passage_id INTEGER NOT NULL,
        stance TEXT, probability REAL, at TEXT NOT NULL)""",
    # what is there already is no news
    """INSERT INTO notices (kind, passage_id, at)
        SELECT 'mark', id, strftime('%Y-%m-%dT%H:%M:%fZ', 'now') FROM passages ORDER BY id DESC LIMIT 1""",
    """CREATE UNIQUE INDEX notices_once ON notices(kind, coalesce(search_id, 0), coalesce(claim_id, 0), passage_id)""",
)


@migrations(name="011_desk_work")
def add_desk_work(database: Database) -> None:
    """Tags, assignments, comments, saved searches, and what these and watched verdicts have been given."""
    for statement in _DESK:
        database.conn.execute(statement)


@migrations(name="012_reviewers")
def witness_reviewers(database: Database) -> None:
    """Who was added and has done nothing yet is named by an event from now on; everyone else is by their acts."""
    connection = database.conn
    unnamed = connection.execute(
        "SELECT name FROM reviewers WHERE name NOT IN (SELECT reviewer FROM events) "
        "AND name NOT IN (SELECT reviewer FROM verdicts) ORDER BY name"
    ).fetchall()
    for (name,) in unnamed:
        columns = {
            **dict.fromkeys(("article_id", "claim_id", "before", "reverses", "batch")),
            "at": max(utc_now(), chain.last_link(connection)[1]),
            "reviewer": chain.PROGRAM,
            "action": "reviewer.add",
            "subject": "reviewers",
            "subject_id": name,
            "after": to_json({"name": name}),
        }
        chain.append(connection, columns, [])


@migrations(name="013_read_and_cited")
def add_read_and_cited(database: Database) -> None:
    """What of a passage was read closely, and which words of it decide or are cited; not known of what is there."""
    database.conn.execute("ALTER TABLE stance_cache ADD COLUMN read TEXT NOT NULL DEFAULT '[]'")
    database.conn.execute("ALTER TABLE stance_cache ADD COLUMN decides TEXT")
    database.conn.execute("ALTER TABLE evidence ADD COLUMN cited TEXT")
