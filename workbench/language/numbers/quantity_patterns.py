"""The patterns that amounts are read by, one set a language, and the value of a number as it is written."""

from __future__ import annotations

import re
from functools import cache

from workbench.language.numbers.number_words import AND_A_HALF
from workbench.language.numbers.numbers import (
    CARDINALS,
    COUNTING,
    FIGURE,
    FIGURE_COMMA,
    FRACTIONS,
    POINT_LANGUAGES,
    SCALES,
    figure,
    words_value,
)
from workbench.language.numbers.units import BOUNDS, CURRENCY_NAMES, CURRENCY_SIGNS, MEASURES, VAGUE

_PERCENT = {
    "en": (r"%|per\s?cent\b|pct\b", r"percentage[\s-]points?\b|pp\b|%-points?\b"),
    "de": (r"%|prozent\b", r"prozentpunkten?\b"),
    "fr": (r"%|pour\s?cent\b|p\.\s?100", r"points?\s+de\s+pourcentage\b"),
    "es": (r"%|por\s?ciento\b", r"puntos?\s+porcentuales\b"),
    "it": (r"%|per\s?cento\b", r"punt[oi]\s+percentual[ei]\b"),
    "pt": (r"%|por\s?cento\b", r"pontos?\s+percentuais\b"),
    "nl": (r"%|procent\b|percent\b", r"procentpunt(?:en)?\b"),
    "sv": (r"%|procent\b", r"procentenhet(?:er)?\b"),
    "pl": (r"%|procent(?:y|u|ów)?\b|proc\b\.?", r"(?:pkt\.?|punkt(?:y|u|ów)?)\s+proc(?:\b\.?|entow\w+)|p\.\s?p\."),
    "uk": (r"%|(?:відсотк|процент)(?!\w*\s+пункт)\w*", r"(?:відсотков|процентн)\w{1,3}\s+пункт\w*|в\.\s?п\."),
    "ru": (r"%|процент(?!\w*\s+пункт)\w*", r"процентн\w{1,3}\s+пункт\w*|п\.\s?п\."),
    "": (r"%|прoцент\w*|процент\w*|відсот\w+|procent\w*|prosent\w*|proc\b\.?", r"procentenhet\w*\b|п\.\s?п\."),
}
_RANGE_WORD = {
    "en": r"to|and", "de": r"bis|und", "fr": r"à|et", "es": r"a|y", "it": r"a|e", "pt": r"a|e", "nl": r"tot|en",
    "sv": r"till|och", "pl": r"do|i", "": r"до",
}  # fmt: skip
AND_WORDS = frozenset({"and", "und", "et", "y", "e", "en", "och", "i"})
"""Words that join two amounts; after "between" they join the ends of a range."""
_LINKS = {
    "en": r"(?:(?:(?<=hundred)|(?<=thousand)|(?<=million)|(?<=billion)|(?<=trillion))[\s-]+and[\s-]+|[\s-]+)",
    "de": r"\s+", "fr": r"(?:\s+et\s+|[\s-]+)", "es": r"(?:\s+y\s+|\s+)",
    "it": r"(?:(?:(?<=milione)|(?<=milioni)|(?<=miliardi))\s+e\s+|\s+)", "pt": r"(?:\s+e\s+|\s+)",
    "nl": r"(?:\s+en\s+een\s+(?=half\b)|\s+)", "sv": r"(?:\s+och\s+en\s+(?=halv\b)|\s+)",
    "pl": r"(?:\s+i\s+(?=pół\b)|\s+)", "uk": r"(?:\s+з\s+(?=половиною\b)|\s+)",
    "ru": r"(?:\s+с\s+(?=половиной\b)|\s+)",
}  # fmt: skip
_OF = {"fr": r"(?:d['’]\s?|de\s+)?", "es": r"(?:de\s+)?", "it": r"(?:di\s+)?", "pt": r"(?:de\s+)?"}
_PARTS_OF = (
    r"(?:half|(?:a|one|three)[\s-]quarters?|(?:a|one|two)[\s-]thirds?)\s+of\s+an?\s+"
    r"(?:hundred|thousand|million|billion|trillion)\b"
)
_AND_A_HALF = r"(?:\s+and\s+a\s+half(?:\s+(?:hundred|thousand|million|billion|trillion|dozen))?)?"
_HALF_JOINED = re.compile(r" (?:en een(?= half)|och en(?= halv)|i(?= pół)|з(?= половиною)|с(?= половиной))\b")
"""What joins a half to the number before it."""
_BEHIND = r"US\$|R\$|[€£¥₴₽₺₹₪]|\$(?!\s?\d)"
"""Signs of money that stand behind the number: "12 €"."""
_LETTERS = {"k": 1e3, "t": 1e3, "m": 1e6, "g": 1e9, "md": 1e9}
"""Letters before such a sign that multiply: "48,6 M€", "3 mkr"."""
_LETTERED = r"[\s\u00a0]?(?-i:[kKMTG])(?=\s?€|EUR\b)|[\s\u00a0]?(?:m|md|t)(?=kr\b)"
_NO_SCALE = (
    r"(?!\s?(?:milliers?|millions?|milliards?|migliaia|milioni|miliardi|miles|millones|milhares|milhões|mil)\b)(?!\s\d)"
)
"""A vague number before a scale is of that scale: "une centaine de millions"."""
_LARGE = 1e6
_PENCE = {
    "en": "pence|penny|cents", "de": "cent|ct", "fr": "centimes", "es": "céntimos|centavos", "it": "centesimi",
    "pt": "cêntimos|centavos", "ru": "копеек|копейки", "uk": "копійок|копійки", "nl": "(?:euro)?cent",
    "pl": "groszy|grosze|grosz", "sv": "öre",
}  # fmt: skip
"""Hundredths of a currency."""
_NAIRA = r"(?-i:N)(?=\d[\d.,]*+\s?(?:bn|billion|mn?|million|trn|trillion|tn|k)\b|\d{1,3}(?:,\d{3}))"


def alternatives(words: list[str]) -> str:
    """A pattern of these words, longest first, so that a longer one is never cut short."""
    return "|".join(re.escape(w.strip()).replace(r"\ ", r"\s+") for w in sorted(set(words), key=lambda w: (-len(w), w)))


def base_language(language: str) -> str:
    """The language whose number words are known: its own, English for those that write a point, else ""."""
    if language in CARDINALS:
        return language
    return "en" if language in POINT_LANGUAGES else ""


@cache
def patterns_of(language: str) -> dict[str, re.Pattern[str]]:
    """The compiled patterns of one language."""
    code = base_language(language)
    number = FIGURE if code == "en" else FIGURE_COMMA
    scales = SCALES.get(language, SCALES["en"] if code == "en" else {})
    scale = alternatives(list(scales)) or r"(?!)"
    cardinals = CARDINALS.get(code, {})
    unsure = COUNTING.get(code, {})
    standing = [word for word in scales if len(word) > 3 or word in {"mil", "cem"}]
    sure = alternatives([word for word in [*cardinals, *standing] if word not in unsure])
    cardinal = "|".join([*([sure] if sure else []), *unsure.values()]) or r"(?!)"
    # "a hundred" is an amount, "a seven-member band" has one of them after its article
    lead = r"(?:half\s+an?\s+|an?\s+(?=(?:hundred|dozen|score|[mbtr]+illion|thousand)\b))?" if code == "en" else ""
    in_words = rf"{lead}\b(?:{cardinal})(?:{_LINKS.get(code, ' ')}(?:{cardinal})){{0,8}}\b"
    large = alternatives([word for word, value in scales.items() if value >= _LARGE and len(word) > 2])
    twice = r"(?:\s(?:crore|million|billion|trillion)\b)?" if code == "en" else rf"(?:\s(?:{large or '(?!)'})\b\.?)?"
    hundreds = (
        rf"(?:(?<=mil)\s+e\s+(?:{alternatives([w for w in cardinals if w.endswith(('entos', 'entas', 'cento'))])})\b)?"
    )
    hundreds = hundreds if code == "pt" else ""
    half = _AND_A_HALF if code == "en" else f"(?:{AND_A_HALF.get(code, '(?!)')})?"
    parts = rf"\b{_PARTS_OF}|" if code == "en" else ""
    figures = rf"(?:{number})(?![.,]?\d)(?:[\s\u00a0-]?(?:{scale})\b(?!/(?:s|km|l)\b)\.?{twice}{hundreds}|{_LETTERED})?"
    value = rf"{parts}(?:{figures}|{in_words}){half}"
    signs = alternatives(list(CURRENCY_SIGNS)) + "|" + _NAIRA + "|" + _NAIRA.replace("(?-i:N)", "(?-i:R)")
    percent, points = _PERCENT.get(language) or _PERCENT.get(code, _PERCENT[""])
    # "real" is a currency where it is said, and "in truth" elsewhere: "seit 2020 real um vier Prozent"
    names = alternatives([name for name in CURRENCY_NAMES if name != "real" or language in {"pt", "es"}])
    measures = alternatives(list(MEASURES))
    between = _RANGE_WORD.get(code, _RANGE_WORD[""])
    flags = re.IGNORECASE
    # "yüzde 15", "%20"
    per_cent_before = r"(?P<before>%|yüzde\s)?" if language == "tr" else "(?P<before>(?!))?"
    return {
        "amount": re.compile(
            rf"(?<![\w.,]){per_cent_before}(?P<sign>(?:{signs})\s?)?(?P<low>(?:(?<!\bor\s)minus\s)?(?:(?<!/)[-−+]|(?:(?<=[^\W\d_]\s)|(?<=[.!?]\s))–)?(?:{value}))"
            rf"(?:\s?(?P<mid>{percent}))?"
            rf"(?:(?P<link>\s?[-–—]\s?|\s+(?:{between})\s+)(?P<sign2>(?:{signs})\s?)?(?P<high>{value}))?"
            rf"(?:[\s\u00a0-]?(?P<points>{points})|[\s\u00a0-]?(?P<percent>{percent})"
            rf"|[\s\u00a0-]*{_OF.get(code, '')}(?P<behind>{_BEHIND})"
            rf"|[\s\u00a0-]*(?<=[\s\u00a0mdtMDT-]){_OF.get(code, '')}(?P<money>{names})\b|(?P<pence>(?-i:p)|"
            rf"\s?(?:{_PENCE.get(language) or _PENCE.get(code, 'pence|penny')})\b)"
            rf"|[\s\u00a0-]?(?P<measure>{measures})(?!\w))?"
            rf"(?P<after>\+|\s+or\s+(?:more|fewer|less|so)\b)?(?!\w)",
            flags,
        ),
        "vague": re.compile(
            rf"(?<!\w)(?<!\bmil\s)(?<!\d\s)(?:{alternatives(list(VAGUE))})(?:(?<=['’])|(?!\w)){_NO_SCALE}", flags
        ),
        "bound": re.compile(rf"(?<!\w)(?:{alternatives(list(BOUNDS))})\s*$", flags),
        "scale": re.compile(rf"(?:{scale})\.?$", flags),
        "number": re.compile(rf"[-–−+]?(?:{number})", flags),
    }


def value_of(text: str, language: str) -> float | None:
    """The value of one number as written, with its scale words; None where it is not one."""
    lower = re.sub(r"\s+", " ", text.lower().strip())
    if lower.startswith("minus "):
        rest = value_of(lower[6:], language)
        return -rest if rest is not None else None
    code = base_language(language)
    scales = SCALES.get(language, SCALES["en"] if code == "en" else {})
    if code in AND_A_HALF and (halved := re.search(AND_A_HALF[code], lower)):
        halves = value_of(lower[: halved.start()], language)
        last = scales.get(lower[: halved.start()].split()[-1], 1.0)
        return halves + 0.5 * max(last, 1.0) if halves is not None else None
    lower = _HALF_JOINED.sub("", lower)
    if code == "en" and (of_a := re.fullmatch(r"(.+?) of an? (\w+)", lower)):
        return _part(of_a.group(1)) * scales.get(of_a.group(2), 1.0)
    if code == "en" and " and a half" in lower:
        whole, _, behind = lower.partition(" and a half")
        first = value_of(whole, language)
        return (first + 0.5) * scales.get(behind.strip(), 1.0) if first is not None else None
    match = patterns_of(language)["number"].match(lower)
    try:
        if match and match.group():
            base = figure(re.sub("[–−]", "-", match.group()), language)
            for word in lower[match.end() :].strip(" \u00a0-.").split():
                if code == "pt" and word in CARDINALS["pt"]:
                    base += CARDINALS["pt"][word]  # "3 mil e quinhentos"
                else:
                    base *= scales.get(word.strip("."), _LETTERS.get(word, 1.0))
            return float(f"{base:.12g}")  # 8.31 times a billion leaves dust
    except ValueError:
        return None
    words = lower.replace("\u00a0", " ").split()
    if words[:1] == ["half"]:
        rest_value = words_value(words[1:], code)
        return rest_value / 2 if rest_value else None
    known = CARDINALS.get(code, {}).keys() | scales.keys()
    return words_value([part for word in words for part in ([word] if word in known else word.split("-"))], code)


def is_half_past(number: str, language: str) -> bool:
    """Whether a small number with a half behind it may be an hour: "las tres y media"."""
    half = AND_A_HALF.get(language)
    return half is not None and re.search(half, number.lower()) is not None


def _part(words: str) -> float:
    """The value of "half", "a quarter", "three quarters", "two thirds"."""
    *many, noun = words.replace("-", " ").split()
    return {"three": 3.0, "two": 2.0}.get(many[0] if many else "", 1.0) * FRACTIONS[noun]
