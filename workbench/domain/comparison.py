"""What the numbers and dates of a claim and of a passage say about each other.

Words alone cannot tell "thousands" from "about 100,000" or "first since 2017" from a visit in 2019. Amounts are
compared as intervals, so that a vague or rounded number agrees with every number it can stand for; two amounts are
only held against each other where unit and surrounding words say that they measure the same thing.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum
from functools import lru_cache
from math import floor, inf, log10

from workbench.domain.quantities import Bound, Quantity, QuantityKind, TimeKind, TimeRef
from workbench.domain.stemming import stem

APPROXIMATE_TOLERANCE = 0.15
"""How far off, as a share of the value, "about" may be."""

FEW = 30
"""Below this a vague amount ("several", "a few") does not contradict an exact one."""

CONTEXT_WORDS = 6
"""Words on either side of an amount that say what it measures."""


class Outcome(StrEnum):
    """Whether two amounts or times can both be right."""

    AGREEMENT = "agreement"
    CONFLICT = "conflict"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Comparison:
    """One amount or time of the claim held against one of the passage, each in its own words."""

    outcome: Outcome
    claim: str
    passage: str

    @property
    def words(self) -> str:
        """The comparison as a reader sees it."""
        return f"claim: {self.claim}; passage: {self.passage}"


@dataclass(frozen=True, slots=True)
class Facts:
    """A text with the amounts and times read from it; `day` is when it was published."""

    text: str
    quantities: Sequence[Quantity] = ()
    times: Sequence[TimeRef] = ()
    day: date | None = None


def interval(quantity: Quantity) -> tuple[float, float]:
    """The values a written number can stand for: half a unit of its last significant digit, more for "about".

    >>> interval(Quantity(0, 0, "2.3bn", QuantityKind.MONEY, 2.3e9, 2.3e9))
    (2250000000.0, 2350000000.0)
    """
    low = -inf if quantity.low is None else quantity.low
    high = inf if quantity.high is None else quantity.high
    if quantity.bound is Bound.APPROXIMATE:
        return low - APPROXIMATE_TOLERANCE * abs(low), high + APPROXIMATE_TOLERANCE * abs(high)
    if low == high and quantity.bound is Bound.EXACT and quantity.kind not in _RANKS:
        slack = _half_unit(low)
        return low - slack, high + slack
    return low, high


_RANKS = frozenset({QuantityKind.ORDINAL, QuantityKind.SUPERLATIVE})


def _half_unit(value: float) -> float:
    """Half of one unit in the last digit that is not nought; nothing below ten, where counts are exact."""
    if value == 0 or (abs(value) < 10 and value == int(value)):
        return 0.0
    digits = f"{abs(value):.10g}"
    if "e" in digits:
        digits = f"{abs(value):.0f}"
    if "." in digits:
        return float(0.5 * 10.0 ** -len(digits.partition(".")[2]))
    zeros = len(digits) - len(digits.rstrip("0"))
    # "100,000" may be rounded to its first digit, but half of 100,000 is no rounding: at most a tenth.
    return float(min(0.5 * 10.0**zeros, 0.1 * 10.0 ** floor(log10(abs(value))))) if zeros else 0.0


def same_measure(claim: Quantity, passage: Quantity) -> bool:
    """Whether two amounts are of one kind and unit, so that their values can be compared at all."""
    if claim.kind is not passage.kind or claim.currency != passage.currency:
        return False
    if claim.kind in (QuantityKind.PERCENT, QuantityKind.PERCENTAGE_POINTS, QuantityKind.MONEY, QuantityKind.RATIO):
        return True
    if claim.kind in _RANKS:
        return claim.kind is QuantityKind.ORDINAL
    if claim.unit is None or passage.unit is None:
        return False
    return stem(claim.unit.casefold()) == stem(passage.unit.casefold())


_WORD = re.compile(r"[^\W\d_]+", re.UNICODE)
_EMPTY_WORDS = """
    a an the of in on at to for from by with as is are was were be been being has have had do does did will would can
    could may might must should it its he she they his her their this that these those there and or but not no who
    which what when where than then also into over about after before between during more less least most per cent
    around nearly almost some only since until up year years month months day days first one
"""
_EMPTY = frozenset(_EMPTY_WORDS.split())


def _stems(text: str) -> frozenset[str]:
    return frozenset(
        stem(word) for word in map(str.casefold, _WORD.findall(text)) if word not in _EMPTY and len(word) > 2
    )


@lru_cache(maxsize=4096)
def _beside(text: str, start: int, end: int) -> frozenset[str]:
    """The stems of the words beside a span."""
    return _stems(_around(text, start, end))


@lru_cache(maxsize=4096)
def _around(text: str, start: int, end: int) -> str:
    """The words beside a span, within its sentence as far as full stops tell."""
    before = re.split(r"[.;!?](?=\s)", text[max(0, start - 120) : start])[-1].split()[-CONTEXT_WORDS:]
    after = re.split(r"[.;!?](?=\s|$)", text[end : end + 120])[0].split()[:CONTEXT_WORDS]
    return " ".join([*before, *after])


_RISING = re.compile(
    r"\b(?:rose|risen?|rising|rises|increas\w+|grew|grown?|growth|gain\w*|up|climb\w*|jump\w*|higher)\b", re.I
)
_FALLING = re.compile(
    r"\b(?:fell|fall(?:en|ing|s)?|decreas\w+|declin\w+|dropp?\w*|shrank|down|reduc\w+|lower|cut)\b", re.I
)


def _direction(around: str) -> int:
    """1 where the words beside an amount say it rose by that, -1 where it fell, 0 where they say neither or both."""
    return bool(_RISING.search(around)) - bool(_FALLING.search(around))


def compare_quantities(claim: Facts, passage: Facts) -> list[Comparison]:
    """Hold every amount of the claim against those of the passage that measure the same thing.

    An amount agrees when one of the passage's lies within what it can stand for; it conflicts when they all lie
    outside it and the words around them are the same; else nothing is known.
    """
    found = []
    for own in _apart(claim):
        # dates are only looked for in a passage that has an amount to tell from them
        alike = [other for other in passage.quantities if same_measure(own, other)]
        others = _outside_dates(alike, passage) if alike else []
        if not others:
            continue
        context = _beside(claim.text, own.start, own.end)
        ranked = sorted(others, key=lambda other: -len(context & _beside(passage.text, other.start, other.end)))
        best: Comparison | None = None
        for other in ranked:
            outcome = _amounts(own, other, claim.text, passage.text, context, alone=len(others) == 1)
            if best is None or outcome is Outcome.AGREEMENT:
                best = Comparison(outcome, own.text.rstrip(" .,;"), other.text.rstrip(" .,;"))
            if outcome is Outcome.AGREEMENT:
                break
        elsewhere = any(_same_value(own, other) for other in passage.quantities if other not in others)
        if best is not None and best.outcome is Outcome.CONFLICT and elsewhere:
            # "8,400 others" beside "33 people": the claim's number is there, of something named otherwise
            best = replace(best, outcome=Outcome.UNKNOWN)
        if best is not None:
            found.append(best)
    return found


def _apart(facts: Facts) -> list[Quantity]:
    """The amounts that are no part of a date: the 12 of "12 May 2020" counts nothing."""
    return _outside_dates(facts.quantities, facts)


def _outside_dates(quantities: Sequence[Quantity], facts: Facts) -> list[Quantity]:
    dates = [time for time in facts.times if time.kind not in (TimeKind.DURATION, TimeKind.RECURRING)]
    return [one for one in quantities if not any(t.start <= one.start and one.end <= t.end for t in dates)]


def _same_value(one: Quantity, other: Quantity) -> bool:
    return bool({one.low, one.high} & {other.low, other.high} - {None})


def _amounts(own: Quantity, other: Quantity, text: str, against: str, context: frozenset[str], alone: bool) -> Outcome:
    low, high = interval(own)
    other_low, other_high = interval(other)
    mine, theirs = _around(text, own.start, own.end), _around(against, other.start, other.end)
    shared = len(context & _beside(against, other.start, other.end))
    if own.kind is QuantityKind.ORDINAL and not (own.unit and other.unit and stem(own.unit) == stem(other.unit)):
        # an ordinal says what it counts in the word after it
        following, others = _next_stem(text, own.end), _next_stem(against, other.end)
        if following is None or following != others:
            return Outcome.UNKNOWN
    if other_low > high or other_high < low:
        if Bound.VAGUE in (own.bound, other.bound) and min(high, other_high) < FEW:
            return Outcome.UNKNOWN  # "several" may be two
        if _near(own, other) or _near(other, own):
            return Outcome.UNKNOWN
        return Outcome.CONFLICT if shared >= (min(2, len(context)) if alone else 2) else Outcome.UNKNOWN
    if _direction(mine) * _direction(theirs) < 0 and own.kind in (QuantityKind.PERCENT, QuantityKind.MONEY):
        return Outcome.CONFLICT if shared else Outcome.UNKNOWN
    inside = low <= other_low and other_high <= high
    rounded = other_low <= low and high <= other_high and other.bound is Bound.EXACT
    return Outcome.AGREEMENT if inside or rounded or _close(own, other) else Outcome.UNKNOWN


def _near(round_one: Quantity, other: Quantity) -> bool:
    """Whether a number that ends in noughts may be the other after hard rounding: 8,000 for 8,276, 60 % for 58 %."""
    value = round_one.low
    if value is None or value != round_one.high or value % 10 or abs(value) < 10 or round_one.kind in _RANKS:
        return False
    digits = f"{abs(value):.0f}"
    slack = min(0.5 * 10.0 ** (len(digits) - len(digits.rstrip("0"))), 0.1 * abs(value))
    low, high = interval(other)
    return low <= value + slack and high >= value - slack


def _close(own: Quantity, other: Quantity) -> bool:
    """Whether one number is the other, rounded."""
    if own.low is None or own.low != own.high or other.low is None or other.low != other.high:
        return False
    low, high = interval(own)
    other_low, other_high = interval(other)
    return low <= other.low <= high or other_low <= own.low <= other_high


def _next_stem(text: str, end: int) -> str | None:
    for match in _WORD.finditer(text, end):
        word = match.group().casefold()
        return stem(word) if word not in _EMPTY else None
    return None


_FIRST_SINCE = re.compile(r"\b(?:first|only|last)\b[^.;]{0,60}\bsince\b", re.I)
_NOT_YET = re.compile(
    r"\b(?:(?:has|have|had|is|are|was|were)(?:n't| not) (?:yet )?(?:been )?"
    r"|(?:(?:is|are|was|were|has|have) )?yet to (?:be |have been )?)(?P<verb>[a-z]+)",
    re.I,
)
_PARTICIPLE = re.compile(
    r"(?:ed|en|own|built|held|sold|sent|found|made|done|won|paid|begun|met|lost|left|kept|brought)$", re.I
)
_DENIED = re.compile(r"\b(?:not|never|yet to|n't|without|un\w+ed|before|until|if|will|to be)\b|n't\b", re.I)
_PART = re.compile(r"\b(?:first|second|third|fourth|part|half|phase|stage|section|sections|parts|one of)\b", re.I)
_POSSIBLE = re.compile(r"\b(?:can|could|may|might|must|ought|shall|should|would|be|to)\s+(?:\w+\s+){0,2}$", re.I)


def compare_times(claim: Facts, passage: Facts) -> list[Comparison]:
    """Hold the times of the claim against those of the passage.

    Two dates conflict when they cannot be the same day and the words around both, a verb among them as a rule, are
    the same. "First … since 2017" conflicts with the same thing between 2017 and the claim. "Yet to be completed"
    conflicts with "completed" at a date that was past when the claim was made.
    """
    found = [*_first_since(claim, passage), *_not_yet(claim, passage)]
    if not claim.times or _FIRST_SINCE.search(claim.text):
        return found
    own_days = [_days(claim.text, time) for time in claim.times]
    if not any(own_days):
        return found
    days = [(time, span) for time in passage.times if (span := _days(passage.text, time)) is not None]
    # a date of the passage that is already one of the claim's cannot stand against another of them
    taken = {time for time, span in days if any(own is not None and _overlap(own, span) for own in own_days)}
    for time, span in zip(claim.times, own_days, strict=True):
        if span is None:
            continue
        same = [other for other, other_span in days if _overlap(span, other_span)]
        if same:
            found.append(
                Comparison(Outcome.AGREEMENT, _said(claim.text, time), min(same, key=lambda o: len(o.text)).text)
            )
            continue
        context = _beside(claim.text, time.start, time.end)
        free = [other for other, _ in days if other not in taken]
        close = [(len(context & _beside(passage.text, other.start, other.end)), other) for other in free]
        if close:
            shared, other = max(close, key=lambda pair: pair[0])
            sure = shared >= (1 if len(free) == 1 else 2) and not _EXCEPT.search(claim.text)
            sure = sure and not _SAID_ON.search(claim.text, 0, time.start)
            sure = sure and time.text not in other.text  # "after 1952" beside 1952 tells of another event
            outcome = Outcome.CONFLICT if sure else Outcome.UNKNOWN
            found.append(Comparison(outcome, _said(claim.text, time), _said(passage.text, other)))
    return found


_EXCEPT = re.compile(r"\b(?:except|other than|not|never|n't)\b|n't\b", re.I)
_BEFORE = re.compile(r"\b(?:before|prior to|earlier than)\s+(?:the\s+)?$", re.I)
_SAID_ON = re.compile(
    r"\b(?:said|told|announced|claimed|stated|wrote|reported|warned|tweeted)\b(?:\s+\w+){0,4}\s+(?:on|in)\s+(?:the\s+)?$",
    re.I,
)
_AFTER = re.compile(r"\b(?:after|later than)\s+(?:the\s+)?$", re.I)


def _said(text: str, time: TimeRef) -> str:
    """A time with the "before" or "after" that stands in front of it."""
    match = _BEFORE.search(text, 0, time.start) or _AFTER.search(text, 0, time.start)
    return text[match.start() : time.end] if match else time.text


def _days(text: str, time: TimeRef) -> tuple[date, date] | None:
    """First and last day a date or period can mean, None where it is none; "after 2000" is what follows 2000."""
    if time.kind not in (TimeKind.DATE, TimeKind.PERIOD) or time.earliest is None or time.latest is None:
        return None
    if _BEFORE.search(text, 0, time.start):
        return date.min, time.earliest - timedelta(days=1) if time.earliest > date.min else date.min
    if _AFTER.search(text, 0, time.start):
        return min(date.max - timedelta(days=1), time.latest) + timedelta(days=1), date.max
    return time.earliest, time.latest


def _overlap(one: tuple[date, date], other: tuple[date, date]) -> bool:
    return one[0] <= other[1] and other[0] <= one[1]


def _first_since(claim: Facts, passage: Facts) -> list[Comparison]:
    match = _FIRST_SINCE.search(claim.text)
    if match is None:
        return []
    found = []
    topic = _stems(claim.text)
    for own in claim.times:
        if own.kind is not TimeKind.SINCE or own.earliest is None:
            continue
        since = own.latest or date(own.earliest.year, 12, 31)
        until = claim.day or date.max
        for other in passage.times:
            if other.earliest is None or other.latest is None or other.kind not in (TimeKind.DATE, TimeKind.PERIOD):
                continue
            between = since < other.earliest and other.latest < until
            if between and len(topic & _beside(passage.text, other.start, other.end)) >= 2:
                said = claim.text[match.start() : own.end]
                found.append(Comparison(Outcome.CONFLICT, said, f"{other.text}, in between"))
                break
    return found


def _not_yet(claim: Facts, passage: Facts) -> list[Comparison]:
    found = []
    topic = _stems(claim.text)
    for match in _NOT_YET.finditer(claim.text):
        verb = stem(match.group("verb").casefold())
        if len(verb) < 4 or not _PARTICIPLE.search(match.group("verb")):
            continue  # "is not high": nothing that is yet to happen
        for other in _WORD.finditer(passage.text):
            if stem(other.group().casefold()) != verb:
                continue
            start, end = _sentence(passage.text, other.start())
            if len((topic - {verb}) & _stems(passage.text[start:end])) < 1:
                continue
            before = passage.text[max(start, other.start() - 40) : other.start()]
            if _DENIED.search(before):
                found.append(Comparison(Outcome.AGREEMENT, match.group(), f"{before.split()[-1]} {other.group()}"))
                break
            if _POSSIBLE.search(before) or not _PARTICIPLE.search(other.group()):
                continue  # "could only be certified", "to certify": it is not said to have happened
            if _PART.search(passage.text, start, other.start()) and not _PART.search(claim.text):
                continue  # "the first section was completed": the whole may not be
            when = _time_near(passage.times, start, end, other)
            if when is not None and (claim.day is None or (when.latest is not None and when.latest <= claim.day)):
                found.append(Comparison(Outcome.CONFLICT, match.group(), f"{other.group()} {when.text}"))
                break
    return found


def _sentence(text: str, at: int) -> tuple[int, int]:
    """Where the sentence around `at` begins and ends, as far as full stops tell."""
    start = max((match.end() for match in re.finditer(r"[.!?]\s", text[:at])), default=0)
    end = re.search(r"[.!?](?:\s|$)", text[at:])
    return start, at + end.start() if end else len(text)


def _time_near(times: Sequence[TimeRef], start: int, end: int, word: re.Match[str]) -> TimeRef | None:
    """The dated time within a few words of a word, in the sentence from `start` to `end`."""

    def gap(time: TimeRef) -> int:
        return max(time.start - word.end(), word.start() - time.end)

    near = [time for time in times if time.latest is not None and start <= time.start < end and gap(time) <= 60]
    return min(near, key=gap, default=None)


def compare(claim: Facts, passage: Facts) -> list[Comparison]:
    """All comparisons of amounts and times, conflicts first, then agreements; repeated words are kept once."""
    order = {Outcome.CONFLICT: 0, Outcome.AGREEMENT: 1, Outcome.UNKNOWN: 2}
    found = {item.words: item for item in [*compare_quantities(claim, passage), *compare_times(claim, passage)]}
    return sorted(found.values(), key=lambda item: order[item.outcome])


def overall(comparisons: Sequence[Comparison]) -> Outcome:
    """One outcome for a pair: a conflict outweighs agreements, agreement outweighs nothing known."""
    outcomes = {item.outcome for item in comparisons}
    for outcome in (Outcome.CONFLICT, Outcome.AGREEMENT):
        if outcome in outcomes:
            return outcome
    return Outcome.UNKNOWN
