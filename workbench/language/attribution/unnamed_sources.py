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
OWN = {
    "de": r"(?:(?P<he>seiner)|(?P<she>ihrer))\s+(?:ansicht|meinung|darstellung|einschätzung)\s+nach|"
    r"(?:(?P<he2>ihm)|(?P<she2>ihr))\s+zufolge|(?:laut|nach)\s+(?:(?P<he3>seinen)|(?P<she3>ihren))\s+(?:angaben|"
    r"worten)",
    "fr": r"(?:selon|d['’]après)\s+(?:(?P<he>lui)|(?P<she>elle))|à\s+ses\s+yeux|à\s+son\s+avis",
    "es": r"según\s+(?:(?P<he>él)|(?P<she>ella))|a\s+su\s+juicio|en\s+su\s+opinión|según\s+sus\s+palabras",
    "it": r"secondo\s+(?:(?P<he>lui)|(?P<she>lei))|a\s+su[oa]\s+(?:avviso|dire|giudizio)",
    "pt": r"segundo\s+(?:(?P<he>ele)|(?P<she>ela))|na\s+sua\s+opinião|a\s+seu\s+ver",
    "nl": r"volgens\s+(?:(?P<he>hem)|(?P<she>haar))",
    "sv": r"enligt\s+(?:(?P<he>honom)|(?P<she>henne))",
    "pl": r"(?:(?P<he>jego)|(?P<she>jej))\s+zdaniem|według\s+(?:(?P<he2>niego)|(?P<she2>niej))",
    "uk": r"(?:за|на)\s+(?:(?P<he>його)|(?P<she>її))\s+(?:словами|думку|оцінкою)",
    "ru": r"по\s+(?:(?P<he>его)|(?P<she>её|ее))\s+(?:словам|мнению|оценке|данным)",
}
"""According to him or her."""
WHICH = re.compile(
    r"(?:(?:el|la|los|las|o|a|os|as|il|i|le)\s)?(?:cual(?:es)?|qua(?:l|is|le|li)|cui|quien(?:es)?|quem|"
    r"le(?:quel|squels|squelles)|laquelle|w?elke|wie|który\w{0,2}|która|któr\w{2,3}|котор\w{2,3}|який|яким|якою)\b",
    re.IGNORECASE,
)
"""A pronoun that points back to what a sentence is according to: "la denuncia, según la cual …"."""
_REST = r"(?:\s[^\W\d_]+){0,4}"


@cache
def _it_says(language: str) -> re.Pattern[str]:
    words = _IT_SAYS.get(language, r"(?!)")
    ends = r"(?:,\s|$)" if language == "it" else "$"  # "Sei uomini, si legge in una nota, hanno …"
    return re.compile(rf"[,”–—-]\s?(?P<verb>{words})(?![\w-])[^,;:“”]{{0,90}}{ends}", re.IGNORECASE)


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
