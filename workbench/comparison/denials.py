"""A "not" or "no" on one side alone: "paid no dividend" beside "resolved to pay a dividend"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import islice
from typing import NamedTuple

from workbench.comparison.context_window import WORD, is_verb, places, stems
from workbench.comparison.denied_in_part import denies_in_part
from workbench.comparison.doings import done_alike, noun_alike
from workbench.comparison.kept_apart import NO_PLACE
from workbench.comparison.outcomes import Comparison, Facts, Outcome
from workbench.comparison.senses import told_in
from workbench.comparison.two_times import of_two_times

MOST_SENTENCES = 40
WITHIN = 4
"""Words behind a "not" among which what it denies is looked for."""
SAME = 0.75
"""How much of the other words of the claim's sentence that of the passage must tell."""
LEAST = 2

_SENTENCE_END = re.compile(r"(?<=[.!?;])\s+|\n+")
_DENY_VERB = re.compile(
    r"\b(?:not(?! only| just| least)|never|no longer|cannot|nobody|no[ -]one|nothing|none|neither)\b|n['’]t\b", re.I
)
_DENY_NOUN = re.compile(r"\b(?:no|without(?: an?| any)?|not an?|not any|zero)\s+(?=[^\W\d_])", re.I)
_NOT_DENYING = re.compile(r"\bno (?:longer|one|doubt|matter|less|fewer|more|later|sooner|\d)\b", re.I)
_OF_SOME = re.compile(
    r"(?:nobody|no[ -]one|nothing|none)\s"
    r"(?:of|in|on|at|for|from|by|with|to|under|over|among|above|below|aged|who|that)\b",
    re.I,
)
_FAILED = re.compile(r"\b(?:fail(?:s|ed)? to|refuse[sd]? to|declined? to|unable to|neglected to)\b", re.I)
_PHRASE_ENDS = re.compile(
    r"\b(?:of|in|on|at|for|from|by|with|to|after|before|during|since|until|when|while|because|against|under|over|into"
    r"|between|among|and|or|than|[a-z]{2,12}er\sthan|was|were|is|are|has|have|had|that|which|who|will|can)\b|[,;:()]"
)
_HEDGED = re.compile(
    r"\b(?:if|unless|whether|whatever|hoax|myth|beliefs?|false(?:ly)?|untrue|den(?:y|ies|ied)|claim(?:s|ed)?|would|could"
    r"|might|(?-i:may)|unlike|other than|rather|instead|nearly|almost|barely|hardly"
    r"|only|lack\w*|prevent\w*|avoid\w*|different|with/without"
    r"|not (?:entirely|always|necessarily|all|every|yet|fully|completely|nearly))\b",
    re.I,
)
"""What makes a "not" one of a part, of a case, or of what others say."""
_SKIPPED = stems("ever any anybody anyone anything enough really actually also been being")


_SAYS_NO = stems(
    "nobody nothing none never neither refused refuses refuse failed fails fail declined declines unable neglected"
)
_OF = re.compile(r"\s*of\s+(?:the\s+|an?\s+|any\s+)?(?P<what>[^\W\d_]+)")


class Denied(NamedTuple):
    """What is denied, as a stem, the words that say so, and which it is: "no evidence" of fraud, "no new" stars.

    `begins` is where the denial begins, `end` where the denied word ends, `noun` whether it is one.
    """

    what: str
    said: str
    begins: int
    end: int
    noun: bool = False
    of: frozenset[str] = frozenset()

    @property
    def place(self) -> tuple[int, int]:
        """Where the denied word stands, with what leads it."""
        return self.begins, self.end


def _denials(sentence: str) -> Iterator[Denied]:
    for found in _DENY_NOUN.finditer(sentence):
        if _NOT_DENYING.match(sentence, found.start()) or _DENY_VERB.search(sentence, 0, found.start()):
            continue  # who takes nobody without a ticket takes those who have one
        rest = sentence[found.end() : found.end() + 60]
        verb = next((word.start() for word in WORD.finditer(rest) if is_verb(word)), len(rest))
        phrase = _PHRASE_ENDS.split(rest[:verb])[0]
        words = [word for word in phrase.split() if stems(word)]
        if words and len(words) <= WITHIN:
            said = sentence[found.start() : found.end()] + phrase.strip()
            of = _OF.match(rest, len(phrase.rstrip()))
            # "no overall charge" denies no charge
            which = stems(" ".join([*words, of["what"] if of else ""])) - _SKIPPED
            end = found.end() + len(phrase.rstrip())
            yield Denied(min(stems(words[-1])), said, found.start(), end, noun=True, of=which)
    for found in (*_DENY_VERB.finditer(sentence), *_FAILED.finditer(sentence)):
        if _DENY_NOUN.match(sentence, found.start()) and not _NOT_DENYING.match(sentence, found.start()):
            continue
        if _OF_SOME.match(sentence, found.start()):
            continue  # who employs no one under 18
        for word in islice(WORD.finditer(sentence, found.end()), WITHIN):
            if stems(word.group()) - _SKIPPED:
                said = sentence[found.start() : word.end()]
                yield Denied(min(stems(word.group())), said, found.start(), word.end())
                break


@lru_cache(maxsize=2048)
def _sentences(text: str) -> tuple[tuple[str, tuple[Denied, ...], frozenset[str]], ...]:
    parts = _SENTENCE_END.split(text)[:MOST_SENTENCES]
    return tuple((part, tuple(_denials(part)), stems(part)) for part in parts if part.strip())


_NAME = re.compile(r"(?<=[a-z,] )[^\W\d_a-z][^\W\d_]{2,}")


def names_within(sentence: str) -> frozenset[str]:
    """The stems of what is written as a name within a sentence."""
    return stems(" ".join(_NAME.findall(sentence)))


def _of_a_part(sentence: str) -> bool:
    """Whether a "not" of a sentence may be one of a part, a case or some people, or of what others say."""
    return _HEDGED.search(sentence) is not None or _OF_SOME.search(sentence) is not None


def denials(claim: Facts, passage: Facts) -> list[Comparison]:
    """What one side denies and the other tells of the same people and things."""
    found = []
    title = stems(passage.about)
    for mine, denied, words in _sentences(claim.text):
        for theirs, denied_there, there in _sentences(passage.text):
            if bool(denied) == bool(denied_there) or any(map(_of_a_part, (mine, theirs))):
                continue
            one = (denied or denied_there)[0]
            other, told = (theirs, there) if denied else (mine, words)
            if (
                not all(told_in(word, told) for word in (one.what, *one.of))
                or _of_other_times(mine, theirs)
                or places(theirs, 0) - words - title
                or (names_within(mine) - there - title and names_within(theirs) - words)
            ):
                continue
            if not _alike(one, *((mine, theirs) if denied else (theirs, mine))):
                continue
            rest = [word for word in words - _SAYS_NO if word != one.what and not told_in(word, frozenset({one.what}))]
            shared = sum(told_in(word, there | title) for word in rest)
            place = _place_of(one.what, other)
            said = other[place[0] : place[1]]
            if denies_in_part(mine if denied else theirs, one.place, other, place, passage.about):
                continue
            twins = shared == len(rest) == 1 and _tells_no_more(one, other, words if denied else there, said)
            if twins or (shared >= LEAST and shared >= SAME * len(rest)):
                pair = (one.said, said) if denied else (said, one.said)
                found.append(Comparison(Outcome.OPPOSITE, *pair))
    return found[:1]


def denied_less(claim: Facts, passage: Facts) -> list[Comparison]:
    """What both deny, and the passage of less: of a part, in a case, or until it came about."""
    found = []
    for mine, denied, _ in _sentences(claim.text):
        for theirs, denied_there, _ in _sentences(passage.text):
            if not denied or not denied_there or not told_in(denied_there[0].what, frozenset({denied[0].what})):
                continue
            one, other = denied[0], denied_there[0]
            if denies_in_part(theirs, other.place, mine, one.place, passage.about):
                came = _UNTIL.search(theirs, other.end) and not _UNTIL.search(mine)
                outcome = Outcome.ANOTHER if came else Outcome.LESS
                mine_said, theirs_said = (said.rstrip(" .!") for said in (one.said, other.said))
                found.append(Comparison(outcome, mine_said, f"{theirs_said}{' … until' if came else ' …'}"))
    return found[:1]


def _place_of(what: str, sentence: str) -> tuple[int, int]:
    """Where a sentence tells what is denied elsewhere; its beginning where it does not."""
    return next((word.span() for word in WORD.finditer(sentence) if told_in(what, stems(word.group()))), (0, 0))


def _tells_no_more(one: Denied, other: str, known: frozenset[str], said: str) -> bool:
    """Whether a sentence tells nothing but what the other denies, of a thing up to the end of its phrase."""
    end = other.find(said) + len(said)
    if one.noun and (not other[end:].strip(" .!") or _PHRASE_ENDS.match(other[end:].lstrip())):
        other = other[:end]
    return all(told_in(word, known) for word in stems(other) - _SKIPPED)


_YEAR = re.compile(r"(?<!\d)(?:1[5-9]|20)\d\d(?!\d)")
_ANY = re.compile(r"\b(?i:an?)\s(?P<what>[a-z]{3,30})\b")


def _of_other_times(mine: str, theirs: str) -> bool:
    """Whether two times are told, or a year on one side alone, of any such thing: "the explosion", "an explosion"."""
    if of_two_times(mine, theirs):
        return True
    for one, other in ((mine, theirs), (theirs, mine)):
        if _YEAR.search(other) and not _YEAR.search(one):
            return any(f"the {found['what']}" in one.casefold() for found in _ANY.finditer(other))
    return False


def _alike(one: Denied, denying: str, telling: str) -> bool:
    alike = noun_alike if one.noun else done_alike
    return alike(denying, (one.begins, one.end), telling, one.what)


_CASE = re.compile(
    r"\b(?:because|since|until|unless|without|under|over|above|below|aged|except|when|while|before|after|due\sto|for\slack)\b"
    r"(?P<case>[^,.;]{1,80})",
    re.I,
)
_PLACE = re.compile(
    r"\b(?:(?:in|on|to|from|with)\s(?:its|his|her|their|the|this|these|those)|(?:at|among|for)(?:\s(?:its|his|her|their|the))?)"
    r"\s(?P<case>(?!all\b|least\b|any\b|some\b|now\b|once\b|the\b)[a-z]{3,30})",
    re.I,
)
_TIME_OF_DAY = stems("night evening morning afternoon weekend summer winter")
_CLAUSE = re.compile(r"[,;:–—]\s|\s-\s")


def of_a_case(found: Comparison, claim: str, passage: str) -> bool:
    """Whether what one side alone denies is denied of a case that the other does not tell: "not … since 1984"."""
    for said, text, other in ((found.passage, passage, claim), (found.claim, claim, passage)):
        if not (_DENY_VERB.search(said) or _DENY_NOUN.search(said) or _FAILED.search(said)):
            continue
        word = said.split()[-1]
        for part in _SENTENCE_END.split(text)[:MOST_SENTENCES]:
            if word not in part:
                continue
            at = part.find(word)
            cases = [(case, _told(case["case"])) for case in _CASE.finditer(part, at)]
            cases += [(case, _told(case["case"]) - (NO_PLACE - _TIME_OF_DAY)) for case in _PLACE.finditer(part, at)]
            for case, told in cases:
                untold = any(not told_in(one, stems(other)) for one in told - set(_DIGITS.findall(other)))
                if untold and not _of_another_clause(part[at : case.start()]):
                    return True
    return False


def _told(words: str) -> frozenset[str]:
    return stems(words) | frozenset(_DIGITS.findall(words))


def _of_another_clause(between: str) -> bool:
    """Whether a case is one of what a clause of its own tells: ", the palace said after the meeting"."""
    rest = _CLAUSE.split(between)
    return len(rest) > 1 and any(is_verb(word) for word in WORD.finditer(rest[-1]))


_DIGITS = re.compile(r"\d+")
_UNTIL = re.compile(r"\buntil\b", re.I)
_NOT = "not "


def denied_of_another(found: Comparison, claim: str, passage: str) -> bool:
    """Whether one word, denied on one side alone, is wherever it is told of another doer, thing or time."""
    said = found.claim.removeprefix(_NOT), found.passage.removeprefix(_NOT)
    if found.claim.startswith(_NOT) == found.passage.startswith(_NOT):
        return False
    timed = [
        _of_other_times(mine, theirs)
        for mine, _, words in _sentences(claim)
        if stems(said[0]) <= words
        for theirs, _, there in _sentences(passage)
        if stems(said[1]) <= there
    ]
    if (timed and all(timed)) or stems(said[0]) != stems(said[1]):
        return bool(timed) and all(timed)
    texts = (claim, passage) if found.claim.startswith(_NOT) else (passage, claim)
    pairs = [
        _alike(one, denying, telling)
        for denying, denied, _ in _sentences(texts[0])
        for one in denied
        if one.what in stems(said[0])
        for telling, _, there in _sentences(texts[1])
        if told_in(one.what, there)
    ]
    return bool(pairs) and not any(pairs)
