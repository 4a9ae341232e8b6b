"""Who said it in languages without a parser, by verbs of saying and their places in a sentence."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from workbench.domain.articles import Attribution
from workbench.language.attribution import speech_arabic_hindi, speech_chinese_japanese, speech_turkish
from workbench.language.attribution.quotation_signs import QUOTE
from workbench.language.attribution.quoted_by import quoted_by
from workbench.language.attribution.saying_places import LANGUAGES as SAYING
from workbench.language.attribution.saying_places import told, told_of_before, told_within
from workbench.language.grammar.clause_candidates import ClauseCandidate
from workbench.language.text.quotations import QuotationMap

TAGGED = frozenset({"nl", "sv", "pl", "uk", "ru", "ar", "hi"})
"""Languages in which two words behind a quotation may say whose it is ("сказав він")."""


def said_elsewhere(text: str, candidate: ClauseCandidate, language: str, quotes: QuotationMap) -> ClauseCandidate:
    """The sentence with who said it, where a verb of saying outside its quotation marks tells."""
    if language in SAYING:
        return _by_places(text, candidate, language, quotes)
    own = next(
        (each for each in (speech_chinese_japanese, speech_arabic_hindi, speech_turkish) if language in each.LANGUAGES),
        None,
    )
    if own is not None:
        sentence = text[candidate.start : candidate.end]
        told = own.who_says(sentence, language)
        if told is None:
            return candidate
        direct = own.quotes_much(sentence)
        how = Attribution.DIRECT if direct else Attribution.PARAPHRASE
        return replace(candidate, speaker=told[0], attribution=how, attribution_verb=told[1], said=True)
    return candidate


_MARKS = " \"“”„«»‘’'"
_WORDS_SAID = 4
"""Words of a quotation that is no title and no outcry."""


def _by_places(text: str, candidate: ClauseCandidate, language: str, quotes: QuotationMap) -> ClauseCandidate:
    """The sentence with who said it by the places of verbs."""
    outside = _outside_quotations(text, candidate, quotes)
    found = told(outside, language)
    opening = quotes.at(candidate.start)
    if found is None and opening is not None and len(text[opening.start : opening.end].split()) >= _WORDS_SAID:
        found = quoted_by(outside, text, language)
    if found is None and opening is not None and opening.start <= candidate.start and candidate.end <= opening.end:
        found = told_within(text[candidate.start : candidate.end].strip(_MARKS), language)
    if found is None or not found.verb:
        return candidate
    how = Attribution.DIRECT if _is_direct(text, candidate, quotes) else Attribution.PARAPHRASE
    alias = found.phrase if found.phrase and found.phrase != found.who else None
    return replace(
        candidate, speaker=found.who, speaker_alias=alias, attribution=how, attribution_verb=found.verb, said=True
    )


_TITLE = re.compile(r"[^\W\d_][\w’-]*(?:\s[\w’-]+){0,2}")
"""The name of a paper between marks, behind a word: "ujawnił „Głos Ujścia”"."""


_ONE_OF = re.compile(r"\b(?:eine[mnrs]?|keine[mnrs]?|von|als)\s$")
"""Before words in marks that are no name of a paper: "sprach von einem »System der Willkür«"."""


def _outside_quotations(text: str, candidate: ClauseCandidate, quotes: QuotationMap) -> str:
    """The words of a sentence with one sign for each quotation, also for one that began or ends in another sentence."""
    pieces: list[str] = []
    at = candidate.start
    opened = quotes.at(candidate.start)
    inside = [opened] if opened is not None else []
    for quotation in [*inside, *quotes.within(candidate.start, candidate.end)]:
        if quotation.end <= at:
            continue
        inside_it = text[quotation.start + 1 : quotation.end - 1]
        lead = text[max(0, quotation.start - 2) : quotation.start]
        named = inside_it[:1].isupper() and _TITLE.fullmatch(inside_it) is not None
        titled = named and lead[-1:] == " " and lead[:1].isalpha() and not _ONE_OF.search(text, at, quotation.start)
        pieces += [text[at : max(at, quotation.start)], inside_it if titled else QUOTE]
        at = min(quotation.end, candidate.end)
    pieces.append(text[at : candidate.end])
    return "".join(pieces)


def _is_direct(text: str, candidate: ClauseCandidate, quotes: QuotationMap) -> bool:
    """Whether a sentence gives somebody's own words: between marks, or behind the dash that opens speech."""
    if quotes.at(candidate.start) is not None or text[max(0, candidate.start - 2) : candidate.start] in {"– ", "— "}:
        return True
    return any(each.end - each.start > 20 for each in quotes.within(candidate.start, candidate.end))


def said_before(text: str, candidate: ClauseCandidate, language: str) -> tuple[str, str] | None:
    """Who said the sentence before, and with which verb, where a sentence tells nothing else ("Das teilte X mit")."""
    told_back = told_of_before(text[candidate.start : candidate.end], language)
    return (told_back.who, told_back.verb) if told_back is not None and told_back.who is not None else None


def pointed_back(text: str, candidates: Sequence[ClauseCandidate], language: str) -> list[ClauseCandidate]:
    """The sentences of an article with who said them by the sentence after; that one asserts nothing more."""
    found: list[ClauseCandidate] = []
    for candidate in candidates:
        told = said_before(text, candidate, language)
        if told is None or candidate.by_turn:
            found.append(candidate)
            continue
        last = found[-1] if found else None
        if last is not None and last.speaker is None and "\n" not in text[last.end : candidate.start].strip(" "):
            found[-1] = replace(
                last, speaker=told[0], attribution=Attribution.PARAPHRASE, attribution_verb=told[1]
            )  # fmt: skip
    return found
