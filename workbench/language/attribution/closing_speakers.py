"""Who speaks behind a sentence with commas of its own, and what before its first comma may be whoever speaks.

"Drei Männer, zwei Frauen und ein Kind starben, teilte die Polizei mit" is what the police say. Between commas may stand
what tells more of a subject too ("La ministre, attendue, a promis …"), so the place of the verb alone tells nothing.
"""

from __future__ import annotations

import re

from workbench.language.attribution.speaker_phrases import (
    ARTICLES,
    is_capital,
    is_name,
    named,
    opens_with_office,
)
from workbench.language.grammar.modality_elsewhere import happens
from workbench.language.numbers.numbers import CARDINALS

_BODY = re.compile(
    r"\w*(?:polizei|police|policía|polícia|polizia|politie|polisen|policja|поліція|полиция|feuerwehr|pompiers|bomberos|"
    r"bombeiros|brandweer|räddningstjänsten|strażacy|рятувальники|спасатели|ministerium|ministère|ministerio|ministero|"
    r"ministério|ministerie|departementet|ministerstwo|міністерство|министерство|regierung|gouvernement|gobierno|governo|"
    r"regering(?:en)?|rząd|уряд|правительство|staatsanwaltschaft|parquet|fiscalía|procura|procuradoria|prokuratura|"
    r"прокуратура|gericht|tribunal[e]?|cour|juzgado|rechtbank|domstolen|sąd|суд|verwaltung|mairie|préfecture|ayuntamiento|"
    r"comune|prefettura|prefeitura|câmara|gemeente|kommunen|ratusz|magistrat|gewerkschaft|syndicat|sindicato|sindacato|"
    r"vakbond|facket|związek|профспілка|профсоюз|behörde|amt|agence|agencia|agenzia|agência|myndigheten|urząd|unternehmen|"
    r"konzern|firma|compagnie|entreprise|société|empresa|azienda|società|bedrijf|bolaget|företaget|spółka|компанія|"
    r"компания|hospital|hôpital|krankenhaus|klinik|klinikum|ospedale|ziekenhuis|sjukhuset|szpital|лікарня|больница|partei|"
    r"verband|vigili|carabinieri|autoridades|autorités|autorità|behörden)",
    re.IGNORECASE,
)
"""Bodies that make known what has happened."""
_JOINS = re.compile(
    r"(?:ma|mas|mais|pero|sino|aber|sondern|doch|maar|men|utan|ale|lecz|але|но|а|y|e|et|und|och|en|i|і|та|и|o|ou|oder|of|"
    r"eller|lub|albo|ni)(?!\w)",
    re.IGNORECASE,
)
_IS = re.compile(
    r"(?:ist|sind|war|waren|hat|haben|wird|werden|wurde|wurden|kann|muss|will|soll|"
    r"is|zijn|was|heeft|hebben|werd|wordt|är|har|blev|ska|jest|są|był[ay]?o?|были|был[ао]?|буде|було|"
    r"è|sono|ha|hanno|era|est|sont|ont|était|es|son|está|están|han|fue|é|são|está|estão|tem|têm|foi|foram)",
    re.IGNORECASE,
)
_AND = {
    "es": "y|e", "fr": "et", "it": "e|ed", "pt": "e", "de": "und", "nl": "en", "sv": "och", "pl": "i|oraz",
    "uk": "і|й|та", "ru": "и",
}  # fmt: skip
_TELLS = re.compile(
    r"inform|avert|avvert|préven|alert|avis|notif|waarsch|warn|powiadom|попередж|предупре", re.IGNORECASE
)
_TO = re.compile(r"(?:à|al|alla|allo|ai|agli|alle|au|aux|ao|aos|às|dem|den|aan|till)\s|all['’]", re.IGNORECASE)
_LOWER_NOUNS = frozenset({"fr", "es", "it", "pt", "nl", "sv", "pl", "uk", "ru"})
"""Languages in which a capital within a sentence begins a name."""
_MOST = 8
_SIGN = re.compile(r"[,;:.!?“”–—]")


def joins(words: str) -> bool:
    """Whether words go on with "and" or "but"."""
    return _JOINS.match(words.strip()) is not None


def lists(words: str, language: str) -> bool:
    """Whether words hold an "and" within, as the rest of a list does."""
    return re.search(rf"\s(?:{_AND[language]})\s", words, re.IGNORECASE) is not None


def tells_somebody(verb: str) -> bool:
    """Whether a verb of saying may have those who are told as its object: "Le maire, Luc …, a averti la police"."""
    return _TELLS.search(verb) is not None


def is_body(words: str, language: str) -> bool:
    """Whether words are a body alone that makes things known: "Il sindacato", "la société Exemple"."""
    parts = words.split()
    first = 1 if parts and parts[0].lower() in ARTICLES.get(language, frozenset()) else 0
    rest = parts[first + 1 :]
    return len(parts) > first and _BODY.fullmatch(parts[first]) is not None and all(map(is_capital, rest))


def closes(following: str, that: re.Pattern[str], language: str) -> bool:
    """Whether the words behind a verb of saying are surely whoever speaks, and end the sentence or a part of it.

    Args:
        following: The words behind the verb, up to the end of the sentence.
        that: What opens what is said.
        language: Its language.
    """
    sign = _SIGN.search(following)
    if sign is not None and sign.group() in ":“":
        return False
    phrase = following[: sign.start()].strip() if sign else following.strip()
    told = _TO.match(phrase) or (language != "pt" and phrase.startswith("a "))
    if not phrase or told or len(phrase.split()) > _MOST + 4 or that.search(phrase):
        return False
    return is_surely_somebody(phrase, language)


def is_surely_somebody(phrase: str, language: str) -> bool:
    """Whether words are a person by name or office, or a body that is known to make things known."""
    if phrase.split()[0].lower() in CARDINALS.get(language, {}):
        return False
    who = named(phrase, language)
    if who is None:
        return False
    parts = who.split()
    first = 1 if parts[0].lower() in ARTICLES.get(language, frozenset()) and len(parts) > 1 else 0
    body = any(_BODY.fullmatch(part) for part in parts[first : first + 2])
    surname = len(parts) == 1 and is_capital(parts[0]) and language in _LOWER_NOUNS and not phrase.startswith(who)
    alone = len(parts) == 1 and is_capital(parts[0]) and language in _LOWER_NOUNS and phrase == who
    return opens_with_office(phrase, language) or is_name(parts) or body or surname or alone


def may_speak(words: str, aside: str, language: str) -> bool:
    """Whether words before the first comma may be the subject of a verb behind the second one.

    No clause of its own is ("La diga è vecchia, ma sicura, …"), no list ("Drei Männer, zwei Frauen und ein Kind …"),
    and nothing that opens with neither an article nor a name ("Pese a las lluvias, …").
    """
    parts = words.split()
    if not parts or joins(aside) or parts[0].lower() in CARDINALS.get(language, {}):
        return False
    if any(_IS.fullmatch(part) or (len(part) > 3 and happens(part, language)) for part in parts[1:]):
        return False
    if opens_with_office(words, language) or is_name(parts):
        return True
    article = parts[0].lower() in ARTICLES.get(language, frozenset()) or parts[0][:2].lower() in {
        "l'",
        "l’",
        "d'",
        "d’",
    }
    if language in ARTICLES:
        return article or all(map(is_capital, parts))
    return is_capital(parts[0])
