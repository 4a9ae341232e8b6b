"""What the numbers, dates and words of a claim and of a passage say about each other.

Words alone cannot tell "thousands" from "about 100,000" or "first since 2017" from a visit in 2019. Amounts are
compared as intervals, so that a vague or rounded number agrees with every number it can stand for; two amounts or
dates are only compared with each other where unit, period and surrounding words say that they are of the same thing.
"""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise

from workbench.comparison.antonyms import ask_of_antonyms, compare_antonyms
from workbench.comparison.beaten_records import beaten
from workbench.comparison.called_off import asked_in_vain
from workbench.comparison.compare_amounts import compare_quantities
from workbench.comparison.compare_dates import compare_dates
from workbench.comparison.compare_events import first_since, not_yet
from workbench.comparison.days_of_deeds import day_of_another_deed
from workbench.comparison.denials import denials, denied_less, denied_of_another, of_a_case
from workbench.comparison.doer_and_done import turned_round
from workbench.comparison.exchanged import exchanged
from workbench.comparison.headed_rows import row_of, tables
from workbench.comparison.how_long import ago_and_for
from workbench.comparison.list_items import of_another_item
from workbench.comparison.measures import is_some_of, whole_at
from workbench.comparison.nothing_done import nothing_done
from workbench.comparison.others_count import anothers_count
from workbench.comparison.outcomes import Comparison, Facts, Outcome
from workbench.comparison.page_tables import compare_tables, without_tables
from workbench.comparison.put_in import Question, Sure, questions, with_answers
from workbench.comparison.quantifiers import part_and_whole, quantifiers
from workbench.comparison.ranks import ranks
from workbench.comparison.row_cells import compare_row
from workbench.comparison.says_less import says_less, says_weaker
from workbench.comparison.senses import changes
from workbench.comparison.stemming import stem
from workbench.comparison.sums_over_two import of_both
from workbench.comparison.two_groups import of_another_group
from workbench.comparison.two_periods import of_another_period, of_other_periods, told_of_the_asked
from workbench.comparison.untold import untold
from workbench.comparison.votes import votes
from workbench.comparison.yardsticks import of_a_yardstick
from workbench.domain.quantities import QuantityKind

_ORDER = {
    outcome: place
    for place, outcome in enumerate(
        (
            Outcome.CONFLICT,
            Outcome.OPPOSITE,
            Outcome.ELSEWHERE,
            Outcome.SWAPPED,
            Outcome.ANOTHER,
            Outcome.LESS,
            Outcome.GROWING,
            Outcome.MOMENT,
            Outcome.UNSURE,  # who reads on sees it before what agrees
            Outcome.AGREEMENT,
            Outcome.UNTOLD,
            Outcome.COMPATIBLE,
            Outcome.UNKNOWN,
        )
    )
}


def compare(claim: Facts, passage: Facts, *, in_english: bool = True, sure: Sure | None = None) -> list[Comparison]:
    """All comparisons of amounts and times, conflicts first, then other words; repeated words are kept once.

    A row of a table is compared by its headers alone. Of a text that is not `in_english` no words are compared.
    `sure` are the answers to `to_ask`, where there is somebody to ask.
    """
    row = row_of(passage.text)
    if row is not None:
        return sorted(compare_row(claim, passage, row), key=lambda item: _ORDER[item.outcome])
    in_rows = compare_tables(claim, passage) if tables(passage.text) else []
    passage = without_tables(passage)
    whole = passage
    elsewhere, passage = _of_others(claim, passage) if in_english else ([], passage)
    amounts = compare_quantities(claim, passage)
    if sure:
        amounts = with_answers(claim, passage, amounts, sure)
    if elsewhere and of_a_yardstick(claim, whole):  # what it is measured by may be just as true
        amounts = [replace(one, outcome=Outcome.UNSURE) if one.outcome is Outcome.CONFLICT else one for one in amounts]
    settled = any(item.outcome in _SETTLED for item in amounts if not item.places)
    dates = compare_dates(claim, passage, settled=settled)
    parts = part_and_whole(claim, passage)
    if parts:  # that there are six gates says nothing of how many were opened
        amounts = [one for one in amounts if one.claim not in parts[0].claim or one.outcome is not Outcome.AGREEMENT]
    amounts = _without_wholes_alone(claim, amounts)
    once = any(one.outcome is Outcome.CONFLICT for one in dates)  # it sank in 1994 or in 1993, whoever was on board
    others = [] if once else of_other_periods(claim, passage)
    if any(item.outcome is not Outcome.AGREEMENT for item in amounts):
        # 400 dead in 2020 and 520 in 2019 are two rows of one table: neither date stands against the other
        dates = [replace(one, outcome=Outcome.UNKNOWN) if one.outcome is Outcome.CONFLICT else one for one in dates]
    if elsewhere and not any(one.outcome is Outcome.CONFLICT for one in amounts):
        dates = [replace(one, outcome=_ASIDE_OF.get(one.outcome, one.outcome)) for one in dates]
    compared = [
        *amounts,
        *elsewhere,
        *parts,
        *told_of_the_asked(claim, passage),
        *others,
        *votes(claim, passage),
        *first_since(claim, passage),
        *not_yet(claim, passage),
        *dates,
    ]
    if in_english:
        told = _by_words(claim, passage, amounts, sure)
        less = [] if any(one.outcome is Outcome.ANOTHER for one in amounts) else says_less(claim, passage)
        less += [*denied_less(claim, passage), *beaten(claim, passage)]
        if not any(one.outcome is Outcome.ANOTHER for one in (*compared, *less)):
            less += day_of_another_deed(claim, passage)
            apart = any(one.outcome is Outcome.CONFLICT for one in amounts)
            less += [] if apart else anothers_count(claim, passage)
        # of two who have changed places nothing agrees, nor of what was or might be
        if less or any(one.outcome is Outcome.SWAPPED for one in told):
            compared = [replace(one, outcome=_ASIDE_OF.get(one.outcome, one.outcome)) for one in compared]
        weaker = says_weaker(claim, passage)
        if weaker:
            compared = [replace(one, outcome=_WEAKER.get(one.outcome, one.outcome)) for one in compared]
        compared = [*of_both(claim, passage, compared), *told, *less, *weaker]
    compared += untold(claim, passage, compared)
    compared += in_rows
    found = {item.words: item for item in compared}
    return sorted(found.values(), key=lambda item: _ORDER[item.outcome])


def to_ask(claim: Facts, passage: Facts, sure: Sure | None = None) -> list[Question]:
    """What a network is to be asked about the amounts and opposites of two English texts before they are compared.

    With answers to the first questions: what those ask for next.
    """
    if row_of(passage.text) is not None:
        return []
    _, passage = _of_others(claim, without_tables(passage))
    of_words = ask_of_antonyms(claim.text, passage.text, passage.about)
    of_amounts = questions(claim, passage, compare_quantities(claim, passage), sure or {})
    return [one for one in (*of_amounts, *of_words) if one not in (sure or {})]


def _of_others(claim: Facts, passage: Facts) -> tuple[list[Comparison], Facts]:
    """What the passage tells of other periods or groups with the claim's number, and the passage without these."""
    if not claim.quantities:
        return [], passage
    rules = (of_another_item, of_a_yardstick, of_another_period, of_another_group)
    found = next((told for rule in rules if (told := rule(claim, passage))), [])
    if found and any(one.outcome is Outcome.ANOTHER for one in compare_quantities(claim, passage)):
        return [], passage  # told by what is done with the amount
    others = [one for one, _ in found]
    kept = [one for one in passage.quantities if one not in others]
    return [told for _, told in found], replace(passage, quantities=kept) if others else passage


def _without_wholes_alone(claim: Facts, amounts: list[Comparison]) -> list[Comparison]:
    """Without a whole that agrees where its part was compared with nothing: that there are eighteen beds tells nothing
    of "five of its eighteen beds were closed".
    """
    compared = {one.claim for one in amounts if one.outcome in (Outcome.AGREEMENT, Outcome.CONFLICT)}
    alone = {
        whole.text
        for part, whole in pairwise(claim.quantities)
        if part.text not in compared and _OF_WHOLE.fullmatch(claim.text, part.end, whole.start)
    }
    alone |= {
        whole.text
        for whole, part in pairwise(claim.quantities)
        if part.text not in compared and whole_at(part, claim.text) == whole.start
    }
    return [one for one in amounts if one.outcome is not Outcome.AGREEMENT or one.claim not in alone]


def _by_words(claim: Facts, passage: Facts, amounts: list[Comparison], sure: Sure | None) -> list[Comparison]:
    """What is found by English words alone: opposites, denials, other ranks and parts, and who has changed places."""
    antonyms = [
        one  # to 300 it was granted and to 700 refused
        for one in compare_antonyms(claim.text, passage.text, passage.about, sure)
        if changes(stem(one.claim.rpartition(" ")[2].casefold())) or not _of_two_parts(one.claim, amounts, claim)
    ]
    words = [one for one in antonyms if not denied_of_another(one, claim.text, passage.text)] or denials(claim, passage)
    words = [one for one in words if not of_a_case(one, claim.text, passage.text)]
    turned, as_said = exchanged(claim, passage)
    if as_said:  # fewer men than women are more women than men
        words = [one for one in words if one not in antonyms]
    words += [
        *asked_in_vain(claim, passage),
        *nothing_done(claim, passage),
        *ranks(claim, passage),
        *(turned or turned_round(claim, passage)),
        *quantifiers(claim, passage),
    ]
    return [*words, *ago_and_for(claim, passage)]


_WEAKER = {Outcome.AGREEMENT: Outcome.COMPATIBLE}
_ASIDE_OF = {Outcome.AGREEMENT: Outcome.COMPATIBLE, Outcome.CONFLICT: Outcome.UNKNOWN}
_SETTLED = (Outcome.AGREEMENT, Outcome.CONFLICT, Outcome.ANOTHER)

_OF_WHOLE = re.compile(
    r"\s(?:[\w-]+\s){0,2}of\s(?:all\s)?(?:(?:the|its|their|his|her|our|these|those)\s)?(?:[\w-]+['’]s?\s)?"
)
_ASIDE = re.compile(r"[,;:()–—]\s")


def _of_two_parts(word: str, amounts: list[Comparison], claim: Facts) -> bool:
    """Whether both count some, and not the same number, or some of them: with each part the contrary may be done.

    What stands between other commas than the word, "with 120 members", counts nothing that it is done to.
    """
    at = claim.text.find(word.removeprefix("not "))
    counts = (QuantityKind.COUNT, QuantityKind.RATIO)
    told = [
        one
        for one in claim.quantities
        if one.kind in counts and not _ASIDE.search(claim.text, *sorted((max(at, 0), one.start)))
    ]
    if any(is_some_of(one, claim.text) for one in told if one.kind is QuantityKind.COUNT):
        return True
    apart = {
        one.claim
        for one in amounts
        if one.outcome in (Outcome.UNKNOWN, Outcome.UNSURE, Outcome.GROWING, Outcome.MOMENT)
    }
    return bool(apart) and any(one.text.rstrip(" .,;") in apart for one in told)
