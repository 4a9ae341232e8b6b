"""How near a passage in another language than English is to what was asked: by its words and amounts alone.

There the encoder finds every text like whatever is written in its language. A passage is near that holds enough of the
words that tell what is asked about, more than its subject alone, or an amount that hardly two things share, or an
amount of the same kind of the same subject.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from workbench.domain.evidence import Hit
from workbench.domain.quantities import Quantity, QuantityKind
from workbench.language.numbers.numbers import CARDINALS
from workbench.language.text.analyzer import words as counted_words
from workbench.language.text.stemmers import ENGLISH, analysed_as
from workbench.services.search.explaining import facts_of

SHARED = 0.4
"""Of the counted words that were asked for."""
_UNDIVIDED = re.compile(
    "[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\uf900-\ufaff]+"
)
"""Letters of Thai, Lao, Burmese, Khmer, Chinese, Japanese and Korean: their words stand without blanks, or with endings
that nothing here takes off."""
_YEAR = frozenset(
    ["jahr", "an", "annee", "ano", "anno", "jaar", "rok", "roku", "lat", "год", "году", "рік", "році", "yil", "yilinda"]
)
_COSTS = frozenset(["kost", "kosten", "cout", "coutent", "cost", "cust", "koszt", "kosztow", "kosztuj"])
"""What every sum of money may stand beside."""
_FEW, _TELLING, _BEGINNING, _OF_WORD, _ENDING = 2, 1_000, 5, 0.7, 4
"""Words of a short question; from which number on one tells a thing; letters that two forms of a word share at least,
and which part of the longer one; letters of an ending."""
_COMPOUNDING = frozenset({"de", "nl", "sv", "da", "no", "fi", "hu"})
"""Languages in which what a word begins with may be another word."""
_SHARES = frozenset({QuantityKind.PERCENT, QuantityKind.RATIO})
_NO_SMALL = 10
_ROUND = re.compile(r"[1-9]0*")


class _Word(NamedTuple):
    stem: str
    capital: bool
    """Whether it is written as names are, right behind another word of the text or small words."""


def shares_words(hit: Hit, text: str) -> bool:
    """Whether a passage in another language than the models learned is near what was asked, by words and amounts.

    English passages always are: there the models tell.
    """
    language = hit.source.language or ENGLISH
    if language == ENGLISH:
        return True
    return near(text, f"{hit.source.title}\n{hit.passage.text}", language)


def near(asked: str, passage: str, language: str) -> bool:
    """Whether a passage is near what is asked.

    Args:
        asked: A statement or words.
        passage: With its title.
        language: The passage's.
    """
    pairs = _pairs(asked)
    if pairs:
        there = _pairs(passage) | {one.stem for one in _words(passage, language)}
        wanted = pairs | {one.stem for one in _words(asked, language)}
        return len(wanted & there) >= SHARED * len(wanted) or bool(_same_amount(asked, passage, language))
    wanted_words = _words(asked, language)
    held = [_holds(one.stem, _stems(passage, language), language) for one in wanted_words]
    things = _things(wanted_words, held)
    same = _same_amount(asked, passage, language)
    if same and (things or same == "telling"):
        return True
    kind = _same_kind(asked, passage, language) if things else ""
    if kind and things >= (_FEW if kind == "share" else 1):
        return True
    if len(wanted_words) <= _FEW and not _amounts(asked, language) and not _dated(asked, language):
        return any(held)
    return things >= _FEW and sum(held) >= SHARED * len(held)


def _pairs(text: str) -> set[str]:
    """Of letters whose words are not divided, each two neighbours."""
    return {run[at : at + 2] for run in _UNDIVIDED.findall(text) for at in range(max(1, len(run) - 1))}


@lru_cache(maxsize=1_000)
def _words(text: str, language: str) -> tuple[_Word, ...]:
    """The words of a text that tell what it is about: no figures and numbers, no units and sums of money, no "year"."""
    code = analysed_as(language)
    numerals = CARDINALS.get(code, {})
    amounts = [(one.start, one.end) for one in _amounts(text, language) if one.currency or one.kind in _MEASURED]
    found: list[_Word] = []
    for one in counted_words(_UNDIVIDED.sub(lambda run: " " * len(run.group()), text), code):
        written = text[one.start : one.end]
        if any(map(str.isdecimal, one.stem)) or one.stem in _YEAR | _COSTS or written.lower() in numerals:
            continue
        if any(start <= one.start < end for start, end in amounts) or _SCALE.fullmatch(written):
            continue
        found.append(_Word(one.stem, written[:1].isupper() and bool(found)))
    return tuple(found)


_MEASURED = frozenset({QuantityKind.MEASURE, QuantityKind.PERCENT})
_SCALE = re.compile(
    r"(?:mio|mrd|mln|mld|mill?i?on\w*|milh(?:ão|ões)|milli?ard\w*|bilion\w*|tausend|mille|mil|mila|tysi\w+|tys|duizend|"
    r"miljoen|miljard|тыс\w*|млн|млрд|мільйон\w*|мільярд\w*|миллион\w*|миллиард\w*|milyon|milyar|bin|prozent|"
    r"pour|cent|ciento|cento|procent\w*|процент\w*|відсотк\w*)",
    re.IGNORECASE,
)
"""Words of a number."""


@lru_cache(maxsize=1_000)
def _stems(text: str, language: str) -> frozenset[str]:
    return frozenset(one.stem for one in _words(text, language))


def _holds(stem: str, there: frozenset[str], language: str) -> bool:
    """Whether a text has a word of this stem, or one that begins as it does ("Unterschriften", "unterschrieben")."""
    return stem in there or (len(stem) >= _BEGINNING and any(_alike(stem, other, language) for other in there))


def _alike(one: str, other: str, language: str) -> bool:
    least, most = sorted((len(one), len(other)))
    if least < _BEGINNING or one[:_BEGINNING] != other[:_BEGINNING]:
        return False
    shared = next((at for at in range(least) if one[at] != other[at]), least)
    ending = shared == least and most - least <= _ENDING and language not in _COMPOUNDING
    return ending or shared >= _OF_WORD * most or shared >= 2 * _BEGINNING - 1


def _things(wanted: Sequence[_Word], held: Sequence[bool]) -> int:
    """How many things of a question a text holds: a noun and the name right behind it are one ("Molkerei Hagen")."""
    count = 0
    for at, is_held in enumerate(held):
        named = at > 0 and wanted[at].capital and held[at - 1]
        count += is_held and not named
    return count


def _amounts(text: str, language: str) -> list[Quantity]:
    return [one for one in facts_of(text, None, language=language).quantities if one.low is not None]


def _dated(text: str, language: str) -> bool:
    return len(facts_of(text, None, language=language).times) > 0


def _both(asked: str, passage: str, language: str) -> Iterator[tuple[Quantity, Quantity]]:
    there = _amounts(passage, language)
    for one in _amounts(asked, language):
        for other in there:
            yield one, other


def _same_amount(asked: str, passage: str, language: str) -> str:
    """Whether a passage tells one of the amounts asked for: "telling" where it is one that hardly two things share."""
    found = ""
    for one, other in _both(asked, passage, language):
        if one.low != other.low or (one.currency and other.currency and one.currency != other.currency):
            continue
        if _ranks(one) or _ranks(other) or (one.kind in _SHARES) is not (other.kind in _SHARES):
            continue
        whole = f"{one.low:.0f}" if one.low is not None and float(one.low).is_integer() else ""
        money = one.currency is not None and other.currency is not None
        apart = one.unit and other.unit and not _same_unit(one.unit, other.unit, language)
        if whole and abs(float(whole)) >= _TELLING and not apart and (money or not _ROUND.fullmatch(whole)):
            return "telling"
        found = "same"
    return found or ("same" if _is_between(asked, passage, language) else "")


def _is_between(asked: str, passage: str, language: str) -> bool:
    """Whether an amount asked for is what two of the passage differ by: "13.000 weniger", "118.000 … 131.000"."""
    there = sorted({one.low for one in _amounts(passage, language) if one.low is not None and one.kind not in _SHARES})
    apart = {round(more - less, 6) for at, less in enumerate(there) for more in there[at + 1 :]}
    return any(
        one.low is not None and one.low >= _NO_SMALL and round(one.low, 6) in apart
        for one in _amounts(asked, language)
        if one.kind not in _SHARES and not _ranks(one)
    )


def _same_kind(asked: str, passage: str, language: str) -> str:
    """What of one kind both tell: a "sum" of one currency, in one unit, of one thing counted; a "share"."""
    found = ""
    for one, other in _both(asked, passage, language):
        if one.kind in _SHARES and other.kind in _SHARES:
            found = found or "share"
        elif (one.currency is not None and one.currency == other.currency) or (
            one.kind is other.kind
            and one.kind in (QuantityKind.MEASURE, QuantityKind.COUNT)
            and _same_unit(one.unit, other.unit, language)
        ):
            return "sum"
    return found


def _same_unit(one: str | None, other: str | None, language: str) -> bool:
    """Whether what is counted or measured is the same: "480 Bäume", "612 Bäume"."""
    if not one or not other:
        return False
    return one == other or bool(_stems(one, language) & _stems(other, language))


def _ranks(one: Quantity) -> bool:
    return one.kind in (QuantityKind.ORDINAL, QuantityKind.SUPERLATIVE)
