"""Amounts as intervals of one measure, so that miles are compared with kilometres and a third against per cent."""

from __future__ import annotations

import re
from math import inf
from typing import NamedTuple

from workbench.comparison.context_window import just_before
from workbench.comparison.stemming import stem
from workbench.domain.quantities import Bound, Quantity, QuantityKind

APPROXIMATE_TOLERANCE = 0.15
"""How far off, as a share of the value, "about" may be."""

JUST = 0.1
"""How far, as a share of the value, "just under" and "just over" reach."""

ROUND = 0.025
"""How far, as a share of the value, a number of one digit and noughts may be rounded: 500,000 for 512,000."""

SHARE_POINTS = 2.5
"""Percentage points within which a fraction in words ("a third") stands for a percentage."""

SHARE_OFF = 0.1
"""How far off, as a share of itself, such a fraction may be where that is less: one in ten is no 12 %."""

TIMES_OVER = "times over"
"""What "doubled" and "threefold" measure."""

PART = "part of "
"""What "two of its six piers" measures, before the name of the whole."""

PLAIN = "count"
"""What a number measures that has no noun behind it: "the number of passengers was 130,000"."""

TIMES = 0.05
"""How far off, as a share of the value, "doubled" may be."""

_UNITS: dict[str, tuple[str, float, float]] = {
    "km": ("length", 1000, 1000), "m": ("length", 1, 1), "cm": ("length", 0.01, 0.01), "mm": ("length", 1e-3, 1e-3),
    "mile": ("length", 1609.344, 1609.344), "ft": ("length", 0.3048, 0.3048), "in": ("length", 0.0254, 0.0254),
    "yd": ("length", 0.9144, 0.9144), "kg": ("mass", 1, 1), "g": ("mass", 1e-3, 1e-3), "t": ("mass", 1000, 1000),
    "ton": ("mass", 907.185, 1016.047), "lb": ("mass", 0.453592, 0.453592), "oz": ("mass", 0.02835, 0.0311),
    "l": ("volume", 1e-3, 1e-3), "gal": ("volume", 0.003785, 0.004546), "barrel": ("volume", 0.158987, 0.158987),
    "m³": ("volume", 1, 1), "ft³": ("volume", 0.0283168, 0.0283168), "bcm": ("volume", 1e9, 1e9),
    "ha": ("area", 1e4, 1e4), "acre": ("area", 4046.856, 4046.856), "m²": ("area", 1, 1),
    "ft²": ("area", 0.092903, 0.092903), "km²": ("area", 1e6, 1e6), "mi²": ("area", 2589988, 2589988),
    "km/h": ("speed", 1, 1), "mph": ("speed", 1.609344, 1.609344), "kn": ("speed", 1.852, 1.852),
    "kW": ("power", 1e3, 1e3), "MW": ("power", 1e6, 1e6), "GW": ("power", 1e9, 1e9),
    "kWh": ("energy", 1e3, 1e3), "MWh": ("energy", 1e6, 1e6), "GWh": ("energy", 1e9, 1e9),
    "TWh": ("energy", 1e12, 1e12), "MB": ("data", 1e6, 1.05e6), "GB": ("data", 1e9, 1.08e9),
    "TB": ("data", 1e12, 1.1e12),
}  # fmt: skip
"""What a unit measures and how many of the base unit it is; tons, gallons and ounces differ from country to country."""

_ERAS = frozenset({"bc", "bce", "ad", "ce"})
_TIMES_OVER = re.compile(r"fold$|\b(?:twice|doubl|tripl|trebl|quadrupl|halv)", re.I)
_OF_A_NUMBER = re.compile(
    r"\sof\s(?:the\s|its\s|their\s|his\s|her\s|our\s|these\s|those\s|all\s){0,2}(?P<number>\d[\d,]{0,12}|two|three|four|five|six|seven|eight|nine|ten|"
    r"eleven|twelve|(?:thir|four|fif|six|seven|eigh|nine)teen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)\s(?P<whole>[^\W\d_]{3,30})",
    re.I,
)
"""What a part is of: "two of its six piers"."""
_OF_THEM = re.compile(
    r"\sof\s(?:(?:the|its|their|his|her|our|these|those)\s)?(?:[^\W\d_]+['’]s?\s)?(?!its\b|his\b|this\b)(?P<noun>[^\W\d_]{2,30}s|(?:wo)?men|people|children)\b(?!['’])"
)
"""What is counted where a number stands alone: "nine of the zoo's penguins"."""
_BELOW = re.compile(r"\s*(?:below|under) (?:zero|freezing)\b", re.I)
_MINUS = re.compile(r"\b(?:minus|negative)\s+$", re.I)
_NEARLY = re.compile(r"(?:nearly|almost|not quite|approaching)\b", re.I)
_NEARLY_BEFORE = re.compile(r"\b(?:nearly|almost|not quite|approaching)\s+$", re.I)
HAIR = 0.005
"""How far, as a share of the value, what is "nearly" so much may pass it."""
_JUST_UNDER = re.compile(r"just (?:under|below|short of)\b", re.I)
_JUST_OVER = re.compile(r"(?:just over|just above|little more than)\b", re.I)
_BOUND_BEFORE = (
    (re.compile(r"\b(?:more than|greater than|over|above|at least)\s+$", re.I), Bound.MORE_THAN),
    (re.compile(r"\b(?:less than|fewer than|smaller than|under|below|up to|at most)\s+$", re.I), Bound.LESS_THAN),
    (re.compile(r"\b(?:nearly|almost|about|around|roughly|approximately|close to|some)\s+$", re.I), Bound.APPROXIMATE),
)


class Measured(NamedTuple):
    """What an amount measures, and between which values of the base unit it lies."""

    what: str
    low: float
    high: float


def measured(quantity: Quantity, text: str) -> Measured | None:
    """An amount of `text` as an interval of what it measures; None where that is not told.

    >>> measured(Quantity(0, 5, "12 km", QuantityKind.MEASURE, 12, 12, unit="km"), "12 km")
    Measured(what='length', low=11500.0, high=12500.0)
    """
    low, high = interval(quantity)
    kind = quantity.kind
    if kind is QuantityKind.PERCENT:
        found = Measured("share", low, high)
    elif kind is QuantityKind.RATIO:
        return _ratio(quantity, text)
    elif kind is QuantityKind.PERCENTAGE_POINTS:
        found = Measured("points", low, high)
    elif kind is QuantityKind.MONEY:
        found = Measured(f"money {quantity.currency}", low, high)
    elif kind is QuantityKind.ORDINAL:
        found = Measured("rank", low, high)
    elif kind is QuantityKind.COUNT and quantity.unit is None and (of := _of_a_number(quantity, text)):
        found = Measured(f"{PART}{stem(of['whole'].casefold())}", low, high)
    elif kind is QuantityKind.COUNT and quantity.unit is None:
        of_them = _OF_THEM.match(text, quantity.end)
        found = Measured(f"count {stem(of_them['noun'].casefold())}" if of_them else PLAIN, low, high)
    elif kind is QuantityKind.SUPERLATIVE or quantity.unit is None or quantity.unit.casefold() in _ERAS:
        return None
    elif kind is QuantityKind.MEASURE and quantity.unit in _UNITS:
        what, least, most = _UNITS[quantity.unit]
        found = Measured(what, min(low * least, low * most), max(high * least, high * most))
    elif quantity.unit == "°F":
        found = Measured("count °c", (low - 32) * 5 / 9, (high - 32) * 5 / 9)
    else:
        found = Measured(f"count {stem(quantity.unit.casefold())}", low, high)
    if low >= 0 and (_BELOW.match(text, quantity.end) or just_before(_MINUS, text, quantity.start)):
        return Measured(found.what, -found.high, -found.low)
    return found


def is_some_of(quantity: Quantity, text: str) -> bool:
    """Whether a number counts some of those that are known: "two of the hostages"."""
    return quantity.unit is None and _OF_THEM.match(text, quantity.end) is not None


_FIRST_OF = re.compile(_OF_A_NUMBER.pattern + r"[^,.;:]{0,40},\s$", re.I)


def _of_a_number(quantity: Quantity, text: str) -> re.Match[str] | None:
    """What tells the whole: "two of its six piers", "of the six piers, two"."""
    return _OF_A_NUMBER.match(text, quantity.end) or just_before(_FIRST_OF, f" {text}", quantity.start + 1)


_WRITTEN_WORDS = """
    two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen
    nineteen twenty
"""
_WRITTEN = _WRITTEN_WORDS.split()


def behind_whole(quantity: Quantity, text: str) -> int:
    """Where the words end that tell of what an amount is a part; where the amount itself ends if none do."""
    found = _OF_A_NUMBER.match(text, quantity.end)
    return found.end() if found else quantity.end


def whole_at(quantity: Quantity, text: str) -> int | None:
    """Where the number stands that tells how large the whole of a part is; None where none does."""
    behind = _OF_A_NUMBER.match(text, quantity.end)
    if behind:
        return behind.start("number")
    first = _of_a_number(quantity, text)
    return first.start("number") - 1 if first else None  # a blank was put before the text


def whole_of(quantity: Quantity, text: str) -> int | None:
    """How many the whole is that an amount is a part of: 6 of "two of its six piers"; None where it is not told."""
    found = _of_a_number(quantity, text)
    if found is None:
        return None
    number = found["number"].casefold().replace(",", "")
    if number.isdecimal():
        return int(number)
    return _WRITTEN.index(number) + 2 if number in _WRITTEN else None


def _ratio(quantity: Quantity, text: str) -> Measured | None:
    """A fraction as per cent of the whole, "doubled" as how many times over."""
    one = quantity.low if quantity.low is not None else quantity.high
    if one is None:
        return None
    lowest, highest = (one if end is None else end for end in (quantity.low, quantity.high))
    if _TIMES_OVER.search(quantity.text):
        what, least, most, slack = TIMES_OVER, lowest, highest, TIMES * highest
    else:
        what, least, most, slack = "share", 100 * lowest, 100 * highest, min(SHARE_POINTS, SHARE_OFF * 100 * lowest)
    low, high = least - slack, most + slack
    bound = quantity.bound
    if bound is Bound.EXACT:
        bound = next((told for words, told in _BOUND_BEFORE if just_before(words, text, quantity.start)), bound)
    if bound in {Bound.MORE_THAN, Bound.AT_LEAST}:
        low = least if bound is Bound.MORE_THAN else low
        high = inf if what == TIMES_OVER else 100.0
    elif bound in {Bound.LESS_THAN, Bound.AT_MOST}:
        low, high = 0.0, most if bound is Bound.LESS_THAN else high
    elif bound is Bound.APPROXIMATE:
        nearly = _NEARLY.match(quantity.text) or just_before(_NEARLY_BEFORE, text, quantity.start)
        low, high = low - 2 * slack, most + HAIR * 100 if nearly and what == "share" else high + 2 * slack
    return Measured(what, low, high)


def interval(quantity: Quantity) -> tuple[float, float]:
    """The values a written number can stand for: half a unit of its last significant digit, more for "about".

    >>> interval(Quantity(0, 0, "2.3bn", QuantityKind.MONEY, 2.3e9, 2.3e9))
    (2250000000.0, 2350000000.0)
    """
    low = -inf if quantity.low is None else quantity.low
    high = inf if quantity.high is None else quantity.high
    if quantity.bound is Bound.APPROXIMATE:
        above = HAIR if _NEARLY.match(quantity.text) else APPROXIMATE_TOLERANCE
        return low - APPROXIMATE_TOLERANCE * abs(low), high + above * abs(high)
    if _JUST_UNDER.match(quantity.text):
        return high - JUST * abs(high), high
    if _JUST_OVER.match(quantity.text):
        return low, low + JUST * abs(low)
    if low == high and quantity.bound is Bound.EXACT:
        slack = min(_half_unit(low, whole=quantity.kind in _COUNTED), _as_written(quantity.text, low))
        return low - slack, high + slack
    return low, high


_TO_THE_LAST = re.compile(r"(?<![\d.,])(?P<number>\d{1,9}[.,](?P<places>\d?0))(?![.,]?\d)")


def _as_written(text: str, value: float) -> float:
    """Half of one unit in the last decimal place that is written, be it a nought: "5.00" is no 5.50; else no limit."""
    found = _TO_THE_LAST.search(text)
    written = float(found["number"].replace(",", ".")) if found else 0.0
    return abs(value / written) * 0.5 * 10.0 ** -len(found["places"]) if found and written else inf


_COUNTED = frozenset({QuantityKind.COUNT, QuantityKind.ORDINAL, QuantityKind.SUPERLATIVE, QuantityKind.RATIO})


def _half_unit(value: float, *, whole: bool) -> float:
    """Half of one unit in the last digit that is not nought; nothing for counts below a thousand, which are exact."""
    size = abs(value)
    if value == 0 or (whole and size < 1000 and size == int(size)):
        return 0.0
    digits = f"{size:.10g}"
    if "e" in digits:
        digits = f"{size:.0f}"
    if "." in digits:
        return float(0.5 * 10.0 ** -len(digits.partition(".")[2]))
    significant = digits.rstrip("0")
    zeros = len(digits) - len(significant)
    if not zeros or size < 1000:
        return 0.0 if whole else 0.5
    # "100,000" may be rounded to its first digit, but half of 100,000 is no rounding
    return float(min(0.5 * 10.0**zeros, ROUND * size)) if len(significant) == 1 else float(0.5 * 10.0**zeros)


def near(one: Quantity, other: Quantity) -> bool:
    """Whether either number, ending in noughts, may be the other after hard rounding: 8,000 for 8,276, 60 % for 58 %.

    Both are given in one unit.
    """
    return _rounds_to(one, other) or _rounds_to(other, one)


def _rounds_to(round_one: Quantity, other: Quantity) -> bool:
    value = round_one.low
    if value is None or value != round_one.high or value % 10 or abs(value) < 10:
        return False
    digits = f"{abs(value):.0f}"
    slack = min(0.5 * 10.0 ** (len(digits) - len(digits.rstrip("0"))), 0.1 * abs(value))
    low, high = interval(other)
    return low <= value + slack and high >= value - slack
