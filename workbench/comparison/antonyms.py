"""Antonyms in claim and passage: rose and fell, approved and rejected, safe and unsafe.

A passage that says "fell" of what the claim says "rose" shares all other words with it and looks most alike. Two words
are compared with each other only where the words around them are the same and no year or month keeps them apart, and
only where the passage does not say both. Whose deed each is, its clause tells; and where that does not have the claim's
own words, whoever can read is asked whether the passage bears out the claim with its own word put in.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import exp

from workbench.comparison.clause_words import ClauseWords, clause_of, is_told_alike, of_another, word_stem, word_stems
from workbench.comparison.outcomes import Comparison, Outcome
from workbench.comparison.put_in import Question, Sure
from workbench.comparison.stemming import stem

_AXES = """
increase rise rose risen raise grow grew grown climb soar surge higher expand enhance elevate boost promote
stimulate accelerate aggravate exacerbate induce upregulate double triple jump amplify exceed exceeded surpass cause
trigger greater - decrease fall fell fallen lower reduce reduction decline drop shrink shrank shrunk plunge
slump plummet diminish lessen attenuate mitigate alleviate ameliorate inhibit inhibition suppress prevent curb
halve dampen downregulate slow protect abolish fewer less impair relieve
| approve approval accept back endorse ratify agree adopt grant - reject rejection refuse veto oppose block
disagree deny
| open reopen - close closed closure shut
| guilty convict conviction - acquit acquittal innocent exonerate
| begin began begun start launch resume continue - stop halt suspend cancel canceled abandon
| allow permit legalise legalize - ban forbid forbade forbidden prohibit outlaw
| impose reimpose - lift waive
| legal lawful - illegal unlawful
| safe harmless - unsafe dangerous harmful hazardous
| effective efficacious - ineffective useless
| true correct accurate - false untrue incorrect inaccurate
| possible - impossible
| alive survive - dead die kill
| majority - minority
| high highest - low lowest
| best - worst
| strong - weak
| better improve - worse deteriorate worsen
| present presence - absent absence
| profit profitable - loss unprofitable
| surplus - deficit
| necessary essential required - unnecessary
| common - rare uncommon
| confirm - refute disprove debunk
| sensitive susceptible - resistant insensitive
| positive - negative inverse
| superior - inferior
| temporary - permanent
| voluntary - compulsory mandatory
| hire recruit - dismiss sack
| shorten - lengthen prolong
| recover - relapse
| include - exclude
| passtest - failtest
"""
"""One axis a part, its two ends on either side of the dash. A word stands for its inflections too."""

_TESTED = r" (?:[^\W\d_][\w’'-]{0,20} ){0,4}(?:inspection|test|exam|examination|audit|check)s?\b"
"""What is passed or failed; "passed a law" and "failed to" are of something else."""

_PHRASES = (
    (r"(?:go|goes|went|gone|going) up|record high", "rise"),
    (r"(?:go|goes|went|gone|going) down|record low", "fall"),
    (r"(?:turn(?:s|ed)?|vote[sd]?) down", "reject"),
    (r"call(?:s|ed)? off", "cancel"),
    (r"(?:go|goes|went|going) ahead", "continue"),
    (r"not guilty", "acquit"),
    (r"(?:fail|refuse)(?:s|d|ed)? to|unable to|instead of|rather than|no longer", "not"),
    (rf"pass(?:es|ed|ing)?(?={_TESTED})", "passtest"),
    (rf"(?:fail(?:s|ed|ing)?|flunk(?:s|ed)?)(?={_TESTED})", "failtest"),
    (
        r"(?:turn|send|sent|push|hold|held|pull|call|pay|paid|give|gave|take|took|bring|brought|come|came|go|went|get|got"
        r"|roll|cut|fight|fought|win|won|buy|bought|put|scale|move|fall|fell|is|are|was|were|be)(?:s|ed|ing|d)? back",
        "aback",
    ),
    (r"not only", "also"),
    (r"(?:less|fewer|lower|greater|higher|more) than(?= (?:about |some )?\d)", "than"),
)
"""Words that stand together for one word."""

_MODIFYING = """
    higher greater lower less fewer high highest low lowest best worst better worse strong weak safe unsafe dangerous
    harmful positive negative inverse common rare superior inferior temporary permanent
"""
_MODIFIERS = frozenset(_MODIFYING.split())
"""Words that may stand right before what they are said of: "less severe" and "more sensitive" are no antonyms."""

MOST_COMPARED = 20
"""Words of a claim that are compared with a passage; one that has more is no claim but a text."""

WITHIN = 9
"""Words on either side that tell what a word is about."""

NAMED_WITHIN = 6
"""Words on either side in which a name is of whom or what it is said; further off stands who said it."""

LEAST = 1.0
"""How much of what two words are about must be the same, counted in words that stand right beside them; or else half
as much, where that is nearly all that the claim's word is about."""

BORNE_OUT = 0.75
"""How surely a passage must bear out the claim with its own word put in."""
DENIED = 0.1
"""How surely at most a passage bears out a claim of which it tells that it is not so, or that it is."""

_IN_TURN = ("open", "begin", "hire", "impose", "guilty")
"""One word of each axis whose two ends follow each other: what was closed for two weeks is open again."""
_NUMBER = r"(?:\d[\w:.,]*|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|several|many)"
_WHEN = re.compile(
    rf"\b(?:(?:until|till|since|after|before|from)\s(?:\S+\s)?\S+"
    rf"|for\s{_NUMBER}\s(?:minute|hour|day|night|week|month|year|decade)s?|at\s(?:{_NUMBER}|noon|midnight|night)\b)",
    re.I,
)
_ENDED = re.compile(
    r"\b(?:scrap|lift|end|drop|abolish|repeal|overturn|revers|withdraw|remov|eas|relax|reject|cancel|halt|stop|postpon"
    r"|delay|avoid|prevent)(?:p?ed|es|s|ing|p?ing|e|d)?\b",
    re.I,
)
_DEEDS = frozenset(("ban", "bans", "rise", "fall", "increase", "decrease", "drop", "cut", "closure", "launch", "start"))
"""Nouns for what may be taken back: whoever lifts a ban allows."""
_OF_DEED = re.compile(r"\b(?:the|an?|its|their|this|that|any|planned)\s(?:\w+\s)?$", re.I)

_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_SENTENCE_END = re.compile(r"(?<=[.!?;])\s+")
_YEAR = re.compile(r"\b(?:1[89]|20)\d\d\b")
_NAMED = "January February March April May June July August September October November December"
_MONTH = re.compile(rf"\b(?:{'|'.join(_NAMED.split())})\b")
_DAY = re.compile(r"\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b")
_NOW = re.compile(r"\b(?:today|now|currently|nowadays|at present)\b", re.I)
_DENYING_WORDS = "not no never cannot neither nor without hardly nobody none unlikely"
_DENYING = frozenset(_DENYING_WORDS.split())
_EMPTY_WORDS = """
    a an the of in on at to for from by with as is are was were be been being has have had do does did will
    would can could may might must shall should it its he she they his her their this that these those there and
    or but who which what when where than then also into over about after before between during one two said
    says say told per cent percent more most very year years month months
"""
_DAYS = "monday tuesday wednesday thursday friday saturday sunday today yesterday tomorrow week weeks"
_EMPTY = frozenset(f"{_EMPTY_WORDS} {_NAMED.casefold()} {_DAYS}".split())


def _read(lines: str) -> dict[str, tuple[int, int, int]]:
    table: dict[str, tuple[int, int, int]] = {}
    for axis, part in enumerate(lines.split("|")):
        for way, end in zip((1, -1), part.split(" - "), strict=True):
            for word in end.split():
                least = min(len(word) - 1, table.get(stem(word), (0, 0, len(word)))[2])
                table[stem(word)] = (axis, way, least)
    return table


_TABLE = _read(_AXES)
_JOINED = tuple((re.compile(rf"\b(?:{found})\b", re.IGNORECASE), word) for found, word in _PHRASES)


@dataclass(frozen=True, slots=True)
class _Pole:
    """One word of the table where it stands: its axis, its end of it, its own words, and what it is about.

    `head` is the stem of the word that it modifies, where it stands right before that; `named` are the stems of words
    with a capital close by: of what or of whom it is said.
    """

    axis: int
    way: int
    said: str
    about: dict[str, float]
    head: str | None
    named: frozenset[str]
    years: frozenset[str]
    months: frozenset[str]
    days: frozenset[str]
    clause: ClauseWords
    sentence: str
    start: int
    """Where it stands in its sentence."""
    word: str
    """As it is written, without a denial."""

    def agrees(self, other: _Pole) -> bool:
        """Whether both are of one end of one axis."""
        return (self.axis, self.way) == (other.axis, other.way)


@lru_cache(maxsize=4096)
def _pole_of(word: str) -> tuple[int, int] | None:
    axis, way, least = _TABLE.get(stem(word), (0, 0, 0))
    # "law" and "lawful" have one stem, "close" and "closely" too
    return (axis, way) if way and len(word) >= least and not word.endswith("ly") else None


def _denies(word: str) -> bool:
    return word in _DENYING or word.endswith(("n't", "n’t"))


@lru_cache(maxsize=1024)
def _poles(text: str) -> tuple[_Pole, ...]:
    return tuple(pole for sentence in _SENTENCE_END.split(text) for pole in _of_sentence(sentence))


def _of_sentence(sentence: str) -> Iterator[_Pole]:
    spans = [(match.start(), match.end(), match.group().casefold()) for match in _WORD.finditer(sentence)]
    for pattern, word in _JOINED:
        for match in pattern.finditer(sentence):
            inside = [span for span in spans if match.start() <= span[0] < match.end()]
            at = spans.index(inside[0])
            spans[at : at + len(inside)] = [(match.start(), match.end(), word)]
    years, months = frozenset(_YEAR.findall(sentence)), frozenset(_MONTH.findall(sentence))
    days = frozenset(_DAY.findall(sentence))
    for at, (start, end, word) in enumerate(spans):
        found = _pole_of(word)
        if found is None:
            continue
        before = [other for _, _, other in spans[max(0, at - 3) : at]]
        denied = sum(_denies(other) for other in before) % 2 == 1
        about: dict[str, float] = {}
        named = set()
        for place in range(max(0, at - WITHIN), min(len(spans), at + WITHIN + 1)):
            other = spans[place][2]
            if len(other) < 3 or other in _EMPTY or _denies(other) or _pole_of(other):
                continue
            near = exp((1 - abs(place - at)) / 6)
            about[word_stem(other)] = max(near, about.get(word_stem(other), 0.0))
            if sentence[spans[place][0]].isupper() and abs(place - at) <= NAMED_WITHIN:
                named.add(word_stem(other))
        following = spans[at + 1][2] if at + 1 < len(spans) and sentence[end : spans[at + 1][0]] == " " else ""
        head = word_stem(following) if word in _MODIFIERS and word_stem(following) in about else None
        if word in _DEEDS and _OF_DEED.search(sentence, max(0, start - 30), start) and _ENDED.search(sentence):
            continue
        axis, way = found
        said = sentence[start:end]
        yield _Pole(
            axis,
            -way if denied else way,
            f"not {said}" if denied else said,
            about,
            head,
            frozenset(named),
            years,
            months,
            days,
            clause_of(sentence, start, end),
            sentence,
            start,
            said,
        )


def _alike(one: _Pole, other: _Pole) -> float:
    """How much of what two words of one axis are about is the same; nothing where a time or a head keeps them apart."""
    for mine, theirs in ((one.years, other.years), (one.months, other.months), (one.days, other.days)):
        if mine and theirs and not mine & theirs:
            return 0.0
    if (one.years and _NOW.search(other.sentence)) or (other.years and _NOW.search(one.sentence)):
        return 0.0
    if any(mine.head is not None and mine.head not in theirs.about for mine, theirs in ((one, other), (other, one))):
        return 0.0
    return sum(min(near, other.about[word]) for word, near in one.about.items() if word in other.about)


def _at_other_times(one: _Pole, other: _Pole) -> bool:
    """Whether times keep two words of an axis apart whose ends follow each other, be it a time on one side alone."""
    if one.axis not in {_TABLE[stem(word)][0] for word in _IN_TURN}:
        return False
    mine, theirs = ((set(_WHEN.findall(pole.sentence.casefold())), pole.years, pole.months) for pole in (one, other))
    return mine != theirs


@dataclass(frozen=True, slots=True)
class _Opposed:
    """A word of the claim and its opposite in the passage."""

    mine: _Pole
    theirs: _Pole
    alike: bool
    """Whether both clauses have the same words."""
    apart: bool
    """Whether they tell of another doer, thing or part, or are both turned."""

    def question(self, claim: str) -> Question:
        """The claim with the passage's word in the place of its own, where neither is denied or both are; else the
        claim itself, which the passage does not bear out.
        """
        if self._denied:
            return Question(claim, self.theirs.sentence)
        at = claim.index(self.mine.sentence) + self.mine.start
        return Question(claim[:at] + self.theirs.word + claim[at + len(self.mine.word) :], self.theirs.sentence)

    @property
    def _denied(self) -> bool:
        return (self.mine.said == self.mine.word) != (self.theirs.said == self.theirs.word)

    @property
    def is_asked(self) -> bool:
        """Whether a network is to be asked: it knows nothing of what both tell in the same words, denials apart."""
        return not self.apart and (self._denied or not self.alike)

    def holds(self, claim: str, sure: Sure | None) -> bool:
        """Whether it is said to be the opposite; where nobody was asked, if both clauses have the same words."""
        if self.apart:
            return False
        borne_out = (sure or {}).get(self.question(claim)) if self.is_asked else None
        if borne_out is None:
            return self.alike
        return borne_out <= DENIED if self._denied else borne_out >= BORNE_OUT


def turned_elsewhere(claim: str, passage: str, title: str = "") -> bool:
    """Whether the passage says the opposite of a word of the claim, and of another doer, thing or part."""
    return any(one.apart for one in _opposed(claim, passage, title))


def ask_of_antonyms(claim: str, passage: str, title: str = "") -> list[Question]:
    """What is to be asked before the opposites in two texts are told; see `compare_antonyms`."""
    return [one.question(claim) for one in _opposed(claim, passage, title) if one.is_asked]


def compare_antonyms(claim: str, passage: str, title: str = "", sure: Sure | None = None) -> list[Comparison]:
    """The words of the claim whose opposite, and not they themselves, the passage says of the same thing.

    What the claim names beside the word must stand in the passage or in the title above it. `sure` are the answers to
    `ask_of_antonyms`, where there is somebody to ask.
    """
    return [
        Comparison(Outcome.OPPOSITE, one.mine.said, one.theirs.said)
        for one in _opposed(claim, passage, title)
        if one.holds(claim, sure)
    ]


def _turned_twice(one: _Pole, other: _Pole, mine: Sequence[_Pole], theirs: Sequence[_Pole]) -> bool:
    """Whether a second word of the same two sentences is turned too: "a majority backed", "a minority opposed" it."""
    return any(
        second.axis == turned.axis and second.way != turned.way
        for second in mine
        if second is not one and second.sentence == one.sentence
        for turned in theirs
        if turned is not other and turned.sentence == other.sentence
    )


@lru_cache(maxsize=256)
def _opposed(claim: str, passage: str, title: str) -> tuple[_Opposed, ...]:
    found = []
    claimed, there = word_stems(claim), word_stems(passage) | word_stems(title)
    mine, theirs = _poles(claim)[:MOST_COMPARED], _poles(passage)
    for pole in mine:
        if not pole.named <= there:
            continue
        held = [(_alike(pole, other), other) for other in theirs if other.axis == pole.axis]
        same = max((near for near, other in held if other.way == pole.way), default=0.0)
        against = [(near, other) for near, other in held if other.way != pole.way and near > 2 * same]
        near, other = max(against, default=(0.0, None), key=lambda pair: pair[0])
        if other is None or any(one.agrees(other) and _alike(one, other) >= near for one in mine):
            continue  # the claim may say that word too, of as much: "greater distance slowed the epidemic"
        if near < LEAST and near < max(LEAST / 2, 0.8 * sum(pole.about.values())):
            continue
        if _at_other_times(pole, other):
            continue
        apart = _turned_twice(pole, other, mine, theirs) or of_another(pole.clause, other.clause, claimed, there)
        found.append(_Opposed(pole, other, is_told_alike(pole.clause, other.clause, claimed, there), apart))
    return tuple(found)
