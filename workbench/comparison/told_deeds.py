"""What a text tells that one did to another, by names alone: "B, who beat A", "B's takeover of A", "Bs 2-0 win over A".

Each form yields the deed, who may have done it and to whom: where a sentence leaves open which of its names is meant,
all that may be. Nothing is told by what is not done, planned, hoped for or alleged.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from workbench.comparison.exchanged import BOTH_WAYS
from workbench.comparison.stemming import stem
from workbench.comparison.told_words import LITTLE, NUMBER_WORDS, PAST_FORMS

MOST_CHARACTERS, MOST_SENTENCES = 400, 40
"""Of a sentence, and sentences of a passage, that are read."""

_ONE_NAME = r"(?:(?:[A-Z]\.){1,3}|[A-Z][\w’'-]{0,30})"
_NAME = rf"{_ONE_NAME}(?:\s(?:of\s|de\s|van\s|al-)?{_ONE_NAME}){{0,4}}"
_SENTENCE_END = re.compile(
    r"(?<![A-Z])(?<!\bJan)(?<!\bFeb)(?<!\bAug)(?<!\bOct)(?<!\bNov)(?<!\bDec)(?<!\bInc)(?<!\bLtd)(?<!\bMr)(?<!\bDr)"
    r"[.!?;][”\"’]?\s+|\n+"
)
_ALIKE = {
    "beat": "beat beats beating beaten defeat defeats defeated defeating overcome overcomes overcame overcoming thrash "
    "thrashed thrashing oust ousts ousted ousting",
    "buy": "buy buys bought buying acquire acquires acquired acquiring purchase purchased purchasing",
    "succeed": "succeed succeeds succeeded succeeding replace replaces replaced replacing",
    "kill": "kill kills killed killing murder murders murdered murdering",
    "overtake": "overtake overtakes overtook overtaken overtaking",
}
_DEEDS = {word: deed for deed, words in _ALIKE.items() for word in words.split()}
_NOUNS = {
    "buy": "takeover purchase acquisition",
    "beat": "victory win triumph defeat",
    "invad": "invasion",
    "kill": "killing murder",
}
_NOUN_DEEDS = {noun: deed for deed, words in _NOUNS.items() for noun in words.split()}
_MUTUAL_WORDS = """
    meet marry fight face play tie border resemble equal match kiss hug embrace call text phone
    greet debate date hear see saw be become say tell add ask answer reply name remain stay
"""
_MUTUAL = BOTH_WAYS | frozenset(map(stem, _MUTUAL_WORDS.split()))
"""What both do to each other, or what is no deed."""
_TIME_WORDS = """
    monday tuesday wednesday thursday friday saturday sunday january february march april may june july august
    september october november december on in at by after before when while since as but and the he she it they
    fc afc cf sc ltd plc inc corp corporation earlier also
"""
_TIMES = frozenset(_TIME_WORDS.split())
_CLUBS = frozenset(["united", "city", "town", "rovers", "athletic", "albion", "county", "wanderers"])
"""Last words that many clubs share."""
_BASES = {past: base for base, past in PAST_FORMS.items()}
_PART = r"(?:\s(?P<part>out|over|down))?"
_VERB = rf"(?P<verb>[a-z]{{3,20}}){_PART}"
_THE = r"(?:[Tt]he\s)?"
_SCORE = r"\d{1,3}\s?[-–:]\s?\d{1,3}"
_DAY = r"(?:on\s[A-Z][a-z]{2,8}day(?:\s(?:night|evening|morning|afternoon))?\s)?"
_DID = re.compile(
    rf"^{_THE}(?P<doer>{_NAME}),?\s(?:(?:has|have|had|also|narrowly|easily|agreed\sto|will)\s){{0,2}}"
    rf"{_VERB}\s{_THE}(?P<whom>{_NAME})"
)
_WAS_DONE = re.compile(
    rf"^{_THE}(?P<whom>{_NAME})\s(?:(?:was|were)\s|(?:has|have|had)\sbeen\s){_VERB}\sby\s{_THE}(?P<doer>{_NAME})"
)
_LOST = re.compile(rf"^{_THE}(?P<whom>{_NAME})\slost\s(?:{_SCORE}\s)?{_DAY}to\s{_THE}(?P<doer>{_NAME})")
_BEFORE_NAME = (
    r"(?:(?!(?:of|in|on|at|by|for|to|from|with|into|and|or|but|that|who|which|as|how|why|what|if|not|no)\b)"
    r"[\w’'”-]{1,20}(?<!['’]s)\s){0,5}?"
)
"""Words that say what somebody is: "young Swede Lind"."""
_NAME_ENDS = (
    r"(?=[,.;:!?)”\"–—]|\s[–—(-]|\s[–—-]\s|$|\s\d{1,3}\s?[-–:(]|\s(?:[a-z]+ly|in|on|at|by|for|to|from|of|with|over|after"
    r"|before|and|when|while|who|as|but|last|yesterday|again|twice|outside|inside|under|during|next|because|[Oo]ne|[Tt]wo"
    r"|three)\b)"
)
_WHOM = rf"(?P<before>{_BEFORE_NAME})(?P<whom>{_NAME}){_NAME_ENDS}"
_WHO = rf"(?P<before>{_BEFORE_NAME})(?P<doer>{_NAME}){_NAME_ENDS}"
_HAVING = r"(?:(?:agreed\sto|had|has|have|also|first|now|since|then|later|finally|again|[a-z]{2,15}ly)\s){0,2}"
_OBJECT = re.compile(
    rf"\b(?P<lead>after|by|before|when|while|having|who|which|is|was|are|were|has|have|had|and|he|she|it|they|He|She|It"
    rf"|They|[A-Z][\w’'-]{{0,30}}(?:\s\([^()]{{1,20}}\))?)\s{_HAVING}{_VERB}\s{_WHOM}"
)
_COMMA = re.compile(rf",\s(?:(?:narrowly|easily|having)\s)?(?P<verb>[a-z]{{3,17}}ing){_PART}\s{_WHOM}")
_TO_WIN = re.compile(rf"\bto\s{_VERB}\s{_WHOM}\s{_SCORE}")
"""Done, for it has a score: "came back to beat Lind 3-2"."""
_BY_NOUN = re.compile(
    rf"\b(?:(?P<noun>victory|win|triumph)\s(?:over|against)|(?P<of>takeover|purchase|acquisition)\sof)\s{_WHOM}"
)
_WON_AGAINST = re.compile(
    rf"\b(?:won|wins|winning)\s(?:{_SCORE}\s|the\s(?:\w+\s)?(?:match|game|final|election|run-?off|race|vote|derby|cup)\s)?"
    rf"(?:against|over)\s{_WHOM}"
)
_OWN_NOUN = re.compile(
    rf"(?P<doer>{_NAME})(?:['’]s|(?<=s)['’])\s(?:[\w.$€£-]{{1,12}}\s){{0,4}}"
    rf"(?:(?P<noun>victory|win|triumph)\s(?:over|against)|(?P<of>takeover|purchase|acquisition|invasion|defeat|murder"
    rf"|killing)\sof)\s{_WHOM}"
)
_NOUN_BY = re.compile(
    rf"\b(?P<of>takeover|purchase|acquisition|invasion|defeat|murder|killing)\sof\s(?P<before>{_BEFORE_NAME})"
    rf"(?P<whom>{_NAME})(?:\s\([^()]{{1,20}}\))?\sby\s{_THE}(?P<doer>{_NAME}){_NAME_ENDS}"
)
_SCORE_LINE = re.compile(
    rf"(?:^|[.;:,]\s)(?P<one>{_NAME}),?\s(?P<ones>\d{{1,3}})(?:\s?[-–:]\s?|,\s)(?P<other>{_NAME}\s)?(?P<others>\d{{1,3}})"
    rf"(?:\s(?P<last>{_NAME}))?(?=[.;,]|$)"
)
_PASSIVE = re.compile(
    rf"\b(?:was|were|been|being|is|are|himself|herself)\s(?:[a-z]{{2,15}}ly\s)?{_VERB}\s(?:[\w’'-]+\s){{0,5}}?by\s{_WHO}"
)
_SOLD = re.compile(rf"\b(?:was|were|been|being|is)\ssold\sto\s{_WHO}")
_LOST_TO = re.compile(
    rf"\b(?:los(?:t|e|es|ing)|(?:loss|defeat))\s(?:{_SCORE}\s)?{_DAY}(?:to|by|against|at\sthe\shands\sof)\s{_WHO}"
)
_OUT_AT = re.compile(rf"\b(?:went|gone|crashed|out)\b[^.;,]{{1,60}}\bat\sthe\shands\sof\s{_WHO}")
_HIM = re.compile(
    rf"(?P<doer>{_NAME})\s(?:\([^()]{{1,20}}\)\s)?(?:will\s)?{_HAVING}{_VERB}\s(?P<whom>him|her|them|it)\b"
)
_NOT_DONE = re.compile(
    r"\b(?:not|never|no|without|failed|fails|fail|hop(?:e|es|ed|ing)|plan\w{0,4}|want\w{0,3}|would|could|might|may|if"
    r"|instead|despite|denie[sd]|den(?:y|ying)|alleg\w{1,5}|false\w{0,2}|untrue|myth)\b|n['’]t\b",
    re.I,
)
_ACCUSED = re.compile(r"\baccus\w{1,4}\b", re.I)
_NOT_YET = re.compile(r"\b(?:will|can|must|should|needs?|ought)\b", re.I)
_AFTER_NAME = re.compile(r"['’]s?\b|\s(?P<next>[a-z][a-z'’-]{0,20})")
_ADVERBS = frozenset(("last", "yesterday", "again", "twice", "outside", "inside", "narrowly", "easily", "comfortably"))
_PARTICIPLES = ("after", "by", "before", "when", "while", "having")
_PRONOUNS = ("he", "she", "it", "they")
_NEXT_TO, _COMMA_ALONE = re.compile(r",?\s?"), re.compile(r",\s?")
_ANY_NAME = re.compile(rf"\b{_NAME}")
_OF_ANOTHER = re.compile(r"\b(?:of|in|at|to|for|from|with|by|against|on|near|over)\s(?:the\s)?$")


class ToldDeed(NamedTuple):
    """Who did what to whom, each by the names it may be, and where that stands in its sentence."""

    deed: str
    doers: frozenset[str]
    whoms: frozenset[str]
    start: int
    end: int

    def has(self, doer: str, whom: str) -> bool:
        """Whether it may be what `doer` did to `whom`."""
        if _one(doer, whom, clubs=False):  # two of one family, by all of their names
            return doer in self.doers and whom in self.whoms
        clubs = self.deed == "beat"
        return any(_one(doer, name, clubs) for name in self.doers) and any(
            _one(whom, name, clubs) for name in self.whoms
        )


def _one(name: str, other: str, clubs: bool) -> bool:
    """Whether two names may be of one: by their last word, those of clubs by their first words too ("Dace City")."""
    last = name.rpartition(" ")[2]
    if last == other.rpartition(" ")[2]:
        whole = f" {name}".endswith(f" {other}") or f" {other}".endswith(f" {name}")
        return whole or last.casefold() not in _CLUBS
    return clubs and (f"{name} ".startswith(f"{other} ") or f"{other} ".startswith(f"{name} "))


@lru_cache(maxsize=1024)
def deed_claimed(text: str) -> ToldDeed | None:
    """The deed that a claim begins with."""
    for form in (_WAS_DONE, _LOST, _DID):
        found = form.search(text)
        if found is None or not _whole(text, found.end()):
            continue
        deed = "beat" if form is _LOST else deed_of(found["verb"], found["part"])
        doer, whom = _name(found["doer"]), _name(found["whom"])
        if deed is not None and doer and whom and doer != whom and not not_done(text, deed, len(text)):
            return ToldDeed(deed, frozenset((doer,)), frozenset((whom,)), found.start(), found.end())
    return None


def deed_of(verb: str, part: str | None) -> str | None:
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


def not_done(text: str, deed: str, stop: int) -> bool:
    """Whether the words up to a place may tell of what was not done, or is only said of somebody."""
    return bool(_NOT_DONE.search(text, 0, stop) or (deed != "accus" and _ACCUSED.search(text, 0, stop)))


def deeds_told(text: str) -> Iterator[tuple[str, ToldDeed]]:
    """What a text tells that one did to another, each with its sentence."""
    before = ""
    for sentence in _sentences(text):
        for told in (*_by_verbs(sentence, before), *_by_those_named(sentence, before), *_by_scores(sentence)):
            if told.doers and told.whoms:
                yield sentence, told
        before = sentence


def _by_verbs(sentence: str, before: str) -> Iterator[ToldDeed]:
    """By active verbs, participles and nouns: whom stands there, who did it is to be found."""
    for form in (_OBJECT, _COMMA, _TO_WIN, _BY_NOUN, _WON_AGAINST):
        for found in _each(form, sentence):
            parts = found.groupdict()
            noun = parts.get("noun") or parts.get("of") or ("win" if form is _WON_AGAINST else None)
            deed = _NOUN_DEEDS[noun] if noun else deed_of(found["verb"], found["part"])
            whom = _name(found["whom"])
            if deed is None or not whom or not_done(sentence, deed, found.start("whom")):
                continue
            if parts.get("lead") in ("by", "before", "when", "while") and _NOT_YET.search(sentence, 0, found.start()):
                continue
            doers = _those_before(sentence, found, before)
            yield ToldDeed(deed, doers - {whom}, frozenset((whom,)), found.start(), found.end())


def _by_those_named(sentence: str, before: str) -> Iterator[ToldDeed]:
    """By passives, and where both are named: who did it stands there."""
    for form in (_PASSIVE, _SOLD, _LOST_TO, _OUT_AT):
        for found in _each(form, sentence):
            deed = {_SOLD: "buy", _LOST_TO: "beat", _OUT_AT: "beat"}.get(form) or deed_of(found["verb"], found["part"])
            doer = _name(found["doer"])
            if deed is not None and doer and not not_done(sentence, deed, found.start("doer")):
                whoms = _those_before(sentence, found, before) - {doer}
                yield ToldDeed(deed, frozenset((doer,)), whoms, found.start(), found.end())
    for form in (_OWN_NOUN, _NOUN_BY):
        for found in _each(form, sentence):
            deed = _NOUN_DEEDS[found.groupdict().get("noun") or found["of"]]
            doer, whom = _name(found["doer"]), _name(found["whom"])
            if doer and whom and not not_done(sentence, deed, found.end()):
                yield ToldDeed(deed, frozenset((doer,)), frozenset((whom,)), found.start(), found.end())
    for found in _each(_HIM, sentence):
        found_deed, doer = deed_of(found["verb"], found["part"]), _name(found["doer"])
        if found_deed is not None and doer and not not_done(sentence, found_deed, found.start("whom")):
            names = _names(sentence, found.start(), all_of_them=True) + _names(before, len(before), all_of_them=True)
            whoms = frozenset(name for name, _ in names) - {doer}
            yield ToldDeed(found_deed, frozenset((doer,)), whoms, found.start(), found.end())


def _by_scores(sentence: str) -> Iterator[ToldDeed]:
    """By lines of scores: "Halden 2-0 Brede", "Halden 3, Brede 2"."""
    for found in _SCORE_LINE.finditer(sentence):
        one, other = _name(found["one"]), _name(found["other"] or found["last"] or "")
        ones, others = int(found["ones"]), int(found["others"])
        if one and other and bool(found["other"]) != bool(found["last"]) and ones != others:
            won, lost = (one, other) if ones > others else (other, one)
            yield ToldDeed("beat", frozenset((won,)), frozenset((lost,)), found.start(), found.end())


def _each(form: re.Pattern[str], sentence: str) -> Iterator[re.Match[str]]:
    """What a form finds from every place on: "Halm after beating Brede" hides no "after beating Brede"."""
    found = form.search(sentence)
    while found is not None:
        yield found
        found = form.search(sentence, found.start() + 1)


def _those_before(sentence: str, found: re.Match[str], before: str) -> frozenset[str]:
    """Who may be meant before a deed: the nearest name, or one of the first two where a participle tells it.

    Behind "he" or "they" any that this sentence or the last has named, behind "and" whom the sentence begins with.
    """
    lead = found.groupdict().get("lead") or ","
    if lead.casefold() in _PRONOUNS:
        names = _names(before, len(before), all_of_them=True) + _names(sentence, found.start(), all_of_them=True)
        return frozenset(name for name, _ in names)
    if lead == "and":
        return frozenset(name for name, _ in _names(sentence, found.start(), all_of_them=False)[:1])
    if lead[0].isupper():
        stop = found.start("lead") + len(lead.partition(" (")[0])
        return frozenset(name for name, _ in _names(sentence, stop, all_of_them=True)[-1:])
    names = _names(sentence, found.start(), all_of_them=lead in ("who", "which"))
    next_to = _COMMA_ALONE if lead in _PARTICIPLES else _NEXT_TO
    beside = lead in ("who", "which") or (names and next_to.fullmatch(sentence, names[-1][1], found.start()))
    wanted = names[-1:] if beside else [*names[:2], *names[-1:]]
    return frozenset(name for name, _ in wanted)


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
