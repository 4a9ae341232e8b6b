"""Amounts that only the words and amounts beside them tell: degrees, parts of a point, cents of which money."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import takewhile

from workbench.domain.quantities import Quantity, QuantityKind
from workbench.language.numbers.counted_groups import is_place
from workbench.language.numbers.numbers import FRACTIONS
from workbench.language.text.tokenizer import word_set

_WARM = re.compile(
    r"\b(?:temperatures?|degrees?|heat\w*|hot|hott\w+|cold\w*|cool\w*|warm\w*|oven|highs?|lows?|frost\w*|fr[eo]ez\w*|"
    r"boil\w*|bak(?:e|ed|ing)|melt\w*|thermometers?|fever|celsius|weather|climate|overnight)\b",
    re.IGNORECASE,
)
"""What is told of in degrees: "12C" may be a flat."""
_DEGREES = re.compile(
    r"(?<![\w.,])(?P<low>(?:(?<!\bor\s)[Mm]inus\s|[-−]|(?<=[^\W\d_]\s)–)?\d{1,4}(?:\.\d)?)"
    r"(?:\s?C?(?:\s?[–-]\s?|\s+to\s+)(?P<high>(?:minus\s|[-−])?\d{1,4}(?:\.\d)?))?\s?C(?![\w'’+#])"
)
_PART_OF_A_POINT = re.compile(
    r"\b(?:(?P<many>an?|one|three)[\s-](?P<part>quarters?|tenths?|fifths?|half)\s+of\s+an?|(?P<half>half)\s+an?)"
    r"\s+(?P<percentage>percentage[\s-])?point\b",
    re.IGNORECASE,
)
_OF_SHARES = re.compile(r"%|\bper\s?cent\b|\b(?:interest|key|base|policy|mortgage)\s+rates?\b", re.IGNORECASE)
_PENNY = re.compile(
    r"(?<=\b(?:by|up)\s)an?\s+(?:single\s+)?penny\b|(?<=\bdown\s)an?\s+penny\b|"
    r"\ba\s+penny(?=\s+(?:more|less|cheaper|dearer|on|off|a|per)\b)",
    re.IGNORECASE,
)
_BRITISH = re.compile(r"\b(?:pence|litres?|pints?|petrol|duty|\d{1,3}p)\b", re.IGNORECASE)
_OF_AN_INDEX = re.compile(r"\b(?:index|indices|ftse|dow|dax|nasdaq|nikkei|stocks?|shares?|s&p|cac)\b", re.IGNORECASE)
_CHANGED_BY = re.compile(
    r"[^.;:]{0,30}?\b(?:up|down|by|of|less|more|minus|another|de|di|um|met|med|o)\s$", re.IGNORECASE
)
_POINTS = word_set("point points punto puntos punti ponto pontos punkt punkte punkten punten punktów")
_CENTS = re.compile(r"\bcents?$", re.IGNORECASE)
_EACH = re.compile(r"an?\s+(?:dozen|hundred|thousand|million)\Z", re.IGNORECASE)
_SCALE = re.compile(r"(?:thousand|million|billion|trillion)(?:\s\w+)?", re.IGNORECASE)
_UNREAD = re.compile(r"(?:\d[^\s]{0,12}|\bquarter(?:\sof)?(?:\sa)?)\s\Z", re.IGNORECASE)
_TO_A_SHARE = re.compile(r"\s(?:to|at|on)\s\Z")
_TIMES = re.compile(r"\s+times\b")
_NEXT_SENTENCE = re.compile(r"[.!?][\"”’')]*\s|\n")
_BEFORE = 60


def _sentence(text: str, at: int) -> tuple[int, int]:
    """Where the sentence around an offset begins and ends, as far as it matters here."""
    low = max(0, at - 3 * _BEFORE)
    begin = max((m.end() for m in _NEXT_SENTENCE.finditer(text, low, at)), default=low)
    high = min(len(text), at + 3 * _BEFORE)
    ends = _NEXT_SENTENCE.search(text, at, high)
    return begin, ends.start() if ends else high


def amounts_by_words(text: str, start: int, home: Callable[[], Mapping[str, str | None]]) -> Iterator[Quantity]:
    """Amounts that are no plain number and unit: "36 to 38C" of the weather, "half a point" of a rate, "by a penny"."""
    for match in _DEGREES.finditer(text, start):
        begin, end = _sentence(text, match.start())
        if _WARM.search(text, begin, end) and not is_place(text, match.start()):
            low = _degrees(match["low"])
            high = _degrees(match["high"]) if match["high"] else low
            ends = min(low, high), max(low, high)
            yield Quantity(match.start(), match.end(), match.group(), QuantityKind.MEASURE, *ends, unit="°C")
    for match in _PART_OF_A_POINT.finditer(text, start):
        begin, end = _sentence(text, match.start())
        if match["percentage"] or (_OF_SHARES.search(text, begin, end) and not _OF_AN_INDEX.search(text, begin, end)):
            part = 3.0 if (match["many"] or "").lower() == "three" else 1.0
            part *= FRACTIONS[(match["half"] or match["part"]).lower()]
            yield Quantity(match.start(), match.end(), match.group(), QuantityKind.PERCENTAGE_POINTS, part, part)
    for match in _PENNY.finditer(text, start):
        money = _penny_of(text[slice(*_sentence(text, match.start()))], home())
        yield Quantity(match.start(), match.end(), match.group(), QuantityKind.MONEY, 0.01, 0.01, currency=money)


def _degrees(written: str) -> float:
    return float(re.sub(r"[−–]|minus\s", "-", written.lower()))


def _penny_of(sentence: str, home: Mapping[str, str | None]) -> str | None:
    """Whose penny it is: of the money beside it, of the country of the text, British by what it is paid for."""
    if "$" in sentence:
        return home.get("$", "USD")
    if "£" in sentence:
        return "GBP"
    return home.get("penny", "GBP" if _BRITISH.search(sentence) else None)


def by_neighbours(text: str, found: Sequence[Quantity]) -> list[Quantity]:
    """The amounts of a text, in order, with what the amounts beside them tell of them."""
    told: list[Quantity] = []
    for number, quantity in enumerate(found):
        before = found[number - 1] if number else None
        behind = found[number + 1] if number + 1 < len(found) else None
        if before is not None and before.kind is QuantityKind.MONEY and _is_each(text, before, quantity):
            continue  # "£3.15 a dozen"
        if _SCALE.fullmatch(quantity.text) and _UNREAD.search(text, max(0, quantity.start - _BEFORE), quantity.start):
            continue  # "P450 million", "12,5 million", "a quarter million": more or less than a million
        if quantity.unit in _POINTS and _of_shares(text, before, quantity, behind):
            quantity = replace(quantity, kind=QuantityKind.PERCENTAGE_POINTS, unit=None)
        elif quantity.unit == "time" and quantity.low is not None and quantity.low % 1:
            times = _TIMES.match(text, quantity.end)
            end = times.end() if times else quantity.end
            quantity = replace(quantity, kind=QuantityKind.RATIO, unit=None, end=end, text=text[quantity.start : end])
        elif quantity.kind is QuantityKind.MONEY and _CENTS.search(quantity.text):
            dollars = _dollars_beside(text, found, quantity)
            if dollars is not None:
                quantity = replace(quantity, currency=dollars.currency)
        told.append(quantity)
    return told


def _dollars_beside(text: str, found: Sequence[Quantity], cents: Quantity) -> Quantity | None:
    """The first amount with the sign of dollars in the sentence of these cents; others are not looked at."""
    begin, end = _sentence(text, cents.start)
    first = bisect_left(found, begin, key=lambda q: q.start)
    near = takewhile(lambda q: q.start < end, (found[number] for number in range(first, len(found))))
    return next((q for q in near if "$" in q.text), None)


def _is_each(text: str, price: Quantity, quantity: Quantity) -> bool:
    """Whether "a dozen" behind a price is what the price is for."""
    return _EACH.match(quantity.text) is not None and text[price.end : quantity.start] == " "


def _of_shares(text: str, before: Quantity | None, points: Quantity, behind: Quantity | None) -> bool:
    """Whether points are those of a percentage beside them: "61%, down 5.8 points", "fell 5.8 points to 61%"."""
    begin, end = _sentence(text, points.start)
    if _OF_AN_INDEX.search(text, begin, end):
        return False
    if before is not None and before.kind is QuantityKind.PERCENT and before.end > begin:
        between = text[before.end : points.start]
        if _CHANGED_BY.fullmatch(between):
            return True
    if behind is None or behind.kind is not QuantityKind.PERCENT:
        return False
    noun = re.compile(r"\s?points?").match(text, points.end)
    return noun is not None and _TO_A_SHARE.fullmatch(text[noun.end() : behind.start]) is not None
