"""Whoever a German, Dutch or Swedish sentence is according to in the middle of it: "Dort lärmten laut Polizei 900"."""

from __future__ import annotations

import re

from workbench.language.attribution.closing_speakers import is_body
from workbench.language.attribution.speaker_phrases import ARTICLES, PARTICLES, is_capital, is_office

_NOUN = r"(?-i:[A-ZÄÖÜ][\w-]{2,40})"
_LONE = re.compile(
    rf"\s?(?P<who>(?:(?:der|dem|den|des|einer|einem|eines)\s)?(?:[a-zäöüß]{{3,20}}(?:en|er)\s)?{_NOUN}"
    rf"(?:\s(?:der|des)\s{_NOUN})?)(?=\s(?-i:[a-zäöüß\d])|$)",
    re.IGNORECASE,
)
"""One noun, with that of whom it is: what stands behind it has no capital, or the sentence ends."""
_LOUD = re.compile(
    r"\b(?:rief|ruf|schr[ie]|sang|sing|brüll|jubel|skandier|lach|hup|spielt|les|las|dacht|denk|protestier|sag|streit|"
    r"stritt|tön|bet|klatsch|klag|red|fluch|lärm|knall)\w*",
    re.IGNORECASE,
)
"""Verbs that "laut" may be the manner of: "Sie riefen laut Parolen"."""
_APART = re.compile(r"[,;:–—“”]")


def source_within(bare: str, start: int, end: int) -> str | None:
    """The words of whoever a sentence is according to; None where it has clauses of its own or they may be no source.

    Args:
        bare: The sentence, with one sign for each quotation.
        start: Where "laut" or "nach Angaben" begins.
        end: Where it ends.
    """
    if _APART.search(bare) or (bare[start:end].strip().lower() == "laut" and _LOUD.search(bare)):
        return None
    match = _LONE.match(bare, end)
    return match["who"] if match is not None else None


_RULES = re.compile(
    r"(?:grond)?wet|verdrag|koran|bijbel|reglement|planning|\w*lagen|\w*balken|bibeln|koranen|grundlagen", re.IGNORECASE
)
"""What things are in accordance with."""


def source_within_words(words: str, language: str) -> str | None:
    """Whoever Dutch or Swedish words behind "volgens" or "enligt" name amid a sentence, and no more of it.

    An office or body with the name behind it, or a name alone: "is volgens wethouder Hanneke Voorbeeld niet te redden".
    """
    parts = words.split()
    at = 1 if parts and parts[0].lower() in ARTICLES[language] else 0
    told = at
    while told < len(parts) and (is_office(parts[told], language) or is_body(parts[told], language)):
        told += 1
    end = told
    while end < len(parts) and (is_capital(parts[end]) or (end > told and parts[end].lower() in PARTICLES)):
        end += 1
    while end > told and not is_capital(parts[end - 1]):
        end -= 1
    if end == at or end == len(parts) or any(_RULES.fullmatch(part) for part in parts[at:end]):
        return None
    return " ".join(parts[:end])


_BEFORE_ZUFOLGE = re.compile(
    r"(?:(?i:der|dem|den|einer|einem|eines|ihrer|seiner|[a-zäöüß]{2,20}er)\s(?:[a-zäöüß]{2,20}e[nr]\s)?)?[A-ZÄÖÜ][\w-]{1,40}"
    r"(?:\s(?:der|des)\s[A-ZÄÖÜ][\w-]{1,40})?$"
)
"""Whoever stands before "zufolge", within a sentence: "warten einer Umfrage zufolge"."""


def source_before(words: str) -> str | None:
    """The words of whoever stands before "zufolge"; None for "den Angaben", which are nobody's."""
    match = _BEFORE_ZUFOLGE.search(words)
    return match.group() if match is not None and not match.group().endswith("Angaben") else None
