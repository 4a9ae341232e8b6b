"""Whether two amounts are told of two times, or one alone of a time that may be another, or a part of the other's."""

from __future__ import annotations

import re

from workbench.comparison.amounts import Amount
from workbench.comparison.comparable_amounts import in_the_present, of_another_time, when_told
from workbench.comparison.context_window import months, sentence
from workbench.comparison.headings import heading
from workbench.comparison.two_times import of_two_times

PRESENT_STAYS = 45
"""Days for which what is told in the present tense is taken to be what it was."""
A_WEEK = 7
"""Days: what is told of a longer time is told of that time alone."""
LONG_PAST = 400


def said(amount: Amount) -> str:
    """The sentence that an amount stands in."""
    return amount.facts.text[slice(*sentence(amount.facts.text, amount.quantity.start))]


def at_another_time(own: Amount, other: Amount) -> bool:
    """Whether two amounts are of two times, or one alone is told of a time that may be another, or of a part of it."""
    mine, theirs = when_told(own), when_told(other)
    if of_two_times(said(own), said(other)):
        return True
    if mine is not None and theirs is None and _headed_by(mine[0].year, mine[1].year, other):
        return False
    if of_another_time(own, other):
        return True
    if mine is not None or theirs is None or _in_another_clause(other):
        return False
    days, claimed = (theirs[1] - theirs[0]).days + 1, own.facts.day
    if claimed is None:
        return days > 1
    past = (claimed - theirs[1]).days
    return days > A_WEEK or past > LONG_PAST or (past > PRESENT_STAYS and in_the_present(own))


_YEAR = re.compile(r"(?<!\d)(?:1[5-9]|20)\d\d(?!\d)")


def _headed_by(first: int, last: int, amount: Amount) -> bool:
    """Whether an amount stands below a title or heading that names the one year asked for, and no other."""
    headed = f"{amount.facts.about} {heading(amount.facts.text, amount.quantity.start)}"
    return first == last and set(_YEAR.findall(headed)) == {str(first)}


def of_a_month(own: Amount, other: Amount) -> bool:
    """Whether the passage alone names a month, of a year that is not known: "in August the dam held"."""
    if when_told(own) is not None or when_told(other) is not None:
        return False
    named = (months(one.facts.text, one.quantity.start) for one in (own, other))
    return next(named) < next(named)


_CLAUSE_BEHIND = re.compile(r"\s(?:and|but|while)\s|;")


def _in_another_clause(amount: Amount) -> bool:
    """Whether an "and" parts an amount from all times of its sentence: "in May, and 340 will go"."""
    text, start, _ = amount.span
    begin, stop = sentence(text, start)
    times = [time for time in amount.facts.times if begin <= time.start < stop and time.earliest is not None]
    return all(time.end <= start and _CLAUSE_BEHIND.search(text, time.end, start) for time in times)
