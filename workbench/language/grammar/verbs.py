"""Telling finite verbs without a tagger: closed lists and endings. Wrong at times, which is why trees are preferred."""

from __future__ import annotations

from collections.abc import Sequence

from workbench.language.grammar.irregular_verbs import PARTICIPLES, PASTS, SAME
from workbench.language.grammar.lexicon import AUXILIARIES, SAYING
from workbench.language.text.tokenizer import Word, word_set

PRESENT = word_set(
    """
    allows applies appears asks attracts backs becomes begins believes belongs blames brings carries causes
    claims comes considers consists contains continues controls costs covers creates cuts deals depends
    describes employs ends enters exceeds expects expires faces fails falls feels finds focuses follows forms
    gets gives goes grows happens has helps holds hopes hosts includes increases involves keeps knows lacks
    launches leads leaves lets lies lives loses makes marks means meets moves needs offers opens operates
    opposes owns pays plans plays provides puts raises ranges reads receives recognises relies remains replaces
    represents requires results runs says seeks sees sells sends serves shows sits spends stands starts stays
    stops suffers supports takes tells tends thinks transfers tries turns uses visits votes wants warns wins
    works writes cost launch plan say warn face agree exist remain want
    """
)
_NOT_BEFORE_PAST = word_set(
    """
    the a an of by this that these those his her its their our my your been being be is are was were 's very
    more most so too in on at for with to from and or as some many several newly recently highly
    """
)
_ED_NOUNS = word_set(
    """
    red bed shed seed feed speed need indeed hundred embed united exceed breed weed wed led
    """
)


def is_bare(verb: str) -> bool:
    """Whether a verb is written as in "to get": no past tense, no third person, not in -ing."""
    lower = verb.lower()
    return not (lower.endswith(("ed", "ing", "s")) or lower in PASTS | PARTICIPLES | SAME)


def is_past(lower: str) -> bool:
    """Whether a word in small letters is written as a past tense: "fell", "opened"."""
    return lower in PASTS or lower.endswith("ed")


def is_finite(words: Sequence[Word], index: int) -> bool:
    """Whether word `index` looks like a finite verb of its clause."""
    word = words[index]
    lower = word.lower
    if lower in AUXILIARIES:
        return True
    if not word.is_word or (word.capital and index > 0 and lower not in SAYING):
        return False
    before = words[index - 1].lower if index else ""
    if lower in PASTS or lower in PRESENT:
        return before not in {"the", "a", "an", "to", "of", "its", "their", "his", "her", "by", "in", "no", "at"}
    if lower in SAYING and not lower.endswith("ing"):
        return before not in _NOT_BEFORE_PAST
    if lower.endswith("ed") and len(lower) > 3 and lower not in _ED_NOUNS:
        after = words[index + 1].lower if index + 1 < len(words) else ""
        return before not in _NOT_BEFORE_PAST and after not in {"by"} and before != ","
    return False


def has_finite(words: Sequence[Word], start: int, end: int) -> bool:
    """Whether any of `words[start:end]` looks like a finite verb."""
    return any(is_finite(words, i) for i in range(start, end))
