"""What every vector index promises, exact or approximate."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from workbench.index.exact import ExactIndex
from workbench.index.ivf import IvfIndex, build_ivf, update_ivf
from workbench.index.vectors import restored, stored

COUNT, DIMENSION = 3000, 32
Made = tuple["ExactIndex | IvfIndex", NDArray[np.int64], NDArray[np.float32]]


def unit(seed: int, count: int) -> NDArray[np.float32]:
    """Clustered unit vectors, as texts give them, rounded as they are kept."""
    chooser = np.random.default_rng(seed)
    centres = chooser.normal(size=(40, DIMENSION))
    rows = centres[chooser.integers(0, 40, count)] + 0.6 * chooser.normal(size=(count, DIMENSION))
    found: NDArray[np.float32] = (rows / np.linalg.norm(rows, axis=1, keepdims=True)).astype(np.float32)
    return restored(stored(found))


def exact() -> Made:
    vectors = unit(1, COUNT)
    ids = np.arange(COUNT, dtype=np.int64) * 3 + 7
    return ExactIndex(ids, np.arange(COUNT), stored(vectors)), ids, vectors


@pytest.fixture(
    scope="module", params=["exact", "exact, a few", "exact, from the file", "exact out of order", "ivf", "ivf updated"]
)
def made(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Made:
    tmp_path: Path = tmp_path_factory.mktemp("index")
    index, ids, vectors = exact()
    assert isinstance(index, ExactIndex)
    if request.param == "exact out of order":
        order = np.random.default_rng(5).permutation(COUNT)
        shuffled = np.empty_like(vectors)
        shuffled[order] = vectors
        return ExactIndex(ids, order, stored(shuffled)), ids, vectors
    if request.param == "exact, from the file":
        index.small = index.held = 0
        return index, ids, vectors
    if request.param in ("exact", "exact, a few"):
        index.small = COUNT if request.param == "exact, a few" else 0
        return index, ids, vectors
    path = tmp_path / "neighbours.faiss"
    told: Callable[[int], None] = lambda _: None  # noqa: E731
    _, nprobe, recall = build_ivf(path, ids, index, DIMENSION, told)
    assert recall >= 0.97
    if request.param == "ivf":
        return IvfIndex(path, nprobe, ids, index), ids, vectors
    kept = np.arange(100, COUNT)
    later = ids[-1] + 3 * np.arange(1, 101, dtype=np.int64)
    new_ids = np.concatenate([ids[kept], later])
    more = unit(9, 100)
    all_vectors = np.concatenate([vectors, more])
    rows = np.concatenate([kept, np.arange(COUNT, COUNT + 100)])
    newer = ExactIndex(new_ids, rows, stored(all_vectors))
    updated = tmp_path / "updated.faiss"
    nprobe, _ = update_ivf(path, updated, ids[:100], later, new_ids, newer)
    return IvfIndex(updated, nprobe, new_ids, newer), new_ids, all_vectors[rows]


def test_a_vector_finds_itself_first(made: Made) -> None:
    index, ids, vectors = made
    scores, found = index.search(vectors[:50], 5)
    assert found.shape == scores.shape == (50, 5)
    assert (found[:, 0] == ids[:50]).all()
    np.testing.assert_allclose(scores[:, 0], 1, atol=1e-4)


def test_scores_fall_and_are_true_inner_products(made: Made) -> None:
    index, ids, vectors = made
    queries = unit(3, 20)
    scores, found = index.search(queries, 10)
    assert (np.diff(scores, axis=1) <= 1e-6).all()
    for query, row, line in zip(queries, scores, found, strict=True):
        np.testing.assert_allclose(vectors[np.searchsorted(ids, line)] @ query, row, atol=1e-5)


def test_nearly_all_true_neighbours_are_found(made: Made) -> None:
    """Recall@10 against all inner products, neighbours of equal score counted as found."""
    index, _, vectors = made
    queries = unit(1, 60)
    true = np.sort(queries @ vectors.T, axis=1)[:, -10]
    scores, _ = index.search(queries, 10)
    assert float((scores >= true[:, None] - 1e-6).mean()) >= 0.95


def test_a_filter_leaves_only_the_allowed_and_costs_no_recall(made: Made) -> None:
    index, ids, vectors = made
    queries = unit(4, 10)
    for part in (ids[::40], ids[::2]):
        scores, found = index.search(queries, 10, part)
        assert np.isin(found, part).all()
        true = np.sort(queries @ vectors[np.searchsorted(ids, part)].T, axis=1)[:, -10]
        assert float((scores >= true[:, None] - 1e-6).mean()) >= 0.9


def test_fewer_vectors_than_asked_for_leave_holes(made: Made) -> None:
    index, ids, _ = made
    scores, found = index.search(unit(4, 2), 8, ids[:3])
    assert (found[:, 3:] == -1).all()
    assert np.isneginf(scores[:, 3:]).all()
    assert set(found[0, :3].tolist()) == set(ids[:3].tolist())


def test_scores_of_named_passages(made: Made) -> None:
    """A passage it does not hold has no score, rather than an invented one."""
    index, ids, vectors = made
    asked = np.array([ids[5], ids[0] + 1, ids[9]])
    scores = index.scores_of(vectors[5], asked)
    assert scores[0] == pytest.approx(1, abs=1e-4)
    assert np.isnan(scores[1])
    assert not np.isnan(scores[2])


def test_equal_scores_are_ordered_by_id() -> None:
    vectors = np.tile(unit(1, 1), (20, 1))
    ids = np.arange(20, dtype=np.int64)
    index = ExactIndex(ids, np.arange(20), stored(vectors))
    for index.small, index.held in ((100, 0), (0, 100), (0, 0)):
        _, found = index.search(vectors[:1], 5)
        assert found[0].tolist() == [0, 1, 2, 3, 4]


def test_a_small_collection_is_searched_without_loading_faiss() -> None:
    script = """
import sys
import numpy as np
from workbench.index.exact import SMALL, ExactIndex
from workbench.index.vectors import stored
rows = np.random.default_rng(1).standard_normal((500, 16)).astype(np.float32)
rows /= np.linalg.norm(rows, axis=1, keepdims=True)
index = ExactIndex(np.arange(500), np.arange(500), stored(rows))
assert index.count <= SMALL
assert [index.search(rows[i : i + 1], 1)[1][0][0] for i in (0, 499)] == [0, 499]
assert index.search(rows[:1], 1, np.arange(3, 90))[1][0][0] in range(3, 90)
print("faiss" in sys.modules)
"""
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout == "False\n"


def test_an_empty_index_answers() -> None:
    index = ExactIndex(np.empty(0, dtype=np.int64), np.empty(0, dtype=np.int64), np.empty((0, 4), dtype=np.int16))
    scores, found = index.search(np.ones((1, 4), dtype=np.float32), 3)
    assert (found == -1).all()
    assert np.isneginf(scores).all()
