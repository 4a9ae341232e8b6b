"""Telling finite verbs without a tagger: closed lists and endings. Wrong at times, which is why trees are preferred."""

from __future__ import annotations

from collections.abc import Sequence

from workbench.language.grammar.lexicon import AUXILIARIES, SAYING
from workbench.language.text.tokenizer import Word, word_set

IRREGULAR_PAST = word_set(
    """
    became began broke brought built bought came caught chose came cut did drew drove fell fed felt fought found
    fled flew forgot gave went got grew had heard hid hit held hurt kept knew laid led left lent let lost made
    meant met paid put quit ran read rode rose said sank saw sold sent set shook shot shrank shut sang sat slept
    spoke spent spread stood stole struck swore swept swam took taught tore told thought threw understood woke
    won wore withdrew wrote
    """
)
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
    works writes launch plan say warn face agree exist remain want
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


SAME_IN_PAST = word_set("cut put set let hit shut quit hurt cost spread cast burst split read beat come run become")
"""Verbs whose past tense or participle is written as in "to put"."""

_PARTICIPLES = word_set(
    """
    born begun broken built chosen done drawn driven eaten fallen flown given gone grown hidden known ridden risen
    seen shaken shown spoken stolen sworn taken thrown torn woken worn written
    """
)


def is_bare(verb: str) -> bool:
    """Whether a verb is written as in "to get": no past tense, no third person, not in -ing."""
    lower = verb.lower()
    return not (lower.endswith(("ed", "ing", "s")) or lower in IRREGULAR_PAST | _PARTICIPLES | SAME_IN_PAST)


def is_finite(words: Sequence[Word], index: int) -> bool:
    """Whether word `index` looks like a finite verb of its clause."""
    word = words[index]
    lower = word.lower
    if lower in AUXILIARIES:
        return True
    if not word.is_word or (word.capital and index > 0 and lower not in SAYING):
        return False
    before = words[index - 1].lower if index else ""
    if lower in IRREGULAR_PAST or lower in PRESENT:
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
