"""What a sentence tells an amount of: who or what it begins with, what was done, names and other words.

Two amounts are of one thing where the passage tells all of that. Where it lacks what the claim's sentence begins with,
or what was done, they may be of two: the traffic and the collisions on one road, libraries closed and libraries run.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from enum import IntEnum
from functools import lru_cache
from typing import NamedTuple

from workbench.comparison.context_window import MONTHS, WORD, is_verb, sentence, stems
from workbench.comparison.headings import heading
from workbench.comparison.outcomes import Facts
from workbench.comparison.senses import changes, contrasted, same_sense, told_in, turned
from workbench.comparison.stemming import stem
from workbench.domain.quantities import Quantity, TimeRef


class Told(IntEnum):
    """How much of what the claim's sentence tells stands in that of the passage."""

    OTHER = 0
    """Something else was done."""
    DEED = 1
    """Something else was done, all other words are told."""
    LESS = 2
    """What the claim's sentence begins with, or most of a short one, is not told."""
    SOME = 3
    MOST = 4
    """All but one of many words."""
    ALL = 5


_ASIDE = re.compile(
    r"\b(?:since|after|before|until|till|when|while|during|amid|despite|following|by the end of|at the end of|as of)\b"
    r"[^,;:]{0,120}|\b(?:said|says|told|reported|announced|according to)\b",
    re.I,
)
"""What only says when or who told it."""
_SAID_THAT = re.compile(
    r"[^,;:]{1,100}\b(?:said|says|told|announced|claim(?:s|ed)|stated|wrote|reported|warned|argued|admitted|confirmed"
    r"|insisted|testified)\b[^,;:]{0,100}?\bthat\b",
    re.I,
)
"""Who told it, when and where, before what was told."""
_LITTLE_WORDS = """
    people person number total amount figure count came come reach reached stood stand amounted totalled report reported
    said say told show showed according some others thing here just last next year month week day percent per cent
    percentage share rate level million billion thousand hundred trillion dozen euros dollars pounds make made take took
    get got put set become became be remain include including altogether overall currently new now still already today
    yesterday again too very much many than exactly precisely roughly approximately all both based received receive
    find found seen recorded record registered noted observed counted listed known estimated put left leave
    leaving among spoke speak mention mentioned warned wrote confirmed claimed
    go went gone goes doubled tripled trebled quadrupled halved final full whole entire actual eventual
    monday tuesday wednesday thursday friday saturday sunday
    january february march april may june july august september october november december
    two three four five six seven eight nine ten eleven twelve fifteen twenty thirty forty fifty half third quarter
"""
SAYS_LITTLE = stems(_LITTLE_WORDS)
_NAME = re.compile(r"[^\W\d_a-z][\w'’-]*(?:\s+[^\W\d_a-z][\w'’-]*)*")
_CODE = re.compile(r"\b[A-Z]{1,4}-?\d{1,4}[a-z]?\b")
"""A road, a flight, a type: "A382"."""
_BEGINNING_ENDS = re.compile(
    r"\b(?:on|in|at|of(?!\s+(?-i:[A-Z]))|for|from|by|with|to|and|or|has|have|had|is|are|was|were|will|would|can|could|may|might|did|do|does"
    r"|who|which|that|there)\b|[,;:()–—]",
    re.I,
)
_LEADS_IN = re.compile(
    r"\W*(?:in|on|at|of|for|from|by|with|among|under|over|across|based|because of|due to|thanks to|according to)\b"
    r"[^,;:]{0,80},",
    re.I,
)
_LIGHT = re.compile(
    r"\b(?:is|are|was|were|been|has|have|had|there|holds?|held|contains?|consists?|counts?|includes?|with|of|came"
    r"|reached|stood|totalled)\s+(?:\w+\s+){0,2}$",
    re.I,
)
_BEFORE = 40
NEAR = 3
"""Words before an amount among which a verb is of it."""
ANYONE = frozenset({"person", "people"})
"""Who may be anybody: "34 people were detained" of 34 protesters."""
SHORT = 3
"""A claim with so few words that lacking one of them is lacking a third."""
_LIVES = re.compile(r"\b(?:claim|cost|took|tak|los[et])\w*\s(?:\w+\s){0,2}(?:lives|life)\b", re.I)
"""Words for killing and dying that are made of others."""


class Matter(NamedTuple):
    """The words of a sentence that say what it is of, its names, and what it begins with, in order.

    Each word is given as its stem.
    """

    words: frozenset[str]
    names: tuple[frozenset[str], ...]
    begins: tuple[str, ...]


@lru_cache(maxsize=4096)
def _read(text: str, start: int, spans: tuple[tuple[int, int], ...]) -> Matter:
    begin, stop = sentence(text, start)
    letters = list(text[begin:stop])
    for one, two in spans:
        for place in range(max(one, begin), min(two, stop)):
            letters[place - begin] = " "
    told = _SAID_THAT.match("".join(letters[: start - begin]))
    for place in range(told.end() if told else 0):
        letters[place] = " "
    said = _ASIDE.sub(lambda match: "," + " " * (len(match.group()) - 1), "".join(letters))
    names = []
    spoken = list(said)
    for match in _NAME.finditer(said):
        names += [frozenset({code}) for code in _codes(match.group())]
        if not said[: match.start()].strip() and " " not in match.group():
            continue  # the first word of a sentence may be no name
        found = stems(match.group()) - SAYS_LITTLE
        if found:
            names.append(found)
        for place in range(*match.span()):
            spoken[place] = " "
    verb = next((word for word in WORD.finditer(said) if is_verb(word)), None)
    # "In 2022 the number of passengers": what stands in front of who or what it is of
    led = _LEADS_IN.match(said)
    if led and (verb is None or led.end() <= verb.start()):
        said = " " * led.end() + said[led.end() :]
    parts = map(_in_order, _BEGINNING_ENDS.split(said[: verb.start() if verb else stop]))
    begins = next(filter(None, parts), ())
    return Matter(_stems("".join(spoken)) - SAYS_LITTLE, tuple(names), begins)


@lru_cache(maxsize=2048)
def _stems(text: str) -> frozenset[str]:
    return stems(_LIVES.sub("killed", text))


def _in_order(text: str) -> tuple[str, ...]:
    found = ((stems(word) - SAYS_LITTLE) | _codes(word) for word in text.split())
    return tuple(min(words) for words in found if words)


@lru_cache(maxsize=2048)
def _codes(text: str) -> frozenset[str]:
    return frozenset(code.casefold() for code in _CODE.findall(text))


def matter(facts: Facts, start: int) -> Matter:
    """What the sentence at a place of a text tells, its amounts and times left out."""
    begin, stop = sentence(facts.text, start)
    found: Sequence[Quantity | TimeRef] = (*facts.quantities, *facts.times)
    return _read(facts.text, start, tuple((one.start, one.end) for one in found if begin <= one.start < stop))


@lru_cache(maxsize=4096)
def deed(text: str, start: int, end: int) -> str | None:
    """The stem of what was done: the word that leads up to an amount, else the verb nearest before it, or after."""
    begin, stop = sentence(text, start)
    before = list(WORD.finditer(text, begin, start))
    leading = _leading(text, before, start)
    if leading:
        return stem(leading)
    verbs = [word for word in before if is_verb(word)] or [w for w in WORD.finditer(text, end, stop) if is_verb(w)][:1]
    return stem(verbs[-1].group().casefold()) if verbs else None


def _another_deed(claim: Facts, own: Quantity, passage: Facts, other: Quantity, there: frozenset[str]) -> bool:
    """Whether what was done with one of two amounts is not told of the other: closed 14, and runs 41."""
    mine = matter(claim, own.start).words
    done = deed(claim.text, own.start, own.end)
    if (
        done in mine
        and not changes(str(done))
        and not _only_there(passage.text, other.start)
        and not told_in(done, there)
    ):
        return True
    begin, _ = sentence(passage.text, other.start)
    near_by = list(WORD.finditer(passage.text, begin, other.start))[-NEAR:]
    said = _stems(claim.text)
    verbs = [word.group() for word in near_by if is_verb(word)] or [_leading(passage.text, near_by, other.start)]
    theirs = stems(" ".join(verbs)) - SAYS_LITTLE
    return any(not told_in(verb, said) and not changes(verb) for verb in theirs)


def _leading(text: str, before: Sequence[re.Match[str]], start: int) -> str:
    """The word right before an amount, "employs" of "employs 2,750"; nothing for a name, or behind a comma."""
    if not before or not text[before[-1].end() : start].isspace():
        return ""
    word = before[-1].group()
    return word if word.islower() and stems(word) - SAYS_LITTLE else ""


def _only_there(text: str, place: int) -> bool:
    """Whether an amount is only said to be there: "has 340", "a toll of 12"."""
    return _LIGHT.search(text, max(sentence(text, place)[0], place - _BEFORE), place) is not None


def how_told(claim: Facts, own: Quantity, passage: Facts, other: Quantity) -> Told:
    """How much of what the claim tells of an amount stands in the passage's sentence with another, or its title."""
    mine = matter(claim, own.start)
    begin, stop = sentence(passage.text, other.start)
    there = _stems(passage.text[begin:stop]) | stems(passage.about) | stems(heading(passage.text, other.start))
    anywhere = there | stems(passage.text) | _codes(f"{passage.about} {passage.text}")
    counted = stems(own.unit or "") if other.unit in ANYONE else frozenset()
    words = mine.words - counted
    lacks = sum(not told_in(word, there) for word in words if not changes(word))
    lacks += sum(2 * sum(told_in(word, anywhere) for word in name) < len(name) for name in mine.names)
    count = len(words) + len(mine.names)
    nearly = count > SHORT and lacks == 1
    if _another_deed(claim, own, passage, other, there):
        return Told.DEED if nearly else Told.OTHER
    said = _stems(claim.text)
    if turned_round(claim, own, passage, other) or _jobs_ended(claim.text, passage.text[begin:stop]):
        return Told.OTHER
    if contrasted(said, there) or _another_number(claim.text, passage.text[begin:stop]):
        return Told.OTHER
    theirs = set(matter(passage, other.start).begins) - stems(other.unit or "")
    same = any(told_in(word, said) for word in theirs)
    if not lacks:
        return Told.ALL if count > 1 and (same or not theirs) else Told.SOME
    # of "average weekday traffic on" it is the last word that says what it is
    began = not mine.begins or told_in(mine.begins[-1], anywhere)
    # "the estate was sold for" beside "the council sold the estate for"
    sold = same_sense(deed(claim.text, own.start, own.end) or "", _SOLD)  # and so bought by another
    turned = (same or not theirs) and (sold or not _by_another(passage.text[begin:stop], said))
    if nearly and (began or turned):
        return Told.MOST
    if began and count > SHORT:
        return Told.SOME
    return Told.LESS if began or turned else Told.OTHER


PASSIVE = re.compile(r"\b(?:is|are|was|were|be|been|being)\s+(?:[a-z]+ly\s+)?$", re.I)
_JOBS_ENDED = re.compile(r"\b(?:redundan(?:t|cy|cies)|laid off|lay-?offs?|dismissed|sacked|fired)\b", re.I)


def turned_round(claim: Facts, own: Quantity, passage: Facts, other: Quantity) -> bool:
    """Whether both begin with one doer, who did it here and had it done there: paid £3 million, was paid £3 million."""
    begins = [matter(facts, one.start).begins for facts, one in ((claim, own), (passage, other))]
    if not (begins[0] and begins[1] and same_sense(begins[0][-1], begins[1][-1])):
        return False
    mine, theirs = _verb(claim.text, own), _verb(passage.text, other)
    return mine is not None and theirs is not None and turned(mine[0], theirs[0], one_voice=mine[1] == theirs[1])


_GOT = frozenset({"got", "get", "gets"})


def _verb(text: str, amount: Quantity) -> tuple[str, bool] | None:
    """The stem of what was done with an amount, and whether it is in the passive: of "paid the firm 40,000" paid."""
    begin, stop = sentence(text, amount.start)
    before = [
        word for word in WORD.finditer(text, begin, amount.start) if is_verb(word) or word.group().casefold() in _GOT
    ]
    done = stem(before[-1].group().casefold()) if before else deed(text, amount.start, amount.end)
    at = next((word for word in WORD.finditer(text, begin, stop) if stem(word.group().casefold()) == done), None)
    return None if done is None or at is None else (done, PASSIVE.search(text, begin, at.start()) is not None)


def _jobs_ended(claim: str, passage: str) -> bool:
    """Whether one side alone tells of jobs that ended: who employs 900 may have laid off 400."""
    return _tells_of_ended_jobs(claim) != _tells_of_ended_jobs(passage)


@lru_cache(maxsize=2048)
def _tells_of_ended_jobs(text: str) -> bool:
    return _JOBS_ENDED.search(text) is not None


_NUMBERED = re.compile(r"\b(?P<what>[A-Z][a-z]{2,15}|[Nn]o\.)\s(?P<which>\d{1,3}[A-Z]?)(?=\s+[a-z]|[,.;:)]|$)")


def _another_number(claim: str, passage: str) -> bool:
    """Whether both name one of a row by its number, and not the same one: "Unit 4" and "Unit 3"."""
    mine, theirs = (
        {(found["what"], found["which"]) for found in _NUMBERED.finditer(text) if found["what"] not in MONTHS}
        for text in (claim, passage)
    )
    return any((what, which) not in theirs and any(what == other for other, _ in theirs) for what, which in mine)


_SOLD = stem("sold")
_BY = re.compile(r"\b(?:by|because of|due to|owing to|thanks to)\s+(?P<who>[^,.;:]{1,40})", re.I)


def _by_another(sentence: str, said: frozenset[str]) -> bool:
    """Whether a sentence names who or what did it, and the claim does not: "because of fog"."""
    who = (stems(found["who"]) - SAYS_LITTLE for found in _BY.finditer(sentence))
    return any(words and not any(told_in(word, said) for word in words) for words in who)
