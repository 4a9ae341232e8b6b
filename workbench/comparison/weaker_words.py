"""What is only said or thought to be so, and what is more so than before: "allegedly took", "cleaner than it was"."""

from __future__ import annotations

import re

from workbench.comparison.context_window import sentence, stems
from workbench.comparison.nearly_done import one_deed
from workbench.comparison.outcomes import Comparison, Facts, Outcome
from workbench.comparison.senses import told_in
from workbench.comparison.told_words import HELPERS, LITTLE, MOST_WORDS, PlacedWord, Telling, is_verb, set_of, tokens

_CHARGED = re.compile(
    r"\b(?:accus(?:ed|es|ing)|suspect(?:ed|s)?)\s(?:[^\W\d_]+\s){0,3}?of\s|\bcharged\swith\s|\bcharges?\sof\s"
    r"|\ballegedly\s|\balleged\sto\s|\b(?:rumou?red|reputed)\sto\s|\ballegations?\s(?:that|of)\s"
    r"|\b(?:rumou?rs?|suspicions?|accusations?|gossip)\s(?:has\sit\s)?(?:that|of)\s|\blegend\s(?:has\sit|says)\sthat\s"
    r"|\baccording\sto\s(?:\w+\s)?(?:legend|rumou?rs?|gossip|folklore)\b"
    r"|\b(?:appl(?:ied|ies)|licen[cs]ed?|permission|permit|licence|right)\s(?:for\s(?:an?\s)?(?:\w+\s)?)?to\s",
    re.I,
)
"""What leads to a deed that somebody is only accused of, or allowed to do."""
_THOUGHT = re.compile(
    r"\b(?:reportedly|supposedly|purportedly|apparently|seemingly)\s"
    r"|\b(?:is|are|was|were|been)\s(?:\w+ly\s)?(?:said|reported|believed|thought|understood|considered|feared|held|assumed|presumed)\sto\s"
    r"|\b(?:appear|seem)(?:s|ed)?\s(?:to\s)?|\b(?:looks|looked|sounds|sounded)\s(?=[a-z]+[.,;]|very|quite)"
    r"|\b(?:belief|perception|idea|theory|view|notion|fears?|impression|feeling|opinion|assumption)s?\s(?:\w+\s){0,3}?that\s"
    r"|\b(?:believe|think|fear|suspect|suppose|assume|feel|imagine)(?:s|d|ed)?\s(?:that\s)?(?!in\b|of\b|about\b|tank)"
    r"|\bthought\s(?:that\s)|\b(?:convinced|persuaded|adamant|certain)\s(?:that\s)"
    r"|\b(?:agree|agreed|agrees)\sthat\s|\bwith\slow\sconfidence\s|\bis\sattributed\sto\s",
    re.I,
)
"""What leads to what somebody thinks."""
_ENDS = re.compile(r"[,;:–—]")
_IS = set_of("is are was were be been remains remain became become becomes looks seems feels gets got")
_HOW = set_of("very so too quite really extremely still now already")
_FOLLOWS = set_of("in at on for to with as and but by again")


def only_alleged(told: Telling) -> Comparison | None:
    """What the claim says was done, where the passage says that somebody is accused of it."""
    return _led(told, _CHARGED, Outcome.ANOTHER)


def only_thought(told: Telling) -> Comparison | None:
    """What the claim says is so, where the passage says that it seems so or that somebody thinks so."""
    return _led(told, _THOUGHT, Outcome.LESS)


def _led(told: Telling, form: re.Pattern[str], outcome: Outcome) -> Comparison | None:
    if _CHARGED.search(told.claimed) or _THOUGHT.search(told.claimed):
        return None
    begin, stop = told.words[0].start, told.words[-1].end
    for found in form.finditer(told.text, begin, stop):
        ends = _ENDS.search(told.text, found.end(), stop)
        told_of = [word for word in told.words if found.end() <= word.start < (ends.start() if ends else stop)]
        before = [word for word in told.words if word.end <= found.start()]
        own = next((at for at in range(1, len(told.claim)) if _verb(told, at)), None)
        if own is None:
            continue
        said = told.claim[own]
        if said.low in HELPERS:  # "is dry": what it is
            rest = [one for one in told.claim[own + 1 :] if one.is_word and one.low not in LITTLE]
            if not rest:
                continue
            said = rest[0]
        if not any(one_deed(said, word) for word in told_of) or any(one_deed(said, word) for word in before):
            continue
        return Comparison(outcome, told.own_said(own, own + 1), " ".join(found.group().split()))
    return None


def _verb(told: Telling, at: int) -> bool:
    word = told.claim[at]
    if word.low in HELPERS:
        after = next((one for one in told.claim[at + 1 :] if one.low not in _HOW), None)
        return after is not None and after.is_word
    after = told.claim[at + 1] if at + 1 < len(told.claim) else None
    plain = word.is_word and not word.is_name and word.low not in LITTLE and word.low.endswith("s")
    follows = after is not None and after.is_word and after.low not in LITTLE
    return is_verb(told.claim, at) or (plain and follows and not word.low.endswith("ss"))


def only_more(claim: Facts, passage: Facts) -> list[Comparison]:
    """What the claim says is so, where the passage says that it is more or less so than something else."""
    own = tokens(claim.text)[:MOST_WORDS]
    at = next((at for at in range(1, len(own)) if _is_so(own, at)), None)
    if at is None:
        return []
    low, forms = own[at].low, _compared(own[at].low)
    plain = rf"(?<!more )(?<!less )(?<!most )\b{low}\b"
    found = re.search(rf"\b(?:{'|'.join((f'(?:more|less) {low}', *forms))})\b", passage.text, re.I)
    if found is None or re.search(plain, passage.text, re.I):
        return []
    begin, stop = sentence(passage.text, found.start())
    there = stems(passage.text[begin:stop])
    led = next(place for place in range(at - 1, -1, -1) if own[place].low in _IS)
    about = stems(claim.text[: own[led].start])
    if not about or not all(told_in(word, there) for word in about):
        return []
    return [Comparison(Outcome.LESS, own[at].text, found.group())]


def _is_so(own: tuple[PlacedWord, ...], at: int) -> bool:
    """Whether a word of the claim says what something is: "is (very) clean"."""
    word = own[at]
    if not word.is_word or word.is_name or word.low in LITTLE or word.low.endswith(("er", "ing")):
        return False
    led = at - 1
    while led > 0 and own[led].low in _HOW:
        led -= 1
    after = own[at + 1] if at + 1 < len(own) else None
    ends = after is None or not after.is_word or after.low in _FOLLOWS
    return own[led].low in _IS and ends


def _compared(low: str) -> tuple[str, ...]:
    if low.endswith("ed"):
        return ()
    forms = [f"{low}er", f"{low}r" if low.endswith("e") else f"{low}{low[-1]}er"]
    if low.endswith("y"):
        forms.append(f"{low[:-1]}ier")
    irregular = {"good": "better", "bad": "worse", "far": "further"}.get(low)
    return (*forms, *([irregular] if irregular else []))
