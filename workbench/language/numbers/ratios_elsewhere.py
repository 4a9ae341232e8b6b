"""Parts of a whole in German, French, Spanish, Italian, Portuguese, Ukrainian and Russian: "un foyer sur cinq"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from workbench.language.numbers.numbers import words_value

_NOUN = r"(?:[^\W\d_]{3,20}\s+){0,2}"
_OF_EVERY = {
    "de": r"(?P<part>\d{1,3}|ein(?:er|e|es)?|zwei|drei|vier|fünf)\s+von\s+(?P<whole>\d{1,4}|zwei|drei|vier|fünf|"
    r"sechs|sieben|acht|"
    r"neun|zehn|zwanzig|hundert)",
    "fr": rf"(?P<part>\d{{1,3}}|une?|deux|trois|quatre|cinq)\s+{_NOUN}sur\s+(?P<whole>\d{{1,4}}|deux|trois|"
    r"quatre|cinq|six|sept|"
    r"huit|neuf|dix|vingt|cent)",
    "es": rf"(?P<part>\d{{1,3}}|un[ao]?|dos|tres|cuatro|cinco)\s+{_NOUN}de\s+cada\s+(?P<whole>\d{{1,4}}|dos|"
    rf"tres|cuatro|cinco|seis|"
    r"siete|ocho|nueve|diez|veinte|cien)",
    "it": rf"(?P<part>\d{{1,3}}|un[ao]?|due|tre|quattro|cinque)\s+{_NOUN}su\s+(?P<whole>\d{{1,4}}|due|tre|"
    rf"quattro|cinque|sei|"
    r"sette|otto|nove|dieci|venti|cento)",
    "pt": rf"(?P<part>\d{{1,3}}|uma?|dois|duas|três|quatro|cinco)\s+{_NOUN}em\s+cada\s+(?P<whole>\d{{1,4}}|dois|"
    rf"duas|três|quatro|"
    r"cinco|seis|sete|oito|nove|dez|vinte|cem)",
    "nl": r"(?P<part>\d{1,3}|[eé][eé]n|twee|drie|vier|vijf)\s+op\s+de\s+(?P<whole>\d{1,4}|twee|drie|vier|vijf|zes|"
    r"zeven|acht|negen|tien|twintig|honderd)",
    "sv": r"(?P<part>\d{1,3}|en|ett|två|tre|fyra)\s+av\s+(?P<whole>\d{1,4}|två|tre|fyra|fem|sex|sju|åtta|nio|tio|tjugo|"
    r"hundra)",
    "pl": r"(?P<part>\d{1,3}|jed(?:en|na|no)|dwa|dwie|dwoje|trzy|troje)\s+na\s+(?P<whole>\d{1,4}|dwa|dwie|trzy|trzech|"
    r"cztery|czterech|pięć|pięciu|sześć|sześciu|dziesięć|dziesięciu|sto)(?!\s+(?:lat|dni|godzin|miesi\w+|rok|procent))",
}
_EVERY = {
    "de": (
        r"jede[rsnm]?\s+(?P<nth>zweite|dritte|vierte|fünfte|sechste|siebte|achte|neunte|"
        r"zehnte)[nrs]?\b(?!\s+(?:tag|woche|monat|jahr|mal))",
        ("zweite", "dritte", "vierte", "fünfte", "sechste", "siebte", "achte", "neunte", "zehnte"),
    ),
    "uk": (
        r"кож(?:ен|на|не|ний|ної|ного|ну)\s+(?P<nth>друг|трет|четверт|п['’]ят|шост|сьом|восьм|дев['’]ят|"
        r"десят)[а-яії]{1,4}\b"
        r"(?!\s+(?:день|тиждень|місяць|рік))",
        ("друг", "трет", "четверт", "пят", "шост", "сьом", "восьм", "девят", "десят"),
    ),
    "ru": (
        r"кажд(?:ый|ая|ое|ого|ую)\s+(?P<nth>втор|трет|четв[её]рт|пят|шест|седьм|восьм|девят|десят)[а-я]{1,4}\b"
        r"(?!\s+(?:день|месяц|год|раз))",
        ("втор", "трет", "четверт", "пят", "шест", "седьм", "восьм", "девят", "десят"),
    ),
    "sv": (
        r"vart?\s+(?P<nth>andra|tredje|fjärde|femte|sjätte|sjunde|åttonde|nionde|tionde)\b"
        r"(?!\s+(?:dag|vecka|månad|år|gång|timme|minut))",
        ("andra", "tredje", "fjärde", "femte", "sjätte", "sjunde", "åttonde", "nionde", "tionde"),
    ),
    "pl": (
        r"co\s+(?P<nth>drug|trzec|czwart|piąt|szóst|siódm|ósm|dziewiąt|dziesiąt)(?:[iyaeą]|iego|ego|iej|ej|iemu|emu)\b"
        r"(?!\s+(?:dzień|tydzień|miesiąc|rok|raz|godzin\w*|minut\w*))",
        ("drug", "trzec", "czwart", "piąt", "szóst", "siódm", "ósm", "dziewiąt", "dziesiąt"),
    ),
}
"""Every n-th of something, with the words of the ranks from the second on."""
_OF_IT = r"(?=\s+(?:d[eiu]|des|del|della|que|che)\b|\s+d['’]|\s*[.,;:!?)]|\s*$)"
"""What is twice of something, not a double murder."""
_IS_SHARE = (
    r"(?=\s+(?:van\s+(?:de|het|alle|onze|hun|zijn|haar|die|deze|dat|dit|een)|minder|meer|lager|hoger|kleiner|groter|korter|"
    r"langer|goedkoper|duurder)\b|\s*[.,;:!?)]|\s*$)"
)
"""What follows a Dutch part; "een derde kind" is a third child."""
_PARTS: dict[str, dict[str, float]] = {
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
        r"(?:una|la)\s+cuarta\s+parte": 1 / 4, r"tres\s+cuartos\s+de(?!\s+hora)": 3 / 4, r"un\s+quinto": 1 / 5,
        r"la\s+mitad": 1 / 2, r"(?:se\s+)?duplic(?:ó|aron|ado|ada)": 2, rf"el\s+doble{_OF_IT}": 2, r"triplic(?:ó|aron|"
        r"ado|ada)": 3,
    },
    "it": {
        r"un\s+terzo": 1 / 3, r"(?:i\s+)?due\s+terzi": 2 / 3, r"un\s+quarto(?!\s+d['’]ora)": 1 / 4,
        r"tre\s+quarti": 3 / 4,
        r"un\s+quinto": 1 / 5, r"un\s+decimo": 1 / 10, r"(?:la|della|di)\s+metà": 1 / 2,
        rf"(?:raddoppiat[oaie]|il\s+doppio{_OF_IT})": 2, r"triplicat[oaie]": 3,
    },
    "pt": {
        r"um\s+terço": 1 / 3, r"dois\s+terços": 2 / 3, r"um\s+quarto\s+d[aoe]s?": 1 / 4, r"três\s+quartos": 3 / 4,
        r"um\s+quinto": 1 / 5, r"(?:a|da|de)?\s?metade": 1 / 2, r"(?:dobrou|dobraram|o\s+dobro)": 2,
        r"triplic(?:ou|aram)": 3,
    },
    "uk": {
        r"третин[аиуі]": 1 / 3, r"дв[іаох]{1,3}\s+третин[иах]{0,2}": 2 / 3, r"чверть(?!\s+(?:години|століття))": 1 / 4,
        r"половин[аиуі]": 1 / 2, r"(?:уд|вд)вічі": 2, r"(?:ут|вт)ричі": 3,
    },
    "ru": {
        r"треть": 1 / 3, r"дв[еух]{1,2}\s+трет[иейь]{1,2}": 2 / 3, r"четверть(?!\s+(?:часа|века|финала))": 1 / 4,
        r"половин[аыуе](?!\s+часа)": 1 / 2,
        r"вдвое": 2, r"втрое": 3,
    },
    "nl": {
        rf"een\s+derde{_IS_SHARE}": 1 / 3, r"twee\s+derde(?!\s+(?:plaats|prij[sz]|keer|klas))": 2 / 3,
        r"een\s+kwart(?!\s+(?:eeuw|over|voor)\b)": 1 / 4, r"drie\s?kwart": 3 / 4, rf"een\s+vijfde{_IS_SHARE}": 1 / 5,
        rf"een\s+tiende{_IS_SHARE}": 1 / 10, r"de\s+helft": 1 / 2, r"verdubbel\w*": 2,
        r"verdrievoudig\w*": 3, r"gehalveerd\w*": 1 / 2, r"(?:twee\s+keer|dubbel)\s+zo": 2, r"drie\s+keer\s+zo": 3,
    },
    "sv": {
        r"en\s+tredjedel": 1 / 3, r"två\s+tredjedelar": 2 / 3, r"en\s+fjärdedel": 1 / 4, r"tre\s+fjärdedelar": 3 / 4,
        r"en\s+femtedel": 1 / 5, r"en\s+tiondel": 1 / 10, r"hälften": 1 / 2, r"fördubbla\w*": 2, r"tredubbla\w*": 3,
        r"halvera\w*": 1 / 2, r"dubbelt\s+så": 2,
    },
    "pl": {
        r"połow[aęy]": 1 / 2, r"jedn[aąej]{1,2}\s+trzeci[aąej]{1,2}": 1 / 3, r"dwie\s+trzecie": 2 / 3,
        r"jedn[aąej]{1,2}\s+czwart[aąej]{1,2}": 1 / 4, r"trzy\s+czwarte": 3 / 4,
        r"(?:dwa\s+razy|dwukrotnie)(?=\s+(?:więcej|mniej|większ\w+|wyższ\w+|tyle|drożej|szybciej|dłuż\w+))": 2,
        r"(?:trzy\s+razy|trzykrotnie)(?=\s+(?:więcej|mniej|większ\w+|wyższ\w+|tyle))": 3, r"podwoi\w+": 2,
    },
}  # fmt: skip
LANGUAGES = frozenset(_PARTS)


_SLAVIC_FIRST = r"\b(?:перш|друг|перв|втор|pierwsz|drug)[^\W\d_]{1,4}\s+$"
_FIRST_OR_SECOND = {
    "pl": _SLAVIC_FIRST, "uk": _SLAVIC_FIRST, "ru": _SLAVIC_FIRST, "sv": r"\b(?:första|andra|senare)\s+$",
    "pt": r"\b(?:primeira|segunda)\s*$",
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
    r"del(?:l['’]anno|\s+(?:mese|secolo)|la\s+(?:settimana|stagione))|degli\s+anni",
    "pt": r"de\s+(?:janeiro|fevereiro|março|abril|maio|junho|julho|agosto|setembro|outubro|novembro|dezembro)|"
    r"d[oa]\s+(?:ano|mês|século|semana|temporada|jogo|década)|dos\s+anos",
}
"""What a half of is a time ("since the half of May"), by language."""


@cache
def _halves_of_time(language: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    behind = re.compile(rf"\s+(?:{_STRETCH_OF_TIME[language]})(?!\w)", re.IGNORECASE)
    return re.compile(_FIRST_OR_SECOND.get(language, r"(?!)"), re.IGNORECASE), behind


def _is_of_time(text: str, half: re.Match[str], language: str) -> bool:
    """Whether a half is when something was, and no part of anything: "od połowy maja", "i andra hälften av maj"."""
    before, behind = _halves_of_time(language)
    at = half.start()
    return before.search(text, max(0, at - 16), at) is not None or behind.match(text, half.end()) is not None


@cache
def _part_patterns(language: str) -> list[tuple[re.Pattern[str], float]]:
    listed = sorted(_PARTS[language].items(), key=lambda pair: -len(pair[0]))
    return [(re.compile(rf"\b(?:{pattern})\b", re.IGNORECASE), value) for pattern, value in listed]


def ratios_elsewhere(text: str, start: int, language: str) -> Iterator[tuple[int, int, float]]:
    """The parts of a text from `start` on: begin, end, value ("jeder Vierte" is a quarter); longer ones first."""
    of_every = _OF_EVERY.get(language)
    if of_every:
        for match in re.finditer(rf"\b(?:{of_every})\b", text[start:], re.IGNORECASE):
            part, whole = _number(match["part"], language), _number(match["whole"], language)
            if part and whole and part < whole:
                yield start + match.start(), start + match.end(), part / whole
    if language in _EVERY:
        pattern, ranks = _EVERY[language]
        for match in re.finditer(rf"\b(?:{pattern})", text[start:], re.IGNORECASE):
            if not _is_part(text, start + match.start(), start + match.end(), language):
                continue
            nth = re.sub("['’]", "", match["nth"].lower()).replace("ё", "е")
            yield start + match.start(), start + match.end(), 1 / (ranks.index(nth) + 2)
    for part_of, value in _part_patterns(language):
        for match in part_of.finditer(text, start):
            of_time = value == 1 / 2 and _is_of_time(text, match, language)
            if not of_time and _is_part(text, *match.span(), language):
                yield *match.span(), value


_LOOK_BACK = 60
_LIMITED_NL = re.compile(r"\b(?:dan|ruim|bijna|ongeveer|circa|minstens|krap|zowat|zo['’]n|rond)\s+$", re.IGNORECASE)
_CHANGED_NL = re.compile(
    r"\b(?:da(?:al|len)|gedaald|stijg|ste(?:eg|gen)|gestegen|groei|gegroeid|kromp|krimp|verminder|verlaag|verhoog|zak|gezakt|"
    r"afgenomen|toegenomen|nam(?:en)?\b|neemt\b|nemen\b)[^.;!?]{0,40}\b(?:met|tot)\s+$",
    re.IGNORECASE,
)
_HALF_PL = re.compile(r"\b(?:pierwsz\w+|drug\w+|do|od|z|w|po|koło|koniec|początek)\s+$", re.IGNORECASE)
_LIMITED_PL = re.compile(r"\b(?:niż|około|prawie|niemal|blisko)\s+$", re.IGNORECASE)
_EACH_SV = re.compile(
    r"(?:^|[.!?:;]\s+|\b(?:nästan|ungefär|för|av|hos|att|än|cirka|drygt|knappt|minst|bara|på)\s+)$", re.IGNORECASE
)


def _is_part(text: str, start: int, end: int, language: str) -> bool:
    """Whether what stands around words shows that they are a part: "een derde" is a third party, too."""
    words, before = text[start:end].lower(), text[max(0, start - _LOOK_BACK) : start]
    if language == "nl" and words.startswith("een ") and words.endswith("de"):
        counted = text[end : end + 1] == " " and text[end:].lstrip()[:1].isalpha()
        return counted or bool(_LIMITED_NL.search(before) or _CHANGED_NL.search(before))
    if language == "pl" and words.startswith("poło"):
        return bool(_LIMITED_PL.search(before)) if words.endswith("y") else _HALF_PL.search(before) is None
    if language == "sv" and words.startswith("var "):  # "hon var tredje" was the third, "det var andra tider"
        return not words.endswith("andra") and _EACH_SV.search(before) is not None
    return True


_ONE = frozenset({"en", "ett", "een", "één", "eén", "jeden", "jedna", "jedno"})


def _number(written: str, language: str) -> float | None:
    lower = written.lower()
    if lower.isdecimal():
        return float(lower)
    if lower in {"ein", "eine", "einer", "eines", "un", "une", "una", "uno", "um", "uma"}:
        return 1.0
    if lower in _ONE:
        return 1.0
    hundred = {
        "hundra": 100.0,
        "honderd": 100.0,
        "hundert": 100.0,
        "cent": 100.0,
        "cien": 100.0,
        "cento": 100.0,
        "cem": 100.0,
    }
    return hundred.get(lower) or words_value([lower], language)
