"""Guesses and plans among the sentences of other languages that foretell."""

from __future__ import annotations

import re

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
    figures = language in _PLANNING and re.search(r"\d", _YEARS.sub("", words)) is not None
    return figures and _GUESSES.search(words) is None and _MAY_BE.search(words) is None
