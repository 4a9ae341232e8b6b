"""The best well-formed tree of a matrix of arc scores: one root, no cycles (Chu–Liu 1965, Edmonds 1967)."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray


def best_tree(scores: NDArray[np.float32]) -> NDArray[np.int64]:
    """Heads of the highest-scoring tree with exactly one root.

    Args:
        scores: Shape (words, words + 1). `scores[i, 0]` is how well word `i` does as the root,
            `scores[i, j + 1]` how well it hangs on word `j`. Finite.

    Returns:
        Shape (words,): the index of every word's head, -1 for the root.
    """
    words = scores.shape[0]
    if words == 0:
        return np.zeros(0, dtype=np.int64)
    square = np.full((words + 1, words + 1), -np.inf)
    square[1:, :] = scores
    np.fill_diagonal(square, -np.inf)
    heads = square.argmax(axis=1)
    heads[0] = 0
    if np.count_nonzero(heads[1:] == 0) == 1 and not _cycle(heads):
        greedy: NDArray[np.int64] = heads[1:] - 1
        return greedy
    # A root arc costs more than all other arcs can differ by, so that the best tree has as few of them as it can: one.
    finite = square[1:][np.isfinite(square[1:])]
    penalty = (finite.max() - finite.min() + 1.0) * (words + 1) if finite.size else 1.0
    square[1:, 0] -= penalty
    best: NDArray[np.int64] = _edmonds(square)[1:] - 1
    return best


def _cycle(heads: NDArray[np.int64]) -> list[int]:
    """The nodes of one cycle among `heads` (node 0 is the root and heads itself), or an empty list."""
    state = [0] * len(heads)
    state[0] = 2
    for start in range(1, len(heads)):
        path, node = [], start
        while state[node] == 0:
            state[node] = 1
            path.append(node)
            node = int(heads[node])
        if state[node] == 1:
            return path[path.index(node) :]
        for seen in path:
            state[seen] = 2
    return []


def _edmonds(scores: NDArray[np.float64]) -> NDArray[np.int64]:
    """Heads of the maximum spanning arborescence rooted at node 0; `scores[dependent, head]`.

    Contracts one cycle into a new node and solves the smaller graph, which has at least one node less; the depth
    of the recursion stays under the number of words, which the network's longest input bounds.
    """
    heads: NDArray[np.int64] = scores.argmax(axis=1)
    heads[0] = 0
    cycle = _cycle(heads)
    if not cycle:
        return heads
    members = np.array(cycle)
    outside = np.setdiff1d(np.arange(len(scores)), members)
    kept = scores[members, heads[members]]
    gains = scores[np.ix_(members, outside)] - kept[:, None]
    into = gains.argmax(axis=0)
    out_of = scores[np.ix_(outside, members)].argmax(axis=1)
    size = len(outside)
    smaller = np.full((size + 1, size + 1), -np.inf)
    smaller[:size, :size] = scores[np.ix_(outside, outside)]
    smaller[size, :size] = gains.max(axis=0)
    smaller[:size, size] = scores[outside, members[out_of]]
    smaller[0] = -np.inf
    inner = _edmonds(smaller)
    result = heads.copy()
    for i in range(1, size):
        head = inner[i]
        result[outside[i]] = members[out_of[i]] if head == size else outside[head]
    broken = inner[size]
    result[members[into[broken]]] = outside[broken]
    return result
