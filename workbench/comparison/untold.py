"""What a claim says beside the amount that agrees, and a passage tells nowhere: "founded in 1911"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from workbench.comparison.context_window import WORD, stems
from workbench.comparison.measures import measured
from workbench.comparison.outcomes import Comparison, Facts, Outcome
from workbench.comparison.senses import told_in
from workbench.domain.quantities import Bound, Quantity, QuantityKind, TimeKind

_PART_ENDS = re.compile(r"[,;:()–—]\s|\s[–—]\s|\b(?:and|but|while|who|which|whose|where)\b", re.I)
_FIGURE = re.compile(r"\d[\d.,]*\d|\d")
_YEAR = re.compile(r"(?<!\d)(?:1\d|20)\d\d(?!\d)")
_MAY_DENY = re.compile(
    r"\b(?:no|not|never|none|nobody|nothing|neither|nor|without|hardly|barely|cannot|lacks?|lacked|fail\w*|free)\b|n['’]t\b"
    r"|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|[a-z]{3,6}teen|[a-z]{3,5}ty|hundred)-[a-z]",
    re.I,
)
"""What may deny a part of the claim; and numbers within words ("fourteen-storey"), which are not read."""
_YEARS_TOLD = re.compile(r"\b(?:years?|decades?|centur\w+|centenar\w+|anniversar\w+|jubilee|birthday)\b", re.I)
_COUNTED = (QuantityKind.COUNT, QuantityKind.MONEY, QuantityKind.PERCENT, QuantityKind.MEASURE)
_SAYING = re.compile(r"\b(?:said|says?|told|reports?|reported|announced|wrote|warned|according)\b", re.I)
_SETTLED = (Outcome.AGREEMENT, Outcome.COMPATIBLE)
_AGAINST = (
    Outcome.CONFLICT,
    Outcome.OPPOSITE,
    Outcome.ANOTHER,
    Outcome.SWAPPED,
    Outcome.UNSURE,
    Outcome.GROWING,
    Outcome.MOMENT,
    Outcome.ELSEWHERE,
)
NOTHING = "nothing in these words"
"""How the passage is told where it says nothing of a part of the claim."""


def untold(claim: Facts, passage: Facts, found: Sequence[Comparison]) -> list[Comparison]:
    """The parts of a claim with an amount or time of their own that a passage tells nothing of.

    Only where another amount or time agrees and nothing speaks against the claim: the passage is about it then, and
    says nothing for or against the rest. A part is told, in other words or denied, where a word of it stands in the
    passage, and may be where that denies anything ("it was a gift", "never") or counts years ("113 years old").
    """
    outcomes = {one.outcome for one in found}
    told = f"{passage.about} {passage.text}"
    if Outcome.AGREEMENT not in outcomes or outcomes & set(_AGAINST) or _MAY_DENY.search(told):
        return []
    settled = {one.claim for one in found if one.outcome in _SETTLED}
    parts = _parts(claim.text)
    held = [part for part in parts if any(words in claim.text[part[0] : part[1]] for words in settled)]
    # of what a claim begins with much may be told without its figure: five members by their names
    parts = [part for part in parts[1:] if _details(claim, part, passage)]
    there = stems(told)
    figures = {_plain(one) for one in _FIGURE.findall(told)}
    return [
        Comparison(Outcome.UNTOLD, claim.text[start:stop].strip(" .,;:–—"), NOTHING)
        for start, stop in parts
        if held
        and (start, stop) not in held
        and not any(_plain(one) in figures for one in _FIGURE.findall(claim.text[start:stop]))
        and not any(told_in(word, there) for word in _own_words(claim.text[start:stop]))
        and not (_YEAR.search(claim.text, start, stop) and _tells_years(told, claim.text))
    ]


def _tells_years(told: str, claim: str) -> bool:
    """Whether a passage tells a year that the claim does not, or how many there were."""
    return _YEARS_TOLD.search(told) is not None or bool(set(_YEAR.findall(told)) - set(_YEAR.findall(claim)))


def _parts(text: str) -> list[tuple[int, int]]:
    """Where each part of a sentence begins and ends, by its commas and the small words that open another."""
    begins = [0, *(end.end() for end in _PART_ENDS.finditer(text))]
    stops = [*(end.start() for end in _PART_ENDS.finditer(text)), len(text)]
    return [(start, stop) for start, stop in zip(begins, stops, strict=True) if start < stop]


def _details(claim: Facts, part: tuple[int, int], passage: Facts) -> bool:
    """Whether a part tells an amount, day or year beside a word of its own, and the passage none of that measure."""
    if not _own_words(claim.text[part[0] : part[1]]) or _SAYING.search(claim.text, *part):
        return False
    times = (time for time in claim.times if time.kind in (TimeKind.DATE, TimeKind.PERIOD) and not time.relative)
    if any(_YEAR.search(time.text) for time in times if part[0] <= time.start and time.end <= part[1]):
        return True
    inside = [
        one
        for one in claim.quantities
        if part[0] <= one.start and one.end <= part[1] and one.kind in _COUNTED and one.bound is not Bound.VAGUE
    ]
    kinds = {_kind_of(one, claim.text) for one in inside} - {""}
    return bool(kinds) and not kinds & {_kind_of(one, passage.text) for one in passage.quantities}


def _kind_of(one: Quantity, text: str) -> str:
    found = measured(one, text)
    return found.what if found is not None else ""


def _own_words(text: str) -> frozenset[str]:
    return stems(" ".join(word.group() for word in WORD.finditer(text) if word.group().islower()))


def _plain(figure: str) -> str:
    return figure.replace(",", "")
