"""Who did it, and to whom, where a passage tells it aside: "B, who beat A", "B went through after beating A".

The claim "A beat B" shares every word with these. It is told the other way round where the one whom it makes the doer
stands right behind the same verb, and the one whom it makes the other is the doer's place there. Only names are read,
and nothing is said where the passage tells it both ways, of another time, or as not done.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from workbench.comparison.exchanged import BOTH_WAYS
from workbench.comparison.outcomes import Comparison, Facts, Outcome
from workbench.comparison.stemming import stem
from workbench.comparison.told_words import LITTLE, NUMBER_WORDS, PAST_FORMS

MOST_CHARACTERS, MOST_SENTENCES = 400, 40
"""Of a sentence, and sentences of a passage, that are read."""

_NAME = r"[A-Z][\w’'-]{0,30}(?:\s(?:of\s|de\s|van\s|al-)?[A-Z][\w’'-]{0,30}){0,4}"
_SENTENCE_END = re.compile(r"(?<![A-Z])[.!?;][”\"’]?\s+|\n+")
_ALIKE = {
    "beat": "beat beats beating beaten defeat defeats defeated defeating overcome overcomes overcame overcoming thrash "
    "thrashed thrashing oust ousts ousted ousting",
    "buy": "buy buys bought buying acquire acquires acquired acquiring purchase purchased purchasing",
    "succeed": "succeed succeeds succeeded succeeding replace replaces replaced replacing",
}
_DEEDS = {word: deed for deed, words in _ALIKE.items() for word in words.split()}
_MUTUAL_WORDS = """
    meet marry fight face play tie border resemble equal match kiss hug embrace call text phone
    greet debate date hear see saw be become say tell add ask answer reply name remain stay
"""
_MUTUAL = BOTH_WAYS | frozenset(map(stem, _MUTUAL_WORDS.split()))
"""What both do to each other, or what is no deed."""
_TIME_WORDS = """
    monday tuesday wednesday thursday friday saturday sunday january february march april may june july august
    september october november december on in at by after before when while since as but and the he she it they
    fc afc cf sc ltd plc inc earlier also
"""
_TIMES = frozenset(_TIME_WORDS.split())
_BASES = {past: base for base, past in PAST_FORMS.items()}
_PART = r"(?:\s(?P<part>out|over|down))?"
_VERB = rf"(?P<verb>[a-z]{{3,20}}){_PART}"
_THE = r"(?:[Tt]he\s)?"
_DID = re.compile(
    rf"^{_THE}(?P<doer>{_NAME}),?\s(?:(?:has|have|had|also|narrowly|easily)\s){{0,2}}{_VERB}\s{_THE}(?P<whom>{_NAME})"
)
_WAS_DONE = re.compile(
    rf"^{_THE}(?P<whom>{_NAME})\s(?:(?:was|were)\s|(?:has|have|had)\sbeen\s){_VERB}\sby\s{_THE}(?P<doer>{_NAME})"
)
_LOST = re.compile(rf"^{_THE}(?P<whom>{_NAME})\slost\s(?:\d{{1,2}}[-–]\d{{1,2}}\s)?to\s{_THE}(?P<doer>{_NAME})")
_BEFORE_NAME = (
    r"(?:(?!(?:of|in|on|at|by|for|to|from|with|into|and|or|but|that|who|which|as|how|why|what|if|not|no)\b)"
    r"[\w’'”-]{1,20}(?<!['’]s)\s){0,5}?"
)
"""Words that say what somebody is: "young Swede Lind"."""
_NAME_ENDS = (
    r"(?=[,.;:!?)”\"–—]|\s[–—-]\s|$|\s\d|\s(?:[a-z]+ly|in|on|at|by|for|to|from|of|with|over|after|before|and|when|while|who"
    r"|as|but|last|yesterday|again|twice|outside|inside|under|during|next|because|[Oo]ne|[Tt]wo|three)\b)"
)
_WHOM = rf"(?P<before>{_BEFORE_NAME})(?P<whom>{_NAME}){_NAME_ENDS}"
_WHO = rf"(?P<before>{_BEFORE_NAME})(?P<doer>{_NAME}){_NAME_ENDS}"
_SCORE = r"\d{1,3}\s?[-–:]\s?\d{1,3}"
_OBJECT = re.compile(
    rf"\b(?P<lead>after|by|before|when|while|having|who|which|is|was|are|were|has|have|had|[A-Z][\w’'-]{{0,30}})"
    rf"\s(?:(?:had|has|have|narrowly|easily|also|first)\s)?{_VERB}\s{_WHOM}"
)
_COMMA = re.compile(rf",\s(?:(?:narrowly|easily|having)\s)?(?P<verb>[a-z]{{3,17}}ing){_PART}\s{_WHOM}")
_TO_WIN = re.compile(rf"\bto\s{_VERB}\s{_WHOM}\s{_SCORE}")
"""Done, for it has a score: "came back to beat Lind 3-2"."""
_BY_NOUN = re.compile(
    r"\b(?:(?P<beat>victory|win|triumph)\s(?:over|against)|(?P<buy>takeover|purchase|acquisition)\sof)"
    rf"\s{_WHOM}"
)
_PASSIVE = re.compile(rf"\b(?:was|were|been|being|himself|herself)\s{_VERB}\sby\s{_WHO}")
_LOST_TO = re.compile(
    rf"\b(?:los(?:t|e|es|ing)|(?:loss|defeat))\s(?:{_SCORE}\s)?(?:to|by|against|at\sthe\shands\sof)\s{_WHO}"
)
_NOT_DONE = re.compile(
    r"\b(?:not|never|no|without|failed|fails|fail|hop(?:e|es|ed|ing)|plan\w{0,4}|want\w{0,3}|would|could|might|may|if"
    r"|instead|despite|denie[sd]|den(?:y|ying)|accus\w{1,4}|alleg\w{1,5}|false\w{0,2}|untrue|myth)\b|n['’]t\b",
    re.I,
)
_NOT_YET = re.compile(r"\b(?:will|can|must|should|needs?|ought)\b", re.I)
_MONTH = "January|February|March|April|May|June|July|August|September|October|November|December"
_ANOTHER_TIME = re.compile(
    r"\b(?:(?:1[5-9]|20)\d\d"
    r"|(?:last|previous|earlier|same)\s(?:years?|months?|weeks?|season|night|time|summer|winter|autumn)"
    r"|(?:\w+\s)?(?:years?|months?|weeks?|days?|seasons?)\s(?:after|before|earlier|later)"
    rf"|ago|previously|once|(?:who|which)\shad|in\s(?:{_MONTH})|in\sthe\s(?:semi|quarter)[\w-]{{0,8}}"
    r"|(?:first|second|third|fourth|last|earlier)\s(?:leg|round|game|meeting|match))\b",
    re.I,
)
_AFTER_NAME = re.compile(r"['’]s?\b|\s(?P<next>[a-z][a-z'’-]{0,20})")
_ADVERBS = frozenset(("last", "yesterday", "again", "twice", "outside", "inside", "narrowly", "easily", "comfortably"))


class _Deed(NamedTuple):
    """Who did what to whom, each by the names it may be, and where that stands in its sentence."""

    deed: str
    doers: frozenset[str]
    whoms: frozenset[str]
    start: int
    end: int

    def has(self, doer: str, whom: str) -> bool:
        """Whether it may be what `doer` did to `whom`."""
        clubs = self.deed == "beat"
        return any(_one(doer, name, clubs) for name in self.doers) and any(
            _one(whom, name, clubs) for name in self.whoms
        )


def turned_round(claim: Facts, passage: Facts) -> list[Comparison]:
    """What the claim has one do to another, where the passage has the other do it to the one."""
    own = _claimed(claim.text)
    if own is None or _NOT_DONE.search(claim.text):
        return []
    (doer,), (whom,) = own.doers, own.whoms
    times = _times(claim.text)
    found: list[Comparison] = []
    for sentence in _sentences(passage.text):
        for told in _told(sentence):
            if told.deed != own.deed:
                continue
            if told.has(doer, whom):
                return []  # it tells what the claim does too
            if not told.has(whom, doer):
                continue
            if _times(_around(sentence, told)) <= times:
                said = " ".join(sentence[told.start : told.end].split()).strip(" ,")
                found.append(Comparison(Outcome.SWAPPED, claim.text[own.start : own.end], said))
    return found[:1]


def _times(text: str) -> set[str]:
    return {one.group().casefold() for one in _ANOTHER_TIME.finditer(text)}


def _around(sentence: str, told: _Deed) -> str:
    """The words by whose times a deed is told: of one told behind "who" the clause alone, up to its comma."""
    if not sentence.startswith(("who ", "which "), told.start):
        return sentence
    comma = sentence.find(",", told.end - 1)
    return sentence[told.start : comma if comma > 0 else len(sentence)]


def _one(name: str, other: str, clubs: bool) -> bool:
    """Whether two names may be of one: by their last word, those of clubs by their first words too ("Dace City")."""
    if name.rpartition(" ")[2] == other.rpartition(" ")[2]:
        return True
    return clubs and (f"{name} ".startswith(f"{other} ") or f"{other} ".startswith(f"{name} "))


@lru_cache(maxsize=1024)
def _claimed(text: str) -> _Deed | None:
    """The deed that a claim begins with."""
    for form in (_WAS_DONE, _LOST, _DID):
        found = form.search(text)
        if found is None or not _whole(text, found.end()):
            continue
        deed = "beat" if form is _LOST else _deed(found["verb"], found["part"])
        doer, whom = _name(found["doer"]), _name(found["whom"])
        apart = bool(doer and whom) and not _one(doer, whom, clubs=False) and doer.split()[0] != whom.split()[0]
        if deed is not None and apart:
            return _Deed(deed, frozenset((doer,)), frozenset((whom,)), found.start(), found.end())
    return None


def _deed(verb: str, part: str | None) -> str | None:
    """A verb in the form that all of its forms share; none for what both do to each other."""
    if verb in LITTLE:
        return None
    if (stem(verb), part) in ((stem("knocked"), "out"), (stem("took"), "over"), (stem("taking"), "over")):
        return "beat" if part == "out" else "buy"
    base = _BASES.get(verb, stem(verb))
    if base in _MUTUAL or stem(verb) in _MUTUAL or part:
        return None
    return _DEEDS.get(verb, _undoubled(base))


def _undoubled(base: str) -> str:
    """ "Shot" and "shoot", "hit" and "hitt(ing)" are one."""
    return base[:-1] if len(base) > 3 and base[-1] == base[-2] and base[-1] not in "els" else base


def _told(sentence: str) -> Iterator[_Deed]:
    """What a sentence tells that one did to another, by active verbs, participles, nouns and passives."""
    for form in (_OBJECT, _COMMA, _TO_WIN, _BY_NOUN):
        for found in _each(form, sentence):
            parts = found.groupdict()
            noun = next((name for name in ("beat", "buy") if parts.get(name)), None)
            deed = noun or _deed(found["verb"], found["part"])
            whom = _name(found["whom"])
            if deed is None or not whom or _NOT_DONE.search(sentence, 0, found.start("whom")):
                continue
            if parts.get("lead") in ("by", "before", "when", "while") and _NOT_YET.search(sentence, 0, found.start()):
                continue
            yield _Deed(deed, _those_before(sentence, found), frozenset((whom,)), found.start(), found.end())
    for form in (_PASSIVE, _LOST_TO):
        for found in _each(form, sentence):
            deed = "beat" if form is _LOST_TO else _deed(found["verb"], found["part"])
            doer = _name(found["doer"])
            if deed is not None and doer and not _NOT_DONE.search(sentence, 0, found.start("doer")):
                yield _Deed(deed, frozenset((doer,)), _those_before(sentence, found), found.start(), found.end())


def _each(form: re.Pattern[str], sentence: str) -> Iterator[re.Match[str]]:
    """What a form finds from every place on: "Halm after beating Brede" hides no "after beating Brede"."""
    found = form.search(sentence)
    while found is not None:
        yield found
        found = form.search(sentence, found.start() + 1)


def _those_before(sentence: str, found: re.Match[str]) -> frozenset[str]:
    """Who may be meant before a deed: the nearest name, or one of the first two where a participle tells it."""
    lead = found.groupdict().get("lead") or ","
    if lead[0].isupper():
        return frozenset(name for name, _ in _names(sentence, found.end("lead"), all_of_them=True)[-1:])
    names = _names(sentence, found.start(), all_of_them=lead in ("who", "which"))
    next_to = _COMMA_ALONE if lead in _PARTICIPLES else _NEXT_TO
    beside = lead in ("who", "which") or (names and next_to.fullmatch(sentence, names[-1][1], found.start()))
    wanted = names[-1:] if beside else [*names[:2], *names[-1:]]
    return frozenset(name for name, _ in wanted)


_PARTICIPLES = ("after", "by", "before", "when", "while", "having")
_NEXT_TO, _COMMA_ALONE = re.compile(r",?\s?"), re.compile(r",\s?")
_ANY_NAME = re.compile(rf"\b{_NAME}")
_OF_ANOTHER = re.compile(r"\b(?:of|in|at|to|for|from|with|by|against|on|near|over)\s(?:the\s)?$")


def _names(sentence: str, stop: int, *, all_of_them: bool) -> list[tuple[str, int]]:
    """The names up to a place and where they end, without those that have something, or that something is of."""
    found: list[tuple[str, int]] = []
    for one in _ANY_NAME.finditer(sentence, 0, stop):
        name = _name(one.group())
        of_another = _OF_ANOTHER.search(sentence, max(0, one.start() - 12), one.start())
        if name and not one.group().endswith(("'s", "’s", "s'", "s’")) and (all_of_them or not of_another):
            found.append((name, one.end()))
    return found


def _name(words: str) -> str:
    """A name without days, small words and what clubs are called by: "Halden FC Monday" is "Halden"."""
    return " ".join(word.strip("’'-") for word in words.split() if word.casefold() not in _TIMES)


def _whole(text: str, end: int) -> bool:
    """Whether a name ends at a place and is all that is meant: not in "Brun's record" or "the Halden bench"."""
    if text[max(0, end - 2) : end] in ("'s", "’s", "s'", "s’"):
        return False
    after = _AFTER_NAME.match(text, end)
    if after is None:
        return True
    word = after["next"]
    return word is not None and (word in LITTLE or word in NUMBER_WORDS or word in _ADVERBS or word.endswith("ly"))


def _sentences(text: str) -> Iterator[str]:
    begin = 0
    for stop in [*(end.end() for end in _SENTENCE_END.finditer(text)), len(text)][:MOST_SENTENCES]:
        yield text[begin : min(stop, begin + MOST_CHARACTERS)].strip()
        begin = stop
