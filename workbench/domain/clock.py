"""The one clock of the program."""

from __future__ import annotations

import os
from datetime import UTC, datetime

_stopped: list[datetime] = []


def now() -> datetime:
    """The present moment in UTC. Nothing in the environment moves it: it dates verdicts."""
    return _stopped[-1] if _stopped else datetime.now(UTC)


def stop(moment: datetime) -> None:
    """Stand still for the rest of this process: for the tools that make the sample and its pictures."""
    _stopped.append(moment)


def build_time() -> datetime:
    """The time that stands in what is built from other data and can be built again, the index.

    SOURCE_DATE_EPOCH sets it, so that the same input gives the same bytes
    (https://reproducible-builds.org/specs/source-date-epoch/). It never dates the record.
    """
    given = os.environ.get("SOURCE_DATE_EPOCH", "")
    return datetime.fromtimestamp(int(given), UTC) if given.isdecimal() else now()


def utc_now() -> str:
    """The present moment as ISO 8601 in UTC, to the millisecond, as the database keeps it."""
    return now().isoformat(timespec="milliseconds").replace("+00:00", "Z")
