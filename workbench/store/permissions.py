"""The roles that people were given: acts of the trail, and nothing else. What counts is the last act about a person."""

from __future__ import annotations

import json
import sqlite3

from workbench.domain.permissions import Role
from workbench.domain.review import Subject
from workbench.domain.standing import person
from workbench.store.database import Database
from workbench.store.events import SIGN_IN, record

GIVE, TAKE = "role.give", "role.take"
_ACTS = """SELECT subject_id, after FROM events WHERE subject = 'roles' AND id > (
    SELECT coalesce(max(id), 0) FROM events WHERE subject = 'record' AND subject_id = '1' AND action = 'record.seal'
    AND after LIKE '%"reason":"import"%') ORDER BY id"""
"""What an import brought of another workspace gives nobody a role in this one."""


def given_roles(database: Database) -> dict[str, Role]:
    """The roles that hold, by name; inside a transaction of this thread as they stand there."""
    if not database.tuples("SELECT EXISTS (SELECT 1 FROM events WHERE subject = 'roles')")[0][0]:
        return {}  # as in nearly every workspace, and asked with every write
    found: dict[str, tuple[str, Role]] = {}
    for name, after in database.tuples(_ACTS):
        name = str(name)  # a damaged file may hold bytes
        if after is None:
            found.pop(person(name), None)
        else:
            found[person(name)] = (name, _role(after))
    return dict(found.values())


def _role(after: str) -> Role:
    """The role that an event names; one that this program does not know gives no more than to read."""
    try:
        return Role(json.loads(after)["role"])
    except (ValueError, TypeError, KeyError):
        return Role.READER


def record_role(
    connection: sqlite3.Connection, name: str, before: Role | None, after: Role | None, *, reviewer: str
) -> None:
    """Note that somebody was given a role, or that theirs was taken, inside the caller's write transaction."""
    record(
        connection,
        reviewer=reviewer,
        action=TAKE if after is None else GIVE,
        subject=Subject.ROLE,
        subject_id=name,
        before=None if before is None else {"role": before.value},
        after=None if after is None else {"role": after.value},
    )


def record_sign_in(connection: sqlite3.Connection, reviewer: str, session: str, told_by: str, sent: str) -> None:
    """Note that somebody has opened the desk in a browser, and what said who they are, as it was sent."""
    record(
        connection,
        reviewer=reviewer,
        action=SIGN_IN,
        subject=Subject.SESSION,
        subject_id=session,
        after={"told_by": told_by, "sent": sent},
    )
