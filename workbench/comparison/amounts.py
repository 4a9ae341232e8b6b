"""Amounts with what they measure, and how the words beside them tell them: at what rate, to what, from what."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from workbench.comparison.age_groups import names_ages
from workbench.comparison.context_window import around, just_before, sentence
from workbench.comparison.measures import TIMES_OVER, Measured, measured
from workbench.comparison.outcomes import Facts
from workbench.domain.quantities import Quantity, TimeKind


class Amount(NamedTuple):
    """An amount, what it measures, and the text it stands in."""

    quantity: Quantity
    measured: Measured
    facts: Facts

    @property
    def span(self) -> tuple[str, int, int]:
        """The text, and where in it the amount begins and ends."""
        return self.facts.text, self.quantity.start, self.quantity.end

    @property
    def words(self) -> str:
        """The amount as it is written."""
        return self.quantity.text.rstrip(" .,;")


def amounts_of(facts: Facts, quantities: Sequence[Quantity]) -> list[Amount]:
    """The amounts that measure something: the 12 of "12 May 2020" counts nothing, nor does the 65 of "over-65s"."""
    dates = [time for time in facts.times if time.kind not in (TimeKind.DURATION, TimeKind.RECURRING)]
    return [
        Amount(one, found, facts)
        for one in quantities
        if not any(time.start <= one.start and one.end <= time.end for time in dates)
        and (found := measured(one, facts.text)) is not None
        and not names_ages(facts.text, one.start, one.end)
        and not _by_and_to(one, facts.text)
    ]


_CHANGED_BY = re.compile(r"\b(?:up|down|by|rose|fell|rising|falling|rises|falls|increased|decreased)\s$", re.I)


def _by_and_to(quantity: Quantity, text: str) -> bool:
    """Whether what reads as a range is by how much something changed, and to what: "down £33m to £359m"."""
    low, high = quantity.low, quantity.high
    if low is None or high is None or high < 2 * low or " to " not in quantity.text:
        return False
    return just_before(_CHANGED_BY, text, quantity.start) is not None


def middle(amount: Amount) -> float:
    """The middle of what an amount can stand for; infinite where one end is open."""
    return (amount.measured.low + amount.measured.high) / 2


_RATE = re.compile(
    r".*?(?:(?<!\bin )(?<!\bwithin )(?<!\bover )(?<!\bafter )(?<!\bthan )(?<!\bhalf )(?<!\bonce )(?<!\btwice )"
    r"\b(?:an?|per|each|every)\s(?P<unit>second|minute|hour|day|night|week|month|quarter|year|annum)\b"
    r"(?!\s(?:ago|earlier|later|before|old)\b)"
    r"|\b(?P<adverb>hourly|daily|nightly|weekly|monthly|quarterly|yearly|annually)\b)",
    re.I,
)
_RATE_BEFORE = re.compile(
    r"\b(?:(?P<adverb>hourly|daily|weekly|monthly|quarterly|yearly|annual)"
    r"|(?:each|every)\s(?P<unit>second|minute|hour|day|night|week|month|quarter|year)),?\s+(?:[\w'’]+\s+){0,8}$",
    re.I,
)
_OVERALL = re.compile(
    r"\b(?:over|in|within|during|across)\s+(?:the\s+)?(?:past\s+|last\s+|next\s+)?"
    r"(?:\d+|two|three|four|five|six|seven|eight|nine|ten|twelve|twenty|several|many)\s+(?:days|weeks|months|years|decades)\b"
    r"|\b(?:in|within)\s+(?:an?|one|a\s+single)\s+(?:day|week|month|year|decade)\b",
    re.I,
)
_PERIOD_DAYS = {
    "second": 1 / 86400, "minute": 1 / 1440, "hour": 1 / 24, "hourly": 1 / 24, "day": 1.0, "daily": 1.0, "night": 1.0,
    "nightly": 1.0, "week": 7.0, "weekly": 7.0, "month": 30.4, "monthly": 30.4, "quarter": 91.3, "quarterly": 91.3,
    "year": 365.2, "annum": 365.2, "yearly": 365.2, "annually": 365.2, "annual": 365.2,
}  # fmt: skip
_SAME_RATE = 0.05


def rate_of(text: str, start: int, end: int) -> float | None:
    """The days in which an amount comes about ("20 a week" is 7), nought where a longer time is told, else None."""
    stop = sentence(text, end)[1] if end < len(text) else end
    after = re.split(r"[;:]|,\s|\s\d", text[end : min(stop, end + 60)])[0]
    match = _RATE.match(after) or _RATE_BEFORE.search(text, max(sentence(text, start)[0], start - 50), start)
    if match:
        found = match.groupdict()
        return _PERIOD_DAYS[(found.get("unit") or found["adverb"]).casefold()]
    return 0.0 if _OVERALL.search(after) else None


def same_rate(own: Amount, other: Amount, rate: float, other_rate: float) -> bool:
    """Whether 20 a week are 80 a month: shown as agreement, while other numbers may come of working days or seasons."""
    one, two = middle(own) / rate, middle(other) / other_rate
    return abs(one - two) <= _SAME_RATE * max(abs(one), abs(two))


_RISE = r"rose|risen?|rising|rises|increas\w+|grew|grown?|growing|growth|gain\w*|climb\w*|jump\w*"
_FALL = r"fell|fall(?:en|ing|s)?|decreas\w+|declin\w+|dropp?\w*|shrank|shrunk|reduc\w+"
_RISING = re.compile(rf"\b(?:{_RISE}|higher|(?<!make )(?<!makes )(?<!made )up|profits?)\b", re.I)
_FALLING = re.compile(rf"\b(?:{_FALL}|lower|down|cut|loss(?:es)?|lost)\b", re.I)
_BY = re.compile(
    rf"\bby\s+$|\b(?:{_RISE}|{_FALL}|cut(?:s|ting)?)\s+(?:of\s+|another\s+)?$"
    rf"|\b(?:(?<!make )(?<!makes )(?<!made )up|down)\s+$"
    rf"|\b(?:{_RISE}|{_FALL}|rise|cut)\s+in\s+(?:[^\W\d_]+\s+){{1,4}}of\s+$",
    re.I,
)
_FROM = re.compile(
    r"\b(?:from|compared (?:with|to)|against|versus|down on|up on"
    r"|(?<!more )(?<!less )(?<!fewer )(?<!greater )than)\s+$",
    re.I,
)
_TO = re.compile(
    r"\b(?:(?<!came )(?<!comes )(?<!amounted )(?<!amounts )to"
    r"|(?<!estimated )(?<!valued )(?<!put )(?<!stands )(?<!stood )at)\s+$",
    re.I,
)


_DONE_BY = re.compile(r"\s+(?:\w+\s+){0,2}(?:people|men|women|members|voters|residents|workers|children)\b", re.I)
"""Who did it: "signed by 6,200 people"."""


def role(text: str, start: int, end: int) -> str:
    """Whether an amount is what something came "to", what it came "from", "by" how much it changed, or none of them."""
    for name, words in (("from", _FROM), ("to", _TO), ("by", _BY)):
        if just_before(words, text, start):
            return "" if name == "by" and _DONE_BY.match(text, end) and not direction(text, start, end) else name
    return "by" if _CHANGE.match(text, end) else ""


def direction(text: str, start: int, end: int) -> int:
    """1 where the words beside an amount say it rose by that, -1 where it fell, 0 where they say neither or both."""
    near_by = around(text, start, end)
    return bool(_RISING.search(near_by)) - bool(_FALLING.search(near_by))


_CHANGED = re.compile(
    rf"\b(?:(?P<up>{_RISE})|{_FALL})(?:\s+(?!(?:to|at|from|and|with|than|in|for)\b)[^\W\d_]+){{0,3}}\s+$", re.I
)
_CHANGE = re.compile(
    r"\s+(?:(?!of\b|for\b|in\b)[^\W\d_]+\s+)?"
    r"(?:(?P<up>rise|increase|growth|jump|gain|surge|more|higher)|drop|fall|decline|decrease|cut|reduction|loss|less"
    r"|fewer|lower|smaller)\b",
    re.I,
)


def multiple(amount: Amount) -> Amount | None:
    """An amount as how many times over something became, None where it tells of no change.

    "Rose by 20 %" is 1.2 times over, "a 20 % drop" .8, "doubled" 2; "twice" may be how often.
    """
    if amount.measured.what == TIMES_OVER:
        return None if amount.quantity.text.casefold() in ("twice", "double", "triple", "treble") else amount
    text, start, end = amount.span
    found = just_before(_CHANGED, text, start) or _CHANGE.match(text, end)
    if found is None:
        return None
    low, high = amount.measured.low / 100, amount.measured.high / 100
    over = Measured(TIMES_OVER, 1 + low, 1 + high) if found["up"] else Measured(TIMES_OVER, 1 - high, 1 - low)
    return amount._replace(measured=over)
