"""Parts of a whole in the languages of Europe beside English: "un foyer sur cinq", "drei von fünf"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

_SMALL = {
    "de": "ein(?:er|e|es|em)? zwei drei vier fünf sechs sieben acht neun zehn zwanzig hundert",
    "fr": "une? deux trois quatre cinq six sept huit neuf dix vingt cent",
    "es": "un[ao]? dos tres cuatro cinco seis siete ocho nueve diez veinte cien",
    "it": "un[ao]? due tre quattro cinque sei sette otto nove dieci venti cento",
    "pt": "uma? dois|duas três quatro cinco seis sete oito nove dez vinte cem",
    "nl": "[eé][eé]n twee drie vier vijf zes zeven acht negen tien twintig honderd",
    "sv": "en|ett två tre fyra fem sex sju åtta nio tio tjugo hundra",
    "pl": "jed(?:en|na|no) dwa|dwie|dwóch|dwoje trzy|trzech|troje cztery|czterech|czworo pięć|pięciu|pięcioro "
    "sześć|sześciu|sześcioro siedem|siedmiu|siedmioro osiem|ośmiu|ośmioro dziewięć|dziewięciu|dziewięcioro "
    "dziesięć|dziesięciu|dziesięcioro dwadzieścia|dwudziestu sto|stu",
    "uk": "один|одна|одне|одного дв[аі]|двох|двоє три|трьох|троє чотири|чотирьох|четверо п['’]ять|п['’]яти|п['’]ятеро "
    "шість|шести|шестеро сім|семи|семеро вісім|восьми|восьмеро дев['’]ять|дев['’]яти|дев['’]ятеро "
    "десять|десяти|десятеро двадцять|двадцяти сто|ста",
    "ru": "один|одна|одно|одного дв[ае]|двух|двое три|трёх|трех|трое четыре|четырёх|четырех|четверо пять|пяти|пятеро "
    "шесть|шести|шестеро семь|семи|семеро восемь|восьми девять|девяти десять|десяти двадцать|двадцати сто|ста",
}
"""Numbers from one to ten, then twenty and a hundred."""
_VALUES = (*range(1, 11), 20, 100)
_OUT_OF = {
    "de": r"von(?:\s+den)?",
    "fr": r"(?:[^\W\d_]{3,20}\s+){0,2}sur(?:\s+les)?|des",
    "es": r"(?:[^\W\d_]{3,20}\s+){0,2}de\s+cada|de\s+l[ao]s",
    "it": r"(?:[^\W\d_]{3,20}\s+){0,2}su|dei|delle",
    "pt": r"(?:[^\W\d_]{3,20}\s+){0,2}em\s+cada|d[ao]s",
    "nl": r"(?:op|van)\s+de",
    "sv": r"av(?:\s+de)?",
    "pl": r"(?:na|spośród|z)",
    "uk": r"(?:із|з)",
    "ru": r"из",
}
"""What stands between the part and the whole: "drei von fünf", "trois élèves sur cinq"."""
_NO_SHARE = {
    "pl": r"(?!\s+(?:lat|dni|godzin|miesi\w+|rok|procent|metr\w*|zł))",
    "de": r"(?!\s+(?:uhr|prozent|millionen|euro)\b)",
    "uk": r"(?!\s+(?:годин|відсотк|мільйон|тисяч)\w*)",
    "ru": r"(?!\s+(?:час|процент|миллион|тысяч)\w*)",
}
"""What makes two numbers a stretch or a size."""


def _of_every(language: str) -> str:
    small = "|".join(_SMALL[language].split())
    return (
        rf"(?P<part>\d{{1,3}}|{small})\s+(?:{_OUT_OF[language]})\s+(?P<whole>\d{{1,4}}|{small})(?![\w.,]*\d)(?!\w)"
        rf"{_NO_SHARE.get(language, '')}"
    )


_NO_TIME = {
    "de": r"\s+(?:tag|woche|monat|jahr|mal)", "uk": r"\s+(?:день|тиждень|місяць|рік)",
    "ru": r"\s+(?:день|месяц|год|раз)", "sv": r"\s+(?:dag|vecka|månad|år|gång|timme|minut)",
    "pl": r"\s+(?:dzień|tydzień|miesiąc|rok|raz|godzin\w*|minut\w*)",
}  # fmt: skip
"""What comes every so often: "every second day" is no half of anything."""
_RANKS = {
    "de": (r"jede[rsnm]?\s+", "zweite dritte vierte fünfte sechste siebte achte neunte zehnte", r"[nrs]?\b"),
    "uk": (
        r"кож(?:ен|на|не|ний|ної|ного|ну)\s+",
        "друг трет четверт п['’]?ят шост сьом восьм дев['’]?ят десят", r"[а-яії]{1,4}\b",
    ),
    "ru": (r"кажд(?:ый|ая|ое|ого|ую)\s+", "втор трет четв[её]рт пят шест седьм восьм девят десят", r"[а-я]{1,4}\b"),
    "sv": (r"vart?\s+", "andra tredje fjärde femte sjätte sjunde åttonde nionde tionde", r"\b"),
    "pl": (
        r"co\s+", "drug trzec czwart piąt szóst siódm ósm dziewiąt dziesiąt",
        r"(?:[iyaeą]|iego|ego|iej|ej|iemu|emu)\b",
    ),
}  # fmt: skip
"""Every n-th of something: what stands before the rank, the ranks from the second on, and how they end."""
_OF_IT = r"(?=\s+(?:d[eiu]|des|del|della|que|che)\b|\s+d['’]|\s*[.,;:!?)]|\s*$)"
"""What is twice of something, not a double murder."""
_OF_WHICH_NL = (
    r"\s+(?:van\s+(?:de|het|alle|onze|hun|zijn|haar|die|deze|dat|dit|een)|minder|meer|lager|hoger|kleiner|groter|korter|"
    r"langer|goedkoper|duurder)\b"
)
"""What follows a Dutch part for sure; "een derde kind" is a third child, and "een derde" may be a third party."""
_STOP = r"\s*[.,;:!?)]|\s*$"
_LESS_NL = (
    r"\b(?:dan|ruim|bijna|ongeveer|circa|minstens|krap|zowat|zo['’]n|rond)\s+$|"
    r"\b(?:da(?:al|len)|gedaald|stijg|ste(?:eg|gen)|gestegen|groei|gegroeid|kromp|krimp|verminder|verlaag|verhoog|zak|"
    r"gezakt|afgenomen|toegenomen|nam(?:en)?\b|neemt\b|nemen\b)[^.;!?]{0,40}\b(?:met|tot)\s+$"
)
_LIMITED_PL = r"\b(?:niż|około|prawie|niemal|blisko)\s+$"
_TIME_PL = r"\b(?:pierwsz\w+|drug\w+|do|od|z|w|po|koło|koniec|początek)\s+$"
_EACH_SV = r"(?:^|[.!?:;]\s+|\b(?:där|nästan|ungefär|för|av|hos|att|än|cirka|drygt|knappt|minst|bara|på)\s+)$"


class Part(NamedTuple):
    """Words that may name a part of a whole, its value, and what has to stand, or must not stand, on either side."""

    words: str
    value: float
    before: str = ""
    behind: str = ""
    not_before: str = ""
    not_behind: str = ""


def _dutch(words: str, value: float) -> tuple[Part, Part]:
    """A Dutch rank that is a part by what follows it, or at a stop by what stands before it."""
    return Part(words, value, behind=_OF_WHICH_NL), Part(words, value, before=_LESS_NL, behind=_STOP)


_PLAIN: dict[str, dict[str, float]] = {
    "de": {
        r"(?:ein|"
        r"jedes)\s+drittel": 1 / 3, r"zwei\s+drittel": 2 / 3, r"ein\s+viertel": 1 / 4, r"drei\s+viertel": 3 / 4,
        r"dreiviertel": 3 / 4, r"ein\s+fünftel": 1 / 5, r"zwei\s+fünftel": 2 / 5, r"ein\s+zehntel": 1 / 10,
        r"(?:die|der|zur)\s+hälfte": 1 / 2, r"(?:doppelt\s+so|verdoppelt\w*)": 2, r"verdreifacht\w*": 3,
        r"halb\s+so": 1 / 2, r"halbiert\w*": 1 / 2,
    },
    "fr": {
        r"un\s+tiers": 1 / 3, r"(?:les\s+)?deux\s+tiers": 2 / 3, r"un\s+quart(?!\s+d['’]heure)": 1 / 4,
        r"(?:les\s+)?trois\s+quarts": 3 / 4, r"un\s+cinquième": 1 / 5, r"un\s+dixième": 1 / 10,
        r"(?:la|de)\s+moitié": 1 / 2, rf"(?:doublée?s?|le\s+double{_OF_IT})": 2, r"triplée?s?": 3,
    },
    "es": {
        r"un\s+tercio": 1 / 3, r"(?:los\s+)?dos\s+tercios": 2 / 3, r"la\s+tercera\s+parte": 1 / 3,
        r"un\s+cuarto\s+de(?!\s+hora)": 1 / 4,
        r"(?:una|la)\s+cuarta\s+parte": 1 / 4, r"tres\s+cuart(?:os\s+de(?!\s+hora)|as\s+partes)": 3 / 4,
        r"dos\s+terceras\s+partes": 2 / 3, r"un\s+quinto": 1 / 5,
        r"la\s+mitad": 1 / 2, r"(?:se\s+)?duplic(?:ó|aron|ado|ada)": 2, rf"el\s+doble{_OF_IT}": 2, r"triplic(?:ó|aron|"
        r"ado|ada)": 3,
    },
    "it": {
        r"un\s+terzo": 1 / 3, r"(?:i\s+)?due\s+terzi": 2 / 3, r"un\s+quarto(?!\s+d['’]ora)": 1 / 4,
        r"tre\s+quarti": 3 / 4,
        r"un\s+quinto": 1 / 5, r"un\s+decimo": 1 / 10,
        r"(?:(?:la|della|di)\s+metà|metà(?=\s+(?:dei?|degli|dell[aeo])\b|\s+dell[’']))": 1 / 2,
        rf"(?:raddoppiat[oaie]|il\s+doppio{_OF_IT})": 2, r"triplicat[oaie]": 3,
    },
    "pt": {
        r"um\s+terço": 1 / 3, r"dois\s+terços": 2 / 3, r"um\s+quarto\s+d[aoe]s?": 1 / 4, r"três\s+quartos": 3 / 4,
        r"um\s+quinto": 1 / 5, r"(?:a|da|de)?\s?metade": 1 / 2, r"(?:dobrou|dobraram|o\s+dobro)": 2,
        r"triplic(?:ou|aram)": 3,
    },
    "uk": {
        r"третин[аиуі]": 1 / 3, r"дв[іаох]{1,3}\s+третин[иах]{0,2}": 2 / 3, r"чверть(?!\s+(?:години|століття))": 1 / 4,
        r"(?:три|трьох|трьом)\s+чверт(?:і|ей|ям)": 3 / 4,
        r"половин[аиуі]": 1 / 2, r"(?:уд|вд)вічі": 2, r"(?:ут|вт)ричі": 3,
    },
    "ru": {
        r"треть": 1 / 3, r"(?:три|тр[её]х|тр[её]м)\s+четверт(?:и|ей|ям)": 3 / 4,
        r"дв[еух]{1,2}\s+трет[иейь]{1,2}": 2 / 3, r"четверть(?!\s+(?:часа|века|финала))": 1 / 4,
        r"половин[аыуе](?!\s+часа)": 1 / 2,
        r"вдвое": 2, r"втрое": 3,
    },
    "nl": {
        r"twee\s+derde(?!\s+(?:plaats|prij[sz]|keer|klas))": 2 / 3,
        r"een\s+kwart(?!\s+(?:eeuw|over|voor)\b)": 1 / 4, r"drie\s?kwart": 3 / 4, r"de\s+helft": 1 / 2,
        r"verdubbel\w*": 2, r"verdrievoudig\w*": 3, r"gehalveerd\w*": 1 / 2, r"(?:twee\s+keer|dubbel)\s+zo": 2,
        r"drie\s+keer\s+zo": 3,
    },
    "sv": {
        r"en\s+tredjedel": 1 / 3, r"två\s+tredjedelar": 2 / 3, r"en\s+fjärdedel": 1 / 4, r"tre\s+fjärdedelar": 3 / 4,
        r"en\s+femtedel": 1 / 5, r"en\s+tiondel": 1 / 10, r"hälften": 1 / 2, r"fördubbla\w*": 2, r"tredubbla\w*": 3,
        r"halvera\w*": 1 / 2, r"dubbelt\s+så": 2,
    },
    "pl": {
        r"jedn[aąej]{1,2}\s+trzeci[aąej]{1,2}": 1 / 3, r"dwie\s+trzecie": 2 / 3,
        r"jedn[aąej]{1,2}\s+czwart[aąej]{1,2}": 1 / 4, r"trzy\s+czwarte": 3 / 4,
        r"(?:dwa\s+razy|dwukrotnie)(?=\s+(?:więcej|mniej|większ\w+|wyższ\w+|tyle|drożej|szybciej|dłuż\w+))": 2,
        r"(?:trzy\s+razy|trzykrotnie)(?=\s+(?:więcej|mniej|większ\w+|wyższ\w+|tyle))": 3, r"podwoi\w+": 2,
    },
}  # fmt: skip
LANGUAGES = frozenset(_PLAIN)


_SLAVIC_FIRST = r"\b(?:перш|друг|перв|втор|pierwsz|drug)[^\W\d_]{1,4}\s+$"
_FIRST_OR_SECOND = {
    "pl": _SLAVIC_FIRST, "uk": _SLAVIC_FIRST, "ru": _SLAVIC_FIRST, "sv": r"\b(?:första|andra|senare)\s+$",
    "pt": r"\b(?:primeira|segunda)\s*$", "it": r"\b(?:prima|seconda|a|verso(?:\s+la)?)\s*$",
}  # fmt: skip
_CENTURY = r"(?-i:[IVX]{1,5})\b|\d{4}\b|\d{1,2}(?:-\w{1,3}|\.)?\s+(?:wieku|столітт\w|век[ае])"
_STRETCH_OF_TIME = {
    "pl": r"(?:stycznia|lutego|marca|kwietnia|maja|czerwca|lipca|sierpnia|września|października|listopada|grudnia|"
    rf"(?:[^\W\d_]{{2,14}}(?:ego|ej)\s+)?(?:roku|miesiąca|tygodnia|wieku|stulecia|sezonu|dekady|semestru|kadencji|drogi|"
    rf"meczu|dnia|nocy|godziny|lata)|lat|{_CENTURY})",
    "uk": r"(?:січня|лютого|березня|квітня|травня|червня|липня|серпня|вересня|жовтня|листопада|грудня|"
    r"(?:[^\W\d_]{2,14}(?:ого|ої)\s+)?(?:року|місяця|тижня|століття|сезону|семестру|дня|ночі|шляху|матчу)|років|"
    rf"(?:перш|друг|треть|четверт|п['’]ят|шост|сьом|восьм|дев['’]ят|десят|одинадцят|дванадцят)ої|{_CENTURY})",
    "ru": r"(?:января|февраля|марта|апреля|мая|июня|июля|августа|сентября|октября|ноября|декабря|"
    r"(?:[^\W\d_]{2,14}(?:ого|ей)\s+)?(?:года|месяца|недели|века|столетия|сезона|семестра|дня|ночи|пути|матча)|годов|"
    rf"(?:перв|втор|четв[её]рт|пят|шест|седьм|восьм|девят|десят|одиннадцат|двенадцат)ого|третьего|{_CENTURY})",
    "de": r"(?:(?:januar|februar|märz|april|mai|juni|juli|august|september|oktober|november|dezember)s?|"
    r"(?:des|der)\s+(?:jahres|monats|jahrhunderts|jahrzehnts|woche|saison|amtszeit|weges|strecke|spiels|tages|nacht))",
    "nl": r"van\s+(?:januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december|"
    r"(?:het|de|deze|dit)\s+(?:jaar|maand|week|eeuw|seizoen|jaren|wedstrijd))",
    "sv": r"av\s+(?:januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|november|december|året|månaden|"
    r"veckan|seklet|säsongen|\d{2,4}-talet|\d{4})",
    "fr": r"(?:de\s+|d['’])(?:janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre|"
    r"(?:l['’])?année|la\s+(?:saison|semaine|journée|nuit))|du\s+(?:mois|siècle|match|mandat)|des\s+années",
    "es": r"de\s+(?:enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre|"
    r"(?:la|esta)\s+(?:semana|temporada|década|noche)|los\s+años)|del\s+(?:año|mes|siglo|partido|mandato|camino)",
    "it": r"di\s+(?:gennaio|febbraio|marzo|aprile|maggio|giugno|luglio|agosto|settembre|ottobre|novembre|dicembre)|"
    r"del(?:l['’]anno|(?:l['’]|\s+)[a-z]{2,10}cento|\s+(?:mese|secolo)|la\s+(?:settimana|stagione))|degli\s+anni",
    "pt": r"de\s+(?:janeiro|fevereiro|março|abril|maio|junho|julho|agosto|setembro|outubro|novembro|dezembro)|"
    r"d[oa]\s+(?:ano|mês|século|semana|temporada|jogo|década)|dos\s+anos",
}
"""What a half of is a time ("since the half of May"), by language."""


_FURTHER: dict[str, tuple[Part, ...]] = {
    "nl": (*_dutch(r"een\s+derde", 1 / 3), *_dutch(r"een\s+vijfde", 1 / 5), *_dutch(r"een\s+tiende", 1 / 10)),
    "pl": (
        Part(r"połow[aę]", 1 / 2, not_before=_TIME_PL),
        Part(r"połowy", 1 / 2, before=_LIMITED_PL),
    ),
}
"""Parts that only what stands beside them tells."""


def _every(language: str) -> Iterator[Part]:
    """Every n-th of something."""
    if language not in _RANKS:
        return
    first, ranks, last = _RANKS[language]
    for nth, rank in enumerate(ranks.split(), start=2):
        if language == "sv":  # "hon var tredje" was the third, "det var andra tider"
            yield Part(rf"vart\s+{rank}{last}", 1 / nth, not_behind=_NO_TIME[language])
            if nth > 2:
                yield Part(rf"var\s+{rank}{last}", 1 / nth, before=_EACH_SV, not_behind=_NO_TIME[language])
        else:
            yield Part(rf"{first}{rank}{last}", 1 / nth, not_behind=_NO_TIME[language])


def _halves_apart(part: Part, language: str) -> Part:
    """A half that is told of no time: "od połowy maja", "i andra hälften av maj" say when something was."""
    if (
        part.value != 1 / 2
        or language not in _STRETCH_OF_TIME
        or part.words.startswith(("var", "co", "jede", "ко", "ка"))
    ):
        return part
    before = "|".join(each for each in (part.not_before, _FIRST_OR_SECOND.get(language, "")) if each)
    return part._replace(not_before=before, not_behind=rf"\s+(?:{_STRETCH_OF_TIME[language]})(?!\w)")


class _Reader(NamedTuple):
    words: re.Pattern[str]
    value: float
    before: re.Pattern[str] | None
    behind: re.Pattern[str] | None
    not_before: re.Pattern[str] | None
    not_behind: re.Pattern[str] | None

    def holds(self, text: str, start: int, end: int) -> bool:
        """Whether what stands beside the words lets them be a part."""
        low = max(0, start - _LOOK_BACK)
        return (
            (self.before is None or self.before.search(text, low, start) is not None)
            and (self.behind is None or self.behind.match(text, end) is not None)
            and (self.not_before is None or self.not_before.search(text, low, start) is None)
            and (self.not_behind is None or self.not_behind.match(text, end) is None)
        )


_LOOK_BACK = 60


def parts_of(language: str) -> tuple[Part, ...]:
    """The table of one language: all words that may name a part of a whole."""
    plain = (Part(words, value) for words, value in _PLAIN[language].items())
    return tuple(_halves_apart(part, language) for part in (*_every(language), *_FURTHER.get(language, ()), *plain))


@cache
def _readers(language: str) -> list[_Reader]:
    def compiled(pattern: str) -> re.Pattern[str] | None:
        return re.compile(pattern, re.IGNORECASE) if pattern else None

    listed = sorted(parts_of(language), key=lambda part: -len(part.words))
    return [
        _Reader(re.compile(rf"\b(?:{part.words})(?!\w)", re.IGNORECASE), part.value, *map(compiled, part[2:]))
        for part in listed
    ]


def ratios_elsewhere(text: str, start: int, language: str) -> Iterator[tuple[int, int, float]]:
    """The parts of a text from `start` on: begin, end, value ("jeder Vierte" is a quarter); longer ones first."""
    if language in _SMALL:
        for match in re.finditer(rf"\b{_of_every(language)}", text[start:], re.IGNORECASE):
            part, whole = _number(match["part"], language), _number(match["whole"], language)
            if part and whole and part < whole:
                yield start + match.start(), start + match.end(), part / whole
    for reader in _readers(language):
        for match in reader.words.finditer(text, start):
            if reader.holds(text, *match.span()):
                yield *match.span(), reader.value


def _number(written: str, language: str) -> float | None:
    lower = written.lower()
    if lower.isdecimal():
        return float(lower)
    for words, value in zip(_SMALL[language].split(), _VALUES, strict=True):
        if re.fullmatch(words, lower):
            return float(value)
    return None
