"""Rebuild the sample workspace at the top of the checkout, the same bytes every time (`make sample`)."""

from __future__ import annotations

import os
import re
import shutil
import sqlite3
from datetime import UTC, datetime
from pathlib import Path

TOP = Path(__file__).resolve().parents[1]
WHEN = 1643464800  # 29 January 2022, 14:00 UTC: the day of the sample article


def main() -> None:
    """Make claims.db and index/ again."""
    from workbench.domain import clock
    from workbench.services.sample import make_sample

    clock.stop(datetime.fromtimestamp(WHEN, UTC))

    for name in ("claims.db", "claims.db-wal", "claims.db-shm"):
        (TOP / name).unlink(missing_ok=True)
    shutil.rmtree(TOP / "index", ignore_errors=True)
    make_sample(TOP, reviewer="workbench").close()
    connection = sqlite3.connect(TOP / "claims.db", isolation_level=None)
    # The library that runs the migrations stamps them with the real time.
    connection.execute("UPDATE _sqlite_migrations SET applied_at = '2022-01-29 14:00:00+00:00'")
    connection.execute("INSERT INTO passages_fts(passages_fts) VALUES ('optimize')")
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    connection.execute("VACUUM")
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    connection.close()
    (TOP / "index" / "lock").unlink(missing_ok=True)
    for path in sorted((TOP / "index").rglob("*")):
        os.utime(path, (WHEN, WHEN))
    manifest = TOP / "index" / "manifest.json"
    # The times of change that a reader compares first; a fresh clone has others, and its files are read once more.
    text = re.sub(r'"mtime_ns":\s*\d+', f'"mtime_ns": {WHEN * 10**9}', manifest.read_text(encoding="utf-8"))
    manifest.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
