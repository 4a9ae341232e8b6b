"""When a passage is close: by likeness, and by what the stance model reads in one that names something of the claim."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from tests.services.search.test_stance import FakeModel, hits
from workbench.domain.evidence import NOTHING_CLOSE, SearchResult, StanceSuggestion
from workbench.services.search.reranking import settled
from workbench.services.search.stance import StanceService
from workbench.services.search.thresholds import READ_DENSE, SETTLES, counted, settles
from workbench.services.workspace import Workspace

CLAIM = "The ferry of Harwich ran all winter."


def saying(neutral: float) -> StanceSuggestion:
    """A reading that settles the claim with the rest of the probability."""
    return StanceSuggestion("unclear", (1 - neutral) / 2, (1 - neutral) / 2, neutral, model="fake")


class Weighed(FakeModel):
    """A model whose weight beside the search was measured, as that of the shipped one."""

    weight = 0.3

    def score(self, pairs: Sequence[tuple[str, str]]) -> list[float]:
        return [0.5 for _ in pairs]


@pytest.mark.parametrize(
    ("dense", "shared", "neutral", "close"),
    [
        (READ_DENSE, ("Harwich",), 1 - SETTLES, True),
        (READ_DENSE - 0.01, ("Harwich",), 0.0, False),
        (0.49, (), 0.0, False),
        (0.49, ("Harwich",), 1 - SETTLES + 0.01, False),
        (None, ("Harwich",), 0.0, False),
    ],
)
def test_who_names_something_is_like_and_settles_it_is_close(
    tmp_path: Path, dense: float | None, shared: tuple[str, ...], neutral: float, close: bool
) -> None:
    """In the search that the model orders, and on the desk, where it reads afterwards."""
    found = replace(hits(1)[0], dense_score=dense, shared=shared, rerank_score=0.5)
    assert settles(found, saying(neutral)) is close
    assert [one.close for one in settled(Weighed(saying(neutral)), CLAIM, [found])] == [close]
    with Workspace.create(tmp_path / "w") as workspace:
        judged = list(StanceService(workspace, lambda: Weighed(saying(neutral))).judge(CLAIM, [found]))
    assert [one.close for one in judged] == [close]


def test_a_model_that_was_not_measured_makes_nothing_close(tmp_path: Path) -> None:
    found = replace(hits(1)[0], dense_score=0.49, shared=("Harwich",), rerank_score=0.5)
    assert settled(None, CLAIM, [found]) == [found]
    with Workspace.create(tmp_path / "w") as workspace:
        assert not any(one.close for one in StanceService(workspace, FakeModel).judge(CLAIM, [found]))


def test_what_is_known_to_be_close_later_is_counted_and_no_longer_told_as_missing() -> None:
    first, second = hits(2)
    note = f"{NOTHING_CLOSE}; 2 new passages are found by words alone until `workbench reindex`"
    result = SearchResult(CLAIM, (first, second), 0, 9, note)
    assert counted(result, [first, second]) == result
    told = counted(result, [first, replace(second, close=True)])
    assert told.close == 1
    assert told.note == "2 new passages are found by words alone until `workbench reindex`"
