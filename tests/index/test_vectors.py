"""Vectors kept by the hash of what was encoded."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray

from tests.index.hashing import HashingEncoder
from workbench.index.vectors import BLOCKS, HASHES, VECTORS, VectorStore, restored, stored

DIMENSION = 64


def hashes(*numbers: int) -> NDArray[np.uint8]:
    return np.array([[(n * 7 + i * n) % 251 for i in range(32)] for n in numbers], dtype=np.uint8)


def vectors(*numbers: int) -> NDArray[np.float32]:
    return HashingEncoder(DIMENSION).encode([f"ship {n}" for n in numbers])


def filled(folder: Path) -> VectorStore:
    store = VectorStore(folder, DIMENSION)
    store.append(hashes(1, 2, 3), vectors(1, 2, 3))
    store.append(hashes(4, 5), vectors(4, 5))
    return store


def test_rows_are_found_again_by_another_reader(tmp_path: Path) -> None:
    filled(tmp_path / "v")
    store = VectorStore(tmp_path / "v", DIMENSION)
    rows = store.lookup(hashes(5, 9, 1))
    assert rows.tolist() == [4, -1, 0]
    np.testing.assert_array_equal(store.vectors()[rows[[0, 2]]], stored(vectors(5, 1)))
    assert store.check() == 0


def test_one_line_of_numpy_reads_the_vectors(tmp_path: Path) -> None:
    filled(tmp_path / "v")
    rows = np.fromfile(tmp_path / "v" / VECTORS, "<i2").reshape(-1, DIMENSION) / 32767
    np.testing.assert_allclose(rows, vectors(1, 2, 3, 4, 5), atol=2e-5)


@given(st.integers(0, 2**32 - 1), st.integers(2, 512))
def test_rounding_does_not_move_a_score_that_anyone_sees(seed: int, dimension: int) -> None:
    """Inner products and lengths of unit vectors stay within a few hundred-thousandths."""
    rows = np.random.default_rng(seed).normal(size=(20, dimension)).astype(np.float32)
    rows /= np.linalg.norm(rows, axis=1, keepdims=True)
    kept = restored(stored(rows))
    np.testing.assert_allclose(kept @ rows.T, rows @ rows.T, atol=1e-4)
    np.testing.assert_allclose(np.linalg.norm(kept, axis=1), 1, atol=1e-4)


@pytest.mark.parametrize("name", [VECTORS, HASHES, BLOCKS])
def test_a_torn_last_block_is_as_if_never_written(tmp_path: Path, name: str) -> None:
    """What a crash left half written does not count, and the next block takes its place."""
    filled(tmp_path / "v")
    path = tmp_path / "v" / name
    path.write_bytes(path.read_bytes()[:-3])
    store = VectorStore(tmp_path / "v", DIMENSION)
    assert store.lookup(hashes(1, 2, 3, 4, 5)).tolist() == [0, 1, 2, -1, -1]
    store.append(hashes(6), vectors(6))
    again = VectorStore(tmp_path / "v", DIMENSION)
    assert again.lookup(hashes(3, 6, 5)).tolist() == [2, 3, -1]
    np.testing.assert_array_equal(again.vectors()[3], stored(vectors(6)[0]))


@pytest.mark.parametrize("name", [VECTORS, HASHES])
def test_a_changed_byte_sets_its_block_aside_until_it_is_encoded_again(tmp_path: Path, name: str) -> None:
    filled(tmp_path / "v")
    path = tmp_path / "v" / name
    content = bytearray(path.read_bytes())
    content[10] ^= 1
    path.write_bytes(bytes(content))
    store = VectorStore(tmp_path / "v", DIMENSION)
    assert store.check() == 3
    assert store.lookup(hashes(2, 4)).tolist() == [-1, 3]
    store.append(hashes(2), vectors(2))
    assert store.lookup(hashes(2, 4)).tolist() == [5, 3]


def test_what_is_no_block_is_refused(tmp_path: Path) -> None:
    store = VectorStore(tmp_path / "v", DIMENSION)
    with pytest.raises(ValueError, match="does not fit this store"):
        store.append(hashes(1, 2), vectors(1))
    with pytest.raises(ValueError, match="unit length"):
        store.append(hashes(1), 2 * vectors(1))
