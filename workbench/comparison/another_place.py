"""Where a claim says that something was, and a passage that has nothing of that place and names others.

"600 dead in Zambia" and "198 dead, Malawi's ministry said" are of two outbreaks. Of a passage that names nobody, and of
one whose amounts agree, nothing is known here.
"""

from __future__ import annotations

import re

from workbench.comparison.another_subject import capitals, common, opening

_IN = re.compile(
    r"\b(?:in|near|across|outside|around|off|throughout|(?:city|town|village|district|province|state|county|island|port"
    r"|region|suburb|capital|hit|struck|swept|ravaged)\s(?:of|across|through)?)\s(?:the\s)?(?:[a-z]{3,12}\s){0,2}?"
    r"(?P<place>[A-ZÀ-Þ][\w'’-]+(?:\s[A-ZÀ-Þ][\w'’-]+){0,2})"
)
_SAME_LINES = """
    britain british uk england english kingdom wales welsh scotland scottish scots | us usa america american states
    | france french paris | spain spanish | denmark danish danes | poland polish poles | ireland irish
    | netherlands dutch holland | switzerland swiss | finland finnish finns | sweden swedish swedes
    | turkey turkish türkiye | philippines filipino filipinos | thailand thai thais | czechia czech
    | greece greek greeks | iceland icelandic | norway norwegian | china chinese beijing | japan japanese
    | portugal portuguese
    | myanmar burma burmese | congo congolese drc | laos lao | emirates emirati uae | saudi saudis riyadh
    | lebanon lebanese | iraq iraqi | cyprus cypriot | peru peruvian | belgium belgian | germany german germans
    | russia russian moscow kremlin | ukraine ukrainian kyiv kiev | europe european eu
"""
_SAME = {word: group for group in map(str.split, _SAME_LINES.split("|")) for word in group}
"""Names of one place, and of who lives there, that do not begin alike."""


def places_of(claim: str) -> list[str]:
    """The names of places that a claim says something was in, as they are written."""
    found = [match["place"] for match in _IN.finditer(claim)]
    return [place for place in found if not all(common(word) for word in place.split())]


def another_place(claim: str, passage: str, title: str, publisher: str = "") -> tuple[str, str] | None:
    """A claim's place, and whom or what a passage names, where nothing of the passage is told of that place.

    Args:
        claim: What is asserted, in English.
        passage: The words of the passage.
        title: What its source is called.
        publisher: Who published it; "" where that is not known.
    """
    named = places_of(claim)
    if not named:
        return None
    whole = f"{title}\n{passage}\n{publisher}"
    there = {opening(word) for word, _ in capitals(whole)}
    low = {word.casefold() for word, _ in capitals(whole)}
    for place in named:
        for word in place.split():
            if common(word):
                continue
            if opening(word) in there or any(other in low for other in _SAME.get(word.casefold(), ())):
                return None
    own = {opening(word) for word, _ in capitals(claim)}
    plain = set(re.findall(r"\b[a-zà-þ]{2,}\b", f"{whole} {claim}"))
    for text in (title, passage):
        for word, opens in capitals(text):
            if common(word) or opening(word) in own or word.casefold() in plain or len(word) < _LEAST:
                continue
            if not opens or (text is title and word.casefold().rstrip("s") not in plain):
                return named[0], word
    return None


_LEAST = 3
"""Letters of a name."""
