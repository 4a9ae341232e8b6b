"""The sentence of a passage that tells what a claim says, word by word beside the claim's own words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import islice
from typing import NamedTuple

from workbench.comparison.context_window import is_past, stems
from workbench.comparison.senses import same_sense, told_in
from workbench.comparison.stemming import stem

LEAST_TOLD = 0.6
"""The part of the claim's words that a sentence must have to be compared with it word by word."""
MOST_WORDS = 80
"""Words of a sentence that are looked at; tables and lists have no end."""

_SENTENCE_END = re.compile(r"(?<=[.!?;])[\"”’]?\s+|\n+")
_WORD = re.compile(r"\d+(?:[.,]\d+)*|[^\W\d_]+(?:['’-][^\W_]+)*|[,;:()–—]|[^\w\s]")


def set_of(words: str) -> frozenset[str]:
    """The words of a line."""
    return frozenset(words.split())


class PlacedWord(NamedTuple):
    """A word, number or mark of a text: in small letters, its stem, where it stands."""

    text: str
    low: str
    stem: str
    start: int
    end: int

    @property
    def is_word(self) -> bool:
        """Whether it is made of letters."""
        return self.text[0].isalpha()

    @property
    def is_number(self) -> bool:
        """Whether it is a figure or a number word."""
        return self.text[0].isdigit() or self.low in NUMBER_WORDS

    @property
    def is_name(self) -> bool:
        """Whether it begins with a capital."""
        return self.text[0].isupper()


_NUMBERS = """
    one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen
    nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand million billion dozen dozens
    hundreds thousands millions
"""
NUMBER_WORDS = set_of(_NUMBERS)
_HELPERS = """
    is are was were be been being am has have had do does did will would can could may might must shall should
    isn't aren't wasn't weren't hasn't haven't hadn't doesn't don't didn't won't wouldn't can't couldn't
"""
HELPERS = frozenset(_HELPERS.split())
"""Verbs that help others."""
_LITTLE = f"""
    a an the of in on at to for from by with as into over under about after before between during than then also
    and or but nor not no it its he his she her hers him they their them this that these those there who which whose
    what when where while because since until if so too now still already again later only even just yet we our us you
    your i my up down out off per more most less least some any each every all both such {_HELPERS}
"""
LITTLE = frozenset(_LITTLE.split())
"""Words that name nothing."""
PREPOSITIONS = set_of(
    "of in on at to for from by with as into over under about after before between during than across near around "
    "through against within without among above below behind beyond inside outside since until till unlike despite"
)
DETERMINERS = set_of("a an the its his her their our my your this that these those")
PAST_FORMS = {
    "lead": "led", "hold": "held", "sell": "sold", "run": "ran", "keep": "kept", "teach": "taught", "make": "made",
    "build": "built", "win": "won", "pay": "paid", "lai": "laid", "stand": "stood", "speak": "spoke", "grow": "grew",
    "drive": "drove", "fly": "flew", "write": "wrote", "give": "gave", "take": "took", "leav": "left", "buy": "bought",
    "bring": "brought", "send": "sent", "spend": "spent", "know": "knew", "go": "went", "come": "came", "sit": "sat",
    "draw": "drew", "feed": "fed", "sing": "sang", "ride": "rode", "choos": "chose", "get": "got", "belong": "belonged",
    "break": "broke", "fall": "fell", "sink": "sank", "lose": "lost", "steal": "stole", "shoot": "shot",
    "find": "found", "strike": "struck", "throw": "threw", "freez": "froze", "begin": "began", "becom": "became",
    "catch": "caught",
}  # fmt: skip
"""Past forms by the stem of the present one."""
_BASES = {past: base for base, past in PAST_FORMS.items()}
_OPENS_OBJECT = DETERMINERS - set_of("this that these those") | {"to"}
_SAYING = set_of("say says said tell tells told add adds report reports show shows")


def tokens(text: str) -> tuple[PlacedWord, ...]:
    """The words of a text, in order."""
    return tuple(_words(text, 0, len(text)))


def _words(text: str, begin: int, stop: int) -> Iterator[PlacedWord]:
    for match in _WORD.finditer(text, begin, stop):
        word = match.group()
        low = word.casefold().replace("’", "'") if word != "May" or match.start() == begin else word
        yield PlacedWord(word, low, stem(low.removesuffix("'s")), match.start(), match.end())


def is_verb(words: tuple[PlacedWord, ...], at: int) -> bool:
    """Whether a word is likely a finite verb or participle, by its form and by what follows it.

    "Shops" before "the", a number or "to" is what somebody does there; "fell" and "wounded" were done.
    """
    one = words[at]
    if one.low in HELPERS or one.low in _SAYING:
        return True
    if not one.is_word or one.is_name or one.low in LITTLE:
        return False
    if is_past(one.low) or one.low in _BASES or (one.low.endswith("ing") and len(one.low) > 5):
        return True
    after = words[at + 1] if at + 1 < len(words) else None
    follows = after is not None and (after.low in _OPENS_OBJECT or after.is_number)
    return one.low.endswith("s") and not one.low.endswith("ss") and follows


class Telling(NamedTuple):
    """A claim and the sentence of a passage that tells the most of it."""

    claim: tuple[PlacedWord, ...]
    words: tuple[PlacedWord, ...]
    text: str
    """The passage's."""
    claimed: str
    """The claim's text."""
    own: frozenset[str]
    """Stems of all words of the claim."""

    def said(self, first: int, last: int) -> str:
        """The passage's own words from one to another, both counted in."""
        return " ".join(self.text[self.words[first].start : self.words[last].end].split())

    def own_said(self, first: int, last: int) -> str:
        """The claim's own words from one to another, as far as it has them."""
        stop = self.claim[min(last, len(self.claim) - 1)].end
        return " ".join(self.claimed[self.claim[first].start : stop].split()).strip(" .,;")

    def in_claim(self, word: PlacedWord) -> bool:
        """Whether the claim has a word, in this form or in one of the same sense."""
        return word.stem in self.own or (
            word.is_word and len(word.low) > 3 and any(same_sense(word.stem, one) for one in self.own if len(one) > 3)
        )

    def ends_clause(self, at: int) -> bool:
        """Whether nothing more stands at a place, or a mark that ends a clause."""
        return at >= len(self.words) or self.words[at].text in '.,;:!?()–—"”'


@lru_cache(maxsize=2048)
def told_by(claim: str, passage: str) -> tuple[Telling, ...]:
    """The sentences of a passage that have enough of the claim's words, that with the most of them first."""
    wanted = _content(claim)
    if not wanted:
        return ()
    found: list[tuple[float, tuple[PlacedWord, ...]]] = []
    begin = 0
    for stop in [*(match.start() for match in _SENTENCE_END.finditer(passage)), len(passage)]:
        there = _content(passage[begin:stop])
        share = sum(told_in(word, there) for word in wanted) / len(wanted) if there else 0.0
        if share >= LEAST_TOLD:
            found.append((share, tuple(islice(_words(passage, begin, stop), MOST_WORDS))))
        begin = stop
    own = tokens(claim)[:MOST_WORDS]
    stemmed = frozenset(word.stem for word in own)
    found.sort(key=lambda one: -one[0])
    return tuple(Telling(own, words, passage, claim, stemmed) for _, words in found if words)


_DIGITS = re.compile(r"\d[\d.,]*\d|\d")


@lru_cache(maxsize=4096)
def _content(text: str) -> frozenset[str]:
    return frozenset(_BASES.get(word, word) for word in stems(text)) | frozenset(_DIGITS.findall(text))
