"""The other end of a deed: "is owed" for "owes", "from Leeds" for "to Leeds", "borrowed" for "lent".

All other words are the same, amounts too, and what is told is another thing: no support, and no refutation either, as
a library may lend and borrow.
"""

from __future__ import annotations

import re
from itertools import takewhile

from workbench.comparison.outcomes import Comparison, Outcome
from workbench.comparison.stemming import stem
from workbench.comparison.told_words import PAST_FORMS, PlacedWord, Telling, set_of

_END_WORDS = """
    lend - borrow | buy - sell | import - export | use consume - produce generate make | score - concede
    | hire recruit - employ | teach - learn | pay - receive get | give donate - receive get | send - receive get
    | win gain - hold have | enter - leave | arrive - depart leave | offer - accept | ask - answer | emit - absorb
"""
_MORE_FORMS = {"lent": "lend", "has": "have", "had": "have", "given": "give"}
_BASES = {past: stem(base) for past, base in ({past: base for base, past in PAST_FORMS.items()} | _MORE_FORMS).items()}
_TWO_OBJECTS_WORDS = "owe pay give lend award offer promise grant teach charge allocate deny refuse bill send"
_TWO_OBJECTS = frozenset(map(stem, _TWO_OBJECTS_WORDS.split()))
"""Verbs of which one who does it and one to whom it is done can stand in front: "owes", "is owed"."""
_IS = set_of("is are was were be been being")
_LED = re.compile(r"\b(?P<way>to|from)\s(?P<where>[A-Z][^\W\d_]{2,30}(?:\s[A-Z][^\W\d_]{2,30})?)")
_BOTH_WAYS = re.compile(
    r"\b(?:distance|between|border|route|line|road|railway|kilomet\w+|km|miles?|and\sback|return)\b", re.I
)


_FOR = re.compile(r"\b(?P<way>for|against|with)\s(?:the\s)?(?P<whom>[A-Z][\w’'-]{2,20}(?:\s[A-Z][\w’'-]{2,20})?)")
_LISTED = r"[A-Z][\w’'-]{2,20}(?:\s[A-Z][\w’'-]{2,20})?(?:,\s(?:(?:and|or)\s)?|\s(?:and|or)\s)(?:the\s)?"
_CLAUSES = re.compile(r"[,;:–—]\s|\s(?:and|but|while|although|though|who|which)\s")


def _ends() -> dict[str, frozenset[str]]:
    table: dict[str, frozenset[str]] = {}
    for pair in _END_WORDS.split("|"):
        sides = [frozenset(map(stem, side.split())) for side in pair.split("-")]
        for one, other in (sides, sides[::-1]):
            for word in one:
                table[word] = table.get(word, frozenset()) | other
    return table


_OTHERS = _ends()


def other_end(told: Telling) -> Comparison | None:
    """What the claim says one did, where the passage says of the same one what is done at the other end."""
    return _done_to(told) or _to_whom(told) or _other_way(told) or _for_another(told) or _counterpart(told)


def _key(word: PlacedWord) -> str:
    return _BASES.get(word.low, word.stem)


def _done_to(told: Telling) -> Comparison | None:
    """ "Is owed four million" for "owes four million"."""
    for own, word in enumerate(told.claim):
        if _key(word) not in _TWO_OBJECTS or not own:
            continue
        for at, other in enumerate(told.words):
            if _key(other) != _key(word) or not at:
                continue
            passive = [_is_passive(told.claim, own), _is_passive(told.words, at)]
            if passive[0] != passive[1] and _one_subject(told, own, at):
                return Comparison(Outcome.ANOTHER, told.own_said(own - passive[0], own), told.said(at - passive[1], at))
    return None


_OBJECT = {"he": "him", "she": "her", "they": "them", "we": "us", "i": "me"}


def _to_whom(told: Telling) -> Comparison | None:
    """ "Gave him 900 euros" for "he gave 900 euros"; what is told of two names is compared as it stands."""
    for own, word in enumerate(told.claim):
        whom = _OBJECT.get(told.claim[own - 1].low) if own else None
        if whom is None or word.is_name:
            continue
        for at, other in enumerate(told.words[:-1]):
            if at and _key(other) == _key(word) and told.words[at + 1].low == whom and not _one_subject(told, own, at):
                return Comparison(Outcome.ANOTHER, told.own_said(own - 1, own), told.said(at, at + 1))
    return None


def _is_passive(words: tuple[PlacedWord, ...], at: int) -> bool:
    return words[at - 1].low in _IS and not words[at].low.endswith("ing")


def _one_subject(told: Telling, own: int, at: int) -> bool:
    """Whether right before both verbs, helpers left out, the same word stands."""
    mine, theirs = (_before(words, place) for words, place in ((told.claim, own), (told.words, at)))
    return mine is not None and theirs is not None and mine.stem == theirs.stem


_HELPS = _IS | set_of("has have had will would still also now")


def _before(words: tuple[PlacedWord, ...], at: int) -> PlacedWord | None:
    return next((word for word in reversed(words[:at]) if word.low not in _HELPS), None)


def _other_way(told: Telling) -> Comparison | None:
    """ "The train from Leeds" for "the train to Leeds"."""
    text = told.text[told.words[0].start : told.words[-1].end]
    if _BOTH_WAYS.search(told.claimed) or _BOTH_WAYS.search(text):
        return None
    mine, theirs = ({(found["where"], found["way"]) for found in _LED.finditer(said)} for said in (told.claimed, text))
    for where, way in sorted(mine):
        other = "from" if way == "to" else "to"
        if (where, other) in theirs and (where, way) not in theirs and (where, other) not in mine:
            return Comparison(Outcome.ANOTHER, f"{way} {where}", f"{other} {where}")
    return None


def _for_another(told: Telling) -> Comparison | None:
    """ "Kern scored for Fulham" for "Kern scored for Everton"."""
    text = told.text[told.words[0].start : told.words[-1].end]
    mine = {(found["way"].lower(), found["whom"]) for found in _FOR.finditer(told.claimed)}
    subject = [word.text for word in takewhile(lambda word: word.is_name, told.claim)]
    if len(mine) != 1 or not subject:
        return None
    way, whom = next(iter(mine))
    if re.search(rf"\b{way}\s(?:the\s)?(?:{_LISTED}){{0,4}}{re.escape(whom)}", text):
        return None  # "for Larkmoor and Norvex"
    for clause in _CLAUSES.split(text):
        if re.search(rf"\b{re.escape(subject[-1])}\b", clause) is None or whom in clause:
            continue
        other = next((found for found in _FOR.finditer(clause) if found["way"].lower() == way), None)
        if other is not None and not any(word in other["whom"] for word in subject):
            return Comparison(Outcome.ANOTHER, f"{way} {whom}", " ".join(other.group().split()))
    return None


def _counterpart(told: Telling) -> Comparison | None:
    """ "Borrowed 900 books" for "lent 900 books"."""
    there = {_key(word) for word in told.words}
    for own, word in enumerate(told.claim):
        others = _OTHERS.get(_key(word), frozenset())
        if not own or not others or _key(word) in there or there.intersection(_OTHERS.get(_key(word), ())) == set():
            continue
        at = next((at for at, one in enumerate(told.words) if _key(one) in others), None)
        if at and _one_subject(told, own, at) and _one_object(told, own, at):
            return Comparison(
                Outcome.ANOTHER, told.own_said(own, own + 1), told.said(at, min(at + 1, len(told.words) - 1))
            )
    return None


def _one_object(told: Telling, own: int, at: int) -> bool:
    """Whether a word that stands right behind the claim's verb stands behind the passage's too."""
    mine = {word.stem for word in told.claim[own + 1 : own + 4] if word.is_word or word.is_number}
    return bool(mine & {word.stem for word in told.words[at + 1 : at + 5]})
