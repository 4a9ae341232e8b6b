"""Amounts in a text as data: counts, money, per cent, ratios, measures, ranges, vague numbers, ranks."""

from __future__ import annotations

import itertools
import math
import re
from bisect import bisect_left, bisect_right, insort
from collections.abc import Iterator
from dataclasses import replace

from workbench.domain.quantities import Bound, Quantity, QuantityKind
from workbench.language.grammar.verbs import is_past
from workbench.language.numbers.amount_bounds import bounded, turned
from workbench.language.numbers.amounts_in_context import amounts_by_words, by_neighbours
from workbench.language.numbers.counted_elsewhere import counted_elsewhere
from workbench.language.numbers.han_amounts import LANGUAGES as HAN
from workbench.language.numbers.han_amounts import han_amounts
from workbench.language.numbers.home_currency import home_currencies
from workbench.language.numbers.legible import legible
from workbench.language.numbers.name_numbers import is_name_rank
from workbench.language.numbers.number_labels import is_no_rank
from workbench.language.numbers.numbers import CARDINALS, ORDINALS
from workbench.language.numbers.plain_amounts import Home, amounts
from workbench.language.numbers.quantity_patterns import alternatives, base_language, patterns_of, value_of
from workbench.language.numbers.ratios import ratios, twice
from workbench.language.numbers.ratios_elsewhere import LANGUAGES as PARTED
from workbench.language.numbers.ratios_elsewhere import ratios_elsewhere
from workbench.language.numbers.script_amounts import LANGUAGES as SCRIPTS
from workbench.language.numbers.script_amounts import script_amounts
from workbench.language.numbers.units import BOUNDS, NO_SUPERLATIVE, SUPERLATIVES, VAGUE
from workbench.language.text.tokenizer import word_set

CONTEXT = 120
"""Characters before the part that is read which the patterns may look back at."""

_FUNCTION = word_set(
    """
    the a an of in on at to for from by with and or but as that which who is are was were be been has have had
    will would could should may might can after before since during over under than more less per into out off
    up down last this next each every its their his her our it they he she we you i not also only just when
    while if because so ago later earlier old working about against between among through across within without
    didn doesn don isn wasn aren weren hasn haven hadn wouldn couldn
    vs v versus plus minus there then now both still alive today yesterday tomorrow tonight
    """
)


_RANK = re.compile(
    rf"(?<![\w-])(?:(?P<word>{alternatives(list(ORDINALS))})|(?P<digits>\d{{1,3}})(?:st|nd|rd|th)"
    rf"|(?:number|no\.|#)\s?(?P<number>\d{{1,3}}|one|two|three))(?!\w|-(?![a-z]{{2,14}}est\b|(?:most|least|worst)\b))",
    re.IGNORECASE,
)
_RANKED_BY = re.compile(r"[\s-](?P<by>[a-z]{2,14}est|most|least|worst)\b", re.IGNORECASE)
_A_SECOND = re.compile(
    r"\bper\s{1,2}$|\b(?:\w{0,6}met(?:re|er)s?|miles?|feet|foot|inch(?:es)?|lit(?:re|er)s?|gallons?|tons?|tonnes?|"
    r"\w{0,6}grams?|\w{0,4}bits?|\w{0,4}bytes?|[kmg]b|k?m|frames?|beats?|words?|cycles?|revolutions?|rotations?|rounds?|"
    r"shots?|drops?|degrees?|times|requests?|queries|transactions?|calculations?|operations?)\s{1,2}a\s{1,2}$",
    re.IGNORECASE,
)
"""What "second" stands behind as the unit of time: "40 litres a second"."""
_ON_THE = re.compile(r"\b(?:on|by|until|from|before|after)\s+the\s+$", re.IGNORECASE)
_NO_NOUN_AFTER = re.compile(r"\s*(?:[.,;:)]|$)|\s+(?:at|in|of|from|to|until|for|and|with)\b", re.IGNORECASE)
_NO_SUPERLATIVE = re.compile(
    r"\bat\s+(?:the\s+)?(?:very\s+)?(?:best|worst|latest|earliest)\b|\bbest(?=[\s-](?:known|friends?|man|wishes)\b)",
    re.IGNORECASE,
)
"""What says only what may be or how well: "on Friday at the earliest", "best known for"."""
_SUPERLATIVE = re.compile(
    rf"\b(?:(?P<plain>{'|'.join(sorted(SUPERLATIVES))})(?!\w)|(?:the\s+)(?:most|least)\s+[a-z]+|"
    rf"(?<!\bon\s)(?<!\boff\s)(?<!\bfor\s)(?:the|a|an|all-time|new)\s+record\b(?!\s+(?:label|company|store|shop|"
    rf"player|office|deal|keep\w*|books?|of|shows?|contract|collection)\b)|record\s+(?:high|low|number|level|"
    rf"levels|\d))",
    re.IGNORECASE,
)
_RANKS_ELSEWHERE = {
    "fr": re.compile(r"(?<![\w.,])(?P<rank>\d{1,4})(?:er|ère|re|ème|eme|e|nde?)(?!\w)"),
    "es": re.compile(r"(?<![\w,])(?P<rank>\d{1,4})\.?[ºª°](?!\s?[CF])(?!\w)"),
    "de": re.compile(
        r"(?<![\w.,])(?P<rank>\d{1,3})\.(?=\s+(?:Platz|Rang|Stelle|Mal|Jahrestag|Etage|Runde|"
        "Amtszeit)\b)"
    ),
}
_RANKS_ELSEWHERE["it"] = _RANKS_ELSEWHERE["pt"] = _RANKS_ELSEWHERE["es"]
"""Ordinals in figures: "97e", "3ª", "2. Platz"."""
COUNTED_IN_ED = word_set(
    """
    seed seeds breed breeds shed sheds bed beds weed weeds hundred confirmed suspected reported registered recorded
    armed wounded injured displaced used unused skilled licensed unlicensed qualified trained experienced convicted
    jailed accused elected appointed listed retired disabled unemployed employed limited fixed planned proposed
    abandoned damaged destroyed detained related selected completed married unmarried vaccinated unvaccinated infected
    deprived paid unpaid salaried uniformed occupied enriched gifted aged alleged
    """
)
"""Nouns, and participles that stand before what is counted as adjectives do."""


def _is_verb(lower: str) -> bool:
    """Whether a word behind a number is plainly a verb, and nothing that it counts: "212 dropped", "fourteen do"."""
    return (is_past(lower) or lower in {"do", "does", "go", "goes"}) and lower not in COUNTED_IN_ED


_UNIT = re.compile(r"[\s-]+([^\W\d_]+(?:-[^\W\d_]+)?)")
_COMPOUND = re.compile(r"-([a-z]{3,20})\b(?!-)")
_COUNTS_NO = word_set(
    """
    here inside there them us whom which these those it alive again today indoors outdoors altogether together alone
    apart away ahead behind each apiece per annum left
    """
)
"""Words behind a number that are nothing it counts."""
_DESCRIBES = word_set(
    """
    free fewer strong odd plus more less later earlier old remaining outside overall deadly early friendly likely
    unlikely costly lonely lovely ugly lively unruly sickly orderly scholarly worldly ghostly cowardly
    """
)
"""Words behind a number that tell what the plural behind them is like, and are nothing it counts without one."""


_IN_LY = word_set("family families assembly assemblies butterfly fly elderly weekly monthly daily ally")
_IN_IE = word_set(
    """
    calories movies cookies zombies selfies rookies brownies smoothies hoodies genies prairies eyries veggies foodies
    aunties kilocalories hippies walkie-talkies collies
    """
)
"""Plurals whose singular ends in -ie."""
_US = word_set("buses viruses campuses bonuses censuses choruses circuses gases statuses walruses cactuses")


def singular(noun: str) -> str:
    """An English plural's singular, by its ending ("countries" is "country"); other words stay."""
    if noun in {"basis", "species", "series"}:
        return noun
    if noun in _IN_IE:
        return noun[:-1]
    if noun.endswith("ies") and len(noun) > 4:
        return noun[:-3] + "y"
    if noun.endswith(("sses", "ches", "shes", "xes")) or noun in _US:
        return noun[:-2]
    if noun.endswith("s") and not noun.endswith(("ss", "us", "is")):
        return noun[:-1]
    if noun.endswith("children"):
        return noun[:-3]
    return {"people": "person", "men": "man", "women": "woman"}.get(noun, noun)


def _unit_after(text: str, at: int, language: str) -> str | None:
    """The noun counted by the number that ends at `at`: the first plural among the next three words, else the next."""
    if language != "en":
        return counted_elsewhere(text, at, language)
    first: str | None = None
    described = adverb = False
    position = at
    if joined := _COMPOUND.match(text, at):
        noun = joined.group(1).lower()  # "ten-man Rovers" are ten men
        if noun in _COUNTS_NO or noun == "strong":
            return None
        if noun not in _DESCRIBES:
            return singular(noun)
        position, described = joined.end(), True  # "12-odd pounds"
    if text[at : at + 4].lower() == " of ":
        position = at + 3
    for _ in range(3):
        match = _UNIT.match(text, position, min(len(text), position + 40))
        if match is None:
            break
        word = match.group(1)
        lower = word.lower()
        if first is None:
            in_ly = lower.endswith("ly") and lower not in _IN_LY | _DESCRIBES
            if in_ly or lower in _DESCRIBES or (adverb and lower.endswith("ed")):
                described, adverb, position = True, in_ly, match.end()
                continue  # "300 free meals", "two newly opened clinics"
        if lower in _FUNCTION or lower in CARDINALS["en"] or _is_verb(lower):
            break
        if lower in _COUNTS_NO or (lower.endswith("ly") and lower not in _IN_LY):
            break
        if first is None and word.islower():
            first = lower  # "the 2-1 Falk win": no Falk is counted
        if lower in {"people", "men", "women", "children"}:
            return singular(lower)
        if lower.endswith("s") and not lower.endswith("ss"):
            return None if adverb else singular(lower)  # "one usually gets"
        adverb = False
        position = match.end()
    return singular(first) if first and not described else None


def quantities(text: str, start: int = 0, end: int | None = None, language: str = "en") -> tuple[Quantity, ...]:
    """Read the amounts of `text[start:end]`; years and dates are left to `times`.

    "$", "Sh" and "Rs" are those of the country the whole text is about; without one they have their usual meaning.

    Returns:
        Quantities in order, not overlapping, offsets in `text`; none that is too large to be counted with.
    """
    stop = len(text) if end is None else min(end, len(text))
    base = max(0, start - CONTEXT)
    read = legible(text[base:stop])
    if language in HAN:
        found = han_amounts(read.text, read.of(start - base), language, text)
    else:
        found = _read(read.text, read.of(start - base), language, lambda: home_currencies(text, language))
    return tuple(
        replace(
            q,
            start=base + read.at(q.start),
            end=base + read.at(q.end),
            text=text[base + read.at(q.start) : base + read.at(q.end)],
        )
        for q in found
        if all(value is None or math.isfinite(value) for value in (q.low, q.high))
    )


def _read(window: str, start: int, language: str, home: Home) -> list[Quantity]:
    """The amounts of a legible text from `start` on, in order."""
    if language in SCRIPTS:
        return script_amounts(window, start, language)
    english = base_language(language) == "en"
    found: list[Quantity] = []
    if english:
        found += [_within(window, start, q) for q in amounts_by_words(window, start, home)]
        taken = _Spans(found)
        found += [_ratio(window, start, a, b, v) for a, b, v in ratios(window, start) if taken.take(a, b)]
        found += [_often(window, start, a, b) for a, b in twice(window, start)]
    elif language in PARTED:
        parts = _Spans([])
        for a, b, v in ratios_elsewhere(window, start, language):
            if parts.take(a, b):
                found.append(_ratio(window, start, a, b, v))
    found += _vague(window, start, language, found)
    spans = _Spans(found)
    for tie in _TIE_BREAK.finditer(window, start):
        spans.take(*tie.span("points"))
    for quantity in amounts(window, start, language, _unit_after, home):
        if spans.take(quantity.start, quantity.end):
            found.append(quantity)
    others = (
        itertools.chain(_ranks(window, start), _superlatives(window, start))
        if english
        else _marked(window, start, language)
    )
    found += [quantity for quantity in others if spans.take(quantity.start, quantity.end)]
    return by_neighbours(window, sorted(found, key=lambda q: (q.start, q.end)))


def _limited(window: str, start: int, a: int) -> tuple[Bound, int]:
    """How the words before an amount that begins at `a` limit it, and where they begin."""
    before = patterns_of("en")["bound"].search(window, max(start, a - 18), a)
    if before is None:
        return Bound.EXACT, a
    word = re.sub(r"\s+", " ", before.group().lower().strip())
    return turned(BOUNDS.get(word, Bound.APPROXIMATE), window, before.start()), before.start()


def _ratio(window: str, start: int, a: int, b: int, value: float) -> Quantity:
    """A part or multiple, with the words before it that limit it: "more than half", "nearly tripled"."""
    limit, a = _limited(window, start, a)
    return Quantity(a, b, window[a:b], QuantityKind.RATIO, *bounded(value, value, limit), limit)


def _within(window: str, start: int, quantity: Quantity) -> Quantity:
    """An amount with the words before it that limit it."""
    limit, a = _limited(window, start, quantity.start)
    if limit is Bound.EXACT or quantity.low is None or quantity.high is None:
        return quantity
    low, high = bounded(quantity.low, quantity.high, limit)
    return replace(quantity, start=a, text=window[a : quantity.end], low=low, high=high, bound=limit)


def _often(window: str, start: int, a: int, b: int) -> Quantity:
    """ "Twice" that tells how often: so many times."""
    limit, a = _limited(window, start, a)
    return Quantity(a, b, window[a:b], QuantityKind.COUNT, *bounded(2, 2, limit), limit, "time")


class _Spans:
    """The stretches that are read already."""

    def __init__(self, found: list[Quantity]) -> None:
        self._starts = sorted(q.start for q in found)
        self._ends = sorted(q.end for q in found)

    def take(self, start: int, end: int) -> bool:
        """Whether a stretch is free; it is taken then."""
        # stretches never overlap, so the ones before it are those that end before they could reach in
        if bisect_left(self._starts, end) != bisect_right(self._ends, start):
            return False
        insort(self._starts, start)
        insort(self._ends, end)
        return True


_TIE_BREAK = re.compile(r"\d[-–]\d\s?\((?P<points>\d{1,2}(?:[-–/]\d{1,2})?)\)")
"""Points behind the score of a set, "7-6(4)", which count nothing."""
_NO_COUPLE = re.compile(r"\s*(?:[.,;:!?)]|$)|\s+(?!of\b|more\b|hundred|thousand|dozen|million|extra)\w", re.IGNORECASE)


def _vague(window: str, start: int, language: str, taken: list[Quantity]) -> list[Quantity]:
    """ "thousands", "dozens", "several": where no number stands before them."""
    cardinals = CARDINALS.get(language, CARDINALS["en"])
    found: list[Quantity] = []
    for match in patterns_of(language)["vague"].finditer(window, start):
        a, b = match.span()
        counted = window[max(0, a - 24) : a].split()
        if counted and (counted[-1][-1].isdigit() or counted[-1].lower() in cardinals):
            continue
        if match.group().lower() == "a couple" and _NO_COUPLE.match(window, b):
            continue  # "sold it to a couple from Holm" counts nobody
        if all(b <= q.start or a >= q.end for q in taken):
            low, high = VAGUE[re.sub(r"\s+", " ", match.group().lower())]
            unit = _unit_after(window, b, language)
            found.append(Quantity(a, b, window[a:b], QuantityKind.COUNT, low, high, Bound.VAGUE, unit))
    return found


def _ranks(window: str, start: int) -> Iterator[Quantity]:
    """English ordinals: "second", "22nd", "No. 3"."""
    for match in _RANK.finditer(window, start):
        if match["word"] and match["word"][0].isupper() and match.start() > start and window[match.start() - 1] == " ":
            continue
        following = window[match.end() : match.end() + 12].lstrip(" -").lower()
        if following.startswith(("lady", "minister", "name", "half", "hand", "of all", "world war", "aid")):
            continue
        second = (match["word"] or "").lower() == "second"
        if second and _A_SECOND.search(window, max(0, match.start() - 24), match.start()):
            continue  # "40 litres a second"
        if (
            match["digits"]
            and _ON_THE.search(window, max(0, match.start() - 8), match.start())
            and (_NO_NOUN_AFTER.match(window, match.end()))
        ):
            continue  # "on the 20th at the hall"
        if match["word"] and is_no_rank(window, match.start(), match.end()):
            continue
        end = match.end()
        if (ranked := _RANKED_BY.match(window, end)) is not None and ranked["by"].lower() not in NO_SUPERLATIVE:
            end = ranked.end()  # "the fourth-busiest canal" is the fourth, no busiest
        if match["word"]:
            rank = ORDINALS[match["word"].lower()]
        elif match["digits"]:
            rank = int(match["digits"])
        else:
            rank = int(value_of(match["number"], "en") or 0)
            if is_name_rank(window, match.start(), match.end(), rank):
                continue
        yield Quantity(match.start(), end, window[match.start() : end], QuantityKind.ORDINAL, rank, rank)


def _superlatives(window: str, start: int) -> Iterator[Quantity]:
    """English superlatives and records."""
    for match in _SUPERLATIVE.finditer(window, start):
        a, b = match.span()
        if _NO_SUPERLATIVE.match(window, window.rfind("at ", max(0, a - 9), a) if match["plain"] else a) or (
            _NO_SUPERLATIVE.match(window, a)
        ):
            continue
        if window[a:b].lower().startswith("record ") and window[b - 1].isdigit():
            b = a + 6
        yield Quantity(a, b, window[a:b], QuantityKind.SUPERLATIVE, 1, 1)


def _marked(window: str, start: int, language: str) -> Iterator[Quantity]:
    """Ordinals in figures of other languages."""
    pattern = _RANKS_ELSEWHERE.get(language)
    for match in pattern.finditer(window, start) if pattern else ():
        rank = int(match["rank"])
        yield Quantity(match.start(), match.end(), match.group(), QuantityKind.ORDINAL, rank, rank)
