"""What tells that a sentence is not the outlet's own and gives no name: "heißt es im Urteil"."""

from __future__ import annotations

import re
from functools import cache

_IT_SAYS = {
    "de": r"(?:heißt|heisst|hieß)\s+es|steht\s+(?:dort|darin|dazu)|ist\s+(?:dort|darin|dazu)?\s*zu\s+(?:lesen|hören)",
    "fr": r"(?:[^\W\d_]{3,20}-(?:t-)?on|peut-on\s+lire|fait-on\s+savoir|est-il\s+(?:écrit|précisé|indiqué))",
    "es": r"(?:se\s+(?:lee|dice|afirma|indica|señala|explica|detalla|informa|puede\s+leer)|reza|"
    r"consta\s+en|figura\s+en)",
    "it": r"(?:si\s+(?:legge|afferma|apprende|precisa|sottolinea|spiega)|recita|riporta)",
    "pt": r"(?:lê-se|diz-se|informa-se|pode-se\s+ler|consta)",
    "nl": r"(?:(?:luidt|heet|klinkt|heette|luidde|klonk)\s+het|(?:is|valt)\s+te\s+(?:lezen|horen)|"
    r"staat\s+(?:er\s+)?in)",
    "sv": r"(?:(?:heter|står|sägs|skrivs|hette|stod)\s+det|går\s+det\s+att\s+läsa)",
    "pl": r"(?:czytamy|napisano|podano|dodano|zaznaczono|poinformowano|podkreślono|zapewniono|przekazano|wyjaśniono)",
    "uk": r"(?:йдеться|ідеться|зазначається|повідомляється|сказано|вказано|мовиться)",
    "ru": r"(?:говорится|отмечается|сообщается|указано|сказано|уточняется|указывается)",
}  # fmt: skip
"""Verbs of saying without a subject that speaks, behind what is said."""
_SOURCES = {
    "es": r"fuentes|datos|testigos|expertos|vecinos|medios|informaciones|cifras|analistas|familiares|documentos|"
    r"estimaciones|registros",
    "it": r"fonti|dati|testimoni|esperti|indiscrezioni|analisti|stime|documenti|residenti|familiari",
    "pt": r"fontes|dados|testemunhas|especialistas|moradores|informações|analistas|familiares|documentos|vizinhos|"
    r"estimativas",
    "fr": r"sources?|témoins|experts|données|documents|plusieurs\s+[^\W\d_]+",
}
"""Nouns without an article that a sentence may be according to."""
_REST = r"(?:\s[^\W\d_]+){0,4}"


@cache
def _it_says(language: str) -> re.Pattern[str]:
    words = _IT_SAYS.get(language, r"(?!)")
    return re.compile(rf"[,”–—-]\s?(?P<verb>{words})(?![\w-])[^,;:“”]{{0,90}}$", re.IGNORECASE)


def it_says(bare: str, language: str) -> str | None:
    """The words by which a sentence is said to stand or be told somewhere, None without such.

    Args:
        bare: The sentence with one sign for each quotation.
        language: Its language.
    """
    match = _it_says(language).search(bare)
    return match["verb"] if match is not None else None


def plain_source(phrase: str, language: str) -> str | None:
    """Those a sentence is according to that stand without an article: "fuentes municipales"; None for other words."""
    words = phrase.strip()
    if re.fullmatch(rf"(?:{_SOURCES.get(language, '(?!)')}){_REST}", words) is None:
        return None
    return words
