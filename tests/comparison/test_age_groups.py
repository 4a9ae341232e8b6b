"""Age groups as they are named beside an amount."""

from __future__ import annotations

import pytest

from workbench.comparison.age_groups import AgeGroup, age_group, names_ages

UP, DOWN, EITHER = (True, False), (False, True), (False, False)


@pytest.mark.parametrize(
    ("text", "years", "sides"),
    [
        ("X of over-80s voted.", {80}, UP),
        ("X of under 30s voted.", {30}, DOWN),
        ("X of under-fives can swim.", {5}, DOWN),
        ("X of those aged 65 and over voted.", {65}, UP),
        ("X of voters aged 65+ voted.", {65}, UP),
        ("X of people over the age of 65 voted.", {65}, UP),
        ("X of people older than 65 voted.", {65}, UP),
        ("X of adults aged 65 or older voted.", {65}, UP),
        ("X of children under five can swim.", {5}, DOWN),
        ("X of those between 18 and 24 voted.", {18, 24}, EITHER),
        ("X of those aged 18-24 voted.", {18, 24}, EITHER),
        ("X of 18- to 24-year-olds voted.", {18, 24}, EITHER),
        ("X of 18 to 24 year olds voted.", {18, 24}, EITHER),
        ("X of sixteen-year-olds voted.", {16}, EITHER),
    ],
)
def test_a_group_is_told_by_its_years_and_where_it_goes_from_there(
    text: str, years: set[int], sides: tuple[bool, bool]
) -> None:
    assert age_group(text, 0, 1) == AgeGroup(frozenset(years), *sides)


@pytest.mark.parametrize(
    "text",
    [
        "X of voters stayed at home.",
        "X of children: 12 died.",
        "X of people. Those over 65 voted.",
        "X of people over 1,200 miles away.",
        "X of workers over 20 per cent.",
        "X patients aged 34 and 26 years were ill.",
    ],
)
def test_other_numbers_and_other_sentences_name_no_group(text: str) -> None:
    assert age_group(text, 0, 1) is None


def test_of_several_groups_the_nearest_counts_and_an_amount_is_not_its_own_group() -> None:
    text = "Of over-80s 5 % and of over-65s 18 % voted."
    for amount, years in (("5 %", 80), ("18 %", 65)):
        start = text.index(amount)
        found = age_group(text, start, start + len(amount))
        assert found is not None
        assert found.years == {years}


@pytest.mark.parametrize(
    ("text", "number", "expected"),
    [
        ("18- to 24-year-olds voted", "24", True),
        ("Those aged between 50 and 64 voted", "50 and 64", True),
        ("a 45-year-old driver", "45", False),
        ("65 of those over 80", "65", False),
    ],
)
def test_the_years_of_a_group_count_nothing(text: str, number: str, expected: bool) -> None:
    start = text.index(number)
    assert names_ages(text, start, start + len(number)) is expected
