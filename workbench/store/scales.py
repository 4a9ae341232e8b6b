"""Rating scales kept in the workspace: the ones that were added and the ones that verdicts were given on."""

from __future__ import annotations

import sqlite3

from workbench.domain.review import RatingScale
from workbench.store.acts import Act
from workbench.store.database import Database
from workbench.store.events import moment, record
from workbench.store.rows import scale_from, to_json


def stored_scales(database: Database) -> list[RatingScale]:
    """The scales in the workspace, by id."""
    rows = database.rows("SELECT * FROM rating_scales WHERE removed_at IS NULL ORDER BY id")
    return [scale_from(row) for row in rows]


def stored_scale(database: Database, scale_id: str) -> RatingScale | None:
    """One stored scale, also one that was taken back."""
    row = database.row("SELECT * FROM rating_scales WHERE id = ?", (scale_id,))
    return None if row is None else scale_from(row)


def keep_scale(connection: sqlite3.Connection, scale: RatingScale) -> None:
    """Keep the scale as it is now with the verdicts given on it; one that is there already stays as it was."""
    connection.execute(
        "INSERT OR IGNORE INTO rating_scales (id, name, ratings, added_at) VALUES (?,?,?,?)",
        (scale.id, scale.name, to_json(scale.ratings), moment(connection)),
    )


def add_scale(connection: sqlite3.Connection, scale: RatingScale, act: Act) -> None:
    """Add a scale inside the caller's write transaction; one of this id that was taken back comes back as this one."""
    added_at = moment(connection)
    connection.execute(
        "INSERT INTO rating_scales (id, name, ratings, added_at) VALUES (?,?,?,?) "
        "ON CONFLICT (id) DO UPDATE SET name = excluded.name, ratings = excluded.ratings, removed_at = NULL",
        (scale.id, scale.name, to_json(scale.ratings), added_at),
    )
    record(
        connection,
        reviewer=act.reviewer,
        action=act.action,
        subject="rating_scales",
        subject_id=scale.id,
        after={"name": scale.name, "ratings": to_json(scale.ratings)},
        batch=act.batch,
    )
