"""Datelines: the place, day and agency that a report opens with ("LONDON (Agency) — ")."""

from __future__ import annotations

import re

_UP = "A-ZÀ-ÖØ-ÞŁŚŠŽŻŹŐŰĆČĐĞİŞА-ЯЁІЇЄҐ"
_CAPITALS = rf"(?:[{_UP}]['’])?[{_UP}]{{2}}[{_UP}.'’-]{{0,30}}"
_SHORT = rf"[{_UP}]\.|(?:ST|SAN|EL|LA|LE|DE|MT|FT)\.?"
_NAME = rf"[{_UP}][^\W\d_]{{1,30}}(?:['’.-][^\W\d_]{{1,30}}){{0,2}}\.?"
_ABBREVIATED = rf"(?:[{_UP}]\.){{1,4}}|[{_UP}]{{2,3}}"
_MONTH = r"[^\W\d_]{3,10}\.?"
_DAY = (
    rf"(?:(?:den|le|el|il|em|a|on)\s)?(?:\d{{1,2}}(?:\.|er|st|nd|rd|th|º)?\s(?:de\s)?{_MONTH}|{_MONTH}\s\d{{1,2}}(?:st|nd|rd|th)?)"
    r"(?:,?\s(?:de\s)?\d{4})?"
)
_DAY_OF_YEAR = _DAY.removesuffix("?")
_AGENCY = r"\([^()\n]{2,40}\)|/[A-Z][\w ]{1,30}/"
_PLACE_IN_CAPITALS = (
    rf"(?:(?:{_SHORT})\s){{0,2}}{_CAPITALS}(?:\s{_CAPITALS}){{0,3}}"
    rf"(?:\s?/\s?{_CAPITALS}(?:\s{_CAPITALS}){{0,2}}){{0,2}}"
)
_REGION = rf"(?:,\s(?:{_ABBREVIATED}|{_NAME}(?:\s{_NAME}){{0,2}})){{0,2}}"
_PLACE = rf"{_NAME}(?:\s{_NAME}){{0,2}}"
_DASH = r"(?:\.\s?)?(?:—|–|--|(?<=[\s.])-(?=\s))"
_DATELINE = re.compile(
    rf"(?!(?:In|On|At|From|By|With|After|Since|Until|As|For|To)\s|[^\W\d_]{{3,6}}day\b)"
    rf"(?:{_PLACE_IN_CAPITALS}{_REGION}(?:,?\s{_DAY})?(?:,?\s(?:{_AGENCY}))?\s?{_DASH}"
    rf"|{_PLACE_IN_CAPITALS}{_REGION},?\s{_DAY},?\s(?:{_AGENCY})(?=\s)"
    rf"|{_PLACE}{_REGION}(?:,?\s{_DAY})?,?\s(?:{_AGENCY})\s?{_DASH}"
    rf"|{_PLACE}{_REGION},\s{_DAY}(?:,\s[A-Z]{{2,8}})?\s{_DASH}"
    rf"|{_PLACE}{_REGION},\s{_DAY_OF_YEAR}(?:\s?(?:r\.|roku\.|г\.|года\.|р\.|року\.)|[.:])(?=\s)"
    rf"|{_MONTH}\s\d{{1,2}}\s\([A-Z][^()\n]{{1,30}}\)\s?{_DASH}"
    rf"|{_PLACE},\s(?:{_ABBREVIATED}|{_NAME})(?:\s{_NAME})?\s{_DASH}"
    rf"|{_PLACE}(?:\s\([^()\n]{{2,30}}\))?(?:\s\[[^\[\]\n]{{2,30}}\])?,\s{_DAY}\s(?:{_AGENCY})\s?:"
    rf"|{_PLACE}\s—\s(?=[{_UP}])(?![^\n.!?]{{0,160}}\s[—–]\s)"
    rf"|\((?:[A-Z]{{2,6}}|Reuters|Bloomberg|dpa|Xinhua)(?:\s[A-Z][\w.]{{1,20}})?\)\s?{_DASH}"
    r"|\((?:[A-Z]{2,8}\s?[-/–]\s?)?(?:AFP|AP|[A-Z]{3,8}|Reuters|Bloomberg|dpa|Xinhua|ANSA|EFE|PTI|TASS)\)(?=\s))"
    rf"(?:\s?{_DAY}\s(?:—|–|--|-(?=\s)))?"
    rf"\s{{0,2}}(?=[{_UP}“\"„«‘'\d£$€¿¡])"
)
_DEVANAGARI = r"[ऀ-ॿ]{2,20}"
_AGENCY_HINDI = (
    r"\((?:[^()\n]{1,15}\s)?(?:भाषा|वार्ता|आईएएनएस|पीटीआई|एएनआई|यूएनआई|एएफपी|रायटर्स?|एजेंसी|एजेंसियां|ब्यूरो|संवाददाता)\)"
)
_DATELINE_HINDI = re.compile(
    rf"{_DEVANAGARI}(?:\s{_DEVANAGARI}){{0,2}}"
    rf"(?:,\s(?:\d{{1,2}}|[०-९]{{1,2}})\s{_DEVANAGARI}(?:\s\d{{4}})?\s?(?:{_AGENCY_HINDI})?|\s?{_AGENCY_HINDI})"
    r"\s?[|।:–—-]\s?(?=[ऀ-ॿ\d“\"‘'])"
)
"""The same in Devanagari: a place with a day or an agency in brackets, before a stroke, stop, colon or dash."""
_LONGEST = 140


def dateline_end(text: str, start: int, end: int) -> int:
    """Where the words of a paragraph begin behind its dateline; `start` where it has none or nothing follows.

    Args:
        text: The article.
        start: Where the paragraph begins.
        end: Where it ends.
    """
    last = min(end, start + _LONGEST)
    found = _DATELINE.match(text, start, last) or _DATELINE_HINDI.match(text, start, last)
    return found.end() if found is not None and len(text[found.end() : end].split()) > 2 else start
