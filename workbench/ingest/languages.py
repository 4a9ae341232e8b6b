"""Which language a text is in: English by its commonest words, any other by py3langid's model (docs/decisions/0009)."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING

from workbench.domain.documents import Document

if TYPE_CHECKING:
    from py3langid.langid import LanguageIdentifier

_OWN = (
    "the and to that with his from they which were been their this would who said she than about into when there what "
    "our has but you your could these those between through"
)
_SHARED = "of in is was for it as on be at by had are have an or not will all no out over more after"
_ENGLISH, _ENGLISH_TOO = frozenset(_OWN.split()), frozenset(_SHARED.split())
"""Common English words: those of no other language in Latin letters, and those that others have too."""

_COMMON_ELSEWHERE = (
    "der die das sie und den von mit sich auf für ist dem nicht ein eine auch werden aus dass nach wird bei le les "
    "des et du une que est pour qui dans sur pas au avec ont el los las del se por con su para como más il di che è "
    "della nel gli alla non sono per o os do em um uma não na de da no as het van een op te zijn voor niet aan om "
    "bij door och att det som på av är för med till har inte af til ikke hon hun ze w z się nie jest i ve bir bu "
    "ile için dan yang dengan untuk tidak"
)
_FOREIGN = frozenset(_COMMON_ELSEWHERE.split()) - _ENGLISH - _ENGLISH_TOO - {"do", "i", "per", "se", "on", "me"}
_WORD = re.compile(r"[^\W\d_]+")
_TAG = re.compile(r"(?P<code>[a-z]{2})(?:[-_][a-z0-9-]*)?")
_LOOKED_AT = 3_000
_BEGINNING = 600
"""Characters in which the English words are counted."""

PLAINLY = 0.2
"""Share of both kinds of words from which a text is English without asking the model."""

SURE = 0.5
"""Probability from which the model is believed: the language is likelier than all others together."""

FOREIGN_WORDS, SHORT = 3, 25
"""Different common words of other languages from which a text of plain letters may be in one of them; in a text of no
more than so many words one is enough."""

SURELY_FOREIGN = 2
"""Different common words of other languages from which a row of a table is in the language that is guessed."""
PLAINLY_FOREIGN, _WORDS_OF_ROW = 0.99, 8
"""Probability, and words of a row, from which one such word is enough."""
_BEYOND_LATIN = "\u0370"
_DEVANAGARI = {
    "hi": frozenset(
        [
            "है",
            "हैं",
            "था",
            "थे",
            "थी",
            "में",
            "और",
            "का",
            "की",
            "के",
            "को",
            "से",
            "पर",
            "ने",
            "नहीं",
            "यह",
            "वह",
            "हुआ",
            "हुई",
            "गया",
            "गई",
            "एक",
            "लिए",
        ]
    ),
    "ne": frozenset(
        [
            "छ",
            "छन्",
            "छैन",
            "थियो",
            "थिए",
            "र",
            "मा",
            "लाई",
            "ले",
            "बाट",
            "भएको",
            "भयो",
            "गरेको",
            "गर्यो",
            "यो",
            "त्यो",
            "हो",
            "एक",
            "लागि",
            "पनि",
        ]
    ),
    "mr": frozenset(
        [
            "आहे",
            "आहेत",
            "होता",
            "होते",
            "होती",
            "आणि",
            "मध्ये",
            "चे",
            "ची",
            "च्या",
            "ने",
            "ला",
            "नाही",
            "हा",
            "ही",
            "हे",
            "एक",
            "साठी",
            "झाला",
            "झाली",
        ]
    ),
}
"""Common words of the languages written in this script, which the model mixes up in short texts."""

HOW = "its words and letters"


def guess_language(text: str) -> str | None:
    """The ISO 639-1 code of the language of a text, None where it is not sure or has no such code."""
    sample = text[:_LOOKED_AT]
    words = _WORD.findall(sample[:_BEGINNING].lower())
    english = _ENGLISH.intersection(words)
    if "the" in english and len(english) > 2:
        common = sum(word in _ENGLISH or word in _ENGLISH_TOO for word in words)
        if common >= PLAINLY * len(words):
            return "en"
    try:
        model = _identifier()
    except (
        OSError
    ):  # it unpacks itself into the folder for temporary files, which may be full: no text is lost to a guess
        return None
    language, probability = model.classify(sample)
    if language in _DEVANAGARI:
        return _by_common_words(sample, str(language))
    return language if probability >= SURE else None


def _by_common_words(text: str, otherwise: str) -> str:
    """Which language of Devanagari has most of its common words in a text; `otherwise` where none has."""
    found = [word.strip("।,.?!;:\"'“”‘’()") for word in text.split()]
    counts = {name: sum(word in common for word in found) for name, common in _DEVANAGARI.items()}
    most = max(counts.values())
    best = [name for name, count in counts.items() if count == most]
    return best[0] if most and len(best) == 1 else otherwise


def guess_foreign(text: str) -> str | None:
    """As `guess_language`, for texts by the thousand: None also where nothing in it points to another language.

    The model is asked only where there are letters that English does not have, or some of the commonest words of other
    languages: most rows of most files are English, and asking it takes longer than all else that their words need.
    """
    sample = text[:_LOOKED_AT]
    if sample.isascii():
        words = sample.lower().split()
        if len(_FOREIGN.intersection(words)) < (FOREIGN_WORDS if len(words) > SHORT else 1):
            return None
    return guess_language(text)


@lru_cache(maxsize=256)
def likelier(text: str, one: str, other: str) -> str:
    """In which of two languages a short text rather is; `other` where that cannot be asked."""
    try:
        ranked = dict(_identifier().rank(text))
    except OSError:  # as in `guess_language`
        return other
    return one if other in ranked and ranked.get(one, 0.0) > ranked[other] else other


def speaks_foreign(text: str) -> bool:
    """Whether a short text has a common word of another language than English, or letters that no Latin one writes.

    A name ("Zoë won") is in no language.
    """
    words = _WORD.findall(text.lower())
    return bool(_FOREIGN.intersection(words)) or any(word > "ʯ" for word in words)


def _language_of_row(text: str) -> str | None:
    """The language of a row that states none, where it is surely another than English: by its letters or its words.

    Names alone make a short text look like many a language.
    """
    language = guess_foreign(text)
    if language is None or language == "en":
        return None
    sample = text[:_LOOKED_AT].lower()
    words = _WORD.findall(sample)
    small = len(_FOREIGN.intersection(words))
    other = sum(sign >= _BEYOND_LATIN for sign in sample if sign.isalpha()) > len(sample) // 4
    if other or small >= SURELY_FOREIGN:
        return language
    plainly = small and len(words) >= _WORDS_OF_ROW and _identifier().classify(sample)[1] >= PLAINLY_FOREIGN
    return language if plainly else None


def with_language(document: Document) -> Document:
    """A document whose language its reader left to be guessed, with the guess; a stated one without its country.

    Readers run in processes of their own with little memory; the model is loaded once, outside. What is stated in
    another way than by a tag ("English", "eng") is guessed too.
    """
    if document.language is not None:
        tag = _TAG.fullmatch(document.language.strip().lower())
        return replace(document, language=tag["code"] if tag else guess_language(document.text) or document.language)
    if "language" not in document.guessed:
        language = _language_of_row(document.text)
        if language is None:
            return document
        found = {**document.found, "language": HOW}
        return replace(document, language=language, found=found, guessed=document.guessed | {"language"})
    language = guess_language(document.text)
    if language is None:
        return replace(document, guessed=document.guessed - {"language"})
    return replace(document, language=language, found={**document.found, "language": HOW})


@lru_cache(maxsize=1)
def _identifier() -> LanguageIdentifier:
    """The model, loaded at its first use: a second, and 90 MB."""
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    identifier = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    identifier.set_languages([label for label in identifier.labels if len(label) == 2])
    return identifier
