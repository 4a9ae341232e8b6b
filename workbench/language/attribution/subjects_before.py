"""Who "he said" and "Dodał, że …" mean where nobody spoke before: whoever the sentence before is about.

Only where that sentence begins with one person, by name with an office or title at most, or by an office alone, and
names no other: "Bahnchef Jan Muster räumte Fehler ein. …, sagte er."
"""

from __future__ import annotations

import re
from itertools import takewhile

from workbench.domain.first_names import MEN, WOMEN
from workbench.language.attribution.quotation_signs import bare_of_quotations
from workbench.language.attribution.speaker_phrases import (
    ARTICLES,
    PARTICLES,
    is_capital,
    is_name,
    is_office,
    is_office_before,
)
from workbench.language.attribution.women_and_men import is_of_women

_EDGES = " ,;:–—-“”\"'()«»."
_MOST = 7
"""Words that an office and a name have at most."""
_MOST_OF_NAME = 4


def subject_of_before(sentence: str, language: str, woman: bool | None, *, left_out: bool) -> str | None:
    """Whom a sentence is about, where that is one person who may be meant by a pronoun or a verb behind it.

    Args:
        sentence: The sentence before.
        language: Its language.
        woman: Whether the pronoun or verb is that of a woman; None where it does not tell.
        left_out: Whether no pronoun stands there, so that it goes on with the subject.
    """
    words = bare_of_quotations(sentence).split()
    head = _head(words, language)
    if head is None:
        return None
    name, size = head
    rest = words[size:]
    if not rest or rest[0].endswith(":") or _names_another(rest, language, left_out=left_out):
        return None
    told = is_of_women(" ".join(words[:size]), name, rest[0].strip(_EDGES), language)
    if told is not None and woman is not None and told is not woman:
        return None
    return name


def _head(words: list[str], language: str) -> tuple[str, int] | None:
    """The person that a sentence begins with, and how many words that takes."""
    size = 0
    for size, word in enumerate(words[: _MOST + 1]):
        first = size == 0 and word.lower() in ARTICLES.get(language, frozenset())
        part = is_capital(word) or (size and word.lower() in PARTICLES) or is_office(word, language)
        if not (first or part) or (size and words[size - 1].endswith((",", ";", ":"))):
            break
    head = [word.strip(_EDGES) for word in words[:size]]
    if not head or any(word.endswith((",", ";", ":")) for word in words[:size]):
        return None
    if len(head) <= 2 and is_office(head[-1], language) and head[0].lower() in ARTICLES.get(language, frozenset()):
        return (" ".join(head), size) if len(head) == 2 else None
    start = 0
    while len(head) - start > 2 and is_office_before(" ".join(head[: start + 1]), language):
        start += 1
    named = is_name(head[start:]) and len(head) - start < _MOST_OF_NAME
    named = named and (head[start].lower() in MEN | WOMEN or any(is_office(word, language) for word in head[:start]))
    return (" ".join(head[start:]), size) if named and is_office_before(" ".join(head[:start]), language) else None


def _names_another(rest: list[str], language: str, *, left_out: bool) -> bool:
    """Whether the rest of a sentence names somebody else who may be meant."""
    bare = [word.strip(_EDGES) for word in rest]
    for at, word in enumerate(bare):
        if not left_out and (is_office(word, language) or (_ONE_MORE.fullmatch(word) and bare[at + 1 :])):
            return True
        pair = bare[at : at + 2]
        if len(pair) == 2 and all(map(is_capital, pair)) and rest[at][-1:] not in ",;:" and not _is_place(bare, at):
            return True
    return False


_ONE_MORE = re.compile(r"(?:einen|einem|een|un|uno|um|une|una|uma)", re.IGNORECASE)
"""An article behind which a noun stands that may be the person who is meant: "verhaftete einen Dieb. Er sagte"."""
_IN = re.compile(r"(?:in|im|en|à|au|aux|a|em|no|na|i|på|w|we|в|у|на|op|te|bei|nach|nel|nella|di|de|del)", re.IGNORECASE)


def _is_place(words: list[str], at: int) -> bool:
    """Whether two capitals stand behind a word of place: "en San Juan"."""
    return at > 0 and _IN.fullmatch(words[at - 1]) is not None


_JOINS = re.compile(r"\s(?:i|oraz|a|та|і|й|и|en|och|und|y|e|ed|et)$")
_LOWER_NOUNS = frozenset({"es", "fr", "it", "pt"})
_ACTS = frozenset({"pl", "uk", "ru", "nl", "sv", "de", "es", "fr", "it", "pt"})


def joined_to_act(phrase: str, language: str) -> bool:
    """Whether words before a verb of saying end in "and", and so hold another verb: "Wojewoda odpiera zarzuty i"."""
    return language in _ACTS and _JOINS.search(phrase) is not None


_OF_MANY = {
    "de": r"en\b",
    "nl": r"en\b",
    "es": r"(?:n|han)\b",
    "pt": r"(?:m|ram)\b",
    "fr": r"ont\b|ent\b",
    "it": r"hanno\b|no\b",
}
_AND_THE = {"de": "und", "nl": "en", "es": "y|e", "pt": "e", "fr": "et", "it": "e|ed"}


def own_subject(phrase: str, verb: str, language: str) -> str:
    """The words behind "and" where a verb of one speaks of them alone: "Juan Muestra se fue y su mujer (dijo)"."""
    number = verb.split()[0] if language in {"fr", "it"} else verb
    if language not in _AND_THE or re.search(_OF_MANY[language], number):
        return phrase
    articles = "|".join(sorted(ARTICLES[language]))
    parts = re.split(rf"\s(?:{_AND_THE[language]})\s(?=(?:(?:{articles})\s|l['’]))", phrase)
    return parts[-1]


def office_at_head(phrase: str, language: str) -> str:
    """The office or name that some words begin with; "" where they begin with neither."""
    words = phrase.split()
    head = _head(words, language)
    if head is not None:
        return head[0]
    run = list(takewhile(is_capital, words))
    if language in _LOWER_NOUNS and 1 < len(run) < _MOST_OF_NAME + 1 and words[0].lower() not in ARTICLES[language]:
        return " ".join(run)  # "Ana Muestra dimitió y …"
    first = 1 if words[0].lower() in ARTICLES.get(language, frozenset()) else 0
    return " ".join(words[: first + 1]) if len(words) > first and is_office(words[first], language) else ""
