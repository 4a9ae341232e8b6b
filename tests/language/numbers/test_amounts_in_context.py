"""Amounts that the words and amounts beside them tell more of."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import pytest

from workbench.domain.quantities import Bound, Quantity, QuantityKind
from workbench.language.numbers import amounts_in_context
from workbench.language.numbers.amounts_in_context import by_neighbours
from workbench.language.numbers.quantity_extraction import quantities


def read(text: str, language: str = "en") -> list[tuple[str, float | None, float | None]]:
    return [(q.unit or q.currency or q.kind.value, q.low, q.high) for q in quantities(text, language=language)]


def last(text: str, language: str = "en") -> Quantity:
    return quantities(text, language=language)[-1]


@pytest.mark.parametrize(
    "text",
    [
        "Support stood at 44.2%, down 5.8 points.",
        "Support fell 5.8 points to 44.2%.",
        "Support was 44.2 per cent, a fall of 5.8 points.",
        "It was raised by three quarters of a point to 4.5%.",
        "The rate is 4.5%, up half a point.",
        "The rate was 6.1%, down a quarter of a percentage point.",
    ],
)
def test_points_beside_a_percentage_are_percentage_points(text: str) -> None:
    assert [q.kind for q in quantities(text) if q.kind is not QuantityKind.PERCENT] == [QuantityKind.PERCENTAGE_POINTS]


@pytest.mark.parametrize(
    "text", ["The index closed 0.3% higher, up 23 points at 7,200.", "They are two points clear with 61% of the play."]
)
def test_points_of_an_index_or_a_table_stay(text: str) -> None:
    assert QuantityKind.PERCENTAGE_POINTS not in {q.kind for q in quantities(text)}


def test_half_a_point_of_a_game_is_no_percentage() -> None:
    assert QuantityKind.PERCENTAGE_POINTS not in {
        q.kind for q in quantities("She leads by half a point after round 9.")
    }


def test_plus_or_minus_is_no_sign() -> None:
    assert read("a margin of plus or minus 2 points") == [("point", 2, 2)]
    assert read("it was +/-3 km off") == [("km", 3, 3)]
    assert read("at minus 2 degrees") == [("°", -2, -2)]


@pytest.mark.parametrize(
    "text",
    [
        "The bridge cost P450 million.",
        "The road cost RM40 million.",
        "It cost 12,5 million euros.",
        "A quarter million came.",
    ],
)
def test_the_scale_of_a_figure_that_is_not_read_is_no_amount(text: str) -> None:
    """A million had been read of each."""
    assert all(q.low != 1_000_000 for q in quantities(text))


def test_a_million_of_its_own_is_one() -> None:
    assert last("In March a million people came.").low == 1_000_000
    assert last("It cost 1.5 million euros.").low == 1_500_000


def test_each_amount_keeps_its_own_money() -> None:
    assert read("The pound stood at $1.2535 and 1.1987 euros.") == [("USD", 1.2535, 1.2535), ("EUR", 1.1987, 1.1987)]
    assert read("It costs £40 or 300 kronor.")[0] == ("GBP", 40, 40)
    assert read("from $5 to 10 dollars") == [("USD", 5, 10)]


def test_cents_beside_dollars_are_of_these_dollars() -> None:
    text = "The bill is in euros elsewhere. Crude eased 84 cents to $77.10 a barrel."
    assert ("USD", 0.84, 0.84) in read(text)


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("Temperatures stayed above 21.4C overnight.", 21.4, None),
        ("Temperatures did not drop below 21.4C.", 21.4, None),
        ("Highs of 36 to 38C are expected.", 36, 38),
        ("Bake in a hot oven at 180C for an hour.", 180, 180),
        ("It was -5C and cold.", -5, -5),
        ("It was minus 5C overnight.", -5, -5),
        ("It was minus 9C to minus 5C overnight.", -9, -5),
        ("Lows of minus 2 to 3C are forecast.", -2, 3),
        ("The oven keeps its heat to plus or minus 5C.", 5, 5),
    ],
)
def test_degrees_written_c(text: str, low: float, high: float | None) -> None:
    assert ("°C", low, high) in read(text)


@pytest.mark.parametrize(
    "text",
    ["Flat 12C was cold, the tenant said.", "Class 6C had a hot lunch.", "It is warm in seat 14C.", "Gate 3C was hot."],
)
def test_what_bears_a_number_is_no_degree(text: str) -> None:
    assert "°C" not in {unit for unit, _, _ in read(text)}


def test_rooms_and_networks_are_no_measures() -> None:
    assert read("Flat 12C was let again.") == []
    assert read("The 5G network and a 4g phone.") == []


@pytest.mark.parametrize(
    ("text", "grams"),
    [
        ("The bar holds 5g of sugar and 3g of fat.", [5, 3]),
        ("Add 4g salt and 6g yeast.", [4, 6]),
        ("Each tablet holds 5g.", [5]),
        ("A spoon holds 2g of it, a cup 40g.", [2, 40]),
        ("The village has 4g.", []),
        ("4g coverage came after 3g.", []),
        ("5G of this kind is new, as is 5g of the town's own.", []),
    ],
)
def test_grams_of_something_are_no_network(text: str, grams: list[float]) -> None:
    assert [low for unit, low, _ in read(text) if unit == "g"] == grams


def test_grams() -> None:
    assert read("Mix 200g butter with 19.5 g of salt.") == [("g", 200, 200), ("g", 19.5, 19.5)]


def test_times_with_a_decimal_are_a_multiple() -> None:
    text = "Net debt came down to 1.4 times profit from 2.1 times."
    assert [(q.kind, q.low) for q in quantities(text)] == [(QuantityKind.RATIO, 1.4), (QuantityKind.RATIO, 2.1)]
    assert read("She won it three times.") == [("time", 3, 3)]


def test_up_a_quarter_is_a_part() -> None:
    assert read("The dividend is up a quarter, and sales are down a fifth since May.") == [
        ("ratio", 0.25, 0.25),
        ("ratio", 0.2, 0.2),
    ]


def test_one_of_a_number_is_counted() -> None:
    assert [low for _, low, _ in read("Only one of three booths was open.")] == [1, 3]
    assert [low for _, low, _ in read("One of the two lines was closed.")] == [1, 2]
    assert read("One of the reasons was cost.") == []


def test_what_a_group_has_is_counted() -> None:
    text = "The north has 19, the Reformers 14 and the Greens five."
    assert [low for _, low, _ in read(text)] == [19, 14, 5]


def test_a_penny() -> None:
    assert read("Duty goes down by a penny.") == [("GBP", 0.01, 0.01)]
    assert read("A litre is a penny cheaper, up a penny on May.") == [("GBP", 0.01, 0.01)] * 2
    assert read("She gave him a penny for luck.") == []


@pytest.mark.parametrize(
    ("text", "money"),
    [
        ("In New York the chain beat forecasts by a penny a share.", "USD"),
        ("The share cost $4, up a penny.", "USD"),
        ("In Toronto it closed up a penny.", "CAD"),
        ("Toll fell by a penny in London.", "GBP"),
        ("The toll of £2 fell by a penny.", "GBP"),
        ("Banks in London and New York moved it up a penny.", "money"),
        ("The toll fell by a penny.", "money"),
    ],
)
def test_a_penny_is_of_the_money_of_its_text(text: str, money: str) -> None:
    assert read(text)[-1] == (money, 0.01, 0.01)


def test_singulars_in_ie() -> None:
    assert [unit for unit, _, _ in read("A slice has 410 calories; two cookies and three movies are free.")] == [
        "calorie", "cookie", "movie",
    ]  # fmt: skip


def test_a_household_of_four_counts_no_verb() -> None:
    assert read("A family of four spends £128.") == [("person", 4, 4), ("GBP", 128, 128)]
    assert read("a group of six men")[0] == ("man", 6, 6)


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("A family of 5 dogs lived there.", "dog"),
        ("A family of six young foxes was found.", "fox"),
        ("a household of two adults and a child", "adult"),
        ("a family of six children", "child"),
        ("A family of five lived there.", "person"),
        ("A household of 3 lives in Holm.", "person"),
        ("A family of four must pay taxes.", "person"),
        ("A family of four empties a bin a week.", "person"),
        ("He comes from a family of seven.", "person"),
    ],
)
def test_a_family_of_something_counts_that(text: str, unit: str) -> None:
    assert read(text)[0][0] == unit


def test_a_price_by_the_dozen_is_one_amount() -> None:
    assert read("Eggs cost £3.15 a dozen.") == [("GBP", 3.15, 3.15)]
    assert read("He bought a dozen eggs.") == [("egg", 12, 12)]


@pytest.mark.parametrize(("text", "bound"), [("p<0.001", Bound.LESS_THAN), ("scores ≥ 40", Bound.AT_LEAST)])
def test_signs_limit(text: str, bound: Bound) -> None:
    assert last(text).bound is bound


@pytest.mark.parametrize(
    ("text", "bound"),
    [
        ("Sales went 200 -> 300 boxes.", Bound.EXACT),
        ("Sales went 200 => 300 boxes.", Bound.EXACT),
        ("> 300 people came", Bound.EXACT),
        ("He wrote:\n>> 300 people came", Bound.EXACT),
        ("It was<br> 300 people came", Bound.EXACT),
        (">300 people came", Bound.MORE_THAN),
        ("Size:\n≤ 300 boxes", Bound.AT_MOST),
        ("boxes >= 300", Bound.AT_LEAST),
        ("boxes <=300", Bound.AT_MOST),
    ],
)
def test_arrows_and_quoted_lines_are_no_limits(text: str, bound: Bound) -> None:
    assert last(text).bound is bound


def test_ages_behind_people_are_limited() -> None:
    assert read("They may vaccinate children over five.")[0][1:] == (5, None)
    assert read("Nobody counted people over three seasons.")[0][1:] == (3, 3)


def test_scales_leave_no_dust() -> None:
    assert read("Sales of SEK 8.31bn.") == [("SEK", 8.31e9, 8.31e9)]


def test_not_turns_a_limit() -> None:
    assert last("It did not drop below 40 points.").bound is Bound.AT_LEAST
    assert last("Fees never rose above £40.").bound is Bound.AT_MOST
    assert last("They are not new, but over 40 of them work.").bound is Bound.MORE_THAN
    assert last("No more than 40 came.").bound is Bound.AT_MOST


@pytest.mark.parametrize(
    ("text", "bound"),
    [
        ("The ministry did not count over 500 ballots.", Bound.MORE_THAN),
        ("The firm has not paid more than 500 workers their wages.", Bound.MORE_THAN),
        ("They did not know more than 20 had drowned.", Bound.MORE_THAN),
        ("Not only more than 20 people came.", Bound.MORE_THAN),
        ("Not just over 40 came.", Bound.MORE_THAN),
        ("Dozens, if not over 100, came.", Bound.MORE_THAN),
        ("She has not been home for more than 20 years.", Bound.MORE_THAN),
        ("He left without more than 40 of them.", Bound.MORE_THAN),
        ("Fees cannot rise above £40.", Bound.AT_MOST),
        ("It has not yet fallen below 20 points.", Bound.AT_LEAST),
        ("Rents may not go up by more than 3%.", Bound.AT_MOST),
        ("The club has never had more than 40 members.", Bound.AT_MOST),
        ("She has never lost more than three games.", Bound.AT_MOST),
        ("The river was not above 40 cm.", Bound.AT_MOST),
        ("It ran for a year without falling below 20 volts.", Bound.AT_LEAST),
    ],
)
def test_a_not_that_stands_elsewhere_turns_no_limit(text: str, bound: Bound) -> None:
    assert last(text).bound is bound


class _Read:
    """A pattern that counts the characters it may read."""

    def __init__(self, pattern: re.Pattern[str]) -> None:
        self._pattern = pattern
        self.characters = 0

    def search(self, text: str, begin: int, end: int | None = None) -> re.Match[str] | None:
        found = self._pattern.search(text, begin, len(text) if end is None else end)
        self.characters += (found.end() if found else len(text) if end is None else end) - begin
        return found

    def finditer(self, text: str, begin: int, end: int) -> Iterator[re.Match[str]]:
        self.characters += end - begin
        return self._pattern.finditer(text, begin, end)


@pytest.mark.parametrize("words", ["half a point of 5% ", "5C ", "50 cents $1 "])
def test_a_line_without_an_end_is_read_in_steps_that_grow_with_it(words: str, monkeypatch: pytest.MonkeyPatch) -> None:
    read_of = []
    for times in (200, 400):
        counted = _Read(re.compile(r"[.!?][\"”’')]*\s|\n"))
        monkeypatch.setattr(amounts_in_context, "_NEXT_SENTENCE", counted)
        quantities(words * times)
        read_of.append(counted.characters)
    assert read_of[0] > 0
    assert read_of[1] < 2.2 * read_of[0]


class _Looked(list[Quantity]):
    """Amounts that count how often one is looked at."""

    looks = 0

    def __getitem__(self, key: Any) -> Any:
        self.looks += 1
        return super().__getitem__(key)

    def __iter__(self) -> Iterator[Quantity]:
        for one in super().__iter__():
            self.looks += 1
            yield one


def test_the_dollars_beside_cents_are_looked_for_close_by() -> None:
    looks = []
    for times in (200, 400):
        text = "50 cents and 60 cents. " * times + "It is $1 and 50 cents."
        found = _Looked(quantities(text))
        told = by_neighbours(text, found)
        assert told[-1].currency == "USD"
        looks.append(found.looks)
    assert looks[1] < 2.4 * looks[0]
