"""The clause around a word: who does it, to what, and to which part of it. Read by small words, without a parser.

"The price of rice rose" and "the price of rice bran fell" share all but a word, and so do what the workers refused and
what their leaders accepted. So what stands before and behind a word is kept apart, and each part of it by the
preposition that leads it.
"""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from workbench.comparison.stemming import stem

_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*|\d+")
_ENDS = re.compile(r"[,;:()–—“”\"]|\s-\s")
_JOINING_WORDS = """
    and or but while whereas because when if that which who as although though than so
    said says say told reported announced found show shows showed warned wrote added
"""
_JOINS = frozenset(_JOINING_WORDS.split())
"""Words that begin another clause, and those of saying, before which stands who said it."""
_PLACE_WORDS = "of in among from for to against between at on by with under over near into within through"
_TIME_WORDS = "after before since until during"
OF_A_TIME = frozenset(_TIME_WORDS.split())
_LEADING = frozenset(_PLACE_WORDS.split()) | OF_A_TIME
_APART = re.compile(r"\b(?:outside|except|excluding|apart from|other than|unlike)\b", re.I)
_LIGHT_WORDS = """
    a an the is are was were be been being has have had do does did will would can could may might must shall should
    it its he his she her they them their we our i my you your this that these those there here not no never also
    already again now then still yet just only even later soon ever both all each every own other such very much more
    most less least year years month months week weeks day days today yesterday tomorrow last next ago per cent percent
    nobody nothing none neither nor without cannot refused refuses failed fails declined unable
    stay stays stayed remain remains remained keep keeps kept become became get got go goes went come came
    one two three four five six seven eight nine ten dozen hundred thousand million billion
    january february march april june july august september october november december
    monday tuesday wednesday thursday friday saturday sunday
"""
_LIGHT = frozenset(_LIGHT_WORDS.split())
_OF = frozenset(("of", "the", "a", "an", "its", "their", "his", "her"))
"""Small words between two that stand side by side: "the spirit of the law"."""
_NOTHING: frozenset[str] = frozenset()


class ClauseWords(NamedTuple):
    """Stems of what tells something in the clause of a word."""

    before: frozenset[str]
    behind: frozenset[str]
    """What stands behind the word, up to the first preposition."""
    parts: dict[str, frozenset[str]]
    """What stands behind each preposition; figures behind those of a time alone."""
    beside: frozenset[tuple[str, str]]
    """Words that stand side by side."""
    apart: bool
    """Whether the sentence leaves something out: "outside Asia"."""


def clause_of(sentence: str, start: int, end: int) -> ClauseWords:
    """The clause of the word from `start` up to `end`, code points of a sentence."""
    opens = max((sign.end() for sign in _ENDS.finditer(sentence, 0, start)), default=0)
    shuts = next((sign.start() for sign in _ENDS.finditer(sentence, end)), len(sentence))
    before: set[str] = set()
    for word in _words(sentence, opens, start):
        if word in _JOINS:
            before.clear()
        elif _tells(word) and not word.isdecimal():
            before.add(word_stem(word))
    parts: dict[str, set[str]] = {"": set()}
    led = ""
    for word in _words(sentence, end, shuts):
        if word in _JOINS:
            break
        if word in _LEADING:
            led = word
            if led in OF_A_TIME:  # "after ten", a part though nothing in it tells
                parts.setdefault(led, set())
        elif _tells(word) and (led in OF_A_TIME or not word.isdecimal()):
            parts.setdefault(led, set()).add(word_stem(word))
    return ClauseWords(
        before=frozenset(before),
        behind=frozenset(parts.pop("")),
        parts={led: frozenset(words) for led, words in parts.items()},
        beside=frozenset(pairwise(word_stem(word) for word in _words(sentence, opens, shuts) if word not in _OF)),
        apart=_APART.search(sentence) is not None,
    )


def of_another(mine: ClauseWords, theirs: ClauseWords, claimed: frozenset[str], told: frozenset[str]) -> bool:
    """Whether two clauses tell of another doer, thing or part.

    So it is where each has a word of its own in one place ("the workers", "their leaders"; "in the north", "in the
    south"), where a word of the passage's own stands right beside one of the claim's ("rice bran"), and where the two
    have changed places ("the dollar rose against the euro", "the euro fell against the dollar").

    Args:
        mine: The clause of the claim.
        theirs: That of the passage.
        claimed: Stems of the whole claim.
        told: Stems of the whole passage and its title.
    """
    before, behind = theirs.before - claimed, theirs.behind - claimed
    if mine.apart != theirs.apart or (mine.before - told and before) or (mine.behind - told and behind):
        return True
    if _have_changed_places(mine, theirs):
        return True
    own = before | behind
    shared = (theirs.before | _behind(theirs)) & claimed
    if any((one in own and two in shared) or (two in own and one in shared) for one, two in theirs.beside):
        return True
    return any(words - claimed and mine.parts.get(led, _NOTHING) - told for led, words in theirs.parts.items())


def is_told_alike(mine: ClauseWords, theirs: ClauseWords, claimed: frozenset[str], told: frozenset[str]) -> bool:
    """Whether neither clause tells of a doer, a thing or a part that is not in the other text too."""
    return not (
        mine.before - told
        or mine.behind - told
        or theirs.before - claimed
        or theirs.behind - claimed
        or any(words and not words & told for words in mine.parts.values())
        or any(words and not words & claimed for words in theirs.parts.values())
    )


def _have_changed_places(mine: ClauseWords, theirs: ClauseWords) -> bool:
    if "by" in mine.parts or "by" in theirs.parts or not mine.before or not theirs.before:
        return False  # a passive tells the same of both
    return mine.before.isdisjoint(theirs.before) and theirs.before <= _behind(mine) and mine.before <= _behind(theirs)


def _behind(clause: ClauseWords) -> frozenset[str]:
    return clause.behind.union(*clause.parts.values())


@lru_cache(maxsize=1024)
def word_stems(text: str) -> frozenset[str]:
    """The stems of all words of a text, as clauses have them."""
    return frozenset(word_stem(word) for word in _words(text, 0, len(text)))


def _words(text: str, start: int, end: int) -> list[str]:
    return [match.group().casefold() for match in _WORD.finditer(text, start, end)]


def word_stem(word: str) -> str:
    """The stem of a word, whosesoever it is: "the council's" and "the council" are one."""
    return stem(word.removesuffix("'s").removesuffix("’s").rstrip("'’"))


def _tells(word: str) -> bool:
    return (len(word) > 2 or word.isdecimal()) and word not in _LIGHT and not word.endswith("ly")
