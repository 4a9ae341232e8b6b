"""Amounts of a claim compared with those of a passage, where unit, period and words say that both measure one thing."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from workbench.comparison.amounts import Amount, amounts_of, direction, middle, multiple, rate_of, role, same_rate
from workbench.comparison.another_clause import done_with
from workbench.comparison.another_measure import measured_otherwise
from workbench.comparison.at_a_rate import rates_beside
from workbench.comparison.became_of import same_became
from workbench.comparison.comparable_amounts import (
    differs_in_writing_only,
    in_two_places,
    may_be_of_one_thing,
    not_comparable,
    still_growing,
)
from workbench.comparison.context_window import beside, just_before, same_noun, sentence
from workbench.comparison.counted import MOST_LOOKED_AT, denied, is_whole, same_thing, with_noun
from workbench.comparison.done_otherwise import done_otherwise
from workbench.comparison.doubts import not_yet_or_no_more, of_another_matter, one_and_many, told_otherwise
from workbench.comparison.kept_apart import (
    change_and_share,
    more_and_less,
    of_another_kind,
    of_one_more,
    told_as_possible,
)
from workbench.comparison.matter import Told, deed, how_told, matter
from workbench.comparison.measures import PART, PLAIN, TIMES_OVER, is_some_of, measured, whole_at, whole_of
from workbench.comparison.narrower import may_be_narrower, of_another_doer
from workbench.comparison.one_count import one_count
from workbench.comparison.other_times import at_another_time
from workbench.comparison.outcomes import Comparison, Facts, Outcome
from workbench.comparison.said_of_a_part import another_is_said, for_and_against, of_one_size, same_is_said
from workbench.comparison.senses import same_sense
from workbench.comparison.stages import at_another_stage, of_another_moment, stage
from workbench.comparison.told_apart import equal_of_other_things, of_other_things
from workbench.comparison.two_times import of_two_times
from workbench.domain.quantities import Bound, Quantity, QuantityKind

MOST_COMPARED = 40
"""Amounts of a claim that are compared."""


_NOTHING = (Outcome.UNKNOWN, Outcome.COMPATIBLE)
_OPEN = (Outcome.CONFLICT, Outcome.UNSURE, Outcome.GROWING, Outcome.MOMENT)


def compare_quantities(claim: Facts, passage: Facts) -> list[Comparison]:
    """Hold every amount of the claim against those of the passage that measure the same thing.

    An amount agrees when one of the passage's lies within what it can stand for; it conflicts when they all lie
    outside it and nothing around them says that they are of another thing, time or kind; else nothing is known.
    """
    found: list[Comparison] = []
    taken: set[Quantity] = set()
    against: list[Quantity] = []
    compared: list[Quantity] = []
    amounts = amounts_of(claim, claim.quantities[:MOST_COMPARED])
    values = {one.measured for one in amounts}
    for own in amounts:
        pairs = _pairs(own, passage)
        if not pairs:
            continue
        context = beside(*own.span)
        pairs.sort(key=lambda pair: (stage(pair[0]) != stage(pair[1]), -len(context & beside(*pair[1].span))))
        alone = len(pairs) == 1
        outcomes = [(_outcome(*pair, alone=alone), *pair) for pair in pairs]
        agreeing = next((found for found in outcomes if found[0] is Outcome.AGREEMENT), None)
        outcome, mine, other = agreeing or outcomes[0]
        if agreeing:
            taken.add(other.quantity)
        elif outcome is Outcome.UNKNOWN:  # the same number of what may be another thing tells more than another number
            outcome, mine, other = next((one for one in outcomes if one[0] is Outcome.COMPATIBLE), outcomes[0])
        elif outcome is Outcome.CONFLICT and (
            any(one[0] is not Outcome.CONFLICT and not _apart(*one[1:]) for one in outcomes)
            or other.measured in values - {mine.measured}  # 57 after a rise from 51 is where the next one begins
            or _elsewhere(mine, [pair[1] for pair in pairs], passage)
        ):
            outcome = Outcome.UNKNOWN
        others = [pair[1] for pair in pairs]
        open_ = (
            outcome is Outcome.UNKNOWN
            and may_be_of_one_thing(mine, other)
            and how_told(claim, mine.quantity, passage, other.quantity) >= Told.LESS
            and not done_otherwise(mine, other)
            and not of_other_things(mine, other)
            and not at_another_stage(mine, other)
            and not _elsewhere(mine, others, passage)
        )
        if outcome in _NOTHING and not open_ and PLAIN in (mine.measured.what, other.measured.what):
            continue  # a bare number that may be of anything keeps nothing else from being told
        told = (with_noun(mine), with_noun(other)) if open_ else (mine.words, other.words)
        by_another = done_with(mine, other) if outcome in (Outcome.AGREEMENT, Outcome.COMPATIBLE) else None
        if by_another is not None:
            outcome, told = Outcome.ANOTHER, (with_noun(mine), by_another)
        elif outcome is Outcome.ANOTHER:
            otherwise = told_otherwise(mine, other) or not_yet_or_no_more(mine, other) or other.words
            told = measured_otherwise(mine, other) or (with_noun(mine), otherwise)
        ordinal = own.quantity.kind is QuantityKind.ORDINAL
        if open_:
            outcome = Outcome.GROWING if still_growing(mine, other) and not ordinal else Outcome.UNSURE
        elif outcome is Outcome.UNKNOWN and of_another_moment(mine, other):
            outcome, told = Outcome.MOMENT, (with_noun(mine), with_noun(other))
        found.append(Comparison(outcome, *told, places=ordinal))
        against.append(other.quantity)
        compared.append(own.quantity)
    found = _wholes_held(found, compared, claim.text)
    # an amount that is one of the claim's cannot stand against another of them
    kept = [
        replace(one, outcome=Outcome.UNKNOWN) if one.outcome in _OPEN and other in taken else one
        for one, other in zip(found, against, strict=True)
    ]
    agreed = {
        own
        for own, other, one in zip(compared, against, kept, strict=True)
        if one.outcome is Outcome.AGREEMENT and (own.low == other.low or own.bound is not Bound.EXACT)
    }
    apart = equal_of_other_things([one for one in amounts if one.quantity not in agreed], passage)
    # £190 million is no £188 million where that is another figure of the passage
    kept = [
        replace(one, outcome=Outcome.COMPATIBLE) if one.outcome is Outcome.AGREEMENT and own in apart else one
        for own, one in zip(compared, kept, strict=True)
    ]
    return [*kept, *rates_beside(claim, passage), *apart.values()]


def _wholes_held(found: Sequence[Comparison], compared: Sequence[Quantity], text: str) -> list[Comparison]:
    """What was found, where the whole of a part agrees only if it is known whether the part does."""
    held = list(found)
    for part, told in zip(compared, found, strict=True):
        if told.outcome in (Outcome.AGREEMENT, Outcome.CONFLICT):
            continue
        of = whole_at(part, text)
        for at, whole in enumerate(compared):
            if whole.start == of and held[at].outcome is Outcome.AGREEMENT:
                held[at] = replace(held[at], outcome=Outcome.COMPATIBLE)
    return held


def _pairs(own: Amount, passage: Facts) -> list[tuple[Amount, Amount]]:
    """One of the claim's amounts with each of the passage's that measures what it measures."""
    # dates are only looked for in a passage that has an amount to tell from them
    kin = [one for one in passage.quantities[:MOST_LOOKED_AT] if _kin(own, one, passage)]
    others = amounts_of(passage, kin) if kin else []
    others = [one for one in others if not of_other_things(own, one)] or others
    if own.quantity.kind is QuantityKind.ORDINAL:
        others = [other for other in others if _same_rank(own, other)]
    return [pair for other in others if (pair := _in_one_measure(own, other)) is not None]


_SHARES = frozenset({QuantityKind.PERCENT, QuantityKind.RATIO})
_SURE_BY = re.compile(r"[\s-]{0,3}(?:CI\b|confiden\w+|credib\w+)")
"""What makes a share one of how sure another is: "(95% CI 12-31%)"."""


def _kin(own: Amount, other: Quantity, passage: Facts) -> bool:
    """Whether an amount of the passage can be compared with one of the claim's, at a first look."""
    if own.quantity.kind in _SHARES and other.kind in _SHARES:
        return _SURE_BY.match(passage.text, other.end) is None
    found = measured(other, passage.text) if own.quantity.kind is other.kind else None
    if found is None:
        return False
    same = found.what == own.measured.what and found.what != PLAIN
    return same or one_count(own.facts, own.quantity, passage, other) or same_became(own, Amount(other, found, passage))


def _in_one_measure(own: Amount, other: Amount) -> tuple[Amount, Amount] | None:
    """Two amounts of one measure; a "doubled" and a "rose by 90 %" both as times over."""
    if own.quantity.kind is QuantityKind.COUNT and own.measured.what != other.measured.what:
        return own, other._replace(measured=other.measured._replace(what=own.measured.what))
    pair = multiple(own), multiple(other)
    if own.measured.what == other.measured.what and (own.measured.what != TIMES_OVER or pair[0] is pair[1] is None):
        return own, other
    return (pair[0], pair[1]) if pair[0] and pair[1] else None


def _elsewhere(own: Amount, others: Sequence[Amount], passage: Facts) -> bool:
    """Whether the claim's number stands in the passage after all: of something else, or as a sum of parts."""
    values = {own.quantity.low, own.quantity.high} - {None}
    beside_it = [one for one in passage.quantities if all(one is not other.quantity for other in others)]
    if any(values & {one.low, one.high} for one in beside_it):
        return True  # "8,400 others" beside "33 people"
    total = sum(map(middle, others))
    return len(others) > 1 and own.measured.what != "share" and own.measured.low <= total <= own.measured.high


def _outcome(own: Amount, other: Amount, *, alone: bool) -> Outcome:
    if of_other_things(own, other):
        return Outcome.UNKNOWN  # that 20 were hurt says nothing of how many died
    low, high = own.measured.low, own.measured.high
    other_low, other_high = other.measured.low, other.measured.high
    rates = rate_of(*own.span), rate_of(*other.span)
    if rates[0] != rates[1] and rates[0] and rates[1]:
        return Outcome.AGREEMENT if same_rate(own, other, rates[0], rates[1]) else Outcome.UNKNOWN
    shared = len(beside(*own.span) & beside(*other.span))
    tells = how_told(own.facts, own.quantity, other.facts, other.quantity)
    if _apart(own, other):
        if rates[0] != rates[1] or differs_in_writing_only(own, other):
            return Outcome.UNKNOWN
        if not_yet_or_no_more(own, other) or not_yet_or_no_more(other, own) or one_and_many(own, other):
            return Outcome.UNKNOWN
        if (own.measured.high < 0) != (other.measured.high < 0):
            return Outcome.UNKNOWN  # "grew by -2 %" is "shrank by 2 %"
        told = tells >= Told.MOST and own.quantity.kind is not QuantityKind.ORDINAL
        wanted = min(2, len(beside(*own.span))) if alone else 2
        alike = told or (shared >= wanted and tells > Told.LESS)
        part = _is_part(own) and (not told or _parts_of_one(own, other) or not same_is_said(own, other))
        doubtful = part or not alike or not_comparable(own, other, told=told) or _of_others(own, other)
        return Outcome.UNKNOWN if doubtful else Outcome.CONFLICT
    if direction(*own.span) * direction(*other.span) < 0 and own.measured.what[:5] in ("share", "point", "money"):
        return Outcome.CONFLICT if shared and not not_comparable(own, other) else Outcome.UNKNOWN
    if measured_otherwise(own, other):
        return Outcome.ANOTHER if shared else Outcome.COMPATIBLE
    if _loose(own) and shared < 2:
        return Outcome.UNKNOWN  # nearly every number is below "up to 8,500"
    inside = low <= other_low and other_high <= high
    rounded = other_low <= low and high <= other_high and other.quantity.bound is Bound.EXACT
    if not (inside or rounded or _close(own, other)):
        return Outcome.UNKNOWN
    if (_is_difference(own) and not role(*other.span)) or (_is_difference(other) and not role(*own.span)):
        return Outcome.COMPATIBLE
    otherwise = told_otherwise(own, other)
    if not otherwise and of_another_matter(own, other):
        return Outcome.COMPATIBLE
    if otherwise or not_yet_or_no_more(own, other):
        alike = (tells >= Told.DEED or shared > 1) and same_thing(own, other)
        alike = alike or (otherwise is not None and shared > 0)
        return Outcome.ANOTHER if alike else Outcome.COMPATIBLE
    if denied(own, other) or _far_within(own, other) or _on_the_edge(own, other):
        return Outcome.COMPATIBLE
    elsewhere = done_otherwise(own, other) or of_another_doer(own, other) or in_two_places(own, other)
    if elsewhere and own.quantity.kind is not QuantityKind.ORDINAL:
        return Outcome.COMPATIBLE
    if (
        for_and_against(own, other)
        or more_and_less(own, other)
        or (own.measured.what == "share" and another_is_said(own, other))
    ):
        return Outcome.COMPATIBLE
    if _is_part(own) and not (of_one_size(own, other) and same_is_said(own, other)):
        return Outcome.COMPATIBLE
    if _same_sum(own, other):
        return Outcome.AGREEMENT
    kind = own.quantity.kind
    if (tells is Told.OTHER and kind is not QuantityKind.ORDINAL) or (tells is Told.DEED and kind not in _SHARES):
        return Outcome.COMPATIBLE
    agrees = same_thing(own, other) or (tells >= Told.MOST and kind not in _SHARES) or _done_alike(own, other, tells)
    return Outcome.AGREEMENT if agrees else Outcome.COMPATIBLE


_MORE = re.compile(r"\s+(?:more|less|fewer|higher|lower)\s+than\b", re.I)


def _is_difference(amount: Amount) -> bool:
    """Whether an amount is by how much something changed or another was passed: "2 million euros more than planned"."""
    return _MORE.match(amount.facts.text, amount.quantity.end) is not None and role(*amount.span) == "by"


def _done_alike(own: Amount, other: Amount, tells: Told) -> bool:
    """Whether a number of whom one thing was done is the same: 2,300 people evacuated, 2,300 residents."""
    if own.quantity.kind is not QuantityKind.COUNT or tells < Told.SOME:
        return False
    done = deed(*own.span), deed(*other.span)
    return None not in done and same_sense(str(done[0]), str(done[1]))


def _of_others(own: Amount, other: Amount) -> bool:
    """Whether the words around two amounts of one doing leave open that they are of others, or of some of them."""
    sentences = (one.facts.text[slice(*sentence(one.facts.text, one.quantity.start))] for one in (own, other))
    return (
        _some_of(own, other)
        or is_whole(own) != is_whole(other)
        or told_as_possible(own) != told_as_possible(other)
        or at_another_time(own, other)
        or at_another_stage(own, other)
        or change_and_share(own, other)
        or of_one_more(own, other)
        or of_another_kind(own, other)
        or of_two_times(*sentences)
        or done_otherwise(own, other)
        or may_be_narrower(own, other)
    )


def _some_of(own: Amount, other: Amount) -> bool:
    """Whether one alone counts some "of the" others: of three hostages two may have been freed on one day."""
    if own.quantity.kind is not QuantityKind.COUNT:
        return False
    return is_some_of(own.quantity, own.facts.text) != is_some_of(other.quantity, other.facts.text)


def _is_part(own: Amount) -> bool:
    return own.measured.what.startswith(PART)


def _apart(own: Amount, other: Amount) -> bool:
    """Whether one amount lies outside all that the other can stand for."""
    return other.measured.low > own.measured.high or other.measured.high < own.measured.low


_STRICT = (Bound.MORE_THAN, Bound.LESS_THAN)


def _on_the_edge(own: Amount, other: Amount) -> bool:
    """Whether one says "more than 14" and the other 14."""
    bounds = own.quantity.bound, other.quantity.bound
    if (bounds[0] in _STRICT) == (bounds[1] in _STRICT) or Bound.EXACT not in bounds:
        return False
    edges = [{one.quantity.low, one.quantity.high} - {None} for one in (own, other)]
    return edges[0] == edges[1]


def _same_sum(own: Amount, other: Amount) -> bool:
    """Whether one sum of money was paid, in a claim that names nobody: "she sold it for £31 million"."""
    if own.quantity.kind is not QuantityKind.MONEY or matter(own.facts, own.quantity.start).names:
        return False
    done = deed(*own.span), deed(*other.span)
    return None not in done and same_sense(str(done[0]), str(done[1]))


def _parts_of_one(own: Amount, other: Amount) -> bool:
    """Whether two parts make up the whole: five of the nine may be for it and four of the nine against it."""
    wholes = [whole_of(amount.quantity, amount.facts.text) for amount in (own, other)]
    return None in wholes or middle(own) + middle(other) in wholes


FAR_WITHIN = 4.0
"""How many times smaller than "up to 500" a number may be and still be told as agreeing."""


def _far_within(own: Amount, other: Amount) -> bool:
    """Whether a number is so far below "up to 500" that nobody would have told it so."""
    if own.quantity.bound is Bound.VAGUE or own.quantity.low is not None or own.quantity.high is None:
        return False
    return other.quantity.low is not None and FAR_WITHIN * middle(other) < own.measured.high


def _loose(own: Amount) -> bool:
    """Whether an amount stands for so many values that one of them says little."""
    return own.quantity.low is None or own.quantity.high is None or own.quantity.bound is Bound.VAGUE


def _close(own: Amount, other: Amount) -> bool:
    """Whether one number is the other, rounded."""
    one, two = own.quantity, other.quantity
    if one.low is None or one.low != one.high or two.low is None or two.low != two.high:
        return False
    return (
        own.measured.low <= middle(other) <= own.measured.high
        or other.measured.low <= middle(own) <= other.measured.high
    )


_IS = re.compile(
    r"\b(?:is|was|were|are|be|been|being|became|becomes?|as|in|and|have|['’]s)\s+(?:(?:not\s+)?only\s+)?"
    r"(?:(?:the|his|her|its|a|an|their|our|my)\s+)*(?P<whose>\w+['’]s\s+)?$",
    re.I,
)
_NAMED = re.compile(r"(?<![\w'’])(?P<whose>[\w'’]{1,60}['’]s?)\s{1,4}$|(?:,|—|–|^)\s{0,4}(?:the\s{1,4})?$", re.I)
_PARTS_OF_TIME = re.compile(
    r"\s+(?:quarter|half|week|day|month|year|term|time|decade|century|round|stage|leg|phase|attempt)\b", re.I
)


def _same_rank(own: Amount, other: Amount) -> bool:
    """Whether two ordinals say which one of a row something is, not that it was done once more."""
    one, two = own.quantity, other.quantity
    # an ordinal says what it counts in the words after it
    if not same_noun((own.facts.text, one.end), (other.facts.text, two.end)):
        return False
    if _PARTS_OF_TIME.match(own.facts.text, one.end):
        return False
    if one.low == two.low:
        return True
    places = [_which(amount) for amount in (own, other)]
    whose = {place["whose"].strip().casefold() for place in places if place and place["whose"]}
    return all(places) and len(whose) < 2


def _which(amount: Amount) -> re.Match[str] | None:
    text, start, _ = amount.span
    return just_before(_IS, text, start) or just_before(_NAMED, text, start)
