"""Harming claims.db bit by bit or by plain SQL, and telling whether that changed any data."""

from __future__ import annotations

import random
import shutil
import sqlite3
from contextlib import closing, suppress
from pathlib import Path

from tests.services.desk import Desk
from workbench.domain.errors import WorkbenchError
from workbench.ingest import ReadOptions
from workbench.services.evidence.sources import add_evidence
from workbench.services.record.doctor import examine_database
from workbench.services.review import desk_work, presence, scales
from workbench.services.review.reviewers import add_reviewer
from workbench.services.workspace import Workspace

NOT_COVERED = frozenset({"presence", "drafts", "files", "feeds", "feed_entries", "reviewers", "findings",
                         "claim_vectors", "stance_cache", "_sqlite_migrations"})  # fmt: skip
"""Conveniences and caches: what is in them can be made again, or is said by the record too.

Names of reviewers that no event names are told; that somebody is not among them, the events say.
"""
NOT_TOLD = frozenset({("claims", b"version"), ("reviewers", b"added_at")})
"""Columns of which nothing is told: one counts changes that the events tell, the other is told by the events."""


def content(folder: Path) -> dict[str, list[tuple[object, ...]]] | None:
    """All that the tables hold, byte for byte; None where SQLite cannot read it to the end."""
    try:
        with closing(sqlite3.connect(folder / "claims.db")) as connection:
            connection.text_factory = bytes
            tables = [
                name.decode() for (name,) in connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")
            ]
            held = {}
            for table in tables:
                if table not in NOT_COVERED and not table.startswith("passages_fts"):
                    rows = connection.execute(f'SELECT * FROM "{table}"').fetchall()  # noqa: S608
                    names = [column[1] for column in connection.execute(f'PRAGMA table_info("{table}")')]
                    kept = [at for at, name in enumerate(names) if (table, name) not in NOT_TOLD]
                    held[table] = [tuple(row[at] for at in kept) for row in rows]
            return held
    except (sqlite3.Error, UnicodeDecodeError):
        return None


def flip(folder: Path, dice: random.Random) -> tuple[int, int]:
    """Flip one bit of the database; gives where."""
    path = folder / "claims.db"
    data = bytearray(path.read_bytes())
    at, bit = dice.randrange(len(data)), dice.randrange(8)
    data[at] ^= 1 << bit
    path.write_bytes(bytes(data))
    return at, bit


def found(folder: Path) -> bool:
    """Whether the program says that something is wrong."""
    try:
        with Workspace.open(folder, reviewer="eve") as workspace:
            return any(finding.state == "problem" for finding in examine_database(workspace))
    except WorkbenchError:
        return True


def silent(whole: Path, place: Path, seed: int) -> str:
    """Flip a bit of a copy in `place`; "" unless it changed data and nothing was said, else where."""
    shutil.rmtree(place, ignore_errors=True)
    place.mkdir(parents=True)
    shutil.copy(whole / "claims.db", place)
    before = content(place)
    at, bit = flip(place, random.Random(seed))
    if content(place) != before and not found(place):
        return f"seed {seed}: byte {at}, bit {bit}"
    return ""


TAMPERED = (
    *("articles", "claims", "sources", "evidence", "verdicts", "events", "seals", "rating_scales", "workspace", "raw"),
    *("tags", "assignments", "comments", "saved_searches"),
)


def fill(desk: Desk) -> None:
    """A review with something in every table of the record."""
    desk.review_all()
    ada, claim = desk.ada, desk.claim("reopened").id
    ada.set_setting("organisation", "The Lowick Desk")
    add_reviewer(ada, "dee")
    scales.use_scale(ada, "politifact")
    add_evidence(ada, ["-"], options=ReadOptions(stdin=b"The quay of Lowick is long."))
    desk_work.tag(ada, "claim", [claim], ["money"])
    desk_work.assign(ada, "claim", [claim], "bo", "2031-01-30")
    desk_work.comment(ada, claim, "@bo look")
    desk_work.save_search(ada, "cost", "what it cost")
    presence.save_draft(ada, claim, "not yet")
    presence.heartbeat(ada, "one", desk.article, claim)
    ada.database.value("PRAGMA wal_checkpoint(TRUNCATE)")


def tamper(folder: Path, dice: random.Random) -> str:
    """Change one value, or drop one row, by plain SQL with all guards off and put back; gives what was done."""
    with closing(sqlite3.connect(folder / "claims.db", isolation_level=None)) as connection:
        connection.execute("PRAGMA foreign_keys = OFF")
        guards = connection.execute("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'").fetchall()
        for name, _ in guards:
            connection.execute(f"DROP TRIGGER {name}")
        filled = [t for t in TAMPERED if connection.execute(f"SELECT count(*) FROM {t}").fetchone()[0]]  # noqa: S608
        table = dice.choice(filled)
        columns = [column[1] for column in connection.execute(f"PRAGMA table_info({table})")]
        rows = connection.execute(f"SELECT * FROM {table}").fetchall()  # noqa: S608
        row = dict(zip(columns, dice.choice(rows), strict=True))
        where = " AND ".join(f'"{name}" IS ?' for name in columns)
        column = dice.choice(columns)
        if dice.random() < 0.2:
            done = f"a row of {table} dropped: {row}"
            connection.execute(f"DELETE FROM {table} WHERE {where}", tuple(row.values()))  # noqa: S608
        else:
            value = row[column]
            new = value + 1 if isinstance(value, int) else f"{value or ''}x"
            done = f"{table}.{column}: {value!r} -> {new!r}"
            with suppress(sqlite3.IntegrityError):  # what the table itself refuses changes nothing
                connection.execute(
                    f'UPDATE {table} SET "{column}" = ? WHERE {where}',  # noqa: S608
                    (new, *row.values()),
                )
        for _, sql in guards:
            connection.execute(sql)
    return done


def untold(whole: Path, place: Path, seed: int) -> str:
    """Tamper with a copy in `place`; "" unless it changed data and nothing was said, else what was done."""
    shutil.rmtree(place, ignore_errors=True)
    place.mkdir(parents=True)
    shutil.copy(whole / "claims.db", place)
    before = content(place)
    done = tamper(place, random.Random(seed))
    if content(place) != before and not found(place):
        return f"seed {seed}: {done}"
    return ""
