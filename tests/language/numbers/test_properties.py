"""Amounts as anyone may write them: read where they stand, with their value."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.domain.quantities import Bound, QuantityKind
from workbench.language.numbers.quantity_extraction import quantities, singular


@given(st.text(max_size=200), st.sampled_from(["en", "de", "fr", "es", "it", "pt", "nl", "xx"]))
def test_amounts_stand_where_they_say(text: str, language: str) -> None:
    """In order, inside the text, word for word, with a lower limit no higher than the upper one."""
    found = quantities(text, language=language)
    for one in found:
        assert text[one.start : one.end] == one.text
        assert one.low is None or one.high is None or one.low <= one.high
    assert [one.start for one in found] == sorted(one.start for one in found)


@given(
    st.integers(2, 999), st.sampled_from([("thousand", 1e3), ("million", 1e6), ("billion", 1e9), ("trillion", 1e12)])
)
def test_scale_words_multiply(number: int, scale: tuple[str, float]) -> None:
    word, value = scale
    (one,) = quantities(f"The harbour handled {number} {word} tonnes.")
    assert (one.low, one.high) == (number * value, number * value)
    assert one.unit == "t"


@given(st.integers(1_000, 999_999_999))
def test_thousands_are_read_with_their_separators_and_without(number: int) -> None:
    (plain,) = quantities(f"They counted {number} ships, nobody knows why.".replace(str(number), f"{number:,}"))
    assert plain.low == number


@given(st.integers(1, 999), st.sampled_from([("$", "USD"), ("£", "GBP"), ("€", "EUR")]))
def test_money_has_its_currency(number: int, money: tuple[str, str]) -> None:
    sign, currency = money
    (one,) = quantities(f"The bridge cost {sign}{number}m.")
    assert one.kind is QuantityKind.MONEY
    assert (one.low, one.currency) == (number * 1e6, currency)


@pytest.mark.parametrize(
    ("words", "bound"),
    [
        ("more than 40", Bound.MORE_THAN),
        ("fewer than 40", Bound.LESS_THAN),
        ("at least 40", Bound.AT_LEAST),
        ("at most 40", Bound.AT_MOST),
        ("about 40", Bound.APPROXIMATE),
        ("40", Bound.EXACT),
    ],
)
def test_words_limit_a_number(words: str, bound: Bound) -> None:
    (one,) = quantities(f"They counted {words} ships.")
    assert one.bound is bound


@pytest.mark.parametrize(("plural", "one"), [("countries", "country"), ("ships", "ship")])
def test_singulars(plural: str, one: str) -> None:
    assert singular(plural) == one
