"""What somebody says in other languages than English, where no rule tells who: never the outlet's own words."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from workbench.domain.anchors import Span
from workbench.domain.articles import Attribution
from workbench.language.attribution.saying_forms import Places, places_of
from workbench.language.attribution.saying_words import SAYINGS
from workbench.language.grammar.clause_candidates import ClauseCandidate
from workbench.language.text.quotations import QuotationMap

_NEXT = re.compile(r"\s[\w-]+")
_MOST = 3
"""Words that may stand between a verb of saying and "that"."""
_WORDS = 5
"""Words of a quotation that says something."""


def left_open_elsewhere(
    text: str, candidates: Sequence[ClauseCandidate], spans: Sequence[Span], quotes: QuotationMap, language: str
) -> list[ClauseCandidate]:
    """The candidates with those left open that tell what somebody said, though nothing tells who.

    Args:
        text: The article.
        candidates: Its candidate claims, with who said them.
        spans: Its sentences.
        quotes: Its quotations.
        language: Of the article.
    """
    places = places_of(language) if language in SAYINGS else None
    return [
        replace(one, attribution=Attribution.PARAPHRASE)
        if one.speaker is None
        and one.attribution is Attribution.OUTLET
        and not one.by_turn
        and (_says_that(spans[one.sentence].of(text), places) or _quotes(text, one, quotes))
        else one
        for one in candidates
    ]


def _says_that(sentence: str, places: Places | None) -> bool:
    """Whether a verb of saying stands before "that"; in German "that" is a comma, which tells nothing."""
    if places is None or places.that.pattern == "(?:,)":
        return False
    for verb in places.says.finditer(sentence):
        at = verb.end()
        for _ in range(_MOST + 1):
            if places.that.match(sentence, at) or places.that.match(sentence, min(at + 1, len(sentence))):
                return True
            word = _NEXT.match(sentence, at)
            if word is None:
                break
            at = word.end()
    return False


def _quotes(text: str, candidate: ClauseCandidate, quotes: QuotationMap) -> bool:
    """Whether a sentence begins or ends with words in quotation marks that say something."""
    for at in (candidate.start, candidate.end - 1):
        quotation = quotes.at(at)
        if quotation is not None and len(text[quotation.start : quotation.end].split()) >= _WORDS:
            return True
    return False
