"""Guesses and plans among the sentences of other languages that foretell."""

from __future__ import annotations

import re

from workbench.domain.quantities import QuantityKind
from workbench.language.grammar.modality_elsewhere import happens, predicts
from workbench.language.numbers.quantity_extraction import quantities
from workbench.language.time.calendars_elsewhere import CALENDARS
from workbench.language.time.times import times

_GUESSES = re.compile(
    r"\b(?:sans\s+doute|probablement|peut-être|vermutlich|voraussichtlich|wohl|wahrscheinlich|probablemente|"
    r"quizás?|tal\s+vez|probabilmente|forse|provavelmente|talvez)\b",
    re.IGNORECASE,
)


def guesses(words: str) -> bool:
    """Whether a sentence that foretells is a guess even of whoever says it: it names no figure."""
    return _GUESSES.search(words) is not None and re.search(r"\d", words) is None


_MAY_BE = re.compile(
    r"\b(?:könnten?|dürften?|pourrai(?:en)?t|devrai(?:en)?t|podrían?|potrebbe(?:ro)?|poderiam?|może|mogą|waarschijnlijk|"
    r"misschien|troligen|kanske|prawdopodobnie|можливо|ймовірно|мабуть|возможно|вероятно|наверное)\b",
    re.IGNORECASE,
)
_PLANNING = frozenset({"de", "fr", "es", "it", "pt", "nl", "sv", "pl", "uk", "ru", "zh", "ja", "hi"})
_MAY_BE_ASIAN = re.compile(
    r"预计|預計|预期|估计|估計|有望|可能|或将|或將|预测|預測|見込み|見通し|可能性|かもしれない|みられる|恐れ|だろう|संभाव|सकत[ाीे]|अनुमान|शायद"
)
"""What may only be, in Chinese, Japanese and Hindi."""


def plans(words: str, language: str) -> bool:
    """Whether what is to come is told with an amount: that the plan stands can be looked up.

    So it is for "Inwestycja będzie kosztować 410 mln zł", as in English; not for what may be ("dürfte 3 Millionen
    kosten", "coûtera probablement 3 millions"), nor with a time alone ("La ville changera en 2030", "In 50 Jahren
    wird …").
    """
    return (
        language in _PLANNING
        and _counts(words, language)
        and _GUESSES.search(words) is None
        and _MAY_BE.search(words) is None
        and _MAY_BE_ASIAN.search(words) is None
    )


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


_UNITS_OF_TIME = re.compile(
    r"(?:jahr|monat|woche|tage|stunde|minute|jaar|maand|week|weken|dagen|uur|vecko|dagar|timm|miesi|tygod|godzin|недел|тижн|"
    r"месяц|місяц|годин|сем[ae]|settiman|giorn|minut|jour|heure)\w*|ans?|mois|años?|mes(?:es|i)?|días?|horas?|ann[oi]|or[ae]|"
    r"anos?|m[eê]s|dias?|år|månad\w*|lat[a]?|rok\w*|dni|лет|год\w{0,2}|дн[яеі]\w?|днів|рок\w{0,2}|час\w{0,2}",
    re.IGNORECASE,
)
_WITHIN = re.compile(
    r"(?<!\w)(?:in|binnen|nach|dans|d['’]ici|en|dentro\s+de|tras|tra|fra|entro|em|daqui\s+a|over|om|inom|za|w\s+ciągu|за|через)"
    r"\s(?:\w+\s)?$",
    re.IGNORECASE,
)
"""What tells when something is to come, before a number of years."""


def _counts(words: str, language: str) -> bool:
    """Whether a sentence has an amount, in figures or words ("durarán catorce meses"), that is no part of a time."""
    taken = [(ref.start, ref.end) for ref in times(words, language=language)]
    for each in quantities(words, language=language):
        if each.kind in _NO_AMOUNT or any(each.start < end and each.end > start for start, end in taken):
            continue
        within = each.unit is not None and _UNITS_OF_TIME.fullmatch(each.unit) is not None
        if not (within and _WITHIN.search(words[: each.start])):
            return True
    return False
