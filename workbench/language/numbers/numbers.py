"""Numbers written as figures or words, in English, German, French, Spanish, Italian, Portuguese and others."""

from __future__ import annotations

import re

from workbench.language.numbers.number_words import HALVES, MORE

_ONES = {
    "en": "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
    "seventeen eighteen nineteen",
    "de": "null eins zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn fünfzehn sechzehn "
    "siebzehn achtzehn neunzehn",
    "fr": "zéro un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize dix-sept "
    "dix-huit dix-neuf",
    "es": "cero uno dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciséis "
    "diecisiete dieciocho diecinueve",
    "it": "zero uno due tre quattro cinque sei sette otto nove dieci undici dodici tredici quattordici quindici sedici "
    "diciassette diciotto diciannove",
    "pt": "zero um dois três quatro cinco seis sete oito nove dez onze doze treze catorze quinze dezesseis dezessete "
    "dezoito dezenove",
    "nl": "nul één twee drie vier vijf zes zeven acht negen tien elf twaalf dertien veertien vijftien zestien "
    "zeventien achttien negentien",
    "sv": "noll ett två tre fyra fem sex sju åtta nio tio elva tolv tretton fjorton femton sexton sjutton arton nitton",
    "pl": "zero jeden dwa trzy cztery pięć sześć siedem osiem dziewięć dziesięć jedenaście dwanaście trzynaście "
    "czternaście piętnaście szesnaście siedemnaście osiemnaście dziewiętnaście",
}
_TENS = {
    "en": "twenty thirty forty fifty sixty seventy eighty ninety",
    "de": "zwanzig dreißig vierzig fünfzig sechzig siebzig achtzig neunzig",
    "fr": "vingt trente quarante cinquante soixante soixante-dix quatre-vingts quatre-vingt-dix",
    "es": "veinte treinta cuarenta cincuenta sesenta setenta ochenta noventa",
    "it": "venti trenta quaranta cinquanta sessanta settanta ottanta novanta",
    "pt": "vinte trinta quarenta cinquenta sessenta setenta oitenta noventa",
    "nl": "twintig dertig veertig vijftig zestig zeventig tachtig negentig",
    "sv": "tjugo trettio fyrtio femtio sextio sjuttio åttio nittio",
    "pl": "dwadzieścia trzydzieści czterdzieści pięćdziesiąt sześćdziesiąt siedemdziesiąt osiemdziesiąt "
    "dziewięćdziesiąt",
}
SCALES: dict[str, dict[str, float]] = {
    "en": {
        "hundred": 1e2, "thousand": 1e3, "k": 1e3, "million": 1e6, "m": 1e6, "mn": 1e6, "mln": 1e6,
        "billion": 1e9, "bn": 1e9, "b": 1e9, "trillion": 1e12, "tn": 1e12, "trn": 1e12, "lakh": 1e5, "crore": 1e7,
    },
    "de": {
        "hundert": 1e2, "tausend": 1e3, "tsd": 1e3, "million": 1e6, "millionen": 1e6, "mio": 1e6, "milliarde": 1e9,
        "milliarden": 1e9, "mrd": 1e9, "dutzend": 12, "billion": 1e12, "billionen": 1e12, "bio": 1e12,
    },
    "fr": {
        "cent": 1e2, "cents": 1e2, "mille": 1e3, "million": 1e6, "millions": 1e6, "milliard": 1e9, "milliards": 1e9,
        "demi-million": 5e5, "demi-milliard": 5e8, "md": 1e9, "mds": 1e9, "billion": 1e12, "billions": 1e12,
    },
    "es": {
        "docena": 12, "docenas": 12,
        "cien": 1e2, "cientos": 1e2, "ciento": 1e2, "mil": 1e3, "millón": 1e6, "millones": 1e6,
        "billón": 1e12, "billones": 1e12,
    },
    "it": {
        "dozzina": 12, "dozzine": 12,
        "cento": 1e2, "mille": 1e3, "mila": 1e3, "milione": 1e6, "milioni": 1e6, "mln": 1e6, "miliardo": 1e9,
        "miliardi": 1e9, "mld": 1e9,
    },
    "pt": {
        "dúzia": 12, "dúzias": 12,
        "cem": 1e2, "mil": 1e3, "milhão": 1e6, "milhões": 1e6, "mi": 1e6, "bilhão": 1e9, "bilhões": 1e9, "bi": 1e9,
        "trilhão": 1e12, "trilhões": 1e12,
    },
    "uk": {
        "тис": 1e3, "тисяч": 1e3, "тисячі": 1e3, "тисяча": 1e3, "млн": 1e6, "мільйон": 1e6, "мільйона": 1e6,
        "мільйони": 1e6, "мільйонів": 1e6, "млрд": 1e9, "мільярд": 1e9, "мільярда": 1e9, "мільярди": 1e9,
        "мільярдів": 1e9, "трлн": 1e12, "півмільйона": 5e5, "півмільярда": 5e8,
    },
    "ru": {
        "тыс": 1e3, "тысяч": 1e3, "тысячи": 1e3, "тысяча": 1e3, "млн": 1e6, "миллион": 1e6, "миллиона": 1e6,
        "миллионов": 1e6, "млрд": 1e9, "миллиард": 1e9, "миллиарда": 1e9, "миллиардов": 1e9, "миллионы": 1e6,
        "миллиарды": 1e9,
        "трлн": 1e12, "полмиллиона": 5e5, "полмиллиарда": 5e8,
    },
    "nl": {"honderd": 1e2, "duizend": 1e3, "miljoen": 1e6, "mln": 1e6, "miljard": 1e9, "mld": 1e9},
    "pl": {"tys": 1e3, "tysięcy": 1e3, "tysiąc": 1e3, "tysiąca": 1e3, "tysiące": 1e3, "mln": 1e6, "milion": 1e6,
           "miliona": 1e6, "miliony": 1e6, "milionów": 1e6, "mld": 1e9, "miliard": 1e9, "miliarda": 1e9,
           "miliardy": 1e9, "miliardów": 1e9, "bln": 1e12, "biliona": 1e12, "bilionów": 1e12},
    "tr": {"bin": 1e3, "milyon": 1e6, "milyar": 1e9, "trilyon": 1e12},
    "sv": {"hundra": 1e2, "tusen": 1e3, "miljon": 1e6, "miljoner": 1e6, "mn": 1e6, "miljard": 1e9, "miljarder": 1e9,
           "mdr": 1e9},
}  # fmt: skip
"""Words that multiply the number before them. A French or German "billion" is a million million."""


def _cardinals(language: str) -> dict[str, float]:
    table = {word: float(i) for i, word in enumerate(_ONES[language].split())}
    table.update({word: 20.0 + 10 * i for i, word in enumerate(_TENS[language].split())})
    return table


CARDINALS: dict[str, dict[str, float]] = {language: _cardinals(language) for language in _ONES}
CARDINALS["de"].update({"ein": 1, "eine": 1, "einen": 1, "einem": 1, "einer": 1})
CARDINALS["fr"].update({"une": 1})
CARDINALS["es"].update({"un": 1, "una": 1})
CARDINALS["it"].update({"un": 1, "una": 1})
CARDINALS["pt"].update({"uma": 1, "duas": 2})
_GENITIVE_PL = (
    "dwóch trzech czterech pięciu sześciu siedmiu ośmiu dziewięciu dziesięciu jedenastu dwunastu trzynastu czternastu "
    "piętnastu szesnastu siedemnastu osiemnastu dziewiętnastu dwudziestu"
)
CARDINALS["pl"].update({word: float(i) for i, word in enumerate(_GENITIVE_PL.split(), start=2)})
CARDINALS["pl"].update({"dwie": 2, "dwoje": 2, "troje": 3, "sto": 100})
_IN_WORDS = {
    "uk": "один|одна|одне|одного|одну дві|два|двох|двоє три|трьох|троє чотири|чотирьох|четверо п'ять|п'яти|п'ятеро "
    "шість|шести|шестеро сім|семи|семеро вісім|восьми|восьмеро дев'ять|дев'яти десять|десяти|десятеро",
    "ru": "один|одна|одно|одного|одну два|две|двух|двое три|трёх|трех|трое четыре|четырёх|четырех|четверо "
    "пять|пяти|пятеро шесть|шести|шестеро семь|семи|семеро восемь|восьми девять|девяти десять|десяти",
}
"""Numbers from one to ten in their forms."""
for _code, _words in _IN_WORDS.items():
    _listed = [forms.split("|") for forms in _words.split()]
    CARDINALS[_code] = {word: float(i) for i, forms in enumerate(_listed, start=1) for word in forms}
    CARDINALS[_code].update({word.replace("'", "’"): value for word, value in CARDINALS[_code].items()})
for _code, _more in MORE.items():
    CARDINALS[_code].update({**_more, **{word.replace("'", "’"): value for word, value in _more.items()}})
CARDINALS["en"].update({"dozen": 12, "dozens": 12})
_MEASURED_NL = r"(?:jaar|procent|euro|keer|kilometer|meter|kilo|liter|gram|duizend|miljoen|miljard)\b"
_COUNTED_NL = (
    rf"(?=\s+(?:{_MEASURED_NL}|(?!(?:samen|tegen|tussen|binnen|buiten|boven|beneden|open|eigen|alles|niets|soms|reeds|steeds|"
    r"straks|volgens|tijdens|sinds|slechts|morgen|zelfs|anders|thuis|nemen|genomen|namen|slaan|geslagen|geven|gegeven|"
    r"gaven|deze|onze|alle|elke)\b)(?:[^\W\d_]{3,15}e\s+)?(?-i:[a-zà-ÿ]){2,30}(?:en|(?<=[a-zà-ÿ]{3})s|['’]s)\b))"
)
"""A plural behind a Dutch number, or a measure."""
_BEFORE_ACHT = (
    r"(?<=^)|(?<=[.!?\n]\s)|"
    r"(?<=\b(?:de|in|na|op|al)\s)|"
    r"(?<=\b(?:aan|van|met|tot|nog|dan|bij|had)\s)|"
    r"(?<=\b(?:voor|over|ruim|alle|door|zijn|telt)\s)|"
    r"(?<=\b(?:onder|bijna|waren|heeft|kreeg)\s)|"
    r"(?<=\b(?:binnen|werden|hebben|hadden|kregen|vielen|kwamen)\s)|"
    r"(?<=\b(?:ongeveer|minstens)\s)"
)
"""What stands before a Dutch eight, and is nobody who deems something."""
_COUNTED_SV = (
    r"(?=\s+(?:[^\W\d_]{3,30}(?:or|ningar|heter|ioner|anter|enter|ister|iker)|(?:[^\W\d_]{0,20})(?:personer|månader|timmar|"
    r"minuter|dagar|gånger|miljoner|miljarder|elever|bilar|båtar|länder|platser|matcher)|procent|tusen|kilometer|meter|"
    r"kilo|ton|år|barn|män|hus|fall)\b)"
)
"""A noun that is surely counted behind a Swedish six."""
COUNTING: dict[str, dict[str, str]] = {
    "nl": {
        "acht": rf"(?:{_BEFORE_ACHT})acht{_COUNTED_NL}",
        "vier": rf"(?<!\bik )vier{_COUNTED_NL}",
        "elf": rf"(?<!\been )elf{_COUNTED_NL}",
    },
    "sv": {"sex": rf"sex{_COUNTED_SV}"},
}
"""Numbers in words that are other words as well ("acht" deems, "vier" celebrate), and where they surely count."""
_COUNTED_FR = r"(?=\s+(?:[^\W\d_]+[sx]|mille|cents?|pour|millions?|milliards?|mois|fois|d['’]entre|sur)\b|-|\s?%)"
_IN_NUMBER = r"(?<=[a-z]-)neuf|(?<=cent\s)neuf|(?<=cents\s)neuf|(?<=mille\s)neuf|(?<=millions\s)neuf"
COUNTING["fr"] = {"neuf": f"{_IN_NUMBER}|neuf{_COUNTED_FR}"}  # "un logement neuf" is new
COUNTING["uk"] = {"половиною": r"(?<=\sз\s)половиною"}
_COUNTED_SLAVIC = r"(?=\s+(?:[^\W\d_]+(?:ов|ей|ев|ів)|лет|осіб|гривень|тысяч|тисяч|человек|процентов|"
_COUNTED_SLAVIC += r"(?:одн|дв|тр|чет|чот|пят|п['’]ят|шест|сем|вос|дев)[^\W\d_]*)\b)"
COUNTING["ru"] = {"половиной": r"(?<=\sс\s)половиной"}
CARDINALS["sv"]["en"] = 1
COUNTING["sv"]["en"] = r"en(?=\soch\sen\shalv\s)"
for _code in ("uk", "ru"):
    COUNTING[_code]["сорока"] = f"сорока{_COUNTED_SLAVIC}"  # a magpie too
for _code, (_word, _large) in HALVES.items():
    COUNTING.setdefault(_code, {})[_word] = f"{_word}{_large}"
_NO_LIMIT = 1e18


def _room_below(value: float, language: str) -> float:
    """What may follow a number word is smaller: ones after twenty, tens after two hundred, a half after two."""
    if value >= _TEN:
        unit = next(unit for unit in (1_000.0, 100.0, 10.0) if value >= unit)
        if value % unit == 0:
            return 20.0 if language == "fr" and value in {60.0, 80.0} else unit
    return 1.0


_TEN, _HUNDRED = 10, 100
_HALF = 0.5
_DOZENS = frozenset({"dozen", "dozens"})

FRACTIONS: dict[str, float] = {
    "half": 1 / 2, "third": 1 / 3, "thirds": 1 / 3, "quarter": 1 / 4, "quarters": 1 / 4, "fourth": 1 / 4,
    "fourths": 1 / 4, "fifth": 1 / 5, "fifths": 1 / 5, "sixth": 1 / 6, "sixths": 1 / 6, "eighth": 1 / 8,
    "eighths": 1 / 8, "tenth": 1 / 10, "tenths": 1 / 10,
}  # fmt: skip
"""English fraction words."""

ORDINALS: dict[str, int] = {
    word: i
    for i, word in enumerate(
        [
            "first",
            "second",
            "third",
            "fourth",
            "fifth",
            "sixth",
            "seventh",
            "eighth",
            "ninth",
            "tenth",
            "eleventh",
            "twelfth",
            "thirteenth",
            "fourteenth",
            "fifteenth",
            "sixteenth",
            "seventeenth",
            "eighteenth",
            "nineteenth",
            "twentieth",
        ],
        start=1,
    )
}
"""English ordinal words and their rank."""

FIGURE = r"\d{1,3}(?:[,\u00a0\u202f  ]\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"
FIGURE_COMMA = r"\d{1,3}(?:[.\u00a0\u202f  ]\d{3})+(?:,\d+)?|\d+(?:,\d+|\.\d{1,2}(?!\d))?"
"""A number as most of Europe and South America write it: the comma is the decimal mark."""

POINT_LANGUAGES = frozenset({"en", "hi", "zh", "ja", "ko", "th", "he", "ar", "bn", "ur", "ta", "ms", "sw"})
"""Languages whose decimal mark is the point; in all others it is the comma."""


def figure(text: str, language: str = "en") -> float:
    """The value of a number in figures; the comma is a decimal mark outside English.

    Raises:
        ValueError: It is no number.
    """
    plain = re.sub(r"[\s\u00a0\u202f]", "", text)
    if language in POINT_LANGUAGES:
        return float(plain.replace(",", ""))
    if "," not in plain and re.fullmatch(r"[-+]?\d+\.\d{1,2}", plain):
        return float(plain)  # no group of three: a point for the decimals after all
    return float(plain.replace(".", "").replace(",", "."))


def words_value(words: list[str], language: str = "en") -> float | None:
    """The value of number words in reading order ("two hundred and fifty thousand" is 250000)"
    ", None if they say no number."""
    cardinals = CARDINALS.get(language, CARDINALS["en"])
    scales = SCALES.get(language, SCALES["en"])
    total = current = 0.0
    seen = False
    least = _NO_LIMIT
    for word in words:
        if word in {"and", "und", "et", "y", "e", "a", "an"}:
            if word in {"a", "an"}:
                current = current or 1
                seen = True
            continue
        if word in _DOZENS:
            current = 12 * (current or 1)  # "three dozen" multiplies, as hundreds do
            seen = True
        elif word in cardinals:
            if language != "en" and cardinals[word] >= least:
                return None  # "cinco votos a cuatro una moción": two numbers
            least = _room_below(cardinals[word], language)
            half = cardinals[word] == _HALF and current == 1 and language == "de"  # "eine halbe Million"
            current = _HALF if half else current + cardinals[word]
            seen = True
        elif "-" in word and all(part in cardinals for part in word.split("-")):
            current += sum(cardinals[part] for part in word.split("-"))
            seen = True
        elif word in scales:
            scale = scales[word]
            least = scale
            if scale <= _HUNDRED:
                current = (current or 1) * scale
            else:
                # "dos mil trescientos millones": what multiplies more than all before multiplies all before
                total = (total + current or 1) * scale if total < scale else total + (current or 1) * scale
                current = 0.0
            seen = True
        else:
            return None
    return total + current if seen else None
