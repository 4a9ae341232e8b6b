"""Weekdays and days of the month without more, in Turkish, Hindi, Arabic, Chinese and Japanese.

Only where the grammar of the sentence tells that it has been: a verb of saying right behind the day, one that opens an
Arabic sentence before it, a past verb at the end of a Turkish or Hindi one that holds nothing to come.
"""

from __future__ import annotations

import re
from datetime import date, timedelta

from workbench.domain.quantities import TimeKind, TimeRef
from workbench.language.time.calendar_words import add_months, safe_date, year_span

LANGUAGES = frozenset({"tr", "hi", "ar", "zh", "ja"})
_DAYS = {
    "tr": ("pazartesi", "salı", "çarşamba", "perşembe", "cuma", "cumartesi", "pazar"),
    "hi": ("सोमवार", "मंगलवार", "बुधवार", "गुरुवार|बृहस्पतिवार", "शुक्रवार", "शनिवार", "रविवार"),
    "ar": ("الاثنين|الإثنين", "الثلاثاء", "الأربعاء", "الخميس", "الجمعة", "السبت", "الأحد"),
    "zh": tuple(f"(?:周|週|星期){sign}" for sign in ("一", "二", "三", "四", "五", "六", "[日天]")),
}
_NAMES = {
    language: "|".join(f"(?P<d{at}>{name})" for at, name in enumerate(names)) for language, names in _DAYS.items()
}
_WEEKDAY = {
    "tr": re.compile(
        rf"(?<!\w)(?<!her )(?<!gelecek )(?<!önümüzdeki )(?:{_NAMES['tr']})\s(?:günü|gecesi|akşamı|sabahı)(?!\w)",
        re.IGNORECASE,
    ),
    "hi": re.compile(rf"(?<!\w)(?<!अगले )(?<!हर )(?:{_NAMES['hi']})(?:\s(?:को|रात|सुबह|शाम))"),
    "ar": re.compile(
        rf"(?<!\w)(?:(?:مساء|صباح|فجر|ليلة|أمس|اليوم)\s)?(?:يوم\s)?(?:{_NAMES['ar']})(?!\w)(?!\s(?:المقبل|القادم|من))"
    ),
    "zh": re.compile(
        rf"(?<![下每上本这這])(?:{_NAMES['zh']})(?=(?:上午|中午|下午|晚上|晚间|晚間|晚)?"
        r"(?:向[^，。]{1,8})?(?:表示|宣布|宣佈|通报|通報|透露|发布|發布|公布|公佈|指出|证实|證實|确认|[说說称稱]))"
    ),
}  # fmt: skip
_SAID = re.compile(r"^\W{0,2}[وف]?(?:قالت?|أعلنت?|أكدت?|أضافت?|صرحت?|ذكرت?|أوضحت?|كشفت?|أفادت?)\s")
_BEFELL = re.compile(r"^\W{0,2}[وف]?(?:لقي|قتل|قتلت|أصيب|أصيبت|توفي|توفيت)\s")
"""How an Arabic sentence opens in which somebody said something, or something befell somebody."""
_THAT = re.compile(r"\s(?:إن|أن|بأن|إنه|أنه|إنها|أنها)\s|[:“\"«]")
_HAS_BEEN = {
    "tr": re.compile(r"(?:[dt][ıiuü]|m[ıi]şt[ıi]|yordu)(?:lar|ler)?[.!”\"’\s]*$"),
    "hi": re.compile(
        r"(?:था|थे|थी|थीं|गया|गई|गयी|गए|हुआ|हुई|हुए|कहा|बताया|दिया|दी|किया|की)(?:\sहै|\sहैं)?[।.!\s]*$|"
        r"\sने\s[^।]{1,60}\sकि\s"
    ),
}  # fmt: skip
_SAYS_TR = re.compile(
    r"(?:dedi|söyledi|açıkladı|belirtti|etti|savundu|kaydetti|duyurdu|bildirdi|aktardı|ekledi|vurguladı)(?:ler|lar)?[.!”\"’\s]*$"
)
_SPEAKS_TR = re.compile(r"\s(?:yaptığı|düzenlediği|katıldığı|düzenlenen|yapılan)\s")
_OTHER_TIME = {
    "tr": re.compile(
        r"\d{4}|gelecek|önümüzdeki|hafta|ayının|ilk|son\s|her\s|ocak|şubat|mart|nisan|mayıs|haziran|temmuz|ağustos|eylül|ekim|kasım|aralık",
        re.IGNORECASE,
    ),
    "hi": re.compile(r"\d{4}\sमें|अगले|हर\s|जनवरी|फ़?रवरी|मार्च|अप्रैल|मई|जून|जुलाई|अगस्त|सितंबर|अक्टूबर|नवंबर|दिसंबर"),
    "ar": re.compile(
        r"(?:عام|سنة)\s\d|يناير|فبراير|مارس|أبريل|مايو|يونيو|يوليو|أغسطس|سبتمبر|أكتوبر|نوفمبر|"
        r"ديسمبر|المقبل|القادم"
    ),
    "zh": re.compile(r"[年月](?=[^，。]{0,8}(?:周|週|星期))"),
}  # fmt: skip
"""What tells more closely which weekday is meant, and is not read here."""
_TO_COME = {
    "tr": re.compile(r"[ea]ca(?:ğ|k)|[ıiuü]yor(?!du)|(?:mas|mes)[ıi](?:n[ıi]|\s)|gerek|planl"),
    "hi": re.compile(r"(?:ग(?:ा|े|ी))(?=[\s।,.]|$)|वाल[ाेी]"),
}
_BARE = re.compile(
    r"(?:^[^、。\d年月]{0,20}(?:は|が)|^|と)(?P<d>3[01]|[12]\d|[1-9])日(?:[夜朝]|午[前後]|未明)?、"
    r"(?=[^。「」]{0,300}(?:発表し|明らかにし|述べ|語っ|逮捕し|可決し|公表し)(?:た|ました|ている)(?:[。]|$))"
)
"""A day of the month in a Japanese sentence that ends in what was done on it."""
_YEAR = {
    "ar": re.compile(r"(?<!\w)العام\sالماضي(?!\w)"), "hi": re.compile(r"(?<!\w)(?:पिछले\sसाल|पिछले\sवर्ष)(?!\w)"),
    "tr": re.compile(r"(?<!\w)geçen\s(?:yıl|sene)(?!\w)", re.IGNORECASE),
}  # fmt: skip
_TOLD_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
"""A year that the sentence tells itself: "last year" may be counted from it."""
_YESTERDAY = {
    "ar": re.compile(r"(?<!\w)أمس(?!\sالأول)(?!\w)"), "tr": re.compile(r"(?<!\w)dün(?!\w)", re.IGNORECASE),
}  # fmt: skip
_NEAR = 7
"""Days back up to which a day of the month without a month is the last time round."""


def bare_days(text: str, start: int, end: int, language: str, published: date | None) -> list[TimeRef]:
    """The days of `text[start:end]` that only the publication tells, in order.

    Args:
        text: The text.
        start: Where the sentence begins.
        end: Where it ends.
        language: One of `LANGUAGES`.
        published: The day they are counted from; None gives none.
    """
    if published is None or language not in LANGUAGES:
        return []
    sentence = text[start:end]
    found: list[TimeRef] = []
    for kind, first, last, match in _read(sentence, language, published):
        if all(match.end() + start <= one.start or match.start() + start >= one.end for one in found):
            a, b = (match.start("d"), match.end("d") + 1) if language == "ja" else match.span()
            found.append(TimeRef(start + a, start + b, sentence[a:b], kind, first, last, None, True, False))
    return sorted(found, key=lambda one: one.start)


def _read(sentence: str, language: str, published: date) -> list[tuple[TimeKind, date, date, re.Match[str]]]:
    read = []
    if language == "ja":
        for match in _BARE.finditer(sentence):
            day = _last_time(int(match["d"]), published)
            if day is not None:
                read.append((TimeKind.DATE, day, day, match))
        return read
    for match in _WEEKDAY[language].finditer(sentence):
        if _has_been(sentence, match, language):
            number = next(at for at in range(7) if match[f"d{at}"])
            day = published - timedelta(days=(published.weekday() - number) % 7)
            read.append((TimeKind.DATE, day, day, match))
    if language in _YEAR and _TOLD_YEAR.search(sentence) is None:
        first, last = year_span(published.year - 1)
        read += [(TimeKind.PERIOD, first, last, match) for match in _YEAR[language].finditer(sentence)]
    if language in _YESTERDAY:
        day = published - timedelta(days=1)
        read += [(TimeKind.DATE, day, day, match) for match in _YESTERDAY[language].finditer(sentence)]
    return read


def _has_been(sentence: str, match: re.Match[str], language: str) -> bool:
    """Whether the sentence tells that a weekday in it lies behind, and no other time is told with it."""
    if _OTHER_TIME[language].search(sentence) is not None:
        return False
    if language == "zh":
        return True
    if language == "ar":
        that = _THAT.search(sentence)
        if _BEFELL.match(sentence) is not None:
            return that is None
        return _SAID.match(sentence) is not None and that is not None and match.end() <= that.start()
    if language == "hi":
        told, _, _ = sentence.partition(" कि ")
        if match.end() > len(told):
            return False
        return (told != sentence or _HAS_BEEN["hi"].search(told) is not None) and _TO_COME["hi"].search(told) is None
    if _SAYS_TR.search(sentence) is not None:
        return _SPEAKS_TR.match(sentence, match.end()) is not None
    return _HAS_BEEN["tr"].search(sentence) is not None and _TO_COME["tr"].search(sentence) is None


def _last_time(number: int, published: date) -> date | None:
    """The last day of that number, where it is near."""
    for back in (0, 1):
        month = add_months(published.replace(day=1), -back)
        day = safe_date(month.year, month.month, number)
        if day is not None and day <= published:
            return day if (published - day).days <= _NEAR else None
    return None
