"""The best of many scores, in an order that does not depend on chance."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray


def best(scores: NDArray[np.float32], ids: NDArray[np.int64], k: int) -> NDArray[np.int64]:
    """Positions of the k highest scores, best first, equal scores by id; fewer when there are fewer scores."""
    count = len(scores)
    if k >= count:
        return np.lexsort((ids, -scores))
    # Everything that ties with the k-th score competes by id, so the cut does not depend on how they lay.
    threshold = np.partition(scores, count - k)[count - k]
    candidates = np.flatnonzero(scores >= threshold)
    return candidates[np.lexsort((ids[candidates], -scores[candidates]))[:k]]
