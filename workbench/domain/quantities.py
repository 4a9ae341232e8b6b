"""Amounts and times as data, kept with claims and passages so that they can be compared."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class QuantityKind(StrEnum):
    """What an amount counts or measures."""

    COUNT = "count"
    MONEY = "money"
    PERCENT = "percent"
    PERCENTAGE_POINTS = "percentage_points"
    RATIO = "ratio"
    MEASURE = "measure"
    ORDINAL = "ordinal"
    SUPERLATIVE = "superlative"


class Bound(StrEnum):
    """How the written number limits the true one."""

    EXACT = "exact"
    APPROXIMATE = "approximate"
    AT_LEAST = "at_least"
    AT_MOST = "at_most"
    MORE_THAN = "more_than"
    LESS_THAN = "less_than"
    VAGUE = "vague"
    """"thousands", "dozens": only an order of magnitude is said."""


@dataclass(frozen=True, slots=True)
class Quantity:
    """One amount in a text.

    `low` and `high` are equal for a plain number and bracket a range or a vague word
    ("thousands" is 2,000 to 999,999). `high` None means no upper limit, `low` None no lower one.
    Offsets are code points of the text it was read from, end excluded.
    `unit` is a lower-case singular noun or unit symbol ("troop", "km", "°C"); `currency` an ISO 4217 code.
    Ordinals and superlatives carry their rank in `low` ("second" is 2, "highest" is 1).
    """

    start: int
    end: int
    text: str
    kind: QuantityKind
    low: float | None
    high: float | None
    bound: Bound = Bound.EXACT
    unit: str | None = None
    currency: str | None = None


class TimeKind(StrEnum):
    """How a time expression points at the calendar."""

    DATE = "date"
    PERIOD = "period"
    SINCE = "since"
    UNTIL = "until"
    DURATION = "duration"
    RECURRING = "recurring"


@dataclass(frozen=True, slots=True)
class TimeRef:
    """One time expression, resolved against the publication date where that is known.

    `earliest` and `latest` are the first and last day it can mean (both included); None = open or unresolved.
    `days` is the length of a duration. Offsets are code points of the text it was read from, end excluded.
    `relative` says that the publication date was needed to resolve it.
    """

    start: int
    end: int
    text: str
    kind: TimeKind
    earliest: date | None = None
    latest: date | None = None
    days: float | None = None
    relative: bool = False
    approximate: bool = False
