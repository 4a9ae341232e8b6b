"""When two passages say the same in the same words."""

from __future__ import annotations

from collections.abc import Sequence

from workbench.domain.words import is_number

SAME = 0.8
"""Share of common words (Jaccard) from which passages of equal numbers are one."""

RUN = 5
COPIED = 0.7
"""Share of a passage's runs of words that stand in a text it was copied from or into."""

LEAST_RUNS = 4


def near_identical(one: Sequence[str], other: Sequence[str]) -> bool:
    """Whether two passages, given as stems, differ only in a few words and in no number.

    Reports of one event that differ in the figure they give are exactly what a fact-checker must see side by side.
    """
    first, second = set(one), set(other)
    if not first or not second:
        return first == second
    if min(len(first), len(second)) < SAME * max(len(first), len(second)):
        return False
    if {w for w in first if is_number(w)} != {w for w in second if is_number(w)}:
        return False
    return len(first & second) >= SAME * len(first | second)


def runs(stems: Sequence[str]) -> frozenset[tuple[str, ...]]:
    """All runs of five neighbouring words."""
    return frozenset(tuple(stems[i : i + RUN]) for i in range(len(stems) - RUN + 1))


def is_copy(passage: Sequence[str], text_runs: frozenset[tuple[str, ...]]) -> bool:
    """Whether most of a passage, given as stems, stands word for word in the text whose runs are given."""
    own = runs(passage)
    return len(own) >= LEAST_RUNS and len(own & text_runs) >= COPIED * len(own)
