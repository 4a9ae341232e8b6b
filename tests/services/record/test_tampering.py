"""Whatever is changed in the file by hand and would change what is told of the record is found by `doctor --record`."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing, suppress
from itertools import product
from pathlib import Path

import pytest

from tests.services.desk import Clock, Desk
from tests.services.record.flips import NOT_TOLD, fill
from tests.services.record.test_record import by_hand
from workbench.domain.errors import WorkbenchError
from workbench.services.record.doctor import examine_record
from workbench.services.record.export import export
from workbench.services.record.history import history
from workbench.services.record.stats import stats
from workbench.services.review import desk_work, scales
from workbench.services.review.reviewers import list_reviewers
from workbench.services.workspace import Workspace

OWN = ("sqlite_", "_sqlite_", "passages_fts")
"""Tables of SQLite, of its text search, and of the library of the migrations."""
PARTS = 4
"""Tests that share the changes among them: each is of some seconds."""
FORMATS = ("json", "csv", "markdown", "html", "claimreview", "averitec", "annotations")


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Desk]:
    """A newsroom in which every table of the record holds something."""
    clock = Clock()
    clock.stop(monkeypatch)
    made = Desk(tmp_path, clock)
    fill(made)
    yield made
    made.close()


def told(desk: Desk) -> list[object]:
    """All that the program tells of the record, at one moment."""
    with Workspace.open(desk.path, reviewer="ada") as workspace:
        desk.clock.set("2022-04-01")
        try:
            reports = []
            for format_ in FORMATS:
                target = desk.folder / "told"
                export(workspace, format_, target, page_url="https://checks.example/x", full=True)
                reports.append(target.read_bytes())
                target.unlink()
            lists = [stats(workspace), history(workspace), list_reviewers(workspace), scales.scales(workspace)]
            desk_lists = [desk_work.tag_counts(workspace), desk_work.assigned(workspace, "claim")]
            return [*reports, *lists, *desk_lists, desk_work.saved_searches(workspace)]
        except WorkbenchError as error:
            return [str(error)]


CHANGES = (
    'UPDATE {table} SET "{column}" = CASE typeof("{column}") WHEN \'text\' THEN \'x\' || "{column}" '
    "WHEN 'null' THEN 'x' ELSE \"{column}\" + 1 END WHERE {key} = (SELECT {order}({key}) FROM {table})",
    "DELETE FROM {table} WHERE {key} = (SELECT {order}({key}) FROM {table})",
)


def statements(folder: Path) -> set[str]:
    """Each column of the first and of the last row of every table changed, and the rows dropped."""
    made = set()
    with closing(sqlite3.connect(folder / "claims.db")) as connection:
        for (table,) in connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'"):
            (rows,) = connection.execute(f"SELECT count(*) FROM {table}").fetchone()  # noqa: S608
            columns = connection.execute(f"PRAGMA table_info({table})").fetchall()
            if table.startswith(OWN) or not rows:
                continue
            key = next((f'"{column[1]}"' for column in columns if column[5] == 1), "rowid")
            for column, change, order in product(columns, CHANGES, ("min", "max")[: min(rows, 2)]):
                if (table, column[1].encode()) not in NOT_TOLD:
                    made.add(change.format(table=table, column=column[1], order=order, key=key))
    return made


@pytest.mark.parametrize("part", range(PARTS))
def test_whatever_would_change_what_is_told_is_found(desk: Desk, part: int) -> None:
    desk.close()
    database = desk.path / "claims.db"
    due, whole = told(desk), database.read_bytes()
    assert len(due) > 1
    assert findings(desk.path) == ["ok"]
    silent = 0
    for statement in sorted(statements(desk.path))[part::PARTS]:
        for left in desk.path.glob("claims.db*"):
            left.unlink()
        database.write_bytes(whole)
        with suppress(sqlite3.IntegrityError):  # the table itself refuses it
            by_hand(desk.path, statement)
        if findings(desk.path) == ["ok"]:
            silent += 1
            assert told(desk) == due, statement
    assert silent, "some of it is convenience alone"


def findings(folder: Path) -> list[str]:
    """What `doctor --record` says, by its states; one problem where the workspace does not even open."""
    try:
        with Workspace.open(folder, reviewer="eve") as workspace:
            return [one.state for one in examine_record(workspace)]
    except WorkbenchError:
        return ["problem"]
