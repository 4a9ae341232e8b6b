"""Times in German, French, Spanish, Italian and Portuguese: days, months, years, weekdays, "last year"."""

from __future__ import annotations

import re
from datetime import date, timedelta
from functools import cache

from workbench.domain.quantities import TimeKind, TimeRef
from workbench.language.grammar.modality_elsewhere import predicts
from workbench.language.time.calendar_words import month_span, safe_date, year_span

LANGUAGES = frozenset({"de", "fr", "es", "it", "pt"})

_MONTHS = {
    "de": "januar|jänner februar|feber märz april mai juni juli august september oktober november dezember",
    "fr": "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
    "es": "enero febrero marzo abril mayo junio julio agosto septiembre|setiembre octubre noviembre diciembre",
    "it": "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre",
    "pt": "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro",
}
_DAYS = {
    "de": "montag dienstag mittwoch donnerstag freitag samstag|sonnabend sonntag",
    "fr": "lundi mardi mercredi jeudi vendredi samedi dimanche",
    "es": "lunes martes miércoles jueves viernes sábado domingo",
    "it": "lunedì martedì mercoledì giovedì venerdì sabato domenica",
    "pt": "segunda(?:-feira)? terça(?:-feira)? quarta(?:-feira)? quinta(?:-feira)? sexta(?:-feira)? sábado domingo",
}
_IN = {"de": r"im|seit|bis|ende|anfang|mitte", "fr": r"en|au\s+mois\s+de|depuis|d['’]ici(?:\s+à)?|fin|début",
       "es": r"en|desde|hasta", "it": r"a|in|nel|da|dal|fino\s+a", "pt": r"em|desde|até"}  # fmt: skip
_ON = {"de": r"am|seit|bis|vom|zum", "fr": r"le|ce|depuis|dès|jusqu['’]au|du", "es": r"el|este|del|desde\s+el|"
r"hasta\s+el",
       "it": r"|il|dal|fino\s+al", "pt": r"n[ao]|nest[ae]|d[ao]|desde|até|em"}  # fmt: skip
_SINCE = {"de": r"(?:seit|ab)(?:\s+(?:dem|anfang|ende))?", "fr": r"depuis(?:\s+(?:le|"
r"l['’]an))?", "es": r"desde(?:\s+(?:el|hace))?",
          "it": r"(?:dal|da|sin\s+dal)", "pt": r"desde(?:\s+[oa])?"}  # fmt: skip
_UNTIL = {"de": r"bis(?:\s+(?:zum|ende|anfang))?", "fr": r"(?:jusqu['’](?:en|au?|à)|d['’]ici(?:\s+(?:à|le|fin))?)",
          "es": r"hasta(?:\s+el)?", "it": r"(?:fino\s+al?|entro(?:\s+il)?)", "pt": r"até(?:\s+[oa])?"}  # fmt: skip
_LAST_YEAR = {"de": r"(?:im\s+)?(?:vergangenen|letzten|vorigen)\s+jahr(?:es)?|vergangenes\s+jahr|letztes\s+jahr|"
r"vorjahr",
              "fr": r"l['’](?:an|année)\s+(?:dernier|dernière|passée?)", "es": r"(?:el|del)\s+(?:año\s+pasado|"
              r"pasado\s+año)",
              "it": r"(?:(?:l|dell|nell)['’]anno\s+(?:scorso|passato)|(?:lo|dello|nello)\s+scorso\s+anno)",
              "pt": r"(?:o|no|do)?\s*ano\s+passado"}  # fmt: skip
_THIS_YEAR = {"de": r"(?:in\s+diesem|dieses|im\s+laufenden)\s+jahr(?:es)?|"
r"heuer", "fr": r"cette\s+année", "es": r"este\s+año",
              "it": r"quest['’]anno", "pt": r"n?este\s+ano"}  # fmt: skip
_YESTERDAY = {"de": "gestern", "fr": "hier", "es": "ayer", "it": "ieri", "pt": "ontem"}
_DAY_BEFORE = {
    "de": "vorgestern",
    "fr": r"avant-?\s?hier",
    "es": r"ante(?:s\s+de\s+)?ayer",
    "it": r"(?:l['’]altro\s*ieri|ieri\s+l['’]altro|avantieri)",
    "pt": r"(?:anteontem|antes\s+de\s+ontem)",
}
"""The day before yesterday."""
_PAST = {
    "de": r"\b(?:hat|haben|hatte|hatten|war|waren|wurde|wurden|ist|sind|sei|seien)\b[^!?]*\b(?:\w*ge\w+(?:t|en)|"
    r"\w+iert|(?:ver|be|er|ent|zer)\w+(?:t|en))\b|"
    r"\b(?!heute|leute|seite|weite|rechte|letzte|beste|erste|zweite|dritte|mitte|karte|kosten|daten|minuten|"
    r"städte|märkte|zeiten|"
    r"orten|arten|laut|hälfte|werte|punkte|projekte|experten|soldaten|arbeiten|heften|höchste)(?-i:[a-zäöüß]{2,}(?:te|"
    r"ten))\b|"
    r"\b(?:stieg|stiegen|sank|sanken|fiel|fielen|kam|kamen|ging|gingen|gab|starb|starben|begann|begannen|fuhr|"
    r"fuhren|verlor|gewann|"
    r"traf|trafen|schoss|sprach|rief|lief|nahm|fand|fanden|schlug|zog|zogen|stand|standen|lag|lagen|brach|war|"
    r"waren|wurde|wurden)\b",
    "fr": r"\b(?:a|ont|est|sont|avait|avaient|était|étaient|s['’]est|se\s+sont|n['’]a|"
    r"n['’]ont)\s+(?:\w+\s+){0,2}?\w+(?:é|ée|és|ées|i|ie|is|it|ite|u|ue|us|ues|rt|rte|rts)\b|"
    r"\b\w{3,}(?:aient|èrent)\b",
    "es": r"\b\w{2,}(?:ó|aron|ieron|ió|aba|aban)\b|\b(?:fue|fueron|hubo|dijo|tuvo|hizo|estuvo|puso|pudo|vino|dio|"
    r"era|eran)\b|\bha[n]?\s+\w+[dt]o\b",
    "it": r"\b(?:ha|hanno|è|sono|aveva|avevano|era|erano|si\s+è)\s+(?:\w+\s+){0,2}?\w+(?:t|s|rt)[oaie]\b|"
    r"\b\w{3,}(?:avano|evano)\b",
    "pt": r"\b\w{2,}(?:ou|aram|eram|iram|iu|eu)\b|\b(?:foi|foram|houve|disse|teve|fez|era|eram|estava|estavam)\b",
}
_YEAR = r"(?:1[4-9]\d\d|20\d\d)"
_BOUNDARY = re.compile(r"[.!?](?=\s+[A-ZÀ-Þ„«“\"])|\n")
_OLDEST = 240
"""Days back up to which a day or month without a year is that of the last time round."""


@cache
def _forms(language: str) -> list[tuple[str, re.Pattern[str]]]:
    months = "|".join(_MONTHS[language].split())
    days = "|".join(_DAYS[language].split())
    of = r"(?:de\s+|del\s+)?"
    listed = [
        ("iso", r"(?<![\w-])(?P<y>\d{4})-(?P<m>\d\d)-(?P<d>\d\d)(?!\d)"),
        ("figures", rf"(?<![\d./])(?P<d>\d{{1,2}})[./](?P<m>\d{{1,2}})[./](?P<y>{_YEAR})(?!\d)"),
        ("day", rf"(?<![\d.,])(?P<d>\d{{1,2}})(?:\.|er|º|°)?\s+{of}(?P<m>{months})\b\.?(?:\s+{of}(?P<y>{_YEAR})\b)?"),
        ("month", rf"\b(?P<m>{months})\s+{of}(?P<y>{_YEAR})\b"),
        ("years", rf"(?<![\w,.-])(?P<a>{_YEAR})\s?[-–/]\s?(?P<b>{_YEAR}|\d\d)(?![\d%]|[.,]\d)"),
        ("last year", rf"\b(?:{_LAST_YEAR[language]})\b"),
        ("this year", rf"\b(?:{_THIS_YEAR[language]})\b"),
        ("day before", rf"\b{_DAY_BEFORE[language]}\b"),
        ("yesterday", rf"\b{_YESTERDAY[language]}\b"),
        ("in month", rf"\b(?:{_IN[language]})\s+(?P<m>{months})\b(?!\s+(?:de\s+)?\d)"),
        ("weekday", rf"\b(?:(?:{_ON[language]})\s+)?(?P<w>{days})\b(?!s)"),
        ("year", rf"(?<![\w£$€.,#/-])(?P<y>{_YEAR})(?![\w%/-]|[.,]\d|\s?(?:€|%|km\b|m\b|euro|mill|mrd|mio|"
        r"personen|personnes|personas|"
         r"persone|pessoas|menschen|menschen|einwohner|habitants|habitantes|abitanti|stellen|mitarbeiter|dollar|"
         r"dólares))"),
    ]  # fmt: skip
    return [(name, re.compile(pattern, re.IGNORECASE)) for name, pattern in listed]


def times_elsewhere(text: str, start: int, end: int, published: date | None, language: str) -> tuple[TimeRef, ...]:
    """The times of `text[start:end]`, in order; a day, month or weekday whose year is not sure has no dates.

    One without a year lies before the publication only where its sentence is in the past tense and does not foretell.

    Args:
        text: The text.
        start: Where to begin.
        end: Where to stop.
        published: The day that "gestern" is counted from; None leaves it open.
        language: One of `LANGUAGES`.
    """
    found: list[TimeRef] = []
    for name, pattern in _forms(language):
        for match in pattern.finditer(text, start, end):
            if any(match.start() < ref.end and match.end() > ref.start for ref in found):
                continue
            begun = _begun(text, start, match, language)
            told = published if begun or _is_past(text, match.start(), match.end(), language) else None
            span = _span(name, match, published, told, language)
            if span is None:
                continue
            relative = name not in {"iso", "figures", "month", "years", "year"} and not match.groupdict().get("y")
            found.append(_ref(text, start, match, span, relative, language))
    return tuple(sorted(found, key=lambda ref: (ref.start, ref.end)))


_Span = tuple[date | None, date | None]


def _span(
    name: str, match: re.Match[str], published: date | None, told: date | None, language: str
) -> tuple[date | None, date | None] | None:
    """First and last day; (None, None) where they are not sure, None where the words are no time."""
    groups = match.groupdict()
    if name in {"iso", "figures"}:
        day = safe_date(int(groups["y"]), int(groups["m"]), int(groups["d"]))
        return (day, day) if day else None
    if name == "day":
        month, number = _number(_MONTHS, language, groups["m"]), int(groups["d"])
        if groups["y"]:
            day = safe_date(int(groups["y"]), month, number)
            return (day, day) if day else None
        return _last_day(month, number, told) if 1 <= number <= 31 else None
    if name == "month":
        return month_span(int(groups["y"]), _number(_MONTHS, language, groups["m"]))
    if name == "years":
        first = int(groups["a"])
        last = int(groups["b"]) if len(groups["b"]) == 4 else first // 100 * 100 + int(groups["b"])
        return (year_span(first)[0], year_span(last)[1]) if first < last else None
    if name == "year":
        return year_span(int(groups["y"]))
    if published is None:
        return None, None
    if name in {"last year", "this year"}:
        return year_span(published.year - (name == "last year"))
    if name in {"yesterday", "day before"}:
        day = published - timedelta(days=1 + (name == "day before"))
        return day, day
    if told is None:
        return None, None
    if name == "in month":
        month = _number(_MONTHS, language, groups["m"])
        span = month_span(told.year - (month > told.month), month)
        return span if (told - span[1]).days <= _OLDEST and month != told.month else (None, None)
    day = told - timedelta(days=(told.weekday() - _number(_DAYS, language, groups["w"]) + 1) % 7)
    return day, day


def _last_day(month: int, number: int, told: date | None) -> _Span:
    if told is None:
        return None, None
    for year in (told.year, told.year - 1):
        day = safe_date(year, month, number)
        if day is not None and day <= told:
            return (day, day) if (told - day).days <= _OLDEST else (None, None)
    return None, None


def _number(table: dict[str, str], language: str, word: str) -> int:
    """The number of a month (from 1) or weekday (from 1, Monday) by its name."""
    names = table[language].split()
    return next(i for i, name in enumerate(names, start=1) if re.fullmatch(name, word, re.IGNORECASE))


def _is_past(text: str, start: int, end: int, language: str) -> bool:
    """Whether the sentence of a time tells of what has been."""
    if _AWAITED.search(text, max(0, start - 40), start):
        return False
    begin, stop = max(0, start - 300), min(len(text), end + 300)
    before = [match.end() for match in _BOUNDARY.finditer(text, begin, start)]
    after = _BOUNDARY.search(text, end, stop)
    sentence = text[before[-1] if before else begin : after.start() if after else stop]
    return not predicts(sentence, language) and re.search(_PAST[language], sentence, re.IGNORECASE) is not None


_AWAITED = re.compile(
    r"\b(?:attendue?s?|prévue?s?|fixée?s?|convoquée?s?|erwartet|geplant|vorgesehen|angesetzt|previst[oa]s?|esperad[oa]s?|"
    r"programad[oa]s?|convocad[oa]s?|attes[oai]|previst[ei]|fissat[oaie]|marcad[oa]s?)\b[^.,;!?]{0,30}$",
    re.IGNORECASE,
)
"""What is awaited or set for a day has not been by then."""


def _begun(text: str, start: int, match: re.Match[str], language: str) -> bool:
    """Whether a time is one that something has lasted since."""
    since = _SINCE[language]
    if language == "de":
        since = since.replace("|ab", "")
    head = text[max(start, match.start() - 24) : match.start()]
    return bool(
        re.search(rf"(?:^|\W){since}\s+$", head, re.IGNORECASE) or re.match(rf"{since}\s", match.group(), re.IGNORECASE)
    )


def _ref(text: str, start: int, match: re.Match[str], span: _Span, relative: bool, language: str) -> TimeRef:
    """A time with the "seit" or "jusqu'à" that stands before it or that it begins with."""
    first, last = span
    low = max(start, match.start() - 24)
    head = text[low : match.start()]
    words = match.group()
    kind = TimeKind.DATE if first is not None and first == last else TimeKind.PERIOD
    if _begun(text, start, match, language):
        kind, last = TimeKind.SINCE, None
    elif re.search(rf"(?:^|\W){_UNTIL[language]}\s+$", head, re.IGNORECASE) or re.match(
        rf"{_UNTIL[language]}\s", words, re.IGNORECASE
    ):
        kind, first = TimeKind.UNTIL, None
    return TimeRef(match.start(), match.end(), words, kind, first, last, None, relative, False)
