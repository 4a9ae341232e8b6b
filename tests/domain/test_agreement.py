"""Agreement formulas against worked examples and another implementation."""

from __future__ import annotations

import math

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from workbench.domain.agreement import cohen_kappa, krippendorff_alpha, per_cent_agreement

# K. Krippendorff, "Computing Krippendorff's Alpha-Reliability" (2011), section C: four observers, twelve units, gaps.
OBSERVERS = (
    "1 2 3 3 2 1 4 1 2 . . .",
    "1 2 3 3 2 2 4 1 2 5 . 3",
    ". 3 3 3 2 3 4 2 2 5 1 .",
    "1 2 3 3 2 4 4 1 2 5 1 .",
)
UNITS = list(zip(*[[None if x == "." else int(x) for x in row.split()] for row in OBSERVERS], strict=True))


def test_alpha_of_the_worked_example_with_gaps() -> None:
    """Published: nominal .743, ordinal .815."""
    nominal, ordinal = krippendorff_alpha(UNITS), krippendorff_alpha(UNITS, [1, 2, 3, 4, 5])
    assert nominal is not None
    assert ordinal is not None
    assert round(nominal, 3) == 0.743
    assert round(ordinal, 3) == 0.815


def test_alpha_of_the_worked_binary_example() -> None:
    """Section A of the same paper: two observers, ten units, alpha .095."""
    one, other = "0100000000", "1110010100"
    alpha = krippendorff_alpha(list(zip(one, other, strict=True)))
    assert alpha is not None
    assert round(alpha, 3) == 0.095


def test_kappa_of_a_worked_table() -> None:
    """Twenty said yes by both, five and ten by one alone, fifteen no by both: po .7, pe .5, kappa .4."""
    first = ["y"] * 20 + ["y"] * 5 + ["n"] * 10 + ["n"] * 15
    second = ["y"] * 20 + ["n"] * 5 + ["y"] * 10 + ["n"] * 15
    assert cohen_kappa(first, second) == pytest.approx(0.4)
    assert per_cent_agreement(list(zip(first, second, strict=True))) == pytest.approx(70)


PAIRS = st.lists(st.tuples(st.sampled_from("abcd"), st.sampled_from("abcd")), min_size=1, max_size=40)


@settings(deadline=None)  # the other implementation takes its time to import
@given(PAIRS)
def test_kappa_is_what_scikit_learn_says(pairs: list[tuple[str, str]]) -> None:
    from sklearn.metrics import cohen_kappa_score

    first, second = [a for a, _ in pairs], [b for _, b in pairs]
    mine = cohen_kappa(first, second)
    if mine is None:
        assert len({*first, *second}) == 1
    else:
        assert math.isclose(mine, cohen_kappa_score(first, second), abs_tol=1e-12)


@given(PAIRS)
def test_full_agreement_is_one_and_order_of_people_does_not_matter(pairs: list[tuple[str, str]]) -> None:
    swapped = [(b, a) for a, b in pairs]
    for order in (None, "abcd"):
        there, back = krippendorff_alpha(pairs, order), krippendorff_alpha(swapped, order)
        assert there == back or (there is not None and back is not None and math.isclose(there, back, abs_tol=1e-9))
        same = krippendorff_alpha([(a, a) for a, _ in pairs], order)
        assert same == 1 or (same is None and len({a for a, _ in pairs}) == 1)


def test_the_ordinal_alpha_forgives_neighbours_more_than_extremes() -> None:
    agreeing = [(n, n) for n in "aabbccdd"]
    near = krippendorff_alpha([*agreeing, ("a", "b")], "abcd")
    far = krippendorff_alpha([*agreeing, ("a", "d")], "abcd")
    assert near is not None
    assert far is not None
    assert near > far


def test_what_is_not_defined_is_none_and_not_a_number_made_up() -> None:
    assert per_cent_agreement([("a", None)]) is None
    assert cohen_kappa([], []) is None
    assert cohen_kappa(["a", "a"], ["a", "a"]) is None
    assert krippendorff_alpha([("a", "a"), ("a", None)]) is None
    assert krippendorff_alpha([("x", "y")], "ab") is None


def test_two_people_who_judged_different_numbers_of_things_are_refused() -> None:
    with pytest.raises(ValueError, match="2 labels of one person, 1 of the other"):
        cohen_kappa(["a", "b"], ["a"])
