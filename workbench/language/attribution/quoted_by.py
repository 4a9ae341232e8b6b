"""Who says a quotation by a verb that no list of verbs of saying has: "« … », a tonné la maire Anne Exemple"."""

from __future__ import annotations

import re

from workbench.language.attribution.quotation_signs import QUOTE, bare_of_quotations
from workbench.language.attribution.saying_forms import Saying
from workbench.language.attribution.speaker_phrases import is_somebody, named, surname_of
from workbench.language.grammar.modality_elsewhere import happens
from workbench.language.text.stop_words import STOP_WORDS
from workbench.language.time.calendars_elsewhere import CALENDARS

_SHORTEST = 4
"""Letters of a verb in the present at least: "«…», con la sindaca"."""
_BESIDE = re.compile(
    rf"{QUOTE}\s?(?:,\s?[–—-]?|[–—-])\s?(?P<first>(?:se\s|si\s|s['’])?[^\W\d_]+)(?:\s(?P<second>[^\W\d_]+))?\s(?P<rest>.+)"
)


def quoted_by(sentence: str, text: str, language: str) -> Saying | None:
    """Who is named behind a quotation that opens a sentence, and a verb in the past; None where that is not plain.

    Args:
        sentence: The sentence, each quotation in its marks.
        text: The article, which may name in full who has only a surname here.
        language: One of those that `CALENDARS` knows.
    """
    match = _BESIDE.fullmatch(bare_of_quotations(sentence))
    if match is None or language not in CALENDARS:
        return None
    first, second, rest = match["first"], match["second"], match["rest"]
    tries = [(f"{first} {second}", rest)] if second else []
    for verb, behind in [*tries, (first, f"{second} {rest}" if second else rest)]:
        if not verb.islower():
            continue
        past = _is_past(verb, language)
        if not past and (verb in STOP_WORDS.get(language, ()) or len(verb.split()) > 1 or len(verb) < _SHORTEST):
            continue
        who = named(re.split(r"[,;:.!?“”–—]", behind)[0], language, verb=verb)
        if not past and (who is None or not is_somebody(who, language)):
            continue
        if who is not None and (is_somebody(who, language) or surname_of(who, text, language) is not None):
            return Saying(who, verb, phrase=who)
    return None


def _is_past(verb: str, language: str) -> bool:
    past = CALENDARS[language].past
    return happens(verb, language) or (bool(past) and re.search(past, verb, re.IGNORECASE) is not None)
