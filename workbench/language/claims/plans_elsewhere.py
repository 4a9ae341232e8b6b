"""Guesses and plans among the sentences of other languages that foretell."""

from __future__ import annotations

import re

from workbench.domain.quantities import QuantityKind
from workbench.language.grammar.modality_elsewhere import happens, predicts
from workbench.language.numbers.quantity_extraction import quantities
from workbench.language.time.calendars_elsewhere import CALENDARS

_GUESSES = re.compile(
    r"\b(?:sans\s+doute|probablement|peut-être|vermutlich|voraussichtlich|wohl|wahrscheinlich|probablemente|"
    r"quizás?|tal\s+vez|probabilmente|forse|provavelmente|talvez)\b",
    re.IGNORECASE,
)


def guesses(words: str) -> bool:
    """Whether a sentence that foretells is a guess even of whoever says it: it names no figure."""
    return _GUESSES.search(words) is not None and re.search(r"\d", words) is None


_YEARS = re.compile(r"\b(?:19|20)\d\d\b")
_MAY_BE = re.compile(
    r"\b(?:könnten?|dürften?|pourrai(?:en)?t|devrai(?:en)?t|podrían?|potrebbe(?:ro)?|poderiam?|może|mogą|waarschijnlijk|"
    r"misschien|troligen|kanske|prawdopodobnie|можливо|ймовірно|мабуть|возможно|вероятно|наверное)\b",
    re.IGNORECASE,
)
_PLANNING = frozenset({"de", "fr", "es", "it", "pt", "nl", "sv", "pl", "uk", "ru"})


def plans(words: str, language: str) -> bool:
    """Whether what is to come is told with a figure that is no year: that the plan stands can be looked up.

    So it is for "Inwestycja będzie kosztować 410 mln zł", as in English; not for what may be ("dürfte 3 Millionen
    kosten", "coûtera probablement 3 millions"), nor with a year alone ("La ville changera en 2030").
    """
    if language not in _PLANNING:
        return False
    figures = re.search(r"\d", _YEARS.sub("", words)) is not None or _counts(words, language)
    return figures and _GUESSES.search(words) is None and _MAY_BE.search(words) is None


_ASKS = {
    "de": r",\s(?:ob|wer|wann|wie|was|wo|warum|welche\w?)", "fr": r"\b(?:qui|quand|comment|où|si|ce\s+qu[ei])",
    "es": r"\b(?:quién(?:es)?|cuándo|cómo|dónde|si|cuánt[oa]s?)", "it": r"\b(?:chi|quando|come|dove|se|quant[oaie])",
    "pt": r"\b(?:quem|quando|como|onde|se|quant[oa]s?)", "nl": r"\b(?:wie|wanneer|hoe|of|waar|wat)",
    "sv": r"\b(?:vem|när|hur|om|var|vad)", "pl": r",\s(?:czy|kto|kiedy|jak|gdzie|co|ile)",
    "uk": r",\s(?:чи|хто|коли|як|де|скільки)", "ru": r",\s(?:кто|когда|как|где|сколько)",
}  # fmt: skip
"""What opens a question in a sentence."""


def told_of_the_past(words: str, language: str) -> bool:
    """Whether what is to come stands only in a clause of what has been: "Nessuno ha detto che la linea riaprirà"."""
    calendar = CALENDARS.get(language)
    if calendar is None:
        return False
    opens = re.search(rf"(?:(?<!\w){calendar.that}|{_ASKS[language]})(?=\W|(?<=['’]))", words, re.IGNORECASE)
    main = words[: opens.start()] if opens is not None else ""
    past = happens(main, language) or (bool(calendar.past) and re.search(calendar.past, main, re.IGNORECASE))
    return bool(main.strip()) and bool(past) and not predicts(main, language)


_NO_AMOUNT = frozenset({QuantityKind.ORDINAL, QuantityKind.SUPERLATIVE, QuantityKind.RATIO})


def _counts(words: str, language: str) -> bool:
    """Whether a sentence has an amount in words ("durarán catorce meses")."""
    return any(each.kind not in _NO_AMOUNT for each in quantities(words, language=language))
