"""What keeps two different amounts from being a conflict: that they may be of another thing, part, time or rounding."""

from __future__ import annotations

import re
from datetime import date, timedelta

from workbench.comparison.age_groups import age_group
from workbench.comparison.amounts import Amount, direction, middle, role
from workbench.comparison.context_window import (
    WORD,
    around,
    beside,
    is_verb,
    just_before,
    marks,
    months,
    of_another,
    phrases,
    places,
    sentence,
    stems,
    verb_at,
    verb_before,
)
from workbench.comparison.matter import SAYS_LITTLE
from workbench.comparison.measures import TIMES_OVER, near
from workbench.domain.quantities import Bound, QuantityKind, TimeKind, TimeRef

FEW = 30
"""Below this a vague amount ("several", "a few") does not contradict an exact one."""

GAP = 0.05
"""How far apart, as a share of the larger, two amounts in different units must lie to conflict."""

STANDS_FOR = timedelta(days=100)
"""How long what is told in the present tense is taken to stay so: many figures are told again every three months."""

SAME_WHOLE = 0.6
"""The part of the words behind "per cent of" that must be the same where both say what they are a share of."""

TOLL_GROWS = timedelta(days=730)
"""How long the number of dead or arrested may go on growing."""


def not_comparable(own: Amount, other: Amount, *, told: bool = False) -> bool:
    """Whether the words around two amounts say, or leave open, that they are not of one thing at one time.

    `told` says that the passage tells all that the claim does, so that its verb may be another of the same sense.
    """
    return (
        (role(*own.span) != role(*other.span) and own.measured.what != TIMES_OVER)
        or age_group(*own.span) != age_group(*other.span)
        or _of_another_whole(own, other)
        or _some_of_them(own, other)
        or (not told and _told_of_another(own, other))
        or elsewhere_told(own, other)
        or marks(*own.span) != marks(*other.span)
        or of_another(own.facts.text, other.facts.text, other.facts.about, other.quantity.start)
        or of_another_time(own, other)
        or still_growing(own, other)
    )


def differs_in_writing_only(own: Amount, other: Amount) -> bool:
    """Whether two values that lie apart may be one after hard rounding, or the two parts of a whole."""
    return _may_be_rounded(own, other) or _complement(own, other)


def may_be_of_one_thing(own: Amount, other: Amount) -> bool:
    """Whether two amounts that lie apart may be of one thing at one time, though the words do not say that they are."""
    apart = other.measured.low > own.measured.high or other.measured.high < own.measured.low
    roles = {role(*own.span), role(*other.span)}
    known_other = (
        (len(roles) > 1 and bool(roles & {"by", "from"}))  # what something came to is told with and without "to"
        or age_group(*own.span) != age_group(*other.span)
        or marks(*own.span) != marks(*other.span)
        or _of_another_whole(own, other)
        or _some_of_them(own, other)
        or of_another(own.facts.text, other.facts.text, other.facts.about, other.quantity.start)
        or differs_in_writing_only(own, other)
    )
    if not apart or known_other or own.quantity.kind is QuantityKind.ORDINAL:
        return False
    if differ_in_time(own, other):
        return False
    return len(beside(*own.span) & beside(*other.span)) >= 2 and _part_of_year(own) == _part_of_year(other)


def differ_in_time(own: Amount, other: Amount) -> bool:
    """Whether two amounts are each told of a time, and the two lie apart."""
    mine, theirs = when_told(own), when_told(other)
    return bool(mine and theirs and (mine[0] > theirs[1] or theirs[0] > mine[1])) or _of_another_month(own, other)


def _may_be_rounded(own: Amount, other: Amount) -> bool:
    one, two = own.quantity, other.quantity
    for vague, exact in ((one, other), (two, own)):
        if vague.bound is Bound.VAGUE:
            least, most = (vague.low or 0) / 2, 10 * (vague.high if vague.high is not None else float("inf"))
            if least <= exact.measured.high and exact.measured.low <= most:
                return True
            if min(own.measured.high, other.measured.high) < FEW:
                return True  # "several" may be two
    if one.unit == two.unit and one.kind is two.kind:
        return near(one, two) and one.kind is not QuantityKind.ORDINAL
    lower, upper = sorted((own.measured, other.measured), key=lambda found: found.low)
    return upper.low - lower.high <= GAP * max(abs(upper.low), abs(lower.high))


def _complement(own: Amount, other: Amount) -> bool:
    """Whether two shares make the whole and are told in other words: 30 % back a plan, 70 % reject it."""
    if own.measured.what != "share" or abs(middle(own) + middle(other) - 100) > 1:
        return False
    return not beside(*own.span) <= beside(*other.span)


_WHOLE = re.compile(r"\s+of\s+(?P<whole>(?:[^\W\d_][\w'’-]*\s*){1,5})")


def _of_another_whole(own: Amount, other: Amount) -> bool:
    """Whether two shares are of different things: of the state's harvest and of the country's."""
    if own.measured.what != "share":
        return False
    wholes = [_WHOLE.match(amount.facts.text, amount.quantity.end) for amount in (own, other)]
    one, two = (stems(match["whole"]) if match else frozenset() for match in wholes)
    return (
        bool(one and two) and not (one <= two or two <= one) and len(one & two) < SAME_WHOLE * min(len(one), len(two))
    )


def _some_of_them(own: Amount, other: Amount) -> bool:
    """Whether the smaller amount counts a kind of what the larger one counts: four female justices among 113."""
    fewer, more = sorted((own, other), key=middle)
    return bool(kind_of(fewer) - kind_of(more))


def _told_of_another(own: Amount, other: Amount) -> bool:
    """Whether another verb is told: killed and infected."""
    if own.quantity.kind is QuantityKind.ORDINAL:
        return False
    if not (direction(*own.span) and direction(*other.span)):
        text, start, _ = other.span
        before = text[sentence(text, start)[0] : start]
        verb, told = verb_before(*own.span[:2]), verb_before(text, start)
        if verb and told and verb not in stems(before) and not {verb, told} <= _COME_TO:
            return True
        if own.quantity.kind is QuantityKind.COUNT and not verb_at(*own.span) and told in stems(_last_words(before)):
            return True  # people at the scene, and people arrested there
    return False


def elsewhere_told(own: Amount, other: Amount) -> bool:
    """Whether the passage's amount is told of places or people that the claim does not name: in Italy and in Spain."""
    if own.quantity.kind is QuantityKind.ORDINAL:
        return False
    if places(*other.span[:2]) - stems(own.facts.text) - stems(other.facts.about):
        return True
    return led_elsewhere(own, other)


def led_elsewhere(own: Amount, other: Amount) -> bool:
    """Whether one small word leads to what only the one tells, and to what only the other does: for roads."""
    words = stems(own.facts.text), stems(f"{other.facts.about} {other.facts.text}")
    mine, theirs = phrases(*own.span[:2]), phrases(*other.span[:2])
    return any(
        mine[link] - words[1] - SAYS_LITTLE and theirs[link] - words[0] - SAYS_LITTLE
        for link in mine.keys() & theirs.keys()
    )


def in_two_places(own: Amount, other: Amount) -> bool:
    """Whether each amount is told of a place that the other side does not name: seized in Dover, seized in Calais."""
    told = [stems(f"{one.facts.about} {one.facts.text}") for one in (other, own)]
    mine, theirs = (places(*one.span[:2]) - there for one, there in zip((own, other), told, strict=True))
    return any(len(name) > 2 for name in mine) and any(len(name) > 2 for name in theirs)


_COME_TO = stems("reached totalled estimated put valued amounted came")
"""Verbs that only say how much there was of what is told."""


def _last_words(text: str) -> str:
    return " ".join(text.split()[-2:])


def kind_of(amount: Amount) -> frozenset[str]:
    """The stems of the words between a number and what it counts."""
    unit = amount.quantity.unit
    if amount.quantity.kind is not QuantityKind.COUNT or unit is None:
        return frozenset()
    between: list[str] = []
    for word in WORD.finditer(amount.facts.text, amount.quantity.end, amount.quantity.end + 40):
        if word.group().casefold().startswith(unit.casefold()[: max(3, len(unit) - 2)]):
            return stems(" ".join(between))
        between.append(word.group())
    return frozenset()


def of_another_time(own: Amount, other: Amount) -> bool:
    """Whether two amounts are of different times, or may be: 2019 and 2020, a year and one of its months."""
    mine, theirs = when_told(own), when_told(other)
    named = _part_of_year(own), _part_of_year(other)
    if named[0] != named[1] or _side(own) != _side(other) or _of_another_month(own, other):
        return True
    if mine and theirs:
        if mine[0] > theirs[1] or theirs[0] > mine[1]:
            return True
        shorter, longer = sorted((_length(mine), _length(theirs)))
        return shorter > 1 and longer > 2 * shorter  # a single day may be the day of the very thing
    if mine:
        return True
    stands = _PRESENT.search(around(*own.span)) is not None or in_the_present(own)
    claimed = own.facts.day
    if theirs:
        return stands if claimed is None else claimed - theirs[1] > STANDS_FOR
    days = own.facts.day, other.facts.day
    if days[0] is None or days[1] is None or days[0] == days[1]:
        return False
    if _for_the_moment(own) or _for_the_moment(other):
        return True
    if _so_far(own) and _so_far(other):
        return (days[0] > days[1]) == (middle(own) > middle(other))
    return stands and abs(days[0] - days[1]) > STANDS_FOR


_NOW = re.compile(
    r"\b(?:now|still|currently|at\s(?:present|the\smoment)|so\sfar|to\sdate|this\s(?:season|year|week|month|morning))\b",
    re.I,
)
_STATE = re.compile(
    r"\b(?:is|are|remains?)\s(?:(?:now|still|already)\s)?(?:without|missing|on\sstrike|[a-z]{2,20}ing|under\s[a-z]{3,20}"
    r"|(?:[\w.,]{1,20}\s){0,3}in\s(?:the\s)?(?:hospitals?|shelters?|custody|prison|jail|intensive|quarantine|hiding|camps?))\b",
    re.I,
)
"""What people and things are in for days: without power, in hospital, burning."""
_LEVEL = re.compile(r"\bstands?\sat\b")
_PERFECT = re.compile(
    r"\b(?:has|have)\s(?:(?:now|so\sfar|already|been)\s){0,2}[a-z]{2,20}(?:ed|en|rd|ld|ght|wn|nt|ut|ok|ne)\b"
)


def _for_the_moment(amount: Amount) -> bool:
    """Whether an amount is told as of one moment, and may be another the day after."""
    text, start, _ = amount.span
    begin, stop = sentence(text, start)
    forms = (_NOW, _STATE, _LEVEL) if amount.quantity.kind is QuantityKind.MEASURE else (_NOW, _STATE)
    found = (form.search(text, begin, stop) for form in forms)
    return any(found) and in_the_present(amount)


def _so_far(amount: Amount) -> bool:
    """Whether it is told how many it has come to: "has heard 90 witnesses"."""
    text, start, _ = amount.span
    return _PERFECT.search(text, *sentence(text, start)) is not None


_PAST_HELP = re.compile(r"\b(?:was|were|had|did|been|will|would)\b", re.I)


def in_the_present(amount: Amount) -> bool:
    """Whether a sentence has no verb of the past: "Lumenta's workers earn 30,000 euros"."""
    text, start, _ = amount.span
    begin, stop = sentence(text, start)
    past = any(is_verb(word) for word in WORD.finditer(text, begin, stop))
    return not past and _PAST_HELP.search(text, begin, stop) is None


def _of_another_month(own: Amount, other: Amount) -> bool:
    mine, theirs = (months(amount.facts.text, amount.quantity.start) for amount in (own, other))
    return bool(mine and theirs) and not mine & theirs


_SIDE = re.compile(r"\b(?P<side>before|after|prior to|earlier than|later than)\s+(?:the\s+)?$", re.I)


def _side(amount: Amount) -> str:
    """Whether an amount is told of the time "before" or "after" a day, which another of the day itself is not."""
    begin, stop = sentence(amount.facts.text, amount.quantity.start)
    times = (time for time in amount.facts.times if begin <= time.start < stop and time.kind in _DATED)
    found = next((side for time in times if (side := just_before(_SIDE, amount.facts.text, time.start))), None)
    return _LATER.get(found["side"].casefold(), "before") if found else ""


_DATED = (TimeKind.DATE, TimeKind.PERIOD)
_LATER = {"after": "after", "later than": "after"}
_PRESENT = re.compile(
    r"\b(?:is|are|has|have|there (?:is|are)|now|currently|today|employs?|lives?|holds?|stands?)\b", re.I
)


_PART_OF_YEAR = re.compile(
    r"\b(?P<which>first|second|third|fourth|last|final|[1-4](?:st|nd|rd|th))\s+(?P<part>quarter|half|week|month|term)\b",
    re.I,
)


def _part_of_year(amount: Amount) -> str:
    """The "second quarter" or "first half" that an amount is told of, else nothing."""
    begin, stop = sentence(amount.facts.text, amount.quantity.start)
    match = _PART_OF_YEAR.search(amount.facts.text, begin, stop)
    return match.group().casefold() if match else ""


def _length(period: tuple[date, date]) -> int:
    return (period[1] - period[0]).days + 1


_CLAUSE_BETWEEN = re.compile(
    r",?\s+(?:that|which|who)\s+(?:now\s+|currently\s+)?(?:is|are|has|have|employs?|holds?|lives?|stands?)\b[^.;]*$",
    re.I,
)
"""Opens what is so of a thing, behind the day on which something happened to it: "opened in 2019, which employs"."""
_SINCE_THEN = re.compile(r"\b(?:since|born|founded)\b[^,.;]{0,40}$", re.I)
_STANDS = re.compile(r"\b(?:is|are|has|have|holds?|employs?|stands?|measures?)\s(?:[^\W\d_]+\s){0,3}$", re.I)
_AND_DID = re.compile(r"\b(?:and|but|which|who|that)\b")
"""Opens what was done to a thing at some time, behind how large it is: "is 280 metres long and opened in 1962"."""
SAME_CLAUSE = 60
"""Characters within which a time is taken to be that of an amount."""


def when_told(amount: Amount) -> tuple[date, date] | None:
    """The time nearest to an amount in its sentence, None where none is told there."""
    begin, stop = sentence(amount.facts.text, amount.quantity.start)
    stands = _STANDS.search(amount.facts.text, begin, amount.quantity.start) is not None

    def gap(time: TimeRef) -> int:
        return max(time.start - amount.quantity.end, amount.quantity.start - time.end)

    near_by = [
        time
        for time in amount.facts.times
        if time.kind in (TimeKind.DATE, TimeKind.PERIOD)
        and time.earliest is not None
        and time.latest is not None
        and begin <= time.start < stop
        and gap(time) <= SAME_CLAUSE
        and not just_before(_SINCE_THEN, amount.facts.text, time.start)
        and not _CLAUSE_BETWEEN.match(amount.facts.text[: amount.quantity.start], time.end)
        and not (
            stands and _AND_DID.search(amount.facts.text, amount.quantity.end, max(amount.quantity.end, time.start))
        )
    ]
    nearest = min(near_by, key=gap, default=None)
    if nearest is None or nearest.earliest is None or nearest.latest is None:
        return None
    return nearest.earliest, nearest.latest


_GROWING = re.compile(
    r"\b(?:kill\w*|dead|die[ds]?|deaths?|injur\w*|hurt|wound\w*|arrest\w*|infect\w*|cases?|toll|missing|victims?"
    r"|casualt\w*|evacuat\w*|displaced|fled|sign(?:ed|atures?)|detained|homeless|destroy\w*|damag\w*|flatten\w*"
    r"|(?<!the )burn(?:ed|t)|submerged|flooded|recovered|rescued|donat\w+|raised|collected|recalled)\b",
    re.I,
)
_COUNTED = (QuantityKind.COUNT, QuantityKind.MEASURE, QuantityKind.MONEY)


def still_growing(own: Amount, other: Amount) -> bool:
    """Whether the later of two texts tells of more dead, as it must while they are being counted."""
    mine, theirs = own.facts.day, other.facts.day
    if mine is None or theirs is None or mine == theirs or abs(mine - theirs) > TOLL_GROWS:
        return False
    if own.quantity.kind is not QuantityKind.ORDINAL and not (
        own.quantity.kind in _COUNTED and _GROWING.search(around(*own.span))
    ):
        return False
    return (mine > theirs) == (middle(own) > middle(other))
