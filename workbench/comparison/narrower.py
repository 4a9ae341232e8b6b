"""Whether one of two amounts may be of a part of what the other is of: nurses hired, and nurses hired from abroad.

Who hired 40 nurses may have hired 12 of them from abroad, but not 60. So words that only one side says of its amount
leave no conflict where that amount is the smaller one, and none at all where both sides have words of their own.
"""

from __future__ import annotations

import re

from workbench.comparison.amounts import Amount
from workbench.comparison.context_window import WORD, is_verb, sentence, stems
from workbench.comparison.headings import heading
from workbench.comparison.matter import NEAR, matter
from workbench.comparison.measures import PART
from workbench.comparison.senses import same_sense, told_in
from workbench.domain.quantities import QuantityKind

_ENDS = re.compile(
    r"[;:()–—]|,(?!\d)|\b(?:but|while|whereas|although|when|where|because|after|before|since|compared)\b",
    re.I,
)
_AND = re.compile(r"\s(?:and|or|plus)\s", re.I)
_RANK = re.compile(
    r"\b(?P<rank>first|second|third|fourth|fifth|last|final|\d{1,2}(?:st|nd|rd|th))\s(?P<what>[^\W\d_]{3,20})", re.I
)

_HOW_MEASURED = stems("average mean median daily weekday weekly monthly yearly annual typical estimated measured")


def may_be_narrower(own: Amount, other: Amount) -> bool:
    """Whether two amounts that lie apart may both be right, one of them of a part of what the other is of."""
    if own.quantity.kind is QuantityKind.ORDINAL or own.measured.what.startswith(PART):
        return False
    if _of_another_rank(own, other) or of_another_doer(own, other) or _of_a_kind(own, other):
        return True
    mine, theirs = _said(own), _said(other)
    lacking = [_untold(mine[0], other), _untold(theirs[0], own)]
    if all(lacking) or (any(lacking) and own.measured.what == "share"):
        return True
    fewer = other.measured.high < own.measured.low
    if lacking[1]:
        return fewer
    if lacking[0]:
        return not fewer
    joined = [_untold(mine[1], other), _untold(theirs[1], own)]
    return bool(joined[1] and not fewer) or bool(joined[0] and fewer)


def _said(amount: Amount) -> tuple[frozenset[str], frozenset[str]]:
    """The stems of what is said of an amount, behind its verb, and of what is joined to that by "and"."""
    text, start, end = amount.span
    begin, stop = sentence(text, start)
    before = text[begin:start]
    verb = next((word.end() for word in reversed(list(WORD.finditer(before))) if is_verb(word)), None)
    ends = [found.end() for found in _ENDS.finditer(before)]
    led = before[max([verb, *ends]) :] if verb is not None else _lower(before[max([0, *ends]) :].split()[-NEAR:])
    behind = _ENDS.split(text[end:stop])[0]
    told = matter(amount.facts, start)
    known = told.words.union(*told.names)
    parts = _AND.split(behind)
    verbs = stems(" ".join(word.group() for word in WORD.finditer(behind) if is_verb(word)))
    first = (stems(f"{led} {_without_amounts(amount, parts[0])}") & known) - verbs
    joined = stems(" ".join(parts[1:])) & known
    return first, frozenset() if any(is_verb(word) for word in WORD.finditer(" ".join(parts[1:]))) else joined


def _lower(words: list[str]) -> str:
    return " ".join(word for word in words if word.islower())


_PHRASE = re.compile(r"\b(?:in|at|across|on|over|from|with|among)\s(?:[a-z]+\s)?$", re.I)


def _without_amounts(amount: Amount, behind: str) -> str:
    """What stands behind an amount, up to another: "in eight countries" tells how wide it reaches, and of no part."""
    text, _, end = amount.span
    stop = end + len(behind)
    others = [one.start for one in amount.facts.quantities if one.start >= end and one.start < stop]
    cut = text[end : min(others)] if others else behind
    return _PHRASE.sub(" ", cut)


def _untold(words: frozenset[str], other: Amount) -> frozenset[str]:
    text = other.facts.text
    begin, stop = sentence(text, other.quantity.start)
    there = stems(text[begin:stop]) | stems(other.facts.about) | stems(heading(text, begin))
    return frozenset(word for word in words if not told_in(word, there))


_HELPS = re.compile(r"\b(?:is|are|was|were|has|have|had|will|would|did|does)\b")


def begins(amount: Amount) -> tuple[str, ...]:
    """What a sentence begins with; nothing where no verb tells where that ends, as "Varen supplies 40 per cent"."""
    begin, stop = sentence(amount.facts.text, amount.quantity.start)
    said = amount.facts.text[begin:stop]
    if ":" in said[: amount.quantity.start - begin]:
        return ()  # who tells it stands in front
    ends = _HELPS.search(said) is not None or any(is_verb(word) for word in WORD.finditer(said))
    return matter(amount.facts, amount.quantity.start).begins if ends else ()


def of_another_doer(own: Amount, other: Amount) -> bool:
    """Whether the sentences begin with two things, each told on its side alone: a party and its allies."""
    mine, theirs = begins(own), begins(other)
    lacking = _untold(frozenset(mine) - _HOW_MEASURED, other), _untold(frozenset(theirs) - _HOW_MEASURED, own)
    if (
        mine
        and theirs
        and (_owned(other, mine[-1], theirs[-1], lacking[1]) or _owned(own, theirs[-1], mine[-1], lacking[0]))
    ):
        return True
    return all(lacking)


_GENITIVE = re.compile(r"(?<![^\W\d_])(?P<whose>[^\W\d_]{1,40})['’]s?\s")


def _owned(amount: Amount, whose: str, what: str, lacking: frozenset[str]) -> bool:
    """Whether a sentence begins with something of what the other begins with: a bakery's ovens."""
    begin, _ = sentence(amount.facts.text, amount.quantity.start)
    owners = (found["whose"] for found in _GENITIVE.finditer(amount.facts.text[begin : amount.quantity.start]))
    return what in lacking and any(whose in stems(one) for one in owners)


def _of_a_kind(own: Amount, other: Amount) -> bool:
    """Whether one sentence begins with a kind of what the other begins with: bus fares, and night bus fares."""
    mine, theirs = begins(own), begins(other)
    if not mine or not theirs or not same_sense(mine[-1], theirs[-1]) or is_name(mine[-1], own, other):
        return False
    return bool(_untold(_subject(own) - _HOW_MEASURED, other) or _untold(_subject(other) - _HOW_MEASURED, own))


_OF_WHOM = re.compile(r"\bof\s(?P<whom>[^,;:]{2,40}?)(?=\s(?:in|on|at|for|by|from|with|of)\b|$)")


def _subject(amount: Amount) -> frozenset[str]:
    """The stems of what a sentence begins with, and of whom or what that is: "wages of women in Varde"."""
    begin, _ = sentence(amount.facts.text, amount.quantity.start)
    before = amount.facts.text[begin : amount.quantity.start]
    verbs = [word.start() for word in WORD.finditer(before) if is_verb(word) or _HELPS.fullmatch(word.group())]
    found = _OF_WHOM.search(before[: verbs[0]].rstrip() if verbs else "")
    told = matter(amount.facts, amount.quantity.start)
    known = told.words.union(*told.names)
    return frozenset(told.begins) | (stems(found["whom"]) & known if found else frozenset())


def is_name(word: str, own: Amount, other: Amount) -> bool:
    """Whether a stem is written as a name wherever it stands: "Okafor" may be "Samuel Okafor"."""
    sentences = (one.facts.text[slice(*sentence(one.facts.text, one.quantity.start))] for one in (own, other))
    found = [each.group() for text in sentences for each in WORD.finditer(text) if word in stems(each.group())]
    return all(each[0].isupper() for each in found)


def _of_another_rank(own: Amount, other: Amount) -> bool:
    """Whether both name one of a row by its rank, and not the same one: the first round and the second."""
    mine, theirs = (
        {
            (found["what"].casefold(), found["rank"].casefold())
            for found in _RANK.finditer(amount.facts.text, *sentence(amount.facts.text, amount.quantity.start))
        }
        for amount in (own, other)
    )
    return any(what == also and rank != which for what, rank in mine for also, which in theirs)
