"""The one clock of the program."""

from __future__ import annotations

import os
from datetime import UTC, datetime


def now() -> datetime:
    """The present moment in UTC.

    SOURCE_DATE_EPOCH stops it, so that what is built from files is the same every time
    (https://reproducible-builds.org/specs/source-date-epoch/).
    """
    stopped = os.environ.get("SOURCE_DATE_EPOCH", "")
    return datetime.fromtimestamp(int(stopped), UTC) if stopped.isdigit() else datetime.now(UTC)


def utc_now() -> str:
    """The present moment as ISO 8601 in UTC, to the millisecond, as the database keeps it."""
    return now().isoformat(timespec="milliseconds").replace("+00:00", "Z")
