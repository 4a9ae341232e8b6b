"""How far people who judged the same things agree: per cent, Cohen's kappa, Krippendorff's alpha."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Hashable, Sequence
from typing import TypeVar

Label = TypeVar("Label", bound=Hashable)
ENOUGH_CLAIMS = 50
"""From so many claims on kappa and alpha say something.

Of two people who agree as far as .7 beyond chance on a scale of four or five steps, 95 of 100 samples of 50 claims
give a kappa between .53 and .85; of 30 between .48 and .90, of 10 between .26 and 1, of 2 anything.
"""


def per_cent_agreement(units: Sequence[Sequence[Hashable | None]]) -> float | None:
    """Share (0…100) of pairs of equal labels among all pairs of labels of one unit.

    Args:
        units: For each thing judged the labels it was given, None where a person gave none.
    Returns:
        None when no unit has two labels.
    """
    equal = pairs = 0
    for unit in units:
        given = [label for label in unit if label is not None]
        pairs += len(given) * (len(given) - 1) // 2
        equal += sum(n * (n - 1) // 2 for n in Counter(given).values())
    return 100 * equal / pairs if pairs else None


def cohen_kappa(first: Sequence[Hashable], second: Sequence[Hashable]) -> float | None:
    """Agreement of two people beyond what their own habits of labelling would give by chance.

    kappa = (po - pe) / (1 - pe), with po the share of equal labels and pe the sum over labels of the product of the
    two shares of that label: J. Cohen, "A coefficient of agreement for nominal scales", Educational and
    Psychological Measurement 20(1), 1960, pp. 37-46.

    Args:
        first: The labels of one person.
        second: The other's labels of the same things, in the same order.
    Returns:
        -1…1; None where it is not defined (nothing judged, or both gave one and the same label throughout).
    Raises:
        ValueError: The two have not judged the same number of things.
    """
    if len(first) != len(second):
        raise ValueError(f"{len(first)} labels of one person, {len(second)} of the other")
    n = len(first)
    if not n:
        return None
    equal = sum(a == b for a, b in zip(first, second, strict=True))
    by_first, by_second = Counter(first), Counter(second)
    # Whole numbers until the division: po = equal / n, pe = chance / n².
    chance = sum(count * by_second[label] for label, count in by_first.items())
    return None if chance == n * n else (equal * n - chance) / (n * n - chance)


def krippendorff_alpha(units: Sequence[Sequence[Label | None]], order: Sequence[Label] | None = None) -> float | None:
    """Agreement of any number of people, with gaps, beyond chance: 1 - observed / expected disagreement.

    By the coincidence matrix of K. Krippendorff, "Computing Krippendorff's Alpha-Reliability" (2011),
    https://repository.upenn.edu/asc_papers/43. With `order` the difference of two labels c and k is the ordinal one,
    (n_c / 2 + the n of all labels between + n_k / 2)², without it the nominal one (0 for equal labels, else 1).

    Args:
        units: For each thing judged the labels it was given, None where a person gave none.
        order: The labels from lowest to highest; labels that are not in it are left out.
    Returns:
        At most 1; 0 is chance. None where it is not defined: no unit with two labels, or one label throughout.
    """
    coincidences: defaultdict[tuple[Label, Label], float] = defaultdict(float)
    for unit in units:
        given = [label for label in unit if label is not None and (order is None or label in order)]
        if len(given) < 2:
            continue
        counted = Counter(given)
        for c, n_c in counted.items():
            for k, n_k in counted.items():
                coincidences[c, k] += n_c * (n_k - (c == k)) / (len(given) - 1)
    totals: defaultdict[Label, float] = defaultdict(float)
    for (c, _), weight in coincidences.items():
        totals[c] += weight
    n = sum(totals.values())

    def difference(c: Label, k: Label) -> float:
        if order is None:
            return float(c != k)
        low, high = sorted((order.index(c), order.index(k)))
        between = sum(totals.get(label, 0.0) for label in order[low : high + 1])
        return (between - (totals[c] + totals[k]) / 2) ** 2

    observed = sum(weight * difference(c, k) for (c, k), weight in coincidences.items())
    expected = sum(totals[c] * totals[k] * difference(c, k) for c in totals for k in totals)
    return None if not expected else 1 - (n - 1) * observed / expected
