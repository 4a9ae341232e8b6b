"""Rows that people edit: versions, events, and sources whose passages come and go with them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from tests.newsroom import add_passage, furnish
from workbench.domain.errors import ConflictError, NotFoundError
from workbench.services.record import history
from workbench.services.workspace import Workspace
from workbench.store.acts import Act, new_batch
from workbench.store.database import Database
from workbench.store.edits import change
from workbench.store.events import act_of, event, events, last_event_id, record, taken_back
from workbench.store.rows import ARTICLES
from workbench.store.sources import NewPassage, insert_source, remove_source, source


@pytest.fixture
def work(tmp_path: Path) -> Iterator[Workspace]:
    with Workspace.create(tmp_path / "w", reviewer="Ann") as made:
        furnish(made)
        yield made


def act() -> Act:
    return Act("Ann", "test.edit", new_batch())


def searchable(database: Database, word: str) -> list[str]:
    rows = database.rows(
        "SELECT p.source_id FROM passages_fts f JOIN passages p ON p.id = f.rowid WHERE passages_fts MATCH ?", (word,)
    )
    return [row["source_id"] for row in rows]


def test_a_change_raises_the_version_and_writes_what_was_and_is(work: Workspace) -> None:
    database = work.database
    with database.write() as connection:
        assert change(connection, ARTICLES, 1, {"title": "New", "url": None}, act(), version=1)
    written = event(database, last_event_id(database))
    assert (written.before, written.after) == ({"title": "Port news"}, {"title": "New"}), "only what changed"
    assert database.value("SELECT version FROM articles") == 2
    with database.write() as connection:
        assert not change(connection, ARTICLES, 1, {"title": "New"}, act(), version=2)
    assert last_event_id(database) == written.id


def test_a_stale_version_and_a_missing_row_are_refused(work: Workspace) -> None:
    with pytest.raises(ConflictError, match="article 1 was changed by Ann"), work.database.write() as connection:
        change(connection, ARTICLES, 1, {"title": "x"}, act(), version=0)
    with pytest.raises(ConflictError, match="article 1 has version 1, not 7"), work.database.write() as connection:
        change(connection, ARTICLES, 1, {"title": "x"}, act(), version=7)
    with pytest.raises(NotFoundError, match="there is no article 9"), work.database.write() as connection:
        change(connection, ARTICLES, 9, {"title": "x"}, act())


def test_a_removed_source_leaves_the_searches_and_comes_back(work: Workspace) -> None:
    add_passage(work.database, "whales", "A whale was seen.", "Gazette", None)
    for _ in range(2):
        remove_source(work.database, "whales", reviewer="Ann")
        assert searchable(work.database, "whale") == []
        with pytest.raises(NotFoundError):
            remove_source(work.database, "whales", reviewer="Ann")
        history.undo(work)
        assert searchable(work.database, "whale") == ["whales"]
        history.redo(work)
        assert searchable(work.database, "whale") == []
        history.undo(work)


def test_an_older_version_never_steps_back_in_front_of_the_newer(work: Workspace) -> None:
    add_passage(work.database, "whales", "A whale was seen.", "Gazette", None)
    older = source(work.database, "whales")
    newer = replace(older, id="whales@2", supersedes="whales", text="Two whales were seen.")
    with work.database.write() as connection:
        words = NewPassage(0, len(newer.text), newer.text, "", "h", None)
        insert_source(connection, newer, [words], digest="2")
    assert searchable(work.database, "whale") == ["whales@2"]
    remove_source(work.database, "whales@2", reviewer="Ann")
    history.undo(work)
    assert searchable(work.database, "whale") == ["whales@2"]
    history.redo(work)
    history.undo(work)
    assert searchable(work.database, "whale") == ["whales@2"]
    with pytest.raises(NotFoundError, match="the newest is 'whales@2'"):
        remove_source(work.database, "whales", reviewer="Ann")


def test_a_chain_of_reversals_holds_or_not_link_by_link(work: Workspace) -> None:
    database = work.database
    ids: list[int] = []
    with database.write() as connection:
        for reverses in (None, 0, 1, 2):
            target = None if reverses is None else ids[reverses]
            ids.append(record(connection, reviewer="Ann", action="x", subject="review", subject_id=1, reverses=target))
    assert taken_back(database, ids[:1]) == {ids[0]}
    assert taken_back(database, ids) == {ids[0], ids[2]}
    assert taken_back(database, []) == set()


def test_events_are_read_by_what_they_concern(work: Workspace) -> None:
    database = work.database
    with database.write() as connection:
        batch = new_batch()
        for claim_id in (1, 2):
            record(
                connection, reviewer="Bob", action="x", subject="claims", subject_id=claim_id, claim_id=claim_id,
                article_id=1, batch=batch,
            )  # fmt: skip
    assert [one.claim_id for one in events(database, reviewer="Bob")] == [1, 2]
    assert [one.claim_id for one in events(database, article_id=1, newest_first=True, limit=1)] == [2]
    assert [one.claim_id for one in act_of(database, events(database, claim_id=2)[0])] == [1, 2]
    assert events(database, after=last_event_id(database)) == []
    with pytest.raises(NotFoundError, match="there is no event 99"):
        event(database, 99)
