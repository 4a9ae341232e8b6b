"""Whoever a sentence is according to, said as of a subject: "laut der Behörde", "według Urzędu"."""

from __future__ import annotations

import re

from workbench.language.attribution.speaker_phrases import ARTICLES, PARTICLES, is_capital
from workbench.language.text.tokenizer import word_set

_DAY = re.compile(r"\d{1,2}\.")
_YEAR = re.compile(r"(?:19|20)\d\d")
_WEAK = re.compile(r"(?<=\w{3}(?:ent|ist|ant|oge|ekt))(?:en|n)$")


def nominative(phrase: str, language: str) -> str | None:
    """Words behind "according to" as they are said of a subject; None where the ending does not tell."""
    parts = phrase.split()
    if not parts:
        return None
    if language == "de":
        return _german(parts)
    if language in {"nl", "sv"}:
        return " ".join(_first_phrase(parts, language)) or None
    if language in _HEADS:
        return _slavic(parts, language)
    return phrase


def _german(parts: list[str]) -> str | None:
    """Of a German phrase behind "laut" the first group of words, in the nominative."""
    first = parts[0].lower()
    group: list[str] = []
    for at, part in enumerate(parts):
        if group and _YEAR.fullmatch(part) and at > 1 and _DAY.fullmatch(parts[at - 2]):
            group.append(part)  # "einem Gutachten vom 3. November 2023"
            break
        capital = is_capital(part)
        linked = part.lower() in {"der", "des", "für", "von", "und", "vom"} and at + 1 < len(parts)
        if capital or at == 0 or (not group or not is_capital(group[-1])) or (linked and at + 2 <= len(parts)):
            if not capital and at > 0 and group and is_capital(group[-1]):
                following = parts[at + 1 : at + 3]
                if not any(is_capital(each) for each in following):
                    break
            group.append(part)
        else:
            break
    if not any(is_capital(part) for part in group):
        return None
    indefinite = {"einer": "eine", "einem": "ein", "eines": "ein", "ihrer": "ihre", "seiner": "seine", "ihrem": "ihr",
                  "seinem": "sein", "ihres": "ihr", "seines": "sein"}  # fmt: skip
    if first in indefinite:
        group[0] = indefinite[first]
    elif first in {"der", "dem", "des", "den", "die", "das"}:
        group = group[1:]
    noun = next((n for n, part in enumerate(group) if is_capital(part) and (n or first not in indefinite)), None)
    if noun is None:
        return None
    described = noun < len(group) - 1 and group[noun].endswith(("en", "er", "em")) and is_capital(group[noun + 1])
    if described and first in {"der", "dem", "des"} and group[noun].endswith("en"):
        group[noun] = group[noun][:-1]  # "des Statistischen Landesamtes"
        noun += 1
    if first in {"des", "eines", "seines", "ihres"}:
        group[noun] = _without_genitive(group[noun])
    elif first not in {"die", "das"} and group[noun].endswith("ern") and len(parts) < 3:
        group[noun] = group[noun][:-1]  # "nach Angaben von Anwohnern"
    group[noun] = _WEAK.sub("", group[noun]) if first in {"des", "dem", "eines", "einem"} else group[noun]
    return " ".join(group)


def _without_genitive(noun: str) -> str:
    if noun.endswith("es") and len(noun) > 4 and noun[-3] not in "aeiou":
        return noun[:-2]
    return noun[:-1] if noun.endswith("s") and not noun.endswith("ss") else noun


_ADJECTIVE = {
    "nl": re.compile(
        r"[^\W\d_]{2,18}(?:[ai]le|ele|sche|lijke|ige|ende|nse|[aeio]are|ieve)|nieuwe|grote|oude|jonge|eerste"
    ),
    "sv": re.compile(r"[^\W\d_]{2,18}(?:sk|ig|ell|iv|al)(?:a|t)?|nya?|nytt|stora?|stort"),
}
_OF = {"nl": word_set("van voor der"), "sv": word_set("för från av")}


def _first_phrase(parts: list[str], language: str) -> list[str]:
    """The group of words that a Dutch or Swedish phrase opens with: article, adjective, noun, name, "van de …"."""
    group: list[str] = []
    at = 0
    if parts[0].lower() in ARTICLES[language]:
        group.append(parts[0])
        at = 1
    described = group and at + 1 < len(parts) and not is_capital(parts[at]) and parts[at + 1] not in _OF[language]
    if described and _ADJECTIVE[language].fullmatch(parts[at]):
        group.append(parts[at])
        at += 1
    if at < len(parts):
        group.append(parts[at])
        at += 1
    while at < len(parts):
        part = parts[at]
        if is_capital(part) or (part.lower() in PARTICLES and at + 1 < len(parts) and is_capital(parts[at + 1])):
            group.append(part)
        elif part.lower() in _OF[language] and at + 1 < len(parts):
            step = 2 if parts[at + 1].lower() in ARTICLES[language] and at + 2 < len(parts) else 1
            group.extend(parts[at : at + step + 1])
            at += step
        else:
            break
        at += 1
    return group


def _pairs(words: str) -> dict[str, str]:
    return dict(pair.split(":") for pair in words.split())


_HEADS: dict[str, dict[str, str]] = {
    "pl": _pairs("""
        urzędu:urząd starostwa:starostwo ministerstwa:ministerstwo policji:policja instytutu:instytut rządu:rząd
        banku:bank sądu:sąd prokuratury:prokuratura agencji:agencja straży:straż komisji:komisja spółki:spółka
        firmy:firma gminy:gmina rady:rada związku:związek federacji:federacja uniwersytetu:uniwersytet
        szpitala:szpital zarządu:zarząd raportu:raport dziennika:dziennik gazety:gazeta portalu:portal
        organizacji:organizacja fundacji:fundacja inspekcji:inspekcja dyrekcji:dyrekcja komendy:komenda
        telewizji:telewizja ekspertów:eksperci naukowców:naukowcy związkowców:związkowcy celników:celnicy
        świadków:świadkowie mieszkańców:mieszkańcy władz:władze strażaków:strażacy lekarzy:lekarze
        analityków:analitycy śledczych:śledczy policjantów:policjanci ratowników:ratownicy izby:izba
        """),
    "uk": _pairs("""
        поліції:поліція ради:рада міністерства:міністерство служби:служба прокуратури:прокуратура компанії:компанія
        адміністрації:адміністрація мерії:мерія уряду:уряд суду:суд інституту:інститут рятувальників:рятувальники
        слідства:слідство експертів:експерти очевидців:очевидці лікарів:лікарі мешканців:мешканці банку:банк
        слідчих:слідчі науковців:науковці агентства:агентство організації:організація
        """),
    "ru": _pairs("""
        полиции:полиция совета:совет министерства:министерство службы:служба прокуратуры:прокуратура
        администрации:администрация компании:компания мэрии:мэрия правительства:правительство суда:суд
        института:институт следствия:следствие экспертов:эксперты спасателей:спасатели очевидцев:очевидцы
        врачей:врачи жителей:жители банка:банк учёных:учёные агентства:агентство организации:организация
        """),
}
"""Bodies and people in the genitive, and as they are said of a subject."""
_ADJECTIVES = {
    "pl": {"ego": ("y", "e"), "ej": ("a", "a")},
    "uk": {"ого": ("ий", "е"), "ої": ("а", "а")},
    "ru": {"ого": ("ый", "ое"), "ой": ("ая", "ая")},
}
"""Endings of adjectives in the genitive, and in the nominative before a man's and a neuter noun."""


def _adjective(word: str, ending: str, head: str, language: str) -> str:
    """An adjective in the genitive as it is said of a subject."""
    stem = word[: -len(ending)]
    ends = _ADJECTIVES[language][ending]
    last = ends[1] if head.endswith(("o", "е", "о")) else ends[0]
    return stem + ("i" if last == "y" and stem.endswith(("k", "g")) else last)


def _slavic(parts: list[str], language: str) -> str | None:
    heads = _HEADS[language]
    at = next((n for n, part in enumerate(parts[:3]) if part.lower() in heads), None)
    if at is None:
        return None
    head = heads[parts[at].lower()]
    group: list[str] = []
    for adjective in parts[:at]:
        ending = next((each for each in _ADJECTIVES[language] if adjective.lower().endswith(each)), None)
        if ending is None:
            return None
        group.append(_adjective(adjective, ending, head, language))
    group.append(head.capitalize() if parts[at][:1].isupper() else head)
    bare = True
    for part in parts[at + 1 :]:
        ending = next((each for each in _ADJECTIVES[language] if part.lower().endswith(each)), None)
        if bare and ending is not None and len(group) < 4:
            group.append(_adjective(part, ending, head, language))  # "Urzędu Statystycznego"
            continue
        bare = False
        describes = part.lower().endswith(("ego", "ej", "ych", "ої", "ого", "ой", "их", "ых"))
        if not (is_capital(part) or (describes and len(group) < 4)):
            break
        group.append(part)
    return " ".join(group)
