"""What the searching thread gives the screen."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from workbench.models import stance as shipped
from workbench.services.review.blind import visible_claim
from workbench.services.search.search import Searcher
from workbench.services.workspace import Workspace
from workbench.tui.dialogs.forms import Wanted
from workbench.tui.review.finder import Finder


@pytest.mark.parametrize("ranked", [True, False])
def test_evidence_comes_without_stances_and_one_line_says_so(
    desk: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, ranked: bool
) -> None:
    """Retrieval goes on where the files of the stance model are not there."""
    (tmp_path / "no weights").mkdir()
    monkeypatch.setattr(shipped, "WEIGHTS", tmp_path / "no weights")
    finder = Finder()
    with Workspace.open(desk) as workspace:
        claim = visible_claim(workspace, 3)
        found = finder.ranked_hits(workspace, claim) if ranked else finder.hits(workspace, claim)
        result = finder.judge(workspace, claim, found)
    assert result.hits
    assert all(hit.stance is None for hit in result.hits)
    assert result.note.count(f"{shipped.NAME}.json") == 1


def test_a_search_until_the_last_day_of_the_calendar_has_no_end(desk: Path) -> None:
    """The day asked for counts itself, and after the last one there is no other."""
    finder = Finder()
    with Workspace.open(desk) as workspace:
        until = finder.words(workspace, Wanted("the pipeline", before=date.max), None)
        without = finder.words(workspace, Wanted("the pipeline"), None)
    assert [hit.passage.id for hit in until.hits] == [hit.passage.id for hit in without.hits] != []


def test_what_an_old_index_gave_is_not_kept_for_the_new_one(desk: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The index changes while the searching thread is still at it: the claim is searched for again."""
    finder = Finder()
    ready, asked = finder._ready, []

    def changing(workspace: Workspace, ranked: bool) -> Searcher:
        asked.append(ranked)
        finder.forget()
        return ready(workspace, ranked)

    monkeypatch.setattr(finder, "_ready", changing)
    with Workspace.open(desk) as workspace:
        claim = visible_claim(workspace, 3)
        finder.hits(workspace, claim)
        finder.hits(workspace, claim)
    assert len(asked) == 2
