"""A claim's words by position: edges that sit on words, and all that follows from the words it covers.

The language rules are imported where they are used: listing claims needs none of them.
"""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING

from workbench.domain.anchors import Anchor, anchor_of
from workbench.domain.articles import NOT_RATED, Article, Claim, ClaimFilter, Kind, Resolution
from workbench.domain.errors import BadInputError
from workbench.domain.quantities import TimeRef
from workbench.domain.syntax import Tree
from workbench.store.claims import ClaimPatch, claims, stored_claim
from workbench.store.database import Database

if TYPE_CHECKING:
    from workbench.language.time.article_times import ArticleTimes

# Marks that belong to the sentence, not to the word beside them; signs of money and per cent belong to the number.
_WORD = re.compile(r"\S+")
_BEFORE = "\"'“‘„«‹([{¿¡–—-…"
_AFTER = "\"'”’»›)]}.,;:!?…–—-"


def words_of(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The words of `text[start:end]` without the marks around them, as (start, end) in code points of `text`."""
    found = []
    for match in _WORD.finditer(text, start, end):
        first, last = match.span()
        while first < last and text[first] in _BEFORE:
            first += 1
        while last > first and text[last - 1] in _AFTER:
            last -= 1
        if first < last:
            found.append((first, last))
    return found


def trimmed_span(text: str, start: int, end: int) -> tuple[int, int] | None:
    """The span without spaces and commas at its edges, None when no word is left."""
    while start < end and (text[start].isspace() or text[start] in ",;"):
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] in ",;"):
        end -= 1
    return (start, end) if any(character.isalnum() for character in text[start:end]) else None


def word_edges(text: str, start: int, end: int, edge: str, words: int) -> tuple[int, int]:
    """Where the span ends up when one edge moves by so many words (negative: towards the beginning).

    Raises:
        BadInputError: The text ends there, or no word would be left.
    """
    low, high = _around(text, start, end, abs(words))
    if edge == "start":
        starts = [first for first, _ in words_of(text, low, end)]
        places = [first for first in starts if first > start]
        if words < 0:
            places = [first for first in reversed(starts) if first < start]
        moved = (places[abs(words) - 1], end) if 0 < abs(words) <= len(places) else None
    else:
        ends = [last for _, last in words_of(text, start, high)]
        places = [last for last in ends if last > end]
        if words < 0:
            places = [last for last in reversed(ends) if last < end]
        moved = (start, places[abs(words) - 1]) if 0 < abs(words) <= len(places) else None
    if moved is None or moved[0] >= moved[1]:
        far = "one word: there is none" if abs(words) == 1 else f"{words} words: there are not so many"
        raise BadInputError(f"the {edge} of the claim cannot move by {far}.")
    return moved


def _around(text: str, start: int, end: int, words: int) -> tuple[int, int]:
    """The stretch of a long text that is enough to find so many words on either side of a span."""
    reach = 1000 * (words + 1)
    low, high = max(0, start - reach), min(len(text), end + reach)
    while low > 0 and not text[low - 1].isspace():
        low -= 1
    while high < len(text) and not text[high].isspace():
        high += 1
    return low, high


def checked_span(
    database: Database, article: Article, start: int, end: int, besides: tuple[int, ...] = ()
) -> tuple[int, int]:
    """The span without spaces at its edges, when it may become a claim.

    Raises:
        BadInputError: It lies outside the article, holds no words, or a claim other than `besides` covers exactly it.
    """
    if not 0 <= start < end <= len(article.text):
        raise BadInputError(
            f"{start} to {end} is no stretch of article {article.id}, which has {len(article.text)} characters."
        )
    span = trimmed_span(article.text, start, end)
    if span is None:
        raise BadInputError(f"{start} to {end} of article {article.id} holds no words.")
    for one in claims(database, ClaimFilter(article.id)):
        if (one.start, one.end) == span and one.id not in besides:
            raise BadInputError(f"claim {one.id} covers exactly these words already.")
    return span


def covering(article: Article, start: int, end: int, resolutions: Sequence[Resolution]) -> ClaimPatch:
    """Everything about a claim that follows from the words it covers; repairs outside them fall away."""
    from workbench.language.numbers.quantity_extraction import quantities

    inside = tuple(r for r in resolutions if start <= r.start and r.end <= end)
    return ClaimPatch(
        anchor=anchor_of(article.text, start, end, article.segments),
        text=decontextualised(article.text, start, end, inside),
        quantities=quantities(article.text, start, end, article.language),
        times=times_read(article, start, end),
        resolutions=inside,
    )


def weighed(claim: Claim, patch: ClaimPatch, kinds: Sequence[Kind]) -> ClaimPatch:
    """A patch that covers other words of a claim, with kinds, score and reasons read from these words, by the rules.

    Of the kinds given those stay that the words still carry.
    """
    from workbench.language.claims.worthiness import features_of_claim, reasons_of, rule_score

    assert isinstance(patch.anchor, Anchor)  # what covers words has a place
    quantities = patch.quantities if isinstance(patch.quantities, tuple) else ()
    times = patch.times if isinstance(patch.times, tuple) else ()
    gone = {kind for kind, there in ((Kind.QUANTITY, quantities), (Kind.TIME, times)) if not there}
    kept = tuple(kind for kind in dict.fromkeys(kinds) if kind not in gone) or (Kind.EVENT,)
    features = features_of_claim(
        patch.anchor.exact,
        kinds=kept,
        quantities=quantities,
        times=times,
        speaker=claim.speaker,
        attribution=claim.attribution,
        hedged=claim.attribution_verb is not None and claim.speaker is None,
    )
    score = rule_score(features)
    return replace(
        patch,
        kinds=kept,
        checkworthiness=min(score, MODAL) if NOT_RATED.intersection(kept) else score,
        reasons=reasons_of(features, claim.speaker),
    )


MODAL = 0.2
"""What cannot be rated is no more worth checking than this, as the splitter has it."""


def decontextualised(text: str, start: int, end: int, resolutions: Sequence[Resolution]) -> str:
    """The wording that the known repairs give the words of a span, as the splitter would write it."""
    from workbench.language.claims.decontextualisation import apply_resolutions

    return apply_resolutions(text, start, end, resolutions) or text[start:end]


def known_repairs(database: Database, claim: Claim) -> tuple[Resolution, ...]:
    """The claim's repairs and those of its suggestion: an edge moved in and out again loses none."""
    suggestion = stored_claim(database, claim.id).suggestion or {}
    suggested = [Resolution(**item) for item in json.loads(suggestion.get("resolutions", "[]"))]
    return tuple(dict.fromkeys((*claim.resolutions, *suggested)))


def worded_by_hand(database: Database, article: Article, claim: Claim) -> bool:
    """Whether a person wrote the wording: it is neither the suggestion nor what the claim's own repairs give."""
    suggestion = stored_claim(database, claim.id).suggestion or {}
    mended = decontextualised(article.text, claim.start, claim.end, claim.resolutions)
    return claim.text not in (suggestion.get("text"), mended)


@lru_cache(maxsize=4)
def _clock(
    text: str, title: str, language: str, published: date | None, trees: tuple[Tree, ...] | None
) -> ArticleTimes:
    from workbench.language.text.sentences import sentences
    from workbench.language.time.article_times import ArticleTimes

    spans = sentences(text, language, title)
    return ArticleTimes(text, spans, published=published, language=language, trees=trees, title=title)


def clock_of(article: Article, trees: Sequence[Tree] | None = None) -> ArticleTimes:
    """What the times of an article are read with: the same expression has the same date in all of it."""
    parsed = None if trees is None else tuple(trees)
    return _clock(article.text, article.title, article.language, article.published, parsed)


def times_read(article: Article, start: int, end: int, trees: Sequence[Tree] | None = None) -> tuple[TimeRef, ...]:
    """The time expressions among the words of a span."""
    return clock_of(article, trees).within(start, end)


def times_resolved(
    article: Article, start: int, end: int, trees: Sequence[Tree] | None = None
) -> tuple[Resolution, ...]:
    """The repairs that make the relative times of a span stand alone ("this week" → the week of a date)."""
    from workbench.language.claims.time_wording import resolve_times

    clock = clock_of(article, trees)
    refs = clock.within(start, end)
    return tuple(resolve_times(article.text, start, end, refs, article.language, clock.counted_from(start)))


def kinds_read(article: Article, start: int, end: int) -> tuple[Kind, ...]:
    """The kinds that the words of a span suggest."""
    from workbench.language.claims.kinds import kinds_of
    from workbench.language.grammar.clause_candidates import ClauseCandidate
    from workbench.language.numbers.quantity_extraction import quantities

    candidate = ClauseCandidate(start, end, 0, "selection")
    amounts = quantities(article.text, start, end, article.language)
    return kinds_of(article.text, candidate, amounts, times_read(article, start, end))
