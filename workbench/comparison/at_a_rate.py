"""Whether one of two equal amounts is of each day or year, and the other of all of a longer time, or done once.

A rise of 6 per cent a year is not one of 6 per cent over three years, nor are 90 million over five years the same as
over two.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from workbench.comparison.amounts import Amount, rate_of
from workbench.comparison.comparable_amounts import in_the_present
from workbench.comparison.context_window import WORD, is_past, just_before, sentence
from workbench.comparison.outcomes import Comparison, Facts, Outcome
from workbench.domain.quantities import Quantity, QuantityKind

_ONCE = frozenset({"mass", "volume", "length", "energy", "area"})
_OF_A_TIME = re.compile(r"\bof\san?\s(?:second|minute|hour|day|night|week|month|quarter|year)\b", re.I)
_EACH = re.compile(
    r"(?:\s[^\W\d_]+){0,4}?\s(?:(?:an?|per|each|every)\s(?:second|minute|hour|day|night|week|month|quarter|year|annum)"
    r"|hourly|daily|weekly|monthly|yearly|annually)\b",
    re.I,
)
_HOLDS = re.compile(r"\b(?:holds?|contains?|stores?|ha(?:s|ve))\s(?:[^\W\d_]+\s){0,2}$", re.I)


def at_a_rate(own: Amount, other: Amount) -> tuple[str, str] | None:
    """Both amounts with the words that tell them apart, where one alone is of each day, or the two of other times."""
    mine, theirs = _time_of(own), _time_of(other)
    if mine is not None and theirs is not None:
        return (mine.words, theirs.words) if _longer(mine, theirs) else None
    return _done_once(own, other)


class _Time(NamedTuple):
    """The time that an amount is of, in days, and the amount with the words that tell it."""

    days: float
    words: str


def _longer(one: _Time, other: _Time) -> bool:
    """Whether one time is so much longer that no rounding makes them one."""
    less, more = sorted((one.days, other.days))
    return more > 1.4 * less


_NUMBERS_WORDS = """
    zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen
    eighteen nineteen twenty
"""
_NUMBERS = _NUMBERS_WORDS.split()
_UNITS = {
    "hour": 1 / 24, "day": 1.0, "night": 1.0, "week": 7.0, "month": 30.4, "quarter": 91.3, "year": 365.2,
    "season": 365.2, "decade": 3652.0,
}  # fmt: skip
_UNIT = "hour|day|night|week|month|quarter|year|season|decade"
_OVER = re.compile(
    rf"\b(?:over|in|within|during|across|throughout)\s(?:(?:all\sof\s)?(?:the|its|their|a\speriod\sof)\s)?"
    rf"(?:(?:past|last|next|first|coming|following|previous)\s)?"
    rf"(?:(?P<number>\d{{1,3}}|{'|'.join(_NUMBERS[2:])})\s(?P<units>{_UNIT})s\b|(?:an?\s|one\s)?(?P<unit>{_UNIT})\b"
    rf"|(?:an?\s)?(?P<long>\d{{1,3}}|{'|'.join(_NUMBERS[2:])})-(?P<period>{_UNIT})\s(?:period|span|deal|term))"
    r"(?!\s(?:old|time|of\sage)\b)",
    re.I,
)
"""All of a time, in which as much came about."""
_EACH_OF = re.compile(
    rf"(?:\s[^\W\d_]+){{0,4}}?\s(?:each|every\sone)\sof\s(?:(?:the|its|those|these)\s)?(?:(?:past|last|next|first|coming)\s)?"
    rf"(?:\d{{1,3}}|[a-z]+)\s(?P<units>{_UNIT})s\b",
    re.I,
)
_SHARED_OUT = re.compile(
    r"\b(?:averag\w+|mean|annual\w*|yearly|monthly|weekly|daily|compound\w*"
    rf"|(?:an?|each|every|per)\s(?:{_UNIT}))\b",
    re.I,
)
"""What may make an amount of a longer time one of each year of it."""
_ANOTHER_CLAUSE = re.compile(r"[;:]|\s(?:and|but|while|which|after)\s", re.I)
_REACH = 80
"""Characters before and behind an amount in which the time is looked for that it is of."""


def _time_of(amount: Amount) -> _Time | None:
    """The time that an amount is of; None where none is told, or it may be of each part of one."""
    text, start, end = amount.span
    begin, stop = sentence(text, start)
    each = _EACH_OF.match(text, end, stop)
    if each is not None:
        return _Time(_UNITS[each["units"].casefold()], _written(text, start, each.end()))
    rate = rate_of(*amount.span)
    if rate:
        return _Time(rate, _with_rate(amount))
    if _SHARED_OUT.search(text, begin, stop):
        return None
    others = [one.start for one in amount.facts.quantities if one.start >= end and one.text[:1] in "0123456789$£€"]
    behind = _ANOTHER_CLAUSE.split(text[end : min([stop, end + _REACH])])[0]
    found = _OVER.search(text, end, end + len(behind))
    if found is not None and not any(one < found.start() for one in others):
        return _Time(_days(found), _written(text, start, found.end()))
    before = max(begin, start - _REACH)
    found = next(iter(_OVER.finditer(text, before, start)), None)
    if found is None or _ANOTHER_CLAUSE.search(text, found.end(), start) or text[begin : found.start()].strip():
        return None  # what stands within a sentence may be of another amount
    return _Time(_days(found), _written(text, found.start(), end))


def _days(found: re.Match[str]) -> float:
    told = found["units"] or found["unit"] or found["period"]
    number = (found["number"] or found["long"] or "1").casefold()
    return _UNITS[told.casefold()] * (int(number) if number.isdecimal() else _NUMBERS.index(number))


def _written(text: str, start: int, end: int) -> str:
    return " ".join(text[start:end].split()).strip(" .,;")


# each day, and once


def _done_once(own: Amount, other: Amount) -> tuple[str, str] | None:
    """One alone is done each day or month, and the other sentence tells no time in which it was."""
    rates = rate_of(*own.span), rate_of(*other.span)
    if own.measured.what not in _ONCE or (rates[0] is None) == (rates[1] is None) or 0.0 in rates:
        return None
    plain = own if rates[0] is None else other
    begin, stop = sentence(*plain.span[:2])
    rated = other if plain is own else own
    if _OF_A_TIME.search(rated.facts.text, *sentence(*rated.span[:2])):
        return None
    if (in_the_present(plain) and not _holds(plain)) or any(begin <= time.start < stop for time in plain.facts.times):
        return None
    return own.words, _with_rate(other)


def _holds(amount: Amount) -> bool:
    """Whether a text says how much there is, which is no more each day: "holds 40 million litres"."""
    return just_before(_HOLDS, *amount.span[:2]) is not None


def _with_rate(amount: Amount) -> str:
    text, start, end = amount.span
    found = _EACH.match(text, end)
    return text[start : found.end() if found else end].strip(" .,;")


_RATES = {"mph": "mile", "kn": ""}


def rates_beside(claim: Facts, passage: Facts) -> list[Comparison]:
    """The claim's plain amounts that the passage tells as a rate, or the other way round: 900 km, and 900 km/h."""
    return [
        Comparison(Outcome.ANOTHER, mine.text.strip(" .,;"), theirs.text.strip(" .,;"))
        for mine in _measures(claim.quantities)
        for theirs in _measures(passage.quantities)
        if mine.low == theirs.low
        and mine.high == theirs.high
        and (
            rate_of(claim.text, mine.start, mine.end)
            if _of_rate(theirs)
            else rate_of(passage.text, theirs.start, theirs.end)
        )
        is None
        and not _one_rate(claim.text[: mine.start], passage.text[: theirs.start])
        and {_of_rate(mine), _of_rate(theirs)} in ({mine.unit, None}, {theirs.unit, None})
        and not any(mine.unit == one.unit and mine.low == one.low for one in passage.quantities)
    ]


def _one_rate(mine: str, theirs: str) -> bool:
    """Whether the same word in the present leads to both: what a mine yields it yields in some time."""
    ends = [list(WORD.finditer(text))[-1:] for text in (mine[-40:], theirs[-40:])]
    words = [found[0].group().casefold() if found else "" for found in ends]
    return words[0] == words[1] != "" and not is_past(words[0])


_MOST_MEASURES = 40


def _measures(quantities: Sequence[Quantity]) -> list[Quantity]:
    found = [one for one in quantities if one.kind is QuantityKind.MEASURE and one.unit and one.low is not None]
    return found[:_MOST_MEASURES]


def _of_rate(quantity: Quantity) -> str | None:
    """The unit that a speed or flow is reckoned from, km of "km/h"; None for what tells no time."""
    unit = quantity.unit or ""
    plain, slash, _ = unit.partition("/")
    return plain if slash else _RATES.get(unit)
