"""The search's order and a reranker's, brought into one."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from workbench.domain.fusion import standardised
from workbench.domain.reranking import combined

scores = st.lists(st.floats(-100, 100, allow_nan=False), min_size=1, max_size=30)


@settings(deadline=None)
@given(scores)
def test_without_weight_the_order_of_the_search_stays(fused: list[float]) -> None:
    found = combined(fused, [0.0] * len(fused), 0.0)
    assert found == standardised(fused)


def test_a_relevant_passage_rises_and_an_irrelevant_one_falls() -> None:
    found = combined([3.0, 2.9, 1.0], [0.1, 0.9, 0.5], 0.5)
    assert found[1] > found[0] > found[2]


def test_the_scale_of_a_reranker_does_not_matter() -> None:
    assert combined([3, 2, 1], [0.1, 0.9, 0.5], 0.5) == pytest.approx(combined([3, 2, 1], [10, 90, 50], 0.5))


def test_passages_that_are_all_alike_keep_their_order() -> None:
    assert combined([3, 2, 1], [7, 7, 7], 1.0) == standardised([3, 2, 1])


def test_scores_of_other_passages_are_refused() -> None:
    with pytest.raises(ValueError, match="3 passages"):
        combined([3, 2, 1], [7], 1.0)
