"""What an earlier fact check says about a claim: its rating decides, never that it repeats the claim's words.

A check that rates "The bridge cost 3 million" as False repeats these words and refutes them.
"""

from __future__ import annotations

import re
from dataclasses import replace
from enum import StrEnum

from workbench.comparison.stemming import stem
from workbench.domain.documents import FactCheck
from workbench.domain.evidence import Source, StanceSuggestion


class Truth(StrEnum):
    """What a rating means for the claim it rates."""

    TRUE = "true"
    FALSE = "false"
    OPEN = "neither true nor false"
    """Half true, misleading, unproven, satire, and every rating that is not known."""


LOW, HIGH = 0.3, 0.8
"""Where on its own scale (0 lowest, 1 highest) a rating in figures counts as false or true. On the usual five steps
the lowest two are false and the highest is true, on six the lowest two and the highest two: as their words say."""

_LONGEST = 12
_OPEN = re.compile(
    r"[?？]|\b(?:half|partly|partially|mixture|mixed|mislead\w*|missing context|lacks? context|needs? context|"
    r"unproven|unverified|"
    r"unsupported|no evidence|not proven|unknown|undetermined|research in progress|satire|outdated|exaggerat\w*|cherry|"
    r"two pinocchios|disputed|it depends|complicated|in dispute|spins? the facts|"
    r"teilweise|halb|irreführend|unbelegt|fehlender kontext|größtenteils richtig mit|"
    r"à moitié|trompeur\w*|partiellement|contexte|à nuancer|"
    r"media verdad|engañoso|engañosa|medio|parcial\w*|impreciso|sin contexto|verdad a medias|"
    r"fuorviante|impreciso|in parte|enganoso|fora de contexto|meia verdade|"
    # two sides in one rating
    r"or|oder|ou|but|however|though|with reservations|once|aber|jedoch|mais|pero|sino|però|mas|maar|ale|но|men)\b",
    re.IGNORECASE,
)
_FALSE_WORDS = """
    false falsehood incorrect wrong fake hoax fabricated untrue inaccurate bogus debunked baseless altered doctored
    manipulated misattributed lie
    falsch unwahr gefälscht erfunden faux fausse infox mensonge falso falsa bulo mentira incorrecto incorrecta errado
    incorreto bufala onwaar fałsz fałszywe nieprawda nepravda фейк ложь неправда falskt falsk
    yanlış गलत असत्य 错误 誤り خطأ
"""
_FALSE_PHRASES = re.compile(r"\b(?:pants on fire|(?:three|four) pinocchios|barely true|fuori strada)\b", re.IGNORECASE)
_TRUE_WORDS = """
    true correct accurate right confirmed legit
    wahr richtig stimmt korrekt vrai vraie verdadero verdadera cierto cierta verdad correcto correcta vero vera corretto
    verdadeiro verdadeira verdade correto waar prawda правда sant riktigt sandt
"""
_TRUE_PHRASES = re.compile(r"\bgeppetto checkmark\b", re.IGNORECASE)
_DENYING_WORDS = "not no nicht pas non não niet nie не inte ikke isn't isn’t wasn't wasn’t aren't aren’t"
_HEDGED_WORDS = """
    never longer hardly scarcely barely nothing neither nor none far kein keine kaum jamais nunca mai nooit nigdy mica
    was war était era
"""
"""Words behind which a rating is neither: what was true, what is hardly so."""
_LIGHT_WORDS = """
    it is are this that the a an rating rated verdict our we claim claims statement attribution quote quotation photo
    picture image video story post content information news es das ist die der eine so bewertung behauptung aussage
    c'est c’est ce cela est n'est n’est une un la le information affirmation es eso esto una afirmación è é questo isto
    o a het dat to jest je
"""
_DEGREES = """
    mostly largely basically substantially essentially absolutely completely totally entirely fully very plainly clearly
    simply überwiegend größtenteils weitgehend völlig komplett plutôt totalement totalmente completamente complètement
"""
_FALSE, _TRUE, _DENYING, _HEDGED = (
    frozenset(words.split()) for words in (_FALSE_WORDS, _TRUE_WORDS, _DENYING_WORDS, _HEDGED_WORDS)
)
_LIGHT, _DEGREE = frozenset(_LIGHT_WORDS.split()), frozenset(_DEGREES.split())
_EXPLAINED = re.compile(r"[.:;!–—]\s|\s-\s")
_WORD = re.compile(r"[^\s.,:;!?¿¡()\"“”«»।]+")


def truth_of(check: FactCheck) -> Truth:
    """What a check's rating means: its words decide, its figures where the words are not known.

    A denial turns one word of truth alone ("Not true"); beside any other ("Not entirely true", "Not false", "No longer
    true") the rating is neither. So is one with two sides, and where there are no figures one whose other words are not
    known ("Right-wing rumour"). What stands behind a full stop or colon explains it.
    """
    if len(check.rating.split()) <= _LONGEST and (said := _said_by(check.rating)) is not None:
        return said
    if check.truth is None:
        return Truth.OPEN
    return Truth.FALSE if check.truth <= LOW else Truth.TRUE if check.truth >= HIGH else Truth.OPEN


def _said_by(rating: str) -> Truth | None:
    """What the words of a rating say, None where they are not known."""
    if _OPEN.search(rating):
        return Truth.OPEN
    words = _FALSE_PHRASES.sub(" false ", _TRUE_PHRASES.sub(" true ", rating)).casefold()
    found = _WORD.findall(_EXPLAINED.split(words, maxsplit=1)[0])
    sides = {Truth.FALSE: _FALSE.intersection(found), Truth.TRUE: _TRUE.intersection(found)}
    told = [truth for truth, side in sides.items() if side]
    if not told:
        return Truth.OPEN if _DENYING.intersection(found) else None
    denied = sum(word in _DENYING for word in found)
    left = [word for word in found if word not in _LIGHT and word not in _DENYING and word not in sides[told[0]]]
    if len(told) > 1 or denied > 1 or _HEDGED.intersection(found):
        return Truth.OPEN
    if denied:
        return Truth.FALSE if told == [Truth.TRUE] and not left else Truth.OPEN
    return told[0] if _DEGREE.issuperset(left) else None


def rated_by(source: Source) -> str:
    """How an earlier check rated its claim and who did ("rated False by Harbour Check"); empty for other sources."""
    if source.fact_check is None:
        return ""
    who = source.publisher or source.author
    return f"rated {source.fact_check.rating}" + (f" by {who}" if who else "")


_WORD_OR_NUMBER = re.compile(r"\w+(?:[.,]\d+)*")
_ARTICLES = frozenset(("the", "a", "an", "that", "has", "have", "had", "is", "are", "was", "were"))
_AGAINST = {"supports": "refutes", "leans supports": "leans refutes", "repeats": "refutes"}
_UNDECIDED = frozenset(("supports", "refutes", "leans supports", "leans refutes", "repeats"))


def by_rating(said: StanceSuggestion, source: Source, claim: str) -> StanceSuggestion:
    """The stance of a fact check: what the reading of its claim's words says, turned by its rating.

    Args:
        said: What the claim that was checked says about the claim at hand, word by word.
        source: Where it comes from.
        claim: The claim at hand.
    Returns:
        A check that rates the same claim as false refutes it, by the probability that it is the same claim; one whose
        claim says more ("has doubled" for "has risen"), or sets the same words otherwise, leans to that at most. That
        the opposite of a claim was rated false proves nothing. A rating between true and false is context.
    """
    if source.fact_check is None:
        return said
    if _in_the_same_words(source.fact_check.claim, claim):
        rest = (1 - SAME_WORDS) / 2
        said = replace(said, label="supports", supports=SAME_WORDS, refutes=rest, neutral=rest)
    truth = truth_of(source.fact_check)
    compared = "; ".join(filter(None, (rated_by(source), said.comparison)))
    if truth is Truth.TRUE:
        label = "supports" if said.label == "repeats" else said.label
        return replace(said, label=label, comparison=compared)
    if truth is Truth.FALSE:
        label = _AGAINST.get(said.label, "context" if said.label in _UNDECIDED else said.label)
        if label == "refutes" and not _says_no_more(source.fact_check.claim, claim):
            label = "leans refutes"
        same = max(said.supports, said.neutral) if said.label == "repeats" else said.supports
        return replace(said, label=label, supports=0.0, refutes=same, neutral=1.0 - same, comparison=compared)
    label = "context" if said.label in _UNDECIDED else said.label
    return replace(said, label=label, supports=0.0, refutes=0.0, neutral=1.0, comparison=compared)


SAME_WORDS = 0.99
"""How surely a check is of the claim that has its very words, whatever a network makes of them."""


def _in_the_same_words(checked: str, claim: str) -> bool:
    """Whether two claims have the same words in the same order, "the" and "a" left out."""
    one, other = (
        [word for word in _WORD_OR_NUMBER.findall(text.casefold()) if word not in ("the", "a", "an")]
        for text in (checked, claim)
    )
    return one == other


def _says_no_more(checked: str, claim: str) -> bool:
    """Whether all that a checked claim says stands in a claim, in its order: what is false then is false of both."""
    here = iter([stem(word) for word in _words(claim)])
    return all(stem(word) in here for word in _words(checked))


def _words(text: str) -> list[str]:
    return [word for word in _WORD_OR_NUMBER.findall(text.casefold()) if word not in _ARTICLES]
