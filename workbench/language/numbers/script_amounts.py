"""Amounts in Hindi and Arabic: figures with लाख and करोड़, ألف and مليون, money, per cent, parts and what is counted."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from workbench.domain.quantities import Bound, Quantity, QuantityKind
from workbench.language.text.tokenizer import word_set

_SCALES = {
    "hi": {"सौ": 1e2, "हज़ार": 1e3, "हजार": 1e3, "लाख": 1e5, "करोड़": 1e7, "करोड": 1e7, "अरब": 1e9, "खरब": 1e11},
    "ar": {"مئة": 1e2, "مائة": 1e2, "ألف": 1e3, "ألفا": 1e3, "ألفاً": 1e3, "آلاف": 1e3, "مليون": 1e6, "مليونا": 1e6,
           "مليوناً": 1e6, "ملايين": 1e6, "مليار": 1e9, "مليارا": 1e9, "مليارات": 1e9, "بليون": 1e9, "تريليون": 1e12},
}  # fmt: skip
_ALONE = {"ar": {"مليوني": 2e6, "مليونين": 2e6, "مليارين": 2e9, "ملياري": 2e9, "ألفي": 2e3, "ألفين": 2e3, "مئتي": 2e2}}
"""Duals: a number in one word."""
_ONES: dict[str, dict[str, float]] = {
    "hi": {"एक": 1, "दो": 2, "तीन": 3, "चार": 4, "पांच": 5, "पाँच": 5, "छह": 6, "छः": 6, "सात": 7, "आठ": 8, "नौ": 9,
           "दस": 10, "बीस": 20, "तीस": 30, "पचास": 50, "डेढ़": 1.5, "ढाई": 2.5},
    "ar": {"ثلاثة": 3, "ثلاث": 3, "أربعة": 4, "أربع": 4, "خمسة": 5, "خمس": 5, "ستة": 6, "ست": 6, "سبعة": 7, "سبع": 7,
           "ثمانية": 8, "ثماني": 8, "تسعة": 9, "تسع": 9, "عشرة": 10, "عشر": 10, "عشرين": 20, "ثلاثين": 30,
           "خمسين": 50, "نصف": 1 / 2, "ربع": 1 / 4},
}  # fmt: skip
_ADDED = {"साढ़े": 1 / 2, "साढे": 1 / 2, "सवा": 1 / 4, "पौने": -1 / 4}
"""Hindi words that add to the number behind them: "साढ़े तीन लाख" is three and a half lakh."""
_PERCENT = {"hi": r"%|प्रतिशत|फ़ीसदी|फीसदी|फ़ीसद|फीसद", "ar": r"%|بالمئة|بالمائة|في\s+المئة|في\s+المائة"}
_POINTS = {"hi": r"प्रतिशत\s+अंक", "ar": r"نقطة\s+مئوية|نقاط\s+مئوية"}
_MONEY: dict[str, dict[str, str | None]] = {
    "hi": {"रुपये": "INR", "रुपए": "INR", "रुपयों": "INR", "रुपया": "INR", "रूपये": "INR",
    "रु": "INR",
           "डॉलर": "USD", "यूरो": "EUR", "पाउंड": "GBP"},
    "ar": {"دولار": "USD", "دولارا": "USD", "دولاراً": "USD", "دولارات": "USD", "يورو": "EUR", "جنيه إسترليني": "GBP",
           "جنيه مصري": "EGP", "ريال سعودي": "SAR", "درهم إماراتي": "AED", "جنيه": None, "جنيها": None, "ريال": None,
           "دينار": None, "درهم": None, "ليرة": None, "ين": "JPY", "يوان": "CNY", "روبل": "RUB"},
}  # fmt: skip
_MEASURES = {
    "hi": {"किलोमीटर": "km", "किमी": "km", "मीटर": "m", "किलोग्राम": "kg", "किलो": "kg", "टन": "t", "हेक्टेयर": "ha",
           "एकड़": "acre", "लीटर": "l", "डिग्री सेल्सियस": "°C", "मेगावाट": "MW", "वर्ग किलोमीटर": "km²"},
    "ar": {"كيلومترا": "km", "كيلومتر": "km", "كيلومترات": "km", "كلم": "km", "متر": "m", "مترا": "m", "أمتار": "m",
           "طن": "t", "طنا": "t", "كيلوغرام": "kg", "كيلوغراما": "kg", "هكتار": "ha", "هكتارا": "ha", "لتر": "l",
           "درجة مئوية": "°C", "برميل": "barrel", "كيلومتر مربع": "km²", "ميغاواط": "MW"},
}  # fmt: skip
_BEFORE = {
    "hi": {"लगभग": Bound.APPROXIMATE, "करीब": Bound.APPROXIMATE, "क़रीब": Bound.APPROXIMATE,
    "तकरीबन": Bound.APPROXIMATE,
           "कम से कम": Bound.AT_LEAST, "अधिकतम": Bound.AT_MOST},
    "ar": {"نحو": Bound.APPROXIMATE, "حوالي": Bound.APPROXIMATE, "قرابة": Bound.APPROXIMATE,
    "زهاء": Bound.APPROXIMATE,
           "ما يقرب من": Bound.APPROXIMATE, "أكثر من": Bound.MORE_THAN, "ما يزيد على": Bound.MORE_THAN,
           "ما يزيد عن": Bound.MORE_THAN, "أقل من": Bound.LESS_THAN, "ما لا يقل عن": Bound.AT_LEAST,
           "لا يقل عن": Bound.AT_LEAST},
}  # fmt: skip
_BEHIND = {
    "hi": {"से अधिक": Bound.MORE_THAN, "से ज़्यादा": Bound.MORE_THAN, "से ज्यादा": Bound.MORE_THAN,
    "से कम": Bound.LESS_THAN,
           "से ऊपर": Bound.MORE_THAN},
    "ar": {"على الأقل": Bound.AT_LEAST, "على الأكثر": Bound.AT_MOST},
}  # fmt: skip
_PARTS = {
    "hi": {"एक तिहाई": 1 / 3, "दो तिहाई": 2 / 3, "एक चौथाई": 1 / 4, "तीन चौथाई": 3 / 4, "आधे": 1 / 2, "आधी": 1 / 2,
           "आधा": 1 / 2, "दोगुना": 2, "दोगुनी": 2, "दोगुने": 2, "तीन गुना": 3, "तिगुना": 3},
    "ar": {"نصف": 1 / 2, "ثلث": 1 / 3, "ثلثي": 2 / 3, "ثلثا": 2 / 3, "ربع": 1 / 4, "ثلاثة أرباع": 3 / 4,
           "ثلاثة أضعاف": 3},
}  # fmt: skip
_DATED = {
    "hi": r"(?:जनवरी|फरवरी|फ़रवरी|मार्च|अप्रैल|मई|जून|जुलाई|अगस्त|सितंबर|सितम्बर|अक्टूबर|नवंबर|नवम्बर|दिसंबर|"
    r"दिसम्बर|बजे|तारीख)",
    "ar": r"(?:يناير|كانون|فبراير|شباط|مارس|آذار|أبريل|نيسان|مايو|أيار|يونيو|حزيران|يوليو|تموز|أغسطس|آب|سبتمبر|أيلول|"
    r"أكتوبر|تشرين|نوفمبر|ديسمبر|صباحا|مساء|صباحاً|مساءً)",
}
"""What stands behind a number that is a day or an hour."""
_NO_NOUN = {
    "hi": word_set("रहा रही रहे हुआ हुई हुए गया गई गए में से को का की के और या तक पर है हैं था थे ने भी ही"),
    "ar": word_set("في من إلى على عن أو هو هي أن ما كان بعد قبل خلال منذ حتى مع"),
}
_NTH = {"दूसरा": 2, "दूसरी": 2, "तीसरा": 3, "तीसरी": 3, "तीसरे": 3, "चौथा": 4, "चौथी": 4, "चौथे": 4, "पांचवां": 5, "पाँचवाँ": 5,
        "पांचवीं": 5, "छठा": 6, "दसवां": 10, "दसवाँ": 10}  # fmt: skip
_EVERY = re.compile(rf"हर\s(?P<nth>{'|'.join(_NTH)})(?=\s)(?!\s(?:दिन|महीने|साल|हफ्ते))")
"""Every n-th of something."""
LANGUAGES = frozenset(_SCALES)
_FEWEST = 2
"""A number in one word counts from here on: "one" is also an article."""
_FIGURE = r"\d{1,3}(?:,\d{2,3})+(?:\.\d++)?|\d{1,15}(?:[.,]\d++)?"
_END = r"(?![^\W\d_]|[\u0900-\u0963\u064b-\u0652])"
"""No letter and no vowel sign goes on behind a word."""
_WORD = re.compile(r"[\s-]{1,3}(?P<word>[^\s\d.,;:!?।॥،؛؟()«»\"“”%/-]{2,30})")


@dataclass(frozen=True, slots=True)
class _Forms:
    amount: re.Pattern[str]
    part: re.Pattern[str]
    before: re.Pattern[str]
    dated: re.Pattern[str]


def _any(words: Iterable[str]) -> str:
    return "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in sorted(words, key=len, reverse=True))


@cache
def _forms(language: str) -> _Forms:
    scale = rf"(?:{_any(_SCALES[language])}){_END}"
    ones = rf"(?:{_any(_ONES[language])}){_END}"
    alone = rf"|(?P<alone>(?:{_any(_ALONE[language])}){_END})" if language in _ALONE else ""
    added = rf"(?:(?P<added>{_any(_ADDED)})\s)?" if language == "hi" else ""
    begin = r"(?<![\w.,:/\u0900-\u0963\u064b-\u0652-])"
    money, measure = _any(_MONEY[language]), _any(_MEASURES[language])
    behind = _any(_BEHIND[language])
    return _Forms(
        re.compile(
            rf"{begin}(?P<sign>[$€£₹]\s?)?{added}(?:(?P<figure>{_FIGURE})(?:\s?(?P<scales>{scale}(?:\s{scale})?))?"
            rf"|(?P<one>{ones})\s(?P<scales1>{scale}(?:\s{scale})?){alone}|(?P<few>{ones})(?=\s))"
            rf"(?:\s?(?P<points>{_POINTS[language]}){_END}|\s?(?P<percent>{_PERCENT[language]})(?!\w)"
            rf"|\s(?P<money>{money}){_END}|\s?(?P<measure>{measure}){_END})?(?:\s(?P<after>{behind}){_END})?"
        ),
        re.compile(rf"{begin}(?P<part>{_any(_PARTS[language])}){_END}"),
        re.compile(rf"(?:^|(?<=[\sو(]))(?P<word>{_any(_BEFORE[language])})\s{{1,3}}$"),
        re.compile(rf"\s{{1,3}}{_DATED[language]}|:\d|[/-]\d"),
    )


def script_amounts(text: str, start: int, language: str) -> list[Quantity]:
    """The amounts of a Hindi or Arabic text from `start` on, in order, as `legible` gives the text."""
    forms = _forms(language)
    found: list[Quantity] = []
    for match in forms.amount.finditer(text, start):
        quantity = _amount(text, start, match, language, forms)
        if quantity is not None:
            found.append(quantity)
    for match in _EVERY.finditer(text, start) if language == "hi" else ():
        value = 1 / _NTH[match["nth"]]
        found.append(Quantity(match.start(), match.end(), match.group(), QuantityKind.RATIO, value, value))
    for match in forms.part.finditer(text, start):
        value = _PARTS[language][re.sub(r"\s+", " ", match["part"])]
        if all(match.end() <= q.start or match.start() >= q.end for q in found):
            found.append(Quantity(match.start(), match.end(), match.group(), QuantityKind.RATIO, value, value))
    return sorted(found, key=lambda q: q.start)


def _amount(text: str, start: int, match: re.Match[str], language: str, forms: _Forms) -> Quantity | None:
    value = _value(match, language)
    kind, unit, currency = QuantityKind.COUNT, None, None
    if match["points"]:
        kind = QuantityKind.PERCENTAGE_POINTS
    elif match["percent"]:
        kind = QuantityKind.PERCENT
    elif match["sign"] or match["money"]:
        kind = QuantityKind.MONEY
        name = re.sub(r"\s+", " ", match["money"] or "")
        sign = {"$": "USD", "€": "EUR", "£": "GBP", "₹": "INR"}.get((match["sign"] or "").strip())
        currency = sign or _MONEY[language].get(name)
    elif match["measure"]:
        kind, unit = QuantityKind.MEASURE, _MEASURES[language][re.sub(r"\s+", " ", match["measure"])]
    else:
        scaled = match["scales"] or match["scales1"] or match.groupdict().get("alone")
        if not scaled and (forms.dated.match(text, match.end()) or (len(match.group()) == 4 and 1400 <= value <= 2200)):
            return None
        noun = _WORD.match(text, match.end())
        if match["few"] and forms.part.match(text, match.start()):
            return None
        if match["few"] and (noun is None or noun["word"] in _NO_NOUN[language] or value < _FEWEST):
            return None
        unit = noun["word"] if noun and noun["word"] not in _NO_NOUN[language] else None
    bound, at = Bound.EXACT, match.start()
    before = forms.before.search(text, max(start, at - 20), at)
    if match["after"]:
        bound = _BEHIND[language][re.sub(r"\s+", " ", match["after"])]
    elif before is not None:
        bound, at = _BEFORE[language][re.sub(r"\s+", " ", before["word"])], before.start("word")
    low: float | None = value
    high: float | None = value
    if bound in {Bound.AT_LEAST, Bound.MORE_THAN}:
        high = None
    elif bound in {Bound.AT_MOST, Bound.LESS_THAN}:
        low = None
    return Quantity(at, match.end(), text[at : match.end()], kind, low, high, bound, unit, currency)


def _value(match: re.Match[str], language: str) -> float:
    """The value of a number with its scale words."""
    dual = match.groupdict().get("alone")
    if dual:
        return _ALONE[language][dual]
    if match["figure"]:
        written = match["figure"]
        decimal = re.fullmatch(r"\d+,\d{1,2}", written) if language == "ar" else None
        value = float(written.replace(",", "." if decimal else ""))
    else:
        value = float(_ONES[language][match["one"] or match["few"]])
    value += _ADDED.get(match.groupdict().get("added") or "", 0)
    scales: str = match["scales"] or match["scales1"] or ""
    for word in scales.split():
        value *= _SCALES[language][word]
    return value
