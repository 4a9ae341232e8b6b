"""Whether what one sentence denies is what another tells: who does it, and what it is done to.

The bank was not fined where its owner was, and who did not vote for a dam may have voted against it. Only what stands
in both sentences is taken to be the same: where one names another doer, or another thing, nothing is known.
"""

from __future__ import annotations

import re

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
_THERE = 3
"""Words before a thing among which it is said what was done with it."""


def _head(phrase: str) -> str:
    words = [word for word in map(str.casefold, WORD.findall(phrase)) if stems(word) and not stems(word) <= _HOW]
    return min(stems(words[-1])) if words else ""


def done_to(sentence: str, place: int) -> dict[str, str]:
    """By the small word that leads to it, the last word of each thing behind a verb: "fined" the bank "for" dust."""
    found: dict[str, str] = {}
    rest = sentence[place:]
    for _ in range(_THINGS):
        led = _LINK.match(rest)
        rest = rest[led.end() if led else 0 :]
        words = _ENDS.split(rest)[0]
        if _head(words):
            found[led.group().strip().casefold() if led else ""] = _head(words)
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


def done_alike(denying: str, span: tuple[int, int], telling: str, what: str) -> bool:
    """Whether a denied verb is told of the same doer, and done to the same."""
    begins, end = span
    if _SOME_OF_THEM.search(denying[:begins]):
        return False  # four in ten who do not are no denial of six in ten who do
    mine = done_to(denying, end)
    nobody = _NOBODY.match(denying, begins) is not None
    for word in _told_at(telling, what):
        theirs = done_to(telling, word.end())
        if mine.get("") != theirs.get("") or any(theirs.get(link) != thing for link, thing in mine.items()):
            continue
        if nobody:
            return True
        doers = who_does(denying, begins), who_does(telling, word.start())
        named = all(not _PRONOUN.match(text) for text in (denying, telling))
        if not named or (doers[0] and doers[1] and told_in(doers[0], frozenset({doers[1]}))):
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
