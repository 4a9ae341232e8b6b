"""Passages that answer in one sentence of many: a short page is one passage about six things, and like none of them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import islice

from workbench.comparison.compare_amounts import compare_quantities
from workbench.comparison.context_window import stems
from workbench.comparison.outcomes import Outcome
from workbench.comparison.senses import told_in
from workbench.domain.evidence import Hit
from workbench.language.attribution.asserted import asserted
from workbench.services.search.explaining import facts_of

MOST_SENTENCES = 60
HALF = 0.5
"""How much of the claim's other words a sentence tells beside a name of it, or without one where it names nobody."""
BESIDE_NAME, ALONE = 2, 3
"""Such words at least."""

_ENDS = re.compile(r"(?<=[.!?;])\s+|\n+")
_NAME = re.compile(r"[^\W\d_a-z][\w'’-]*(?:\s+[^\W\d_a-z][\w'’-]*)*")
_NUMBER = re.compile(r"\d[\d.,]*\d|\d")
_YEAR = re.compile(r"(?:1[5-9]|20)\d\d")
_TOLD = (Outcome.AGREEMENT, Outcome.CONFLICT)


def told_in_one(text: str, hits: list[Hit]) -> list[Hit]:
    """The hits, those close of which one sentence tells what was asked, where none is yet.

    It names somebody or something of the claim, and beside it a number of the claim that is no year, or half of its
    other words; or it tells an amount of the same thing.
    """
    if any(hit.close for hit in hits):
        return hits
    claim = asserted(text, None)
    return [replace(hit, close=True) if _tells(claim, hit) else hit for hit in hits]


def _tells(claim: str, hit: Hit) -> bool:
    names = [
        name.group()
        for name in _NAME.finditer(claim)
        if (name.start() > 0 or " " in name.group()) and len(name.group()) > 1
    ]
    numbers = {number.replace(",", "") for number in _NUMBER.findall(claim)}
    words = stems(_NAME.sub(" ", claim[:1].lower() + claim[1:]))
    title = stems(hit.source.title)
    sentences = islice(filter(None, _ENDS.split(hit.passage.text)), MOST_SENTENCES)
    if any(_is_of(sentence, names, numbers, words, title) for sentence in sentences):
        return True
    amounts = compare_quantities(
        facts_of(claim, None), facts_of(hit.passage.text, hit.source.published, hit.source.title)
    )
    return any(one.outcome in _TOLD for one in amounts)


def _is_of(
    sentence: str, names: Sequence[str], numbers: set[str], words: frozenset[str], title: frozenset[str]
) -> bool:
    said, lower = stems(sentence), sentence.casefold()
    told = sum(told_in(word, said) for word in words)
    named = any(_is_named(name, said | title, lower) for name in names)
    same = {number.replace(",", "") for number in _NUMBER.findall(sentence)} & numbers
    amounts = sum(not _YEAR.fullmatch(number) for number in same)
    if told and (amounts > 1 or (named and amounts)):
        return True
    least = BESIDE_NAME if named else ALONE
    return (named or not names) and told >= least and told >= HALF * len(words)


def _is_named(name: str, said: frozenset[str], lower: str) -> bool:
    found = stems(name)
    return found <= said if found else name.casefold() in lower
