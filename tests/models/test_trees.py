"""The best tree is a tree, and the best one."""

from __future__ import annotations

import itertools

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from workbench.models.trees import best_tree


def is_tree(heads: list[int]) -> bool:
    if heads.count(-1) != 1:
        return False
    for start in range(len(heads)):
        seen, node = set(), start
        while node != -1:
            if node in seen:
                return False
            seen.add(node)
            node = heads[node]
    return True


def score(scores: np.ndarray, heads: list[int]) -> float:
    return float(sum(scores[i, head + 1] for i, head in enumerate(heads)))


matrices = st.integers(1, 5).flatmap(
    lambda size: arrays(np.float32, (size, size + 1), elements=st.integers(-8, 8).map(float))
)


@given(matrices)
def test_no_tree_scores_higher(scores: np.ndarray) -> None:
    size = scores.shape[0]
    candidates = itertools.product(*[[head for head in range(-1, size) if head != i] for i in range(size)])
    best = max(score(scores, list(heads)) for heads in candidates if is_tree(list(heads)))
    found = best_tree(scores).tolist()
    assert is_tree(found)
    assert score(scores, found) == best


@given(st.integers(1, 60), st.integers(0, 2**32 - 1))
def test_every_matrix_gives_one_root_and_no_cycle(size: int, seed: int) -> None:
    scores = np.random.default_rng(seed).normal(size=(size, size + 1)).astype(np.float32)
    assert is_tree(best_tree(scores).tolist())


def test_no_words_no_heads() -> None:
    assert best_tree(np.zeros((0, 1), dtype=np.float32)).tolist() == []
