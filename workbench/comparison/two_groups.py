"""Numbers of two groups or places in one passage: "900 cars in Spain and 400 in France".

A claim of 900 in France has the number of the one and the place of the other. Where words of the claim stand in the
passage beside another number alone, and beside the equal one others that the claim lacks, the equal one is not the
claim's. Nor is one "in the control group" that of "the treated group".
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from workbench.comparison.context_window import WORD, is_verb, just_before, sentence, stems
from workbench.comparison.matter import SAYS_LITTLE, matter
from workbench.comparison.outcomes import Comparison, Facts, Outcome
from workbench.comparison.senses import told_in
from workbench.comparison.two_periods import RANKS, TimedClause, clauses_of, may_measure_one, one_sort
from workbench.domain.quantities import Quantity

_GROUP = re.compile(
    r"\b(?:in|of|from|among|on)\s(?:the\s)?(?P<which>[^\W\d_][\w-]{2,20})\s"
    r"(?P<what>group|arm|cohort|class|wing|side|team|district|division|ward|region|sector|party|category|bracket)s?\b",
    re.I,
)
_OF = re.compile(r"\bof\s(?:(?:all|the|its|their|these|those)\s){0,2}$", re.I)
"""Before the whole of which a number is a part."""
_NEAR = 240
"""Letters between two numbers that are told beside each other."""
_SHOWN = 60
"""Letters on either side of a number that are told with it."""


def of_another_group(claim: Facts, passage: Facts) -> list[tuple[Quantity, Comparison]]:
    """Amounts that are the claim's by their number and are told of another group or place, each with what is told."""
    found = []
    values = {(one.low, one.high) for one in claim.quantities}
    clauses = clauses_of(passage.text)
    for own in claim.quantities:
        if own.kind in RANKS or just_before(_OF, claim.text, own.start):
            continue
        words = _words_of(claim, own)
        subject = frozenset(matter(claim, own.start).begins)
        equal = [one for one in passage.quantities if one_sort(own, one) and (one.low, one.high) == (own.low, own.high)]
        others = [one for one in passage.quantities if may_measure_one(own, one) and (one.low, one.high) not in values]
        others = [one for one in others if not just_before(_OF, passage.text, one.start)]
        told = [
            (one, _named(claim, passage, own, one) or _placed(words, subject, passage, one, others, clauses))
            for one in equal
        ]
        if not all(where for _, where in told):
            continue
        for one, where in told:
            mine = f"{own.text.rstrip(' .,;')}, {where}"
            found.append((one, Comparison(Outcome.ANOTHER, mine, _around(passage.text, one, clauses))))
    return found


def _named(claim: Facts, passage: Facts, own: Quantity, one: Quantity) -> str:
    """The group that the claim names where the passage's amount is of one of another name."""
    mine, theirs = (
        list(_GROUP.finditer(facts.text, *sentence(facts.text, amount.start)))
        for facts, amount in ((claim, own), (passage, one))
    )
    own_words, there = stems(claim.text), stems(f"{passage.about} {passage.text}")
    for group in mine:
        for other in theirs:
            one_kind = group["what"].casefold() == other["what"].casefold()
            apart = not stems(group["which"]) & there and not stems(other["which"]) & own_words
            if one_kind and apart and stems(group["which"]) and stems(other["which"]):
                return f"{group['which']} {group['what']}"
    return ""


def _words_of(claim: Facts, own: Quantity) -> str:
    """The claim's words that are of an amount: all, or of two amounts those of its clause."""
    if sum(one.kind not in RANKS for one in claim.quantities) < 2:
        return claim.text
    clause = _clause(own, clauses_of(claim.text))
    return claim.text[clause.start : clause.end]


def _placed(
    claimed: str,
    subject: frozenset[str],
    passage: Facts,
    one: Quantity,
    others: list[Quantity],
    clauses: list[TimedClause],
) -> str:
    """The word of the claim that the passage tells of another amount alone, beside which an equal one stands apart."""
    own_words = stems(claimed) - SAYS_LITTLE
    whole = just_before(_OF, passage.text, one.start) is not None
    deeds = stems(" ".join(word.group() for word in WORD.finditer(claimed) if _is_deed(claimed, word)))
    # one deed has many names: what "was taken by the thieves" they stole; of a whole the deed tells the part
    telling = own_words if whole else own_words - deeds
    mine = _told(passage.text, one, clauses)
    lacking = {word for word in mine - SAYS_LITTLE if not told_in(word, own_words)}
    for other in others:
        theirs = _told(passage.text, other, clauses)
        if theirs == mine or abs(other.start - one.start) > _NEAR or not lacking - theirs:
            continue
        rest = stems(f"{passage.about} {_without(passage.text, other, clauses)}")
        alone = {word for word in telling & theirs if not told_in(word, rest)}
        both = (mine & own_words) - theirs - deeds and _has_verb(passage.text, other, clauses)
        if not whole and alone <= subject and both:
            continue  # each has words of the claim: "the striker moved for 30 million, and the club sold two for 4"
        where = next((word for word in _words(claimed) if stems(word) & alone), "")
        if where:
            return where
    return ""


def _has_verb(text: str, amount: Quantity, clauses: list[TimedClause]) -> bool:
    clause = _clause(amount, clauses)
    return any(is_verb(word) for word in WORD.finditer(text, clause.start, clause.end))


_THE = re.compile(r"\b(?:the|an?|its|their|these|those)\s$", re.I)


def _is_deed(text: str, word: re.Match[str]) -> bool:
    """Whether a word tells what was done, and not what kind of thing it was done to: "the treated group"."""
    return is_verb(word) and just_before(_THE, text, word.start()) is None


def _words(text: str) -> Iterator[str]:
    return (word.group() for word in re.finditer(r"[^\W\d_][\w’'-]*", text))


def _clause(amount: Quantity, clauses: list[TimedClause]) -> TimedClause:
    return next((clause for clause in clauses if clause.start <= amount.start < clause.end), clauses[0])


def _told(text: str, amount: Quantity, clauses: list[TimedClause]) -> frozenset[str]:
    clause = _clause(amount, clauses)
    return stems(text[clause.start : clause.end])


def _without(text: str, amount: Quantity, clauses: list[TimedClause]) -> str:
    clause = _clause(amount, clauses)
    return f"{text[: clause.start]} {text[clause.end :]}"


def _around(text: str, amount: Quantity, clauses: list[TimedClause]) -> str:
    clause = _clause(amount, clauses)
    begin, stop = max(clause.start, amount.start - _SHOWN), min(clause.end, amount.end + _SHOWN)
    while begin > clause.start and text[begin - 1].isalnum():
        begin -= 1
    while stop < clause.end and text[stop].isalnum():
        stop += 1
    said = " ".join(text[begin:stop].split()).strip(" .,;:")
    return re.sub(r"\s(?:and|but|while|whereas|when|which)$", "", said)
