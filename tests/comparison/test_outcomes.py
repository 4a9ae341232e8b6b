"""Numbers and dates of a claim compared with those of a passage."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from workbench.comparison.compare import compare
from workbench.comparison.measures import interval
from workbench.comparison.outcomes import Comparison, Facts, Outcome, overall
from workbench.domain.quantities import Bound, Quantity, QuantityKind
from workbench.language.numbers.quantity_extraction import quantities
from workbench.language.time.times import times

CLAIMED = date(2022, 1, 29)


def read(text: str, day: date | None = CLAIMED) -> Facts:
    return Facts(text, quantities(text), times(text, published=day), day)


def outcome(claim: str, passage: str) -> Outcome:
    return overall(compare(read(claim), read(passage)))


@pytest.mark.parametrize(
    ("claim", "passage", "expected"),
    [
        ("There are thousands of troops on the border.", "About 100,000 troops stand on the border.", "agreement"),
        ("The bridge cost £2.3bn.", "The final cost of the bridge was £2.28bn.", "agreement"),
        ("The bridge cost £2.3bn.", "The final cost of the bridge was £4.1bn.", "conflict"),
        ("More than 500 ships use the port.", "Some 720 ships use the port each year.", "agreement"),
        ("More than 500 ships use the port.", "In all, 120 ships use the port.", "conflict"),
        ("About 100 villages were flooded.", "The storm left 96 villages flooded.", "agreement"),
        ("About 100 villages were flooded.", "The storm left 30 villages flooded.", "conflict"),
        ("Rents rose by 5% in the city.", "Rents fell by 5% in the city.", "conflict"),
        ("It is her third novel.", "The book was her fourth novel.", "conflict"),
        ("The tunnel was the third tunnel there.", "It became the second tunnel under the bay.", "conflict"),
        ("The mine employs 300 workers.", "The mine produced 900 tonnes.", "unknown"),
        ("More than 500 ships use the port.", "More than 640 ships use the port.", "agreement"),
        ("The band has seven members.", "It is a seven-member band from Ghent.", "agreement"),
        ("The clinic tested 8,000 people.", "The clinic has tested 8,276 people.", "unknown"),
        ("The clinic watches at least 840 people.", "It found 33 people ill and watches 840 others.", "unknown"),
        ("He was born several months early.", "He was born two months early.", "unknown"),
    ],
)
def test_amounts_agree_or_conflict_as_a_reader_would_say(claim: str, passage: str, expected: str) -> None:
    assert outcome(claim, passage) == expected


@pytest.mark.parametrize(
    ("claim", "passage", "expected"),
    [
        ("It is the first visit by a minister since 2017.", "A minister came on a visit in May 2019.", "conflict"),
        ("It is the first visit by a minister since 2017.", "A minister came on a visit in May 2015.", "unknown"),
        ("The pipeline is yet to be completed.", "The pipeline was completed in September 2021.", "conflict"),
        ("The pipeline has not been completed.", "The pipeline was completed in September 2021.", "conflict"),
        ("The pipeline is yet to be completed.", "The pipeline will be completed in June 2023.", "agreement"),
        ("The bridge is not certified.", "The bridge could only be certified after 6 May 2021.", "unknown"),
        ("The bridge is not certified.", "They halted work to certify the bridge on 6 May 2021.", "unknown"),
        ("The bridge is yet to be built.", "The first section of the bridge was built in 2019.", "unknown"),
        ("The valley is not high.", "The valley is a high one, says a book of 2019.", "unknown"),
        ("Ann Lee said on 6 May 2021 that the hall had shut.", "Ann Lee shut the hall on 9 June 2021.", "unknown"),
        ("The hall will open by 12 May 2021.", "The hall opened on 10 May 2021.", "unknown"),
        ("The hall opened in 1952.", "After 1952 the hall opened for dances too.", "unknown"),
        ("The hall opened in 1987.", "The hall opened on 3 May 1987.", "agreement"),
        ("The hall opened in 1987.", "The hall opened in 1991.", "conflict"),
        ("The hall opened after 1980.", "The hall opened in 1987.", "agreement"),
        ("The hall opened before 1980.", "The hall opened in 1987.", "conflict"),
        ("The hall opened in 1987.", "Farming declined here around 1790.", "unknown"),
    ],
)
def test_dates_agree_or_conflict_as_a_reader_would_say(claim: str, passage: str, expected: str) -> None:
    assert outcome(claim, passage) == expected


def test_the_comparison_is_told_in_the_words_of_both_sides() -> None:
    found = compare(read("Thousands of troops came."), read("About 100,000 troops came."))
    assert [item.words for item in found] == ["claim: Thousands; passage: About 100,000 (agree)"]


def test_a_conflict_outweighs_agreement_and_nothing_compared_is_unknown() -> None:
    agree, clash = Comparison(Outcome.AGREEMENT, "5", "5"), Comparison(Outcome.CONFLICT, "5", "6")
    assert overall([agree, clash]) is Outcome.CONFLICT
    assert overall([agree]) is Outcome.AGREEMENT
    assert overall([]) is Outcome.UNKNOWN


@settings(deadline=None)
@given(st.floats(min_value=-1e15, max_value=1e15, allow_nan=False), st.sampled_from([Bound.EXACT, Bound.APPROXIMATE]))
def test_a_number_always_lies_in_its_own_interval(value: float, bound: Bound) -> None:
    low, high = interval(Quantity(0, 1, "x", QuantityKind.COUNT, value, value, bound))
    assert low <= value <= high


@settings(deadline=None)
@given(st.text(max_size=300), st.text(max_size=300))
def test_any_two_texts_can_be_compared(claim: str, passage: str) -> None:
    for item in compare(read(claim), read(passage)):
        assert item.claim
        assert item.passage


@settings(deadline=None)
@given(st.integers(min_value=1, max_value=10**9))
def test_a_number_agrees_with_itself(value: int) -> None:
    text = f"The city has {value:,} residents now."
    assert outcome(text, text) is not Outcome.CONFLICT
