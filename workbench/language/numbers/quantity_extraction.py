"""Amounts in a text as data: counts, money, per cent, ratios, measures, ranges, vague numbers, ranks."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache

from workbench.domain.quantities import Bound, Quantity, QuantityKind
from workbench.language.numbers.name_numbers import is_counted, is_name_number, is_name_rank
from workbench.language.numbers.number_labels import is_label, is_no_rank, is_score
from workbench.language.numbers.numbers import (
    CARDINALS,
    FIGURE,
    FIGURE_COMMA,
    ORDINALS,
    SCALES,
    figure,
    words_value,
)
from workbench.language.numbers.ratios import ratios
from workbench.language.numbers.units import BOUNDS, CURRENCY_NAMES, CURRENCY_SIGNS, MEASURES, SUPERLATIVES, VAGUE
from workbench.language.text.tokenizer import word_set

CONTEXT = 120
"""Characters before the part that is read which the patterns may look back at."""

_PERCENT = {
    "en": (r"%|per\s?cent\b", r"percentage[\s-]points?\b|pp\b|%-points?\b"),
    "de": (r"%|prozent\b", r"prozentpunkten?\b"),
    "fr": (r"%|pour\s?cent\b|p\.\s?100", r"points?\s+de\s+pourcentage\b"),
    "es": (r"%|por\s?ciento\b", r"puntos?\s+porcentuales\b"),
}
_RANGE_WORD = {"en": r"to|and", "de": r"bis|und", "fr": r"à|et", "es": r"a|y"}
_FUNCTION = word_set(
    """
    the a an of in on at to for from by with and or but as that which who is are was were be been has have had
    will would could should may might can after before since during over under than more less per into out off
    up down last this next each every its their his her our it they he she we you i not also only just when
    while if because so ago later earlier old working about against between among through across within without
    there then now both
    """
)


def _alternatives(words: list[str]) -> str:
    """A pattern of these words, longest first, so that a longer one is never cut short."""
    return "|".join(re.escape(w.strip()).replace(r"\ ", r"\s+") for w in sorted(set(words), key=lambda w: (-len(w), w)))


@cache
def _patterns(language: str) -> dict[str, re.Pattern[str]]:
    """The compiled patterns of one language."""
    code = language if language in CARDINALS else "en"
    number = FIGURE if code == "en" else FIGURE_COMMA
    scale = _alternatives(list(SCALES[code]))
    cardinal = _alternatives([*CARDINALS[code], *[s for s in SCALES[code] if len(s) > 3]])
    link = {"en": r"(?:[\s-]+and[\s-]+|[\s-]+)", "de": r"\s+", "fr": r"(?:\s+et\s+|[\s-]+)", "es": r"(?:\s+y\s+|\s+)"}[
        code
    ]
    # "a hundred" is an amount, "a seven-member band" has one of them after its article
    lead = r"(?:half\s+an?\s+|an?\s+(?=(?:hundred|dozen|score|[mbtr]+illion|thousand)\b))?" if code == "en" else ""
    in_words = rf"{lead}\b(?:{cardinal})(?:{link}(?:{cardinal})){{0,8}}\b"
    value = rf"(?:{number})(?:[\s\u00a0-]?(?:{scale})\b\.?)?|{in_words}"
    signs = _alternatives(list(CURRENCY_SIGNS))
    percent, points = _PERCENT[code]
    names = _alternatives(list(CURRENCY_NAMES))
    measures = _alternatives(list(MEASURES))
    flags = re.IGNORECASE
    return {
        "amount": re.compile(
            rf"(?<![\w.,])(?P<sign>(?:{signs})\s?)?(?P<low>[-−+]?(?:{value}))"
            rf"(?:\s?(?P<mid>{percent}))?"
            rf"(?:(?:\s?[-–—]\s?|\s+(?:{_RANGE_WORD[code]})\s+)(?P<sign2>(?:{signs})\s?)?(?P<high>{value}))?"
            rf"(?:[\s\u00a0-]?(?P<points>{points})|[\s\u00a0-]?(?P<percent>{percent})"
            rf"|[\s\u00a0-]+(?P<money>{names})\b|[\s\u00a0-]?(?P<measure>{measures})(?!\w))?"
            rf"(?P<after>\+|\s+or\s+(?:more|fewer|less|so)\b)?(?!\w)",
            flags,
        ),
        "vague": re.compile(rf"(?<!\w)(?:{_alternatives(list(VAGUE))})(?!\w)", flags),
        "bound": re.compile(rf"(?<!\w)(?:{_alternatives(list(BOUNDS))})\s*$", flags),
        "scale": re.compile(rf"(?:{scale})\.?$", flags),
        "number": re.compile(rf"[-−+]?(?:{number})", flags),
    }


_RANK = re.compile(
    rf"(?<![\w-])(?:(?P<word>{_alternatives(list(ORDINALS))})|(?P<digits>\d{{1,3}})(?:st|nd|rd|th)"
    rf"|(?:number|no\.|#)\s?(?P<number>\d{{1,3}}|one|two|three))(?![\w-])",
    re.IGNORECASE,
)
_SUPERLATIVE = re.compile(
    rf"\b(?:(?P<plain>{'|'.join(sorted(SUPERLATIVES))})|(?:the\s+)(?:most|least)\s+[a-z]+|(?:the|a|an|all-time|new)\s+record\b|record\s+(?:high|low|number|level|levels|\d))",
    re.IGNORECASE,
)
_NOT_COUNT = frozenset(
    {"one", "uno", "una", "un", "une", "ein", "eine", "einen", "einem", "einer", "eins", "k", "m", "b"}
)
_UNIT = re.compile(r"[\s-]+([^\W\d_]+(?:-[^\W\d_]+)?)")


def singular(noun: str) -> str:
    """An English plural's singular, by its ending ("countries" is "country"); other words stay."""
    if noun.endswith("ies") and len(noun) > 4:
        return noun[:-3] + "y"
    if noun.endswith(("sses", "ches", "shes", "xes")):
        return noun[:-2]
    if noun.endswith("s") and not noun.endswith(("ss", "us", "is")):
        return noun[:-1]
    if noun.endswith("children"):
        return noun[:-3]
    return {"people": "person", "men": "man", "women": "woman"}.get(noun, noun)


def _unit_after(text: str, at: int, language: str) -> str | None:
    """The noun counted by the number that ends at `at`: the first plural among the next three words, else the next."""
    first: str | None = None
    position = at
    if text[at : at + 4].lower() == " of ":
        position = at + 3
    for _ in range(3):
        match = _UNIT.match(text, position, min(len(text), position + 40))
        if match is None:
            break
        word = match.group(1)
        lower = word.lower()
        if lower in _FUNCTION:
            break
        if language != "en":
            return lower
        if first is None:
            first = lower
        if (lower.endswith("s") and not lower.endswith("ss")) or lower in {"people", "men", "women", "children"}:
            return singular(lower)
        position = match.end()
    return singular(first) if first else None


def _value(text: str, language: str, patterns: dict[str, re.Pattern[str]]) -> float | None:
    """The value of one number as written, with its scale word."""
    code = language if language in CARDINALS else "en"
    lower = text.lower().strip()
    match = patterns["number"].match(lower)
    try:
        if match and match.group():
            base = figure(match.group().replace("−", "-"), code)
            rest = lower[match.end() :].strip(" \u00a0-.")
            return base * SCALES[code].get(rest, 1.0)
    except ValueError:
        return None
    words = lower.replace("\u00a0", " ").split()
    if words[:1] == ["half"]:
        rest_value = words_value(words[1:], code)
        return rest_value / 2 if rest_value else None
    flat = [part for word in words for part in ([word] if word in CARDINALS[code] else word.split("-"))]
    return words_value(flat, code)


def _bounded(low: float, high: float, bound: Bound) -> tuple[float | None, float | None]:
    """The limits that a bound sets."""
    if bound in {Bound.AT_LEAST, Bound.MORE_THAN}:
        return low, None
    if bound in {Bound.AT_MOST, Bound.LESS_THAN}:
        return None, high
    return low, high


def quantities(text: str, start: int = 0, end: int | None = None, language: str = "en") -> tuple[Quantity, ...]:
    """Read the amounts of `text[start:end]`; years and dates are left to `times`.

    Returns:
        Quantities in order, not overlapping, offsets in `text`.
    """
    stop = len(text) if end is None else min(end, len(text))
    base = max(0, start - CONTEXT)
    window = text[base:stop]
    start -= base
    patterns = _patterns(language)
    found: list[Quantity] = []
    taken: list[tuple[int, int]] = []

    def free(a: int, b: int) -> bool:
        return all(b <= s or a >= e for s, e in taken[-12:])

    def keep(a: int, b: int, kind: QuantityKind, low: float | None, high: float | None, bound: Bound = Bound.EXACT,
             unit: str | None = None, currency: str | None = None) -> None:  # fmt: skip
        found.append(Quantity(a, b, window[a:b], kind, low, high, bound, unit, currency))
        taken.append((a, b))

    if language == "en" or language not in CARDINALS:
        for a, b, value in ratios(window, start):
            keep(a, b, QuantityKind.RATIO, value, value)
    for match in patterns["vague"].finditer(window, start):
        a, b = match.span()
        counted = window[max(0, a - 24) : a].split()
        if counted and (counted[-1][-1].isdigit() or counted[-1].lower() in CARDINALS.get(language, CARDINALS["en"])):
            continue
        if not all(b <= s or a >= e for s, e in taken):
            continue
        low, high = VAGUE[re.sub(r"\s+", " ", match.group().lower())]
        keep(a, b, QuantityKind.COUNT, low, high, Bound.VAGUE, _unit_after(window, b, language))
    spans = sorted(taken)
    for quantity in _amounts(window, start, language, patterns):
        if all(quantity.end <= s or quantity.start >= e for s, e in spans if abs(s - quantity.start) < 200):
            found.append(quantity)
            spans.append((quantity.start, quantity.end))
    if language == "en" or language not in CARDINALS:
        for match in _RANK.finditer(window, start):
            if (
                match["word"]
                and match["word"][0].isupper()
                and match.start() > start
                and window[match.start() - 1] == " "
            ):
                continue
            following = window[match.end() : match.end() + 12].lstrip(" -").lower()
            if following.startswith(("lady", "minister", "name", "half", "hand", "of all", "world war", "aid")):
                continue
            if match["word"] and is_no_rank(window, match.start(), match.end()):
                continue
            if match["word"]:
                rank = ORDINALS[match["word"].lower()]
            elif match["digits"]:
                rank = int(match["digits"])
            else:
                rank = int(_value(match["number"], "en", patterns) or 0)
                if is_name_rank(window, match.start(), match.end(), rank):
                    continue
            if all(match.end() <= s or match.start() >= e for s, e in spans if abs(s - match.start()) < 200):
                found.append(Quantity(match.start(), match.end(), match.group(), QuantityKind.ORDINAL, rank, rank))
                spans.append(match.span())
        for match in _SUPERLATIVE.finditer(window, start):
            a, b = match.span()
            if window[a:b].lower().startswith("record ") and window[b - 1].isdigit():
                b = a + 6
            if all(b <= s or a >= e for s, e in spans if abs(s - a) < 200):
                found.append(Quantity(a, b, window[a:b], QuantityKind.SUPERLATIVE, 1, 1))
                spans.append((a, b))
    ordered = sorted(found, key=lambda q: (q.start, q.end))
    return tuple(ordered) if base == 0 else tuple(replace(q, start=q.start + base, end=q.end + base) for q in ordered)


def _amounts(text: str, start: int, language: str, patterns: dict[str, re.Pattern[str]]) -> list[Quantity]:
    """The plain numbers, money, percentages and measures of a text."""
    found = []
    for match in patterns["amount"].finditer(text, start):
        a, b = match.span()
        low_text, high_text = match["low"], match["high"]
        low = _value(low_text, language, patterns)
        if low is None:
            continue
        high = _value(high_text, language, patterns) if high_text else low
        if high is None or high < low:
            high, high_text = low, None
            b = (
                match.end("low")
                if not (match["percent"] or match["money"] or match["measure"] or match["points"])
                else b
            )
        if (
            high_text
            and low < 1000
            and (scale := patterns["scale"].search(high_text))
            and not patterns["scale"].search(low_text)
        ):
            code = language if language in CARDINALS else "en"
            low *= SCALES[code].get(scale.group().lower().rstrip("."), 1.0)
        sign = (match["sign"] or match["sign2"] or "").strip().lower()
        kind, unit, currency = QuantityKind.COUNT, None, None
        if match["points"]:
            kind = QuantityKind.PERCENTAGE_POINTS
        elif match["percent"] or match["mid"]:
            kind = QuantityKind.PERCENT
        elif sign in CURRENCY_SIGNS or match["money"]:
            kind = QuantityKind.MONEY
            currency = CURRENCY_SIGNS.get(sign) or CURRENCY_NAMES[re.sub(r"\s+", " ", match["money"].lower())]
        elif match["measure"]:
            kind, unit = QuantityKind.MEASURE, MEASURES[re.sub(r"\s+", " ", match["measure"].lower())]
        bare = low_text.strip().lower()
        if kind is QuantityKind.COUNT:
            if bare in _NOT_COUNT and not high_text:
                continue
            year = bare.isdigit() and len(bare) == 4 and 1400 <= low <= 2200 and not high_text
            if year and not is_counted(text, match.start("low"), b):
                continue
            if high_text and bare.isdigit() and len(bare) == 4 and 1400 <= low <= 2200 and 1400 <= high <= 2200:
                continue
            if is_name_number(text, match.start("low"), match.end("low"), bare):
                continue
            if text[b : b + 1] == ":" and text[b + 1 : b + 2].isdigit():
                continue
            unit = _unit_after(text, b, language)
            if is_label(text, match.start("low"), match.end("low"), counted=unit is not None):
                continue
            if match["high"] and is_score(text, match.end("low"), match.start("high"), unit, low):
                continue
        bound = Bound.EXACT
        before = patterns["bound"].search(text, max(start, a - 18), a)
        if before:
            bound = BOUNDS.get(re.sub(r"\s+", " ", before.group().lower().strip()), Bound.APPROXIMATE)
            a = before.start()
        if match["after"]:
            bound = (
                Bound.APPROXIMATE
                if match["after"].endswith("so")
                else (Bound.AT_LEAST if match["after"] == "+" or match["after"].endswith("more") else Bound.AT_MOST)
            )
        limits = (low, high) if high_text else _bounded(low, high, bound)
        found.append(Quantity(a, b, text[a:b], kind, limits[0], limits[1], bound, unit, currency))
    return found
