"""Which verdict stands, whether reviewers agree, where the review is, who judges blind."""

from __future__ import annotations

from itertools import count

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.domain.articles import ReviewStatus
from workbench.domain.review import Verdict, VerdictKind
from workbench.domain.standing import Agreement, agreement, is_blind, opinions, review_status, same_person, standing

FIRST, SECOND = VerdictKind.VERDICT, VerdictKind.SECOND_OPINION
SETTLED, CORRECTED = VerdictKind.SETTLEMENT, VerdictKind.CORRECTION


def verdicts(*given: tuple[str, VerdictKind, str]) -> tuple[Verdict, ...]:
    """Verdicts as (reviewer, kind, rating), in the order they were given."""
    numbers = count(1)
    return tuple(
        Verdict(next(numbers), 1, who, kind, "workbench", rating, None, "why", (), "text", "2022-01-29", "")
        for who, kind, rating in given
    )


CASES = (
    ((), None, Agreement.NONE, ReviewStatus.OPEN),
    ((("A", FIRST, "True"),), 1, Agreement.SINGLE, ReviewStatus.RATED),
    ((("A", FIRST, "True"), ("A", FIRST, "False")), 2, Agreement.SINGLE, ReviewStatus.RATED),
    ((("A", FIRST, "True"), ("B", FIRST, "False")), 2, Agreement.SINGLE, ReviewStatus.RATED),
    ((("A", FIRST, "True"), ("B", SECOND, "True")), 1, Agreement.UNANIMOUS, ReviewStatus.SETTLED),
    ((("A", FIRST, "True"), ("B", SECOND, "False")), 1, Agreement.UNRESOLVED, ReviewStatus.SECOND_OPINION),
    ((("B", SECOND, "False"),), 1, Agreement.SINGLE, ReviewStatus.RATED),
    (
        (("A", FIRST, "True"), ("B", SECOND, "False"), ("C", SETTLED, "Half true")),
        3,
        Agreement.SETTLED,
        ReviewStatus.SETTLED,
    ),
    ((("A", FIRST, "True"), ("A", CORRECTED, "False")), 2, Agreement.SINGLE, ReviewStatus.RATED),
)


@pytest.mark.parametrize(("given_", "stands", "agreed", "status"), CASES)
def test_what_a_row_of_verdicts_comes_to(
    given_: tuple[tuple[str, VerdictKind, str], ...], stands: int | None, agreed: Agreement, status: ReviewStatus
) -> None:
    row = verdicts(*given_)
    found = standing(row)
    assert (found.id if found else None) == stands
    assert agreement(row) is agreed
    assert review_status(row, rateable=True, second_requested=False, published=False) is status


def test_a_request_keeps_a_rated_claim_waiting_until_two_have_judged() -> None:
    one = verdicts(("A", FIRST, "True"))
    both = verdicts(("A", FIRST, "True"), ("B", SECOND, "True"))
    for row, expected in ((one, ReviewStatus.SECOND_OPINION), (both, ReviewStatus.SETTLED)):
        assert review_status(row, rateable=True, second_requested=True, published=False) is expected


def test_a_prediction_is_not_rated_and_a_publication_needs_a_verdict() -> None:
    assert review_status((), rateable=False, second_requested=False, published=False) is ReviewStatus.NOT_RATED
    assert review_status((), rateable=True, second_requested=False, published=True) is ReviewStatus.OPEN
    rated = verdicts(("A", FIRST, "True"))
    assert review_status(rated, rateable=True, second_requested=False, published=True) is ReviewStatus.PUBLISHED


def test_only_who_has_not_rated_is_blind_and_only_until_both_have() -> None:
    waiting = ReviewStatus.SECOND_OPINION
    one = verdicts(("Ann", FIRST, "True"))
    assert not is_blind(one, waiting, "ANN")
    assert is_blind(one, waiting, "Bob")
    assert not is_blind(one, ReviewStatus.RATED, "Bob")
    assert not is_blind(verdicts(("Ann", FIRST, "True"), ("Bob", SECOND, "False")), waiting, "Cleo")


def test_capital_letters_make_no_second_reviewer() -> None:
    assert same_person("Ann", "ann")
    assert [v.id for v in opinions(verdicts(("Ann", FIRST, "True"), ("ann", SECOND, "False")))] == [1]


ANY = st.lists(
    st.tuples(st.sampled_from("ABC"), st.sampled_from(VerdictKind), st.sampled_from(["True", "False"])), max_size=6
)


@given(ANY, st.booleans(), st.booleans(), st.booleans())
def test_any_row_has_a_status_and_something_stands_where_anything_was_said(
    given_: list[tuple[str, VerdictKind, str]], rateable: bool, requested: bool, published: bool
) -> None:
    row = verdicts(*given_)
    status = review_status(row, rateable=rateable, second_requested=requested, published=published)
    assert (standing(row) is None) == (not row)
    assert (status in (ReviewStatus.OPEN, ReviewStatus.NOT_RATED)) == (not row)
    assert len({v.reviewer for v in opinions(row)}) == len(opinions(row))
