"""What a number counts in languages that are not parsed: a noun that has the form of several, else nothing.

A number whose noun is not sure stays a plain number: a wrong unit is compared with the wrong amounts.
"""

from __future__ import annotations

import re

from workbench.language.grammar.modality_elsewhere import happens
from workbench.language.text.stop_words import STOP_WORDS
from workbench.language.text.tokenizer import word_set

_OF_WHAT = re.compile(r"\s+(?:de|di|du|des|von|d['’])(?=\s|(?<=['’]))", re.IGNORECASE)
_WORD = re.compile(r"[\s\u00a0]+([^\W\d_]+(?:-[^\W\d_]+)?)")
_SMALL_WORDS = {
    "de": word_set("gestern heute morgen davon danach daher"),
    "fr": word_set("ailleurs dès ensuite environ demain hier jeudi heure heures h selon sans chez contre dont"),
    "es": word_set("además ayer hoy luego mañana mediante horas hora menos"),
    "it": word_set(
        "durante assieme domani eccetto ieri insieme invece lungo già ancora soltanto solo oggi "
        "presso pure quindi secondo meno ore"
    ),
    "pt": word_set("amanhã hoje ontem horas menos contra"),
    "nl": word_set(
        """
        beneden boven buiten daarna eerder gisteren keer later minder samen tijdens vandaag volgens morgen deden gaan
        komen krijgen lagen liepen moesten mogen staan stonden willen zagen zaten zeiden bleken bleven blijven
        """
    ),
    "sv": word_set(
        """
        fler färre gånger idag igår imorgon innan medan mindre bor deltar dör finns får ger går gör heter kommer ligger
        stiger står säger tar vill väntar saknar måste
        """
    ),
    "pl": word_set(
        "dzisiaj dziś jutro mniej mogą może oprócz później razy również wcześniej wczoraj według wobec więcej niż"
    ),
    "uk": word_set(
        """
        і й та в у на з із зі до від за про по при під над для без через або чи що як якщо коли де його її їх є був була
        було були буде не ні ще вже тільки лише також більше менше разів раз понад учора вчора сьогодні завтра після
        перед між торік
        """
    ),
    "ru": word_set("раз раза больше меньше вчера сегодня завтра после перед между более менее"),
}
"""Words behind a number that are nothing it counts and neither stop words nor verbs of `modality_elsewhere`."""
_VERBS_TOLD = frozenset({"fr", "es", "it", "pt", "nl", "pl"})
"""Languages whose forms of the past are no plural of a noun."""
_BEFORE_NOUNS = word_set(
    """
    petits petites grands grandes nouveaux nouvelles autres jeunes anciens anciennes premières premiers dernières
    derniers nuevos nuevas otros otras primeros primeras últimos últimas nuovi nuove altri altre grandi giovani ultimi
    primi novos novas outros outras primeiros
    """
)
"""Adjectives between a number and what it counts in French, Spanish, Italian and Portuguese."""
_DESCRIBES = {
    "de": re.compile(r"[a-zäöüß-]{2,24}(?:e|en|er)"),
    "nl": re.compile(r"[^\W\d_]{2,20}e"),
    "sv": re.compile(r"[^\W\d_]{1,20}[ae]"),
    "pl": re.compile(r"[^\W\d_]{2,20}(?:ych|ich|owe|ne|we|kie|gie|łe|te|że|sze|cze)"),
}
"""Adjectives before the noun, by how they end."""
_SEVERAL = {
    "de": re.compile(r"[A-ZÄÖÜ][\w-]{1,40}"),
    "nl": re.compile(
        r"[^\W\d_]{1,30}(?:en|[^s\W]s|ss|['’]s)|jaar|uur|man|keer|kind|euro|kilo|meter|eeuw|kwartier|ton|fte"
    ),
    "sv": re.compile(
        r"[^\W\d_]{1,30}(?:or|ar|er|n|are|ande)|[^\W\d_]{0,20}(?:barn|hus|fartyg|år|fall|djur|jobb|träd|mål|ben|rum|namn|ord|"
        r"brott|dygn|kök|land|bord|kort|tåg|skott|fel|prov|test|ton|liv|beslut|företag|lag|område|platser|mord|par|lån|val)|"
        r"män|kvinnor|personer|skadade|döda|anställda|sjuka|unga|äldre|boende|vuxna|gripna|saknade"
    ),
    "it": re.compile(
        r"[^\W\d_]{1,30}(?:[ieàèìòù]|bus)|uova|paia|dita|braccia|ossa|labbra|mura|migliaia|centinaia|euro|chilo|auto|moto|"
        r"foto|radio|bar|film|computer|sport|club|hotel|test|video|cinema|smartphone"
    ),
    "fr": re.compile(r"[^\W\d_]{1,30}(?:s|x|z)|hommes|gens"),
    "es": re.compile(r"[^\W\d_]{1,30}s"),
    "pt": re.compile(r"[^\W\d_]{1,30}s"),
}
"""What a noun looks like that is counted, by language; in others any word."""
_ONE = re.compile(
    r"(?<![\w.,])(?:[01](?:[.,]\d{1,3})?|un[ao]?|une|um|uma|e[et]n|één|ett|jed[ae]n|jedn[ao]|ein(?:e[nrms]?)?)$",
    re.IGNORECASE,
)
"""A number whose noun is one, not several."""
UNIT_WORDS = frozenset({"km", "kg", "cm", "mm", "m", "g", "t", "l", "ha"})
_MOST_BETWEEN = 2
_VERB_ENDS = {
    "pl": ("ło", "ali", "ili", "yli", "ano", "ono", "ęto", "yto"),
    "es": ("n",), "pt": ("m", "ão"), "fr": ("nt",), "it": ("ano", "ono"),
}  # fmt: skip
_NO_VERBS = frozenset({"milhão", "bilhão", "millón", "anno", "cent", "vingt", "point"})
_IN_ERN = frozenset({"ostern", "western", "konzern", "kern", "stern", "modern"})


def counted_elsewhere(text: str, at: int, language: str) -> str | None:
    """The noun counted by the number that ends at `at`, in lower case as it is written."""
    if linked := _OF_WHAT.match(text, at):
        at = linked.end()
    several = _SEVERAL.get(language)
    describes = _DESCRIBES.get(language)
    one = _ONE.search(text, max(0, at - 6), at) is not None
    for place in range(_MOST_BETWEEN + 1):
        match = _WORD.match(text, at, min(len(text), at + 40))
        if match is None:
            return None
        word, lower = match.group(1), match.group(1).lower()
        if lower in UNIT_WORDS:
            return lower
        if lower in _BEFORE_NOUNS:
            at = match.end()
            continue
        if _is_small(lower, language) or _is_verb_of_many(lower, language):
            return None
        counts = several is None or several.fullmatch(word if language == "de" else lower) is not None
        behind = _WORD.match(text, match.end(), min(len(text), match.end() + 40))
        if describes is not None and describes.fullmatch(word) and place < _MOST_BETWEEN and behind is not None:
            noun = behind.group(1)
            verb = _is_verb_of_many(noun.lower(), language)
            if (
                not verb
                and not _is_small(noun.lower(), language)
                and (several is None or several.fullmatch(_cased(noun, language)))
            ):
                at = match.end()
                continue
        if not counts and not (one and language not in {"de"}):
            return None
        return lower[:-1] if language == "de" and _is_dative(lower) else lower
    return None


def _is_small(word: str, language: str) -> bool:
    """Whether a word is a common one of its language, no noun."""
    return (
        word in STOP_WORDS.get(language, ())
        or word in _SMALL_WORDS.get(language, ())
        or (language in _VERBS_TOLD and happens(word, language))
    )


def _cased(word: str, language: str) -> str:
    return word if language == "de" else word.lower()


def _is_verb_of_many(word: str, language: str) -> bool:
    """Whether a word ends as verbs of several do and plurals of nouns do not: "900 carecen", "40 vivono"."""
    return word.endswith(_VERB_ENDS.get(language, ("\0",))) and word not in _NO_VERBS


def _is_dative(word: str) -> bool:
    """Whether a German noun behind a number is a plural in -er with its dative n: "vor 300 Zuschauern"."""
    return word.endswith("ern") and not word.endswith("eltern") and word not in _IN_ERN
