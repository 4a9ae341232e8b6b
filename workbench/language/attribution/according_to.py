"""Whoever a sentence is according to: at its beginning, its end or between commas, with the name behind an office."""

from __future__ import annotations

import re

from workbench.language.attribution.closing_speakers import is_body, joins
from workbench.language.attribution.nominatives import nominative
from workbench.language.attribution.saying_forms import COMMA, Places, Saying, called_by
from workbench.language.attribution.source_phrases import LANGUAGES as RUN_ON
from workbench.language.attribution.source_phrases import source_named
from workbench.language.attribution.sources_within import source_before, source_within, source_within_words
from workbench.language.attribution.speaker_phrases import is_name, is_somebody, named
from workbench.language.attribution.unnamed_sources import OWN, WHICH, plain_source

_WITH_NAME, _LEAST_TOLD = 3, 2
_BEFORE_QUOTATION = {"fr": r"pour", "es": r"para", "it": r"per", "pt": r"para"}
"""Words before whoever holds what a quotation says: "Pour la ministre, « … »"."""


_LAST_PART = re.compile(r"[,;:!?“”–—]|\s(?:qui|que|quien|che|il\squale)\s")
"""What ends whoever a sentence is according to in the middle of it: "… selon la préfecture, lundi soir"."""


def _named_behind(phrase: str, source: str, language: str) -> str:
    """The name between commas of an office that a sentence is according to: "Selon sa porte-parole, Anne Exemple, …".

    Where more commas follow, it may be the one who is told of: "Selon le procureur, Jean Exemple, 45 ans, a volé …".
    """
    parts = [part.strip() for part in COMMA.split(phrase)]
    if len(parts) != _WITH_NAME or parts[0] != source or not is_somebody(source, language):
        return ""
    own = is_name(parts[1].split()) and not joins(parts[2]) and len(parts[2].split()) > _LEAST_TOLD
    return parts[1] if own else ""


def according_to(bare: str, places: Places, language: str) -> Saying | None:
    """Whoever a sentence is according to, at its beginning, its end or between commas."""
    own = re.search(rf"(?<![\w’'-])(?:{OWN[language]})(?=\W|$)", bare, re.IGNORECASE)
    if own is not None and (own.start() == 0 or bare[: own.start()].rstrip()[-1:] in {",", "”", "–"}):
        pronoun = next((name.rstrip("23") for name, given in own.groupdict().items() if given), "")
        return Saying(None, own.group(), pronoun)
    held = _BEFORE_QUOTATION.get(language)
    holds = (
        re.match(
            rf"(?P<verb>{held})\s(?P<who>[^,;:.!?“”]{{3,80}})(?:,\s(?P<aside>[^,;:.!?“”]{{3,40}}))?,?\s?“",
            bare,
            re.IGNORECASE,
        )
        if held
        else None
    )
    if holds is not None and (who := named(holds["who"], language, holds["aside"] or "")) is not None:
        return Saying(who, holds["verb"], phrase=holds["who"].strip())
    for source in places.source.finditer(bare):
        word = " ".join(source.group().split())
        before = bare[: source.start()].rstrip()
        of_one = source_before(before) if word.lower() == "zufolge" else None
        follows = word.lower() == "zufolge" and (len(before.split()) < 8 or (of_one or "")[:3] in {"dem", "der"})
        within = None
        if before and before[-1] not in ",–—;”" and not follows:
            within = source_within(bare, *source.span()) if language == "de" else None
            if language in {"nl", "sv"} and not word.endswith("uit"):  # "blijkt uit Duitsland te komen"
                within = source_within_words(re.split(r"[,;:!?“”–—]", bare[source.end() :])[0], language)
            if language in _BEFORE_QUOTATION:
                last = _LAST_PART.split(bare[source.end() :])[0].strip(" .")
                within = last if last and is_body(last, language) else None
            if within is None:
                continue
        told = of_one
        if word.lower() == "zufolge" and told is None:
            continue
        phrase = told if told is not None else within or bare[source.end() :]
        whole = re.split(r",(?!\d)|[;:!?“”–—]", phrase)[0].strip()
        called = called_by(whole, places)
        if called is not None:
            return Saying(None, word, called)
        if WHICH.match(whole):
            continue
        if language in {"pl", "uk", "ru"}:
            if whole.casefold() in {"niego", "niej", "него", "неё", "нее", "його", "її"}:
                return Saying(None, word)
            return Saying(nominative(whole, language), word, phrase=whole)
        if language in RUN_ON:
            runs = source_named(whole, language, closed=len(phrase.strip()) > len(whole) or bool(before))
            if runs is None:
                return Saying(None, word)
            whole = runs
        aside = _named_behind(phrase, whole, language)
        plain = plain_source(whole, language) or named(nominative(whole, language) or "", language, aside)
        if plain is not None:
            return Saying(plain, word, phrase=whole)
    return None
