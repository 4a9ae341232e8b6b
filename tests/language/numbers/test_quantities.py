"""Amounts as data."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.domain.quantities import Bound, Quantity, QuantityKind
from workbench.language.numbers.quantity_extraction import quantities


def one(text: str, language: str = "en") -> Quantity:
    found = quantities(text, language=language)
    assert len(found) == 1, found
    assert found[0].text == text[found[0].start : found[0].end]
    return found[0]


@pytest.mark.parametrize(
    ("text", "kind", "low", "high"),
    [
        ("It cost £2.3bn.", QuantityKind.MONEY, 2.3e9, 2.3e9),
        ("half a million people", QuantityKind.COUNT, 5e5, 5e5),
        ("a dozen ships", QuantityKind.COUNT, 12, 12),
        ("three dozen ships", QuantityKind.COUNT, 36, 36),
        ("half a dozen ships", QuantityKind.COUNT, 6, 6),
        ("She ran the 3,000m steeplechase", QuantityKind.MEASURE, 3000, 3000),
        ("at 300 miles an hour", QuantityKind.MEASURE, 300, 300),
        ("940 gigawatt hours of power", QuantityKind.MEASURE, 940, 940),
        ("one in five adults", QuantityKind.RATIO, 0.2, 0.2),
        ("40 per cent", QuantityKind.PERCENT, 40, 40),
        ("up 2 percentage points", QuantityKind.PERCENTAGE_POINTS, 2, 2),
        ("1.5–2.0 °C", QuantityKind.MEASURE, 1.5, 2),
        ("between 3,000 and 5,000 homes", QuantityKind.COUNT, 3000, 5000),
        ("two hundred and fifty thousand votes", QuantityKind.COUNT, 250_000, 250_000),
        ("over $10-12 million", QuantityKind.MONEY, 1e7, 1.2e7),
        ("the third time", QuantityKind.ORDINAL, 3, 3),
        ("the highest for years", QuantityKind.SUPERLATIVE, 1, 1),
    ],
)
def test_amounts_have_a_kind_and_limits(text: str, kind: QuantityKind, low: float, high: float) -> None:
    found = one(text)
    assert (found.kind, found.low, found.high) == (kind, low, high)


@pytest.mark.parametrize(
    ("text", "bound", "low", "high"),
    [
        ("about 300 boats", Bound.APPROXIMATE, 300, 300),
        ("more than 300 boats", Bound.MORE_THAN, 300, None),
        ("at least 300 boats", Bound.AT_LEAST, 300, None),
        ("up to 300 boats", Bound.AT_MOST, None, 300),
        ("thousands of boats", Bound.VAGUE, 2000, 999_999),
    ],
)
def test_modifiers_limit_an_amount(text: str, bound: Bound, low: float | None, high: float | None) -> None:
    found = one(text)
    assert (found.bound, found.low, found.high, found.unit) == (bound, low, high, "boat")


@pytest.mark.parametrize(
    ("text", "part", "value"),
    [
        ("Sales fell by a third in 2020.", "a third", 1 / 3),
        ("Sales fell by almost a third.", "a third", 1 / 3),
        ("The firm cut its workforce by a quarter, it said.", "a quarter", 1 / 4),
        ("Profits dropped by more than two-fifths.", "two-fifths", 2 / 5),
        ("The herd shrank by half over a decade.", "half", 1 / 2),
        ("A fifth fewer people came.", "A fifth", 1 / 5),
        ("Tickets cost a third more.", "a third", 1 / 3),
        ("It was a one-third drop.", "one-third", 1 / 3),
        ("The bank shed half its staff.", "half", 1 / 2),
        ("About half were women.", "half", 1 / 2),
        ("A tenth of the harvest was lost.", "A tenth", 1 / 10),
        ("Two thirds of pupils passed.", "Two thirds", 2 / 3),
        ("Exports doubled.", "doubled", 2.0),
        ("Halving the tax was a mistake.", "Halving", 0.5),
        ("Cases rose 3.5-fold.", "3.5-fold", 3.5),
    ],
)
def test_parts_and_multiples_are_ratios(text: str, part: str, value: float) -> None:
    found = [quantity for quantity in quantities(text) if quantity.kind is QuantityKind.RATIO]
    assert [(quantity.text, quantity.low, quantity.high) for quantity in found] == [(part, value, value)]


@pytest.mark.parametrize(
    "text",
    [
        "In the last quarter of 2019 it rained.",
        "It rained in the second half of the year.",
        "Nearly everyone lives in the southern half of the valley.",
        "She was the fifth of eight children.",
        "He was hit by a third man.",
        "The house was bought by a third party in May.",
        "They lived in the Latin Quarter of the city.",
        "They won three shields, one in 1965 and one in 1972.",
        "The rate fell to 2.2 in 2010.",
        "The dam cost $3,600,000 in 2019.",
        "The doubling time was two days.",
        "The stay was shorter by half a day.",
    ],
)
def test_parts_of_a_row_and_years_are_no_ratios(text: str) -> None:
    assert not [quantity for quantity in quantities(text) if quantity.kind is QuantityKind.RATIO]


def test_years_and_numbers_in_names_are_no_amounts() -> None:
    assert quantities("In 2009 the Apollo 11 crew met.") == ()


@pytest.mark.parametrize(
    "text",
    [
        "The minister praised the Nord Stream 2 gas pipeline.",
        "Apollo 11 astronauts were honoured.",
        "The Apollo 11 mission began.",
        "Article 5 binds them.",
        "It broke Article 5 rules.",
        "Covid-19 cases rose.",
        "Channel 4 News asked him.",
        "G20 leaders met.",
        "No. 10 denied it.",
        "A source at No. 10 denied it.",
        "The key to No. 10 Downing Street was lost.",
        "They won Euro 2020.",
        "Boeing 737 jets stay on the ground.",
        "People with type 2 diabetes waited.",
        "MiG-29 jets took off.",
    ],
)
def test_numbers_of_names_count_nothing(text: str) -> None:
    assert quantities(text) == ()


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("In Kyiv 30 people died.", 30),
        ("In Kyiv 30 died.", 30),
        ("Britain sent 2,000 missiles.", 2000),
        ("It gave the US 30 days.", 30),
        ("Under Labour 40 hospitals closed.", 40),
        ("She lost to the world No. 10.", 10),
        ("The town bought 3 MiG-29 jets.", 3),
        ("In the Netherlands 12 boats sank.", 12),
    ],
)
def test_numbers_after_names_still_count(text: str, value: float) -> None:
    assert one(text).low == value


@pytest.mark.parametrize(
    ("language", "text", "value"),
    [
        ("de", "2,3 Milliarden Euro", 2.3e9),
        ("de", "rund 12.000 Menschen", 12_000),
        ("fr", "40 %", 40),
        ("fr", "deux millions", 2e6),
        ("es", "el 40 por ciento", 40),
        ("es", "unas 12.000 personas", 12_000),
    ],
)
def test_decimal_commas_and_scales_of_other_languages(language: str, text: str, value: float) -> None:
    assert one(text, language).low == pytest.approx(value)


@given(
    st.text(alphabet=st.sampled_from("0123456789.,%£$ -–andtoofmillionbk°C")), st.sampled_from(["en", "de", "fr", "es"])
)
def test_whatever_looks_like_numbers_gives_spans_in_order(text: str, language: str) -> None:
    found = quantities(text, language=language)
    for quantity in found:
        assert text[quantity.start : quantity.end] == quantity.text
    for first, second in itertools.pairwise(found):
        assert first.start <= second.start


@pytest.mark.parametrize(
    "text",
    [
        "The two teams shared a high-five.".replace("two ", ""),
        "It happened on day five of the cup.",
        "England won 2 – 1 on the night.",
        "The match ended 0–0 in the rain.",
        "He was first elected mayor.",
        "They should not have come in the first place.",
        "Ann Sample, 19, was arrested.",
        "The firm’s Sample Browser 6 is old.",
        "The board voted 5-2 to sell the mill.",
        "Varen won 3-1 away.",
        "Varen lost 5-3 games.",
        "The mill was built in 1180.",
        "The road was shut between 7 and 9.",
    ],
)
def test_idioms_scores_ages_and_labels_are_no_amounts(text: str) -> None:
    assert quantities(text) == ()


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("The ward lost 40-50 nurses.", 40, 50),
        ("The party won 20-30 seats.", 20, 30),
        ("The firm won 10-12 contracts.", 10, 12),
        ("She led 10-15 tours.", 10, 15),
        ("A total of 1200 were arrested.", 1200, 1200),
        ("The toll rose to a total of 1350.", 1350, 1350),
        ("The score lies between 7 and 9.", 7, 9),
    ],
)
def test_ranges_and_totals_are_no_scores_years_or_hours(text: str, low: float, high: float) -> None:
    assert (one(text).low, one(text).high) == (low, high)


def test_a_place_in_a_ranking_is_a_rank() -> None:
    assert one("It rose to number 3 in the list.").kind is QuantityKind.ORDINAL
    assert one("It is the #2 browser.").kind is QuantityKind.ORDINAL


def test_a_four_digit_count_is_no_year() -> None:
    assert (one("A survey of 1709 schoolchildren").low, one("A survey of 1709 schoolchildren").unit) == (
        1709,
        "schoolchild",
    )
    assert one("It covers 2,000 square metres.").kind is QuantityKind.MEASURE
