"""Passages that say the same are shown once, and none that only copies the article."""

from __future__ import annotations

from typing import NamedTuple

from workbench.domain.articles import Article
from workbench.domain.evidence import Match
from workbench.domain.repetition import Wording, figures, is_copy, near_identical, ngrams
from workbench.language.text.analyzer import stems
from workbench.language.text.stemmers import analysed_as
from workbench.services.search.explaining import read
from workbench.services.search.retrieval import Query, Ranked
from workbench.services.search.thresholds import same_claim
from workbench.store import search as store


class Chosen(NamedTuple):
    """A passage that will be shown."""

    ranked: Ranked
    source_id: str
    figures: frozenset[str]
    wording: Wording
    matches: tuple[Match, ...]


def chosen_of(
    ranked: list[Ranked], texts: dict[int, store.Text], query: Query, k: int, article: Article | None
) -> tuple[list[Chosen], dict[int, list[str]]]:
    """The first k passages that neither repeat an earlier one nor the article; the other sources of each, by its id."""
    wanted = query.stems
    article_ngrams = ngrams(stems(article.text, analysed_as(article.language))) if article is not None else frozenset()
    chosen: list[Chosen] = []
    repeated: dict[int, list[str]] = {}
    for one in ranked:
        source_id, text = texts[one.id].source_id, texts[one.id].text
        own_figures = figures(text)
        like = [other for other in chosen if other.figures == own_figures]
        if len(chosen) == k and not like:
            continue
        passage_stems, own, found = read(text, wanted, one.language)
        if article_ngrams and is_copy(passage_stems, article_ngrams):
            continue
        twin = next((other for other in like if near_identical(own, other.wording)), None)
        this = Chosen(one, source_id, own_figures, own, found)
        if twin is not None:
            stands, other = twin, this
            # Which of two copies a reranker likes better is chance: the one the search found first stands for both.
            if one.score > twin.ranked.score and same_claim(one) == same_claim(twin.ranked):
                stands, other = this, twin
                chosen[chosen.index(twin)] = this
            names = [*repeated.pop(twin.ranked.id, []), other.source_id]
            repeated[stands.ranked.id] = [name for name in dict.fromkeys(names) if name != stands.source_id]
        elif len(chosen) < k:
            chosen.append(this)
    return chosen, repeated
