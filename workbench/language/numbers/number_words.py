"""Numbers in words beyond the first twenty and the tens: compounds, hundreds, halves, and their forms in cases."""

from __future__ import annotations

from collections.abc import Iterator


def _germanic(ones: str, tens: str, joint: str) -> Iterator[tuple[str, float]]:
    """ "dreiundzwanzig": the ones before the tens."""
    for ten, word in enumerate(tens.split(), start=2):
        for one, small in enumerate(ones.split(), start=1):
            link = "ën" if joint == "en" and small.endswith("e") else joint
            yield f"{small}{link}{word}", 10.0 * ten + one


def _glued(ones: str, tens: str) -> Iterator[tuple[str, float]]:
    """ "tjugofem", "ventidue": the tens before the ones; Italian drops a vowel before another."""
    for ten, word in enumerate(tens.split(), start=2):
        for one, small in enumerate(ones.split(), start=1):
            stem = word[:-1] if word[-1] in "ia" and small[0] in "uo" else word
            yield f"{stem}{small}", 10.0 * ten + one


def _times(first: int, words: str, scale: str, value: float) -> Iterator[tuple[str, float]]:
    """ "zweihundert", "tremila": numbers written together with what multiplies them."""
    for many, word in enumerate(words.split(), start=first):
        yield f"{word}{scale}", many * value


def _ranked(first: float, step: float, forms: str) -> Iterator[tuple[str, float]]:
    """Numbers in steps; the forms of one are parted by bars."""
    for place, each in enumerate(forms.split()):
        for word in each.split("|"):
            yield word, first + step * place


_DE, _NL = "zwei drei vier fünf sechs sieben acht neun", "twee drie vier vijf zes zeven acht negen"
_SV, _IT = "två tre fyra fem sex sju åtta nio", "due tre quattro cinque sei sette otto nove"
_TENS_DE = "zwanzig dreißig vierzig fünfzig sechzig siebzig achtzig neunzig"
_TENS_NL = "twintig dertig veertig vijftig zestig zeventig tachtig negentig"
_TENS_SV = "tjugo trettio fyrtio femtio sextio sjuttio åttio nittio"
_ONES_FR = (
    "un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize dix-sept dix-huit "
    "dix-neuf"
)
_TENS_IT = "venti trenta quaranta cinquanta sessanta settanta ottanta novanta"

MORE: dict[str, dict[str, float]] = {
    "de": {
        **dict(_germanic(f"ein {_DE}", _TENS_DE, "und")),
        **dict(_times(1, f"ein {_DE}", "hundert", 100)), **dict(_times(1, f"ein {_DE} zehn", "tausend", 1_000)),
        **dict(_times(2, _TENS_DE, "tausend", 10_000)), "hunderttausend": 1e5, "zehntausend": 1e4,
        **dict(_times(2, _DE, "hunderttausend", 1e5)), "fünfzehntausend": 15e3, "zwölftausend": 12e3, "zwo": 2,
        "halbe": 0.5, "anderthalb": 1.5, "eineinhalb": 1.5, "zweieinhalb": 2.5, "dreieinhalb": 3.5,
        "viereinhalb": 4.5, "fünfeinhalb": 5.5, "sechseinhalb": 6.5, "siebeneinhalb": 7.5,
    },
    "nl": {
        **dict(_germanic(f"een {_NL}", _TENS_NL, "en")),
        **dict(_times(2, _NL, "honderd", 100)), **dict(_times(2, f"{_NL} tien", "duizend", 1_000)),
        **dict(_times(2, _TENS_NL, "duizend", 10_000)), "honderdduizend": 1e5,
        "half": 0.5, "anderhalf": 1.5, "tweeënhalf": 2.5, "drieënhalf": 3.5, "vierenhalf": 4.5,
    },
    "sv": {
        **dict(_glued(f"en {_SV}", _TENS_SV)), **dict(_glued("ett", _TENS_SV)),
        **dict(_times(2, _SV, "hundra", 100)), **dict(_times(2, f"{_SV} tio", "tusen", 1_000)),
        "etthundra": 100, "ettusen": 1_000, "hundratusen": 1e5, **dict(_times(2, _TENS_SV, "tusen", 10_000)),
        "halv": 0.5,
    },
    "it": {
        **dict(_glued(f"uno {_IT}", _TENS_IT)), **dict(_ranked(23, 10, "ventitré trentatré quarantatré cinquantatré")),
        **dict(_times(2, _IT, "cento", 100)), **dict(_times(2, f"{_IT} dieci", "mila", 1_000)),
        **dict(_times(2, _TENS_IT, "mila", 10_000)), "centomila": 1e5, "duecentomila": 2e5, "trecentomila": 3e5,
        "cinquecentomila": 5e5, "quindicimila": 15e3, "dodicimila": 12e3, "mezzo": 0.5,
    },
    "fr": {
        **dict(_ranked(1 + 80, 1, " ".join(f"quatre-vingt-{small}" for small in _ONES_FR.split()))),
        "septante": 70, "huitante": 80, "octante": 80, "nonante": 90,
    },
    "es": {
        **dict(_ranked(21, 1, "veintiuno|veintiún|veintiuna veintidós veintitrés veinticuatro veinticinco veintiséis "
                              "veintisiete veintiocho veintinueve")),
        **dict(_ranked(200, 100, "doscientos|doscientas trescientos|trescientas cuatrocientos|cuatrocientas "
                                 "quinientos|quinientas seiscientos|seiscientas setecientos|setecientas "
                                 "ochocientos|ochocientas novecientos|novecientas")),
        "medio": 0.5,
    },
    "pt": {
        **dict(_ranked(200, 100, "duzentos|duzentas trezentos|trezentas quatrocentos|quatrocentas "
                                 "quinhentos|quinhentas seiscentos|seiscentas setecentos|setecentas "
                                 "oitocentos|oitocentas novecentos|novecentas")),
        "cento": 100, "quatorze": 14, "dezasseis": 16, "dezassete": 17, "dezanove": 19, "meio": 0.5,
    },
    "pl": {
        **dict(_ranked(30, 10, "trzydziestu czterdziestu pięćdziesięciu sześćdziesięciu siedemdziesięciu "
                               "osiemdziesięciu dziewięćdziesięciu")),
        **dict(_ranked(100, 100, "sto|stu dwieście|dwustu trzysta|trzystu czterysta|czterystu pięćset|pięciuset "
                                 "sześćset|sześciuset siedemset|siedmiuset osiemset|ośmiuset "
                                 "dziewięćset|dziewięciuset")),
        "pół": 0.5, "półtora": 1.5,
    },
    "uk": {
        **dict(_ranked(11, 1, "одинадцять|одинадцяти|одинадцятеро дванадцять|дванадцяти тринадцять|тринадцяти "
                              "чотирнадцять|чотирнадцяти п'ятнадцять|п'ятнадцяти шістнадцять|шістнадцяти "
                              "сімнадцять|сімнадцяти вісімнадцять|вісімнадцяти дев'ятнадцять|дев'ятнадцяти")),
        **dict(_ranked(20, 10, "двадцять|двадцяти тридцять|тридцяти сорок|сорока п'ятдесят|п'ятдесяти "
                               "шістдесят|шістдесяти сімдесят|сімдесяти вісімдесят|вісімдесяти дев'яносто|дев'яноста")),
        **dict(_ranked(100, 100, "сто|ста двісті|двохсот триста|трьохсот чотириста|чотирьохсот п'ятсот|п'ятисот "
                                 "шістсот|шестисот сімсот|семисот вісімсот|восьмисот дев'ятсот|дев'ятисот")),
        "пів": 0.5, "півтора": 1.5, "половиною": 0.5,
    },
    "ru": {
        **dict(_ranked(11, 1, "одиннадцать|одиннадцати двенадцать|двенадцати тринадцать|тринадцати "
                              "четырнадцать|четырнадцати пятнадцать|пятнадцати шестнадцать|шестнадцати "
                              "семнадцать|семнадцати восемнадцать|восемнадцати девятнадцать|девятнадцати")),
        **dict(_ranked(20, 10, "двадцать|двадцати тридцать|тридцати сорок|сорока пятьдесят|пятидесяти "
                               "шестьдесят|шестидесяти семьдесят|семидесяти восемьдесят|восьмидесяти "
                               "девяносто|девяноста")),
        **dict(_ranked(100, 100, "сто|ста двести|двухсот триста|трёхсот|трехсот четыреста|четырёхсот|четырехсот "
                                 "пятьсот|пятисот шестьсот|шестисот семьсот|семисот восемьсот|восьмисот "
                                 "девятьсот|девятисот")),
        "полтора": 1.5, "половиной": 0.5,
    },
}  # fmt: skip
"""By language; the values of halves count only before a million or more (`HALVES`)."""

HALVES = {
    "de": ("halbe", r"(?=\s+(?:million|milliarde|billion)\b)"), "nl": ("half", r"(?=\s+(?:miljoen|miljard)\b)"),
    "sv": ("halv", r"(?=\s+(?:miljon|miljard)\b)"), "it": ("mezzo", r"(?=\s+(?:milione|miliardo)\b)"),
    "es": ("medio", r"(?=\s+(?:millón|billón)\b)"), "pt": ("meio", r"(?=\s+(?:milhão|bilhão)\b)"),
    "pl": ("pół", r"(?=\s+(?:tysiąca|miliona|miliarda|mln|mld)\b)"),
    "uk": ("пів", r"(?=\s+(?:тисячі|мільйона|мільярда)\b)"),
}  # fmt: skip
"""A half before a large number, which would be another word elsewhere, and what then stands behind it."""
AND_A_HALF = {
    "fr": r"\s+et\s+demie?\b", "es": r"\s+y\s+medi[oa]\b", "it": r"\s+e\s+mezz[oa]\b", "pt": r"\s+e\s+mei[oa]\b",
}  # fmt: skip
"""A half behind a large number: "dos millones y medio" is 2.5 million."""
