"""Whether two amounts are of one thing, asked of whoever can read: the claim with the passage's amount put in.

"210 jobs will be lost in Lille" and "all 260 jobs at the plant in Lille will go" share no verb. But if the passage
bears out "260 jobs will be lost in Lille", its 260 are of what the claim's 210 are of, and both cannot be right. So
what is put to a network is a sentence and the passage's own; what small words keep apart is not asked at all.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from workbench.comparison.amounts import Amount, amounts_of
from workbench.comparison.comparable_amounts import differs_in_writing_only, still_growing
from workbench.comparison.context_window import WORD, is_verb, sentence, stems
from workbench.comparison.counted import MOST_LOOKED_AT, is_whole, with_noun
from workbench.comparison.headings import heading
from workbench.comparison.kept_apart import DURATION, of_another_time_or_part, perhaps_apart, surely_apart
from workbench.comparison.matter import matter
from workbench.comparison.measures import Measured, interval
from workbench.comparison.one_word_apart import one_word_apart
from workbench.comparison.outcomes import Comparison, Facts, Outcome
from workbench.comparison.senses import told_in
from workbench.comparison.votes import of_a_vote
from workbench.domain.quantities import Bound, QuantityKind

SURE, LIKELY = 0.8, 0.7
"""How surely a passage must bear out the claim with its amount in it: for both to be of one thing; to be shown."""
SURE_OF_TIME = 0.85
"""The same for how long something took: there the network is right less often."""
BOTH_WAYS, BOTH_TO_DIFFER, IN_SPITE = 0.2, 0.3, 0.45
"""How surely, as a product, the passage must bear out the claim, and the claim with the passage's amount in it the
passage: for equal amounts to agree, for others to differ, and for equal ones to agree in spite of small words."""
FEW_LACK = 5
"""Of so many words of the claim one may lack in a sentence that tells all of it."""
MANY = 12
"""A number above this stands in one text for two things hardly ever."""
MAY_BE = 0.5
"""From here on another amount of the passage may be the one that is meant."""
DOUBTED = 0.4
"""Below this two amounts that the words hold together are not said to differ."""
MOST_OWN, MOST_HELD, MOST_ASKED = 3, 12, 12
"""Amounts of a claim that are asked about, of a passage for each, and questions of a pair: a list has hundreds."""
ANOTHER = 0.1
"""Below this two amounts are not even shown side by side, nor said to agree."""

_HOURS = {
    "second": 1 / 3600, "minute": 1 / 60, "hour": 1.0, "day": 24.0, "night": 24.0, "week": 168.0, "fortnight": 336.0,
    "month": 730.5, "year": 8766.0, "decade": 87660.0,
}  # fmt: skip
_TO_UNIT = re.compile(rf"[\s-](?:{'|'.join(_HOURS)})s?\b", re.I)
_MADE_UP = re.compile(
    r"\s(?:and|,)\s(?:an?|one|two|three|\d+|[a-z]+)\s(?:seconds|minutes|hours|days|weeks|months)\b", re.I
)
"""What makes one time of two amounts: "three years and four months"."""
_PARTS = re.compile(
    r";\s|,?\s(?:and|but|while)\s(?=(?:the|an?|all|some|about|more|nearly|almost)\s|\d|[£$€])|:\s(?=\d)"
)
_LEANS = re.compile(
    r"\W*(?:in \S+ )?(?:\w+, )?(?:he|she|it|they|his|her|its|their|this|that|these|those|but|and|there|then)\b", re.I
)
_LOOSE = (QuantityKind.ORDINAL, QuantityKind.SUPERLATIVE, QuantityKind.PERCENTAGE_POINTS)
_VAGUE = (Bound.VAGUE, Bound.AT_MOST, Bound.LESS_THAN)
_SAID = (Outcome.AGREEMENT, Outcome.CONFLICT, Outcome.GROWING, Outcome.UNSURE)


class Question(NamedTuple):
    """A claim with another amount in it, and the sentence that it is to be borne out by."""

    statement: str
    told: str


Sure = Mapping[Question, float]
"""How surely each sentence bears out its statement, 0…1."""


class _Pair(NamedTuple):
    own: Amount
    other: Amount
    question: Question
    back: Question
    """The passage's clause, to be borne out by the claim with the passage's amount in it."""
    known_apart: bool
    """Whether small words say that they are of two things, so that nothing is asked."""
    free: bool
    """Whether nothing but the amounts keeps the two apart."""


def questions(claim: Facts, passage: Facts, found: Sequence[Comparison], sure: Sure) -> list[Question]:
    """What is to be asked to know which amounts of a claim and a passage are of one thing.

    Args:
        claim: The claim, its amounts read from it.
        passage: The passage.
        found: What the words alone make of their amounts.
        sure: What was answered before; where there is such an answer, what it asks for next.
    """
    pairs = [pair for pair in _pairs(claim, passage) if not pair.known_apart or _compared(pair, found)]
    if not any(pair.question in sure for pair in pairs):
        return [pair.question for pair in pairs][:MOST_ASKED]
    return [pair.back for pair in pairs if not pair.known_apart and sure.get(pair.question, 0.0) >= _least(pair)]


def with_answers(claim: Facts, passage: Facts, found: Sequence[Comparison], sure: Sure) -> list[Comparison]:
    """What was found by words alone, and what answers to `questions` tell beside it."""
    pairs = [pair for pair in _pairs(claim, passage) if pair.question in sure]
    held = [_doubted(one, [sure[pair.question] for pair in pairs if _is_of(one, pair)]) for one in found]
    settled = {one.claim for one in held if one.outcome in (Outcome.AGREEMENT, Outcome.CONFLICT, Outcome.ANOTHER)}
    here, there = (_values(facts) for facts in (claim, passage))
    for own in dict.fromkeys(pair.own for pair in pairs):
        if {own.words, with_noun(own)} & settled:
            continue
        likely = [pair for pair in pairs if pair.own == own and not pair.known_apart and sure[pair.question] >= MAY_BE]
        likely.sort(key=lambda pair: -sure[pair.question])
        told = [pair for pair in likely if sure[pair.question] >= _least(pair)]
        told = [pair for pair in told if not one_word_apart(pair.question.statement, pair.back.statement)]
        told = [pair for pair in told if sure[pair.question] >= SURE or _both(pair, sure, BOTH_WAYS)]
        same = next((pair for pair in told if not _apart(pair) and _of_one_thing(pair, sure, BOTH_WAYS)), None)
        if same is not None:
            outcome, pair = _agreeing(same), same
        elif not told or _stands(own, there) or not _alone(told[0], likely) or not _apart(told[0]):
            continue
        else:
            pair = told[0]
            rounded = differs_in_writing_only(_as_measured(own), _as_measured(pair.other))
            known = rounded or _value(pair.other) in here
            differ = pair.free and _of_one_thing(pair, sure, BOTH_TO_DIFFER)
            growing = Outcome.GROWING if still_growing(own, pair.other) else Outcome.UNSURE
            outcome = Outcome.UNKNOWN if known else Outcome.CONFLICT if differ else growing
        if outcome in _SAID:
            held = [one for one in held if one.claim not in (own.words, with_noun(own))]
            held.append(Comparison(outcome, words_of(own), words_of(pair.other)))
    return held


def _least(pair: _Pair) -> float:
    """How surely a pair must be borne out to be looked at any further."""
    return SURE_OF_TIME if dimension(pair.own) == DURATION else LIKELY


def _of_one_thing(pair: _Pair, sure: Sure, least: float) -> bool:
    """Whether two amounts are surely of one thing: nothing keeps them apart, or both sentences bear the other out."""
    if pair.free:
        return sure[pair.question] >= SURE and _both(pair, sure, least)
    return _in_spite(pair, sure)


def _both(pair: _Pair, sure: Sure, least: float) -> bool:
    """Whether each bears the other out; a sentence that has all words of the claim may tell more than that."""
    said = matter(pair.own.facts, pair.own.quantity.start)
    words = said.words.union(*said.names)
    there = stems(pair.question.told)
    lacks = sum(not told_in(word, there) for word in words)
    if len(words) > 1 and lacks <= len(words) // FEW_LACK:
        return True
    return sure[pair.question] * sure.get(pair.back, 0.0) >= least


def _in_spite(pair: _Pair, sure: Sure) -> bool:
    """Whether two equal amounts are of one thing in spite of small words that tell them of another place or doing."""
    if sure[pair.question] * sure.get(pair.back, 0.0) < IN_SPITE:
        return False
    return not of_another_time_or_part(_as_measured(pair.own), _as_measured(pair.other))


def _value(amount: Amount) -> tuple[str, float]:
    """What an amount is told as, so that the same number is known again; times in hours."""
    what, value = dimension(amount), amount.quantity.low or 0.0
    return what, round(value * _HOURS[str(amount.quantity.unit)], 6) if what == DURATION else value


def _stands(amount: Amount, there: frozenset[tuple[str, float]]) -> bool:
    """Whether an amount stands in the passage after all, with what it counts or without: "500 euros, 300 of them"."""
    what, value = _value(amount)
    return (what, value) in there or (value > MANY and any(value == other for _, other in there))


def _values(facts: Facts) -> frozenset[tuple[str, float]]:
    return frozenset(map(_value, amounts_of(facts, facts.quantities[:MOST_LOOKED_AT])))


def _doubted(one: Comparison, answers: Sequence[float]) -> Comparison:
    """What two amounts come to where the passage hardly bears out the one with the other in it."""
    if answers and one.outcome is Outcome.AGREEMENT and max(answers) < ANOTHER:
        return replace(one, outcome=Outcome.COMPATIBLE)
    if not answers or one.outcome not in (Outcome.CONFLICT, Outcome.GROWING, Outcome.UNSURE) or min(answers) >= DOUBTED:
        return one
    held = Outcome.GROWING if one.outcome is Outcome.GROWING else Outcome.UNSURE
    return replace(one, outcome=Outcome.UNKNOWN if min(answers) < ANOTHER else held)


def _alone(pair: _Pair, likely: Sequence[_Pair]) -> bool:
    """Whether one amount alone may be meant, and the claim's is no sum: "12 men and 14 women" are 26 people."""
    values = {(one.other.quantity.low, one.other.quantity.high) for one in likely}
    own = _as_measured(pair.own).measured
    total = sum(_as_measured(one.other).measured.low for one in likely)
    return len(values) == 1 and not own.low <= total <= own.high


def words_of(amount: Amount) -> str:
    """An amount as it is written, a time with its unit: "almost two hours"."""
    text, start, end = amount.span
    unit = _TO_UNIT.match(text, end) if dimension(amount) == DURATION else None
    return text[start : unit.end()] if unit else amount.words


def dimension(amount: Amount) -> str:
    """What an amount can be compared with: all counts are numbers, whatever they count; times are times."""
    if amount.quantity.kind is QuantityKind.COUNT:
        return DURATION if amount.quantity.unit in _HOURS else "count"
    return amount.measured.what


def _pairs(claim: Facts, passage: Facts) -> list[_Pair]:
    mine = [one for one in amounts_of(claim, claim.quantities) if _can_be_asked(one)][:MOST_OWN]
    if not mine:
        return []
    theirs = [one for one in amounts_of(passage, passage.quantities) if _can_be_asked(one)]
    found = []
    for own in mine:
        kin = [one for one in theirs if dimension(one) == dimension(own) or _cents_and_money(one, own)]
        kin.sort(key=lambda one: one.quantity.low != own.quantity.low)
        for other in kin[:MOST_HELD]:
            question = Question(_put_in(own, other), _told(other))
            back = Question(_without_teller(_put_in(other, other)), question.statement)
            pair = _as_measured(own), _as_measured(other)
            known = surely_apart(*pair)
            found.append(_Pair(own, other, question, back, known, not known and not perhaps_apart(*pair)))
    return found


_SAY = (
    r"\b(?:sa(?:id|ys?)|told|tells?|estimate[sd]?|report(?:ed|s)?|f(?:ound|inds?)|show(?:ed|s)?|announce[sd]?"
    r"|confirm(?:ed|s)?)\b"
)
_TELLER = re.compile(rf"[^.;]{{2,80}}?{_SAY}[^.;,]{{0,30}}?\bthat\s")
_TOLD_BY = re.compile(rf",\s[^,.;]{{2,60}}?{_SAY}[^,.;]{{0,20}}\.?$")


def _without_teller(said: str) -> str:
    """A sentence without who says it, where "that" or a comma sets that apart."""
    found = _TELLER.match(said)
    rest = said[found.end() :] if found else said
    end = _TOLD_BY.search(rest)
    kept = f"{rest[: end.start()]}." if end else rest
    return f"{kept[0].upper()}{kept[1:]}"


_CENTS = re.compile(r"\bcents?$", re.I)


def _cents_and_money(one: Amount, other: Amount) -> bool:
    """Whether one is told in cents, and so in no money that is known: "40 cents", "€0.40"."""
    kinds = {one.quantity.kind, other.quantity.kind}
    return kinds == {QuantityKind.MONEY} and any(_CENTS.search(amount.words) for amount in (one, other))


def _can_be_asked(amount: Amount) -> bool:
    """Whether an amount is a number that is told of something: no rank, no "dozens", no whole of a part, no score."""
    quantity = amount.quantity
    if quantity.kind in _LOOSE or quantity.bound in _VAGUE or quantity.low is None or is_whole(amount):
        return False
    if of_a_vote(amount.facts.text, quantity.start, quantity.end):
        return False
    return dimension(amount) != DURATION or not _MADE_UP.match(*_behind(amount))


def _behind(amount: Amount) -> tuple[str, int]:
    text, _, end = amount.span
    unit = _TO_UNIT.match(text, end)
    return text, unit.end() if unit else end


def _as_measured(amount: Amount) -> Amount:
    """An amount as what it is compared with: a number whatever it counts, a time in hours."""
    what = dimension(amount)
    if amount.quantity.kind is not QuantityKind.COUNT:
        return amount
    times = _HOURS[str(amount.quantity.unit)] if what == DURATION else 1.0
    low, high = interval(amount.quantity)
    return amount._replace(measured=Measured(what, low * times, high * times))


def _apart(pair: _Pair) -> bool:
    own, other = _as_measured(pair.own).measured, _as_measured(pair.other).measured
    return other.low > own.high or other.high < own.low


def _agreeing(pair: _Pair) -> Outcome:
    """Agreement where one is within what the other stands for, and neither is open to one side."""
    own, other = _as_measured(pair.own).measured, _as_measured(pair.other).measured
    inside = own.low <= (other.low + other.high) / 2 <= own.high or other.low <= (own.low + own.high) / 2 <= other.high
    bounds = {pair.own.quantity.bound, pair.other.quantity.bound} - {Bound.EXACT, Bound.APPROXIMATE}
    return Outcome.AGREEMENT if inside and not bounds else Outcome.COMPATIBLE


def _put_in(own: Amount, other: Amount) -> str:
    """The claim with the passage's amount in place of its own."""
    text, start, _ = own.span
    begin, stop = _clause(text, start)
    words, behind = words_of(other), start + len(words_of(own))
    begins = not text[begin:start].strip(" \"'“‘")
    if own.quantity.kind is QuantityKind.RATIO and other.quantity.kind is QuantityKind.PERCENT:
        words += "" if text.startswith(" of ", behind) else " of"  # "nine in ten pupils", "90 per cent of pupils"
    words = f"{words[0].upper() if begins else words[0].lower() if words[1:].islower() else words[0]}{words[1:]}"
    said = f"{text[begin:start]}{words}{text[behind:stop]}".strip()
    return f"{said[0].upper()}{said[1:]}{'' if said.endswith('.') else '.'}"


def _clause(text: str, at: int) -> tuple[int, int]:
    """Where the clause around a place of a claim begins and ends, so far as marks and a new doer behind "and" tell."""
    begin, stop = sentence(text, at)
    for mark in _PARTS.finditer(text, begin, stop):
        halves = text[begin : mark.start()], text[mark.end() : stop]
        if mark.group() != "; " and not all(map(_tells, halves)):
            continue
        if mark.end() <= at:
            begin = mark.end()
        elif mark.start() > at:
            return begin, mark.start()
    return begin, stop


def _tells(words: str) -> bool:
    return any(is_verb(word) for word in WORD.finditer(words))


def _told(amount: Amount) -> str:
    """The sentence of an amount below the passage's title, with the one before it where it leans on that."""
    text, start, _ = amount.span
    begin, stop = sentence(text, start)
    if _LEANS.match(text, begin, stop) and begin > 1:
        begin = sentence(text, max(begin - 3, 0))[0]
    said = " ".join(text[begin : stop + 1].split())
    above = dict.fromkeys((amount.facts.about, heading(text, start)))
    return ": ".join(filter(None, (*above, said)))


def _is_of(one: Comparison, pair: _Pair) -> bool:
    """Whether a comparison is of two amounts."""
    own, other = pair.own, pair.other
    return one.claim in (own.words, with_noun(own)) and one.passage in (other.words, with_noun(other))


def _compared(pair: _Pair, found: Sequence[Comparison]) -> bool:
    """Whether two amounts are said to differ or agree, or shown side by side, by their words alone."""
    return any(one.outcome in _SAID and _is_of(one, pair) for one in found)
