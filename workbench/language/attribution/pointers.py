"""Sentences that only tell from which report the sentence before is taken: "Das ergab eine Studie der Universität.".

A report is told by its noun. What shows something else ("Das zeigt eine neue Härte"), denies it, or counts something of
its own is no such sentence.
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple


class _Pointers(NamedTuple):
    """How one language points from a sentence to its report; all are patterns, read without regard to capitals."""

    shows: str
    """What stands before a report that is the subject; `verb` is a group of it."""
    from_it: str
    """What stands before a report that something is taken from; `verb` is a group of it."""
    closes: str
    """What stands behind such a report."""
    article: str
    """What a report may begin with, and words that tell more of it."""
    noun: str
    rest: str
    """What a word behind the noun begins with, where it tells whose report it is or what about."""


_TABLE = {
    "de": _Pointers(
        shows=r"(?:das|dies)\s+(?P<verb>ergab(?:en)?|ergibt|ergeben|zeig(?:t|te|en|ten)|beleg(?:t|te|en|ten))\s+",
        from_it=r"(?:das|dies)\s+(?P<verb>geht|gehen|ging|gingen|ergab\s+sich|ergibt\s+sich)\s+aus\s+",
        closes=r"(?:\s+hervor)?",
        article=r"(?:(?:eine?[mnr]?|d(?:ie|er|as|em|en)|neue[nrs]?|aktuelle[nr]?)\s+){0,2}",
        noun=r"(?:[^\W\d_]+-)?[^\W\d_]{0,24}?(?:studien?|auswertung(?:en)?|untersuchung(?:en)?|umfragen?|analysen?|erhebung(?:en)?|"
        r"berichte?n?|statistik(?:en)?|zahlen|daten|berechnung(?:en)?|recherchen?|gutachten|bilanz|hochrechnung(?:en)?|"
        r"schätzung(?:en)?|ermittlung(?:en)?|überprüfung|unterlagen|dokumente[n]?)",
        rest=r"des|der|von|vom|zu|zum|zur|über|im|in|aus|durch|für|unter",
    ),
    "fr": _Pointers(
        shows=r"c['’]est\s+(?:du\s+moins\s+)?ce\s+qu(?:e|['’])\s*(?P<verb>(?:révèle|montre|indique|souligne|constate)(?:nt)?|"
        r"a(?:\s+montré|\s+révélé)|ont\s+(?:montré|révélé))\s+",
        from_it=r"c['’]est\s+(?:du\s+moins\s+)?ce\s+qui\s+(?P<verb>ressort|ressortait)\s+(?=d)",
        closes=r"",
        article=r"(?:d['’]une?\s+|du\s+|des\s+|de\s+(?:la\s+|l['’])|une?\s+|les?\s+|la\s+|l['’])(?:(?:dernière?s?|récente?|nouve(?:au|lle)|premi(?:er|ère)s?|vaste)\s+)?",
        noun=r"(?:études?|rapports?|enquêtes?|sondages?|analyses?|bilan|chiffres|données|statistiques|documents?|notes?|baromètre|"
        r"audit|recensement|calculs|estimations?|évaluation|communiqué)",
        rest=r"d[eu]s?|d['’]\S+|sur|publiée?s?|menée?s?|réalisée?s?|rendue?s?|parue?s?|auprès",
    ),
    "es": _Pointers(
        shows=r"as[ií]\s+lo\s+(?P<verb>revelan?|muestran?|indican?|reflejan?|señalan?|recogen?|demuestran?|"
        r"(?:ha|han)\s+(?:revelado|mostrado|reflejado|señalado))\s+",
        from_it=r"(?:as[ií]\s+)?(?:lo\s+)?se\s+(?P<verb>desprende|desprendía)\s+(?=de)",
        closes=r"",
        article=r"(?:del\s+|de\s+(?:l[ao]s?\s+|una?\s+)?|una?\s+|el\s+|l[ao]s?\s+)(?:(?:último|última|nuevo|nueva|reciente)\s+)?",
        noun=r"(?:estudios?|informes?|encuestas?|análisis|balance|cifras|datos|estadísticas?|documentos?|sondeos?|barómetro|"
        r"auditoría|censo|cálculos|estimaciones|evaluación|investigación|registros?)",
        rest=r"del?|sobre|publicad[oa]s?|realizad[oa]s?|elaborad[oa]s?|hech[oa]s?",
    ),
    "it": _Pointers(
        shows=r"(?:lo|è\s+quanto)\s+(?P<verb>rivelan?o?|mostran?o?|indican?o?|dicono|segnalan?o?|evidenzian?o?)\s+",
        from_it=r"è\s+quanto\s+(?P<verb>emerge|emergeva|risulta)\s+(?=da)",
        closes=r"",
        article=r"(?:d(?:a|al|alla|ai|agli|alle)\s+|d?all['’])?(?:un['’]|un[oa]?\s+|il\s+|lo\s+|la\s+|i\s+|gli\s+|le\s+|l['’])?"
        r"(?:(?:ultimo|ultima|nuovo|nuova|recente)\s+)?",
        noun=r"(?:studio|studi|rapporto|indagine|sondaggio|analisi|bilancio|dati|statistiche|documento|ricerca|relazione|stime|"
        r"dossier|censimento|numeri)",
        rest=r"d(?:i|el|ella|ell['’]\S+|ei|egli|elle)|su|sul|sulla|pubblicat[oaie]|condott[oaie]|realizzat[oaie]",
    ),
    "pt": _Pointers(
        shows=r"(?:é|foi)\s+o\s+que\s+(?P<verb>mostr(?:a|am|ou|aram)|revel(?:a|am|ou|aram)|apont(?:a|am|ou|aram)|indic(?:a|am|ou|aram)|"
        r"diz|dizem|conclu(?:i|iu))\s+",
        from_it=r"(?:é|foi)\s+o\s+que\s+(?P<verb>consta)\s+(?=(?:em|n)[ao\s])",
        closes=r"",
        article=r"(?:(?:em|n[oa]s?)\s+)?(?:uma?\s+|os?\s+|as?\s+)?(?:(?:último|última|novo|nova|recente)\s+)?",
        noun=r"(?:estudos?|relatórios?|pesquisas?|levantamentos?|análise|balanço|números|dados|estatísticas?|documentos?|sondagem|"
        r"auditoria|censo|cálculos|estimativas?|inquérito|boletim)",
        rest=r"d[eao]s?|sobre|publicad[oa]s?|realizad[oa]s?|divulgad[oa]s?|feit[oa]s?",
    ),
    "nl": _Pointers(
        shows=r"(?:dat|dit)\s+(?P<verb>toont|toonde|toonden|tonen)\s+",
        from_it=r"(?:dat|dit)\s+(?P<verb>blijkt|bleek|komt\s+naar\s+voren)\s+uit\s+",
        closes=r"",
        article=r"(?:(?:een|de|het|nieuwe?|recente?|eigen)\s+){0,2}",
        noun=r"[^\W\d_]{0,24}?(?:onderzoek(?:en)?|studies?|analyses?|rapport(?:en)?|cijfers|gegevens|peiling(?:en)?|enquêtes?|"
        r"berekening(?:en)?|documenten|statistieken|inventarisatie|rondgang|jaarverslag)",
        rest=r"van|door|naar|over|onder|uit|bij|in",
    ),
    "sv": _Pointers(
        shows=r"det\s+(?P<verb>visar|visade)\s+",
        from_it=r"det\s+(?P<verb>framgår|framgick)\s+av\s+",
        closes=r"",
        article=r"(?:(?:en|ett|den|det|ny|nya|färsk|färska)\s+){0,2}",
        noun=r"[^\W\d_]{0,24}?(?:rapport(?:en)?|undersökning(?:en)?|studien?|analys(?:en)?|siffror(?:na)?|statistik(?:en)?|"
        r"enkät(?:en)?|mätning(?:en)?|kartläggning(?:en)?|granskning(?:en)?)",
        rest=r"från|av|om|i|hos|bland",
    ),
}  # fmt: skip
_DENIES = re.compile(
    r"(?:nicht|kaum|nie|niemals|pas|jamais|nunca|non|mai|não|nunca|niet|nooit|inte|aldrig|aber|nur|allein|schon)",
    re.IGNORECASE,
)
_COUNTS = re.compile(r"\d")
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_OUT_OF = {
    "fr": {"du": "le", "des": "les", "d’un": "un", "d'un": "un", "d’une": "une", "d'une": "une"},
    "es": {"del": "el"},
    "it": {"dal": "il", "dalla": "la", "dai": "i", "dagli": "gli", "dalle": "le"},
    "pt": {"no": "o", "na": "a", "nos": "os", "nas": "as"},
}
"""The article of a report in its plain form, by the form that it has behind "of"."""
_DROPPED = {"fr": {"de"}, "es": {"de"}, "it": {"da"}, "pt": {"em"}}


@cache
def _patterns(language: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    words = _TABLE[language]
    behind = rf"(?:\s(?:{words.rest}|(?-i:[A-ZÀ-Þ„“\"«])[^\s,;:.!?]*)(?:\s[^,;:.!?]{{1,80}}?)?)?"
    report = rf"(?P<who>{words.article}{words.noun}(?![\w-])(?:\s(?:19|20)\d\d)?{behind})"
    return (
        re.compile(rf"{words.shows}{report}[.!]?", re.IGNORECASE),
        re.compile(rf"{words.from_it}{report}{words.closes}[.!]?", re.IGNORECASE),
    )


def report_pointed_to(bare: str, language: str) -> tuple[str, str] | None:
    """The report that a sentence names as the source of the one before, and the verb; None for any other sentence.

    Args:
        bare: The sentence.
        language: Its language.
    """
    if language not in _TABLE:
        return None
    shows, taken = (pattern.fullmatch(bare.strip()) for pattern in _patterns(language))
    match = shows or taken
    if match is None:
        return None
    words = match["who"].split()
    if any(_DENIES.fullmatch(word) for word in words) or _COUNTS.search(_YEAR.sub("", match["who"])):
        return None
    return " ".join(words if shows is not None else _as_subject(words, language)), match["verb"]


def _as_subject(words: list[str], language: str) -> list[str]:
    """A report that something is taken from, in the form that it has as a subject."""
    if language == "de":
        while words and words[0][:1].islower():
            words = words[1:]
        return words
    if words[0] in _DROPPED.get(language, frozenset()):
        words = words[1:]
    first = words[0]
    if language == "it" and first.startswith(("dall'", "dall’")):
        return [first[3:], *words[1:]]
    return [_OUT_OF.get(language, {}).get(first, first), *words[1:]]
