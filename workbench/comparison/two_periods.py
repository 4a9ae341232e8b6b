"""Numbers of two periods in one passage: "12,000 visitors this year, down from 14,500 in 2018".

A claim of 12,000 in 2018 has the number of the one and the period of the other. What the passage tells of the claim's
period is another number, so its equal one is not the claim's, and only the other is compared with it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from workbench.comparison.context_window import MONTHS, just_before, next_stems, same_noun, sentence, stems
from workbench.comparison.outcomes import Comparison, Facts, Outcome
from workbench.domain.quantities import Quantity, QuantityKind

_MONTH = "|".join(MONTHS)
_PERIOD = re.compile(
    r"\b(?:(?P<quarter>Q[1-4]\b|[1-4]Q\b|(?i:first|second|third|fourth|last|final)[\s-]quarter)"
    r"|(?P<half>H[12]\b|[12]H\b|(?i:first|second)[\s-]half)"
    rf"|(?:(?P<day>[12]?\d|3[01])(?:st|nd|rd|th)?\s)?(?P<month>{_MONTH})(?:\s(?P<day_behind>[12]?\d|3[01])(?!\d))?)"
    r"(?:\s(?:of|in)\s|,?\s|/|-)?(?P<year>(?:1[5-9]|20)\d\d)?(?!\d)"
    r"|(?<![\d.,])(?P<plain>(?:1[5-9]|20)\d\d)(?![\d%]|[.,]\d)"
    r"|\b(?P<now>now\b|today\b|currently\b|(?:this|last|the\sprevious|the\ssame|the\sfollowing|next)\s(?:year|season|month|week|quarter|time)|a\syear\s(?:ago|earlier|before|later))\b",
)
_UP_TO = re.compile(r"\b(?:through|until|till|up\sto|by|since|ended|ending|end\sof)\s(?:the\s)?$", re.I)
"""Before a period that only ends or begins a longer one."""
_ORDER = {"first": "1", "second": "2", "third": "3", "fourth": "4", "last": "4", "final": "4"}
_JOINT = re.compile(
    r"(?P<apart>\b(?:than|compared)\b|\b(?:from|against|versus|vs)\b(?=\s(?:[^\W\d_]{1,12}\s){0,2}[£$€]?\d))|[.;!?](?=\s|$)|\n|,(?=\s)|\b(?:and|but|while|whereas|when|which)\b"
)
"""What parts one clause from the next; behind some stands what it is measured against."""


class _Period(NamedTuple):
    """A period as far as it is written: year, quarter or month, day; or a word such as "last year"."""

    year: str
    part: str
    word: str
    start: int
    end: int

    def is_of(self, other: _Period) -> bool:
        """Whether both are one period, as far as both say: the year may be left out."""
        if self.word or other.word:
            return self.word == other.word
        return self.part == other.part and (not self.year or not other.year or self.year == other.year)

    def is_apart_from(self, other: _Period) -> bool:
        """Whether the two cannot be one period, nor one day or month lie in the other; "last year" may be any.

        A quarter and the year it lies in have amounts of their own.
        """
        if self.word or other.word:
            return False
        if self.year and other.year and self.year != other.year:
            return True
        one, another = sorted((self.part, other.part), key=len)
        if {one[:1], another[:1]} & {"q", "h"}:
            return one != another and bool((self.year and other.year) or one)
        return bool(one) and not another.startswith(one)


class TimedClause(NamedTuple):
    """Where a clause stands in a text."""

    start: int
    end: int
    apart: bool
    """Whether it opens with what the clause before is measured against."""


def _periods(text: str) -> list[_Period]:
    found = []
    for match in _PERIOD.finditer(text):
        got = match.groupdict()
        if just_before(_UP_TO, text, match.start()):
            continue
        part = ""
        for name, letter in (("quarter", "q"), ("half", "h")):
            if got[name]:
                digit = re.search(r"\d", got[name])
                part = letter + (digit.group() if digit else _ORDER[re.split(r"[\s-]", got[name].casefold())[0]])
        if got["month"]:
            part = got["month"].casefold()[:3] + (got["day"] or got["day_behind"] or "")
        word = " ".join((got["now"] or "").casefold().split())
        found.append(_Period(got["year"] or got["plain"] or "", part, word, match.start(), match.end()))
    return found


def clauses_of(text: str) -> list[TimedClause]:
    """The clauses of a text, in order; all of it is in one of them."""
    joints = list(_JOINT.finditer(text))
    edges = [0, *(joint.end() for joint in joints), len(text)]
    apart = [False, *(joint["apart"] is not None for joint in joints)]
    return [TimedClause(start, end, way) for (start, end), way in zip(pairwise(edges), apart, strict=True)]


def _period_of(one: Quantity, clauses: Sequence[TimedClause], periods: Sequence[_Period]) -> _Period | None:
    """The period that an amount is told of: that of its clause, of one before, or of one behind joined to it."""
    at = next((place for place, clause in enumerate(clauses) if clause.start <= one.start < clause.end), 0)

    def within(place: int) -> _Period | None:
        clause = clauses[place]
        inside = [period for period in periods if clause.start <= period.start < clause.end]
        return min(inside, key=lambda period: abs(period.start - one.start), default=None)

    found = within(at)
    for place in range(at, 0, -1):
        if found is not None or clauses[place].apart:
            break
        found = within(place - 1)
    for place in range(at + 1, len(clauses)):
        if found is not None or clauses[place].apart:
            break
        found = within(place)
    return found


def is_of_the_asked(claim: Facts, passage: Facts, one: Quantity) -> bool:
    """Whether the passage tells an amount right beside the one period of the claim: "compared to 30,000 in 2018"."""
    asked = _periods(claim.text)
    if len({(period.year, period.part, period.word) for period in asked}) != 1 or asked[0].word:
        return False
    return any(
        when.is_of(asked[0]) and _RIGHT_BEHIND.fullmatch(passage.text, one.end, when.start)
        for when in _periods(passage.text)
        if when.start >= one.end
    )


def told_of_the_asked(claim: Facts, passage: Facts) -> list[Comparison]:
    """The claim's own amount at its own period, beside one of the same sort at another: it is no other amount.

    "26,000 cars in 2019, compared to 30,000 in 2018" tells a claim of 30,000 cars in 2018, which the model reads as
    another number.
    """
    found = []
    for own in claim.quantities:
        if own.kind in RANKS:
            continue
        kin = [one for one in passage.quantities if may_measure_one(own, one)]
        equal = [one for one in kin if (one.low, one.high) == (own.low, own.high)]
        others = [one for one in kin if one not in equal and one.unit == own.unit and one_sort(own, one)]
        of_it = next((one for one in equal if is_of_the_asked(claim, passage, one)), None)
        if of_it is not None and any(not is_of_the_asked(claim, passage, one) for one in others):
            said = of_it.text.rstrip(" .,;")
            found.append(Comparison(Outcome.COMPATIBLE, own.text.rstrip(" .,;"), said, within=True))
    return found


def of_other_periods(claim: Facts, passage: Facts) -> list[Comparison]:
    """Amounts of the claim where every one of its sort in the passage is another one, of another period.

    "26,000 in 2019" says nothing of 30,000 in 2018. A passage with the claim's own number at another time is left
    alone: there the time may be what is wrong.
    """
    asked, periods = _periods(claim.text), _periods(passage.text)
    if not asked or not periods or not all(when.is_apart_from(own) for when in periods for own in asked):
        return []
    clauses = clauses_of(passage.text)
    found = []
    for own in claim.quantities:
        within = any(period.start <= own.start < period.end for period in asked)
        if own.kind in (*RANKS, QuantityKind.RATIO) or within:
            continue
        kin = [
            one
            for one in passage.quantities
            if may_measure_one(own, one)
            and _may_be_of_one_thing(claim.text, own, passage.text, one)
            and not any(period.start <= one.start < period.end for period in periods)
        ]
        told = [
            (one, when)
            for one in kin
            if (when := _period_of(one, clauses, periods)) is not None
            and (when.start < one.start or not _STOP.search(passage.text, one.end, when.start))
        ]
        if not kin or len(told) < len(kin) or any((one.low, one.high) == (own.low, own.high) for one in kin):
            continue
        one, when = told[0]
        asks = claim.text[asked[0].start : asked[0].end].strip()
        said = passage.text[min(one.start, when.start) : max(one.end, when.end)]
        if len(said) > _LONGEST:
            said = f"{one.text}, {passage.text[when.start : when.end].strip()}"
        words = " ".join(said.split()).rstrip(" .,;")
        found.append(Comparison(Outcome.MOMENT, f"{own.text.rstrip(' .,;')}, {asks}", words))
    return found


def _may_be_of_one_thing(text: str, own: Quantity, there: str, one: Quantity) -> bool:
    """Whether two amounts count the same by the words behind them, or stand among the same where one names nothing."""
    if own.kind is QuantityKind.COUNT and next_stems(text, own.end, 1) and next_stems(there, one.end, 1):
        return same_noun((text, own.end), (there, one.end))
    mine, theirs = (
        stems(_PERIOD.sub(" ", words[slice(*sentence(words, at))]))
        for words, at in ((text, own.start), (there, one.start))
    )
    return bool(mine & theirs)


_STOP = re.compile(r"[.!?;]\s|\n")
_RIGHT_BEHIND = re.compile(r"(?:\s[a-z]{2,20}){0,2}\s(?:in|for|during|at\sthe\send\sof)\s(?:the\s)?")


def of_another_period(claim: Facts, passage: Facts) -> list[tuple[Quantity, Comparison]]:
    """Amounts of the passage that are the claim's by their number and not by their period, each with what is told.

    Only where the passage tells another amount of the same sort of the claim's period.
    """
    asked = _periods(claim.text)
    if len({(period.year, period.part, period.word) for period in asked}) != 1 or asked[0].word:
        return []
    periods = _periods(passage.text)
    if not any(period.is_of(asked[0]) for period in periods):
        return []
    clauses = clauses_of(passage.text)
    told = [
        (one, _period_of(one, clauses, periods))
        for one in passage.quantities
        if not any(period.start <= one.start < period.end for period in periods)
    ]
    found = []
    for own in claim.quantities:
        if own.kind in RANKS or any(period.start <= own.start < period.end for period in asked):
            continue
        kin = [(one, when) for one, when in told if may_measure_one(own, one)]
        equal = [(one, when) for one, when in kin if one_sort(own, one) and (one.low, one.high) == (own.low, own.high)]
        of_it = [one for one, when in kin if when is not None and when.is_of(asked[0])]
        if not equal or not of_it or any(when is not None and when.is_of(asked[0]) for _, when in equal):
            continue
        for one, when in equal:
            said = one.text if when is None else passage.text[min(one.start, when.start) : max(one.end, when.end)]
            if len(said) > _LONGEST:
                said = one.text
            asks = claim.text[asked[0].start : asked[0].end]
            mine = f"{own.text.rstrip(' .,;')}, {asks.strip()}"
            found.append((one, Comparison(Outcome.ANOTHER, mine, " ".join(said.split()).rstrip(" .,;"))))
    return found


_LASTS = frozenset({"second", "minute", "hour", "day", "night", "week", "month", "year", "decade"})
RANKS = (QuantityKind.ORDINAL, QuantityKind.SUPERLATIVE)
"""Which one of a row, and no amount."""
_LONGEST = 90
"""Letters of the passage that are told."""


def one_sort(own: Quantity, one: Quantity) -> bool:
    """Whether two amounts may count or measure the same."""
    if own.kind is not one.kind or own.currency != one.currency:
        return False
    if own.kind is QuantityKind.COUNT and own.unit and one.unit:  # eight men, eight months
        return (own.unit in _LASTS) == (one.unit in _LASTS)
    return own.kind is not QuantityKind.MEASURE or own.unit == one.unit


def may_measure_one(own: Quantity, one: Quantity) -> bool:
    """Whether an amount may measure the same: "3.1 million" after "4 million tonnes"."""
    bare = one.kind is QuantityKind.COUNT and one.unit is None and own.kind is not QuantityKind.PERCENT
    return one_sort(own, one) or bare
