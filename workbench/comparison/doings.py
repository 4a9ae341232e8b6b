"""Whether what one sentence denies is what another tells: who does it, and what it is done to.

The bank was not fined where its owner was, and who did not vote for a dam may have voted against it. Only what stands
in both sentences is taken to be the same: where one names another doer, or another thing, nothing is known.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from workbench.comparison.context_window import WORD, is_verb, stems
from workbench.comparison.senses import told_in

_LINKS = (
    "of|in|on|at|for|from|by|with|to|against|into|over|under|about|after|before|near|within|towards?|through|across"
    "|during|between|among|without|as|outside|inside|beyond"
)
_ENDS = re.compile(
    rf"\b(?:{_LINKS}|and|or|but|was|were|is|are|has|have|had|that|which|who|will|can|would|did|do|does|because|when"
    r"|while|since|until)\b|[;:()]|,(?!\d)",
    re.I,
)
_LINK = re.compile(rf"\s*(?:(?:{_LINKS})\b)", re.I)
_GENITIVE = re.compile(r"['’]s?\s")
_HOW = stems(
    "twice again also later once never ever yesterday today tomorrow now then there here already still soon"
    " often always finally eventually three two times last next week month year any"
)
_PRONOUN = re.compile(r"\W*(?:he|she|it|they|we|i|you|this|that|these|those|there)\b", re.I)
_NOBODY = re.compile(r"\W*(?:nobody|no[ -]one|none|nothing|neither)\b", re.I)
_LED = re.compile(rf"\W*(?:{_LINKS})\b[^,]{{0,80}},", re.I)
_SOME_OF_THEM = re.compile(
    r"\d|\b(?:some|many|most|several|few|half|one|two|three|four|five|six|seven|eight|nine|ten|dozens?|hundreds?"
    r"|thousands?|third|quarter|majority|minority|more|others?|another)\b",
    re.I,
)
_THINGS = 4
_REACH = 200
"""Characters behind a verb in which it is looked for what it is done to."""
_MOST_PLACES = 8
"""Places of a verb that are looked at."""
_NUMBERS = re.compile(
    r"[£$€]?\d[\d.,]*(?:\s?(?:%|per\s?cent|million|billion|euros?|dollars?|pounds?|years?|months?|weeks?|days?))*", re.I
)
_PASSIVE = re.compile(
    r"\b(?:was|were|is|are|been|be|being)\s+(?:(?:not|never|yet|been|also|[a-z]+ly)\s+|n['’]t\s+)*$", re.I
)
_OWN_CLAUSE = re.compile(r"\b(?:that|whether|because|when|while|after|before|but)\b|[;:]|,(?!\d)", re.I)
_VERB_BEGINS = re.compile(
    r"\b(?:was|were|is|are|has|have|had|will|would|can|could|did|do|does|not|never|no\slonger|cannot|refused|failed"
    r"|declined|neglected)\b|n['’]t\b",
    re.I,
)
_THERE = 3
"""Words before a thing among which it is said what was done with it."""


def _head(phrase: str) -> str:
    words = [word for word in map(str.casefold, WORD.findall(phrase)) if stems(word) and not stems(word) <= _HOW]
    return min(stems(words[-1])) if words else ""


def done_to(sentence: str, place: int) -> dict[str, str]:
    """By the small word that leads to it, the last word of each thing behind a verb: "fined" the bank "for" dust."""
    found: dict[str, str] = {}
    rest = sentence[place : place + _REACH]
    for _ in range(_THINGS):
        led = _LINK.match(rest)
        rest = rest[led.end() if led else 0 :]
        words = _ENDS.split(rest)[0]
        if _head(words):
            found.setdefault(led.group().strip().casefold() if led else "", _head(words))
        rest = rest[len(words) :]
        if not _LINK.match(rest):
            break
    return found


def who_does(sentence: str, place: int) -> str:
    """The last word of what a sentence begins with, "mayor" of "The mayor of Brede"; nothing for "nobody" or "it"."""
    before = sentence[:place]
    led = _LED.match(before)
    before = before[led.end() if led else 0 :]
    phrase = _ENDS.split(before)[0]
    verb = next((word.start() for word in WORD.finditer(phrase) if is_verb(word)), len(phrase))
    return _head(phrase[:verb])


def _told_at(telling: str, what: str) -> list[re.Match[str]]:
    return [word for word in WORD.finditer(telling) if told_in(what, stems(word.group()))]


class _Deed(NamedTuple):
    """Who does it and what it is done to, as it stands around a verb; a passive is turned round.

    `who` is empty where nobody is named, `things` are each led by a small word, or by none.
    """

    who: frozenset[str]
    pronoun: str
    nobody: bool
    things: tuple[tuple[str, frozenset[str]], ...]

    def thing(self, link: str) -> frozenset[str]:
        """What stands first behind a small word."""
        return next((words for led, words in self.things if led == link), frozenset())


def _phrase(words: str) -> frozenset[str]:
    return stems(words) - _HOW


def _deed_at(sentence: str, start: int, end: int) -> _Deed:
    """What is told around a verb, within its own clause."""
    before = sentence[:start]
    begins = max((found.end() for found in _OWN_CLAUSE.finditer(before)), default=0)
    led = _LED.match(before)
    begins = max(begins, led.end() if led else 0)
    clause = before[begins:]
    verb = _VERB_BEGINS.search(clause)
    ends = [verb.start()] if verb else []
    ends += [word.start() for word in WORD.finditer(clause) if is_verb(word)][:1]
    subject = clause[: min(ends, default=len(clause))]
    nobody = _NOBODY.match(subject) is not None
    pronoun = _PRONOUN.match(subject)
    head = _phrase(_ENDS.split(subject)[0])
    things: list[tuple[str, frozenset[str]]] = []
    rest = _NUMBERS.sub(" ", sentence[end : end + _REACH])
    for _ in range(_THINGS):
        found = _LINK.match(rest)
        rest = rest[found.end() if found else 0 :]
        words = _ENDS.split(rest)[0]
        if _phrase(words):
            things.append((found.group().strip().casefold() if found else "", _phrase(words)))
        rest = rest[len(words) :]
        if not _LINK.match(rest):
            break
    said = pronoun.group().strip().casefold() if pronoun else ""
    if _PASSIVE.search(clause):
        by = next((words for led, words in things if led == "by"), frozenset())
        others = [one for one in things if one[0] not in ("by", "")]
        return _Deed(by, "", nobody, (*((("", head),) if head and not nobody else ()), *others))
    return _Deed(frozenset() if pronoun or nobody else head, said, nobody, tuple(things))


def _same(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether two phrases hold the same words, in whatever form."""
    return all(told_in(word, other) for word in one) and all(told_in(word, one) for word in other)


def _same_doer(mine: _Deed, theirs: _Deed, sentences: tuple[str, str]) -> bool:
    if mine.nobody or theirs.nobody or not mine.who or not theirs.who:
        return not (mine.pronoun and theirs.pronoun and mine.pronoun != theirs.pronoun)
    if _same(mine.who, theirs.who):
        return True
    fewer, more = sorted((mine.who, theirs.who), key=len)
    names = all(_as_name(word, sentences) for word in mine.who | theirs.who)
    return names and bool(fewer) and fewer <= more  # "Berg" and "Ann Berg"


def _as_name(word: str, sentences: tuple[str, str]) -> bool:
    found = [one.group() for said in sentences for one in WORD.finditer(said) if word in stems(one.group())]
    return all(one[0].isupper() for one in found)


def done_alike(denying: str, span: tuple[int, int], telling: str, what: str) -> bool:
    """Whether a denied verb is told of the same doer, and done to the same, by whole phrases."""
    begins, end = span
    if _SOME_OF_THEM.search(denying[:begins]):
        return False  # four in ten who do not are no denial of six in ten who do
    start = max((word.start() for word in WORD.finditer(denying, begins, end)), default=begins)
    mine = _deed_at(denying, start, end)
    nobody = _NOBODY.match(denying, begins) is not None
    for word in _told_at(telling, what)[:_MOST_PLACES]:
        theirs = _deed_at(telling, word.start(), word.end())
        object_there, object_here = theirs.thing(""), mine.thing("")
        if not (nobody and _PASSIVE.search(denying[:start])) and not _same(object_here, object_there):
            continue
        others = [(led, words) for led, words in mine.things if led]
        if not all(any(led == also and _same(words, told) for also, told in theirs.things) for led, words in others):
            continue
        if nobody or _same_doer(mine, theirs, (denying, telling)):
            return True
    return False


def noun_alike(denying: str, span: tuple[int, int], telling: str, what: str) -> bool:
    """Whether a denied thing is itself what another sentence tells of, no part of a compound, and the same is done."""
    begins, end = span
    before = [word.group() for word in list(WORD.finditer(denying[:begins]))[-1:]]
    done = [verb for verb in before if stems(verb) - _HOW]
    mine = done_to(denying, end)
    behind = next((word.group() for word in WORD.finditer(denying[end:]) if is_verb(word)), "")
    for word in _told_at(telling, what):
        after = telling[word.end() :]
        following = WORD.match(after.lstrip())
        many = word.group().endswith("s")
        if _GENITIVE.match(after) or (
            following
            and after[0].isspace()
            and not many
            and stems(following.group()) - _HOW
            and not _ENDS.match(following.group())
            and not is_verb(following)
        ):
            continue  # the fire brigade is no fire
        theirs = done_to(telling, word.end())
        if any(link and link in mine and mine[link] != thing for link, thing in theirs.items()):
            continue  # against Ruiz, and against Ruiz's brother
        said = stems(telling)
        near_by = list(WORD.finditer(telling[: word.start()]))[-_THERE:]
        if done and not all(told_in(min(stems(verb)), said) for verb in done):
            continue
        if not done and not behind and any(is_verb(one) and stems(one.group()) for one in near_by):
            continue  # who closed a plant may have none
        if not done and behind and stems(behind) and not told_in(min(stems(behind)), said):
            continue
        return True
    return False
