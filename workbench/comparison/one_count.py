"""Whether two numbers count one thing though another noun stands behind them, or none.

"Employs 2,750 people" and "2,570 employees", "killed 12 people" and "17 deaths", "cut 90 officers" and "the number of
officers was cut by 60".
"""

from __future__ import annotations

import re

from workbench.comparison.context_window import just_before, sentence, stems
from workbench.comparison.matter import ANYONE, deed, matter
from workbench.comparison.outcomes import Facts
from workbench.comparison.senses import changes, same_sense, told_in
from workbench.comparison.stemming import stem
from workbench.domain.quantities import Quantity, QuantityKind

_PERSONS = """
    person people man woman child boy girl adult resident inhabitant citizen villager employee worker staff officer
    soldier troop civilian passenger patient prisoner pupil student teacher nurse doctor protester demonstrator refugee
    migrant victim member fan visitor tourist guest voter farmer miner fisherman sailor driver pensioner customer
    user volunteer tenant
"""
_ANYONE = frozenset(map(stem, ANYONE))
_SOMEONE = frozenset(map(stem, _PERSONS.split())) | _ANYONE


def of_people(unit: str) -> bool:
    """Whether what is counted are people, by whatever name."""
    return stem(unit.casefold()) in _SOMEONE


_NUMBER_OF = re.compile(r"\bnumbers? of ((?:[^\W\d_]+\s+){1,3})", re.I)


def _number_of(facts: Facts, bare: Quantity) -> frozenset[str]:
    """The stems of what "the number of …" before a number counts."""
    found = _NUMBER_OF.search(facts.text, sentence(facts.text, bare.start)[0], bare.start)
    return stems(found[1]) if found else frozenset()


_TOLD_AS = re.compile(
    r"\b(?:was|were|is|are|been|to|by|from|at|reached|totall?ed|numbered|than|about|around|nearly|almost|just|over|under)\s+$",
    re.I,
)
"""What leads up to a number that stands alone: "the number of passengers was 130,000", "fell to 130,000"."""


_CLAUSE_ENDS = re.compile(r"[,;:(]|\b(?:and|but|while|or)\b")


def _may_count(facts: Facts, bare: Quantity, noun: str) -> bool:
    """Whether a number without a noun may count what its sentence tells of: "passengers fell to 130,000".

    What another number of the sentence counts it does not, nor what is done by some of a group: "and two were hurt".
    """
    if just_before(_TOLD_AS, facts.text, bare.start) is None:
        return False
    begin, stop = sentence(facts.text, bare.start)
    others = (one for one in facts.quantities if one is not bare and begin <= one.start < stop and one.unit)
    if any(same_sense(stem(str(one.unit).casefold()), noun) for one in others):
        return False
    return told_in(noun, stems(_CLAUSE_ENDS.split(facts.text[begin : bare.start])[-1]))


_HAPPENED = re.compile(
    r"\s(?:[^\W\d_]+\s){0,2}?(?:was|were|been|be|are)\s(?:[a-z]+ly\s)?(?P<verb>[a-z]+(?:ed|en|t|d))\b", re.I
)


def _same_happened(claim: Facts, own: Quantity, passage: Facts, other: Quantity) -> bool:
    """Whether the same was done with both, as told right behind them: "2,300 were evacuated"."""
    told = _HAPPENED.match(claim.text, own.end), _HAPPENED.match(passage.text, other.end)
    return told[0] is not None and told[1] is not None and stem(told[0]["verb"]) == stem(told[1]["verb"])


def _same_changed(claim: Facts, own: Quantity, passage: Facts, other: Quantity) -> bool:
    """Whether one thing rose or fell to or by both: "staff grew by 300", "staff grew to 300"."""
    done = deed(claim.text, own.start, own.end), deed(passage.text, other.start, other.end)
    if None in done or not changes(str(done[0])) or not same_sense(str(done[0]), str(done[1])):
        return False
    begins = [matter(facts, one.start).begins for facts, one in ((claim, own), (passage, other))]
    return bool(begins[0] and begins[1]) and same_sense(begins[0][-1], begins[1][-1])


def one_count(claim: Facts, own: Quantity, passage: Facts, other: Quantity) -> bool:
    """Whether a number of the claim and one of the passage may count the same, by noun, verb or sentence."""
    if own.kind is not QuantityKind.COUNT or other.kind is not QuantityKind.COUNT:
        return False
    mine, theirs = (None if one.unit is None else stem(one.unit.casefold()) for one in (own, other))
    if mine is None and theirs is None:
        return bool(_number_of(claim, own) & _number_of(passage, other)) or _same_changed(claim, own, passage, other)
    if mine is None or theirs is None:
        facts, bare = (claim, own) if mine is None else (passage, other)
        noun = mine or theirs or ""
        return _may_count(facts, bare, noun) or (noun in _SOMEONE and _same_happened(claim, own, passage, other))
    if same_sense(mine, theirs) or ({mine, theirs} <= _SOMEONE and {mine, theirs} & _ANYONE):
        return True
    done = deed(claim.text, own.start, own.end), deed(passage.text, other.start, other.end)
    return any(verb is not None and same_sense(verb, noun) for verb, noun in ((done[0], theirs), (done[1], mine)))
