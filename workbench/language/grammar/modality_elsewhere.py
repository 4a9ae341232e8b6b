"""Predictions, comparisons and causes in languages without clause rules, by their words."""

from __future__ import annotations

import re

_PREDICTS = {
    "de": r"(?:wird|werden)\b(?=.*\b(?:vermutlich|voraussichtlich|wohl|wahrscheinlich|künftig|bald)\b)|"
    r"(?:wird|werden)\b(?=(?:\s+\S+)*\s+(?!ge)(?!\w+ge\w+t\b)[a-zäöü]{3,}en[\s.!”“»\"]*$)|(?:könnte|könnten|dürfte|dürften)\b",
    "fr": r"(?:vont|va|allons|allez)\s+(?:\w+\s+){0,3}?\w+(?:er|ir|re|oir)\b|\w{2,}(?:era|eront|ira|iront|dra|dront)\b|"
    r"(?:devrait|devraient|pourrait|pourraient|sera|seront|aura|auront|peut-être)\b",
    "es": r"(?:va|van|vamos)\s+a\s+\w+r\b|\w{2,}(?:ará|arán|erá|erán|irá|irán|drá|drán)\b|(?:quizás?|"
    r"probablemente|podría|podrían|tal\s+vez)\b",
    "it": r"\w{2,}(?:erà|eranno|irà|iranno|arà|aranno|vrà|vranno|drà|dranno)\b|(?:potrebbe|potrebbero|forse|"
    r"probabilmente)\b",
    "pt": r"(?:vai|vão|vamos)\s+\w+r\b|\w{2,}(?:ará|arão|erá|erão|irá|irão)\b|(?:talvez|provavelmente|poderia|"
    r"poderiam)\b",
    "nl": r"(?:zal|zullen)\b|(?:waarschijnlijk|misschien)\b",
    "uk": r"(?:буде|будуть|можливо|ймовірно)\b",
    "ru": r"(?:будет|будут|возможно|вероятно)\b",
    "pl": r"(?:będzie|będą|prawdopodobnie|może)\b",
    "sv": r"(?:kommer\s+att|troligen|kanske)\b",
}  # fmt: skip
_COMPARES = {
    "de": r"(?:mehr|weniger|höher|niedriger|größer|kleiner|älter|jünger|besser|schlechter|teurer|billiger|"
    r"schneller)\s+als\b|"
    r"(?:gestiegen|gesunken|stieg|stiegen|sank|sanken|gewachsen|wuchs|zugenommen|abgenommen|gefallen|zurückgegangen|verdoppelt|halbiert)\b|"
    r"(?:größte|höchste|niedrigste|älteste|meisten|wenigsten|beste|schlechteste|erste|einzige)\w*\b|(?:doppelt|halb)\s+so\b|im\s+vergleich\b",
    "fr": r"(?:plus|moins)\s+qu|de\s+(?:plus|moins)\s+qu|(?:augment|diminu|progress|recul|baiss|grimp|chut|"
    r"doubl)\w+|(?:en|une?|la)\s+(?:hausse|baisse)\b|"
    r"(?:le|la|les)\s+(?:plus|moins)\b|record\b|par\s+rapport\b|davantage\b|(?:tombée?|passée?|classée?)\s+(?:à|au)\b",
    "es": r"(?:más|menos)\s+(?:[^\W\d]+\s+){0,3}que\b|"
        r"(?:aument|disminu|subi|subió|baj[óa]|creci|cay[óe]|redu[jc]|duplic)\w*|"
    r"(?:mayor|menor|récord|peor|mejor)\b|"
    r"(?:el|la|los|las)\s+más\b|frente\s+a\b|respecto\b|comparaci[óo]n\b",
    "it": r"(?:più|meno)\s+(?:che|di|del|dello|della|rispetto)\b|(?:aument|diminu|cresc|cal[aò]|sal[ie]|"
    r"raddoppi|ridott)\w*|(?:maggior|minor|record|peggior|miglior)\w*|"
    r"rispetto\b|(?:il|la|i|le)\s+più\b",
    "pt": r"(?:mais|menos)\s+(?:[^\W\d]+\s+){0,3}que\b|(?:aument|diminu|cresc|ca[ií]u|subiu|reduz|dobr)\w*|(?:maior|"
    r"menor|recorde|pior|melhor)\b|"
    r"em\s+relação\b|(?:o|a|os|as)\s+mais\b",
}  # fmt: skip
_CAUSES = {
    "de": r"(?:weil|wegen|aufgrund|deshalb|daher|verursach\w*|führte[n]?\s+(?:zu|zum|zur)|infolge|dank)\b",
    "fr": r"(?:parce\s+qu|à\s+cause|en\s+raison|grâce\s+à|provoqu\w*|caus[ée]\w*|entraîn\w*|dû\b|dues?\b)",
    "es": r"(?:porque|debido|a\s+causa|provoc\w*|caus[óa]\w*|gracias\s+a|por\s+culpa)\b",
    "it": r"(?:perché|a\s+causa|dovut\w*|provoc\w*|causat\w*|grazie\s+a)\b",
    "pt": r"(?:porque|devido|por\s+causa|provoc\w*|causou|causad\w*|graças)\b",
}  # fmt: skip
_PLACE_AND_DAY = re.compile(
    r"[A-ZÀ-ÞŠŽ][\w’'-]+(?:[ -][A-ZÀ-ÞŠŽ][\w’'-]+){0,2},?\s+(?:(?:den|le|el|il|em|a)\s+)?\d{1,2}(?:\.|er|º|"
    r"°)?\s+(?:de\s+)?[^\W\d_]{3,10}\.?(?:\s+(?:de\s+)?\d{4})?"
)


def _found(table: dict[str, str], language: str, words: str) -> bool:
    pattern = table.get(language)
    return pattern is not None and re.search(rf"\b(?:{pattern})", words, re.IGNORECASE) is not None


def predicts(words: str, language: str) -> bool:
    """Whether a sentence foretells."""
    return _found(_PREDICTS, language, words)


_GUESSES = re.compile(
    r"\b(?:sans\s+doute|probablement|peut-être|vermutlich|voraussichtlich|wohl|wahrscheinlich|probablemente|quizás?|tal\s+vez|"
    r"probabilmente|forse|provavelmente|talvez)\b",
    re.IGNORECASE,
)


def guesses(words: str) -> bool:
    """Whether a sentence that foretells is a guess even of whoever says it: it names no figure."""
    return _GUESSES.search(words) is not None and re.search(r"\d", words) is None


def compares(words: str, language: str) -> bool:
    """Whether a sentence compares or ranks."""
    return _found(_COMPARES, language, words)


def causes(words: str, language: str) -> bool:
    """Whether a sentence tells a cause."""
    return _found(_CAUSES, language, words)


def is_dateline(words: str) -> bool:
    """Whether words are only a place and a day: "Rostock, 30. Dezember 2021"."""
    return _PLACE_AND_DAY.fullmatch(words.strip(" .:–—-")) is not None
