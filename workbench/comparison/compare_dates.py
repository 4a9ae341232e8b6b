"""Dates of a claim compared with those of a passage, where both tell when the same thing happened."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import NamedTuple

from workbench.comparison.amounts import amounts_of
from workbench.comparison.context_window import (
    WORD,
    beside,
    is_past,
    is_verb,
    just_before,
    marks,
    of_another,
    same_noun,
    sentence,
    stems,
    verb_at,
)
from workbench.comparison.once import happens_once
from workbench.comparison.outcomes import Comparison, Facts, Outcome
from workbench.comparison.same_deed import may_be_one_deed
from workbench.comparison.senses import same_sense
from workbench.comparison.spans_of_time import (
    TimeSpan,
    a_day_within,
    exactly,
    is_a_measure,
    lies_within,
    of_other_ends,
    slack,
)
from workbench.comparison.stemming import stem
from workbench.domain.quantities import QuantityKind, TimeKind, TimeRef

MOST_COMPARED, MOST_LOOKED_AT = 40, 120
"""Dates of a claim that are compared, and of a passage that are looked at."""


class _Dated(NamedTuple):
    """A date with the first and last day it can mean, and what it was without being rounded."""

    time: TimeRef
    first: date
    last: date
    facts: Facts

    @property
    def written(self) -> TimeSpan:
        """It as it is written, with its ends."""
        return TimeSpan(self.time.text, self.span, self.first, self.last)

    @property
    def span(self) -> tuple[str, int, int]:
        return self.facts.text, self.time.start, self.time.end


def compare_dates(claim: Facts, passage: Facts, *, settled: bool = True) -> list[Comparison]:
    """Hold the dates of the claim against those of the passage.

    Dates agree when they can be the same day. They conflict when they cannot, the words around both are the same and
    both are told of one event: of the same verb, where there is one. Where both tell an amount at that time, and no
    amount of the claim is `settled`, an equal time says nothing: 61,000 passengers and 61,000 tonnes in one year.
    """
    if not claim.times or SINCE.search(claim.text):
        return []
    own = [(time, _dated(claim, time)) for time in claim.times[:MOST_COMPARED]]
    if not any(dated for _, dated in own):
        return []
    there = [dated for time in passage.times[:MOST_LOOKED_AT] if (dated := _dated(passage, time)) is not None]
    # a date of the passage that is already one of the claim's cannot stand against another of them
    free = [other for other in there if not any(dated is not None and _overlap(dated, other) for _, dated in own)]
    found = []
    for _, mine in own:
        if mine is None:
            continue
        same = [other for other in there if _overlap(mine, other)]
        if same:
            closest = min(same, key=lambda other: (other.last - other.first, len(other.time.text)))
            spans = [other.written for other in same]
            if (ends := of_other_ends(mine.written, spans)) is not None:
                found.append(ends)
                continue
            if (at := exactly(mine.written, spans)) is not None:
                closest = same[at]
            if elsewhen := _done_at_another(mine, closest):
                found.append(Comparison(Outcome.ANOTHER, _said(mine), elsewhen, places=True))
                continue
            if _too_wide(mine, closest) or a_day_within(mine.written, closest.written):
                outcome = Outcome.UNKNOWN
            else:
                alike = (
                    _told_alike(mine, closest)
                    and not (len(own) > 1 and _of_two_doings(mine, closest))
                    and (settled or not (_counts(mine) and _counts(closest)))
                    and _may_be_one_deed(mine, closest)
                )
                outcome = Outcome.AGREEMENT if alike else Outcome.COMPATIBLE
            within = lies_within(mine.written, closest.written)
            found.append(Comparison(outcome, _said(mine), _said(closest), places=True, within=within))
            continue
        context = beside(*mine.span)
        if free:
            shared, other = max(
                ((len(context & beside(*other.span)), other) for other in free), key=lambda pair: pair[0]
            )
            sure = _one_event(mine, other, shared, alone=len(free) == 1)
            found.append(
                Comparison(Outcome.CONFLICT if sure else Outcome.UNKNOWN, _said(mine), _said(other), places=True)
            )
    return found


def _told_alike(mine: _Dated, other: _Dated) -> bool:
    """Whether two dates that overlap are told of one thing, each as a day or period with two ends.

    "After 29 January" is true of most days there are, so it agrees only with its like, or with a day or period whose
    year is written and that is told with the same verb.
    """
    ends = [(one.first == date.min, one.last == date.max) for one in (mine, other)]
    if any(map(any, ends)) and (mine.first, mine.last) != (other.first, other.last):
        sure = not _yearless(mine.time) and not _yearless(other.time)
        return sure and verb_at(*mine.span) == verb_at(*other.span) is not None
    return bool(beside(*mine.span) & beside(*other.span)) or verb_at(*mine.span) == verb_at(*other.span) is not None


def _of_two_doings(mine: _Dated, other: _Dated) -> bool:
    """Whether other verbs are told of two equal dates: built in 1911 and burned in 1913, and built in 1913."""
    done = verb_at(*mine.span), verb_at(*other.span)
    return None not in done and not same_sense(str(done[0]), str(done[1]))


def _may_be_one_deed(mine: _Dated, other: _Dated) -> bool:
    """Whether two equal dates may be of one deed; one that only tells which thing is meant is of none."""
    for one in (mine, other):
        text, start, end = one.span
        which = just_before(_WHICH_ONE, text, start) or (
            just_before(_THE, text, start) and _WORD_AFTER.match(text, end)
        )
        if which or _modifies(one):
            return True
    return may_be_one_deed(mine.span[:2], other.span[:2])


_WHICH_ONE = re.compile(r"\(\s*$|\bof\s+(?:the\s+)?(?:(?:early|late|mid)\W)?$", re.I)
"""What stands before a year that tells which thing is meant: "the fire of 1902", "Midnight (1981)"."""

_THE = re.compile(r"\bthe\s+$", re.I)

_DONE_FIRST = re.compile(r"\W*(?P<verb>[A-Z][a-z]{2,20})\s(?:(?:in|on|by|at)\s(?:the\s)?)?$")
"""A verb that a sentence begins with: "Passed in May 2020, the law …"."""


def _done_at_another(mine: _Dated, same: _Dated) -> str | None:
    """The passage's day for what the claim dates, where its own is of another deed: "aground in March, sank in May"."""
    text, start, end = same.span
    begin, stop = sentence(text, start)
    if is_a_measure(text, begin, start):
        return None  # "26,000 in 2019, compared to 30,000 in 2018": sold then too
    first = _DONE_FIRST.match(text[begin:start])
    opens = first["verb"].casefold() if first else ""
    there, done = stem(opens) if is_past(opens or "-") else verb_at(text, start, end), verb_at(*mine.span)
    if there is None or done is None or same_sense(done, there):
        return None
    for time in same.facts.times:
        if not begin <= time.start < stop or time.kind not in (TimeKind.DATE, TimeKind.PERIOD) or time is same.time:
            continue
        dated = _dated(same.facts, time)
        if dated is not None and _overlap(mine, dated):
            continue
        verb = verb_at(text, time.start, time.end)
        if verb is not None and same_sense(done, verb):
            return time.text.rstrip(" .,;")
    return None


def _counts(dated: _Dated) -> bool:
    """Whether the sentence of a date tells an amount; a rank counts nothing."""
    begin, stop = sentence(*dated.span[:2])
    told = [one for one in dated.facts.quantities if begin <= one.start < stop]
    return any(one.quantity.kind is not QuantityKind.ORDINAL for one in amounts_of(dated.facts, told))


def _too_wide(mine: _Dated, other: _Dated) -> bool:
    """Whether the passage's time says next to nothing of the claim's: the year of a day."""
    return other.last - other.first > WIDE * (mine.last - mine.first + timedelta(days=1))


WIDE = 100
"""How many times as long as the claim's time the passage's may be to agree with it."""

SINCE = re.compile(r"\b(?:first|only|last)\b[^.;]{0,60}\bsince\b", re.I)
_BEFORE = re.compile(r"\b(?:before|prior to|earlier than)\s+(?:the\s+)?$", re.I)
_AFTER = re.compile(r"\b(?:after|later than)\s+(?:the\s+)?$", re.I)
_ROUGHLY = re.compile(r"\b(?:about|around|circa|c\.|ca\.|roughly|approximately|some time in|sometime in)\s+$", re.I)
_MOST_BETWEEN = 80
_SAID_ON = re.compile(
    r"\b(?:said|told|announced|claimed|stated|wrote|reported|warned|tweeted)\b(?:\s+\w+){0,4}\s+(?:on|in)\s+(?:the\s+)?$",
    re.I,
)
_WEEK_OF = re.compile(r"\b(?:the\s+)?week(?:end)?\s+of\s+$", re.I)
_SAYING = re.compile(
    r"\b(?:said|says?|told|announced|claim(?:s|ed)|stated|wrote|reported|warned|tweeted|argued|admitted|confirmed"
    r"|insisted|testified|promised|estimated)\b[^,;:]{0,100}$",
    re.I,
)
_ITS_THAT = re.compile(r"[^,;:]{0,60}?\bthat\b", re.I)
_HUNDREDS = re.compile(r"(?<!\d)\d\d00['’]?s$")


def _said(dated: _Dated) -> str:
    """A time with the "before", "after" or "around" that stands in front of it."""
    text, start, end = dated.span
    match = next((m for form in (_BEFORE, _AFTER, _ROUGHLY, _WEEK_OF) if (m := just_before(form, text, start))), None)
    return text[match.start() if match else start : end].rstrip(" .,;")


def _when_said(text: str, time: TimeRef) -> bool:
    """Whether a time only tells when something was said: "said in a report published on 4 March that"."""
    begin, stop = sentence(text, time.start)
    saying = _SAYING.search(text, max(begin, time.start - _MOST_BETWEEN - 40), time.start)
    if saying is None or " that " in text[saying.start() : time.start]:
        return False
    return _ITS_THAT.match(text, time.end, stop) is not None


def _dated(facts: Facts, time: TimeRef) -> _Dated | None:
    """First and last day a date or period can mean, None where it is not one; "after 2000" is what follows 2000."""
    if time.kind not in (TimeKind.DATE, TimeKind.PERIOD) or time.earliest is None or time.latest is None:
        return None
    if _when_said(facts.text, time):
        return None
    first, last = time.earliest, time.latest
    if just_before(_WEEK_OF, facts.text, time.start) and first == last:
        last = first + timedelta(days=6)
    if _HUNDREDS.search(time.text):
        last = date(min(first.year + 99, date.max.year), 12, 31)
    if just_before(_BEFORE, facts.text, time.start):
        return _Dated(time, date.min, first - timedelta(days=1) if first > date.min else first, facts)
    if just_before(_AFTER, facts.text, time.start):
        return _Dated(time, min(date.max - timedelta(days=1), last) + timedelta(days=1), date.max, facts)
    if time.approximate or just_before(_ROUGHLY, facts.text, time.start):
        off = min(slack(last - first), first - date.min, date.max - last)
        first, last = first - off, last + off
    return _Dated(time, first, last, facts)


def _overlap(one: _Dated, other: _Dated) -> bool:
    if one.first <= other.last and other.first <= one.last:
        return True
    if (_yearless(one.time) or _yearless(other.time)) and max(one.last - one.first, other.last - other.first) <= MONTH:
        # "3 June" is 3 June of any year
        return (one.first.month, one.first.day) == (other.first.month, other.first.day) or _month_of(one, other)
    return False


MONTH = timedelta(days=31)


def _yearless(time: TimeRef) -> bool:
    return (
        time.relative
        and re.search(r"\d{4}|\b(?:last|this|next|ago)\b", time.text, re.I) is None
        and (re.search(r"[a-z]{3}", time.text, re.I) is not None)
    )


def _month_of(one: _Dated, other: _Dated) -> bool:
    """Whether one is a month in which the day or month of the other lies, whatever the year."""
    return one.first.month == other.first.month and max(one.last - one.first, other.last - other.first) > timedelta(27)


# whether two dates are of one event


def _one_event(mine: _Dated, other: _Dated, shared: int, *, alone: bool) -> bool:
    text, start, _ = mine.span
    if shared < (1 if alone else 2) or just_before(_SAID_ON, text, start) or just_before(_BRACKET, text, start):
        return False
    if mine.time.text in other.time.text:
        return False  # "after 1952" beside 1952 tells of another event
    if mine.first == mine.last and other.first == other.last and _CLOCK.match(mine.time.text):
        return False
    mine_marked, other_marked = marks(*mine.span) & _UNTRUE, marks(*other.span) & _UNTRUE
    if "denied" in mine_marked or mine_marked != other_marked:
        return False
    if of_another(text, other.facts.text, other.facts.about, other.time.start) or _placed(mine, other):
        return False
    verb = verb_at(*mine.span)
    if (_clause(mine) != _clause(other) and verb not in (_clause(other) or ())) or _once_more(mine, other):
        return False
    if verb is None or not happens_once(verb, mine.span, other.span, other.facts.about, close=_close(mine, other)):
        return False
    named = _modifies(mine), _modifies(other)
    if any(named):
        one_thing = just_before(_AN, text, start) and just_before(_AN, other.facts.text, other.time.start)
        return bool(one_thing) and same_noun((text, mine.time.end), (other.facts.text, other.time.end))
    return _tells(other, verb)


_ONE_SEASON = timedelta(days=92)


def _close(mine: _Dated, other: _Dated) -> bool:
    """Whether both are days or months that lie a few weeks from each other; 2019 and 2020 are years."""
    apart = max(mine.first, other.first) - min(mine.last, other.last)
    return apart <= _ONE_SEASON and max(mine.last - mine.first, other.last - other.first) <= MONTH


_WHICH = re.compile(r"\b(?:first|second|third|fourth|fifth|next|again|another|for the \w+ time)\b", re.I)
_RECURRING = re.compile(
    r"\b(?:elections?|summits?|games|championships?|cups?|census|conferences?|festivals?|referend\w+|votes?|olympics"
    r"|tournaments?|strikes?|attacks?|droughts?|floods?|storms?|exercises?|meetings?|talks|visits?|protests?|fairs?)\b",
    re.I,
)


def _once_more(mine: _Dated, other: _Dated) -> bool:
    """Whether the passage tells of another of a row: of a second treaty, or an election in another year."""
    texts = [_near(dated) for dated in (mine, other)]
    which = [frozenset(word.casefold() for word in _WHICH.findall(text)) for text in texts]
    if which[1] - which[0]:
        return True
    return mine.first.year != other.first.year and all(_RECURRING.search(text) for text in texts)


def _near(dated: _Dated) -> str:
    text, start, end = dated.span
    begin, stop = sentence(text, start)
    return text[max(begin, start - _MOST_BETWEEN) : min(stop, end + _MOST_BETWEEN)]


_CLAUSE = re.compile(r"\b(?:until|till|since|after|before|following|when|while)\b(?P<rest>[^,.;:]{0,40})$", re.I)


def _clause(dated: _Dated) -> frozenset[str] | None:
    """The stems of a clause that only places the matter in time and has the date: "until his retirement in 2022"."""
    match = _CLAUSE.search(dated.facts.text, max(0, dated.time.start - 50), dated.time.start)
    return (stems(match["rest"]) or None) if match else None


_LED = re.compile(
    r"(?:\b(?:in|on|of|by|during|from|to|for|at|around|about|circa|before|after|since|until|early|late|mid|and|or|through)"
    r"(?:\s+the)?|[(,;:–—-])\s*$",
    re.I,
)


_WORD_AFTER = re.compile(r"\s+[^\W\d_]")
_AN = re.compile(r"\ban?\s+$", re.I)
"""The 2021 conference is one of many; what is a 1967 film is no 1971 film."""


def _modifies(dated: _Dated) -> bool:
    """Whether a date only tells which thing is meant: "the 2021 conference", "a 1967 film"."""
    text, start, end = dated.span
    led = dated.time.relative or start == 0 or just_before(_LED, text, start) is not None
    return not led and _WORD_AFTER.match(text, end) is not None


_UNTRUE = frozenset({"denied", "hoped", "told", "earlier", "akin"})
_CLOCK = re.compile(r"\d{1,2}[:.]\d\d|\d{1,2}\s?[ap]\.?m", re.I)


_BRACKET = re.compile(r"\(\s*$")
"""Behind a name it opens the years of a life or an office."""

_FOR = re.compile(r"\bfor\s+(?P<whom>(?:[\w-]+\s+){1,3})(?:in|on)\s+(?:the\s+)?$", re.I)
_PLACE = re.compile(r"\s+in\s+(?:the\s+)?(?P<name>[A-Z][\w-]+)")


def _placed(mine: _Dated, other: _Dated) -> bool:
    """Whether the passage's date is that of one place, which the claim does not name: "on 5 January 2017 in France"."""
    purpose = just_before(_FOR, other.facts.text, other.time.start)
    if purpose and stems(purpose["whom"]) - stems(mine.facts.text):
        return True  # "released for consoles"
    match = _PLACE.match(other.facts.text, other.time.end)
    return match is not None and match["name"].casefold() not in mine.facts.text.casefold()


def _tells(other: _Dated, verb: str) -> bool:
    """Whether the date of a passage is the date of what `verb` tells: it is near, and no other verb lies between."""
    text, start, end = other.span
    begin, stop = sentence(text, start)
    for word in reversed(list(WORD.finditer(text, max(begin, start - _MOST_BETWEEN), start))):
        if stem(word.group().casefold()) == verb:
            return True
        if is_verb(word):
            return False
    for word in WORD.finditer(text, end, min(stop, end + _MOST_BETWEEN)):
        if stem(word.group().casefold()) == verb:
            return True
        if is_verb(word):
            return False
    return False
